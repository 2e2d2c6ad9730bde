import tempfile
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from briefing.model import Decision, Event, Evidence, Record, Task
from briefing.store import Change, ChangedError, NothingToUndoError, Store
from briefing.store.records import encode
from tests.store.support import NOW, PERSON, abandon, change, event, put, redo, task, undo

State = dict[str, str]


class Edit(NamedTuple):
    """Records by id with a new text each, or None to remove them."""

    texts: dict[str, str | None]


edits = st.dictionaries(
    st.sampled_from(["a", "b", "c", "t1", "t2"]), st.none() | st.sampled_from("xyz"), min_size=1
).map(Edit)
actions = st.lists(
    edits | st.sampled_from(["undo", "redo", "undo", "redo", "reopen", "kill", "fold"]),
    max_size=25,
)


def record(id: str, text: str) -> Record:
    return task(id, text) if id.startswith("t") else event(id, text)


def state(store: Store) -> State:
    return {e.id: e.title for e in store.all(Event)} | {t.id: t.what for t in store.all(Task)}


def make(store: Store, edit: Edit) -> None:
    kinds: dict[str, type[Record]] = {id: type(record(id, "")) for id in edit.texts}
    changes = [
        Change(store.get(kinds[id], id), None if text is None else record(id, text))
        for id, text in edit.texts.items()
    ]
    change(store, *[c for c in changes if c != (None, None)])


class Model:
    """What a person expects: a line of states, and where on it one is."""

    def __init__(self) -> None:
        self.states: list[State] = [{}]
        self.at = 0

    def edit(self, after: State) -> None:
        if after != self.states[self.at]:
            self.states[self.at + 1 :] = [after]
            self.at += 1


@settings(max_examples=60, deadline=None)
@given(actions)
def test_undo_and_redo_walk_along_any_history_within_and_across_runs(
    actions: list[Edit | str],
) -> None:
    with tempfile.TemporaryDirectory() as parent:
        folder, model = Path(parent, "data"), Model()
        store = Store.open(folder)
        for action in actions:
            store = take(store, folder, action, model)
            assert model.states[model.at] == state(store)
        while model.at:
            take(store, folder, "undo", model)
        assert state(store) == {}
        while model.at < len(model.states) - 1:
            take(store, folder, "redo", model)
        assert model.states[-1] == state(store)
        store.close()


def take(store: Store, folder: Path, action: Edit | str, model: Model) -> Store:
    if isinstance(action, Edit):
        make(store, action)
        model.edit(state(store))
    elif action == "undo" and model.at:
        undo(store)
        model.at -= 1
    elif action == "redo" and model.at < len(model.states) - 1:
        redo(store)
        model.at += 1
    elif action in ("undo", "redo"):
        with pytest.raises(NothingToUndoError):
            (undo if action == "undo" else redo)(store)
    elif action == "fold":
        store.fold()
    else:
        (store.close if action == "reopen" else lambda: abandon(store))()
        return Store.open(folder)
    return store


def test_undo_says_what_it_took_back_and_redo_what_it_did_again(store: Store) -> None:
    put(store, event(), label="new talk")
    put(store, task(), label="new task")

    assert [
        undo(store),
        undo(store),
        redo(store),
        redo(store),
    ] == ["new task", "new talk", "new talk", "new task"]


def test_nothing_is_undone_or_redone_where_there_is_nothing(store: Store) -> None:
    with pytest.raises(NothingToUndoError, match=r"^There is nothing to undo\.$"):
        undo(store)
    with pytest.raises(NothingToUndoError, match=r"^There is nothing to redo\.$"):
        redo(store)


def test_an_edit_after_an_undo_closes_the_way_back(store: Store) -> None:
    put(store, event(title="1"))
    undo(store)
    put(store, event(title="2"))

    with pytest.raises(NothingToUndoError):
        redo(store)

    undo(store)
    assert store.get(Event, "talk-22222") is None


def test_undo_is_refused_where_the_value_has_moved_on(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("a", "1"), event("b", "1"))
        put(store, event("a", "2"))
    path = folder / "events.jsonl"
    path.write_text(path.read_text().replace('"title":"2"', '"title":"theirs"'), encoding="utf-8")

    with Store.open(folder) as store:
        with pytest.raises(ChangedError, match="a has been changed since"):
            undo(store)

        assert state(store) == {"a": "theirs", "b": "1"}


def test_undo_goes_on_where_something_else_was_changed(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("a", "1"), event("b", "1"))
        put(store, event("a", "2"))
    path = folder / "events.jsonl"
    path.write_text(
        path.read_text().replace('"id":"b","title":"1"', '"id":"b","title":"theirs"'),
        encoding="utf-8",
    )

    with Store.open(folder) as store:
        undo(store)

        assert state(store) == {"a": "1", "b": "theirs"}


def test_undo_goes_on_where_another_field_was_changed_and_keeps_that(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("a", "1"))
        put(store, event("a", "2"))
    path = folder / "events.jsonl"
    path.write_text(
        path.read_text().replace('"title":"2"', '"title":"2","venue":"theirs"'), encoding="utf-8"
    )

    with Store.open(folder) as store:
        undo(store)
        assert store.get(Event, "a") == Event(id="a", title="1", venue="theirs")
        redo(store)
        assert store.get(Event, "a") == Event(id="a", title="2", venue="theirs")
        undo(store)
        with pytest.raises(ChangedError, match="a has been changed since"):
            undo(store)


def test_undo_is_refused_where_what_a_value_rests_on_has_moved_on(store: Store) -> None:
    put(store, event("a", "1"))
    put(store, event("a", "2"))
    held = event("a", "2")
    checked = Evidence(decision=Decision.EDITED, decided_by=PERSON)
    path = store._storage.folder / "events.jsonl"
    store.fold()
    path.write_bytes(encode(msgspec.structs.replace(held, evidence={"title": checked})) + b"\n")
    store.refresh()

    with pytest.raises(ChangedError):
        undo(store)


def test_the_history_tells_who_did_what_when(store: Store) -> None:
    put(store, event("a"), task("t"), label="put in")
    undo(store)
    redo(store)

    told = [(e.number, e.label, e.person, e.at, e.ids) for e in store.history()]
    marks = [(e.is_undo, e.is_redo) for e in store.history()]

    assert told == [
        (3, "put in", PERSON, NOW, ("a", "t")),
        (2, "put in", PERSON, NOW, ("t", "a")),
        (1, "put in", PERSON, NOW, ("a", "t")),
    ]
    assert marks == [(False, True), (True, False), (False, False)]


def test_a_reader_can_look_at_the_history(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event())
    with Store.open(folder, writing=False) as store:
        assert [entry.label for entry in store.history()] == ["put in"]
