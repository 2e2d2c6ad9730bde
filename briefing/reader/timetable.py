"""Weeks laid out in columns: an hour, what is on, where; cells that go on below themselves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.reader import further_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, modes, places, times
from briefing.reader.fields.times import Clock
from briefing.reader.labelled import Label, label_of
from briefing.reader.lines import Line, Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import any_of

_FEWEST = 2
_CELL = re.compile(r"\S+(?: \S+)*")
_FEWEST_CELLS, _MOST_CELLS = 2, 6
_LONGEST_ROW = 300
_SLACK = 1
_OF_A_PROGRAMME = Cue(any_of(*(word for row in further_words.SLOTS.values() for word in row)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    day: Shaped
    hour: Shaped
    clock: Clock
    title: Span
    place: Shaped | None
    first: int
    """Its row; `last` is the last line of what goes on below."""
    last: int
    rest: Span | None = None
    """Where the title goes on, in the row below."""


@dataclass(slots=True)
class _Heads:
    """What stands over the columns, by where they begin."""

    at: dict[int, Label] = field(default_factory=dict)

    def over(self, column: int) -> Label | None:
        """Return the label over a column."""
        return next((label for at, label in self.at.items() if abs(at - column) <= _SLACK), None)


def timetable(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the events of rows in columns below their days; none where they are a programme.

    A programme has its items one right after the other, and breaks among them.
    """
    if not any("   " in x.line.text for x in lines):
        return ()
    found = tuple(_entries(text, lines))
    placed = sum(one.place is not None for one in found)
    hours = sum(x.shape in (Shape.SLOT, Shape.TIME) for x in lines)
    is_most = len(found) >= _FEWEST and 2 * placed >= len(found) and 3 * len(found) >= 2 * hours
    if not is_most or _is_programme(text, found):
        return ()
    return tuple(_segment(text, lines, one) for one in found)


def _is_programme(text: str, found: Sequence[_Entry]) -> bool:
    if any(_OF_A_PROGRAMME.match(one.title.words(text)) for one in found):
        return True
    following = sum(
        one.day == other.day and one.clock.end_time == other.clock.time
        for one, other in pairwise(found)
    )
    return following > len(found) // 3


def _entries(text: str, lines: Sequence[Shaped]) -> Iterator[_Entry]:
    heads = _Heads()
    day: Shaped | None = None
    for n, x in enumerate(lines):
        if len(x.line.text) > _LONGEST_ROW:
            continue
        cells = _cells(text, x.line)
        labels = _labels(text, cells) if len(cells) > _FEWEST_CELLS else {}
        if labels:
            heads.at = labels
            continue
        named = _day(text, x, cells[0])
        if named is not None:
            day, cells = named, cells[1:]
        entry = _entry(text, lines, n, day, cells, heads) if day is not None else None
        if entry is not None:
            yield entry


def _cells(text: str, line: Line) -> tuple[Span, ...]:
    """Return what wide gaps part on a line."""
    found = tuple(Span(*cell.span()) for cell in _CELL.finditer(text, line.start, line.end))
    return found if len(found) <= _MOST_CELLS else (Span(line.start, line.end),)


def _labels(text: str, cells: Sequence[Span]) -> dict[int, Label]:
    """Return the labels that a row is, if it says which column is that of the place."""
    found: dict[int, Label] = {}
    if any(_FIGURE.search(text, cell.start, cell.end) for cell in cells):
        return found
    for cell in cells:
        words = cell.words(text)
        label = label_of(Line(start=cell.start, end=cell.end, text=words, gap=0))
        if label is not None and label.stands_alone:
            found[_column(text, cell.start)] = label.label
    return found if Label.VENUE in found.values() else {}


_FIGURE = re.compile(r"\d")


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _day(text: str, x: Shaped, cell: Span) -> Shaped | None:
    """Return the first cell of a line where it is a single day and no more."""
    found = days.find(text, cell.start, cell.end)
    if len(found) != 1 or found[0].last is not None or found[0].first.number is None:
        return None
    if text[cell.start : found[0].start].strip(" *") or text[found[0].end : cell.end].strip(" *:,"):
        return None
    line = Line(
        start=x.line.start, end=cell.end, text=text[x.line.start : cell.end], gap=x.line.gap
    )
    return Shaped(line=line, shape=Shape.DATE)


def _entry(
    text: str,
    lines: Sequence[Shaped],
    n: int,
    day: Shaped | None,
    cells: Sequence[Span],
    heads: _Heads,
) -> _Entry | None:
    """Return a row as an event: an hour in its first cell, a name in the next."""
    if day is None or len(cells) < _FEWEST_CELLS:
        return None
    clocks = times.find(text, cells[0].start, cells[0].end, beside_date=True)
    if not clocks or clocks[0].start > cells[0].start or clocks[0].end < cells[0].end - 4:
        return None
    title, *others = cells[1:]
    if places.is_room(title.words(text)):
        return None
    place = next((one for cell in others if (one := _place(text, cell, heads))), None)
    last = _last(text, lines, n)
    return _Entry(
        day=day,
        hour=_shaped(text, cells[0], Shape.TIME),
        clock=clocks[0].value,
        title=title,
        place=place,
        first=n,
        last=last,
        rest=_rest(text, lines[n + 1 : last + 1], title, others[:1]),
    )


def _place(text: str, cell: Span, heads: _Heads) -> Shaped | None:
    words = cell.words(text)
    if modes.mode_of_line(words) is not None:
        return _shaped(text, cell, Shape.MODE)
    is_place = heads.over(_column(text, cell.start)) is Label.VENUE or places.is_room(words)
    is_place = is_place or places.is_place_name(words) or places.is_known_place(words)
    return _shaped(text, cell, Shape.PLACE) if is_place else None


def _shaped(text: str, span: Span, shape: Shape) -> Shaped:
    line = Line(start=span.start, end=span.end, text=span.words(text), gap=0)
    return Shaped(line=line, shape=shape)


# What goes on below ------------------------------------------------------------------------------


def _last(text: str, lines: Sequence[Shaped], n: int) -> int:
    """Return the last line below a row that begins further in than the row."""
    column, last = _column(text, lines[n].line.start), n
    for at in range(n + 1, len(lines)):
        line = lines[at].line
        if line.gap or _column(text, line.start) <= column + _SLACK:
            break
        last = at
    return last


def _rest(text: str, below: Sequence[Shaped], title: Span, others: Sequence[Span]) -> Span | None:
    """Return the row below in which a title goes on: its first word had no room left above."""
    if not below or _column(text, below[0].line.start) != _column(text, title.start):
        return None
    own = _cells(text, below[0].line)[0]
    first = text[own.start : own.end].split(maxsplit=1)[0]
    room = (others[0].start if others else title.end) - title.start
    is_full = bool(others) and title.end - title.start + 1 + len(first) >= room - _SLACK
    is_label = below[0].label is not None or first.endswith(":") or first.startswith("(")
    return own if first[0].islower() or (is_full and not is_label) else None


def _segment(text: str, lines: Sequence[Shaped], one: _Entry) -> Segment:
    row = lines[one.first].line
    opening = Line(
        start=row.start, end=one.hour.line.end, text=text[row.start : one.hour.line.end], gap=1
    )
    below = list(lines[one.first + 1 : one.last + 1])
    if one.rest is not None:
        below = below[1:]
    own = (
        Shaped(line=opening, shape=Shape.TIME),
        _shaped(text, one.title, Shape.TITLE),
        *([one.place] if one.place is not None else ()),
        *below,
    )
    return Segment(
        form=Form.RECORD,
        start=row.start,
        end=lines[one.last].line.end,
        title=one.title,
        title_rest=one.rest,
        head=tuple(x for x in (one.day, one.hour, one.place) if x is not None),
        lines=own,
    )
