"""What changed since a note was issued, in a reader's words, what matters most first."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import TypeAlias
from zoneinfo import ZoneInfo

from briefing.model import (
    Attendance,
    Decision,
    Event,
    Forum,
    Note,
    Position,
    Question,
    Record,
    Source,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
)
from briefing.note.blocks import Block, Bullets, capital
from briefing.note.change_words import Telling
from briefing.note.claims import bears_on
from briefing.note.ledger import Ledger, Value, at, evidence
from briefing.note.material import Material
from briefing.note.scene import Setting
from briefing.note.span import span_of
from briefing.note.words import Words
from briefing.text import fold


class Weight(IntEnum):
    """How much a change matters, the most first."""

    MOMENT = 0
    """When, where, and whether at all."""
    POSITIONS = 1
    DEADLINES = 2
    PEOPLE = 3
    REST = 4
    CHECKED = 5
    """A person looked at what was read; nothing else changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not what it was."""

    weight: Weight
    record: str
    """Id of the record that changed."""
    path: str
    """Its field, or an item of a list by its key; empty where it came or went."""
    text: str
    values: tuple[Value, ...]
    """What it rests on now, or rested on where it is gone."""


def changes(before: Material, now: Material, words: Words, home: ZoneInfo) -> tuple[Change, ...]:
    """Return what changed between two states of what a note is made from.

    What nobody is told in a note is no change: how it was printed, who may see it, in which order.
    `home` is the zone of the reader's own clock.
    """
    found = _Comparison(before, now, words, home).changes()
    return tuple(
        sorted(found, key=lambda c: (c.weight, c.record != now.subject, c.path not in _WHETHER))
    )


def since_last(setting: Setting, now: Material) -> tuple[Block, ...]:
    """Return what changed since the note went out last; nothing where it never did."""
    last = setting.held.edition.last
    if last is None:
        return ()
    found = changes(last.material, last.now or now, setting.words, setting.home)
    return told(found, setting.ledger)


def told(found: tuple[Change, ...], ledger: Ledger) -> tuple[Block, ...]:
    """Return changes as they stand in a note, each with the mark of what it rests on."""
    items = tuple(ledger.item("", capital(change.text), *change.values) for change in found)
    return (Bullets(items=items),) if items else ()


# What of a record is told -------------------------------------------------------------------------

_UNTOLD = {"id", "evidence", "handling", "uid", "language", "other_titles", "hedged", "negated"}
_WHETHER = ("cancelled", "postponed")
"""What is told first of a record: whether it is on at all."""
_MOMENT = (*_WHETHER, "when", "venue", "mode")
_ELSEWHERE = ("title", "cancelled", "postponed", "when", "venue")
"""What is told of an event that the note is not about, in which it only plays a part."""
_TOLD: Mapping[type[Record], tuple[str, ...]] = {
    Task: ("due", "state", "what", "condition", "who", "how"),
    Question: ("text", "answer", "asked", "expected"),
    Position: (
        *("stance", "claim", "holder", "question", "topic", "on"),
        *("document", "paragraph", "capacity"),
    ),
    Forum: ("name", "acronym", "openness", "kind", "period", "mandate", "milestones"),
    Stakeholder: ("name",),
    Attendance: ("going",),
    Source: (),
    Note: (),
}
_COME_AND_GO = (Task, Question, Position)
"""What is told when it is new or gone; of the others, what names them tells it."""
_PEOPLE = ("speakers", "organisers", "partners")

_Teller: TypeAlias = Callable[[object, object], str]
"""Tells a value that was and one that is; nothing where a reader would see no difference."""


class _Comparison:
    """Two states of what one note is made from."""

    def __init__(self, before: Material, now: Material, words: Words, home: ZoneInfo) -> None:
        self._before = before
        self._now = now
        self._is_on_event = before.event is not None or now.event is not None
        self._telling = Telling(before, now, words, home)
        self.say = words.say
        self._words = words

    def changes(self) -> Iterator[Change]:
        old, new = self._by_key(self._before), self._by_key(self._now)
        stances = {change.record: change for change in self._stances()}
        yield from stances.values()
        for key in sorted({*old, *new}, key=lambda key: (key[0].__name__, key[1])):
            was, now = old.get(key), new.get(key)
            if was is not None and now is not None:
                told = {"stance"} if now.id in stances else set[str]()
                yield from self._changed(was, now, told)
            elif now is not None and now.id not in stances:
                yield from self._come(now)
            elif was is not None:
                yield from self._gone(was)
        yield from self._written()

    def _by_key(self, material: Material) -> dict[tuple[type[Record], str], Record]:
        subject = material.event
        return {
            # Without what is closed to its readers an event may have another id.
            (type(record), "" if record is subject else record.id): record
            for record in material.records
            if not isinstance(record, Position) or bears(record, material)
        }

    # Records that came or went ---------------------------------------------------------------

    def _come(self, record: Record) -> Iterator[Change]:
        if self._comes_and_goes(record, self._now):
            yield self._whole(record, self._telling.come(record, self._now.subject))

    def _gone(self, record: Record) -> Iterator[Change]:
        if self._comes_and_goes(record, self._before):
            what = self._telling.what(record)
            yield self._whole(record, self.say("no longer held here: {what}", what=what))

    def _comes_and_goes(self, record: Record, material: Material) -> bool:
        if isinstance(record, Event):
            is_part = record.parent == material.subject
            return is_part if self._is_on_event else _is_on(record, material)
        return isinstance(record, _COME_AND_GO)

    def _whole(self, record: Record, text: str) -> Change:
        main = {Event: ("title", "when"), Task: ("what", "due"), Question: ("text",)}
        paths = main.get(type(record), ("claim", "holder", "stance"))
        values = at(record, *paths)
        weight = self._weight(record, "")
        return Change(weight=weight, record=record.id, path="", text=text, values=values)

    # Values that changed ---------------------------------------------------------------------

    def _changed(self, was: Record, now: Record, told: set[str]) -> Iterator[Change]:
        found = [
            change
            for field in self._fields(now)
            if field not in told and getattr(was, field) != getattr(now, field)
            for change in self._field(was, now, field)
        ]
        yield from found
        yield from self._checked(was, now, {change.path for change in found} | told)

    def _fields(self, record: Record) -> tuple[str, ...]:
        if isinstance(record, Event) and self._is_on_event and record.id != self._now.subject:
            return _ELSEWHERE
        if type(record) in _TOLD:
            return _TOLD[type(record)]
        return tuple(f for f in type(record).__struct_fields__ if f not in _UNTOLD)

    def _field(self, was: Record, now: Record, field: str) -> Iterator[Change]:
        old, new = getattr(was, field), getattr(now, field)
        if isinstance(new, tuple):
            yield from self._items(was, now, field)
        elif text := self._text(now, field, old, new):
            yield self._change(was, now, field, text)

    def _items(self, was: Record, now: Record, field: str) -> Iterator[Change]:
        old, new = (
            {getattr(item, "key", item): item for item in getattr(record, field)}
            for record in (was, now)
        )
        for key in dict.fromkeys((*new, *old)):
            if text := self._telling.item(field, old.get(key), new.get(key)):
                yield self._change(was, now, f"{field}/{key}", text)

    def _change(self, was: Record, now: Record, path: str, text: str) -> Change:
        """Return a change, resting on what the value rests on now, else on what it rested on."""
        field = path.partition("/")[0]
        is_left = any(evidence(at(now, path))) or not any(evidence(at(was, path)))
        prefix = "" if self._is_plain(now, field) else self._telling.name(now)
        return Change(
            weight=self._weight(now, field),
            record=now.id,
            path=path,
            text=f"{self._words.label(prefix)} {text}" if prefix else text,
            values=at(now if is_left else was, path),
        )

    def _is_plain(self, record: Record, field: str) -> bool:
        """Return whether a change tells by itself what it is of."""
        if isinstance(record, Task) and record.kind is TaskKind.REGISTER and field == "due":
            return record.event == self._now.subject
        return record.id == self._now.subject

    def _weight(self, record: Record, field: str) -> Weight:
        if isinstance(record, Event) and field in _MOMENT:
            return Weight.MOMENT
        if isinstance(record, Event) and not field and not self._is_on_event:
            return Weight.MOMENT
        if isinstance(record, Position):
            return Weight.POSITIONS
        if isinstance(record, Task):
            return Weight.DEADLINES
        return Weight.PEOPLE if field in _PEOPLE else Weight.REST

    def _text(self, record: Record, field: str, old: object, new: object) -> str:
        """Return a value's change in words of its own, else in those that do for any."""
        special: Mapping[tuple[type[Record], str], _Teller] = {
            (Event, "cancelled"): self._telling.cancelled,
            (Event, "postponed"): self._telling.postponed,
            (Event, "when"): self._telling.moved,
            (Event, "venue"): self._telling.venue,
            (Event, "title"): self._telling.title,
            (Event, "mode"): self._telling.now_is,
            (Event, "access"): self._telling.now_is,
            (Event, "pass_needed"): self._telling.pass_needed,
            (Attendance, "going"): self._telling.now_is,
            (Task, "due"): partial(self._telling.due, record),
            (Task, "state"): self._telling.now_is,
            (Question, "answer"): self._telling.answer,
        }
        teller = special.get((type(record), field)) or partial(self._telling.any, field)
        return teller(old, new)

    # Where holders stand ---------------------------------------------------------------------

    def _stances(self) -> Iterator[Change]:
        """Yield who stands elsewhere on a question or topic, as their newest words have it."""
        old, new = stands(self._before), stands(self._now)
        for key, position in new.items():
            if key in old and old[key].stance is not position.stance:
                yield Change(
                    weight=Weight.POSITIONS,
                    record=position.id,
                    path="stance",
                    text=self._telling.stance(old[key], position),
                    values=at(position, "claim", "holder", "stance"),
                )

    # What a person looked at, and what they wrote --------------------------------------------

    def _checked(self, was: Record, now: Record, told: set[str]) -> Iterator[Change]:
        fields = [f for f in self._fields(now) if not any(p.partition("/")[0] == f for p in told)]
        turned = {True: list[str](), False: list[str]()}
        for field in fields:
            before, after = (_is_checked(record, field) for record in (was, now))
            if before is not after:
                turned[after].append(field)
        for is_checked, names in turned.items():
            if names:
                what = ", ".join(self._telling.label(name) for name in names)
                phrase = "now checked: {what}" if is_checked else "no longer checked: {what}"
                change = self._change(was, now, names[0], self.say(phrase, what=what))
                yield Change(
                    weight=Weight.CHECKED,
                    record=now.id,
                    path=f"{'' if is_checked else 'not '}checked",
                    text=change.text,
                    values=at(now, *names),
                )

    def _written(self) -> Iterator[Change]:
        old, new = (self._telling.written(m) for m in (self._before, self._now))
        parts = [part for part in dict.fromkeys((*new, *old)) if old.get(part) != new.get(part)]
        if parts:
            names = ", ".join(self._words.term(part) for part in parts)
            text = self.say("rewritten: {what}", what=names)
            yield Change(weight=Weight.REST, record="", path="written", text=text, values=())


def _is_checked(record: Record, field: str) -> bool:
    return all(e.decision is not Decision.UNDECIDED for e in record.evidence_at(field).values())


def _is_on(event: Event, material: Material) -> bool:
    """Return whether an event is on in the days that a note is about."""
    span, first, last = span_of(material.subject), event.when.date, event.when.last_date
    if span is None or first is None or last is None:
        return False
    return first <= span.last and last >= span.first


def bears(position: Position, material: Material) -> bool:
    """Return whether a position was taken at what the note is about, or on what is discussed."""
    event = material.event
    return event is None or bears_on(position, event, material.of(Question))


def stands(material: Material) -> dict[tuple[str, str], Position]:
    """Return each holder's newest position with a stance, by holder and question or topic."""
    newest: dict[tuple[str, str], Position] = {}
    positions = (p for p in material.of(Position).values() if bears(p, material))
    for position in sorted(positions, key=lambda p: (p.on or dt.date.min, p.id)):
        matter = position.question or fold(position.topic)
        is_told = position.stance is not Stance.UNKNOWN and not position.is_anonymous
        if matter and is_told:
            newest[position.stakeholder or fold(position.holder), matter] = position
    return newest
