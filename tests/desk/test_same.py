import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import edit, intake
from briefing.desk.changes import changes
from briefing.desk.desk import Desk
from briefing.desk.same import NotTheSameError, accept_as_change
from briefing.model import Asked, Event, Proposal, ProposalState, Question, Task
from tests.desk.support import ANNOUNCEMENT, announcement, make_folder, open_desk, proposal

NEAR = ANNOUNCEMENT.replace(
    "Harbour Lights: who mends a cable under the sea?", "Harbour Lights: who mends cables at sea?"
).replace("09:00-10:30", "10:00-11:30")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as opened:
        arrival = intake.bring_in(opened, announcement())
        intake.accept(opened, arrival.proposals, checked=True)
        yield opened


def near(desk: Desk) -> tuple[Proposal, Event]:
    offered = intake.bring_in(desk, announcement(NEAR, name="near.txt")).proposals
    (held,) = desk.store.all(Event)
    return offered[0], held


def test_a_near_same_event_is_offered_as_the_same_and_not_merged(desk: Desk) -> None:
    offered, held = near(desk)

    assert offered.changes is None
    assert offered.matches == (held.id,)


def test_the_same_stays_as_held_and_what_is_new_is_offered_by_field(desk: Desk) -> None:
    offered, held = near(desk)

    change = accept_as_change(desk, offered, held.id)

    assert [held] == list(desk.store.all(Event))
    assert change.changes == held.id
    assert {row.label for row in changes(desk, change)} == {"Title", "Start time", "End time"}
    intake.accept(desk, [change], checked=True)
    (event,) = desk.store.all(Event)
    assert (event.id, event.when.time) == (held.id, dt.time(10))


def test_what_hangs_on_it_hangs_on_the_held_one(desk: Desk) -> None:
    offered, held = near(desk)

    accept_as_change(desk, offered, held.id)
    intake.accept(desk, intake.waiting(desk), checked=True)

    assert {task.event for task in desk.store.all(Task)} == {held.id}
    occasions = {asked.event for question in desk.store.all(Question) for asked in question.asked}
    assert occasions == {held.id}


def test_that_they_are_the_same_is_taken_back_as_one(desk: Desk) -> None:
    offered, held = near(desk)
    before = intake.waiting(desk)

    accept_as_change(desk, offered, held.id)

    assert desk.undo().startswith("Same as Harbour Lights")
    assert before == intake.waiting(desk)


def test_a_question_that_is_the_same_is_asked_again(desk: Desk) -> None:
    (held, *_) = desk.store.all(Question)
    asked = Asked(key="k9zz", on=dt.date(2031, 7, 1))
    other = proposal(Question(id="who-ab2cd", text="In other words?", asked=(asked,)))
    with desk.change("read") as change:
        change.put(other)

    again = accept_as_change(desk, other, held.id)
    intake.accept(desk, [again], checked=True)

    now = desk.store.get(Question, held.id)
    assert now is not None
    assert now.asked == (*held.asked, asked)
    assert now.text == held.text
    assert desk.store.get(Question, other.draft.id) is None


def test_what_says_nothing_new_waits_no_more(desk: Desk) -> None:
    (held, *_) = desk.store.all(Question)
    other = proposal(Question(id="who-ab2cd", text="In other words?", asked=held.asked))
    with desk.change("read") as change:
        change.put(other)

    assert accept_as_change(desk, other, held.id).state is ProposalState.ACCEPTED
    assert intake.waiting(desk) == []


def test_only_a_record_of_its_kind_is_the_same(desk: Desk) -> None:
    offered, held = near(desk)
    edit.remove(desk, held)

    with pytest.raises(NotTheSameError, match="is no event that is held"):
        accept_as_change(desk, offered, held.id)
