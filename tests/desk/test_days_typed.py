import datetime as dt

import pytest
from hypothesis import given, strategies as st

from briefing.desk.days_typed import NoDaysError, read_days

TODAY = dt.date(2031, 6, 4)
"""A Wednesday."""


def days(first: str, last: str = "") -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("24-28 jul", days("2031-07-24", "2031-07-28")),
        ("24-28 July 2023", days("2023-07-24", "2023-07-28")),
        ("24 jul to 3 aug", days("2031-07-24", "2031-08-03")),
        ("24. juli", days("2031-07-24")),
        ("5 may", days("2032-05-05")),
        ("2031-07-24/2031-07-28", days("2031-07-24", "2031-07-28")),
        ("2031-07-24..2031-07-28", days("2031-07-24", "2031-07-28")),
        ("2031-07-24 to 2031-07-28", days("2031-07-24", "2031-07-28")),
        ("2031-07-24", days("2031-07-24")),
        ("2031-02", days("2031-02-01", "2031-02-28")),
        ("2031", days("2031-01-01", "2031-12-31")),
        ("today", days("2031-06-04")),
        ("i morgen", days("2031-06-05")),
        ("this week", days("2031-06-02", "2031-06-08")),
        ("Next Week", days("2031-06-09", "2031-06-15")),
        ("neste uke", days("2031-06-09", "2031-06-15")),
        ("la semaine prochaine", days("2031-06-09", "2031-06-15")),
        ("próxima semana", days("2031-06-09", "2031-06-15")),
        ("last week", days("2031-05-26", "2031-06-01")),
        ("this month", days("2031-06-01", "2031-06-30")),
        ("next month", days("2031-07-01", "2031-07-31")),
        ("this year", days("2031-01-01", "2031-12-31")),
        ("next 10 days", days("2031-06-04", "2031-06-13")),
        ("the next 2 weeks", days("2031-06-04", "2031-06-17")),
        ("last 7 days", days("2031-05-28", "2031-06-03")),
        ("3 days", days("2031-06-04", "2031-06-06")),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, expected: tuple[dt.date, dt.date]) -> None:
    assert expected == read_days(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("24-28 jul", days("2031-07-24", "2031-07-28")),
        ("24-28 feb", days("2031-02-24", "2031-02-28")),
        ("24-28 feb 2032", days("2032-02-24", "2032-02-28")),
        ("26-30 may", days("2031-05-26", "2031-05-30")),
        ("2-6 jun", days("2031-06-02", "2031-06-06")),
    ],
)
def test_without_a_year_what_may_be_over_is_the_nearest(
    typed: str, expected: tuple[dt.date, dt.date]
) -> None:
    assert expected == read_days(typed, TODAY, may_be_over=True)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "harbour",
        "next tea",
        "2031-02-30",
        "2031-07-28/2031-07-24",
        "0 days",
        "24 jul 10:00",
        "2031-13",
        "🙂",
    ],
)
def test_what_tells_no_days_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(NoDaysError, match="no days are read in"):
        read_days(typed, TODAY)


@given(st.text(max_size=30), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_whatever_is_typed_is_days_in_order_or_refused(typed: str, today: dt.date) -> None:
    try:
        first, last = read_days(typed, today)
    except NoDaysError:
        return
    assert first <= last


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_weeks_and_months_follow_each_other_without_a_gap(today: dt.date) -> None:
    for stretch in ("week", "month", "year"):
        before, now, after = (
            read_days(f"{which} {stretch}", today) for which in ("last", "this", "next")
        )

        assert now[0] <= today <= now[1]
        assert before[1] + dt.timedelta(days=1) == now[0]
        assert now[1] + dt.timedelta(days=1) == after[0]
