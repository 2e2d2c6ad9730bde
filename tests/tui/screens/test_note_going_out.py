from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import edit, issuing, note_checks, note_files, prepare
from briefing.desk.note_files import Wanted
from briefing.model import Event, Question
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.note_facts import NoteFactsScreen
from briefing.tui.screens.source import SourceScreen
from tests.tui.screens.desk_for_tests import (
    accepted,
    held,
    leads_to,
    on_screen,
    press,
    says,
    write,
)
from tests.tui.support import screen_text


def docx_of(pilot: Pilot[None], event: Event) -> bytes:
    """What the note on an event is as a Word file."""
    desk, wanted = held(pilot), Wanted(subject=event)
    return note_files.content(desk, wanted, issuing.draft(desk, wanted).note, ".docx")


async def test_the_note_is_shown_as_its_readers_will_get_it(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        desk = held(pilot)
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"handling/level": "me"})
        await leads_to(pilot, AskScreen, "r")
        await press(pilot, *("backspace",) * 20, *"office", "enter")
        await says(pilot, "This is what office will get")

        assert "as office see it" in screen_text(pilot.app)
        await leads_to(pilot, AskScreen, "w")
        await says(pilot, "Rules for quiet networks for office.docx")
        await press(pilot, "escape")
        assert "Who repairs a cable" not in screen_text(pilot.app)
        await leads_to(pilot, AskScreen, "I")
        await says(pilot, "office")


async def test_readers_who_may_see_nothing_of_it_are_refused(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        edit.set_fields(held(pilot), event, {"handling/level": "me"})
        await leads_to(pilot, AskScreen, "r")
        await press(pilot, *("backspace",) * 20, *"public", "enter")
        await says(pilot, "can't be shown at the level public")


async def test_a_note_is_had_in_another_language_and_undone(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, AskScreen, "r")
        await press(pilot, "down", *("backspace",) * 20, *"french", "enter")
        await says(pilot, "Note de préparation")
        await press(pilot, "u")
        await says(pilot, "Taken back: Set the language of the note")

        assert "Briefing note:" in screen_text(pilot.app)


async def test_the_file_is_written_where_it_is_asked_to(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, AskScreen, "w")
        await press(pilot, "enter")
        await says(pilot, "Written to")

        path = prepare.default_file(held(pilot), event, suffix=".docx")
        assert path.read_bytes() == docx_of(pilot, event)


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        path = prepare.default_file(held(pilot), event, suffix=".docx")
        path.parent.mkdir()
        path.write_text("my own remarks")
        await press(pilot, "w", "enter")
        await says(pilot, "is there already")
        before = path.read_text()
        await press(pilot, "enter")
        await says(pilot, "Written to")

        assert before == "my own remarks"
        assert path.read_bytes() == docx_of(pilot, event)


@pytest.mark.parametrize(
    ("typed", "expected"), [("mine", "mine.docx"), ("mine.txt", "mine.txt"), ("", "{name}")]
)
async def test_a_file_gets_its_ending_and_a_folder_gets_a_file(
    tmp_path: Path, typed: str, expected: str
) -> None:
    event = accepted(tmp_path)
    target = tmp_path / "elsewhere"
    target.mkdir()
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        name = prepare.default_file(held(pilot), event, suffix=".docx").name
        await press(pilot, "w", "ctrl+u")
        await write(pilot, str(target / typed))
        await press(pilot, "enter")
        await says(pilot, "Written to")

        assert [expected.format(name=name)] == [path.name for path in target.iterdir()]


async def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    (tmp_path / "notes").write_text("a file where the folder should be")
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "w", "enter")
        await says(pilot, "notes")

        assert isinstance(pilot.app.screen, AskScreen)


async def test_the_note_is_copied_as_plain_text(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)

        assert screen.text_to_copy().startswith("Briefing note: Rules for quiet networks\n\n- ")


async def test_a_fact_that_nobody_checked_is_settled_on_the_way_out(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, NoteFactsScreen, "c")
        before = note_checks.facts_to_check(held(pilot), Wanted(subject=event))
        await press(pilot, "a")
        await says(pilot, "Checked.")

        now = held(pilot).store.get(Event, event.id)
        assert now is not None
        after = note_checks.facts_to_check(held(pilot), Wanted(subject=now))
        assert len(after) == len(before) - 1


async def test_a_fact_leads_to_its_words_and_to_its_record(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, NoteFactsScreen, "c")
        await leads_to(pilot, SourceScreen, "s")
        await leads_to(pilot, NoteFactsScreen, "escape")
        await leads_to(pilot, FormScreen, "enter")


async def test_a_note_goes_out_numbered_and_its_copies_lie_where_one_says(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, AskScreen, "I")
        await says(pilot, "facts to check first")
        await press(pilot, "enter")
        await says(pilot, "No. 1 is out")

        note = prepare.written(held(pilot), event)
        assert note is not None
        (issue,) = note.issues
        assert {Path(file.name).suffix for file in issue.files} == {".docx", ".pdf", ".ics"}
        copies = {path.name: path.read_bytes() for path in (tmp_path / "notes").iterdir()}
        kept = {f.name: issuing.file_of(held(pilot), note, issue, f) for f in issue.files}
        assert copies == kept


async def test_readers_and_formats_that_there_are_not_are_told(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "I", "ctrl+u")
        await write(pilot, "everybody")
        await press(pilot, "enter")
        await says(pilot, "Nobody is called")
        await press(pilot, "ctrl+u")
        await write(pilot, "office")
        await press(pilot, "tab", "ctrl+u")
        await write(pilot, "scroll")
        await press(pilot, "enter")
        await says(pilot, "a note is written as")

        assert prepare.written(held(pilot), event) is None
