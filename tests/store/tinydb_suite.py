"""A pytest plugin that puts our table and storage in TinyDB's place, for TinyDB's own test suite.

TinyDB numbers its documents and does not show the number in them, so the table does so here. Where
the suite opens a JSON file or a database in memory, it opens a data folder.
"""

import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import tinydb
import tinydb.storages
from tinydb.table import Table

from briefing.store.storage import JournalStorage
from briefing.store.table import Fields, RecordDatabase, RecordTable


class NumberedTable(RecordTable):
    """Our table with the ids that the suite expects."""

    document_id_class = int  # type: ignore[assignment]

    def insert(self, document: Mapping[str, Any]) -> int:  # type: ignore[override]
        return int(super().insert(document))

    def insert_multiple(  # type: ignore[override]
        self, documents: Iterable[Mapping[str, Any]]
    ) -> list[int]:
        return [int(id) for id in super().insert_multiple(documents)]

    def update(  # type: ignore[override]
        self,
        fields: Mapping[str, Any] | Callable[[Fields], None],
        cond: Any = None,  # noqa: ANN401 - whatever the suite tries
        doc_ids: Any = None,  # noqa: ANN401
    ) -> list[int]:
        return [int(id) for id in super().update(fields, cond, doc_ids)]

    def remove(self, cond: Any = None, doc_ids: Any = None) -> list[int]:  # type: ignore[override]  # noqa: ANN401
        return [int(id) for id in super().remove(cond, doc_ids)]

    def _get_next_id(self) -> int:  # type: ignore[override]
        return int(Table._get_next_id(self))  # type: ignore[no-untyped-call]

    def _read_table(self) -> Mapping[str, Fields]:  # type: ignore[override]
        return {id: _without_id(fields) for id, fields in super()._read_table().items()}


class FolderStorage(JournalStorage):
    """A data folder where the suite names a JSON file."""

    def __init__(
        self, path: str, *, create_dirs: bool = False, access_mode: str = "r+", **_: object
    ) -> None:
        if not create_dirs and not Path(path).parent.is_dir():
            raise FileNotFoundError(path)
        super().__init__(Path(path), writing=access_mode != "r")


class PassingStorage(JournalStorage):
    """A data folder where the suite wants a database in memory."""

    def __init__(self) -> None:
        self._parent = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        super().__init__(Path(self._parent.name, "data"))


class NumberedDatabase(RecordDatabase):
    """Our database over the two of them."""

    table_class = NumberedTable
    default_storage_class = FolderStorage  # type: ignore[assignment]


def _without_id(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name != "id"}


tinydb.TinyDB = NumberedDatabase  # type: ignore[misc]
tinydb.JSONStorage = tinydb.storages.JSONStorage = FolderStorage  # type: ignore[misc, assignment]
tinydb.storages.MemoryStorage = PassingStorage  # type: ignore[misc, assignment]
