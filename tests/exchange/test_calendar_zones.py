import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, strategies as st
from icalendar import Calendar

from briefing.exchange.calendar_zones import zone
from briefing.when import Precision, When, ZoneBasis
from tests.exchange.calendars import at, item, items, lines, made, told

CITIES = (
    *("Europe/Oslo", "Europe/London", "Europe/Zurich", "Europe/Brussels", "Europe/Istanbul"),
    *("Europe/Moscow", "America/New_York", "America/Santiago", "America/Sao_Paulo"),
    *("America/Mexico_City", "Africa/Cairo", "Africa/Nairobi", "Africa/Casablanca"),
    *("Asia/Jerusalem", "Asia/Tehran", "Asia/Kolkata", "Asia/Singapore", "Australia/Sydney"),
    *("Australia/Lord_Howe", "Pacific/Apia", "Pacific/Chatham", "America/St_Johns"),
)
"""Both hemispheres, half and quarter hours, rules that came and went: twenty cities and more."""

_HOUR = dt.timedelta(hours=1)


def _changes(key: str, year: int) -> list[dt.datetime]:
    """When the clocks of a city change in a year, to the hour, in UTC."""
    first = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    here = ZoneInfo(key)
    offsets = [(first + n * _HOUR).astimezone(here).utcoffset() for n in range(366 * 24 + 1)]
    return [first + n * _HOUR for n in range(1, len(offsets)) if offsets[n - 1] != offsets[n]]


@st.composite
def _times(draw: st.DrawFn) -> tuple[When, int]:
    """A time in a city, mostly within two days of a change of its clocks, and today's year."""
    key = draw(st.sampled_from(CITIES))
    year = draw(st.integers(2005, 2037))
    near = draw(st.sampled_from(_changes(key, year) or [dt.datetime(year, 7, 1, tzinfo=dt.UTC)]))
    minutes = draw(st.integers(-2 * 24 * 60, 2 * 24 * 60))
    start = (near + dt.timedelta(minutes=minutes)).astimezone(ZoneInfo(key)).replace(tzinfo=None)
    end = start + dt.timedelta(minutes=draw(st.integers(1, 3000)))
    when = When(
        date=start.date(),
        time=start.time(),
        end_date=end.date() if end.date() != start.date() else None,
        end_time=end.time(),
        zone=key,
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )
    return when, draw(st.integers(2020, 2035))


def _moment(when: dt.datetime) -> dt.datetime:
    return when.astimezone(dt.UTC)


@given(_times())
def test_icalendar_reads_the_instants_of_a_time_beside_a_change_of_clocks(
    drawn: tuple[When, int],
) -> None:
    when, year = drawn
    span = when.span(ZoneInfo("UTC"))
    assert span is not None

    found = item(at(when), today=dt.date(year, 6, 2))

    assert span.start == _moment(found["DTSTART"].dt)
    last = found["DTEND"].dt if "DTEND" in found else found["DTSTART"].dt
    assert span.end == _moment(last)


@given(_times())
def test_the_zone_that_the_file_describes_says_the_same_as_the_zone_that_it_names(
    drawn: tuple[When, int],
) -> None:
    when, year = drawn
    content = made(at(when), today=dt.date(year, 6, 2)).content
    described: list[Any] = Calendar.from_ical(content).walk("VTIMEZONE")
    (found,) = items(content)

    times = [found[name].dt for name in ("DTSTART", "DTEND") if name in found]
    for own in (one.to_tz(lookup_tzid=False) for one in described):
        assert [at.utcoffset() for at in times] == [
            at.replace(tzinfo=own).utcoffset() for at in times
        ]
    assert bool(described) == ("TZID" in found["DTSTART"].params)


@pytest.mark.parametrize("key", CITIES)
def test_a_zone_has_one_change_each_way_at_most_as_outlook_reads_it(key: str) -> None:
    told_lines = list(zone(key, 2026).lines())

    assert told_lines.count("BEGIN:STANDARD") == 1
    assert told_lines.count("BEGIN:DAYLIGHT") <= 1
    rules = [line for line in told_lines if line.startswith("RRULE")]
    assert len(rules) in (0, 2)
    assert not any(line.startswith("RDATE") for line in told_lines)


def test_the_rules_of_a_year_are_those_that_hold_in_the_years_around_it() -> None:
    assert [
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ] == [line for line in zone("Europe/Oslo", 2023).lines() if line.startswith("RRULE")]
    assert [
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    ] == [line for line in zone("America/New_York", 2026).lines() if line.startswith("RRULE")]


def _at(key: str, year: int, month: int, day: int, hour: int, minute: int) -> When:
    return When(
        date=dt.date(year, month, day),
        time=dt.time(hour, minute),
        zone=key,
        precision=Precision.MINUTE,
    )


@pytest.mark.parametrize(
    ("when", "start"),
    [
        (_at("Europe/Oslo", 2031, 3, 30, 1, 59), "DTSTART;TZID=Europe/Oslo:20310330T015900"),
        # A time that is skipped is the one that the clocks show then (PEP 495, fold=0).
        (_at("Europe/Oslo", 2031, 3, 30, 2, 30), "DTSTART;TZID=Europe/Oslo:20310330T033000"),
        (_at("Europe/Oslo", 2031, 10, 26, 2, 30), "DTSTART:20311026T003000Z"),
        (_at("America/New_York", 2006, 3, 20, 9, 0), "DTSTART:20060320T140000Z"),
        # Moscow was an hour further then. What is foretold of a zone is no example: Morocco's
        # changes of 2031 are in the data of 2025, and no longer in those of 2026.
        (_at("Europe/Moscow", 2012, 6, 20, 9, 0), "DTSTART:20120620T050000Z"),
    ],
)
def test_a_time_that_programs_might_read_apart_is_written_in_utc(when: When, start: str) -> None:
    assert [start] == told(made(at(when)).content, ["DTSTART;TZID", "DTSTART:20"])


def test_a_time_that_ends_in_an_hour_that_comes_twice_is_written_in_utc() -> None:
    when = msgspec.structs.replace(_at("Europe/Oslo", 2031, 10, 26, 0, 30), end_time=dt.time(2, 30))

    assert ["DTSTART:20311025T223000Z", "DTEND:20311026T003000Z"] == told(
        made(at(when)).content, ["DTSTART:2", "DTEND"]
    )


@pytest.mark.parametrize("when", [_at(key, 2031, 6, 12, 9, 0) for key in ("Europe/Oslo", "UTC")])
def test_only_zones_that_are_named_are_described(when: When) -> None:
    content = made(at(when)).content

    assert ("BEGIN:VTIMEZONE" in lines(content)) == (b"DTSTART;TZID=" in content)


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_comes_twice_is_in_no_zone_either_time(fold: int) -> None:
    # In 2005 clocks went back in Sao Paulo; by the rules of 2020 they never change.
    twice = dt.datetime(2005, 2, 19, 23, 30, fold=fold)  # noqa: DTZ001 - a wall time

    assert not zone("America/Sao_Paulo", 2020).tells(twice)
