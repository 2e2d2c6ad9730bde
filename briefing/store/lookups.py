"""Look-ups: what names a record, what stands beside it and what is on; kept in step, and saved.

Arrays of row numbers hold how it was at some moment (`rows`), plain dicts what changed since.
"""

import datetime as dt
import os
import sys
import zlib
import zoneinfo
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from contextlib import suppress
from heapq import merge
from importlib import resources
from pathlib import Path
from typing import NamedTuple, Self

import msgspec

from briefing import __version__
from briefing.arrange.links import NAMED_IN
from briefing.model import Record, table_name
from briefing.platform import make_private_folder, open_new, replace, write_all
from briefing.store.journal import Operation
from briefing.store.records import KINDS
from briefing.store.rows import (
    FIELDS,
    TYPES,
    Arrays,
    Numbers,
    Rows,
    Stretch,
    Told,
    build,
    seconds,
    seconds_up,
    told,
)

Key = tuple[str, str]
"""Table and id."""
Tables = Mapping[str, Mapping[str, bytes]]
"""Table -> id -> line."""

_MADE_BY = f"{__version__} {sys.byteorder} safe {' '.join(FIELDS)}"
_KINDS = tuple(KINDS.values())
_FEW, _SHARE = 1_000, 16
"""So many changes, and a sixteenth of the records, may wait before all is built anew."""


class Moment(NamedTuple):
    """When an event is on or a task is due."""

    kind: type[Record]
    id: str
    stretch: Stretch


class _Now(NamedTuple):
    """A record that changed since the rows were built."""

    row: int | None
    """Its row, if it has one."""
    told: Told
    """Nothing where it is removed."""


class _Saved(msgspec.Struct, array_like=True, frozen=True):
    made_by: str
    key: str
    """Names the tables that this belongs to."""
    rules: dict[str, int]
    """Zone -> checksum of its rules: where they are others by now, times have moved."""
    counts: dict[str, int]
    """Table -> how many rows."""
    strangers: tuple[str, ...]
    arrays: tuple[memoryview, ...]
    changes: list[tuple[str, str, _Now]]
    """Table, id, and how the record is in the tables where it is not as in the rows."""


class Lookups:
    """Which records name each other and when they are, in step as long as `apply` is called."""

    def __init__(self, rows: Rows, zones: Iterable[str]) -> None:
        self.saved_as = ""
        """The key under which they were last loaded or saved, if the disk took them."""
        self._rows = rows
        self._zones = set(zones)
        """Those that times in UTC rest on."""
        self._now: dict[Key, _Now] = {}
        self._stale: set[int] = set()
        """The rows of what changed."""
        self._named_by_now: dict[str, set[Key]] = defaultdict(set)
        self._waiting: dict[Key, bytes | None] = {}
        """The lines of what was changed, not read yet: who puts in thousands does not wait."""

    @classmethod
    def open(
        cls,
        path: Path,
        key: str,
        tables: Tables,
        ids: Callable[[str], Sequence[str]],
        at_fold: Mapping[Key, bytes | None],
    ) -> Self:
        """Return the look-ups of what tables hold, as saved under a key or else built.

        `ids` tells the sorted ids of a table, `at_fold` the line of each record that changed since
        the state that the key names.
        """
        held = {table: ids(table) for table in KINDS}
        with suppress(OSError, ValueError):
            return cls._restored(_read(path, key), tables, held, at_fold)
        return cls(*build(tables, held))

    def save(self, path: Path, key: str, at_fold: Mapping[Key, bytes | None]) -> None:
        """Keep the look-ups of the state that a key names, if the disk takes them.

        With an empty key nothing is kept, nor what is kept already. Any thread may do it.
        """
        if key in ("", self.saved_as):
            return
        with suppress(OSError):
            make_private_folder(path.parent)
            _write(path, self._as_saved(key, at_fold))
        # Where the disk took nothing as well: it is not asked again for the same.
        self.saved_as = key

    def apply(self, operations: Iterable[Operation]) -> None:
        """Take in what was done to records."""
        self._waiting.update({(op.table, op.id): op.after for op in operations})

    # What names what ------------------------------------------------------------------------

    def names(self, id: str) -> frozenset[str]:
        """Return the ids that a record names."""
        self._settle()
        rows = self._fresh(self._rows.rows(id))
        found = set(self._rows.ids(self._rows.targets(rows)))
        for table in KINDS:
            if now := self._now.get((table, id)):
                found.update(name for _, name in now.told.names)
        return frozenset(found)

    def named_by(self, id: str) -> frozenset[str]:
        """Return the ids of the records that name a record."""
        self._settle()
        rows = self._fresh(self._rows.sources(id))
        return frozenset(self._rows.ids(rows)).union(
            naming for _, naming in self._named_by_now.get(id, ())
        )

    def tied(self, id: str) -> frozenset[str]:
        """Return what is tied to a record: what it names, what names it, and their other ends.

        The other ends are what stands beside it in a third record: the question of a position held
        by a stakeholder, the stakeholder of a position held on a question.
        """
        self._settle()
        rows = self._fresh(self._rows.sources(id))
        found = {*self.names(id), *self._rows.ids(rows | self._rows.targets(rows))}
        for key in self._named_by_now.get(id, ()):
            found.add(key[1])
            found.update(name for _, name in self._now[key].told.names)
        return frozenset(found - {id})

    def naming(self, id: str, kind: type[Record], *fields: str) -> list[str]:
        """Return the ids of the records of a kind that name a record in one of the fields, sorted.

        In any field where none is given.
        """
        self._settle()
        table, wanted = table_name(kind), fields or tuple(NAMED_IN[kind])
        rows = self._fresh(self._rows.sources_in(id, table, wanted))
        found = set(self._rows.ids(rows))
        for key in self._named_by_now.get(id, ()):
            names = self._now[key].told.names
            if key[0] == table and any((field, id) in names for field in wanted):
                found.add(key[1])
        return sorted(found)

    def all_named(self, kind: type[Record], by: AbstractSet[str] | None = None) -> frozenset[str]:
        """Return the ids that the records of a kind name; those alone that some of them name."""
        self._settle()
        table = table_name(kind)
        if by is not None:
            rows = self._fresh(self._rows.among(table, by))
            named = self._rows.ids(self._rows.targets(rows))
            return frozenset(named).union(*self._named_since(table, by))
        held = self._rows.held[table]
        found: list[Iterator[str]] = []
        begin = held.start
        for end in [*sorted(row for row in self._stale if row in held), held.stop]:
            found.append(self._rows.ids(self._rows.targets_of_all(range(begin, end))))
            begin = end + 1
        return frozenset().union(*found, *self._named_since(table))

    def _named_since(self, table: str, by: AbstractSet[str] | None = None) -> Iterator[set[str]]:
        """Yield what each record of a table names that changed since the rows were built."""
        for (where, id), now in self._now.items():
            if where == table and (by is None or id in by):
                yield {name for _, name in now.told.names}

    # What is when ---------------------------------------------------------------------------

    def dated(self) -> Iterator[Moment]:
        """Yield all events and tasks that have a date, in the order of time.

        Of what begins together the longest first. What has no zone stands as if it were in UTC.
        """
        return self._moments(-sys.maxsize, sys.maxsize)

    def between(self, first: dt.datetime, last: dt.datetime) -> Iterator[Moment]:
        """Yield, in the same order, what may be on between two instants, the last not included.

        What has no zone is yielded where it is on at any clock on earth.
        """
        return self._moments(seconds(first), seconds_up(last))

    def _moments(self, first: int, last: int) -> Iterator[Moment]:
        self._settle()
        begins = [rows.start for rows in self._rows.held.values()]
        held = (
            Moment(_KINDS[bisect_right(begins, row) - 1], id, stretch)
            for row, id, stretch in self._rows.stretches(first, last)
            if row not in self._stale
        )
        changed = (
            Moment(KINDS[table], id, now.told.stretch)
            for (table, id), now in self._now.items()
            if now.told.stretch and now.told.stretch.may_meet(first, last)
        )
        since = sorted(changed, key=_order)
        return merge(held, since, key=_order) if since else held

    # Below ----------------------------------------------------------------------------------

    def _as_saved(self, key: str, at_fold: Mapping[Key, bytes | None]) -> _Saved:
        # In this order: what another thread settles meanwhile is in one of them at least.
        lines = {**self._waiting, **at_fold}
        changes = dict(self._now)
        for changed, line in lines.items():
            if changed[0] in KINDS:
                changes[changed] = _Now(self._row(changed), told(changed[0], line))
        zones = self._zones | {now.told.zone for now in changes.values() if now.told.zone}
        return _Saved(
            _MADE_BY,
            key,
            {zone: _rules(zone) for zone in sorted(zones)},
            {table: len(rows) for table, rows in self._rows.held.items()},
            self._rows.strangers,
            tuple(memoryview(one).cast("B") for one in self._rows.arrays),
            [(*changed, now) for changed, now in changes.items()],
        )

    @classmethod
    def _restored(
        cls,
        saved: _Saved,
        tables: Tables,
        ids: Mapping[str, Sequence[str]],
        at_fold: Mapping[Key, bytes | None],
    ) -> Self:
        """Return look-ups as saved, with what changed since; ValueError where they do not fit."""
        had_row = {key: line is not None for key, line in at_fold.items() if key[0] in KINDS}
        had_row |= {(table, id): now.row is not None for table, id, now in saved.changes}
        held = _as_they_were(ids, tables, had_row)
        if saved.counts != {table: len(one) for table, one in held.items()}:
            raise ValueError(saved.counts)
        arrays = Arrays(*map(_array, TYPES, saved.arrays))
        restored = cls(Rows(held, saved.strangers, arrays), saved.rules)
        restored.saved_as = saved.key
        for table, id, now in saved.changes:
            restored._take((table, id), now)
        restored._waiting = {(table, id): tables.get(table, {}).get(id) for table, id in at_fold}
        return restored

    def _settle(self) -> None:
        for key, line in list(self._waiting.items()):
            if key[0] in KINDS:
                self._take(key, _Now(self._row(key), told(key[0], line)))
            del self._waiting[key]

    def _take(self, key: Key, now: _Now) -> None:
        if key in self._now:
            for _, name in self._now[key].told.names:
                self._named_by_now[name].discard(key)
        self._now[key] = now
        if now.row is not None:
            self._stale.add(now.row)
        for _, name in now.told.names:
            self._named_by_now[name].add(key)
        if now.told.zone is not None:
            self._zones.add(now.told.zone)

    def _row(self, key: Key) -> int | None:
        return self._now[key].row if key in self._now else self._rows.row(*key)

    def _fresh(self, rows: Iterable[int]) -> set[int]:
        return set(rows).difference(self._stale)


def _order(moment: Moment) -> tuple[int, int, int, str]:
    kind, id, stretch = moment
    return stretch.start, -stretch.end, _KINDS.index(kind), id


def _as_they_were(
    ids: Mapping[str, Sequence[str]], tables: Tables, had_row: Mapping[Key, bool]
) -> dict[str, Sequence[str]]:
    """Return the ids of when the rows were built, told which of those that changed had a row."""
    were = dict(ids)
    moved: dict[str, set[str]] = defaultdict(set)
    for (table, id), had in had_row.items():
        if had is not (id in tables.get(table, ())):
            moved[table].add(id)
    for table, some in moved.items():
        kept = [id for id in ids[table] if id not in some]
        were[table] = sorted(kept + [id for id in some if had_row[table, id]])
    return were


def _array(type_code: str, content: memoryview) -> Numbers:
    numbers = array(type_code)
    numbers.frombytes(content)
    return numbers


def _write(path: Path, saved: _Saved) -> None:
    # Without a sync: what a power cut leaves torn is known by its checksum, and built anew.
    content = msgspec.msgpack.encode(saved)
    new = path.with_name(f".{path.name}.new")
    descriptor = open_new(new)
    try:
        write_all(descriptor, zlib.crc32(content).to_bytes(4, "big"))
        write_all(descriptor, content)
    finally:
        os.close(descriptor)
    replace(new, path)


def _read(path: Path, key: str) -> _Saved:
    """Return what was saved; OSError or ValueError where it is not there or is of no use."""
    content = memoryview(path.read_bytes())
    if zlib.crc32(content[4:]) != int.from_bytes(content[:4], "big"):
        raise ValueError(path)
    saved = msgspec.msgpack.decode(content[4:], type=_Saved)
    too_many = len(saved.changes) > _FEW + sum(saved.counts.values()) // _SHARE
    if too_many or (saved.made_by, saved.key) != (_MADE_BY, key):
        raise ValueError(path)
    if saved.rules != {zone: _rules(zone) for zone in saved.rules}:
        raise ValueError(path)
    return saved


def _rules(zone: str) -> int:
    """Return a checksum of a zone's rules, from where zoneinfo takes them."""
    for folder in zoneinfo.TZPATH:
        path = Path(folder, zone)
        if path.is_file():
            return zlib.crc32(path.read_bytes())
    return zlib.crc32(resources.files("tzdata").joinpath("zoneinfo", zone).read_bytes())
