"""Rows that hold ids and no records: in the order of a view, and kept in it row by row."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple, Protocol, TypeAlias, overload
from zoneinfo import ZoneInfo

from briefing.arrange import Row
from briefing.arrange.ids import Ids
from briefing.model import Record
from briefing.when import When

Key: TypeAlias = tuple[object, ...]

RecordOf: TypeAlias = Callable[[type[Record], str], Record]
"""Tells a record that is in a view."""

_RUN = 500
"""So many keys are sorted at once."""

_STEP = 50
"""After so many records whoever fills rows may let others in."""


class Begin(NamedTuple):
    """When something begins."""

    start: float
    """In seconds since 1970 UTC."""
    day: int
    """By its own clock, as `date.toordinal` counts."""


def begin_of(moment: When, home: ZoneInfo) -> Begin | None:
    """Return when something begins; None where it has no date."""
    span = moment.span(home)
    if span is None or moment.date is None:
        return None
    return Begin(span.start.timestamp(), moment.date.toordinal())


class Place(NamedTuple):
    """Where a record stands."""

    key: Key
    """Sorts it among all that is in the view; nothing else there has the same."""
    section: Key
    """Sorts the headings. A row that comes after a later section stands under that one."""
    depth: int = 0
    begin: Begin | None = None


class Order(Protocol):
    """A view: where each record stands in it."""

    @property
    def kinds(self) -> Sequence[type[Record]]:
        """What is in the view."""

    def places(self, kind: type[Record], id: str) -> Sequence[Place]:
        """Return where a record stands as it is now: nowhere, once, or once in several sections."""

    def label(self, section: Key) -> str:
        """Return the heading of a section."""

    def forget(self) -> None:
        """Forget what is remembered of records that may have changed."""


class RowsById(Sequence[Row]):
    """Rows whose records are asked for one by one, when they are to be seen."""

    def __init__(
        self,
        keys: Sequence[str],
        depths: Sequence[int],
        kinds: Sequence[type[Record]],
        record_of: RecordOf,
    ) -> None:
        self.keys = keys
        self.depths = depths
        self.kinds = kinds
        self._record_of = record_of

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "RowsById": ...
    def __getitem__(self, index: int | slice) -> "Row | RowsById":
        if isinstance(index, slice):
            return self.at(range(len(self))[index])
        return Row(self._record_of(self.kinds[index], self.keys[index]), self.depths[index])

    def at(self, indexes: Sequence[int]) -> "RowsById":
        """Return some of the rows."""
        keys = [self.keys[index] for index in indexes]
        depths = [self.depths[index] for index in indexes]
        return RowsById(keys, depths, [self.kinds[index] for index in indexes], self._record_of)


class Placed:
    """The rows of a view. Filled by `fill`, and kept in step by `update`."""

    def __init__(self, order: Order, record_of: RecordOf) -> None:
        self.order = order
        self._record_of = record_of
        self.keys = Ids()
        """The id of each row."""
        self.ids: set[str] = set()
        """What is in the view."""
        self.depths = array("H")
        self._starts_at, self._days = array("d"), array("l")
        """When each row begins; the day is 0 where that is not known."""
        self.starts: list[int] = []
        """The first row under each heading."""
        self.labels: list[str] = []
        self._kinds: list[type[Record]] = []
        self._sections: list[Key] = []
        """The section that each row is of by itself."""
        self._under: list[Key] = []
        """The section of each heading."""

    @property
    def rows(self) -> "RowsById":
        """The rows, as long as nothing changes."""
        return RowsById(self.keys, self.depths, self._kinds, self._record_of)

    def fill(self, ids: Iterable[tuple[type[Record], Sequence[str]]]) -> Iterator[None]:
        """Put in the records of some ids, in order; yields often, for others to have a turn."""
        runs: list[list[tuple[Key, int, str, Place]]] = [[]]
        for kind, some in ids:
            number = self.order.kinds.index(kind)
            for at, id in enumerate(some):
                runs[-1] += [(p.key, number, id, p) for p in self.order.places(kind, id)]
                if len(runs[-1]) >= _RUN:
                    runs[-1].sort()
                    runs.append([])
                if at % _STEP == _STEP - 1:
                    yield
        runs[-1].sort()
        for at, (_, number, id, place) in enumerate(merge(*runs)):
            self._append(place, self.order.kinds[number], id)
            if at % _STEP == _STEP - 1:
                yield
        self.order.forget()

    def update(self, ids: Iterable[str]) -> None:
        """Take records out of their rows and put them where they stand now."""
        self.order.forget()
        touched = set(ids)
        for index in reversed(self.rows_of(touched)):
            self._remove(index)
        for id in sorted(touched):
            for kind in self.order.kinds:
                for place in self.order.places(kind, id):
                    self._insert(place, kind, id)
        self.order.forget()

    def begin(self, index: int) -> Begin | None:
        """Return when what stands in a row begins; None where that is not known."""
        day = self._days[index]
        return Begin(self._starts_at[index], day) if day else None

    def begins(self, first: int, last: int) -> Iterable[tuple[float, int]]:
        """Return the same of rows up to one that is not included; the day is 0 where not known."""
        return zip(self._starts_at[first:last], self._days[first:last], strict=True)

    def rows_of(self, ids: Collection[str]) -> list[int]:
        """Return the rows of some records, in order."""
        return self.keys.places(self.ids.intersection(ids))

    def row_at(self, key: Key) -> int:
        """Return the first row that does not come before a key."""
        return bisect_left(range(len(self.keys)), key, key=self._key_at)

    def _key_at(self, index: int) -> Key:
        places = self.order.places(self._kinds[index], self.keys[index])
        section = self._sections[index]
        return next(place.key for place in places if place.section == section)

    def _append(self, place: Place, kind: type[Record], id: str) -> None:
        is_same = self._sections and self._sections[-1] == place.section
        section = self._sections[-1] if is_same else place.section
        if not self._under or section > self._under[-1]:
            self.starts.append(len(self.keys))
            self._under.append(section)
            self.labels.append(self.order.label(section))
        self.ids.add(id)
        self.keys.append(id)
        self.depths.append(place.depth)
        self._kinds.append(kind)
        self._starts_at.append(place.begin.start if place.begin else 0)
        self._days.append(place.begin.day if place.begin else 0)
        self._sections.append(section)

    def _insert(self, place: Place, kind: type[Record], id: str) -> None:
        index = self.row_at(place.key)
        self.ids.add(id)
        self.keys.insert(index, id)
        self.depths.insert(index, place.depth)
        self._kinds.insert(index, kind)
        self._starts_at.insert(index, place.begin.start if place.begin else 0)
        self._days.insert(index, place.begin.day if place.begin else 0)
        self._sections.insert(index, place.section)
        after = bisect_left(self.starts, index)
        self.starts[after:] = [start + 1 for start in self.starts[after:]]
        self._head_anew(index, index + 1)

    def _remove(self, index: int) -> None:
        self.ids.discard(self.keys[index])
        columns = (self.keys, self.depths, self._kinds, self._sections)
        for column in (*columns, self._starts_at, self._days):
            del column[index]
        after = bisect_right(self.starts, index)
        self.starts[after:] = [start - 1 for start in self.starts[after:]]
        self._head_anew(index, index)

    def _head_anew(self, first: int, sure: int) -> None:
        """Put the headings from a row on in their places, as far as they are others than before.

        Where a row from `sure` on is under the heading that it was under, all that follows is.
        """
        begin = bisect_left(self.starts, first)
        under = self._under[begin - 1] if begin else None
        new: list[tuple[int, Key]] = []
        index = first
        for index in range(first, len(self.keys)):
            own = self._sections[index]
            now = own if under is None or own > under else under
            if now != under:
                new.append((index, now))
            held = bisect_right(self.starts, index) - 1
            if index >= sure and held >= 0 and self._under[held] == now:
                break
            under = now
        end = bisect_right(self.starts, index)
        self.starts[begin:end] = [start for start, _ in new]
        self._under[begin:end] = [section for _, section in new]
        self.labels[begin:end] = [self.order.label(section) for _, section in new]
