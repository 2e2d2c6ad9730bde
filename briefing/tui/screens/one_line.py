"""The dialog that adds a record in one line, and tells while it is typed how it is understood."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from briefing.desk import drafts, one_line
from briefing.errors import BriefingError
from briefing.tui.bindings import bindings
from briefing.tui.screens.dialog import Dialog
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone

if TYPE_CHECKING:
    from briefing.desk.desk import Desk

_PAUSE = 0.1
"""Seconds without a key after which the line is read."""

_DRAFT, _PATH = "one line", "line"
"""What the line is kept under until it is saved."""

_HELP = (
    "title, day, hour, place; @ organiser or forum, # theme. “task:” or “q:” in front makes a task "
    "or a question. What is not understood stays in the title."
)


class OneLineScreen(Dialog[str | None]):
    """One line to type; Enter saves, and the id of what was added is the result."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("line")

    DEFAULT_CSS = """
    OneLineScreen {
        & > Vertical { width: 90; height: auto; max-height: 100%; }
        & Input { margin: 1 1 0 1; }
        & .told { margin: 1 1 0 1; }
        & .told.-wrong { color: $text-error; text-style: bold; }
        & .help { margin: 1; color: $text-muted; }
    }
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._field = Input(
            placeholder="Panel on norms fri 15h Geneva @unidir #norms", compact=True
        )
        self._told = Static("", classes="told", markup=False)
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield a heading, the line, how it is understood, and what may stand in it."""
        with Vertical():
            yield Bar(id="heading")
            yield self._field
            yield self._told
            yield Static(_HELP, classes="help", markup=False)
            yield Bar(id="keys")

    async def on_mount(self) -> None:
        """Begin with what was typed and not saved the last time."""
        self.query_one("#heading", Bar).show([Cell(" Add in one line", Tone.HEADING)])
        keys = (("Enter", "save"), ("Esc", "leave; the line is kept"))
        cells = ((Cell(f" {key}", Tone.ACCENT), Cell(f" {what} ")) for key, what in keys)
        self.query_one("#keys", Bar).show([cell for pair in cells for cell in pair])
        self._field.value = drafts.draft(self._desk, _DRAFT).get(_PATH, "")
        self._field.cursor_position = len(self._field.value)
        self._field.focus()
        await asyncio.to_thread(one_line.prepare)
        self._read()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._end_pause()
        self._rest = self.set_timer(_PAUSE, self._read)

    def _read(self) -> None:
        text = self._field.value
        line = one_line.read(self._desk, text)
        told = " · ".join(one_line.told(self._desk, line)) if text.strip() else ""
        self._told.set_class(False, "-wrong")
        self._told.update(told)
        drafts.keep(self._desk, _DRAFT, {_PATH: text} if text.strip() else {})

    def _end_pause(self) -> None:
        if self._rest is not None:
            self._rest.stop()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Put what the line says into the desk; what it lacks is told, and the dialog stays."""
        self._end_pause()
        if not self._field.value.strip():
            self.dismiss(None)
            return
        try:
            record = one_line.add(self._desk, self._field.value)
        except BriefingError as error:
            self._told.set_class(True, "-wrong")
            self._told.update(str(error))
            return
        drafts.drop(self._desk, _DRAFT)
        self.dismiss(record.id)

    def action_leave(self) -> None:
        """Close; the line is kept for the next time."""
        self._read()
        self.dismiss(None)
