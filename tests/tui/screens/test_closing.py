from pathlib import Path

from textual.pilot import Pilot

from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.main import MainScreen
from tests.tui import example
from tests.tui.support import desk_on_screen


def asking(told: list[str | None], pilot: Pilot[None]) -> ChooseScreen:
    screen = ChooseScreen("Which?", [Choice("a", "This")])
    pilot.app.push_screen(screen, told.append)
    return screen


async def test_a_screen_that_is_gone_closes_no_other_one(tmp_path: Path) -> None:
    told: list[str | None] = []
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        gone = asking(told, pilot)
        await pilot.press("escape")
        over = asking(told, pilot)
        await pilot.pause()

        gone.dismiss("a")

        assert app.screen is over
        assert told == [None]
        await pilot.press("escape")
        gone.dismiss("a")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)


async def test_a_screen_under_another_one_closes_when_that_is_closed(tmp_path: Path) -> None:
    told: list[str | None] = []
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        under = asking(told, pilot)
        await pilot.pause()
        over = asking(told, pilot)
        await pilot.pause()

        await under.dismiss("a")

        assert app.screen is over
        await pilot.press("escape")
        assert told == [None, "a"]
        assert isinstance(app.screen, MainScreen)
