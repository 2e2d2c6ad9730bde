"""A proposal in plain words: each value, how sure it is, what is doubtful, how else to read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.desk import doubts
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.desk.values import KINDS, Value, match_words, reading_words, values
from briefing.desk.why import why
from briefing.model import Event, Evidence, Proposal
from briefing.tui.widgets.cells import Tone, clip
from briefing.tui.widgets.wrapped_text import Line, Part
from briefing.when import When
from briefing.when_words import date_words

LABEL_WIDTH = 14

_LONGEST_PRINTED = 90
"""Columns of the printed words that are shown; all of them are lit up in the source."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is told with a proposal besides its own values."""

    hanging: Sequence[Proposal] = ()
    """What hangs on it and waits too."""
    offers: Sequence[tuple[str, str]] = field(default_factory=tuple)
    """Keys and what they would do about the current value: ("y", "2023 for all 12?")."""


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
        if value.is_open and value.evidence is not None:
            yield from _lines_below(desk, value.evidence, is_current=value.path == current)
        if value.path == current:
            yield from _offered(around.offers)
            yield from _printed(value)
    yield from _lines_with_it(desk, around.hanging)


def _line_about_match(desk: Desk, id: str) -> Line:
    words = f"= May be the same as what is held: {match_words(desk, id)}."
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
    if value.surety:
        is_decided = value.evidence is not None and not value.is_open
        yield Part(f"  {value.surety}", Tone.GOOD if is_decided else Tone.MUTED)


def _printed(value: Value) -> Iterator[Line]:
    """Yield the words as they are printed, where they are others, and what they were taken by."""
    reason = why(value.evidence.rule) if value.evidence else ""
    printed = value.printed
    told = [f"“{clip(printed, _LONGEST_PRINTED)}”"] if printed else []
    told += [reason] if reason else []
    if told:
        yield Line((Part(" · ".join(told), Tone.MUTED),), indent=LABEL_WIDTH, hang=2)


def _lines_below(desk: Desk, evidence: Evidence, *, is_current: bool) -> Iterator[Line]:
    for doubt in evidence.doubts:
        yield Line((Part(f"? {doubt.words}", Tone.DOUBT),), indent=LABEL_WIDTH, hang=2)
    for number, other in enumerate(evidence.alternatives, 1):
        key = Part(f"{number} " if is_current else "- ", Tone.ACCENT)
        read = reading_words(desk, other)
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
    names = dict(KINDS)
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
