"""Asks what to do with a text that was pasted, and reads it."""

import asyncio
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote, urlparse

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing import reader
from briefing.desk import intake
from briefing.desk.intake import Arrival
from briefing.errors import BriefingError
from briefing.reader import Incoming
from briefing.text import clean_block, count
from briefing.tui.bindings import bindings
from briefing.tui.screens.review import ReviewScreen
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.wrapped_text import Line, Part

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

_SHOWN_LINES = 200
"""Lines of the text that are laid out before it is read."""

_LONGEST_SHOWN = 20_000

_LONGEST_PATHS = 4_000
"""Characters in which paths of files are looked for."""


class PasteScreen(ModalScreen[None]):
    """The beginning of a text, to be read or dropped; of files, their names."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("paste")

    DEFAULT_CSS = """
    PasteScreen {
        align: center middle;
        & > Vertical {
            width: 90%;
            max-width: 110;
            height: 80%;
            background: $surface;
            border: round $border;
        }
        & .told { height: auto; padding: 0 2; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._is_reading = False

    @property
    def briefing(self) -> "BriefingApp":
        """The app, as ours."""
        from briefing.tui.app import BriefingApp

        assert isinstance(self.app, BriefingApp)
        return self.app

    def compose(self) -> ComposeResult:
        """Yield the question, the beginning of the text, and the keys."""
        with Vertical():
            yield Bar(id="question")
            yield TextView()
            yield Static("", classes="told", markup=False)
            yield Bar(id="keys")

    def on_mount(self) -> None:
        """Ask."""
        keys = (("Enter", "Read it"), ("Esc", "Drop it"))
        cells = [
            part for k, what in keys for part in (Cell(f" {k}", Tone.ACCENT), Cell(f" {what} "))
        ]
        self.query_one("#keys", Bar).show(cells)
        self.query_one(TextView).can_focus = False
        self._ask()

    def more(self, text: str) -> None:
        """Take in what comes after the text: a terminal may hand it on in pieces."""
        if not self._is_reading:
            self._text += text
            if self.is_mounted:
                self._ask()

    def _ask(self) -> None:
        files = pasted_files(self._text)
        shown = [str(path) for path in files] if files else _beginning(self._text)
        what = count(len(files), "this file", "these files") if files else "this text"
        question = what.replace("1 ", "") if len(files) == 1 else what
        length = count(len(self._text.splitlines()), "line")
        self.query_one("#question", Bar).show(
            [Cell(f" Read {question}?", Tone.HEADING)],
            [] if files else [Cell(f"{length} ", Tone.MUTED)],
        )
        self.query_one(TextView).show([Line((Part(line),)) for line in shown])

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)

    def action_drop(self) -> None:
        """Close; nothing is read."""
        self.dismiss()
        self.briefing.say("Not read; nothing was kept of it.")

    def action_read(self) -> None:
        """Read it beside the screen's own work, then show what waits."""
        if not self._is_reading:
            self._is_reading = True
            self._tell("Reading …")
            self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        try:
            arrivals = [await self._arrival(incoming) for incoming in self._incoming()]
        except BriefingError as error:
            self._is_reading = False
            self._tell(str(error))
            return
        self.dismiss()
        await show_arrivals(self.briefing, arrivals)

    def _incoming(self) -> Iterator[Incoming]:
        files = pasted_files(self._text)
        if files:
            yield from (intake.from_file(path) for path in files)
            return
        today = self.briefing.desk.today
        raw = self._text.encode("utf-8", "replace")
        yield Incoming(name=f"pasted {today}.txt", raw=raw, received=today)

    async def _arrival(self, incoming: Incoming) -> Arrival:
        desk = self.briefing.desk
        known, today = intake.known(desk.store, desk.home.key), desk.today
        # Only the reading itself leaves this thread: a store belongs to one.
        proposed = await asyncio.to_thread(reader.read, incoming, known, today)
        return intake.keep(desk, incoming, proposed)


async def show_arrivals(app: "BriefingApp", arrivals: Sequence[Arrival]) -> None:
    """Show what waits now from documents that were brought in, and say what came of them."""
    found = [arrival for arrival in arrivals if arrival.proposals]
    if found:
        source = found[0].source.id
        if isinstance(app.screen, ReviewScreen):
            app.screen.go_to_source(source)
        else:
            await app.push_screen(ReviewScreen(source=source))
    app.say(_words(arrivals))


def pasted_files(text: str) -> list[Path]:
    """Return the files whose paths the text is made of; none where it is anything else."""
    if len(text) > _LONGEST_PATHS:
        return []
    for words in (text.split("\n"), _shell_words(text)):
        paths = [_path(word.strip()) for word in words if word.strip()]
        if paths and all(path is not None for path in paths):
            return [path for path in paths if path is not None]
    return []


def _shell_words(text: str) -> list[str]:
    """Return the words as a terminal quotes the names of files that are dropped on it."""
    try:
        return shlex.split(text)
    except ValueError:
        return []


def _path(word: str) -> Path | None:
    if word.startswith("file://"):
        word = unquote(urlparse(word).path)
    try:
        path = Path(word).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _beginning(text: str) -> list[str]:
    lines = clean_block(text[:_LONGEST_SHOWN]).strip().split("\n")
    return lines[:_SHOWN_LINES]


def _words(arrivals: Sequence[Arrival]) -> str:
    new = sum(len(arrival.proposals) for arrival in arrivals)
    again = [arrival for arrival in arrivals if arrival.was_held]
    told = [f"{count(new, 'record')} to review"] if new else []
    told += [f"“{arrival.source.title}” was brought in before" for arrival in again]
    told += [str(problem) for arrival in arrivals for problem in arrival.problems][:1]
    return "; ".join(told) or "Kept as a source; no event, task or question was found in it"
