"""What a data folder knows of a record: its versions, everywhere, and what it rests on."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefing.arrange.links import citations, references
from briefing.model import Proposal, ProposalState, Record
from briefing.store import backup, issued, restore
from briefing.store.errors import StoreError
from briefing.store.records import KINDS, decode, document
from briefing.store.sources import TEXT_NAME
from briefing.store.storage import JournalStorage
from briefing.store.traces import (
    FACTS,
    FOLDER,
    Cleaning,
    Fields,
    Traces,
    lines_in,
    own_words,
    words_of,
)

_FEWEST_IN_LINE = 5
"""How many words a source's line has that nothing else would have by chance."""


class NeverHeldError(StoreError):
    """Nothing of that id stands anywhere in the folder."""

    def __init__(self, id: str) -> None:
        super().__init__(f"Nothing here is or was called {id!r}; nothing was forgotten.")


class SharedSourceError(StoreError):
    """A source is to be forgotten that other records rest on."""

    def __init__(self, id: str, others: Collection[str]) -> None:
        super().__init__(
            f"{id} is what {len(others)} other records rest on; "
            "--source forgets it all the same. Nothing was forgotten."
        )


class Memory(NamedTuple):
    """What is known of a record."""

    id: str
    is_source: bool
    sources: Mapping[str, tuple[str, ...]]
    """What it rests on, or is: each source with the other records that rest on it."""

    @property
    def shared(self) -> dict[str, tuple[str, ...]]:
        """The sources that other records rest on too."""
        return {id: others for id, others in self.sources.items() if others}


def recall(data: Path, id: str) -> Memory:
    """Return what a folder knows of a record that is held, or was once.

    NeverHeldError; DamagedError and the like where the folder can't be opened.
    """
    versions = list(_versions(data, Traces((id,))))
    if not versions:
        raise NeverHeldError(id)
    is_source = any(v.get("id") == id and v.get("type") == "source" for v in versions)
    sources = {id} if is_source else {s for v in versions for s in _sources_in(v)}
    others = _resting_on(data, sources, Cleaning(Traces((id,))))
    return Memory(id, is_source, {s: tuple(others.get(s, ())) for s in sorted(sources)})


def traces(data: Path, memory: Memory, *, with_shared: bool) -> Traces:
    """Return what goes with a record: itself and the sources that it alone rests on.

    `with_shared` takes the others too; without it SharedSourceError where it is one of those.
    """
    if memory.is_source and memory.shared and not with_shared:
        raise SharedSourceError(memory.id, memory.shared[memory.id])
    going = [id for id in memory.sources if with_shared or id not in memory.shared]
    ids = tuple(dict.fromkeys((memory.id, *going)))
    words: set[str] = set()
    digests: set[str] = set()
    folders: set[str] = set()
    for version in _versions(data, Traces(ids)):
        words.update(own_words(version))
        if version.get("type") == "note":
            folders.add(f"{FOLDER}/{version['id']}")
        if version.get("id") in going and version.get("sha256"):
            digests.add(version["sha256"])
    for digest in digests:
        words.update(_words_of_source(data / "sources" / digest / TEXT_NAME))
    return Traces(ids, tuple(sorted(digests)), tuple(sorted(words)), tuple(sorted(folders)))


def issued_from(data: Path, what: Traces) -> tuple[str, ...]:
    """Return the folders of issued notes that hold traces and do not go with them by themselves.

    In `Traces.folders` they go too: files, facts and all, and only their numbers stay.
    """
    holding = {
        inside.parent
        for inside, content in _files_of_lines(data)
        if inside.name == FACTS and what.are_in(content.decode(errors="replace"))
    }
    left = (f for f in holding if not any(f.is_relative_to(own) for own in what.folders))
    return tuple(sorted(folder.as_posix() for folder in left))


def _versions(data: Path, sought: Traces) -> Iterator[Fields]:
    """Yield every version of what is sought, in the tables, the history and the backups."""
    cleaning = Cleaning(sought)
    for inside, content in _files_of_lines(data):
        for place in lines_in(inside, content):
            if cleaning.is_trace(*place):
                with suppress(ValueError):
                    yield document(place.line)


def _files_of_lines(data: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    kept = (*data.glob("*.jsonl"), *data.glob("journal/**/*.jsonl"), *issued.facts_files(data))
    for path in sorted(kept):
        yield PurePosixPath(path.relative_to(data).as_posix()), path.read_bytes()
    for path in backup.all_in(data):
        with suppress(restore.UnreadableBackupError), restore.opened(path) as archive:
            for name in restore.member_names(path, archive):
                if name.endswith(".jsonl"):
                    yield PurePosixPath(name).relative_to(backup.DATA), archive.read(name)


def _sources_in(value: object) -> Iterator[str]:
    """Yield the source of every citation in a record, and the one that it was read from."""
    if isinstance(value, list):
        for item in value:
            yield from _sources_in(item)
    elif isinstance(value, dict):
        if isinstance(source := value.get("source"), str):
            yield source
        for inner in value.values():
            yield from _sources_in(inner)


def _resting_on(data: Path, sources: Collection[str], cleaning: Cleaning) -> dict[str, list[str]]:
    """Return for each source the records that rest on it now and are not to be forgotten."""
    resting: dict[str, list[str]] = defaultdict(list)
    storage = JournalStorage(data, writing=False)
    for table, lines in storage.tables.items():
        for id, line in lines.items():
            is_near = table in KINDS and any(source.encode() in line for source in sources)
            if not is_near or cleaning.is_trace(table, line):
                continue
            with suppress(ValueError):
                for source in _rests_on(decode(KINDS[table], line)).intersection(sources):
                    resting[source].append(id)
    return resting


def _rests_on(record: Record) -> set[str]:
    if isinstance(record, Proposal) and record.state is not ProposalState.WAITING:
        return set()
    return {*(citation.source for citation in citations(record)), *references(record)}


def _words_of_source(text: Path) -> Iterator[str]:
    with suppress(OSError):
        for line in text.read_text(encoding="utf-8", errors="replace").splitlines():
            words = words_of(line)
            if words.count(" ") + 1 >= _FEWEST_IN_LINE:
                yield words
