"""Codes of marks: what may be asked of a record goes into the index as a letter or two each.

FTS5 keeps every beginning of every word, and "country·switzerland" would be held nine times.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from briefing.search.sought import terms

FIRST_CODE = "\ue000"
"""Codes are written in letters for private use, which no word of a text has."""

_LETTERS = 6_400
_MOST = "\U0010ffff"
_NONE = (FIRST_CODE,)
"""A code that no record has."""


class Codes:
    """The codes that are kept beside an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], Sequence[str]] = {}
        """Field and value -> the codes of its terms."""

    @staticmethod
    def create(connection: sqlite3.Connection) -> None:
        """Make the table of them where it is not there."""
        connection.execute(
            "CREATE TABLE IF NOT EXISTS codes"
            " (number INTEGER PRIMARY KEY, term TEXT UNIQUE, code TEXT, field TEXT, value TEXT)"
        )
        connection.execute("CREATE INDEX IF NOT EXISTS codes_by_field ON codes (field)")

    def coded(self, marks: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the codes of a record's marks; those that are new are kept."""
        for field, value in marks:
            codes = self._known.get((field, value))
            if codes is None:
                codes = self._known[field, value] = tuple(self._kept(field, value))
            yield from codes

    def found(self, term: str, is_begun: bool) -> Sequence[str]:
        """Return the codes of a term, or of all that begin so; one that nothing has for none."""
        held = self._connection.execute(
            "SELECT code FROM codes WHERE term >= ? AND term <= ?",
            (term, f"{term}{_MOST}" if is_begun else term),
        )
        return [code for (code,) in held] or _NONE

    def _kept(self, field: str, value: str) -> Iterator[str]:
        *parts, whole = terms(field, value)
        for part in parts:
            yield self._code(part)
        # Field and value as they are shown stand beside the code of the whole.
        yield self._code(whole, field, value)

    def _code(self, term: str, field: str | None = None, value: str | None = None) -> str:
        held = self._connection.execute("SELECT code FROM codes WHERE term = ?", (term,)).fetchone()
        if held is not None:
            return str(held[0])
        (last,) = self._connection.execute("SELECT max(number) FROM codes").fetchone()
        number = (last or 0) + 1
        code = _written(number)
        self._connection.execute(
            "INSERT INTO codes VALUES (?, ?, ?, ?, ?)", (number, term, code, field, value)
        )
        return code


def _written(number: int) -> str:
    """Return a number in letters for private use."""
    more, last = divmod(number, _LETTERS)
    return (_written(more) if more else "") + chr(ord(FIRST_CODE) + last)
