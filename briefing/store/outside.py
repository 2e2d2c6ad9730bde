"""What somebody else changed in the tables: an editor, a git pull, a sync folder."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from briefing.store.fold import Key
from briefing.store.journal import Operation, Transaction
from briefing.store.merge import merge
from briefing.store.records import say_the_same
from briefing.store.tables import put_line

Lines = Mapping[str, bytes]
States = Mapping[Key, Collection[bytes | None]]


def states_of(transactions: Collection[Transaction]) -> dict[Key, list[bytes | None]]:
    """Return every state that some transactions give to each record, the oldest first."""
    states: dict[Key, list[bytes | None]] = {}
    for transaction in transactions:
        for op in transaction.operations:
            states.setdefault((op.table, op.id), [op.before]).append(op.after)
    return states


def edits(
    table: str, base: Lines, ours: Lines, theirs: Lines, states: States
) -> Iterator[Operation]:
    """Yield what makes one table out of ours and theirs, which both come from a base.

    A record of theirs in one of the `states` is one that we wrote, so it is no change of theirs;
    any other was made from the state that is most like it.
    """
    for id in sorted({*base, *theirs}):
        was, now = base.get(id), theirs.get(id)
        if now == was or now in states.get((table, id), ()) or _is_the_same(table, was, now):
            continue
        was = _nearest(now, [was, *states.get((table, id), ())])
        held = ours.get(id)
        merged = merge(table, was, was if _is_the_same(table, was, held) else held, now)
        if merged != held:
            yield Operation(table, id, held, merged)


def with_taken_in(
    table: str, base: Lines, transactions: Collection[Transaction]
) -> dict[str, bytes]:
    """Return a base with those of their changes in it that are among some transactions.

    A process that was killed may have made an edit of ours out of them, and no new base. Where ours
    stood as the base did, the edit is theirs as it was.
    """
    lines = dict(base)
    for transaction in transactions:
        for op in transaction.operations if transaction.outside else ():
            if op.table == table and lines.get(op.id) == op.before:
                put_line(lines, op.id, op.after)
    return lines


def _nearest(line: bytes | None, candidates: Sequence[bytes | None]) -> bytes | None:
    """Return what a line of theirs was most likely made from: the first of the most alike."""
    if line is None or len(candidates) == 1:
        return candidates[0]
    fields = _value(line)

    def difference(candidate: bytes | None) -> int:
        others = {} if candidate is None else _value(candidate)
        return sum(fields.get(name) != others.get(name) for name in {*fields, *others})

    return min(candidates, key=difference)


def _is_the_same(table: str, one: bytes | None, other: bytes | None) -> bool:
    """Whether two lines differ in spaces, the order of their fields or empty fields alone."""
    if one is None or other is None:
        return False
    return _value(one) == _value(other) or say_the_same(table, one, other)


def _value(line: bytes) -> Any:  # noqa: ANN401 - whatever an editor wrote
    return msgspec.json.decode(line)
