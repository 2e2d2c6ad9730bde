"""Events under "related": of what a page puts beside its own event, what one can still go to."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.fields import days, times
from briefing.reader.headings import is_title
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import EVENT_NOUN

_IS_EVENT = re.compile(rf"\W*(?:{EVENT_NOUN}|online event|public event)\W*[|·:–—,-]", re.IGNORECASE)
_MOST = 40
"""Lines beside an event that are looked at."""


def related(text: str, lines: Sequence[Shaped], *, are_events: bool) -> Iterator[Segment]:
    """Yield the events among some lines beside a page's own: a title with its day on a line.

    Where they may be articles as well, `are_events` is false: then a line has to say that it is
    an event's, or to give its hour.
    """
    taken: set[int] = set()
    for n, x in enumerate(lines[:_MOST]):
        title = _title(lines, n) if _is_dated(text, x, are_events=are_events) else None
        if title is None or title in taken or _has_own_day(text, lines[title]):
            continue
        taken.add(title)
        own = tuple(lines[at] for at in sorted((n, title)))
        yield Segment(
            form=Form.RECORD,
            start=own[0].line.start,
            end=own[-1].line.end,
            title=lines[title].line.content,
            head=(Shaped(line=x.line, shape=Shape.DATE, rest=x.rest),),
            lines=own,
        )


def _is_dated(text: str, x: Shaped, *, are_events: bool) -> bool:
    says_event = _IS_EVENT.match(x.line.text) is not None
    if x.shape is not Shape.DATE and not (says_event and len(x.line.text) <= _LONGEST):
        return False
    found = days.find(text, x.line.start, x.line.end)
    gaps = days.gaps(found, x.line.start, x.line.end)
    is_timed = any(times.find(text, *gap, beside_date=True) for gap in gaps)
    return bool(found) and (are_events or says_event or is_timed)


_LONGEST = 120


def _has_own_day(text: str, x: Shaped) -> bool:
    return bool(days.find(text, x.line.start, x.line.end))


def _title(lines: Sequence[Shaped], n: int) -> int | None:
    """Return the title right beside a day: below it, or above where a blank line follows."""
    below = n + 1 if n + 1 < len(lines) and not lines[n + 1].line.gap else None
    above = n - 1 if n and not lines[n].line.gap else None
    is_first = n == 0 or lines[n].line.gap
    order = (below, above) if is_first else (above, below)
    return next((at for at in order if at is not None and is_title(lines[at])), None)
