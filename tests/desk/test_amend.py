"""The whole way: an announcement is held, another one changes it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import intake
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
