import gc
import weakref
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache
from textual.pilot import Pilot
from textual.screen import Screen

from briefing.tui import memory, upkeep
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.widgets.query_field import QueryLine
from tests.tui import example
from tests.tui.support import desk_on_screen, settled, until


async def closed(pilot: Pilot[None]) -> weakref.ref[Screen[object]]:
    """Open a list and close it."""
    await pilot.press("n")
    await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
    screen = weakref.ref(pilot.app.screen)
    await pilot.press("escape", "down")
    await settled(pilot)
    return screen


async def test_a_closed_screen_is_forgotten_when_the_hand_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "LOOK_EVERY", 0.02)
    monkeypatch.setattr(upkeep, "HAND_RESTS", 0.05)
    async with desk_on_screen(example.make(tmp_path)) as (_, pilot):
        screen = await closed(pilot)

        await until(pilot, lambda: screen() is None)


async def test_what_closed_screens_looked_like_is_forgotten_when_the_hand_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "LOOK_EVERY", 0.02)
    monkeypatch.setattr(upkeep, "HAND_RESTS", 0.05)

    def looks() -> int:
        gc.collect()
        return sum(isinstance(one, StylesCache) for one in gc.get_objects())

    async with desk_on_screen(example.make(tmp_path)) as (_, pilot):
        await closed(pilot)
        await pilot.pause(0.1)
        before = looks()
        for _ in range(3):
            await closed(pilot)

        await until(pilot, lambda: looks() <= before)


async def test_rows_filled_after_a_screen_was_closed_do_not_keep_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.desk.placing._FEW", 1)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        frozen = gc.get_freeze_count()
        screen = await closed(pilot)
        await pilot.press("2", "v")
        await until(pilot, lambda: app.main.forums.is_filled)

        gc.collect()
        assert screen() is None
        assert gc.get_freeze_count() <= frozen
        assert gc.isenabled()


async def test_a_query_line_that_was_taken_away_is_forgotten(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        lines = []
        for _ in range(3):
            await pilot.press("/", "c")
            await until(pilot, lambda: bool(app.main.query(QueryLine)))
            lines.append(weakref.ref(app.main.query(QueryLine).first()))
            await pilot.press("escape", "escape")
            await settled(pilot)
        memory.tidy()

        # The last one is still known to have had the focus.
        assert [line() for line in lines[:-1]] == [None, None]
