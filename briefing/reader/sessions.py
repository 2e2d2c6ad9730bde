"""Events within a page's own event: its sessions, side events and workshops with their own time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.reader.alike import marked_alike
from briefing.reader.cues import Cue
from briefing.reader.entries import head_lines
from briefing.reader.fields import times
from briefing.reader.headings import is_title
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped, is_numbered
from briefing.reader.vocabulary import any_of

_FEWEST = 2
_WITHIN = Cue(
    any_of(
        r"(?:side|parallel|special|satellite|fringe|break-?out|evening)[- ]?(?:event|session|"
        r"meeting|workshop)s?",
        r"pre-?(?:conference|meeting|event)(?: \w+)?", "evento paralelo", "événement parallèle",
        "nebenveranstaltung", "sidearrangement",
    )
    + r"(?: \d{1,2})?(?:\s?[:–—-]\s|\s[“\"«])",
)  # fmt: skip
"""How a heading says that what it names is an event within another."""


@dataclass(frozen=True, slots=True)
class Inner:
    """An event within the page's own, by the numbers of its lines."""

    first: int
    """Its title or its day, whichever stands first, or the number of the session above both."""
    title: int
    day: int
    end: int = 0


def inner(text: str, lines: Sequence[Shaped], whole: int) -> tuple[Inner, ...]:
    """Return the titles with a day and an hour of their own beside them, behind the page's own day.

    `whole` is the line of that day. One alone counts where it says that it is a side event.
    """
    found = [one for n in range(whole + 1, len(lines)) if (one := _titled(text, lines, n))]
    names_itself = any(_WITHIN.match(lines[one.title].line.body) for one in found)
    if len(found) < _FEWEST and not names_itself:
        found = [one for n in range(whole + 1, len(lines)) if (one := _numbered(lines, n))]
        if len(found) < _FEWEST:
            return ()
    known = {one.title for one in found}
    others = (n for n in marked_alike(lines, [one.title for one in found]) if n > whole)
    more = (Inner(n, n, n) for n in others if n not in known and is_numbered(lines[n]))
    found = sorted((*found, *more), key=_first)
    ends = [*(one.first for one in found[1:]), _end_of_last(lines, found)]
    return tuple(
        Inner(one.first, one.title, one.day, end) for one, end in zip(found, ends, strict=True)
    )


def _first(one: Inner) -> int:
    return one.first


def _titled(text: str, lines: Sequence[Shaped], n: int) -> Inner | None:
    """Return the event whose title stands in a line, its day and hour right below."""
    if n + 1 >= len(lines) or not is_title(lines[n]):
        return None
    dated = lines[n + 1]
    if dated.shape is not Shape.DATE or dated.line.gap:
        return None
    follows = lines[n + 2].shape if n + 2 < len(lines) else None
    is_timed = bool(times.find(text, dated.line.start, dated.line.end, beside_date=True))
    is_timed = is_timed or is_numbered(lines[n])
    is_one = follows is not Shape.SLOT and (is_timed or follows is Shape.TIME)
    return Inner(n, n, n + 1) if is_one else None


def _numbered(lines: Sequence[Shaped], n: int) -> Inner | None:
    """Return the event whose day stands in a line with its number, its title right below."""
    if lines[n].shape is not Shape.DATE or n + 1 >= len(lines) or lines[n + 1].line.gap:
        return None
    is_below = n > 0 and lines[n - 1].shape is Shape.KIND and is_numbered(lines[n - 1])
    is_below = is_below and lines[n].line.gap <= 1
    if not is_below and not is_numbered(lines[n]):
        return None
    title = lines[n + 1]
    is_alone = title.label is not None and title.label.stands_alone
    if not is_title(title) and not is_alone and not title.line.text.endswith("?"):
        return None
    return Inner(n - 1 if is_below else n, n + 1, n)


def _end_of_last(lines: Sequence[Shaped], found: Sequence[Inner]) -> int:
    """Return where the last one ends: at a blank line, where the others have none within."""
    within = [
        n for one, other in pairwise(found) for n in range(max(one.title, one.day) + 1, other.first)
    ]
    is_loose = any(lines[n].line.gap for n in within)
    for n in range(max(found[-1].title, found[-1].day) + 1, len(lines)):
        if lines[n].line.gap and not is_loose:
            return n
    return len(lines)


def segments(lines: Sequence[Shaped], found: Sequence[Inner], parent: int) -> Iterator[Segment]:
    """Yield the events within another as segments of their own."""
    for one in found:
        own = tuple(lines[one.first : one.end])
        reached = max(one.day, one.title)
        yield Segment(
            form=Form.RECORD,
            start=own[0].line.start,
            end=own[-1].line.end,
            title=lines[one.title].line.content,
            head=tuple(head_lines(lines, one.first, reached, one.end)),
            lines=own,
            parent=parent,
        )
