"""What is on and what is due, in true order across zones."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from briefing.arrange import Arrangement, Row, due, grouped
from briefing.arrange.attending import CLOSED
from briefing.model import Event, Task
from briefing.when import Span, When

NO_DATE = "No date"


def timeline(events: Iterable[Event], tasks: Iterable[Task], home: ZoneInfo) -> Arrangement:
    """Return events and open tasks in order under months, side events under their parent.

    A task stands on the day it is due. What has no date comes last.
    """
    by_parent = children(events)
    top: list[Event | Task] = list(by_parent[None])
    top += open_tasks(tasks, home)
    top.sort(key=lambda record: _order(record, home))
    sections: dict[str, list[Row]] = defaultdict(list)
    latest = dt.date.min
    for record in top:
        # Around a change of month clocks show both months by turns; a heading never goes back.
        day = when_of(record).date
        latest = max(latest, day or latest)
        sections[month_label(latest if day else None)] += _family(record, by_parent, home)
    return grouped(list(sections.items()))


def when_of(record: Event | Task) -> When:
    """Return when an event is, or until when a task is in time for sure (`due.safe`)."""
    return record.when if isinstance(record, Event) else due.safe(record.due)


def month_label(day: dt.date | None) -> str:
    """Return the heading that something stands under: "July 2023"."""
    return f"{day:%B} {day.year}" if day else NO_DATE


def in_order(events: Iterable[Event], home: ZoneInfo) -> list[Event]:
    """Return events as they follow each other."""
    return sorted(events, key=lambda event: _order(event, home))


def open_tasks(tasks: Iterable[Task], home: ZoneInfo) -> list[Task]:
    """Return the tasks that are not over, by when they are due."""
    return by_due((task for task in tasks if task.state not in CLOSED), home)


def by_due(tasks: Iterable[Task], home: ZoneInfo) -> list[Task]:
    """Return tasks by when they are due."""
    return sorted(tasks, key=lambda task: _order(task, home))


def upcoming(events: Iterable[Event], today: dt.date, home: ZoneInfo) -> list[Event]:
    """Return what is not over when the day begins at home, in order.

    What is undated, called off or put off is left out.
    """
    morning = dt.datetime.combine(today, dt.time(), home)
    return [
        event
        for event in in_order(events, home)
        if not (event.cancelled or event.postponed)
        and (span := event.when.span(home))
        and (span.end > morning or span.start >= morning)
    ]


def next_event(events: Iterable[Event], now: dt.datetime, home: ZoneInfo) -> Event | None:
    """Return what begins next, or where nothing does, what is on; `now` is aware.

    Of an event of several days and what is timed within it, the timed one: its clock matters.
    """
    is_on: Event | None = None
    first: tuple[Event, Span] | None = None
    for event in upcoming(events, now.astimezone(home).date(), home):
        span = event.when.span(home)
        if span is None or span.start < now:
            is_on = is_on or (event if span and span.end > now else None)
        elif event.when.is_timed and (first is None or span.start < first[1].end):
            return event
        else:
            first = first or (event, span)
    return first[0] if first else is_on


def children(events: Iterable[Event]) -> dict[str | None, list[Event]]:
    """Return events by the event they stand under; under None what stands for itself.

    An event whose parent is not held, or that is its own ancestor, stands for itself.
    """
    held = {event.id: event for event in events}
    by_parent: dict[str | None, list[Event]] = defaultdict(list)
    for event in held.values():
        by_parent[event.parent if _has_root(event, held) else None].append(event)
    return by_parent


def _has_root(event: Event, held: dict[str, Event]) -> bool:
    seen = {event.id}
    above = held.get(event.parent or "")
    if above is None:
        return False
    while above is not None:
        if above.id in seen:
            return False
        seen.add(above.id)
        above = held.get(above.parent or "")
    return True


def _family(
    record: Event | Task, by_parent: dict[str | None, list[Event]], home: ZoneInfo, depth: int = 0
) -> Iterator[Row]:
    yield Row(record, depth)
    if isinstance(record, Event):
        for child in in_order(by_parent.get(record.id, ()), home):
            yield from _family(child, by_parent, home, depth + 1)


def _order(record: Event | Task, home: ZoneInfo) -> tuple[tuple[bool, float, float, str], str]:
    name = record.title if isinstance(record, Event) else record.what
    return when_of(record).sort_key(home), name
