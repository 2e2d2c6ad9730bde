from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli.completing import with_words
from briefing.cli.root import COMMANDS, root
from tests.cli.conftest import Briefing
from tests.desk.support import CLAIM, HARBOUR, LANTERN, PILOTS, REGISTER, WHO_PAYS

Complete = Callable[[str], list[str]]


@pytest.fixture
def complete(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """What bash would offer for the last word of a line."""

    def offered(line: str) -> list[str]:
        monkeypatch.setenv("_BRIEFING_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        words = len(line.split()) - (not line.endswith(" "))
        monkeypatch.setenv("COMP_CWORD", str(words))
        ended = briefing()
        assert (ended.code, ended.err) == (0, "")
        return [told.partition(",")[2] for told in ended.out.split()]

    return offered


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("briefing timel", ["timeline"]),
        ("briefing show harb", [HARBOUR.id, PILOTS.id]),
        ("briefing show lights", [HARBOUR.id]),
        ("briefing attend ", [HARBOUR.id]),
        ("briefing attend x g", ["going"]),
        ("briefing task ", [REGISTER.id]),
        ("briefing task x wait", ["waiting-list"]),
        ("briefing answer ", [WHO_PAYS.id]),
        ("briefing forum ", [LANTERN.id, PILOTS.id]),
        ("briefing copy harb", [HARBOUR.id]),
        ("briefing add ev", ["event"]),
        ("briefing set x venu", ["venue"]),
        ("briefing remove claim", [CLAIM.id]),
        ("briefing tasks --event ", [HARBOUR.id]),
        ("briefing nonsense x", []),
    ],
)
def test_commands_ids_and_names_are_completed(
    line: str, expected: list[str], complete: Complete
) -> None:
    assert expected == complete(line)


def test_outside_of_a_desk_nothing_is_completed_and_none_is_made(
    complete: Complete, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)

    assert complete("briefing show harb") == []
    assert not list(empty.iterdir())


def test_another_desk_is_asked_where_one_is_named(
    complete: Complete, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert complete(f"briefing --workspace {folder} show harbour-l") == [HARBOUR.id]
    assert complete(f"briefing show --workspace {folder} harbour-l") == [HARBOUR.id]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_data_and_how_to_install_it_is_talk(
    shell: str, briefing: Briefing
) -> None:
    ended = briefing("completion", shell)

    assert ended.code == 0
    assert "_BRIEFING_COMPLETE" in ended.out
    assert ended.err.startswith(f"To have it in every {shell} that you start: briefing completion")


def test_ones_own_shell_is_meant_where_none_is_named(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")

    assert briefing("completion").out == briefing("completion", "fish").out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_parameter_that_names_a_record_completes(name: str) -> None:
    command = root.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    with_words(command)

    named = [p for p in command.params if p.name in ("subject", "event", "question")]
    assert [p.name for p in named if type(p.type).__name__ != "_Words"] == []
