"""Brings in many files one after the other, tells how far it is, and stops when asked."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from briefing.desk import documents
from briefing.desk.documents import UnreadableError
from briefing.desk.intake import Arrival
from briefing.errors import BriefingError
from briefing.text import clean, count
from briefing.tui.bindings import bindings
from briefing.tui.reading_in import bring_in, go_to
from briefing.tui.screens.dialog import Dialog
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

_WIDTH = 40
"""Columns of the bar that fills."""


class FolderScreen(Dialog[None]):
    """How many files are read, and which is being read; Esc stops behind it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("folder")

    DEFAULT_CSS = """
    FolderScreen {
        & > Vertical { width: 76; height: auto; }
        & Static { padding: 1 2 0 2; }
    }
    """

    def __init__(self, files: Sequence[Path], left_out: str) -> None:
        super().__init__()
        self._files = files
        self._left_out = left_out
        self._is_stopped = False
        self._arrivals: list[Arrival] = []
        self._unread: list[UnreadableError] = []

    @property
    def briefing(self) -> "BriefingApp":
        """The app, as ours."""
        from briefing.tui.app import BriefingApp

        assert isinstance(self.app, BriefingApp)
        return self.app

    def compose(self) -> ComposeResult:
        """Yield the heading, how far it is, and the key."""
        with Vertical():
            yield Bar(id="heading")
            yield Static("", markup=False)
            yield Bar(id="keys")

    def on_mount(self) -> None:
        """Begin."""
        heading = f" Bringing in {count(len(self._files), 'file')}"
        self.query_one("#heading", Bar).show([Cell(heading, Tone.HEADING)])
        keys = [Cell(" Esc", Tone.ACCENT), Cell(" Stop behind this file")]
        self.query_one("#keys", Bar).show(keys)
        # The app's own worker, since what is said comes when this screen is gone.
        self.app.run_worker(self._read())

    def action_stop(self) -> None:
        """Stop behind the file that is being read; what was brought in stays."""
        self._is_stopped = True
        self._tell("Stopping …")

    def _tell(self, words: str) -> None:
        self.query_one(Static).update(clean(words))

    async def _read(self) -> None:
        done = 0
        try:
            for done, path in enumerate(self._files):
                if self._is_stopped:
                    break
                self._tell(f"{self._bar(done)} {done} of {len(self._files)}\n{path.name}")
                await self._take(path)
            else:
                done = len(self._files)
        except BriefingError as error:
            self._close(str(error), Tone.BAD)
            return
        self._close(self._words(done), Tone.GOOD if self._arrivals else Tone.PLAIN)

    async def _take(self, path: Path) -> None:
        try:
            incoming = await asyncio.to_thread(documents.from_file, path)
            self._arrivals += await bring_in(self.briefing, [incoming])
        except UnreadableError as error:
            self._unread.append(error)

    def _close(self, words: str, tone: Tone) -> None:
        self.dismiss()
        source = next((one.source.id for one in self._arrivals if one.proposals), None)
        self.app.call_later(go_to, self.briefing, source)
        self.app.call_later(self.briefing.say, words, tone)

    def _bar(self, done: int) -> str:
        full = _WIDTH * done // len(self._files)
        return "#" * full + "." * (_WIDTH - full)

    def _words(self, done: int) -> str:
        new = sum(len(one.proposals) for one in self._arrivals)
        before = sum(one.was_held for one in self._arrivals)
        told = (
            f"Stopped after {done} of {count(len(self._files), 'file')}; the same again goes on"
            if done < len(self._files)
            else f"{count(done, 'file')} read",
            f"{count(new, 'record')} to review" if new else "",
            f"{before} brought in before" if before else "",
            f"{len(self._unread)} could not be read: {self._unread[0]}" if self._unread else "",
            self._left_out,
        )
        return "; ".join(filter(None, told))
