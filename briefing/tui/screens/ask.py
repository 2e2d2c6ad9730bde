"""A dialog that asks for a few lines, each with a guess that Enter accepts."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar, NamedTuple, TypeAlias

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from briefing.errors import BriefingError
from briefing.tui.bindings import bindings
from briefing.tui.screens.dialog import Dialog
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone


class Line(NamedTuple):
    """One thing that is asked."""

    label: str
    guess: str = ""
    hint: str = ""
    """What stands in the empty field."""
    known: Sequence[str] = ()
    """What is offered as completion of what is typed."""


Answers = tuple[str, ...]
"""What was written, in the order of the lines."""

Accept: TypeAlias = Callable[[Answers], Awaitable[None] | None]


class AskScreen(Dialog[bool]):
    """Lines to fill in; the result is whether they were accepted.

    `accept` gets what was written, and may return what takes a while. A BriefingError or ValueError
    of either is shown, and the dialog stays open.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("ask")

    DEFAULT_CSS = """
    AskScreen {
        & > Vertical { width: 76; height: auto; max-height: 90%; }
        & Horizontal { height: 1; margin: 0 1; }
        & .label { width: 18; color: $text-muted; }
        & .intro { margin: 1 1; }
        & .told { margin: 1 1 0 1; color: $text-muted; }
        & .wrong { margin: 1 1 0 1; color: $text-error; }
    }
    """

    def __init__(
        self,
        title: str,
        intro: str,
        lines: Sequence[Line],
        accept: Accept,
        *,
        does: str = "accept",
        leaves: str = "skip",
        told: Callable[[Answers], str] | None = None,
    ) -> None:
        """Ask; `does` and `leaves` name what Enter and Esc do, `told` says what the lines mean."""
        super().__init__()
        self._title = title
        self._intro = intro
        self._lines = lines
        self._accept = accept
        self._does, self._leaves = does, leaves
        self._told = told

    def compose(self) -> ComposeResult:
        """Yield a heading, a sentence, the lines, and what is wrong with them."""
        with Vertical():
            yield Bar(id="heading")
            yield Static(Content(self._intro), classes="intro")
            for line in self._lines:
                with Horizontal():
                    yield Static(Content(line.label), classes="label")
                    known = SuggestFromList(line.known, case_sensitive=False)
                    yield Input(line.guess, placeholder=line.hint, compact=True, suggester=known)
            yield Static("", classes="told", markup=False)
            yield Static("", classes="wrong", markup=False)
            yield Bar(id="keys")

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query_one("#heading", Bar).show([Cell(f" {self._title}", Tone.HEADING)])
        keys = (("Enter", self._does), ("↓", "next line"), ("Esc", self._leaves))
        shown = [
            part for key, what in keys for part in (Cell(f" {key}", Tone.ACCENT), Cell(f" {what} "))
        ]
        self.query_one("#keys", Bar).show(shown)
        self.query_one(Input).focus()
        self._tell()

    @on(Input.Changed)
    def _tell(self) -> None:
        """Tell below the lines what they mean as they stand, in place of what was wrong."""
        self._say_wrong("")
        if self._told is not None:
            self.query_one(".told", Static).update(self._told(self._answers))

    def _say_wrong(self, sentence: str) -> None:
        self.query_one(".wrong", Static).update(sentence)
        self.query_one(".told", Static).display = self._told is not None and not sentence

    @property
    def _answers(self) -> Answers:
        return tuple(field.value.strip() for field in self._fields)

    @property
    def _fields(self) -> list[Input]:
        return list(self.query(Input))

    def action_move(self, lines: int) -> None:
        """Go to the next line, or to the one before."""
        fields = self._fields
        at = next((n for n, field in enumerate(fields) if field.has_focus), 0)
        fields[(at + lines) % len(fields)].focus()

    @on(Input.Submitted)
    def action_accept(self) -> None:
        """Take what is written; nothing that is wrong is kept."""
        with self._telling():
            rest = self._accept(self._answers)
            if rest is None:
                self.dismiss(True)
            else:
                self._wait_for(rest)

    @work(exclusive=True)
    async def _wait_for(self, rest: Awaitable[None]) -> None:
        self._say_wrong("One moment …")
        with self._telling():
            await rest
            self.dismiss(True)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (BriefingError, ValueError) as error:
            self._say_wrong(str(error))

    def action_leave(self) -> None:
        """Close; nothing is kept."""
        self.dismiss(False)
