from pathlib import Path

import pytest

from briefing.model import Event, Proposal
from briefing.store.merge_files import NoTableError, UnmergedError, merge_files
from briefing.store.records import encode
from briefing.store.tables import read_table
from tests.store.support import event


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def write(path: Path, *records: Event | Proposal) -> None:
    path.write_bytes(b"".join(encode(record) + b"\n" for record in records))


def merged(place: Path, path: str = "data/events.jsonl") -> list[str]:
    return merge_files(place / "base", place / "ours", place / "theirs", path)


def test_records_that_each_side_added_stand_in_order(place: Path) -> None:
    one, two, three = (event(f"{name}-22222") for name in ("a", "b", "c"))
    write(place / "ours", one, three)
    write(place / "theirs", two)

    in_doubt = merged(place)

    assert [] == in_doubt
    assert [one.id, two.id, three.id] == list(read_table(place / "ours").lines)


def test_what_is_in_doubt_is_told_once(place: Path) -> None:
    write(place / "base", event("a-22222", "A talk"))
    write(place / "ours", event("a-22222", "Our talk"))
    write(place / "theirs", event("a-22222", "Their talk"))

    assert ["a-22222"] == merged(place)
    assert [] == merged(place)


def test_what_was_in_doubt_before_is_not_told_again(place: Path) -> None:
    write(place / "base", event("a-22222", "A talk"))
    write(place / "ours", event("a-22222", "Our talk"))
    write(place / "theirs", event("a-22222", "Their talk"))
    merged(place)
    write(place / "theirs", Event(id="a-22222", title="A talk", venue="Room 5"))

    assert [] == merged(place)


def test_a_draft_that_is_in_doubt_is_told(place: Path) -> None:
    drafts = (event("a-22222", title) for title in ("A talk", "Our talk", "Their talk"))
    for name, draft in zip(("base", "ours", "theirs"), drafts, strict=True):
        write(place / name, Proposal(id="p-22222", source="s", draft=draft))

    assert ["p-22222"] == merged(place, "proposals.jsonl")


@pytest.mark.parametrize(
    ("name", "side"),
    [("base", "before both changes"), ("ours", "of our side"), ("theirs", "of the other side")],
)
def test_a_side_with_a_broken_line_changes_nothing(place: Path, name: str, side: str) -> None:
    write(place / "ours", event("a-22222"))
    before = (place / "ours").read_bytes()
    with (place / name).open("ab") as file:
        file.write(b'{"type":"event","id":"b-2')
    broken = (place / "ours").read_bytes()

    with pytest.raises(UnmergedError) as caught:
        merged(place)

    number = 2 if name == "ours" else 1
    expected = f"data/events.jsonl {side} was not merged: line {number}: the line is cut off."
    assert str(caught.value).startswith(expected)
    assert (broken if name == "ours" else before) == (place / "ours").read_bytes()


def test_a_record_of_a_newer_program_that_both_changed_is_not_merged(place: Path) -> None:
    write(place / "base", event("a-22222", "A talk"))
    write(place / "ours", event("a-22222", "Our talk"))
    newer = b'{"type":"event","id":"a-22222","title":"A talk","colour":"blue"}\n'
    (place / "theirs").write_bytes(newer)
    before = (place / "ours").read_bytes()

    with pytest.raises(UnmergedError, match=r"of the other side was not merged: a-22222: .*colour"):
        merged(place)

    assert before == (place / "ours").read_bytes()


def test_a_record_of_a_newer_program_that_only_they_changed_is_taken_as_it_is(place: Path) -> None:
    write(place / "base", event("a-22222", "A talk"), event("b-22222"))
    write(place / "ours", event("a-22222", "A talk"), event("b-22222", "Ours"))
    newer = b'{"type":"event","id":"a-22222","title":"A talk","colour":"blue"}'
    (place / "theirs").write_bytes(newer + b"\n" + encode(event("b-22222")) + b"\n")

    assert [] == merged(place)
    assert newer == read_table(place / "ours").lines["a-22222"]


def test_plain_documents_in_doubt_are_told(place: Path) -> None:
    for name, colour in (("base", "red"), ("ours", "green"), ("theirs", "blue")):
        (place / name).write_text(f'{{"id":"a","colour":"{colour}"}}\n', encoding="utf-8")

    assert ["a"] == merged(place, "paints.jsonl")


@pytest.mark.parametrize("newer", ["ours", "theirs"])
def test_the_newer_format_wins(place: Path, newer: str) -> None:
    for name in ("ours", "theirs"):
        content = '{"format":1,"schema":2}' if name == newer else '{"format": 1, "schema": 1}'
        (place / name).write_text(content, encoding="utf-8")

    merged(place, "data/store.json")

    assert b'{"format":1,"schema":2}' == (place / "ours").read_bytes()


def test_a_broken_format_changes_nothing(place: Path) -> None:
    (place / "ours").write_bytes(b'{"format":1,"schema":1}\n')

    with pytest.raises(UnmergedError, match=r"store\.json of one side was not merged"):
        merged(place, "store.json")

    assert b'{"format":1,"schema":1}\n' == (place / "ours").read_bytes()


@pytest.mark.parametrize("path", ["notes/a.md", "data/a table.jsonl", "events"])
def test_other_files_are_left_alone(place: Path, path: str) -> None:
    with pytest.raises(NoTableError, match="is no table of a desk"):
        merged(place, path)
