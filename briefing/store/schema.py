"""The versions of the layout on disk and of the records' fields, and the steps between them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from briefing.platform import write_whole
from briefing.store.errors import DamagedError, NewerError

FORMAT = 1
"""The layout on disk."""

Fields = dict[str, Any]
Step = Callable[[str, Fields], Fields]

STEPS: tuple[Step, ...] = ()
"""Pure functions of a table's name and a record's fields: the first leads from schema 1 to 2."""


class Format(msgspec.Struct, frozen=True):
    """`store.json`, which travels with the tables."""

    format: int
    schema: int


def newest() -> int:
    """Return the schema that this program writes."""
    return 1 + len(STEPS)


def read_format(folder: Path) -> Format:
    """Return a data folder's format; the newest where nothing is written yet.

    NewerError where a newer program wrote it, DamagedError where it can't be read.
    """
    path = folder / "store.json"
    if not path.exists():
        return Format(FORMAT, newest())
    try:
        written = msgspec.json.decode(path.read_bytes(), type=Format)
    except ValueError as error:
        raise DamagedError(path, None, f"this is not what it was ({error})") from error
    if written.format > FORMAT or written.schema > newest():
        raise NewerError(path)
    return written


def write_format(folder: Path, schema: int) -> None:
    """Write a data folder's format, whole or not at all."""
    write_whole(folder / "store.json", msgspec.json.encode(Format(FORMAT, schema)) + b"\n")


def upgraded(table: str, line: bytes, schema: int) -> bytes:
    """Return a record's line as the newest schema has it; as it is where a step can't read it."""
    steps = STEPS[schema - 1 :]
    if not steps:
        return line
    fields: Fields = msgspec.json.decode(line)
    try:
        for step in steps:
            fields = step(table, fields)
    except (KeyError, TypeError, ValueError):
        return line
    return msgspec.json.encode(fields)


def upgraded_table(table: str, lines: Mapping[str, bytes], schema: int) -> dict[str, bytes]:
    """Return a table's lines as the newest schema has them."""
    return {id: upgraded(table, line, schema) for id, line in lines.items()}
