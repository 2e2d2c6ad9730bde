"""Keeping a desk safe: the copy of the day, and going back to one."""

import shutil
from pathlib import Path
from typing import NamedTuple

from briefing.desk.desk import Desk
from briefing.store import ReadOnlyError, backup, restore
from briefing.store.held import Tables


class Unpacked(NamedTuple):
    """A backup, read."""

    name: str
    tables: Tables
    """Its records, as lines of this program's own version."""
    files: int
    """How many kept sources and issued notes were put back beside them."""


def back_up(desk: Desk, target: Path | None = None) -> Path:
    """Write a backup to a file, else beside those of the days, and return where it is.

    NotSavedError where the disk refuses.
    """
    moment = desk.now.astimezone(desk.home)
    path = target or desk.data / backup.FOLDER / f"{moment:%Y-%m-%d-%H%M%S}.zip"
    backup.write(desk.data, path)
    return path


def back_up_day(desk: Desk) -> Path | None:
    """Write the copy of the calendar's day, whatever day the desk lives on; None where it is there.

    NotSavedError where the disk refuses. It may run in a thread while the desk is worked at.
    """
    return backup.write_daily(desk.data, desk.now.astimezone(desk.home).date())


def read_backup(desk: Desk, file: Path) -> Unpacked:
    """Read a backup and put back the sources and notes that are lost; those that are here stay.

    UnreadableBackupError, NewerError and the like where it can't be used. It may run in a thread.
    """
    if not desk.store.is_writing:
        raise ReadOnlyError(desk.data)
    folder = desk.data / ".cache" / "restored"
    try:
        restore.unpack(file, folder)
        tables = restore.lines_of(folder)
        return Unpacked(file.stem, tables, restore.put_back(folder, desk.data))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def go_back(desk: Desk, backup: Unpacked) -> int:
    """Make all records what they are in a backup, as one change; return how many were others."""
    return desk.store.restore(
        backup.tables, label=f"Restored {backup.name}", person=desk.person, at=desk.now
    )
