from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.git import needs_git


def test_a_desk_is_made_and_can_be_used(briefing: Briefing, tmp_path: Path) -> None:
    ended = briefing("init", str(tmp_path / "new"))

    assert (ended.code, ended.out) == (0, "")
    assert "Open it with: briefing --workspace" in ended.err
    assert briefing("forum", "--workspace", str(tmp_path / "new")).code == 0


def test_a_desk_is_not_made_twice(briefing: Briefing, folder: Path) -> None:
    ended = briefing("init", str(folder))

    assert ended.code == 1
    assert "is a desk already" in ended.err


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_where_no_desk_can_be_made_is_told(name: str, briefing: Briefing, folder: Path) -> None:
    (folder / "file").write_bytes(b"")

    ended = briefing("init", name)

    assert ended.code in (1, 2)
    assert "Traceback" not in ended.err


def test_the_keys_are_listed(briefing: Briefing) -> None:
    ended = briefing("keys")

    assert (ended.code, ended.err) == (0, "")
    assert "q" in ended.out


@needs_git
def test_a_desk_is_made_in_git(briefing: Briefing, tmp_path: Path) -> None:
    ended = briefing("init", str(tmp_path / "new"), "--git")

    assert (ended.code, ended.out) == (0, "")
    assert "Made a repository; git merges this desk record by record now." in ended.err
    assert (tmp_path / "new" / "data" / ".gitattributes").is_file()


@needs_git
def test_a_desk_that_is_there_is_only_set_up_for_git(briefing: Briefing, folder: Path) -> None:
    before = (folder / "briefing.toml").read_bytes()

    first, again = briefing("init", "--git"), briefing("init", str(folder), "--git")

    assert (first.code, again.code) == (0, 0)
    assert again.err.startswith("Git merges this desk record by record now.")
    assert before == (folder / "briefing.toml").read_bytes()


def test_a_desk_needs_a_folder_to_be_made_in(briefing: Briefing) -> None:
    ended = briefing("init")

    assert ended.code == 2
    assert "Missing argument 'FOLDER'" in ended.err
