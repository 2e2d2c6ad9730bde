"""Text in lines, wrapped into rows for a width, with the places of its links."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.tui.widgets.cells import Tone, column_at, one_line, wrap


class Part(NamedTuple):
    """A piece of a line with its tone; one with a target is a link."""

    text: str
    tone: Tone = Tone.PLAIN
    target: str = ""
    """What the link leads to, in the owner's own terms."""


class Line(NamedTuple):
    """A line of text before it is wrapped: a paragraph, a heading, a labelled fact, or empty."""

    parts: Sequence[Part] = ()
    indent: int = 0
    """Columns before every row."""
    hang: int = 0
    """Further columns before the rows after the first: the width of a bullet or a label."""

    @property
    def is_heading(self) -> bool:
        """Whether keys that go from heading to heading stop here."""
        return bool(self.parts) and self.parts[0].tone is Tone.HEADING

    def spans(self) -> Iterator[tuple[Part, int, int]]:
        """Yield each part with its start and end in the line."""
        ends = accumulate(len(part.text) for part in self.parts)
        for part, end in zip(self.parts, ends, strict=True):
            yield part, end - len(part.text), end


class Link(NamedTuple):
    """Where a link stands: the number of its line, and its span there."""

    line: int
    start: int
    end: int
    target: str


class Row(NamedTuple):
    """What of a line stands in one row of the screen."""

    line: int
    start: int
    end: int
    indent: int
    """Columns before the text."""


class WrappedText:
    """Lines made harmless and wrapped. Lines, rows and links are numbered from 0."""

    def __init__(self, lines: Sequence[Line] = (), width: int = 0) -> None:
        self.lines = tuple(_harmless(line) for line in lines)
        self.texts = tuple("".join(part.text for part in line.parts) for line in self.lines)
        self.links = tuple(
            Link(number, start, end, part.target)
            for number, line in enumerate(self.lines)
            for part, start, end in line.spans()
            if part.target and start < end
        )
        self.rows: list[Row] = []
        self.wrap(width)

    def wrap(self, width: int) -> None:
        """Lay the lines out in so many columns; in none, where there is no room."""
        lines = enumerate(zip(self.lines, self.texts, strict=True)) if width > 0 else ()
        self.rows = [
            Row(number, start, end, line.indent + (line.hang if start else 0))
            for number, (line, text) in lines
            for start, end in wrap(text, width - line.indent, hang=line.hang)
        ]

    def row_of_line(self, line: int) -> int:
        """Return the row that a line begins in."""
        return bisect_left(self.rows, line, key=lambda row: row.line)

    def row_of_link(self, link: Link) -> int:
        """Return the row that a link begins in."""
        place = (link.line, link.start)
        return bisect_right(self.rows, place, key=lambda row: (row.line, row.start)) - 1

    def position_rows_away(self, position: int, rows: int) -> int:
        """Return the place so many rows on from another; see `TextView.position_rows_away`."""
        starts = [0, *accumulate(len(text) + 1 for text in self.texts)]
        line = bisect_right(starts, position) - 1
        place = (line, position - starts[line])
        at = bisect_right(self.rows, place, key=lambda row: (row.line, row.start)) - 1
        column = place[1] - self.rows[at].start
        while 0 <= at + rows < len(self.rows):
            at += rows
            row = self.rows[at]
            if row.start < row.end:
                return starts[row.line] + min(row.start + column, row.end - 1)
        return position

    def first_link_from(self, row: int) -> int:
        """Return the number of the first link that begins in a row or below it."""
        return bisect_left(self.links, row, key=self.row_of_link)

    def link_at(self, row: int, column: int) -> Link | None:
        """Return the link that stands in a column of a row."""
        place = self.rows[row]
        text = self.texts[place.line]
        position = column_at(text, place.start, column - place.indent)
        for link in self.links:
            if link.line == place.line and link.start <= position < min(link.end, place.end):
                return link
        return None

    def parts_of(self, row: int) -> Iterator[tuple[str, Part, Link]]:
        """Yield what a row shows of each part of its line, and where that part stands."""
        place = self.rows[row]
        for part, start, end in self.lines[place.line].spans():
            text = part.text[max(0, place.start - start) : max(0, place.end - start)]
            if text:
                yield text, part, Link(place.line, start, end, part.target)

    def extract(self, row: int, start: int, end: int) -> str:
        """Return what stands between two columns of a row's text, indent counted; -1 is its end.

        What reaches the row's end brings along what stood there before the line was wrapped: a
        space, nothing, or the end of the line.
        """
        place, text = self.rows[row], self.texts[self.rows[row].line]
        first = min(place.end, place.start + max(0, start - place.indent))
        last = place.start + max(0, end - place.indent)
        if end != -1 and last < place.end:
            return text[first:last]
        is_last = self.rows[row + 1 : row + 2] == [] or self.rows[row + 1].line != place.line
        return text[first:] + "\n" if is_last else text[first : self.rows[row + 1].start]


def _harmless(line: Line) -> Line:
    parts = tuple(part._replace(text=one_line(part.text)) for part in line.parts)
    return line._replace(parts=parts)
