"""Tables and rows whose cells tell an event: "4 Nov · 12:30 · Room 3 · The price of silence"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.reader import label_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, modes, places, times
from briefing.reader.items import OF_A_CALL, without_place
from briefing.reader.labelled import Label, Labelled, label_of
from briefing.reader.lines import Line, Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import NAMES_EVENT, any_of

_BEHIND = re.compile(r"[\s,;:–—-]*")
_FEWEST, _FEWEST_CELLS, _MOST_CELLS = 2, 3, 10
_LONGEST_ROW = 600
_BAR = re.compile(r"\s*(?:[|\t]|\s[·•]\s)\s*")
_CELL = re.compile(r"(?:(?![|\t]|\s[·•]\s).)+")
_HEAD = (Shape.DATE, Shape.TIME, Shape.MODE, Shape.PLACE)
_CALLED = Cue(any_of(*(word for row in label_words.COLUMNS.values() for word in row)))
_WITH = re.compile(r"\s[–—-]\s(?:with|med|avec|con|mit|by)\s|,\s(?:with|featuring|med|avec|mit)\s")


@dataclass(frozen=True, slots=True)
class _Row:
    n: int
    cells: tuple[Span, ...]
    labels: tuple[Label | None, ...]
    """What the head of the table says that each cell is; nothing where it has no head."""
    is_of_events: bool = False
    """Whether the head says that a column names courses, seminars or other gatherings."""


class _Cell(NamedTuple):
    span: Span
    shape: Shape
    label: Label | None


def rows(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...] | None:
    """Return the events of rows of three cells or more with a day each; none of one row alone.

    None where the rows are the programme of an event, or steps and papers with a day each.
    """
    every = tuple(_rows(text, lines))
    found = [one for row in every if (one := _segment(text, lines[row.n], row)) is not None]
    if not found and sum(Label.DATE in row.labels for row in every) >= _FEWEST:
        return None
    top = [x for x in lines if found and x.line.end < found[0].start and _tells_a_day(x)]
    if any(_is_of(text, x, found) for x in top):
        return None
    if len(found) < _FEWEST or any(OF_A_CALL.match(text, *_ends(one.title)) for one in found):
        return ()
    return tuple(found)


def _tells_a_day(x: Shaped) -> bool:
    return x.shape is Shape.DATE or (x.label is not None and x.label.label is Label.DATE)


def _is_of(text: str, own: Shaped, found: Sequence[Segment]) -> bool:
    """Return whether rows are the programme of an event: all on its days, which stand above."""
    whole = next(iter(days.find(text, own.line.start, own.line.end)), None)
    dated = [x.line for one in found for x in one.head if x.shape is Shape.DATE]
    if whole is None:
        return False
    first, last = whole.first, whole.last or whole.first
    parts = [days.find(text, line.start, line.end)[0].first for line in dated]
    ends = ((first.month, first.number or 0), (last.month, last.number or 0))
    return all(ends[0] <= (day.month, day.number or 0) <= ends[1] for day in parts)


def _ends(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span is not None else (0, 0)


def _rows(text: str, lines: Sequence[Shaped]) -> Iterator[_Row]:
    labels: tuple[Label | None, ...] = ()
    is_of_events = False
    for n, x in enumerate(lines):
        cells = _cells(text, x.line)
        if len(cells) < _FEWEST_CELLS:
            if x.line.text.strip("|-: "):
                labels = ()
            continue
        heads = tuple(_label(text, cell) for cell in cells)
        if heads.count(None) < len(heads) and not days.find(text, x.line.start, x.line.end):
            labels = heads
            is_of_events = any(NAMES_EVENT.fullmatch(cell.words(text)) for cell in cells)
            continue
        yield _Row(n, cells, labels if len(labels) == len(cells) else (), is_of_events)


def _cells(text: str, line: Line) -> tuple[Span, ...]:
    if len(line.text) > _LONGEST_ROW or _BAR.search(line.text) is None:
        return ()
    found = (
        _trimmed(text, *cell.span()) for cell in _CELL.finditer(text, line.body_start, line.end)
    )
    cells = tuple(cell for cell in found if cell.words(text).strip("-: "))
    return cells if len(cells) <= _MOST_CELLS else ()


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" *_·•"))
    return Span(start, max(start, start + len(words.strip(" *_·•"))))


def _label(text: str, cell: Span) -> Label | None:
    words = cell.words(text)
    if _CALLED.fullmatch(words):
        return Label.TITLE
    found = label_of(Line(start=cell.start, end=cell.end, text=words, gap=0))
    return found.label if found is not None and found.stands_alone else None


# A row -------------------------------------------------------------------------------------------


def _segment(text: str, x: Shaped, row: _Row) -> Segment | None:
    """Return a row as an event; None where it has no day of its own, or nothing that names it."""
    cells = [_cell(text, row, n) for n in range(len(row.cells))]
    dated = [cell for cell in cells if cell.shape is Shape.DATE]
    titled = [cell for cell in cells if cell.label is Label.TITLE]
    titled = titled or [cell for cell in cells if cell.shape is Shape.TITLE]
    if len(dated) != 1 or not titled or not _is_of_events(text, x, row, cells):
        return None
    called = max(titled, key=lambda cell: cell.span.end - cell.span.start)
    title = _title(text, called.span)
    parts = tuple(part for cell in cells for part in _parts(text, cell, called, title))
    return Segment(
        form=Form.RECORD,
        start=x.line.start,
        end=x.line.end,
        title=title,
        head=tuple(part for part in parts if part.shape in _HEAD),
        lines=(_opening(text, x.line, parts[0]), *parts[1:]),
    )


def _is_of_events(text: str, x: Shaped, row: _Row, cells: Sequence[_Cell]) -> bool:
    """Return whether a row tells of something to go to: papers and posts have a day as well."""
    has_hour = any(cell.shape is Shape.TIME for cell in cells)
    if not row.labels:
        return has_hour or NAMES_EVENT.search(text, x.line.start, x.line.end) is not None
    if Label.DATE not in row.labels:
        return False
    if has_hour or row.is_of_events:
        return True
    return Label.TITLE in row.labels and not _BESIDE.isdisjoint(row.labels)


_BESIDE = frozenset({Label.VENUE, Label.MODE, Label.SPEAKERS})


def _opening(text: str, line: Line, first: Shaped) -> Shaped:
    """Return the first cell with the bar before it, so that the row's line is known as taken."""
    own = Line(
        start=line.start, end=first.line.end, text=text[line.start : first.line.end], gap=line.gap
    )
    return Shaped(line=own, shape=first.shape, label=first.label)


def _cell(text: str, row: _Row, n: int) -> _Cell:
    span = row.cells[n]
    label = row.labels[n] if row.labels else None
    if label in (None, Label.OTHER, Label.DATE, Label.TIME, Label.VENUE, Label.MODE):
        return _Cell(span, _shape(text, span, label), None)
    return _Cell(span, Shape.TITLE if label is Label.TITLE else Shape.LABEL, label)


def _shape(text: str, span: Span, label: Label | None) -> Shape:
    """Return what a cell is by its head or its form; running text where it is none."""
    words = span.words(text)
    dated = days.find(text, span.start, span.end)
    if dated and (label is Label.DATE or (label is None and dated[0].start - span.start <= _LEAD)):
        return Shape.DATE
    clocks = times.find(text, span.start, span.end, beside_date=True)
    if clocks and clocks[0].start == span.start:
        return Shape.TIME
    if modes.mode_of_line(words) is not None:
        return Shape.MODE
    if label is Label.VENUE or places.is_room(words) or places.is_place_line(words):
        return Shape.PLACE
    if places.is_place_name(words):
        return Shape.PLACE
    return Shape.TITLE if label is None and len(words.split()) > 1 else Shape.PROSE


_LEAD = 12
"""Code points before a day in its cell: "Wednesday, "."""


def _title(text: str, span: Span) -> Span:
    speaks = _WITH.search(text, span.start, span.end)
    end = without_place(text, span.start, speaks.start() if speaks else span.end)
    return Span(span.start, end)


def _parts(text: str, cell: _Cell, called: _Cell, title: Span) -> Iterator[Shaped]:
    """Yield a cell as lines: the name, what stands behind it, or a labelled value."""
    if cell == called:
        yield Shaped(line=_line(text, title), shape=Shape.TITLE)
        behind = _BEHIND.match(text, title.end, cell.span.end)
        rest = _trimmed(text, behind.end() if behind else title.end, cell.span.end)
        if rest.words(text).strip(" ,;"):
            yield Shaped(line=_line(text, rest), shape=Shape.PROSE)
    elif cell.label is not None and cell.label is not Label.TITLE:
        line = _line(text, cell.span)
        label = Labelled(
            label=cell.label, line=line, words=line.text, value=cell.span, stands_alone=False
        )
        yield Shaped(line=line, shape=Shape.LABEL, label=label)
    else:
        shape = Shape.PROSE if cell.shape is Shape.TITLE else cell.shape
        yield Shaped(line=_line(text, cell.span), shape=shape)


def _line(text: str, span: Span) -> Line:
    return Line(start=span.start, end=span.end, text=text[span.start : span.end], gap=0)
