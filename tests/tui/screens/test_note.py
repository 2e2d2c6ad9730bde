import re
from pathlib import Path

import pytest

from briefing.desk import prepare
from briefing.note.blocks import Mark
from briefing.tui.screens import note_lines
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.note_view import NoteView
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.virtual_list import VirtualList
from tests.desk.support import markdown
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
    accepted,
    held,
    leads_to,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


@pytest.mark.parametrize("size", SIZES)
async def test_the_note_is_seen_with_its_parts(tmp_path: Path, size: tuple[int, int]) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), size) as pilot:
        await says(pilot, "1 of 2 pages")

        assert seen("note", pilot) == shown(pilot)


async def test_the_text_follows_the_parts_up_to_the_first_again(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (80, 24)) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await press(pilot, "end")
        before = view.scroll_offset.y
        await press(pilot, "home")

        assert before > 0
        assert view.scroll_offset.y == 0


async def test_how_many_pages_it_fills_is_told_once_the_hand_rests(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await says(pilot, "of 900 words, 1 of 2 pages")


async def test_a_number_leads_to_the_words_in_their_source(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, SourceScreen, "tab", "right", "right", "enter")
        view = pilot.app.screen.query_one(TextView)

        start = FORUM_TEXT.index("Monday, 4 March")
        await until(pilot, lambda: view.target == f"cited {start}")


async def test_every_number_leads_somewhere(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        numbers = [entry.number for entry in prepare.note(held(pilot), event).sources]

        view = screen.query_one(NoteView)
        found = {number: view.citation(number) for number in numbers}

        assert [n for n, c in found.items() if c is None or c.start is None] == []
        words = {c.words == FORUM_TEXT[c.start : c.end] for c in found.values() if c}
        assert (len(numbers) > 10, words) == (True, {True})


async def test_a_part_goes_behind_the_note_and_back(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("logistics")
        await press(pilot, "a")
        await says(pilot, "Moved behind the note")
        behind = prepare.note(held(pilot), event).sections
        await press(pilot, "a")
        await says(pilot, "Moved back")

        assert [s.name for s in behind if s.is_annex] == ["logistics", "sources"]
        in_place = prepare.note(held(pilot), event).sections
        assert [s.name for s in in_place if s.is_annex] == ["sources"]


async def test_another_kind_of_note_is_shown(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, ChooseScreen, "v")
        await write(pilot, "card")
        await press(pilot, "enter")
        await says(pilot, "Pocket card: Rules for quiet networks")

        assert "of 350 words" in screen_text(pilot.app)


async def test_what_is_seen_has_the_words_of_the_file(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        note = prepare.note(desk, event)
        written = markdown(desk, event)

    unmarked = re.sub(r"^ *(#+ |- )|\*\*|[<>\\]", "", written, flags=re.MULTILINE)
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
