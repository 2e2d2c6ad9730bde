"""What tests of the screen share: the screen as text, and waiting without sleeping."""

from collections.abc import Callable
from typing import TypeVar

from textual.app import App
from textual.pilot import Pilot

_MOST_PAUSES = 200

_Result = TypeVar("_Result")


def screen_text(app: App[_Result]) -> str:
    """Return what the screen shows, a line a line, without trailing spaces."""
    # Textual offers this publicly only as an SVG.
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[_Result], condition: Callable[[], bool]) -> None:
    """Wait until the app has come so far; tell what the screen shows when it never does."""
    for _ in range(_MOST_PAUSES):
        if condition():
            return
        await pilot.pause()
    raise AssertionError(screen_text(pilot.app))
