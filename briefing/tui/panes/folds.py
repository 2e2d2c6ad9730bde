"""Which events are folded: what stands under them is put away, and they say how much it is."""

from collections.abc import Iterator, Sequence
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
        return list(self._stretches(rows)) if self.is_all or self.but else []

    def _stretches(self, rows: Tree) -> Iterator[Stretch]:
        end = 0
        for index, id in enumerate(rows.keys):
            if index >= end and self.is_folded(id) and (past := below(rows, index)) > index + 1:
                end = past
                yield index + 1, end


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
