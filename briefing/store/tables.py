"""Table files: a record a line, sorted by id, so that people and git can read them."""

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import methodcaller
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from briefing.platform import write_whole
from briefing.store.errors import DamagedError

_NAME = re.compile(r"\w+")
_CONFLICT_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
_CHUNK = 4 << 20
"""Bytes read at once: a whole table in one piece would stand in memory twice."""


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    modified: int
    size: int
    inode: int


class Mark(msgspec.Struct, frozen=True):
    """What a table's file was like when it was last written: by its stamp and by its digest."""

    size: int
    sha256: str
    modified: int
    inode: int

    @property
    def stamp(self) -> Stamp:
        """The stamp of the file."""
        return Stamp(self.modified, self.size, self.inode)


class ReadTable(NamedTuple):
    """A table's file as it was read."""

    lines: dict[str, bytes]
    stamp: Stamp
    mark: Mark | None
    """Which of the marks it was read for it bears; None where it was changed from outside."""
    sha256: str
    """Its digest; empty where its stamp was enough to know it."""


class _Head(msgspec.Struct):
    id: str


_WRITTEN_HEAD = re.compile(rb'\{"type":"[^"\\]*","id":"')
_HEAD = msgspec.json.Decoder(_Head)


def is_table_name(name: str) -> bool:
    """Return whether a table may be called so: one word, so that it is a file's name anywhere."""
    return bool(_NAME.fullmatch(name))


def table_paths(folder: Path) -> dict[str, Path]:
    """Return the table files in a data folder by their table's name."""
    if not folder.is_dir():
        return {}
    paths = sorted(folder.glob("*.jsonl"))
    return {path.stem: path for path in paths if is_table_name(path.stem)}


def stamp(path: Path) -> Stamp | None:
    """Return a file's stamp, or None where there is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read_table(path: Path, marks: Collection[Mark] = ()) -> ReadTable:
    """Return what a table's file holds; DamagedError with file and line where a line is none.

    A file that bears one of the marks was written by this program, so its lines are not checked.
    """
    with path.open("rb") as file:
        found = _stamp_of(file)
        for mark in marks:
            if mark.stamp == found:
                return ReadTable(_written_lines(path, file), found, mark, "")
        digest = hashlib.sha256()
        lines = _checked_lines(path, file, digest)
    sha256 = digest.hexdigest()
    return ReadTable(lines, found, next((m for m in marks if m.sha256 == sha256), None), sha256)


def write_table(path: Path, records: Mapping[str, bytes]) -> None:
    """Replace a table's file by these lines, whole or not at all."""
    write_whole(path, b"".join(records[id] + b"\n" for id in sorted(records)))


def put_line(lines: dict[str, bytes], id: str, line: bytes | None) -> None:
    """Put a line in the place of a record's; None takes the record out."""
    if line is None:
        lines.pop(id, None)
    else:
        lines[id] = line


def line_number(path: Path, line: bytes) -> int | None:
    """Return where a line stands in a table's file, from 1; None where it is not there yet."""
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    return next((n for n, raw in enumerate(lines, start=1) if raw.strip() == line), None)


def _stamp_of(file: BinaryIO) -> Stamp:
    found = os.fstat(file.fileno())
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def _written_lines(path: Path, file: BinaryIO) -> dict[str, bytes]:
    """Return lines as this program writes them, which it takes on trust."""
    records: dict[str, bytes] = {}
    for lines in _lines(file):
        ids = _written_ids(lines) or [_id(path, None, line) for line in lines]
        records.update(zip(ids, lines, strict=True))
    return records


def _written_ids(lines: Sequence[bytes]) -> list[str]:
    """Return the ids of lines in which it comes right after the type; none where one has it not so.

    By few steps of Python a line: opening a large desk waits for nothing as long as for this.
    """
    found = _WRITTEN_HEAD.match(lines[0]) if lines else None
    if found is None or not all(map(methodcaller("startswith", found[0]), lines)):
        return []
    start = found.end()
    ids = b"\n".join([line[start : line.find(b'"', start)] for line in lines])
    return ids.decode().split("\n") if b"\\" not in ids else []


def _checked_lines(path: Path, file: BinaryIO, digest: "hashlib._Hash") -> dict[str, bytes]:
    records: dict[str, bytes] = {}
    number = 0
    for lines in _lines(file, digest):
        for raw in lines:
            number += 1
            line = raw.strip()
            if not line:
                continue
            id = _id(path, number, line)
            if records.setdefault(id, line) != line:
                raise DamagedError(path, number, f"there is a second record {id!r}")
    return records


def _lines(file: BinaryIO, digest: "hashlib._Hash | None" = None) -> Iterator[list[bytes]]:
    """Yield a file's lines, many at a time; an empty last one is left out."""
    rest = b""
    while chunk := file.read(_CHUNK):
        if digest is not None:
            digest.update(chunk)
        *lines, rest = (rest + chunk).split(b"\n")
        yield lines
    if rest:
        yield [rest]


def _id(path: Path, number: int | None, line: bytes) -> str:
    try:
        line.decode()  # What msgspec passes over it does not check.
        return _HEAD.decode(line).id
    except ValueError as error:
        raise DamagedError(path, number, what_is_wrong(line, error)) from error


def id_of(line: bytes) -> str:
    """Return the id of a record's line; ValueError where it is none."""
    return _HEAD.decode(line).id


def what_is_wrong(line: bytes, error: ValueError) -> str:
    """Return in words why a line of a table is no record."""
    if line.startswith(_CONFLICT_MARKS):
        return "a git merge was left unresolved here"
    if line.startswith(b"{") and not line.endswith(b"}"):
        return "the line is cut off"
    return f"this is not a record ({error})"
