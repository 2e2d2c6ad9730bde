"""What changes a held record, reviewed by keys."""

import datetime as dt
from pathlib import Path

import pytest

from briefing.desk import intake
from briefing.model import Event
from briefing.tui.screens.review import ReviewScreen
from tests.desk.support import ANNOUNCEMENT, announcement
from tests.tui.screens.desk_for_tests import (
    held,
    make_folder,
    on_screen,
    open_desk,
    press,
    says,
)
from tests.tui.support import screen_text

NEAR = ANNOUNCEMENT.replace(
    "Harbour Lights: who mends a cable under the sea?", "Harbour Lights: who mends cables at sea?"
).replace("09:00-10:30", "10:00-11:30")


def folder_with(folder: Path, text: str) -> Path:
    """A desk that holds the announcement, and where another text waits."""
    made = make_folder(folder)
    with open_desk(made) as desk:
        first = intake.bring_in(desk, announcement())
        intake.accept(desk, first.proposals, checked=True)
        intake.bring_in(desk, announcement(text, name="second.txt"))
    return made


def the_event(desk_events: list[Event]) -> Event:
    return next(event for event in desk_events if event.title.startswith("Harbour Lights"))


@pytest.mark.parametrize("size", [(80, 24), (180, 50)])
async def test_a_change_is_shown_with_old_and_new_and_told_when_it_is_accepted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = folder_with(tmp_path, "Harbour Lights will now start at 11:00.")
    async with on_screen(folder, ReviewScreen, size) as pilot:
        assert "09:00 → 11:00" in screen_text(pilot.app)

        await press(pilot, "a")
        await says(pilot, "Accepted 1 record")

        event = the_event(list(held(pilot).store.all(Event)))
        assert event.when.time == dt.time(11)
        if size[0] > 80:
            assert "A calendar file exported before" in screen_text(pilot.app)


async def test_what_is_the_same_becomes_a_change_by_a_key(tmp_path: Path) -> None:
    async with on_screen(folder_with(tmp_path, NEAR), ReviewScreen, (180, 50)) as pilot:
        before = the_event(list(held(pilot).store.all(Event)))
        assert "May be the same as what is held" in screen_text(pilot.app)

        await press(pilot, "equals_sign")
        await says(pilot, "The same as “Harbour Lights: who mends a cable")

        assert "09:00 → 10:00" in screen_text(pilot.app)
        assert before == the_event(list(held(pilot).store.all(Event)))
