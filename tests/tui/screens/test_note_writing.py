from pathlib import Path

import pytest

from briefing.desk import prepare
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.note_part import PartScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.desk_for_tests import (
    accepted,
    held,
    leads_to,
    on_screen,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


async def test_a_part_is_written_and_stands_in_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, PartScreen, "e")
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "5 of 60 words")
        await press(pilot, "ctrl+s")
        await says(pilot, "5/60")

        assert "Cables matter; say so first." in screen_text(pilot.app)
        assert "to write" in screen_text(pilot.app)


async def test_what_is_to_be_written_stands_in_its_place_on_the_screen_alone(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)

        assert "… Say in 60 words what matters most and what to do." in screen_text(pilot.app)
        assert "…" not in screen.text_to_copy()


@pytest.mark.parametrize("size", SIZES)
async def test_the_note_follows_what_is_typed_below_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), size) as pilot:
        await leads_to(pilot, PartScreen, "e")
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "130 of 900 words")

        assert seen("note-part", pilot) == shown(pilot)
        assert prepare.written(held(pilot), event) is None


async def test_what_is_typed_and_left_is_no_part_of_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, PartScreen, "e")
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "130 of 900 words")
        await press(pilot, "escape")
        await says(pilot, "Draft kept, not saved")

        assert "Cables matter" not in screen_text(pilot.app)
        assert "not saved" in screen_text(pilot.app).split("Purpose")[0]
        await leads_to(pilot, PartScreen, "e")
        await says(pilot, "130 of 900 words")


async def test_a_source_is_read_in_the_middle_of_writing(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, PartScreen, "down", "down", "e")
        part = pilot.app.screen
        await write(pilot, "To learn.")
        await leads_to(pilot, SourceScreen, "tab", "home", "right", "enter")
        await press(pilot, "escape")
        await until(pilot, lambda: pilot.app.screen is part)
        await press(pilot, "tab")
        await write(pilot, " To ask.")
        await says(pilot, "To learn. To ask.")


async def test_what_was_saved_is_said_and_what_is_next(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, PartScreen, "e")
        await write(pilot, "Cables matter.")
        await press(pilot, "ctrl+s")
        await says(pilot, "Bottom line: saved. Next: Purpose.")


async def test_too_many_points_are_said_in_lines(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, PartScreen, "down", "down", "down", "e")
        await write(pilot, "One.\nTwo.\nThree.\nFour.\nFive.")
        await says(pilot, "5 of 4 lines, too long")


async def test_a_note_is_written_and_out_in_fewer_than_25_keys_besides_its_words(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    keys = 0
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        for words in ("Say so first.", "To learn.", "A list.", "One.\nTwo.", "Maps.", "Decide."):
            await leads_to(pilot, PartScreen, "enter")
            await write(pilot, words)
            await press(pilot, "ctrl+s")
            await until(pilot, lambda: pilot.app.screen is screen)
            keys += 2
        await leads_to(pilot, AskScreen, "I")
        await press(pilot, "enter")
        await says(pilot, "No. 1 is out")
        keys += 2

        note = prepare.written(held(pilot), event)
        assert note is not None
        assert prepare.note(held(pilot), event).prompts == ()
        assert (len(note.issues), len(note.points), keys) == (1, 2, 14)


async def test_points_are_written_a_line_each(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("points")
        await leads_to(pilot, PartScreen, "e")
        await write(pilot, "Cables are shared; so is repair.\nTell the coast first.")
        await press(pilot, "ctrl+s")
        await says(pilot, "2/4")

        note = prepare.written(held(pilot), event)
        assert note is not None
        assert note.points == ("Cables are shared; so is repair.", "Tell the coast first.")


async def test_what_only_a_person_can_say_is_asked_for(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await says(pilot, "Say in 60 words what matters most and what to do.")
