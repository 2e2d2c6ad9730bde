"""Keeping a desk safe: the copy of the day, and going back to one."""

import shutil
from pathlib import Path
from typing import NamedTuple

from briefing.desk.desk import Desk
from briefing.store import backup, restore


class Restored(NamedTuple):
    """What going back to a backup came to."""

    records: int
    """How many records are others than before."""
    files: int
    """How many kept sources and issued notes were put back."""


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


def restore_from(desk: Desk, file: Path) -> Restored:
    """Make the records what they were in a backup, as one change, and put lost sources back.

    What was kept since stays beside them. UnreadableBackupError, NewerError and the like where the
    backup can't be used; nothing is changed then.
    """
    unpacked = desk.data / ".cache" / "restored"
    try:
        restore.unpack(file, unpacked)
        tables = restore.lines_of(unpacked)
        files = restore.put_back(unpacked, desk.data)
        records = desk.store.restore(
            tables, label=f"Restored {file.stem}", person=desk.person, at=desk.now
        )
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    return Restored(records, files)
