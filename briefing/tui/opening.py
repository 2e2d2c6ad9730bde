"""Opens a desk for the screen, off the path of the first frame: this imports all that is heavy."""

import datetime as dt
from importlib import import_module
from pathlib import Path

from briefing.desk.desk import Clock, Desk
from briefing.store import LockedError


def opened(folder: Path, clock: Clock, today: dt.date | None) -> Desk:
    """Open the desk in a folder; to read only where another program writes in it."""
    try:
        desk = Desk.open(folder, clock=clock, today=today)
    except LockedError:
        desk = Desk.open(folder, clock=clock, today=today, writing=False)
    desk.index  # noqa: B018 - opens its file here.
    desk.links.dated()  # Makes the look-ups ready, which may take seconds in a large desk.
    return desk


_NEEDED_SOON = ("briefing.reader.intake", "briefing.tui.screens.note", "textual.widgets._text_area")


def make_ready() -> None:
    """Import what the first document and the first note need, before anybody waits for it.

    The reader takes most of a second, a text to write in a tenth.
    """
    for name in _NEEDED_SOON:
        import_module(name)
