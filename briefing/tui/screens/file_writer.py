"""Writes a file where the person says."""

from collections.abc import Callable
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

    A folder gets a file of the name that was offered, and a bare name that one's ending.
    """

    def __init__(self, content: Callable[[Path], bytes], offered: Path, screen: DeskScreen) -> None:
        self._content = content
        self._offered = offered
        self._screen = screen
        self._asked: Path | None = None

    def __call__(self, answers: tuple[str, ...]) -> None:
        """Write the file and say so; ExistsError at the first time, UnwritableError."""
        path = Path(answers[0]).expanduser().absolute()
        if path.is_dir():
            path = path / self._offered.name
        elif not path.suffix:
            path = path.with_suffix(self._offered.suffix)
        if path.exists() and path != self._asked:
            self._asked = path
            raise ExistsError(path)
        prepare.save(path, self._content(path))
        self._screen.say(f"Written to {path}", Tone.GOOD)
