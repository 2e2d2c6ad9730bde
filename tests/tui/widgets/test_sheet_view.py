from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from briefing.tui.themes import THEMES
from briefing.tui.widgets.sheet_view import EDGE, Piece, Place, Sheet, SheetView
from tests.tui.support import screen_text

SIDES = Sheet(
    (
        (Piece(EDGE, 2, key="a"), Piece("first", 10, key="a")),
        (
            Piece(EDGE, 2, key="a"),
            Piece("", 10, key="a"),
            Piece(EDGE, 2, key="b"),
            Piece("second", 10, key="b"),
        ),
        (Piece("free", 24),),
        (Piece(EDGE, 2, key="c"), Piece("third \x1b[31m and long", 10, key="c")),
    ),
    (Place("a", 0, 1), Place("b", 1, 1, 1), Place("c", 3, 3)),
)
LONG = Sheet(
    tuple((Piece(f"row {n}", 20, key=str(n)),) for n in range(100)),
    tuple(Place(str(n), n, n) for n in range(100)),
)


class SheetApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield SheetView()

    def on_sheet_view_selected(self) -> None:
        self.opened.append(self.query_one(SheetView).key)


@asynccontextmanager
async def showing(sheet: Sheet) -> AsyncIterator[tuple[SheetView, Pilot[None]]]:
    app = SheetApp()
    async with app.run_test(size=(40, 10)) as pilot:
        view = app.query_one(SheetView)
        view.show(sheet)
        await pilot.pause()
        yield view, pilot


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(1, 0)], "b"),
        ([(1, 0), (-1, 0)], "a"),
        ([(0, 1)], "c"),
        ([(1, 0), (0, 1)], "c"),
        ([(1, 0), (1, 0)], "c"),
        ([(0, 1), (0, -1)], "a"),
        ([(0, 1), (0, 1)], "c"),
        ([(0, -1)], "a"),
        ([(-1, 0)], "a"),
    ],
)
async def test_the_arrows_walk_the_places(steps: list[tuple[int, int]], expected: str) -> None:
    async with showing(SIDES) as (view, _):
        for step in steps:
            view.walk(*step)

        assert expected == view.key


async def test_the_place_under_the_cursor_has_another_edge() -> None:
    async with showing(SIDES) as (view, pilot):
        first = screen_text(pilot.app).splitlines()[:2]
        view.walk(1, 0)
        await pilot.pause()

        assert ["› first", "┃           │ second"] == first
        assert screen_text(pilot.app).splitlines()[:2] == ["│ first", "│           › second"]


async def test_what_is_hostile_is_drawn_as_harmless_text() -> None:
    async with showing(SIDES) as (_, pilot):
        assert "\x1b" not in screen_text(pilot.app)
        assert "third \ufffd[3…" in screen_text(pilot.app)


async def test_the_terminal_cursor_follows_the_place() -> None:
    async with showing(SIDES) as (view, pilot):
        view.focus()
        view.walk(1, 0)
        await pilot.pause()

        assert (12, 1) == pilot.app.cursor_position


async def test_a_long_sheet_scrolls_with_the_cursor() -> None:
    async with showing(LONG) as (view, pilot):
        view.go_to_last()
        await pilot.pause()
        end = screen_text(pilot.app)
        view.go_to(0)
        await pilot.pause()

        assert "row 99" in end
        assert "row 0" in screen_text(pilot.app)


async def test_the_cursor_stays_with_its_place_on_another_sheet() -> None:
    async with showing(LONG) as (view, _):
        view.show(LONG, "40")
        kept = view.key
        view.show(SIDES, "40")

        assert ("40", "a") == (kept, view.key)


async def test_a_click_goes_there_and_a_second_one_opens() -> None:
    async with showing(SIDES) as (view, pilot):
        await pilot.click(SheetView, offset=(14, 1))
        clicked = view.key
        await pilot.click(SheetView, offset=(5, 3), times=2)

        assert "b" == clicked
        assert isinstance(pilot.app, SheetApp)
        assert ["c"] == pilot.app.opened


async def test_an_empty_sheet_takes_any_key() -> None:
    async with showing(Sheet()) as (view, _):
        view.walk(1, 0)
        view.walk(0, -1)
        view.go_to_last()

        assert "" == view.key
