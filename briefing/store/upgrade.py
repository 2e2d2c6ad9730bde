"""Bringing the records of a data folder to the fields of today, also where that was cut short."""

from collections.abc import Collection
from pathlib import Path

import msgspec

from briefing.store import schema
from briefing.store.fold import Folded
from briefing.store.found import Found
from briefing.store.held import Tables


def tables_done(written: int, found: Found) -> frozenset[str]:
    """Return the tables that an upgrade from a schema left as they will be, before it was cut."""
    if all(step.schema != written for step in found.folded.upgrades):
        return frozenset()
    marks = found.folded.next
    return frozenset(
        name for name, file in found.files.items() if name in marks and file.mark == marks[name]
    )


def without_cut_short(folded: Folded, written: int) -> Folded:
    """Return what is folded without an upgrade that was cut short before it had done any table.

    It would vouch for what is written in the old schema now.
    """
    taken = tuple(step for step in folded.upgrades if step.schema < written)
    return msgspec.structs.replace(folded, upgrades=taken)


def back_up(folder: Path) -> None:
    """Make a backup that the records' old fields are in."""
    from briefing.store import backup

    backup.write(folder, folder / "backups" / f"before-schema-{schema.newest()}.zip")


def upgraded(tables: Tables, written: int, done: Collection[str]) -> Tables:
    """Return tables as the newest schema has them; those that are done are not upgraded twice."""
    return {
        name: lines if name in done else schema.upgraded_table(name, lines, written)
        for name, lines in tables.items()
    }
