"""A hand that presses anything: every key of the table, resizes, pastes and clicks, by a seed."""

import random
from collections.abc import Sequence

from textual import events
from textual.pilot import Pilot

from briefing.tui.commands import COMMANDS
from tests.hostile import SAMPLES

SIZES = ((60, 20), (80, 24), (120, 30), (200, 50), (20, 5), (300, 12))

_PLAIN = (
    "down",
    "up",
    "left",
    "right",
    "enter",
    "escape",
    "tab",
    "pagedown",
    "pageup",
    "home",
    "end",
)
_TYPED = (*"abcdefghijklmnoprstuvwxyz 0123456789:.-/#@\"'?!", "é", "漢", "ع")
_LEFT_OUT = {"q"}
"""The key that closes the desk."""

_BOUND = tuple(
    sorted({key for command in COMMANDS for key in command.keys.split(",") if key} - _LEFT_OUT)
)
_LOT = 8
"""Keys that come at once."""


async def press(pilot: Pilot[None], chance: random.Random, count: int) -> int:
    """Press so many keys; return how many were pressed before the desk was closed, if it was."""
    pressed = 0
    while pressed < count and pilot.app.is_running:
        pressed += await _one_of_all(pilot, chance)
    return pressed


async def _one_of_all(pilot: Pilot[None], chance: random.Random) -> int:
    what = chance.random()
    if what < 0.02:
        await pilot.resize_terminal(*chance.choice(SIZES))
    elif what < 0.04:
        pilot.app.post_message(events.Paste(chance.choice(list(SAMPLES.values()))[:2_000]))
        await pilot.pause()
    elif what < 0.06:
        width, height = pilot.app.size
        await pilot.click(offset=(chance.randrange(width), chance.randrange(height)))
    else:
        keys = _lot(chance)
        await pilot.press(*keys)
        return len(keys)
    return 1


def _lot(chance: random.Random) -> Sequence[str]:
    """Return some keys: now and then one pressed again and again, most often each another."""
    if chance.random() < 0.1:
        return [chance.choice(_PLAIN)] * _LOT
    kinds = chance.choices((_BOUND, _PLAIN, _TYPED), weights=(5, 3, 2), k=_LOT)
    return [chance.choice(kind) for kind in kinds]
