"""The index: which records hold some words, found while they are typed. It can always be rebuilt.

SQLite's FTS5, one table a kind of record, without the texts themselves. Texts come in folded by us
and cut by us (`briefing.search.words`), since FTS5's own folding misses ø, ß, ł and the forms of
Arabic letters; its tokenizer "ascii" takes our tokens as they are.
What is put in again gets a new row and its old one is dead: FTS5 forgets a text only when told it
once more. Rows are numbered by day, so that the newest come first without sorting. FTS5 writes out
all that it has gathered whenever a row comes before the last one: what is put in at once is sorted.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import NamedTuple, Self

from briefing.platform import make_private_folder
from briefing.search.codes import FIRST_CODE, Codes
from briefing.search.index_file import COLUMNS, connect, create, discard, made_by, signature
from briefing.search.sought import Mark, Sought, asked, told, unasked, whole

_SHIFT = 24
"""Bits of a row's number under those of its day: so many texts a day may be put in."""

_MOST_DEAD, _DEAD_SHARE = 1_000, 8
"""So many rows, and an eighth of all, may be dead before the index is better built anew."""

_MERGED = 500
"""Pages that are brought together at once: some hundredths of a second."""

_TIERS = ("title", "title names", "title names rest")
"""Where words are looked for, the likeliest to be meant first."""


class Entry(NamedTuple):
    """What is to be found of a record; its texts as `words.indexed` returns them."""

    id: str
    line: int
    """CRC-32 of the record as it is stored: tells whether the index has it as it is."""
    first: int
    """Ordinal of its first day, by which the newest come first; 0 for none."""
    last: int
    """Ordinal of its last day."""
    title: str
    names: str
    """Its other names, and those of people and bodies in it."""
    rest: str
    marks: Sequence[tuple[str, str]] = ()
    """Field and value of what may be asked of it: ("mode", "online")."""


class Index:
    """What words stand in which record. Make one with `Index.open`.

    One thread at a time may use it. Any sqlite3.DatabaseError means that the file is of no use:
    close it, `discard` it, and open it anew.
    """

    def __init__(self, connection: sqlite3.Connection, kinds: Sequence[str]) -> None:
        self._connection = connection
        self._kinds = tuple(kinds)
        self._codes = Codes(connection)
        self._last: int | None = None
        """The number that was given out last; None where nothing was put in yet."""

    @classmethod
    def open(cls, path: Path, kinds: Sequence[str]) -> Self:
        """Open the index in a file for some kinds of record; empty where it is not there or unfit.

        OSError or sqlite3.Error where no file can be made.
        """
        make_private_folder(path.parent)
        with suppress(sqlite3.DatabaseError):
            connection = connect(path)
            if made_by(connection) in ("", signature(kinds)):
                create(connection, kinds)
                return cls(connection, kinds)
            connection.close()
        discard(path)
        connection = connect(path)
        create(connection, kinds)
        return cls(connection, kinds)

    @classmethod
    def look(cls, path: Path, kinds: Sequence[str]) -> Self:
        """Open an index to ask it alone, as another thread or program keeps it.

        sqlite3.Error where there is none that fits.
        """
        address = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        if made_by(connection) != signature(kinds):
            connection.close()
            raise sqlite3.DatabaseError(path)
        return cls(connection, kinds)

    @classmethod
    def in_memory(cls, kinds: Sequence[str]) -> Self:
        """Make an index that ends with the program, for who may not write."""
        connection = connect(None)
        create(connection, kinds)
        return cls(connection, kinds)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def settle(self) -> None:
        """Bring what was committed into the file proper: waits for the disk, in any thread."""
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        # What was read to compare or to build is not needed any more.
        self._connection.execute("PRAGMA shrink_memory")

    def interrupt(self) -> None:
        """Stop the search that runs in another thread; it raises sqlite3.OperationalError."""
        self._connection.interrupt()

    # What is in it --------------------------------------------------------------------------

    def held(self, kind: str) -> Iterator[tuple[str, int]]:
        """Yield the ids of a kind that are in the index, each with the CRC of its line."""
        yield from self._connection.execute(f"SELECT id, line FROM {kind}_rows")  # noqa: S608

    @property
    def is_worn(self) -> bool:
        """Whether so many rows are dead that it should be built anew."""
        live = sum(self._number(f"SELECT count(*) FROM {kind}_rows") for kind in self._kinds)  # noqa: S608
        return self._dead > max(_MOST_DEAD, live // _DEAD_SHARE)

    def put(self, kind: str, entries: Iterable[Entry]) -> None:
        """Put records of a kind in, or in again; seen by others after `commit`."""
        for entry in sorted(entries, key=lambda entry: entry.first):
            texts = (entry.title, entry.names, entry.rest, told(entry.marks))
            text = zlib.crc32("\0".join((*texts, str(entry.last))).encode())
            if not self._is_as_it_was(kind, entry, text):
                self._insert(kind, entry, text, texts)

    def _is_as_it_was(self, kind: str, entry: Entry, text: int) -> bool:
        """Return whether a record's texts are in already; an older one of it is taken out."""
        known = f"SELECT row, text FROM {kind}_rows WHERE id = ?"  # noqa: S608
        row = self._connection.execute(known, (entry.id,)).fetchone()
        if row is None:
            return False
        if row[1] != text or row[0] >> _SHIFT != entry.first:
            self.drop(kind, (entry.id,))
            return False
        self._connection.execute(
            f"UPDATE {kind}_rows SET line = ? WHERE row = ?",  # noqa: S608
            (entry.line, row[0]),
        )
        return True

    def _insert(self, kind: str, entry: Entry, text: int, texts: tuple[str, ...]) -> None:
        row = self._next_row(entry.first)
        marks = " ".join(self._codes.coded(entry.marks))
        self._connection.execute(
            f"INSERT INTO {kind}_rows (row, last, id, line, text) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (row, entry.last, entry.id, entry.line, text),
        )
        self._connection.execute(
            f"INSERT INTO {kind}_words (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (row, *texts[:-1], marks),
        )

    def drop(self, kind: str, ids: Iterable[str]) -> None:
        """Take records of a kind out."""
        for id in ids:
            taken = self._connection.execute(f"DELETE FROM {kind}_rows WHERE id = ?", (id,))  # noqa: S608
            self._connection.execute(
                "UPDATE about SET value = value + ? WHERE name = 'dead'", (taken.rowcount,)
            )

    def commit(self) -> None:
        """Let everybody see what was put in and dropped; now and then it waits for the disk."""
        if self._last is not None:
            self._connection.execute(
                "UPDATE about SET value = ? WHERE name = 'last'", (self._last,)
            )
        self._connection.commit()

    def merge(self, kind: str, *, first: bool) -> bool:
        """Bring a part of the words of a kind together; return whether there is more of it.

        What was put in by many commits lies in many places, and each search asks at all of them.
        """
        before = self._connection.total_changes
        self._connection.execute(
            f"INSERT INTO {kind}_words ({kind}_words, rank) VALUES ('merge', ?)",  # noqa: S608
            (-_MERGED if first else _MERGED,),
        )
        self._connection.commit()
        # So SQLite tells it: "FTS5", section on the merge command.
        return self._connection.total_changes - before > 1

    def _next_row(self, day: int) -> int:
        if self._last is None:
            self._last = self._number("SELECT value FROM about WHERE name = 'last'")
        self._last += 1
        return (day << _SHIFT) | (self._last & ((1 << _SHIFT) - 1))

    # What is asked of it --------------------------------------------------------------------

    def find(self, kind: str, sought: Sought) -> Iterator[str]:
        """Yield the ids of the records of a kind that are sought, each once.

        Those that hold the words in their title first, then in names, then anywhere; of each the
        newest first.
        """
        seen: set[str] = set()
        excluded = self._excluded(kind, sought)
        tiers = _TIERS if sought.has_words else _TIERS[-1:]
        # Words as they stand first: that is what is meant, and what is found at once.
        choices = dict.fromkeys((sought.with_whole_words(), sought))
        for one, tier in product(choices, tiers):
            for id in self._ids(kind, one, tier):
                if id not in seen and id not in excluded:
                    seen.add(id)
                    yield id

    def all(self, kind: str, sought: Sought) -> frozenset[str]:
        """Return the ids of all records of a kind that are sought, in one go."""
        found = self._all(self._asking(kind, sought, _TIERS[-1]))
        excluded = self._excluded(kind, sought)
        # A hundred thousand ids are not copied for nothing.
        return found - excluded if excluded else found

    def values(self, kind: str, field: str) -> Iterator[tuple[str, int]]:
        """Yield the values that a field has in records of a kind, with in how many, most first."""
        held = self._connection.execute(
            f"SELECT value, doc FROM codes CROSS JOIN {kind}_terms ON {kind}_terms.term = code"  # noqa: S608
            " WHERE field = ? ORDER BY doc DESC, value",
            (field,),
        ).fetchall()
        if not self._dead:
            yield from held
            return
        for value, _ in held:  # Those that are dead are counted too.
            if number := self.count(kind, Sought(marks=((Mark(field, value, is_whole=True),),))):
                yield value, number

    def ids_beginning(self, kind: str, typed: str, most: int) -> list[str]:
        """Return so many ids of a kind that begin with a text, sorted."""
        found = self._connection.execute(
            f"SELECT id FROM {kind}_rows WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",  # noqa: S608
            (typed, f"{typed}\U0010ffff", most),
        )
        return [id for (id,) in found]

    def count(self, kind: str, sought: Sought) -> int:
        """Return how many records of a kind are sought."""
        alone = next(iter(sought.marks), ())[:1]
        if not self._dead and alone and alone[0].is_whole and sought == Sought(marks=(alone,)):
            return self._number_with(kind, alone[0])
        wanted = asked(sought, _TIERS[-1], self._codes.found)
        if self._dead or not wanted or _bounds(sought):
            return len(self.all(kind, sought))
        return self._number(
            f"SELECT count(*) FROM {kind}_words WHERE {kind}_words MATCH ?",  # noqa: S608
            wanted,
        )

    def _number_with(self, kind: str, mark: Mark) -> int:
        """Return how many rows, dead ones too, have a mark: that is told without a search."""
        (code,) = self._codes.found(whole(mark.field, mark.value), False)
        query = f"SELECT coalesce(sum(doc), 0) FROM {kind}_terms WHERE term = ?"  # noqa: S608
        return self._number(query, code)

    def terms(self) -> Mapping[str, int]:
        """Return the words in the index with in how many records each stands: slow at 100,000s."""
        found: dict[str, int] = {}
        for kind in self._kinds:
            for term, number in self._connection.execute(
                f"SELECT term, doc FROM {kind}_terms WHERE term < ?",  # noqa: S608
                (FIRST_CODE,),
            ):
                found[term] = found.get(term, 0) + number
        return found

    def _ids(self, kind: str, sought: Sought, tier: str) -> Iterator[str]:
        """Yield what is sought but for what is not wanted, the newest first."""
        source, values = self._asking(kind, sought, tier)
        order = "row DESC" if source.startswith(f"{kind}_rows") else f"{kind}_words.rowid DESC"
        query = f"SELECT id FROM {source} ORDER BY {order}"  # noqa: S608
        found = self._connection.execute(query, values)
        return (id for (id,) in found)

    def _all(self, asking: tuple[str, Sequence[str | int]]) -> frozenset[str]:
        """Return the ids of all that is asked for, by one step of SQLite's and not one each."""
        source, values = asking
        query = f"SELECT group_concat(id, char(10)) FROM {source}"  # noqa: S608
        (found,) = self._connection.execute(query, values).fetchone()
        return frozenset(found.split("\n")) if found else frozenset()

    def _asking(self, kind: str, sought: Sought, tier: str) -> tuple[str, Sequence[str | int]]:
        """Return where it is looked for what is sought, and the values for that."""
        wanted, bounds = asked(sought, tier, self._codes.found), _bounds(sought)
        conditions = [bound for bound, _ in bounds]
        values: list[str | int] = [value for _, value in bounds]
        source = f"{kind}_rows"
        if wanted:
            source = _holding(kind)
            conditions.insert(0, f"{kind}_words MATCH ?")
            values.insert(0, wanted)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return source + where, values

    def _excluded(self, kind: str, sought: Sought) -> frozenset[str]:
        """Return what is not wanted, where the search itself can't leave it out."""
        found, columns = self._codes.found, _TIERS[-1]
        unwanted = "" if asked(sought, columns, found) else unasked(sought, columns, found)
        if not unwanted:
            return frozenset()
        return self._all((f"{_holding(kind)} WHERE {kind}_words MATCH ?", (unwanted,)))

    @property
    def _dead(self) -> int:
        """How many rows are dead."""
        return self._number("SELECT value FROM about WHERE name = 'dead'")

    def _number(self, query: str, *values: str) -> int:
        return int(self._connection.execute(query, values).fetchone()[0])


def _holding(kind: str) -> str:
    """Return the rows that words are found in."""
    # The rows are driven by the words: crossed, SQLite does not turn the join round.
    return f"{kind}_words CROSS JOIN {kind}_rows ON row = {kind}_words.rowid"


def _bounds(sought: Sought) -> list[tuple[str, int]]:
    """Return the conditions on days; what has no day is on none."""
    bounds = []
    if sought.since is not None:
        bounds.append(("last >= ?", max(sought.since, 1)))
    if sought.until is not None:
        bounds += [("row < ?", (sought.until + 1) << _SHIFT), ("row >= ?", 1 << _SHIFT)]
    if sought.over is not None:
        bounds += [("last < ?", sought.over), ("last >= ?", 1)]
    return bounds
