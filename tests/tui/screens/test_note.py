import re
from pathlib import Path

import pytest

from briefing.desk import edit, intake, prepare
from briefing.model import Event, Question
from briefing.note.blocks import Mark
from briefing.tui.screens import note_lines
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.note import NoteScreen, PartScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
    folder_with_both,
    held,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


def accepted(folder: Path) -> Event:
    """An event that is held, with all that was read around it."""
    with open_desk(folder_with_both(folder)) as desk:
        intake.accept(desk, intake.waiting(desk), checked=True)
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"answer/short": "Whoever finds it."})
        event = desk.store.get(Event, "quiet-networks-22222")
        assert event is not None
        return event


@pytest.mark.parametrize("size", SIZES)
async def test_the_note_is_seen_with_its_parts(tmp_path: Path, size: tuple[int, int]) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), size) as pilot:
        await says(pilot, "Briefing note")
        await pilot.pause()

        assert seen("note", pilot) == shown(pilot)


async def test_what_is_seen_has_the_words_of_the_file(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        note = prepare.note(desk, event)
        markdown = prepare.markdown(desk, event).decode()

    unmarked = re.sub(r"^ *(#+ |- )|\*\*|[<>\\]", "", markdown, flags=re.MULTILINE)
    preview = re.sub(r"^ *(- )?", "", note_lines.plain_text(note), flags=re.MULTILINE)
    assert unmarked.split() == re.sub(r"[<>\\]", "", preview).split()


def test_a_mark_has_the_words_of_the_file_and_its_numbers_are_links() -> None:
    marks = [
        Mark(numbers=(1,)),
        Mark(numbers=(1, 12, 2)),
        Mark(numbers=(3,), checked=False),
        Mark(),
        Mark(checked=False),
    ]

    for mark in marks:
        parts = list(note_lines.mark_parts(mark))
        assert "".join(part.text for part in parts) == f" {mark.words}"
        assert [part.target for part in parts if part.target] == [str(n) for n in mark.numbers]


async def test_a_part_is_written_and_stands_in_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "5 of 60 words")
        await press(pilot, "ctrl+s")
        await says(pilot, "5/60")

        assert "Cables matter; say so first." in screen_text(pilot.app)
        assert "to write" in screen_text(pilot.app)


async def test_the_text_follows_the_parts_up_to_the_first_again(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (80, 24)) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await press(pilot, "end")
        before = view.scroll_offset.y
        await press(pilot, "home")

        assert before > 0
        assert view.scroll_offset.y == 0


async def test_points_are_written_a_line_each(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("points")
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
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


async def test_a_question_is_answered_from_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("question-32222")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AnswerScreen))
        await press(pilot, "tab")
        await write(pilot, "A day ahead.")
        await press(pilot, "ctrl+s")
        await says(pilot, "Line: A day ahead.")


async def test_a_number_leads_to_the_words_in_their_source(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "tab", "right", "right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        view = pilot.app.screen.query_one(TextView)

        start = FORUM_TEXT.index("Monday, 4 March")
        await until(pilot, lambda: view.target == f"cited {start}")


async def test_every_number_leads_somewhere(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        numbers = [entry.number for entry in prepare.note(held(pilot), event).sources]

        found = {number: screen.citation(number) for number in numbers}

        assert [n for n, c in found.items() if c is None or c.start is None] == []
        words = {c.words == FORUM_TEXT[c.start : c.end] for c in found.values() if c}
        assert (len(numbers) > 10, words) == (True, {True})


async def test_the_file_is_written_where_it_is_asked_to(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, "enter")
        await says(pilot, "Written to")

        path = prepare.default_file(held(pilot), event)
        assert path.read_bytes() == prepare.markdown(held(pilot), event)


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        path = prepare.default_file(held(pilot), event)
        path.parent.mkdir()
        path.write_text("my own remarks")
        await press(pilot, "w", "enter")
        await says(pilot, "is there already")
        before = path.read_text()
        await press(pilot, "enter")
        await says(pilot, "Written to")

        assert before == "my own remarks"
        assert path.read_bytes() == prepare.markdown(held(pilot), event)


@pytest.mark.parametrize(
    ("typed", "expected"), [("mine", "mine.md"), ("mine.txt", "mine.txt"), ("", "{name}")]
)
async def test_a_file_gets_its_ending_and_a_folder_gets_a_file(
    tmp_path: Path, typed: str, expected: str
) -> None:
    event = accepted(tmp_path)
    target = tmp_path / "elsewhere"
    target.mkdir()
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        name = prepare.default_file(held(pilot), event).name
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
