"""The desk on the screen: what is wired to what."""

import asyncio
import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.keys import format_key

from briefing import config, platform
from briefing.errors import BriefingError, Problem
from briefing.text import count
from briefing.tui import commands, keys, memory
from briefing.tui.bindings import bindings
from briefing.tui.desk_actions import DeskActions
from briefing.tui.glyphs import GLYPH_FILTERS
from briefing.tui.paste_guard import PasteGuard
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.themes import THEMES, THEMES_OF_16, theme_name
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from briefing.desk.desk import Clock, Desk
    from briefing.store import Change
    from briefing.tui.asking import Asking
    from briefing.tui.upkeep import Upkeep


ONLY_SHOWS = "Another window is writing; this one only shows."

_CHANGING = frozenset(commands.BY_ID[id].action for id in commands.CHANGING)


class CrashedError(BriefingError):
    """The screen met a fault of ours."""

    exit_code = 70
    """EX_SOFTWARE of sysexits.h."""

    def __init__(self, log: Path) -> None:
        super().__init__(
            f"The screen had to close; all that was saved is safe. What happened is in {log}"
        )


class UnsavedError(BriefingError):
    """The disk failed while the desk was open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk failed, so the last changes in {folder} were not saved; "
            "open the desk again and look at what is there."
        )


def run(folder: Path, today: dt.date | None) -> None:
    """Show the desk in a folder until it is closed.

    `today` is a day to live on instead of the desk's own. Raises a BriefingError, with the
    terminal as it was before.
    """
    app = BriefingApp(folder, today=today)
    app.run()
    if app.failure is not None:
        raise app.failure


class BriefingApp(DeskActions, PasteGuard):
    """The desk's screens. What can be done on all of them is in DeskActions."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    CSS_PATH = "briefing.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Briefing"

    def __init__(
        self, folder: Path, *, today: dt.date | None = None, clock: "Clock | None" = None
    ) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.failure: BriefingError | None = None
        """Why it closed by itself, for whoever started it."""
        self._clock: Clock = clock or _now
        self._today = today
        self._desk: Desk | None = None
        self._asking: Asking | None = None
        self._upkeep: Upkeep | None = None
        self._changes: list[Change] = []
        """What is not shown yet."""
        for theme in (*THEMES, *THEMES_OF_16):
            self.register_theme(theme)
        self._use_settings(folder)

    @property
    def desk(self) -> "Desk":
        """The desk; only asked for once it is open."""
        assert self._desk is not None
        return self._desk

    @property
    def asking(self) -> "Asking":
        """Who asks the desk's index; only asked for once the desk is open."""
        assert self._asking is not None
        return self._asking

    @property
    def is_open(self) -> bool:
        """Whether the desk is open yet: the first frame comes before."""
        return self._desk is not None

    @property
    def main(self) -> MainScreen:
        """The main screen, whatever lies over it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def get_default_screen(self) -> MainScreen:
        """Begin on the main screen."""
        return MainScreen()

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as it is printed on a keyboard."""
        modifiers, plus, name = binding.key.rpartition("+")
        printed = name if name in keys.SPELLED else format_key(name)
        return keys.shown(f"{modifiers}{plus}{printed}")

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run what a key calls; what the user can mend is told in the status line."""
        if isinstance(action, str) and self._is_kept_from(action):
            self.say(ONLY_SHOWS, Tone.DOUBT)
            return True
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except BriefingError as error:
            self.say(str(error), Tone.BAD)
            return True

    def _is_kept_from(self, action: str) -> bool:
        """Whether an action would change what another window writes."""
        is_looking = self.is_open and not self.desk.store.is_writing
        return is_looking and isinstance(self.screen, DeskScreen) and action in _CHANGING

    async def on_event(self, event: events.Event) -> None:
        """Take notice of a hand that does not rest."""
        if isinstance(event, events.InputEvent) and self._upkeep is not None:
            self._upkeep.note_hand()
        await super().on_event(event)

    def go_to(self, id: str) -> None:
        """Go to a record on the main screen, whatever lies over it now."""
        while self.screen is not self.main:
            self.pop_screen()
        self.main.go_to(id)

    def on_mount(self) -> None:
        """Open the desk when the first frame is on the screen."""
        self.call_after_refresh(self._open)

    async def action_quit(self) -> None:
        """Close the desk, and keep in mind where one is."""
        if self.is_open:
            self.main.remember()
        self.exit()

    def open_desk(self, folder: Path) -> None:
        """Leave this desk and open another."""
        self.main.leave()
        self.on_unmount()
        self._desk = None
        self._use_settings(folder)
        self.call_after_refresh(self._open)

    def reopen_after(self, work: Callable[[], str]) -> None:
        """Close the desk, do something to its files, open it again and say what came of it."""
        while len(self.screen_stack) > 1 and self.screen is not self.main:
            self.pop_screen()
        self.main.leave()
        self.on_unmount()
        self._desk = None
        self.run_worker(self._work_and_open(work))

    async def _work_and_open(self, work: Callable[[], str]) -> None:
        try:
            told = await asyncio.to_thread(work)
        except BriefingError as error:
            told = str(error)
        await self._open()
        self.say(told)

    def on_unmount(self) -> None:
        """Close the desk."""
        if self._upkeep is not None:
            self._upkeep.stop()
        if self._asking is not None:
            self._asking.stop()
        if self._desk is not None:
            self._desk.close()
            if not self._desk.store.is_saved:
                self.failure = UnsavedError(self.folder)

    def _use_settings(self, folder: Path) -> None:
        self.folder = folder
        self.config, found = config.load(folder)
        self.problems: tuple[Problem, ...] = (*found, *keys.check(self.config))
        if self.config.kinds:
            from briefing.note import own_kinds

            self.problems += own_kinds.check(self.config)
        self.use_colours(self.config.theme)
        self.set_keymap(keys.keymap(self.config))
        self._filters = [f for f in self._filters if f not in GLYPH_FILTERS.values()]
        if self.config.glyphs in GLYPH_FILTERS:
            self._filters.append(GLYPH_FILTERS[self.config.glyphs])

    def use_colours(self, name: str) -> None:
        """Draw in `dark`, `light` or `contrast`, as far as the terminal and NO_COLOR let us."""
        self.colours = name
        system = self.console.color_system
        self.theme = "ansi-dark" if self.no_color else theme_name(name, system)

    async def _open(self) -> None:
        from briefing.tui.asking import Asking
        from briefing.tui.opening import make_ready, opened
        from briefing.tui.upkeep import Upkeep

        memory.begin()  # It was put off for the first frame.
        await self.main.fill()
        try:
            # In a thread, since it imports what the first frame does without.
            self._desk = await asyncio.to_thread(opened, self.folder, self._clock, self._today)
        except BriefingError as error:
            self.failure = error
            self.exit(return_code=error.exit_code)
            return
        from briefing.tui import safe_keeping

        self._desk.store.listen(self._changed)
        self._asking = Asking(self, self._desk, self.show_share)
        self._upkeep = Upkeep(self, self._desk.store, partial(self.say, tone=Tone.DOUBT))
        self.reload()
        self.run_worker(make_ready, thread=True, group="upkeep")
        self._greet(self._desk)
        self.set_timer(safe_keeping.BACK_UP_AFTER, partial(safe_keeping.back_up_day, self))

    def _greet(self, desk: "Desk") -> None:
        if not desk.store.is_writing:
            self.say(f"{ONLY_SHOWS} It follows what is changed there.", Tone.DOUBT)
        elif self.problems:
            told = count(len(self.problems), "mistake")
            self.say(f"{told} in briefing.toml; “What is wrong” in : lists them.", Tone.DOUBT)
        elif platform.network_drive(self.folder):
            told = "This desk is on a network drive: work in it from one computer at a time."
            self.say(told, Tone.DOUBT)
        if desk.is_new and desk.store.is_writing:
            self.action_me()

    def _changed(self, changes: "Sequence[Change]") -> None:
        """Show a change on every screen, once for all that one command changes."""
        if not self._changes:
            self.call_later(self._show_changes)
        self._changes += changes

    def _show_changes(self) -> None:
        changes, self._changes = self._changes, []
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen) and screen.is_mounted:
                screen.show_changes(changes)

    def _fatal_error(self) -> None:
        """Leave a report in the desk's folder instead of a traceback on the terminal."""
        self.failure = CrashedError(platform.log_fault(self.folder / "data"))
        self._close_messages_no_wait()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
