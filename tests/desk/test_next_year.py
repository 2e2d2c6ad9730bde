import datetime as dt

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.desk import attend, next_year
from briefing.desk.desk import Desk
from briefing.model import (
    AgendaItem,
    Asked,
    Attendance,
    Event,
    Going,
    Link,
    Question,
    Record,
    Task,
    TaskState,
    attendance_id,
)
from briefing.when import Precision, When, whole_day
from tests.desk.support import HARBOUR, REGISTER, WHO_PAYS

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))


def put(desk: Desk, *records: Record) -> None:
    with desk.change("Test") as edit:
        for record in records:
            edit.put(record)


def tasks_of(desk: Desk, event: Event) -> list[Task]:
    return [task for task in desk.store.all(Task) if task.event == event.id]


@given(DAYS)
def test_the_same_week_has_the_same_weekday_and_is_about_a_year_on(day: dt.date) -> None:
    year, week, weekday = day.isocalendar()

    later = next_year.same_week(day, year + 1)

    assert later.isocalendar()[0::2] == (year + 1, weekday)
    assert later.isocalendar().week == min(week, later.isocalendar().week)
    assert (later - day).days in (357, 364, 371)


def test_a_copy_is_a_new_event_in_the_same_week_and_its_date_is_doubted(desk: Desk) -> None:
    copied = next_year.copy(desk, HARBOUR)

    assert copied.id != HARBOUR.id
    assert copied.when.date == dt.date(2032, 6, 10)
    assert copied.when.date.weekday() == dt.date(2031, 6, 12).weekday()
    assert copied.when.time == dt.time(9)
    assert [words for path, words in _doubts(copied) if path == "when"] == [
        "Copied from “Harbour Lights” (Thu 12 Jun 2031); the date is a guess."
    ]
    assert desk.store.get(Event, HARBOUR.id) == HARBOUR


def _doubts(record: Record) -> list[tuple[str, str]]:
    return [(path, doubt.words) for path, doubt in record.doubts]


def test_a_copy_to_a_day_that_was_told_is_not_doubted(desk: Desk) -> None:
    copied = next_year.copy(desk, HARBOUR, "3 May 2033")

    assert copied.when.date == dt.date(2033, 5, 3)
    assert "when" not in dict(_doubts(copied))


@pytest.mark.parametrize("text", ["some day", "May 2033"])
def test_what_is_no_day_is_told_and_nothing_is_copied(text: str, desk: Desk) -> None:
    with pytest.raises(next_year.NoDayError):
        next_year.copy(desk, HARBOUR, text)

    assert desk.store.count(Event) == 1


def test_tasks_are_copied_with_their_distance_and_are_to_do_again(desk: Desk) -> None:
    sent = msgspec.structs.replace(
        REGISTER,
        state=TaskState.CONFIRMED,
        how=(Link(key="k4aa", address="https://lantern.example/harbour"),),
    )
    cob = Task(
        id="paper-ab2cd",
        what="Send the paper",
        event=HARBOUR.id,
        due=When(
            date=dt.date(2031, 6, 9),
            zone="Europe/Oslo",
            written="Monday 9 June COB",
            precision=Precision.DAY,
        ),
    )
    put(desk, sent, cob)

    paper, register = sorted(tasks_of(desk, next_year.copy(desk, HARBOUR)), key=lambda t: t.what)[
        ::-1
    ]

    assert (register.what, register.state, register.how) == ("Register", TaskState.TO_DO, sent.how)
    assert register.due.date == dt.date(2032, 6, 4)
    assert (paper.due.date, paper.due.written) == (dt.date(2032, 6, 7), "7 Jun 2032 COB")
    assert desk.store.get(Task, sent.id) == sent


def test_the_programme_is_kept_and_its_days_move_along(desk: Desk) -> None:
    slot = AgendaItem(key="ka2a", title="Ropes", time=dt.time(9), day=dt.date(2031, 6, 13))
    week = msgspec.structs.replace(
        HARBOUR,
        title="Harbour Week 2031",
        when=whole_day(dt.date(2031, 6, 12), dt.date(2031, 6, 14), written="12-14 June"),
        agenda=(slot,),
        parent="other-22222",
        cancelled=True,
        uid="x@y",
    )
    put(desk, week)

    copied = next_year.copy(desk, week)

    assert (copied.when.end_date, copied.when.written) == (dt.date(2032, 6, 12), "")
    assert [item.day for item in copied.agenda] == [dt.date(2032, 6, 11)]
    assert (copied.title, copied.parent, copied.cancelled, copied.uid) == (
        "Harbour Week 2032",
        None,
        False,
        "",
    )
    assert {"when", "title", "speakers"} == {path for path, _ in _doubts(copied)}


def test_answers_stay_linked_and_attendance_does_not(desk: Desk) -> None:
    asked = msgspec.structs.replace(WHO_PAYS, asked=(Asked(key="k5aa", event=HARBOUR.id),))
    put(desk, asked)
    attend.set_going(desk, HARBOUR, Going.GOING)

    copied = next_year.copy(desk, HARBOUR)

    again = desk.store.get(Question, WHO_PAYS.id)
    assert again is not None
    assert [expected.event for expected in again.expected] == [copied.id]
    assert again.asked == asked.asked
    assert desk.store.get(Attendance, attendance_id(copied.id)) is None


def test_a_copy_is_undone_as_one(desk: Desk) -> None:
    put(desk, msgspec.structs.replace(WHO_PAYS, asked=(Asked(key="k5aa", event=HARBOUR.id),)))
    before = desk.store.get(Question, WHO_PAYS.id)
    next_year.copy(desk, HARBOUR)

    assert desk.undo() == "Copied Harbour Lights to Thu 10 Jun 2032"
    assert (desk.store.count(Event), desk.store.count(Task)) == (1, 1)
    assert desk.store.get(Question, WHO_PAYS.id) == before


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (When(), When()),
        (
            When(date=dt.date(2031, 5, 1), precision=Precision.MONTH, written="May 2031"),
            When(date=dt.date(2032, 5, 1), precision=Precision.MONTH),
        ),
        (whole_day(dt.date(2032, 12, 29)), whole_day(dt.date(2033, 12, 28))),
        (
            whole_day(dt.date(2032, 12, 30), dt.date(2033, 1, 2)),
            whole_day(dt.date(2033, 12, 29), dt.date(2034, 1, 1)),
        ),
    ],
)
def test_what_is_less_or_more_than_a_day_is_moved_too(
    moment: When, expected: When, desk: Desk
) -> None:
    event = msgspec.structs.replace(HARBOUR, when=moment)
    put(desk, event)

    assert expected == next_year.copy(desk, event).when


def test_beyond_the_last_year_nothing_is_copied(desk: Desk) -> None:
    event = msgspec.structs.replace(HARBOUR, when=whole_day(dt.date(9998, 12, 30)))
    put(desk, event)

    with pytest.raises(next_year.NoDayError):
        next_year.copy(desk, event)
