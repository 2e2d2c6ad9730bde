"""Long text to write: one passage or several, saved as one change, kept as a draft until then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from briefing.desk import drafts
from briefing.note.blocks import Limit, Unit
from briefing.note.budget import measure
from briefing.note.prose import listed, prose
from briefing.text import clean_block, count
from briefing.tui import editor
from briefing.tui.bindings import bindings
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.leave import leave
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone

if TYPE_CHECKING:
    from textual.widgets import TextArea

_PAUSE = 0.5
"""Seconds without a key after which the draft is kept."""


class Passage(NamedTuple):
    """One text to write."""

    path: str
    """The field that it is saved in."""
    label: str
    hint: str
    """What belongs there, in one sentence."""
    text: str
    """What is held."""
    limit: Limit | None = None


class WritingScreen(DeskScreen):
    """Passages to write. A subclass saves them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # A text area has keys of its own for the ends of a line.
        replace(binding, priority=True)
        for binding in bindings("write")
        if isinstance(binding, Binding)
    ]

    DEFAULT_CSS = """
    WritingScreen {
        & VerticalScroll { scrollbar-size-vertical: 1; background: $surface; }
        &.-wide TextArea, &.-full TextArea { min-height: 3; }
    }
    """

    def __init__(self, subject: str, title: str, passages: Sequence[Passage]) -> None:
        """`subject` is what the draft is kept under."""
        super().__init__()
        self._subject = subject
        self._title = title
        # A text area draws what it is given.
        self.passages = [p._replace(text=clean_block(p.text).strip()) for p in passages]
        self._held = {passage.path: passage.text for passage in self.passages}
        self._rest: Timer | None = None
        self._unsaved: dict[str, str] = {}

    def save(self, texts: Mapping[str, str]) -> None:
        """Put texts into the desk, field path -> text; only those that were changed."""
        raise NotImplementedError

    def saved(self) -> str:
        """Return what is told once all is saved."""
        return "Saved"

    def show_head(self) -> None:
        """Tell what is written here."""
        self.head(self._title)

    def follow(self) -> None:
        """Do what follows a change of the text, at once."""

    def content(self) -> Iterable[Widget]:
        """Return a box for each passage."""
        return (VerticalScroll(*map(PassageBox, self.passages), can_focus=False),)

    def on_mount(self) -> None:
        """Take up what was written before."""
        self.show_head()
        before = self._unsaved = dict(drafts.draft(self.desk, self._subject))
        for box in self._boxes:
            box.text = before.get(box.passage.path, box.passage.text)
        if before:
            self.say("What you wrote before is here again; Start over forgets it.")
        self._boxes[0].area.focus()

    def on_unmount(self) -> None:
        """Keep what was written, however the screen came to its end."""
        self._keep()

    def text_to_copy(self) -> str:
        """Return all that is written."""
        return "\n\n".join(box.text for box in self._boxes if box.text)

    @property
    def written(self) -> dict[str, str]:
        """What differs from what is held, field path -> text."""
        texts = {box.passage.path: box.text for box in self._boxes}
        return {path: text for path, text in texts.items() if text != self._held[path]}

    @property
    def _boxes(self) -> "list[PassageBox]":
        return list(self.query(PassageBox))

    def on_text_area_changed(self, event: "TextArea.Changed") -> None:
        """Count the words, and keep the draft when the hand rests."""
        box = event.text_area.parent
        if isinstance(box, PassageBox):
            box.count_words()
        self._unsaved = self.written
        self.follow()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_PAUSE, self._keep)

    def _keep(self) -> None:
        drafts.keep(self.desk, self._subject, self._unsaved)

    def action_save(self) -> None:
        """Save what was written as one change."""
        written = self.written
        if written:
            self.save(written)
        self._forget()
        leave(self, self.saved() if written else "Nothing was changed")

    def action_leave(self) -> None:
        """Go back; what was written stays as a draft."""
        self._unsaved = self.written
        self._keep()
        leave(self, "Draft kept, not saved" if self._unsaved else "")

    def action_drop(self) -> None:
        """Forget what was written and not saved."""
        for box in self._boxes:
            box.replace(self._held[box.passage.path])
        self._forget()
        self.say("What you wrote is forgotten; all is as it was.")

    def _forget(self) -> None:
        self._unsaved = {}
        self._keep()

    def action_outside(self) -> None:
        """Write the passage in one's own editor; what it says failed is left out."""
        box = next((box for box in self._boxes if box.area.has_focus), self._boxes[0])
        command = editor.command()
        try:
            with self.app.suspend():
                text = editor.edited(box.text, command)
        except SuspendNotSupported:
            self.say("This terminal can't show another program meanwhile.")
            return
        if text is None:
            self.say("The editor ended with an error; the text is as it was.")
        else:
            box.replace(clean_block(text))


class PassageBox(Vertical):
    """A label with what belongs there and how long it is, and the text."""

    DEFAULT_CSS = """
    PassageBox {
        height: auto;
        & TextArea {
            height: auto;
            min-height: 2;
            max-height: 14;
            border: none;
            padding: 0 1;
            background: $surface;
        }
        & TextArea:focus { border: none; background: $background; }
    }
    """

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage
        self._bar = Bar()
        self.area = _text_area()

    @property
    def text(self) -> str:
        """What is written."""
        return self.area.text.strip()

    @text.setter
    def text(self, text: str) -> None:
        self.area.load_text(clean_block(text))

    def replace(self, text: str) -> None:
        """Put another text in its place; the text area's own undo brings the old one back."""
        self.area.replace(text, (0, 0), self.area.document.end)

    def compose(self) -> Iterable[Widget]:
        """Yield the label above the text."""
        yield self._bar
        yield self.area

    def on_mount(self) -> None:
        """Tell how long the text is."""
        self.count_words()

    def count_words(self) -> None:
        """Tell how long the text is, and how long it should be."""
        told, is_long = _length(self.area.text, self.passage.limit)
        label = [
            Cell(f" {self.passage.label}  ", Tone.HEADING),
            Cell(self.passage.hint, Tone.MUTED),
        ]
        self._bar.show(label, [Cell(f"{told} ", Tone.DOUBT if is_long else Tone.MUTED)])


def _length(text: str, limit: Limit | None) -> tuple[str, bool]:
    """Return how long a text is beside what it may be, and whether that is too long."""
    if limit is None:
        return count(len(text.split()), "word"), False
    blocks = listed(text) if limit.unit is Unit.ITEMS else prose(text)
    length = measure(blocks, limit.unit)
    told = f"{length} of {count(limit.number, _COUNTED[limit.unit])}"
    is_long = length > limit.number
    return f"{told}{', too long' if is_long else ''}", is_long


_COUNTED = {Unit.WORDS: "word", Unit.ITEMS: "line", Unit.SENTENCES: "sentence"}


def _text_area() -> "TextArea":
    from textual.widgets import TextArea

    area = TextArea(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
    area.cursor_blink = False
    return area
