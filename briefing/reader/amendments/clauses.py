"""What of a note's sentences tells of the event, and what of how to sign up for it."""

from collections.abc import Iterator, Sequence

from briefing.reader.amendments.words import (
    CANCELLED,
    EXTENDED,
    MOVED,
    OF_DEADLINE,
    POSTPONED,
    STRICTLY_OF_DEADLINE,
    stated,
)
from briefing.reader.cues import Cue
from briefing.reader.lines import Span


def of_event(text: str, told: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences that tell of the event, without what they add of signing up for it."""
    whole = (_before_deadline(text, span) for span in told)
    return tuple(span for span in whole if not _is_of_deadline(text, span))


def apart(text: str, told: Sequence[Span]) -> tuple[Span, ...]:
    """Return sentences cut at their semicolons."""
    return tuple(part for span in told for part in _parts(text, span))


def _parts(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    while (mark := text.find("; ", at, span.end)) >= 0:
        yield Span(at, mark)
        at = mark + 1
    yield Span(at, span.end)


def of_deadline(text: str, span: Span) -> Span:
    """Return the part of a sentence that tells until when one can sign up."""
    before = _before_deadline(text, span)
    return span if before == span else Span(before.end, span.end)


_MARK = Cue(r"[;,(|]\s?|\s[–—-]\s|(?<!\w)(?:and|og|et|und|y)\s|\.\s|\n")


def _before_deadline(text: str, span: Span) -> Span:
    """Return a sentence up to the clause that goes over to deadlines, from what is moved."""
    about = OF_DEADLINE.search(text, span.start, span.end)
    if about is None:
        return span
    marks = tuple(_MARK.finditer(text, span.start, about.start()))
    for mark in reversed(marks):
        before = Span(span.start, mark.start())
        if any(stated(words, text, before.start, before.end) for words in _OTHERWISE):
            return before
    return span


_OTHERWISE = (CANCELLED, POSTPONED, MOVED)


def _is_of_deadline(text: str, span: Span) -> bool:
    if STRICTLY_OF_DEADLINE.search(text, span.start, span.end):
        return not stated(CANCELLED, text, span.start, span.end)
    is_about_signing_up = OF_DEADLINE.search(text, span.start, span.end)
    return is_about_signing_up is not None and not _names_an_event_moved(text, span)


def _names_an_event_moved(text: str, span: Span) -> bool:
    is_extended = EXTENDED.search(text, span.start, span.end)
    is_state = any(p.search(text, span.start, span.end) for p in (CANCELLED, MOVED))
    return is_state and not is_extended
