"""What somebody should look at before a note goes out: in doubt, contradicting, old, unchecked."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing.arrange.links import citations
from briefing.desk import edit, note_checks
from briefing.desk.find import title_of
from briefing.desk.note_files import Wanted
from briefing.model import Record
from briefing.note.warnings import ToCheck, Trouble
from briefing.text import count
from briefing.tui.bindings import bindings
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import Group, VirtualList

_HEADINGS = {
    Trouble.CONTRADICTING: "Its sources disagree",
    Trouble.IN_DOUBT: "In doubt",
    Trouble.STALE: "Read long ago",
    Trouble.NOT_CHECKED: "Not compared with its source yet",
}
_TITLE_WIDTH = 32


class _FactRows:
    """Facts under the reason to look at them."""

    def __init__(self, facts: Sequence[tuple[ToCheck, str]]) -> None:
        self._facts = facts
        self.keys: Sequence[str] = tuple(f"{fact.record} {fact.path}" for fact, _ in facts)
        self.groups: Sequence[Group] = [
            Group(next(places), _HEADINGS[trouble])
            for trouble, places in (
                (trouble, (number for number, _ in some))
                for trouble, some in groupby(enumerate(facts), lambda one: one[1][0].trouble)
            )
        ]

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return where the fact is held, and why to look at it."""
        fact, title = self._facts[index]
        where = f"{fact.path.partition('/')[0].replace('_', ' ')}: {title}"
        shown = min(_TITLE_WIDTH, width // 2)
        return (
            Cell(fit(where, shown)),
            Cell("  "),
            Cell(fit(fact.words, max(1, width - shown - 2)), Tone.MUTED),
        )


class NoteFactsScreen(DeskScreen):
    """The facts of a note that nobody vouches for; Enter opens a record, `a` settles a value."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("facts")

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._facts: tuple[ToCheck, ...] = ()

    def content(self) -> Iterable[Widget]:
        """Return the list."""
        facts = VirtualList(empty="Every fact in the note is checked.")
        return (Horizontal(facts, Thumb(facts)),)

    def on_mount(self) -> None:
        """Show what there is to look at."""
        self._show()
        self._list.focus()

    def reload(self) -> None:
        """Show what is left to look at."""
        if self.is_mounted:
            self._show()

    @property
    def _list(self) -> VirtualList:
        return self.query_one(VirtualList)

    @property
    def _fact(self) -> ToCheck | None:
        return self._facts[self._list.index] if self._facts else None

    @property
    def record(self) -> Record | None:
        """The record that holds the fact under the cursor."""
        return self.desk.store.find(self._fact.record) if self._fact else None

    def _show(self) -> None:
        self._facts = note_checks.facts_to_check(self.desk, self._wanted)
        held = {fact.record: self.desk.store.find(fact.record) for fact in self._facts}
        titles = {id: title_of(record) if record else id for id, record in held.items()}
        self.head("Before the note goes out", count(len(self._facts), "fact"))
        self._list.show(_FactRows([(fact, titles[fact.record]) for fact in self._facts]))

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        self.say(self._fact.words if self._fact else "")

    @on(VirtualList.Selected)
    def action_edit(self) -> None:
        """Open the record that holds the fact."""
        if self.record is not None:
            self.app.push_screen(FormScreen(self.record))

    def action_right(self) -> None:
        """Write down that the value is right as it stands."""
        record, fact = self.record, self._fact
        if record is not None and fact is not None:
            edit.settle(self.desk, record, *_within(record, fact.path))
            self.say("Checked. u takes that back.")

    def action_source(self) -> None:
        """Read the source at the words that the fact rests on."""
        record, fact = self.record, self._fact
        if record is None or fact is None:
            return
        near = [c for path in _within(record, fact.path) for c in record.evidence[path].citations]
        cited = [*near, *citations(record)]
        if cited:
            self.app.push_screen(SourceScreen(cited[0].source, at=cited[0], cited=cited))
        else:
            self.say("Nothing is held of where this comes from.")

    def action_back(self) -> None:
        """Go back to the note."""
        self.dismiss()


def _within(record: Record, path: str) -> list[str]:
    """Return the paths of a record's evidence that a fact's path covers, or stands in."""
    inside = [at for at in record.evidence if f"{at}/".startswith(f"{path}/")]
    return inside or [at for at in record.evidence if f"{path}/".startswith(f"{at}/")]
