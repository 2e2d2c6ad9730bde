"""Keeps a text that is pasted outside a text field from running as commands."""

import asyncio

from textual import events
from textual.app import App

from briefing.text import clean_block
from briefing.tui.burst import LARGEST_GAP, SILENCE, Burst


class PasteGuard(App[None]):
    """Holds a key back for a moment, until it is plain that no others follow on its heels.

    A terminal without bracketed paste sends a pasted text as if it were typed. What comes faster
    than fingers is a text, and goes to `ask_to_read`, and so does a bracketed paste; a text field
    that has the focus gets it instead. Letters typed into a text field are not held.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._burst = Burst()
        self._held: list[events.Key] = []
        self._letting_go: asyncio.TimerHandle | None = None

    def ask_to_read(self, text: str) -> None:
        """Ask what to do with a pasted text; called again when more of it comes."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Let through what is typed; collect what is pasted."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._burst.add(event.character or "", event.time)
            if self._held or not (event.is_printable and self._takes_text()):
                self._hold(event)
                return
        elif isinstance(event, events.Paste) and not event.is_forwarded and not self._takes_text():
            self.ask_to_read(event.text)
            return
        if isinstance(event, events.Paste):
            # A text field draws what it is given, escapes too.
            event.text = clean_block(event.text)
        await super().on_event(event)

    def _takes_text(self) -> bool:
        """Whether a letter that is pressed now is written, not a command."""
        return self.focused is not None and self.focused.check_consume_key("x", "x")

    def _hold(self, event: events.Key) -> None:
        self._held.append(event)
        if self._letting_go is not None:
            self._letting_go.cancel()
        pause = SILENCE if self._burst.is_paste else LARGEST_GAP
        # As a message, so that keys which are read but not handled yet come first.
        loop = asyncio.get_running_loop()
        self._letting_go = loop.call_later(pause, self.call_later, self._let_go, event)

    async def _let_go(self, last: events.Key) -> None:
        if not self._held or self._held[-1] is not last:
            return
        held, self._held = self._held, []
        if self._burst.is_paste:
            self._hand_over(_written(held))
        else:
            for event in held:
                await super().on_event(event)

    def _hand_over(self, text: str) -> None:
        if self.focused is not None and self._takes_text():
            self.focused.post_message(events.Paste(text))
        else:
            self.ask_to_read(text)


def _written(keys: list[events.Key]) -> str:
    text = "".join(key.character or "" for key in keys)
    return text.replace("\r\n", "\n").replace("\r", "\n")
