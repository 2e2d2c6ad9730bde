"""What a pane holds: rows filled in slices where they are many, and kept in step with the desk."""

import asyncio
from collections.abc import Collection, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from textual import work

from briefing.tui import memory
from briefing.tui.widgets.bare import Rows
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefing.arrange.orders import ViewOrder
    from briefing.arrange.placed import Placed
    from briefing.desk.desk import Desk
    from briefing.desk.placing import View
    from briefing.store import Change
    from briefing.tui.panes.rows import RecordRows

_SLICE = 0.004
"""Seconds of filling after which a waiting key is let in."""

FILLING = "Being put in order …"


class Filling(Rows):
    """Holds all rows of a view. A subclass says which view that is, and shows them."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.list = VirtualList()
        self.view = ""
        """The way that the rows are arranged."""
        self.wanted: str | None = None
        """The record to go to as soon as it is there."""
        self.turn = asyncio.Lock()
        """Held by the pane that fills itself: one after the other is sooner done."""
        self._desk: Desk | None = None
        self._view: View | None = None
        self._placed: Placed | None = None
        self._all: RecordRows | None = None
        self._is_filled = False
        self._filled_as = ""
        self._touched: set[str] = set()
        """What changed while the rows were filled."""

    def order_of(self, desk: "Desk") -> "ViewOrder":
        """Return where each record stands in the view that is chosen."""
        raise NotImplementedError

    def drawn(self, desk: "Desk", rows: "Placed") -> "RecordRows":
        """Return rows as they are drawn."""
        raise NotImplementedError

    def near(self, desk: "Desk", view: "View") -> "Placed | None":
        """Return the rows near the one that is gone to, for as long as the whole takes to fill."""
        return None

    def tells_of(self, changes: "Sequence[Change]") -> bool:
        """Return whether a row may look otherwise after some changes."""
        raise NotImplementedError

    def show_held(self) -> None:
        """Show the rows that are held, narrowed or not."""
        raise NotImplementedError

    @property
    def ids(self) -> Collection[str]:
        """The ids of what is in the view, as far as it is filled."""
        return self._placed.ids if self._placed is not None else ()

    @property
    def is_filled(self) -> bool:
        """Whether all is there."""
        return self._is_filled

    @property
    def place(self) -> str:
        """The record under the cursor, or the one that it goes to; empty for none."""
        return self.wanted or self.list.key or ""

    def load(self, desk: "Desk") -> None:
        """Show anew what the desk holds: at once, or where that is much, what is near first."""
        from briefing.desk.placing import View

        is_other = desk is not self._desk or self.view != self._filled_as
        self.wanted = self.place or None
        self._desk, self._filled_as = desk, self.view
        self._touched = set()
        view = self._view = View(desk, self.order_of(desk))
        self._is_filled = view.is_small
        if view.is_small:
            self.workers.cancel_group(self, "fill")
            rows = view.rows()
            for _ in rows.fill(view.ids()):
                pass
            self._hold(rows)
            return
        near = self.near(desk, view)
        if near is not None or is_other:
            self._hold(near or view.rows())
        self._fill(view)

    def take(self, changes: "Sequence[Change]") -> None:
        """Put what changed where it stands now."""
        from briefing.arrange.attending import is_step
        from briefing.desk.placing import MOST_TOUCHED

        if self._view is None or self._desk is None:
            return
        touched = self._view.touched(changes)
        if len(touched | self._touched) > MOST_TOUCHED:
            self.load(self._desk)
            return
        if not self._is_filled:
            self._touched |= touched
        if touched:
            self.update(touched)
            return
        if self.tells_of(changes):
            self.list.forget_strips()
        if not all(is_step(*change) for change in changes):
            self.show_narrowed()

    def show_narrowed(self) -> None:
        """Narrow anew, where the rows are narrowed."""
        raise NotImplementedError

    def update(self, ids: set[str]) -> None:
        """Put some records where they stand now."""
        if self._placed is not None:
            self._placed.update(ids)
            self._hold(self._placed)

    def _hold(self, rows: "Placed") -> None:
        assert self._desk is not None
        self._placed = rows
        self._all = self.drawn(self._desk, rows)
        self.show_held()
        if self.wanted is not None and (self._is_filled or self.wanted in rows.ids):
            self.list.move_to_key(self.wanted)
            self.wanted = None

    @work(exclusive=True, group="fill")
    async def _fill(self, view: "View") -> None:
        """Fill the rows in slices, and show them where the cursor is by then."""
        here, rows = self.list.key, view.rows()
        async with self.turn:
            since = perf_counter()
            with memory.filling():
                for _ in rows.fill(view.ids()):
                    if perf_counter() - since > _SLICE:
                        memory.sift()
                        await asyncio.sleep(0)
                        since = perf_counter()
            rows.update(self._touched)
        if self.list.key != here:
            self.wanted = None
        self._is_filled = True
        self._touched = set()
        self._hold(rows)
