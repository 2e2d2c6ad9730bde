import inspect
from collections import Counter
from importlib import import_module
from itertools import combinations

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from briefing.config import PRESETS, Config
from briefing.tui import commands, keys
from briefing.tui.bindings import bindings
from briefing.tui.commands import COMMANDS, PLACES, Command

HOMES = {
    "app": "app.BriefingApp",
    "main": "screens.main.MainScreen",
    "timeline": "panes.timeline.TimelinePane",
    "forums": "panes.forums.ForumsPane",
    "questions": "panes.questions.QuestionsPane",
    "find": "panes.find_field.FindField",
    "query": "widgets.query_field.QueryLine",
    "everywhere": "screens.everywhere.EverywhereScreen",
    "review": "screens.review.ReviewScreen",
    "words": "screens.source_words.SourceWords",
    "note": "screens.note.NoteScreen",
    "facts": "screens.note_facts.NoteFactsScreen",
    "issues": "screens.note_issues.NoteIssuesScreen",
    "board": "screens.board.BoardScreen",
    "source": "screens.source.SourceScreen",
    "form": "screens.form.FormScreen",
    "write": "screens.writing.WritingScreen",
    "paste": "screens.paste.PasteScreen",
    "folder": "screens.folder.FolderScreen",
    "choice": "screens.choose.ChooseScreen",
    "ask": "screens.ask.AskScreen",
    "pick": "screens.picking.PickScreen",
    "jump": "screens.jump.JumpScreen",
    "line": "screens.one_line.OneLineScreen",
    "list": "widgets.virtual_list.VirtualList",
    "text": "widgets.text_view.TextView",
}


def home_of(place: str) -> type[DOMNode]:
    module, _, name = HOMES[place].rpartition(".")
    found = getattr(import_module(f"briefing.tui.{module}"), name)
    assert isinstance(found, type)
    assert issubclass(found, DOMNode)
    return found


def test_every_place_has_a_home() -> None:
    assert set(PLACES) == set(HOMES)


def test_ids_are_unique() -> None:
    assert [id for id, times in Counter(c.id for c in COMMANDS).items() if times > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_command_stands_in_a_known_place_and_says_what_it_does(command: Command) -> None:
    assert command.where in PLACES
    assert command.label
    assert command.help.endswith(".")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_command_calls_an_action_of_its_place(command: Command) -> None:
    action = command.action.partition("(")[0]

    assert inspect.isfunction(getattr(home_of(command.where), f"action_{action}", None))


@pytest.mark.parametrize("place", PLACES)
def test_keys_come_out_of_the_table(place: str) -> None:
    declared = home_of(place).__dict__["BINDINGS"]

    ids = {binding.id for binding in declared if isinstance(binding, Binding)}

    assert ids == {binding.id for binding in bindings(place) if isinstance(binding, Binding)}


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_commands_of_one_place_have_one_key(preset: str) -> None:
    held = keys.keys_of(Config(preset=preset))

    clashes = [
        (one.id, other.id)
        for one, other in combinations(COMMANDS, 2)
        if one.where == other.where and set(key_list(held[one.id])) & set(key_list(held[other.id]))
    ]

    assert clashes == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_key_can_be_pressed(command: Command) -> None:
    settings = Config(keys={command.id: command.keys}) if command.keys else Config()

    assert [p for p in keys.check(settings) if "no key is called" in p.message] == []


def test_every_command_without_a_key_belongs_to_the_app() -> None:
    assert {c.where for c in COMMANDS if not c.keys} == {"app"}


def test_what_changes_names_known_commands_and_shares_no_action_with_what_does_not() -> None:
    unknown = commands.CHANGING - set(commands.BY_ID)
    changing = {commands.BY_ID[id].action for id in commands.CHANGING}
    dialogs = ("ask", "choice", "form", "write", "paste", "folder")
    others = {
        c.id
        for c in COMMANDS
        if c.action in changing and c.id not in commands.CHANGING and c.where not in dialogs
    }

    assert (unknown, others) == (frozenset(), set())


def test_the_key_bar_names_known_commands() -> None:
    assert [id for id in commands.KEY_BAR if id not in commands.BY_ID] == []


def key_list(text: str) -> list[str]:
    return [key for key in text.split(",") if key]
