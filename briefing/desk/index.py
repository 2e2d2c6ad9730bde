"""The index of a desk: what is to be found of its records, kept in step with its store."""

import sqlite3
import zlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any, Self, TypeVar

from briefing.arrange.facets import days, marks
from briefing.desk.find import told_of
from briefing.errors import BriefingError
from briefing.model import (
    Argument,
    Document,
    Event,
    Forum,
    Line,
    Note,
    Position,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
    table_name,
)
from briefing.search.index import Entry, Index
from briefing.search.index_file import discard
from briefing.search.sought import Mark, Sought
from briefing.search.words import indexed
from briefing.store import Change, Store
from briefing.store.records import decoded

T = TypeVar("T")

KINDS: tuple[type[Record], ...] = (
    Event,
    Task,
    Question,
    Position,
    Forum,
    Stakeholder,
    Source,
    Document,
    Line,
    Argument,
    Note,
)
"""What is found by its words, the likeliest to be looked for first."""

TABLES: Mapping[type[Record], str] = {kind: table_name(kind) for kind in KINDS}

_APART = " · "
"""Between two texts of a record: a word of its own, so that no phrase goes on to the next."""

_STEP = 16
"""Records read between two stops of `catch_up`: some milliseconds."""

_BATCH = 128 * _STEP
"""Records put in at once: what is put in sorted by day is written once, and not row by row."""

_MANY = 16 * _BATCH
"""Records put in after which they are brought together."""

_WITHOUT_TEXT = -1
"""In place of a CRC, where a source's text is not here: a pull may bring it after the record."""

_MOMENT = 0.002
"""Seconds that a batch is waited for between two stops."""

_LOOK = 4_096
"""Lines compared between two stops."""


class StoreIndex:
    """What words stand in which record of a store.

    Whoever writes in the store keeps the index in its file; who only reads has what differs from
    that file in memory. Nothing is asked of it before `catch_up` has been gone through.
    """

    def __init__(self, store: Store, path: Path) -> None:
        self._store = store
        self._path = path
        self._waiting: dict[type[Record], dict[str, None]] = {kind: {} for kind in KINDS}
        """What changed and is not taken in yet, in order."""
        self._is_compared = False
        self._own = Index.in_memory(tuple(TABLES.values()))
        """What differs from the file."""
        self._differing: dict[type[Record], set[str]] = {kind: set() for kind in KINDS}
        """The ids that the file does not tell of as they are."""
        self._file = self._open()
        self._asked: Index | None = None
        """The file, for whoever asks in another thread."""
        self._was_begun_anew = False
        self._thread = ThreadPoolExecutor(1, "index")
        """Puts in what was read. Nothing is read beside it: two that compute hinder each other."""
        self._writing: Future[Any] | None = None
        self._in_hand = 0
        """How many records are read and not put in yet."""
        self._worked_out: dict[str, tuple[frozenset[type[Record]], Any]] = {}
        """Name -> the kinds that it was worked out from, and what it is."""
        store.listen(self._note)

    def close(self) -> None:
        """Let go of the file."""
        self._wait()
        self._thread.shutdown()
        for index in (self._file, self._asked, self._own):
            if index is not None:
                index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # In step --------------------------------------------------------------------------------

    @property
    def is_in_step(self) -> bool:
        """Whether everything in the store can be found, and nothing else."""
        return self._is_compared and not self._in_hand and not any(self._waiting.values())

    def catch_up(self) -> Generator[float, None, None]:
        """Take in what is in the store and not in the index, and yield how much of it is done.

        From 0 to 1, every few milliseconds: between two of them the store may be changed.
        """
        if not self._is_compared:
            yield from (0.0 for _ in self._compare())
            self._is_compared = True
        taken_in = 0
        while left := sum(map(len, self._waiting.values())):
            taken_in += left
            yield from (min(1.0, done / left) for done in self._take_in_all())
        if taken_in > _MANY:
            yield from (1.0 for _ in self._merge())

    def settle(self) -> None:
        """Bring what was taken in into the file proper: waits for the disk, in any thread.

        The end of the desk does it too.
        """
        if self._file is not None and self._store.is_writing:
            with suppress(sqlite3.Error):
                self._file.settle()

    def _compare(self) -> Iterator[None]:
        """Find out what the index does not have as the store has it."""
        if self._file is not None and self._store.is_writing and self._file.is_worn:
            self.begin_anew()
            self._was_begun_anew = False
        for kind in KINDS:
            held: dict[str, int] = {}
            for id, crc in self._file.held(TABLES[kind]) if self._file is not None else ():
                held[id] = crc
                if len(held) % _LOOK == 0:
                    yield
            lines = self._store.table(kind).lines
            self._waiting[kind].update(dict.fromkeys(id for id in held if id not in lines))
            for number, (id, line) in enumerate(list(lines.items())):
                if held.get(id) != zlib.crc32(line):
                    self._waiting[kind][id] = None
                if number % _LOOK == 0:
                    yield

    def _note(self, changes: Sequence[Change]) -> None:
        changed = [before if after is None else after for before, after in changes]
        kinds = frozenset(map(type, changed))
        for name, (others, _) in list(self._worked_out.items()):
            if kinds & others:
                del self._worked_out[name]
        for record in changed:
            if record is not None and type(record) in self._waiting:
                self._waiting[type(record)][record.id] = None

    def worked_out(self, name: str, kinds: Iterable[type[Record]], work: Callable[[], T]) -> T:
        """Return what is worked out from all records of some kinds, anew when one has changed."""
        if name not in self._worked_out:
            self._worked_out[name] = (frozenset(kinds), work())
        found: T = self._worked_out[name][1]
        return found

    def _take_in_all(self) -> Iterator[int]:
        """Take in what waits, and yield how many records that are by then."""
        done = 0
        for kind in KINDS:
            while self._waiting[kind]:
                for share in self._take_in(kind, list(islice(self._waiting[kind], _BATCH))):
                    yield done + share
                done += _BATCH

    def _take_in(self, kind: type[Record], ids: Sequence[str]) -> Iterator[int]:
        """Take in some records, and yield how many are read."""
        entries: list[Entry] = []
        self._in_hand = len(ids)
        is_in = False
        try:
            for number, id in enumerate(ids, 1):
                self._waiting[kind].pop(id, None)
                if entry := self._entry(kind, id):
                    entries.append(entry)
                if number % _STEP == 0:
                    yield number
            index = self._kept
            gone = set(ids) - {entry.id for entry in entries}
            putting = self._thread.submit(_put, index, TABLES[kind], entries, gone)
            yield from (len(ids) for _ in self._waited(putting))
            putting.result()
            if index is self._own:
                self._differing[kind].update(ids)
            is_in = True
        except sqlite3.Error:
            self.begin_anew()
        finally:
            self._in_hand = 0
            if not is_in:
                self._waiting[kind].update(dict.fromkeys(ids))

    def _merge(self) -> Iterator[None]:
        """Bring together what was put in bit by bit."""
        index = self._kept
        with suppress(sqlite3.Error):
            for table in TABLES.values():
                is_first = is_more = True
                while is_more:
                    merging = self._thread.submit(index.merge, table, first=is_first)
                    yield from self._waited(merging)
                    is_first, is_more = False, merging.result()

    def _waited(self, writing: Future[Any]) -> Iterator[None]:
        """Wait for what is written, and stop every moment."""
        self._writing = writing
        while wait((writing,), _MOMENT).not_done:
            yield

    def _wait(self) -> None:
        """Wait until nothing is written."""
        if self._writing is not None:
            wait((self._writing,))

    @property
    def _kept(self) -> Index:
        """What takes in what changed: the file of whoever writes, or memory."""
        return self._file if self._file is not None and self._store.is_writing else self._own

    def _entry(self, kind: type[Record], id: str) -> Entry | None:
        line = self._store.table(kind).read_bytes(id)
        # Not read as others read it: the store would keep each in memory that is read once only.
        record = decoded(kind, line)
        return self._entry_of(record, zlib.crc32(line)) if record and line else None

    def _entry_of(self, record: Record, line: int) -> Entry:
        first, last = days(record) or (None, None)
        title, names, rest = told_of(record)
        if isinstance(record, Source) and record.is_held:
            try:
                rest = (*rest, self._store.source_text(record.sha256))
            except (BriefingError, OSError):
                line = _WITHOUT_TEXT
        return Entry(
            record.id,
            line,
            first.toordinal() if first else 0,
            last.toordinal() if last else 0,
            indexed(title),
            _APART.join(map(indexed, names)),
            _APART.join(map(indexed, rest)),
            tuple(marks(record)),
        )

    # Finding --------------------------------------------------------------------------------

    def find(self, kind: type[Record], sought: Sought) -> Iterator[str]:
        """Yield the ids of what is sought, the likeliest first; see `Index.find`."""
        table, differing = TABLES[kind], self._differing[kind]
        own = self._own.find(table, sought) if differing else ()
        kept = self._asking.find(table, sought) if self._file is not None else ()
        return chain(own, (id for id in kept if id not in differing))

    def all(self, kind: type[Record], sought: Sought) -> frozenset[str]:
        """Return the ids of all that is sought."""
        table, differing = TABLES[kind], self._differing[kind]
        kept = self._asking.all(table, sought) if self._file is not None else frozenset[str]()
        return (kept - differing) | self._own.all(table, sought) if differing else kept

    def count(self, kind: type[Record], sought: Sought) -> int:
        """Return how many records are sought."""
        if self._differing[kind] or self._file is None:
            return len(self.all(kind, sought))
        return self._asking.count(TABLES[kind], sought)

    def values(self, kind: type[Record], field: str) -> dict[str, int]:
        """Return the values that a field has, each with in how many records, most first."""
        table = TABLES[kind]
        found = dict(self._asking.values(table, field)) if self._file is not None else {}
        if self._differing[kind]:
            # Counted again, since the file's counts are of other records.
            for value in {**found, **dict(self._own.values(table, field))}:
                found[value] = self._count(kind, field, value)
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    def terms(self) -> dict[str, int]:
        """Return all words that stand anywhere, with in how many records: slow in a large desk."""
        found = dict(self._own.terms())
        for term, number in self._asking.terms().items() if self._file is not None else ():
            found[term] = found.get(term, 0) + number
        return found

    def begin_anew(self) -> None:
        """Have everything put in again, since the file is of no use: `catch_up` does it.

        Into another file; at the second time into memory, since the disk may be full.
        """
        self._wait()
        for index in (self._file, self._asked):
            if index is not None:
                index.close()
        self._file = self._asked = None
        if self._store.is_writing:
            with suppress(OSError):
                discard(self._path)
            self._file = None if self._was_begun_anew else self._open()
        self._was_begun_anew = True
        for kind in KINDS:
            self._waiting[kind].update(dict.fromkeys(self._store.ids(kind)))

    def interrupt(self) -> None:
        """Stop a search that runs in another thread; it raises sqlite3.OperationalError."""
        if self._asked is not None:
            self._asked.interrupt()
        if self._writing is None or self._writing.done():
            self._own.interrupt()

    def _count(self, kind: type[Record], field: str, value: str) -> int:
        return len(self.all(kind, Sought(marks=((Mark(field, value, is_whole=True),),))))

    @property
    def _asking(self) -> Index:
        if self._asked is None:
            assert self._file is not None
            self._asked = Index.look(self._path, tuple(TABLES.values()))
        return self._asked

    def _open(self) -> Index | None:
        """Open the file; None where it is not there to be read, or can't be made."""
        with suppress(OSError, sqlite3.Error):
            if self._store.is_writing:
                return Index.open(self._path, tuple(TABLES.values()))
            return Index.look(self._path, tuple(TABLES.values()))
        return None


def _put(index: Index, table: str, entries: Sequence[Entry], gone: Collection[str]) -> None:
    index.put(table, entries)
    index.drop(table, gone)
    index.commit()
