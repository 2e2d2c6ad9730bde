"""Which desk is meant, and opening it."""

import datetime as dt
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.desk.desk import Desk


class NoTerminalError(BriefingError):
    """The desk is asked for where there is no terminal to show it in."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "the desk needs a terminal; `briefing --help` lists what works without one"
        )


def workspace(named: Path | None) -> Path:
    """Return the folder of a named desk, else the nearest above, else the user's own.

    The user's own is made at its first use.
    """
    from briefing.config import FILE_NAME
    from briefing.platform import user_workspace

    if named is not None:
        return named
    here = Path.cwd()
    above = next(
        (folder for folder in (here, *here.parents) if (folder / FILE_NAME).is_file()), None
    )
    if above is not None:
        return above
    own = user_workspace()
    if not (own / FILE_NAME).is_file():
        from briefing.desk.founding import make_workspace

        make_workspace(own, None)
    return own


def open_desk(named: Path | None, today: dt.date | None, *, writing: bool = True) -> "Desk":
    """Open the desk that is meant, and tell on stderr what is wrong in its settings.

    Before the first writing of a day its backup is made.
    """
    from briefing.desk.desk import Desk

    desk = Desk.open(workspace(named), clock=_now, today=today, writing=writing)
    _tell_problems(desk)
    if writing:
        _back_up(desk)
    return desk


def open_desk_to_look(named: Path | None, today: dt.date | None) -> "Desk":
    """Open the desk that is meant for one who changes nothing; see `Common.desk_to_look`."""
    from briefing.desk.desk import Desk
    from briefing.store import LockedError

    folder = workspace(named)
    try:
        desk = Desk.open(folder, clock=_now, today=today)
    except LockedError:
        desk = Desk.open(folder, clock=_now, today=today, writing=False)
    _tell_problems(desk)
    return desk


def open_screen(named: Path | None, today: dt.date | None) -> None:
    """Show the desk that is meant; NoTerminalError where there is nothing to show it in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminalError
    gc.disable()  # Until the first frame is drawn: nothing that is imported for it is garbage.
    from briefing.tui.app import run

    run(workspace(named), today)


def _tell_problems(desk: "Desk") -> None:
    for problem in desk.problems:
        sys.stderr.write(f"briefing: {problem}\n")


def _back_up(desk: "Desk") -> None:
    from briefing.desk.keeping import back_up_day
    from briefing.store import NotSavedError

    try:
        back_up_day(desk)
    except NotSavedError as error:
        sys.stderr.write(f"briefing: today's backup was not made. {error}\n")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
