"""Asks what to do with a text that was pasted, and reads it."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote, urlparse

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import Worker

from briefing.desk import documents
from briefing.errors import BriefingError
from briefing.reader import Incoming
from briefing.text import clean, clean_block, count
from briefing.tui.bindings import bindings
from briefing.tui.reading_in import bring_in, read_all, show
from briefing.tui.screens.dialog import Dialog
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


class PasteScreen(Dialog[None]):
    """The beginning of a text, to be read or dropped; of files, their names."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("paste")

    DEFAULT_CSS = """
    PasteScreen {
        & > Vertical { width: 90%; max-width: 110; height: 80%; }
        & .told { height: auto; padding: 0 2; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._reading: Worker[None] | None = None

    @property
    def briefing(self) -> "BriefingApp":
        """The app, as ours."""
        from briefing.tui.app import BriefingApp

        assert isinstance(self.app, BriefingApp)
        return self.app

    def compose(self) -> ComposeResult:
        """Yield the question, the beginning of the text, and the keys."""
        view = TextView()
        view.can_focus = False
        with Vertical():
            yield Bar(id="question")
            yield view
            yield Static("", classes="told", markup=False)
            yield Bar(id="keys")

    def on_mount(self) -> None:
        """Ask."""
        keys = (("Enter", "Read it"), ("Esc", "Drop it"))
        cells = [
            part for k, what in keys for part in (Cell(f" {k}", Tone.ACCENT), Cell(f" {what} "))
        ]
        self.query_one("#keys", Bar).show(cells)
        self._ask()

    def more(self, text: str) -> None:
        """Take in what comes after the text: a terminal may hand it on in pieces."""
        if self._reading is None:
            self._text += text
            if self.is_mounted:
                self._ask()

    def _ask(self) -> None:
        files = pasted_files(self._text)
        shown = [str(path) for path in files] if files else _beginning(self._text)
        what = "folder" if any(path.is_dir() for path in files) else "file"
        several = f"these {len(files)} {what}s" if len(files) > 1 else f"this {what}"
        length = count(len(self._text.splitlines()), "line")
        self.query_one("#question", Bar).show(
            [Cell(f" Read {several if files else 'this text'}?", Tone.HEADING)],
            [] if files else [Cell(f"{length} ", Tone.MUTED)],
        )
        self.query_one(TextView).show([Line((Part(line),)) for line in shown])

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(clean(words))

    def action_drop(self) -> None:
        """Close; nothing is read, nor kept of what is being read."""
        if self._reading is not None:
            self._reading.cancel()
        self.dismiss()
        self.briefing.say("Not read; nothing was kept of it.")

    def action_read(self) -> None:
        """Read it beside the screen's own work, then show what waits."""
        if self._reading is None:
            self._tell("Reading …")
            # The app's own worker, since this screen is gone before it ends.
            self._reading = self.app.run_worker(self._read())

    async def _read(self) -> None:
        files = pasted_files(self._text)
        if len(files) > 1 or any(path.is_dir() for path in files):
            await self.dismiss()
            read_all(self.briefing, files)
            return
        try:
            arrivals = await bring_in(self.briefing, list(self._incoming()))
        except BriefingError as error:
            self._reading = None
            self._tell(str(error))
            return
        await self.dismiss()
        await show(self.briefing, arrivals)

    def _incoming(self) -> Iterator[Incoming]:
        files = pasted_files(self._text)
        if files:
            yield from (documents.from_file(path) for path in files)
            return
        today = self.briefing.desk.today
        raw = self._text.encode("utf-8", "replace")
        yield Incoming(name=f"pasted {today}.txt", raw=raw, received=today)


def pasted_files(text: str) -> list[Path]:
    """Return the files and folders whose paths the text is made of; none where it is not."""
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
        is_folder = path.is_dir() and bool(path.name) and path.name != str(path)
        return path if is_folder or path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _beginning(text: str) -> list[str]:
    lines = clean_block(text[:_LONGEST_SHOWN]).strip().split("\n")
    return lines[:_SHOWN_LINES]
