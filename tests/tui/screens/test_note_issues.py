from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing import platform
from briefing.desk import edit, issuing, prepare
from briefing.desk.note_files import Wanted
from briefing.model import Event
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.note_issues import NoteIssuesScreen
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
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


def issued(folder: Path) -> Event:
    """An event whose note went out twice, and which changed in between and since."""
    event = accepted(folder)
    with open_desk(folder) as desk:
        issuing.issue(desk, Wanted(subject=event), [".txt", ".md"])
        edit.set_fields(desk, event, {"venue": "Cable Hall, 3 Quay Street, New York"})
        issuing.issue(desk, Wanted(subject=event), [".txt"])
        issuing.issue(desk, Wanted(subject=event, kind="card"), [".txt"])
        prepare.write(desk, event, {"purpose": "To hear who repairs."})
    return event


@asynccontextmanager
async def issues_shown(
    folder: Path, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[Pilot[None]]:
    event = issued(folder)
    async with on_screen(folder, lambda: NoteIssuesScreen(Wanted(subject=event)), size) as pilot:
        await says(pilot, "Rewritten: Purpose")
        yield pilot


@pytest.mark.parametrize("size", SIZES)
async def test_what_went_out_is_seen_with_what_changed_since(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with issues_shown(tmp_path, size) as pilot:
        assert seen("note-issues", pilot) == shown(pilot)


async def test_each_issue_tells_what_changed_since_itself(tmp_path: Path) -> None:
    async with issues_shown(tmp_path) as pilot:
        newest = screen_text(pilot.app)
        await press(pilot, "down")
        await says(pilot, "Now in Cable Hall")

        assert "Cable Hall" not in newest


async def test_the_note_leads_to_what_went_out_of_it_and_back(tmp_path: Path) -> None:
    event = issued(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, NoteIssuesScreen, "H")
        await says(pilot, "No. 2")
        await leads_to(pilot, NoteScreen, "escape")


async def test_before_anything_went_out_it_is_said_what_issues_it(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteIssuesScreen(Wanted(subject=event))) as pilot:
        await says(pilot, "Nothing of this note went out yet; I issues it.")


async def test_its_files_are_written_once_more_as_they_went_out(tmp_path: Path) -> None:
    async with issues_shown(tmp_path) as pilot:
        await leads_to(pilot, AskScreen, "down", "w")
        await press(pilot, "ctrl+u")
        await write(pilot, str(tmp_path / "out"))
        await press(pilot, "enter")
        await says(pilot, "2 files of No. 1 in")

        event = held(pilot).store.get(Event, "quiet-networks-22222")
        assert event is not None
        note, first = issuing.issue_numbered(held(pilot), Wanted(subject=event), 1)
        kept = {f.name: issuing.file_of(held(pilot), note, first, f) for f in first.files}
        assert kept == {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}


async def test_no_other_file_of_that_name_is_written_over(tmp_path: Path) -> None:
    async with issues_shown(tmp_path) as pilot:
        (tmp_path / "out").mkdir()
        name = next((tmp_path / "data" / "notes").rglob("*no. 2.txt")).name
        (tmp_path / "out" / name).write_text("My own words.", encoding="utf-8")
        await press(pilot, "w", "ctrl+u")
        await write(pilot, str(tmp_path / "out"))
        await press(pilot, "enter")
        await says(pilot, "1 file of No. 2 in")

        assert (tmp_path / "out" / name).read_text(encoding="utf-8") == "My own words."
        assert len(list((tmp_path / "out").iterdir())) == 2


async def test_a_copy_of_a_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def remember(path: str) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(platform, "open_address", remember)
    async with issues_shown(tmp_path) as pilot:
        await leads_to(pilot, ChooseScreen, "down", "enter")
        await says(pilot, "Plain text")
        await press(pilot, "enter")
        await says(pilot, "Opened ")

        (path,) = map(Path, opened)
        assert tmp_path / "notes" == path.parent
        assert path.read_bytes() == next((tmp_path / "data").rglob(path.name)).read_bytes()


async def test_what_is_no_longer_as_it_went_out_is_told(tmp_path: Path) -> None:
    event = issued(tmp_path)
    for path in (tmp_path / "data" / "notes").rglob("facts.jsonl"):
        path.chmod(0o600)
        path.write_text("{}", encoding="utf-8")
    async with on_screen(tmp_path, lambda: NoteIssuesScreen(Wanted(subject=event))) as pilot:
        await until(
            pilot, lambda: "is not what went out" in " ".join(screen_text(pilot.app).split())
        )
