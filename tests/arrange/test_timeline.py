import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from briefing.arrange import Arrangement
from briefing.arrange.timeline import (
    in_order,
    month_label,
    next_event,
    open_tasks,
    timeline,
    upcoming,
)
from briefing.model import Event, Task, TaskState
from briefing.when import Precision, When
from tests.arrange.records import HOME, NEW_YORK, at, event, on, task
from tests.strategies import whens

LOS_ANGELES = "America/Los_Angeles"


def ids(view: Arrangement) -> list[str]:
    return [row.record.id for row in view.rows]


def headings(view: Arrangement) -> list[tuple[int, str]]:
    return [(group.start, group.label) for group in view.groups]


def test_events_stand_in_the_order_of_their_instants() -> None:
    oslo, new_york, tokyo = (
        event("oslo", at("2031-06-12", "12:00")),
        event("new-york", at("2031-06-12", "07:00", zone=NEW_YORK)),
        event("tokyo", at("2031-06-12", "18:30", zone="Asia/Tokyo")),
    )

    assert ids(timeline([oslo, new_york, tokyo], (), HOME)) == ["tokyo", "oslo", "new-york"]


def test_months_are_headings_and_the_undated_come_last() -> None:
    events = [
        event("someday"),
        event("july", at("2031-07-01", "09:00")),
        event("june-late", on("2031-06-20", "2031-06-22")),
        event("june", at("2031-06-12", "09:00")),
        event("next-year", on("2032-06-01")),
    ]

    view = timeline(events, (), HOME)

    assert ids(view) == ["june", "june-late", "july", "next-year", "someday"]
    assert headings(view) == [
        (0, "June 2031"),
        (2, "July 2031"),
        (3, "June 2032"),
        (4, "No date"),
    ]


def test_a_month_has_one_heading_though_zones_are_in_two() -> None:
    events = [
        event("oslo", at("2031-08-01", "02:00")),
        event("los-angeles", at("2031-07-31", "22:00", zone=LOS_ANGELES)),
        event("later", at("2031-08-01", "12:00")),
    ]

    view = timeline(events, (), HOME)

    assert ids(view) == ["oslo", "los-angeles", "later"]
    assert headings(view) == [(0, "August 2031")]


def test_side_events_stand_under_their_parent_in_their_own_order() -> None:
    events = [
        event("second", at("2031-06-12", "14:00"), parent="week"),
        event("elsewhere", at("2031-06-11", "09:00")),
        event("first", at("2031-06-10", "14:00"), parent="week"),
        event("within-first", at("2031-06-10", "15:00"), parent="first"),
        event("week", on("2031-06-09", "2031-06-13")),
    ]

    view = timeline(events, (), HOME)

    assert [(row.record.id, row.depth) for row in view.rows] == [
        ("week", 0),
        ("first", 1),
        ("within-first", 2),
        ("second", 1),
        ("elsewhere", 0),
    ]


def test_an_event_whose_parent_is_not_held_stands_for_itself() -> None:
    view = timeline([event("side", at("2031-06-12", "09:00"), parent="unknown")], (), HOME)

    assert [(row.record.id, row.depth) for row in view.rows] == [("side", 0)]


def test_open_tasks_are_rows_on_the_day_they_are_due() -> None:
    tasks = [
        task("register", on("2031-06-06")),
        task("done", on("2031-06-06"), TaskState.DONE),
        task("refused", on("2031-06-06"), TaskState.REFUSED),
        task("waiting", on("2031-06-07"), TaskState.WAITING_LIST),
        task("some-day"),
    ]

    view = timeline([event("panel", at("2031-06-06", "10:00"))], tasks, HOME)

    assert ids(view) == ["register", "panel", "waiting", "some-day"]


def test_an_empty_desk_has_an_empty_timeline() -> None:
    assert Arrangement() == timeline((), (), HOME)


families = st.lists(
    st.builds(
        lambda number, parent, when: event(f"e{number}", when, parent=parent and f"e{parent}"),
        st.integers(1, 8),
        st.none() | st.integers(1, 9),
        whens(),
    ),
    max_size=9,
    unique_by=lambda event: event.id,
)


@given(families, st.lists(st.builds(task, st.just("t"), whens()), max_size=1))
def test_everything_stands_in_it_once_whatever_the_parents_are(
    events: list[Event], tasks: list[Task]
) -> None:
    view = timeline(events, tasks, HOME)

    assert sorted([*(e.id for e in events), *(t.id for t in tasks)]) == sorted(ids(view))


@given(families)
def test_each_heading_comes_once_and_the_first_row_has_one(events: list[Event]) -> None:
    view = timeline(events, (), HOME)

    labels = [group.label for group in view.groups]
    assert sorted(set(labels)) == sorted(labels)
    assert bool(view.rows) == (bool(view.groups) and view.groups[0].start == 0)


@given(families)
def test_top_rows_are_in_order_of_time(events: list[Event]) -> None:
    view = timeline(events, (), HOME)

    tops = [row.record for row in view.rows if row.depth == 0]
    keys = [top.when.sort_key(HOME) for top in tops if isinstance(top, Event)]
    assert sorted(keys) == keys


@given(st.permutations([event("c"), event("a"), event("b")]))
def test_what_has_the_same_time_stands_by_its_name(events: list[Event]) -> None:
    assert [found.id for found in in_order(events, HOME)] == ["a", "b", "c"]


def test_open_tasks_stand_by_when_they_are_due() -> None:
    tasks = [task("never"), task("late", on("2031-07-01")), task("soon", on("2031-06-01"))]

    assert [found.id for found in open_tasks(tasks, HOME)] == ["soon", "late", "never"]


def test_what_is_not_over_is_upcoming() -> None:
    today = dt.date(2031, 6, 12)
    events = [
        event("undated"),
        event("yesterday-all-day", on("2031-06-11")),
        event("yesterday-timed", at("2031-06-11", "22:00", "23:00")),
        event("past-midnight", at("2031-06-11", "22:00", "01:00")),
        event("this-week", on("2031-06-09", "2031-06-13")),
        event("at-midnight", at("2031-06-12", "00:00")),
        event("this-morning", at("2031-06-12", "09:00", "10:00")),
        event("cancelled", at("2031-06-12", "11:00"), cancelled=True),
        event("still-today-abroad", at("2031-06-11", "20:00", zone=LOS_ANGELES)),
        event("tomorrow", on("2031-06-13")),
    ]

    assert [found.id for found in upcoming(events, today, HOME)] == [
        "this-week",
        "past-midnight",
        "at-midnight",
        "still-today-abroad",
        "this-morning",
        "tomorrow",
    ]


def test_the_month_that_is_running_is_upcoming() -> None:
    june = event("june", When(date=dt.date(2031, 6, 1), precision=Precision.MONTH))

    assert [june] == upcoming([june], dt.date(2031, 6, 30), HOME)
    assert upcoming([june], dt.date(2031, 7, 1), HOME) == []


def test_a_month_is_told_with_its_year() -> None:
    assert month_label(dt.date(2031, 6, 12)) == "June 2031"
    assert month_label(None) == "No date"


def test_another_home_moves_whole_days_only() -> None:
    zoned, day = event("zoned", at("2031-06-12", "00:30")), event("day", on("2031-06-12"))

    assert ids(timeline([zoned, day], (), HOME)) == ["day", "zoned"]
    assert ids(timeline([zoned, day], (), ZoneInfo(NEW_YORK))) == ["zoned", "day"]


def test_what_begins_next_comes_before_what_contains_it() -> None:
    week = event("week", on("2031-06-09", "2031-06-13"))
    talk = event("talk", at("2031-06-10", "09:00"), parent="week")
    later = event("later", at("2031-06-20", "09:00"))
    told = {
        day: next_event([week, talk, later], dt.datetime(2031, 6, day, 6, tzinfo=dt.UTC), HOME)
        for day in (8, 9, 10, 11, 20, 21)
    }

    assert told == {8: talk, 9: talk, 10: talk, 11: later, 20: later, 21: None}


def test_what_is_on_is_told_where_nothing_begins() -> None:
    week = event("week", on("2031-06-09", "2031-06-13"))
    over = event("over", at("2031-06-11", "06:00", "07:00"))

    found = next_event([week, over], dt.datetime(2031, 6, 11, 12, tzinfo=dt.UTC), HOME)

    assert found == week
