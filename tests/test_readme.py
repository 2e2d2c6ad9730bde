import re
import shlex
import tomllib
from pathlib import Path

import pytest

from briefing.cli import run
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


FILES = {
    "invitation.txt": "Panel on cranes\n\nMonday 24 July 2023, 13:15-14:30, Harbour Hall.\n",
    "own.ics": "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Own//EN\nBEGIN:VEVENT\nUID:own-1\n"
    "DTSTAMP:20230701T000000Z\nDTSTART:20230724T150000Z\nDTEND:20230724T160000Z\nEND:VEVENT\n"
    "END:VCALENDAR\n",
}
"""What a newcomer would bring to the lines of README."""


def test_every_line_that_readme_shows_runs_on_the_example_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(
        r"^The same without the screen.*:\n\n((?: {4}briefing .*\n)+)", README, re.MULTILINE
    )
    assert shown is not None
    lines = [re.split(r" {2,}", line.strip())[0] for line in shown[1].splitlines()]
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert 0 == run(["init", str(tmp_path / "desk"), "--starter"])
    monkeypatch.chdir(tmp_path / "desk")
    with Path("briefing.toml").open("a", encoding="utf-8") as settings:
        settings.write('[me]\nname = "A. Delegate"\n')
    for name, content in FILES.items():
        Path(name).write_text(content, encoding="utf-8")
    assert 0 == run(["note", "ransomware", "-o", "programme.pdf"])

    refused = [(line, capsys.readouterr().err) for line in lines if run(shlex.split(line)[1:])]

    assert [] == refused


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
