import datetime as dt
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.arrange import due
from briefing.when import When, whole_day
from tests.arrange.records import HOME, NEW_YORK, at, on
from tests.strategies import whens

DAY = dt.date(2031, 6, 6)


def _day(written: str, zone: str | None = NEW_YORK) -> When:
    return msgspec.structs.replace(whole_day(DAY, written=written), zone=zone)


def _time(when: When) -> str:
    return f"{when.time:%H:%M}" if when.time else ""


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("Friday, 6 June, COB", "17:00"),
        ("by c.o.b. on 6 June", "17:00"),
        ("6 June, close of business", "17:00"),
        ("EOD 6 June", "17:00"),
        ("end of the business day on 6 June", "17:00"),
        ("6. Juni, Dienstschluss", "17:00"),
        ("6 June (midnight)", "00:00"),
        ("6 juin, minuit", "00:00"),
        ("6 June, midnight at the end of the day", "23:59"),
        ("6. Juni 2031, 24:00 Uhr", "23:59"),
        ("6 June AoE", "23:59"),
        ("6 June, midnight AoE", "00:00"),
        ("6 June 2031", ""),
        ("the job fair of 6 June", ""),
        ("", ""),
    ],
)
def test_what_is_said_of_a_day_has_its_earliest_safe_reading(written: str, time: str) -> None:
    assert _time(due.safe(_day(written))) == time


def test_a_time_that_is_said_to_the_minute_stays() -> None:
    noon = msgspec.structs.replace(at("2031-06-06", "12:00"), written="6 June, 12:00 noon")

    assert due.safe(noon) is noon


def test_the_clock_is_that_of_the_place_that_is_said() -> None:
    new_york = due.safe(_day("6 June, COB")).span(HOME)
    nowhere = due.safe(_day("6 June, COB", zone=None)).span(HOME)
    on_earth = due.safe(_day("6 June, AoE")).span(HOME)

    assert new_york
    assert nowhere
    assert on_earth
    assert f"{new_york.start:%d %H:%M}" == "06 21:00"
    assert f"{nowhere.start:%d %H:%M}" == "06 15:00"
    assert f"{on_earth.start:%d %H:%M}" == "07 11:59"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (_day("6 June, COB"), "Fri 6 Jun 2031, COB (read as 17:00 New York · 23:00 Oslo)"),
        (_day("6 June, COB", None), "Fri 6 Jun 2031, COB (read as 17:00 (zone not given))"),
        (
            _day("6 June (midnight)"),
            "Fri 6 Jun 2031, midnight (read as 00:00 New York · 06:00 Oslo)",
        ),
        (_day("6 June AoE"), "Fri 6 Jun 2031, AoE (read as 23:59 UTC-12 · 13:59 +1 Oslo)"),
        (_day("6 June"), "Fri 6 Jun 2031"),
        (
            msgspec.structs.replace(at("2031-06-06", "12:00"), written="6 June at noon"),
            "Fri 6 Jun 2031, 12:00 Oslo (noon)",
        ),
        (When(written="soon, COB"), "no date"),
    ],
)
def test_it_is_told_as_it_was_said_and_as_it_is_read(when: When, words: str) -> None:
    assert due.words(when, HOME) == words


def test_a_deadline_is_over_when_its_safe_reading_is() -> None:
    before, after = (dt.datetime(2031, 6, 6, 21, m, tzinfo=dt.UTC) for m in (0, 1))
    cob = _day("6 June, COB")

    assert not due.is_over(cob, before - dt.timedelta(minutes=1), HOME)
    assert due.is_over(cob, after, HOME)
    assert not due.is_over(on("2031-06-06"), after, HOME)
    assert not due.is_over(When(), after, HOME)


def test_days_are_counted_on_ones_own_clock() -> None:
    honolulu = ZoneInfo("Pacific/Honolulu")
    midnight = _day("6 June (midnight)")

    assert due.days_left(midnight, dt.date(2031, 6, 6), HOME) == 0
    assert due.days_left(midnight, dt.date(2031, 6, 6), honolulu) == -1
    assert due.days_left(on("2031-06-06"), dt.date(2031, 6, 1), honolulu) == 5
    assert due.days_left(When(), DAY, HOME) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""),
        (0, "today"),
        (1, "tomorrow"),
        (3, "in 3 days"),
        (-1, "1 day ago"),
        (-2, "2 days ago"),
    ],
)
def test_the_countdown_is_told_in_words(days: int | None, words: str) -> None:
    assert due.countdown(days) == words


_WRITTEN = st.lists(
    st.sampled_from(["6 June", "COB", "midnight", "AoE", "end of day", "noon", "24:00", ","])
).map(" ".join)


@given(whens(), _WRITTEN)
def test_a_safe_reading_is_within_the_days_that_are_said_where_they_are_latest(
    when: When, written: str
) -> None:
    said = msgspec.structs.replace(when, written=written)

    meant = due.safe(said)

    assert meant.date == said.date
    assert meant.last_date == said.last_date
    assert due.safe(meant) == meant
    span, whole = meant.span(ZoneInfo("Etc/GMT+12")), said.span(ZoneInfo("Etc/GMT+12"))
    if span and whole and said.zone is None and said.offset is None:
        assert span.end <= whole.end
