from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from briefing.tui.widgets.key_bar import KeyBar
from tests.tui.support import screen_text


class Pane(Widget, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.done('open')", "Open", id="pane.open")
    ]

    DEFAULT_CSS = "Pane { height: 1; }"


class Other(Pane):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "app.done('split')", "Split", id="other.split")
    ]


class BarApp(App[None]):
    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,ctrl+n", "done('new')", "New", id="app.new"),
        Binding("j", "done('down')", "Down", show=False, id="app.down"),
        Binding("question_mark", "done('help')", "Help", key_display="?", id="app.help"),
        Binding("q", "done('quit')", "Leave", id="app.quit"),
        Binding("w", "absent", "Never", id="app.never"),
    ]

    def __init__(self, *order: str) -> None:
        super().__init__()
        self.order = order
        self.did: list[str] = []

    def compose(self) -> ComposeResult:
        yield Pane()
        yield Other()
        yield KeyBar(order=self.order)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "absent" else True

    def action_done(self, what: str) -> None:
        self.did.append(what)


def bar(app: BarApp) -> str:
    return screen_text(app).split("\n")[-1]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, " ⏎ Open  n New  q Leave  ? Help"),
        (31, " ⏎ Open  n New  q Leave  ? Help"),
        (30, " ⏎ Open  n New  ? Help"),
        (16, " ⏎ Open  ? Help"),
        (9, " ? Help"),
    ],
)
async def test_the_nearest_keys_stay_and_help_always(width: int, expected: str) -> None:
    app = BarApp()
    async with app.run_test(size=(width, 4)) as pilot:
        await pilot.pause()

        assert expected == bar(app)


async def test_the_keys_are_those_of_the_widget_in_use() -> None:
    app = BarApp()
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.press("tab")
        await pilot.pause()

        assert bar(app) == " ⏎ Open  x Split  n New  q Leave  ? Help"


async def test_the_owner_says_which_keys_are_the_most_important() -> None:
    app = BarApp("app.quit", "pane.open")
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.pause()

        assert bar(app) == " q Leave  ⏎ Open  n New  ? Help"


async def test_a_key_bound_anew_is_shown_in_its_place() -> None:
    app = BarApp("pane.open", "app.new", "app.quit")
    async with app.run_test(size=(60, 4)) as pilot:
        app.set_keymap({"app.new": "f2"})
        await pilot.pause()

        assert bar(app) == " ⏎ Open  f2 New  q Leave  ? Help"


async def test_a_click_presses_the_key() -> None:
    app = BarApp()
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.pause()
        for x in (0, 8, 14, 31, 32, 50):
            await pilot.click(KeyBar, offset=(x, 0))
        await pilot.pause()

    assert app.did == ["open", "new", "new", "help"]


async def test_nothing_is_left_behind_by_going_from_widget_to_widget() -> None:
    app = BarApp()
    async with app.run_test(size=(60, 4)) as pilot:
        before = len(app.query("*"))
        for _ in range(20):
            await pilot.press("tab")

        assert before == len(app.query("*"))
