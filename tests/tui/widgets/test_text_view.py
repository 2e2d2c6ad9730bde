from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection

from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.wrapped_text import Line, Part
from tests.tui.support import screen_text, until


def heading(text: str) -> Line:
    return Line((Part(text, Tone.HEADING),))


def fact(text: str, *targets: str) -> Line:
    return Line((Part(text), *(Part(f"[{target}]", target=target) for target in targets)))


NOTE = (
    heading("Key data"),
    *(fact(f"Fact {number} ", str(number)) for number in range(8)),
    heading("Questions"),
    *(fact(f"Question {number}") for number in range(8)),
    fact("Rests on ", "a", "b"),
    heading("Sources"),
    fact("Source"),
)


class TextApp(App[None]):
    def __init__(self, lines: Sequence[Line] = NOTE) -> None:
        super().__init__()
        self.lines = lines
        self.followed: list[str] = []

    def compose(self) -> ComposeResult:
        yield TextView()

    def on_mount(self) -> None:
        self.view.show(self.lines)

    @property
    def view(self) -> TextView:
        return self.query_one(TextView)

    def on_text_view_followed(self, message: TextView.Followed) -> None:
        self.followed.append(message.target)


def first_line(app: TextApp) -> str:
    return screen_text(app).split("\n", 1)[0].strip()


async def test_lines_are_wrapped_with_a_margin() -> None:
    lines = [heading("Key data"), Line((Part("- one two three four"),), indent=2, hang=2)]
    async with TextApp(lines).run_test(size=(18, 4)) as pilot:
        shown = screen_text(pilot.app)

    assert shown.split("\n") == ["  Key data", "    - one two", "      three four", ""]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("down", "Fact 0 [0]"),
        ("j,j,k", "Fact 0 [0]"),
        ("up", "Key data"),
        ("pagedown", "Fact 2 [2]"),
        ("pagedown,pageup", "Key data"),
        ("end", "Question 6"),
        ("G,g,g", "Key data"),
        ("right_square_bracket", "Questions"),
        ("end,left_square_bracket", "Questions"),
        ("end,left_square_bracket,left_square_bracket", "Key data"),
    ],
)
async def test_keys_scroll(keys: str, expected: str) -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press(*keys.split(","))
        await pilot.pause()

        assert expected == first_line(app)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("right", "0"),
        ("right,right", "1"),
        ("right,left", "0"),
        ("right,right,h", "0"),
        ("left", "3"),
        ("down,down,down,l", "2"),
        ("right,end,right", "a"),
        ("end,right,right", "b"),
        ("end,right,right,right", "b"),
    ],
)
async def test_links_are_walked_from_what_is_in_sight(keys: str, expected: str) -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press(*keys.split(","))

        assert expected == app.view.target


async def test_walking_the_links_brings_each_into_sight() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        for number in range(8):
            await pilot.press("right")
            await pilot.pause()

            assert f"Fact {number} [{number}]" in screen_text(app)


async def test_only_the_link_under_the_cursor_is_drawn_as_such() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("right", "right", "left")
        await pilot.pause()

        cursor = app.view.get_component_rich_style("text--cursor").bgcolor
        links = [segment for y in range(5) for segment in app.view.render_line(y)]
        drawn = [text for text, style, _ in links if style and style.bgcolor == cursor]
        assert drawn == ["[0]"]


async def test_enter_goes_to_the_first_link_in_sight_and_then_follows_it() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("enter")
        before = (app.view.target, list(app.followed))
        await pilot.press("enter")

    assert before == ("0", [])
    assert app.followed == ["0"]


async def test_enter_follows_the_link_under_the_cursor() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("right", "right", "enter")

    assert app.followed == ["1"]


async def test_a_click_follows_the_link_under_the_mouse() -> None:
    app = TextApp([fact("Told in ", "a", "b")])
    async with app.run_test(size=(30, 5)) as pilot:
        for x in (3, 10, 12, 13, 15, 16):
            await pilot.click(TextView, offset=(x, 0))
        await pilot.click(TextView, offset=(10, 3))

    assert app.followed == ["a", "a", "b", "b"]


async def test_the_owner_can_go_to_a_line_and_to_a_link() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        app.view.move_to_line(9)
        await pilot.pause()
        shown = first_line(app)
        found = app.view.move_to_target("a")
        missing = app.view.move_to_target("z")

        assert shown == "Questions"
        assert (found, missing, app.view.target) == (True, False, "a")
        assert app.view.targets_at(18) == ("a", "b")


async def test_new_text_begins_at_the_top_unless_the_place_is_kept() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("down", "down")
        app.view.show(NOTE, keep=True)
        await pilot.pause()
        kept = first_line(app)
        app.view.show(NOTE)
        await pilot.pause()

        assert kept == "Fact 1 [1]"
        assert first_line(app) == "Key data"


async def test_the_line_at_the_top_stays_there_in_a_narrower_window() -> None:
    app = TextApp([fact(f"Fact {number} with several words in it") for number in range(40)])
    async with app.run_test(size=(60, 10)) as pilot:
        app.view.move_to_line(20)
        await pilot.resize_terminal(20, 10)
        await until(pilot, lambda: app.view.size.width == 20)

        assert app.view.top_line == 20


async def test_rows_are_no_longer_than_the_eye_can_follow() -> None:
    app = TextApp([fact("word " * 100)])
    async with app.run_test(size=(200, 10)):
        longest = max(len(line) for line in screen_text(app).split("\n"))

    assert longest <= 102


async def test_selected_text_is_copied_as_it_was_before_wrapping() -> None:
    app = TextApp([fact("alpha beta gamma"), fact("delta")])
    async with app.run_test(size=(14, 5)):
        everything = app.view.get_selection(Selection(None, None))
        some = app.view.get_selection(Selection(Offset(8, 0), Offset(5, 2)))

    assert everything == ("alpha beta gamma\ndelta", "\n")
    assert some == ("beta gamma\ndel", "\n")


async def test_a_mouse_selects_what_it_is_drawn_over() -> None:
    app = TextApp([fact("alpha beta gamma"), fact("delta")])
    async with app.run_test(size=(14, 5)) as pilot:
        await pilot.mouse_down(TextView, offset=(8, 0))
        await pilot.hover(TextView, offset=(4, 2))
        await pilot.mouse_up(TextView, offset=(4, 2))
        await pilot.pause()

        selected = app.screen.get_selected_text()
        styles = [segment.style for segment in app.view.render_line(1) if "gamma" in segment.text]

        assert selected == "beta gamma\ndel"
        assert [app.view.selection_style.bgcolor] == [style.bgcolor for style in styles if style]


async def test_hostile_text_is_read_harmlessly() -> None:
    app = TextApp([Line((Part("[red]a[/] \x1b[31mb\u202e\nc"),))])
    async with app.run_test(size=(40, 2)):
        shown = first_line(app)

    assert shown == "[red]a[/] �[31mb c"


async def test_the_terminal_cursor_stands_on_the_link() -> None:
    app = TextApp()
    async with app.run_test(size=(30, 5)) as pilot:
        at_the_top = app.cursor_position
        await pilot.press("right", "right")

    assert Offset(2, 0) == at_the_top
    assert Offset(9, 2) == app.cursor_position


async def test_an_empty_view_takes_every_key() -> None:
    app = TextApp([])
    async with app.run_test(size=(30, 5)) as pilot:
        keys = ("down", "end", "right", "left", "enter", "pagedown")
        await pilot.press(*keys, "left_square_bracket", "right_square_bracket")

        assert (app.view.target, app.view.top_line, app.followed) == (None, 0, [])
