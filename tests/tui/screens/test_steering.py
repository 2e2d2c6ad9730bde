import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from briefing.tui.widgets import line_view
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def key(app: BriefingApp) -> str | None:
    return app.main.timeline.list.key


def keys(app: BriefingApp) -> list[str]:
    return list(app.main.timeline.list.rows.keys)


async def test_today_has_a_line_that_costs_no_key(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        lines = [line.split("┃")[0].strip(" ─") for line in screen_text(app).split("\n")]
        await press(pilot, "up")
        before = key(app)
        await press(pilot, "down")

        assert "today, Mon 10 March" in lines
        assert (before, key(app)) == ("winter-call", "ask-pass")


async def test_g_twice_goes_to_the_first_row_and_once_says_so(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "G", "g")
        told, waited = screen_text(app), key(app)
        await press(pilot, "g")

        assert "g once more goes to the first row." in told
        assert waited == keys(app)[-1]
        assert key(app) == keys(app)[0]
        assert "g once more" not in screen_text(app)


async def test_a_second_g_that_comes_late_is_a_first_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_view, "SECOND_KEY_WITHIN", 0.01)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "G", "g")
        await until(pilot, lambda: "g once more" not in screen_text(app))
        await press(pilot, "g")

        assert key(app) == keys(app)[-1]


@pytest.mark.parametrize(
    ("typed", "reached"),
    [
        ("18 mar", "geneva-round"),
        ("2031-04", "spring-session"),
        ("next friday", "geneva-round"),
        ("12 march", "cut-cable"),
        ("1 march 2031", "winter-call"),
        ("2035", "spring-session"),
    ],
)
async def test_a_date_is_gone_to_as_people_say_it(tmp_path: Path, typed: str, reached: str) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "@")
        for letter in typed:
            await pilot.press(letter)
        await press(pilot, "enter")

        assert key(app) == reached


async def test_what_is_no_date_is_said_and_asked_for_again(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "@", "x", "enter")

        assert "no date is read in 'x'" in screen_text(app)


async def test_one_key_goes_to_what_has_no_date(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "U")

        assert key(app) == "someday"


async def test_side_events_fold_under_their_conference_and_are_counted(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        before = keys(app)
        await press(pilot, "-")
        folded, told = keys(app), screen_text(app)
        await press(pilot, "+")

        assert key(app) == "harbour-week"
        assert set(before) - set(folded) == {"cut-cable", "night-watch", "small-ports"}
        assert "+3 Harbour Week 2031" in told
        assert keys(app) == before


async def test_all_is_folded_and_unfolded_by_one_key(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        before = keys(app)
        await press(pilot, "*")
        folded = keys(app), key(app)
        await press(pilot, "*")

        assert folded[1] == "harbour-week"
        assert len(folded[0]) == len(before) - 3
        assert keys(app) == before


async def test_what_is_folded_is_unfolded_to_be_gone_to_and_found(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "*", "/", *"night")
        found = keys(app)
        await press(pilot, "escape")
        folded = keys(app)
        app.main.go_to("night-watch")
        await settled(pilot)

        assert "night-watch" in found
        assert "night-watch" not in folded
        assert key(app) == "night-watch"


async def test_what_is_folded_is_folded_at_the_next_start(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (app, pilot):
        await press(pilot, "*", "q")
    async with desk_on_screen(folder) as (app, _):
        assert "cut-cable" not in keys(app)


async def test_where_one_was_is_written_down_a_second_after_the_move(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (app, pilot):
        await press(pilot, "G", "-", "z")
        state = folder / "data" / "state.json"

        def kept() -> dict[str, str]:
            held = json.loads(state.read_bytes())["screen"] if state.exists() else {}
            assert isinstance(held, dict)
            return held

        await until(pilot, lambda: kept().get("timeline row") == "someday")

        assert kept()["zoom"] == "yes"
        assert app.is_open
