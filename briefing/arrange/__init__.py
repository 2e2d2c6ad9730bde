"""Pure views of records: timeline, forums, question bank, clashes, links.

Nothing here stores, asks the clock or knows a screen: records in, rows out.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import Record


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a view."""

    record: Record
    depth: int = 0
    """How many records above it it stands under."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the rows that follow it."""

    start: int
    """Index of its first row."""
    label: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Rows in the order of a view, with the headings between them."""

    rows: tuple[Row, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def keys(self) -> list[str]:
        """The id of each row's record."""
        return [row.record.id for row in self.rows]

    @property
    def depths(self) -> list[int]:
        """The depth of each row."""
        return [row.depth for row in self.rows]

    @property
    def starts(self) -> list[int]:
        """The first row under each heading."""
        return [group.start for group in self.groups]

    @property
    def labels(self) -> list[str]:
        """The words of each heading."""
        return [group.label for group in self.groups]


def only(view: Arrangement, fits: Callable[[Record], bool]) -> Arrangement:
    """Return the rows whose records fit, with those that they stand under, and their headings."""
    kept: set[int] = set()
    for index, row in enumerate(view.rows):
        if fits(row.record):
            kept.add(index)
            depth, above = row.depth, index
            while depth and above:
                above -= 1
                if view.rows[above].depth < depth:
                    depth = view.rows[above].depth
                    kept.add(above)
    places = sorted(kept)
    ends = [*(group.start for group in view.groups[1:]), len(view.rows)]
    groups = []
    for group, end in zip(view.groups, ends, strict=False):
        start = bisect_left(places, group.start)
        if start < bisect_left(places, end):
            groups.append(Group(start, group.label))
    return Arrangement(tuple(view.rows[place] for place in places), tuple(groups))


def grouped(sections: "list[tuple[str, list[Row]]]") -> Arrangement:
    """Return sections one after the other, each under its heading; empty ones left out."""
    rows: list[Row] = []
    groups: list[Group] = []
    for label, section in sections:
        if section:
            groups.append(Group(len(rows), label))
            rows.extend(section)
    return Arrangement(tuple(rows), tuple(groups))
