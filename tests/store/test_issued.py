import datetime as dt
import os
import stat
import zipfile
from pathlib import Path

import msgspec
import pytest

from briefing.model import Issue, IssuedFile, Level, Note
from briefing.store import NotSavedError, Store, backup, issued, restore
from briefing.store.check import check
from briefing.store.errors import InvalidRecordError
from briefing.store.issued import AlreadyIssuedError, AlteredIssueError, NotIssuedError, digest
from tests.store.support import put

FILES = {"note.md": b"# As issued\r\n", "facts.jsonl": b'{"number":1}\n'}
ISSUE = Issue(
    key="i2aa",
    number=1,
    on=dt.date(2031, 6, 2),
    person="Ida Example",
    level=Level.OFFICE,
    facts=digest(FILES["facts.jsonl"]),
    files=(IssuedFile(name="note.md", sha256=digest(FILES["note.md"])),),
)
NOTE = Note(id="note-22222", subject="talk-22222", issues=(ISSUE,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with Store.open(folder) as store:
        issued.keep(folder, NOTE.id, 1, FILES)
        put(store, NOTE)
    return folder


def kept(folder: Path, number: int = 1) -> dict[str, bytes]:
    inside = folder / "notes" / NOTE.id / str(number)
    return {path.name: path.read_bytes() for path in inside.iterdir()}


def write_into(path: Path, content: bytes) -> None:
    """Write into a kept file all the same, as a program does that asks nobody."""
    path.chmod(0o600)
    path.write_bytes(content)


def is_sealed(folder: Path) -> bool:
    """Whether all that was issued can only be read."""
    kept = [path for path in (folder / "notes").rglob("*") if path.is_file()]
    return {0o400} == {stat.S_IMODE(path.stat().st_mode) for path in kept}


def test_the_files_of_an_issue_are_for_their_owner_alone_who_can_only_read_them(
    folder: Path,
) -> None:
    at = folder / "notes"

    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (at, *at.rglob("*"))}

    assert {0o400} == {mode for path, mode in modes.items() if path.is_file()}
    assert {0o700} == {mode for path, mode in modes.items() if path.is_dir()}


def test_a_number_is_given_out_once(folder: Path) -> None:
    with pytest.raises(AlreadyIssuedError, match="never changed"):
        issued.keep(folder, NOTE.id, 1, {"note.md": b"other"})

    assert FILES == kept(folder)


def test_an_issue_that_was_cut_short_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("briefing.store.issued.replace", fails)

    with pytest.raises(NotSavedError, match="No space left"):
        issued.keep(folder, NOTE.id, 2, FILES)
    assert [1] == issued.numbers(folder, NOTE.id)
    assert [] == check(folder)


def test_what_a_kill_left_of_an_issue_is_taken_away(folder: Path) -> None:
    left = folder / "notes" / NOTE.id / ".2.new"
    left.mkdir()
    (left / "note.md").write_bytes(b"half")

    assert [1] == issued.numbers(folder, NOTE.id)
    (found,) = check(folder, mend=True)
    assert (str(left), "removed") == (found.problem.source, found.done)


def test_an_issue_that_nothing_names_is_told_and_is_not_wrong(folder: Path) -> None:
    issued.keep(folder, NOTE.id, 2, FILES)

    (found,) = check(folder)

    assert not found.is_left
    assert "undone, or cut short" in found.problem.message
    assert [1, 2] == issued.numbers(folder, NOTE.id)


def test_an_issued_file_is_read_as_it_was(folder: Path) -> None:
    (file,) = ISSUE.files

    assert FILES["note.md"] == issued.read(folder, NOTE.id, 1, file.name, file.sha256)


@pytest.mark.parametrize("name", ["note.md", "facts.jsonl"])
@pytest.mark.parametrize("harm", ["changed", "lost"])
def test_a_file_that_is_not_what_was_issued_is_found(folder: Path, name: str, harm: str) -> None:
    path = folder / "notes" / NOTE.id / "1" / name
    write_into(path, b"# Mended by hand\n") if harm == "changed" else path.unlink()

    (found,) = check(folder)

    assert found.is_left
    assert str(path) == found.problem.source
    with pytest.raises((AlteredIssueError, NotIssuedError)):
        issued.read(folder, NOTE.id, 1, name, digest(FILES[name]))


@pytest.mark.parametrize("harm", ["changed", "lost", "all lost"])
def test_it_is_put_back_from_a_backup(folder: Path, harm: str) -> None:
    backup.write_daily(folder, dt.date(2031, 6, 2))
    path = folder / "notes" / NOTE.id / "1" / "note.md"
    if harm == "changed":
        write_into(path, b"# Mended by hand\n")
    for one in {"lost": [path], "all lost": list(path.parent.iterdir())}.get(harm, []):
        one.unlink()

    assert all("put back from a backup" == found.done for found in check(folder, mend=True))

    assert FILES == kept(folder)
    assert is_sealed(folder)
    assert [] == check(folder)
    aside = [p.read_bytes() for p in (folder / "aside").glob("*")]
    assert ([b"# Mended by hand\n"] if harm == "changed" else []) == aside


def test_a_backup_holds_them_and_a_desk_that_is_made_of_it_too(
    folder: Path, tmp_path: Path
) -> None:
    backup.write(folder, tmp_path / "all.zip")

    restore.found_from(tmp_path / "all.zip", tmp_path / "other")

    assert FILES == kept(tmp_path / "other" / "data")
    assert is_sealed(tmp_path / "other" / "data")
    assert [] == check(tmp_path / "other" / "data")


def test_what_is_lost_is_put_back_issue_by_issue(folder: Path, tmp_path: Path) -> None:
    issued.keep(folder, NOTE.id, 2, {"note.md": b"second"})
    backup.write(folder, tmp_path / "all.zip")
    (folder / "notes" / NOTE.id / "2" / "note.md").unlink()
    (folder / "notes" / NOTE.id / "2").rmdir()
    write_into(folder / "notes" / NOTE.id / "1" / "note.md", b"changed here")

    restore.unpack(tmp_path / "all.zip", tmp_path / "unpacked")

    assert 1 == restore.put_back(tmp_path / "unpacked", folder)
    assert {"note.md": b"second"} == kept(folder, 2)
    assert b"changed here" == kept(folder)["note.md"]


@pytest.mark.parametrize("id", ["../x", "a/b", "", ".hidden", "a\\b"])
def test_an_id_that_is_no_name_of_a_folder_leads_nowhere(folder: Path, id: str) -> None:
    with pytest.raises(InvalidRecordError, match="no file can be called that"):
        issued.keep(folder, id, 1, FILES)
    with pytest.raises(InvalidRecordError):
        issued.read(folder, NOTE.id, 1, id or "..", "")
    assert [] == issued.numbers(folder, id)


def test_a_note_with_such_an_id_is_told_by_the_check(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, Note(id="../x", subject="a", issues=(ISSUE,)))

    assert {"../x"} == {f.problem.message.partition(":")[0] for f in check(folder) if f.is_left}


def test_a_backup_that_is_written_meanwhile_leaves_out_what_is_half_kept(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "notes" / NOTE.id / ".2.new").mkdir()
    (folder / "notes" / NOTE.id / ".2.new" / "note.md").write_bytes(b"half")

    backup.write(folder, tmp_path / "all.zip")

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert not [name for name in archive.namelist() if ".new" in name]


def test_every_part_is_synced_before_the_folder_has_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, rename = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        done.append("sync")
        sync(descriptor)

    def renamed(source: Path, target: Path) -> Path:
        done.append(f"rename {target.name}")
        return rename(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)

    issued.keep(folder, NOTE.id, 2, {"note.md": b"second"})

    assert done[:4] == ["sync", "rename note.md", "sync", "rename 2"]
    assert set(done[4:]) == {"sync"}


def test_what_a_clone_of_git_can_write_into_is_made_to_be_read_again(folder: Path) -> None:
    for path in (folder / "notes" / NOTE.id / "1").iterdir():
        path.chmod(0o644)

    assert [] == check(folder, mend=True)

    assert is_sealed(folder)


def test_a_number_that_two_clones_gave_out_is_told_and_is_not_wrong(folder: Path) -> None:
    other = msgspec.structs.replace(ISSUE, key="i3aa", person="Ola Other", level=Level.PUBLIC)
    with Store.open(folder) as store:
        put(store, msgspec.structs.replace(NOTE, issues=(ISSUE, other)))

    (found,) = check(folder)

    assert not found.is_left
    assert (
        "No. 1 of the note on talk-22222 went out more than once: by Ida Example on 2031-06-02 "
        "for office; by Ola Other on 2031-06-02 for public. Each stays as it went out; "
        "say the day when you name one, and issue it again to have one that counts"
    ) == found.problem.message


def test_also_where_each_began_a_note_of_its_own(folder: Path) -> None:
    issued.keep(folder, "note-33333", 1, FILES)
    other = msgspec.structs.replace(NOTE, id="note-33333")
    with Store.open(folder) as store:
        put(store, other)

    assert ["went out more than once"] == [
        "went out more than once"
        for found in check(folder)
        if "went out more than once" in found.problem.message
    ]
