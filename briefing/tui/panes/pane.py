"""A pane of the main screen: a heading, a list, and what narrows it."""

import asyncio
from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.worker import WorkerCancelled

from briefing.tui.panes.filling import FILLING, Filling
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.bare import Columns
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.thumb import Thumb

if TYPE_CHECKING:
    from briefing.model import Record
    from briefing.store import Change
    from briefing.tui.asking import Asking
    from briefing.tui.panes.narrowing import Left
    from briefing.tui.panes.rows import RecordRows

_PAUSE = 0.15
"""Seconds without a key after which it is looked for what could be meant."""


class Pane(Filling):
    """One of the three views of the desk. A subclass arranges its rows.

    What is shown is what the view holds, narrowed by what is typed and by what is linked.
    """

    TITLE: ClassVar[str]
    KEY: ClassVar[str]
    """The digit that goes here, as it is set before anybody remaps it."""

    HOLDS: ClassVar[Sequence[str]]
    """The names of the kinds of record that its rows are of."""

    TELLS_OF: ClassVar[Sequence[str]] = ()
    """The names of further kinds that its rows tell something of."""

    VIEWS: ClassVar[Sequence[tuple[str, str]]] = (("", ""),)
    """The ways to arrange the rows: name and words."""

    is_current: reactive[bool] = reactive(False, repaint=False)
    """Whether the keys of the main screen are about this pane."""

    class Narrowed(Message):
        """Other rows are shown than before."""

    class Chosen(Message):
        """The name of a pane was clicked, this one's or that of one behind it."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._listed: RecordRows | None = None
        """What is shown as the list has it; see `listed`."""
        self._heading = Bar()
        self.view = self.VIEWS[0][0]
        self.words = ""
        """The query that the rows are narrowed to."""
        self.only: Collection[str] | None = None
        """Ids of the records that alone are shown, what is linked to some record; None for all."""
        self._tabs: Sequence[str] = ()
        self._shown: RecordRows | None = None
        self._is_provisional = False
        """Whether the rows were narrowed before all could be found."""
        self._removed: str | None = None
        """The record that was taken out under the cursor: undone, it is gone back to."""

    def compose(self) -> ComposeResult:
        """Begin with the heading."""
        yield self._heading

    async def fill(self) -> None:
        """Mount the list: not needed for the first frame, when there are no rows."""
        if not self.list.is_attached:
            await self.mount(Columns(self.list, Thumb(self.list)))

    def hint(self) -> str:
        """Return the sentence for an empty pane: what to do first."""
        raise NotImplementedError

    def listed(self, rows: "RecordRows") -> "RecordRows":
        """Return the rows of all, or of what is left of it, as they stand in the list."""
        return rows

    @property
    def asking(self) -> "Asking":
        """Who asks the index."""
        from briefing.tui.app import BriefingApp

        assert isinstance(self.app, BriefingApp)
        return self.app.asking

    @property
    def kinds(self) -> "Sequence[type[Record]]":
        """The kinds of record that its rows are of."""
        from briefing import model

        return [getattr(model, name) for name in self.HOLDS]

    def tells_of(self, changes: "Sequence[Change]") -> bool:
        """Return whether a row may look otherwise after some changes."""
        names = {*self.HOLDS, *self.TELLS_OF}
        return any(type(after or before).__name__ in names for before, after in changes)

    @property
    def record(self) -> "Record | None":
        """The record under the cursor."""
        listed = self._listed
        return listed.record(self.list.index) if listed is not None and listed.keys else None

    @property
    def is_narrowed(self) -> bool:
        """Whether not all rows are shown."""
        return bool(self.words) or self.only is not None

    def show_held(self) -> None:
        """Show the rows that are held, narrowed or not."""
        assert self._all is not None
        hint = self.hint() if self.is_filled else FILLING
        self.list.empty = "" if self.is_narrowed else hint
        if self.is_narrowed:
            self._narrow()
        else:
            self._show(self._all)

    def show_narrowed(self) -> None:
        """Narrow anew, where the rows are narrowed."""
        if self.is_narrowed:
            self._narrow()

    def tell(self, sentence: str) -> None:
        """Show a sentence in the status line."""
        from briefing.tui.screens.desk_screen import DeskScreen

        if isinstance(self.screen, DeskScreen):
            self.screen.say(sentence)

    def on_resize(self) -> None:
        """Say in the heading what there is room for."""
        self.show_heading()

    def on_click(self, event: events.Click) -> None:
        """Choose the pane whose name was clicked."""
        if event.screen_y == self._heading.region.y:
            ends = accumulate(len(f" {name} ") for name in self._names)
            named = zip(self._names, ends, strict=True)
            clicked = (name for name, end in named if event.x < end)
            self.post_message(self.Chosen(next(clicked, self.name_and_key)))

    def count_of(self, ids: Collection[str]) -> int:
        """Return how many of some records are in the view."""
        return sum(id in self.ids for id in ids)

    def narrow(self, words: str) -> None:
        """Show only what a query finds."""
        if words != self.words:
            self.words = words
            self._narrow()

    async def narrow_alone(self, words: str) -> bool:
        """Show all that a query finds, linked or not; return whether that is anything."""
        self.words, self.only = words, None
        with suppress(WorkerCancelled):
            await self._narrow().wait()
        return self._shown is not None and bool(self._shown.keys)

    def narrow_to(self, ids: Collection[str]) -> None:
        """Show only some records."""
        self.only = ids
        self._narrow()

    def widen(self) -> None:
        """Show all again."""
        self.words, self.only = "", None
        self.end_find()
        self._narrow()

    async def find(self) -> None:
        """Put the cursor where the words to look for are typed."""
        from briefing.tui.panes.find_field import FindField

        fields = self.query(FindField)
        field = fields.first() if fields else FindField(self.words)
        if not fields:
            await self.mount(field, after=self._heading)
        field.begin()

    @work
    async def end_find(self) -> None:
        """Take the line away in which words are typed; what was found stays."""
        for field in self.query("FindField"):
            if field.has_focus_within:
                self.list.focus()
            await field.remove()
            self.show_heading()

    def go_to(self, id: str) -> bool:
        """Put the cursor on a record, all rows shown again if need be; False where it is not."""
        if not self.list.move_to_key(id) and self._all is not None and id in self.ids:
            self.words, self.only = "", None
            self._show(self._all)
        if self.list.key == id or self.list.move_to_key(id):
            return True
        self.wanted = None if self.is_filled else id
        return False

    def narrow_again(self) -> None:
        """Narrow once more, where not all could be found the first time."""
        if self._is_provisional:
            self._narrow()

    @work(exclusive=True, group="narrow")
    async def _narrow(self) -> None:
        """Narrow in slices; a new key stops what an older one began."""
        if self._all is None or self._placed is None:
            return
        if not self.is_narrowed:
            self._is_provisional = False
            self._show(self._all)
            return
        from briefing.tui.panes import narrowing

        rows, placed, only = self._all, self._placed, self.only
        left = await narrowing.left(self.asking, self.kinds, self.words, rows)
        limits = [limit for limit in (left.ids, only) if limit is not None]
        hits = await narrowing.indexes(placed, limits)
        self._is_provisional = left.asked is None and bool(self.words)
        self.list.empty = "Nothing here holds these words." if self.words else "Nothing is linked."
        self._show(rows.only(hits))
        for field in self.query("FindField"):
            await self._tell(field, left, is_empty=not hits)

    async def _tell(self, field: Widget, left: "Left", *, is_empty: bool) -> None:
        """Tell in the field what is wrong; where nothing is found, what could be meant."""
        from briefing.tui import completing
        from briefing.tui.panes.find_field import FindField

        assert isinstance(field, FindField)
        field.tell(left.mistakes)
        if is_empty and left.asked is not None:
            await asyncio.sleep(_PAUSE)
            if near := await self.asking.nearest(left.asked):
                self.list.empty = f"Nothing holds “{near.word}”; did you mean {near.meant}?"
                field.offer([completing.meant(near, self.words)])

    def _show(self, rows: "RecordRows") -> None:
        self._shown = rows
        self._listed = listed = self.listed(rows)
        before = self.list.seen_key
        self.list.show(listed)
        is_narrowed_away = before in self.ids and self.list.key != before
        if is_narrowed_away or not listed.is_found(self.list.index):
            self.list.move_to(listed.first_found)
        if self._removed in self.ids and self.list.move_to_key(self._removed or ""):
            self._removed = None
        elif before and self._desk and self._desk.store.find(before) is None:
            self._removed = before
        self.show_heading()
        self.post_message(self.Narrowed())

    @property
    def name_and_key(self) -> str:
        """What stands in a heading or on a tab: "1 Timeline"."""
        return f"{self.KEY} {self.TITLE}"

    @property
    def _names(self) -> Sequence[str]:
        """What the heading names: the panes behind this one too, where it stands alone."""
        return self._tabs or (self.name_and_key,)

    def show_tabs(self, names: Sequence[str]) -> None:
        """Name in the heading the panes that are behind this one, itself among them."""
        if names != self._tabs:
            self._tabs = names
            self.show_heading()

    def show_heading(self) -> None:
        """Show the pane's name, its view, and how many rows there are."""
        tone = Tone.HEADING if self.is_current else Tone.STRONG
        mine = self.name_and_key
        left = [Cell(f" {name} ", tone if name == mine else Tone.MUTED) for name in self._names]
        count, view = f" {self._count()} ", dict(self.VIEWS)[self.view]
        if sum(len(cell.text) for cell in left) + len(view) + len(count) <= self.size.width:
            left.append(Cell(view, Tone.MUTED))
        self._heading.show(left, [Cell(count, Tone.MUTED)])

    def _count(self) -> str:
        if self._all is None:
            return ""
        total = len(self._all.keys)
        if not self.is_narrowed:
            return f"{total:,}" if self.is_filled else "…"
        found = f"{self._shown.found if self._shown else 0:,}"
        if self.only is not None:
            return f"{found} linked"
        told = "" if self.query("FindField") else f"“{self.words}” "
        return f"{told}{found} of {total:,}"

    def watch_is_current(self, is_current: bool) -> None:
        """Show in the heading where the keys are."""
        self._heading.set_class(is_current, "-current")
        self.show_heading()

    def action_view(self) -> None:
        """Arrange the rows the next way."""
        names = [name for name, _ in self.VIEWS]
        self.show_view(names[(names.index(self.view) + 1) % len(names)])

    def show_view(self, view: str) -> None:
        """Arrange the rows another way."""
        self.view = view if view in dict(self.VIEWS) else self.VIEWS[0][0]
        if self._desk is not None:
            self.load(self._desk)
