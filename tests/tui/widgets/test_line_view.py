from textual.app import App, ComposeResult
from textual.geometry import Offset

from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.wrapped_text import Line, Part
from tests.tui.support import until


class ThreeViews(App[None]):
    DEFAULT_CSS = "TextView { height: 3; }"

    def compose(self) -> ComposeResult:
        for number in range(3):
            yield TextView(id=f"view-{number}")

    def on_mount(self) -> None:
        for view in self.query(TextView):
            view.show([Line((Part("text"),))])


async def test_the_terminal_cursor_goes_where_the_focus_goes() -> None:
    app = ThreeViews()
    async with app.run_test() as pilot:
        at = [app.cursor_position]
        for _ in range(2):
            await pilot.press("tab")
            at.append(app.cursor_position)

    assert at == [Offset(2, 0), Offset(2, 3), Offset(2, 6)]


async def test_the_terminal_cursor_ends_where_a_flood_of_tabs_ends() -> None:
    app = ThreeViews()
    async with app.run_test() as pilot:
        for tabs in range(1, 8):
            for _ in range(tabs):
                app.screen.focus_next()
            await until(pilot, lambda: app.focused is not None and app.focused.has_focus)
            await pilot.pause()

            top = 3 * (sum(range(tabs + 1)) % 3)
            assert Offset(2, top) == app.cursor_position
