from pathlib import Path

import pytest

from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.file_writer import FileWriter, file_words
from briefing.tui.screens.note import NoteScreen
from tests.tui.screens.desk_for_tests import accepted, leads_to, on_screen, press, says, write


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/out/lights.pdf", "A PDF, lights.pdf, in /out"),
        ("/out/lights", "A Word file, lights.docx, in /out"),
        ("/", "A Word file, note.docx, in /"),
    ],
)
async def test_what_a_file_will_be_and_where_is_told(
    typed: str, expected: str, tmp_path: Path
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        writer = FileWriter(lambda path: bytes, tmp_path / "note.docx", screen)

        assert expected == writer.told((typed,))


async def test_it_is_told_while_the_name_is_typed(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event)) as pilot:
        await leads_to(pilot, AskScreen, "w")
        await press(pilot, "ctrl+u")
        await write(pilot, "/out/lights.eml")
        await says(pilot, "A mail to be sent, lights.eml, in /out")


def test_an_ending_that_no_note_has_is_told_as_it_stands() -> None:
    assert "a .odt file" == file_words(".odt")
