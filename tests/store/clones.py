"""Three people with a clone of one desk each: what they edit at random, and what they had seen."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from briefing.desk import git as desk_git
from briefing.model import Decision, DoubtKind, Event, Evidence, Speaker
from briefing.store import Change, Store
from briefing.store.creation import create
from briefing.store.records import encode
from briefing.store.tables import read_table, write_table
from tests.git import git
from tests.store.support import NOW, abandon, change

PEOPLE = ("Ida Example", "Bo Example", "Kai Example")
FIELDS = ("title", "venue", "language")


class Clone:
    """One person's desk: closed, open, or killed in the midst."""

    def __init__(self, folder: Path, person: str, origin: Path) -> None:
        git(folder.parent, "clone", "-q", str(origin), str(folder))
        self.folder, self.person = folder, person
        self.data = folder / "data"
        self.store: Store | None = None

    def opened(self) -> Store:
        if self.store is None:
            self.store = Store.open(self.data)
        return self.store

    def close(self) -> None:
        if self.store is not None:
            self.store.close()
            self.store = None

    def kill(self) -> None:
        if self.store is not None:
            abandon(self.store)
            self.store = None

    def sync(self) -> None:
        """Commit what the tables hold, take in what the others have, and give them ours."""
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "--allow-empty", "-m", f"by {self.person}")
        git(self.folder, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        git(self.folder, "push", "-q", "origin", "HEAD:main")


def clones(place: Path) -> list[Clone]:
    """Make three clones of an empty desk, each set up for git."""
    origin, first = place / "origin.git", place / "first"
    git(place, "init", "-q", "--bare", "-b", "main", str(origin))
    create(first / "data", [Event(id="talk-22222", title="A talk")])
    git(first, "init", "-q", "-b", "main")
    desk_git.set_up(first, first / "data")
    git(first, "add", "-A")
    git(first, "commit", "-q", "-m", "a desk")
    git(first, "push", "-q", str(origin), "main")
    made = [Clone(place / name.split()[0], name, origin) for name in PEOPLE]
    for clone in made:
        desk_git.set_up(clone.folder, clone.data)
    return made


class Ledger:
    """What was written, and what somebody replaced or removed who had it before their eyes."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.written: set[str] = set()
        self.replaced: set[str] = set()

    def word(self) -> str:
        """Return a text that stands nowhere else."""
        word = f"word{len(self.written):04d}"
        self.written.add(word)
        return word

    @property
    def wanted(self) -> set[str]:
        """What must still be found."""
        return self.written - self.replaced

    def edit(self, clone: Clone) -> None:
        """Change a record of a clone's open store, or add or remove one."""
        store = clone.opened()
        held = self._chance.choice([*store.all(Event)] or [None])
        if held is None or self._chance.random() < 0.1:
            title = self.word()
            change(store, Change(None, Event(id=f"{title}-22222", title=title)))
        elif self._chance.random() < 0.05:
            self.replaced.update(words(held))
            change(store, Change(held, None))
        else:
            change(store, Change(held, self.edited(held, clone.person)))

    def edit_file(self, clone: Clone) -> None:
        """Change a record in the table's file, as somebody with an editor does."""
        path = clone.data / "events.jsonl"
        lines = read_table(path).lines
        if lines:
            held = msgspec.json.decode(self._chance.choice([*lines.values()]), type=Event)
            write_table(path, {**lines, held.id: encode(self.edited(held, clone.person))})

    def edited(self, held: Event, person: str) -> Event:
        """Return a record as somebody changes it who looks at it."""
        ways: list[Callable[[Event, str], Event]] = [self._write] * 6
        ways += [self._decide, *[self._add] * 3, self._drop, *[self._role] * 3]
        return self._chance.choice(ways)(held, person)

    def _write(self, held: Event, person: str) -> Event:
        field = self._chance.choice(FIELDS)
        self.replaced.add(getattr(held, field))
        evidence = dict(held.evidence)
        if self._chance.random() < 0.5:
            self.replaced.update(offered(held, field))
            evidence[field] = _decided(Evidence(), person)
        return msgspec.structs.replace(held, **{field: self.word()}, evidence=evidence)

    def _decide(self, held: Event, person: str) -> Event:
        """Settle all that is in doubt, as it stands."""
        paths = list(in_doubt(held))
        for path in paths:
            self.replaced.update(offered(held, path))
        settled = {path: _decided(Evidence(), person) for path in paths}
        return msgspec.structs.replace(held, evidence={**held.evidence, **settled})

    def _add(self, held: Event, _: str) -> Event:
        if self._chance.random() < 0.5:
            return msgspec.structs.replace(held, topics=(*held.topics, self.word()))
        word = self.word()
        speaker = Speaker(key=word[-4:], name=word)
        return msgspec.structs.replace(held, speakers=(*held.speakers, speaker))

    def _drop(self, held: Event, _: str) -> Event:
        if held.topics:
            self.replaced.add(held.topics[-1])
            return msgspec.structs.replace(held, topics=held.topics[:-1])
        if held.speakers:
            *rest, last = held.speakers
            at = f"speakers/{last.key}"
            self.replaced.update((last.name, last.role))
            self.replaced.update(
                word for path in held.evidence_at(at) for word in offered(held, path)
            )
            kept = {p: e for p, e in held.evidence.items() if not p.startswith(at)}
            return msgspec.structs.replace(held, speakers=tuple(rest), evidence=kept)
        return held

    def _role(self, held: Event, _: str) -> Event:
        if not held.speakers:
            return held
        first, *rest = held.speakers
        self.replaced.add(first.role)
        first = msgspec.structs.replace(first, role=self.word())
        return msgspec.structs.replace(held, speakers=(first, *rest))


def in_doubt(record: Event) -> Iterator[str]:
    """Yield where versions of a record disagree."""
    for path, doubt in record.doubts:
        if doubt.kind is DoubtKind.VERSIONS_DISAGREE:
            yield path


def words(record: Event) -> Iterator[str]:
    """Yield all that a record says and offers."""
    yield from (getattr(record, field) for field in FIELDS)
    yield from record.topics
    yield from (word for speaker in record.speakers for word in (speaker.name, speaker.role))
    yield from (word for path in record.evidence for word in offered(record, path))


def offered(record: Event, path: str) -> Iterator[str]:
    """Yield the other readings of a value."""
    for alternative in record.evidence.get(path, Evidence()).alternatives:
        yield str(alternative.value)


def _decided(evidence: Evidence, person: str) -> Evidence:
    return msgspec.structs.replace(
        evidence, decision=Decision.EDITED, decided_by=person, decided_at=NOW
    )
