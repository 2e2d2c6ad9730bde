"""What the reader proposes, as plain values for `briefing read --json` and for measuring it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias
from zoneinfo import ZoneInfo

from briefing.model import (
    Alternative,
    Asked,
    Event,
    Evidence,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Task,
    TaskKind,
)
from briefing.when import Precision, When, ZoneBasis

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What JSON can say."""

_UTC = ZoneInfo("UTC")
_YEARS = re.compile(r" \d{4}[–-]\d{4}$")
"""What tells a forum from its namesake before or after it."""
_NAMED_TWICE = re.compile(
    r"^[^()]*[^\W\dA-Z_][^()]*\((?P<short>[A-Z]{2,5}|(?:UTC|GMT) ?[+−-] ?\d[\d:]*)\)$"
)
"""A zone by its name and its letters or number: "Geneva time (CET)"."""
_PRINTED = frozenset({ZoneBasis.OFFSET, ZoneBasis.ABBREVIATION, ZoneBasis.CITY})


class Named(Protocol):
    """A forum or stakeholder that a source names."""

    @property
    def name(self) -> str:
        """Its short name."""


class Reading(Protocol):
    """What was read from one source."""

    @property
    def source(self) -> Source:
        """The source, kept or not."""

    @property
    def proposals(self) -> Sequence[Proposal]:
        """What is new in it."""

    @property
    def as_read(self) -> Sequence[Proposal]:
        """What was read from it, as if nothing were held."""

    @property
    def forums(self) -> Sequence[Named]:
        """The forums that it names."""


def as_labels(read: Reading) -> dict[str, Value]:
    """Return a source's proposals under the keys of the labelled announcements.

    Beside them, under `values`, stands what each value rests on: spans, rule, confidence, doubts.
    `utc_start` is given only where a zone is printed; an instant by the venue's clock stands under
    `utc_start_inferred`.
    """
    drafts = [proposal.draft for proposal in read.as_read]
    events = [draft for draft in drafts if isinstance(draft, Event)]
    tasks = [draft for draft in drafts if isinstance(draft, Task)]
    questions = [draft for draft in drafts if isinstance(draft, Question)]
    positions = [draft for draft in drafts if isinstance(draft, Position)]
    titles = {event.id: event.title for event in events}
    return {
        "source": read.source.id,
        "title": read.source.title,
        "events": [_event(event, titles, tasks) for event in events],
        "tasks": [_task(task, titles) for task in tasks],
        "questions": [question.text for question in questions],
        "questions_asked": [_question(question, titles) for question in questions],
        "forums": _strings(dict.fromkeys(_YEARS.sub("", forum.name) for forum in read.forums)),
        "stakeholders": _strings(dict.fromkeys(_holders(positions))),
        "positions": [_position(position, titles) for position in positions],
    }


# Events and tasks --------------------------------------------------------------------------------


def _event(event: Event, titles: dict[str, str], tasks: Iterable[Task]) -> Value:
    when = event.when
    return {
        "id": event.id,
        "title": event.title,
        "other_titles": [title.text for title in event.other_titles],
        "kind": event.kind.value,
        **_moment(when),
        "mode": event.mode.value if event.mode else None,
        "venue": event.venue or None,
        "organisers": [party.name for party in event.organisers],
        "partners": [party.name for party in event.partners],
        "speakers": [
            {
                "name": speaker.name,
                "role": speaker.role or None,
                "affiliation": speaker.affiliation or None,
            }
            for speaker in event.speakers
        ],
        "registration_deadline": _deadline(event, tasks),
        "agenda": [{"time": _time(item.time), "title": item.title} for item in event.agenda],
        "parent": titles.get(event.parent) if event.parent else None,
        "forums": _strings(event.forums),
        "topics": _strings(event.topics),
        "access": event.access.value,
        "pass_needed": event.pass_needed,
        "links": [{"address": link.address, "words": link.words} for link in event.links],
        "language": event.language or None,
        "values": _values(event),
    }


def _moment(when: When) -> dict[str, Value]:
    instant = _instant(when)
    is_printed = when.zone_basis in _PRINTED
    is_a_day = when.precision in (Precision.DAY, Precision.MINUTE)
    return {
        "start": _iso(when.date) if is_a_day else None,
        "end": _iso(when.end_date) if is_a_day else None,
        "about": None if is_a_day or when.date is None else _about(when.date, when.precision),
        "start_time": _time(when.time),
        "end_time": _time(when.end_time),
        "tz": _NAMED_TWICE.sub(r"\g<short>", when.written_zone) or None,
        "utc_start": instant if is_printed else None,
        "utc_start_inferred": None if is_printed else instant,
        "zone": when.zone,
        "zone_basis": when.zone_basis.value,
        "precision": when.precision.value,
    }


def _about(date: dt.date, precision: Precision) -> str:
    """Return a month or a year, as ISO 8601 writes what is not known to the day."""
    return f"{date:%Y-%m}" if precision is Precision.MONTH else f"{date:%Y}"


def _instant(when: When) -> str | None:
    if not when.is_timed or when.is_floating:
        return None
    span = when.span(_UTC)
    return None if span is None else span.start.isoformat().replace("+00:00", "Z")


def _deadline(event: Event, tasks: Iterable[Task]) -> str | None:
    due = (t.due.date for t in tasks if t.event == event.id and t.kind is TaskKind.REGISTER)
    return next((_iso(date) for date in due if date is not None), None)


def _task(task: Task, titles: dict[str, str]) -> Value:
    return {
        "id": task.id,
        "what": task.what,
        "kind": task.kind.value,
        "due": _iso(task.due.date),
        "due_time": _time(task.due.time),
        "event": titles.get(task.event) if task.event else None,
        "condition": task.condition or None,
        "how": [link.address for link in task.how],
        "values": _values(task),
    }


# Questions and positions -------------------------------------------------------------------------


def _question(question: Question, titles: dict[str, str]) -> Value:
    return {
        "id": question.id,
        "text": question.text,
        "asked": [_occasion(asked, titles) for asked in question.asked],
        "topics": _strings(question.topics),
        "points": [point.text for point in question.answer.points],
        "values": _values(question),
    }


def _occasion(asked: Asked, titles: dict[str, str]) -> Value:
    return titles.get(asked.event) if asked.event else None


def _holders(positions: Iterable[Position]) -> Iterator[str]:
    """Yield who holds a view, then those for whom it is said too."""
    for position in positions:
        yield position.holder
        yield from (party.name for party in position.aligned)


def _position(position: Position, titles: dict[str, str]) -> Value:
    return {
        "id": position.id,
        "holder": position.holder,
        "claim": position.claim,
        "stakeholder": position.stakeholder,
        "stance": position.stance.value,
        "hedged": position.hedged,
        "negated": position.negated,
        "span": _span(position),
        "document": position.document or None,
        "paragraph": position.paragraph or None,
        "capacity": position.capacity or None,
        "aligned": [party.name for party in position.aligned],
        "topic": position.topic or None,
        "forum": position.forum,
        "on": _iso(position.on),
        "event": titles.get(position.event, position.event) if position.event else None,
        "values": _values(position),
    }


def _span(position: Position) -> Value:
    """Return where the claim stands in the kept text."""
    found = position.evidence.get("claim", Evidence()).citations
    return {"start": found[0].start, "end": found[0].end} if found else None


# What values rest on -----------------------------------------------------------------------------


def _values(record: Record) -> Value:
    return {path: _basis(evidence) for path, evidence in record.evidence.items()}


def _basis(evidence: Evidence) -> Value:
    return {
        "spans": [
            {"start": cited.start, "end": cited.end, "words": cited.words}
            for cited in evidence.citations
        ],
        "rule": evidence.rule,
        "confidence": round(evidence.confidence, 2),
        "doubts": [{"kind": doubt.kind.value, "words": doubt.words} for doubt in evidence.doubts],
        "alternatives": [_alternative(other) for other in evidence.alternatives],
    }


def _alternative(other: Alternative) -> Value:
    value: Value = other.value if isinstance(other.value, str) else dict(_moment(other.value))
    return {"value": value, "why": other.why}


def _strings(values: Iterable[str]) -> list[Value]:
    return list(values)


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _time(time: dt.time | None) -> str | None:
    return None if time is None else f"{time:%H:%M}"
