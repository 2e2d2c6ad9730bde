from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from textual.pilot import Pilot

from briefing.desk.desk import Desk
from briefing.tui.app import BriefingApp
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.jump import LETTERS, labels
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.virtual_list import NoRows
from tests.tui import example
from tests.tui.screens.golden import seen, shown
from tests.tui.support import desk_on_screen, screen_text, settled


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def record(app: BriefingApp) -> str:
    assert isinstance(app.screen, MainScreen)
    assert app.screen.detail.record is not None
    return app.screen.detail.record.id


# All that is linked --------------------------------------------------------------------------


async def test_all_that_is_tied_is_listed_by_what_it_is_and_gone_to_and_back(
    tmp_path: Path,
) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        app.main.go_to("cut-cable")
        await press(pilot, "L")
        told = shown(pilot)
        looked_at = seen("tied", pilot)
        await press(pilot, *"held at", "escape", "L", *"costs", "enter")
        there = record(app)
        await press(pilot, "backspace")

        assert told == looked_at
        assert there == "skerry-on-costs"
        assert record(app) == "cut-cable"


async def test_a_source_lists_all_that_rests_on_it(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await press(pilot, "s", "L")
        screen = app.screen
        assert isinstance(screen, ChooseScreen)
        told = screen_text(app)
        await press(pilot, *"register for", "enter")

        assert "Cited in · 5" in told
        assert record(app) == "register-panel"


async def test_the_source_of_a_record_is_in_the_list_too(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("register-panel")
        await press(pilot, "L", *"rests on", "enter")

        assert isinstance(app.screen, SourceScreen)


# Jump mode -----------------------------------------------------------------------------------


@given(st.integers(0, 676))
def test_no_label_begins_another(count: int) -> None:
    found = labels(count)

    assert len(set(found)) == len(found) == count
    singles = {label for label in found if len(label) == 1}
    assert not any(label[0] in singles for label in found if len(label) == 2)
    assert len(singles) == min(count, len(LETTERS)) or count > len(LETTERS)


async def test_letters_stand_over_all_in_sight_and_lead_there(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)
        before = screen_text(app)
        await press(pilot, "J")
        told = shown(pilot)
        looked_at = seen("jump", pilot)
        await press(pilot, "a")

        assert told == looked_at
        assert record(app) == "winter-call"
        assert len(screen_text(app)) > 0
        await press(pilot, "backspace")
        assert record(app) == "cut-cable"
        assert screen_text(app).splitlines()[2:] == before.splitlines()[2:]


async def test_a_row_of_another_pane_is_jumped_to_with_two_letters(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "J")
        line = next(text for text in screen_text(app).split("\n") if "Who pays for" in text)
        label = line[: line.index("Who pays for")].split()[-2]
        await press(pilot, *label)

        assert record(app) == "who-pays"
        assert app.main.chosen.id == "questions"


@pytest.mark.parametrize("keys", [("escape",), ("down",), ("b", "1")])
async def test_what_is_no_label_jumps_nowhere(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        before = screen_text(app)
        await press(pilot, "J", *keys)

        assert screen_text(app) == before


async def test_letters_go_when_other_things_are_shown_under_them(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)
        await press(pilot, "J")
        shown_now = (app.main.detail.text, app.main.timeline.list)
        before = [len(view.letters) for view in shown_now]
        app.main.detail.text.show([])
        app.main.timeline.list.show(NoRows())
        after = [len(view.letters) for view in shown_now]
        await press(pilot, LETTERS[0])

        assert all(before)
        assert after == [0, 0]
        assert app.screen is app.main


# Hiding --------------------------------------------------------------------------------------


async def test_a_pane_is_put_away_until_its_number_is_pressed_at_the_next_start_too(
    tmp_path: Path,
) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (app, pilot):
        await press(pilot, "2", "Z", "q")
    async with desk_on_screen(folder) as (app, pilot):
        hidden = app.main.forums.display
        stops = []
        for _ in range(3):
            await press(pilot, "tab")
            stops.append("detail" if app.main.is_reading else app.main.chosen.id)
        await press(pilot, "2")

        assert not hidden
        assert "forums" not in stops
        assert app.main.forums.display


async def test_the_detail_is_put_away_and_enter_brings_it_back(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "4", "Z")
        hidden = app.main.detail.display
        await press(pilot, "enter")

        assert not hidden
        assert app.main.detail.display
        assert app.main.is_reading


async def test_the_last_pane_stays(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "Z", "Z", "Z")

        assert "This is the last pane" in screen_text(app)
        assert app.main.chosen.display


# A second window -----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["e", "n", "a", "c", "delete", "space", "m", "u", "I"])
async def test_while_another_window_writes_what_changes_says_so(tmp_path: Path, key: str) -> None:
    folder = example.make(tmp_path)
    with Desk.open(folder, clock=lambda: example.NOW):
        async with desk_on_screen(folder) as (app, pilot):
            if key == "a":
                await press(pilot, "3", "down")
            app.main.go_to("what-ask" if key in "ac" else "register-panel")
            await press(pilot, "down", "up", key)

            assert "read only" in screen_text(app).split("\n")[0]
            assert "Another window is writing; this one only shows." in screen_text(app)
            assert isinstance(app.screen, MainScreen)


# Colours -------------------------------------------------------------------------------------


async def test_colours_are_gone_through_by_one_key(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        themes = []
        for _ in range(3):
            await press(pilot, "ctrl+l")
            themes.append(app.theme)

        assert themes == ["briefing-light", "briefing-contrast", "briefing-dark"]
