"""A view of the desk as rows of a list, and the part of it that is left when it is narrowed."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from briefing.arrange import Arrangement, Row
from briefing.arrange.placed import Begin, Placed, RowsById, begin_of
from briefing.arrange.timeline import when_of
from briefing.model import Event, Record, Task
from briefing.tui.panes.remaining import Places, Remaining, Stretch
from briefing.tui.widgets.cells import Cell
from briefing.tui.widgets.virtual_list import Group, Headings


class RecordRows:
    """Rows of records under headings; a subclass draws them."""

    def __init__(self, arrangement: Arrangement | Placed) -> None:
        self.shown: Sequence[Row] = arrangement.rows
        self.keys: Sequence[str] = arrangement.keys
        self.depths: Sequence[int] = arrangement.depths
        """How many rows each row stands under."""
        self.groups: Sequence[Group] = Headings(arrangement.starts, arrangement.labels)
        self.indexes: Sequence[int] = range(len(self.keys))
        """Which row of the whole each one is."""
        self.put_away: Mapping[str, int] = {}
        """The ids of what is folded, and how many rows each stands for."""
        self._found: Sequence[int] = self.indexes
        self._arrangement = arrangement

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return a row laid out for so many columns."""
        raise NotImplementedError

    def record(self, index: int) -> Record:
        """Return the record of a row."""
        return self.shown[index].record

    def depth(self, index: int) -> int:
        """Return how many rows a row stands under."""
        return self.depths[index]

    @property
    def found(self) -> int:
        """How many rows are there for their own sake, not for what stands under them."""
        return len(self._found)

    @property
    def first_found(self) -> int:
        """The first of those rows."""
        return self._found[0] if self._found else 0

    def is_found(self, index: int) -> bool:
        """Return whether a row is one of those."""
        place = bisect_left(self._found, index)
        return place < len(self._found) and self._found[place] == index

    def rows_of(self, ids: Collection[str]) -> Sequence[int]:
        """Return the rows of some records, in order."""
        if isinstance(self._arrangement, Placed) and isinstance(self.indexes, range):
            return self._arrangement.rows_of(ids)
        return [index for index, key in enumerate(self.keys) if key in ids]

    def only(self, indexes: Sequence[int]) -> "RecordRows":
        """Return the rows at these indexes, in order, with those that they stand under."""
        kept = sorted({*indexes, *self._above(indexes)})
        part, shown = self._copy(), self.shown
        if isinstance(shown, RowsById):
            part.shown = shown.at(kept)
        else:
            part.shown = [shown[index] for index in kept]
        part.keys = [self.keys[index] for index in kept]
        part.depths = [self.depths[index] for index in kept]
        part.groups = list(self._groups_of(kept))
        part.indexes = [self.indexes[index] for index in kept]
        part._found = [bisect_left(kept, index) for index in indexes]
        return part

    def begin(self, index: int, home: ZoneInfo) -> Begin | None:
        """Return when what stands in a row begins; None where that is not known."""
        if isinstance(self._arrangement, Placed):
            return self._arrangement.begin(self.indexes[index])
        record = self.record(index)
        return begin_of(when_of(record), home) if isinstance(record, Event | Task) else None

    def begins(self, first: int, last: int, home: ZoneInfo) -> Iterable[tuple[float, int]]:
        """Return the same of rows up to one that is not included; the day is 0 where not known."""
        if isinstance(self._arrangement, Placed) and isinstance(self.indexes, range):
            return self._arrangement.begins(first, last)
        return (self.begin(index, home) or (0.0, 0) for index in range(first, last))

    def leaving_out(self, stretches: Sequence[Stretch]) -> "RecordRows":
        """Return the rows but for some stretches, which come in order; no heading begins within."""
        part = self._copy()
        part.shown, part.keys = Remaining(self.shown, stretches), Remaining(self.keys, stretches)
        part.depths = Remaining(self.depths, stretches)
        part.indexes = Remaining(self.indexes, stretches)
        place = Places(stretches).place
        part.groups = [group._replace(start=place(group.start)) for group in self.groups]
        part._found = range(len(part.keys))
        part.put_away = {self.keys[start - 1]: end - start for start, end in stretches}
        return part

    def with_group(self, group: Group, *, under: str) -> "RecordRows":
        """Return the rows with one heading more, where it starts below one called `under`."""
        part = self._copy()
        at = bisect_left(self.groups, group.start, key=lambda other: other.start)
        if any(other.start == group.start and other.label == under for other in self.groups):
            at += 1
        part.groups = [*self.groups[:at], group, *self.groups[at:]]
        return part

    def _copy(self) -> "RecordRows":
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        return part

    def _above(self, indexes: Iterable[int]) -> Iterable[int]:
        """Yield what rows stand under; what stands above one before is not looked for again."""
        done = -1
        for index in indexes:
            depth, above = self.depths[index], index
            while depth and above - 1 > done:
                above -= 1
                if self.depths[above] < depth:
                    depth = self.depths[above]
                    yield above
            done = index

    def _groups_of(self, kept: Sequence[int]) -> Iterable[Group]:
        place = 0
        while place < len(kept):
            number = bisect_right(self.groups, kept[place], key=_start)
            if number:
                yield Group(place, self.groups[number - 1].label)
            end = self.groups[number].start if number < len(self.groups) else len(self.shown)
            place = bisect_left(kept, end, place)


def _start(group: Group) -> int:
    return group.start
