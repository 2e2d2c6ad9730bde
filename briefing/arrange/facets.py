"""What may be asked of a record besides its words: the fields of a query, and a record's values."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from briefing.arrange.timeline import when_of
from briefing.arrange.whereabouts import country_names, whereabouts
from briefing.model import (
    Event,
    Forum,
    Position,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
)

FIELDS: Mapping[str, str] = {
    "is": "event, task, question, position …; cancelled, undated, unchecked, doubtful",
    "topic": "its theme; also #norms",
    "forum": "the forum it belongs to",
    "mode": "online, in-person, hybrid",
    "by": "who organises or issues it; also @unidir",
    "country": "the country it is held in",
    "place": "the city or building it is held in",
    "access": "open, registration, invitation, accredited",
    "going": "whether you go: interested, going, covered, declined, done; open, possible",
    "task": "how far a task is: to do, sent, confirmed …",
    "time": "past, today, week, month, coming, undated",
    "has": "task, question, position, answer, link, speaker, doubt, source",
    "holder": "who holds a position",
    "stance": "supports, opposes, reserves …",
    "kind": "seminar, side event, state, company …",
    "language": "en, fr …",
    "after": "on this day or later: 2023-01, 24 Jul, today",
    "before": "on this day or earlier",
    "on": "on this day, in this month or year",
}
"""Field -> what may stand behind it, for help and completion."""

RELATED = ("going", "task", "time", "has", "after", "before", "on")
"""The fields whose values a record does not tell by itself alone."""


class Marked(NamedTuple):
    """A value of a field."""

    field: str
    value: str


def marks(record: Record) -> Iterator[Marked]:
    """Yield what a record by itself answers to fields of a query; some values under two names."""
    yield Marked("is", type(record).__name__)
    if record.evidence:
        yield Marked("is", "checked" if record.is_reviewed else "unchecked")
    if any(True for _ in record.doubts):
        yield Marked("is", "doubtful")
        yield Marked("has", "doubt")
    if any(evidence.citations for evidence in record.evidence.values()):
        yield Marked("has", "source")
    if tell := _MARKS.get(type(record)):
        for field, value in tell(record):
            if value:
                yield Marked(field, value)


def days(record: Record) -> tuple[date, date] | None:
    """Return the first and the last day of a record, on its own clock; None where it has none.

    Of a date that is not known to the day, all days that it may be on.
    """
    if isinstance(record, Position):
        return (record.on, record.on) if record.on else None
    if isinstance(record, Source):
        moment = record.published
    elif isinstance(record, Event | Task):
        moment = when_of(record)
    else:
        return None
    first, last = moment.date, moment.last_date
    return None if first is None else (first, last or first)


def _of_event(event: Event) -> Iterator[tuple[str, str]]:
    place = whereabouts(event)
    yield from (("topic", topic) for topic in event.topics)
    yield from (("forum", forum) for forum in event.forums)
    yield from (("by", party.name) for party in (*event.organisers, *event.partners))
    yield from (("by", p.stakeholder or "") for p in (*event.organisers, *event.partners))
    yield from (("country", name) for name in (place.country, *country_names(place.country)))
    yield from (("place", name) for name in (place.building, place.city))
    yield from {
        "mode": event.mode or "unknown",
        "access": event.access,
        "kind": event.kind,
        "language": event.language,
    }.items()
    if event.cancelled:
        yield "is", "cancelled"
    if event.postponed:
        yield "is", "postponed"
    if not event.when.is_dated:
        yield "is", "undated"
    for name in ("links", "speakers", "agenda"):
        if getattr(event, name):
            yield "has", name.removesuffix("s")


def _of_task(task: Task) -> Iterator[tuple[str, str]]:
    yield "task", task.state
    yield "kind", task.kind
    if task.how:
        yield "has", "link"
    if not task.due.is_dated:
        yield "is", "undated"


def _of_question(question: Question) -> Iterator[tuple[str, str]]:
    yield from (("topic", topic) for topic in question.topics)
    yield "language", question.language
    if question.answer.is_written:
        yield "has", "answer"


def _of_position(position: Position) -> Iterator[tuple[str, str]]:
    yield "topic", position.topic
    yield "forum", position.forum or ""
    yield "holder", position.holder
    yield "holder", position.stakeholder or ""
    yield "stance", position.stance


def _of_source(source: Source) -> Iterator[tuple[str, str]]:
    yield "by", source.body
    yield "kind", source.kind


def _of_kind(record: Forum | Stakeholder) -> Iterator[tuple[str, str]]:
    yield "kind", record.kind


_MARKS: Mapping[type[Record], Callable[..., Iterator[tuple[str, str]]]] = {
    Event: _of_event,
    Task: _of_task,
    Question: _of_question,
    Position: _of_position,
    Source: _of_source,
    Forum: _of_kind,
    Stakeholder: _of_kind,
}
