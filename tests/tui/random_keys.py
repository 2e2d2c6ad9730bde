"""A hand that presses anything: keys, commands by name, pastes, the mouse, resizes, by a seed."""

import random
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

from textual import events
from textual.app import ScreenStackError
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
    *("escape",) * 4,
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
_NAMES = tuple(command.label for command in COMMANDS if command.where == "app")
"""What is chosen in the palette; much of it has no key."""

_LOT = 8
"""Keys that come at once."""

_TEXTS = tuple(text[:2_000] for text in SAMPLES.values())


class Hand:
    """Presses by chance, and keeps in mind where it came to."""

    def __init__(self, pilot: Pilot[None], chance: random.Random, seen: Counter[str]) -> None:
        self._pilot = pilot
        self._app = pilot.app
        self._chance = chance
        self._seen = seen
        self.last: deque[str] = deque(maxlen=60)
        """What was done last, for whoever has to find out what broke."""

    async def press(self, count: int) -> int:
        """Press so many keys; return how many were pressed before the desk was closed, if it was.

        What is done by the mouse, a paste or a resize counts as one.
        """
        ways: Mapping[Callable[[], Awaitable[int]], int] = {
            self._keys: 80,
            self._command: 4,
            self._resize: 3,
            self._paste: 3,
            self._flood: 2,
            self._click: 4,
            self._wheel: 2,
            self._drag: 2,
        }
        pressed = 0
        while pressed < count and self._app.is_running:
            (way,) = self._chance.choices(list(ways), list(ways.values()))
            # Closed by a key, the app has no screen to do the rest to.
            with suppress(ScreenStackError):
                pressed += await way()
                self._seen[type(self._app.screen).__name__] += 1
        return pressed

    async def _keys(self) -> int:
        """Press one key again and again now and then, most often each another."""
        if self._chance.random() < 0.1:
            keys = [self._chance.choice(_PLAIN)] * _LOT
        else:
            kinds = self._chance.choices((_BOUND, _PLAIN, _TYPED), weights=(5, 3, 2), k=_LOT)
            keys = [self._chance.choice(kind) for kind in kinds]
        return await self._tell_and_press(keys)

    async def _command(self) -> int:
        name = self._chance.choice(_NAMES)
        return await self._tell_and_press(["ctrl+p", *name, "enter"])

    async def _tell_and_press(self, keys: Sequence[str]) -> int:
        self.last.append(" ".join(keys))
        await self._pilot.press(*keys)
        return len(keys)

    async def _resize(self) -> int:
        size = self._chance.choice(SIZES)
        self.last.append(f"resized to {size}")
        await self._pilot.resize_terminal(*size)
        return 1

    async def _paste(self) -> int:
        text = self._chance.choice(_TEXTS)
        self.last.append(f"pasted {text[:40]!r}")
        self._send(events.Paste(text))
        await self._pilot.pause()
        return 1

    async def _flood(self) -> int:
        """Paste as a terminal does that marks no paste: as keys, all at once."""
        text = self._chance.choice(_TEXTS)[:12]
        self.last.append(f"flooded with {text!r}")
        for character in text:
            self._send(events.Key(character, character))
        await self._pilot.pause()
        return 1

    async def _click(self) -> int:
        at, times = self._place(), self._chance.choice((1, 1, 2))
        self.last.append(f"clicked {at} {times} times")
        for _ in range(times):
            self._send(_mouse(events.MouseDown, at, button=1))
            self._send(_mouse(events.MouseUp, at, button=1))
        await self._pilot.pause()
        return 1

    async def _wheel(self) -> int:
        at, kind = (
            self._place(),
            self._chance.choice((events.MouseScrollUp, events.MouseScrollDown)),
        )
        self.last.append(f"{kind.__name__} {at}")
        for _ in range(_LOT):
            self._send(_mouse(kind, at))
        await self._pilot.pause()
        return 1

    async def _drag(self) -> int:
        start, end = self._place(), self._place()
        self.last.append(f"dragged {start} to {end}")
        self._send(_mouse(events.MouseDown, start, button=1))
        self._send(_mouse(events.MouseMove, end, button=1))
        self._send(_mouse(events.MouseUp, end, button=1))
        await self._pilot.pause()
        return 1

    def _place(self) -> tuple[int, int]:
        width, height = self._app.size
        return self._chance.randrange(width), self._chance.randrange(height)

    def _send(self, event: events.Event) -> None:
        """Have an event come from the terminal."""
        if self._app._driver is not None:
            self._app._driver.process_message(event)


def _mouse(
    kind: type[events.MouseEvent], at: tuple[int, int], *, button: int = 0
) -> events.MouseEvent:
    x, y = at
    return kind(
        widget=None,
        x=x,
        y=y,
        delta_x=0,
        delta_y=0,
        button=button,
        shift=False,
        meta=False,
        ctrl=False,
        screen_x=x,
        screen_y=y,
    )
