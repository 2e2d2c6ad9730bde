"""Text in cells of equal width, as in a plain-text file: measured, and wrapped into rows."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

GLUE = "\N{NO-BREAK SPACE}"
"""Between words that stay together as long as a row holds them; it is written as a space."""

_NARROW_GLUE = "\N{NARROW NO-BREAK SPACE}"


def width(text: str) -> int:
    """Return how many cells text fills: two a wide letter, none a mark on another letter.

    Pictures that are joined into one fill fewer.
    """
    if text.isascii():
        return len(text)
    pictures = sum(_is_drawn(*pair) for pair in pairwise(text))
    return sum(map(_width, text)) + pictures


def wrapped(text: str, room: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield the rows that text fills, with `first` before the first of them, `rest` before others.

    A row is wider than the room only where an address is, which would be broken otherwise.
    """
    row, filled, is_empty = first, width(first), True
    for gap, piece in _pieces(text, room - max(filled, width(rest))):
        cells = width(piece)
        if not is_empty and filled + len(gap) + cells > room:
            yield _finished(row)
            row, filled, is_empty = rest, width(rest), True
        if not is_empty:
            row, filled = row + gap, filled + len(gap)
        row, filled, is_empty = row + piece, filled + cells, False
    yield _finished(row)


_DRAW = "\N{VARIATION SELECTOR-16}"
"""After a sign: it is drawn as a picture, which is two cells wide."""
_PARTS_OF_A_SYLLABLE = range(0x1160, 0x1200)
"""Hangul vowels and finals, which are drawn into the cells of the letter before."""
_MARKS = frozenset(("Mn", "Me", "Cf"))


@lru_cache(4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in _MARKS or ord(character) in _PARTS_OF_A_SYLLABLE:
        return 0
    return 2 if _is_wide(character) else 1


def _is_drawn(sign: str, after: str) -> bool:
    return after == _DRAW and _width(sign) == 1


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _finished(row: str) -> str:
    return row.replace(GLUE, " ").rstrip()


# Where a row may end ----------------------------------------------------------------------------

_ADDRESS = re.compile(r"\W*(?:https?://|mailto:|www\.)", re.IGNORECASE)


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """Yield what no row's end parts, each with the gap before it."""
    for word in text.replace(_NARROW_GLUE, GLUE).split(" "):
        gap = " "
        for part in _that_fit(word, room):
            for piece in (part,) if _ADDRESS.match(part) else _broken(part, room):
                yield gap, piece
                gap = ""
            gap = GLUE


def _that_fit(word: str, room: int) -> list[str]:
    """Return glued words as one where a row holds them, else each by itself."""
    return [word] if width(word) <= room else word.split(GLUE)


def _broken(word: str, room: int) -> Iterator[str]:
    """Yield a word in pieces: between wide letters, and wherever it is wider than a row."""
    if len(word) == width(word) <= room:
        yield word
        return
    piece = ""
    for character in word:
        is_full = width(piece + character) > room and _width(character) > 0
        if piece and (is_full or _may_part(piece[-1], character)):
            yield piece
            piece = ""
        piece += character
    yield piece


_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf", "Po", "Lm", "Mn", "Me", "Mc", "Cf")


def _may_part(before: str, after: str) -> bool:
    """Return whether a row may end between two letters of a script without spaces."""
    return (
        (_is_wide(before) or _is_wide(after))
        and unicodedata.category(before) not in _OPENING
        and unicodedata.category(after) not in _CLOSING
    )
