"""The journal: every change as a line with a checksum, on the disk before it counts."""

import datetime as dt
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec

from briefing.platform import (
    PRIVATE_FILE,
    make_private_folder,
    sync_file,
    sync_folder,
    write_all,
)
from briefing.store.errors import DamagedError, NotSavedError, StoppedError

KEPT_BYTES, KEPT_SECONDS = 64 << 20, 90 * 24 * 3600
"""How much of the journal stays as history although the tables hold it."""

_NAME = re.compile(r"(\d{6,})\.jsonl")
_LINE = re.compile(rb'\["([0-9a-f]{8})",(.*)\]', re.DOTALL)
_ABSENT = b"null"


class Operation(NamedTuple):
    """One record's change, as the lines before and after; None where there is no record."""

    table: str
    id: str
    before: bytes | None
    after: bytes | None


class Transaction(NamedTuple):
    """Changes that happened together or not at all."""

    number: int
    """Counted from 1 over the life of a folder."""
    operations: tuple[Operation, ...]
    label: str = ""
    """What was done, in words."""
    person: str = ""
    at: dt.datetime | None = None
    undoes: int | None = None
    """The number of the transaction that this one takes back."""
    redoes: int | None = None
    """The number of the undoing that this one takes back."""
    outside: bool = False
    """Whether somebody else made the change, in the tables' files."""
    synced: int | None = None
    """How much of its segment the disk was sure to have when it was written; None: all before."""


class _WrittenOperation(msgspec.Struct, array_like=True, frozen=True):
    table: str
    id: str
    before: msgspec.Raw
    after: msgspec.Raw


class _Written(msgspec.Struct, kw_only=True, omit_defaults=True, frozen=True):
    number: int
    label: str = ""
    person: str = ""
    at: dt.datetime | None = None
    undoes: int | None = None
    redoes: int | None = None
    outside: bool = False
    synced: int | None = None
    operations: tuple[_WrittenOperation, ...]


_DECODER = msgspec.json.Decoder(_Written)


class Segment(NamedTuple):
    """What a segment's file holds from some offset on."""

    transactions: list[Transaction]
    length: int
    """The file's length up to the end of the last whole line."""


def segment_path(folder: Path, number: int) -> Path:
    """Return the file of a segment in the journal's folder."""
    return folder / f"{number:06d}.jsonl"


def segment_numbers(folder: Path) -> list[int]:
    """Return the numbers of the segments in the journal's folder, the oldest first."""
    if not folder.is_dir():
        return []
    names = (_NAME.fullmatch(path.name) for path in folder.iterdir())
    return sorted(int(name[1]) for name in names if name)


def read_segment(path: Path, start: int = 0, *, is_last: bool) -> Segment:
    """Return what a segment holds from an offset on.

    The end of the last segment may be torn: nobody was told that it is saved, so it is left out.
    DamagedError with file and line where any other line is not what was written.
    """
    with path.open("rb") as file:
        file.seek(start)
        content = file.read()
    transactions: list[Transaction] = []
    position = 0
    while (end := content.find(b"\n", position)) >= 0:
        written = _checksummed(content[position:end])
        if written is None:
            break
        transactions.append(_decoded(written))
        position = end + 1
    rest = content[position:]
    if rest and not (is_last and _is_torn(rest, start + position)):
        raise _damaged(path, None if start else len(transactions) + 1)
    return Segment(transactions, start + position)


def newest_first(folder: Path) -> Iterator[Transaction]:
    """Yield every transaction that the journal's folder still holds, from the last one back.

    DamagedError with file and line on coming to a line that is not what was written.
    """
    numbers = segment_numbers(folder)
    for number in reversed(numbers):
        path = segment_path(folder, number)
        content = path.read_bytes()
        if number == numbers[-1] and (b"\0" in content or not content.endswith(b"\n")):
            yield from reversed(read_segment(path, is_last=True).transactions)
            continue
        *lines, rest = content.split(b"\n")
        if rest:
            raise _damaged(path, len(lines) + 1)
        for line_number in range(len(lines), 0, -1):
            written = _checksummed(lines[line_number - 1])
            if written is not None:
                yield _decoded(written)
            elif number != numbers[-1] or line_number < len(lines):
                raise _damaged(path, line_number)


def prune(folder: Path, folded: int) -> None:
    """Remove the segments that undo is not expected to reach, of those that are folded.

    What is kept is the last 64 MB, and 90 days before the newest segment: the clock of today plays
    no part, since it may be wrong. OSError where one can't be removed.
    """
    found = [(path, path.stat()) for path in _segments(folder)]
    size, newest = 0, max((stat.st_mtime for _, stat in found), default=0.0)
    for path, stat in reversed(found):
        size += stat.st_size
        is_old = newest - stat.st_mtime > KEPT_SECONDS
        if size > KEPT_BYTES and is_old and int(path.stem) <= folded:
            path.unlink(missing_ok=True)


def _segments(folder: Path) -> list[Path]:
    return [segment_path(folder, number) for number in segment_numbers(folder)]


def encoded(transaction: Transaction) -> bytes:
    """Return a transaction as a line of a segment, with its end."""
    fields = transaction._asdict()
    fields["operations"] = tuple(
        _WrittenOperation(table, id, msgspec.Raw(before or _ABSENT), msgspec.Raw(after or _ABSENT))
        for table, id, before, after in transaction.operations
    )
    content = msgspec.json.encode(_Written(**fields))
    return b'["%08x",%b]\n' % (zlib.crc32(content), content)


def decoded(line: bytes) -> Transaction | None:
    """Return what a segment's line says, without its end; None where it was not written so."""
    written = _checksummed(line)
    return None if written is None else _decoded(written)


class Journal:
    """The segment that is being written: open for appending, on the disk with each `sync`."""

    def __init__(self, folder: Path, number: int, length: int = 0) -> None:
        self._folder = folder
        self._descriptor: int | None = None
        self._is_stopped = False
        self._is_name_synced = False
        self.number = number
        self.length = length
        self._syncing = Lock()
        self._synced = length
        """How much of it the disk is sure to have."""

    @property
    def is_stopped(self) -> bool:
        """Whether the disk failed in a way after which nobody knows what it holds."""
        return self._is_stopped

    @property
    def is_synced(self) -> bool:
        """Whether the disk is sure to have all that was written."""
        return self._synced == self.length

    def settle(self) -> None:
        """Make sure of the segment that is there, without what stands after its last whole line.

        A process that was killed may have synced neither its lines nor its name. OSError where it
        can't be done.
        """
        if segment_path(self._folder, self.number).exists():
            sync_file(self._open())
            self._sync_name()
            self._synced = self.length

    def write(self, transaction: Transaction) -> None:
        """Write a transaction: a crash of this program can't lose it, a power cut can until `sync`.

        NotSavedError where the disk does not take it, then the segment ends as it did before.
        StoppedError once it `is_stopped`.
        """
        if self._is_stopped:
            raise StoppedError(self._folder.parent)
        waits = self._synced < self.length
        line = encoded(transaction._replace(synced=self._synced if waits else None))
        try:
            descriptor = self._open()
            write_all(descriptor, line)
        except OSError as error:
            self._cut_back(self.length)
            raise NotSavedError(self._folder.parent, error) from error
        except BaseException:
            self._cut_back(self.length)
            raise
        self.length += len(line)

    def sync(self) -> None:
        """Wait for the disk; on return no power cut can lose what was written before the call.

        May be called in any thread. NotSavedError where the disk fails: then the segment ends
        where the disk is sure to have it, and it `is_stopped`.
        """
        with self._syncing:
            if self._is_stopped:
                raise StoppedError(self._folder.parent)
            if not self.is_synced:
                self._sync(self.length)

    def begin_next(self) -> None:
        """Write from now on to a new segment; its file is made by the first line."""
        self.close()
        self._is_name_synced = False
        self.number += 1
        self.length = self._synced = 0

    def close(self) -> None:
        """Let go of the file."""
        with self._syncing:
            if self._descriptor is not None:
                os.close(self._descriptor)
                self._descriptor = None

    def _open(self) -> int:
        if self._descriptor is None:
            make_private_folder(self._folder)
            path = segment_path(self._folder, self.number)
            flags = os.O_CREAT | os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(path, flags, PRIVATE_FILE)
            os.ftruncate(self._descriptor, self.length)
        return self._descriptor

    def _sync(self, length: int) -> None:
        # After a failed fsync the kernel may drop the pages and report success the next time
        # (PostgreSQL wiki, "Fsync Errors"), so it is never tried again.
        try:
            sync_file(self._open())
            self._sync_name()
        except OSError as error:
            self._is_stopped = True
            self._cut_back(self._synced)
            raise NotSavedError(self._folder.parent, error) from error
        except BaseException:
            self._is_stopped = True
            raise
        self._synced = length

    def _sync_name(self) -> None:
        if not self._is_name_synced:
            sync_folder(self._folder)
            sync_folder(self._folder.parent)
            self._is_name_synced = True

    def _cut_back(self, length: int) -> None:
        if self._descriptor is None:
            return
        try:
            os.ftruncate(self._descriptor, length)
        except OSError:
            self._is_stopped = True


def _checksummed(line: bytes) -> bytes | None:
    """Return what a line's checksum is of, or None where the two disagree."""
    match = _LINE.fullmatch(line)
    if match is None or int(match[1], 16) != zlib.crc32(match[2]):
        return None
    return match[2]


def _decoded(content: bytes) -> Transaction:
    written = _DECODER.decode(content)
    operations = tuple(
        Operation(op.table, op.id, _bytes(op.before), _bytes(op.after)) for op in written.operations
    )
    return Transaction(
        number=written.number,
        operations=operations,
        label=written.label,
        person=written.person,
        at=written.at,
        undoes=written.undoes,
        redoes=written.redoes,
        outside=written.outside,
        synced=written.synced,
    )


def _damaged(path: Path, line: int | None) -> DamagedError:
    return DamagedError(path, line, "this line of the journal is damaged")


def _is_torn(rest: bytes, position: int) -> bool:
    """Whether what stands at a position was being written when the power went.

    Of what the disk was not sure to have it may give zeros, of the last line a part; and no line
    after it may have been written when the disk was sure to have this one.
    """
    lines = rest.removesuffix(b"\n").split(b"\n")
    at = position
    for line in lines:
        written = _checksummed(line)
        if written is not None:
            synced = _decoded(written).synced
            if (at if synced is None else synced) > position:
                return False
        elif b"\0" not in line and at + len(line) + 1 < position + len(rest):
            return False
        at += len(line) + 1
    return True


def _bytes(raw: msgspec.Raw) -> bytes | None:
    line = bytes(raw)
    return None if line == _ABSENT else line
