"""What can be undone and redone: read off the journal, so in a later run too."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from briefing.store.journal import Operation, Transaction
from briefing.store.records import KINDS, decoded, document, encode_document


class Entry(NamedTuple):
    """One change as the person sees it in the history."""

    number: int
    label: str
    person: str
    at: dt.datetime | None
    """In UTC; None for what happened outside the program."""
    ids: tuple[str, ...]
    """The records that it changed."""
    is_undo: bool
    is_redo: bool
    is_outside: bool
    """Whether somebody else made it, in the tables' files: undo passes it by."""


class _Field(NamedTuple):
    is_given: bool
    """Whether the line has a value, if only an empty one."""
    value: object
    evidence: Mapping[str, object]


_NO_FIELD = _Field(is_given=False, value=None, evidence={})


def entry(transaction: Transaction) -> Entry:
    """Return what the history shows of a transaction."""
    return Entry(
        transaction.number,
        transaction.label,
        transaction.person,
        transaction.at,
        tuple(dict.fromkeys(op.id for op in transaction.operations)),
        is_undo=transaction.undoes is not None,
        is_redo=transaction.redoes is not None,
        is_outside=transaction.outside,
    )


def last_done(newest_first: Iterable[Transaction], *, outside: bool = False) -> Transaction | None:
    """Return the last transaction that has not been undone, or None.

    One's own, or the last that came from outside.
    """
    taken_back: set[int] = set()
    for transaction in _with_something_left(newest_first):
        if transaction.redoes is not None:
            taken_back.add(transaction.redoes)
        elif transaction.number in taken_back:
            continue
        elif transaction.undoes is not None:
            taken_back.add(transaction.undoes)
        elif transaction.outside == outside:
            return transaction
    return None


def last_undone(newest_first: Iterable[Transaction]) -> Transaction | None:
    """Return the last undoing that has not been redone and that no later edit closes, or None."""
    taken_back: set[int] = set()
    for transaction in _with_something_left(newest_first):
        if transaction.redoes is not None:
            taken_back.add(transaction.redoes)
        elif transaction.undoes is None:
            if not transaction.outside:
                return None
        elif transaction.number not in taken_back:
            return transaction
    return None


def inverse(transaction: Transaction) -> list[Operation]:
    """Return the operations that take a transaction back."""
    return [
        Operation(op.table, op.id, op.after, op.before) for op in reversed(transaction.operations)
    ]


def _with_something_left(transactions: Iterable[Transaction]) -> Iterator[Transaction]:
    """Leave out what was forgotten since, or could not be read: its number alone is kept."""
    return (transaction for transaction in transactions if transaction.operations)


def turned_back(table: str, held: bytes, changed: bytes, back: bytes) -> bytes | None:
    """Return what is held with the fields that a change had changed turned back to what they were.

    None where one of these, or what it rests on, has moved on since.
    """
    now, then, wanted = (_fields(table, line) for line in (held, changed, back))
    for name in {*then, *wanted}:
        was, will_be = then.get(name, _NO_FIELD), wanted.get(name, _NO_FIELD)
        if was == will_be:
            continue
        if now.get(name, _NO_FIELD) != was:
            return None
        now[name] = will_be
    fields = {name: field.value for name, field in now.items() if field.is_given}
    evidence = {path: each for field in now.values() for path, each in field.evidence.items()}
    return encode_document(table, str(fields["id"]), fields | {"evidence": evidence})


def _fields(table: str, line: bytes) -> dict[str, _Field]:
    """Return a record's fields by name, each with what it rests on."""
    kind = KINDS.get(table)
    record = None if kind is None else decoded(kind, line)
    fields = document(line) if record is None else msgspec.to_builtins(record)
    evidence: dict[str, dict[str, object]] = defaultdict(dict)
    for path, each in fields.pop("evidence", {}).items():
        evidence[path.partition("/")[0]][path] = each
    return {
        name: _Field(name in fields, fields.get(name), evidence.get(name, {}))
        for name in {*fields, *evidence}
    }
