import datetime as dt
from pathlib import Path

import pytest

from briefing.desk import edit
from briefing.desk.desk import Desk
from briefing.model import Event, Question, Task
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.cells import Tone
from tests.tui import example
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import desk_on_screen, screen_text, settled, until

OWN_DESK = '[me]\nname = "Ada Lind"\nhome = "Europe/Oslo"\n'


# What is shown at which size -----------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_main_screen_looks_as_it_was_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk"), size) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)

        assert seen("main", pilot) == shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_linked_looks_as_it_was_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk"), size) as (app, pilot):
        await pilot.press("3")
        app.main.go_to("who-pays")
        await pilot.press("f")
        await settled(pilot)

        assert seen("linked", pilot) == shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_desk_says_what_to_do_first(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = example.make(tmp_path / "desk", settings=OWN_DESK, filled=False)
    async with desk_on_screen(folder, size) as (_, pilot):
        assert seen("empty", pilot) == shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_help_looks_as_it_was_looked_at(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk"), size) as (_, pilot):
        await pilot.press("?")
        await settled(pilot)

        assert seen("help", pilot) == shown(pilot)


async def test_at_60_columns_one_thing_is_shown_at_a_time(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (60, 20)) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)
        list_alone = screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        detail_alone = screen_text(app)
        await pilot.press("escape")
        await settled(pilot)

        assert "Night watch" in list_alone
        assert "Tove Strand" not in list_alone
        assert "Tove Strand" in detail_alone
        assert "Night watch" not in detail_alone
        assert screen_text(app) == list_alone


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (79, 24), (119, 8), (180, 16), (300, 80)])
async def test_any_size_can_be_walked_through(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk_on_screen(example.make(tmp_path), size) as (app, pilot):
        await pilot.press("tab", "tab", "tab", "tab", "down", "enter", "escape", "z", "z")
        await settled(pilot)

        assert app.is_running


async def test_a_resize_lays_the_panes_out_anew(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (200, 50)) as (app, pilot):
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        displayed = [pane.display for pane in app.main.panes]
        await pilot.resize_terminal(120, 30)
        await settled(pilot)

        assert displayed == [True, False, False]
        assert [pane.display for pane in app.main.panes] == [True, True, True]
        assert app.main.timeline.size.width >= 60


async def test_zoom_gives_a_pane_the_whole_screen_and_back(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        before = screen_text(app)
        await pilot.press("z")
        await settled(pilot)
        zoomed = app.main.timeline.size.width
        await pilot.press("z")
        await settled(pilot)

        assert zoomed == 120
        assert screen_text(app) == before


# Moving about --------------------------------------------------------------------------------


async def test_the_desk_opens_at_what_is_on_today(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, _):
        assert app.main.timeline.list.key == "ask-pass"


async def test_tab_goes_through_the_panes_and_the_detail(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        stops = []
        for _ in range(5):
            await pilot.press("tab")
            stops.append("detail" if app.main.is_reading else app.main.chosen.id)

        assert stops == ["forums", "questions", "detail", "timeline", "forums"]


@pytest.mark.parametrize(("size", "x"), [((80, 24), 16), ((120, 30), 64)])
async def test_a_click_on_its_name_chooses_a_pane(
    tmp_path: Path, size: tuple[int, int], x: int
) -> None:
    async with desk_on_screen(example.make(tmp_path), size) as (app, pilot):
        await pilot.click(offset=(x, 1))
        await settled(pilot)

        assert app.main.chosen is app.main.forums


async def test_a_record_marks_what_is_tied_to_it_in_the_other_panes(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        await settled(pilot)
        forums, questions = app.main.panes[1:]

        assert "who-lights" in questions.list.marked
        assert "harbour-week" in forums.list.marked
        assert app.main.timeline.list.marked == frozenset()


async def test_one_key_narrows_the_others_and_escape_widens(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        await pilot.press("f")
        await settled(pilot)
        questions = app.main.panes[2]
        narrowed = list(questions.list.rows.keys)
        await pilot.press("escape")
        await settled(pilot)

        assert narrowed == ["who-lights"]
        assert len(questions.list.rows.keys) == 4


async def test_links_are_walked_and_the_trail_leads_back(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        await settled(pilot)
        await pilot.press("enter", "right", "enter")
        await settled(pilot)
        arrived = app.main.detail.record
        await pilot.press("backspace")
        await settled(pilot)

        assert arrived is not None
        assert arrived.id == "harbour-week"
        assert app.main.timeline.list.key == "night-watch"


async def test_a_holder_is_gone_to_among_the_stakeholders(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("skerry")
        await settled(pilot)

        assert (app.main.chosen.view, app.main.chosen.list.key) == ("stakeholder", "skerry")


@pytest.mark.parametrize(
    ("pane", "views"),
    [("2", ["stakeholder", "question", "forum"]), ("3", ["event", "theme"])],
)
async def test_one_key_goes_round_the_views(tmp_path: Path, pane: str, views: list[str]) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press(pane)
        gone_through = []
        for _ in views:
            await pilot.press("v")
            gone_through.append(app.main.chosen.view)

        assert gone_through == views


async def test_one_comes_back_to_where_one_was(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (app, pilot):
        await pilot.press("z", "3", "v", "end")
        await settled(pilot)
        last = app.main.chosen.list.key
        await pilot.press("q")
    async with desk_on_screen(folder) as (app, _):
        chosen = app.main.chosen

        assert (chosen.id, chosen.view, chosen.list.key) == ("questions", "event", last)
        assert app.main.is_zoomed


# Finding -------------------------------------------------------------------------------------


async def test_each_letter_narrows_the_pane_and_the_count_is_told(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"cable")
        await settled(pilot)

        assert app.main.timeline.list.rows.keys == ["harbour-week", "cut-cable", "someday"]
        assert app.main.timeline.list.key == "cut-cable"
        assert "2 of 12" in screen_text(app)


async def test_the_first_that_is_found_is_gone_to_from_the_top(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("suva-forum")
        await settled(pilot)
        await pilot.press("/", *"cable")
        await settled(pilot)

        assert app.main.timeline.list.key == "cut-cable"


async def test_enter_keeps_what_was_found_and_escape_shows_all(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"cable", "enter")
        await settled(pilot)
        kept = screen_text(app)
        await pilot.press("escape")
        await settled(pilot)

        assert "“cable” 2 of 12" in kept
        assert len(app.main.timeline.list.rows.keys) == 12


async def test_escape_in_the_find_line_shows_all_at_once(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"cable", "escape")
        await settled(pilot)

        assert len(app.main.timeline.list.rows.keys) == 12
        assert not app.main.query("FindField")


async def test_accents_and_case_are_nothing_to_the_find(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"CÁBLE")
        await settled(pilot)

        assert app.main.timeline.list.key == "cut-cable"


async def test_what_is_found_nowhere_is_told(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"walrus")
        await settled(pilot)

        assert "Nothing here holds these words." in screen_text(app)


# Doing ---------------------------------------------------------------------------------------


async def test_the_source_is_opened_at_the_words(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SourceScreen))

        assert "Lantern Institute" in screen_text(app)


async def test_a_record_is_checked_removed_and_brought_back(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await pilot.press("c")
        await settled(pilot)
        checked = app.desk.store.get(Event, "cut-cable")
        await pilot.press("delete")
        await settled(pilot)
        removed = app.desk.store.get(Event, "cut-cable")
        await pilot.press("u", "u")
        await settled(pilot)
        back = app.desk.store.get(Event, "cut-cable")

        assert checked is not None
        assert checked.is_reviewed
        assert removed is None
        assert back is not None
        assert not back.is_reviewed
        assert "Taken back: Checked Open Panel" in screen_text(app)


@pytest.mark.parametrize("words", ["", "watch"])
async def test_what_is_brought_back_is_under_the_cursor_again(tmp_path: Path, words: str) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        if words:
            await pilot.press("/", *words, "enter")
        await settled(pilot)
        await pilot.press("delete")
        await settled(pilot)
        after_removal = app.main.timeline.list.key
        await pilot.press("u")
        await settled(pilot)

        assert after_removal != "night-watch"
        assert app.main.timeline.list.key == "night-watch"


@pytest.mark.parametrize("days", [400, -400, 1, -1])
async def test_what_is_moved_to_another_day_stays_under_the_cursor(
    tmp_path: Path, days: int
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        await settled(pilot)
        event = app.desk.store.get(Event, "night-watch")
        assert event is not None
        assert event.when.date is not None
        moved = event.when.date + dt.timedelta(days=days)
        edit.set_fields(app.desk, event, {"when": f"{moved:%d %B %Y}"})
        await settled(pilot)

        assert app.main.timeline.list.key == "night-watch"
        assert app.main.timeline.record == app.desk.store.get(Event, "night-watch")


async def test_a_change_elsewhere_is_shown_in_every_pane(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (120, 40)) as (app, pilot):
        with app.desk.change("Asked") as change:
            change.put(Question(id="new-one", text="Who paints the buoys?", topics=("Lights",)))
            change.put(Task(id="new-task", what="Buy paint"))
        await settled(pilot)

        assert "Who paints the" in screen_text(app)
        assert "Buy paint" in screen_text(app)


async def test_what_applies_to_no_question_is_not_offered(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        on_a_task = app.main.check_action("answer", ())
        await pilot.press("3")
        await settled(pilot)

        assert (on_a_task, app.main.check_action("answer", ())) == (False, True)


async def test_a_note_is_offered_only_where_there_is_an_event(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        offered = []
        for id in ("cut-cable", "who-pays", "un-oewg", "skerry"):
            app.main.go_to(id)
            await settled(pilot)
            offered.append("Briefing note" in screen_text(app).splitlines()[-1])

        assert offered == [True, True, False, False]


async def test_only_web_and_mail_addresses_are_opened(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.open_address("file:///etc/passwd")
        await settled(pilot)

        assert "Only web and mail addresses are opened" in screen_text(app)


async def test_what_is_said_stays_until_the_cursor_moves(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.say("Said and done.", Tone.GOOD)
        await settled(pilot)
        said = screen_text(app)
        await pilot.press("down")
        await settled(pilot)

        assert "Said and done." in said
        assert "Said and done." not in screen_text(app)


# Text as others write it ---------------------------------------------------------------------


async def test_hostile_text_is_shown_harmlessly(tmp_path: Path) -> None:
    hostile = "\x1b[31mRed\x1b[0m [bold]markup[/] \u202egnp.exe \x00 \x9b31m\nsecond line"
    folder = example.make(tmp_path)
    with Desk.open(folder, clock=lambda: example.NOW) as desk, desk.change("Put") as edit:
        edit.put(Event(id="hostile", title=hostile, venue=hostile, when=example.at(10, "20:00")))
    async with desk_on_screen(folder, (200, 50)) as (app, pilot):
        app.main.go_to("hostile")
        await settled(pilot)
        text = screen_text(app)

        assert "[bold]markup[/]" in text
        assert not set(text) & set("\x1b\x00\x9b\u202e")
