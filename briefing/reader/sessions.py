"""Events within a page's own event: its sessions, side events and workshops with their own time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.reader.entries import head_lines
from briefing.reader.fields import times
from briefing.reader.headings import is_title
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import any_of

_FEWEST = 2
_WITHIN = re.compile(
    any_of(
        r"(?:side|parallel|special|satellite|fringe|break-?out|evening)[- ]?(?:event|session|"
        r"meeting|workshop)s?",
        r"pre-?(?:conference|meeting|event)(?: \w+)?", "evento paralelo", "événement parallèle",
        "nebenveranstaltung", "sidearrangement",
    )
    + r"(?: \d{1,2})?(?:\s?[:–—-]\s|\s[“\"«])",
    re.IGNORECASE,
)  # fmt: skip
"""How a heading says that what it names is an event within another."""


@dataclass(frozen=True, slots=True)
class Inner:
    """An event within the page's own, by the numbers of its lines."""

    first: int
    """Its title; the day stands right below."""
    end: int


def inner(text: str, lines: Sequence[Shaped], whole: int) -> tuple[Inner, ...]:
    """Return the titles with a day and an hour of their own below them, behind the page's own day.

    `whole` is the line of that day. One alone counts where it says that it is a side event.
    """
    starts = [n for n in range(whole + 1, len(lines) - 1) if _begins(text, lines, n)]
    names_itself = any(_WITHIN.match(lines[n].line.body) for n in starts)
    if len(starts) < _FEWEST and not names_itself:
        return ()
    bounds = [*starts, _end_of_last(lines, starts)]
    return tuple(Inner(first, end) for first, end in pairwise(bounds))


def _begins(text: str, lines: Sequence[Shaped], n: int) -> bool:
    dated = lines[n + 1]
    if not is_title(lines[n]) or dated.shape is not Shape.DATE or dated.line.gap:
        return False
    follows = lines[n + 2].shape if n + 2 < len(lines) else None
    is_timed = bool(times.find(text, dated.line.start, dated.line.end, beside_date=True))
    return follows is not Shape.SLOT and (is_timed or follows is Shape.TIME)


def _end_of_last(lines: Sequence[Shaped], starts: Sequence[int]) -> int:
    """Return where the last one ends: at a blank line, where the others have none within."""
    within = [n for a, b in pairwise(starts) for n in range(a + 1, b)]
    is_loose = any(lines[n].line.gap for n in within)
    for n in range(starts[-1] + 2, len(lines)):
        if lines[n].line.gap and not is_loose:
            return n
    return len(lines)


def segments(lines: Sequence[Shaped], found: Sequence[Inner], parent: int) -> Iterator[Segment]:
    """Yield the events within another as segments of their own."""
    for one in found:
        own = tuple(lines[one.first : one.end])
        yield Segment(
            form=Form.RECORD,
            start=own[0].line.start,
            end=own[-1].line.end,
            title=own[0].line.content,
            head=tuple(head_lines(lines, one.first, one.first + 1, one.end)),
            lines=own,
            parent=parent,
        )
