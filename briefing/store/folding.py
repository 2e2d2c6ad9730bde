"""How far the tables' files hold what a store has in memory, and the fold that brings them up."""

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from briefing.errors import BriefingError, Problem
from briefing.store.fold import Beginning, Fold, Folded, Key, Upgrade, take_as_folded
from briefing.store.found import Found
from briefing.store.held import Held
from briefing.store.journal import Journal, prune
from briefing.store.tables import ReadTable, Stamp


class _Going(NamedTuple):
    """A fold that has begun and not come to its end."""

    fold: Fold
    held: Held
    at_fold: dict[Key, bytes | None]
    """What was edited between the fold before and the beginning of this one."""


class Folding:
    """What is folded and what is not; one fold at a time, which may run in any thread."""

    def __init__(self, folder: Path) -> None:
        self.folded = Folded()
        self.key = ""
        """A digest that names the tables as last folded; empty where it can't be told."""
        self.stale: set[str] = set()
        """The tables whose files do not hold everything."""
        self.seen: dict[str, Stamp | None] = {}
        """The tables' files as they were last seen."""
        self.problem: Problem | None = None
        """Why the last fold did not succeed."""
        self.applying = Lock()
        """Held by whoever changes what is held, or what of it is folded."""
        self._folder = folder
        self._journal_folder = folder / "journal"
        self._going: _Going | None = None

    def start(self, found: Found) -> None:
        """Begin with what a data folder was found to hold."""
        self.folded = found.folded
        self.seen = {name: file.stamp for name, file in found.files.items()}
        self.stale = {*found.unmarked, *found.gone, *found.folded.next}
        self.key = "" if self.stale else found.folded.key

    def take_as_folded(self, held: Held, table: str, file: ReadTable, transactions: int) -> None:
        """Take a table's file, which somebody else changed, as what was folded last.

        What is in it is among the transactions. OSError where the disk refuses.
        """
        self.stale.add(table)
        with self.applying:
            self.key = ""
            held.take_as_folded(table, file.lines)
        self.folded = take_as_folded(self._journal_folder, self.folded, table, file, transactions)
        self.seen[table] = file.stamp

    def unfolded(self, held: Held) -> tuple[str, dict[Key, bytes | None]]:
        """Return `key`, and the line in those tables of each record that was edited since."""
        with self.applying:
            before = {} if self._going is None else self._going.at_fold
            return self.key, held.at_fold | before

    @property
    def is_on(self) -> bool:
        """Whether a fold has begun and not come to its end."""
        return self._going is not None

    def begin(
        self, held: Held, journal: Journal, transactions: int, upgrade: Upgrade | None = None
    ) -> Fold:
        """Begin a fold of what is held now, and a new segment for what is edited from now on."""
        with self.applying:
            names = sorted(self.stale)
            begun = Beginning(
                folded=self.folded,
                segment=journal.number,
                transactions=transactions,
                stamps=dict(self.seen),
                upgrade=upgrade,
            )
            lines = {name: held.table(name) for name in names}
            fold = Fold(self._folder, begun, lines, {name: tuple(held.ids(name)) for name in names})
            journal.begin_next()
            self.stale.clear()
            self._going = _Going(fold, held, held.at_fold)
            held.at_fold = fold.since
            self.problem = None
        return fold

    def run(self, fold: Fold) -> None:
        """Carry a fold out; where that fails keep the reason as `problem`: nothing is lost."""
        try:
            fold.run()
        except (OSError, BriefingError) as error:
            self._end(fold, error)
        else:
            self._end(fold, None)

    def finish(self) -> None:
        """Wait for a fold that runs in another thread, or run one that was only begun."""
        going = self._going
        if going is not None:
            going.fold.hurry()
            self.run(going.fold)

    def fail(self, error: Exception) -> None:
        """Tell why tables are not folded."""
        self.problem = Problem(str(self._folder), None, f"not yet tidied up: {error}")

    def _end(self, fold: Fold, error: Exception | None) -> None:
        with self.applying:
            going = self._going
            if going is None or going.fold is not fold:
                return
            self._going = None
            self.folded = fold.folded
            self.seen |= {name: mark.stamp for name, mark in fold.in_place.items()}
            if error is not None:
                self.fail(error)
                self._take_back(going)
                return
            self.problem = None
            self.key = fold.folded.key
        with suppress(OSError):
            prune(self._journal_folder, self.folded.segment)

    def _take_back(self, going: _Going) -> None:
        """Count what a fold that failed has not put in place as not folded still."""
        fold, held = going.fold, going.held
        self.stale.update(fold.tables)
        held.at_fold = held.at_fold | {
            key: line for key, line in going.at_fold.items() if key[0] not in fold.in_place
        }
        if fold.in_place:
            self.key = ""
