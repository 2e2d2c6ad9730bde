"""A view of the desk as rows of a list, and the part of it that is left when it is narrowed."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.arrange import Arrangement, Row
from briefing.model import Record
from briefing.tui.panes.remaining import Places, Remaining, Stretch
from briefing.tui.widgets.cells import Cell
from briefing.tui.widgets.virtual_list import Group


class RecordRows:
    """Rows of records under headings; a subclass draws them."""

    def __init__(self, arrangement: Arrangement) -> None:
        self.shown: Sequence[Row] = list(arrangement.rows)
        self.keys: Sequence[str] = [row.record.id for row in arrangement.rows]
        self.groups: Sequence[Group] = [Group(g.start, g.label) for g in arrangement.groups]
        self.put_away: Mapping[str, int] = {}
        """The ids of what is folded, and how many rows each stands for."""
        self._found: Sequence[int] = range(len(self.shown))

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return a row laid out for so many columns."""
        raise NotImplementedError

    def record(self, index: int) -> Record:
        """Return the record of a row."""
        return self.shown[index].record

    def depth(self, index: int) -> int:
        """Return how many rows a row stands under."""
        return self.shown[index].depth

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

    def only(self, indexes: Sequence[int]) -> "RecordRows":
        """Return the rows at these indexes, in order, with those that they stand under."""
        kept = sorted({*indexes, *self._above(indexes)})
        part = self._copy()
        part.shown = [self.shown[index] for index in kept]
        part.keys = [self.keys[index] for index in kept]
        part.groups = list(self._groups_of(kept))
        part._found = [bisect_left(kept, index) for index in indexes]
        return part

    def put(self, record: Record, near: int) -> None:
        """Hold one record as it is now, in its place, where it has one; `near` may be that."""
        try:
            is_there = near < len(self.keys) and self.keys[near] == record.id
            index = near if is_there else self.keys.index(record.id)
        except ValueError:
            return
        assert isinstance(self.shown, list)
        self.shown[index] = replace(self.shown[index], record=record)

    def leaving_out(self, stretches: Sequence[Stretch]) -> "RecordRows":
        """Return the rows but for some stretches, which come in order; no heading begins within."""
        part = self._copy()
        part.shown, part.keys = Remaining(self.shown, stretches), Remaining(self.keys, stretches)
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

    def without(self, id: str) -> "RecordRows":
        """Return the rows without one that nothing stands under."""
        if id not in self.keys:
            return self
        index = self.keys.index(id)
        part = self._copy()
        part.shown = [*self.shown[:index], *self.shown[index + 1 :]]
        part.keys = [*self.keys[:index], *self.keys[index + 1 :]]
        starts = [group.start - (group.start > index) for group in self.groups]
        ends = [*starts[1:], len(part.keys)]
        pairs = zip(self.groups, starts, ends, strict=True)
        part.groups = [Group(start, group.label) for group, start, end in pairs if start < end]
        found = self._found
        is_all = len(found) == len(self.shown)
        part._found = (
            range(len(part.shown)) if is_all else [at - (at > index) for at in found if at != index]
        )
        return part

    def _copy(self) -> "RecordRows":
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        return part

    def _above(self, indexes: Iterable[int]) -> Iterable[int]:
        for index in indexes:
            depth = self.shown[index].depth
            above = index
            while depth and above:
                above -= 1
                if self.shown[above].depth < depth:
                    depth = self.shown[above].depth
                    yield above

    def _groups_of(self, kept: Sequence[int]) -> Iterable[Group]:
        ends = [*(group.start for group in self.groups[1:]), len(self.shown)]
        for group, end in zip(self.groups, ends, strict=False):
            start = bisect_left(kept, group.start)
            if start < bisect_left(kept, end):
                yield Group(start, group.label)
