"""What the crash tests have a store do, and what it must hold afterwards."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, cast
from zipfile import ZipFile

import msgspec

from briefing.model import Event, Record, Task
from briefing.platform import write_whole
from briefing.store import Change, Store, schema
from tests.store.support import abandon, change

KEPT = 5
"""How many records the work leaves behind it before it removes the oldest."""
SOURCE_EVERY = 7
MOST_SOURCES = 10
"""How many of the sources kept last are looked at."""


class BrokenError(Exception):
    """A store does not hold what it should; the first word says which promise is broken."""


STEPPED = {"events": "language", "tasks": "who"}
"""The field of each table that every step makes longer."""

Tell = Callable[[str, int], object]
"""Is told "trying" and then "done" with an edit's number; so for one made outside, for steps."""


class Held(NamedTuple):
    """How far a store is: all that it may hold follows from these, and from the schema's steps."""

    ours: int
    """The number of the last edit made through the store."""
    theirs: int = 0
    """The number of the last edit made outside."""


class Marks:
    """What was told of edits: how far a store must be, and how far it may be."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def take(self, message: object) -> None:
        """Take in one message of a `Tell`: what, and a number."""
        what, number = cast("tuple[str, int]", message)
        self._last[what] = max(number, self._last[what])

    @property
    def acknowledged(self) -> Held:
        """What may not be lost any more."""
        return Held(self._last["done"], self._last["done outside"])

    @property
    def steps(self) -> int:
        """How many steps the newest program knew that was tried."""
        return self._last["trying steps"]

    @property
    def steps_taken(self) -> int:
        """How many steps were told to be taken."""
        return self._last["done steps"]

    @property
    def tried(self) -> Held:
        """What nothing may go beyond."""
        return Held(self._last["trying"], self._last["trying outside"])


# The work ---------------------------------------------------------------------------------------


def edit(store: Store, tell: Tell) -> None:
    """Make one transaction over two tables; every few of them keep a source before it.

    What the store shows before counts as done: what a person has seen may not be lost either.
    """
    held = told_by(store)
    number = held.ours + 1
    tell("done", held.ours)
    tell("done outside", held.theirs)
    tell("trying", number)
    if number % SOURCE_EVERY == 0:
        raw = source(number)
        store.keep_source(hashlib.sha256(raw).hexdigest(), "note.txt", raw, raw.decode())
    before, after = records(held), records(held._replace(ours=number))
    keys = sorted({*before, *after})
    changes = [Change(before.get(key), after.get(key)) for key in keys]
    change(store, *[c for c in changes if c.before != c.after])
    tell("done", number)


def edit_outside(folder: Path, tell: Tell) -> None:
    """Change two records of a table's file as an editor does, one of them also the store's own.

    Not while steps are half taken: nothing tells then which schema a line is of. Not while a change
    from outside is half taken in either: another one of the same words is then a clash with it.
    """
    path = folder / "events.jsonl"
    lines = path.read_bytes().splitlines() if path.exists() else []
    fields = {found["id"]: found for found in map(msgspec.json.decode, lines)}
    if "talk-22222" not in fields:
        return
    stepped = {"language": fields["talk-22222"].get("language", "")}
    if len(stepped["language"]) != schema.read_format(folder).schema - 1:
        return
    venue = fields["talk-22222"].get("venue", "")
    if venue and _is_half_taken_in(folder, venue):
        return
    number = int(venue or 0) + 1
    fields["talk-22222"]["venue"] = str(number)
    fields["theirs-22222"] = {"id": "theirs-22222", "title": str(number), **stepped}
    tell("trying outside", number)
    write_whole(path, b"".join(msgspec.json.encode(fields[id]) + b"\n" for id in sorted(fields)))
    tell("done outside", number)


def _is_half_taken_in(folder: Path, venue: str) -> bool:
    journal = folder / "journal"
    segments = [path.read_bytes() for path in journal.glob("0*.jsonl")]
    folded, copy = journal / "fold.json", journal / "base" / "events.jsonl"
    if folded.exists() and b'"next"' in folded.read_bytes():
        return any(b'"outside":true' in segment for segment in segments)
    written = f'"venue":"{venue}"'.encode()
    is_copied = copy.exists() and written in copy.read_bytes()
    return not is_copied and any(written in segment for segment in segments)


def take_steps(number: int) -> None:
    """Have this process be a program of so many steps: each changes every record, and once more
    if it is taken twice."""
    schema.STEPS = (_step,) * number


def _step(table: str, fields: schema.Fields) -> schema.Fields:
    name = STEPPED[table]
    return {**fields, name: fields.get(name, "") + "x"}


def source(number: int) -> bytes:
    """Return the source that an edit keeps."""
    return b"Announcement %d\n" % number


# What must be held ------------------------------------------------------------------------------


def records(held: Held) -> dict[tuple[str, str], Record]:
    """Return every record of a store that is so far, by its kind and id."""
    if not held.ours:
        return {}
    first = max(1, held.ours - KEPT + 1)
    stepped = "x" * len(schema.STEPS)
    titles = {f"step-{n:05d}": "x" * (n * 37 % 400 + 1) for n in range(first, held.ours + 1)}
    if held.theirs:
        titles["theirs-22222"] = str(held.theirs)
    venue = str(held.theirs or "")
    found: list[Record] = [
        Event(id="talk-22222", title=str(held.ours), venue=venue, language=stepped),
        Task(id="register-22222", what=str(held.ours), who=stepped),
        *[Event(id=id, title=title, language=stepped) for id, title in titles.items()],
    ]
    return {(type(record).__name__, record.id): record for record in found}


def told_by(store: Store) -> Held:
    """Return how far a store says it is."""
    talk = store.get(Event, "talk-22222")
    return Held(int(talk.title), int(talk.venue or 0)) if talk else Held(0)


def held_by(store: Store) -> Held:
    """Return how far a store is; BrokenError where it holds anything else than it then should."""
    held = told_by(store)
    found = {(type(r).__name__, r.id): r for kind in (Event, Task) for r in store.all(kind)}
    expected = records(held)
    if found != expected:
        differences = (
            f"{id}: {_differing(found.get((kind, id)), expected.get((kind, id)))}"
            for kind, id in sorted({*found, *expected})
        )
        message = (
            f"half: at {held}, but {'; '.join(d for d in differences if not d.endswith(': '))}"
        )
        raise BrokenError(message)
    for number in range(SOURCE_EVERY, held.ours + 1, SOURCE_EVERY)[-MOST_SOURCES:]:
        raw = source(number)
        digest = hashlib.sha256(raw).hexdigest()
        if (raw, raw.decode()) != (store.source_bytes(digest), store.source_text(digest)):
            message = f"lost: source {number} is not what was kept"
            raise BrokenError(message)
    return held


def _differing(found: Record | None, expected: Record | None) -> str:
    if found is None or expected is None:
        return "" if found is expected else f"{found and 'there'} for {expected and 'there'}"
    fields = (
        (name, getattr(found, name), getattr(expected, name)) for name in found.__struct_fields__
    )
    return ", ".join(f"{name} {one!r} for {other!r}" for name, one, other in fields if one != other)


def fault(folder: Path, marks: Marks, *, goes_on: bool = False) -> str:
    """Return what is wrong with a folder after a crash, empty where nothing is.

    The first word says which promise is broken: "unreadable", "half", "lost" or "invented".
    With `goes_on` its history is looked at too, and the store edited, closed and looked at again.
    """
    take_steps(marks.steps)
    try:
        held = [_read_along(folder), *_opened(folder, goes_on=goes_on)]
        _look_at_backup(folder, marks.steps_taken)
    except BrokenError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - whatever a store raises here, it can't be read
        return f"unreadable: {error!r}"
    reader, writer, *later = held
    if reader != writer:
        return f"half: a reader sees {reader}, a writer {writer}"
    if later and later != [writer._replace(ours=writer.ours + 1)] * 2:
        return f"lost: was at {writer}, went on to {later}"
    if any(now < then for now, then in zip(writer, marks.acknowledged, strict=True)):
        return f"lost: was told {marks.acknowledged}, holds {writer}"
    if any(now > then for now, then in zip(writer, marks.tried, strict=True)):
        return f"invented: was asked for {marks.tried}, holds {writer}"
    return ""


def _read_along(folder: Path) -> Held:
    if not folder.exists():
        return Held(0)
    store = Store.open(folder, writing=False)
    try:
        return held_by(store)
    finally:
        store.close()


def _opened(folder: Path, *, goes_on: bool) -> Iterator[Held]:
    store = Store.open(folder)
    try:
        yield held_by(store)
        if goes_on:
            _look_at_history(store)
            edit(store, lambda _what, _number: None)
            yield held_by(store)
            store.close()
            yield _read_along(folder)
    finally:
        if goes_on:
            store.close()
        else:
            abandon(store)


def _look_at_history(store: Store) -> None:
    edits = sum(entry.label == "edit" for entry in store.history())
    if edits != told_by(store).ours:
        message = f"lost: {edits} edits can be undone of {told_by(store).ours}"
        raise BrokenError(message)


def _look_at_backup(folder: Path, steps: int) -> None:
    if not steps:
        return
    with ZipFile(folder / "backups" / f"before-schema-{1 + steps}.zip") as backup:
        damaged = backup.testzip()
    if damaged:
        message = f"lost: {damaged} is damaged in {backup.filename}"
        raise BrokenError(message)
