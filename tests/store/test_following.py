import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefing.model import Event
from briefing.store import Change, LockedError, Store
from tests.store.support import abandon, change, event, put, undo


@pytest.fixture
def reader(folder: Path, store: Store) -> Iterator[Store]:
    assert store.is_writing
    with Store.open(folder, writing=False) as opened:
        yield opened


def test_a_second_writer_is_refused_in_one_sentence(folder: Path, store: Store) -> None:
    put(store, event())

    with pytest.raises(LockedError, match=r"^Another window or program is working in .*\.$"):
        Store.open(folder)


def test_a_writer_in_another_process_is_refused_too(folder: Path, store: Store) -> None:
    put(store, event())
    script = "import sys, pathlib; from briefing.store import Store, LockedError\n"
    script += "try: Store.open(pathlib.Path(sys.argv[1]))\nexcept LockedError: print('refused')"

    answer = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    )

    assert answer.stdout == "refused\n"


def test_the_next_writer_comes_in_when_the_first_has_gone(folder: Path) -> None:
    first = Store.open(folder)
    put(first, event(title="1"))
    abandon(first)

    with Store.open(folder) as second:
        assert event(title="1") == second.get(Event, "talk-22222")


def test_a_reader_sees_what_is_written_when_it_looks_again(store: Store, reader: Store) -> None:
    put(store, event())
    before = reader.get(Event, "talk-22222")

    assert reader.refresh()

    assert before is None
    assert event() == reader.get(Event, "talk-22222")
    assert not reader.refresh()


def test_a_reader_follows_over_folds(store: Store, reader: Store) -> None:
    for number in range(6):
        put(store, event("a", str(number)), event(f"b{number}"))
        if number % 2:
            store.fold()
        reader.refresh()

        assert list(store.all(Event)) == list(reader.all(Event))


def test_a_reader_that_did_not_look_for_long_catches_up(store: Store, reader: Store) -> None:
    for number in range(6):
        put(store, event("a", str(number)), event(f"b{number}"))
        store.fold()
    put(store, event("c"))

    assert reader.refresh()

    assert list(store.all(Event)) == list(reader.all(Event))
    assert not reader.refresh()


def test_the_listeners_of_a_reader_hear_what_is_new(store: Store, reader: Store) -> None:
    heard: list[Sequence[Change]] = []
    reader.listen(heard.append)

    put(store, event(title="1"))
    reader.refresh()
    put(store, event(title="2"))
    store.fold()
    reader.refresh()
    reader.refresh()

    first = [Change(None, event(title="1"))]
    assert [first, [Change(event(title="1"), event(title="2"))]] == heard


def test_a_reader_sees_undo_and_removal(store: Store, reader: Store) -> None:
    put(store, event("a"), event("b"))
    change(store, Change(event("b"), None))
    reader.refresh()
    assert [e.id for e in reader.all(Event)] == ["a"]

    undo(store)
    reader.refresh()

    assert [e.id for e in reader.all(Event)] == ["a", "b"]


def test_a_reader_sees_what_came_from_outside(folder: Path, store: Store, reader: Store) -> None:
    store.close()
    (folder / "events.jsonl").write_text(
        '{"type":"event","id":"a","title":"theirs"}\n', encoding="utf-8"
    )

    assert reader.refresh()

    assert [e.title for e in reader.all(Event)] == ["theirs"]


def test_a_writer_has_nothing_to_look_for(store: Store) -> None:
    put(store, event())

    assert not store.refresh()


def test_a_reader_holds_no_file_open(folder: Path, store: Store, reader: Store) -> None:
    put(store, event())
    reader.refresh()
    store.close()

    descriptors = Path("/proc/self/fd")
    if not descriptors.exists():
        pytest.skip("no list of open files on this system")
    opened = [link.readlink() for link in descriptors.iterdir() if link.is_symlink()]
    assert [path for path in opened if folder in path.parents] == []
