"""Records as bytes: one line of JSON each, the same bytes for the same record."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from briefing.model import RECORD_TYPES, Record, table_name
from briefing.store.errors import InvalidRecordError

R = TypeVar("R", bound=Record)
KINDS = {table_name(kind): kind for kind in RECORD_TYPES}
"""What each table holds; other tables hold plain documents."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode(record: Record) -> bytes:
    """Return a record's line; half characters (lone surrogates), which no file holds, as U+FFFD."""
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError:
        fields = _whole_tree(msgspec.to_builtins(record))
        return _ENCODER.encode(msgspec.convert(fields, type(record)))


def decode(kind: type[R], line: bytes) -> R:
    """Return the record of a line; ValueError that names the field where it is none."""
    record: R = _decoder(kind).decode(line)
    return record


def decoded(kind: type[R], line: bytes | None) -> R | None:
    """Return the record of a line, or None where there is none or it can't be read."""
    if line is None:
        return None
    try:
        return decode(kind, line)
    except ValueError:
        return None


def say_the_same(table: str, one: bytes | None, other: bytes | None) -> bool:
    """Whether two lines are one record: an editor or a merge may write its fields another way."""
    kind = KINDS.get(table)
    record = None if kind is None else decoded(kind, one)
    return record is not None and kind is not None and record == decoded(kind, other)


def checked(record: R) -> tuple[bytes, R]:
    """Return a record's line and what is read back from it; InvalidRecordError where nothing is."""
    try:
        line = encode(record)
        return line, decode(type(record), line)
    except (TypeError, ValueError) as error:
        raise InvalidRecordError(table_name(type(record)), record.id, str(error)) from error


def document(line: bytes) -> dict[str, Any]:
    """Return a line as TinyDB sees it: a fresh dict, dates as ISO strings."""
    fields: dict[str, Any] = msgspec.json.decode(line)
    return fields


def encode_document(table: str, id: str, fields: Mapping[str, Any]) -> bytes:
    """Return the line of a document; InvalidRecordError if its table would not read it back."""
    if fields.get("id", id) != id:
        raise InvalidRecordError(table, id, f"it would be called {fields['id']!r} in its file")
    kind = KINDS.get(table)
    if kind is None:
        return _encode_plain({"id": id, **fields})
    tag = kind.__struct_config__.tag
    record: Record
    try:
        record = msgspec.convert({**fields, "type": tag, "id": id}, kind)
    except ValueError as error:
        raise InvalidRecordError(table, id, str(error)) from error
    return encode(record)


def whole(text: str) -> str:
    """Return text with every lone surrogate as U+FFFD, one for one, so that spans still hold."""
    return text if text.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _encode_plain(fields: dict[str, Any]) -> bytes:
    try:
        return _ENCODER.encode(fields)
    except (TypeError, UnicodeEncodeError):
        return _ENCODER.encode(_whole_tree(fields))


def _whole_tree(value: object) -> object:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, Mapping):
        return {_whole_tree(key): _whole_tree(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_whole_tree(item) for item in value]
    return value


@cache
def _decoder(kind: type[R]) -> msgspec.json.Decoder[R]:
    return msgspec.json.Decoder(kind)
