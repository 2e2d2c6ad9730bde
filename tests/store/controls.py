"""Ways to spoil the store, so that what looks for faults must find some."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from briefing.store import NotSavedError
from briefing.store.journal import Journal, Operation, Transaction
from briefing.store.storage import JournalStorage
from briefing.store.tables import write_table

Control = Callable[[], None]


def _without_journal() -> None:
    """Have each edit rewrite the tables that it touches, as a store without a journal would."""
    commit = JournalStorage.commit

    def rewrite(
        self: JournalStorage,
        operations: Sequence[Operation],
        **told: Any,  # noqa: ANN401 - passed on
    ) -> None:
        commit(self, operations, **told)
        for name in sorted({op.table for op in operations}):
            write_table(self.folder / f"{name}.jsonl", self.tables[name])

    JournalStorage.commit = rewrite  # type: ignore[method-assign]
    Journal.write = lambda *_: None  # type: ignore[method-assign]
    Journal.sync = lambda *_: None  # type: ignore[method-assign]


def _swallowing_refusals() -> None:
    """Have an edit that the disk refused count as saved."""
    write, sync = Journal.write, Journal.sync

    def swallow_write(self: Journal, transaction: Transaction) -> None:
        with suppress(NotSavedError):
            write(self, transaction)

    def swallow_sync(self: Journal) -> None:
        with suppress(NotSavedError):
            sync(self)

    Journal.write = swallow_write  # type: ignore[method-assign]
    Journal.sync = swallow_sync  # type: ignore[method-assign]


CONTROLS: dict[str, Control] = {
    "no journal": _without_journal,
    "refusals swallowed": _swallowing_refusals,
}
