"""A proposal told value by value: the same on the screen and on the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.desk import changes, describe, fields, intake, the_field
from briefing.desk.changes import Change
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import (
    Access,
    Alternative,
    Citation,
    Decision,
    Event,
    Evidence,
    Handling,
    Position,
    Proposal,
    Question,
    Record,
    Stance,
    Task,
)
from briefing.text import clean, count, fold, squeeze
from briefing.when import When
from briefing.when_words import date_words

KINDS = (
    (Event, "side event"),
    (Task, "task"),
    (Question, "question"),
    (Position, "position"),
)
"""What may hang on an event, and what one of each is called."""

_SURE, _LIKELY = 0.9, 0.6

_SAYS_NOTHING = (None, "", (), False, Access.UNKNOWN, Stance.UNKNOWN, Handling().level)

_REFERENCES = {"parent", "event", "question", "forum", "stakeholder"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a draft as the screen shows it."""

    path: str
    label: str
    text: str
    evidence: Evidence | None
    before: str | None = None
    """What it takes the place of, in a change of a held record."""

    @property
    def is_open(self) -> bool:
        """Whether a rule read it and nobody has decided it."""
        return self.evidence is not None and self.evidence.decision is Decision.UNDECIDED

    @property
    def is_doubted(self) -> bool:
        """Whether there is an open doubt on it."""
        return self.is_open and bool(self.evidence and self.evidence.doubts)

    @property
    def surety(self) -> str:
        """How far to trust it: "checked", "sure", "likely", "a guess"; empty without evidence."""
        if self.evidence is None or not self.is_open:
            return "" if self.evidence is None else describe.CHECKED
        confidence = self.evidence.confidence
        return confidence_words(min(confidence, _LIKELY) if self.is_doubted else confidence)

    @property
    def printed(self) -> str:
        """The words that it was read from, where they are others than its own."""
        citations = self.evidence.citations if self.evidence else ()
        words = " … ".join(squeeze(citation.words) for citation in citations if citation.words)
        return "" if fold(words) in fold(self.text) else clean(words)

    @property
    def citation(self) -> Citation | None:
        """The first place that it was read from."""
        return next(iter(self.evidence.citations), None) if self.evidence else None


def values(desk: Desk, proposal: Proposal) -> list[Value]:
    """Return what a draft says and what it rests on: the doubted first, then by its fields.

    Whatever has evidence is there, even where its field can't be typed. Of a change there is only
    what changes.
    """
    if rows := changes.changes(desk, proposal):
        found = [_changed(proposal.draft, row) for row in rows]
    else:
        found = _all_values(desk, proposal.draft)
    return sorted(found, key=lambda value: not value.is_doubted)


def kind_words(desk: Desk, proposal: Proposal, hanging: Sequence[Proposal]) -> str:
    """Return what was read: "Event · 3 doubts · with 2 tasks, 1 question"."""
    held = changes.target(desk, proposal)
    if held is not None:
        return f"Changes what is held: {title_of(held)}"
    kinds = [type(p.draft) for p in hanging]
    told = [count(number, one) for kind, one in KINDS if (number := kinds.count(kind))]
    doubtful = sum(1 for one in (proposal, *hanging) for _ in one.draft.doubts)
    doubts = count(doubtful, "doubt") if doubtful else ""
    with_it = f"with {', '.join(told)}" if told else ""
    return " · ".join(part for part in (type(proposal.draft).__name__, doubts, with_it) if part)


def reading_words(desk: Desk, reading: Alternative) -> str:
    """Return another reading of a value."""
    return _text(desk, "", reading.value) or "nothing"


def match_words(desk: Desk, id: str) -> str:
    """Return what may be the same as a proposal: "“Harbour week”, 12 Mar 2031"."""
    held = desk.store.find(id)
    if held is None:
        return "a record that was removed since"
    when = f", {date_words(held.when, weekday=False)}" if isinstance(held, Event) else ""
    return f"“{title_of(held)}”{when}"


def confidence_words(confidence: float) -> str:
    """Return how far a rule trusts what it read."""
    if confidence >= _SURE:
        return "sure"
    return "likely" if confidence >= _LIKELY else "a guess"


def _all_values(desk: Desk, draft: Record) -> list[Value]:
    found = [value for field in fields.fields(type(draft)) for value in _values(desk, draft, field)]
    shown = {value.path for value in found}
    rest = (path for path in draft.evidence if path not in shown)
    return found + [_value(desk, draft, path, _label(path)) for path in rest]


def _values(desk: Desk, draft: Record, field: fields.Field) -> Iterator[Value]:
    """Yield a field's value, or a line for each item of a list that has evidence for its items."""
    value = fields.value_at(draft, field.path)
    keys = [getattr(item, "key", item) for item in value] if isinstance(value, tuple) else []
    paths = [f"{field.path}/{key}" for key in keys if f"{field.path}/{key}" in draft.evidence]
    if paths and len(paths) == len(keys):
        yield from (_value(desk, draft, path, field.label) for path in paths)
    elif value not in _SAYS_NOTHING or field.path in draft.evidence:
        yield _value(desk, draft, field.path, field.label)


def _value(desk: Desk, draft: Record, path: str, label: str) -> Value:
    listed, _, name = path.partition("/")
    if listed == "forums" and name:
        text = _named(desk, name)
    else:
        text = _text(desk, path, fields.value_at(draft, path))
    return Value(path, label, text or "nothing", draft.evidence.get(path))


def _changed(draft: Record, row: Change) -> Value:
    evidence = draft.evidence.get(row.path)
    return Value(row.path, row.label, row.after or "nothing", evidence, row.before or "nothing")


def _label(path: str) -> str:
    return path.partition("/")[0].replace("_", " ").capitalize()


def _text(desk: Desk, path: str, value: object) -> str:
    if isinstance(value, When):
        return _when_words(desk, value)
    if path == "forums" and isinstance(value, tuple):
        return "; ".join(_named(desk, id) for id in value)
    if path in _REFERENCES and isinstance(value, str):
        return _named(desk, value)
    return fields.text_of(value)


def _when_words(desk: Desk, when: When) -> str:
    if when.is_dated:
        return describe.when_told(desk, when)
    return f"no date; written “{when.written}”" if when.written else "no date"


def _named(desk: Desk, id: str) -> str:
    held = (
        desk.store.find(id)
        or the_field.record(id)
        or next((p.draft for p in intake.waiting(desk) if p.draft.id == id), None)
    )
    return title_of(held) if held else id
