import datetime as dt
import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings, strategies as st

from briefing.arrange.timeline import next_event
from briefing.desk import attend, coming
from briefing.desk.desk import Desk
from briefing.model import Access, Event, Going, Record, TaskKind, TaskState
from briefing.when import When
from tests.arrange.records import at, event, on, task
from tests.desk.support import HARBOUR, REGISTER, make_folder, open_desk
from tests.strategies import whens

TODAY = dt.date(2031, 6, 2)
"""A Monday, on which the clock of these tests begins at 10:00 in Oslo."""


def _desk(folder: Path, *records: Record) -> Desk:
    return open_desk(make_folder(folder / "desk", *records))


def test_what_one_goes_to_is_next_before_what_comes_sooner(tmp_path: Path) -> None:
    sooner, later = event("sooner", at("2031-06-03", "09:00")), event("later", on("2031-07-01"))
    with _desk(tmp_path, sooner, later) as desk:
        first = coming.next_event(desk)
        attend.set_going(desk, later, Going.GOING)
        second = coming.next_event(desk)

        assert (first, second) == (sooner, later)
        assert [one.id for one in coming.going_ahead(desk)] == ["later"]


def test_what_one_does_not_go_to_is_not_next(tmp_path: Path) -> None:
    declined, covered, other = (
        event(id, at("2031-06-03", time))
        for id, time in (("declined", "09:00"), ("covered", "10:00"), ("other", "11:00"))
    )
    with _desk(tmp_path, declined, covered, other) as desk:
        attend.set_going(desk, declined, Going.DECLINED)
        attend.set_going(desk, covered, Going.COVERED, "Bo")

        assert coming.next_event(desk) == other
        assert coming.next_going(desk) is None


def test_what_was_gone_to_is_not_next_again(tmp_path: Path) -> None:
    past, ahead = (
        event("past", at("2031-06-01", "09:00")),
        event("ahead", at("2031-09-01", "09:00")),
    )
    with _desk(tmp_path, past, ahead) as desk:
        attend.set_going(desk, past, Going.GOING)

        assert coming.next_event(desk) == ahead


_FAR = st.dates(dt.date(2031, 5, 20), dt.date(2033, 1, 1))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(whens(), st.builds(lambda day: on(day.isoformat()), _FAR)), max_size=8))
def test_what_is_looked_up_is_what_going_through_all_finds(moments: list[When]) -> None:
    events = [event(f"e{number}", moment) for number, moment in enumerate(moments)]
    with tempfile.TemporaryDirectory() as folder, _desk(Path(folder), *events) as desk:
        found = coming.next_event(desk)
        expected = next_event(events, coming.now(desk), desk.home)

        assert (found and found.when) == (expected and expected.when)


def test_what_ends_within_the_week_is_due(tmp_path: Path) -> None:
    tasks = [
        task("over", on("2031-06-01")),
        task("today", on("2031-06-02")),
        task("sunday", on("2031-06-08")),
        task("sent", on("2031-06-03"), TaskState.SENT),
        task("done", on("2031-06-03"), TaskState.DONE),
        task("next-week", on("2031-06-09")),
        task("someday"),
    ]
    with _desk(tmp_path, *tasks) as desk:
        assert [one.id for one in coming.due_this_week(desk)] == ["today", "sent", "sunday"]


def test_what_one_may_get_into_within_the_week_is_found_until_it_was_asked_for(
    tmp_path: Path,
) -> None:
    panel = msgspec.structs.replace(
        event("panel", at("2031-06-05", "10:00")), access=Access.REGISTRATION
    )
    later = msgspec.structs.replace(panel, id="later", when=at("2031-06-09", "00:30"))
    asking = msgspec.structs.replace(
        task("register", on("2031-06-04")), event="panel", kind=TaskKind.REGISTER
    )
    with _desk(tmp_path, panel, later, asking) as desk:
        before = [one.id for one in coming.open_to_me(desk)]
        attend.step_task(desk, asking)

        assert before == ["panel"]
        assert coming.open_to_me(desk) == []
        assert coming.tasks_of(desk, "panel")[0].state is TaskState.SENT


def test_a_day_that_is_not_the_clocks_begins_in_its_morning(folder: Path) -> None:
    with open_desk(folder, today=dt.date(2031, 6, 6)) as desk:
        assert coming.now(desk) == coming.morning(desk)
        assert coming.next_event(desk) == HARBOUR
        assert coming.due_this_week(desk) == [REGISTER]


def test_an_event_that_is_not_held_any_more_is_not_gone_to(tmp_path: Path) -> None:
    gone = Event(id="gone", title="Gone")
    with _desk(tmp_path, HARBOUR) as desk:
        attend.set_going(desk, gone, Going.GOING)

        assert coming.going_ahead(desk) == []
