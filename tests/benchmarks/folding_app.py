"""The list while a store's files are written beside it: `folding_app.py ROWS FOLDER`.

`f` begins to write them, `e` edits a record. At first the store writes all of its tables.
"""

import datetime as dt
import gc
import sys
from pathlib import Path

import msgspec

from briefing.model import Event
from briefing.store import Change, Store
from tests.benchmarks.list_app import ListApp


class FoldingApp(ListApp):
    """The list, and a store that is being folded."""

    def __init__(self, rows: int, folder: Path) -> None:
        super().__init__(rows)
        self._store = Store.open(folder)
        self._ids = self._store.ids(Event)
        self._edits = 0

    def on_mount(self) -> None:
        """Fill the list, and keep what is there by now from being collected, as the desk does."""
        super().on_mount()
        self._store.save_beside()
        gc.freeze()

    def key_f(self) -> None:
        """Begin to fold, once the last fold is over."""
        fold = self._store.begin_fold()
        if fold is None:
            self.set_timer(0.01, self.key_f)
        else:
            self.run_worker(fold, thread=True)
            self.simulate_key("down")

    def key_e(self) -> None:
        """Edit a record, and move on as a sign that it is done."""
        self._edits += 1
        held = self._store.get(Event, self._ids[self._edits * 97 % len(self._ids)])
        assert held is not None
        edit = Change(held, msgspec.structs.replace(held, venue=f"Room {self._edits}"))
        at = dt.datetime(2031, 3, 14, 9, 30, tzinfo=dt.UTC)
        self._store.commit([edit], label="edit", person="Ida", at=at)
        self.run_worker(self._store.save, thread=True)
        self.simulate_key("down")


if __name__ == "__main__":
    FoldingApp(int(sys.argv[1]), Path(sys.argv[2])).run()
