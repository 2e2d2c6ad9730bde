from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk.note_files import Wanted
from briefing.model import Event
from briefing.tui.screens.note_facts import NoteFactsScreen
from briefing.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.desk_for_tests import accepted, held, on_screen, press, says
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


def rows(pilot: Pilot[None]) -> list[str]:
    """What the list has a row for."""
    return list(pilot.app.screen.query_one(VirtualList).rows.keys)


@pytest.mark.parametrize("size", SIZES)
async def test_facts_are_seen_with_what_is_held_of_them(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteFactsScreen(Wanted(subject=event)), size) as pilot:
        await says(pilot, "Before the note goes out")

        assert seen("note-facts", pilot) == shown(pilot)


async def test_what_is_settled_leaves_the_list_at_once(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteFactsScreen(Wanted(subject=event))) as pilot:
        before = rows(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: rows(pilot) != before)

        assert before[1:] == rows(pilot)
        assert "Checked. u takes that back." in screen_text(pilot.app)


async def test_what_was_settled_by_mistake_is_there_again(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteFactsScreen(Wanted(subject=event))) as pilot:
        before = rows(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: rows(pilot) != before)
        await press(pilot, "u")
        await until(pilot, lambda: rows(pilot) == before)


async def test_all_that_there_is_to_check_is_checked_by_one_key(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteFactsScreen(Wanted(subject=event))) as pilot:
        for _ in rows(pilot):
            before = rows(pilot)
            await press(pilot, "a")
            await until(pilot, lambda before=before: rows(pilot) != before)  # type: ignore[misc]
        await says(pilot, "Every fact in the note is checked.")

        assert held(pilot).store.get(Event, event.id) is not None
