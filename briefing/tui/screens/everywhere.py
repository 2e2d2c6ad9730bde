"""Finding everywhere: what is typed is found in all records and sources while it is typed."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from briefing.arrange.facets import FIELDS
from briefing.desk import query
from briefing.desk.desk import Desk
from briefing.desk.index import KINDS
from briefing.desk.plain_find import looked_through
from briefing.model import Citation, Record, Source
from briefing.search.query import parse
from briefing.search.words import Word
from briefing.tui import completing
from briefing.tui.asking import Asking, Stopped
from briefing.tui.bindings import bindings
from briefing.tui.screens.desk_screen import DeskScreen, preparing
from briefing.tui.screens.found_rows import Found, FoundRows, excerpt_cells
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.bare import Columns
from briefing.tui.widgets.cells import Cell
from briefing.tui.widgets.query_field import QueryField
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefing.store import Change

_FIRST = 50
"""Records of a kind that are listed: who wants others types one more word."""

_PAUSE = 0.15
"""Seconds without a key after which all that is found is counted, and what is near looked for."""

_SLICE = 0.004
"""Seconds of looking where the words stand after which a waiting key is let in."""

_WAIT = 0.2
"""Seconds that the index is waited for before words are looked for without it."""

LATER = "What stands behind a field is looked for once all is prepared; words are found already."

HINT = (
    "Type words to find them in everything. forum:oewg, after:2023-01, has:task, #topic and @body "
    "narrow it, -word leaves out, and “S” has the views you saved."
)


class EverywhereScreen(DeskScreen):
    """A query line over everything that it finds."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.field = QueryField(text, "words, forum:…, after:2023-01, has:task, -without")
        self.list = VirtualList(empty=HINT)
        self._where = Bar()
        self._rows: FoundRows | None = None
        self._is_plain = False
        """Whether words were looked for without the index, which was not ready."""

    def content(self) -> Iterable[Widget]:
        """Return the line, what was found, and where the row under the cursor holds the words."""
        yield self.field
        yield Columns(self.list, Thumb(self.list))
        yield self._where

    def on_mount(self) -> None:
        """Have letters go to the line."""
        self.head("Find everywhere", "words, forum:…, after:…, has:…")
        self.field.begin()
        self._find()

    @property
    def asking(self) -> Asking:
        """Who asks the index."""
        return self.briefing.asking

    def reload(self) -> None:
        """Find anew in what is held now."""
        self._find()

    def show_changes(self, changes: "Iterable[Change]") -> None:
        """Find anew in what is held now."""
        self._find()

    def show_share(self, share: float | None) -> None:
        """Show how much can be found already."""
        self.say("" if share is None else preparing(share))
        if share is None and self._is_plain:
            self._find()

    def text_to_copy(self) -> str:
        """Return the titles of what is listed."""
        from briefing.desk.find import title_of

        if self._rows is None:
            return ""
        held = (self._rows.record(index) for index in range(len(self._rows.keys)))
        return "\n".join(title_of(record) for record in held if record)

    # Finding --------------------------------------------------------------------------------

    @on(QueryField.Typed)
    def _typed(self) -> None:
        self._find()
        self._complete()

    @work(exclusive=True, group="find")
    async def _find(self) -> None:
        """Show the first that are found; then, where no key comes, how many, and where."""
        text = self.field.text
        self.briefing.main.sought = text
        plain = parse(text, FIELDS)
        self._is_plain = not plain.is_empty and not await self.asking.ready(_WAIT)
        if self._is_plain and not plain.filters:
            await self._look_through(plain.words)
            return
        if self._is_plain:
            self._show(FoundRows(self.desk, (), ()), LATER)
        asked = await self.asking.read(text)
        self.field.tell(asked.mistakes)
        if asked.is_empty:
            self._show(FoundRows(self.desk, (), ()), HINT)
            return
        found = await self.asking.ask(partial(first, self.desk, asked))
        rows = FoundRows(self.desk, found, asked.words)
        self._show(rows, "Nothing holds all of this.")
        await asyncio.sleep(_PAUSE)
        if rows.keys:
            rows.count(await self.asking.ask(partial(counts, self.desk, asked, found)))
            self.list.show(rows)
        elif (near := await self.asking.nearest(asked)) is not None:
            self.list.empty = (
                f"Nothing holds “{near.word}”; did you mean {near.meant}? Tab takes it."
            )
            self.field.offer([completing.meant(near, text)])

    async def _look_through(self, words: Sequence[Word]) -> None:
        """Show what holds words while the index is being prepared, from every record in slices."""
        found: list[Found] = []
        self._show(FoundRows(self.desk, (), ()), "Looking through every record …")
        since = perf_counter()
        for kind in KINDS:
            ids: list[str] = []
            for id in looked_through(self.desk, kind, words):
                ids += () if id is None else (id,)
                if len(ids) == _FIRST:
                    break
                if perf_counter() - since > _SLICE:
                    await asyncio.sleep(0)
                    since = perf_counter()
            if ids:
                found = [*found, Found(kind, ids)]
                self._show(FoundRows(self.desk, found, words), "")
        if not found:
            self._show(FoundRows(self.desk, (), ()), "Nothing holds all of this.")

    def _show(self, rows: FoundRows, nothing: str) -> None:
        self._rows = rows
        self.list.empty = nothing
        self.list.show(rows, keep=False)
        self._show_where()
        self._look_up()

    @work(exclusive=True, group="look")
    async def _look_up(self) -> None:
        """Where no key comes, look where the rows in sight hold the words, in slices."""
        await asyncio.sleep(_PAUSE)
        rows, at, near = self._rows, self.list.index, self.list.size.height
        if rows is None or not rows.words:
            return
        in_sight = range(max(0, at - near), min(len(rows.keys), at + near))
        waiting = [index for index in in_sight if rows.hits[index] not in rows.excerpts]
        since = perf_counter()
        for index in sorted(waiting, key=lambda index: abs(index - at)):
            record = rows.record(index)
            if isinstance(record, Source):
                await asyncio.to_thread(rows.look_up, index, record)
            elif record is not None:
                rows.look_up(index, record)
            if index == at:
                self._show_where()
            if perf_counter() - since > _SLICE:
                await asyncio.sleep(0)
                since = perf_counter()
        if waiting:
            self.list.forget_strips()

    @work(exclusive=True, group="complete")
    async def _complete(self) -> None:
        line = self.field.line
        self.field.offer(
            await completing.offers(self.asking, KINDS, line.value, line.cursor_position)
        )

    # Going to what was found ----------------------------------------------------------------

    @on(VirtualList.Highlighted)
    def _moved(self) -> None:
        self._show_where()
        self._look_up()

    def _show_where(self) -> None:
        """Show where the row under the cursor holds the words."""
        rows, index = self._rows, self.list.index
        told = rows.excerpts.get(rows.hits[index]) if rows and rows.keys else None
        self._where.show([Cell("  "), *excerpt_cells(told, self.size.width - 4)] if told else [])

    @on(QueryField.Left)
    def action_results(self) -> None:
        """Go to what was found."""
        if self.list.rows.keys:
            self.list.focus()

    def action_line(self) -> None:
        """Go to the words."""
        self.field.begin()

    def action_back(self) -> None:
        """Go back from what was found to the words, and from there to where one was."""
        if self.list.has_focus:
            self.field.begin()
        else:
            self.dismiss()

    @on(VirtualList.Selected)
    def _open(self) -> None:
        """Go to a record on the main screen; open a source at the words."""
        rows = self._rows
        record = rows.record(self.list.index) if rows else None
        if rows is None or record is None:
            self.say("That record is not held any more.")
        elif isinstance(record, Source):
            self._open_source(rows, record)
        else:
            main = self.briefing.main
            self.dismiss()
            main.go_to(record.id)

    def _open_source(self, rows: FoundRows, source: Source) -> None:
        from briefing.tui.screens.source import SourceScreen

        hit = rows.hits[self.list.index]
        if hit not in rows.excerpts:
            rows.look_up(self.list.index, source)
        told = rows.excerpts.get(hit)
        at = None
        if told is not None and told.place is not None:
            start, end = told.lit[0]
            words = told.text[start:end]
            at = Citation(source=source.id, start=told.place, end=told.place + len(words))
        self.app.push_screen(SourceScreen(source.id, at=at))


def first(desk: Desk, asked: query.Asked, stopped: Stopped) -> list[Found]:
    """Return the first of what is found of each kind, none of those that nothing is found of."""
    found = []
    for kind in KINDS:
        if stopped():
            break
        if ids := list(islice(query.ids(desk, asked, kind), _FIRST)):
            found.append(Found(kind, ids))
    return found


def counts(
    desk: Desk, asked: query.Asked, found: Iterable[Found], stopped: Stopped
) -> Mapping[type[Record], int]:
    """Return how many are found of each kind."""
    numbers = {}
    for kind, ids in found:
        if stopped():
            break
        few = len(ids) < _FIRST
        numbers[kind] = len(ids) if few else query.count(desk, asked, kind)
    return numbers
