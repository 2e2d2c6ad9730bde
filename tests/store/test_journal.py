import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.model import DoubtKind, Event
from briefing.platform import replace
from briefing.store import Change, DamagedError, Store
from tests.store.support import NOW, abandon, change, event, journal_lines, put, task, undo


@pytest.fixture
def killed(folder: Path) -> Path:
    """The folder of a store that was killed after three edits, none of them folded."""
    store = Store.open(folder)
    for title in "123":
        put(store, event(title=title))
    abandon(store)
    return folder / "journal" / "000001.jsonl"


def die(*_: object) -> None:
    raise KeyboardInterrupt


def title(folder: Path, *, writing: bool = True) -> str | None:
    with Store.open(folder, writing=writing) as store:
        held = store.get(Event, "talk-22222")
    return held.title if held else None


def test_edits_that_were_not_folded_are_there_at_the_next_opening(killed: Path) -> None:
    assert title(killed.parent.parent) == "3"


def test_edits_that_were_not_folded_are_seen_by_a_reader(killed: Path) -> None:
    assert title(killed.parent.parent, writing=False) == "3"
    assert not (killed.parent.parent / "events.jsonl").exists()


TAILS: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda line: line[:-10],
    "without its end": lambda line: line[:-1],
    "a few bytes": lambda line: line[:3],
    "damaged": lambda line: line.replace(b"talk", b"walk"),
    "zeros": lambda line: bytes(len(line)),
    "zeros with an end": lambda line: bytes(len(line)) + b"\n",
    "half zeros": lambda line: line[:50] + bytes(len(line)),
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
@pytest.mark.parametrize("writing", [True, False])
def test_a_torn_end_was_never_acknowledged_and_is_left_out(
    killed: Path, tail: Callable[[bytes], bytes], *, writing: bool
) -> None:
    *whole, last = killed.read_bytes().splitlines(keepends=True)
    killed.write_bytes(b"".join(whole) + tail(last))

    assert title(killed.parent.parent, writing=writing) == "2"


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_a_torn_end_is_not_in_the_history(killed: Path, tail: Callable[[bytes], bytes]) -> None:
    *whole, last = killed.read_bytes().splitlines(keepends=True)
    killed.write_bytes(b"".join(whole) + tail(last))

    with Store.open(killed.parent.parent, writing=False) as store:
        numbers = [entry.number for entry in store.history()]

    assert numbers == [2, 1]


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_writing_goes_on_after_a_torn_end(killed: Path, tail: Callable[[bytes], bytes]) -> None:
    folder = killed.parent.parent
    *whole, last = killed.read_bytes().splitlines(keepends=True)
    killed.write_bytes(b"".join(whole) + tail(last))

    store = Store.open(folder)
    put(store, event(title="4"))
    abandon(store)

    assert title(folder) == "4"
    with Store.open(folder) as store:
        assert [entry.number for entry in store.history()] == [3, 2, 1]


def test_a_torn_end_does_not_stay_in_a_segment_that_is_folded(killed: Path) -> None:
    folder = killed.parent.parent
    with killed.open("ab") as file:
        file.write(b'["0000')

    Store.open(folder).close()

    with Store.open(folder) as store:
        put(store, event(title="4"))
        assert len(list(store.history())) == 4


@pytest.mark.parametrize("writing", [True, False])
def test_a_damaged_line_before_the_end_is_refused_with_its_place(
    killed: Path, *, writing: bool
) -> None:
    damaged = killed.read_bytes().replace(b'"title":"2"', b'"title":"9"', 1)
    killed.write_bytes(damaged)

    with pytest.raises(DamagedError, match=r"000001\.jsonl:2: .*damaged"):
        title(killed.parent.parent, writing=writing)

    assert damaged == killed.read_bytes()


def test_a_damaged_end_of_an_old_segment_is_refused(killed: Path) -> None:
    folder = killed.parent.parent
    newer = Store.open(folder)
    newer.fold()
    put(newer, event(title="4"))
    abandon(newer)
    killed.write_bytes(killed.read_bytes()[:-5])

    with Store.open(folder) as store, pytest.raises(DamagedError, match=r"000001\.jsonl:3"):
        list(store.history())


def test_a_fold_begins_a_segment_and_keeps_the_old_one(folder: Path, store: Store) -> None:
    put(store, event(title="1"))
    store.fold()
    put(store, event(title="2"))

    names = sorted(path.name for path in (folder / "journal").glob("0*"))
    assert names == ["000001.jsonl", "000002.jsonl"]
    assert len(journal_lines(folder)) == 2


def test_the_journal_folds_itself_when_it_is_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.storage.FOLD_BYTES", 2_000)
    with Store.open(folder) as store:
        for number in range(50):
            put(store, event(title=str(number)))
        segments = len(list((folder / "journal").glob("0*")))

    assert 2 < segments < 25
    assert title(folder) == "49"


def test_a_fold_that_was_killed_half_way_is_done_again(folder: Path) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"), event("b", "1"))
    store.fold()
    put(store, event("a", "2"))
    abandon(store)
    (folder / "events.jsonl").write_text(
        '{"type":"event","id":"a","title":"2"}\n{"type":"event","id":"b","title":"1"}\n',
        encoding="utf-8",
    )

    with Store.open(folder) as store:
        held = {e.id: e.title for e in store.all(Event)}
        labels = [entry.label for entry in store.history()]

    assert held == {"a": "2", "b": "1"}
    assert labels == ["put in", "put in"]


def test_a_change_from_outside_after_a_kill_is_merged_and_can_be_taken_back(
    folder: Path,
) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"), event("b", "1"), event("d", "1"))
    store.fold()
    put(store, event("a", "ours"), event("d", "ours"))
    abandon(store)
    (folder / "events.jsonl").write_text(
        '{"type":"event","id":"a","title":"theirs"}\n'
        '{"type":"event","id":"c","title":"theirs"}\n'
        '{"type":"event","id":"d","title":"1","venue":"Hall"}\n',
        encoding="utf-8",
    )

    with Store.open(folder) as store:
        held = {e.id: (e.title, e.venue) for e in store.all(Event)}
        clash = store.get(Event, "a")
        label = store.undo(person="", at=NOW, outside=True)
        after = {e.id: (e.title, e.venue) for e in store.all(Event)}

    assert held == {"a": ("ours", ""), "c": ("theirs", ""), "d": ("ours", "Hall")}
    assert clash is not None
    assert [each.value for each in clash.evidence["title"].alternatives] == ["theirs"]
    assert [doubt.kind for _, doubt in clash.doubts] == [DoubtKind.VERSIONS_DISAGREE]
    assert label == "Changed outside the program"
    assert after == {"a": ("ours", ""), "b": ("1", ""), "d": ("ours", "")}


def test_a_change_from_outside_while_open_is_taken_in_before_files_are_written(
    folder: Path,
) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"), event("c", "1"))
    store.fold()
    put(store, event("b", "ours"))
    theirs = '{"type":"event","id":"a","title":"theirs"}\n{"type":"event","id":"c","title":"1"}\n'
    (folder / "events.jsonl").write_text(theirs, encoding="utf-8")

    assert store.fold()

    assert store.problems() == []
    wanted = {"a": "theirs", "b": "ours", "c": "1"}
    assert {e.id: e.title for e in store.all(Event)} == wanted
    store.close()
    with Store.open(folder) as store:
        assert {e.id: e.title for e in store.all(Event)} == wanted
        assert undo(store) == "put in"
        assert store.get(Event, "b") is None


def test_a_second_change_from_outside_after_a_kill_is_no_clash_with_the_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"))
    store.fold()
    path = folder / "events.jsonl"
    path.write_text('{"type":"event","id":"a","title":"2"}\n', encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("briefing.store.fold.write_table", die)
        with pytest.raises(KeyboardInterrupt):
            store.refresh()
    abandon(store)
    path.write_text('{"type":"event","id":"a","title":"3"}\n', encoding="utf-8")

    with Store.open(folder) as store:
        assert store.get(Event, "a") == event("a", "3")


@pytest.mark.parametrize("before", range(5))
def test_a_change_from_outside_after_files_were_half_written_takes_nothing_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"), task())
    store.fold()
    put(store, event("a", "2"), task(what="2"))
    left = iter([replace] * before)

    def replace_or_die(source: Path, target: Path) -> None:
        next(left, die)(source, target)

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr("briefing.store.fold.replace", replace_or_die)
        run = store.begin_fold()
        put(store, event("a", "3"))
        assert run
        run()
    abandon(store)
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes().replace(b"}", b',"venue":"Hall"}'))

    with Store.open(folder) as store:
        assert store.get(Event, "a") == Event(id="a", title="3", venue="Hall")


def test_a_change_from_outside_is_seen_at_the_next_look(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("a", "1"))
        store.fold()
        heard: list[Sequence[Change]] = []
        store.listen(heard.append)
        path = folder / "events.jsonl"
        for title in ("theirs", "again"):
            line = f'{{"type":"event","id":"a","title":"{title}"}}\n'
            path.write_text(line, encoding="utf-8")

            assert store.refresh()
            assert not store.refresh()
            put(store, event("b", title))

        assert [c.after and c.after.id for changes in heard for c in changes] == [*"abab"]
        assert store.get(Event, "a") == event("a", "again")


def test_a_table_that_is_gone_is_written_again(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("a", "1"))
    (folder / "events.jsonl").unlink()

    with Store.open(folder) as store:
        assert store.get(Event, "a") == event("a", "1")

    assert (folder / "events.jsonl").exists()


def test_a_file_that_was_only_touched_is_no_change(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event("a", "1"))
    os.utime(folder / "events.jsonl", (0, 0))

    with Store.open(folder) as store:
        assert [entry.label for entry in store.history()] == ["put in"]
        assert not store.refresh()


def test_edits_go_on_while_a_fold_is_written(folder: Path) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"), event("b", "1"))
    fold = store.begin_fold()
    assert fold is not None

    put(store, event("a", "2"), event("c", "2"))
    change(store, Change(event("b", "1"), None))
    fold()

    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(e["id"], e["title"]) for e in map(json.loads, lines)] == [("a", "1"), ("b", "1")]
    abandon(store)
    with Store.open(folder) as store:
        assert {e.id: e.title for e in store.all(Event)} == {"a": "2", "c": "2"}


def test_a_missing_part_of_the_journal_is_told(folder: Path) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"))
    first = store.begin_fold()
    put(store, event("a", "2"))
    assert first is not None
    abandon(store)
    (folder / "journal" / "000001.jsonl").unlink()

    with pytest.raises(DamagedError, match="what was saved before it is missing"):
        Store.open(folder)


def test_the_journal_can_be_thrown_away_once_folded(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event(title="1"))
    shutil.rmtree(folder / "journal")

    with Store.open(folder) as store:
        put(store, event(title="2"))

    assert title(folder) == "2"
