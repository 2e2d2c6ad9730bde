from collections.abc import Sequence
from pathlib import Path

import pytest
from tinydb import where
from tinydb.table import Document

from briefing.model import Event, Task
from briefing.store import Change, InvalidRecordError, Store
from briefing.store.table import RecordDatabase, RecordTable
from tests.store.support import abandon, event, journal_lines, put, task, undo


@pytest.fixture
def table(store: Store) -> RecordTable:
    put(store, event("a", "One"), event("b", "Two"), event("c", "Three"))
    return store.table(Event)


def titles(store: Store) -> list[str]:
    return [e.title for e in store.all(Event)]


def test_its_queries_see_records_as_plain_documents(table: RecordTable) -> None:
    found = table.search(where("title").matches("T"))

    assert [f"{d.doc_id} {d['title']}" for d in found] == ["b Two", "c Three"]
    assert table.contains(where("id") == "a")
    assert table.count(where("type") == "event") == 3
    assert len(table) == 3
    assert [str(d.doc_id) for d in table] == ["a", "b", "c"]


def test_it_finds_by_id(table: RecordTable) -> None:
    assert table.get(doc_id="a") == {"type": "event", "id": "a", "title": "One"}
    assert table.get(doc_id="x") is None
    assert table.get(where("title") == "Two") == {"type": "event", "id": "b", "title": "Two"}
    assert table.get(doc_ids=["c", "x"]) == [{"type": "event", "id": "c", "title": "Three"}]


def test_a_document_it_gave_out_is_a_copy(store: Store, table: RecordTable) -> None:
    table.search(where("id") == "a")[0]["title"] = "Changed"

    assert titles(store)[0] == "One"
    assert table.search(where("id") == "a")[0]["title"] == "One"


def test_its_writes_are_edits_like_any_other(
    folder: Path, store: Store, table: RecordTable
) -> None:
    heard: list[Sequence[Change]] = []
    store.listen(heard.append)
    before = len(journal_lines(folder))

    table.insert({"id": "d", "title": "Four"})
    table.update({"title": "Zwei"}, where("id") == "b")
    table.upsert({"title": "Trois"}, where("id") == "c")
    table.upsert({"id": "e", "title": "Five"}, where("id") == "e")
    table.remove(where("id") == "a")

    assert titles(store) == ["Zwei", "Trois", "Four", "Five"]
    assert len(journal_lines(folder)) == before + 5
    assert [[Change(event("a", "One"), None)]] == heard[4:]
    abandon(store)
    with Store.open(folder) as again:
        assert titles(again) == ["Zwei", "Trois", "Four", "Five"]


def test_its_writes_can_be_undone(store: Store, table: RecordTable) -> None:
    table.remove(where("title").matches("T"))

    label = undo(store)

    assert label == "Change in events"
    assert titles(store) == ["One", "Two", "Three"]


def test_many_documents_are_one_edit(folder: Path, store: Store, table: RecordTable) -> None:
    before = len(journal_lines(folder))

    ids = table.insert_multiple([{"id": "d", "title": "4"}, Document({"title": "5"}, "e")])  # type: ignore[arg-type]

    assert ids == ["d", "e"]
    assert len(journal_lines(folder)) == before + 1
    assert store.count(Event) == 5


def test_a_document_without_an_id_gets_one(store: Store) -> None:
    id = store.table(Task).insert({"what": "Register"})

    assert task(id) == store.get(Task, id)


def test_an_id_cannot_be_put_in_twice(store: Store, table: RecordTable) -> None:
    with pytest.raises(ValueError, match="already exists"):
        table.insert({"id": "a", "title": "Again"})

    assert titles(store) == ["One", "Two", "Three"]


def test_a_document_that_is_no_record_is_refused_whole(store: Store, table: RecordTable) -> None:
    with pytest.raises(InvalidRecordError, match="colour"):
        table.update({"colour": "red"})
    with pytest.raises(InvalidRecordError, match="title"):
        table.insert_multiple([{"id": "d", "title": "4"}, {"id": "e"}])

    assert titles(store) == ["One", "Two", "Three"]


def test_an_updater_that_fails_changes_nothing(store: Store, table: RecordTable) -> None:
    def fail_at_the_last(document: dict[str, object]) -> None:
        document["title"] = str(1 / (document["title"] != "Three"))

    with pytest.raises(ZeroDivisionError):
        table.update(fail_at_the_last)

    assert titles(store) == ["One", "Two", "Three"]


def test_an_update_of_all_writes_only_what_it_changes(store: Store, table: RecordTable) -> None:
    table.update({"title": "One"}, doc_ids=["a", "b", "x"])

    assert next(store.history()).ids == ("b",)


def test_several_updates_are_one_edit(store: Store, table: RecordTable) -> None:
    table.update_multiple(
        [({"title": "1"}, where("id") == "a"), ({"title": "2"}, where("id") == "b")]
    )

    assert titles(store) == ["1", "2", "Three"]
    assert next(store.history()).ids == ("a", "b")


def test_a_table_can_be_emptied_and_filled_again(store: Store, table: RecordTable) -> None:
    table.truncate()
    assert titles(store) == []

    table.insert({"id": "a", "title": "New"})

    assert titles(store) == ["New"]


def test_a_whole_database_can_be_written_and_read(folder: Path) -> None:
    with RecordDatabase(folder) as database:
        database.table("events").insert({"id": "a", "title": "A"})
        database.insert({"free": "\ud800"})
        database.drop_table("events")
        kept = database.tables()
        (document,) = database.all()
    with RecordDatabase(folder) as database:
        again = database.all()

    assert {"_default"} == {name for name in kept if name != "events"}
    assert document["free"] == "\ufffd"
    assert [document] == again


def test_a_table_must_have_a_name_that_can_be_a_file(folder: Path) -> None:
    with RecordDatabase(folder) as database, pytest.raises(ValueError, match="name of a table"):
        database.table("../x").insert({"a": 1})


def test_an_id_that_is_a_number_becomes_a_text(folder: Path) -> None:
    with RecordDatabase(folder) as database:
        database.insert(Document({"a": 1}, 7))
        database.update({"a": 2}, doc_ids=[7])

        with pytest.raises(ValueError, match="already exists"):
            database.insert(Document({"a": 3}, 7))
    with RecordDatabase(folder) as database:
        again = database.get(doc_id=7)

    assert again == {"id": "7", "a": 2}


def test_what_is_no_document_is_refused(store: Store, table: RecordTable) -> None:
    with pytest.raises(ValueError, match="not a Mapping"):
        table.insert(["d"])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not a Mapping"):
        table.insert_multiple({"id": "d", "title": "4"})  # type: ignore[dict-item]

    assert titles(store) == ["One", "Two", "Three"]


def test_a_document_cannot_take_another_id(folder: Path, store: Store, table: RecordTable) -> None:
    with pytest.raises(InvalidRecordError, match=r"'a' can't be kept in events: .* called 'z'"):
        table.update({"id": "z"}, doc_ids=["a"])
    store.close()

    with RecordDatabase(folder) as database, pytest.raises(InvalidRecordError, match="called 5"):
        database.insert({"id": 5})


def test_a_document_asked_for_twice_is_given_once(table: RecordTable) -> None:
    assert table.get(doc_ids=["a", "a"]) == [table.get(doc_id="a")]
