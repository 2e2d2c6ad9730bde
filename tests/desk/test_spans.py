import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from briefing.desk import prepare, spans
from briefing.desk.days_typed import NoDaysError
from briefing.desk.desk import Desk
from briefing.desk.find import AmbiguousError, NotFoundError
from briefing.desk.written import UnknownKindError, UnwrittenPartError
from briefing.model import (
    Asked,
    Attendance,
    Event,
    Forum,
    Going,
    Handling,
    Level,
    Milestone,
    Note,
    Position,
    Question,
    Record,
    Stance,
    Task,
    TaskState,
    attendance_id,
)
from briefing.note.kinds import kinds
from briefing.note.span import Span
from briefing.when import Precision, When, whole_day
from tests.desk.support import (
    CLAIM,
    EVERYTHING,
    HARBOUR,
    LANTERN,
    PILOTS,
    REGISTER,
    make_folder,
    open_desk,
)
from tests.note.test_compose import told

OUTLOOK, SESSION_REPORT = "outlook", "session report"
WEEK = Span(dt.date(2031, 6, 9), dt.date(2031, 6, 15))
OF_PILOTS = Span(WEEK.first, WEEK.last, PILOTS.id)

SETTINGS = """\
[me]
name = "Kari Eksempel"
home = "Europe/Oslo"
speaks_for = "lantern"
"""


def event(id: str, first: dt.date, last: dt.date | None = None, **more: object) -> Event:
    return msgspec.structs.replace(
        Event(id=id, title=id.title(), when=whole_day(first, last)), **more
    )


BREAKFAST = event("breakfast", dt.date(2031, 6, 12), parent=HARBOUR.id)
ELSEWHERE = event("tea", dt.date(2031, 6, 10))
NEXT_YEAR = event("pilots-2032", dt.date(2032, 1, 12), forums=(PILOTS.id,))
IN_JUNE = Event(
    id="some-day", title="Some day", when=When(date=dt.date(2031, 6, 1), precision=Precision.MONTH)
)
LONG = event("season", dt.date(2031, 5, 1), dt.date(2031, 6, 9))
OVER = event("before", dt.date(2031, 6, 8), forums=(PILOTS.id,))

ASKED = Question(id="asked", text="Who pays?", asked=(Asked(key="a", event=HARBOUR.id),))


def position(id: str, stance: Stance, on: dt.date | None, **more: object) -> Position:
    return msgspec.structs.replace(
        Position(
            id=id,
            claim="Mend first.",
            holder="Lantern Institute",
            stakeholder="lantern",
            question=ASKED.id,
            stance=stance,
            on=on,
        ),
        **more,
    )


FIRST = position("first", Stance.OPPOSES, dt.date(2029, 3, 1))
LAST = position("last", Stance.RESERVES, dt.date(2030, 3, 1))
NOW = position("now", Stance.SUPPORTS, dt.date(2031, 6, 12), forum=PILOTS.id)
LATER = position("later", Stance.OPPOSES, dt.date(2031, 6, 20), forum=PILOTS.id)
AT_EVENT = position("at-event", Stance.SUPPORTS, None, event=HARBOUR.id, question=None)

DUE = Task(id="due", what="Send it", due=whole_day(dt.date(2031, 6, 11)))
DUE_LATER = Task(id="due-later", what="Send more", due=whole_day(dt.date(2031, 6, 16)))

MORE: tuple[Record, ...] = (
    *(BREAKFAST, ELSEWHERE, NEXT_YEAR, IN_JUNE, LONG, OVER, ASKED),
    *(FIRST, LAST, NOW, LATER, AT_EVENT, DUE, DUE_LATER),
    Forum(id="pilots-young", name="Young Pilots"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = make_folder(tmp_path / "days", *EVERYTHING, *MORE, settings=SETTINGS)
    with open_desk(folder) as opened:
        yield opened


def read(desk: Desk, text: str, kind: str = OUTLOOK) -> Span:
    return spans.read_span(desk, text, kinds()[kind])


# Which days are meant ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9-15 jun", WEEK),
        ("next week", WEEK),
        (WEEK.subject, WEEK),
        (OF_PILOTS.subject, OF_PILOTS),
        ("pilots 9-15 jun", OF_PILOTS),
        ("forum of harbour pilots next week", OF_PILOTS),
        ("FHP 2031-06-09/2031-06-15", OF_PILOTS),
    ],
)
def test_days_are_meant_with_a_forum_before_them_or_none(
    typed: str, expected: Span, desk: Desk
) -> None:
    assert expected == read(desk, typed)


def test_a_report_may_be_on_days_that_were(desk: Desk) -> None:
    assert dt.date(2031, 2, 24) == read(desk, "pilots 24-28 feb", SESSION_REPORT).first
    assert dt.date(2032, 2, 24) == read(desk, "pilots 24-28 feb").first
    assert WEEK.first == read(desk, "pilots 9-15 jun", SESSION_REPORT).first


def test_a_report_needs_a_forum(desk: Desk) -> None:
    with pytest.raises(spans.NoForumError, match="name it before the days"):
        read(desk, "9-15 jun", SESSION_REPORT)


def test_a_forum_that_is_not_known_is_told(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="nothing is called 'lighthouses'"):
        read(desk, "lighthouses 9-15 jun")


def test_a_forum_that_may_be_two_is_told(desk: Desk) -> None:
    with pytest.raises(AmbiguousError):
        read(desk, "pilot 9-15 jun")


@pytest.mark.parametrize("typed", ["", "   ", "pilots", "harbour lights"])
def test_words_without_days_are_told(typed: str, desk: Desk) -> None:
    with pytest.raises(NoDaysError):
        read(desk, typed)


# What is held -----------------------------------------------------------------------------------


def test_an_outlook_holds_what_is_on_in_order_of_time(desk: Desk) -> None:
    held = spans.held(desk, WEEK, OUTLOOK)

    assert [LONG, ELSEWHERE, BREAKFAST, HARBOUR] == list(held.events)


def test_of_a_forum_it_holds_what_is_part_of_its_events_too(desk: Desk) -> None:
    assert (BREAKFAST, HARBOUR) == spans.held(desk, OF_PILOTS, OUTLOOK).events


def test_what_is_some_time_in_a_month_is_on_in_the_whole_month(desk: Desk) -> None:
    month = Span(dt.date(2031, 6, 1), dt.date(2031, 6, 30))

    assert IN_JUNE in spans.held(desk, month, OUTLOOK).events


def test_an_outlook_holds_what_is_due_then_and_for_its_events(desk: Desk) -> None:
    assert {REGISTER.id, DUE.id} == {t.id for t in spans.held(desk, WEEK, OUTLOOK).tasks}
    assert {REGISTER.id} == {t.id for t in spans.held(desk, OF_PILOTS, OUTLOOK).tasks}


def test_what_may_be_on_in_a_month_that_is_partly_theirs_is_held_apart(desk: Desk) -> None:
    held = spans.held(desk, WEEK, OUTLOOK)

    assert ((IN_JUNE,), False) == (held.some_day, IN_JUNE in held.events)


def test_an_outlook_holds_what_is_late_as_long_as_its_days_are_not_over(desk: Desk) -> None:
    late = Task(id="late", what="Send it", due=whole_day(dt.date(2031, 5, 20)))
    done = msgspec.structs.replace(late, id="done", state=TaskState.DONE)
    old = Task(id="old", what="Send it", due=whole_day(dt.date(2031, 1, 20)))
    with desk.change("some are late") as change:
        for task in (late, done, old):
            change.put(task)
    before = Span(dt.date(2031, 5, 12), dt.date(2031, 5, 18))

    assert (late,) == spans.held(desk, WEEK, OUTLOOK).late
    assert [(), (), ()] == [
        spans.held(desk, span, kind).late
        for span, kind in ((before, OUTLOOK), (OF_PILOTS, OUTLOOK), (OF_PILOTS, SESSION_REPORT))
    ]


def test_an_outlook_holds_the_forums_with_a_step_in_its_days(desk: Desk) -> None:
    step = Milestone(key="s", what="papers close", when=whole_day(WEEK.last))
    stepping = Forum(id="sails", name="Forum on Sails", milestones=(step,))
    with desk.change("a step") as change:
        change.put(stepping)

    assert stepping.id in spans.held(desk, WEEK, OUTLOOK).forums
    assert stepping.id not in spans.held(desk, OF_PILOTS, OUTLOOK).forums
    assert "Sun 15 Jun: Forum on Sails: papers close [no source]" in told(
        spans.note(desk, WEEK, OUTLOOK)
    )


def test_an_outlook_knows_who_goes_why_and_what_clashes(desk: Desk) -> None:
    going = Attendance(id=attendance_id(HARBOUR.id), event=HARBOUR.id, going=Going.GOING)
    busy = msgspec.structs.replace(HARBOUR, id="other", title="Other", forums=(), evidence={})
    with desk.change("two at once") as change:
        change.put(going)
        change.put(busy)
    prepare.write(desk, HARBOUR, {"purpose": "To listen."})

    held = spans.held(desk, WEEK, OUTLOOK)

    assert {HARBOUR.id: going} == held.attendance
    assert "To listen." == held.on_events[HARBOUR.id].purpose
    assert [{HARBOUR.id, "other"}] == [{c.one.id, c.other.id} for c in held.clashes]
    assert {FIRST.id, LAST.id, NOW.id, LATER.id, CLAIM.id, AT_EVENT.id} == {
        position.id for position in held.own
    }


def test_a_report_holds_what_was_said_then_and_what_the_movers_held_last(desk: Desk) -> None:
    held = spans.held(desk, OF_PILOTS, SESSION_REPORT)

    assert {NOW.id, AT_EVENT.id, CLAIM.id} == {position.id for position in held.positions}
    assert (LAST,) == held.earlier
    assert {ASKED.id} == {question.id for question in held.questions}
    assert (NEXT_YEAR,) == held.coming


def test_what_is_held_is_cited_with_its_text(desk: Desk) -> None:
    held = spans.held(desk, WEEK, OUTLOOK)

    assert not held.sources
    assert not held.texts


# The note ---------------------------------------------------------------------------------------


def test_a_note_is_written_once_for_its_days_and_kind(desk: Desk) -> None:
    first = spans.write(desk, WEEK, {"bottom line": "Rest."}, OUTLOOK)
    second = spans.write(desk, WEEK, {"bottom line": "Work."}, OUTLOOK)
    spans.write(desk, OF_PILOTS, {"bottom line": "They met."}, SESSION_REPORT)

    assert first.id == second.id
    assert second == spans.written(desk, WEEK, OUTLOOK)
    assert 2 == desk.store.count(Note)
    assert "Wrote “bottom line” of the session report on FHP, 9–15 Jun 2031" == desk.undo()


def test_its_words_stand_in_the_note(desk: Desk) -> None:
    spans.write(desk, OF_PILOTS, {"bottom line": "They met."}, SESSION_REPORT)

    note = spans.note(desk, OF_PILOTS, SESSION_REPORT, "nb")

    assert "Sesjonsrapport: FHP, 9.–15. juni 2031" == note.title
    assert "Hovedbudskap" == note.sections[0].heading


def test_a_part_that_is_not_written_is_told(desk: Desk) -> None:
    with pytest.raises(UnwrittenPartError):
        spans.write(desk, WEEK, {"agenda": "x"}, OUTLOOK)


def test_a_kind_that_there_is_not_is_told(desk: Desk) -> None:
    with pytest.raises(UnknownKindError):
        spans.note(desk, WEEK, "forecast")


def test_a_note_on_days_has_a_file_of_its_own(desk: Desk) -> None:
    files = [spans.default_file(desk, span, OUTLOOK, ".pdf").name for span in (WEEK, OF_PILOTS)]

    assert [
        "2031-06-09 to 2031-06-15 (outlook).pdf",
        "2031-06-09 to 2031-06-15 FHP (outlook).pdf",
    ] == files


def test_others_see_nobody_s_own_days(desk: Desk) -> None:
    going = Attendance(id=attendance_id(ELSEWHERE.id), event=ELSEWHERE.id, going=Going.GOING)
    with desk.change("goes") as change:
        change.put(going)

    held = spans.held(desk.for_audience(Level.OFFICE), WEEK, OUTLOOK)

    assert {} == held.attendance
    assert ELSEWHERE.id in {event.id for event in held.events}


# A slow, plain look at all records --------------------------------------------------------------


def slowly(desk: Desk, span: Span) -> tuple[set[str], set[str]]:
    """Return the ids of the events and of the due tasks of some days, by walking all records."""
    events = {
        event.id
        for event in desk.store.all(Event)
        if event.when.date is not None
        and event.when.date <= span.last
        and (event.when.last_date or event.when.date) >= span.first
    }
    tasks = {
        task.id
        for task in desk.store.all(Task)
        if span.has(task.due.last_date) or task.event in events
    }
    return events, tasks


def test_look_ups_find_what_a_walk_over_all_records_finds(tmp_path: Path) -> None:
    chance = random.Random(7)
    zones = ("Pacific/Kiritimati", "Pacific/Honolulu", "Europe/Oslo", None)

    def moment() -> When:
        first = dt.date(2031, 6, 1) + dt.timedelta(days=chance.randrange(40))
        if chance.random() < 0.4:
            return whole_day(first, first + dt.timedelta(days=chance.randrange(6)))
        return When(
            date=first,
            time=dt.time(chance.randrange(24)),
            zone=chance.choice(zones),
            precision=Precision.MINUTE,
        )

    events = [Event(id=f"e{n}", title=f"E{n}", when=moment()) for n in range(200)]
    tasks = [
        Task(id=f"t{n}", what="Do", due=moment(), event=chance.choice((None, f"e{n}")))
        for n in range(100)
    ]
    folder = make_folder(tmp_path / "many", *events, *tasks)
    with open_desk(folder) as desk:
        for _ in range(30):
            first = dt.date(2031, 6, 1) + dt.timedelta(days=chance.randrange(40))
            span = Span(first, first + dt.timedelta(days=chance.randrange(10)))

            held = spans.held(desk, span, OUTLOOK)

            assert slowly(desk, span) == ({e.id for e in held.events}, {t.id for t in held.tasks})


# For others -------------------------------------------------------------------------------------


def test_who_spoke_under_the_chatham_house_rule_is_told_to_nobody_else(desk: Desk) -> None:
    closed = Handling(level=Level.PUBLIC, chatham_house=True)
    said = msgspec.structs.replace(NOW, id="closed", holder="Ada Wick", handling=closed)
    public = [
        msgspec.structs.replace(record, handling=Handling(level=Level.PUBLIC))
        for record in (LAST, ASKED, PILOTS, LANTERN, BREAKFAST)
    ]
    with desk.change("heard") as change:
        for record in (said, *public):
            change.put(record)
        change.remove(NOW)

    for kind in (OUTLOOK, SESSION_REPORT):
        told = repr(spans.note(desk.for_audience(Level.PUBLIC), OF_PILOTS, kind))
        own = repr(spans.note(desk, OF_PILOTS, kind))

        assert not [name for name in ("Ada Wick", "Lantern", "lantern") if name in told]
        assert "Who moved" not in told
        assert ("Ada Wick" in own) is (kind == SESSION_REPORT)


@pytest.mark.parametrize("span", [WEEK, OF_PILOTS])
def test_what_is_written_for_some_days_goes_out_with_them(desk: Desk, span: Span) -> None:
    with desk.change("known to all") as change:
        change.put(msgspec.structs.replace(PILOTS, handling=Handling(level=Level.PUBLIC)))
    spans.write(desk, span, {"bottom line": "Rest."}, OUTLOOK)

    note = spans.note(desk.for_audience(Level.OFFICE), span, OUTLOOK)

    assert "Rest." in told(note)
    assert "Rest." not in told(spans.note(desk.for_audience(Level.PUBLIC), span, OUTLOOK))
