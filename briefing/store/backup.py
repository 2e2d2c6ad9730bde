"""Backups: the whole desk in one file, as it was at one moment."""

import datetime as dt
import os
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePath

from briefing.config import FILE_NAME
from briefing.platform import (
    make_private_folder,
    open_new,
    replace,
    sync_file,
    sync_folder,
    write_all,
)
from briefing.store.errors import DamagedError, NotSavedError, StoreError
from briefing.store.fold import Folded, base_path, read_folded
from briefing.store.journal import segment_numbers, segment_path
from briefing.store.tables import is_table_name, table_paths

FOLDER = "backups"
"""Where the copies of a desk stand, in its data folder."""
DATA = "data"
"""What the data folder is called in a backup."""
DAILY_KEPT = 14
"""How many of the daily copies are kept."""

QUICK = 1
"""How hard zlib tries: a higher level takes thrice as long for a tenth less."""

_LEFT_OUT = (".cache", ".lock", FOLDER)
_DAILY = re.compile(r"\d{4}-\d{2}-\d{2}\.zip")
_CHUNK = 1 << 20


class NoBackupError(StoreError):
    """There is no backup of that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        there_are = ", ".join(known)
        hint = f"there are {there_are}" if there_are else "none has been made here yet"
        super().__init__(f"There is no backup {name!r}; {hint}.")


def write(data: Path, target: Path) -> None:
    """Write a data folder and the settings beside it to a zip file, whole or not at all.

    Somebody may go on working in the folder. NotSavedError where the disk refuses.
    """
    unfinished = target.with_name(f".{target.name}.new")
    try:
        make_private_folder(target.parent)
        while not _is_written(data, unfinished):
            pass
        replace(unfinished, target)
        sync_folder(target.parent)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise NotSavedError(target.parent, error) from error


def write_daily(data: Path, day: dt.date) -> Path | None:
    """Write the copy of a day and drop the oldest; None where the day has one already.

    NotSavedError where the disk refuses.
    """
    target = data / FOLDER / f"{day.isoformat()}.zip"
    if target.exists():
        return None
    write(data, target)
    daily = [path for path in all_in(data) if _DAILY.fullmatch(path.name)]
    for old in daily[:-DAILY_KEPT]:
        if old != target:
            old.unlink(missing_ok=True)
    return target


def all_in(data: Path) -> list[Path]:
    """Return the backups in a data folder, by name."""
    return sorted((data / FOLDER).glob("*.zip"))


def find(data: Path, name: str) -> Path:
    """Return the backup meant by a file's path or by a day; NoBackupError."""
    with suppress(OSError, ValueError):
        if Path(name).is_file():
            return Path(name)
    known = {path.stem: path for path in all_in(data)}
    if name not in known:
        raise NoBackupError(name, known)
    return known[name]


def is_half_written(inside: PurePath) -> bool:
    """Return whether a file of a data folder is one that was being written, or stands in one."""
    return any(part.startswith(".") and part.endswith(".new") for part in inside.parts)


@contextmanager
def zipped(target: Path) -> Iterator[zipfile.ZipFile]:
    """Write a zip file for its owner alone; on leaving it is on the disk."""
    descriptor = open_new(target)
    try:
        with zipfile.ZipFile(
            _Stream(descriptor),
            "w",
            zipfile.ZIP_DEFLATED,
            compresslevel=QUICK,
            strict_timestamps=False,
        ) as archive:
            yield archive
        sync_file(descriptor)
    finally:
        os.close(descriptor)


class _Stream:
    """A file as a zip is written to it, by the calls that all of the store writes with."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, content: bytes) -> int:
        write_all(self._descriptor, content)
        return len(content)

    def flush(self) -> None:
        """Nothing waits in memory."""

    def close(self) -> None:
        """Whoever opened the file closes it."""


def _is_written(data: Path, target: Path) -> bool:
    """Write one state of the store, then what stands beside it; False where it moved on.

    A table that is open stays what it was when another is put in its place, and a journal that
    goes on only adds to it. A source is kept before a record names it, so sources come last.
    """
    journal = data / "journal"
    with ExitStack() as stack, zipped(target) as archive:
        folded = _bytes(journal / "fold.json")
        tables = table_paths(data)
        steady = [data / "store.json", *tables.values(), *(base_path(journal, n) for n in tables)]
        files = {path: stack.enter_context(path.open("rb")) for path in steady if path.exists()}
        last = _last_folded(journal)
        segments = {number: segment_path(journal, number) for number in segment_numbers(journal)}
        if folded != _bytes(journal / "fold.json"):
            return False
        if folded is not None:
            archive.writestr(_member(data, journal / "fold.json"), folded)
        for number, path in segments.items():
            if not _is_added(archive, data, path) and number > last:
                return False
        for path, file in files.items():
            with archive.open(_member(data, path), "w", force_zip64=True) as member:
                shutil.copyfileobj(file, member, _CHUNK)
        if (settings := data.parent / FILE_NAME).is_file():
            archive.write(settings, FILE_NAME)
        for path in _others(data):
            _is_added(archive, data, path)
    return True


def _is_added(archive: zipfile.ZipFile, data: Path, path: Path) -> bool:
    """Add a file; False where it is gone meanwhile."""
    try:
        archive.write(path, _member(data, path))
    except FileNotFoundError:
        return False
    return True


def _last_folded(journal: Path) -> int:
    try:
        return read_folded(journal).segment
    except DamagedError:
        return Folded().segment


def _others(data: Path) -> Iterator[Path]:
    """Yield what is not of the state that was written already: a later one would mix in."""
    for path in sorted(data.rglob("*")):
        inside = path.relative_to(data)
        is_left_out = inside.parts[0] in _LEFT_OUT or is_half_written(inside)
        if path.is_file() and not is_left_out and not _is_of_the_store(inside):
            yield path


def _is_of_the_store(inside: Path) -> bool:
    if inside.parent.as_posix() in (".", "journal", "journal/base") and inside.suffix == ".jsonl":
        return is_table_name(inside.stem)
    return inside.as_posix() in ("store.json", "journal/fold.json")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _member(data: Path, path: Path) -> str:
    return Path(DATA, path.relative_to(data)).as_posix()
