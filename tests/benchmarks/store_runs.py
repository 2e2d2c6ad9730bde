"""One measured run of a store in a process of its own: `store_runs.py WHAT STORE FOLDER`.

WHAT is `open`, `memory`, `edit` or `put`; STORE is `ours` or `stock`, which is TinyDB as it comes.
Prints seconds, or for memory megabytes. The clock starts when all is imported.
"""

import datetime as dt
import itertools
import re
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import msgspec
from tinydb import TinyDB

from briefing.model import Event, Record
from briefing.store import Change, Store
from tests.benchmarks import synthetic

EDITS = 25
MANY = 10_000
NOW = dt.datetime(2031, 3, 14, 9, 30, tzinfo=dt.UTC)


def open_ours(folder: Path) -> float:
    """Open a store with its look-ups and read one record."""
    begun = perf_counter()
    store = Store.open(folder)
    first = store.ids(Event)[0]
    assert store.get(Event, first)
    store.lookups.named_by(first)
    return perf_counter() - begun


def open_stock(folder: Path) -> float:
    """Open TinyDB and read one document; it has no look-ups."""
    begun = perf_counter()
    assert TinyDB(folder / "stock.json").table("events").get(doc_id=1)
    return perf_counter() - begun


def memory_ours(folder: Path) -> float:
    """Return how many megabytes opening a store with its look-ups takes at the most. Linux only."""
    before = most_memory()
    open_ours(folder)
    return most_memory() - before


def most_memory() -> float:
    """Return the most memory that this process has had, in megabytes.

    What getrusage tells begins with the process that started this one (Linux, getrusage(2)).
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]


def edit_ours(folder: Path) -> float:
    """Return the median of some durable edits, each of another record."""
    with Store.open(folder) as store:
        store.lookups.dated()
        ids = store.ids(Event)[:: max(1, store.count(Event) // EDITS)][:EDITS]
        held = [record for id in ids if (record := store.get(Event, id))]
        return median(edited(store, record) for record in held)


def edited(store: Store, record: Event) -> float:
    """Give an event another title."""
    after = msgspec.structs.replace(record, title=f"{record.title} again")
    begun = perf_counter()
    store.commit([Change(record, after)], label="edit", person="Ida", at=NOW)
    return perf_counter() - begun


def edit_stock(folder: Path) -> float:
    """Return the median of a few edits of TinyDB's."""
    events = TinyDB(folder / "stock.json").table("events")
    return median(timed(lambda: events.update({"title": "again"}, doc_ids=[1])) for _ in range(3))


def put_ours(folder: Path) -> float:
    """Put many new records into a store in one transaction."""
    records = list(new_records())
    with Store.open(folder) as store:
        store.lookups.dated()
        begun = perf_counter()
        store.commit([Change(None, r) for r in records], label="put", person="Ida", at=NOW)
        return perf_counter() - begun


def put_stock(folder: Path) -> float:
    """Insert as many documents into TinyDB."""
    documents = [msgspec.to_builtins(record) for record in new_records()]
    events = TinyDB(folder / "stock.json").table("events")
    return timed(lambda: events.insert_multiple(documents))


def new_records() -> list[Record]:
    """Return records that the store has not."""
    made = (r for r in synthetic.records(MANY * 5, seed=99) if isinstance(r, Event))
    some = enumerate(itertools.islice(made, MANY))
    return [msgspec.structs.replace(record, id=f"new-{number}") for number, record in some]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def make(folder: Path, count: int) -> None:
    """Make both stores with as many records; ours is folded and its look-ups are saved."""
    tables = synthetic.lines(count)
    synthetic.write(folder / "ours", tables)
    with Store.open(folder / "ours") as store:
        store.lookups.dated()
    (folder / "stock").mkdir()
    stock: dict[str, dict[str, Any]] = {
        name: {str(n): msgspec.json.decode(line) for n, line in enumerate(lines.values(), 1)}
        for name, lines in tables.items()
    }
    database = TinyDB(folder / "stock" / "stock.json")
    database.storage.write(stock)
    database.close()


if __name__ == "__main__":
    print(globals()[f"{sys.argv[1]}_{sys.argv[2]}"](Path(sys.argv[3])))
