from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.model import Event
from briefing.store import DamagedError, NotSavedError, StoppedError, Store
from tests.store.support import abandon, event, put
from tests.store.test_disk import refuse


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = Store.open(folder)
    put(store, event(title="0"))
    store.save_beside()
    yield store
    if store._storage.is_open:
        abandon(store)


@pytest.fixture
def unsynced(folder: Path, store: Store) -> Path:
    """The segment of a store after a saved edit and three that the disk was not asked to keep."""
    for title in "123":
        put(store, event(title=title))
    abandon(store)
    return folder / "journal" / "000001.jsonl"


def title(folder: Path) -> str:
    with Store.open(folder) as store:
        held = store.get(Event, "talk-22222")
    assert held is not None
    return held.title


def test_a_commit_does_not_wait_for_the_disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.store.journal.sync_file", refuse)

    put(store, event(title="1"))

    assert event(title="1") == store.get(Event, "talk-22222")
    assert not store.is_saved


def test_once_saved_the_disk_has_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[object] = []
    monkeypatch.setattr("briefing.store.journal.sync_file", synced.append)
    put(store, event(title="1"))
    put(store, event(title="2"))

    store.save()

    assert store.is_saved
    assert len(synced) == 1


def test_nothing_unsaved_is_folded(folder: Path, store: Store) -> None:
    put(store, event(title="1"))

    assert store.begin_fold() is None
    store.save()
    assert store.begin_fold() is not None


def test_closing_waits_for_the_disk(folder: Path, store: Store) -> None:
    put(store, event(title="1"))

    store.close()

    assert store.is_saved
    assert title(folder) == "1"


def test_a_killed_program_loses_nothing_that_was_not_saved_yet(unsynced: Path) -> None:
    assert title(unsynced.parent.parent) == "3"


def test_what_could_not_be_saved_is_held_on_and_never_folded(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, event(title="1"))
    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.journal.sync_file", refuse)
        with pytest.raises(NotSavedError):
            store.save()

    with pytest.raises(StoppedError):
        put(store, event(title="2"))
    assert event(title="1") == store.get(Event, "talk-22222")
    store.close()
    assert not store.is_saved
    assert title(folder) == "0"


LOST: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing": (lambda line: line, "3"),
    "zeros for all": (lambda line: bytes(len(line)), "0"),
    "zeros with its end": (lambda line: bytes(len(line) - 1) + b"\n", "0"),
    "half of it": (lambda line: line[:40] + bytes(len(line) - 40), "0"),
}


@pytest.mark.parametrize(("lose", "left"), LOST.values(), ids=LOST)
def test_of_edits_that_were_not_saved_a_power_cut_leaves_the_first_ones(
    unsynced: Path, lose: Callable[[bytes], bytes], left: str
) -> None:
    saved, first, *later = unsynced.read_bytes().splitlines(keepends=True)
    unsynced.write_bytes(b"".join([saved, lose(first), *later]))

    assert title(unsynced.parent.parent) == left
    with Store.open(unsynced.parent.parent) as store:
        assert len(list(store.history())) == 1 + int(left)


def test_a_reader_sees_no_edit_behind_a_lost_one(unsynced: Path) -> None:
    saved, first, *later = unsynced.read_bytes().splitlines(keepends=True)
    unsynced.write_bytes(b"".join([saved, bytes(len(first)), *later]))

    with Store.open(unsynced.parent.parent, writing=False) as store:
        assert [entry.number for entry in store.history()] == [1]


def test_zeros_in_the_place_of_a_saved_edit_are_damage(unsynced: Path) -> None:
    saved, *later = unsynced.read_bytes().splitlines(keepends=True)
    unsynced.write_bytes(b"".join([bytes(len(saved) - 1) + b"\n", *later]))

    with pytest.raises(DamagedError, match=r"000001\.jsonl:1"):
        Store.open(unsynced.parent.parent)


def test_another_change_than_the_disk_makes_is_damage(unsynced: Path) -> None:
    unsynced.write_bytes(unsynced.read_bytes().replace(b'"title":"1"', b'"title":"9"', 1))

    with pytest.raises(DamagedError, match=r"000001\.jsonl:2"):
        Store.open(unsynced.parent.parent)
