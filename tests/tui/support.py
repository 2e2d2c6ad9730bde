"""What tests of the screen share: the desk on it, the screen as text, waiting without sleeping."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from textual.app import App
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from tests.tui import example

_MOST_PAUSES = 600
_QUICK_PAUSES = 100
"""After these what is waited for is a timer's, so the clock must go on."""

_Result = TypeVar("_Result")


@asynccontextmanager
async def desk_on_screen(
    folder: Path, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    """Open a desk on the screen and wait until it is shown."""
    app = BriefingApp(folder, clock=lambda: example.NOW)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        await settled(pilot)
        yield app, pilot


async def settled(pilot: Pilot[_Result]) -> None:
    """Wait until what was narrowed, and the facts of the record under the cursor, are shown."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def screen_text(app: App[_Result]) -> str:
    """Return what the screen shows, a line a line, without trailing spaces."""
    # Textual offers this publicly only as an SVG.
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[_Result], condition: Callable[[], bool]) -> None:
    """Wait until the app has come so far; tell what the screen shows when it never does."""
    for number in range(_MOST_PAUSES):
        if condition():
            return
        await pilot.pause(0.01 if number > _QUICK_PAUSES else None)
    raise AssertionError(screen_text(pilot.app))
