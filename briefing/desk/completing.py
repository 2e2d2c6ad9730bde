"""Ids that a person may be typing, for the shell: nobody waits for a large desk to be opened."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from briefing.desk.desk import DATA_FOLDER
from briefing.desk.find import title_of
from briefing.desk.index import TABLES
from briefing.errors import BriefingError
from briefing.model import Proposal, ProposalState, Record
from briefing.search.index import Index
from briefing.store import Store
from briefing.text import fold

MOST = 40
"""So many are offered at once."""

_SMALL = 1_500_000
"""Bytes of a store that is opened within some 50 ms; of a larger one the index is asked."""


class Meant(NamedTuple):
    """A record that may be meant."""

    id: str
    title: str = ""
    """Empty where it is not known without opening the store."""


def meant(folder: Path, kinds: Sequence[type[Record]], typed: str) -> list[Meant]:
    """Return the records of some kinds whose id begins as typed, or whose title holds the words.

    Of a large desk only ids, as the last search knew them. Nothing where there is no desk.
    """
    data = folder / DATA_FOLDER
    found: list[Meant] = []
    with suppress(BriefingError, OSError, sqlite3.Error):
        if _size(data) <= _SMALL:
            found = list(_in_store(data, kinds, typed))
        else:
            found = list(_in_index(data, kinds, typed))
    return sorted(found, key=lambda one: (not one.id.startswith(typed), one.id))[:MOST]


def _size(data: Path) -> int:
    files = (*data.glob("*.jsonl"), *data.glob("journal/*"))
    return sum(file.stat().st_size for file in files)


def _in_store(data: Path, kinds: Sequence[type[Record]], typed: str) -> Iterator[Meant]:
    words = fold(typed).split()
    with closing(Store.open(data, writing=False)) as store:
        for kind in kinds:
            for record in store.all(kind):
                title = title_of(record)
                holds = record.id.startswith(typed) or all(word in fold(title) for word in words)
                if holds and not _is_decided(record):
                    yield Meant(record.id, title)


def _is_decided(record: Record) -> bool:
    return isinstance(record, Proposal) and record.state is not ProposalState.WAITING


def _in_index(data: Path, kinds: Sequence[type[Record]], typed: str) -> Iterator[Meant]:
    with closing(Index.look(data / ".cache" / "index.db", tuple(TABLES.values()))) as index:
        for kind in kinds:
            if kind in TABLES:
                yield from map(Meant, index.ids_beginning(TABLES[kind], typed, MOST))
