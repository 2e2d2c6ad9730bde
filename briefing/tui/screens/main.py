"""The main screen: timeline, forums and questions, linked, and the facts of what is chosen."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget

from briefing.tui.bindings import bindings
from briefing.tui.panes.detail import Detail
from briefing.tui.panes.folds import Folds
from briefing.tui.panes.forums import ForumsPane
from briefing.tui.panes.pane import Pane
from briefing.tui.panes.questions import QuestionsPane
from briefing.tui.panes.timeline import TimelinePane
from briefing.tui.screens.desk_screen import preparing
from briefing.tui.screens.links import LinkActions
from briefing.tui.screens.room import Room, Shown
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.bare import Columns, Rows
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefing.model import Record
    from briefing.store import Change

_PAUSE = 0.04
"""Seconds that the cursor rests on a row before its facts are laid out: a held key stays light."""

_STATE_PAUSE = 1.0
"""Seconds after a move before it is written down where one is."""


class MainScreen(LinkActions):
    """What the desk holds: three views of it, one chosen, and one record in full."""

    HORIZONTAL_BREAKPOINTS = []  # noqa: RUF012 - as Textual declares it

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")

    def __init__(self) -> None:
        super().__init__()
        self.timeline = TimelinePane("timeline")
        self.forums = ForumsPane("forums")
        questions = QuestionsPane("questions")
        self.panes: tuple[Pane, ...] = (self.timeline, self.forums, questions)
        turn = asyncio.Lock()
        for pane in self.panes:
            pane.turn = turn
        self.detail = Detail("detail")
        self.chosen: Pane = self.panes[0]
        """The pane that the keys are about, or were before the detail."""
        self.is_zoomed = False
        self.hidden: frozenset[str] = frozenset()
        """The ids of the panes that were put away, the detail's among them."""
        together = Columns(*self.panes, id="panes")
        self._body = Rows(together, self.detail, id="body")
        self._room = Room(self._body, together, self.panes, self.detail)
        self.sought = ""
        """What was looked for everywhere last."""
        self._share: float | None = None
        """How much of the desk can be found already, where that is told."""
        self._said: Cell | None = None
        self._rest: Timer | None = None
        self._remembering: Timer | None = None
        self._is_loaded = False
        self._reloaded_key: str | None = None
        """The row under the cursor after a change: coming to it is no move of the person's."""

    def content(self) -> Iterable[Widget]:
        """Return the panes and the detail."""
        yield self._body

    def on_mount(self) -> None:
        """Say that there is more to come."""
        self.head("Briefing", "opening …")

    async def fill(self) -> None:
        """Mount what the first frame does without."""
        for pane in self.panes:
            await pane.fill()
        await self.detail.fill()
        self.chosen.list.focus()

    @property
    def record(self) -> "Record | None":
        """The record that keys are about: the one under the cursor, or the one being read."""
        return self.detail.record if self.is_reading else self.chosen.record

    @property
    def is_reading(self) -> bool:
        """Whether the detail has the focus."""
        return self.detail.has_keys

    # Where one was --------------------------------------------------------------------------

    def _restore_views(self) -> None:
        kept = self.desk.state.screen
        self.is_zoomed = kept.get("zoom") == "yes"
        self.hidden = frozenset(kept.get("hidden", "").split())
        self.timeline.folds = Folds.of_words(kept.get("folds", ""))
        for pane in self.panes:
            pane.show_view(kept.get(f"{pane.id} view", ""))
            pane.wanted = kept.get(f"{pane.id} row")

    def _restore_places(self) -> None:
        """Go to the rows of the last time; at the first start to what is on today."""
        kept = self.desk.state.screen
        self.timeline.action_today()
        for pane in self.panes:
            pane.list.move_to_key(kept.get(f"{pane.id} row", ""))
        ids = [pane.id for pane in self.panes]
        last = kept.get("pane")
        self.go_into(self.panes[ids.index(last)] if last in ids else self.timeline)

    def _remember_soon(self) -> None:
        if self._remembering is not None:
            self._remembering.stop()
        self._remembering = self.set_timer(_STATE_PAUSE, self.remember)

    def remember(self) -> None:
        """Write down where one is."""
        if not self._is_loaded:
            return
        place = {
            "pane": self.chosen.id or "",
            "zoom": "yes" if self.is_zoomed else "",
            "hidden": " ".join(sorted(self.hidden)),
            "folds": self.timeline.folds.words,
        }
        for pane in self.panes:
            place |= {f"{pane.id} view": pane.view, f"{pane.id} row": pane.place}
        if place != self.desk.state.screen:
            self.desk.remember(screen=place)

    def leave(self) -> None:
        """Write down where one is, and be ready for another desk."""
        self.remember()
        self._is_loaded = False
        self.forget_trail()
        for pane in self.panes:
            pane.words, pane.only = "", None

    # What is shown --------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the desk anew; the first time, where one was when it was closed."""
        if not self._is_loaded:
            self._restore_views()
        for pane in self.panes:
            pane.load(self.desk)
        if not self._is_loaded:
            self._is_loaded = True
            self._restore_places()
        self._reloaded_key = self.chosen.list.key
        self._show_title()
        self.show_record()

    def show_changes(self, changes: "Sequence[Change]") -> None:
        """Put what changed where it stands now, in every pane."""
        if not self._is_loaded:
            self.reload()
            return
        for pane in self.panes:
            pane.take(changes)
        self._reloaded_key = self.chosen.list.key
        self._show_title()
        self.show_record()

    def say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        """Show a sentence in the status line until the cursor moves on."""
        self._said = Cell(f" {sentence}", tone)
        self._show_status()

    def show_record(self, record: "Record | None" = None) -> None:
        """Show the facts of a record, or of the one under the cursor, and mark what is tied."""
        if not self._is_loaded:
            return
        held = record or self.chosen.record
        self.detail.show(self.desk, held and self.desk.store.find(held.id))
        tied = self.desk.links.tied(held.id) if held else frozenset()
        for pane in self.panes:
            pane.list.marked = frozenset() if pane is self.chosen else tied
        self._show_status()
        self.refresh_bindings()
        self._remember_soon()

    def text_to_copy(self) -> str:
        """Return the record as plain text."""
        from briefing.tui.panes.facts import plain

        return plain(self.desk, self.record) if self.record else ""

    def _show_title(self) -> None:
        from briefing.tui.panes.title import title_cells

        self.query_one("#title", Bar).show(*title_cells(self.desk, self.size.width))

    def _show_status(self) -> None:
        rows = len(self.chosen.list.rows.keys)
        place = f"  {self.chosen.list.index + 1:,} of {rows:,} " if rows else ""
        left = [self._said] if self._said else []
        if self._share is not None:
            place = f"  {preparing(self._share)} {place}"
        self.show_status(left, [Cell(place, Tone.MUTED)])

    @on(VirtualList.Highlighted)
    def _moved(self, event: VirtualList.Highlighted) -> None:
        if event.source is not self.chosen.list or not self._is_loaded:
            return
        if self.chosen.list.key != self._reloaded_key:
            self._said = None
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_PAUSE, self.show_record)

    def show_share(self, share: float | None) -> None:
        """Show how much can be found already; at the end narrow by what could not be yet."""
        self._share = share
        if self._is_loaded:
            self._show_status()
        if share is None:
            for pane in self.panes:
                pane.narrow_again()

    @on(Pane.Narrowed)
    def _narrowed(self) -> None:
        self._show_status()
        self._remember_soon()

    # Where the keys are ---------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """Take notice of where the focus has come to, by a key or the mouse."""
        found = next((pane for pane in self.panes if pane.has_focus_within), self.chosen)
        is_other = found is not self.chosen
        self.chosen = found
        self._lay_out(is_reading=self.is_reading)
        self._head_panes()
        if is_other and self._is_loaded:
            self.show_record()

    def on_resize(self) -> None:
        """Show as much at once as there is room for."""
        self._lay_out(is_reading=self.is_reading)
        if self._is_loaded:
            self._show_title()

    def _lay_out(self, *, is_reading: bool) -> None:
        self._room.lay_out(
            Shown(self.app.size, self.chosen, self.hidden, self.is_zoomed, is_reading)
        )

    def _head_panes(self) -> None:
        """Show in the headings where the keys are."""
        for pane in self.panes:
            pane.is_current = pane is self.chosen and not self.is_reading
        self.detail.show_heading()

    def _read(self) -> None:
        self.hidden -= {"detail"}
        self._lay_out(is_reading=True)
        self.detail.text.focus()

    def choose(self, pane: Pane) -> None:
        """Have the keys be about a pane; who reads the detail goes on reading."""
        if self.is_reading:
            self.chosen = pane
            self._lay_out(is_reading=True)
        else:
            self.go_into(pane)

    def go_into(self, pane: Pane) -> None:
        """Put the cursor into a pane."""
        self.hidden -= {pane.id or ""}
        self.chosen = pane
        self._lay_out(is_reading=False)
        # At once, and not when its turn comes: all is then drawn in one frame.
        self.set_focus(pane.list, scroll_visible=False)
        self._head_panes()
        if self._is_loaded:
            self.show_record()

    @on(VirtualList.Selected)
    def _opened(self) -> None:
        self.show_record()
        self._read()

    @on(Pane.Chosen)
    def _clicked(self, event: Pane.Chosen) -> None:
        for pane in self.panes:
            if pane.name_and_key == event.name:
                self.go_into(pane)

    def action_pane(self, id: str) -> None:
        """Go to a pane."""
        self.go_into(self.query_one(f"#{id}", Pane))

    def action_detail(self) -> None:
        """Go to the facts of the record."""
        self._read()

    def action_next(self, step: int) -> None:
        """Go to the next pane, the detail after the last one."""
        stops = [pane for pane in self.panes if pane.id not in self.hidden]
        at = len(stops) if self.is_reading else stops.index(self.chosen)
        to = (at + step) % (len(stops) + ("detail" not in self.hidden))
        if to == len(stops):
            self._read()
        else:
            self.go_into(stops[to])

    def action_zoom(self) -> None:
        """Give the pane, or the detail, the whole screen, and back."""
        self.is_zoomed = not self.is_zoomed
        self._lay_out(is_reading=self.is_reading)
        self._remember_soon()

    def action_hide(self) -> None:
        """Put the pane away that has the keys, or the detail."""
        others = [p for p in self.panes if p is not self.chosen and p.id not in self.hidden]
        if self.is_reading:
            self.go_into(self.chosen)
            self.hidden |= {"detail"}
        elif others:
            self.hidden |= {self.chosen.id or ""}
            self.go_into(others[0])
        else:
            self.say("This is the last pane; the others are put away already.")
            return
        self._lay_out(is_reading=self.is_reading)
        self.say("Put away. Its number brings it back.")

    def action_back(self) -> None:
        """Leave the detail, show all again, or end the zoom, whichever is first."""
        if self.is_reading:
            self.go_into(self.chosen)
        elif any(pane.is_narrowed for pane in self.panes):
            self.widen_all()
            self.say("All is shown again.")
        elif self.is_zoomed:
            self.action_zoom()

    async def action_find(self) -> None:
        """Narrow the pane to words."""
        self._lay_out(is_reading=False)
        await self.chosen.find()

    @work(exclusive=True, group="view")
    async def narrow_all(self, query: str, name: str) -> None:
        """Narrow all panes to a query; go to the first in which anything is found."""
        found = [pane for pane in self.panes if await pane.narrow_alone(query)]
        if found and self.chosen not in found:
            self.go_into(found[0])
        self._reloaded_key = self.chosen.list.key
        self.say(f"“{name}”: {query}. Esc shows all.")

    def widen_all(self) -> None:
        """Show all rows in all panes again."""
        for pane in self.panes:
            if pane.is_narrowed:
                pane.widen()
