import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from briefing.desk import query
from briefing.desk.desk import Desk
from briefing.desk.index import KINDS
from briefing.model import (
    Attendance,
    Event,
    Going,
    Mode,
    Position,
    Stance,
    Task,
    TaskState,
    attendance_id,
)
from briefing.when import whole_day
from tests.desk.support import (
    CLAIM,
    EVERYTHING,
    HARBOUR,
    REGISTER,
    WHO_PAYS,
    make_folder,
    open_desk,
)

TALK = Event(
    id="talk-ab2cd",
    title="Talk on norms",
    mode=Mode.ONLINE,
    when=whole_day(dt.date(2031, 6, 2), dt.date(2031, 6, 4)),
    topics=("norms", "critical infrastructure"),
)
CLASS = Event(id="class-ab2cd", title="Class", venue="Palais des Nations, Geneva", cancelled=True)
SENT = Task(id="sent-ab2cd", what="Send the paper", event=TALK.id, state=TaskState.SENT)
AGAINST = Position(
    id="against-ab2cd", claim="No treaty.", holder="Tidewater", stance=Stance.OPPOSES
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = make_folder(tmp_path / "desk", *EVERYTHING, TALK, CLASS, SENT, AGAINST)
    with open_desk(folder) as opened:
        yield opened


def caught_up(desk: Desk) -> Desk:
    for _ in desk.index.catch_up():
        pass
    return desk


def found(desk: Desk, text: str) -> set[str]:
    asked = query.read(caught_up(desk), text)
    assert asked.mistakes == ()
    ids = {record.id for record in query.found(desk, asked)}
    assert ids == {id for kind in KINDS for id in query.all_ids(desk, asked, kind)}
    return ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cable", {WHO_PAYS.id}),
        ("harb lights", {HARBOUR.id}),
        ("repair -lantern", set()),
        ("forum:fhp", {HARBOUR.id}),
        ('forum:"harbour pilots"', {HARBOUR.id}),
        ("by:LI", {HARBOUR.id}),
        ("@lantern", {HARBOUR.id}),
        ("#infra", {TALK.id}),
        ('topic:"critical infrastructure"', {TALK.id}),
        ("mode:on", {TALK.id}),
        ("mode:online mode:hybrid", {TALK.id, HARBOUR.id}),
        ("is:event -mode:online", {HARBOUR.id, CLASS.id}),
        ("is:event is:cancelled", {CLASS.id}),
        ("country:switzerland", {CLASS.id}),
        ("place:geneva", {CLASS.id}),
        ("is:undated is:event", {CLASS.id}),
        ("has:task", {HARBOUR.id, TALK.id}),
        ("is:event -has:task", {CLASS.id}),
        ("has:task has:speaker", {HARBOUR.id}),
        ("task:sent", {SENT.id, TALK.id}),
        ("holder:tide stance:opposes", {AGAINST.id}),
        ("holder:li", {CLAIM.id}),
        ("on:2031-06 is:event", {HARBOUR.id, TALK.id}),
        ("after:2031-06-05", {HARBOUR.id, REGISTER.id}),
        ("after:2031-06-04 before:2031-06-04", {TALK.id}),
        ('on:"3 june 2031"', {TALK.id}),
        ("on:2031", {HARBOUR.id, TALK.id, REGISTER.id}),
        ("time:today", {TALK.id}),
        ("time:week", {TALK.id, REGISTER.id}),
        ("time:coming", {TALK.id, REGISTER.id, HARBOUR.id}),
        ("time:past", set()),
        ("is:question", {WHO_PAYS.id}),
        ("is:doubtful", {HARBOUR.id}),
    ],
)
def test_a_query_finds_what_it_asks_for(desk: Desk, text: str, expected: set[str]) -> None:
    assert expected == found(desk, text)


def test_whether_one_goes_is_asked_for_and_so_is_what_is_still_open(desk: Desk) -> None:
    with desk.change("Go") as edit:
        edit.put(Attendance(id=attendance_id(TALK.id), event=TALK.id, going=Going.GOING))

    assert found(desk, "going:going") == {TALK.id}
    assert found(desk, "going:open") == {HARBOUR.id, CLASS.id}


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        (
            "norms mode:radio",
            (6, 16),
            "“mode:radio” is none of online, in-person, hybrid, unknown.",
        ),
        ("going:d", (0, 7), "“going:d” may be declined or done."),
        ("mode:onlyne", (0, 11), "hybrid, unknown; did you mean online?"),
        ("after:someday", (0, 13), "“someday” is no day: no date is read in 'someday'"),
        ("on:2031-13", (0, 10), "“2031-13” is no day of the calendar."),
        ("-on:2031", (0, 8), "“on:” can't be left out; ask for other days instead."),
        ("topic:?", (0, 7), "“topic:” needs a word after it."),
        ("foru:x", (0, 6), "There is no “foru:”; did you mean “forum:”?"),
    ],
)
def test_what_can_not_be_used_is_told_with_its_place(
    desk: Desk, text: str, place: tuple[int, int], told: str
) -> None:
    asked = query.read(caught_up(desk), text)

    assert [place] == [(mistake.start, mistake.end) for mistake in asked.mistakes]
    assert told in asked.mistakes[0].sentence


def test_an_empty_query_asks_for_everything(desk: Desk) -> None:
    asked = query.read(caught_up(desk), "  ")

    assert asked.is_empty
    assert len(query.all_ids(desk, asked, Event)) == 3


def test_the_values_of_a_field_are_counted(desk: Desk) -> None:
    caught_up(desk)

    assert query.values(desk, "topic") == {"norms": 1, "critical infrastructure": 1}
    assert query.values(desk, "mode") == {"online": 1, "in-person": 0, "hybrid": 1, "unknown": 1}


def test_values_are_counted_as_they_are_after_an_edit(desk: Desk) -> None:
    caught_up(desk)
    with desk.change("Another theme") as edit:
        edit.put(msgspec.structs.replace(TALK, topics=("norms", "space")))
    caught_up(desk)

    assert query.values(desk, "topic") == {"norms": 1, "space": 1}


def test_an_answer_that_is_written_is_had(desk: Desk) -> None:
    answer = msgspec.structs.replace(WHO_PAYS.answer, short="The owner.")
    with desk.change("Answer") as edit:
        edit.put(msgspec.structs.replace(WHO_PAYS, answer=answer))

    assert found(desk, "has:answer") == {WHO_PAYS.id}
    assert found(desk, "is:question -has:answer") == set()
