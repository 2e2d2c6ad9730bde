"""A day's meetings as the journals of assemblies list them: a time, a room and which meeting."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.fields import places, times
from briefing.reader.headings import is_title
from briefing.reader.items import quoted
from briefing.reader.lines import Line, Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import NAMES_EVENT

_FEWEST = 2
_DASH = re.compile(r"\s*(?:[–—|:]|\s-\s|\t)\s*")
_GAP = re.compile(r"[\s.,:|–—-]*")
_NUMBERED = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|final|closing|opening|informal|formal|plenary)"
    r"(?: \w+)? (?:meetings?|sessions?|consultations?|plenary)(?: \([^()]*\)| \[[^\[\]]*\])?",
    re.IGNORECASE,
)


def journal(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the meetings that lines of hour, room and meeting tell of below a day."""
    found = tuple(_meetings(text, lines))
    return found if len(found) >= _FEWEST else ()


def _meetings(text: str, lines: Sequence[Shaped]) -> Iterator[Segment]:
    day: Shaped | None = None
    body: Shaped | None = None
    for x in lines:
        if x.shape is Shape.DATE:
            day, body = x, None
        elif is_title(x):
            body = x
        elif x.shape is Shape.SLOT and day is not None:
            meeting = _meeting(text, x, day, body)
            if meeting is not None:
                yield meeting


def _meeting(text: str, x: Shaped, day: Shaped, body: Shaped | None) -> Segment | None:
    """Return a line as a meeting: it names a room, and what meets there."""
    clocks = times.find(text, x.line.body_start, x.line.end, beside_date=True)
    gap = _GAP.match(text, clocks[0].end, x.line.end) if clocks else None
    dash = _DASH.search(text, gap.end(), x.line.end) if gap else None
    if gap is None or dash is None:
        return None
    room, what = Span(gap.end(), dash.start()), Span(dash.end(), x.line.end)
    if not places.is_room(room.words(text)) or not NAMES_EVENT.search(text, what.start, what.end):
        return None
    title = _title(text, x.line, what, body)
    own = (x,) if body is None or body.line.content != title else (body, x)
    return Segment(
        form=Form.RECORD,
        start=own[0].line.start,
        end=x.line.end,
        title=title,
        head=(day, Shaped(line=x.line, shape=Shape.TIME), _place(text, room)),
        lines=own,
    )


def _title(text: str, line: Line, what: Span, body: Shaped | None) -> Span:
    within = quoted(text, line)
    if within is not None:
        return within
    if body is not None and _NUMBERED.match(text, what.start, what.end):
        return body.line.content
    return what


def _place(text: str, room: Span) -> Shaped:
    line = Line(start=room.start, end=room.end, text=room.words(text), gap=0)
    return Shaped(line=line, shape=Shape.PLACE)
