import multiprocessing
import os
import signal
from collections.abc import Iterator
from itertools import count
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event as Flag
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from briefing.model import Event, Task
from briefing.store import LockedError, Store
from tests.store.support import event, put, task
from tests.support import IS_LONG

LOOKS = 10_000 if IS_LONG else 300
OTHERS = 300
"""Records that every fold writes besides, so that it takes a while."""

SPAWN = multiprocessing.get_context("spawn")


class Writer(NamedTuple):
    """Another process that writes the same number into two tables, and folds all the time."""

    process: BaseProcess
    should_stop: Flag


@pytest.fixture
def writer(folder: Path) -> Iterator[Writer]:
    has_begun, should_stop = SPAWN.Event(), SPAWN.Event()
    process = SPAWN.Process(target=write, args=(folder, has_begun, should_stop))
    process.start()
    assert has_begun.wait(60)
    yield Writer(process, should_stop)
    process.kill()
    process.join()
    process.close()


def write(folder: Path, has_begun: Flag, should_stop: Flag) -> None:
    with Store.open(folder) as store:
        put(store, *[event(f"e{n}", "other") for n in range(OTHERS)], event(title="0"))
        put(store, *[task(f"t{n}", "other") for n in range(OTHERS)], task(what="0"))
        numbers = count(1)
        while not should_stop.is_set():
            put_number(store, next(numbers))
            has_begun.set()
            assert store.fold()
            put_number(store, next(numbers))
            fold_beside(store, numbers)


def fold_beside(store: Store, numbers: Iterator[int]) -> None:
    """Fold in a thread, and write on until that is done."""
    go_on = store.begin_fold()
    assert go_on
    folding = Thread(target=go_on)
    folding.start()
    while folding.is_alive():
        put_number(store, next(numbers))
    assert store.problems() == []


def put_number(store: Store, number: int) -> None:
    put(store, event(title=str(number)), task(what=str(number)))


def seen(store: Store) -> int:
    """The number that both tables are at."""
    held, other = store.get(Event, "talk-22222"), store.get(Task, "register-22222")
    assert held
    assert (event(title=held.title), task(what=held.title)) == (held, other)
    assert store.count(Event) == store.count(Task) == OTHERS + 1
    return int(held.title)


def open_files(folder: Path) -> list[Path]:
    """What this process holds open of a folder."""
    links = Path("/proc/self/fd")
    if not links.exists():
        pytest.skip("no list of open files on this system")
    opened = [link.readlink() for link in links.iterdir() if link.is_symlink()]
    return [path for path in opened if folder in path.parents]


def test_no_look_during_folds_sees_a_mixed_state_or_holds_a_file(
    folder: Path, writer: Writer
) -> None:
    store = Store.open(folder, writing=False)
    numbers = [seen(store)]

    for look in range(LOOKS):
        if look % 4 == 0:
            store.close()
            store = Store.open(folder, writing=False)
        else:
            store.refresh()
        numbers.append(seen(store))
        assert open_files(folder) == []

    writer.should_stop.set()
    writer.process.join(60)
    store.refresh()
    assert sorted(numbers) == numbers
    assert len(set(numbers)) > LOOKS / 20
    with Store.open(folder) as last:
        assert seen(last) == seen(store)


def test_a_second_writer_is_refused_while_the_first_folds(folder: Path, writer: Writer) -> None:
    for _ in range(LOOKS // 10):
        with pytest.raises(LockedError):
            Store.open(folder)
        assert open_files(folder) == []

    assert writer.process.is_alive()


def test_a_reader_and_the_next_writer_go_on_where_a_killed_writer_was(
    folder: Path, writer: Writer
) -> None:
    with Store.open(folder, writing=False) as reader:
        assert writer.process.pid
        os.kill(writer.process.pid, signal.SIGKILL)
        writer.process.join()
        reader.refresh()
        last = seen(reader)
        with Store.open(folder) as store:
            assert last == seen(store)

            put_number(store, last + 1)
            reader.refresh()

            assert last + 1 == seen(reader)
