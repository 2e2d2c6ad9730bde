"""The storage under TinyDB: lines in memory, a journal that is always ahead, tables behind it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout
from tinydb.storages import Storage

from briefing.errors import BriefingError, Problem
from briefing.platform import PRIVATE_FILE, make_private_folder, sync_folder, write_whole
from briefing.store.errors import (
    ChangedError,
    DamagedError,
    LockedError,
    NewerError,
    ReadOnlyError,
    UnusableFolderError,
)
from briefing.store.journal import (
    Journal,
    Operation,
    Transaction,
    newest_first,
    read_segment,
    segment_numbers,
    segment_path,
)
from briefing.store.records import document, encode_document
from briefing.store.tables import (
    Stamp,
    is_table_name,
    read_table,
    stamp,
    table_paths,
    write_table,
)

FORMAT, SCHEMA = 1, 1
"""Versions of the layout on disk and of the records' fields."""
FOLD_BYTES = 8 << 20
"""How long the journal may grow before it is folded into the tables."""

_IGNORED = "journal/\n.cache/\n.lock\n.*.new\nmine.jsonl\nstate.json\nfaults.log\n"
_CHANGED_OUTSIDE = "Changed outside the program"

Tables = dict[str, dict[str, bytes]]
Listener = Callable[[Sequence[Operation]], None]


class _Format(msgspec.Struct):
    """`store.json`, which travels with the tables."""

    format: int
    schema: int


class _Fold(msgspec.Struct, frozen=True):
    """`journal/fold.json`: what the tables hold already; it stays with this folder's journal."""

    segment: int = 0
    """The last segment that is wholly in the tables."""
    transactions: int = 0
    """The number of the last transaction in it."""


class JournalStorage(Storage):
    """A data folder; one writes (LockedError for a second one), any number read along."""

    def __init__(self, folder: Path, *, writing: bool = True) -> None:
        self.folder = folder
        self.is_writing = writing
        self.tables: Tables = {}
        """Table -> id -> line. To be read only; `commit` changes it."""
        self.fold_problem: Problem | None = None
        """Why the last fold did not succeed; the journal then still holds everything."""
        self._journal_folder = folder / "journal"
        self._listeners: list[Listener] = []
        self._unfolded: set[str] = set()
        self._stamps: dict[str, Stamp | None] = {}
        self._fold_at = FOLD_BYTES
        self._is_open = True
        self._lock = FileLock(folder / ".lock", timeout=0, mode=PRIVATE_FILE, thread_local=False)
        if writing:
            self._take_folder()
        try:
            self._load()
        except OSError as error:
            self._lock.release()
            raise UnusableFolderError(folder, error) from error
        except BaseException:
            self._lock.release()
            raise

    # Reading --------------------------------------------------------------------------------

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the whole database as TinyDB's contract asks; None where it is empty."""
        return {
            name: {id: document(line) for id, line in lines.items()}
            for name, lines in self.tables.items()
        } or None

    def line(self, table: str, id: str) -> bytes | None:
        """Return a record's line."""
        return self.tables.get(table, {}).get(id)

    def history(self) -> Iterator[Transaction]:
        """Yield every transaction that is still known, from the last one back."""
        return newest_first(self._journal_folder)

    def listen(self, listener: Listener) -> None:
        """Have a function called with what changed, each time after it is safe."""
        self._listeners.append(listener)

    def refresh(self) -> bool:
        """Read along with the writer; True if anything is new. Nothing happens while writing."""
        if self.is_writing:
            return False
        tables_are_new = self._table_stamps() != self._stamps
        changed = self._reload() if tables_are_new else self._follow()
        if changed:
            self._tell(changed)
        return bool(changed)

    # Writing --------------------------------------------------------------------------------

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Replace the whole database as TinyDB's contract asks, as one transaction."""
        wanted = {
            (table, id): encode_document(table, id, fields)
            for table, documents in data.items()
            for id, fields in documents.items()
        }
        held = {(t, id): line for t, lines in self.tables.items() for id, line in lines.items()}
        self.commit(
            [
                Operation(*key, held.get(key), wanted.get(key))
                for key in sorted({*wanted, *held})
                if held.get(key) != wanted.get(key)
            ]
        )

    def commit(
        self,
        operations: Sequence[Operation],
        *,
        label: str = "",
        person: str = "",
        at: dt.datetime | None = None,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> None:
        """Carry out all operations or none; on return they are on the disk.

        ChangedError where a line is not what its operation takes it to be, NotSavedError where the
        disk refuses. The only way in which anything in the tables ever changes.
        """
        if not self.is_writing or not self._is_open:
            raise ReadOnlyError(self.folder)
        self._require_held(operations)
        if not any(op.before != op.after for op in operations):
            return
        transaction = Transaction(
            self._transactions + 1, tuple(operations), label, person, at, undoes, redoes
        )
        self._journal.append(transaction)
        self._apply([transaction])
        self._tell(operations)
        if self._journal.length > self._fold_at:
            self.try_to_fold()

    def try_to_fold(self) -> bool:
        """Fold, and where that fails keep the reason as `fold_problem`: nothing is lost by it."""
        self.fold_problem = None
        try:
            self.fold()
        except (OSError, BriefingError) as error:
            self._fold_at = self._journal.length + FOLD_BYTES
            self.fold_problem = Problem(str(self.folder), None, f"not yet tidied up: {error}")
        return self.fold_problem is None

    def fold(self) -> None:
        """Bring the tables' files up to the journal, then begin a new segment.

        OSError where the disk refuses, DamagedError where a table was changed from outside while
        the store was open; that change is taken in at the next opening.
        """
        if not self._unfolded or self._journal.is_stopped:
            return
        for name in sorted(self._unfolded):
            self._write_table(name)
        fold = _Fold(self._journal.number, self._transactions)
        write_whole(self._journal_folder / "fold.json", msgspec.json.encode(fold))
        self._unfolded.clear()
        self._fold_at = FOLD_BYTES
        self._journal.begin_next()

    def close(self) -> None:
        """Fold, and let go of the folder. Can be called again."""
        if not self._is_open:
            return
        if self.is_writing:
            self.try_to_fold()
            self._journal.close()
        self._is_open = False
        self._lock.release()

    # Below ----------------------------------------------------------------------------------

    def _take_folder(self) -> None:
        try:
            if not self.folder.exists():
                make_private_folder(self.folder)
                sync_folder(self.folder.parent)
            self._lock.acquire()
            self._begin_folder()
        except Timeout as error:
            raise LockedError(self.folder) from error
        except OSError as error:
            self._lock.release()
            raise UnusableFolderError(self.folder, error) from error

    def _begin_folder(self) -> None:
        for name, content in (
            (".gitignore", _IGNORED.encode()),
            ("store.json", msgspec.json.encode(_Format(FORMAT, SCHEMA)) + b"\n"),
        ):
            if not (self.folder / name).exists():
                write_whole(self.folder / name, content)

    def _load(self) -> None:
        # In this order, so that one who reads along never skips what its tables do not have yet.
        self._require_known_format()
        fold = self._read_fold()
        stamps = self._table_stamps()
        self.tables = {n: read_table(path) for n, path in table_paths(self.folder).items()}
        self._stamps = stamps
        self._transactions = fold.transactions
        self._unfolded.clear()
        self._position = (fold.segment + 1, 0)
        waiting = self._read_on()
        outside = self._changed_outside(waiting)
        self._apply(waiting)
        if self.is_writing:
            self._journal = Journal(self._journal_folder, *self._position)
            self._journal.cut_torn_end()
            self.commit(outside, label=_CHANGED_OUTSIDE)
        else:
            self._apply([Transaction(self._transactions, tuple(outside))])

    def _require_known_format(self) -> None:
        path = self.folder / "store.json"
        if not path.exists():
            return
        try:
            written = msgspec.json.decode(path.read_bytes(), type=_Format)
        except ValueError as error:
            raise DamagedError(path, None, f"this is not what it was ({error})") from error
        if written.format > FORMAT or written.schema > SCHEMA:
            raise NewerError(path)

    def _read_fold(self) -> _Fold:
        path = self._journal_folder / "fold.json"
        with suppress(FileNotFoundError):
            try:
                return msgspec.json.decode(path.read_bytes(), type=_Fold)
            except ValueError as error:
                raise DamagedError(path, None, f"this is not what it was ({error})") from error
        return _Fold()

    def _read_on(self) -> list[Transaction]:
        """Read the journal from the position on, and move the position to its end."""
        found: list[Transaction] = []
        first, start = self._position
        numbers = [n for n in segment_numbers(self._journal_folder) if n >= first]
        for number in numbers:
            segment = read_segment(
                segment_path(self._journal_folder, number),
                start if number == first else 0,
                is_last=number == numbers[-1],
            )
            found += segment.transactions
            self._position = (number, segment.length)
        return found

    def _changed_outside(self, waiting: Sequence[Transaction]) -> list[Operation]:
        """Return what to do again about records that both the journal and somebody else changed.

        A table may be behind the journal or level with it, but what it holds must be a state that
        the journal knows. Any other line was put there from outside while edits waited, after a
        crash: it becomes an edit of its own, so that both are kept and `undo` brings ours back.
        """
        states: dict[tuple[str, str], list[bytes | None]] = {}
        for transaction in waiting:
            for op in transaction.operations:
                states.setdefault((op.table, op.id), [op.before]).append(op.after)
        lines = {key: self.line(*key) for key in states}
        return [
            Operation(*key, states[key][-1], line)
            for key, line in lines.items()
            if line is not None and line not in states[key]
        ]

    def _require_held(self, operations: Sequence[Operation]) -> None:
        staged: dict[tuple[str, str], bytes | None] = {}
        for op in operations:
            if not is_table_name(op.table):
                message = f"{op.table!r} can't be the name of a table"
                raise ValueError(message)
            key = (op.table, op.id)
            if staged.get(key, self.line(*key)) != op.before:
                raise ChangedError(op.id)
            staged[key] = op.after

    def _apply(self, transactions: Sequence[Transaction]) -> None:
        for transaction in transactions:
            self._transactions = transaction.number
            for op in transaction.operations:
                lines = self.tables.setdefault(op.table, {})
                self._unfolded.add(op.table)
                if op.after is None:
                    lines.pop(op.id, None)
                else:
                    lines[op.id] = op.after

    def _tell(self, operations: Sequence[Operation]) -> None:
        for listener in self._listeners:
            listener(operations)

    def _write_table(self, name: str) -> None:
        path = self.folder / f"{name}.jsonl"
        if stamp(path) != self._stamps.get(name):
            raise DamagedError(path, None, "it was changed from outside while the desk is open")
        write_table(path, self.tables[name])
        self._stamps[name] = stamp(path)

    def _table_stamps(self) -> dict[str, Stamp | None]:
        return {name: stamp(path) for name, path in table_paths(self.folder).items()}

    def _follow(self) -> list[Operation]:
        new = self._read_on()
        self._apply(new)
        return [op for transaction in new for op in transaction.operations]

    def _reload(self) -> list[Operation]:
        before = self.tables
        self._load()
        names = sorted({*before, *self.tables})
        return [op for name in names for op in _difference(name, before, self.tables)]


def _difference(name: str, before: Tables, after: Tables) -> Iterator[Operation]:
    old, new = before.get(name, {}), after.get(name, {})
    for id in sorted({*old, *new}):
        if old.get(id) != new.get(id):
            yield Operation(name, id, old.get(id), new.get(id))
