"""A program that kills writers of a store, again and again, and looks at what they left.

`python -m tests.store.crashes random FOLDER KILLS SEED` kills at random moments;
`python -m tests.store.crashes calls FOLDER` kills one at every system call of a run with folds.
Each writer tells every edit that the store acknowledged. Prints what was lost, torn or unreadable.
"""

import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from briefing.model import Event, Task
from briefing.store import Store, StoreError, storage
from tests.store.support import event, put, task

Tell = Callable[[int], object]

FOLD_BYTES = 3_000
"""Small, so that many kills fall into folds."""

CALLS = ("open", "write", "fsync", "ftruncate", "rename", "replace", "close", "mkdir", "unlink")
REAL: dict[str, Callable[..., object]] = {name: getattr(os, name) for name in CALLS}


def write_numbers(folder: Path, tell: Tell, *, until: int) -> None:
    """Write the same number to two tables in each transaction, and tell each that is done."""
    store = Store.open(folder)
    for number in range(last_number(store) + 1, until):
        put(store, event(title=str(number)), task(what=str(number)))
        tell(number)
    store.close()


def last_number(store: Store) -> int:
    """Return the number that a store is at; ValueError where its tables do not agree."""
    held, other = store.get(Event, "talk-22222"), store.get(Task, "register-22222")
    if (held and held.title) != (other and other.what):
        message = f"half a transaction: {held} {other}"
        raise ValueError(message)
    return int(held.title) if held else 0


def killed_writer(work: Callable[[Tell], None], wait_for: int | None) -> tuple[int, bool]:
    """Run a writer, kill it after so many edits; return what it told last and if it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(lambda number: REAL["write"](writing, b"%d\n" % number))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        lines = [told.readline() for _ in range(wait_for or 0)]
        if wait_for is not None:
            os.kill(child, signal.SIGKILL)
        lines += told.readlines()
    _, status = os.waitpid(child, 0)
    whole = [int(line) for line in lines if line.endswith(b"\n")]
    return max(whole, default=0), os.WIFEXITED(status)


def fault(folder: Path, acknowledged: int) -> str:
    """Return what is wrong with a folder after a kill, empty where nothing is."""
    numbers = []
    for is_writing in (False, True):
        try:
            store = Store.open(folder, writing=is_writing)
            numbers.append(last_number(store))
            if not is_writing:
                store.close()
            else:
                store._storage._lock.release()
        except (StoreError, ValueError) as error:
            return str(error)
    if numbers[0] != numbers[1]:
        return f"a reader sees {numbers[0]}, a writer {numbers[1]}"
    return f"lost {acknowledged}, has {numbers[0]}" if numbers[0] < acknowledged else ""


def kill_at_random(folder: Path, kills: int, seed: int) -> list[str]:
    """Kill as many writers of one folder, each after a random number of edits."""
    chance, last, faults = random.Random(seed), 0, []
    for _ in range(kills):
        told, _ended = killed_writer(
            lambda tell: write_numbers(folder, tell, until=10**9), chance.randrange(40)
        )
        last = max(last, told)
        faults += [found for found in [fault(folder, last)] if found]
    return [f"{kills} kills, {last} edits", *faults]


def kill_at_every_call(folder: Path) -> list[str]:
    """Kill a writer before its first system call, one before its second, and so to the end."""
    faults = []
    for number in count(1):
        shutil.rmtree(folder, ignore_errors=True)
        killed_writer(lambda tell: write_numbers(folder, tell, until=3), None)

        def work(tell: Tell, number: int = number) -> None:
            die_at_call(number)
            write_numbers(folder, tell, until=30)

        told, ended = killed_writer(work, None)
        faults += [f"call {number}: {found}" for found in [fault(folder, told)] if found]
        if ended:
            return [f"{number - 1} kills", *faults]
    raise AssertionError


def die_at_call(number: int) -> None:
    """Have this process killed at its system call of that number; a write is done by half."""
    left = iter(range(number - 1, -1, -1))

    def dying(name: str) -> Callable[..., object]:
        def call(*arguments: Any, **named: object) -> object:  # noqa: ANN401 - of any call
            if next(left) == 0:
                if name == "write":
                    REAL[name](arguments[0], arguments[1][: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return REAL[name](*arguments, **named)

        return call

    for name in CALLS:
        setattr(os, name, dying(name))


if __name__ == "__main__":
    storage.FOLD_BYTES = FOLD_BYTES
    way, place, *rest = sys.argv[1:]
    report = (
        kill_at_every_call(Path(place))
        if way == "calls"
        else kill_at_random(Path(place), int(rest[0]), int(rest[1]))
    )
    print("\n".join(report))
