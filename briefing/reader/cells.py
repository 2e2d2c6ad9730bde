"""Lines of cells between bars that say how, where and when: "Online | 13:00 UTC | Members only"."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.fields import days, modes, places, times
from briefing.reader.lines import Line
from briefing.reader.shapes import Shape, Shaped, is_kind, is_numbered

_CELL = re.compile(r"[^\s|·•](?:(?:(?! [·•] )[^|\n])*[^\s|])?(?= [·•] |\s*(?:\||$))", re.MULTILINE)
_BARS = ("|", " · ", " • ")
_LONGEST, _FEWEST, _MOST, _MOST_WORDS = 200, 2, 6, 2
_SAY_ALONE = (Shape.MODE, Shape.TIME)
_UNSAID = (Shape.CHROME, Shape.TITLE, Shape.PROSE, Shape.MODE, Shape.PLACE)
_TELLING = (*_SAY_ALONE, Shape.PLACE, Shape.KIND)


def with_cells(text: str, lines: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Return lines, those cut into their cells that stand right below another and hold no day.

    One cell tells the hour or how one can be there, or two tell the place and the kind.
    """
    return tuple(part for n, x in enumerate(lines) for part in _parts(text, n, x))


def _parts(text: str, n: int, x: Shaped) -> Iterator[Shaped]:
    words = x.line.text
    is_row = len(words) <= _LONGEST and words[0] != "|" and any(bar in words for bar in _BARS)
    if not is_row or n == 0 or x.shape not in _UNSAID:
        yield x
        return
    cells = tuple(_cells(text, x.line))
    if x.line.gap and not _is_numbered_part(cells):
        yield x
        return
    told = [cell.shape for cell in cells if cell.shape in _TELLING and _tells(cell)]
    is_told = len(set(told)) >= _FEWEST or any(shape in _SAY_ALONE for shape in told)
    is_row = _FEWEST <= len(cells) <= _MOST and is_told
    is_row = is_row and not days.find(text, x.line.start, x.line.end)
    yield from cells if is_row else (x,)


def _is_numbered_part(cells: Sequence[Shaped]) -> bool:
    """Return whether cells begin with which part it is, the hour behind: "Talk 1 · 11:00"."""
    return len(cells) > 1 and is_numbered(cells[0]) and cells[1].shape is Shape.TIME


def _tells(cell: Shaped) -> bool:
    return cell.shape is not Shape.KIND or is_kind(cell.line.text)


def _cells(text: str, line: Line) -> Iterator[Shaped]:
    for cell in _CELL.finditer(text, line.start, line.end):
        gap = line.gap if cell.start() == line.start else 0
        own = Line(start=cell.start(), end=cell.end(), text=cell.group(), gap=gap)
        yield Shaped(line=own, shape=_shape(text, own))


def _shape(text: str, cell: Line) -> Shape:
    if modes.mode_of_line(cell.text) is not None:
        return Shape.MODE
    clocks = times.find(text, cell.start, cell.end, beside_date=True)
    if clocks and clocks[0].start == cell.start:
        return Shape.TIME
    if is_kind(cell.text):
        return Shape.KIND
    is_place = places.is_place_line(cell.text) or places.is_place_name(cell.text)
    if is_place or places.is_room(cell.text):
        return Shape.PLACE
    return Shape.KIND if len(cell.text.split()) <= _MOST_WORDS else Shape.PROSE
