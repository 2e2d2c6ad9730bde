import datetime as dt
import os
from pathlib import Path

import pytest

from briefing import platform
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event
from briefing.tui import app as app_module
from briefing.tui.app import BriefingApp, CrashedError, run
from briefing.tui.commands import COMMANDS
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.main import MainScreen
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until

NOBODY = 'title = "Harbour desk"\ntoday = 2031-03-10\n'


# Opening and closing -------------------------------------------------------------------------


async def test_the_first_frame_comes_before_the_desk_is_open(tmp_path: Path) -> None:
    app = BriefingApp(example.make(tmp_path), clock=lambda: example.NOW)
    async with app.run_test(size=(120, 30)) as pilot:
        first, was_open = screen_text(app), app.is_open
        await until(pilot, lambda: app.is_open)

        assert "1 Timeline" in first
        assert not was_open


async def test_a_desk_on_a_network_drive_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.platform.network_drive", lambda _: "nfs4")
    async with desk_on_screen(example.make(tmp_path)) as (app, _):
        assert "on a network drive: work in it from one computer at a time" in screen_text(app)


async def test_a_desk_that_another_window_works_in_is_opened_to_read(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    with Desk.open(folder, clock=lambda: example.NOW):
        async with desk_on_screen(folder) as (app, pilot):
            told = screen_text(app)
            app.main.go_to("cut-cable")
            await pilot.press("delete")
            await settled(pilot)

            assert "read only" in told
            assert "Another window is writing; this one only shows. It follows" in told
            assert "Another window is writing; this one only shows." in screen_text(app)
            assert app.desk.store.get(Event, "cut-cable") is not None


async def test_a_desk_that_cannot_be_opened_ends_with_its_sentence(tmp_path: Path) -> None:
    app = BriefingApp(tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.failure is not None)

        assert "is no desk" in str(app.failure)


async def test_a_day_to_live_on_is_taken_from_who_started_it(tmp_path: Path) -> None:
    app = BriefingApp(example.make(tmp_path), today=dt.date(2031, 3, 13), clock=lambda: example.NOW)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        await settled(pilot)

        assert app.desk.today == dt.date(2031, 3, 13)
        assert "Round table on warnings" in screen_text(app).splitlines()[0]


async def test_q_closes_the_desk_and_lets_go_of_it(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (app, pilot):
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)

    with Desk.open(folder, clock=lambda: example.NOW) as desk:
        assert desk.store.is_writing


# What goes wrong -----------------------------------------------------------------------------


async def test_what_the_person_can_mend_is_one_sentence_in_the_status_line(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path, filled=False)) as (app, pilot):
        await pilot.press("u")
        await settled(pilot)

        assert "There is nothing to undo." in screen_text(app)


class BrokenApp(BriefingApp):
    CSS_PATH = str(Path(app_module.__file__).with_name("briefing.tcss"))

    async def action_quit(self) -> None:
        raise ZeroDivisionError


async def test_a_fault_of_ours_fails_in_a_test_and_leaves_a_log(tmp_path: Path) -> None:
    app = BrokenApp(example.make(tmp_path), clock=lambda: example.NOW)
    with pytest.raises(ZeroDivisionError):
        await press_q(app)

    log = tmp_path / "data" / "faults.log"
    assert isinstance(app.failure, CrashedError)
    assert str(log) in str(app.failure)
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_run_hands_the_failure_to_who_started_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(app: BriefingApp) -> None:
        app.failure = CrashedError(tmp_path)

    monkeypatch.setattr(BriefingApp, "run", fail)

    with pytest.raises(BriefingError, match="The screen had to close"):
        run(tmp_path, None)


async def press_q(app: BriefingApp) -> None:
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.is_open)
        await pilot.press("q")


# Undo, copy, colours, signs ------------------------------------------------------------------


async def test_undo_and_redo_tell_what_they_did(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await pilot.press("delete", "u")
        await settled(pilot)
        undone = screen_text(app)
        await pilot.press("ctrl+r")
        await settled(pilot)

        assert "Taken back: Removed Open Panel: Who answers for a cut cable?" in undone
        assert "Done again: Removed Open Panel: Who answers for a cut cable?" in screen_text(app)


async def test_a_record_is_copied_by_the_systems_own_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def take(text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr(platform, "copy_to_clipboard", take)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("night-watch")
        await pilot.press("y")
        await until(pilot, lambda: "Copied as plain text." in screen_text(app))

    assert copied[0].splitlines()[:3] == [
        "Night watch: lights, buoys and their keepers",
        "Kind: side event",
        "When: Wed 12 Mar 2031, 18:30–20:00 New York · 23:30–01:00 +1 Oslo",
    ]


async def test_where_there_is_no_tool_the_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "copy_to_clipboard", lambda text: False)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("y")
        await until(pilot, lambda: "by way of the terminal" in screen_text(app))

        assert app.clipboard.startswith("Ask for a building pass")


async def test_the_settings_choose_the_theme_and_a_command_another(tmp_path: Path) -> None:
    settings = example.SETTINGS + '[screen]\ntheme = "light"\n'
    async with desk_on_screen(example.make(tmp_path, settings=settings)) as (app, pilot):
        chosen = app.theme
        await pilot.press(":", *"strongest", "enter")
        await until(pilot, lambda: app.theme != chosen)

        assert (chosen, app.theme) == ("briefing-light", "briefing-contrast")


async def test_without_colours_nothing_is_coloured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    async with desk_on_screen(example.make(tmp_path)) as (app, _):
        strips = app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]

        assert [s for s in styles if s.color and not s.color.is_default] == []
        assert [s for s in styles if s.bgcolor and not s.bgcolor.is_default] == []
        assert any(style.reverse for style in styles)


async def test_a_plain_terminal_gets_plain_signs(tmp_path: Path) -> None:
    settings = example.SETTINGS + '[screen]\nglyphs = "ascii"\n'
    async with desk_on_screen(example.make(tmp_path, settings=settings), (80, 24)) as (app, pilot):
        await pilot.press("?")
        await settled(pilot)

        assert screen_text(app).isascii()


async def test_a_form_has_plain_signs_in_a_plain_terminal(tmp_path: Path) -> None:
    settings = example.SETTINGS + '[screen]\nglyphs = "ascii"\n'
    async with desk_on_screen(example.make(tmp_path, settings=settings), (80, 24)) as (app, pilot):
        await pilot.press("n", "enter")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await settled(pilot)

        assert "< not said >" in screen_text(app)
        assert screen_text(app).isascii()


async def test_what_begins_as_it_is_typed_is_found_first(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (120, 30)) as (app, pilot):
        await pilot.press("w", *"gen")
        await settled(pilot)

        cities = [line for line in screen_text(app).splitlines() if "Europe/" in line]
        assert "Geneva" in cities[0]


# Who and where one is ------------------------------------------------------------------------


async def test_the_first_start_asks_once_who_sits_there(tmp_path: Path) -> None:
    folder = example.make(tmp_path, settings=NOBODY)
    async with desk_on_screen(folder) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press(*["backspace"] * 40, *"Ada Lind", "down", "down", "down")
        await pilot.press(*["backspace"] * 40, *"Suva", "enter")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))

        assert (app.desk.me.name, app.desk.me.home) == ("Ada Lind", "Pacific/Fiji")
    async with desk_on_screen(folder) as (app, _):
        assert isinstance(app.screen, MainScreen)


async def test_what_cannot_be_used_is_told_and_the_question_stays(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path, settings=NOBODY)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("down", "down", "down", *["backspace"] * 40, *"Atlantis", "enter")
        await settled(pilot)

        assert "no city or zone is known as 'Atlantis'" in screen_text(app)


async def test_escape_skips_the_questions_for_good(tmp_path: Path) -> None:
    folder = example.make(tmp_path, settings=NOBODY)
    async with desk_on_screen(folder) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    async with desk_on_screen(folder) as (app, _):
        assert not app.desk.is_new
        assert isinstance(app.screen, MainScreen)


async def test_all_clocks_go_by_where_one_is_and_home_again(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (200, 50)) as (app, pilot):
        await pilot.press("w", *"suva", "enter")
        await settled(pilot)
        away = screen_text(app)
        await pilot.press("w", "enter")
        await settled(pilot)

        assert "02:00 +1 Fiji" in away
        assert "Fiji" not in screen_text(app)
        assert app.desk.state.place == ""


async def test_ones_own_desk_is_made_and_opened(tmp_path: Path) -> None:
    own = tmp_path / "own desk"
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        await pilot.press(":", *"start my own", "enter")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("ctrl+u", *str(own), "enter")
        await until(pilot, lambda: app.folder == own and app.is_open)
        await settled(pilot)

        assert "Nothing is planned yet." in screen_text(app)
        assert app.desk.me.name == "Ada Lind"


# Help and palette ----------------------------------------------------------------------------


async def test_help_is_searched_and_runs_what_is_chosen(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("?", *"go to the questions", "enter")
        await settled(pilot)

        assert app.main.chosen.id == "questions"


async def test_a_sentence_of_the_help_that_is_cut_is_told_whole_below(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (60, 20)) as (app, pilot):
        await pilot.press("?", *"list all that is tied")
        await settled(pilot)

        whole = next(command.help for command in COMMANDS if command.id == "main.links")
        row, below = screen_text(app).split("› L ")[1].split("\n", 1)
        assert whole not in row
        assert whole in below


async def test_help_lists_only_what_can_be_done_here(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (120, 60)) as (app, pilot):
        await pilot.press("?")
        await settled(pilot)

        assert "Go to what is on today" in screen_text(app)
        assert "Write the answer" not in screen_text(app)


async def test_the_palette_holds_what_has_no_key(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("ctrl+p", *"own desk")
        await settled(pilot)

        assert isinstance(app.screen, ChooseScreen)
        assert "Make an empty desk of your own." in screen_text(app)
