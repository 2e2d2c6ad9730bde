"""What can be taken from elsewhere: out of the backups, and put aside."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from briefing.platform import make_private_folder, replace, sync_folder, write_whole
from briefing.store import backup, restore
from briefing.store.journal import Transaction
from briefing.store.mending import TableReader, versions

ASIDE = "aside"
"""Where what can't be read stands in a data folder, byte for byte."""

_HISTORY = re.compile(rf"{backup.DATA}/journal/\d+\.jsonl")


class Spares:
    """What the backups in a data folder still have, the newest first."""

    def __init__(self, data: Path) -> None:
        self._files = sorted(backup.all_in(data), key=lambda path: -path.stat().st_mtime)

    def table(self, name: str) -> Mapping[str, bytes]:
        """Return the records of the newest copy of a table."""
        reader = TableReader(name)
        reader.read(next(self._contents(re.compile(rf"{backup.DATA}/{name}\.jsonl")), ("", b""))[1])
        return reader.records

    def transaction(self, number: int) -> Transaction | None:
        """Return a change by its number."""
        return self._transactions.get(number)

    def source(self, sha256: str) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the bytes of each file that is kept of a source."""
        inside = re.compile(rf"{backup.DATA}/sources/{re.escape(sha256)}/[^/]+")
        for name, content in self._contents(inside):
            yield name.rpartition("/")[2], content

    def issued(self, note: str, number: int, name: str) -> Iterator[bytes]:
        """Yield the bytes of a file of an issued note."""
        inside = re.compile(re.escape(f"{backup.DATA}/notes/{note}/{number}/{name}"))
        return (content for _, content in self._contents(inside))

    @cached_property
    def _transactions(self) -> Mapping[int, Transaction]:
        found: dict[int, Transaction] = {}
        for _, content in self._contents(_HISTORY):
            for transaction in versions(content):
                found.setdefault(transaction.number, transaction)
        return found

    def _contents(self, wanted: re.Pattern[str]) -> Iterator[tuple[str, bytes]]:
        for path in self._files:
            with suppress(restore.UnreadableBackupError), restore.opened(path) as archive:
                for name in filter(wanted.fullmatch, restore.member_names(path, archive)):
                    yield name, archive.read(name)


def set_aside(data: Path, name: str, content: bytes) -> None:
    """Keep bytes that can't be read, under a name that nothing has yet."""
    write_whole(_unused(data, name), content)


def move_aside(data: Path, path: Path) -> None:
    """Keep a file that is not read any more, under a name that nothing has yet."""
    target = _unused(data, path.name)
    replace(path, target)
    sync_folder(target.parent)
    sync_folder(path.parent)


def _unused(data: Path, name: str) -> Path:
    folder = data / ASIDE
    make_private_folder(folder)
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{number} {name}"
    return path
