from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import intake
from briefing.model import Event, Source
from briefing.tui.app import BriefingApp
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.source import SourceScreen
from tests.tui.screens.desk_for_tests import (
    folder_with_both,
    held,
    open_app,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.support import until

ID = "quiet-networks-22222"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = folder_with_both(tmp_path / "desk")
    with open_desk(made) as desk:
        intake.accept(desk, intake.waiting(desk), checked=True)
    return made


def event(pilot: Pilot[None]) -> Event:
    found = held(pilot).store.get(Event, ID)
    assert found is not None
    return found


async def at_event(app: BriefingApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: app.is_open and isinstance(app.screen, MainScreen))
    await press(pilot, "escape", "1")
    app.main.go_to(ID)
    await pilot.pause()


async def attach(app: BriefingApp, pilot: Pilot[None], what: str) -> None:
    await app.run_action("attach")
    await says(pilot, "File or address")
    await write(pilot, what)
    await press(pilot, "enter")


async def test_an_address_is_attached(folder: Path) -> None:
    app = open_app(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await at_event(app, pilot)
        before = len(event(pilot).links)
        await attach(app, pilot, "www.port.example/map")
        await until(pilot, lambda: len(event(pilot).links) > before)

        assert event(pilot).links[-1].address == "https://www.port.example/map"


async def test_a_file_is_attached_and_o_shows_it(folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "programme.txt"
    paper.write_text("Programme of the day\n\n9:00 Ropes\n", encoding="utf-8")
    app = open_app(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await at_event(app, pilot)
        sources = held(pilot).store.count(Source)
        await attach(app, pilot, str(paper))
        await until(pilot, lambda: held(pilot).store.count(Source) > sources)
        address = event(pilot).links[-1].address
        app.main.open_address(address)
        await until(pilot, lambda: isinstance(app.screen, SourceScreen))
        await says(pilot, "9:00 Ropes")


async def test_a_file_that_is_not_there_is_told_in_the_dialog(folder: Path) -> None:
    app = open_app(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await at_event(app, pilot)
        await attach(app, pilot, "nowhere.txt")

        await says(pilot, "No such file")


async def test_an_event_is_copied_to_next_year_by_one_key(folder: Path) -> None:
    app = open_app(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await at_event(app, pilot)
        events = held(pilot).store.count(Event)
        await press(pilot, "C")
        await says(pilot, "Copied to Mon 3 Mar 2025")
        await until(pilot, lambda: app.main.record is not None and app.main.record.id != ID)
        await press(pilot, "u")

        assert held(pilot).store.count(Event) == events
