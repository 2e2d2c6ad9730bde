"""The facts of one record, in full."""

from typing import TYPE_CHECKING

from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.bare import Columns, Rows
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.thumb import Thumb

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.model import Record
    from briefing.tui.widgets.text_view import TextView


class Detail(Rows):
    """What is known of the record under the cursor, and what it rests on."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._text: TextView | None = None
        self._heading = Bar()
        self._desk: Desk | None = None
        self.record: Record | None = None

    @property
    def text(self) -> "TextView":
        """The text; only asked for once it is filled."""
        assert self._text is not None
        return self._text

    @property
    def has_keys(self) -> bool:
        """Whether the focus is here."""
        return self._text is not None and self.screen.focused is self._text

    async def fill(self) -> None:
        """Mount what is inside: not needed for the first frame, when there is nothing to read."""
        from briefing.tui.widgets.text_view import TextView

        if self._text is None:
            self._text = TextView()
            await self.mount(self._heading, Columns(self._text, Thumb(self._text)))

    def show(self, desk: "Desk", record: "Record | None") -> None:
        """Show a record; the same one again stays where it is."""
        is_same = record is not None and self.record is not None and record.id == self.record.id
        self.record, self._desk = record, desk
        self._lay_out(keep=is_same)
        self.show_heading()

    def on_resize(self) -> None:
        """Lay the facts out for the room that there is now."""
        self._lay_out(keep=True)

    def _lay_out(self, *, keep: bool) -> None:
        if self._desk is None:
            return
        from briefing.tui.panes import facts

        record, width = self.record, self.size.width
        lines = facts.lines_of(self._desk, record, width) if record else facts.NOTHING
        self.text.show(lines, keep=keep)

    def show_heading(self) -> None:
        """Show what kind of record it is and whether somebody checked it."""
        is_current = self.has_keys
        self._heading.set_class(is_current, "-current")
        tone = Tone.HEADING if is_current else Tone.STRONG
        if self.record is None:
            self._heading.show([Cell(" 4 Detail", tone)])
            return
        from briefing.desk.describe import status
        from briefing.tui.panes.facts import kind_of

        words = status(self.record) if self.record.evidence else ""
        colour = Tone.GOOD if self.record.is_reviewed else Tone.DOUBT
        left = [Cell(f" 4 {kind_of(self.record)}", tone)]
        self._heading.show(left, [Cell(f"{words} ", colour)])
