"""The line that a query is typed in: what can't be used underlined, what could be meant below."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from briefing.search.query import Mistake
from briefing.tui.bindings import bindings
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.bare import Rows
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.virtual_list import Group, VirtualList

_MOST_OFFERED = 6
"""Lines of what is offered at once."""


class Offer(NamedTuple):
    """What could be meant by a part of the query."""

    words: str
    more: str
    """In how many records it stands, or what it is for."""
    start: int
    end: int
    """The part of the query that it takes the place of."""
    put: str


class QueryLine(Input):
    """One line; the keys that choose what is offered are its own."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("query")

    def __init__(self, text: str, hint: str, marking: Highlighter) -> None:
        super().__init__(
            text, placeholder=hint, compact=True, select_on_focus=False, highlighter=marking
        )
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Keep in mind what Textual's own line listens to."""
        self._heard = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """Listen no more: the screen outlives the line, and would keep it."""
        self._heard.unsubscribe(self)

    @property
    def field(self) -> "QueryField":
        """The field that the line is in."""
        return next(node for node in self.ancestors if isinstance(node, QueryField))

    def action_take(self) -> None:
        """Take what is offered; where nothing is, go to what was found."""
        if not self.field.take():
            self.post_message(QueryField.Left(self.field))

    def action_down(self) -> None:
        """Go down in what is offered; where nothing is, go to what was found."""
        if not self.field.move(1):
            self.post_message(QueryField.Left(self.field))

    def action_up(self) -> None:
        """Go up in what is offered."""
        self.field.move(-1)

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right; at the end of the line take what is offered."""
        if select or not self.cursor_at_end or not self.field.take():
            super().action_cursor_right(select)


class QueryField(Rows):
    """A query line with what is offered and what is wrong below it.

    Whoever has it hears `Typed` at each letter, and answers by `tell` and `offer`.
    """

    DEFAULT_CSS = """
    QueryField {
        height: auto;
        & > QueryLine { height: 1; background: $surface; padding: 0 2; }
        & > VirtualList { height: 0; background: $panel; }
        & > Bar { display: none; }
    }
    """

    class Typed(Message):
        """Another query stands in the line, or the cursor in another part of it."""

        def __init__(self, field: "QueryField") -> None:
            super().__init__()
            self.field = field
            self.text = field.text

    class Left(Message):
        """Whoever types wants to go to what was found."""

        def __init__(self, field: "QueryField") -> None:
            super().__init__()
            self.field = field

    def __init__(self, text: str = "", hint: str = "words to look for") -> None:
        self._marking = _Marking()
        self.line = QueryLine(text, hint, self._marking)
        self._offered = VirtualList()
        self._offered.can_focus = False
        self._wrong = Bar(most_rows=3)
        self._offers: Sequence[Offer] = ()
        super().__init__(self.line, self._offered, self._wrong)

    @property
    def text(self) -> str:
        """The query."""
        return self.line.value

    @text.setter
    def text(self, text: str) -> None:
        self.line.value = text
        self.line.cursor_position = len(text)

    def begin(self) -> None:
        """Have letters go to the line, from the next key on."""
        self.screen.set_focus(self.line)

    def tell(self, mistakes: Sequence[Mistake]) -> None:
        """Underline what can't be used, and say why; not of a field whose value is to come."""
        mistakes = tuple(mistake for mistake in mistakes if not self._is_begun(mistake))
        if mistakes == self._marking.mistakes:
            return
        self._marking.mistakes = mistakes
        self.line.refresh()
        self._wrong.display = bool(mistakes)
        told = " ".join(mistake.sentence for mistake in mistakes)
        self._wrong.show([Cell(f"  {told}", Tone.DOUBT)])

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what could be meant; nothing of it is chosen yet."""
        if offers == self._offers:
            return
        self._offers = offers
        self._offered.show(_OfferRows(offers), keep=False)
        height = min(len(offers), _MOST_OFFERED)
        if self._offered.styles.height is None or self._offered.size.height != height:
            self._offered.styles.height = height

    def take(self) -> bool:
        """Put what is chosen, else the first, into the line; False where nothing is offered."""
        if not self._offers:
            return False
        offer = self._offers[self._offered.index]
        self.offer(())
        text = self.line.value
        with self.line.prevent(Input.Changed):
            self.line.value = text[: offer.start] + offer.put + text[offer.end :]
        self.line.cursor_position = offer.start + len(offer.put)
        self.post_message(self.Typed(self))
        return True

    def move(self, rows: int) -> bool:
        """Choose the next that is offered; False where there is none."""
        is_last = self._offered.index == len(self._offers) - 1
        if not self._offers or (rows > 0 and is_last and len(self._offers) > 1):
            return False
        self._offered.action_move(rows)
        return True

    def _is_begun(self, mistake: Mistake) -> bool:
        return self.text.endswith(":") and mistake.end == self.line.cursor_position

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(self))

    @on(VirtualList.Selected)
    def _clicked(self, event: VirtualList.Selected) -> None:
        event.stop()
        self.take()

    @on(VirtualList.Highlighted)
    def _moved(self, event: VirtualList.Highlighted) -> None:
        event.stop()


class _Marking(Highlighter):
    """Underlines the parts of a query that can't be used."""

    def __init__(self) -> None:
        self.mistakes: tuple[Mistake, ...] = ()

    def highlight(self, text: Text) -> None:
        for mistake in self.mistakes:
            text.stylize("underline", mistake.start, mistake.end)


class _OfferRows:
    """What is offered, as rows."""

    groups: Sequence[Group] = ()

    def __init__(self, offers: Sequence[Offer]) -> None:
        self._offers = offers
        self.keys = [str(number) for number in range(len(offers))]

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return the words and what is told of them."""
        offer = self._offers[index]
        wide = min(max(len(other.words) for other in self._offers) + 2, width * 2 // 3)
        return [Cell(fit(offer.words, wide - 2)), Cell("  "), Cell(offer.more, Tone.MUTED)]
