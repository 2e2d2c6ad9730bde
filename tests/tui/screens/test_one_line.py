from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import drafts
from briefing.model import Event
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.one_line import OneLineScreen
from tests.tui.screens.desk_for_tests import held, make_folder, open_app, press, says, write
from tests.tui.support import screen_text, until

SIZES = [(60, 20), (80, 24), (120, 30), (200, 50)]

LINE = 'Panel on quiet ports fri 15h New York @"Port City Institute" #cables'


async def open_line(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: held(pilot) is not None and _is_loaded(pilot))
    await press(pilot, "escape", "N")
    await until(pilot, lambda: isinstance(pilot.app.screen, OneLineScreen))


def _is_loaded(pilot: Pilot[None]) -> bool:
    screen = pilot.app.screen
    return isinstance(screen, MainScreen) or len(pilot.app.screen_stack) > 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_is_told_while_it_is_typed(tmp_path: Path, size: tuple[int, int]) -> None:
    app = open_app(make_folder(tmp_path))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        await open_line(pilot)
        await write(pilot, LINE)
        await says(pilot, "21:00 Oslo")

        told = " ".join(screen_text(app).replace("│", " ").split())
        assert "· Fri 16 Feb 2024, 15:00 New York · 21:00 Oslo ·" in told
        assert "· cables" in told
        assert "What is not understood stays in the title." in told


async def test_enter_adds_what_the_line_says_and_goes_to_it(tmp_path: Path) -> None:
    app = open_app(make_folder(tmp_path))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        await open_line(pilot)
        await write(pilot, LINE)
        await press(pilot, "enter")
        await says(pilot, "Added “Panel on quiet ports”")
        await until(pilot, lambda: app.main.record is not None)

        (event,) = held(pilot).store.all(Event)
        assert (event.topics, event.venue) == (("cables",), "New York")
        assert app.main.record == event
        assert drafts.draft(held(pilot), "one line") == {}


async def test_a_line_without_a_title_is_not_saved(tmp_path: Path) -> None:
    app = open_app(make_folder(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.is_open)
        await open_line(pilot)
        await write(pilot, "fri 15h")
        await press(pilot, "enter")
        await says(pilot, "Title: can't be empty")

        assert isinstance(app.screen, OneLineScreen)
        assert held(pilot).store.count(Event) == 0


async def test_leaving_keeps_the_line_for_the_next_time(tmp_path: Path) -> None:
    app = open_app(make_folder(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.is_open)
        await open_line(pilot)
        await write(pilot, "Half a li")
        await press(pilot, "escape", "N")
        await says(pilot, "Event · Half a li")

        assert held(pilot).store.count(Event) == 0
