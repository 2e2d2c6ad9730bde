from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing import reader
from briefing.desk import intake
from briefing.model import Source
from briefing.reader import Incoming, Known, Proposed
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.folder import FolderScreen
from briefing.tui.screens.paste import PasteScreen
from briefing.tui.screens.review import ReviewScreen
from tests.tui.screens.desk_for_tests import FORUM_TEXT, held, make_folder, on_screen, press, says
from tests.tui.support import until


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    (papers / "later").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "later/c.txt"):
        (papers / name).write_text(f"{FORUM_TEXT}\n{name}\n", encoding="utf-8")
    (papers / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return papers


def names(pilot: Pilot[None]) -> list[str]:
    return sorted(source.name for source in held(pilot).store.all(Source) if source.is_held)


async def ask(pilot: Pilot[None], path: Path) -> None:
    await press(pilot, "I")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
    pilot.app.screen.query_one(Input).value = str(path)
    await press(pilot, "enter")


async def test_a_folder_is_brought_in_and_what_came_of_it_is_told(
    tmp_path: Path, papers: Path
) -> None:
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen, (180, 30)) as pilot:
        await ask(pilot, papers)
        await says(pilot, "3 files read")
        await says(pilot, "1 file of other kinds left out")

        assert ["a.txt", "b.txt", "c.txt"] == names(pilot)


async def test_a_folder_stops_behind_a_file_and_goes_on_there(
    tmp_path: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reader.read
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen, (180, 30)) as pilot:

        def stopped_by_hand(incoming: Incoming, known: Known, today: object) -> Proposed:
            screen = pilot.app.screen
            assert isinstance(screen, FolderScreen)
            pilot.app.call_from_thread(screen.action_stop)
            return read(incoming, known, held(pilot).today)

        monkeypatch.setattr(reader, "read", stopped_by_hand)
        await ask(pilot, papers)
        await says(pilot, "Stopped after 1 of 3 files; the same again goes on")
        stopped = names(pilot)
        monkeypatch.setattr(reader, "read", read)
        await ask(pilot, papers)
        await says(pilot, "1 brought in before")

        assert (["a.txt"], ["a.txt", "b.txt", "c.txt"]) == (stopped, names(pilot))


async def test_escape_asks_a_folder_to_stop(tmp_path: Path, papers: Path) -> None:
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen) as pilot:
        pilot.app.push_screen(FolderScreen([papers / "a.txt"] * 2, ""))
        await press(pilot, "escape")
        await says(pilot, "file")

        assert len(names(pilot)) <= 1


async def test_a_file_that_can_not_be_read_stops_no_other(tmp_path: Path, papers: Path) -> None:
    (papers / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen, (200, 30)) as pilot:
        await ask(pilot, papers)
        await says(pilot, "1 could not be read: a.pdf: the PDF is damaged")

        assert ["a.txt", "b.txt", "c.txt"] == names(pilot)


async def test_a_dropped_folder_is_asked_about_and_brought_in(tmp_path: Path, papers: Path) -> None:
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen, (180, 30)) as pilot:
        pilot.app.post_message(events.Paste(f"'{papers}'"))
        await until(pilot, lambda: isinstance(pilot.app.screen, PasteScreen))
        await says(pilot, "Read this folder?")
        await press(pilot, "enter")
        await says(pilot, "3 files read")

        assert intake.waiting(held(pilot))


async def test_a_folder_without_anything_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen) as pilot:
        await ask(pilot, tmp_path / "empty")
        await says(pilot, "There is nothing in the folder")
