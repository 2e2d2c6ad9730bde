"""A record told in plain words: labelled facts, the same on the screen and on the command line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing import when_words
from briefing.arrange import attending, due
from briefing.arrange.links import citations
from briefing.arrange.timeline import in_order
from briefing.desk import fields, reading
from briefing.desk.find import title_of
from briefing.model import (
    Access,
    Asked,
    Attendance,
    Citation,
    Decision,
    Event,
    Level,
    Position,
    Question,
    Record,
    Source,
    Stance,
    Task,
    TaskState,
    attendance_id,
)
from briefing.text import clean, clean_block, count, squeeze
from briefing.when import When, ZoneBasis

_MOST_CLASHES = 20

CHECKED, NOT_CHECKED = "checked", "not checked"

_REFERENCES = {"parent", "event", "question", "forum", "stakeholder", "source", "subject"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known of a record."""

    label: str
    text: str
    """Cleaned; may hold several lines."""
    path: str = ""
    """The field it comes from; empty for what is worked out."""
    is_open: bool = False
    """Whether a rule read it and nobody has checked it."""
    doubts: tuple[str, ...] = ()
    """Reasons not to trust it, in words, while it is open."""
    record: str = ""
    """Id of the record that it names."""
    citations: tuple[Citation, ...] = ()
    """Where it is written, those of a list's items included."""


class Reading(NamedTuple):
    """What a value may be instead."""

    path: str
    number: int
    """Which it is of those at the path, from 1."""
    text: str
    why: str


def facts(desk: reading.Reading, record: Record, *, with_clashes: bool = False) -> list[Fact]:
    """Return what a record says, its title first, what says nothing left out.

    What one can't attend besides it is looked for where that is asked.
    """
    found = [_fact(desk, record, field) for field in fields.fields(type(record))]
    told = [fact for fact in found if fact.text]
    behind_when = next((n for n, fact in enumerate(told, 1) if fact.path == "when"), 1)
    own = [*_own_part(desk, record), *(_clashes(desk, record) if with_clashes else ())]
    told[behind_when:behind_when] = own
    return told + list(_worked_out(desk, record))


def texts(desk: reading.Reading, record: Record) -> Iterator[tuple[str, str]]:
    """Yield label and text of each field that says something, as `facts` does, its title first.

    One after the other, since who looks for a word most often needs only the first few.
    """
    for field in fields.fields(type(record)):
        value = fields.value_at(record, field.path)
        text = "" if _says_nothing(field, value) else _text(desk, field.path, value)
        if text:
            yield field.label, text


def text_at(desk: reading.Reading, record: Record, path: str) -> str:
    """Return the value at a path, a list's item too, in one line; empty where nothing is said."""
    value = fields.value_at(record, path)
    head = path.partition("/")[0]
    if head == "forums" and isinstance(value, str):
        return squeeze(_named(desk, value))
    return squeeze(_text(desk, path, value))


def label_at(record: Record, path: str) -> str:
    """Return what the field at a path, or the one that it stands in, is called on the screen."""
    known = fields.fields(type(record))
    field = next((one for one in known if f"{path}/".startswith(f"{one.path}/")), None)
    return field.label if field else path.partition("/")[0].replace("_", " ").capitalize()


def status(record: Record) -> str:
    """Return whether somebody checked it, with the number of doubts left."""
    if record.is_reviewed:
        return CHECKED
    doubts = sum(1 for _ in record.doubts)
    return f"{NOT_CHECKED}, {count(doubts, 'doubt')}" if doubts else NOT_CHECKED


def when_told(desk: reading.Reading, moment: When) -> str:
    """Return a time on both clocks, with how its zone is known where nobody wrote it."""
    told = when_words.words(moment, desk.home)
    inferred = moment.zone is not None and not moment.written_zone and moment.is_timed
    if not inferred:
        return told
    is_assumed = moment.zone_basis in (ZoneBasis.DEFAULT, ZoneBasis.NONE)
    return f"{told} ({'zone assumed' if is_assumed else f'zone from the {moment.zone_basis}'})"


def readings(desk: reading.Reading, record: Record, path: str) -> list[Reading]:
    """Return the other readings of a field, and of what stands in it, that nobody decided."""
    return [
        Reading(at, number, _text(desk, at, other.value), clean(other.why))
        for at, found in record.evidence_at(path).items()
        if found.decision is Decision.UNDECIDED
        for number, other in enumerate(found.alternatives, 1)
    ]


def quotation(desk: reading.Reading, citation: Citation) -> str:
    """Return the words that a citation points to, with the source they are in."""
    source = desk.store.get(Source, citation.source)
    title = clean(source.title if source else citation.source)
    words = clean(citation.words)
    place = f", {clean(citation.place)}" if citation.place else ""
    return f"“{words}” ({title}{place})" if words else f"{title}{place}"


def sources(desk: reading.Reading, record: Record) -> list[Source]:
    """Return the sources that a record rests on, each once."""
    ids = dict.fromkeys(citation.source for citation in citations(record))
    return [source for id in ids if (source := desk.store.get(Source, id))]


def _own_part(desk: reading.Reading, record: Record) -> list[Fact]:
    """Return whether one goes to an event, where that is said."""
    held = desk.store.get(Attendance, attendance_id(record.id))
    is_said = isinstance(record, Event) and held is not None
    return [Fact("You", attending.going_words(held))] if is_said else []


def _fact(desk: reading.Reading, record: Record, field: fields.Field) -> Fact:
    value = fields.value_at(record, field.path)
    resting = record.evidence_at(field.path).values()
    undecided = [found for found in resting if found.decision is Decision.UNDECIDED]
    doubts = tuple(dict.fromkeys(clean(d.words) for found in undecided for d in found.doubts))
    text = "" if _says_nothing(field, value) else _text(desk, field.path, value)
    return Fact(
        label=field.label,
        text=text or ("not said" if doubts else ""),
        path=field.path,
        is_open=bool(undecided),
        doubts=doubts,
        record=value if field.path in _REFERENCES and isinstance(value, str) else "",
        citations=tuple(dict.fromkeys(cited for found in resting for cited in found.citations)),
    )


def _says_nothing(field: fields.Field, value: object) -> bool:
    is_plain_no = value is False and not field.is_optional
    return is_plain_no or value is Access.UNKNOWN or value is Stance.UNKNOWN


def _text(desk: reading.Reading, path: str, value: object) -> str:
    if path == "due" and isinstance(value, When) and due.said(value):
        return clean(due.words(value, desk.home))
    if isinstance(value, When):
        return clean(when_told(desk, value)) if value.is_dated else clean(value.written)
    if path == "forums" and isinstance(value, tuple):
        return "; ".join(_named(desk, id) for id in value)
    if path in _REFERENCES and isinstance(value, str):
        return _named(desk, value)
    if isinstance(value, Level) and value in desk.config.labels:
        return clean(f"{value} ({desk.config.labels[value]})")
    return clean_block(fields.text_of(value))


def _named(desk: reading.Reading, id: str) -> str:
    record = desk.store.find(id)
    return title_of(record) if record else clean(id)


def _worked_out(desk: reading.Reading, record: Record) -> Iterator[Fact]:
    match record:
        case Event():
            yield from _around_event(desk, record)
        case Question():
            for asked in record.asked:
                event = desk.store.get(Event, asked.event) if asked.event else None
                yield Fact("Asked at", _occasion(asked, event), record=event.id if event else "")
        case _:
            pass
    if record.evidence:
        yield Fact("Status", status(record))


def _clashes(desk: reading.Reading, record: Record) -> Iterator[Fact]:
    if not isinstance(record, Event):
        return
    if night := desk.clashing.night(record):
        yield Fact("At night", night)
    found = desk.clashing.of(record)
    for clash in found[:_MOST_CLASHES]:
        other = clash.beside(record.id)
        named = other.id if isinstance(other, Event) else ""
        yield Fact("Clash", clean(desk.clashing.words(clash, record.id)), record=named)
    if len(found) > _MOST_CLASHES:
        yield Fact("Clash", f"and {len(found) - _MOST_CLASHES:,} more")


def _occasion(asked: Asked, event: Event | None) -> str:
    if event is not None:
        return f"{title_of(event)}, {when_words.date_words(event.when)}"
    return when_words.day_words(asked.on) if asked.on else ""


def _around_event(desk: reading.Reading, event: Event) -> Iterator[Fact]:
    tied = [desk.store.find(id) for id in sorted(desk.links.named_by(event.id))]
    inside = [record for record in tied if isinstance(record, Event)]
    for child in in_order(inside, desk.home):
        yield Fact("Side event", _brief(desk, child, child.when), record=child.id)
    for record in tied:
        if isinstance(record, Task):
            yield Fact("Task", _task(desk, record), record=record.id)
    for record in tied:
        if isinstance(record, Question):
            yield Fact("Question", title_of(record), record=record.id)
    for record in tied:
        if isinstance(record, Position):
            yield Fact("Position", title_of(record), record=record.id)


def _task(desk: reading.Reading, task: Task) -> str:
    state = "" if task.state is TaskState.TO_DO else f" ({task.state})"
    return f"{due.words(task.due, desk.home)}: {title_of(task)}{state}"


def _brief(desk: reading.Reading, record: Record, moment: When) -> str:
    return f"{when_words.words(moment, desk.home)}: {title_of(record)}"
