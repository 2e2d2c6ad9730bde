"""Lives of a process that has a store open, each of them for a crash to end."""

import random
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from briefing.store import Store, fold, schema
from tests.store.work import Tell, edit, edit_outside, take_steps, told_by

Life = Callable[[Path, Tell], None]

SMALL_SLICE = 300
"""Bytes, so that a fold beside edits is made of many slices."""
MOST_STEPS = 20


def folding(folder: Path, tell: Tell) -> None:
    """Edit, and fold every few edits."""
    store = Store.open(folder)
    for number in range(18):
        edit(store, tell)
        if number % 5 == 4:
            store.fold()
    store.close()


def folding_beside(folder: Path, tell: Tell) -> None:
    """Edit on while folds run in a thread of their own; close while the last one runs."""
    fold.SLICE_BYTES = SMALL_SLICE
    store = Store.open(folder)
    for number in range(16):
        edit(store, tell)
        run = store.begin_fold() if number % 5 == 0 else None
        if run:
            Thread(target=run, daemon=True).start()
    store.close()


def saving_beside(folder: Path, tell: Tell) -> None:
    """Edit on while a thread waits for the disk and another folds: done is what it has by then."""
    fold.SLICE_BYTES = SMALL_SLICE
    store = Store.open(folder)
    store.save_beside()
    saving = Thread()

    def save(number: int) -> None:
        store.save()
        tell("done", number)

    for number in range(16):
        edit(store, lambda what, number: what == "done" or tell(what, number))
        if not saving.is_alive():
            saving = Thread(target=save, args=[told_by(store).ours], daemon=True)
            saving.start()
        run = store.begin_fold() if number % 3 == 0 else None
        if run:
            Thread(target=run, daemon=True).start()
    store.close()


def merging(folder: Path, tell: Tell) -> None:
    """Edit while others change the tables' files: before the opening, in between, and after."""
    edit_outside(folder, tell)
    store = Store.open(folder)
    for number in range(12):
        edit(store, tell)
        if number % 4 == 1:
            store.fold()
        if number % 4 == 3:
            edit_outside(folder, tell)
            store.refresh()
    edit_outside(folder, tell)
    edit(store, tell)
    store.close()


def upgrading(folder: Path, tell: Tell) -> None:
    """Open with a program whose schema is a step further, where there is anything, and edit.

    Steps that were cut short are first ended by the program that began them.
    """
    steps = len(schema.STEPS) + 1
    if _is_at_rest(folder) and steps <= MOST_STEPS:
        tell("trying steps", steps)
        take_steps(steps)
        store = Store.open(folder)
        tell("done steps", steps)
    else:
        store = Store.open(folder)
    edit(store, tell)
    store.close()


def _is_at_rest(folder: Path) -> bool:
    is_store = (folder / "store.json").exists()
    return is_store and schema.read_format(folder).schema == schema.newest()


LIVES: dict[str, Life] = {
    "folds": folding,
    "folds beside edits": folding_beside,
    "saves beside edits": saving_beside,
    "merges": merging,
    "schema steps": upgrading,
}


def left_open(folder: Path, tell: Tell) -> None:
    """Edit, and end without closing."""
    store = Store.open(folder)
    for number in range(7):
        edit(store, tell)
        if number == 3:
            store.fold()


def endless(folder: Path, tell: Tell, *, chance: random.Random) -> None:
    """Live one life after the other."""
    while True:
        chance.choice(list(LIVES.values()))(folder, tell)
