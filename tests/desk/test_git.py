import hashlib
import subprocess
from pathlib import Path

import pytest

from briefing.desk import describe, git as desk_git
from briefing.model import Event
from briefing.store import Store, issued
from tests.desk.support import EVERYTHING, HARBOUR, make_folder, open_desk
from tests.git import ALONE, git, needs_git
from tests.store.support import put

pytestmark = needs_git


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", *EVERYTHING)


def retitle(folder: Path, title: str) -> None:
    with Store.open(folder / "data") as store:
        held = store.get(Event, HARBOUR.id)
        assert held is not None
        put(store, Event(id=held.id, title=title, when=held.when))


def test_a_repository_is_made_where_there_is_none(folder: Path) -> None:
    assert desk_git.set_up(folder, folder / "data")
    assert (folder / ".git").is_dir()


def test_it_can_be_set_up_again(folder: Path) -> None:
    desk_git.set_up(folder, folder / "data")
    attributes = (folder / "data" / ".gitattributes").read_bytes()

    assert not desk_git.set_up(folder, folder / "data")
    assert attributes == (folder / "data" / ".gitattributes").read_bytes()


def test_attributes_that_are_there_stay(folder: Path) -> None:
    path = folder / "data" / ".gitattributes"
    path.write_text("/notes/** -diff", encoding="utf-8")

    desk_git.set_up(folder, folder / "data")

    assert "/notes/** -diff" == path.read_text(encoding="utf-8").splitlines()[0]
    assert "/sources/** -text" in path.read_text(encoding="utf-8").splitlines()


def test_git_keeps_what_was_issued_byte_for_byte(folder: Path) -> None:
    content = b"as issued\r\n\r\n"
    issued.keep(folder / "data", "note-22222", 1, {"note.md": content})
    desk_git.set_up(folder, folder / "data")
    git(folder, "config", "core.autocrlf", "true")

    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "issued")
    kept = folder / "data" / "notes" / "note-22222" / "1" / "note.md"
    kept.unlink()
    git(folder, "checkout", "--", "data/notes")

    assert content == kept.read_bytes()


def test_git_takes_tables_and_sources_and_leaves_what_is_ones_own(folder: Path) -> None:
    retitle(folder, "Another title")
    desk_git.set_up(folder, folder / "data")

    git(folder, "add", "-A")

    names = git(folder, "diff", "--cached", "--name-only").split()
    assert {"briefing.toml", "data/events.jsonl", "data/store.json"} < set(names)
    assert [] == [name for name in names if "journal" in name or "lock" in name]


def test_tables_and_sources_travel_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    desk_git.set_up(folder, folder / "data")
    raw = b"When: 12 June\r\nWhere: the harbour\n"
    with Store.open(folder / "data") as store:
        store.keep_source(hashlib.sha256(raw).hexdigest(), "page.txt", raw, raw.decode())
    git(folder, "config", "core.autocrlf", "true")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a desk")

    git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", str(folder), str(tmp_path / "other"))

    other = tmp_path / "other"
    paths = [p.relative_to(folder) for p in (folder / "data" / "sources").rglob("*") if p.is_file()]
    for path in (*paths, Path("data/events.jsonl"), Path("data/store.json")):
        assert (folder / path).read_bytes() == (other / path).read_bytes()
    assert 2 == len(paths)


def test_git_merges_what_both_changed_by_itself(folder: Path, tmp_path: Path) -> None:
    desk_git.set_up(folder, folder / "data")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a desk")
    other = tmp_path / "a clone's (100%) folder"
    git(tmp_path, "clone", "-q", str(folder), str(other))
    desk_git.set_up(other, other / "data")
    for place, title in ((folder, "Ours"), (other, "Theirs")):
        retitle(place, title)
        git(place, "commit", "-qam", title)

    said = git(other, "pull", "-q", "--no-rebase", "--no-edit")

    assert f"both versions kept to decide: {HARBOUR.id}" in said
    with open_desk(other) as desk:
        held = desk.store.get(Event, HARBOUR.id)
        assert held is not None
        fact = describe.facts(desk, held)[0]
        assert ("Theirs", True) == (fact.text, fact.is_open)
        assert ("Changed in two places at once; the other version has “Ours”.",) == fact.doubts
        assert ["Ours"] == [other.text for other in describe.readings(desk, held, "title")]


def test_what_lies_in_the_desk_is_not_taken_for_the_program(folder: Path, tmp_path: Path) -> None:
    desk_git.set_up(folder, folder / "data")
    for name in ("click.py", "msgspec.py", "briefing.py"):
        (folder / name).write_text("raise SystemExit(3)", encoding="utf-8")
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_bytes(b"")

    driver = git(folder, "config", "merge.briefing.driver").replace("%%", "%")
    places = (str(tmp_path / name) for name in ("base", "ours", "theirs"))
    for mark, word in zip(("%O", "%A", "%B", "%P"), (*places, "events.jsonl"), strict=True):
        driver = driver.replace(mark, f"'{word}'")
    done = subprocess.run(driver, shell=True, cwd=folder, check=False)

    assert 0 == done.returncode


def test_a_desk_without_git_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))

    with pytest.raises(desk_git.NoGitError, match="git is not installed"):
        desk_git.set_up(folder, folder / "data")


def test_what_git_refuses_is_told_in_its_words(folder: Path) -> None:
    desk_git.set_up(folder, folder / "data")
    (folder / ".git" / "config.lock").write_bytes(b"")

    with pytest.raises(desk_git.GitError, match="could not lock config file"):
        desk_git.set_up(folder, folder / "data")
