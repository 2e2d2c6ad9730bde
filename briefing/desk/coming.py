"""What comes next, what is due and what one may still get into; looked up, never gone through."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from briefing.arrange import attending, due
from briefing.arrange.openings import Opening, open_to_me as arrange_open
from briefing.arrange.timeline import next_event as arrange_next, open_tasks, upcoming
from briefing.desk import attend
from briefing.desk.reading import Reading
from briefing.model import Attendance, Event, Going, Task

WEEK = dt.timedelta(days=7)
"""From the morning of today on."""

_LATEST = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(days=3)
_WINDOWS = tuple(dt.timedelta(days=days) for days in (3, 40, 400))
_EARLIER = dt.timedelta(days=1)
"""What begins together in all zones does so within a day."""


def now(desk: Reading) -> dt.datetime:
    """Return the time at the desk: on a day that is not the clock's, that day's morning."""
    is_real_day = desk.now.astimezone(desk.home).date() == desk.today
    return desk.now if is_real_day else morning(desk)


def morning(desk: Reading) -> dt.datetime:
    """Return when the day at the desk begins."""
    return dt.datetime.combine(desk.today, dt.time(), desk.home)


def next_event(desk: Reading) -> Event | None:
    """Return what is next: of what one goes to, else of what one has not declined."""
    return next_going(desk) or _next(desk, _is_open, (*_WINDOWS, None))


def next_going(desk: Reading) -> Event | None:
    """Return what is next of the events that one goes to."""
    if not desk.store.count(Attendance):
        return None
    return _next(desk, _is_gone_to, _WINDOWS[:2]) or arrange_next(
        _gone_to(desk), now(desk), desk.home
    )


def going_ahead(desk: Reading) -> list[Event]:
    """Return the events that one goes to and that are not over today, in order."""
    return upcoming(_gone_to(desk), desk.today, desk.home)


def due_this_week(desk: Reading) -> list[Task]:
    """Return the open tasks that end within the week, in order; what is over already is left."""
    begins, ends = morning(desk), morning(desk) + WEEK
    at, last = now(desk), desk.today + WEEK
    moments = desk.links.between(begins - _EARLIER, ends + _EARLIER)
    tasks = (desk.store.get(Task, moment.id) for moment in moments if moment.kind is Task)
    return open_tasks(
        (
            task
            for task in tasks
            if task is not None
            and not due.is_over(task.due, at, desk.home)
            and (day := due.last_day(task.due, desk.home)) is not None
            and day < last
        ),
        desk.home,
    )


def open_to_me(desk: Reading) -> list[Event]:
    """Return what one may still get into within the week and has not asked for, in order."""
    begins = now(desk)
    near = desk.links.between(begins, morning(desk) + WEEK)
    events = (desk.store.get(Event, moment.id) for moment in near if moment.kind is Event)
    openings = (_opening(desk, event) for event in events if event is not None)
    return arrange_open(openings, begins, desk.home)


def tasks_of(desk: Reading, event: str) -> list[Task]:
    """Return the tasks of an event by its id."""
    named = (desk.store.get(Task, id) for id in desk.links.naming(event, Task, "event"))
    return [task for task in named if task is not None]


def _opening(desk: Reading, event: Event) -> Opening:
    return Opening(event, tasks_of(desk, event.id), attend.attendance(desk, event.id))


def _gone_to(desk: Reading) -> Iterator[Event]:
    for held in desk.store.all(Attendance):
        event = desk.store.get(Event, held.event) if held.going is Going.GOING else None
        if event is not None:
            yield event


def _next(
    desk: Reading,
    fits: Callable[[Attendance | None], bool],
    windows: Sequence[dt.timedelta | None],
) -> Event | None:
    """Return what is next, looked for in longer and longer times from now on; None for all."""
    at = now(desk)
    for window in windows:
        ends = _LATEST if window is None else at + window
        found = arrange_next(_between(desk, at - _EARLIER, ends, fits), at, desk.home)
        span = found.when.span(desk.home) if found else None
        is_sure = span is not None and at <= span.start and max(span) < ends - _EARLIER
        if is_sure or window is None:
            return found
    return None


def _between(
    desk: Reading,
    first: dt.datetime,
    last: dt.datetime,
    fits: Callable[[Attendance | None], bool],
) -> Iterator[Event]:
    for moment in desk.links.between(first, last):
        if moment.kind is Event and fits(attend.attendance(desk, moment.id)):
            event = desk.store.get(Event, moment.id)
            if event is not None:
                yield event


def _is_open(held: Attendance | None) -> bool:
    return not attending.is_away(held)


def _is_gone_to(held: Attendance | None) -> bool:
    return held is not None and held.going is Going.GOING
