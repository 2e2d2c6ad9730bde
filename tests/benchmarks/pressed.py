"""Presses the same keys in a program again and again, and tells what that costs and what it holds.

`pressed.py desk FOLDER` or `pressed.py list ROWS`, both without a terminal; a JSON line a stage.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import NamedTuple

import msgspec
import textual._wait
from textual.app import App
from textual.pilot import Pilot

WARMING, ROUNDS, MEASURED = 10_000, 10_000, 20
"""Keys before the first measure, and between the two; rounds that a measure is taken from."""

_PATIENCE = 0.003
"""Seconds between two looks at whether the program rests."""

_REST = 4.0
"""Seconds without a key, as a person has them all the time: the program tidies up then."""

_MOVES = (
    *"1t",
    *("down",) * 10,
    *("up",) * 10,
    *("pagedown", "pageup", "right_square_bracket", "left_square_bracket"),
    *("right_curly_bracket", "left_curly_bracket", "end", "home", "t"),
    *("4", "down", "pagedown", "escape"),
    *("2", "down", "pagedown", "v", "down", "v", "down", "v"),
    *("3", "down", "pagedown", "v", "down", "v"),
    *("1", "z", "z", "tab", "tab", "tab", "tab"),
    *("asterisk", "asterisk", "T", "T", "f", "escape", "L", "escape", "escape"),
)
_FINDING = (
    *("slash", *"lant", "enter", "down", "escape", "escape"),
    *("F", *"norms", "down", "down", "escape", "escape", "escape"),
    *("at", *"2020", "escape", "t"),
)
_SCREENS = (
    *("d", "right", "left", "n", "p", "escape"),
    *("i", "down", "tab", "escape", "escape"),
    *("b", "down", "escape", "s", "down", "escape"),
    *("question_mark", *"go", "escape", "ctrl+p", *"back", "escape", "J", "escape"),
    *("e", "down", "x", "ctrl+o", "escape", "N", *"panel fri", "escape", "escape"),
)
_EDITS = (
    *("space", "u", "m", "down", "enter", "u", "down", "space", "u", "up"),
    *("delete", "u"),
)
ROUND = (*_MOVES, *_FINDING, *_SCREENS, *_EDITS, *("escape",) * 3)
"""Leads everywhere, edits, takes that back, and ends where it began."""


class Measure(NamedTuple):
    """What a program costs and holds at some moment."""

    key: float
    """Seconds of processor time, of the cheapest of some rounds: what else runs only adds."""
    memory: int
    """Bytes."""
    objects: int
    """What Python's collector watches, and what it was told to leave alone."""


async def main(app: App[None], tell: Callable[[Measure], None]) -> None:
    """Press until the program is warm, measure, press on, measure again."""
    textual._wait.SLEEP_GRANULARITY = _PATIENCE
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1)
        for keys in (WARMING, ROUNDS):
            for _ in range(keys // len(ROUND)):
                await pilot.press(*ROUND)
            tell(await _measured(pilot))


async def _measured(pilot: Pilot[None]) -> Measure:
    costs = []
    for _ in range(MEASURED):
        began = process_time()
        await pilot.press(*ROUND)
        costs.append((process_time() - began) / len(ROUND))
    await pilot.pause(_REST)
    gc.collect()
    return Measure(min(costs), _memory(), len(gc.get_objects()) + gc.get_freeze_count())


def _memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _app(kind: str, what: str) -> App[None]:
    if kind == "list":
        from tests.benchmarks.list_app import ListApp

        return ListApp(int(what))
    from briefing.tui.app import BriefingApp

    return BriefingApp(Path(what))


def _tell(measure: Measure) -> None:
    print(msgspec.json.encode(measure).decode(), flush=True)


if __name__ == "__main__":
    asyncio.run(main(_app(*sys.argv[1:3]), _tell))
