"""TinyDB's table over the journal: its queries and updates touch only what they change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, TypeVar

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from briefing.model import new_id
from briefing.store.journal import Operation
from briefing.store.records import document, encode_document
from briefing.store.storage import JournalStorage

D = TypeVar("D")
Fields = dict[str, Any]


class RecordTable(Table):
    """A table whose ids are texts and which reads and writes single lines.

    TinyDB's own `_read_table` and `_update_table` go through the whole database at each call.
    """

    document_id_class = str  # type: ignore[assignment]  # TinyDB documents it, and types it as int

    _storage: JournalStorage

    def __init__(self, storage: JournalStorage, name: str, **_: object) -> None:
        # Results of TinyDB's query cache are shared and go stale, so it holds none.
        super().__init__(storage, name, cache_size=0)

    @property
    def lines(self) -> Mapping[str, bytes]:
        """The records' lines by id."""
        return self._storage.tables.get(self.name, {})

    def read_bytes(self, id: str) -> bytes | None:
        """Return a record's line."""
        return self.lines.get(id)

    def commit(self, lines: Mapping[str, bytes | None]) -> None:
        """Put lines in place of what is held, None to remove; one transaction."""
        self._storage.commit(
            [Operation(self.name, id, self.read_bytes(id), line) for id, line in lines.items()],
            label=f"Change in {self.name}",
        )

    def insert(self, document: Mapping[str, Any]) -> str:  # type: ignore[override]
        """Insert a document under its own `id`, or a new one."""
        return str(super().insert(_with_own_id(document)))

    def insert_multiple(  # type: ignore[override]
        self, documents: Iterable[Mapping[str, Any]]
    ) -> list[str]:
        """Insert documents under their own ids, all or none."""
        return [str(id) for id in super().insert_multiple(map(_with_own_id, documents))]

    def get(  # type: ignore[override]
        self,
        cond: QueryLike | None = None,
        doc_id: str | None = None,
        doc_ids: Iterable[str] | None = None,
    ) -> Document | list[Document] | None:
        """Return one document by query or id, or several by their ids."""
        if doc_ids is None:
            return super().get(cond, doc_id)  # type: ignore[arg-type]
        table = self._read_table()
        return [
            self.document_class(table[id], self.document_id_class(id))  # type: ignore[arg-type]
            for id in dict.fromkeys(map(str, doc_ids))
            if id in table
        ]

    def update(  # type: ignore[override]
        self,
        fields: Mapping[str, Any] | Callable[[Fields], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[str] | None = None,
    ) -> list[str]:
        """Update documents by query, by id, or all of them."""
        return super().update(fields, None, self._chosen(cond, doc_ids))  # type: ignore[arg-type, return-value]

    def remove(  # type: ignore[override]
        self, cond: QueryLike | None = None, doc_ids: Iterable[str] | None = None
    ) -> list[str]:
        """Remove documents by query or by id."""
        return super().remove(None, self._chosen(cond, doc_ids))  # type: ignore[arg-type, return-value]

    def _chosen(
        self, cond: QueryLike | None, doc_ids: Iterable[str] | None
    ) -> Iterable[str] | None:
        """Return the ids that a query names, so that only those are copied and compared."""
        if doc_ids is not None or cond is None:
            return doc_ids
        return [id for id, fields in self._read_table().items() if cond(fields)]

    def _get_next_id(self) -> str:
        return new_id(self.name)

    def _read_table(self) -> Mapping[str, Fields]:  # type: ignore[override]
        return _Documents(self.lines)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        staged = _Staged(self.lines)
        updater(staged)
        self.commit(
            {
                id: None if fields is None else encode_document(self.name, id, fields)
                for id, fields in staged.changed()
            }
        )


class RecordDatabase(TinyDB):
    """TinyDB with this table and this storage."""

    table_class = RecordTable  # type: ignore[assignment]
    default_storage_class = JournalStorage  # type: ignore[assignment]


def _with_own_id(document: D) -> D | Document:
    """Return a document with the id it names for its id; TinyDB refuses what is no mapping."""
    if isinstance(document, Document) or not isinstance(document, Mapping):
        return document
    id = document.get("id")
    return document if id is None else Document(document, id)


class _Documents(Mapping[str, Fields]):
    """A table to read, each document made afresh: nobody can change what is held through it."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines

    def __getitem__(self, id: str) -> Fields:
        return document(self._lines[id])

    def __contains__(self, id: object) -> bool:
        return id in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class _Staged(MutableMapping[str, Fields]):
    """A table to change, which remembers what an updater of TinyDB's touched.

    Whatever a Document has for its id, a number too, is a text here as it is in the file.
    """

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines
        self._touched: dict[str, Fields | None] = {}

    def __getitem__(self, id: object) -> Fields:
        id = str(id)
        if id not in self._touched:
            self._touched[id] = document(self._lines[id])
        fields = self._touched[id]
        if fields is None:
            raise KeyError(id)
        return fields

    def __setitem__(self, id: object, fields: Fields) -> None:
        self._touched[str(id)] = fields

    def __delitem__(self, id: object) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched[str(id)] = None

    def __contains__(self, id: object) -> bool:
        id = str(id)
        if id in self._touched:
            return self._touched[id] is not None
        return id in self._lines

    def __iter__(self) -> Iterator[str]:
        yield from (id for id in self._lines if id in self)
        yield from (id for id in self._touched if id not in self._lines and id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._touched = dict.fromkeys(self._lines)

    def changed(self) -> Iterator[tuple[str, Fields | None]]:
        """Yield what is not as it was, and None for what is gone."""
        for id, fields in self._touched.items():
            line = self._lines.get(id)
            if fields != (None if line is None else document(line)):
                yield id, fields
