"""Writes a file where the person says."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from briefing.desk import prepare
from briefing.errors import BriefingError
from briefing.note.blocks import capital
from briefing.text import clean
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.widgets.cells import Tone

_KINDS: Mapping[str, str] = {
    ".docx": "a Word file",
    ".pdf": "a PDF",
    ".html": "a web page",
    ".txt": "plain text",
    ".eml": "a mail to be sent",
    ".md": "Markdown",
    ".ics": "a calendar file",
}
"""What a file is to whoever opens it, by its ending."""


class ExistsError(BriefingError):
    """There is a file already, which might hold what somebody wrote into it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{clean(str(path))} is there already; Enter again writes over it")


class FileWriter:
    """Writes a file where it is asked to; over another one only when asked twice.

    A folder gets a file of the name that was offered, and a bare name that one's ending. `content`
    returns what makes the bytes for a path, in any thread.
    """

    def __init__(
        self, content: Callable[[Path], Callable[[], bytes]], offered: Path, screen: DeskScreen
    ) -> None:
        self._content = content
        self._offered = offered
        self._screen = screen
        self._asked: Path | None = None

    def __call__(self, answers: tuple[str, ...]) -> Awaitable[None]:
        """Return what writes the file and says so; ExistsError at the first time."""
        path = self._path(answers)
        if path.exists() and path != self._asked:
            self._asked = path
            raise ExistsError(path)
        return self._write(path, self._content(path))

    def told(self, answers: tuple[str, ...]) -> str:
        """Return what the file will be, what it will be called and where."""
        path = self._path(answers)
        return f"{capital(file_words(path.suffix))}, {path.name}, in {path.parent}"

    def _path(self, answers: tuple[str, ...]) -> Path:
        path = Path(answers[0]).expanduser().absolute()
        if path.is_dir():
            return path / self._offered.name
        return path if path.suffix else path.with_suffix(self._offered.suffix)

    async def _write(self, path: Path, content: Callable[[], bytes]) -> None:
        prepare.save(path, await asyncio.to_thread(content))
        self._screen.say(f"Written to {path}", Tone.GOOD)


def file_words(suffix: str) -> str:
    """Return what a file with an ending is, in words: "a Word file"."""
    return _KINDS.get(suffix.casefold(), f"a {suffix} file")
