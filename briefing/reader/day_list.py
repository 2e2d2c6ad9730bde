"""A day's meetings as lists of assemblies have them: an hour, below it what meets and whose."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.fields import places
from briefing.reader.headings import is_title
from briefing.reader.lines import Line
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped

_FEWEST = 2
_WHOSE = re.compile(
    r"\((?:co-?)?(?:organi[sz]ed|hosted|sponsored|convened|organisée? par|organizad[oa] por)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\s{2,}|\t")


def day_list(lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the meetings that stand below their hours; none where too few say whose they are."""
    found = tuple(_meetings(lines))
    told = sum(any(_WHOSE.match(x.line.text) for x in one.lines) for one in found)
    return found if told >= _FEWEST else ()


def _meetings(lines: Sequence[Shaped]) -> Iterator[Segment]:
    day: Shaped | None = None
    for n, x in enumerate(lines):
        if x.shape is Shape.DATE:
            day = x
        elif day is not None and x.shape is Shape.TIME and _stands_over(lines, n):
            yield _segment(day, x, lines[n + 1], lines[n : _end(lines, n + 1)])
        elif day is not None and x.shape is Shape.SLOT and n and _stands_over(lines, n - 1):
            room = _room(x.line)
            if room is not None:
                yield _segment(day, x, lines[n - 1], (lines[n - 1], x, room))


def _stands_over(lines: Sequence[Shaped], n: int) -> bool:
    """Return whether a title and its hour stand one right below the other."""
    if n + 1 >= len(lines) or lines[n + 1].line.gap:
        return False
    return is_title(lines[n + 1] if lines[n].shape is Shape.TIME else lines[n])


def _end(lines: Sequence[Shaped], first: int) -> int:
    """Return where an entry ends: at the next blank line."""
    return next((n for n in range(first, len(lines)) if lines[n].line.gap), len(lines))


def _room(line: Line) -> Shaped | None:
    """Return the last column of a line that names a room."""
    columns = list(_COLUMN.finditer(line.text))
    start = columns[-1].end() if columns else len(line.text)
    words = line.text[start:]
    if not places.is_room(words):
        return None
    room = Line(start=line.start + start, end=line.start + start + len(words), text=words, gap=0)
    return Shaped(line=room, shape=Shape.PLACE)


def _segment(day: Shaped, hour: Shaped, title: Shaped, lines: Sequence[Shaped]) -> Segment:
    where = [x for x in lines if x.shape is Shape.PLACE][:1]
    own = tuple(x for x in lines if x is not hour and x not in where)
    return Segment(
        form=Form.RECORD,
        start=min(x.line.start for x in lines),
        end=max(x.line.end for x in lines),
        title=title.line.content,
        head=(day, Shaped(line=hour.line, shape=Shape.TIME), *where),
        lines=own,
    )
