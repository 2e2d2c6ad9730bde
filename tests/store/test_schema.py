import json
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest

from briefing.model import Event
from briefing.platform import replace
from briefing.store import Change, NewerError, NotUpgradedError, Store, schema
from tests.store.support import NOW, abandon, change, event, put, undo


def headed(table: str, fields: schema.Fields) -> schema.Fields:
    """A step that is not the same when it is done twice."""
    if table == "events":
        fields["title"] = f"New {fields['title']}"
    return fields


Replace = Callable[[Path, Path], None]


def die(*_: Path) -> None:
    raise KeyboardInterrupt


@pytest.fixture
def old(folder: Path) -> Path:
    """A folder of the schema before, with one edit that its tables do not have yet."""
    store = Store.open(folder)
    put(store, event("a", "1"), event("b", "1"))
    store.fold()
    put(store, event("a", "2"), label="second")
    abandon(store)
    return folder


@pytest.fixture
def stepped(old: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert schema_of(old) == 1
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (headed,))
        yield


def titles(store: Store) -> dict[str, str]:
    return {e.id: e.title for e in store.all(Event)}


def schema_of(folder: Path) -> int:
    written = json.loads((folder / "store.json").read_bytes())
    return int(written["schema"])


@pytest.mark.usefixtures("stepped")
def test_records_of_an_older_schema_are_brought_up_to_date_once(old: Path) -> None:
    for _ in range(2):
        with Store.open(old) as store:
            assert titles(store) == {"a": "New 2", "b": "New 1"}

    assert schema_of(old) == 2


@pytest.mark.usefixtures("stepped")
def test_a_reader_sees_them_up_to_date_and_changes_nothing(old: Path) -> None:
    before = (old / "events.jsonl").read_bytes()

    with Store.open(old, writing=False) as store:
        assert titles(store) == {"a": "New 2", "b": "New 1"}

    assert before == (old / "events.jsonl").read_bytes()
    assert schema_of(old) == 1


@pytest.mark.usefixtures("stepped")
def test_a_backup_is_made_before(old: Path) -> None:
    Store.open(old).close()

    with zipfile.ZipFile(old / "backups" / "before-schema-2.zip") as backup:
        assert b'"title":"2"' in backup.read("data/events.jsonl")


@pytest.mark.usefixtures("stepped")
def test_undo_goes_back_over_the_step(old: Path) -> None:
    with Store.open(old) as store:
        change(store, Change(event("b", "New 1"), event("b", "3")))
        labels = [undo(store) for _ in range(3)]

        assert labels == ["edit", "second", "put in"]
        assert titles(store) == {}
        for _ in range(3):
            store.redo(person="", at=NOW)
        assert titles(store) == {"a": "New 2", "b": "3"}


def test_an_upgrade_that_was_cut_short_is_finished_and_nothing_is_stepped_twice(
    old: Path, stepped: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.fold.write_format", lambda *_: os.kill(os.getpid(), 9))
        child = os.fork()
        if not child:
            Store.open(old)
            os._exit(0)
        os.waitpid(child, 0)
    assert b"New 2" in (old / "events.jsonl").read_bytes()
    assert schema_of(old) == 1

    for is_writing in (False, True, False):
        with Store.open(old, writing=is_writing) as store:
            assert titles(store) == {"a": "New 2", "b": "New 1"}

    assert schema_of(old) == 2


@pytest.mark.usefixtures("stepped")
@pytest.mark.parametrize("times", [*product(range(4), range(4)), (2, 0, 3)])
def test_an_upgrade_that_was_cut_short_more_than_once_is_finished(
    old: Path, monkeypatch: pytest.MonkeyPatch, times: Sequence[int]
) -> None:
    for before in times:
        left = iter([replace] * before)

        def replace_or_die(source: Path, target: Path, left: Iterator[Replace] = left) -> None:
            next(left, die)(source, target)

        with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
            patch.setattr("briefing.store.fold.replace", replace_or_die)
            Store.open(old).close()

    with Store.open(old) as store:
        assert titles(store) == {"a": "New 2", "b": "New 1"}


@pytest.mark.usefixtures("stepped")
def test_where_the_disk_refuses_an_upgrade_nothing_is_changed(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.fold.write_format", refuse)
        with pytest.raises(NotUpgradedError, match="No space left"):
            Store.open(old)

    with Store.open(old) as store:
        assert titles(store) == {"a": "New 2", "b": "New 1"}


@pytest.mark.usefixtures("stepped")
def test_what_a_step_can_not_read_stays_as_it_is(old: Path) -> None:
    path = old / "events.jsonl"
    path.write_bytes(path.read_bytes() + b'{"type":"event","id":"c"}\n')

    with Store.open(old) as store:
        assert titles(store) == {"a": "New 2", "b": "New 1"}
        (problem,) = store.problems()

    assert "c: " in str(problem)
    assert b'{"type":"event","id":"c"}' in path.read_bytes()


def test_what_a_newer_program_wrote_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (headed,))
        Store.open(old).close()

    with pytest.raises(NewerError, match="newer version"):
        Store.open(old)
