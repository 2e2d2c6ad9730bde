"""Words on a page put in the order in which a person reads them: column by column, as blocks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple

from briefing.reader.formats.drawn import Run
from briefing.reader.formats.links_on_page import unmarked


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height of a page, from left to right; wide gaps part it."""

    base: float
    size: float
    parts: tuple[Run, ...]

    @property
    def words(self) -> str:
        """All of it as one line."""
        return " ".join(" ".join(part.words.split()) for part in self.parts)


def rows(runs: Iterable[Run]) -> list[Row]:
    """Return the words on a page by height, from its head to its foot."""
    found: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: -one.base):
        if found and found[-1][0].base - run.base < _SAME_HEIGHT * max(found[-1][0].size, run.size):
            found[-1].append(run)
        else:
            found.append([run])
    return [_row(one) for one in found]


_SAME_HEIGHT = 0.4
"""Of the size: raised and lowered signs stand on the same line."""
_NO_GAP = 0.15
_WIDE_GAP = 1.2


def _row(runs: Sequence[Run]) -> Row:
    parts: list[Run] = []
    for run in sorted(runs, key=lambda one: one.left):
        last = parts[-1] if parts else None
        if last is None:
            parts.append(run)
            continue
        gap = (run.left - last.right) / max(run.size, last.size, 1.0)
        if run.words == last.words and abs(run.left - last.left) < 1:
            continue  # Some programs draw bold letters twice.
        if gap < _WIDE_GAP or _belongs_to_next(last.words):
            space = "" if gap < _NO_GAP else " "
            parts[-1] = Run(
                last.left, max(run.right, last.right), last.base, max(last.size, run.size),
                last.words + space + run.words,
            )  # fmt: skip
        else:
            parts.append(run)
    sizes = Counter[float]()
    for part in parts:
        sizes[part.size] += len(part.words)
    size = sizes.most_common(1)[0][0]
    return Row(min(part.base for part in parts), size, tuple(parts))


_MARK = re.compile(r"\s*(?:[-–—•●○■▪◦·‣*o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s*")


def _belongs_to_next(words: str) -> bool:
    """Return whether a wide gap behind words is a tab: behind a bullet, a number or a label."""
    return words.rstrip().endswith(":") or _MARK.fullmatch(words) is not None


def laid_out(page: Sequence[Row]) -> str:
    """Return a page as text: a blank line between blocks, columns one behind the other."""
    return "\n\n".join(block for block in _blocks(page, _DEEPEST) if block)


_DEEPEST = 4
"""Columns in columns."""


def _blocks(page: Sequence[Row], depth: int) -> Iterator[str]:
    edge = _best_edge(page) if depth else None
    if edge is None:
        yield _in_lines(page)
        return
    across: list[Row] = []
    for group, is_parted in _groups(page, edge):
        if not is_parted or _columns(group, edge) is None:
            across += group
            continue
        yield _in_lines(across)
        across = []
        for side in _columns(group, edge) or ():
            yield from _blocks(side, depth - 1)
    yield _in_lines(across)


_FEWEST = 4
"""Lines on each side that make columns of what stands side by side."""
_MOST_EDGES = 12


def _best_edge(page: Sequence[Row]) -> float | None:
    """Return where a second column begins, if there is one."""
    left = min((part.left for row in page for part in row.parts), default=0.0)
    right = max((part.right for row in page for part in row.parts), default=0.0)
    begun = Counter(round(part.left) for row in page for part in row.parts)
    inner = [
        (times, at)
        for at, times in begun.items()
        if times >= _FEWEST and left + _NARROWEST * (right - left) < at
    ]
    scores = [(_score(page, at), -at) for _, at in sorted(inner, reverse=True)[:_MOST_EDGES]]
    best, at = max(scores, default=(0, 0))
    return -at - _SLACK if best else None


_NARROWEST = 0.2
_SLACK = 1.5
"""Points by which lines of a column begin before their own edge."""


def _score(page: Sequence[Row], at: int) -> int:
    sides = (
        _columns(group, at - _SLACK) for group, is_parted in _groups(page, at - _SLACK) if is_parted
    )
    return sum(min(len(side[0]), len(side[1])) for side in sides if side is not None)


def _groups(page: Sequence[Row], edge: float) -> Iterator[tuple[list[Row], bool]]:
    """Yield rows that follow each other: those that go across an edge, and those that do not."""
    group: list[Row] = []
    was_parted = False
    for row, below in zip_longest(page, page[1:]):
        is_parted = not any(part.left < edge < part.right for part in row.parts)
        if group and is_parted and not was_parted and _ends(group[-1], row, below, edge):
            is_parted = False
        if group and is_parted is not was_parted:
            yield group, was_parted
            group = []
        group.append(row)
        was_parted = is_parted
    if group:
        yield group, was_parted


def _ends(above: Row, row: Row, below: Row | None, edge: float) -> bool:
    """Return whether a row is the short end of the paragraph above that goes across."""
    is_short = all(part.right <= edge for part in row.parts)
    is_close = above.base - row.base < _CLOSE * max(above.size, row.size)
    return is_short and is_close and (below is None or _is_apart(row, below, 0))


_CLOSE = 1.6
"""Times the size: less is the next line of the same paragraph."""


class _Sides(NamedTuple):
    before: list[Row]
    behind: list[Row]


def _columns(group: Sequence[Row], edge: float) -> _Sides | None:
    """Return what stands on each side of an edge; None where that is too little, or a table."""
    before = [row for one in group if (row := _side(one, edge, is_before=True))]
    behind = [row for one in group if (row := _side(one, edge, is_before=False))]
    if min(len(before), len(behind)) < _FEWEST or _is_table(before, behind):
        return None
    return _Sides(before, behind)


def _side(row: Row, edge: float, *, is_before: bool) -> Row | None:
    parts = tuple(part for part in row.parts if (part.left < edge) is is_before)
    return Row(row.base, row.size, parts) if parts else None


_CELL = 20
"""Letters that a column of a table has in most of its lines at most."""
_ALMOST_ALL = 0.7


def _is_table(before: Sequence[Row], behind: Sequence[Row]) -> bool:
    """Return whether lines beside each other belong together: short ones, or gaps at one height."""
    heights = {row.base for row in behind}
    beside = sum(row.base in heights for row in before)
    shorter = min(median(len(row.words) for row in side) for side in (before, behind))
    if beside >= _ALMOST_ALL * len(before) and shorter <= _CELL:
        return True
    starts, others = _starts(before), _starts(behind)
    most = max(len(starts), len(others))
    return most >= _FEWEST - 1 and len(starts & others) >= _ALMOST_ALL * most


def _starts(column: Sequence[Row]) -> set[float]:
    """Return the heights of the lines that stand below a gap."""
    usual = _leading(column)
    return {row.base for above, row in pairwise(column) if _is_apart(above, row, usual)}


_BLANK = 1.3
"""Times the usual distance of lines: more leaves a blank line."""
_HEADING = 1.15


def _leading(lines: Sequence[Row]) -> float:
    """Return the distance of most lines that follow each other."""
    steps = Counter(round(one.base - other.base, 1) for one, other in pairwise(lines))
    close = [
        (step, times)
        for step, times in steps.items()
        if step < _FARTHEST * max(line.size for line in lines)
    ]
    return max(close, key=lambda one: (one[1], -one[0]), default=(0.0, 0))[0]


_FARTHEST = 2.6


def _is_apart(above: Row, below: Row, usual: float) -> bool:
    step = above.base - below.base
    larger, smaller = max(above.size, below.size), max(min(above.size, below.size), 1.0)
    return step > _BLANK * max(usual, larger) or (
        larger > _HEADING * smaller and step > _HEADING * usual
    )


@dataclass(slots=True)
class _Line:
    """A line in the making, with the cells that it has if it is a table's row."""

    row: Row
    """The last that it is made of."""
    is_apart: bool
    """Whether a blank line stands above."""
    cells: list[tuple[float, list[str]]]
    """Where each begins, and its words."""

    @property
    def words(self) -> str:
        return " | ".join(" ".join(words) for _, words in self.cells)

    def takes(self, row: Row) -> bool:
        """Return whether all parts of a row stand under cells of this one behind its first."""
        edges = [left for left, _ in self.cells[1:]]
        return bool(edges) and all(
            any(abs(part.left - left) < _SLACK * 2 for left in edges) for part in row.parts
        )

    def take(self, row: Row) -> None:
        """Go on with the cells that a row's parts stand under."""
        for part in row.parts:
            _, words = min(self.cells, key=lambda cell: abs(cell[0] - part.left))
            words.append(_plain(part))
        self.row = row


def _in_lines(rows: Sequence[Row]) -> str:
    """Return rows as lines: a table's with their cells parted, a paragraph's as one."""
    usual = _leading(rows)
    continued = _continued(rows, usual)
    lines: list[_Line] = []
    for number, row in enumerate(rows):
        is_apart = bool(lines) and _is_apart(lines[-1].row, row, usual)
        if number in continued or (lines and not is_apart and lines[-1].takes(row)):
            lines[-1].take(row)
        else:
            cells = [(part.left, [_plain(part)]) for part in row.parts]
            lines.append(_Line(row, is_apart, cells))
    return "\n".join("\n" * line.is_apart + line.words for line in lines)


_FEWEST_BROKEN, _MOST = 3, 0.6
"""What tells lines that were broken by width from a list: how many, and what share of them."""
_NEW_LINE = re.compile(
    rf"{_MARK.pattern}\s|\d{{1,2}}[:.h]\d\d\b|[^\W\d_][\w /()-]{{1,30}}:(?:\s|$)|[A-Z]+$"
)
"""What begins a line of its own: a bullet, an hour, a label."""


def _continued(rows: Sequence[Row], usual: float) -> set[int]:
    """Return which rows go on with the row above: that was full, as most of the column are."""
    pairs = [
        (number, one, other)
        for number, (one, other) in enumerate(pairwise(rows), 1)
        if _could_run_on(one, other, usual)
    ]
    edge = max((one.parts[0].right for _, one, _ in pairs), default=0.0)
    full = {n for n, one, other in pairs if edge - one.parts[0].right < _first_word(other)}
    open_ended = [n for n, one, _ in pairs if unmarked(one.words)[0][-1:] not in ".:;!?"]
    broken = sum(n in full for n in open_ended)
    return full if broken >= max(_FEWEST_BROKEN, _MOST * len(open_ended)) else set()


def _could_run_on(above: Row, row: Row, usual: float) -> bool:
    if len(above.parts) > 1 or len(row.parts) > 1 or _is_apart(above, row, usual):
        return False
    is_below = abs(above.parts[0].left - row.parts[0].left) < _INDENT * row.size
    is_as_large = max(above.size, row.size) < _HEADING * max(min(above.size, row.size), 1.0)
    words, following = unmarked(above.words)[0], unmarked(row.words)[0]
    return (
        is_below
        and is_as_large
        and len(words) >= _SHORTEST
        and not words.endswith((":", "-", "\u00ad"))
        and not _NEW_LINE.match(following)
    )


_SHORTEST = 25
"""Letters in a line that its width may have broken."""
_INDENT = 4
"""Times the size: a first line, or what stands below a bullet, is indented by less."""


def _first_word(row: Row) -> float:
    """Return how wide the first word of a row is, with the space before it."""
    part = row.parts[0]
    first = len(unmarked(row.words)[0].split(maxsplit=1)[0])
    return (part.right - part.left) * (first + 1) / max(len(unmarked(row.words)[0]), 1)


def _plain(part: Run) -> str:
    return " ".join(part.words.split())
