"""What names what and when things are, as arrays of row numbers: little memory, quickly loaded.

A row is a record's place among the sorted ids of its table, counted on from table to table.
"""

import datetime as dt
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, islice
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from briefing.arrange.links import NAMED_IN, named
from briefing.arrange.timeline import when_of
from briefing.model import Event, Task
from briefing.store.records import KINDS, decode
from briefing.when import When

FIELDS = tuple(dict.fromkeys(field for fields in NAMED_IN.values() for field in fields))
"""The fields in which records name others; a name's code is the field's place in here."""

_CODES = {field: code for code, field in enumerate(FIELDS)}
_CODE_BITS, _ROW_BITS = 8, 28
_UTC = ZoneInfo("UTC")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_BLOCK = 64
_SECOND, _DAY = dt.timedelta(seconds=1), 24 * 60 * 60


Numbers: TypeAlias = "array[int]"

Ids = Mapping[str, Sequence[str]]
"""Table -> its ids, sorted; every table."""


class Stretch(NamedTuple):
    """From when to when something is, in seconds since 1970 UTC, the end not included."""

    start: int
    end: int
    floats: bool
    """Whether no zone is known; it is then taken for UTC, and elsewhere up to a day off."""

    def may_meet(self, first: int, last: int) -> bool:
        """Return whether it is on between two instants, on the clock of some place."""
        margin = _DAY if self.floats else 0
        start, end = self.start - margin, self.end + margin
        return start < last and (end > first or self.start >= first)


class Told(NamedTuple):
    """What a record tells the look-ups."""

    names: tuple[tuple[str, str], ...] = ()
    """Field and id, some twice."""
    stretch: Stretch | None = None
    zone: str | None = None
    """IANA key of the zone that the stretch was computed with."""


def told(table: str, line: bytes | None) -> Told:
    """Return what a line tells; nothing where there is none or it can't be read."""
    if line is None:
        return Told()
    try:
        record = decode(KINDS[table], line)
    except ValueError:
        return Told()
    names = tuple(named(record))
    if not isinstance(record, Event | Task):
        return Told(names)
    when = when_of(record)
    return Told(names, _stretch(when), when.zone)


def _stretch(when: When) -> Stretch | None:
    span = when.span(_UTC)
    if span is None:
        return None
    floats = when.zone is None and when.offset is None
    return Stretch(seconds(span.start), seconds_up(span.end), floats)


def seconds(instant: dt.datetime) -> int:
    """Return the whole seconds from 1970 UTC to an instant."""
    return (instant - _EPOCH) // _SECOND


def seconds_up(instant: dt.datetime) -> int:
    """Return the seconds from 1970 UTC to an instant, a part of one as a whole one."""
    return -((_EPOCH - instant) // _SECOND)


class Arrays(NamedTuple):
    """All that is kept of the rows but their ids."""

    starts: Numbers
    """Row -> where its targets begin."""
    targets: Numbers
    """The rows that each row names."""
    namings: Numbers
    """Who names whom: the row that is named, the row that names it and the field, as one number."""
    dated: Numbers
    """The rows of events and tasks in the order of time."""
    begins: Numbers
    """Beside each of them its start, its end and whether it floats."""
    ends: Numbers
    floats: Numbers


TYPES = "IIQIqqB"
"""What each of them holds, as `array` calls it."""


class Rows:
    """Records of one moment, numbered; ids that are named but not held are numbered after them."""

    def __init__(self, ids: Ids, strangers: Sequence[str], arrays: Arrays) -> None:
        self.held = _numbered(ids)
        """Table -> its rows."""
        self.strangers = tuple(strangers)
        self.arrays = arrays
        self._ids = [id for table in KINDS for id in ids[table]]
        self._strangers = {id: row for row, id in enumerate(strangers, start=len(self._ids))}
        self._ids += strangers
        ends = arrays.ends
        self._latest_ends = [max(ends[at : at + _BLOCK]) for at in range(0, len(ends), _BLOCK)]
        """The latest end of each so many that follow each other in time."""

    def ids(self, rows: Iterable[int]) -> Iterator[str]:
        """Return the ids of rows."""
        return map(self._ids.__getitem__, rows)

    def row(self, table: str, id: str) -> int | None:
        """Return the row of a record, or None where there is none."""
        held = self.held[table]
        row = bisect_left(self._ids, id, held.start, held.stop)
        return row if row < held.stop and self._ids[row] == id else None

    def rows(self, id: str) -> Iterator[int]:
        """Yield the rows of the records with an id, at most one in a table."""
        found = (self.row(table, id) for table in self.held)
        return (row for row in found if row is not None)

    def among(self, table: str, ids: Collection[str]) -> Iterator[int]:
        """Yield the rows of those records of a table whose ids are among some."""
        held = self.held[table]
        return compress(held, map(ids.__contains__, islice(self._ids, held.start, held.stop)))

    def targets(self, rows: Iterable[int]) -> set[int]:
        """Return the rows that rows name."""
        starts, targets = self.arrays.starts, self.arrays.targets
        found: set[int] = set()
        for row in rows:
            found.update(targets[starts[row] : starts[row + 1]])
        return found

    def targets_of_all(self, rows: range) -> set[int]:
        """Return the rows that a stretch of rows names."""
        starts = self.arrays.starts
        return set(self.arrays.targets[starts[rows.start] : starts[rows.stop]])

    def sources(self, id: str) -> set[int]:
        """Return the rows of the records that name an id."""
        place = self._place(id)
        if place is None:
            return set()
        return {row for row, _ in self._namings(place, 0, 1 << _ROW_BITS)}

    def sources_in(self, id: str, table: str, fields: Collection[str]) -> set[int]:
        """Return the rows of a table that name an id in one of some fields."""
        place, held = self._place(id), self.held[table]
        if place is None:
            return set()
        codes = {_CODES[field] for field in fields}
        return {row for row, code in self._namings(place, held.start, held.stop) if code in codes}

    def stretches(self, first: int, last: int) -> Iterator[tuple[int, str, Stretch]]:
        """Yield row and id of what may be on between two instants, in the order of time."""
        _, _, _, dated, begins, ends, floats = self.arrays
        for place in self._places(first - _DAY - 1, bisect_left(begins, last + _DAY)):
            stretch = Stretch(begins[place], ends[place], bool(floats[place]))
            if stretch.may_meet(first, last):
                yield dated[place], self._ids[dated[place]], stretch

    def _places(self, after: int, last: int) -> Iterator[int]:
        """Yield the places up to one, without most of those that were over long before.

        What is known to the year only is on all the year; but for its own block, it makes nobody
        look through what else there was since.
        """
        for number in range((last + _BLOCK - 1) // _BLOCK):
            if self._latest_ends[number] > after:
                yield from range(number * _BLOCK, min((number + 1) * _BLOCK, last))

    def _place(self, id: str) -> int | None:
        return next(self.rows(id), self._strangers.get(id))

    def _namings(self, target: int, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield row and field's code of what names a row, of the rows in a stretch."""
        namings = self.arrays.namings
        begin = bisect_left(namings, _naming(target, first, 0))
        end = bisect_left(namings, _naming(target, last, 0), begin)
        for naming in namings[begin:end]:
            yield naming >> _CODE_BITS & (1 << _ROW_BITS) - 1, naming & (1 << _CODE_BITS) - 1


def build(tables: Mapping[str, Mapping[str, bytes]], ids: Ids) -> tuple[Rows, set[str]]:
    """Return the rows of all that tables hold, and the zones that their times rest on."""
    numbers = _first_rows(ids)
    count = sum(map(len, ids.values()))
    strangers: list[str] = []
    starts, targets = array("I", [0]), array("I")
    namings: list[int] = []
    times: list[tuple[int, int, int, bool]] = []
    zones: set[str] = set()
    for row, line in enumerate(_lines(tables, ids)):
        names, stretch, zone = told(*line)
        for field, id in names:
            target = numbers.get(id)
            if target is None:
                target = numbers[id] = count + len(strangers)
                strangers.append(id)
            targets.append(target)
            namings.append(_naming(target, row, _CODES[field]))
        starts.append(len(targets))
        if stretch is not None:
            times.append((stretch.start, -stretch.end, row, stretch.floats))
        if zone is not None:
            zones.add(zone)
    namings.sort()
    arrays = Arrays(starts, targets, array("Q", namings), *_in_order(times))
    return Rows(ids, strangers, arrays), zones


def _naming(target: int, row: int, code: int) -> int:
    return (((target << _ROW_BITS) + row) << _CODE_BITS) + code


def _in_order(times: list[tuple[int, int, int, bool]]) -> Iterator[Numbers]:
    """Yield rows, starts, ends and what floats, out of start, negative end, row and floats."""
    times.sort()
    yield array("I", (row for _, _, row, _ in times))
    yield array("q", (start for start, _, _, _ in times))
    yield array("q", (-end for _, end, _, _ in times))
    yield array("B", (floats for _, _, _, floats in times))


def _lines(
    tables: Mapping[str, Mapping[str, bytes]], ids: Ids
) -> Iterator[tuple[str, bytes | None]]:
    for table in KINDS:
        lines = tables.get(table, {})
        yield from ((table, lines[id]) for id in ids[table])


def _first_rows(ids: Ids) -> dict[str, int]:
    """Return the row of each id, in the first table where several have it."""
    found: dict[str, int] = {}
    for table, rows in _numbered(ids).items():
        for row, id in zip(rows, ids[table], strict=True):
            found.setdefault(id, row)
    return found


def _numbered(ids: Ids) -> dict[str, range]:
    ends = accumulate(len(ids[table]) for table in KINDS)
    return {
        table: range(end - len(ids[table]), end) for table, end in zip(KINDS, ends, strict=True)
    }
