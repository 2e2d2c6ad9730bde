import re
import tomllib
from pathlib import Path

from briefing.cli.root import COMMANDS
from tests.tui.pictures import FOLDER, PICTURES

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")


def test_every_picture_that_readme_shows_is_there() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)

    assert shown
    assert [] == [path for path in shown if not (TOP / path).is_file()]


def test_every_picture_of_the_desk_was_drawn() -> None:
    drawn = {path.name for path in FOLDER.glob("*.svg")}

    assert {picture.file_name for picture in PICTURES} == drawn


def test_every_command_that_readme_names_exists() -> None:
    named = set(re.findall(r"^ {4}briefing ([a-z]+)", README, re.MULTILINE))
    named |= set(re.findall(r"`briefing ([a-z]+)", README))

    assert set() == named - COMMANDS.keys()


def test_the_settings_that_readme_shows_are_read_without_a_mistake() -> None:
    from briefing.config import parse
    from briefing.tui.keys import check

    shown = re.search(r"^ {4}# briefing\.toml\n((?: {4}.*\n|\n)+)", README, re.MULTILINE)
    assert shown is not None
    text = re.sub(r"^ {4}", "", shown[1], flags=re.MULTILINE)
    config, problems = parse(text.encode(), "README.md")

    assert tomllib.loads(text)
    assert () == (*problems, *check(config))


def test_readme_has_one_test_command_for_the_gate_to_run() -> None:
    commands = re.findall(r"^ *(python3 -m venv \.venv .*pytest.*)$", README, re.MULTILINE)

    assert 1 == len(commands)
