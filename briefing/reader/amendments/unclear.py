"""A doubt on the day of an event of which a note says that it is otherwise, but not plainly how."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from briefing.model import Doubt, DoubtKind, Event, Evidence
from briefing.reader.amendments.hints import BESIDE_IT, OF_TIME, PART_OF_IT, SHIFTS, STAYS
from briefing.reader.amendments.value import Value
from briefing.reader.amendments.words import (
    CANCELLED,
    MOVED,
    POSTPONED,
    SAME_TIME,
    SET,
    TOWARDS,
    stated,
)
from briefing.reader.candidate import Candidate
from briefing.reader.differences import plain
from briefing.reader.fields import dates
from briefing.reader.fields.years import DateContext
from briefing.reader.lines import Span
from briefing.reader.page import Page
from briefing.reader.vocabulary import NAMES_EVENT

_SHOWN = 120


def doubted(page: Page, told: Sequence[Span], held: Event, context: DateContext) -> Iterator[Value]:
    """Yield the held day with a doubt, where a sentence seems to move it and is not understood."""
    if held.when.date is None or (held.when.last_date or held.when.date) < context.today:
        return
    if any(_is_moved_to_held(page.text, span, held, context) for span in told):
        return
    for span in told:
        if _seems_to_move(page.text, span, held):
            yield Value("when", held.when, {"when": _evidence(page, span)})
            return


def put_off(state: Value, held: Event) -> Iterator[Value]:
    """Yield the held day with a doubt, of an event that is put off to no day yet."""
    doubt = Doubt(kind=DoubtKind.UNSURE, words="It is put off from this day; no other is told.")
    found = msgspec.structs.replace(state.evidence[state.field], doubts=(doubt,))
    yield Value("when", held.when, {"when": found})


def _is_moved_to_held(text: str, span: Span, held: Event, context: DateContext) -> bool:
    """Return whether a sentence moves the event to where it is held to be: told once before."""
    near = context.beside(held.when.date)
    return any(
        TOWARDS.search(text, max(span.start, one.start - _BEFORE), one.start)
        for one in dates.find(text, span.start, span.end, context=near)
        if one.value.date == held.when.date and one.value.time in (None, held.when.time)
    )


_BEFORE = 40


def _seems_to_move(text: str, span: Span, held: Event) -> bool:
    if any(words.search(text, span.start, span.end) for words in (STAYS, BESIDE_IT)):
        return False
    is_part = PART_OF_IT.search(text, span.start, span.end) is not None
    patterns = (MOVED, POSTPONED, *((CANCELLED,) if is_part else ()))
    rest = SAME_TIME.sub(" ", span.words(text))
    if any(stated(words, text, span.start, span.end) for words in patterns):
        return is_part or OF_TIME.search(rest) is not None
    is_weakly = stated(SET, text, span.start, span.end) and _names(rest, held)
    return bool(is_weakly) and SHIFTS.search(rest) is not None


def _names(words: str, held: Event) -> bool:
    first = plain(re.split(r"[:–—|]", held.title, maxsplit=1)[0])
    return first in plain(words) or NAMES_EVENT.search(words) is not None


def _evidence(page: Page, span: Span) -> Evidence:
    words = " ".join(span.words(page.text).split())
    words = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    doubt = Doubt(kind=DoubtKind.UNSURE, words=f"How this changes it is not understood: “{words}”")
    return page.evidence(
        Candidate(
            value=words, start=span.start, end=span.end, rule="move.unclear", confidence=0.3,
            doubts=(doubt,),
        )
    )  # fmt: skip
