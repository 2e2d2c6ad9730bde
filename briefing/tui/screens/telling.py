"""What can't be done is told in the status line, and the screen goes on."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefing.errors import BriefingError
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.widgets.cells import Tone


@contextmanager
def telling(screen: DeskScreen) -> Iterator[None]:
    """Tell a BriefingError of the block in the screen's status line."""
    try:
        yield
    except BriefingError as error:
        screen.say(str(error), Tone.BAD)
