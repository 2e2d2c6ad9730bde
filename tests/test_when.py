import datetime as dt
import re
from zoneinfo import ZoneInfo, available_timezones

import msgspec
import pytest
from hypothesis import assume, given, strategies as st

from briefing.when import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Overlap,
    Precision,
    Span,
    When,
    from_iso,
    overlap,
    undated,
    whole_day,
    zone_info,
)
from briefing.when_words import (
    clock_words,
    date_words,
    home_clock_words,
    shows_home_time,
    words,
    zone_name,
)
from tests.strategies import ZONES, whens

OSLO = ZoneInfo("Europe/Oslo")

MORE_ZONES = (*ZONES, "Australia/Lord_Howe", "America/St_Johns", "Asia/Tokyo", "Pacific/Kiritimati")
DAY = dt.timedelta(days=1)

homes = st.sampled_from(MORE_ZONES).map(ZoneInfo)
minutes = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
recent_days = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))


@st.composite
def zoned(draw: st.DrawFn) -> When:
    """Times to the minute whose zone is known, most of them with an end."""
    first = draw(recent_days)
    return When(
        date=first,
        time=draw(minutes),
        end_date=draw(st.none() | st.dates(first, first + 3 * DAY)),
        end_time=draw(st.none() | minutes),
        zone=draw(st.sampled_from(MORE_ZONES)),
        precision=Precision.MINUTE,
    )


@st.composite
def neighbours(draw: st.DrawFn) -> tuple[When, When]:
    """Two zoned times within a few hours of each other, wherever their clocks stand."""
    one = draw(zoned())
    other = draw(zoned())
    assert one.date
    return one, msgspec.structs.replace(other, date=one.date, end_date=None)


def at(
    day: str,
    time: str,
    end: str | None = None,
    *,
    zone: str | None = "America/New_York",
    offset: int | None = None,
    last: str | None = None,
) -> When:
    return When(
        date=dt.date.fromisoformat(day),
        time=dt.time.fromisoformat(time),
        end_date=dt.date.fromisoformat(last) if last else None,
        end_time=dt.time.fromisoformat(end) if end else None,
        zone=zone,
        offset=offset,
        precision=Precision.MINUTE,
    )


def month(year: int, number: int, last: dt.date | None = None) -> When:
    return When(date=dt.date(year, number, 1), end_date=last, precision=Precision.MONTH)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def known_span(when: When, home: ZoneInfo = OSLO) -> Span:
    span = when.span(home)
    assert span is not None
    return span


# What can be said -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"precision": Precision.DAY}, "a date is missing"),
        ({"date": dt.date(2023, 7, 24)}, "no precision given"),
        ({"time": dt.time(9)}, "a time needs a date"),
        ({"end_date": dt.date(2023, 7, 24)}, "a time needs a date"),
        (
            {"date": dt.date(2023, 7, 24), "time": dt.time(9), "precision": Precision.DAY},
            "a time is to the minute",
        ),
        ({"date": dt.date(2023, 7, 24), "precision": Precision.MINUTE}, "no time given"),
        (
            {"date": dt.date(2023, 7, 24), "end_time": dt.time(9), "precision": Precision.DAY},
            "an end time needs a start time",
        ),
        (
            {
                "date": dt.date(2023, 7, 24),
                "end_date": dt.date(2023, 7, 23),
                "precision": Precision.DAY,
            },
            "the last day is before the first",
        ),
        ({"date": dt.date(1, 1, 1), "precision": Precision.DAY}, "the year is not within"),
        ({"date": dt.date(9999, 1, 1), "precision": Precision.DAY}, "the year is not within"),
        ({"offset": 19 * 60}, "no clock is that far from UTC"),
        (
            {
                "date": dt.date(2023, 7, 24),
                "time": dt.time(9, tzinfo=dt.UTC),
                "precision": Precision.MINUTE,
            },
            "a zoned time",
        ),
        ({"zone": "Europe/Atlantis"}, "there is no time zone 'Europe/Atlantis'"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        When(**fields)  # type: ignore[arg-type]


@given(st.text(max_size=20) | st.sampled_from(["", ".", "..", "/", "Europe", "../UTC", "a\x00b"]))
def test_a_zone_that_is_none_is_a_value_error(key: str) -> None:
    assume(key not in available_timezones())

    with pytest.raises(ValueError, match="there is no time zone"):
        zone_info(key)


@given(whens())
def test_it_survives_a_round_trip_through_json(when: When) -> None:
    assert when == msgspec.json.decode(msgspec.json.encode(when), type=When)


def test_an_impossible_time_in_json_is_refused_with_the_reason() -> None:
    line = b'{"date":"2023-07-24","end_date":"2023-07-20","precision":"day"}'

    with pytest.raises(msgspec.ValidationError, match="the last day is before the first"):
        msgspec.json.decode(line, type=When)


# Order ------------------------------------------------------------------------------------------


@given(st.lists(whens(), max_size=6), homes)
def test_any_times_can_be_put_in_order_and_the_undated_come_last(
    held: list[When], home: ZoneInfo
) -> None:
    ordered = sorted(held, key=lambda when: when.sort_key(home))

    dated = [when.is_dated for when in ordered]
    assert sorted(dated, reverse=True) == dated


@given(zoned(), zoned(), homes)
def test_the_order_of_zoned_times_agrees_with_their_instants(
    one: When, other: When, home: ZoneInfo
) -> None:
    ours, theirs = known_span(one, home), known_span(other, home)
    assume(ours.start != theirs.start)

    assert (ours.start < theirs.start) == (one.sort_key(home) < other.sort_key(home))


@given(zoned(), zoned(), homes, homes)
def test_another_home_never_changes_the_order_or_overlap_of_zoned_times(
    one: When, other: When, home: ZoneInfo, abroad: ZoneInfo
) -> None:
    at_home = (one.sort_key(home) < other.sort_key(home), overlap(one, other, home))

    assert at_home == (one.sort_key(abroad) < other.sort_key(abroad), overlap(one, other, abroad))


def test_an_event_stands_before_what_happens_within_it() -> None:
    day = at("2023-07-24", "10:00", "18:00")
    session = at("2023-07-24", "10:00", "11:30")

    assert [day, session] == sorted([session, day], key=lambda when: when.sort_key(OSLO))


# Spans ------------------------------------------------------------------------------------------


@given(whens(), homes)
def test_a_span_never_ends_before_it_begins(when: When, home: ZoneInfo) -> None:
    span = when.span(home)

    assert (span is None) == (not when.is_dated)
    assert span is None or span.start <= span.end


@given(whens().filter(lambda when: when.is_dated and not when.is_timed), homes)
def test_the_span_of_days_months_and_years_contains_every_moment_of_them(
    when: When, home: ZoneInfo
) -> None:
    assert when.date
    clock = when.clock(home)
    last = when.end_date or when.date
    if when.precision is Precision.MONTH:
        last = last.replace(day=28)
    elif when.precision is Precision.YEAR:
        last = last.replace(month=12, day=31)

    span = known_span(when, home)

    assert span.start <= dt.datetime.combine(when.date, dt.time(), clock)
    evening = dt.datetime.combine(last, dt.time(23, 59), clock)
    # Zones that crossed the date line have left days out: Apia, 30 December 2011.
    is_left_out = evening.astimezone(dt.UTC).astimezone(clock).date() != last
    assert is_left_out or evening < span.end


def test_a_month_ends_where_the_next_begins() -> None:
    assert Span(utc("2023-11-30T23:00"), utc("2023-12-31T23:00")) == known_span(month(2023, 12))


def test_years_to_the_bound_of_the_calendar_have_spans() -> None:
    first = When(date=dt.date(EARLIEST_YEAR, 1, 1), precision=Precision.YEAR)
    last = When(date=dt.date(LATEST_YEAR, 1, 1), precision=Precision.YEAR, zone="Pacific/Apia")

    assert known_span(first).start.year in (EARLIEST_YEAR - 1, EARLIEST_YEAR)
    assert known_span(last).end.astimezone(ZoneInfo("Pacific/Apia")).year == LATEST_YEAR + 1


def test_an_end_before_the_start_is_past_midnight() -> None:
    reception = at("2023-07-24", "22:00", "01:00")

    assert dt.date(2023, 7, 25) == reception.last_date
    assert Span(utc("2023-07-25T02:00"), utc("2023-07-25T05:00")) == known_span(reception)


def test_an_end_on_the_first_day_says_the_same_as_none() -> None:
    told_once = at("2023-07-24", "22:00", "01:00")
    told_twice = at("2023-07-24", "22:00", "01:00", last="2023-07-24")

    assert known_span(told_once) == known_span(told_twice)
    assert words(told_once, OSLO) == words(told_twice, OSLO)


def test_the_last_date_of_a_month_or_year_is_its_last_day() -> None:
    year = When(date=dt.date(2023, 1, 1), precision=Precision.YEAR)

    assert dt.date(2023, 7, 31) == month(2023, 7).last_date
    assert dt.date(2023, 12, 31) == year.last_date
    assert dt.date(2024, 2, 29) == month(2023, 7, dt.date(2024, 2, 1)).last_date


def test_a_written_offset_fixes_the_instant_whatever_the_zone_is_called() -> None:
    winter_time_in_summer = at("2023-07-24", "15:00", zone="Europe/Oslo", offset=60)

    assert utc("2023-07-24T14:00") == known_span(winter_time_in_summer).start


@pytest.mark.parametrize(
    ("when", "start"),
    [
        (at("2023-03-12", "02:30"), "2023-03-12T07:30"),
        (at("2023-11-05", "01:30"), "2023-11-05T05:30"),
        (at("2023-03-26", "02:30", zone="Europe/Oslo"), "2023-03-26T01:30"),
        (at("2023-10-29", "02:30", zone="Europe/Oslo"), "2023-10-29T00:30"),
        (at("2023-10-01", "02:15", zone="Australia/Lord_Howe"), "2023-09-30T15:45"),
        (at("2023-04-02", "01:45", zone="Australia/Lord_Howe"), "2023-04-01T14:45"),
        (at("2011-12-30", "12:00", zone="Pacific/Apia"), "2011-12-30T22:00"),
    ],
)
def test_a_skipped_time_is_read_before_the_change_and_a_repeated_one_at_first(
    when: When, start: str
) -> None:
    assert utc(start) == known_span(when).start


@given(
    st.sampled_from(
        [
            ("America/New_York", dt.date(2023, 3, 12)),
            ("America/New_York", dt.date(2023, 11, 5)),
            ("Europe/Oslo", dt.date(2023, 3, 26)),
            ("Europe/Oslo", dt.date(2023, 10, 29)),
            ("Australia/Lord_Howe", dt.date(2023, 10, 1)),
            ("Australia/Lord_Howe", dt.date(2023, 4, 2)),
            ("Pacific/Apia", dt.date(2011, 12, 30)),
        ]
    ),
    minutes,
    minutes,
    homes,
)
def test_a_time_on_the_day_of_a_clock_change_stands_between_its_neighbours(
    change: tuple[str, dt.date], time: dt.time, end: dt.time, home: ZoneInfo
) -> None:
    zone, day = change
    when = When(
        date=day,
        time=min(time, end),
        end_time=max(time, end),
        zone=zone,
        precision=Precision.MINUTE,
    )
    before, after = (
        When(date=day + days * DAY, zone=zone, precision=Precision.DAY) for days in (-2, 2)
    )

    span = known_span(when, home)

    assert known_span(before, home).end <= span.start <= span.end
    assert span.end <= known_span(after, home).start
    assert words(when, home)


# Overlap ----------------------------------------------------------------------------------------


@given(whens(), whens(), homes)
def test_overlap_is_the_same_from_both_sides(one: When, other: When, home: ZoneInfo) -> None:
    assert overlap(one, other, home) is overlap(other, one, home)


@given(whens().filter(lambda when: when.is_dated), homes)
def test_what_is_dated_overlaps_itself(when: When, home: ZoneInfo) -> None:
    assert overlap(when, when, home) is not Overlap.NO


@given(neighbours(), homes)
def test_a_certain_overlap_means_that_the_spans_meet(
    pair: tuple[When, When], home: ZoneInfo
) -> None:
    assume(overlap(*pair, home) is Overlap.YES)

    (start, end), (other_start, other_end) = (known_span(when, home) for when in pair)

    assert max(start, other_start) <= min(end, other_end)


def test_what_is_undated_overlaps_nothing() -> None:
    assert Overlap.NO is overlap(undated("soon"), undated("soon"), OSLO)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (at("2023-07-24", "09:00", "10:00"), at("2023-07-24", "09:30", "10:30"), Overlap.YES),
        (at("2023-07-24", "09:00", "10:00"), at("2023-07-24", "10:00", "11:00"), Overlap.NO),
        (
            at("2023-07-24", "09:00", "10:00"),
            at("2023-07-24", "15:30", "16:00", zone="Europe/Oslo"),
            Overlap.YES,
        ),
        (at("2023-07-24", "09:00", "10:00"), at("2023-07-24", "09:30"), Overlap.YES),
        (at("2023-07-24", "09:00"), at("2023-07-24", "09:30", "10:30"), Overlap.MAYBE),
        (at("2023-07-24", "09:00"), at("2023-07-24", "10:30", "11:00"), Overlap.NO),
        (
            at("2023-07-24", "15:00", "16:00", zone=None),
            at("2023-07-24", "09:30", "10:30"),
            Overlap.MAYBE,
        ),
        (at("2023-07-24", "09:00", "10:00"), whole_day(dt.date(2023, 7, 24)), Overlap.MAYBE),
        (at("2023-07-24", "22:00", "01:00"), at("2023-07-25", "00:30", "02:00"), Overlap.YES),
    ],
)
def test_overlap_is_certain_only_where_all_is_known(
    one: When, other: When, expected: Overlap
) -> None:
    assert expected is overlap(one, other, OSLO)


def test_a_last_day_without_an_hour_makes_no_overlap_certain() -> None:
    conference = at("2023-07-24", "09:00", last="2023-07-26")
    dinner = at("2023-07-26", "21:00", "22:00")

    assert Overlap.MAYBE is overlap(conference, dinner, OSLO)


# In words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (at("2023-07-24", "07:45"), "07:45 New York · 13:45 Oslo"),
        (at("2023-07-24", "07:45", "09:30"), "07:45–09:30 New York · 13:45–15:30 Oslo"),
        (at("2023-07-24", "07:45", zone="Europe/Paris"), "07:45 Paris"),
        (at("2023-07-24", "07:45", zone="Europe/Oslo"), "07:45 Oslo"),
        (at("2023-07-24", "07:45", zone=None), "07:45 (zone not given)"),
        (at("2023-07-24", "07:45", zone=None, offset=330), "07:45 UTC+5:30 · 04:15 Oslo"),
        (at("2023-07-24", "07:45", zone=None, offset=-240), "07:45 UTC-4 · 13:45 Oslo"),
        (at("2023-07-24", "07:45", zone=None, offset=0), "07:45 UTC · 09:45 Oslo"),
        (at("2023-07-24", "19:00", "21:00"), "19:00–21:00 New York · 01:00 +1–03:00 +1 Oslo"),
        (at("2023-07-24", "17:00", "19:00"), "17:00–19:00 New York · 23:00–01:00 +1 Oslo"),
        (at("2023-07-24", "22:00", "01:00"), "22:00–01:00 +1 New York · 04:00 +1–07:00 +1 Oslo"),
        (at("2023-07-24", "09:00", zone="Asia/Tokyo"), "09:00 Tokyo · 02:00 Oslo"),
        (at("2023-07-24", "03:00", zone="Asia/Tokyo"), "03:00 Tokyo · 20:00 -1 Oslo"),
        (whole_day(dt.date(2023, 7, 24)), ""),
        (undated("soon"), ""),
    ],
)
def test_both_clocks_are_told(when: When, expected: str) -> None:
    assert expected == clock_words(when, OSLO)


def test_no_clock_tells_an_end_that_nobody_announced() -> None:
    conference = at("2023-07-24", "10:00", last="2023-07-26")

    assert clock_words(conference, OSLO) == "10:00 New York · 16:00 Oslo"


def test_a_zone_never_names_a_clock_that_it_does_not_show() -> None:
    winter_time_in_summer = at("2023-07-24", "15:00", zone="Europe/Oslo", offset=60)

    assert clock_words(winter_time_in_summer, OSLO) == "15:00 UTC+1 · 16:00 Oslo"


@given(zoned(), homes)
def test_both_clocks_tell_the_same_instants(when: When, home: ZoneInfo) -> None:
    assert when.date
    assert when.zone
    own, _, at_home = clock_words(when, home).partition(" · ")
    days = (when.date, when.end_date or when.date)

    here = _instants(own, zone_name(when.zone), days, ZoneInfo(when.zone))
    here = [max(here[0], moment) for moment in here]

    if at_home:
        assert here == _instants(at_home, zone_name(home.key), days, home)
    assert bool(at_home) != shows_home_time(when, home)


def _instants(
    told: str, place: str, days: tuple[dt.date, dt.date], clock: ZoneInfo
) -> list[dt.datetime]:
    assert told.endswith(f" {place}")
    moments = []
    for time, day in zip(told.removesuffix(f" {place}").split("–"), days, strict=False):
        found = re.fullmatch(r"(\d\d):(\d\d)(?: ([+-]\d))?", time)
        assert found
        local = dt.datetime.combine(
            day + int(found[3] or 0) * DAY, dt.time(int(found[1]), int(found[2])), clock
        )
        moments.append(local.astimezone(dt.UTC))
    return moments


@given(whens(), homes)
def test_there_are_words_for_every_time(when: When, home: ZoneInfo) -> None:
    assert words(when, home)
    assert date_words(when)
    assert bool(when.is_timed) == bool(clock_words(when, home))
    assert bool(when.is_timed and not when.is_floating) == bool(home_clock_words(when, home))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (undated("soon"), "no date"),
        (whole_day(dt.date(2023, 7, 24)), "Mon 24 Jul 2023"),
        (whole_day(dt.date(2023, 7, 24), dt.date(2023, 7, 24)), "Mon 24 Jul 2023"),
        (whole_day(dt.date(2023, 7, 24), dt.date(2023, 7, 28)), "24–28 Jul 2023"),
        (whole_day(dt.date(2023, 7, 30), dt.date(2023, 8, 2)), "30 Jul – 2 Aug 2023"),
        (whole_day(dt.date(2023, 12, 30), dt.date(2024, 1, 2)), "30 Dec 2023 – 2 Jan 2024"),
        (month(2023, 7), "Jul 2023"),
        (month(2023, 7, dt.date(2023, 9, 1)), "Jul–Sep 2023"),
        (month(2023, 12, dt.date(2024, 1, 1)), "Dec 2023 – Jan 2024"),
        (When(date=dt.date(2021, 1, 1), precision=Precision.YEAR), "2021"),
        (
            When(date=dt.date(2021, 1, 1), end_date=dt.date(2025, 1, 1), precision=Precision.YEAR),
            "2021–2025",
        ),
    ],
)
def test_dates_are_told_as_people_write_them(when: When, expected: str) -> None:
    assert expected == date_words(when)


def test_date_and_clocks_stand_in_one_line() -> None:
    assert words(at("2023-07-24", "07:45"), OSLO) == "Mon 24 Jul 2023, 07:45 New York · 13:45 Oslo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "no date"),
        ("2023", "2023"),
        ("2023-07", "Jul 2023"),
        ("2023-07-24", "Mon 24 Jul 2023"),
    ],
)
def test_a_date_of_any_precision_is_read_from_iso(text: str, expected: str) -> None:
    assert expected == date_words(from_iso(text))
