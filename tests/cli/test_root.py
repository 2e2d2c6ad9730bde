import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing import cli
from briefing.cli import main
from briefing.cli.root import COMMANDS, root
from tests.cli.conftest import Briefing
from tests.desk.support import ANNOUNCEMENT, HARBOUR, make_folder

REPOSITORY = Path(__file__).parents[2]

OF_THE_DESIGN = [
    "init",
    "read",
    "import",
    "inbox",
    "accept",
    "reject",
    "timeline",
    "forum",
    "questions",
    "positions",
    "tasks",
    "deadlines",
    "clashes",
    "next",
    "show",
    "find",
    "add",
    "set",
    "undo",
    "redo",
    "note",
    "keys",
]


# What there is ----------------------------------------------------------------------------------


def test_the_commands_of_the_design_are_there() -> None:
    assert set(OF_THE_DESIGN) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_a_sentence(name: str, briefing: Briefing) -> None:
    ended = briefing(name, "--help")

    assert ended.code == 0
    assert ended.err == ""
    assert ended.out.startswith(f"Usage: briefing {name}")
    with click.Context(root) as context:
        command = root.get_command(context, name)
    assert command is not None
    assert command.help
    assert command.help.strip()[0].isupper()


def test_help_lists_every_command(briefing: Briefing) -> None:
    ended = briefing("--help")

    listed = {line.split()[0] for line in ended.out.splitlines() if line.startswith("  ")}
    assert set(COMMANDS) <= listed


def test_the_version_is_told(briefing: Briefing) -> None:
    assert briefing("--version").out.startswith("briefing, version ")


# What goes wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("timelin",), "There is no command 'timelin'. Did you mean timeline?"),
        (("xyzzy",), "There is no command 'xyzzy'."),
        (("timeline", "--frmo", "2031-01-01"), "No such option"),
        (("timeline", "--from", "soon"), "'soon' is no date; write it as 2026-03-12"),
        (("--today", "soon", "timeline"), "'soon' is no date; write it as 2026-03-12"),
        (("show",), "Missing argument"),
        (("add", "event", "title"), "'title' is not written as FIELD=VALUE"),
        (("add", "party"), "one of event, task"),
        (("note", HARBOUR.id, "-o", "note.xls"), "note.xls: a note is written as .md"),
    ],
)
def test_what_is_asked_for_wrongly_ends_with_2(
    arguments: tuple[str, ...], told: str, briefing: Briefing
) -> None:
    ended = briefing(*arguments)

    assert ended.code == 2
    assert ended.out == ""
    assert told in " ".join(ended.err.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "nobody"), "briefing: nothing is called 'nobody'"),
        (("read", "nowhere.txt"), "nowhere.txt: No such file or directory"),
        (("read", "."), "this is a folder"),
        (("undo",), "There is nothing to undo"),
        (("redo",), "There is nothing to redo"),
        (("set", HARBOUR.id, "venu", "x"), "did you mean venue?"),
        (("accept", "nobody"), "nothing is called"),
        (("timeline", "--zone", "Atlantis"), "no city or zone is known as 'Atlantis'"),
        (("timeline", "--workspace", "nowhere"), "nowhere is no desk; `briefing init nowhere`"),
    ],
)
def test_what_can_not_be_done_ends_with_1_and_a_sentence(
    arguments: tuple[str, ...], told: str, briefing: Briefing
) -> None:
    ended = briefing(*arguments)

    assert ended.code == 1
    assert ended.out == ""
    assert told in ended.err
    assert len(ended.err.splitlines()) == 1


def test_without_a_terminal_the_desk_itself_is_not_shown(briefing: Briefing) -> None:
    ended = briefing()

    assert (ended.code, ended.out) == (2, "")
    assert "the desk needs a terminal" in ended.err


def test_mistakes_in_the_settings_are_told_beside_the_data(
    briefing: Briefing, folder: Path
) -> None:
    (folder / "briefing.toml").write_text('titel = "x"\n', encoding="utf-8")

    ended = briefing("timeline", "--json")

    assert ended.code == 0
    assert "briefing.toml:1: 'titel' is no setting; did you mean 'title'?" in ended.err
    assert json.loads(ended.out)


def test_a_fault_of_our_own_is_one_sentence_and_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(arguments: list[str]) -> int:
        raise ZeroDivisionError(arguments)

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(cli, "run", broken)
    with pytest.raises(SystemExit) as ended:
        main()

    told = capsys.readouterr().err
    assert ended.value.code == 70
    assert len(told.splitlines()) == 1
    assert "ZeroDivisionError" in (tmp_path / ".briefing-faults.log").read_text(encoding="utf-8")


def test_somebody_who_stops_it_ends_it_quietly(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(root, "invoke", stopped)

    assert briefing("timeline").code == 130


# Which desk -------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [True, False])
def test_common_options_stand_before_or_after_the_command(
    before: bool, briefing: Briefing, tmp_path: Path
) -> None:
    other = make_folder(tmp_path / "other")
    options = ("--workspace", str(other), "--today", "2031-07-01", "--plain")

    ended = briefing(*options, "timeline") if before else briefing("timeline", *options)

    assert (ended.code, ended.out) == (0, "")
    assert "Nothing here yet" in ended.err


def test_the_nearest_desk_above_is_meant(
    briefing: Briefing, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep" / "down")

    assert HARBOUR.title in briefing("timeline").out


def test_without_any_desk_the_persons_own_is_made(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    ended = briefing("timeline")

    assert ended.code == 0
    assert (tmp_path / "home" / "Briefing" / "briefing.toml").is_file()


# As its own process -----------------------------------------------------------------------------


def started(
    *arguments: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "HOME": str(folder.parent), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("entry", [("-m", "briefing"), (".",)])
def test_it_starts_as_a_module_and_from_the_checkout(entry: tuple[str, ...], folder: Path) -> None:
    ended = started(*entry, "timeline", "--workspace", str(folder), folder=folder)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert HARBOUR.title in ended.stdout.decode()


@pytest.mark.parametrize(
    "arguments", [["--help"], ["timeline"], ["show", HARBOUR.id], ["find", "x"]]
)
def test_what_needs_no_screen_loads_none(arguments: list[str], folder: Path) -> None:
    program = (
        "import sys\n"
        "from briefing.cli import run\n"
        f"run({arguments!r} + ['--workspace', {str(folder)!r}] * ({arguments!r} != ['--help']))\n"
        "sys.exit(any(name.partition('.')[0] == 'textual' for name in sys.modules))\n"
    )

    assert started("-c", program, folder=folder).returncode == 0


@pytest.mark.parametrize(
    "arguments", [["timeline"], ["show", HARBOUR.id], ["find", "after:2023-01"]]
)
def test_what_reads_no_document_loads_little_of_the_reader(
    arguments: list[str], folder: Path
) -> None:
    program = (
        "import sys\n"
        "from briefing.cli import run\n"
        f"run({arguments!r} + ['--workspace', {str(folder)!r}])\n"
        "sys.exit('briefing.reader.intake' in sys.modules)\n"
    )

    assert started("-c", program, folder=folder).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows tells a closed pipe in other ways")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["timeline", "read -", "--help"])
def test_a_reader_that_has_seen_enough_ends_it_without_complaint(
    command: str, unbuffered: str, folder: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as closed:
        ended = subprocess.run(
            [sys.executable, "-m", "briefing", "--workspace", str(folder), *command.split()],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            input=(ANNOUNCEMENT * 200).encode(),
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_what_is_printed_is_utf_8_whatever_the_locale(folder: Path) -> None:
    ended = started(
        "-m", "briefing", "show", HARBOUR.id, "--workspace", str(folder),
        folder=folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0",
    )  # fmt: skip

    assert ended.returncode == 0
    assert "09:00–10:30 EDT · 15:00–16:30 Oslo" in ended.stdout.decode("utf-8")
