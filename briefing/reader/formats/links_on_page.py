"""Links that lie on places of a page, put on the words that stand there.

Their words are marked before the page is laid out, and told from the rest by the marks behind it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from briefing.reader.formats.drawn import Run

BEGIN, END = "\ufdd0", "\ufdd1"
"""No text has them: Unicode keeps them for a program's own use (section 23.7)."""

_FIRST_SIGN = 0xF0000


class Place(NamedTuple):
    """A part of a page that leads somewhere, in points from its foot."""

    left: float
    foot: float
    right: float
    head: float
    number: int
    """Which link of the document it is."""

    def holds_line(self, run: Run) -> bool:
        """Return whether the middle of a line's small letters lies in it."""
        return self.foot <= run.base + run.size / 4 <= self.head


class Marked(NamedTuple):
    """Where in a text the words of a link stand."""

    start: int
    end: int
    number: int


def marked(runs: Iterable[Run], places: Sequence[Place]) -> list[Run]:
    """Return runs with marks around the words of links."""
    done: list[Run] = []
    for run in runs:
        here = [place for place in places if place.holds_line(run)]
        by_word = [(word, _number(run, word, here)) for word in _WORD.finditer(run.words)]
        words, rest = [], 0
        for number, group in groupby(by_word, key=lambda pair: pair[1]):
            linked = [word for word, _ in group]
            if number is not None:
                start, end = linked[0].start(), linked[-1].end()
                words += [run.words[rest:start], BEGIN, chr(_FIRST_SIGN + number)]
                words += [run.words[start:end], END]
                rest = end
        done.append(run._replace(words="".join((*words, run.words[rest:]))))
    return done


_WORD = re.compile(r"\S+")


def _number(run: Run, word: re.Match[str], places: Sequence[Place]) -> int | None:
    """Return the link on whose place the middle of a word lies; all letters count as as wide."""
    share = (word.start() + word.end()) / 2 / len(run.words)
    middle = run.left + share * (run.right - run.left)
    return next((p.number for p in places if p.left <= middle <= p.right), None)


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """Return a text without marks, and what stood between them."""
    parts: list[str] = []
    links: list[Marked] = []
    length, begun = 0, Marked(0, 0, -1)
    for piece in _MARKS.split(text):
        if piece.startswith(BEGIN):
            begun = Marked(length, length, ord(piece[1]) - _FIRST_SIGN)
        elif piece == END:
            links.append(begun._replace(end=length))
        else:
            parts.append(piece)
            length += len(piece)
    plain = "".join(parts)
    return plain, _joined(plain, links)


_MARKS = re.compile(f"({BEGIN}.|{END})")


def _joined(text: str, links: Iterable[Marked]) -> list[Marked]:
    """Return links with the parts of one joined where only white space stands between them."""
    joined: list[Marked] = []
    for link in links:
        above = joined[-1] if joined else None
        is_same = above is not None and above.number == link.number
        if above is not None and is_same and not text[above.end : link.start].strip():
            joined[-1] = above._replace(end=link.end)
        else:
            joined.append(link)
    return joined
