"""Lists of several days' events: a day as heading, and below it each event with its own hour."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, modes, places, times
from briefing.reader.headings import is_title
from briefing.reader.items import without_place
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import any_of

_FEWEST = 2
_LISTS = Cue(any_of(*(word for row in event_words.LISTS.values() for word in row)))
_GAP = re.compile(r"[\s.,:;|)–—-]*")
_FIRST_LINES = 5
_LOOKED_AT = 8
_LONGEST_HEADING, _MOST_LEAD = 80, 2
_COLUMN = re.compile(r"\s{2,}|\t")
_NTH = re.compile(r"\W*\d{1,3}(?:st|nd|rd|th|[eè](?:me)?|\.|ª)\s")
"""How the meeting of a body begins that is only counted: "3rd meeting"."""
_WHOSE = re.compile(
    r"\((?:co-?)?(?:organi[sz]ed|hosted|sponsored|convened|organisée? par|organizad[oa] por)\b",
    re.IGNORECASE,
)
_WIDEST_GAP = 1


class _Entry(NamedTuple):
    day: Shaped
    first: int
    """Its first line."""
    title: Span
    hour: Shaped | None
    """The line of its hour alone; None where that is labelled."""
    place: Shaped | None


def day_sections(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the events that stand with an hour each below their days, where they are no programme.

    Labelled hours are those of events; hours alone, of a page that says that it lists events, or
    where most name a room or who speaks, or some say in brackets whose they are.
    """
    lines = _with_first_day(text, lines)
    if not any(_is_heading(text, x) for x in lines):
        return ()
    for entries in (_labelled(text, lines), _at_hours(text, lines)):
        found = tuple(entries)
        if len(found) >= _FEWEST:
            return tuple(_segments(text, lines, found))
    return ()


def _with_first_day(text: str, lines: Sequence[Shaped]) -> Sequence[Shaped]:
    """Return lines with the day that the page's own heading ends with as a line of its own."""
    for n, x in enumerate(lines[:_FIRST_LINES]):
        if x.shape in (Shape.DATE, Shape.TITLE) and _LISTS.search(x.line.text):
            found = days.find(text, x.line.start, x.line.end)
            is_last = len(found) == 1 and x.line.end - found[0].end <= 1
            if is_last and found[0].start > x.line.body_start:
                start = found[0].start
                line = Line(start=start, end=x.line.end, text=text[start : x.line.end], gap=0)
                day = Shaped(line=line, shape=Shape.DATE)
                return (*lines[: n + 1], day, *lines[n + 1 :])
    return lines


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
            yield _Entry(day, n, lines[n].line.content, None, None)


def _at_hours(text: str, lines: Sequence[Shaped]) -> Sequence[_Entry]:
    """Return what stands with an hour: in its line, below it or above."""
    is_list = _lists_events(lines)
    found = [
        entry
        for day, n in _under_days(text, lines)
        if (lines[n].shape in (Shape.TIME, Shape.SLOT) or _begins_with_hour(text, lines[n]))
        and (entry := _entry(text, day, n, lines, is_list=is_list)) is not None
    ]
    roomy = sum(one.place is not None for one in found)
    whose = sum(_says_whose(lines, one) for one in found)
    is_told = roomy >= _FEWEST and 2 * roomy >= len(found)
    return found if is_list or is_told or whose >= _FEWEST else ()


def _begins_with_hour(text: str, x: Shaped) -> bool:
    """Return whether a bullet too long for a programme's begins with an hour."""
    if x.shape is not Shape.PROSE or not x.line.mark or not x.line.body[:1].isdigit():
        return False
    first = times.find(text, x.line.body_start, x.line.end, beside_date=True)[:1]
    return bool(first) and first[0].start == x.line.body_start


def _entry(
    text: str, day: Shaped, n: int, lines: Sequence[Shaped], *, is_list: bool
) -> _Entry | None:
    """Return what is at an hour; None where the line may as well be a programme's."""
    x = lines[n]
    if x.shape is Shape.TIME:
        return _below(day, n, lines, None) or _above(day, n, lines, None)
    room, what = _columns(text, x)
    if what is None:
        return _below(day, n, lines, room) or _above(day, n, lines, room)
    is_of_body = room is not None and _NTH.match(text, what.start, what.end)
    within = _above(day, n, lines, room) if is_of_body else None
    if within is not None or not is_list:
        return within
    below = lines[n + 1] if n + 1 < len(lines) and not lines[n + 1].line.gap else None
    if room is None and below is not None and below.shape is Shape.PLACE:
        room = below
    return _Entry(day, n, what, _hour_of_row(text, x), room)


def _below(day: Shaped, n: int, lines: Sequence[Shaped], room: Shaped | None) -> _Entry | None:
    """Return the title right below an hour, or below the place there."""
    at = n + 1
    if room is None and at < len(lines) and lines[at].shape is Shape.PLACE:
        room, at = lines[at], at + 1
    if at >= len(lines) or not is_title(lines[at]) or lines[at].line.gap > _WIDEST_GAP:
        return None
    is_of_next = at + 1 < len(lines) and lines[at + 1].shape in (Shape.TIME, Shape.SLOT)
    if lines[at].line.gap and (lines[n + 1].line.gap == 0 or is_of_next or not lines[n].line.gap):
        return None
    return _Entry(day, n, lines[at].line.content, _hour(lines[n]), room)


def _above(day: Shaped, n: int, lines: Sequence[Shaped], room: Shaped | None) -> _Entry | None:
    """Return the title right above an hour."""
    if lines[n].line.gap or not is_title(lines[n - 1]):
        return None
    title = lines[n - 1]
    return _Entry(day, n - 1, title.line.content, _hour(lines[n]), room)


def _own(lines: Sequence[Shaped], entry: _Entry) -> Iterator[Shaped]:
    """Yield the lines of an entry up to the next blank one, behind its title and hour."""
    for x in lines[entry.first + 1 : entry.first + _LOOKED_AT]:
        if x.line.gap:
            return
        yield x


def _says_whose(lines: Sequence[Shaped], entry: _Entry) -> bool:
    return any(_WHOSE.match(x.line.text) for x in _own(lines, entry))


def _columns(text: str, x: Shaped) -> tuple[Shaped | None, Span | None]:
    """Return the room or city that stands behind an hour, and what does beside it."""
    clocks = times.find(text, x.line.body_start, x.line.end, beside_date=True)
    if not clocks or clocks[0].start - x.line.body_start > _MOST_LEAD:
        return None, None
    gap = _GAP.match(text, clocks[-1].end if len(clocks) > 1 else clocks[0].end, x.line.end)
    start = gap.end() if gap else clocks[0].end
    end = start + len(text[start : x.line.end].rstrip(" .)"))
    first = text[start:end].split(", ", maxsplit=1)[0]
    if places.is_room(first) or places.is_place_name(first):
        return _place(text, start, end), None
    columns = list(_COLUMN.finditer(text, start, x.line.end))
    if columns and places.is_room(text[columns[-1].end() : x.line.end]):
        return _place(text, columns[-1].end(), x.line.end), Span(start, columns[-1].start())
    what = Span(start, without_place(text, start, x.line.end))
    behind = _GAP.match(text, what.end, x.line.end)
    at = behind.end() if behind else what.end
    if text[at : at + 1] == "(":
        return _in_brackets(text, at + 1, x.line.end), what
    return (_place(text, at, x.line.end) if at < x.line.end else None), what


def _in_brackets(text: str, start: int, end: int) -> Shaped | None:
    """Return the place or the way to be there that brackets behind a name begin with."""
    first = _UP_TO_MARK.match(text, start, end)
    words = first.group().strip() if first else ""
    if modes.mode_of_line(words) is not None:
        line = Line(start=start, end=start + len(words), text=words, gap=0)
        return Shaped(line=line, shape=Shape.MODE)
    names = words.split(", ")
    is_place = any(places.is_room(one) or places.is_place_name(one) for one in names)
    is_place = is_place or places.is_place_line(words) or places.is_known_place(words)
    return _place(text, start, start + len(words)) if is_place else None


_UP_TO_MARK = re.compile(r"[^;()]+")


def _place(text: str, start: int, end: int) -> Shaped:
    line = Line(start=start, end=end, text=text[start:end], gap=0)
    return Shaped(line=line, shape=Shape.PLACE)


def _hour(x: Shaped) -> Shaped:
    return Shaped(line=x.line, shape=Shape.TIME)


def _hour_of_row(text: str, x: Shaped) -> Shaped:
    """Return the hours that a row begins with; its brackets may hold others."""
    bracket = text.find("(", x.line.start, x.line.end)
    if bracket < 0 or not times.find(text, x.line.start, bracket, beside_date=True):
        return _hour(x)
    words = text[x.line.start : bracket].rstrip()
    line = Line(start=x.line.start, end=x.line.start + len(words), text=words, gap=x.line.gap)
    return Shaped(line=line, shape=Shape.TIME)


def _lists_events(lines: Sequence[Shaped]) -> bool:
    """Return whether a heading says that the page lists events."""
    heads = (x.line.text for x in lines[:_FIRST_LINES] if len(x.line.text) <= _LONGEST_HEADING)
    return any(_LISTS.search(words) for words in heads if not words.endswith("."))


def _segments(text: str, lines: Sequence[Shaped], found: Sequence[_Entry]) -> Iterator[Segment]:
    ends = [*(one.first for one in found[1:]), len(lines)]
    for one, end in zip(found, ends, strict=True):
        stop = next((n for n in range(one.first + 1, end) if _is_heading(text, lines[n])), end)
        own = tuple(part for x in lines[one.first : stop] for part in _beside_hour(text, x, one))
        own = own or (lines[one.first],)
        yield Segment(
            form=Form.RECORD,
            start=lines[one.first].line.start,
            end=lines[stop - 1].line.end,
            title=one.title,
            head=tuple(x for x in (one.day, one.hour, one.place) if x is not None),
            lines=own,
        )


def _beside_hour(text: str, x: Shaped, one: _Entry) -> Iterator[Shaped]:
    """Yield a line of an entry; of the row with its hour, what stands in brackets there."""
    if one.hour is None or x.line.start != one.hour.line.start:
        yield x
    elif x.line.end > one.hour.line.end:
        start = one.title.start
        line = Line(start=start, end=x.line.end, text=text[start : x.line.end], gap=x.line.gap)
        yield Shaped(line=line, shape=Shape.PROSE)
