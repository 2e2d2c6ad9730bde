"""Lists of several days' events: a day as heading, and below it each event with its own hour."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, places, times
from briefing.reader.headings import is_title
from briefing.reader.items import without_place
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_FEWEST = 2
_LISTS = Cue(any_of(*(word for row in event_words.LISTS.values() for word in row)))
_NAMES_EVENT = Cue(EVENT_NOUN)
_GAP = re.compile(r"[\s.,:;|)–—-]*")
_FIRST_LINES = 5
_WIDEST_GAP = 1


class _Entry(NamedTuple):
    day: Shaped
    first: int
    """Its first line."""
    title: Span
    hour: Shaped | None
    """The line of its hour alone; None where that is labelled."""
    place: Shaped | None
    names_event: bool


def day_sections(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the events that stand with an hour each below their days, where they are no programme.

    Labelled hours are those of events; hours alone, of a page that says that it lists events, or
    where each names its room.
    """
    if not any(_is_heading(text, x) for x in lines):
        return ()
    for entries in (_labelled(text, lines), _hours_above(text, lines), _slots(text, lines)):
        found = tuple(entries)
        if len(found) >= _FEWEST:
            return tuple(_segments(text, lines, found))
    return ()


def _is_heading(text: str, x: Shaped) -> bool:
    """Return whether a line has nothing on it but one day."""
    if x.shape is not Shape.DATE or x.rest or x.line.mark.strip("# "):
        return False
    found = days.find(text, x.line.start, x.line.end)
    gaps = days.gaps(found, x.line.start, x.line.end)
    is_timed = any(times.find(text, *gap, beside_date=True) for gap in gaps)
    return len(found) == 1 and found[0].last is None and not is_timed


def _under_days(text: str, lines: Sequence[Shaped]) -> Iterator[tuple[Shaped, int]]:
    """Yield the lines below headings with a day, each with its heading."""
    day: Shaped | None = None
    for n, x in enumerate(lines):
        if _is_heading(text, x):
            day = x
        elif day is not None:
            yield day, n


def _labelled(text: str, lines: Sequence[Shaped]) -> Iterator[_Entry]:
    """Yield titles with a labelled hour below them."""
    for day, n in _under_days(text, lines):
        below = lines[n + 1].label if n + 1 < len(lines) else None
        if below is None or below.label is not Label.TIME or below.stands_alone:
            continue
        if is_title(lines[n]) and not days.find(text, below.value.start, below.value.end):
            yield _Entry(day, n, lines[n].line.content, None, None, names_event=True)


def _hours_above(text: str, lines: Sequence[Shaped]) -> Sequence[_Entry]:
    """Return titles with a line above that has the hour and at most the room."""
    found: list[_Entry] = []
    for day, n in _under_days(text, lines):
        x = lines[n]
        if x.shape not in (Shape.TIME, Shape.SLOT) or n + 1 >= len(lines):
            continue
        title, room = lines[n + 1], _room(text, x)
        if x.shape is Shape.TIME and n + 2 < len(lines) and title.shape is Shape.PLACE:
            room, title = title, lines[n + 2]
        if title.line.gap > _WIDEST_GAP or not is_title(title):
            continue
        if title.line.gap and lines[n + 1].line.gap == 0:
            continue
        if x.shape is Shape.TIME or room is not None:
            named = _NAMES_EVENT.search(title.line.text) is not None
            found.append(_Entry(day, n, title.line.content, _hour(x), room, names_event=named))
    has_rooms = all(one.place is not None for one in found)
    return found if has_rooms or _lists_events(lines) else ()


def _room(text: str, x: Shaped) -> Shaped | None:
    """Return what stands behind an hour, where it is a room or a city."""
    clocks = times.find(text, x.line.body_start, x.line.end, beside_date=True)
    if not clocks:
        return None
    gap = _GAP.match(text, clocks[-1].end, x.line.end)
    start = gap.end() if gap else clocks[-1].end
    words = text[start : x.line.end].rstrip(" .)")
    parts = words.split(", ")
    if not words or not any(places.is_room(one) or places.is_place_name(one) for one in parts):
        return None
    line = Line(start=start, end=start + len(words), text=words, gap=0)
    return Shaped(line=line, shape=Shape.PLACE)


def _hour(x: Shaped) -> Shaped:
    return Shaped(line=x.line, shape=Shape.TIME)


def _slots(text: str, lines: Sequence[Shaped]) -> Sequence[_Entry]:
    """Return lines with an hour and what is then, on a page that says that it lists events."""
    if not _lists_events(lines):
        return ()
    found: list[_Entry] = []
    for day, n in _under_days(text, lines):
        x = lines[n]
        if x.shape is not Shape.SLOT:
            continue
        clocks = times.find(text, x.line.body_start, x.line.end, beside_date=True)
        gap = _GAP.match(text, clocks[0].end, x.line.end) if clocks else None
        if gap is None or clocks[0].start - x.line.body_start > 2:
            continue
        title = Span(gap.end(), without_place(text, gap.end(), x.line.end))
        named = _NAMES_EVENT.search(text, title.start, title.end) is not None
        found.append(_Entry(day, n, title, _hour(x), _behind(text, title, x), names_event=named))
    return found if 2 * sum(one.names_event for one in found) >= len(found) else ()


def _behind(text: str, title: Span, x: Shaped) -> Shaped | None:
    gap = _GAP.match(text, title.end, x.line.end)
    start = gap.end() if gap else title.end
    if start >= x.line.end:
        return None
    words = text[start : x.line.end]
    line = Line(start=start, end=start + len(words), text=words, gap=0)
    return Shaped(line=line, shape=Shape.PLACE)


def _lists_events(lines: Sequence[Shaped]) -> bool:
    """Return whether a heading says that the page lists events."""
    heads = (x for x in lines[:_FIRST_LINES] if x.shape in (Shape.TITLE, Shape.KIND, Shape.LABEL))
    return any(_LISTS.search(x.line.text) for x in heads)


def _segments(text: str, lines: Sequence[Shaped], found: Sequence[_Entry]) -> Iterator[Segment]:
    ends = [*(one.first for one in found[1:]), len(lines)]
    for one, end in zip(found, ends, strict=True):
        stop = next((n for n in range(one.first + 1, end) if _is_heading(text, lines[n])), end)
        own = tuple(
            x for x in lines[one.first : stop] if one.hour is None or x.line != one.hour.line
        )
        own = own or (lines[one.first],)
        yield Segment(
            form=Form.RECORD,
            start=lines[one.first].line.start,
            end=lines[stop - 1].line.end,
            title=one.title,
            head=tuple(x for x in (one.day, one.hour, one.place) if x is not None),
            lines=own,
        )
