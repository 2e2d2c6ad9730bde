import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import attend, intake
from briefing.desk.desk import Desk
from briefing.model import Engagement, Event, Going
from briefing.reader import Incoming
from briefing.tui.app import BriefingApp
from briefing.tui.screens.board import BoardScreen
from briefing.tui.screens.main import MainScreen
from tests.arrange.records import at
from tests.invented_listing import LISTING, TODAY
from tests.tui.screens.desk_for_tests import press, says, write
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, settled, until

NOW = dt.datetime(2031, 6, 10, 8, tzinfo=dt.UTC)
HOMES = {
    "new-york": "America/New_York",
    "oslo": "Europe/Oslo",
    "suva": "Pacific/Fiji",
    "honolulu": "Pacific/Honolulu",
}
SMALL = (60, 20)
MONDAY, TUESDAY = dt.date(2031, 6, 16), dt.date(2031, 6, 17)
SUMMARY = {MONDAY: "3 clashes", TUESDAY: "4 clashes", dt.date(2031, 6, 18): "3 clashes"}


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with all of the listing in its store."""
    return make(tmp_path_factory.mktemp("listing"), "Europe/Oslo")


def make(folder: Path, home: str) -> Path:
    settings = f'title = "Harbour desk"\ntoday = {TODAY}\n[me]\nname = "Ada"\nhome = "{home}"\n'
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    with Desk.open(folder, clock=lambda: NOW) as desk:
        arrival = intake.bring_in(desk, Incoming(name="listing.txt", raw=LISTING.encode()))
        intake.accept(desk, arrival.proposals, checked=False)
    return folder


@asynccontextmanager
async def board_on(
    folder: Path, day: dt.date, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    app = BriefingApp(folder, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        await app.push_screen(BoardScreen(day))
        await until(pilot, lambda: "Board of" in screen_text(app))
        await settled(pilot)
        yield app, pilot


def record(app: BriefingApp) -> Event:
    screen = app.screen
    assert isinstance(screen, BoardScreen)
    assert isinstance(screen.record, Event)
    return screen.record


# What is seen ------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", HOMES)
async def test_a_day_is_told_on_its_own_clock_and_on_ones_own(tmp_path: Path, place: str) -> None:
    async with board_on(make(tmp_path, HOMES[place]), TUESDAY) as (_, pilot):
        assert seen(f"board-{place}", pilot) == shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_is_laid_out_for_the_room_there_is(
    listing: Path, size: tuple[int, int]
) -> None:
    async with board_on(listing, MONDAY, size) as (_, pilot):
        assert seen("board", pilot) == shown(pilot)


@pytest.mark.parametrize("place", HOMES)
async def test_the_ten_pairs_are_the_same_at_any_home(tmp_path: Path, place: str) -> None:
    async with board_on(make(tmp_path, HOMES[place]), MONDAY) as (app, pilot):
        for summary in SUMMARY.values():
            assert summary in screen_text(app).splitlines()[0]
            await press(pilot, "n")


async def test_what_is_due_on_a_day_stands_above_it(listing: Path) -> None:
    async with board_on(listing, dt.date(2031, 6, 13)) as (app, _):
        lines = screen_text(app).splitlines()

        assert "2 due" in lines[0]
        assert "Register for Who pays the repair ship?" in "".join(lines)
        assert "by 16:00 New York" in "".join(lines)


async def test_a_day_without_anything_says_so(listing: Path) -> None:
    async with board_on(listing, dt.date(2031, 8, 1)) as (app, pilot):
        await says(pilot, "Nothing is on, and nothing is due.")
        await press(pilot, "down", "right", "space", "x", "c", "enter")

        assert isinstance(app.screen, BoardScreen)


async def test_a_busy_time_stands_on_the_board(listing: Path) -> None:
    with Desk.open(listing, clock=lambda: NOW) as desk, desk.change("busy") as edit:
        edit.put(Engagement(id="busy", when=at("2031-06-19", "10:00", "11:00", "Europe/Oslo")))
    async with board_on(listing, dt.date(2031, 6, 19)) as (_, pilot):
        await says(pilot, "busy elsewhere")


# Walking -----------------------------------------------------------------------------------------


async def test_the_arrows_walk_what_is_beside_and_below(listing: Path) -> None:
    async with board_on(listing, MONDAY) as (app, pilot):
        walked = [record(app).title]
        for key in ("down", "right", "right", "right", "left", "up", "up"):
            await press(pilot, key)
            walked.append(record(app).title)

    assert walked[:3] == ["Breakfast on cable maps", "Who pays the repair ship?", walked[2]]
    assert {"Lights on the reef", "Storms and old buoys"} == {walked[2], walked[3]}
    assert walked[3] == walked[4]
    assert walked[2] == walked[5]
    assert ["Breakfast on cable maps"] == walked[6:7]
    assert walked[7].startswith("Side Events")


@pytest.mark.parametrize("size", [SMALL, (80, 24), (120, 30)])
async def test_down_alone_or_with_right_reaches_all_there_is(
    listing: Path, size: tuple[int, int]
) -> None:
    async with board_on(listing, MONDAY, size) as (app, pilot):
        await press(pilot, "home")
        met = {record(app).title}
        for _ in range(8):
            await press(pilot, "right")
            met.add(record(app).title)

    assert 5 == len(met)


async def test_the_days_beside_are_a_key_away(listing: Path) -> None:
    async with board_on(listing, MONDAY) as (app, pilot):
        for key in ("n", "right_square_bracket", "p", "left_square_bracket", "p"):
            await press(pilot, key)
        before = screen_text(app).splitlines()[0]
        await press(pilot, "t")

    assert "Sun 15 Jun 2031" in before


async def test_a_low_screen_tells_a_clash_in_the_status_line(listing: Path) -> None:
    async with board_on(listing, MONDAY, SMALL) as (_, pilot):
        await press(pilot, "down")

        await says(pilot, "Clash, at the same time: Storms and old buoys")


async def test_enter_opens_the_record_on_the_main_screen(listing: Path) -> None:
    async with board_on(listing, MONDAY) as (app, pilot):
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))

        assert app.main.record is not None
        assert "Who pays the repair ship?" == getattr(app.main.record, "title", "")


# Choosing ----------------------------------------------------------------------------------------


async def test_to_go_is_one_key_and_says_what_clashes(tmp_path: Path) -> None:
    async with board_on(make(tmp_path, "Europe/Oslo"), MONDAY) as (app, pilot):
        await press(pilot, "down", "space")
        await says(pilot, "[going]")
        await says(pilot, "Going, though it clashes with 2.")
        held = attend.attendance(app.desk, record(app).id)
        await press(pilot, "space")
        await says(pilot, "Open again.")

        assert held is not None
        assert Going.GOING == held.going
        assert attend.attendance(app.desk, record(app).id) is None


async def test_what_is_declined_clashes_no_more_and_undo_takes_it_back(tmp_path: Path) -> None:
    async with board_on(make(tmp_path, "Europe/Oslo"), MONDAY) as (_, pilot):
        await press(pilot, "down", "x")
        await says(pilot, "[declined]")
        await says(pilot, "  1 clash")
        await press(pilot, "u")
        await says(pilot, "3 clashes")


async def test_a_colleague_is_asked_for_by_name(tmp_path: Path) -> None:
    async with board_on(make(tmp_path, "Europe/Oslo"), MONDAY) as (app, pilot):
        await press(pilot, "down", "c")
        await says(pilot, "Who goes instead?")
        await write(pilot, "Bo Ferry")
        await press(pilot, "enter")
        await says(pilot, "Covered by Bo Ferry. u takes that back.")
        held = attend.attendance(app.desk, record(app).id)

        assert held is not None
        assert "Bo Ferry" == held.covered_by


# From the main screen ----------------------------------------------------------------------------


async def test_d_opens_the_day_of_what_is_under_the_cursor(listing: Path) -> None:
    app = BriefingApp(listing, clock=lambda: NOW)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        await settled(pilot)
        event = next(e for e in app.desk.store.all(Event) if e.title == "Maps that lie")
        app.main.go_to(event.id)
        await press(pilot, "d")
        await until(pilot, lambda: "Board of Wed 18 Jun 2031" in screen_text(app))
        await settled(pilot)

        assert event.id == record(app).id


async def test_x_narrows_the_timeline_to_what_clashes(listing: Path) -> None:
    app = BriefingApp(listing, clock=lambda: NOW)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        await settled(pilot)
        events = {e.title: e.id for e in app.desk.store.all(Event)}
        app.main.go_to(events["Maps that lie"])
        await press(pilot, "x")
        await settled(pilot)
        alone = set(app.main.timeline.only or ())
        await press(pilot, "escape")
        assert app.main.timeline.only is None

    titles = {"Maps that lie", "A pilot's day", "Salt, rust and paint"}
    assert {events[title] for title in titles} == alone
