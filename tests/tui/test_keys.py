from pathlib import Path

import pytest

from briefing import config
from briefing.config import Config
from briefing.errors import Problem
from briefing.tui import keys
from briefing.tui.commands import BY_ID
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until

MISTAKEN = """\
[keys]
"timeline.tody" = "t"
"app.undo" = "u,,ctrl+z"
"app.redo" = "ctrl+ Y"
"main.find" = "slosh"
"main.zoom" = "f"
"main.new" = "escpe"
"app.dark" = "d"
"main.edit" = ""
"nonsense" = "x"
"list.down" = "pagdown"
"""


def test_all_mistakes_are_told_at_once_with_their_lines() -> None:
    settings, problems = config.parse(MISTAKEN.encode(), "briefing.toml")

    found = keys.check(settings)

    assert problems == ()
    assert found == tuple(
        Problem("briefing.toml", line, message)
        for line, message in (
            (2, "there is no command 'timeline.tody'; did you mean 'timeline.today'?"),
            (3, 'app.undo: no key is given; "none" takes it away'),
            (4, "app.redo: no key is called 'ctrl+ Y'"),
            (5, "main.find: no key is called 'slosh'"),
            (6, "main.zoom: 'f' is the key of main.tied already"),
            (7, "main.new: no key is called 'escpe'; did you mean 'escape'?"),
            (8, "app.dark has no key of its own; it is in the palette"),
            (9, 'main.edit: no key is given; "none" takes it away'),
            (10, "there is no command 'nonsense'; `briefing keys` lists them"),
            (11, "list.down: no key is called 'pagdown'; did you mean 'pagedown'?"),
        )
    )


def test_two_commands_set_to_one_key_are_told_once() -> None:
    settings = Config(keys={"main.zoom": "%", "main.edit": "%"})

    messages = [problem.message for problem in keys.check(settings)]

    assert messages == ["main.zoom: '%' is the key of main.edit already"]


def test_a_mistake_leaves_the_key_as_it_was() -> None:
    settings = Config(keys={"main.zoom": "zett", "main.edit": "E"})

    held = keys.keys_of(settings)

    assert (held["main.zoom"], held["main.edit"]) == ("z", "E")


@pytest.mark.parametrize(
    "wanted",
    [
        {"main.edit": "n"},
        {"main.edit": "n", "main.new": "n"},
        {"main.edit": "n", "main.new": "slosh"},
    ],
)
def test_a_command_whose_key_is_taken_keeps_its_own(wanted: dict[str, str]) -> None:
    settings = Config(keys=wanted)

    held = keys.keys_of(settings)

    assert (held["main.edit"], held["main.new"]) == ("e", "n")
    assert "main.edit: 'n' is the key of main.new already" in [
        problem.message for problem in keys.check(settings)
    ]


def test_two_commands_can_change_keys_with_each_other() -> None:
    settings = Config(keys={"main.edit": "n", "main.new": "e"})

    held = keys.keys_of(settings)

    assert (held["main.edit"], held["main.new"]) == ("n", "e")
    assert keys.check(settings) == ()


def test_a_command_can_be_without_a_key() -> None:
    settings = Config(keys={"app.quit": "none"})

    assert keys.keys_of(settings)["app.quit"] == ""
    assert keys.keymap(settings) == {"app.quit": keys.NO_KEY}


def test_textual_is_told_only_what_differs() -> None:
    assert keys.keymap(Config()) == {}
    assert keys.keymap(Config(preset="vim"))["list.page-down"] == BY_ID["list.page-down"].vim


@pytest.mark.parametrize(
    ("named", "printed"),
    [
        ("u,ctrl+z", "u ^z"),
        ("escape", "Esc"),
        ("shift+tab", "Shift+Tab"),
        ("comma", ","),
        ("?", "?"),
    ],
)
def test_keys_are_shown_as_they_are_printed(named: str, printed: str) -> None:
    assert keys.shown(named) == printed


async def test_another_key_calls_the_command_and_the_old_one_does_not(tmp_path: Path) -> None:
    settings = example.SETTINGS + '[keys]\n"main.forums" = "%"\n'
    async with desk_on_screen(example.make(tmp_path, settings=settings)) as (app, pilot):
        await pilot.press("2")
        chosen_by_old_key = app.main.chosen
        await pilot.press("%")

        assert (chosen_by_old_key, app.main.chosen) == (app.main.timeline, app.main.forums)


async def test_the_desk_opens_with_mistakes_and_lists_them(tmp_path: Path) -> None:
    folder = example.make(tmp_path, settings=example.SETTINGS + MISTAKEN)
    async with desk_on_screen(folder) as (app, pilot):
        told = screen_text(app)
        await pilot.press(":", *"wrong", "enter")
        await until(pilot, lambda: "slosh" in screen_text(app))

        assert "10 mistakes in briefing.toml" in told
        assert f"{folder}/briefing.toml" not in screen_text(app)


async def test_the_vim_keys_move_pages(tmp_path: Path) -> None:
    settings = example.SETTINGS + '[keys]\npreset = "vim"\n'
    async with desk_on_screen(example.make(tmp_path, settings=settings)) as (app, pilot):
        await pilot.press("2", "ctrl+f")
        await settled(pilot)

        assert app.main.forums.list.index > 5
