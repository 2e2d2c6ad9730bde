"""Three days in New York out of the five announcements: only times and counts are told here."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.desk.desk import Desk
from briefing.tui.app import BriefingApp
from briefing.tui.screens.board import BoardScreen
from tests.support import command, needs_seeds, seeds
from tests.tui.support import screen_text, settled, until

pytestmark = needs_seeds

HOMES = ("America/New_York", "Europe/Oslo", "Pacific/Fiji", "Pacific/Honolulu")
FIRST = dt.date(2023, 7, 24)
TODAY = ("--today", "2023-07-16")
NOW = dt.datetime(2023, 7, 16, 12, tzinfo=dt.UTC)

PAIRS = Counter(
    {
        ("2023-07-24", "13:00:00", "13:15:00"): 2,
        ("2023-07-24", "13:15:00", "13:15:00"): 1,
        ("2023-07-25", "08:30:00", "08:30:00"): 1,
        ("2023-07-25", "13:00:00", "13:15:00"): 1,
        ("2023-07-25", "13:00:00", "13:30:00"): 1,
        ("2023-07-25", "13:15:00", "13:30:00"): 1,
        ("2023-07-26", "13:15:00", "13:15:00"): 3,
    }
)
"""Day and both beginnings, on the clock of New York."""


@pytest.fixture(scope="module", params=HOMES, ids=lambda home: home.rpartition("/")[2])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("three-days")
    settings = f'[me]\nname = "A. Delegate"\nhome = "{request.param}"\n'
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    brought_in = command("import", *seeds(), "--accept", "--workspace", folder, *TODAY)
    assert brought_in.code == 0
    return folder


@pytest.fixture(scope="module")
def events(desk: Path) -> dict[str, Any]:
    return {event["id"]: event for event in asked(desk, "timeline")}


def asked(desk: Path, *words: str) -> list[Any]:
    printed = command(*words, "--json", "--workspace", desk, *TODAY)
    assert printed.code == 0
    return list(printed.data)


def beginnings(pair: Any, events: dict[str, Any]) -> tuple[str, ...]:  # noqa: ANN401
    moments = [events[id]["when"] for id in pair]
    days = {moment["date"] for moment in moments}
    assert {"America/New_York"} == {moment["zone"] for moment in moments}
    return (*days, *sorted(moment["time"] for moment in moments))


def test_ten_pairs_clash_wherever_home_is(desk: Path, events: dict[str, Any]) -> None:
    found = asked(desk, "clashes", "--from", "2023-07-24", "--to", "2023-07-26")

    assert Counter(beginnings(clash["events"], events) for clash in found) == PAIRS
    assert {("at the same time", True)} == {(clash["reason"], clash["sure"]) for clash in found}


def test_no_other_pair_of_the_five_clashes(desk: Path) -> None:
    assert 10 == len(asked(desk, "clashes", "--all"))


def test_four_registrations_end_in_the_week_before(desk: Path) -> None:
    due = [task["due"] for task in asked(desk, "deadlines")]

    days = [moment["date"] for moment in due if "2023-07-17" <= moment["date"] <= "2023-07-23"]
    assert ["2023-07-17", "2023-07-21", "2023-07-21", "2023-07-23"] == days
    assert 4 == len(due)


def test_the_listing_of_the_board_has_the_same_pairs(desk: Path, events: dict[str, Any]) -> None:
    days = asked(desk, "board", "2023-07-24", "--days", "3")

    pairs = {
        frozenset((slot["id"], other))
        for day in days
        for slot in day["slots"]
        for other in slot.get("clashes", ())
    }
    assert Counter(beginnings(pair, events) for pair in pairs) == PAIRS
    assert [1, 1, 1] == [len(day["all_day"]) for day in days]
    assert [4, 5, 3] == [len(day["slots"]) for day in days]
    assert [[1, 3], [2, 3], [3]] == [[len(ids) for ids in d["at_the_same_time"]] for d in days]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 30), (200, 50)])
async def test_the_board_shows_the_pairs_and_what_is_due(desk: Path, size: tuple[int, int]) -> None:
    app = BriefingApp(desk, clock=lambda: NOW, today=dt.date(2023, 7, 16))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        await app.push_screen(BoardScreen(dt.date(2023, 7, 17)))
        told = []
        for _ in range(10):
            await settled(pilot)
            told.append(screen_text(app).splitlines()[0].partition("2023")[2].split())
            await pilot.press("n")

    assert told == [
        ["0", "clashes", "·", "1", "due"],
        *[["0", "clashes"]] * 3,
        ["0", "clashes", "·", "2", "due"],
        ["0", "clashes"],
        ["0", "clashes", "·", "1", "due"],
        ["3", "clashes"],
        ["4", "clashes"],
        ["3", "clashes"],
    ]


def test_all_of_a_slot_is_named_as_clashing_in_the_detail(desk: Path) -> None:
    with Desk.open(desk, clock=lambda: NOW, writing=False) as opened:
        on = opened.clashing.events(FIRST, FIRST + dt.timedelta(days=2))
        counts = Counter(len(opened.clashing.of(event)) for event in on)

    assert {0: 2, 1: 2, 2: 9} == dict(counts)
