import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from briefing.model import Event, Evidence, Forum, Note, Record, Task
from briefing.store import (
    Change,
    ChangedError,
    DamagedError,
    InvalidRecordError,
    NewerError,
    ReadOnlyError,
    Store,
    UnusableFolderError,
)
from tests.store.support import NOW, PERSON, change, event, put, task
from tests.strategies import hostile_texts, records


@given(st.lists(records(), max_size=4, unique_by=lambda record: (type(record), record.id)))
def test_records_of_every_kind_come_back_as_they_were(written: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "data")
        with Store.open(folder) as store:
            put(store, *written)
            held = [store.get(type(record), record.id) for record in written]
        with Store.open(folder, writing=False) as store:
            read = [store.get(type(record), record.id) for record in written]

    assert written == held
    assert written == read


@settings(deadline=None)
@given(hostile_texts())
def test_half_characters_become_a_mark_and_the_rest_stays(text: str) -> None:
    with tempfile.TemporaryDirectory() as parent, Store.open(Path(parent, "data")) as store:
        store.commit(
            [Change(None, event(title=f"\udcff{text}\ud83d\ude00"))],
            label="read \udcff",
            person="\ud800",
            at=NOW,
        )
        held = store.get(Event, "talk-22222")
        label = next(store.history()).label

    assert event(title=f"\ufffd{text}\ufffd\ufffd") == held
    assert label == "read \ufffd"


def test_a_record_is_read_where_it_was_put(store: Store) -> None:
    put(store, event())

    assert event() == store.get(Event, "talk-22222")
    assert event() == store.find("talk-22222")
    assert store.get(Task, "talk-22222") is None
    assert store.find("nothing-22222") is None


def test_records_stand_in_the_order_of_their_ids(store: Store) -> None:
    put(store, event("c"), event("a"))
    put(store, event("b"))

    assert [e.id for e in store.all(Event)] == ["a", "b", "c"]
    assert list(store.ids(Event)) == ["a", "b", "c"]
    assert store.count(Event) == 3


def test_ids_are_found_by_their_beginning_in_every_table(store: Store) -> None:
    put(store, event("talk-22222"), task("talk-33333"), event("walk-22222"), event("tal"))

    assert store.ids_beginning("talk") == ["talk-22222", "talk-33333"]
    assert store.ids_beginning("x") == []


def test_all_can_be_read_while_something_is_removed(store: Store) -> None:
    put(store, event("a"), event("b"), event("c"))

    reading = store.all(Event)
    first = next(reading)
    change(store, Change(event("b"), None))

    assert [first.id, *(e.id for e in reading)] == ["a", "c"]


def test_what_a_caller_does_to_a_mapping_does_not_reach_the_store(store: Store) -> None:
    evidence = {"title": Evidence(rule="heading")}
    written = Event(id="a", title="A", evidence=evidence)
    put(store, written)

    evidence.clear()

    held = store.get(Event, "a")
    assert held is not None
    assert {"title": Evidence(rule="heading")} == held.evidence


def test_one_commit_changes_several_tables(store: Store) -> None:
    put(store, event(), task())

    change(store, Change(event(), None), Change(task(), task(what="Ask")))

    assert store.get(Event, "talk-22222") is None
    assert task(what="Ask") == store.get(Task, "register-22222")


def test_one_commit_can_edit_a_record_twice(store: Store) -> None:
    change(store, Change(None, event(title="1")), Change(event(title="1"), event(title="2")))

    assert event(title="2") == store.get(Event, "talk-22222")


def test_a_change_of_what_is_not_held_is_refused_whole(store: Store) -> None:
    put(store, event(title="Held"))

    with pytest.raises(ChangedError, match="talk-22222 has been changed since"):
        change(store, Change(None, task()), Change(event(title="Other"), event(title="New")))

    assert event(title="Held") == store.get(Event, "talk-22222")
    assert store.count(Task) == 0


def test_putting_in_what_is_there_already_is_refused(store: Store) -> None:
    put(store, event())

    with pytest.raises(ChangedError):
        change(store, Change(None, event(title="Second")))


def test_a_change_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    put(store, event())

    change(store, Change(event(), event()))

    assert len(list(store.history())) == 1


def test_a_record_that_could_not_be_read_back_is_refused(store: Store) -> None:
    wrong = Event(id="a", title=5)  # type: ignore[arg-type]

    with pytest.raises(InvalidRecordError, match=r"'a' can't be kept in events: .*title"):
        put(store, wrong)


@pytest.mark.parametrize(
    "wrong",
    [Change(None, None), Change(event("a"), event("b")), Change(event("a"), task("a"))],
)
def test_a_change_is_the_edit_of_one_record(store: Store, wrong: Change) -> None:
    with pytest.raises(ValueError, match="not the edit of one record"):
        change(store, wrong)


def test_listeners_hear_what_changed(store: Store) -> None:
    heard: list[Sequence[Change]] = []
    put(store, event(title="1"))
    store.listen(heard.append)

    put(store, event(title="2"))
    store.undo(person=PERSON, at=NOW)
    store.redo(person=PERSON, at=NOW)

    there, back = (
        Change(event(title="1"), event(title="2")),
        Change(event(title="2"), event(title="1")),
    )
    assert [[there], [back], [there]] == heard


def test_tables_are_lines_sorted_by_id(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("b", "Blåbær"), event("a"))

    expected = (
        '{"type":"event","id":"a","title":"A talk"}\n{"type":"event","id":"b","title":"Blåbær"}\n'
    )
    assert expected == (folder / "events.jsonl").read_text(encoding="utf-8")


def test_nobody_else_can_read_what_is_written(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event())
        store.keep_source(
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "hello.txt",
            b"hello",
            "hello",
        )

    found = {stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*") if p.is_file()}
    folders = {stat.S_IMODE(p.stat().st_mode) for p in [folder, *folder.rglob("*")] if p.is_dir()}
    assert ({0o600}, {0o700}) == (found, folders)


def test_git_is_told_what_is_not_to_be_shared(folder: Path) -> None:
    Store.open(folder).close()

    ignored = (folder / ".gitignore").read_text(encoding="utf-8").split()
    assert {
        "journal/",
        ".lock",
        ".cache/",
        "attendances.jsonl",
        "engagements.jsonl",
        "state.json",
    } <= set(ignored)


def test_opening_and_closing_writes_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event())
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.name != ".lock"}

    with Store.open(folder) as store:
        store.get(Event, "talk-22222")

    after = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.name != ".lock"}
    assert before == after


def test_a_store_can_be_closed_twice(store: Store) -> None:
    store.close()
    store.close()

    with pytest.raises(ReadOnlyError):
        put(store, event())


def test_a_reader_of_a_missing_folder_finds_nothing_and_makes_nothing(folder: Path) -> None:
    with Store.open(folder, writing=False) as store:
        found = list(store.all(Event))

    assert found == []
    assert not folder.exists()


def test_a_reader_changes_nothing(folder: Path) -> None:
    with Store.open(folder, writing=False) as store, pytest.raises(ReadOnlyError):
        put(store, event())


def test_what_a_newer_version_wrote_is_refused(folder: Path) -> None:
    Store.open(folder).close()
    (folder / "store.json").write_text('{"format":1,"schema":99}', encoding="utf-8")

    with pytest.raises(NewerError, match="newer version"):
        Store.open(folder)


def test_a_line_with_a_field_nobody_knows_is_reported_and_kept(folder: Path) -> None:
    line = '{"type":"forum","id":"b","name":"B","colour":"red"}'
    folder.mkdir()
    (folder / "forums.jsonl").write_text(
        f'{{"type":"forum","id":"a","name":"A"}}\n{line}\n', encoding="utf-8"
    )

    with Store.open(folder) as store:
        problems = store.problems()
        readable = [forum.id for forum in store.all(Forum)]
        put(store, Forum(id="c", name="C"))
        with pytest.raises(DamagedError, match=r"forums\.jsonl:2: 'b': .*colour"):
            store.get(Forum, "b")
        with pytest.raises(ChangedError):
            change(store, Change(None, Forum(id="b", name="Mine")))

    assert [(str(folder / "forums.jsonl"), 2)] == [(p.source, p.line) for p in problems]
    assert "unknown field `colour`" in problems[0].message
    assert readable == ["a"]
    assert line in (folder / "forums.jsonl").read_text(encoding="utf-8").splitlines()


def test_a_record_that_an_editor_laid_out_anew_can_be_changed(folder: Path) -> None:
    folder.mkdir()
    (folder / "events.jsonl").write_text(
        '{ "id": "talk-22222", "title": "A talk", "type": "event", "venue": "" }\r\n',
        encoding="utf-8",
    )

    with Store.open(folder) as store:
        change(store, Change(event(), event(title="New")))
        store.undo(person=PERSON, at=NOW)
        held = store.get(Event, "talk-22222")

    assert event() == held


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system lets it write anyway")
def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(UnusableFolderError, match="can't be used"):
        Store.open(tmp_path / "data")


def test_a_file_in_the_place_of_the_folder_is_refused_in_a_sentence(folder: Path) -> None:
    folder.write_text("", encoding="utf-8")

    with pytest.raises(UnusableFolderError, match="can't be used"):
        Store.open(folder)


def test_the_same_record_is_always_the_same_line(store: Store) -> None:
    one = Note(id="a", subject="s", evidence={"b": Evidence(), "a": Evidence()})
    other = Note(id="a", subject="s", evidence={"a": Evidence(), "b": Evidence()})
    put(store, one)

    put(store, other)

    assert len(list(store.history())) == 1
