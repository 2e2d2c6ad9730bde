"""A proposal in plain words: each value, how sure it is, what is doubtful, how else to read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.desk import describe, fields, intake
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
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
from briefing.text import count
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line, Part
from briefing.when import When, date_words

LABEL_WIDTH = 16

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


def values(desk: Desk, draft: Record) -> list[Value]:
    """Return what a draft says and what it rests on, in the order of its fields.

    Whatever has evidence is there, even where its field can't be typed.
    """
    found = [value for field in fields.fields(type(draft)) for value in _values(desk, draft, field)]
    shown = {value.path for value in found}
    rest = (path for path in draft.evidence if path not in shown)
    return found + [_value(desk, draft, path, _label(path)) for path in rest]


def doubted(draft: Record) -> list[str]:
    """Return the paths of the values with an open doubt, in the order of the fields."""
    order = draft.__struct_fields__.index
    paths = dict.fromkeys(path for path, _ in draft.doubts)
    return sorted(paths, key=lambda path: order(path.partition("/")[0]))


def lines(desk: Desk, proposal: Proposal, current: str) -> Iterator[Line]:
    """Yield a proposal's values, each a link called by its path; the current one has numbers."""
    yield from (_line_about_match(desk, id) for id in proposal.matches)
    before = ""
    for value in values(desk, proposal.draft):
        label, before = "" if value.label == before else value.label, value.label
        label = f"{label[: LABEL_WIDTH - 1]:<{LABEL_WIDTH}}"
        yield Line(
            (Part(label, Tone.MUTED), Part(value.text, target=value.path), *_surety(value)),
            hang=LABEL_WIDTH,
        )
        if value.is_open and value.evidence is not None:
            yield from _lines_below(desk, value.evidence, is_current=value.path == current)


def kind_words(desk: Desk, proposal: Proposal) -> str:
    """Return what was read: "Event with 2 tasks, 1 question"."""
    kind = type(proposal.draft).__name__
    hanging = [type(p.draft) for p in intake.unit(desk, proposal)[1:]]
    told = [
        count(number, one)
        for held, one in ((Task, "task"), (Question, "question"), (Position, "position"))
        if (number := hanging.count(held))
    ]
    return f"{kind} with {', '.join(told)}" if told else kind


def confidence_words(confidence: float) -> str:
    """Return how far a rule trusts what it read."""
    if confidence >= _SURE:
        return "sure"
    return "likely" if confidence >= _LIKELY else "a guess"


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


def _line_about_match(desk: Desk, id: str) -> Line:
    held = desk.store.find(id)
    if held is None:
        return Line((Part("May be the same as a record that was removed since.", Tone.MUTED),))
    when = f", {date_words(held.when, weekday=False)}" if isinstance(held, Event) else ""
    words = f"= May be the same as what is held: “{title_of(held)}”{when}."
    return Line((Part(words, Tone.DOUBT),), hang=2)


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


def _lines_below(desk: Desk, evidence: Evidence, *, is_current: bool) -> Iterator[Line]:
    for doubt in evidence.doubts:
        yield Line((Part(f"? {doubt.words}", Tone.DOUBT),), indent=LABEL_WIDTH, hang=2)
    for number, other in enumerate(evidence.alternatives, 1):
        key = Part(f"{number} " if is_current else "- ", Tone.ACCENT)
        read = _text(desk, "", other.value)
        why = Part(f"  {other.why}", Tone.MUTED)
        yield Line((key, Part(read), why), indent=LABEL_WIDTH, hang=2)
