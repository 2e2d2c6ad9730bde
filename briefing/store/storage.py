"""The storage under TinyDB: lines in memory, a journal that is always ahead, tables behind it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from briefing.errors import BriefingError, Problem
from briefing.store import data_folder, outside, schema, upgrade
from briefing.store.errors import NotUpgradedError, ReadOnlyError, UnusableFolderError
from briefing.store.fold import Fold, Key, Upgrade, in_newest_schema, read_folded
from briefing.store.folding import Folding
from briefing.store.found import Found, changed_files, look, read_on
from briefing.store.held import Held, Tables, differences
from briefing.store.journal import Journal, Operation, Transaction, newest_first
from briefing.store.records import document, encode_document
from briefing.store.tables import ReadTable, read_table

FOLD_BYTES = 32 << 20
"""How long the newest segment may grow before a fold is due."""

Listener = Callable[[Sequence[Operation]], None]


class JournalStorage(Storage):
    """A data folder; one writes (LockedError for a second one), any number read along."""

    def __init__(self, folder: Path, *, writing: bool = True) -> None:
        self.folder = folder
        self.is_writing = writing
        self.folds_by_itself = True
        """Whether a commit folds when that is due; a screen does it between two keys instead."""
        self.waits_for_disk = True
        """Whether a commit comes back when the disk has it; a screen has it `save`d beside it."""
        self._journal_folder = folder / "journal"
        self._listeners: list[Listener] = []
        self._held = Held({})
        self._folding = Folding(folder)
        self._transactions = 0
        self._journal = Journal(self._journal_folder, 1)
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
        upgrades = self._folding.folded.upgrades
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
            table: {id: encode_document(table, id, fields) for id, fields in documents.items()}
            for table, documents in data.items()
        }
        self.commit(list(differences(self.tables, wanted)))

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

    @property
    def fold_key(self) -> str:
        """A digest that names the tables as last folded; empty where it can't be told."""
        return self._folding.key

    @property
    def fold_problem(self) -> Problem | None:
        """Why the last fold did not succeed; the journal then still holds everything."""
        return self._folding.problem

    def unfolded(self) -> tuple[str, dict[Key, bytes | None]]:
        """Return `fold_key`, and the line in those tables of each record that was edited since."""
        return self._folding.unfolded(self._held)

    @property
    def is_folded(self) -> bool:
        """Whether the tables' files hold everything."""
        return not self._folding.stale

    @property
    def is_fold_due(self) -> bool:
        """Whether so much was edited that a fold should not wait."""
        return self._journal.length > FOLD_BYTES

    def begin_fold(self) -> Fold | None:
        """Begin a fold, to be `run` in any thread; None where there is none to do.

        DamagedError where somebody else left a table that can't be read.
        """
        if not self.is_writing or self._folding.is_on or not self._is_settled:
            return None
        self._take_in_outside()
        return self._begin_fold() if self._folding.stale else None

    def run(self, fold: Fold) -> None:
        """Carry a fold out; where that fails keep the reason as `fold_problem`: nothing is lost."""
        self._folding.run(fold)

    def try_to_fold(self) -> bool:
        """Bring the tables' files up to date at once; False where that waits: `fold_problem`."""
        self._folding.finish()
        try:
            self.save()
            fold = self.begin_fold()
        except (OSError, BriefingError) as error:
            self._folding.fail(error)
            return False
        if fold is not None:
            self._folding.finish()
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

    def _begin_fold(self, step: Upgrade | None = None) -> Fold:
        return self._folding.begin(self._held, self._journal, self._transactions, step)

    @property
    def _is_settled(self) -> bool:
        return self._journal.is_synced and not self._journal.is_stopped

    # Opening --------------------------------------------------------------------------------

    def _load(self) -> None:
        written = schema.read_format(self.folder).schema
        found = look(self.folder, alone=self.is_writing)
        held = Held(found.tables())
        self._position = found.position
        self._folding.start(found)
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
        self._folding.take_as_folded(self._held, name, file, self._transactions)

    def _upgrade(self, written: int, found: Found) -> None:
        """Bring the records' fields to this program's schema; a backup is made before."""
        done = upgrade.tables_done(written, found)
        if self.is_writing and not done:
            self._folding.folded = upgrade.without_cut_short(self._folding.folded, written)
            self.try_to_fold()
            self._require_folded()
            upgrade.back_up(self.folder)
        self._held = Held(upgrade.upgraded(self.tables, written, done))
        self._folding.key = ""
        if self.is_writing:
            self._folding.stale.update(self.tables)
            self._begin_fold(Upgrade(written, self._transactions))
            self._folding.finish()
            self._require_folded()

    def _require_folded(self) -> None:
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
        with self._folding.applying:
            for transaction in transactions:
                self._transactions = transaction.number
                self._held.apply(transaction.operations)
                self._folding.stale.update(op.table for op in transaction.operations)

    def _tell(self, operations: Sequence[Operation]) -> None:
        for listener in self._listeners:
            listener(operations)

    def _take_in_outside(self) -> bool:
        """Make edits of ours out of what others changed in the tables' files; True if any."""
        if self._folding.is_on or not self._is_settled:
            return False
        changed = {}
        for name in changed_files(self.folder, self._folding.seen):
            path = self.folder / f"{name}.jsonl"
            if not path.exists():
                self._folding.seen[name] = None
                self._folding.stale.add(name)
                continue
            file = read_table(path, self._folding.folded.marks(name))
            if file.mark is None:
                changed[name] = file
            else:
                self._folding.seen[name] = file.stamp
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
        is_new = read_folded(self._journal_folder) != self._folding.folded
        is_new = is_new or bool(changed_files(self.folder, self._folding.seen))
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
