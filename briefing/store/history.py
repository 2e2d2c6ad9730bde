"""What can be undone and redone: read off the journal, so in a later run too."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.store.journal import Operation, Transaction


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
