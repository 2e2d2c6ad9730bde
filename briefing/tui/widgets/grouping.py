"""Where rows and headings stand among the lines of a list."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable


class Grouping:
    """So many rows with a heading above each start, counted from 0. Starts come in order.

    A start may come twice, or equal the number of rows: then a heading has no rows. The headings
    whose numbers are in `lone` are over no rows: those below belong to the heading before.
    """

    def __init__(
        self, row_count: int = 0, starts: Iterable[int] = (), lone: Collection[int] = ()
    ) -> None:
        self.row_count = row_count
        self.starts = list(starts)
        self._lone = lone
        self._own_starts = [start for number, start in enumerate(self.starts) if number not in lone]
        self.heading_lines = [start + above for above, start in enumerate(self.starts)]
        self.line_count = row_count + len(self.starts)

    def line_of(self, row: int) -> int:
        """Return the line of a row."""
        return row + bisect_right(self.starts, row)

    def row_at(self, line: int) -> int | None:
        """Return the row on a line; None for a heading, or below the last line."""
        if line >= self.line_count or self.heading_at(line) is not None:
            return None
        return line - bisect_right(self.heading_lines, line)

    def heading_at(self, line: int) -> int | None:
        """Return the number of the heading on a line; None for a row."""
        heading = bisect_left(self.heading_lines, line)
        is_there = heading < len(self.heading_lines) and self.heading_lines[heading] == line
        return heading if is_there else None

    def heading_over(self, line: int) -> int | None:
        """Return the number of the heading on a line or next above it; None above the first."""
        heading = bisect_right(self.heading_lines, line) - 1
        while heading in self._lone:
            heading -= 1
        return heading if heading >= 0 else None

    def start_after(self, row: int) -> int:
        """Return the first row of the next heading that has rows, or the same row at the last."""
        starts = self._own_starts
        following = bisect_right(starts, row)
        start = starts[following] if following < len(starts) else self.row_count
        return start if start < self.row_count else row

    def start_before(self, row: int) -> int:
        """Return the first row of this heading, or of the one before where the row is the first."""
        before = bisect_left(self._own_starts, row)
        return self._own_starts[before - 1] if before else 0
