"""The index while the screen is open: kept in step between two keys, and asked beside them."""

import asyncio
import sqlite3
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import perf_counter
from typing import Any, TypeVar

from textual.app import App

from briefing.desk import nearest, query
from briefing.desk.desk import Desk

_SLICE = 0.004
"""Seconds of catching up after which a waiting key is let in."""

_SLOW = 0.5
"""Seconds of catching up after which it is told how far it is."""

_MANY = 64
"""Steps of catching up after which the file is settled: that waits for the disk."""

_BEAT = 0.001
"""Seconds between two looks at whether an old question has ended."""

T = TypeVar("T")
Stopped = Callable[[], bool]
"""Tells a question that nobody waits for its answer any more."""


Show = Callable[[float | None], None]
"""Shows which share of the desk can be found; None where it is all, and all can be asked."""


class Asking:
    """Asks one desk's index, in a thread of its own, one question after the other.

    A question that nobody waits for any more is stopped.
    """

    def __init__(self, app: App[None], desk: Desk, show: Show) -> None:
        self._app = app
        self.desk = desk
        self._show = show
        self._thread = ThreadPoolExecutor(1, "asking")
        self._ready = asyncio.Event()
        self._is_catching_up = False
        self._is_over = False
        self._unsettled = 0
        """Steps of catching up since the file was settled."""
        self._steps: Generator[float, None, None] | None = None
        self._winding: list[Future[Any]] = []
        """Questions that were stopped and have not ended yet."""
        self.kept: dict[object, object] = {}
        """Answers that hold until anything changes."""
        self._index = desk.index  # It hears of changes before this does.
        desk.store.listen(lambda _: self.begin())
        self.begin()

    def stop(self) -> None:
        """Ask no more: the desk is about to be closed."""
        self._is_over = True
        if self._steps is not None:
            self._steps.close()  # What was taken in is kept, while the file is open.
        self._index.interrupt()
        self._thread.shutdown(cancel_futures=True)

    @property
    def is_ready(self) -> bool:
        """Whether all that the desk holds can be found."""
        return self._ready.is_set()

    def begin(self) -> None:
        """Take in what changed."""
        self.kept.clear()
        self._ready.clear()
        if not self._is_catching_up and not self._is_over:
            self._is_catching_up = True
            self._app.run_worker(self._catch_up(), group="index")

    async def ready(self, within: float | None = None) -> bool:
        """Wait until all can be found, so many seconds at most; return whether it can."""
        if self.is_ready:
            return True
        try:
            await asyncio.wait_for(self._ready.wait(), within)
        except TimeoutError:
            return False
        return True

    async def read(self, text: str) -> query.Asked:
        """Return what a query asks, once all can be found."""
        while True:
            await self._ready.wait()
            await self._unwound()
            try:
                return query.read(self.desk, text)
            except sqlite3.DatabaseError as error:
                self._begin_anew(error)

    async def ask(self, question: Callable[[Stopped], T]) -> T:
        """Return the answer to a question, once all can be found; cancelled, it is stopped.

        The question reads no record, since it is asked in a thread.
        """
        while True:
            await self._ready.wait()
            stop = Event()
            asked = self._thread.submit(question, stop.is_set)
            try:
                return await asyncio.wrap_future(asked)
            except asyncio.CancelledError:
                self._stop(asked, stop)
                raise
            except sqlite3.DatabaseError as error:
                self._begin_anew(error)

    async def nearest(self, asked: query.Asked) -> nearest.Nearest | None:
        """Return the word that could be meant where nothing holds one that is asked for."""
        if nearest not in self.kept:
            self.kept[nearest] = await self.ask(lambda _: self._index.terms())
        vocabulary = self.kept[nearest]
        assert isinstance(vocabulary, dict)
        found = await self.ask(lambda _: nearest.near(self.desk, asked, vocabulary))
        await self._unwound()
        return found and nearest.spelled(self.desk, found)

    def _stop(self, asked: Future[Any], stop: Event) -> None:
        stop.set()
        if asked.running():
            self._winding.append(asked)
            self._index.interrupt()

    async def _unwound(self) -> None:
        """Wait until what was stopped has ended: what begins before would be stopped too."""
        while self._winding:
            self._winding = [asked for asked in self._winding if not asked.done()]
            if self._winding:
                await asyncio.sleep(_BEAT)

    def _begin_anew(self, error: sqlite3.DatabaseError) -> None:
        """Have the index made anew where it is of no use; an interrupted question is asked anew."""
        if self.is_ready and not _is_interrupted(error):
            self._index.begin_anew()
            self.begin()

    # In step --------------------------------------------------------------------------------

    async def _catch_up(self) -> None:
        began, steps = perf_counter(), 0
        while not self._index.is_in_step and not self._is_over:
            try:
                steps += await self._go_through(began)
            except sqlite3.DatabaseError:
                self._index.begin_anew()
        self._is_catching_up = False
        if self._is_over:
            return
        self._ready.set()
        self._show(None)
        self._unsettled += steps + 1
        if self._unsettled > _MANY:
            self._unsettled = 0
            await asyncio.get_running_loop().run_in_executor(self._thread, self._index.settle)

    async def _go_through(self, began: float) -> int:
        """Take in what waits, in slices; return the number of steps."""
        await self._unwound()
        since, steps, shown = perf_counter(), 0, -1.0
        self._steps = self._index.catch_up()
        for share in self._steps:
            steps += 1
            if perf_counter() - since > _SLICE:
                # A frame for each slice would take longer than the slices.
                if perf_counter() - began > _SLOW and round(share, 2) != shown:
                    shown = round(share, 2)
                    self._show(shown)
                await asyncio.sleep(0)
                await self._unwound()
                since = perf_counter()
            if self._is_over:
                break
        return steps


def _is_interrupted(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT
