import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal

from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.wrapped_text import Line, Part
from tests.tui.support import screen_text


class ThumbApp(App[None]):
    def __init__(self, lines: int) -> None:
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        with Horizontal():
            view = TextView()
            yield view
            yield Thumb(view)

    def on_mount(self) -> None:
        self.view.show([Line((Part("text"),))] * self.lines)

    @property
    def view(self) -> TextView:
        return self.query_one(TextView)


def grip(app: ThumbApp) -> str:
    return "".join(line[19:] or " " for line in screen_text(app).split("\n"))


@pytest.mark.parametrize(
    ("lines", "keys", "expected"),
    [
        (8, "end", "        "),
        (16, "home", "┃┃┃┃    "),
        (16, "end", "    ┃┃┃┃"),
        (16, "pagedown", "   ┃┃┃┃ "),
        (10_000, "home", "┃       "),
        (10_000, "end", "       ┃"),
    ],
)
async def test_the_grip_shows_where_the_window_stands(lines: int, keys: str, expected: str) -> None:
    app = ThumbApp(lines)
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press(keys)
        await pilot.pause()

        assert expected == grip(app)


async def test_the_grip_goes_when_everything_is_in_sight() -> None:
    app = ThumbApp(100)
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.pause()
        before = grip(app)
        app.view.show([])
        await pilot.pause()

        assert (before, grip(app)) == ("┃       ", " " * 8)


async def test_a_click_goes_to_that_part_of_the_text() -> None:
    app = ThumbApp(107)
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.click(Thumb, offset=(0, 7))
        at_the_end = app.view.top_line
        await pilot.click(Thumb, offset=(0, 0))

        assert (at_the_end, app.view.top_line) == (99, 0)


async def test_the_grip_can_be_dragged() -> None:
    app = ThumbApp(107)
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.mouse_down(Thumb, offset=(0, 0))
        await pilot.hover(Thumb, offset=(0, 7))
        await pilot.mouse_up(Thumb, offset=(0, 7))
        await pilot.hover(Thumb, offset=(0, 2))

        assert app.view.top_line == 99
