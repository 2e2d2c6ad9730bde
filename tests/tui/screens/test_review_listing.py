"""A whole listing reviewed by keys: every doubt answered on the screen, nothing taken unseen."""

import datetime as dt
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.model import Event
from briefing.reader import Incoming
from briefing.tui.app import BriefingApp
from briefing.tui.screens.review import ReviewScreen
from tests.invented_listing import LISTING, TODAY
from tests.tui.screens.desk_for_tests import SETTINGS
from tests.tui.support import screen_text, settled, until

NOW = dt.datetime(2031, 6, 10, 8, tzinfo=dt.UTC)

MOST_FOR_ALL, MOST_TO_COME = 90, 25


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "briefing.toml").write_text(SETTINGS, encoding="utf-8")
    with Desk.open(tmp_path, clock=lambda: NOW) as desk:
        intake.bring_in(desk, Incoming(name="listing.txt", raw=LISTING.encode()))
    return tmp_path


class Reviewer:
    """Looks at the screen, presses one key, and looks again."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.keys = 0

    async def press(self, key: str) -> None:
        self.keys += 1
        await self._pilot.press(key)
        await settled(self._pilot)

    async def review(self, most: int) -> None:
        while " waiting" in (shown := screen_text(self._pilot.app)):
            assert self.keys < most, shown
            await self.press(self._next_key(shown))

    def _next_key(self, shown: str) -> str:
        if re.search(r"\by .* for (all \d+|both)\?", shown):
            return "y"
        if "Enter It is right as it stands." in shown:
            return "enter"
        if re.search(r"Event · \d+ doubt", shown):
            return "tab"
        return "a"


@pytest.mark.parametrize("size", [(80, 24), (120, 30)])
async def test_what_is_still_to_come_takes_few_keys(folder: Path, size: tuple[int, int]) -> None:
    app = BriefingApp(folder, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        reviewer = Reviewer(pilot)
        await reviewer.press("i")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await reviewer.press("P")
        await reviewer.review(MOST_TO_COME)

        events = list(app.desk.store.all(Event))
        days = {str(event.when.date) for event in events}
        assert reviewer.keys <= MOST_TO_COME
        assert len(events) == 14
        assert min(days) >= TODAY
        assert all(event.is_reviewed for event in events)


async def test_all_of_it_takes_no_more_keys_than_it_is_worth(folder: Path) -> None:
    app = BriefingApp(folder, clock=lambda: NOW)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        reviewer = Reviewer(pilot)
        await reviewer.press("i")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await reviewer.review(MOST_FOR_ALL)

        events = list(app.desk.store.all(Event))
        assert reviewer.keys <= MOST_FOR_ALL
        assert len(events) == 27
        assert all(event.is_reviewed for event in events)
