"""The storage under TinyDB: lines in memory, a journal that is always ahead, tables behind it."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import msgspec
from filelock import FileLock, Timeout
from tinydb.storages import Storage

from briefing.errors import BriefingError, Problem
from briefing.platform import PRIVATE_FILE, make_private_folder, sync_folder, write_whole
from briefing.store import outside, schema
from briefing.store.errors import (
    ChangedError,
    DamagedError,
    LockedError,
    NotUpgradedError,
    ReadOnlyError,
    UnusableFolderError,
)
from briefing.store.fold import (
    Beginning,
    Fold,
    Folded,
    Key,
    Upgrade,
    base_path,
    read_folded,
    write_folded,
)
from briefing.store.journal import (
    Journal,
    Operation,
    Transaction,
    newest_first,
    prune,
    read_segment,
    segment_numbers,
    segment_path,
)
from briefing.store.records import document, encode_document, say_the_same
from briefing.store.tables import (
    Mark,
    ReadTable,
    Stamp,
    is_table_name,
    read_table,
    stamp,
    table_paths,
    write_table,
)

FOLD_BYTES = 32 << 20
"""How long the newest segment may grow before a fold is due."""

_IGNORED = (
    "journal/\nbackups/\naside/\n.cache/\n.lock\n.*.new\nmine.jsonl\nstate.json\nfaults.log\n"
)
_CHANGED_OUTSIDE = "Changed outside the program"
_FEW = 64
"""As many new ids are put into their places; with more, sorting them all is quicker."""

Tables = dict[str, dict[str, bytes]]
Listener = Callable[[Sequence[Operation]], None]
_Position = tuple[int, int]
"""A segment's number and an offset in it."""


class _Found(NamedTuple):
    """All that a data folder holds, read together."""

    folded: Folded
    files: Mapping[str, ReadTable]
    bases: Mapping[str, dict[str, bytes]]
    """The copies of those tables that are not as they were last folded."""
    waiting: Sequence[Transaction]
    position: _Position


class JournalStorage(Storage):
    """A data folder; one writes (LockedError for a second one), any number read along."""

    def __init__(self, folder: Path, *, writing: bool = True) -> None:
        self.folder = folder
        self.is_writing = writing
        self.tables: Tables = {}
        """Table -> id -> line. To be read only; `commit` changes it."""
        self.at_fold: dict[Key, bytes | None] = {}
        """The line at the last fold of each record that was edited since."""
        self.fold_key = ""
        """A digest that names the tables as last folded; empty where it can't be told."""
        self.folds_by_itself = True
        """Whether a commit folds when that is due; a screen does it between two keys instead."""
        self.fold_problem: Problem | None = None
        """Why the last fold did not succeed; the journal then still holds everything."""
        self._journal_folder = folder / "journal"
        self._listeners: list[Listener] = []
        self._ids: dict[str, list[str]] = {}
        self._stale: set[str] = set()
        self._seen: dict[str, Stamp | None] = {}
        self._fold: Fold | None = None
        self._applying = Lock()
        self._folded = Folded()
        self._transactions = 0
        self._journal = Journal(self._journal_folder, 1)
        self._at_fold_before: dict[Key, bytes | None] = {}
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

    def ids(self, table: str) -> Sequence[str]:
        """Return a table's ids, sorted; the next commit changes the list."""
        if table not in self._ids:
            self._ids[table] = sorted(self.tables.get(table, ()))
        return self._ids[table]

    def history(self) -> Iterator[Transaction]:
        """Yield every transaction that is still known, from the last one back."""
        return map(self._as_now, newest_first(self._journal_folder))

    def listen(self, listener: Listener) -> None:
        """Have a function called with what changed, each time after it is safe."""
        self._listeners.append(listener)

    def refresh(self) -> bool:
        """Take in what others changed in the tables' files, or what the one who writes did.

        True if anything is new. Raises what opening raises.
        """
        try:
            return self._take_in_outside() if self.is_writing else self._read_along()
        except OSError as error:
            raise UnusableFolderError(self.folder, error) from error

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

        ChangedError where a record is not what its operation takes it to be, NotSavedError where
        the disk refuses. The only way in which anything in the tables ever changes.
        """
        if not self.is_writing or not self._is_open:
            raise ReadOnlyError(self.folder)
        self._carry_out(operations, label=label, person=person, at=at, undoes=undoes, redoes=redoes)
        if self.is_fold_due and self.folds_by_itself:
            self.try_to_fold()

    # Folding --------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        return self._is_open

    def unfolded(self) -> tuple[str, dict[Key, bytes | None]]:
        """Return `fold_key`, and the line in those tables of each record that was edited since."""
        with self._applying:
            before = {} if self._fold is None else self._at_fold_before
            return self.fold_key, self.at_fold | before

    @property
    def is_folded(self) -> bool:
        """Whether the tables' files hold everything."""
        return not self._stale

    @property
    def is_fold_due(self) -> bool:
        """Whether so much was edited that a fold should not wait."""
        return self._journal.length > FOLD_BYTES

    def begin_fold(self) -> Fold | None:
        """Begin a fold, to be `run` in any thread; None where there is none to do.

        DamagedError where somebody else left a table that can't be read.
        """
        if not self.is_writing or self._fold is not None or self._journal.is_stopped:
            return None
        self._take_in_outside()
        return self._begin_fold() if self._stale else None

    def run(self, fold: Fold) -> None:
        """Carry a fold out; where that fails keep the reason as `fold_problem`: nothing is lost."""
        try:
            fold.run()
        except (OSError, BriefingError) as error:
            self._end_fold(fold, self._not_folded(error))
        else:
            self._end_fold(fold, None)

    def try_to_fold(self) -> bool:
        """Bring the tables' files up to date at once; False where that waits: `fold_problem`."""
        self._finish_fold()
        try:
            fold = self.begin_fold()
        except (OSError, BriefingError) as error:
            self.fold_problem = self._not_folded(error)
            return False
        if fold is not None:
            self._finish_fold()
        return self.fold_problem is None

    def close(self) -> None:
        """Fold, and let go of the folder. Can be called again."""
        if not self._is_open:
            return
        if self.is_writing:
            self.try_to_fold()
            self._journal.close()
        self._is_open = False
        self._lock.release()

    def _begin_fold(self, upgrade: Upgrade | None = None) -> Fold:
        with self._applying:
            names = sorted(self._stale)
            fold = Fold(
                self.folder,
                Beginning(
                    folded=self._folded,
                    segment=self._journal.number,
                    transactions=self._transactions,
                    stamps=dict(self._seen),
                    upgrade=upgrade,
                ),
                {name: self.tables.get(name, {}) for name in names},
                {name: tuple(self.ids(name)) for name in names},
            )
            self._journal.begin_next()
            self._stale.clear()
            self._at_fold_before, self.at_fold = self.at_fold, fold.since
            self._fold = fold
            self.fold_problem = None
        return fold

    def _end_fold(self, fold: Fold, problem: Problem | None) -> None:
        with self._applying:
            if self._fold is not fold:
                return
            self._fold = None
            self.fold_problem = problem
            self._folded = fold.folded
            self._seen |= {name: mark.stamp for name, mark in fold.in_place.items()}
            if problem is not None:
                self._stale.update(fold.tables)
                self.at_fold = self.at_fold | {
                    key: line
                    for key, line in self._at_fold_before.items()
                    if key[0] not in fold.in_place
                }
                if fold.in_place:
                    self.fold_key = ""
                return
            self.fold_key = fold.folded.key
        with suppress(OSError):
            prune(self._journal_folder, self._folded.segment)

    def _finish_fold(self) -> None:
        """Wait for a fold that runs in another thread, or run one that was only begun."""
        if self._fold is not None:
            self._fold.hurry()
            self.run(self._fold)

    def _not_folded(self, error: Exception) -> Problem:
        return Problem(str(self.folder), None, f"not yet tidied up: {error}")

    # Opening --------------------------------------------------------------------------------

    def _take_folder(self) -> None:
        try:
            if not self._journal_folder.exists():
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
        if not (self.folder / ".gitignore").exists():
            write_whole(self.folder / ".gitignore", _IGNORED.encode())
        if not (self.folder / "store.json").exists():
            schema.write_format(self.folder, schema.newest())

    def _load(self) -> None:
        written = schema.read_format(self.folder).schema
        found = self._look()
        self._folded, self._position = found.folded, found.position
        self._seen = {name: file.stamp for name, file in found.files.items()}
        self._ids.clear()
        self.at_fold = {}
        changed = self._begin_tables(found)
        self._transactions = found.folded.transactions
        self._apply(found.waiting)
        operations = self._merged(found, changed)
        if not self.is_writing:
            self._apply([Transaction(self._transactions, tuple(operations))])
        else:
            self._journal = Journal(self._journal_folder, *self._position)
            self._journal.settle()
            self._carry_out(operations, label=_CHANGED_OUTSIDE, outside=True)
            for name in changed:
                self._rebase(name, found.files[name])
        if written < schema.newest():
            self._upgrade(written, found)
        elif self.is_writing and found.folded.next:
            self.try_to_fold()

    def _look(self) -> _Found:
        """Read all files; again where another one folded meanwhile, so that they fit together."""
        while True:
            folded = read_folded(self._journal_folder)
            try:
                found = self._read_files(folded)
            except (FileNotFoundError, DamagedError):
                if self.is_writing or read_folded(self._journal_folder) == folded:
                    raise
                continue
            if self.is_writing or read_folded(self._journal_folder) == folded:
                return found

    def _read_files(self, folded: Folded) -> _Found:
        paths = table_paths(self.folder)
        files = {name: read_table(path, folded.marks(name)) for name, path in paths.items()}
        unmarked = {name for name, file in files.items() if file.mark is None}
        wanted = {*folded.tables} - {*files} | (unmarked if folded.tables else set())
        copies = {name: base_path(self._journal_folder, name) for name in wanted}
        bases = {name: read_table(path).lines for name, path in copies.items() if path.exists()}
        waiting, position = self._read_on((folded.segment + 1, 0), folded.transactions)
        return _Found(folded, files, bases, waiting, position)

    def _begin_tables(self, found: _Found) -> list[str]:
        """Take the tables as they were folded, and return those that were changed outside."""
        folded, files = found.folded, found.files
        gone = {*folded.tables} - {*files}
        unmarked = [name for name, file in files.items() if file.mark is None]
        changed = unmarked if folded.tables or found.waiting else []
        self.tables = {name: file.lines for name, file in files.items()}
        self.tables |= {name: self._base(name, found) for name in [*changed, *gone]}
        self._stale = {*unmarked, *gone, *folded.next}
        self.fold_key = "" if self._stale else folded.key
        return changed

    def _base(self, name: str, found: _Found) -> dict[str, bytes]:
        """Return a table as it was last folded, or the likeliest where no copy tells."""
        folded = found.folded.tables
        if name in found.bases or (folded and name not in folded):
            known = found.folded.taken_in.get(name, 0)
            later = [transaction for transaction in found.waiting if transaction.number > known]
            return outside.with_taken_in(name, found.bases.get(name, {}), later)
        if name not in found.files:
            raise DamagedError(self.folder / f"{name}.jsonl", None, "this file is missing")
        base = dict(found.files[name].lines)
        for (table, id), (first, *_) in outside.states_of(found.waiting).items():
            if table != name:
                continue
            if first is None:
                base.pop(id, None)
            else:
                base[id] = first
        return base

    def _merged(self, found: _Found, changed: Sequence[str]) -> list[Operation]:
        # Only a fold that was cut short leaves a table that is neither as it was nor changed by
        # somebody else: it is ahead of its copy, or behind it.
        states = outside.states_of(found.waiting) if found.folded.next else {}
        return [
            operation
            for name in changed
            for operation in self._edits_outside(name, found.files[name], states)
        ]

    def _edits_outside(
        self, name: str, file: ReadTable, states: outside.States
    ) -> Iterator[Operation]:
        ours = self.tables.get(name, {})
        return outside.edits(name, self._as_folded(name), ours, file.lines, states)

    def _as_folded(self, name: str) -> dict[str, bytes]:
        lines = dict(self.tables.get(name, {}))
        for (table, id), line in self.at_fold.items():
            if table != name:
                continue
            if line is None:
                lines.pop(id, None)
            else:
                lines[id] = line
        return lines

    def _rebase(self, name: str, file: ReadTable) -> None:
        """Take a file that was changed outside, and is taken in, as what was folded last."""
        self._stale.add(name)
        held, theirs = self.tables.get(name, {}), file.lines
        with self._applying:
            self.fold_key = ""
            for key in [key for key in self.at_fold if key[0] == name]:
                del self.at_fold[key]
            for id in {*held, *theirs}:
                if held.get(id) != theirs.get(id):
                    self.at_fold[name, id] = theirs.get(id)
        make_private_folder(self._journal_folder / "base")
        write_table(base_path(self._journal_folder, name), file.lines)
        mark = Mark(file.stamp.size, file.sha256, file.stamp.modified, file.stamp.inode)
        tables = {**self._folded.tables, name: mark}
        taken_in = {**self._folded.taken_in, name: self._transactions}
        folded = msgspec.structs.replace(self._folded, tables=tables, taken_in=taken_in)
        write_folded(self._journal_folder, folded)
        self._folded = folded
        self._seen[name] = file.stamp

    def _upgrade(self, written: int, found: _Found) -> None:
        """Bring the records' fields to this program's schema; a backup is made before.

        One that was cut short left some tables as they will be: those are not upgraded twice.
        """
        done = {
            name
            for name, file in found.files.items()
            if any(step.schema == written for step in found.folded.upgrades)
            and file.mark == found.folded.next.get(name, "")
        }
        if self.is_writing and not done:
            # One that was cut short before it had done any would vouch for what is written now.
            taken = tuple(step for step in self._folded.upgrades if step.schema < written)
            self._folded = msgspec.structs.replace(self._folded, upgrades=taken)
            if not self.try_to_fold():
                raise NotUpgradedError(self.folder, str(self.fold_problem))
            from briefing.store import backup

            backup.write(
                self.folder, self.folder / "backups" / f"before-schema-{schema.newest()}.zip"
            )
        for name, lines in self.tables.items():
            if name not in done:
                self.tables[name] = schema.upgraded_table(name, lines, written)
        self.at_fold = {}
        self.fold_key = ""
        if self.is_writing:
            self._stale.update(self.tables)
            self._begin_fold(Upgrade(written, self._transactions))
            self._finish_fold()
            if self.fold_problem is not None:
                raise NotUpgradedError(self.folder, str(self.fold_problem))

    def _as_now(self, transaction: Transaction) -> Transaction:
        """Return a transaction with its lines as the schema of today has them."""
        for step in self._folded.upgrades:
            if transaction.number <= step.transactions:
                return transaction._replace(
                    operations=tuple(
                        op._replace(
                            before=op.before and schema.upgraded(op.table, op.before, step.schema),
                            after=op.after and schema.upgraded(op.table, op.after, step.schema),
                        )
                        for op in transaction.operations
                    )
                )
        return transaction

    # Below ----------------------------------------------------------------------------------

    def _read_on(self, position: _Position, last: int) -> tuple[list[Transaction], _Position]:
        """Read the journal from a position on; return what is there and where it ends.

        DamagedError where transactions are missing after the `last` one that is known.
        """
        found: list[Transaction] = []
        first, start = position
        numbers = [n for n in segment_numbers(self._journal_folder) if n >= first]
        for number in numbers:
            path = segment_path(self._journal_folder, number)
            begin = start if number == first else 0
            segment = read_segment(path, begin, is_last=number == numbers[-1])
            if segment.transactions and segment.transactions[0].number != last + 1:
                raise DamagedError(
                    path, None, f"what was saved before it is missing (after {last})"
                )
            last += len(segment.transactions)
            found += segment.transactions
            position = (number, segment.length)
        return found, position

    def _as_held(self, operations: Sequence[Operation]) -> list[Operation]:
        """Return operations on the very lines that are held, without those that change nothing.

        ChangedError where what is held is not the record that an operation begins with.
        """
        for name in {op.table for op in operations}:
            if not is_table_name(name):
                message = f"{name!r} can't be the name of a table"
                raise ValueError(message)
        staged: dict[Key, bytes | None] = {}
        found = []
        for op in operations:
            table, id, before, after = op
            key = (table, id)
            held = staged[key] if key in staged else self.line(table, id)
            if held != before and not say_the_same(table, held, before):
                raise ChangedError(id)
            if after not in (held, before):
                staged[key] = after
                found.append(op if held == before else op._replace(before=held))
        return found

    def _carry_out(
        self,
        operations: Sequence[Operation],
        *,
        label: str = "",
        person: str = "",
        at: dt.datetime | None = None,
        undoes: int | None = None,
        redoes: int | None = None,
        outside: bool = False,
    ) -> None:
        edits = self._as_held(operations)
        if not edits:
            return
        transaction = Transaction(
            self._transactions + 1, tuple(edits), label, person, at, undoes, redoes, outside
        )
        self._journal.append(transaction)
        self._apply([transaction])
        self._tell(edits)

    def _apply(self, transactions: Sequence[Transaction]) -> None:
        with self._applying:
            for transaction in transactions:
                self._transactions = transaction.number
                self._put(transaction.operations)

    def _put(self, operations: Sequence[Operation]) -> None:
        moved = defaultdict(list)
        for table, id, _, after in operations:
            lines = self.tables.setdefault(table, {})
            held = lines.get(id)
            # Before the line itself: a fold in another thread looks in this order.
            self.at_fold.setdefault((table, id), held)
            if after is None:
                lines.pop(id, None)
            else:
                lines[id] = after
            if (held is None) != (after is None):
                moved[table].append(id)
        self._stale.update({op.table for op in operations})
        for table, ids in moved.items():
            self._sort_in(table, ids)

    def _sort_in(self, table: str, moved: Sequence[str]) -> None:
        """Keep the sorted ids of a table in step, where they have been asked for."""
        if len(moved) > _FEW:
            self._ids.pop(table, None)
        ids = self._ids.get(table)
        if ids is None:
            return
        lines = self.tables[table]
        for id in dict.fromkeys(moved):
            place = bisect_left(ids, id)
            is_there = place < len(ids) and ids[place] == id
            if is_there and id not in lines:
                del ids[place]
            elif not is_there and id in lines:
                ids.insert(place, id)

    def _tell(self, operations: Sequence[Operation]) -> None:
        for listener in self._listeners:
            listener(operations)

    def _changed_files(self) -> list[str]:
        """Return the tables whose file is not the one that was last seen."""
        stamps = {name: stamp(path) for name, path in table_paths(self.folder).items()}
        names = sorted({*stamps, *self._seen})
        return [name for name in names if stamps.get(name) != self._seen.get(name)]

    def _take_in_outside(self) -> bool:
        """Make edits of ours out of what others changed in the tables' files; True if any."""
        if self._fold is not None or self._journal.is_stopped:
            return False
        changed = {}
        for name in self._changed_files():
            path = self.folder / f"{name}.jsonl"
            if not path.exists():
                self._seen[name] = None
                self._stale.add(name)
                continue
            file = read_table(path, self._folded.marks(name))
            if file.mark is None:
                changed[name] = file
            else:
                self._seen[name] = file.stamp
        operations = [
            operation
            for name, file in changed.items()
            for operation in self._edits_outside(name, file, {})
        ]
        self._carry_out(operations, label=_CHANGED_OUTSIDE, outside=True)
        for name, file in changed.items():
            self._rebase(name, file)
        return bool(operations)

    def _read_along(self) -> bool:
        is_new = read_folded(self._journal_folder) != self._folded or self._changed_files()
        changed = self._reload() if is_new else self._follow()
        if changed:
            self._tell(changed)
        return bool(changed)

    def _follow(self) -> list[Operation]:
        new, self._position = self._read_on(self._position, self._transactions)
        self._apply(new)
        return [op for transaction in new for op in transaction.operations]

    def _reload(self) -> list[Operation]:
        before = self.tables
        self._load()
        names = sorted({*before, *self.tables})
        return [op for name in names for op in difference(name, before, self.tables)]


def difference(name: str, before: Tables, after: Tables) -> Iterator[Operation]:
    """Yield what makes one state of a table out of another."""
    old, new = before.get(name, {}), after.get(name, {})
    for id in sorted({*old, *new}):
        if old.get(id) != new.get(id):
            yield Operation(name, id, old.get(id), new.get(id))
