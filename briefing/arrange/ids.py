"""Ids in order, of which any is found without a look at each."""

import sys
from collections.abc import Collection, Iterator
from itertools import compress, count
from typing import SupportsIndex

FEW = 32
"""So many ids are looked for one by one sooner than by a look at each place."""

_SIZE = 8
"""Bytes of a hash."""


class Ids(list[str]):
    """A list of ids; one may stand in it several times.

    It grows by `append` and `insert` and shrinks by `del` alone. Ids lie about in memory: a look at
    each of 100,000 takes milliseconds. Their hashes lie side by side.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hashes = bytearray()

    def append(self, id: str, /) -> None:
        """Put an id at the end."""
        super().append(id)
        self._hashes += _hashed(id)

    def insert(self, place: SupportsIndex, id: str, /) -> None:
        """Put an id before a place, counted from the beginning."""
        super().insert(place, id)
        at = _SIZE * int(place)
        self._hashes[at:at] = _hashed(id)

    def __delitem__(self, place: SupportsIndex | slice, /) -> None:
        """Take out the id at a place, counted from the beginning."""
        super().__delitem__(place)
        assert not isinstance(place, slice)
        at = _SIZE * int(place)
        del self._hashes[at : at + _SIZE]

    def index(self, id: str, start: SupportsIndex = 0, stop: SupportsIndex = sys.maxsize, /) -> int:
        """Return the first place of an id; ValueError where it is not there."""
        place = next(self._places(id, int(start)), None)
        if place is None or place >= int(stop):
            raise ValueError(id)
        return place

    def places(self, ids: Collection[str]) -> list[int]:
        """Return where some ids stand, in order."""
        if len(ids) > FEW:
            return list(compress(count(), map(frozenset(ids).__contains__, self)))
        return sorted(place for id in ids for place in self._places(id))

    def _places(self, id: str, start: int = 0) -> Iterator[int]:
        sought = _hashed(id)
        at = self._hashes.find(sought, _SIZE * start)
        while at >= 0:
            place, aside = divmod(at, _SIZE)
            if not aside and self[place] == id:
                yield place
            at = self._hashes.find(sought, at + 1)


def _hashed(id: str) -> bytes:
    return hash(id).to_bytes(_SIZE, sys.byteorder, signed=True)
