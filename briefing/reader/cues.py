"""Patterns of words, which are only tried where one of their words begins.

Most of what the rules look for stands in few documents. A text's words are looked up by their first
letters; they are counted once, and a cue asks them before it reads the text.
"""

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from briefing.reader.heads import REACH, Heads, heads, openings

_NOWHERE: Sequence[int] = ()


class Cue:
    """A pattern in any case, to be asked as one of `re` is; it finds what that would find.

    No end that it is given may stand within a word.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self._flags = flags
        self._asked, self._places = "", _NOWHERE

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at an offset."""
        return self.compiled.match(text, start, end) if self._may_begin(text, start) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that is all between two offsets."""
        return self.compiled.fullmatch(text, start, end) if self._may_begin(text, start) else None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match between two offsets."""
        places = self._places if text is self._asked else self._places_in(text)
        if not places:
            return None if places is not None else self.compiled.search(text, start, end)
        for n in range(bisect_left(places, start), len(places)):
            if places[n] >= end:
                return None
            match = self.compiled.match(text, places[n], end)
            if match is not None:
                return match
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Yield the matches between two offsets, in order."""
        places = self._places if text is self._asked else self._places_in(text)
        if places is None:
            return self.compiled.finditer(text, start, end)
        return self._found(text, places, start, end) if places else iter(())

    def _places_in(self, text: str) -> Sequence[int] | None:
        """Return where it may begin in a text; None where it has to be tried everywhere."""
        if self._heads is None:
            return None
        if len(text) < _SHORT:
            self._asked, self._places = text, _begun(text).places(self._heads)
            return self._places
        index = _index_of_part(text) if len(text) < _LONGEST_PART else _index(text)
        self._asked, self._places = text, index.places(self._heads)
        return self._places

    @cached_property
    def _heads(self) -> Heads | None:
        return heads(self.pattern, self._flags)

    @cached_property
    def _openings(self) -> frozenset[str]:
        return openings(self.pattern, self._flags)

    def _may_begin(self, text: str, start: int) -> bool:
        head = small(text[start : start + REACH])
        begins = self._openings
        return not begins or head in begins or head[:2] in begins or head[:1] in begins

    def _found(
        self, text: str, places: Sequence[int], start: int, end: int
    ) -> Iterator[re.Match[str]]:
        n = bisect_left(places, start)
        while n < len(places) and places[n] < end:
            match = self.compiled.match(text, places[n], end)
            if match is None:
                n += 1
            else:
                yield match
                n = bisect_left(places, match.end(), n + 1)


_SHORT = 200
"""Code points of a text that is read faster than the places of its words are looked up."""
_LONGEST_PART = 5_000
"""Code points of a paragraph: many are asked of, and none of them makes a whole text forgotten."""


class _Begun:
    """Where the words of a short text begin: too few to be kept by their first letters."""

    def __init__(self, text: str) -> None:
        self._text = small(text)
        self._words = [(word.group(), word.start()) for word in _HEAD.finditer(self._text)]
        self._heads = frozenset(head for head, _ in self._words)

    def places(self, wanted: Heads) -> Sequence[int]:
        """Return where words with some heads begin, in order."""
        some: Sequence[int] = _NOWHERE
        if not self._heads.isdisjoint(wanted.first):
            some = [start for head, start in self._words if head in wanted.first]
        within = [letters for letters in wanted.within if letters in self._text]
        if not within:
            return some
        starts = [start for _, start in self._words]
        more = (place for letters in within for place in _within(self._text, starts, letters))
        return sorted({*some, *more})


@lru_cache(maxsize=64)
def _begun(text: str) -> _Begun:
    return _Begun(text)


class _Index:
    """Where the words of a text begin, by their first letters."""

    def __init__(self, text: str) -> None:
        self._text = small(text)
        self._starts = array("I")
        self._by_head: dict[str, array[int]] = {}
        for word in _HEAD.finditer(self._text):
            head, start = word.group(), word.start()
            places = self._by_head.get(head)
            if places is None:
                places = self._by_head[head] = array("I")
            places.append(start)
            self._starts.append(start)
        self._heads = frozenset(self._by_head)
        self._kept: dict[Heads, Sequence[int]] = {}

    def places(self, wanted: Heads) -> Sequence[int]:
        """Return where words with some heads begin, in order."""
        kept = self._kept.get(wanted)
        if kept is None:
            kept = self._kept[wanted] = self._places(wanted)
        return kept

    def _places(self, wanted: Heads) -> Sequence[int]:
        some: list[Iterable[int]] = [self._by_head[head] for head in wanted.first & self._heads]
        within = [
            _within(self._text, self._starts, letters)
            for letters in wanted.within
            if letters in self._text
        ]
        if within:
            return array("I", sorted({place for one in (*some, *within) for place in one}))
        return array("I", sorted(chain.from_iterable(some))) if some else ()


def _within(text: str, starts: Sequence[int], letters: str) -> Iterator[int]:
    """Yield where words begin that some letters stand in."""
    at = text.find(letters)
    while at >= 0:
        yield starts[bisect_right(starts, at) - 1]
        at = text.find(letters, at + 1)


@lru_cache(maxsize=4)
def _index(text: str) -> _Index:
    return _Index(text)


@lru_cache(maxsize=16)
def _index_of_part(text: str) -> _Index:
    return _Index(text)


_HEAD = re.compile(rf"(?<!\w)\w{{1,{REACH}}}")
_ALIKE = {"ı": "i", "ſ": "s"}
"""Letters that `re` takes for others in any case."""


def small(text: str) -> str:
    """Return a text in small letters, of the same length."""
    letters = text.lower()
    if letters.isascii():
        return letters
    if len(letters) != len(text):
        letters = "".join(letter.lower()[:1] for letter in text)
    for letter, plain in _ALIKE.items():
        letters = letters.replace(letter, plain)
    return letters
