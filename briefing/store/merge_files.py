"""What git hands over to be merged: three versions of a table's file, or of store.json."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from briefing.model import DoubtKind, Proposal, Record
from briefing.platform import write_whole
from briefing.store.errors import DamagedError, StoreError
from briefing.store.merge import OTHER_VERSIONS, merge_tables
from briefing.store.records import KINDS, decode, document
from briefing.store.schema import Format
from briefing.store.tables import is_table_name, read_table, write_table

_SIDES = ("before both changes", "of our side", "of the other side")

Lines = Mapping[str, bytes]


class UnmergedError(StoreError):
    """One of the versions can't be read."""

    def __init__(self, path: str, side: str, what: str) -> None:
        super().__init__(f"{path} {side} was not merged: {what}")


class NoTableError(StoreError):
    """A file is none that is merged record by record."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is no table of a desk, so it is not merged here.")


def merge_files(base: Path, ours: Path, theirs: Path, path: str) -> list[str]:
    """Write what two versions of a file come to over ours; return the ids of what is in doubt now.

    `path` says which file of a desk they are versions of. NoTableError, UnmergedError with the line
    where one can't be read; nothing is written then.
    """
    file = Path(path)
    if file.name == "store.json":
        write_whole(ours, max((_format(one, path) for one in (ours, theirs)), key=_version))
        return []
    if file.suffix != ".jsonl" or not is_table_name(file.stem):
        raise NoTableError(path)
    versions = (base, ours, theirs)
    tables = [_lines(one, path, side) for one, side in zip(versions, _SIDES, strict=True)]
    _require_readable(file.stem, tables, path)
    merged = merge_tables(file.stem, *tables)
    write_table(ours, merged)
    return [id for id, line in merged.items() if _is_newly_in_doubt(file.stem, id, line, tables)]


def _format(file: Path, path: str) -> bytes:
    content = file.read_bytes()
    try:
        msgspec.json.decode(content, type=Format)
    except ValueError as error:
        raise UnmergedError(path, "of one side", f"this is not what it was ({error})") from error
    return content


def _version(content: bytes) -> tuple[int, int]:
    written = msgspec.json.decode(content, type=Format)
    return written.format, written.schema


def _lines(file: Path, path: str, side: str) -> Lines:
    try:
        return read_table(file).lines
    except DamagedError as error:
        # Git gives the versions names of its own, which tell nobody anything.
        raise UnmergedError(path, side, str(error).replace(f"{file}:", "line ", 1)) from error


def _require_readable(table: str, tables: list[Lines], path: str) -> None:
    """Refuse a record that both sides changed and one wrote in a way that is not known here."""
    kind = KINDS.get(table)
    base, ours, theirs = tables
    if kind is None:
        return
    for id in ours.keys() & theirs.keys():
        if ours[id] != theirs[id] and base.get(id) not in (ours[id], theirs[id]):
            for lines, side in zip((ours, theirs), _SIDES[1:], strict=True):
                try:
                    decode(kind, lines[id])
                except ValueError as error:
                    raise UnmergedError(path, side, f"{id}: {error}") from error


def _is_newly_in_doubt(table: str, id: str, line: bytes, tables: list[Lines]) -> bool:
    _, ours, theirs = (lines.get(id) for lines in tables)
    if line in (ours, theirs):
        return False
    before = {told for side in (ours, theirs) if side is not None for told in _told(table, side)}
    return not before.issuperset(_told(table, line))


def _told(table: str, line: bytes) -> Iterator[str]:
    """Yield what a record tells of versions that disagree."""
    kind = KINDS.get(table)
    if kind is None:
        yield from map(str, document(line).get(OTHER_VERSIONS, ()))
        return
    record: Record = decode(kind, line)
    drafts = (record.draft,) if isinstance(record, Proposal) else ()
    for one in (record, *drafts):
        for path, doubt in one.doubts:
            if doubt.kind is DoubtKind.VERSIONS_DISAGREE:
                yield f"{path}: {doubt.words}"
