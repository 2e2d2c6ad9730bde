"""What the tests of the store share: a day, a person, short ways to make and commit records."""

import datetime as dt
from pathlib import Path

from briefing.model import Event, Record, Task
from briefing.store import Change, Store

NOW = dt.datetime(2031, 3, 14, 9, 30, tzinfo=dt.UTC)
PERSON = "Ida Example"


def event(id: str = "talk-22222", title: str = "A talk") -> Event:
    return Event(id=id, title=title)


def task(id: str = "register-22222", what: str = "Register") -> Task:
    return Task(id=id, what=what)


def put(store: Store, *records: Record, label: str = "put in") -> None:
    """Put records in place of whatever has their ids."""
    change(store, *[Change(store.get(type(r), r.id), r) for r in records], label=label)


def change(store: Store, *changes: Change, label: str = "edit") -> None:
    store.commit(changes, label=label, person=PERSON, at=NOW)


def undo(store: Store) -> str:
    return store.undo(person=PERSON, at=NOW)


def redo(store: Store) -> str:
    return store.redo(person=PERSON, at=NOW)


def journal_lines(folder: Path) -> list[bytes]:
    """Every line of the journal, the oldest first."""
    paths = sorted((folder / "journal").glob("*.jsonl"))
    return [line for path in paths for line in path.read_bytes().splitlines(keepends=True)]


def abandon(store: Store) -> None:
    """Let go of a store as a killed process does: nothing is folded."""
    storage = store._storage
    storage._journal.close()
    storage._lock.release()
    storage._is_open = False
