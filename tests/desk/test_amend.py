"""The whole way: an announcement is held, another one changes it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import edit, intake
from briefing.desk.changes import changes
from briefing.desk.desk import Desk
from briefing.model import (
    Decision,
    Event,
    Position,
    Proposal,
    Question,
    Record,
    Task,
)
from tests.desk.support import ANNOUNCEMENT, announcement, make_folder, open_desk

AMENDED = ANNOUNCEMENT.replace("09:00-10:30 EDT", "11:00-12:30 EDT").replace(
    "Harbour Hall, 4 Quay Street", "Pilots' House, 9 Rope Walk"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as opened:
        arrival = intake.bring_in(opened, announcement())
        intake.accept(opened, arrival.proposals, checked=True)
        yield opened


def only_event(desk: Desk) -> Event:
    (event,) = desk.store.all(Event)
    return event


def everything(desk: Desk) -> dict[str, Record]:
    kinds = (Event, Task, Question, Position, Proposal)
    return {record.id: record for kind in kinds for record in desk.store.all(kind)}


def brought_in(desk: Desk, text: str, name: str = "again.txt") -> tuple[Proposal, ...]:
    return intake.bring_in(desk, announcement(text, name=name)).proposals


def rows(desk: Desk, proposal: Proposal) -> list[tuple[str, str, str]]:
    return [(row.label, row.before, row.after) for row in changes(desk, proposal)]


@pytest.mark.parametrize(
    "again",
    [
        ANNOUNCEMENT + "\n\n",
        ANNOUNCEMENT.replace("\n\n", "\n\n\n"),
        "Menu\nHome\nAbout us\n\n" + ANNOUNCEMENT,
    ],
)
def test_what_is_held_already_is_not_offered_again(desk: Desk, again: str) -> None:
    before = everything(desk)

    offered = brought_in(desk, again)

    assert offered == ()
    assert before == everything(desk)


def test_what_waits_already_is_not_offered_twice(tmp_path: Path) -> None:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as desk:
        first = brought_in(desk, ANNOUNCEMENT)

        again = brought_in(desk, ANNOUNCEMENT + "\n\n")

        assert first
        assert again == ()


def test_an_amended_announcement_is_offered_as_changes_field_by_field(desk: Desk) -> None:
    (proposal,) = brought_in(desk, AMENDED)

    assert proposal.changes == only_event(desk).id
    assert rows(desk, proposal) == [
        ("Start time", "09:00", "11:00"),
        ("End time", "10:30", "12:30"),
        ("Place", "Harbour Hall, 4 Quay Street, New York", "Pilots' House, 9 Rope Walk, New York"),
    ]


def test_accepting_a_change_leaves_all_else_and_undo_restores(desk: Desk) -> None:
    before, held = everything(desk), only_event(desk)
    (proposal,) = brought_in(desk, AMENDED)

    intake.accept(desk, [proposal], checked=True)

    event = only_event(desk)
    assert event.when.time == dt.time(11)
    assert event.venue.startswith("Pilots' House")
    assert (event.id, event.title, event.speakers) == (held.id, held.title, held.speakers)
    assert event.evidence["when"].decision is Decision.ACCEPTED
    assert held.when in [other.value for other in event.evidence["when"].alternatives]
    desk.undo()
    desk.undo()
    assert before == everything(desk)


@pytest.mark.parametrize("tag", ["UPDATED: ", "New date: ", "Re: ", "Rescheduled – "])
def test_an_announcement_that_says_so_may_have_another_day(desk: Desk, tag: str) -> None:
    again = f"{tag}{ANNOUNCEMENT}".replace("Thursday, 12 June", "Friday, 13 June")

    offered = brought_in(desk, again)

    is_said = tag != "Re: "
    assert [p.changes is not None for p in offered if isinstance(p.draft, Event)] == [is_said]
    if is_said:
        assert rows(desk, offered[0]) == [("Day", "Thu 12 Jun 2031", "Fri 13 Jun 2031")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("CANCELLED: ", "Cancelled"),
        ("POSTPONED: ", "Postponed"),
        ("This event has been cancelled.\n\n", "Cancelled"),
    ],
)
def test_an_announcement_that_is_called_off_is_offered_as_that(
    desk: Desk, head: str, expected: str
) -> None:
    offered = brought_in(desk, head + ANNOUNCEMENT)

    assert [rows(desk, proposal) for proposal in offered] == [[(expected, "no", "yes")]]


def test_a_date_for_an_undated_event_is_offered_as_a_change(tmp_path: Path) -> None:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as desk:
        edit.add(desk, Event, {"title": "Harbour Lights: who mends a cable under the sea?"})

        offered = brought_in(desk, ANNOUNCEMENT)

        assert offered[0].changes == only_event(desk).id
        assert rows(desk, offered[0])[1] == ("When", "no date", "Thu 12 Jun 2031 09:00–10:30 EDT")


def test_what_a_person_decided_is_offered_and_not_taken(desk: Desk) -> None:
    edit.set_fields(desk, only_event(desk), {"venue": "Our own room"})
    offered = brought_in(desk, AMENDED)

    intake.accept(desk, offered, checked=False)

    (left,) = intake.waiting(desk)
    assert only_event(desk).venue == "Our own room"
    assert only_event(desk).when.time == dt.time(9)
    assert {row.label for row in changes(desk, left)} == {"Start time", "End time", "Place"}


def test_what_nobody_decided_is_taken_at_once_and_the_rest_waits(tmp_path: Path) -> None:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as desk:
        intake.accept(desk, brought_in(desk, ANNOUNCEMENT), checked=False)
        edit.set_fields(desk, only_event(desk), {"venue": "Our own room"})

        intake.accept(desk, brought_in(desk, AMENDED), checked=False)

        (left,) = intake.waiting(desk)
        assert only_event(desk).when.time == dt.time(11)
        assert only_event(desk).evidence["when"].decision is Decision.UNDECIDED
        assert [row.label for row in changes(desk, left)] == ["Place"]


def test_accepting_over_a_decision_is_a_decision_and_keeps_the_old_value(desk: Desk) -> None:
    edit.set_fields(desk, only_event(desk), {"venue": "Our own room"})

    intake.accept(desk, brought_in(desk, AMENDED), checked=True)

    found = only_event(desk).evidence["venue"]
    assert found.decision is Decision.ACCEPTED
    assert found.decided_by == "Kari Eksempel"
    assert [(o.value, o.why) for o in found.alternatives] == [
        ("Our own room", "as it was before, as Kari Eksempel had it")
    ]


def test_a_change_that_was_made_meanwhile_shows_no_more(desk: Desk) -> None:
    (proposal,) = brought_in(desk, AMENDED)
    edit.set_fields(desk, only_event(desk), {"venue": "Pilots' House, 9 Rope Walk, New York"})

    assert [row.label for row in changes(desk, proposal)] == ["Start time", "End time"]


def test_another_deadline_changes_the_task(desk: Desk) -> None:
    (proposal,) = brought_in(desk, ANNOUNCEMENT.replace("6 June", "9 June"))

    assert isinstance(proposal.draft, Task)
    assert rows(desk, proposal) == [("Due by", "Fri 6 Jun 2031", "Mon 9 Jun 2031")]
    intake.accept(desk, [proposal], checked=True)
    (task,) = desk.store.all(Task)
    assert task.due.date == dt.date(2031, 6, 9)


def test_a_new_speaker_is_added_to_those_held(desk: Desk) -> None:
    again = ANNOUNCEMENT + "\nSpeakers:\n- Cleo Dunn, Director, Quay Trust\n"
    offered = brought_in(desk, again)

    intake.accept(desk, offered, checked=True)

    assert [speaker.name for speaker in only_event(desk).speakers] == ["Bo Ferry", "Cleo Dunn"]
