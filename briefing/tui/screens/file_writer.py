"""Writes a file where the person says."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from briefing.desk import prepare
from briefing.errors import BriefingError
from briefing.text import clean
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.widgets.cells import Tone


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
        path = Path(answers[0]).expanduser().absolute()
        if path.is_dir():
            path = path / self._offered.name
        elif not path.suffix:
            path = path.with_suffix(self._offered.suffix)
        if path.exists() and path != self._asked:
            self._asked = path
            raise ExistsError(path)
        return self._write(path, self._content(path))

    async def _write(self, path: Path, content: Callable[[], bytes]) -> None:
        prepare.save(path, await asyncio.to_thread(content))
        self._screen.say(f"Written to {path}", Tone.GOOD)
