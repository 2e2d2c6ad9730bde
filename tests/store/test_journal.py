from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Event
from briefing.store import DamagedError, Store
from tests.store.support import NOW, abandon, event, journal_lines, put


@pytest.fixture
def killed(folder: Path) -> Path:
    """The folder of a store that was killed after three edits, none of them folded."""
    store = Store.open(folder)
    for title in "123":
        put(store, event(title=title))
    abandon(store)
    return folder / "journal" / "000001.jsonl"


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


def test_a_change_from_outside_after_a_kill_is_taken_in_and_ours_can_be_had_back(
    folder: Path,
) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"), event("b", "1"))
    store.fold()
    put(store, event("a", "ours"))
    abandon(store)
    (folder / "events.jsonl").write_text(
        '{"type":"event","id":"a","title":"theirs"}\n{"type":"event","id":"c","title":"theirs"}\n',
        encoding="utf-8",
    )

    with Store.open(folder) as store:
        held = {e.id: e.title for e in store.all(Event)}
        label = store.undo(person="", at=NOW)
        after = {e.id: e.title for e in store.all(Event)}

    assert held == {"a": "theirs", "c": "theirs"}
    assert label == "Changed outside the program"
    assert after == {"a": "ours", "c": "theirs"}


def test_a_change_from_outside_while_open_is_not_written_over(folder: Path) -> None:
    store = Store.open(folder)
    put(store, event("a", "1"))
    store.fold()
    put(store, event("b", "ours"))
    theirs = '{"type":"event","id":"a","title":"theirs"}\n'
    (folder / "events.jsonl").write_text(theirs, encoding="utf-8")

    folded = store.fold()
    problems = [str(problem) for problem in store.problems()]
    store.close()

    assert not folded
    assert "changed from outside" in problems[0]
    assert theirs == (folder / "events.jsonl").read_text(encoding="utf-8")
    with Store.open(folder) as store:
        assert {e.id: e.title for e in store.all(Event)} == {"a": "theirs", "b": "ours"}


def test_the_journal_can_be_thrown_away_once_folded(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event(title="1"))
    for path in (folder / "journal").iterdir():
        path.unlink()

    with Store.open(folder) as store:
        put(store, event(title="2"))

    assert title(folder) == "2"
