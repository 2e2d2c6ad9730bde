"""The storage under TinyDB: lines in memory, a journal that is always ahead, tables behind it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
from tinydb.storages import Storage

from briefing.errors import BriefingError, Problem
from briefing.store import data_folder, outside, schema
from briefing.store.errors import (
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
    in_newest_schema,
    read_folded,
    take_as_folded,
)
from briefing.store.found import Found, changed_files, look, read_on
from briefing.store.held import Held, Tables, differences
from briefing.store.journal import Journal, Operation, Transaction, newest_first, prune
from briefing.store.records import document, encode_document
from briefing.store.tables import ReadTable, Stamp, read_table

FOLD_BYTES = 32 << 20
"""How long the newest segment may grow before a fold is due."""

Listener = Callable[[Sequence[Operation]], None]


class JournalStorage(Storage):
    """A data folder; one writes (LockedError for a second one), any number read along."""

    def __init__(self, folder: Path, *, writing: bool = True) -> None:
        self.folder = folder
        self.is_writing = writing
        self.fold_key = ""
        """A digest that names the tables as last folded; empty where it can't be told."""
        self.folds_by_itself = True
        """Whether a commit folds when that is due; a screen does it between two keys instead."""
        self.waits_for_disk = True
        """Whether a commit comes back when the disk has it; a screen has it `save`d beside it."""
        self.fold_problem: Problem | None = None
        """Why the last fold did not succeed; the journal then still holds everything."""
        self._journal_folder = folder / "journal"
        self._listeners: list[Listener] = []
        self._held = Held({})
        self._stale: set[str] = set()
        self._seen: dict[str, Stamp | None] = {}
        self._fold: Fold | None = None
        self._applying = Lock()
        self._folded = Folded()
        self._transactions = 0
        self._journal = Journal(self._journal_folder, 1)
        self._at_fold_before: dict[Key, bytes | None] = {}
        self._is_open = True
        self._lock = data_folder.lock_of(folder)
        if writing:
            data_folder.take(folder, self._lock)
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

    @property
    def tables(self) -> Tables:
        """Table -> id -> line; to be read only."""
        return self._held.tables

    @property
    def at_fold(self) -> Mapping[Key, bytes | None]:
        """The line at the last fold of each record that was edited since."""
        return self._held.at_fold

    def line(self, table: str, id: str) -> bytes | None:
        """Return a record's line."""
        return self._held.line(table, id)

    def ids(self, table: str) -> Sequence[str]:
        """Return a table's ids, sorted; the next commit changes the list."""
        return self._held.ids(table)

    def history(self) -> Iterator[Transaction]:
        """Yield every transaction that is still known, from the last one back."""
        upgrades = self._folded.upgrades
        return (in_newest_schema(one, upgrades) for one in newest_first(self._journal_folder))

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
        """Carry out all operations or none; on return they are on the disk, if it `waits_for_disk`.

        ChangedError where a record is not what its operation takes it to be, NotSavedError where
        the disk refuses. The only way in which anything in the tables ever changes.
        """
        if not self.is_writing or not self._is_open:
            raise ReadOnlyError(self.folder)
        self._carry_out(Transaction(0, tuple(operations), label, person, at, undoes, redoes))
        if self.is_fold_due and self.folds_by_itself:
            self.try_to_fold()

    @property
    def is_saved(self) -> bool:
        """Whether the disk is sure to have everything."""
        return self._journal.is_synced

    def save(self) -> None:
        """Wait until the disk has what was committed before; may be called in any thread.

        NotSavedError where it fails; what is not saved is still held, and nothing more is written.
        """
        self._journal.sync()

    # Folding --------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        return self._is_open

    def unfolded(self) -> tuple[str, dict[Key, bytes | None]]:
        """Return `fold_key`, and the line in those tables of each record that was edited since."""
        with self._applying:
            before = {} if self._fold is None else self._at_fold_before
            return self.fold_key, self._held.at_fold | before

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
        if not self.is_writing or self._fold is not None or not self._is_settled:
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
            self.save()
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
            self._at_fold_before, self._held.at_fold = self._held.at_fold, fold.since
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
                self._held.at_fold = self._held.at_fold | {
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

    @property
    def _is_settled(self) -> bool:
        return self._journal.is_synced and not self._journal.is_stopped

    def _not_folded(self, error: Exception) -> Problem:
        return Problem(str(self.folder), None, f"not yet tidied up: {error}")

    # Opening --------------------------------------------------------------------------------

    def _load(self) -> None:
        written = schema.read_format(self.folder).schema
        found = look(self.folder, alone=self.is_writing)
        held = Held(found.tables())
        self._folded, self._position = found.folded, found.position
        self._seen = {name: file.stamp for name, file in found.files.items()}
        self._stale = {*found.unmarked, *found.gone, *found.folded.next}
        self.fold_key = "" if self._stale else found.folded.key
        self._held = held
        self._transactions = found.folded.transactions
        self._apply(found.waiting)
        operations = [
            operation
            for name in found.changed
            for operation in found.edits_outside(name, held.as_folded(name), held.table(name))
        ]
        if not self.is_writing:
            self._apply([Transaction(self._transactions, tuple(operations))])
        else:
            self._journal = Journal(self._journal_folder, *self._position)
            self._journal.settle()
            self._carry_out(_from_outside(operations))
            for name in found.changed:
                self._rebase(name, found.files[name])
        if written < schema.newest():
            self._upgrade(written, found)
        elif self.is_writing and found.folded.next:
            self.try_to_fold()

    def _rebase(self, name: str, file: ReadTable) -> None:
        """Take a file that was changed outside, and is taken in, as what was folded last."""
        self._stale.add(name)
        with self._applying:
            self.fold_key = ""
            self._held.take_as_folded(name, file.lines)
        self._folded = take_as_folded(
            self._journal_folder, self._folded, name, file, self._transactions
        )
        self._seen[name] = file.stamp

    def _upgrade(self, written: int, found: Found) -> None:
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
        self._held = Held(self.tables)
        self.fold_key = ""
        if self.is_writing:
            self._stale.update(self.tables)
            self._begin_fold(Upgrade(written, self._transactions))
            self._finish_fold()
            if self.fold_problem is not None:
                raise NotUpgradedError(self.folder, str(self.fold_problem))

    # Below ----------------------------------------------------------------------------------

    def _carry_out(self, transaction: Transaction) -> None:
        """Carry out what changes anything of a transaction, under the next number."""
        edits = self._held.as_held(transaction.operations)
        if not edits:
            return
        numbered = transaction._replace(number=self._transactions + 1, operations=tuple(edits))
        self._journal.write(numbered)
        if self.waits_for_disk or numbered.outside:
            self._journal.sync()
        self._apply([numbered])
        self._tell(edits)

    def _apply(self, transactions: Sequence[Transaction]) -> None:
        with self._applying:
            for transaction in transactions:
                self._transactions = transaction.number
                self._held.apply(transaction.operations)
                self._stale.update({op.table for op in transaction.operations})

    def _tell(self, operations: Sequence[Operation]) -> None:
        for listener in self._listeners:
            listener(operations)

    def _take_in_outside(self) -> bool:
        """Make edits of ours out of what others changed in the tables' files; True if any."""
        if self._fold is not None or not self._is_settled:
            return False
        changed = {}
        for name in changed_files(self.folder, self._seen):
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
            for operation in outside.edits(
                name, self._held.as_folded(name), self._held.table(name), file.lines, {}
            )
        ]
        self._carry_out(_from_outside(operations))
        for name, file in changed.items():
            self._rebase(name, file)
        return bool(operations)

    def _read_along(self) -> bool:
        is_new = read_folded(self._journal_folder) != self._folded
        is_new = is_new or bool(changed_files(self.folder, self._seen))
        changed = self._reload() if is_new else self._follow()
        if changed:
            self._tell(changed)
        return bool(changed)

    def _follow(self) -> list[Operation]:
        new, self._position = read_on(self._journal_folder, self._position, self._transactions)
        self._apply(new)
        return [op for transaction in new for op in transaction.operations]

    def _reload(self) -> list[Operation]:
        before = self.tables
        self._load()
        return list(differences(before, self.tables))


def _from_outside(operations: Sequence[Operation]) -> Transaction:
    return Transaction(0, tuple(operations), label="Changed outside the program", outside=True)
