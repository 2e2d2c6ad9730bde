"""The words of a text, folded, with their offsets: what known names and themes are found by."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.text import fold

WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,64}")
_WIDEST_GAP = 3


class Word(NamedTuple):
    """A word where it stands."""

    folded: str
    start: int
    """Offset into the text, in code points."""
    end: int


def words_of(text: str) -> list[Word]:
    """Return a text's words in order, those of addresses left out."""
    has_addresses = any(sign in text for sign in ("://", "www.", "@"))
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if has_addresses else []
    words: list[Word] = []
    known: dict[str, str] = {}
    reached = 0
    for found in WORD.finditer(text):
        start, end = found.span()
        while reached < len(addresses) and addresses[reached][1] <= start:
            reached += 1
        if reached == len(addresses) or start < addresses[reached][0]:
            written = found.group()
            plain = known.get(written)
            if plain is None:
                plain = known[written] = folded(written)
            words.append(Word(plain, start, end))
    return words


def folded(word: str) -> str:
    """Return a word as it is compared: no case, no accents."""
    return word.lower() if word.isascii() else fold(word)


def in_one_piece(words: Sequence[Word]) -> bool:
    """Return whether words follow on each other, with no more than a mark between two."""
    return all(after.start - before.end <= _WIDEST_GAP for before, after in pairwise(words))
