"""A sequence without some stretches of it, which are passed over and not copied."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar, overload

T = TypeVar("T")

Stretch = tuple[int, int]
"""The items from one index up to another that is not included."""


class Places:
    """Tells indexes with and without what is left out. Stretches come in order and do not meet."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self._starts = [start for start, _ in stretches]
        sizes = accumulate((end - start for start, end in stretches), initial=0)
        self._left_out = list(sizes)
        """Before each stretch, and behind the last: how many items are left out."""
        self._seams = [
            start - before for start, before in zip(self._starts, self._left_out, strict=False)
        ]
        """What index, of those that are left, each stretch lies before."""

    @property
    def left_out(self) -> int:
        """How many items are left out."""
        return self._left_out[-1]

    def whole(self, place: int) -> int:
        """Return the index among all of an item that is left."""
        return place + self._left_out[bisect_right(self._seams, place)]

    def place(self, whole: int) -> int:
        """Return the index among what is left; of what is left out that of the next one left."""
        before = bisect_left(self._starts, whole)
        if before and whole < self.stretches[before - 1][1]:
            return self._seams[before - 1]
        return whole - self._left_out[before]

    def is_left_out(self, whole: int) -> bool:
        """Return whether an item is left out."""
        before = bisect_right(self._starts, whole)
        return bool(before) and whole < self.stretches[before - 1][1]


class Remaining(Sequence[T]):
    """What is left of a sequence."""

    def __init__(self, whole: Sequence[T], stretches: Sequence[Stretch]) -> None:
        self._whole = whole
        self._places = Places(stretches)

    def __len__(self) -> int:
        return len(self._whole) - self._places.left_out

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._whole[self._places.whole(index)]

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Return the first place of a value that is left; ValueError where there is none."""
        whole = -1
        while True:
            whole = self._whole.index(value, whole + 1)
            place = self._places.place(whole)
            is_within = place >= start and (stop is None or place < stop)
            if is_within and not self._places.is_left_out(whole):
                return place
