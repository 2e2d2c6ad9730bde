import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from briefing.arrange.timeline import timeline
from briefing.model import Event
from briefing.tui.panes.by_time import first_undated, row_from, row_of_year, with_today
from briefing.tui.panes.timeline_rows import TimelineRows
from briefing.when import Precision, When, whole_day

OSLO = ZoneInfo("Europe/Oslo")


def rows(*events: Event) -> TimelineRows:
    return TimelineRows(timeline(events, (), OSLO), OSLO, dt.date(2031, 3, 10))


def on(year: int, month: int, day: int, last: dt.date | None = None, parent: str = "") -> Event:
    id = f"e{year}{month:02}{day:02}{parent}"
    when = whole_day(dt.date(year, month, day), last)
    return Event(id=id, title=id, when=when, parent=parent or None)


SOMEDAY = Event(id="someday", title="someday")


@given(
    st.lists(st.dates(dt.date(2030, 12, 20), dt.date(2031, 2, 10)), min_size=1, unique=True),
    st.dates(dt.date(2030, 12, 1), dt.date(2031, 3, 1)),
)
def test_of_what_stands_for_itself_the_first_that_begins_on_the_day_or_later_is_found(
    days: list[dt.date], day: dt.date
) -> None:
    found = rows(*(on(d.year, d.month, d.day) for d in days), SOMEDAY)

    assert sum(one < day for one in days) == row_from(found, day, OSLO)


def test_what_comes_next_is_found_among_the_parts_of_what_began_before() -> None:
    week = on(2031, 2, 24, dt.date(2031, 3, 7))
    parts = [on(2031, 2, 25, parent=week.id), on(2031, 3, 4, parent=week.id)]
    found = rows(week, *parts, on(2031, 2, 26), on(2031, 3, 6))

    assert found.keys[row_from(found, dt.date(2031, 3, 3), OSLO)] == parts[1].id


def test_a_late_part_is_not_next_while_something_comes_before_it() -> None:
    year = on(2031, 2, 1, dt.date(2031, 12, 31))
    late = on(2031, 11, 1, parent=year.id)
    found = rows(year, late, on(2031, 3, 6))

    assert found.keys[row_from(found, dt.date(2031, 3, 3), OSLO)] == "e20310306"


def test_where_nothing_comes_the_undated_come() -> None:
    found = rows(on(2031, 1, 1), SOMEDAY)

    assert row_from(found, dt.date(2031, 1, 2), OSLO) == 1 == first_undated(found)
    assert first_undated(rows(on(2031, 1, 1))) is None


@pytest.mark.parametrize(
    ("today", "headings"),
    [
        (dt.date(2031, 1, 5), ["January 2031", "today, Sun 5 January", "March 2031", "No date"]),
        (dt.date(2031, 2, 5), ["January 2031", "today, Wed 5 February", "March 2031", "No date"]),
        (dt.date(2031, 3, 2), ["January 2031", "March 2031", "today, Sun 2 March", "No date"]),
        (dt.date(2031, 4, 2), ["January 2031", "March 2031", "today, Wed 2 April", "No date"]),
        (dt.date(2030, 4, 2), ["today, Tue 2 April", "January 2031", "March 2031", "No date"]),
    ],
)
def test_a_line_for_today_stands_between_what_is_over_and_what_comes(
    today: dt.date, headings: list[str]
) -> None:
    found = rows(on(2031, 1, 1), on(2031, 1, 9), on(2031, 3, 2), SOMEDAY)

    shown = with_today(found, today, OSLO)

    assert [group.label for group in shown.groups] == headings
    assert [group.label for group in shown.groups if group.is_lone] == [
        label for label in headings if label.startswith("today")
    ]


def test_years_are_gone_through_by_their_first_rows() -> None:
    found = rows(on(2030, 5, 1), on(2031, 1, 1), on(2031, 6, 1), on(2033, 1, 1), SOMEDAY)

    forth = [row_of_year(found, row, 1) for row in range(5)]
    back = [row_of_year(found, row, -1) for row in range(5)]

    assert forth == [1, 3, 3, 4, 4]
    assert back == [0, 0, 1, 1, 3]


def test_a_year_that_is_all_that_is_known_of_a_date_does_not_hold_the_days_of_it() -> None:
    year = Event(
        id="year", title="year", when=When(date=dt.date(2031, 1, 1), precision=Precision.YEAR)
    )
    found = rows(year, on(2031, 3, 3), on(2031, 3, 12))

    assert row_from(found, dt.date(2031, 3, 10), OSLO) == 2
