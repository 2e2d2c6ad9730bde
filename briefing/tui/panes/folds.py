"""Which events are folded: what stands under them is put away, and they say how much it is."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.tui.panes.remaining import Stretch

_ALL = "*"


class Tree(Protocol):
    """Rows of which some stand under others."""

    @property
    def keys(self) -> Sequence[str]:
        """The ids of the rows' records, in order."""

    def depth(self, index: int) -> int:
        """Return how many rows a row stands under."""

    @property
    def depths(self) -> Sequence[int]:
        """That of each row."""

    def rows_of(self, ids: Collection[str]) -> Sequence[int]:
        """Return the rows of some records, in order."""


@dataclass(frozen=True, slots=True)
class Folds:
    """The ids of what is folded, or where all is, of what is not."""

    is_all: bool = False
    but: frozenset[str] = frozenset()

    @classmethod
    def of_words(cls, words: str) -> "Folds":
        """Return what `words` told."""
        told = words.split()
        return cls(_ALL in told, frozenset(told) - {_ALL})

    @property
    def words(self) -> str:
        """All of it as one text, to be kept."""
        return " ".join([*([_ALL] if self.is_all else []), *sorted(self.but)])

    def is_folded(self, id: str) -> bool:
        """Return whether what has an id is folded, if anything stands under it."""
        return self.is_all is not (id in self.but)

    def with_one(self, id: str, *, folded: bool) -> "Folds":
        """Return the same with one folded or not."""
        but = self.but - {id} if self.is_all is folded else self.but | {id}
        return Folds(self.is_all, but)

    def stretches(self, rows: Tree) -> list[Stretch]:
        """Return what of the rows is put away."""
        return list(self._of_all(rows) if self.is_all else self._of_some(rows))

    def _of_all(self, rows: Tree) -> Iterator[Stretch]:
        # By C code: this looks at every row there is.
        is_under = bytes(map(bool, rows.depths))
        for family in re.finditer(b"\x01+", is_under):
            head, end = family.start() - 1, family.end()
            if rows.keys[head] in self.but:
                yield from self._within(rows, head + 1, end)
            else:
                yield head + 1, end

    def _of_some(self, rows: Tree) -> Iterator[Stretch]:
        end = 0
        for index in rows.rows_of(self.but):
            if index >= end and (past := below(rows, index)) > index + 1:
                end = past
                yield index + 1, end

    def _within(self, rows: Tree, index: int, end: int) -> Iterator[Stretch]:
        while index < end:
            past = below(rows, index) if self.is_folded(rows.keys[index]) else index + 1
            if past > index + 1:
                yield index + 1, past
            index = past


def below(rows: Tree, index: int) -> int:
    """Return the index behind all that stands under a row; the next one where nothing does."""
    depth, end = rows.depth(index), index + 1
    while end < len(rows.keys) and rows.depth(end) > depth:
        end += 1
    return end


def above(rows: Tree, index: int) -> Iterator[int]:
    """Yield the rows that a row stands under, the nearest first."""
    depth = rows.depth(index)
    while depth and index:
        index -= 1
        if rows.depth(index) < depth:
            depth = rows.depth(index)
            yield index
