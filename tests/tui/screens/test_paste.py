from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing import platform, reader
from briefing.desk import intake
from briefing.model import Proposal, Source
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.paste import PasteScreen, pasted_files
from briefing.tui.screens.review import ReviewScreen
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
    held,
    make_folder,
    on_screen,
    press,
    says,
)
from tests.tui.screens.golden import SIZES, shown
from tests.tui.support import screen_text, until


def asked() -> PasteScreen:
    return PasteScreen(FORUM_TEXT)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Hand a text over as a terminal with bracketed paste does."""
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: isinstance(pilot.app.screen, PasteScreen))


def sources(pilot: Pilot[None]) -> list[Source]:
    return [s for s in held(pilot).store.all(Source) if s.is_held]


@pytest.mark.parametrize("size", SIZES)
async def test_a_pasted_text_is_shown_before_it_is_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_screen(make_folder(tmp_path), asked, size) as pilot:
        await says(pilot, "Read this text?")

        assert "18 lines" in screen_text(pilot.app)
        lines = [line for line in shown(pilot).splitlines() if "│" in line or "─" in line]
        assert len(lines) > 10


async def test_enter_reads_it_and_shows_what_waits(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await paste(pilot, FORUM_TEXT)
        await press(pilot, "enter")
        await says(pilot, "to review")

        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "Rules for quiet networks" in screen_text(pilot.app)
        (source,) = sources(pilot)
        assert held(pilot).store.source_text(source.sha256) == FORUM_TEXT


async def test_escape_drops_it_and_keeps_nothing(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await paste(pilot, FORUM_TEXT)
        await press(pilot, "escape")
        await says(pilot, "Not read")

        assert sources(pilot) == []


async def test_what_is_dropped_while_it_is_read_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, has_ended = Event(), Event()

    def slowly(*_: object) -> list[Proposal]:
        go_on.wait()
        has_ended.set()
        return []

    monkeypatch.setattr(reader, "read", slowly)
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        below = pilot.app.screen
        await paste(pilot, FORUM_TEXT)
        await press(pilot, "enter")
        await says(pilot, "Reading")
        await press(pilot, "escape")
        await says(pilot, "Not read")
        go_on.set()
        await until(pilot, has_ended.is_set)
        await until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))

        assert sources(pilot) == []
        assert pilot.app.screen is below


async def test_the_same_text_again_changes_nothing(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await paste(pilot, FORUM_TEXT)
        await press(pilot, "enter")
        await says(pilot, "to review")
        before = intake.waiting(held(pilot))
        await paste(pilot, FORUM_TEXT)
        await press(pilot, "enter")
        await says(pilot, "was brought in before")

        assert before == intake.waiting(held(pilot))
        assert len(sources(pilot)) == 1


async def test_a_text_without_an_event_is_kept_and_that_is_said(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await paste(pilot, "The harbour was calm.\n")
        await press(pilot, "enter")
        await says(pilot, "Kept as a source; no event")

        assert len(sources(pilot)) == 1


async def test_what_comes_late_is_added_to_the_text(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await paste(pilot, FORUM_TEXT[:200])
        pilot.app.post_message(events.Paste(FORUM_TEXT[200:]))
        await says(pilot, "18 lines")
        await press(pilot, "enter")
        await says(pilot, "to review")

        (source,) = sources(pilot)
        assert held(pilot).store.source_text(source.sha256) == FORUM_TEXT


async def test_pasted_paths_are_brought_in_as_files(tmp_path: Path) -> None:
    first, second = tmp_path / "one.txt", tmp_path / "two words.txt"
    first.write_text(FORUM_TEXT, encoding="utf-8")
    second.write_text("The harbour was calm.\n", encoding="utf-8")
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen, (120, 30)) as pilot:
        await paste(pilot, f"{first}\n{second}\n")
        await says(pilot, "Read these 2 files?")
        await press(pilot, "enter")
        await says(pilot, "to review")

        assert sorted(source.name for source in sources(pilot)) == ["one.txt", "two words.txt"]


def test_paths_are_understood_as_terminals_write_them(tmp_path: Path) -> None:
    path = tmp_path / "two words.txt"
    path.write_text("x")
    escaped = str(path).replace(" ", "\\ ")

    for written in (f"{path}\n", f"'{path}'", escaped, path.as_uri(), f" {path} "):
        assert pasted_files(written) == [path]


@pytest.mark.parametrize(
    "text", ["", "\n", "no such file.txt", "a 'quote", "x" * 5_000, "/", "\0", "~nobody-here/x"]
)
def test_what_is_no_path_is_a_text(text: str) -> None:
    assert pasted_files(text) == []


async def test_a_file_is_asked_for_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(FORUM_TEXT, encoding="utf-8")
    async with on_screen(make_folder(tmp_path / "desk"), ReviewScreen) as pilot:
        await press(pilot, "I")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        pilot.app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        await says(pilot, "to review")

        assert [source.name for source in sources(pilot)] == ["one.txt"]


async def test_a_file_that_is_not_there_is_told_and_asked_for_again(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "I")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        pilot.app.screen.query_one(Input).value = str(tmp_path / "none.txt")
        await press(pilot, "enter")
        await says(pilot, "No such file")

        assert isinstance(pilot.app.screen, AskScreen)


async def test_what_was_copied_is_brought_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = platform.Clipboard(b"", FORUM_TEXT.encode())
    monkeypatch.setattr(platform, "clipboard", lambda: copied)
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "V")
        await says(pilot, "to review")

        (source,) = sources(pilot)
        assert source.name.startswith("copied 2024-")


async def test_a_clipboard_that_can_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "clipboard", lambda: None)
    async with on_screen(make_folder(tmp_path), ReviewScreen, (120, 30)) as pilot:
        await press(pilot, "V")
        await says(pilot, "no tool that reads the clipboard")

        assert sources(pilot) == []


async def test_a_hostile_paste_is_shown_harmlessly(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        await paste(pilot, "\x1b[31m[red]quit\u202e\x00\x07\nq\nx\n" + "long " * 200_000)
        await says(pilot, "[red]quit")

        assert not {"\x1b", "\u202e", "\x00", "\x07"} & set(screen_text(pilot.app))
