"""Looking a data folder over, whether or not it can be opened, and mending what is safe."""

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from briefing.errors import BriefingError, Problem
from briefing.platform import network_drive, write_whole
from briefing.store import backup, schema, soundness
from briefing.store.errors import DamagedError, LockedError, NotSavedError, UnusableFolderError
from briefing.store.finding import Finding
from briefing.store.fold import Folded, base_path, read_folded, write_folded
from briefing.store.forget import alone, forget, unfinished
from briefing.store.journal import segment_numbers, segment_path
from briefing.store.mending import TableReader, mended_history, mended_table, versions
from briefing.store.merge import merge_tables
from briefing.store.records import KINDS, decode
from briefing.store.spares import ASIDE, Spares, move_aside, set_aside
from briefing.store.storage import JournalStorage
from briefing.store.tables import Mark, stamp, table_paths, write_table

_ROTTEN = "the disk does not give back what was saved"
_COPY = re.compile(r"(\w+)\W.*\.jsonl")
"""What a sync folder calls the other one of two versions: "events (conflicted copy).jsonl",
"events-LAPTOP.jsonl", "events.sync-conflict-20310314-093000-ABCDEFG.jsonl"."""
_COPY_OF_HISTORY = re.compile(r"(?:\d{6,}|fold)\W(?!json).*")
_KNOWN = {
    *(".cache", ".gitattributes", ".gitignore", ".lock", ASIDE, backup.FOLDER, "faults.log"),
    *("journal", "notes", "sources", "starter", "state.json", "store.json"),
}


def check(data: Path, *, mend: bool = False) -> list[Finding]:
    """Return what is wrong in a data folder, and with `mend` what was done about it.

    Nothing is changed without `mend`. With it LockedError where somebody works in the folder, and
    NotSavedError where the disk refuses; NewerError where a newer program wrote it.
    """
    with suppress(DamagedError):
        schema.read_format(data)
    try:
        if not mend:
            found = [*_forgetting(data, mend=False), *_Files(data, mend=False).findings()]
            return [*found, *_records(data, found, mend=False)]
        found = list(_forgetting(data, mend=True))
        with alone(data):
            found += _Files(data, mend=True).findings()
        with suppress(BriefingError):
            JournalStorage(data).close()  # It takes in what was mended in the tables.
        with alone(data):
            return [*found, *_records(data, found, mend=True)]
    except OSError as error:
        raise NotSavedError(data, error) if mend else UnusableFolderError(data, error) from error


def _records(data: Path, found: Sequence[Finding], *, mend: bool) -> Iterator[Finding]:
    try:
        storage = JournalStorage(data, writing=False)
    except BriefingError as error:
        if not any(finding.is_left for finding in found):
            yield Finding(Problem(str(data), None, f"the records can't be looked at: {error}"))
    else:
        yield from soundness.findings(storage, mend=mend)


def _forgetting(data: Path, *, mend: bool) -> Iterator[Finding]:
    begun = unfinished(data)
    if begun is not None:
        problem = Problem(str(data), None, f"forgetting {begun.ids[0]} was cut short")
        if mend:
            forget(data, begun)
        yield Finding(problem, "done to the end" if mend else "")


class _Files:
    """One look at the files of a data folder; with `mend` nobody else writes there."""

    def __init__(self, data: Path, *, mend: bool) -> None:
        self._data = data
        self._journal = data / "journal"
        self._mend = mend
        self._spares = Spares(data)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong, the files that others are read by first."""
        yield from self._fold()
        yield from self._history()
        yield from self._tables()
        yield from self._format()
        yield from self._copies()
        yield from self._half_written()
        yield from self._others()
        if kind := network_drive(self._data):
            what = f"this is a network drive ({kind}), where two programs may write at once"
            yield Finding(Problem(str(self._data), None, what), is_wrong=False)

    def _found(self, path: Path, line: int | None, what: str, done: str) -> Finding:
        return Finding(Problem(str(path), line, what), done if self._mend else "")

    # The files by which the others are read --------------------------------------------------

    def _format(self) -> Iterator[Finding]:
        path = self._data / "store.json"
        if not path.exists():
            if self._mend:
                schema.write_format(self._data, schema.newest())
            yield self._found(path, None, "this file is missing", "made anew")
            return
        try:
            schema.read_format(self._data)
        except DamagedError:
            lines = ((n, p.read_bytes().split(b"\n")) for n, p in table_paths(self._data).items())
            is_of_today = all(_is_record(name, line) for name, found in lines for line in found)
            if self._mend and is_of_today:
                set_aside(self._data, path.name, path.read_bytes())
                schema.write_format(self._data, schema.newest())
            yield self._found(path, None, "it can't be read", "made anew" if is_of_today else "")

    def _fold(self) -> Iterator[Finding]:
        """Where it is not known what is in the tables, all history that is left is read again."""
        path = self._journal / "fold.json"
        try:
            read_folded(self._journal)
        except DamagedError:
            if self._mend:
                set_aside(self._data, path.name, path.read_bytes())
                for name, table in table_paths(self._data).items():
                    base = base_path(self._journal, name)
                    if not base.exists() or base.read_bytes() != table.read_bytes():
                        set_aside(self._data, table.name, table.read_bytes())
                write_folded(self._journal, self._before_all_history())
            yield self._found(path, None, "it can't be read", "made anew from the history")

    def _before_all_history(self) -> Folded:
        """Return that the tables, as they are, hold nothing of the history that is left.

        What they do hold of it is put in once more, which changes nothing.
        """
        marks = {name: _mark(path) for name, path in table_paths(self._data).items()}
        for number in segment_numbers(self._journal):
            for transaction in versions(segment_path(self._journal, number).read_bytes()):
                return Folded(number - 1, transaction.number - 1, marks)
        return Folded(tables=marks)

    # The history -----------------------------------------------------------------------------

    def _history(self) -> Iterator[Finding]:
        try:
            folded = read_folded(self._journal)
        except DamagedError:
            folded = self._before_all_history()
        last: int | None = None
        numbers = segment_numbers(self._journal)
        for number in numbers:
            path = segment_path(self._journal, number)
            content = path.read_bytes()
            if number > folded.segment and (last is None or last < folded.transactions):
                last = folded.transactions
            mended = mended_history(
                content, last, self._spares.transaction, is_newest=number == numbers[-1]
            )
            if self._mend and mended.damages:
                set_aside(self._data, path.name, b"".join(damage.raw for damage in mended.damages))
                write_whole(path, mended.content)
            for damage in mended.damages:
                yield self._found(path, damage.line, damage.what, damage.done)
            for transaction in versions(mended.content):
                last = transaction.number

    # The tables ------------------------------------------------------------------------------

    def _tables(self) -> Iterator[Finding]:
        for name, path in table_paths(self._data).items():
            yield from self._table(name, path)
        for name in sorted({*self._marks} - {*table_paths(self._data)}):
            path = self._data / f"{name}.jsonl"
            if not base_path(self._journal, name).exists():
                spare = self._spares.table(name)
                if self._mend and spare:
                    write_table(path, spare)
                done = "put back from a backup" if spare else ""
                yield self._found(path, None, "this file is missing", done)

    def _table(self, name: str, path: Path) -> Iterator[Finding]:
        content = path.read_bytes()
        if self._is_rotten(name, path, content):
            copy = base_path(self._journal, name)
            if copy.exists() and self._is_marked(name, copy.read_bytes()):
                if self._mend:
                    set_aside(self._data, path.name, content)
                    write_whole(path, copy.read_bytes())
                yield self._found(path, None, _ROTTEN, "put back as it was last saved")
                return
            yield self._found(path, None, _ROTTEN, "")
        base = self._base(name)
        mended = mended_table(name, content, base, partial(self._last_known, name, base))
        if self._mend and mended.damages:
            if raw := b"".join(damage.raw for damage in mended.damages):
                set_aside(self._data, path.name, raw)
            write_whole(path, mended.content)
        for damage in mended.damages:
            yield self._found(path, damage.line, damage.what, damage.done)

    def _last_known(
        self, name: str, base: Mapping[str, bytes], id: str
    ) -> tuple[bytes, str] | None:
        if id in base:
            return base[id], "it was last saved"
        spare = self._spares.table(name).get(id)
        return None if spare is None else (spare, "it stands in a backup")

    @cached_property
    def _marks(self) -> Mapping[str, tuple[object, str]]:
        """The stamp and the digest of each table as it was last saved."""
        try:
            folded = read_folded(self._journal)
        except DamagedError:
            return {}
        return {name: (mark.stamp, mark.sha256) for name, mark in folded.tables.items()}

    def _is_rotten(self, name: str, path: Path, content: bytes) -> bool:
        """Whether a file holds something else than was written, though nobody wrote it since."""
        saved_at = self._marks.get(name, (None, ""))[0]
        return saved_at == stamp(path) and not self._is_marked(name, content)

    def _is_marked(self, name: str, content: bytes) -> bool:
        return self._marks.get(name, (None, ""))[1] == hashlib.sha256(content).hexdigest()

    def _base(self, name: str) -> dict[str, bytes]:
        path = base_path(self._journal, name)
        reader = TableReader(name)
        reader.read(path.read_bytes() if path.exists() else b"")
        return reader.records

    # What stands beside them -----------------------------------------------------------------

    def _copies(self) -> Iterator[Finding]:
        for path in sorted(self._data.glob("*.jsonl")):
            table = _table_of_copy(path)
            if table is None:
                continue
            target = self._data / f"{table}.jsonl"
            ours, theirs = TableReader(table), TableReader(table)
            ours.read(target.read_bytes() if target.exists() else b"")
            theirs.read(path.read_bytes())
            if self._mend:
                # Nobody knows from which state it went its own way, so nothing is taken as removed.
                merged = merge_tables(table, {}, ours.records, theirs.records)
                if merged != ours.records:
                    write_table(target, merged)
                move_aside(self._data, path)
            done = f"put together with {target.name}, and set aside"
            yield self._found(path, None, "a sync folder made two versions of this table", done)

        for path in sorted(self._journal.glob("*")):
            if _COPY_OF_HISTORY.fullmatch(path.name):
                what = "two computers wrote here at once; what this one changed is not in the desk"
                yield Finding(Problem(str(path), None, what))

    def _half_written(self) -> Iterator[Finding]:
        if not self._mend and _is_in_use(self._data):
            return
        for path in sorted(self._data.rglob(".*.new")):
            if backup.is_half_written(path.parent.relative_to(self._data)):
                continue
            if self._mend and path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif self._mend:
                path.unlink(missing_ok=True)
            yield self._found(path, None, "a saving was cut short; nothing of it counts", "removed")

    def _others(self) -> Iterator[Finding]:
        tables = {f"{name}.jsonl" for name in {*KINDS, *self._marks}}
        for path in sorted(self._data.iterdir()) if self._data.is_dir() else ():
            is_temporary = backup.is_half_written(Path(path.name))
            if path.name in _KNOWN | tables or is_temporary or _table_of_copy(path):
                continue
            problem = Problem(
                str(path), None, "this is no file of the desk; it is left where it is"
            )
            yield Finding(problem, is_wrong=False)


def _mark(path: Path) -> Mark:
    found = path.stat()
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Mark(found.st_size, sha256, found.st_mtime_ns, found.st_ino)


def _table_of_copy(path: Path) -> str | None:
    """Return the table that a sync folder kept another version of."""
    found = _COPY.fullmatch(path.name)
    return found[1] if found and found[1] in KINDS else None


def _is_in_use(data: Path) -> bool:
    if not (data / ".lock").exists():
        return False
    try:
        with alone(data):
            return False
    except LockedError:
        return True


def _is_record(table: str, line: bytes) -> bool:
    if not line.strip() or table not in KINDS:
        return True
    try:
        decode(KINDS[table], line.strip())
    except ValueError:
        return False
    return True
