"""Whether one goes, and how far a task is: which state follows which, and in what words."""

from collections.abc import Iterable

import msgspec

from briefing.model import Attendance, Going, Record, Task, TaskState
from briefing.text import clean, fold

OPEN = "open"
"""What an event is called about which nothing is said yet."""

CLOSED = frozenset({TaskState.DONE, TaskState.REFUSED})
"""The states in which there is nothing left to do."""

_AWAY = frozenset({Going.COVERED, Going.DECLINED})
"""One is not there oneself."""


def next_going(going: Going | None) -> Going | None:
    """Return what one step makes of it; behind the last one it is open again (None)."""
    steps: list[Going | None] = [None, *Going]
    return steps[(steps.index(going) + 1) % len(steps)]


def next_state(state: TaskState) -> TaskState:
    """Return what one step makes of a task; behind the last one it is to do again."""
    steps = tuple(TaskState)
    return steps[(steps.index(state) + 1) % len(steps)]


def going_words(attendance: Attendance | None) -> str:
    """Return whether one goes: "covered by Bo Ferry", "open"."""
    if attendance is None:
        return OPEN
    by = clean(attendance.covered_by)
    return f"{attendance.going} by {by}" if by else str(attendance.going)


def is_step(before: Record | None, after: Record | None) -> bool:
    """Return whether a change says nothing but whether one goes, or how far a task is."""
    if isinstance(before, Task) and isinstance(after, Task):
        stepped = msgspec.structs.replace(before, state=after.state, evidence=after.evidence)
        return stepped == after
    return isinstance(before or after, Attendance)


def is_away(attendance: Attendance | None) -> bool:
    """Return whether one has said that one is not there oneself."""
    return attendance is not None and attendance.going in _AWAY


def colleagues(held: Iterable[Attendance]) -> list[str]:
    """Return the names of those who went instead, those who did most often first."""
    counts: dict[str, int] = {}
    for attendance in held:
        if name := clean(attendance.covered_by):
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], fold(name)))
