"""Bringing the readable tables up to the journal, in slices that no key press feels.

A fold writes the tables as they were at its beginning, while edits go on: it covers the segments
until then, and whatever is edited later stands in the next one. At every moment a crash leaves
tables that the journal, read on from `fold.json`, makes whole.
"""

import hashlib
import os
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec

from briefing.platform import (
    make_private_folder,
    open_new,
    replace,
    sync_file,
    sync_folder,
    write_all,
    write_whole,
)
from briefing.store.errors import DamagedError
from briefing.store.journal import Transaction
from briefing.store.schema import newest, upgraded, write_format
from briefing.store.tables import Mark, ReadTable, Stamp, stamp, write_table

Key = tuple[str, str]
"""A table's name and a record's id."""

SLICE_BYTES = 128 << 10
"""How much is written and synced at once: a save that comes between waits no longer than that."""

_PAUSE = 0.004
"""Seconds between two slices, for whoever waits for the interpreter or the disk."""


class Upgrade(msgspec.Struct, frozen=True):
    """A step of the records' fields that this folder has taken."""

    schema: int
    """The schema that it began at."""
    transactions: int
    """The last transaction whose lines are of that schema."""


class Folded(msgspec.Struct, frozen=True, omit_defaults=True):
    """`journal/fold.json`: what the tables hold already; it stays with this folder's journal."""

    segment: int = 0
    """The last segment that is wholly in the tables."""
    transactions: int = 0
    """The number of the last transaction in it."""
    tables: dict[str, Mark] = {}
    next: dict[str, Mark] = {}
    """The tables that were being put in place when it was written: they may be in place."""
    upgrades: tuple[Upgrade, ...] = ()
    taken_in: dict[str, int] = {}
    """The last transaction when others' changes of a table were taken in, if since the fold."""

    def marks(self, table: str) -> list[Mark]:
        """Return the marks that a table of ours may bear."""
        return [marks[table] for marks in (self.tables, self.next) if table in marks]

    @property
    def key(self) -> str:
        """A digest that names these very tables; empty while they are being put in place."""
        if self.next:
            return ""
        return hashlib.sha256(repr(sorted(self.tables.items())).encode()).hexdigest()


def read_folded(journal: Path) -> Folded:
    """Return what was last folded; DamagedError where that can't be read."""
    path = journal / "fold.json"
    with suppress(FileNotFoundError):
        try:
            return msgspec.json.decode(path.read_bytes(), type=Folded)
        except ValueError as error:
            raise DamagedError(path, None, f"this is not what it was ({error})") from error
    return Folded()


def write_folded(journal: Path, folded: Folded) -> None:
    """Write down what is folded, whole or not at all."""
    make_private_folder(journal)
    write_whole(journal / "fold.json", msgspec.json.encode(folded))


def base_path(journal: Path, table: str) -> Path:
    """Return the copy of a table as it was last folded: what outside changes are compared with."""
    return journal / "base" / f"{table}.jsonl"


def take_as_folded(
    journal: Path, folded: Folded, table: str, file: ReadTable, transactions: int
) -> Folded:
    """Write down that a table's file, which somebody else changed, is what was folded last.

    What is in it is among the transactions. OSError where the disk refuses.
    """
    make_private_folder(journal / "base")
    write_table(base_path(journal, table), file.lines)
    mark = Mark(file.stamp.size, file.sha256, file.stamp.modified, file.stamp.inode)
    tables = {**folded.tables, table: mark}
    taken_in = {**folded.taken_in, table: transactions}
    taken = msgspec.structs.replace(folded, tables=tables, taken_in=taken_in)
    write_folded(journal, taken)
    return taken


def in_newest_schema(transaction: Transaction, upgrades: Sequence[Upgrade]) -> Transaction:
    """Return a transaction with its lines as the schema of today has them."""
    for step in upgrades:
        if transaction.number <= step.transactions:
            return transaction._replace(
                operations=tuple(
                    op._replace(
                        before=op.before and upgraded(op.table, op.before, step.schema),
                        after=op.after and upgraded(op.table, op.after, step.schema),
                    )
                    for op in transaction.operations
                )
            )
    return transaction


class Beginning(NamedTuple):
    """What a fold begins with."""

    folded: Folded
    """What was folded until then."""
    segment: int
    """The last segment that it covers."""
    transactions: int
    """The last transaction that it covers."""
    stamps: Mapping[str, Stamp | None]
    """The tables' files as they were last seen."""
    upgrade: Upgrade | None = None
    """The step of the records' fields that the lines have taken already."""


class Fold:
    """One fold, from its beginning on. `run` may be called from any thread, once or again."""

    def __init__(
        self,
        folder: Path,
        begun: Beginning,
        lines: Mapping[str, Mapping[str, bytes]],
        ids: Mapping[str, Sequence[str]],
    ) -> None:
        self.folded = begun.folded
        """What is folded: the last one's until this one is done, where it fails part of each."""
        self.in_place: dict[str, Mark] = {}
        """The tables whose new file is in place."""
        self.since: dict[Key, bytes | None] = {}
        """The lines at the beginning of records that were edited since: filled before each edit."""
        self.is_done = False
        self._folder = folder
        self._journal = folder / "journal"
        self._begun = begun
        self._lines = lines
        self._ids = ids
        self._is_urgent = False
        self._running = Lock()

    @property
    def tables(self) -> Sequence[str]:
        """The tables that it writes."""
        return sorted(self._ids)

    def wait(self) -> None:
        """Come back when nobody runs it."""
        with self._running:
            pass

    def hurry(self) -> None:
        """Leave out the pauses: somebody waits for the end."""
        self._is_urgent = True

    def run(self) -> None:
        """Write what is left to write.

        OSError where the disk refuses, DamagedError where a table was changed from outside in the
        meantime; the journal then still holds everything.
        """
        with self._running:
            for _ in self._steps():
                if not self._is_urgent:
                    time.sleep(_PAUSE)

    def _steps(self) -> Iterator[None]:
        if self.is_done:
            return
        make_private_folder(self._journal)
        make_private_folder(self._journal / "base")
        written: dict[str, Mark] = {}
        try:
            for name in self.tables:
                written[name] = yield from self._write(name)
            for name in self.tables:
                self._require_unchanged(name)
            self._put_in_place(written)
        except BaseException:
            for name in self.tables:
                for path in self._paths(name):
                    with suppress(OSError):
                        _new(path).unlink(missing_ok=True)
            raise
        self.is_done = True

    def _write(self, name: str) -> Generator[None, None, Mark]:
        """Write a table's new file and its copy beside the old ones, and return its mark."""
        descriptors = [open_new(_new(path)) for path in self._paths(name)]
        digest = hashlib.sha256()
        try:
            for part in self._slices(name):
                digest.update(part)
                for descriptor in descriptors:
                    write_all(descriptor, part)
                    if not self._is_urgent:
                        sync_file(descriptor)
                yield
            for descriptor in descriptors:
                sync_file(descriptor)
            found = os.fstat(descriptors[0])
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return Mark(found.st_size, digest.hexdigest(), found.st_mtime_ns, found.st_ino)

    def _slices(self, name: str) -> Iterator[bytes]:
        lines = self._lines.get(name, {})
        parts: list[bytes] = []
        size = 0
        for id in self._ids[name]:
            # In this order: an edit puts the old line into `since` before the new one in its place.
            line = lines.get(id)
            line = self.since.get((name, id), line)
            if line is None:
                continue
            parts += (line, b"\n")
            size += len(line) + 1
            if size >= SLICE_BYTES:
                yield b"".join(parts)
                parts, size = [], 0
        yield b"".join(parts)

    def _put_in_place(self, written: Mapping[str, Mark]) -> None:
        old, begun = self._begun.folded, self._begun
        upgrades = old.upgrades if begun.upgrade is None else (*old.upgrades, begun.upgrade)
        intended = msgspec.structs.replace(old, next=dict(written), upgrades=upgrades)
        write_folded(self._journal, intended)
        for name in self.tables:
            path, _ = self._paths(name)
            replace(_new(path), path)
            self.in_place[name] = written[name]
            tables = {**old.tables, **self.in_place}
            self.folded = msgspec.structs.replace(intended, tables=tables)
        # No copy is ever ahead of its table: what is changed outside rests on the copy or on more.
        sync_folder(self._folder)
        for name in self.tables:
            _, copy = self._paths(name)
            replace(_new(copy), copy)
        sync_folder(self._journal / "base")
        if begun.upgrade is not None:
            write_format(self._folder, newest())
        done = Folded(begun.segment, begun.transactions, {**old.tables, **written}, {}, upgrades)
        write_folded(self._journal, done)
        self.folded = done

    def _require_unchanged(self, name: str) -> None:
        path = self._folder / f"{name}.jsonl"
        if stamp(path) != self._begun.stamps.get(name):
            raise DamagedError(path, None, "it was changed from outside while the desk is open")

    def _paths(self, name: str) -> tuple[Path, Path]:
        return self._folder / f"{name}.jsonl", base_path(self._journal, name)


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")
