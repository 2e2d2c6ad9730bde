from pathlib import Path

from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.note import NoteScreen
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until


async def test_some_days_get_an_outlook_and_lead_back_to_the_desk(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        await pilot.press("B")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await settled(pilot)
        shown = screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))

        assert shown.lstrip().startswith("Outlook: ")


async def test_days_that_can_not_be_read_are_told_and_asked_again(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        await pilot.press("B", "ctrl+u", *"soonish", "enter")
        await settled(pilot)

        assert isinstance(app.screen, AskScreen)
        assert "soonish" in screen_text(app)


async def test_a_kind_is_meant_by_its_beginning_and_what_is_meant_is_told(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        await pilot.press("B", "ctrl+u", *"24-28 march", "tab", "ctrl+u", *"outl")
        await until(pilot, lambda: "Outlook: 24–28 Mar 2031" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))


async def test_only_kinds_that_are_of_days_are_named(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        await pilot.press("B", "tab", "ctrl+u", *"card", "enter")
        await settled(pilot)

        assert "called 'card': outlook, session report" in screen_text(app)
