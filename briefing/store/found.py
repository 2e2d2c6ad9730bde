"""What a data folder holds: its tables, and the edits that they do not have yet, read together."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.store import outside
from briefing.store.errors import DamagedError
from briefing.store.fold import Folded, base_path, read_folded
from briefing.store.journal import (
    Operation,
    Transaction,
    read_segment,
    segment_numbers,
    segment_path,
)
from briefing.store.tables import ReadTable, Stamp, put_line, read_table, stamp, table_paths

Position = tuple[int, int]
"""A segment's number and an offset in it."""

Lines = dict[str, bytes]
"""A table: id -> line."""


class Found(NamedTuple):
    """All that a data folder holds, read together."""

    folder: Path
    folded: Folded
    files: Mapping[str, ReadTable]
    bases: Mapping[str, Lines]
    """The copies of those tables that are not as they were last folded."""
    waiting: Sequence[Transaction]
    """The edits since the last fold."""
    position: Position
    """Where the journal ends."""

    @property
    def unmarked(self) -> list[str]:
        """The tables whose files are not those that this program wrote last."""
        return [name for name, file in self.files.items() if file.mark is None]

    @property
    def changed(self) -> list[str]:
        """The tables that somebody else changed: all strange ones, but in a folder that is new."""
        return self.unmarked if self.folded.tables or self.waiting else []

    @property
    def gone(self) -> set[str]:
        """The tables whose files are missing."""
        return {*self.folded.tables} - {*self.files}

    def tables(self) -> dict[str, Lines]:
        """Return the tables as they were last folded.

        DamagedError where a file is missing and no copy of it is there.
        """
        held = {name: file.lines for name, file in self.files.items()}
        return held | {name: self._base(name) for name in [*self.changed, *self.gone]}

    def edits_outside(self, name: str, base: Lines, ours: Lines) -> list[Operation]:
        """Return the edits that a table which somebody else changed asks for."""
        # Only a fold that was cut short leaves a table that is neither as it was nor changed by
        # somebody else: it is ahead of its copy, or behind it.
        states = outside.states_of(self.waiting) if self.folded.next else {}
        return list(outside.edits(name, base, ours, self.files[name].lines, states))

    def _base(self, name: str) -> Lines:
        """Return a table as it was last folded, or the likeliest where no copy tells."""
        folded = self.folded.tables
        if name in self.bases or (folded and name not in folded):
            known = self.folded.taken_in.get(name, 0)
            later = [transaction for transaction in self.waiting if transaction.number > known]
            return outside.with_taken_in(name, self.bases.get(name, {}), later)
        if name not in self.files:
            raise DamagedError(self.folder / f"{name}.jsonl", None, "this file is missing")
        base = dict(self.files[name].lines)
        for (table, id), (first, *_) in outside.states_of(self.waiting).items():
            if table == name:
                put_line(base, id, first)
        return base


def look(folder: Path, *, alone: bool) -> Found:
    """Read all files of a data folder.

    Again where another program folded meanwhile, unless one is `alone`, so that they fit together.
    """
    journal = folder / "journal"
    while True:
        folded = read_folded(journal)
        try:
            found = _read(folder, folded)
        except (FileNotFoundError, DamagedError):
            if alone or read_folded(journal) == folded:
                raise
            continue
        if alone or read_folded(journal) == folded:
            return found


def read_on(journal: Path, position: Position, last: int) -> tuple[list[Transaction], Position]:
    """Read the journal from a position on; return what is there and where it ends.

    DamagedError where transactions are missing after the `last` one that is known.
    """
    found: list[Transaction] = []
    first, start = position
    numbers = [number for number in segment_numbers(journal) if number >= first]
    for number in numbers:
        path = segment_path(journal, number)
        begin = start if number == first else 0
        segment = read_segment(path, begin, is_last=number == numbers[-1])
        if segment.transactions and segment.transactions[0].number != last + 1:
            raise DamagedError(path, None, f"what was saved before it is missing (after {last})")
        last += len(segment.transactions)
        found += segment.transactions
        position = (number, segment.length)
    return found, position


def changed_files(folder: Path, seen: Mapping[str, Stamp | None]) -> list[str]:
    """Return the tables whose file is not the one that was last seen."""
    stamps = {name: stamp(path) for name, path in table_paths(folder).items()}
    return [name for name in sorted({*stamps, *seen}) if stamps.get(name) != seen.get(name)]


def _read(folder: Path, folded: Folded) -> Found:
    journal = folder / "journal"
    paths = table_paths(folder)
    files = {name: read_table(path, folded.marks(name)) for name, path in paths.items()}
    unmarked = {name for name, file in files.items() if file.mark is None}
    wanted = {*folded.tables} - {*files} | (unmarked if folded.tables else set())
    copies = {name: base_path(journal, name) for name in wanted}
    bases = {name: read_table(path).lines for name, path in copies.items() if path.exists()}
    waiting, position = read_on(journal, (folded.segment + 1, 0), folded.transactions)
    return Found(folder, folded, files, bases, waiting, position)
