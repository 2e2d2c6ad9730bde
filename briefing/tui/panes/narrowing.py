"""Which records a query leaves of a pane's rows."""

import asyncio
from collections.abc import Collection, Sequence
from itertools import compress
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.arrange.facets import FIELDS
from briefing.arrange.ids import FEW
from briefing.desk import query
from briefing.desk.find import haystack
from briefing.search.query import Mistake, parse
from briefing.search.words import Word, holds, indexed

if TYPE_CHECKING:
    from briefing.arrange.placed import Placed
    from briefing.model import Record
    from briefing.tui.asking import Asking, Stopped
    from briefing.tui.panes.rows import RecordRows

_SLICE = 0.004
"""Seconds of narrowing after which a waiting key is let in."""

_WAIT = 0.2
"""Seconds that the index is waited for before words are looked for without it."""

_LOOK = 4_096
"""Rows that are looked up between two looks at the clock."""


class Left(NamedTuple):
    """What a query leaves."""

    ids: Collection[str] | None
    """None for everything."""
    mistakes: Sequence[Mistake] = ()
    asked: query.Asked | None = None
    """The query as it was understood; None where it was answered without the index."""


async def left(
    asking: "Asking",
    kinds: Sequence[type["Record"]],
    text: str,
    rows: "RecordRows",
) -> Left:
    """Return what a query leaves of rows, which hold records of some kinds.

    Until all can be found in the index, words are looked for in the rows themselves; what else is
    asked waits for it.
    """
    if not text.strip():
        return Left(None)
    plain = parse(text, FIELDS)
    if not plain.filters and not await asking.ready(_WAIT):
        return Left(await _looked_through(rows, plain.words), plain.mistakes)
    asked = await asking.read(text)
    if asked.is_empty:
        return Left(None, asked.mistakes, asked)

    def found(stopped: "Stopped") -> frozenset[str]:
        found = (query.all_ids(asking.desk, asked, kind) for kind in kinds if not stopped())
        return frozenset[str]().union(*found)

    return Left(await asking.ask(found), asked.mistakes, asked)


async def indexes(rows: "Placed", limits: Sequence[Collection[str]]) -> Sequence[int]:
    """Return the rows that are in all of some collections, in slices that no key waits for."""
    keys = rows.keys
    if not limits:
        return range(len(keys))
    first, *others = map(frozenset, limits)
    fits = first.intersection(*others)
    if len(fits) <= _LOOK and len(fits := fits & rows.ids) <= FEW:
        return rows.rows_of(fits)
    found: list[int] = []
    since = perf_counter()
    for start in range(0, len(keys), _LOOK):
        some = keys[start : start + _LOOK]
        # Without a step of Python a key: there are 100,000s of them.
        found += compress(range(start, start + len(some)), map(fits.__contains__, some))
        if perf_counter() - since > _SLICE:
            await asyncio.sleep(0)
            since = perf_counter()
    return found


async def _looked_through(rows: "RecordRows", words: Sequence[Word]) -> Collection[str]:
    """Return the ids of the records whose own text holds the words, looked for in slices."""
    found, since = set[str](), perf_counter()
    for index, id in enumerate(rows.keys):
        if holds(indexed(haystack(rows.record(index))), words):
            found.add(id)
        if perf_counter() - since > _SLICE:
            await asyncio.sleep(0)
            since = perf_counter()
    return found
