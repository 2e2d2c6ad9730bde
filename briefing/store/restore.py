"""What a backup holds, taken out again."""

import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from briefing.config import FILE_NAME
from briefing.platform import (
    make_private_folder,
    open_new,
    replace,
    seal,
    sync_file,
    sync_folder,
    write_all,
)
from briefing.store.backup import DATA
from briefing.store.errors import NotSavedError, StoreError
from briefing.store.held import Tables
from briefing.store.storage import JournalStorage
from briefing.store.traces import FOLDER

_CHUNK = 1 << 20


class UnreadableBackupError(StoreError):
    """A file is no backup of a desk, or is damaged."""

    def __init__(self, backup: Path, what: str) -> None:
        super().__init__(f"{backup}: {what}.")


class OccupiedFolderError(StoreError):
    """A desk is to be made of a backup where records are already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is a data folder in {folder} already, so nothing was restored; "
            f"`briefing init {folder}` makes a desk of it."
        )


def unpack(backup: Path, folder: Path) -> None:
    """Write what a backup holds into a folder of its own, which is emptied first.

    UnreadableBackupError where it is none or can't be read, NotSavedError where the disk refuses.
    """
    try:
        shutil.rmtree(folder, ignore_errors=True)
        make_private_folder(folder)
        with opened(backup) as archive:
            for name in member_names(backup, archive):
                with archive.open(name) as content:
                    _copy(content, folder / name)
                if PurePosixPath(name).match(f"{DATA}/{FOLDER}/*/*/*"):
                    seal(folder / name)
        for written in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            sync_folder(written)
    except OSError as error:
        raise NotSavedError(folder, error) from error


def lines_of(unpacked: Path) -> Tables:
    """Return the records of a backup that was unpacked, as lines of this program's own version.

    What stands between a person and a store stands here too: DamagedError, NewerError.
    """
    storage = JournalStorage(unpacked / DATA)
    storage.close()
    return storage.tables


def put_back(unpacked: Path, data: Path) -> int:
    """Move kept sources and issued notes that a data folder lacks into it; return how many.

    NotSavedError where the disk refuses.
    """
    moved = 0
    try:
        for kept in ("sources/[!.]*", "notes/[!.]*/[!.]*"):
            for path in sorted((unpacked / DATA).glob(kept)):
                target = data / path.relative_to(unpacked / DATA)
                if not target.exists():
                    for above in (target.parents[1], target.parent):
                        make_private_folder(above)
                    replace(path, target)
                    sync_folder(target.parent)
                    moved += 1
    except OSError as error:
        raise NotSavedError(data, error) from error
    return moved


def found_from(backup: Path, workspace: Path) -> None:
    """Make the desk of a backup in a folder that has none, with its settings.

    OccupiedFolderError where records are in it, UnreadableBackupError, NotSavedError where the disk
    refuses.
    """
    if (workspace / DATA).exists():
        raise OccupiedFolderError(workspace)
    unpacked = workspace / ".restored.new"
    unpack(backup, unpacked)
    if not (unpacked / DATA).is_dir():
        raise UnreadableBackupError(backup, "this is no backup of a desk")
    try:
        replace(unpacked / DATA, workspace / DATA)
        settings = unpacked / FILE_NAME
        if not settings.exists():
            os.close(open_new(settings))
        replace(settings, workspace / FILE_NAME)
        sync_folder(workspace)
    except OSError as error:
        raise NotSavedError(workspace, error) from error
    shutil.rmtree(unpacked, ignore_errors=True)


@contextmanager
def opened(backup: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup; UnreadableBackupError where it is none, or when a part of it can't be read."""
    try:
        with zipfile.ZipFile(backup) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableBackupError(backup, f"this is no backup, or damaged ({error})") from error


def member_names(backup: Path, archive: zipfile.ZipFile) -> list[str]:
    """Return the files in a backup; UnreadableBackupError where one would leave its folder."""
    names = [name for name in archive.namelist() if not name.endswith("/")]
    for name in names:
        path = PurePosixPath(name)
        stays = not path.is_absolute() and ".." not in path.parts and "\\" not in name
        if not stays or (name != FILE_NAME and path.parts[0] != DATA):
            raise UnreadableBackupError(backup, f"{name!r} is no file of a desk")
    return names


def _copy(content: IO[bytes], path: Path) -> None:
    make_private_folder(path.parent)
    descriptor = open_new(path)
    try:
        while chunk := content.read(_CHUNK):
            write_all(descriptor, chunk)
        sync_file(descriptor)
    finally:
        os.close(descriptor)
