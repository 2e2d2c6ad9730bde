from pathlib import Path

import pytest

from briefing.model import Event
from briefing.store import DamagedError, Store
from tests.store.support import event, put

A, B = b'{"type":"event","id":"a","title":"A"}\n', b'{"type":"event","id":"b","title":"B"}\n'

DAMAGE = {
    "a cut line": (A + B[:-8], 2, "cut off"),
    "a cut line in the middle": (A[:10] + b"\n" + B, 1, "cut off"),
    "conflict marks": (A + b"<<<<<<< HEAD\n" + B + b"=======\n", 2, "git merge"),
    "the end of a conflict": (A + b">>>>>>> theirs\n" + B, 2, "git merge"),
    "no record": (A + b"[1, 2]\n", 2, "not a record"),
    "no id": (A + b'{"type":"event"}\n', 2, "not a record"),
    "another encoding": (A + B.replace(b'"b"', b'"\xff"'), 2, "not a record"),
    "another encoding in a text": (A + B.replace(b'"B"', b'"\xff"'), 2, "not a record"),
    "zeros": (A + bytes(30) + b"\n" + B, 2, "not a record"),
    "an id twice": (A + B + A.replace(b"A", b"C"), 3, "second record 'a'"),
}


@pytest.mark.parametrize(("content", "line", "what"), DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("writing", [True, False])
def test_a_damaged_table_is_refused_with_its_place_and_left_alone(
    folder: Path, content: bytes, line: int, what: str, *, writing: bool
) -> None:
    folder.mkdir()
    path = folder / "events.jsonl"
    path.write_bytes(content)

    with pytest.raises(DamagedError, match=rf"events\.jsonl:{line}: .*{what}"):
        Store.open(folder, writing=writing)

    assert content == path.read_bytes()


def test_a_refused_folder_can_be_opened_once_it_is_mended(folder: Path) -> None:
    folder.mkdir()
    path = folder / "events.jsonl"
    path.write_bytes(A[:-5])
    with pytest.raises(DamagedError) as refusal:
        Store.open(folder)
    path.write_bytes(A)

    with Store.open(folder) as store:
        assert store.count(Event) == 1
    assert refusal.traceback


def test_what_editors_do_to_a_file_does_no_harm(folder: Path) -> None:
    folder.mkdir()
    (folder / "events.jsonl").write_bytes(A.replace(b"\n", b"\r\n") + b"\n \n" + A + B[:-1])

    with Store.open(folder) as store:
        assert [e.title for e in store.all(Event)] == ["A", "B"]


def test_tables_that_nobody_knows_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "widgets.jsonl").write_bytes(b'{"id":"w","size":3}\n')
    (folder / "events (conflicted copy).jsonl").write_bytes(b"{")

    with Store.open(folder) as store:
        put(store, event())

    assert (folder / "widgets.jsonl").read_bytes() == b'{"id":"w","size":3}\n'
    assert (folder / "events (conflicted copy).jsonl").read_bytes() == b"{"


@pytest.mark.parametrize("name", ["store.json", "journal/fold.json"])
def test_a_damaged_small_file_is_refused_with_its_name(folder: Path, name: str) -> None:
    with Store.open(folder) as store:
        put(store, event())
    (folder / name).write_bytes(b"<<<<<<< HEAD")

    with pytest.raises(DamagedError, match=Path(name).name):
        Store.open(folder)
