"""Whether records, their sources, issued notes and look-ups agree with each other."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from briefing.arrange.links import citations, references
from briefing.errors import Problem
from briefing.model import Citation, Note, Proposal, ProposalState, R, Record, Source, table_name
from briefing.platform import make_private_folder, write_whole
from briefing.store import issued
from briefing.store.finding import Finding
from briefing.store.lookups import Lookups
from briefing.store.records import KINDS, decode, whole
from briefing.store.sources import TEXT_NAME
from briefing.store.spares import Spares, move_aside
from briefing.store.storage import JournalStorage


def findings(storage: JournalStorage, *, mend: bool) -> Iterator[Finding]:
    """Yield what is wrong with the records of a store and with the files that it keeps."""
    held = _Held(storage)
    for source in held.sources.values():
        if source.is_held:
            yield from _kept(storage.folder, source, mend=mend)
    yield from issued.findings(storage.folder, _readable(storage, Note), mend=mend)
    for table, kind in KINDS.items():
        for id, line in storage.tables.get(table, {}).items():
            try:
                record = decode(kind, line)
            except ValueError as error:
                yield held.wrong(table, line, f"{id}: {error}")
                continue
            for what in held.wrong_in(record):
                yield held.wrong(table, line, f"{id}: {what}")
    yield from _out_of_step(storage, mend=mend)


class _Held:
    """What records may name, and where they stand."""

    def __init__(self, storage: JournalStorage) -> None:
        self._folder = storage.folder
        self._ids = {id for lines in storage.tables.values() for id in lines}
        self.sources = {s.id: s for s in _readable(storage, Source)}
        for proposal in _readable(storage, Proposal):
            if proposal.state is ProposalState.WAITING:
                self._ids.add(proposal.draft.id)
        self._text_of = cache(self._text)
        self._numbers_of = cache(self._numbers)

    def wrong(self, table: str, line: bytes, what: str) -> Finding:
        """Return what is wrong with a record, with the place where it stands, if it does yet."""
        path = self._folder / f"{table}.jsonl"
        return Finding(Problem(str(path), self._numbers_of(path).get(line), what))

    def wrong_in(self, record: Record) -> Iterator[str]:
        """Yield what is wrong in a record, each in a sentence."""
        named = () if isinstance(record, Note) else references(record)
        for id in dict.fromkeys(named):
            if id not in self._ids:
                yield f"it names {id!r}, which is not held"
        cited = list(citations(record))
        if isinstance(record, Proposal):
            cited += citations(record.draft)
        for citation in cited:
            if citation.source not in self._ids:
                yield f"it cites {citation.source!r}, which is not held"
            elif not self._has_words(citation):
                yield f"the words “{citation.words}” are not where it cites them"

    def _has_words(self, citation: Citation) -> bool:
        text = self._text_of(citation.source)
        if text is None or citation.start is None or not citation.words:
            return True
        return text[citation.start : citation.end] == whole(citation.words)

    def _text(self, id: str) -> str | None:
        source = self.sources.get(id)
        if source is None or not source.is_held:
            return None
        try:
            return (self._folder / "sources" / source.sha256 / TEXT_NAME).read_bytes().decode()
        except (OSError, ValueError):
            return None

    def _numbers(self, path: Path) -> dict[bytes, int]:
        lines = path.read_bytes().split(b"\n") if path.exists() else []
        return {line.strip(): number for number, line in enumerate(lines, start=1)}


def _kept(data: Path, source: Source, *, mend: bool) -> Iterator[Finding]:
    """Yield what is wrong with the files that are kept of a source."""
    folder = data / "sources" / source.sha256
    files = sorted(path for path in folder.glob("*") if path.is_file())
    wanted = ((source.sha256, False, "document"), (source.text_sha256, True, "text as read"))
    for digest, is_text, what in wanted:
        paths = [path for path in files if (path.name == TEXT_NAME) == is_text]
        if not digest or any(_digest(path.read_bytes()) == digest for path in paths):
            continue
        kept = Spares(data).source(source.sha256) if mend else ()
        same = (f for f in kept if (f[0] == TEXT_NAME) == is_text and _digest(f[1]) == digest)
        spare = next(same, None)
        if spare is not None:
            for path in paths:
                move_aside(data, path)
            make_private_folder(folder)
            write_whole(folder / spare[0], spare[1])
        state = "is not what it was" if paths else "is missing"
        problem = Problem(
            str(paths[0] if paths else folder), None, f"{source.id}: its {what} {state}"
        )
        yield Finding(problem, "put back from a backup" if spare else "")


def _out_of_step(storage: JournalStorage, *, mend: bool) -> Iterator[Finding]:
    """Yield whether the look-ups that are kept say something else than the records."""
    path = storage.folder / ".cache" / "lookups.bin"
    if not path.exists():
        return
    state = (storage.tables, storage.ids, storage.at_fold)
    kept = Lookups.open(path, storage.fold_key, *state)
    anew = Lookups.open(path, "", *state)
    ids = (id for table in KINDS for id in storage.tables.get(table, ()))
    is_in_step = list(kept.dated()) == list(anew.dated()) and all(
        kept.names(id) == anew.names(id) and kept.named_by(id) == anew.named_by(id) for id in ids
    )
    if not is_in_step:
        if mend:
            path.unlink(missing_ok=True)
        problem = Problem(str(path), None, "what is kept to find things quickly is out of date")
        yield Finding(problem, "made anew at the next opening" if mend else "")


def _readable(storage: JournalStorage, kind: type[R]) -> Iterator[R]:
    for line in storage.tables.get(table_name(kind), {}).values():
        with suppress(ValueError):
            yield decode(kind, line)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
