"""What can be done on every screen: help, undo, copy, review, who and where one is."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from briefing import platform
from briefing.config import THEMES
from briefing.errors import Problem
from briefing.tui import keys
from briefing.tui.commands import BY_ID
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.desk.desk import Desk
    from briefing.tui.app import BriefingApp


class DeskActions(App[None]):
    """The actions of the place "app" in the table of commands."""

    config: "Config"
    problems: tuple[Problem, ...]
    colours: str
    """The colours that are chosen: one of `briefing.config.THEMES`."""

    @property
    def desk(self) -> "Desk":
        """The desk; only asked for once it is open."""
        raise NotImplementedError

    def say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        """Show a sentence in the status line of the screen that is on, or below the dialog."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                screen.say(sentence, tone)
                return

    def use_colours(self, name: str) -> None:
        """Draw in other colours."""
        raise NotImplementedError

    def open_desk(self, folder: Path) -> None:
        """Leave this desk and open another."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show anew on every screen what the desk holds."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs the desk only once it is open."""
        return self.is_open or action in ("quit", "help", "palette", "use_theme")

    @property
    def _app(self) -> "BriefingApp":
        """All of the app, of which this is a part."""
        from briefing.tui.app import BriefingApp

        assert isinstance(self, BriefingApp)
        return self

    @property
    def is_open(self) -> bool:
        """Whether the desk is open yet: the first frame comes before."""
        raise NotImplementedError

    def ask_to_read(self, text: str) -> None:
        """Ask whether a pasted text is an announcement; what comes after it is added to it."""
        from briefing.tui.screens.paste import PasteScreen

        if isinstance(self.screen, PasteScreen):
            self.screen.more(text)
        elif self.is_open:
            self.push_screen(PasteScreen(text))

    def action_help(self) -> None:
        """Show what can be done here."""
        from briefing.tui.screens.help import help_screen

        self.push_screen(help_screen(self, keys.keys_of(self.config)), self._run)

    def action_palette(self) -> None:
        """Show every command, to be found by its words."""
        from briefing.desk import saved_views
        from briefing.tui.screens.help import palette_screen

        views = saved_views.views(self.desk) if self.is_open else {}
        self.push_screen(palette_screen(self, keys.keys_of(self.config), views), self._run)

    async def _run(self, id: str | None) -> None:
        """Run a command that was chosen, where its keys would run it."""
        if id is None:
            return
        if id not in BY_ID:
            from briefing.tui import views

            views.show_view(self._app, id.removeprefix(views.VIEW))
            return
        command = BY_ID[id]
        for active in self.screen.active_bindings.values():
            if active.binding.id == id:
                await self.run_action(active.binding.action, active.node)
                return
        await self.run_action(command.action, self)

    def show_share(self, share: float | None) -> None:
        """Show which share of the desk can be found already; None for all of it."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen) and screen.is_mounted:
                screen.show_share(share)

    async def action_find_everywhere(self) -> None:
        """Find in everything, beginning with what was looked for last."""
        from briefing.tui.screens.everywhere import EverywhereScreen

        if isinstance(self.screen, EverywhereScreen):
            self.screen.action_line()
        else:
            await self.push_screen(EverywhereScreen(self._app.main.sought))

    def query_on(self) -> str:
        """Return the query that is on: what is found in everything, or in the pane."""
        from briefing.tui.screens.everywhere import EverywhereScreen

        screen = self.screen
        if isinstance(screen, EverywhereScreen):
            return screen.field.text
        return self._app.main.chosen.words

    def action_views(self) -> None:
        """Show the saved views, to be looked through, saved and taken out."""
        from briefing.tui.views import choose_view

        choose_view(self._app)

    def action_review(self) -> None:
        """Show what waits for a decision."""
        from briefing.tui.screens.review import ReviewScreen

        if not isinstance(self.screen, ReviewScreen):
            self.push_screen(ReviewScreen())

    def action_bring_in(self) -> None:
        """Ask for a file or folder, read it, and show what was read."""
        from briefing.tui.reading_in import ask_for_file

        ask_for_file(self._app)

    def action_bring_copied(self) -> None:
        """Read what was copied last, and show what was read."""
        from briefing.tui.reading_in import bring_in_copied

        bring_in_copied(self._app)

    def action_back_up(self) -> None:
        """Write the whole desk to one file."""
        from briefing.tui import safe_keeping

        safe_keeping.back_up(self._app)

    def action_restore(self) -> None:
        """Ask for a backup, and go back to it."""
        from briefing.tui import safe_keeping

        safe_keeping.ask_for_backup(self._app)

    def action_check_files(self) -> None:
        """Look the desk's files over, and show what is wrong."""
        from briefing.tui import safe_keeping

        safe_keeping.check_files(self._app)

    def action_attach(self) -> None:
        """Ask for a file or an address, and attach it to the record."""
        from briefing.tui import attaching

        attaching.ask_what(self._app)

    def action_forget(self) -> None:
        """Ask whether the record is to be forgotten for good."""
        from briefing.tui import safe_keeping

        safe_keeping.ask_to_forget(self._app)

    def action_request(self) -> None:
        """Write to the organisers of the event: register, decline, ask for a pass."""
        from briefing.tui.requesting import write_request

        write_request(self._app)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.say(f"Taken back: {self.desk.undo()}")

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self.say(f"Done again: {self.desk.redo()}")

    async def action_copy(self) -> None:
        """Copy what the mouse has selected, or what the screen is about."""
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

    def action_place(self) -> None:
        """Ask where one is, and tell all times on the clock there."""
        from briefing.tui.screens.place import HOME, place_screen

        def chosen(place: str | None) -> None:
            if place is not None:
                zone, _, name = place.partition(" ")
                is_away = zone != HOME
                self.desk.remember(
                    place=zone if is_away else "", place_name=name if is_away else ""
                )
                self.reload()
                self.say(
                    "All times are told on your clock at home."
                    if not is_away
                    else f"All times are told on the clock in {name} too; w goes home again."
                )

        self.push_screen(place_screen(self.desk), chosen)

    def action_me(self) -> None:
        """Ask who sits at the desk."""
        from briefing.config import Me
        from briefing.tui.screens.welcome import me_screen

        if self.config.has_me:
            self.say("The [me] in briefing.toml says who you are; it is changed there.")
            return

        def answered(is_accepted: bool | None) -> None:
            if not is_accepted and self.desk.is_new:
                self.desk.remember(me=Me())
            self.reload()

        self.push_screen(me_screen(self.desk), answered)

    def action_own_desk(self) -> None:
        """Ask for a folder, make an empty desk in it, and open that."""
        from briefing.tui.screens.welcome import own_desk_screen

        def show(folder: Path) -> None:
            self.call_later(self.open_desk, folder)

        self.push_screen(own_desk_screen(self.desk, show))

    def action_problems(self) -> None:
        """List what is wrong in the settings and in the desk's files."""
        from briefing.tui.screens.choose import Choice, ChooseScreen

        problems = (*self.problems, *self.desk.store.problems())
        # The folder is known here, and its path would leave no room for what is wrong.
        told = (str(replace(problem, source=Path(problem.source).name)) for problem in problems)
        choices = [Choice(str(number), words) for number, words in enumerate(told)]
        self.push_screen(ChooseScreen("What is wrong", choices, nothing="Nothing is wrong."))

    def action_next_theme(self) -> None:
        """Change to the next colours."""
        if self.no_color:
            self.say("NO_COLOR is set, so there are no colours to change.")
        else:
            following = (THEMES.index(self.colours) + 1) % len(THEMES)
            self.action_use_theme(THEMES[following])

    def action_jump(self) -> None:
        """Show letters over the rows and links in sight, and go to the one that is typed."""
        from briefing.tui.screens.jump import JumpScreen, Spot
        from briefing.tui.widgets.line_view import LineView

        screen = self.screen
        if not isinstance(screen, DeskScreen):
            return
        focused = screen.focused
        in_sight = [view for view in screen.query(LineView) if view.region and view.is_on_screen]
        views = sorted(in_sight, key=lambda view: view is not focused)

        def jump(spot: Spot | None) -> None:
            if spot is not None:
                view, number = spot
                screen.before_jump()
                view.jump_to(number)

        self.push_screen(JumpScreen(views), jump)

    def action_use_theme(self, name: str) -> None:
        """Change the colours, until the desk is closed; briefing.toml keeps them."""
        self.use_colours(name)
        self.say(f'To keep this, write theme = "{name}" under [screen] in briefing.toml.')
