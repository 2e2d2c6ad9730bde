import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import edit, intake, prepare
from briefing.desk.desk import Desk
from briefing.desk.touched import held_before, told, touched
from briefing.model import Event, Record, Task
from tests.desk.support import ANNOUNCEMENT, announcement, make_folder, markdown, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as opened:
        arrival = intake.bring_in(opened, announcement())
        intake.accept(opened, arrival.proposals, checked=True)
        yield opened


def only(desk: Desk, kind: type[Record]) -> Record:
    (record,) = desk.store.all(kind)
    return record


def after_note(desk: Desk, note: str) -> tuple[str, ...]:
    arrival = intake.bring_in(desk, announcement(note, name="note.txt"))
    before = held_before(desk, arrival.proposals)
    return told(desk, before, intake.accept(desk, arrival.proposals, checked=True))


EXPORTED = "A calendar file exported before still has the old state."


def test_a_changed_time_touches_note_registration_and_calendar_files(desk: Desk) -> None:
    event, task = only(desk, Event), only(desk, Task)
    assert isinstance(event, Event)
    prepare.write(desk, event, {"purpose": "Listen."})
    edit.set_fields(desk, task, {"state": "sent"})

    assert after_note(desk, "Harbour Lights will now start at 11:00.") == (
        "The briefing note on it was written before this change.",
        "A registration was sent (sent) for it as it was.",
        EXPORTED,
    )


def test_what_it_clashes_with_now_is_told_and_what_it_clashed_with_is_not(desk: Desk) -> None:
    edit.add(desk, Event, {"title": "Ropes", "when": "12 June 2031 11:30 New York"})
    edit.add(desk, Event, {"title": "Buoys", "when": "12 June 2031 9:30 New York"})

    assert after_note(desk, "Harbour Lights will now be held from 9:15 to 12:00.") == (
        "1 new clash: “Ropes”.",
        EXPORTED,
    )


def test_a_task_that_is_due_after_the_event_now_begins_is_told(desk: Desk) -> None:
    assert after_note(desk, "Harbour Lights has been moved to 5 June 2031, same time.") == (
        "“Register for Harbour Lights: who mends a cable under the sea?” is due Fri 6 Jun 2031,"
        " after the event begins now.",
        EXPORTED,
    )


def test_what_is_called_off_leaves_no_task_unmentioned(desk: Desk) -> None:
    assert after_note(desk, "Harbour Lights is cancelled.") == (
        "“Register for Harbour Lights: who mends a cable under the sea?” is still to be done.",
        EXPORTED,
    )


def test_what_is_no_change_of_an_event_touches_nothing(desk: Desk) -> None:
    event, task = only(desk, Event), only(desk, Task)

    assert touched(desk, event, event) == ()
    assert touched(desk, task, task) == ()
    assert after_note(desk, ANNOUNCEMENT + "\nSpeakers:\n- Cleo Dunn, Director, Quay Trust\n") == ()


def test_a_note_that_was_saved_is_told_of(desk: Desk) -> None:
    event = only(desk, Event)
    assert isinstance(event, Event)
    prepare.save(prepare.default_file(desk, event), markdown(desk, event).encode())

    (saved, *_) = after_note(desk, "Harbour Lights has been moved to 19 June 2031, same time.")

    assert saved == f"The note saved as {prepare.default_file(desk, event).name} has the old state."
