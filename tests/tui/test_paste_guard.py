from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from briefing.model import RECORD_TYPES
from briefing.tui.app import BriefingApp
from briefing.tui.screens.paste import PasteScreen
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until

TEXT = "quick\nuncle\nDelete the f1rst zebra, then ask 123 beavers /here: why?\tinquire\nq"


def flood(app: BriefingApp, text: str) -> None:
    """Send a text as a terminal without bracketed paste does: as keys, all at once."""
    assert app._driver is not None
    for character in text:
        key = {"\n": "enter", "\t": "tab", " ": "space"}.get(character, character)
        app._driver.send_message(events.Key(key, "\r" if character == "\n" else character))


def held(app: BriefingApp) -> int:
    return sum(app.desk.store.count(kind) for kind in RECORD_TYPES)


async def asked(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, PasteScreen))


@pytest.mark.parametrize("place", ["1", "2", "3", "4", "i", "z"])
async def test_a_flood_of_keys_is_asked_about_and_runs_nothing(tmp_path: Path, place: str) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press(place)
        await settled(pilot)
        records, chosen = held(app), app.main.chosen
        flood(app, TEXT)
        await asked(pilot)

        assert (held(app), app.main.chosen, app.is_running) == (records, chosen, True)
        assert "Read this text?" in screen_text(app)
        assert "quick" in screen_text(app)


async def test_a_bracketed_paste_is_asked_about(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.post_message(events.Paste(TEXT))
        await asked(pilot)

        assert "uncle" in screen_text(app)


async def test_what_follows_a_paste_is_added_to_it(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        flood(app, "quick uncle")
        await asked(pilot)
        flood(app, "\nand yet another line")
        await until(pilot, lambda: "and yet another line" in screen_text(app))

        assert "quick uncle" in screen_text(app)


async def test_a_key_held_down_goes_on_moving(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("2", "home")
        flood(app, "jjjjjjjjjj")
        await until(pilot, lambda: app.main.forums.list.index == 10)

        assert not isinstance(app.screen, PasteScreen)


async def test_a_text_field_takes_a_flood_as_its_own(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/")
        flood(app, "cable quay")
        await until(pilot, lambda: app.main.timeline.words == "cable quay")

        assert not isinstance(app.screen, PasteScreen)


async def test_no_line_of_a_flood_leaves_a_text_field_and_runs(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/")
        records = held(app)
        flood(app, TEXT)
        await settled(pilot)
        await settled(pilot)

        assert (app.is_running, held(app), len(app.screen_stack)) == (True, records, 1)
