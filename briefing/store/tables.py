"""Table files: a record a line, sorted by id, so that people and git can read them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefing.platform import write_whole
from briefing.store.errors import DamagedError

_NAME = re.compile(r"\w+")
_CONFLICT_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    modified: int
    size: int
    inode: int


class _Head(msgspec.Struct):
    id: str


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


def read_table(path: Path) -> dict[str, bytes]:
    """Return a table's lines by id; DamagedError with file and line where one is none."""
    records: dict[str, bytes] = {}
    for number, raw in enumerate(path.read_bytes().split(b"\n"), start=1):
        line = raw.strip()
        if not line:
            continue
        try:
            id = _HEAD.decode(line).id
        except ValueError as error:
            raise DamagedError(path, number, _what_is_wrong(line, error)) from error
        if records.setdefault(id, line) != line:
            raise DamagedError(path, number, f"there is a second record {id!r}")
    return records


def write_table(path: Path, records: Mapping[str, bytes]) -> None:
    """Replace a table's file by these lines, whole or not at all."""
    write_whole(path, b"".join(records[id] + b"\n" for id in sorted(records)))


def line_number(path: Path, line: bytes) -> int | None:
    """Return where a line stands in a table's file, from 1; None where it is not there yet."""
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    return next((n for n, raw in enumerate(lines, start=1) if raw.strip() == line), None)


def _what_is_wrong(line: bytes, error: ValueError) -> str:
    if line.startswith(_CONFLICT_MARKS):
        return "a git merge was left unresolved here"
    if line.startswith(b"{") and not line.endswith(b"}"):
        return "the line is cut off"
    return f"this is not a record ({error})"
