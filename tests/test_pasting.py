from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.paste import PasteScreen
from tests.support import IS_LONG, our_announcements, seeds, text_of
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until

Paste = Callable[[BriefingApp, str], None]

OURS, SEEDS = ([text_of(path) for path in paths] for paths in (our_announcements(), seeds()))

PANES = ("timeline", "forums", "questions", "detail")


class Place(NamedTuple):
    """Somewhere on the screen."""

    keys: str
    """What leads there."""
    screen: str
    focused: str
    """What has the focus there."""


PLACES = {
    "timeline": Place("1", "MainScreen", "VirtualList"),
    "forums": Place("2", "MainScreen", "VirtualList"),
    "questions": Place("3", "MainScreen", "VirtualList"),
    "detail": Place("4", "MainScreen", "TextView"),
    "zoomed pane": Place("3 z", "MainScreen", "VirtualList"),
    "linked pane": Place("1 f 2", "MainScreen", "VirtualList"),
    "to review": Place("i", "ReviewScreen", "WaitingList"),
    "note": Place("1 b", "NoteScreen", "VirtualList"),
    "text of the note": Place("1 b tab", "NoteScreen", "NoteView"),
    "source": Place("3 home s", "SourceScreen", "TextView"),
}
"""Where no text is written."""

FIELDS = {
    "line to find in": Place("1 /", "MainScreen", "QueryLine"),
    "form": Place("1 e", "FormScreen", "Input"),
    "choice in a form": Place("1 e down", "FormScreen", "Choice"),
    "answer": Place("3 a", "AnswerScreen", "TextArea"),
    "part of the note": Place("1 b e", "PartScreen", "TextArea"),
    "palette": Place(":", "ChooseScreen", "Input"),
    "help": Place("?", "ChooseScreen", "Input"),
    "name of a file": Place("I", "AskScreen", "Input"),
}
"""Where text is written."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example.make(tmp_path_factory.mktemp("pasting") / "desk")


@asynccontextmanager
async def at(folder: Path, place: Place) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    """The example desk on the screen, at a place of it."""
    async with desk_on_screen(folder) as (app, pilot):
        for key in place.keys.split():
            await pilot.press(key)
        await settled(pilot)
        assert place[1:] == (type(app.screen).__name__, type(app.focused).__name__)
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
    """One announcement, of each place another: as keys it takes a second; in the long form more."""
    everywhere = list(PLACES | FIELDS)
    at = everywhere.index(place)
    some = OURS[at % len(OURS) :][: 2 if IS_LONG else 1]
    if not IS_LONG:
        return some + (SEEDS[at % 5 :][:1] if paste is bracketed else [])
    if place in PANES:
        return (OURS[at :: len(everywhere)] if paste is bracketed else some) + SEEDS[at % 5 :][:2]
    return some + SEEDS[at % 5 :][:1]


def held(app: BriefingApp) -> object:
    """What a command could have changed."""
    return len(list(app.desk.store.history())), app.config, app.theme, app.is_running


def shown(app: BriefingApp) -> list[str]:
    """The screen's lines but for the status line and the keys."""
    return screen_text(app).splitlines()[:-2]


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
    at_an_end = PLACES["timeline"]._replace(keys="1 home" if rows > 0 else "1 end")
    async with at(folder, at_an_end) as (app, pilot):
        begun = app.main.chosen.list.index
        send(app, key * 5)
        await until(pilot, lambda: app.main.chosen.list.index != begun)
        await settled(pilot)

        assert begun + 5 * rows == app.main.chosen.list.index
        assert isinstance(app.screen, MainScreen)


def asked_about(app: BriefingApp) -> str:
    assert isinstance(app.screen, PasteScreen)
    return app.screen._text
