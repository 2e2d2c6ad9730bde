"""The tables in memory, what was edited in them since the last fold, and their sorted ids."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.store.errors import ChangedError
from briefing.store.fold import Key
from briefing.store.journal import Operation
from briefing.store.records import say_the_same
from briefing.store.tables import is_table_name, put_line

Tables = dict[str, dict[str, bytes]]
"""Table -> id -> line."""

_FEW = 64
"""As many new ids are put into their places; with more, sorting them all is quicker."""


class Held:
    """What a store has in memory. Only `apply` changes it between two loads."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.at_fold: dict[Key, bytes | None] = {}
        """The line at the last fold of each record that was edited since."""
        self._ids: dict[str, list[str]] = {}

    def table(self, name: str) -> dict[str, bytes]:
        """Return a table's lines by id."""
        return self.tables.get(name, {})

    def line(self, table: str, id: str) -> bytes | None:
        """Return a record's line."""
        return self.tables.get(table, {}).get(id)

    def ids(self, table: str) -> Sequence[str]:
        """Return a table's ids, sorted; the next `apply` changes the list."""
        if table not in self._ids:
            self._ids[table] = sorted(self.tables.get(table, ()))
        return self._ids[table]

    def as_held(self, operations: Sequence[Operation]) -> list[Operation]:
        """Return operations on the very lines that are held, without those that change nothing.

        ChangedError where what is held is not the record that an operation begins with.
        """
        for name in {op.table for op in operations}:
            if not is_table_name(name):
                message = f"{name!r} can't be the name of a table"
                raise ValueError(message)
        staged: dict[Key, bytes | None] = {}
        found = []
        for op in operations:
            table, id, before, after = op
            key = (table, id)
            held = staged[key] if key in staged else self.line(table, id)
            if held != before and not say_the_same(table, held, before):
                raise ChangedError(id)
            if after not in (held, before):
                staged[key] = after
                found.append(op if held == before else op._replace(before=held))
        return found

    def as_folded(self, table: str) -> dict[str, bytes]:
        """Return a table as it was at the last fold."""
        lines = dict(self.table(table))
        for (name, id), line in self.at_fold.items():
            if name == table:
                put_line(lines, id, line)
        return lines

    def take_as_folded(self, table: str, lines: Mapping[str, bytes]) -> None:
        """Compare a table from now on with other lines than those of the last fold."""
        held = self.table(table)
        for key in [key for key in self.at_fold if key[0] == table]:
            del self.at_fold[key]
        for id in {*held, *lines}:
            if held.get(id) != lines.get(id):
                self.at_fold[table, id] = lines.get(id)

    def apply(self, operations: Sequence[Operation]) -> None:
        """Carry out operations."""
        moved = defaultdict(list)
        for table, id, _, after in operations:
            lines = self.tables.setdefault(table, {})
            held = lines.get(id)
            # Before the line itself: a fold in another thread looks in this order.
            self.at_fold.setdefault((table, id), held)
            put_line(lines, id, after)
            if (held is None) != (after is None):
                moved[table].append(id)
        for table, ids in moved.items():
            self._sort_in(table, ids)

    def _sort_in(self, table: str, moved: Sequence[str]) -> None:
        """Keep the sorted ids of a table in step, where they have been asked for."""
        if len(moved) > _FEW:
            self._ids.pop(table, None)
        ids = self._ids.get(table)
        if ids is None:
            return
        lines = self.tables[table]
        for id in dict.fromkeys(moved):
            place = bisect_left(ids, id)
            is_there = place < len(ids) and ids[place] == id
            if is_there and id not in lines:
                del ids[place]
            elif not is_there and id in lines:
                ids.insert(place, id)


def differences(before: Tables, after: Tables) -> Iterator[Operation]:
    """Yield what makes one state of all tables out of another."""
    for name in sorted({*before, *after}):
        old, new = before.get(name, {}), after.get(name, {})
        for id in sorted({*old, *new}):
            if old.get(id) != new.get(id):
                yield Operation(name, id, old.get(id), new.get(id))
