"""A proposal in plain words: each value, how sure it is, what is doubtful, how else to read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.desk import changes, describe, doubts, fields, intake
from briefing.desk.changes import Change
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.desk.why import why
from briefing.model import (
    Access,
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
from briefing.text import count, fold, squeeze
from briefing.tui.widgets.cells import Tone, clip
from briefing.tui.widgets.wrapped_text import Line, Part
from briefing.when import When, date_words

LABEL_WIDTH = 14

_SURE, _LIKELY = 0.9, 0.6

_LONGEST_PRINTED = 90
"""Columns of the printed words that are shown; all of them are lit up in the source."""

_SAYS_NOTHING = (None, "", (), False, Access.UNKNOWN, Stance.UNKNOWN, Handling().level)

_REFERENCES = {"parent", "event", "question", "forum", "stakeholder"}

_HANGING = (
    (Event, "side event"),
    (Task, "task"),
    (Question, "question"),
    (Position, "position"),
)


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
    def citation(self) -> Citation | None:
        """The first place that it was read from."""
        return next(iter(self.evidence.citations), None) if self.evidence else None


@dataclass(frozen=True, slots=True)
class Around:
    """What is told with a proposal besides its own values."""

    hanging: Sequence[Proposal] = ()
    """What hangs on it and waits too."""
    offers: Sequence[tuple[str, str]] = field(default_factory=tuple)
    """Keys and what they would do about the current value: ("y", "2023 for all 12?")."""


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


def lines(desk: Desk, proposal: Proposal, current: str, around: Around) -> Iterator[Line]:
    """Yield a proposal's values, each a link called by its path; the current one has its keys."""
    yield from (_line_about_match(desk, id) for id in proposal.matches)
    before, was_doubted = "", False
    for value in values(desk, proposal):
        if was_doubted and not value.is_doubted:
            yield Line()
        was_doubted = value.is_doubted
        label, before = "" if value.label == before else value.label, value.label
        yield _line_of(value, label)
        if value.path == current:
            yield from _printed(value)
        if value.is_open and value.evidence is not None:
            yield from _lines_below(desk, value.evidence, is_current=value.path == current)
        if value.path == current:
            yield from _offered(around.offers)
    yield from _lines_with_it(desk, around.hanging)


def kind_words(desk: Desk, proposal: Proposal, hanging: Sequence[Proposal]) -> str:
    """Return what was read: "Event with 2 tasks, 1 question"."""
    held = changes.target(desk, proposal)
    if held is not None:
        return f"Changes what is held: {title_of(held)}"
    kinds = [type(p.draft) for p in hanging]
    told = [count(number, one) for kind, one in _HANGING if (number := kinds.count(kind))]
    kind = type(proposal.draft).__name__
    return f"{kind} with {', '.join(told)}" if told else kind


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
        return describe.when_words(desk, when)
    return f"no date; written “{when.written}”" if when.written else "no date"


def _named(desk: Desk, id: str) -> str:
    held = desk.store.find(id) or next(
        (p.draft for p in intake.waiting(desk) if p.draft.id == id), None
    )
    return title_of(held) if held else id


# Lines -----------------------------------------------------------------------------------------


def _line_about_match(desk: Desk, id: str) -> Line:
    held = desk.store.find(id)
    if held is None:
        return Line((Part("May be the same as a record that was removed since.", Tone.MUTED),))
    when = f", {date_words(held.when, weekday=False)}" if isinstance(held, Event) else ""
    words = f"= May be the same as what is held: “{title_of(held)}”{when}."
    return Line((Part(words, Tone.DOUBT),), hang=2)


def _line_of(value: Value, label: str) -> Line:
    before = (
        [Part(value.before, Tone.GONE), Part(" → ", Tone.MUTED)] if value.before is not None else []
    )
    parts = (
        Part(f"{label[: LABEL_WIDTH - 1]:<{LABEL_WIDTH}}", Tone.MUTED),
        *before,
        Part(value.text, Tone.DOUBT if value.is_doubted else Tone.PLAIN, value.path),
        *_surety(value),
    )
    return Line(parts, hang=LABEL_WIDTH)


def _surety(value: Value) -> Iterator[Part]:
    if value.evidence is None:
        return
    if not value.is_open:
        yield Part("  checked", Tone.GOOD)
        return
    confidence = value.evidence.confidence
    yield Part(
        f"  {confidence_words(min(confidence, _LIKELY) if value.is_doubted else confidence)}",
        Tone.MUTED,
    )


def _printed(value: Value) -> Iterator[Line]:
    """Yield the words as they are printed, where they are others, and what they were taken by."""
    if value.evidence is None:
        return
    words = " … ".join(squeeze(c.words) for c in value.evidence.citations if c.words)
    is_told = fold(words) in fold(value.text)
    told = [f"“{clip(words, _LONGEST_PRINTED)}”"] if words and not is_told else []
    told += [reason] if (reason := why(value.evidence.rule)) else []
    if told:
        yield Line((Part(" · ".join(told), Tone.MUTED),), indent=LABEL_WIDTH, hang=2)


def _lines_below(desk: Desk, evidence: Evidence, *, is_current: bool) -> Iterator[Line]:
    for doubt in evidence.doubts:
        yield Line((Part(f"? {doubt.words}", Tone.DOUBT),), indent=LABEL_WIDTH, hang=2)
    for number, other in enumerate(evidence.alternatives, 1):
        key = Part(f"{number} " if is_current else "- ", Tone.ACCENT)
        read = _text(desk, "", other.value) or "nothing"
        why_so = Part(f"  {other.why}", Tone.MUTED)
        yield Line((key, Part(read), why_so), indent=LABEL_WIDTH, hang=2)


def _offered(offers: Sequence[tuple[str, str]]) -> Iterator[Line]:
    for key, words in offers:
        yield Line((Part(f"{key} ", Tone.ACCENT), Part(words)), indent=LABEL_WIDTH, hang=2)


def _lines_with_it(desk: Desk, hanging: Sequence[Proposal]) -> Iterator[Line]:
    """Yield a line for each record that is decided together with the one above."""
    if hanging:
        yield Line()
        yield Line((Part("With it", Tone.HEADING),))
    names = dict(_HANGING)
    for proposal in hanging:
        draft = proposal.draft
        when = draft.when if isinstance(draft, Event) else getattr(draft, "due", When())
        told = [date_words(when, weekday=False)] if when.is_dated else []
        open_doubts = len(doubts.doubted(proposal))
        yield Line(
            (
                Part(f"{names.get(type(draft), '').capitalize():<{LABEL_WIDTH}}", Tone.MUTED),
                Part(" · ".join([*told, title_of(draft)])),
                Part(f"  {open_doubts}?" if open_doubts else "", Tone.DOUBT),
            ),
            hang=LABEL_WIDTH,
        )
