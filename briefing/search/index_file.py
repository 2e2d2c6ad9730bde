"""The file of an index: its tables, how it is written, and whether it is one that fits."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from briefing.search.codes import Codes

COLUMNS = ("title", "names", "rest", "marks")
"""What is held of the words of a record."""

_MADE_BY = "4"
"""Changed whenever what is indexed, or how, is other than before."""

_LOG_PAGES = 4_000
"""Pages of 4 kB that wait in the log before a commit brings them into the file proper."""

_GATHERED = 4 << 20
"""Bytes of words that FTS5 gathers before it writes them out."""


def signature(kinds: Sequence[str]) -> str:
    """Return what an index of some kinds of record says of itself, if it fits."""
    return f"{_MADE_BY} {' '.join(kinds)}"


def connect(path: Path | None) -> sqlite3.Connection:
    """Open a file to write in, made where it is not there; in memory where there is no path."""
    if path is not None:
        path.touch(mode=0o600)
    connection = sqlite3.connect(path or ":memory:", check_same_thread=False)
    # In this mode a crash or a power cut may lose the last changes but harms no file
    # (SQLite, "Write-Ahead Logging"); what is lost is put in again, by the CRC of its line.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    return connection


def made_by(connection: sqlite3.Connection) -> str:
    """Return the signature that a file has; empty where it has none."""
    with suppress(sqlite3.OperationalError), closing(connection.cursor()) as cursor:
        found = cursor.execute("SELECT value FROM about WHERE name = 'made by'").fetchone()
        return str(found[0]) if found else ""
    return ""


def create(connection: sqlite3.Connection, kinds: Sequence[str]) -> None:
    """Make the tables of some kinds of record where they are not there."""
    connection.execute("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value)")
    for name, value in (("made by", signature(kinds)), ("last", 0), ("dead", 0)):
        connection.execute("INSERT OR IGNORE INTO about VALUES (?, ?)", (name, value))
    Codes.create(connection)
    for kind in kinds:
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS {kind}_rows"
            " (row INTEGER PRIMARY KEY, last INTEGER, id TEXT UNIQUE, line INTEGER, text INTEGER)"
        )
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind}_words USING fts5"
            f"({', '.join(COLUMNS)}, content='', prefix='1 2 3 4 5 6 7 8',"
            " tokenize='ascii')"
        )
        connection.execute(
            f"INSERT INTO {kind}_words ({kind}_words, rank) VALUES ('hashsize', {_GATHERED})"  # noqa: S608
        )
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind}_terms USING fts5vocab({kind}_words, row)"
        )
    connection.commit()


def discard(path: Path) -> None:
    """Take the files of an index away, so that it is built anew."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
