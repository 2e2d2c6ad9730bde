from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.paste import PasteScreen
from tests.support import our_announcements, seeds, text_of
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until

Paste = Callable[[BriefingApp, str], None]

OURS, SEEDS = ([text_of(path) for path in paths] for paths in (our_announcements(), seeds()))

PANES = ("timeline", "forums", "questions", "detail")
PLACES = {
    "timeline": "1",
    "forums": "2",
    "questions": "3",
    "detail": "4",
    "zoomed pane": "3 z",
    "linked pane": "1 f 2",
    "to review": "i",
    "note": "1 b",
    "text of the note": "1 b tab",
    "source": "3 home s",
}
"""Where no text is written -> the keys that lead there."""

FIELDS = {
    "line to find in": "1 /",
    "form": "1 e",
    "choice in a form": "1 e down",
    "answer": "3 a",
    "part of the note": "1 b e",
    "palette": ":",
    "help": "?",
    "name of a file": "I",
}
"""Where text is written."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example.make(tmp_path_factory.mktemp("pasting") / "desk")


@asynccontextmanager
async def at(folder: Path, keys: str) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    """The example desk on the screen, after some keys."""
    async with desk_on_screen(folder) as (app, pilot):
        for key in keys.split():
            await pilot.press(key)
        await settled(pilot)
        yield app, pilot


def bracketed(app: BriefingApp, text: str) -> None:
    """Send a text as a terminal does that marks what is pasted."""
    send(app, f"\x1b[200~{text}\x1b[201~")


def flood(app: BriefingApp, text: str) -> None:
    """Send a text as a terminal does that marks nothing: as if all of it were typed at once."""
    send(app, text)


def send(app: BriefingApp, written: str) -> None:
    assert app._driver is not None
    read = list(XTermParser().feed(written.replace("\n", "\r")))
    for event in read:
        # Read at once, however long a busy machine takes to take it apart.
        event.time = read[0].time
        app._driver.send_message(event)


WAYS = pytest.mark.parametrize("paste", [bracketed, flood])


def texts(place: str, paste: Paste) -> list[str]:
    """Some announcements, of each place others: as keys, one takes a second."""
    everywhere = list(PLACES | FIELDS)
    at = everywhere.index(place)
    some = OURS[at % len(OURS) :][:2]
    if place in PANES:
        return (OURS[at :: len(everywhere)] if paste is bracketed else some) + SEEDS[at % 5 :][:2]
    return some + SEEDS[at % 5 :][:1]


def held(app: BriefingApp) -> object:
    """What a command could have changed."""
    return len(list(app.desk.store.history())), app.config, app.theme, app.is_running


def shown(app: BriefingApp) -> list[str]:
    """The screen's lines but for the status line and the keys."""
    return screen_text(app).splitlines()[:-2]


async def test_the_keys_lead_to_these_places(folder: Path) -> None:
    reached = set()
    for keys in (PLACES | FIELDS).values():
        async with at(folder, keys) as (app, _):
            reached.add((type(app.screen).__name__, type(app.focused).__name__))

    assert reached == {
        ("MainScreen", "VirtualList"),
        ("MainScreen", "TextView"),
        ("MainScreen", "QueryLine"),
        ("ReviewScreen", "WaitingList"),
        ("NoteScreen", "VirtualList"),
        ("NoteScreen", "TextView"),
        ("SourceScreen", "TextView"),
        ("FormScreen", "Input"),
        ("FormScreen", "Choice"),
        ("AnswerScreen", "TextArea"),
        ("PartScreen", "TextArea"),
        ("ChooseScreen", "Input"),
        ("AskScreen", "Input"),
    }


@WAYS
@pytest.mark.parametrize("place", PLACES)
async def test_no_announcement_that_is_pasted_runs_a_command(
    folder: Path, place: str, paste: Paste
) -> None:
    async with at(folder, PLACES[place]) as (app, pilot):
        screen, focused, before, lines = app.screen, app.focused, held(app), shown(app)
        for text in texts(place, paste):
            paste(app, text)
            await until(pilot, lambda: isinstance(app.screen, PasteScreen))
            assert (before, text.split()) == (held(app), asked_about(app).split())
            assert screen is app.screen_stack[-2]
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
            assert (before, lines, focused) == (held(app), shown(app), app.focused)


@WAYS
@pytest.mark.parametrize("field", FIELDS)
async def test_an_announcement_that_is_pasted_into_a_field_is_only_written(
    folder: Path, field: str, paste: Paste
) -> None:
    async with at(folder, FIELDS[field]) as (app, pilot):
        stack, before = list(app.screen_stack), held(app)
        for text in texts(field, paste):
            paste(app, text)
            await pilot.pause()
            await until(pilot, lambda: not app._held)
            await settled(pilot)
            assert (before, stack) == (held(app), list(app.screen_stack))


@pytest.mark.parametrize(("key", "rows"), [("\x1b[B", 1), ("j", 1), ("\x1b[A", -1), ("k", -1)])
async def test_a_key_that_is_held_down_moves_the_cursor(folder: Path, key: str, rows: int) -> None:
    async with at(folder, "1 home" if rows > 0 else "1 end") as (app, pilot):
        begun = app.main.chosen.list.index
        send(app, key * 5)
        await until(pilot, lambda: app.main.chosen.list.index != begun)
        await settled(pilot)

        assert begun + 5 * rows == app.main.chosen.list.index
        assert isinstance(app.screen, MainScreen)


def asked_about(app: BriefingApp) -> str:
    assert isinstance(app.screen, PasteScreen)
    return app.screen._text
