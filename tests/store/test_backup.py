import datetime as dt
import hashlib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.model import Event, Task
from briefing.store import (
    Change,
    NotSavedError,
    Store,
    backup,
    held,
    restore,
)
from briefing.store.backup import NoBackupError
from briefing.store.restore import UnreadableBackupError
from briefing.store.tables import table_paths
from tests.store.support import NOW, PERSON, abandon, change, event, put, redo, task, undo

RAW = b"Gulls at noon, on the quay"
SHA = hashlib.sha256(RAW).hexdigest()
FIRST = dt.date(2031, 3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace = tmp_path / "desk"
    workspace.mkdir()
    (workspace / "briefing.toml").write_text('title = "Quay"\n')
    with Store.open(workspace / "data") as store:
        store.keep_source(SHA, "gulls.txt", RAW, RAW.decode())
        put(store, event(), task())
    return workspace / "data"


def lines(backup_file: Path, unpacked: Path) -> held.Tables:
    restore.unpack(backup_file, unpacked)
    return restore.lines_of(unpacked)


def restored(folder: Path, name: str) -> int:
    """Restore a backup as the desk does, into its own folder."""
    unpacked = folder / ".cache" / "restored"
    tables = lines(backup.find(folder, name), unpacked)
    restore.put_back(unpacked, folder)
    with Store.open(folder) as store:
        return store.restore(tables, label="Restored", person=PERSON, at=NOW)


def test_a_backup_holds_settings_records_history_and_sources(folder: Path, tmp_path: Path) -> None:
    backup.write(folder, tmp_path / "copy.zip")

    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        names = set(archive.namelist())
    assert {
        "briefing.toml",
        "data/.gitignore",
        "data/events.jsonl",
        "data/journal/000001.jsonl",
        "data/journal/base/events.jsonl",
        "data/journal/base/tasks.jsonl",
        "data/journal/fold.json",
        f"data/sources/{SHA}/as-read.txt",
        f"data/sources/{SHA}/gulls.txt",
        "data/store.json",
        "data/tasks.jsonl",
    } == names


def test_a_backup_leaves_out_backups_look_ups_and_what_was_half_written(
    folder: Path, tmp_path: Path
) -> None:
    for left_out in (".cache/lookups.bin", "backups/2031-03-01.zip", ".events.jsonl.new"):
        (folder / left_out).parent.mkdir(exist_ok=True)
        (folder / left_out).write_bytes(b"left out")
    (folder / "sources" / f".{SHA}.new").mkdir()
    (folder / "sources" / f".{SHA}.new" / "half.txt").write_bytes(b"left out")

    backup.write(folder, tmp_path / "copy.zip")

    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert b"left out" not in b"".join(archive.read(name) for name in archive.namelist())


def test_a_backup_is_for_its_owner_alone(folder: Path, tmp_path: Path) -> None:
    backup.write(folder, tmp_path / "copy.zip")

    assert 0o600 == (tmp_path / "copy.zip").stat().st_mode & 0o777


def test_a_backup_holds_edits_that_are_not_in_the_tables_yet(folder: Path, tmp_path: Path) -> None:
    store = Store.open(folder)
    put(store, event(title="Renamed"))

    backup.write(folder, tmp_path / "copy.zip")

    abandon(store)
    assert b"Renamed" in lines(tmp_path / "copy.zip", tmp_path / "un")["events"]["talk-22222"]


def test_a_backup_of_a_desk_that_folds_meanwhile_is_one_state(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(folder)
    real = zipfile.ZipFile.write
    titles = (f"Title {number}" for number in range(1000))

    def write_and_edit(archive: zipfile.ZipFile, *args: object, **kwargs: object) -> None:
        title = next(titles)
        put(store, event(title=title), task(what=title))
        store.fold()
        real(archive, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile.ZipFile, "write", write_and_edit)
    for number in range(5):
        backup.write(folder, tmp_path / f"{number}.zip")
    monkeypatch.undo()
    store.close()

    for number in range(5):
        restore.unpack(tmp_path / f"{number}.zip", tmp_path / str(number))
        with Store.open(tmp_path / str(number) / "data") as copy:
            held = (copy.get(Event, "talk-22222"), copy.get(Task, "register-22222"))
        assert held[0] is not None
        assert held[1] is not None
        assert held[0].title in (held[1].what, "A talk")


def test_backups_beside_a_desk_that_is_worked_at_and_folds_are_one_state_each(
    folder: Path, tmp_path: Path
) -> None:
    with Store.open(folder) as store, ThreadPoolExecutor(1) as pool:
        for number in range(12):
            writing = pool.submit(backup.write, folder, tmp_path / f"{number}.zip")
            edits = 0
            while not writing.done() or not edits:
                edits += 1
                title = f"{number}.{edits}"
                put(store, event(title=title), task(what=title))
                store.fold()
            writing.result()

    for number in range(12):
        restore.unpack(tmp_path / f"{number}.zip", tmp_path / str(number))
        with Store.open(tmp_path / str(number) / "data") as copy:
            held = (copy.get(Event, "talk-22222"), copy.get(Task, "register-22222"))
        assert held[0] is not None
        assert held[1] is not None
        assert held[0].title == held[1].what or "A talk" == held[0].title


def test_a_backup_is_begun_anew_where_a_fold_ends_while_the_tables_are_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(folder)
    folds = iter((True, True, False))

    def paths_then_fold(data: Path) -> dict[str, Path]:
        found = table_paths(data)
        if next(folds):
            put(store, event(title="Later"), task(what="Later"))
            store.fold()
            put(store, event(title="Last"), task(what="Last"))
        return found

    monkeypatch.setattr("briefing.store.backup.table_paths", paths_then_fold)
    backup.write(folder, tmp_path / "copy.zip")
    abandon(store)

    held = lines(tmp_path / "copy.zip", tmp_path / "un")
    assert b"Last" in held["events"]["talk-22222"]
    assert b"Last" in held["tasks"]["register-22222"]
    assert None is next(folds, None)


def test_a_full_disk_leaves_no_half_of_a_backup_and_the_old_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.zip"
    backup.write(folder, target)
    before = target.read_bytes()

    def full(_: int, __: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "write_all", full)
    with pytest.raises(NotSavedError, match="No space left"):
        backup.write(folder, target)

    assert before == target.read_bytes()
    assert ["copy.zip", "desk"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_damaged_desk_can_be_backed_up(folder: Path, tmp_path: Path) -> None:
    (folder / "journal" / "fold.json").write_bytes(b"{")
    (folder / "events.jsonl").write_bytes(b'{"id":"tal')

    backup.write(folder, tmp_path / "copy.zip")

    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert b'{"id":"tal' == archive.read("data/events.jsonl")


# Daily copies ---------------------------------------------------------------------------------


def days(folder: Path) -> list[str]:
    return [path.stem for path in backup.all_in(folder)]


def test_a_day_has_one_copy(folder: Path) -> None:
    first = backup.write_daily(folder, FIRST)
    second = backup.write_daily(folder, FIRST)

    assert (folder / "backups" / "2031-03-01.zip", None) == (first, second)


def test_the_copies_of_fourteen_days_are_kept_and_others_are_left_alone(folder: Path) -> None:
    backup.write(folder, folder / "backups" / "before-schema-2.zip")
    for number in range(16):
        backup.write_daily(folder, FIRST + dt.timedelta(days=number))

    assert [f"2031-03-{day:02}" for day in range(3, 17)] + ["before-schema-2"] == days(folder)


def test_a_clock_that_was_set_back_does_not_cost_the_copy_of_the_day(folder: Path) -> None:
    for number in range(14):
        backup.write_daily(folder, dt.date(2099, 1, 1) + dt.timedelta(days=number))

    backup.write_daily(folder, FIRST)

    assert "2031-03-01" in days(folder)


# Restoring ------------------------------------------------------------------------------------


def test_restoring_is_one_change_that_can_be_undone(folder: Path) -> None:
    backup.write_daily(folder, FIRST)
    with Store.open(folder) as store:
        put(store, event(title="Spoilt"), event("new-22222"))
        change(store, Change(task(), None))

    changed = restored(folder, "2031-03-01")

    assert 3 == changed
    with Store.open(folder) as store:
        assert [event()] == list(store.all(Event))
        assert [task()] == list(store.all(Task))
        assert "Restored" == undo(store)
        assert [event("new-22222"), event(title="Spoilt")] == list(store.all(Event))
        assert [] == list(store.all(Task))
        redo(store)
        assert [event()] == list(store.all(Event))


def test_restoring_what_is_held_changes_nothing(folder: Path) -> None:
    backup.write_daily(folder, FIRST)

    assert 0 == restored(folder, "2031-03-01")


def test_a_source_that_is_gone_is_put_back_and_one_that_is_here_stays(folder: Path) -> None:
    backup.write_daily(folder, FIRST)
    for path in (folder / "sources" / SHA).iterdir():
        path.unlink()
    (folder / "sources" / SHA).rmdir()
    (folder / "notes").mkdir()
    (folder / "notes" / "own.md").write_text("own")

    restored(folder, "2031-03-01")

    with Store.open(folder) as store:
        assert RAW == store.source_bytes(SHA)
    assert "own" == (folder / "notes" / "own.md").read_text()


def test_a_backup_makes_a_desk_where_there_is_none(folder: Path, tmp_path: Path) -> None:
    backup.write(folder, tmp_path / "copy.zip")
    elsewhere = tmp_path / "elsewhere"

    restore.found_from(tmp_path / "copy.zip", elsewhere)

    assert 'title = "Quay"\n' == (elsewhere / "briefing.toml").read_text()
    with Store.open(elsewhere / "data") as store:
        assert [event()] == list(store.all(Event))
        assert "put in" == undo(store)
    assert ["briefing.toml", "data"] == sorted(path.name for path in elsewhere.iterdir())


def test_an_unknown_backup_is_refused_with_those_that_there_are(folder: Path) -> None:
    backup.write_daily(folder, FIRST)

    with pytest.raises(NoBackupError, match="there are 2031-03-01"):
        backup.find(folder, "2031-02-01")


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil", "data/../../evil", "data\\..\\evil", "evil.txt"]
)
def test_a_backup_that_would_write_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("data/store.json", b"{}")
        archive.writestr(name, b"evil")

    with pytest.raises(UnreadableBackupError, match="no file of a desk"):
        restore.unpack(tmp_path / "evil.zip", tmp_path / "un" / "packed")

    assert [] == [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".zip"]


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 and then nothing")

    with pytest.raises(UnreadableBackupError, match="no backup, or damaged"):
        restore.unpack(tmp_path / "no.zip", tmp_path / "un")


def test_a_backup_with_a_flipped_bit_is_refused(folder: Path, tmp_path: Path) -> None:
    backup.write(folder, tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        member = archive.getinfo("data/events.jsonl")
    content = bytearray((tmp_path / "copy.zip").read_bytes())
    content[member.header_offset + 30 + len(member.filename) + len(member.extra) + 30] ^= 0x10
    (tmp_path / "copy.zip").write_bytes(content)

    with pytest.raises(UnreadableBackupError, match="no backup, or damaged"):
        restore.unpack(tmp_path / "copy.zip", tmp_path / "un")
