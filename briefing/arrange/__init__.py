"""Pure views of records: timeline, forums, question bank, clashes, links.

Nothing here stores, asks the clock or knows a screen: records in, rows out.
"""

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


def grouped(sections: "list[tuple[str, list[Row]]]") -> Arrangement:
    """Return sections one after the other, each under its heading; empty ones left out."""
    rows: list[Row] = []
    groups: list[Group] = []
    for label, section in sections:
        if section:
            groups.append(Group(len(rows), label))
            rows.extend(section)
    return Arrangement(tuple(rows), tuple(groups))
