"""Whether one goes to an event, and how far a task is: each step is one change, undone as one."""

import msgspec

from briefing.arrange import attending
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import (
    Attendance,
    Decision,
    Event,
    Evidence,
    Going,
    Task,
    TaskState,
    attendance_id,
)
from briefing.text import squeeze


class NobodyCoversError(BriefingError):
    """A colleague is named for an event that nobody covers."""

    def __init__(self, going: str) -> None:
        super().__init__(f"a colleague is named only where an event is covered, not {going}")


def attendance(desk: Reading, event: str) -> Attendance | None:
    """Return whether one goes to an event by its id; None where it is open."""
    return desk.store.get(Attendance, attendance_id(event))


def step(desk: Desk, event: Event) -> Attendance | None:
    """Take an event one step on: open, interested, going, covered, declined, done, open."""
    held = attendance(desk, event.id)
    return set_going(desk, event, attending.next_going(held.going if held else None))


def set_going(
    desk: Desk, event: Event, going: Going | None, covered_by: str = ""
) -> Attendance | None:
    """Say whether one goes to an event, None that it is open again; NobodyCoversError.

    `covered_by` is the colleague who goes instead, where it is known who.
    """
    name = squeeze(covered_by)
    if name and going is not Going.COVERED:
        raise NobodyCoversError(going or attending.OPEN)
    held = attendance(desk, event.id)
    new = None
    if going is not None:
        id = attendance_id(event.id)
        new = Attendance(id=id, event=event.id, going=going, covered_by=name)
    with desk.change(f"{title_of(event)}: {attending.going_words(new)}") as edit:
        if new is not None:
            edit.put(new)
        elif held is not None:
            edit.remove(held)
    return new


def step_task(desk: Desk, task: Task) -> Task:
    """Take a task one step on: to do, sent, confirmed, waiting list, refused, done, to do."""
    held = desk.store.get(Task, task.id) or task
    return set_state(desk, held, attending.next_state(held.state))


def set_state(desk: Desk, task: Task, state: TaskState) -> Task:
    """Say how far a task is; what else has changed of it since it was read stays."""
    held = desk.store.get(Task, task.id) or task
    if held.state is state:
        return held
    said = Evidence(decision=Decision.ADDED, decided_by=desk.person, decided_at=desk.now)
    new = msgspec.structs.replace(held, state=state, evidence={**held.evidence, "state": said})
    with desk.change(f"{title_of(held)}: {state}") as edit:
        edit.put(new)
    return new


def colleagues(desk: Desk) -> list[str]:
    """Return the names of those who went instead so far, the most frequent first."""
    return attending.colleagues(desk.store.all(Attendance))
