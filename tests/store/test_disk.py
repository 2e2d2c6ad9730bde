import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.model import Event
from briefing.platform import replace
from briefing.store import NotSavedError, StoppedError, Store, UnusableFolderError
from tests.store.support import abandon, event, put, task

resource = pytest.importorskip("resource", reason="files can't be kept short on this system")


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Make the system refuse to let any file grow further, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def refuse(*_: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("room", [0, 1, 40, 200])
def test_a_full_disk_loses_only_the_edit_that_did_not_fit(
    folder: Path, store: Store, room: int
) -> None:
    put(store, event(title="1"))
    path = folder / "journal" / "000001.jsonl"
    before = path.read_bytes()

    with (
        files_no_longer_than(len(before) + room),
        pytest.raises(NotSavedError, match="was not saved"),
    ):
        put(store, event(title="2" * 300))

    assert event(title="1") == store.get(Event, "talk-22222")
    assert before == path.read_bytes()


def test_a_store_goes_on_when_there_is_room_again(folder: Path, store: Store) -> None:
    put(store, event(title="1"))
    with files_no_longer_than(50), pytest.raises(NotSavedError):
        put(store, event(title="2"))

    put(store, event(title="3"))
    abandon(store)

    with Store.open(folder) as again:
        assert event(title="3") == again.get(Event, "talk-22222")


def test_the_very_first_edit_may_not_fit(folder: Path, store: Store) -> None:
    with files_no_longer_than(0), pytest.raises(NotSavedError):
        put(store, event(title="1"))
    put(store, event(title="2"))
    abandon(store)

    with Store.open(folder) as again:
        assert event(title="2") == again.get(Event, "talk-22222")


def test_after_a_failed_sync_nothing_is_written_until_the_next_opening(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, event(title="1"))
    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.journal.sync_file", refuse)
        with pytest.raises(NotSavedError):
            put(store, event(title="2"))

    with pytest.raises(StoppedError, match="open it again"):
        put(store, event(title="3"))
    store.close()

    with Store.open(folder) as again:
        assert event(title="1") == again.get(Event, "talk-22222")
        put(again, event(title="4"))
        assert event(title="4") == again.get(Event, "talk-22222")


def test_nothing_is_folded_after_a_failed_sync(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, event(title="1"))
    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.journal.sync_file", refuse)
        with pytest.raises(NotSavedError):
            put(store, event(title="2"))

    store.close()

    assert not (folder / "events.jsonl").exists()


def test_a_segment_whose_name_is_not_synced_is_not_written_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.journal.sync_folder", refuse)

    with pytest.raises(NotSavedError):
        put(store, event(title="1"))
    with pytest.raises(StoppedError):
        put(store, event(title="2"))


def test_what_a_killed_process_left_is_sure_before_it_is_shown(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, event(title="1"))
    abandon(store)
    synced: list[object] = []
    monkeypatch.setattr("briefing.store.journal.sync_file", lambda _: synced.append("segment"))
    monkeypatch.setattr("briefing.store.journal.sync_folder", synced.append)

    opened = Store.open(folder)

    assert ["segment", folder / "journal", folder] == synced
    abandon(opened)


def test_a_folder_whose_making_was_cut_short_has_its_name_synced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    synced: list[Path] = []
    monkeypatch.setattr("briefing.store.data_folder.sync_folder", synced.append)

    Store.open(folder).close()

    assert folder.parent in synced


def test_a_failed_fold_does_not_fail_the_edit_that_called_for_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.storage.FOLD_BYTES", 100)
    store = Store.open(folder)
    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.fold.open_new", refuse)
        put(store, event(title="1"))
        put(store, event(title="2"))
        problems = [str(problem) for problem in store.problems()]
        store.close()

    assert len(problems) == 1
    assert os.strerror(errno.EIO) in problems[0]
    assert not (folder / "events.jsonl").exists()
    with Store.open(folder) as again:
        assert event(title="2") == again.get(Event, "talk-22222")
    assert (folder / "events.jsonl").exists()


def test_a_failed_fold_is_not_tried_again_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refuse_to_write(path: Path) -> None:
        tried.append(path)
        refuse()

    monkeypatch.setattr("briefing.store.storage.FOLD_BYTES", 500)
    monkeypatch.setattr("briefing.store.fold.open_new", refuse_to_write)

    for title in "1234":
        put(store, event(title=title))

    assert len(tried) == 1


def test_a_fold_on_a_full_disk_leaves_the_old_tables(folder: Path, store: Store) -> None:
    put(store, event(title="1" * 200))
    store.fold()
    before = (folder / "events.jsonl").read_bytes()
    put(store, event(title="2" * 300))

    with files_no_longer_than(100):
        folded = store.fold()

    assert not folded
    assert before == (folder / "events.jsonl").read_bytes()
    assert store.fold()
    assert b"222" in (folder / "events.jsonl").read_bytes()
    assert store.problems() == []
    assert list(folder.glob("*.new")) == []


@pytest.mark.parametrize("before", range(4))
def test_a_fold_that_fails_between_its_files_is_no_change_by_somebody_else(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    put(store, event(title="1"), task(what="1"))
    store.fold()
    put(store, event(title="2"), task(what="2"))
    left = iter([replace] * before)

    def replace_or_refuse(source: Path, target: Path) -> None:
        next(left, refuse)(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.fold.replace", replace_or_refuse)
        assert not store.fold()
    put(store, event(title="3"), task(what="3"))

    assert store.fold()
    assert event(title="3") == store.get(Event, "talk-22222")
    abandon(store)
    with Store.open(folder) as again:
        assert event(title="3") == again.get(Event, "talk-22222")
        assert ["put in"] * 3 == [entry.label for entry in again.history()]


@pytest.mark.parametrize("writer", ["write_table", "write_folded"])
def test_a_look_at_a_change_from_outside_may_meet_a_full_disk(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, writer: str
) -> None:
    put(store, event("a", "1"))
    store.fold()
    (folder / "events.jsonl").write_text('{"type":"event","id":"a","title":"2"}\n')
    with monkeypatch.context() as patch:
        patch.setattr(f"briefing.store.fold.{writer}", refuse)
        with pytest.raises(UnusableFolderError, match=os.strerror(errno.EIO)):
            store.refresh()

    (folder / "events.jsonl").write_text('{"type":"event","id":"a","title":"3"}\n')
    store.refresh()

    assert event("a", "3") == store.get(Event, "a")
    assert store.fold()
    assert ["Changed outside the program"] * 2 == [e.label for e in store.history()][:2]


def test_a_source_on_a_full_disk_is_not_kept_by_half(folder: Path, store: Store) -> None:
    digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    with files_no_longer_than(3), pytest.raises(NotSavedError):
        store.keep_source(digest, "hello.txt", b"hello", "hello")

    assert list((folder / "sources").iterdir()) == []
