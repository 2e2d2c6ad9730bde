import json
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Event
from tests.arrange.records import NEW_YORK, at
from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR, REGISTER, make_folder
from tests.reader.formats.test_ics_busy import calendar

KNOTS = Event(
    id="knots",
    title="Knots and splices",
    when=at("2031-06-12", "10:00", "11:00", NEW_YORK),
    venue="Port House",
)
LATE = Event(id="late", title="Late call", when=at("2031-06-12", "18:00", "19:00", NEW_YORK))
TODAY = ("--today", "2031-06-02")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", HARBOUR, REGISTER, KNOTS, LATE)


def data(printed: str) -> Any:  # noqa: ANN401 - whatever JSON says
    return json.loads(printed)


# Clashes -----------------------------------------------------------------------------------------


def test_a_pair_is_told_with_its_reason(briefing: Briefing) -> None:
    ended = briefing("clashes", *TODAY)

    assert ended.out.splitlines() == [
        "Thu 12 Jun 2031, 09:00–10:30 EDT · 15:00–16:30 Oslo  Harbour Lights",
        "Thu 12 Jun 2031, 10:00–11:00 New York · 16:00–17:00 Oslo  Knots and splices",
        "  at the same time",
        "",
    ]


def test_plain_has_a_label_before_each_line(briefing: Briefing) -> None:
    labels = [
        line.partition(":")[0] for line in briefing("clashes", "--plain", *TODAY).out.splitlines()
    ]

    assert ["Event", "Event", "Why", ""] == labels


def test_json_tells_a_clash_with_all_that_is_known_of_it(briefing: Briefing) -> None:
    assert data(briefing("clashes", "--json", *TODAY).out) == [
        {"events": [HARBOUR.id, "knots"], "sure": True, "reason": "at the same time"}
    ]


def test_what_is_at_night_at_home_is_told_when_asked_for(briefing: Briefing) -> None:
    found = data(briefing("clashes", "--night", "--json", *TODAY).out)

    assert ["00:00 your time"] == [one["reason"] for one in found[1:]]
    assert "Late call  [00:00 your time]" in briefing("clashes", "--night", *TODAY).out


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("--from", "2031-06-12"), 1),
        (("--from", "2031-06-13"), 0),
        (("--from", "2031-06-01", "--to", "2031-06-11"), 0),
        (("--to", "2031-06-12"), 1),
        (("--today", "2031-07-01"), 0),
        (("--today", "2031-07-01", "--all"), 1),
        (("--today", "2031-07-01", "--from", "2031-06-01"), 1),
    ],
)
def test_the_days_can_be_told(briefing: Briefing, asked: tuple[str, ...], expected: int) -> None:
    assert expected == len(data(briefing("clashes", "--json", *TODAY, *asked).out))


def test_what_one_declined_is_not_listed(briefing: Briefing) -> None:
    briefing("attend", "knots", "declined")

    ended = briefing("clashes", *TODAY)

    assert ("", "No two events are on at once.\n") == (ended.out, ended.err)


# Busy --------------------------------------------------------------------------------------------


def test_busy_times_clash_until_they_are_forgotten(briefing: Briefing, folder: Path) -> None:
    own = folder / "own.ics"
    own.write_bytes(calendar("SUMMARY:Dentist\nDTSTART:20310612T223000Z\nDTEND:20310612T230000Z"))

    kept = briefing("busy", "own.ics", *TODAY)
    again = briefing("busy", "own.ics", *TODAY)
    told = briefing("clashes", *TODAY).out
    (_, clash) = data(briefing("clashes", "--json", *TODAY).out)
    cleared = briefing("busy", "--clear", *TODAY)

    assert "own.ics: 1 busy time kept.\n" == kept.err
    assert "own.ics: 0 busy times kept, 1 was known.\n" == again.err
    assert "Fri 13 Jun 2031, 00:30–01:00 Oslo  busy elsewhere" in told
    assert (["late"], "at the same time") == (clash["events"], clash["reason"])
    assert "Forgot 1 busy time.\n" == cleared.err
    assert 1 == len(data(briefing("clashes", "--json", *TODAY).out))


def test_busy_without_a_file_says_what_it_needs(briefing: Briefing) -> None:
    ended = briefing("busy")

    assert 2 == ended.code
    assert "Name a calendar file, or --clear." in ended.err


# Board -------------------------------------------------------------------------------------------


def test_a_day_is_listed_with_what_is_on_at_the_same_time_together(briefing: Briefing) -> None:
    assert briefing("board", "2031-06-12", *TODAY).out.splitlines() == [
        "Thu 12 Jun 2031",
        "  At the same time:",
        "    09:00–10:30 EDT · 15:00–16:30 Oslo  Harbour Lights",
        "    10:00–11:00 New York · 16:00–17:00 Oslo  Knots and splices",
        "  18:00–19:00 New York · 00:00 +1–01:00 +1 Oslo  Late call [00:00 your time]",
    ]


def test_several_days_are_listed_with_what_is_due(briefing: Briefing) -> None:
    lines = briefing("board", "5 June", "--days", "2", *TODAY).out.splitlines()

    assert lines == [
        "Thu 5 Jun 2031",
        "  Nothing is on, and nothing is due.",
        "",
        "Fri 6 Jun 2031",
        "  Due: Register [to do]",
    ]


def test_plain_has_a_label_before_each_line_of_a_day(briefing: Briefing) -> None:
    lines = briefing("board", "2031-06-12", "--plain", *TODAY).out.splitlines()

    labels = [line.partition(":")[0] for line in lines]
    assert ["Day", "At the same time", "At the same time", "By itself"] == labels


def test_json_tells_a_day_by_ids(briefing: Briefing) -> None:
    (day,) = data(briefing("board", "2031-06-12", "--json", *TODAY).out)

    assert [[HARBOUR.id, "knots"], ["late"]] == day["at_the_same_time"]
    assert {"knots": "at the same time"} == day["slots"][0]["clashes"]
    assert [0, 1, 0] == [slot["lane"] for slot in day["slots"]]
    assert "00:00 your time" == day["slots"][2]["night"]


def test_today_is_listed_where_no_day_is_named(briefing: Briefing) -> None:
    assert briefing("board", *TODAY).out.startswith("Mon 2 Jun 2031\n")
    assert briefing("board", "today", *TODAY).out.startswith("Mon 2 Jun 2031\n")


def test_what_is_no_day_is_misuse(briefing: Briefing) -> None:
    assert 2 == briefing("board", "xyzzy").code
