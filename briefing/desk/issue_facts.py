"""The facts of an issue as bytes: a line on the issue itself, then one for each record."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from briefing.desk.note_files import Made
from briefing.model import Level, Note, Record, Source
from briefing.note.material import Material
from briefing.store import schema
from briefing.store.errors import DamagedError
from briefing.store.records import KINDS, decode, encode


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of an issue's facts; the others are records."""

    note: str
    number: int
    subject: str
    """Of the note."""
    seen_as: str
    """The subject as its readers had it, among the records."""
    kind: str
    level: Level
    schema: int
    """Of the records."""
    texts: Mapping[str, str]
    """Id of a source that is kept with the desk -> SHA-256 of its text."""


def written(note: Note, number: int, made: Made) -> bytes:
    """Return what a note is made from, to be kept with it."""
    sources = made.material.of(Source).values()
    head = Head(
        note=note.id,
        number=number,
        subject=note.subject,
        seen_as=made.material.subject,
        kind=note.kind,
        level=made.level,
        schema=schema.newest(),
        texts={source.id: source.text_sha256 for source in sources if source.is_held},
    )
    lines = (msgspec.json.encode(head), *(encode(record) for record in made.material.records))
    return b"\n".join((*lines, b""))


def read(content: bytes, path: Path) -> Material:
    """Return what an issue was made from; DamagedError where that can't be read."""
    try:
        first = head(content)
        records = tuple(_record(line, first.schema) for line in content.split(b"\n")[1:] if line)
    except (KeyError, ValueError) as error:
        raise DamagedError(path, None, str(error)) from error
    return Material(subject=first.seen_as, records=records)


def head(content: bytes) -> Head:
    """Return the first line; ValueError where it is none."""
    return msgspec.json.decode(content.partition(b"\n")[0], type=Head)


class _Tagged(msgspec.Struct):
    type: str


def _record(line: bytes, written_as: int) -> Record:
    table = f"{msgspec.json.decode(line, type=_Tagged).type}s"
    return decode(KINDS[table], schema.upgraded(table, line, written_as))
