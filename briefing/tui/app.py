"""The desk on the screen: what is wired to what."""

import asyncio
import datetime as dt
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.dom import DOMNode

from briefing import config, platform
from briefing.errors import BriefingError, Problem
from briefing.tui import keys
from briefing.tui.bindings import bindings
from briefing.tui.commands import Command
from briefing.tui.paste_guard import PasteGuard
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.themes import THEMES
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from briefing.desk.desk import Clock, Desk


class CrashedError(BriefingError):
    """The screen met a fault of ours."""

    exit_code = 70
    """EX_SOFTWARE of sysexits.h."""

    def __init__(self, report: Path) -> None:
        super().__init__(
            f"The screen had to close; all that was saved is safe. What happened is in {report}"
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


class BriefingApp(PasteGuard):
    """The desk's screens, and what can be done on all of them."""

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
        self._is_changed = False
        for theme in THEMES:
            self.register_theme(theme)
        self.set_folder(folder)

    def set_folder(self, folder: Path) -> None:
        """Take over the settings of the folder whose desk is to be opened."""
        self.folder = folder
        self.config, found = config.load(folder)
        self.problems: tuple[Problem, ...] = (*found, *keys.check(self.config))
        self.theme = "ansi-dark" if self.no_color else f"briefing-{self.config.theme}"
        self.set_keymap(keys.keymap(self.config))

    @property
    def desk(self) -> "Desk":
        """The desk; only asked for once it is open."""
        assert self._desk is not None
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether the desk is open yet: the first frame comes before."""
        return self._desk is not None

    def get_default_screen(self) -> MainScreen:
        """Begin on the main screen."""
        return MainScreen()

    def say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        """Show a sentence in the status line of the screen that is on, or below the dialog."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                screen.say(sentence, tone)
                return

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run what a key calls; what the user can mend is told in the status line."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except BriefingError as error:
            self.say(str(error), Tone.BAD)
            return True

    async def run_command(self, command: Command | None) -> None:
        """Run a command that was chosen in the help or the palette, where its keys would run it."""
        if command is None:
            return
        for active in self.screen.active_bindings.values():
            if active.binding.id == command.id:
                await self.run_action(active.binding.action, active.node)
                return
        await self.run_action(command.action, self)

    # Opening and closing --------------------------------------------------------------------

    def on_mount(self) -> None:
        """Open the desk when the first frame is on the screen."""
        self.call_after_refresh(self._open)

    async def _open(self) -> None:
        from briefing.tui.opening import opened

        try:
            # In a thread, since it imports what the first frame does without.
            self._desk = await asyncio.to_thread(opened, self.folder, self._clock, self._today)
        except BriefingError as error:
            self.failure = error
            self.exit(return_code=error.exit_code)
            return
        self._desk.store.listen(self._changed)
        self._reload()

    def _changed(self, _: Sequence[object]) -> None:
        """Show a change on every screen, once for all that one command changes."""
        if not self._is_changed:
            self._is_changed = True
            self.call_later(self._reload)

    def _reload(self) -> None:
        self._is_changed = False
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.reload()

    def on_unmount(self) -> None:
        """Close the desk."""
        if self._desk is not None:
            self._desk.close()

    def _fatal_error(self) -> None:
        """Leave a report in the desk's folder instead of a traceback on the terminal."""
        from briefing.tui.crash import report

        self.failure = CrashedError(report(self.folder, self._exception))
        self._close_messages_no_wait()

    # What can be done everywhere ------------------------------------------------------------

    def ask_to_read(self, text: str) -> None:
        """Ask whether a pasted text is an announcement; what comes after it is added to it."""
        from briefing.tui.screens.paste import PasteScreen

        if isinstance(self.screen, PasteScreen):
            self.screen.more(text)
        else:
            self.push_screen(PasteScreen(text))

    def action_review(self) -> None:
        """Show what waits for a decision."""
        from briefing.tui.screens.review import ReviewScreen

        if not isinstance(self.screen, ReviewScreen):
            self.push_screen(ReviewScreen())

    def action_undo(self) -> None:
        """Take the last change back."""
        self.say(f"Taken back: {self.desk.undo()}")

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self.say(f"Done again: {self.desk.redo()}")

    async def action_copy(self) -> None:
        """Copy what the mouse has selected, or what the screen shows."""
        screen = self.screen
        text = screen.get_selected_text() or ""
        if not text and isinstance(screen, DeskScreen):
            text = screen.text_to_copy()
        if not text:
            self.say("There is nothing to copy here.")
        elif await asyncio.to_thread(platform.copy_to_clipboard, text):
            self.say("Copied as plain text.")
        else:
            self.copy_to_clipboard(text)
            self.say("Copied by way of the terminal, where it allows that.")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
