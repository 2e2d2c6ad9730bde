from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import edit, issuing
from briefing.desk.note_files import Wanted
from briefing.model import Event, Level
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.note import NoteScreen
from tests.tui.screens.desk_for_tests import (
    accepted,
    held,
    leads_to,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.support import screen_text

LABELS = '\n[handling.labels]\noffice = "Desk eyes"\n'


async def asked(pilot: Pilot[None]) -> None:
    """The dialog that issues the note, with nothing written in its first line."""
    await leads_to(pilot, AskScreen, "I")
    await press(pilot, "ctrl+u")


def levels(pilot: Pilot[None], event: Event) -> list[Level]:
    """Those for whom it went out."""
    return [issue.level for _, issue in issuing.issues(held(pilot), event.id)]


@pytest.mark.parametrize("readers", ["desk eyes", "office", "for my office"])
async def test_readers_go_by_the_houses_label_and_by_plain_words(
    readers: str, tmp_path: Path
) -> None:
    event = accepted(tmp_path)
    with (tmp_path / "briefing.toml").open("a", encoding="utf-8") as settings:
        settings.write(LABELS)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await asked(pilot)
        await write(pilot, readers)
        await says(pilot, "Desk eyes: a Word file, a PDF, a calendar file")
        await press(pilot, "tab", "ctrl+u", *"txt", "enter")
        await says(pilot, "No. 1 is out. Desk eyes, in ")

        assert [Level.OFFICE] == levels(pilot, event)


async def test_who_could_be_meant_is_told_before_anything_goes_out(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await asked(pilot)
        await write(pilot, "offic")
        await says(pilot, "there are me, office")

        assert [] == levels(pilot, event)


@pytest.mark.parametrize("changes", [False, True])
async def test_that_nothing_has_changed_is_told_before_it_goes_out_again(
    changes: bool, tmp_path: Path
) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        issuing.issue(desk, Wanted(subject=event), [".txt"])
        if changes:
            edit.set_fields(desk, event, {"venue": "Cable Hall"})
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await asked(pilot)

        assert changes is not ("Nothing has changed since" in screen_text(pilot.app))


async def test_words_that_were_left_unsaved_are_told_before_it_goes_out(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "e")
        await write(pilot, "We listen.")
        await leads_to(pilot, NoteScreen, "escape")
        await asked(pilot)
        await says(pilot, "1 part is written but not saved")


async def test_it_goes_out_once_where_no_copies_can_be_written(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await asked(pilot)
        await write(pilot, "office")
        await press(pilot, "tab", "ctrl+u", *"txt", "tab", "ctrl+u")
        await write(pilot, str(tmp_path / "file" / "below"))
        await leads_to(pilot, NoteScreen, "enter")
        await says(pilot, "No. 1 is out. For my office, without copies:")

        assert [Level.OFFICE] == levels(pilot, event)
