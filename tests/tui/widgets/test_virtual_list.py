from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.geometry import Offset, Region

from briefing.tui.themes import CONTRAST, THEMES
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.virtual_list import Group, Rows, VirtualList
from tests.tui.support import screen_text, until

EMPTY = "Nothing is held yet: paste an announcement."


class Titles:
    def __init__(self, keys: Sequence[str], groups: Sequence[Group] = ()) -> None:
        self.keys = keys
        self.groups = groups
        self.asked: list[int] = []

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        self.asked.append(index)
        return (Cell("09:00 ", Tone.MUTED), Cell(self.keys[index]))


def months(count: int, each: int = 10) -> Titles:
    keys = [f"event {number}" for number in range(count)]
    return Titles(keys, [Group(start, f"Month {start}") for start in range(0, count, each)])


class ListApp(App[None]):
    def __init__(self, rows: Rows | None = None, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.messages: list[tuple[str, int, str]] = []
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield VirtualList(empty=EMPTY)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        if self.rows is not None:
            self.list.show(self.rows)

    @property
    def list(self) -> VirtualList:
        return self.query_one(VirtualList)

    def on_virtual_list_highlighted(self, message: VirtualList.Highlighted) -> None:
        self.messages.append(("highlighted", message.index, message.key))

    def on_virtual_list_selected(self, message: VirtualList.Selected) -> None:
        self.messages.append(("selected", message.index, message.key))


def lines(app: ListApp) -> list[str]:
    return screen_text(app).split("\n")


async def test_rows_stand_under_their_headings() -> None:
    rows = Titles(["a", "b", "c"], [Group(0, "May"), Group(2, "June")])
    app = ListApp(rows)
    async with app.run_test(size=(20, 6)):
        shown = lines(app)

    assert shown == [" May", "› 09:00 a", "  09:00 b", " June", "  09:00 c", ""]


async def test_a_heading_stays_while_its_rows_are_in_sight() -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 5)) as pilot:
        app.list.move_to(17)
        await pilot.pause()
        shown = lines(app)

    expected = " Month 10,  09:00 event 14,  09:00 event 15,  09:00 event 16,› 09:00 event 17"
    assert expected.split(",") == shown


@pytest.mark.parametrize("height", [1, 2, 3, 7])
async def test_the_row_under_the_cursor_is_always_in_sight(height: int) -> None:
    app = ListApp(months(25, each=3))
    async with app.run_test(size=(20, height)) as pilot:
        for index in [*range(25), *range(24, -1, -1), 12, 3, 20, 0]:
            app.list.move_to(index)
            await pilot.pause()

            assert f"› 09:00 event {index}" in lines(app)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("down", 1),
        ("j", 1),
        ("down,down,up", 1),
        ("j,j,k", 1),
        ("up", 0),
        ("pagedown", 6),
        ("pagedown,pagedown,pageup", 6),
        ("end", 29),
        ("G", 29),
        ("end,down", 29),
        ("end,home", 0),
        ("G,g,g", 0),
        ("right_square_bracket", 10),
        ("right_square_bracket,right_square_bracket,right_square_bracket", 20),
        ("right_square_bracket,down,left_square_bracket", 10),
        ("right_square_bracket,left_square_bracket,left_square_bracket", 0),
    ],
)
async def test_keys_move_the_cursor(keys: str, expected: int) -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press(*keys.split(","))

        assert expected == app.list.index


async def test_every_key_can_be_bound_anew() -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 8)) as pilot:
        app.set_keymap({"list.down": "n"})
        await pilot.press("n", "n", "down", "j")

        assert app.list.index == 2


async def test_headings_without_rows_can_be_seen_by_keys() -> None:
    rows = Titles(["a", "b"], [Group(0, "Empty"), Group(0, "Full"), Group(2, "Later")])
    app = ListApp(rows)
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.press("end")
        at_the_end = lines(app)
        await pilot.press("home")
        at_the_top = lines(app)

    assert at_the_end == [" Full", "  09:00 a", "› 09:00 b", " Later"]
    assert at_the_top == [" Empty", " Full", "› 09:00 a", "  09:00 b"]


async def test_each_move_tells_the_row_and_its_record_once() -> None:
    app = ListApp(months(30))
    async with app.run_test() as pilot:
        await pilot.press("down", "up", "up", "enter")

    expected = [
        ("highlighted", 0, "event 0"),
        ("highlighted", 1, "event 1"),
        ("highlighted", 0, "event 0"),
        ("selected", 0, "event 0"),
    ]
    assert expected == app.messages


async def test_the_cursor_keeps_to_its_record_when_the_rows_change() -> None:
    app = ListApp(Titles(["a", "b", "c"]))
    async with app.run_test() as pilot:
        app.list.move_to_key("b")
        app.list.show(Titles(["x", "y", "a", "b", "c"]))
        await pilot.pause()

        assert app.list.key == "b"


async def test_rows_that_come_above_the_cursor_are_seen_where_the_list_stood_at_its_top() -> None:
    app = ListApp(Titles(["b", "c"]))
    async with app.run_test(size=(20, 4)) as pilot:
        app.list.show(Titles(["a", "b", "c", "d", "e"]))
        await pilot.pause()
        shown = lines(app)

    assert shown == ["  09:00 a", "› 09:00 b", "  09:00 c", "  09:00 d"]


async def test_the_cursor_stays_with_its_record_where_its_rows_moved_by_themselves() -> None:
    keys = ["a", "b", "c"]
    rows = Titles(keys)
    app = ListApp(rows)
    async with app.run_test(size=(20, 5)) as pilot:
        app.list.move_to(0)
        keys[:] = ["b", "c", "a"]
        app.list.show(Titles(keys))
        await pilot.pause()

        assert (app.list.key, app.list.index) == ("a", 2)


async def test_the_cursor_keeps_its_place_when_its_record_is_gone() -> None:
    app = ListApp(Titles(["a", "b", "c"]))
    async with app.run_test() as pilot:
        app.list.move_to_key("b")
        app.list.show(Titles(["a", "c"]))
        after_one = app.list.key
        app.list.show(Titles(["a"]))
        await pilot.pause()

        assert after_one == "c"
        assert app.list.key == "a"


async def test_the_cursor_keeps_its_place_among_rows_of_one_record() -> None:
    app = ListApp(Titles(["a", "b", "a"]))
    async with app.run_test() as pilot:
        app.list.move_to(2)
        app.list.show(Titles(["a", "b", "a"]))
        await pilot.pause()

        assert app.list.index == 2


async def test_rows_that_come_in_above_do_not_move_what_is_on_the_screen() -> None:
    keys = [f"event {number}" for number in range(60)]
    app = ListApp(Titles(keys[30:]))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press("pagedown", "down", "down", "up", "up")
        before = lines(app)
        app.list.show(Titles(keys))
        await pilot.pause()

        assert before == lines(app)


async def test_the_cursor_goes_to_the_top_when_it_is_not_kept() -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 8)) as pilot:
        app.list.move_to(25)
        app.list.show(months(30), keep=False)
        await pilot.pause()

        assert app.list.index == 0
        assert lines(app)[:2] == [" Month 0", "› 09:00 event 0"]


async def test_fewer_rows_than_the_window_had_scrolled_past_are_all_in_sight() -> None:
    app = ListApp(months(300))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press("end")
        app.list.show(Titles(["a", "b"]))
        await pilot.pause()

        assert lines(app)[:2] == ["  09:00 a", "› 09:00 b"]


async def test_a_record_is_found_by_its_key_or_said_to_be_missing() -> None:
    app = ListApp(months(30))
    async with app.run_test():
        found = app.list.move_to_key("event 21")
        missing = app.list.move_to_key("event 99")

        assert (found, missing, app.list.index) == (True, False, 21)


async def test_linked_rows_are_told_by_a_mark_and_a_style() -> None:
    app = ListApp(Titles(["a", "b", "c"]))
    async with app.run_test(size=(12, 3)) as pilot:
        app.list.marked = {"b"}
        await pilot.pause()

        assert lines(app) == ["› 09:00 a", "• 09:00 b", "  09:00 c"]
        mark = next(iter(app.list.render_line(1)))
        assert mark.style == app.list.get_component_rich_style("list--marked")


async def test_the_cursor_shows_without_the_focus_too() -> None:
    app = ListApp(Titles(["a", "b"]))
    async with app.run_test() as pilot:
        focused = list(app.list.render_line(0))[1].style
        app.set_focus(None)
        await pilot.pause()
        blurred = list(app.list.render_line(0))[1].style
        plain = list(app.list.render_line(1))[1].style

    backgrounds = {style.bgcolor for style in (focused, blurred, plain) if style}
    assert len(backgrounds) == 3


async def test_the_cursor_shows_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ListApp(Titles(["a", "b"]), ansi_color=True)
    async with app.run_test(size=(12, 2)) as pilot:
        row = Region(0, 0, 12, 1)
        focused = [segment.style for segment in app.list.render_lines(row)[0]]
        app.set_focus(None)
        await pilot.pause()
        blurred = [segment.style for segment in app.list.render_lines(row)[0]]

    assert all(style and style.reverse and style.bold for style in focused)
    assert all(style and style.underline and style.bold for style in blurred)
    assert {"default"} == {s.color.name for s in focused + blurred if s and s.color}


async def test_a_cancelled_row_stays_struck_through_under_the_cursor() -> None:
    class Cancelled(Titles):
        def cells(self, index: int, width: int) -> Sequence[Cell]:
            return (Cell("cancelled", Tone.GONE),)

    app = ListApp(Cancelled(["a"]))
    async with app.run_test():
        style = list(app.list.render_line(0))[1].style

        cursor = app.list.get_component_rich_style("list--cursor")
        assert style is not None
        assert (True, cursor.bgcolor) == (style.strike, style.bgcolor)


async def test_a_new_theme_is_seen_at_once() -> None:
    app = ListApp(Titles(["a"]))
    async with app.run_test() as pilot:
        app.theme = CONTRAST.name
        await pilot.pause()

        style = next(iter(app.list.render_line(0))).style
        cursor = app.theme_variables["block-cursor-background"]
        assert style is not None
        assert style.bgcolor is not None
        assert cursor == style.bgcolor.name


async def test_an_empty_list_says_what_to_do_first() -> None:
    app = ListApp()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("down", "enter", "end", "right_square_bracket")

        assert lines(app)[:4] == ["", "  Nothing is held yet:", "  paste an", "  announcement."]
        assert app.messages == []


async def test_a_long_row_ends_in_an_ellipsis_and_a_wide_letter_is_not_split() -> None:
    app = ListApp(Titles(["a title that is long", "日本語の題名です"]))
    async with app.run_test(size=(15, 2)):
        shown = lines(app)
        widths = [strip.cell_length for strip in app.list.render_lines(app.list.size.region)]

    assert shown == ["› 09:00 a titl…", "  09:00 日本語…"]
    assert widths == [15, 15]


async def test_hostile_text_is_shown_as_it_is_written_or_not_at_all() -> None:
    hostile = [
        "[red]markup[/]",
        "esc \x1b[31m red",
        "bidi \u202e drow",
        "two\nlines\ttab",
        "nul\x00",
    ]
    app = ListApp(Titles(hostile, [Group(0, "[b]May\x1b[0m\n")]))
    async with app.run_test(size=(30, 6)):
        shown = lines(app)

    expected = [
        " [b]May�[0m",
        "› 09:00 [red]markup[/]",
        "  09:00 esc �[31m red",
        "  09:00 bidi  drow",
        "  09:00 two lines tab",
        "  09:00 nul�",
    ]
    assert expected == shown


async def test_a_line_of_a_megabyte_is_a_row_like_others() -> None:
    app = ListApp(Titles(["x" * 1_000_000]))
    async with app.run_test(size=(20, 2)):
        shown = lines(app)[0]

    assert shown == "› 09:00 xxxxxxxxxxx…"


async def test_only_the_rows_in_sight_are_asked_for() -> None:
    rows = Titles([f"event {number}" for number in range(300_000)])
    app = ListApp(rows)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.press("end", "down", "pageup", "home")

        assert len(rows.asked) < 100


async def test_a_narrower_window_lays_the_rows_out_anew() -> None:
    app = ListApp(months(40))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("end")
        await pilot.resize_terminal(14, 5)
        await until(pilot, lambda: app.list.size.width == 14)

        assert lines(app)[-1] == "› 09:00 event…"


async def test_a_click_moves_and_a_double_click_chooses() -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.click(VirtualList, offset=(5, 3))
        moved_to = app.list.index
        await pilot.double_click(VirtualList, offset=(5, 4))
        await pilot.pause()

    assert moved_to == 2
    assert app.messages[-1] == ("selected", 3, "event 3")


async def test_a_click_on_a_heading_or_below_the_rows_does_nothing() -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press("end")
        await pilot.click(VirtualList, offset=(5, 0))
        after_heading = app.list.index
        app.list.show(Titles(["a", "b"]))
        await pilot.pause()
        await pilot.click(VirtualList, offset=(5, 6))

        assert (after_heading, app.list.key) == (29, "b")


async def test_the_wheel_moves_the_window_and_not_the_cursor() -> None:
    app = ListApp(months(300))
    async with app.run_test(size=(20, 8)) as pilot:
        app.list.post_message(MouseScrollDown(app.list, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()

        assert app.list.index == 0
        assert app.list.scroll_offset.y > 0


async def test_the_terminal_cursor_follows_the_row() -> None:
    app = ListApp(months(30))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press("down", "down")
        after_two = app.cursor_position
        await pilot.press("end")

    assert Offset(2, 3) == after_two
    assert Offset(2, 7) == app.cursor_position
