"""Ids and keys made from what is read, so that reading the same bytes again gives the same."""

import hashlib
from collections.abc import Iterator
from itertools import count

from briefing.model import ID_LETTERS
from briefing.text import slug

_ID_LENGTH, _KEY_LENGTH = 5, 4


def source_id(title: str, sha256: str) -> str:
    """Return the id of a source: a slug and five letters that its bytes decide."""
    return f"{slug(title, longest=32) or 'source'}-{_letters(sha256, _ID_LENGTH)}"


class Mint:
    """Gives out ids and keys within one source, none of them twice."""

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._given: set[str] = set()

    def record(self, kind: str, title: str, start: int) -> str:
        """Return the id of a record that was read at an offset."""
        head = slug(title, longest=32) or kind
        return self._fresh(f"{head}-{end}" for end in self._ends(kind, start, _ID_LENGTH))

    def key(self, within: str, start: int) -> str:
        """Return the key of a list's item that was read at an offset."""
        return self._fresh(self._ends(within, start, _KEY_LENGTH), apart=within)

    def _ends(self, kind: str, start: int, length: int) -> Iterator[str]:
        return (_letters(f"{self._sha256} {kind} {start} {n}", length) for n in count())

    def _fresh(self, wanted: Iterator[str], apart: str = "") -> str:
        found = next(name for name in wanted if f"{apart}/{name}" not in self._given)
        self._given.add(f"{apart}/{found}")
        return found


def _letters(of: str, number: int) -> str:
    digest = hashlib.sha256(of.encode()).digest()
    return "".join(ID_LETTERS[byte % len(ID_LETTERS)] for byte in digest[:number])
