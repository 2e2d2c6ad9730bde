import datetime as dt

import pytest

from briefing.desk.times import read_when

MONDAY = dt.date(2031, 6, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri 15h", 6),
        ("Fri. 15:00", 6),
        ("next tuesday 10:00", 3),
        ("på fredag kl 15", 6),
        ("vendredi 15h", 6),
        ("mon 9:00", 9),
        ("tomorrow 10:00", 3),
        ("today 18:00", 2),
        ("in two weeks", 16),
        ("in 3 days", 5),
        ("25/6 15h", 25),
        ("6/25 15h", 25),
    ],
)
def test_a_day_told_from_today_is_the_next_such_day(text: str, day: int) -> None:
    read = read_when(text, MONDAY, "Europe/Oslo")

    assert (dt.date(2031, 6, day), text) == (read.date, read.written)


def test_a_short_date_that_is_over_is_next_years() -> None:
    assert read_when("25/5 15h", MONDAY, "Europe/Oslo").date == dt.date(2032, 5, 25)


@pytest.mark.parametrize("text", ["3/4 10:00", "0/0", "31/2 15h", "banana", "july"])
def test_what_tells_no_single_day_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="no date is read in"):
        read_when(text, MONDAY, "Europe/Oslo")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("fri 14-16", (dt.time(14), dt.time(16))),
        ("6 June 14-16", (dt.time(14), dt.time(16))),
        ("15h fri", (dt.time(15), None)),
        ("on fri at 15h in Geneva", (dt.time(15), None)),
        ("fri 14.30-16", (dt.time(14, 30), dt.time(16))),
    ],
)
def test_hours_are_read_as_people_type_them(
    text: str, times: tuple[dt.time, dt.time | None]
) -> None:
    read = read_when(text, MONDAY, "Europe/Oslo")

    assert dt.date(2031, 6, 6) == read.date
    assert times == (read.time, read.end_time)


def test_a_weekday_beside_its_date_is_no_other_day() -> None:
    assert read_when("Fri 13 June 15h", MONDAY, "Europe/Oslo").date == dt.date(2031, 6, 13)


def test_the_end_of_business_stays_as_it_is_said_on_the_clock_there() -> None:
    read = read_when("fri cob Geneva", MONDAY, "Europe/Oslo")

    assert (dt.date(2031, 6, 6), None, "Europe/Zurich") == (read.date, read.time, read.zone)
    assert read.written == "fri cob Geneva"
