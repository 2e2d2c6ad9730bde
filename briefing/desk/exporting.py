"""Records for other programs: calendar files, reference managers, spreadsheets, JSON."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefing.arrange.attending import is_away
from briefing.arrange.in_calendars import is_of_calendar
from briefing.arrange.links import citations
from briefing.desk import attend
from briefing.desk.audience import Audience
from briefing.desk.calendar_numbers import Numbers
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.desk.gate import LeftOut
from briefing.errors import BriefingError
from briefing.exchange import calendar, csl, positions_csv, positions_xlsx
from briefing.exchange.calendar import Entry, Made, Version
from briefing.exchange.positions import Row
from briefing.model import (
    RECORD_TYPES,
    Document,
    Event,
    Forum,
    Going,
    Level,
    Position,
    Question,
    R,
    Record,
    Source,
    Task,
)
from briefing.text import clean, count, fold


class What(StrEnum):
    """What can be exported."""

    TIMELINE = "timeline"
    EVENT = "event"
    SOURCES = "sources"
    POSITIONS = "positions"
    RECORDS = "records"


class UnknownEndingError(BriefingError):
    """Something is to be exported in a format that it is not written in."""

    exit_code = 2

    def __init__(self, path: Path, what: What) -> None:
        known = " or ".join(endings(what))
        super().__init__(f"{clean(str(path))}: {what} is written as {known}")


class Exported(NamedTuple):
    """A file for another program, and what there is to say of it."""

    content: bytes
    told: str
    """What it holds: "12 items"."""
    left_out: tuple[str, ...] = ()
    """Titles of what could not be told in it."""
    unseen: tuple[LeftOut, ...] = ()
    """What those for whom it is made may not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that are exported, each end included and open where it is None."""

    first: dt.date | None = None
    last: dt.date | None = None

    def holds(self, begins: dt.date | None, ends: dt.date | None) -> bool:
        """Return whether something is on in it; what is undated is in no span but the whole."""
        if begins is None or ends is None:
            return self.first is None and self.last is None
        after = self.first is None or ends >= self.first
        return after and (self.last is None or begins <= self.last)


@dataclass(frozen=True, slots=True)
class Records:
    """The records that an export may take: all of them, or what an audience may see."""

    desk: Desk
    level: Level | None
    reading: Desk | Audience

    @property
    def unseen(self) -> tuple[LeftOut, ...]:
        """What was left out or made anonymous for the audience."""
        return self.reading.left_out if isinstance(self.reading, Audience) else ()

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of a kind by id."""
        return self.reading.store.all(kind)

    def get(self, kind: type[R], id: str | None) -> R | None:
        """Return a record by its id; None where there is none, or it may not be seen."""
        return self.reading.store.get(kind, id) if id is not None else None

    def naming(self, id: str, kind: type[R], field: str) -> list[R]:
        """Return the records of a kind that name a record in a field."""
        found = (self.get(kind, each) for each in self.reading.links.naming(id, kind, field))
        return [record for record in found if record is not None]


def records_of(
    desk: Desk, level: Level | None, event: Event | None = None, *, keep_contacts: bool = False
) -> tuple[Records, Event | None]:
    """Return the records that leave the desk for an audience, and what it may see of an event.

    Without a level they are for the owner, who sees all. UnseenError where the event is for others.
    """
    if level is None:
        return Records(desk, level, desk), event
    audience = desk.for_audience(level, keep_contacts=keep_contacts)
    return Records(desk, level, audience), audience.of(event) if event else None


def endings(what: What) -> tuple[str, ...]:
    """Return how the names end of the files that something is written as: (".ics", ".json")."""
    return tuple(_WRITERS[what])


def export(
    desk: Desk,
    what: What,
    path: Path,
    *,
    event: Event | None = None,
    level: Level | None = None,
    keep_contacts: bool = False,
    span: Span | None = None,
) -> Exported:
    """Return what a file of a name is to hold; `event` is the one that is exported.

    UnknownEndingError where the ending names a format that this is not written in.
    """
    writer = _WRITERS[what].get(path.suffix.casefold())
    if writer is None:
        raise UnknownEndingError(path, what)
    records, seen = records_of(desk, level, event, keep_contacts=keep_contacts)
    exported = writer(_Asked(records, seen, span or Span()))
    return exported._replace(unseen=records.unseen)


def event_calendar(
    desk: Desk, event: Event, level: Level | None = None, *, keep_contacts: bool = False
) -> Made:
    """Return an event, its side events and sessions and the tasks of each as a calendar file."""
    records, seen = records_of(desk, level, event, keep_contacts=keep_contacts)
    return _made(_Asked(records, seen, Span()), seen.title if seen else "")


class _Asked(NamedTuple):
    records: Records
    event: Event | None
    span: Span


# Calendars ---------------------------------------------------------------------------------------


def _calendar(asked: _Asked) -> Exported:
    made = _made(asked, asked.records.desk.title)
    left_out = tuple(title_of(record) for record in made.left_out)
    return Exported(made.content, count(made.items, "item"), left_out)


def _made(asked: _Asked, name: str) -> Made:
    desk, level = asked.records.desk, asked.records.level
    numbers = Numbers(desk.data / ".cache", desk.today)

    def numbering(uid: str, told: bytes) -> Version:
        # Others are told less of an item, which changes it for nobody.
        return numbers(uid if level is None else f"{uid} {level}", told)

    # A calendar with a name is opened beside one's own, where one event does not belong; what the
    # desk is called and where its owner is, is nobody else's business.
    is_own = level is None
    made = calendar.make(
        _entries(asked),
        today=desk.today,
        numbering=numbering,
        name=name if is_own and asked.event is None else "",
        home=desk.home.key if is_own else "",
    )
    numbers.save()
    return made


def _entries(asked: _Asked) -> Iterator[Entry]:
    records, theirs = asked.records, _numbers_of_others(asked.records)
    for record in _items(asked):
        cited = dict.fromkeys(citation.source for citation in citations(record))
        found = (records.get(Source, id) for id in cited)
        entry = Entry(record=record, sources=tuple(source for source in found if source))
        if isinstance(record, Task):
            yield replace(entry, above=records.get(Event, record.event))
            continue
        yield replace(
            entry,
            above=records.get(Event, record.parent),
            is_attended=_is_attended(asked, record),
            sequence=theirs.get(record.uid, 0) if is_of_calendar(record) else None,
        )


def _items(asked: _Asked) -> Iterator[Event | Task]:
    """Yield the events and tasks that are exported."""
    if asked.event is not None:
        yield from _family(asked.records, asked.event, set())
        return
    for event in asked.records.all(Event):
        if asked.span.holds(event.when.date, event.when.last_date):
            yield event
    for task in asked.records.all(Task):
        if asked.span.holds(task.due.date, task.due.last_date):
            yield task


def _family(records: Records, event: Event, seen: set[str]) -> Iterator[Event | Task]:
    """Yield an event with its tasks, then each of its side events and sessions likewise."""
    if event.id in seen:
        return
    seen.add(event.id)
    yield event
    yield from records.naming(event.id, Task, "event")
    for child in records.naming(event.id, Event, "parent"):
        yield from _family(records, child, seen)


def _is_attended(asked: _Asked, event: Event) -> bool:
    """Return whether one goes there; who exports one event means to, unless it is known not.

    Whether the owner goes is nobody else's business.
    """
    is_the_one = asked.event is not None and asked.event.id == event.id
    if asked.records.level is not None:
        return is_the_one
    held = attend.attendance(asked.records.desk, event.id)
    if held is None or is_away(held):
        return is_the_one and held is None
    return is_the_one or held.going is Going.GOING


def _numbers_of_others(records: Records) -> Mapping[str, int]:
    """Return how often calendars have changed their own events, by UID."""
    numbers: dict[str, int] = {}
    for source in records.all(Source):
        for uid, number in source.sequences.items():
            numbers[uid] = max(number, numbers.get(uid, 0))
    return numbers


# Other formats -----------------------------------------------------------------------------------


def _sources(asked: _Asked) -> Exported:
    sources = list(asked.records.all(Source))
    papers = asked.records.all(Document)
    symbols = {paper.source: paper.symbol for paper in papers if paper.source is not None}
    return Exported(csl.written(sources, symbols), count(len(sources), "source"))


def _positions(written: Callable[[Iterable[Row]], bytes]) -> Callable[[_Asked], Exported]:
    def write(asked: _Asked) -> Exported:
        rows = [_row(asked.records, position) for position in asked.records.all(Position)]
        rows.sort(key=lambda row: (fold(row.position.holder), row.position.id))
        return Exported(written(rows), count(len(rows), "position"))

    return write


def _row(records: Records, position: Position) -> Row:
    question = records.get(Question, position.question)
    forum, event = records.get(Forum, position.forum), records.get(Event, position.event)
    cited = dict.fromkeys(citation.source for citation in citations(position))
    sources = (records.get(Source, id) for id in cited)
    return Row(
        position=position,
        question=question.text if question else "",
        forum=(forum.acronym or forum.name) if forum else "",
        event=event.title if event else "",
        sources=tuple(source for source in sources if source is not None),
    )


def _as_json(chosen: Callable[[_Asked], Iterable[Record]]) -> Callable[[_Asked], Exported]:
    def write(asked: _Asked) -> Exported:
        encode = msgspec.json.Encoder().encode
        lines = [encode(record) for record in chosen(asked)]
        content = b"[\n" + b",\n".join(lines) + b"\n]\n"
        return Exported(content, count(len(lines), "record"))

    return write


def _every_record(asked: _Asked) -> Iterator[Record]:
    for kind in RECORD_TYPES:
        yield from asked.records.all(kind)


def _every_position(asked: _Asked) -> Iterator[Record]:
    return asked.records.all(Position)


_WRITERS: Mapping[What, Mapping[str, Callable[[_Asked], Exported]]] = {
    What.TIMELINE: {".ics": _calendar, ".json": _as_json(_items)},
    What.EVENT: {".ics": _calendar, ".json": _as_json(_items)},
    What.SOURCES: {".json": _sources},
    What.POSITIONS: {
        ".xlsx": _positions(positions_xlsx.written),
        ".csv": _positions(positions_csv.written),
        ".json": _as_json(_every_position),
    },
    What.RECORDS: {".json": _as_json(_every_record)},
}
