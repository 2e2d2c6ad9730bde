import hashlib
from pathlib import Path

import pytest

from briefing.model import Citation, Source
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView
from briefing.when import from_iso
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
    folder_with_both,
    make_folder,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


def citation(words: str, source: str = "forum") -> Citation:
    start = FORUM_TEXT.index(words)
    return Citation(source=source, start=start, end=start + len(words), words=words)


VENUE, SIDE = citation("Harbour Room"), citation("Breakfast on cable maps")


def opened() -> SourceScreen:
    return SourceScreen("forum", at=VENUE, cited=(SIDE, VENUE))


@pytest.mark.parametrize("size", SIZES)
async def test_a_source_opens_at_the_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(folder_with_both(tmp_path), opened, size) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await until(pilot, lambda: view.target == f"cited {VENUE.start}")

        assert seen("source", pilot) == shown(pilot)


async def test_one_key_walks_the_cited_words_around(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), opened) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await until(pilot, lambda: view.target is not None)
        walked = []
        for _ in range(2):
            await press(pilot, "n")
            walked.append(view.target)

        assert walked == [f"cited {SIDE.start}", f"cited {VENUE.start}"]


async def test_the_words_one_came_for_win_over_a_longer_citation(tmp_path: Path) -> None:
    longer = citation("Where: Harbour Room, 12 Quay Street")
    screen = lambda: SourceScreen("forum", at=VENUE, cited=(longer,))  # noqa: E731
    async with on_screen(folder_with_both(tmp_path), screen) as pilot:
        view = pilot.app.screen.query_one(TextView)

        await until(pilot, lambda: view.target == f"cited {VENUE.start}")


async def test_words_are_found_whatever_their_case(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), opened) as pilot:
        await press(pilot, "slash")
        await write(pilot, "REPAIR")
        await press(pilot, "enter")
        await says(pilot, "“REPAIR”: 1 of 3")
        await press(pilot, "n")

        await says(pilot, "“REPAIR”: 2 of 3")


async def test_escape_ends_the_search_before_it_leaves(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), opened) as pilot:
        await press(pilot, "slash")
        await write(pilot, "repair")
        await press(pilot, "enter", "escape")
        await says(pilot, "2 passages cited here")
        still = isinstance(pilot.app.screen, SourceScreen)
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SourceScreen))

        assert still


async def test_words_that_are_not_there_are_said_to_be_missing(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), opened) as pilot:
        await press(pilot, "slash")
        await write(pilot, "[lighthouse(")
        await press(pilot, "enter")

        await says(pilot, "“[lighthouse(” is not in this text.")


async def test_a_named_source_shows_what_is_known_of_it(tmp_path: Path) -> None:
    source = Source(
        id="record",
        title="Summary of the third session",
        body="Conference of Ports",
        published=from_iso("2023-11"),
        address="https://ports.example/summary",
    )
    with open_desk(make_folder(tmp_path)) as desk, desk.change("named") as edit:
        edit.put(source)
    at = Citation(source="record", place="paragraph 12", words="ports shall be told")

    async with on_screen(tmp_path, lambda: SourceScreen("record", at=at)) as pilot:
        await says(pilot, "ports shall be told")

        text = screen_text(pilot.app)
        told = ["Conference of Ports", "Nov 2023", "https://ports.example/summary", "paragraph 12"]
        assert [words for words in told if words not in text] == []


async def test_a_source_that_was_removed_is_said_to_be_gone(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: SourceScreen("gone")) as pilot:
        await says(pilot, "A source that is not held any more")


async def test_hostile_text_keeps_its_places_and_does_no_harm(tmp_path: Path) -> None:
    text = "\x1b[31mharm\u202e\u200b\x00 [red] then the words\r\nand more"
    start = text.index("the words")
    with open_desk(make_folder(tmp_path)) as desk:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        desk.store.keep_source(sha256, "x.txt", text.encode(), text)
        with desk.change("hostile") as edit:
            edit.put(Source(id="hostile", title="\x1b]0;x\x07Title", sha256=sha256))
    at = Citation(source="hostile", start=start, end=start + 9, words="the words")

    async with on_screen(tmp_path, lambda: SourceScreen("hostile", at=at)) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await until(pilot, lambda: view.target is not None)

        shown_text = screen_text(pilot.app)
        assert "[red] then the words" in shown_text
        assert not {"\x1b", "\u202e", "\x00", "\x07", "\r"} & set(shown_text)
