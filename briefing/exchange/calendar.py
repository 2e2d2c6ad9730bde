"""Events and tasks as a calendar file (RFC 5545, RFC 7986) that Outlook and Google read alike.

A deadline is an event too: Outlook passes by what iCalendar has for tasks. CONTRIBUTING.md lists
what is known of both programs, with how each is met here.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.arrange import due
from briefing.arrange.in_calendars import PRODUCT, own_uid, uid_of
from briefing.exchange.calendar_times import Times, last_moment, times
from briefing.exchange.calendar_words import (
    event_title,
    event_words,
    place,
    task_title,
    task_words,
    web_address,
)
from briefing.exchange.calendar_zones import Zone
from briefing.exchange.content_lines import block, moment, one_line, utf16, written
from briefing.model import Event, Level, Source, Task, TaskState
from briefing.when import When

_LONGEST_SHOWN = 255
"""Units of UTF-16 that Outlook takes of a title or place ([MS-OXCICAL], SUMMARY and LOCATION)."""
_LONGEST_WORDS = 8_000
"""What Google takes of a description, about (rjhorniii/ical2org, issue 16)."""

_HOUR_BEFORE, _DAY_BEFORE, _MORNING_BEFORE = "-PT1H", "-P1D", "-PT15H"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event or a task with what is told of it in a calendar."""

    record: Event | Task
    above: Event | None = None
    """The event that an event is part of, or for which a task is to be done."""
    sources: tuple[Source, ...] = ()
    is_attended: bool = False
    """Whether it takes one's time, and one wants to be reminded of it."""
    sequence: int | None = None
    """How often its own calendar has changed it; None where it is ours to count."""


class Made(NamedTuple):
    """A calendar file and what of it there is to say."""

    content: bytes
    items: int
    left_out: tuple[Event | Task, ...]
    """What has no day, and so no place in a calendar."""


class Version(NamedTuple):
    """How new an item is."""

    number: int
    """Its SEQUENCE, higher whenever what it tells has changed."""
    on: dt.date
    """Since when it tells that (DTSTAMP in a file without METHOD: RFC 5545, section 3.8.7.2)."""


Numbering = Callable[[str, bytes], Version]
"""UID and what an item tells -> how new it is."""


def make(
    entries: Iterable[Entry],
    *,
    today: dt.date,
    numbering: Numbering,
    name: str = "",
    home: str = "",
) -> Made:
    """Return events and tasks as a calendar file.

    `name` is for a calendar of its own: Outlook opens what has one as a new calendar. `home` is the
    zone of its reader, if that is known: on that clock Google shows what has no zone.
    """
    items: list[bytes] = []
    left_out: list[Event | Task] = []
    zones: dict[str, Zone] = {}
    uids: set[str] = set()
    is_floating = False
    for entry in entries:
        item = _item(entry, today)
        if item is None:
            left_out.append(entry.record)
            continue
        is_floating = is_floating or item.times.is_floating
        if item.times.zone is not None:
            zones[item.times.zone.key] = item.times.zone
        uid = uid_of(entry.record)
        # Of two items of one UID a calendar keeps one.
        uid = own_uid(entry.record) if uid in uids else uid
        uids.add(uid)
        items.append(_written(item, uid, entry, today, numbering).encode())
    head = written((*_head(name, home if is_floating else ""), *_described(zones))).encode()
    content = b"".join((head, *items, b"END:VCALENDAR\r\n"))
    return Made(content, len(items), tuple(left_out))


def _head(name: str, home: str) -> Iterator[str]:
    # No METHOD: only an organiser, who would have to be named, publishes or cancels (RFC 5546,
    # section 3.2); what has none is a picture of what is held (RFC 5545, section 3.7.2).
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
    if name:
        yield from (f"NAME:{one_line(name)}", f"X-WR-CALNAME:{one_line(name)}")
    if home:
        yield f"X-WR-TIMEZONE:{one_line(home)}"


def _described(zones: dict[str, Zone]) -> Iterator[str]:
    for key in sorted(zones):
        yield from zones[key].lines()


# An item -----------------------------------------------------------------------------------------


class _Item(NamedTuple):
    """What an event and a task have in common in a calendar."""

    times: Times
    title: str
    words: str
    place: str
    address: str
    status: str
    is_busy: bool
    alarm: str
    """How long before; empty for none."""


def _item(entry: Entry, today: dt.date) -> _Item | None:
    record = entry.record
    made = _of_event if isinstance(record, Event) else _of_task
    return made(entry, today)


def _of_event(entry: Entry, today: dt.date) -> _Item | None:
    event = entry.record
    assert isinstance(event, Event)
    found = times(event.when, today.year)
    if found is None:
        return None
    is_on = not (event.cancelled or event.postponed)
    is_busy = is_on and entry.is_attended
    before = _HOUR_BEFORE if event.when.is_timed else _MORNING_BEFORE
    return _Item(
        times=found,
        title=event_title(event),
        words=event_words(event, entry.above, entry.sources),
        place=place(event),
        address=web_address(event.links),
        status=_status(event),
        is_busy=is_busy,
        alarm=before if is_busy and _is_ahead(event.when, today) else "",
    )


def _of_task(entry: Entry, today: dt.date) -> _Item | None:
    task = entry.record
    assert isinstance(task, Task)
    meant = due.safe(task.due)
    found = last_moment(meant, today.year)
    if found is None:
        return None
    is_off = entry.above is not None and entry.above.cancelled
    is_open = task.state is TaskState.TO_DO and not is_off
    before = _DAY_BEFORE if meant.is_timed else _MORNING_BEFORE
    return _Item(
        times=found,
        title=task_title(task, entry.above),
        words=task_words(task, entry.above, entry.sources),
        place="",
        address=web_address(task.how),
        status="CANCELLED" if is_off else "CONFIRMED",
        is_busy=False,
        alarm=before if is_open and _is_ahead(meant, today) else "",
    )


def _status(event: Event) -> str:
    if event.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if event.postponed else "CONFIRMED"


def _is_ahead(when: When, today: dt.date) -> bool:
    """Return whether something is still to come; a reminder of what is over helps nobody."""
    return when.last_date is not None and when.last_date >= today


def _written(item: _Item, uid: str, entry: Entry, today: dt.date, numbering: Numbering) -> str:
    told = written(_told(item, entry))
    version = (
        numbering(uid, told.encode()) if entry.sequence is None else Version(entry.sequence, today)
    )
    head = (
        "BEGIN:VEVENT",
        f"UID:{one_line(uid)}",
        f"DTSTAMP:{moment(dt.datetime.combine(version.on, dt.time(), dt.UTC))}",
        f"SEQUENCE:{version.number}",
    )
    return "".join((written(head), told, written((*_shown(item), "END:VEVENT"))))


def _told(item: _Item, entry: Entry) -> Iterator[str]:
    """Yield what an item tells: where this changes, it is a newer one."""
    yield from item.times.lines
    yield f"SUMMARY:{one_line(utf16(item.title, _LONGEST_SHOWN))}"
    if item.place:
        yield f"LOCATION:{one_line(utf16(item.place, _LONGEST_SHOWN))}"
    if item.words:
        yield f"DESCRIPTION:{block(utf16(item.words, _LONGEST_WORDS))}"
    if item.address:
        yield f"URL:{item.address}"
    yield f"STATUS:{item.status}"
    if entry.record.handling.level is Level.ME:
        # Calendars are open to colleagues in many offices.
        yield "CLASS:PRIVATE"
    if entry.above is not None:
        yield f"RELATED-TO:{one_line(uid_of(entry.above))}"


def _shown(item: _Item) -> Iterator[str]:
    """Yield how it is shown to the one whose calendar it is in."""
    yield f"TRANSP:{'OPAQUE' if item.is_busy else 'TRANSPARENT'}"
    if item.alarm:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{item.alarm}")
        yield f"DESCRIPTION:{one_line(utf16(item.title, _LONGEST_SHOWN))}"
        yield "END:VALARM"
