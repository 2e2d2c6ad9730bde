"""The typed store: records in and out, every change a transaction that can be undone."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar, cast

from briefing.errors import Problem
from briefing.model import RECORD_TYPES, Record, table_name
from briefing.store import sources
from briefing.store.errors import DamagedError, NothingToUndoError, ReadOnlyError
from briefing.store.fold import Fold, Key
from briefing.store.held import Tables, differences
from briefing.store.history import Entry, entry, inverse, last_done, last_undone, turned_back
from briefing.store.journal import Operation, Transaction
from briefing.store.kept_lookups import KeptLookups
from briefing.store.lookups import Lookups
from briefing.store.records import KINDS, checked, decode, decoded, encode, whole
from briefing.store.storage import JournalStorage
from briefing.store.table import RecordDatabase, RecordTable
from briefing.store.tables import line_number

R = TypeVar("R", bound=Record)

CACHED_RECORDS = 20_000
"""How many decoded records of a kind are kept at hand; each takes a few kilobytes."""


class Change(NamedTuple):
    """One record's edit: put in where there is no `before`, removed where there is no `after`."""

    before: Record | None
    after: Record | None


class Store:
    """Everything that a workspace holds, in its `data/`. One thread at a time may use it."""

    def __init__(self, database: RecordDatabase) -> None:
        self._storage = cast("JournalStorage", database.storage)
        self._tables = {kind: cast("RecordTable", database.table(n)) for n, kind in KINDS.items()}
        self._decoded: dict[type[Record], dict[str, Record]] = {kind: {} for kind in RECORD_TYPES}
        self._checked: dict[bytes, Record] = {}
        """What is being committed, as it is read back from its line."""
        self._lookups = KeptLookups(self._storage)
        self._listeners: list[Callable[[Sequence[Change]], None]] = []
        self._storage.listen(self._take_in)

    @classmethod
    def open(cls, folder: Path, *, writing: bool = True) -> Self:
        """Open a data folder, made where it is missing and `writing`.

        LockedError where somebody else writes in it, DamagedError with file and line where a file
        does not hold what it should, NewerError, UnusableFolderError. Nothing is changed then.
        """
        return cls(RecordDatabase(folder, writing=writing))

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Return whether a folder holds a store, also one that store.json was taken from."""
        return any((folder / name).exists() for name in ("store.json", "journal/fold.json"))

    @property
    def is_writing(self) -> bool:
        """Whether this one may change anything."""
        return self._storage.is_writing

    # Records --------------------------------------------------------------------------------

    def get(self, kind: type[R], id: str) -> R | None:
        """Return a record by its id; DamagedError where its line can't be read."""
        line = self._tables[kind].read_bytes(id)
        if line is None:
            return None
        try:
            return self._record(kind, id, line)
        except ValueError as error:
            number = line_number(self._path(kind), line)
            raise DamagedError(self._path(kind), number, f"{id!r}: {error}") from error

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of a kind by id, without those whose line can't be read."""
        lines = self._tables[kind].lines
        decoded = cast("dict[str, R]", self._decoded[kind])
        for id in self.ids(kind):
            record = decoded.get(id)
            if record is None and (line := lines.get(id)) is not None:
                record = self._readable(kind, id, line)
            if record is not None:
                yield record

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind there are."""
        return len(self._tables[kind].lines)

    def ids(self, kind: type[Record]) -> Sequence[str]:
        """Return the ids of a kind, sorted."""
        return tuple(self._sorted_ids(kind))

    def find(self, id: str) -> Record | None:
        """Return a record by its id, of whatever kind; the first kind where several have it."""
        found = (self.get(kind, id) for kind in RECORD_TYPES if id in self._tables[kind].lines)
        return next(found, None)

    def ids_beginning(self, prefix: str) -> list[str]:
        """Return all ids that begin with a text, sorted."""
        found: set[str] = set()
        for kind in RECORD_TYPES:
            ids = self._sorted_ids(kind)
            for position in range(bisect_left(ids, prefix), len(ids)):
                if not ids[position].startswith(prefix):
                    break
                found.add(ids[position])
        return sorted(found)

    def table(self, kind: type[Record]) -> RecordTable:
        """Return TinyDB's table of a kind, for its queries and updates."""
        return self._tables[kind]

    def problems(self) -> list[Problem]:
        """Return what can't be read or written at the moment, each with its file and line."""
        found = [problem for kind in RECORD_TYPES for problem in self._problems(kind)]
        return found + [p for p in [self.fold_problem] if p is not None]

    @property
    def lookups(self) -> Lookups:
        """What names what and what is when: loaded or built at first use, then kept in step."""
        return self._lookups.now

    # Changes --------------------------------------------------------------------------------

    def commit(
        self, changes: Sequence[Change], *, label: str, person: str, at: dt.datetime
    ) -> None:
        """Make all changes or none; on return they are on the disk (not so after `save_beside`).

        ChangedError where a `before` is not what is held, InvalidRecordError where a record could
        not be read back, NotSavedError where the disk refuses.
        """
        try:
            operations = [self._operation(change) for change in changes]
            self._commit(operations, label, person, at)
        finally:
            self._checked.clear()

    def undo(self, *, person: str, at: dt.datetime, outside: bool = False) -> str:
        """Take back the last change that is not taken back yet, and return its label.

        What others changed outside the program is passed by, unless the last of that is meant.
        NothingToUndoError; ChangedError where a value has moved on since.
        """
        done = last_done(self._storage.history(), outside=outside)
        if done is None:
            raise NothingToUndoError("undo")
        self._commit(self._turned(done), done.label, person, at, undoes=done.number)
        return done.label

    def redo(self, *, person: str, at: dt.datetime) -> str:
        """Make the last change again that was taken back, and return its label.

        NothingToUndoError; ChangedError where a value has moved on since.
        """
        undone = last_undone(self._storage.history())
        if undone is None:
            raise NothingToUndoError("redo")
        self._commit(self._turned(undone), undone.label, person, at, redoes=undone.number)
        return undone.label

    def restore(self, tables: Tables, *, label: str, person: str, at: dt.datetime) -> int:
        """Hold these lines and no others, by one transaction; return how many records changed.

        NotSavedError where the disk refuses.
        """
        operations = list(differences(self._storage.tables, tables))
        self._storage.commit(operations, label=label, person=person, at=at)
        return len(operations)

    def history(self) -> Iterator[Entry]:
        """Yield what was changed, the newest first."""
        return map(entry, self._storage.history())

    def listen(self, listener: Callable[[Sequence[Change]], None]) -> None:
        """Have a function called after each change, undo, redo and refresh."""
        self._listeners.append(listener)

    def refresh(self) -> bool:
        """Take in what others changed in the files, or who writes here; True if anything is new.

        Raises what `open` raises; then nothing is taken in.
        """
        return self._storage.refresh()

    # Sources --------------------------------------------------------------------------------

    def keep_source(self, sha256: str, name: str, raw: bytes, text: str) -> None:
        """Keep a source's bytes and its text as read; on return they are on the disk.

        What is kept already stays, its text too: read it back with `source_text`.
        """
        if not self.is_writing:
            raise ReadOnlyError(self._storage.folder)
        sources.keep(self._source_folder, sha256, name, raw, text)

    def source_text(self, sha256: str) -> str:
        """Return a kept source's text; NotKeptError where it is not here."""
        return sources.read_text(self._source_folder, sha256)

    def source_bytes(self, sha256: str) -> bytes:
        """Return a kept source's bytes; NotKeptError where it is not here."""
        return sources.read_bytes(self._source_folder, sha256)

    # Opening and closing --------------------------------------------------------------------

    def save_beside(self) -> None:
        """From now on let no commit wait for the disk: whoever calls this calls `save` after each.

        A crash of this program loses nothing in between; a power cut may, until it is saved.
        """
        self._storage.waits_for_disk = False

    def save(self) -> None:
        """Wait until the disk has what was committed; may be called in any thread.

        NotSavedError where it fails: what it does not have is held on, and nothing more is written.
        """
        self._storage.save()

    @property
    def is_saved(self) -> bool:
        """Whether the disk is sure to have everything."""
        return self._storage.is_saved

    def fold(self) -> bool:
        """Bring the readable files up to date; False where that waits, see `problems`."""
        return self._storage.try_to_fold()

    def begin_fold(self) -> Callable[[], None] | None:
        """Begin to bring the readable files up to date, and the look-ups kept with them.

        What is returned does it, slowly, and is to be called in another thread; None where there is
        nothing to do. From then on no commit waits for a fold: whoever calls this calls it again
        when the hand rests.
        """
        self._storage.folds_by_itself = False
        fold = self._storage.begin_fold()
        if fold is not None:
            return partial(self._run, fold)
        return None if self._lookups.are_kept else self._lookups.keep

    @property
    def is_folded(self) -> bool:
        """Whether the readable files hold everything, and the look-ups are kept with them."""
        return self._storage.is_folded and self._lookups.are_kept

    @property
    def is_fold_due(self) -> bool:
        """Whether so much was edited that a fold should not wait."""
        return self._storage.is_fold_due

    @property
    def fold_problem(self) -> Problem | None:
        """Why the readable files could not be brought up to date; nothing is lost by it."""
        return self._storage.fold_problem

    def close(self) -> None:
        """Fold, and let go of the folder. Can be called again."""
        if self._storage.is_writing and self._storage.is_open:
            self._lookups.come_along()
            if self._storage.try_to_fold():
                self._lookups.keep()
        self._storage.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # Below ----------------------------------------------------------------------------------

    def _run(self, fold: Fold) -> None:
        self._storage.run(fold)
        self._lookups.keep()

    @property
    def _source_folder(self) -> Path:
        return self._storage.folder / "sources"

    def _sorted_ids(self, kind: type[Record]) -> Sequence[str]:
        return self._storage.ids(table_name(kind))

    def _path(self, kind: type[Record]) -> Path:
        return self._storage.folder / f"{table_name(kind)}.jsonl"

    def _record(self, kind: type[R], id: str, line: bytes) -> R:
        decoded = cast("dict[str, R]", self._decoded[kind])
        record = decoded.get(id)
        if record is None:
            record = cast("R | None", self._checked.get(line)) or decode(kind, line)
            if len(decoded) < CACHED_RECORDS:
                decoded[id] = record
        return record

    def _readable(self, kind: type[R], id: str, line: bytes) -> R | None:
        try:
            return self._record(kind, id, line)
        except ValueError:
            return None

    def _problems(self, kind: type[Record]) -> Iterator[Problem]:
        for id, line in self._tables[kind].lines.items():
            try:
                self._record(kind, id, line)
            except ValueError as error:
                path = self._path(kind)
                yield Problem(str(path), line_number(path, line), f"{id}: {error}")

    def _operation(self, change: Change) -> Operation:
        before, after = change
        record = before if after is None else after
        if record is None or (before is not None and _key(before) != _key(record)):
            message = f"not the edit of one record: {change}"
            raise ValueError(message)
        line = None
        if after is not None:
            line, record = checked(after)
            if self._listeners:
                self._checked[line] = record
        old_line = None if before is None else encode(before)
        return Operation(table_name(type(record)), whole(record.id), old_line, line)

    def _turned(self, transaction: Transaction) -> list[Operation]:
        """Return what takes a transaction back, also where other fields were changed since.

        Where it can't be done, the operation as it was: carrying it out raises ChangedError.
        """
        staged: dict[Key, bytes | None] = {}
        found = []
        for op in inverse(transaction):
            key = (op.table, op.id)
            held = staged[key] if key in staged else self._storage.line(*key)
            if held != op.before and held and op.before and op.after:
                line = turned_back(op.table, held, op.before, op.after)
                op = op if line is None else op._replace(before=held, after=line)  # noqa: PLW2901
            staged[key] = op.after
            found.append(op)
        return found

    def _commit(
        self,
        operations: Sequence[Operation],
        label: str,
        person: str,
        at: dt.datetime,
        *,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> None:
        self._storage.commit(
            operations,
            label=whole(label),
            person=whole(person),
            at=at,
            undoes=undoes,
            redoes=redoes,
        )

    def _take_in(self, operations: Sequence[Operation]) -> None:
        self._lookups.apply(operations)
        known = [op for op in operations if op.table in KINDS]
        if self._listeners:
            changes = [self._change(KINDS[op.table], op) for op in known]
            for listener in self._listeners:
                listener(changes)
        else:
            for op in known:
                self._decoded[KINDS[op.table]].pop(op.id, None)

    def _change(self, kind: type[Record], op: Operation) -> Change:
        before = self._decoded[kind].pop(op.id, None) or decoded(kind, op.before)
        return Change(before, None if op.after is None else self._readable(kind, op.id, op.after))


def _key(record: Record) -> Key:
    return table_name(type(record)), whole(record.id)
