"""A record without the mail addresses and telephone numbers of persons."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from briefing.arrange.contacts import masked, reaches_a_person, without_contacts
from briefing.model import Citation, Link, R, Source


def uncontactable(record: R) -> R:
    """Return a record in no text of which a person's address or number is left.

    Links that lead to a person go. The words of a citation keep their length, since they are
    compared with the text that they stand in.
    """
    left = _struct(record)
    if isinstance(left, Source) and isinstance(record, Source):
        left = _source(left, is_of_a_person=reaches_a_person(record.address))
    assert isinstance(left, type(record))
    return left


_ID_FIELDS = """
id key source parent event stakeholder question forum position subject revises under group
succeeds changes matches forums questions annex sha256 text_sha256 media_type language uid number
"""
_IDS = frozenset(_ID_FIELDS.split())
"""Fields that name a record or a file and are no text."""


def _struct(holder: msgspec.Struct) -> msgspec.Struct:
    values: dict[str, object] = {}
    for name in _text_fields(type(holder)):
        before = getattr(holder, name)
        after = masked(before) if name == "words" and _is_cited(holder) else _value(before)
        if after is not before and after != before:
            values[name] = after
    if uid := getattr(holder, "uid", ""):
        values["uid"] = _uid(str(uid))
    return msgspec.structs.replace(holder, **values) if values else holder


def _value(value: object) -> object:
    if isinstance(value, str) and type(value) is str:
        return without_contacts(value)
    if isinstance(value, msgspec.Struct):
        return _struct(value)
    if isinstance(value, tuple):
        return tuple(_items(value))
    if isinstance(value, Mapping):
        return {path: _value(item) for path, item in value.items()}
    return value


def _items(items: tuple[object, ...]) -> Iterator[object]:
    for item in items:
        if not (isinstance(item, Link) and reaches_a_person(item.address)):
            yield _value(item)


def _is_cited(holder: msgspec.Struct) -> bool:
    return isinstance(holder, Citation)


def _source(source: Source, *, is_of_a_person: bool) -> Source:
    """Return a source without a mail's own number, and without an address that is a person's."""
    return msgspec.structs.replace(
        source,
        address="" if is_of_a_person else source.address,
        number="",
        sequences={_uid(uid): number for uid, number in source.sequences.items()},
    )


_MADE_BY_A_MACHINE = re.compile(r"\d.*\d.*\d|.{33}")


def _uid(uid: str) -> str:
    """Return what a calendar calls an event, by another name where that is an address."""
    is_of_a_machine = _MADE_BY_A_MACHINE.search(uid.partition("@")[0])
    if is_of_a_machine or without_contacts(uid) == uid:
        return uid
    return hashlib.sha256(uid.encode()).hexdigest()[:32]


@cache
def _text_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in _IDS)
