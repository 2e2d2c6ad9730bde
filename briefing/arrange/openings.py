"""What one may still get into, and has not asked for."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.arrange import due
from briefing.arrange.timeline import in_order
from briefing.model import Access, Attendance, Event, Going, Task, TaskKind, TaskState

_MAY_ENTER = frozenset({Access.OPEN, Access.REGISTRATION})
_SETTLED = frozenset({Going.COVERED, Going.DECLINED, Going.DONE})
_ASKING = frozenset({TaskKind.REGISTER, TaskKind.GET_PASS})
"""The tasks by which one asks to be let in."""


class Opening(NamedTuple):
    """An event, with what is said and done about it so far."""

    event: Event
    tasks: Sequence[Task]
    attendance: Attendance | None


def open_to_me(openings: Iterable[Opening], now: dt.datetime, home: ZoneInfo) -> list[Event]:
    """Return the events that one may still get into and has not asked for, in order.

    That is: open to all or on registration, not over or called off, no colleague covers it and it
    is not declined, nothing was sent for it, and no last day to ask is over; `now` is aware.
    """
    return in_order((one.event for one in openings if _is_open(one, now, home)), home)


def _is_open(one: Opening, now: dt.datetime, home: ZoneInfo) -> bool:
    event, span = one.event, one.event.when.span(home)
    if event.access not in _MAY_ENTER or event.cancelled or event.postponed:
        return False
    if span is None or max(span) < now or (one.attendance and one.attendance.going in _SETTLED):
        return False
    asking = [task for task in one.tasks if task.kind in _ASKING]
    return all(
        task.state is TaskState.TO_DO and not due.is_over(task.due, now, home) for task in asking
    )
