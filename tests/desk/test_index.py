import sqlite3
from collections.abc import Generator
from pathlib import Path

import msgspec
import pytest

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.model import Event, Source
from briefing.search.words import Word
from tests.desk.in_step import assert_in_step, by_index, caught_up
from tests.desk.support import HARBOUR, announcement, open_desk


def edit(desk: Desk, title: str) -> None:
    held = desk.store.get(Event, HARBOUR.id)
    with desk.change("Another title") as changes:
        changes.put(msgspec.structs.replace(held or HARBOUR, title=title))


def test_what_is_brought_in_is_found_by_the_words_of_its_source(desk: Desk) -> None:
    intake.bring_in(desk, announcement())

    found = by_index(desk, [Word("4 quay street", is_begun=False)])
    assert [desk.store.get(Source, id) is not None for id in found] == [True]


def test_a_text_that_a_pull_brings_after_its_source_is_found_from_the_next_start_on(
    folder: Path,
) -> None:
    texts, elsewhere = folder / "data" / "sources", folder / "elsewhere"
    with open_desk(folder) as desk:
        intake.bring_in(desk, announcement())
        texts.rename(elsewhere)
        caught_up(desk.index)
    elsewhere.rename(texts)

    with open_desk(folder) as desk:
        assert len(by_index(desk, [Word("4 quay street", is_begun=False)])) == 1
        assert_in_step(desk)


def test_an_edit_is_found_at_once_and_its_undoing_too(desk: Desk) -> None:
    caught_up(desk.index)
    edit(desk, "New lamps")
    assert by_index(desk, [Word("lamps")]) == {HARBOUR.id}

    desk.undo()
    assert by_index(desk, [Word("lamps")]) == set()
    assert_in_step(desk)


def test_what_was_changed_while_the_index_was_closed_is_taken_in(folder: Path) -> None:
    with open_desk(folder) as desk:
        caught_up(desk.index)
    with open_desk(folder) as desk:
        edit(desk, "New lamps")
    with open_desk(folder) as desk:
        assert_in_step(desk)


@pytest.mark.parametrize("harm", ["gone", "no database", "cut short"])
def test_a_broken_index_is_built_anew(folder: Path, harm: str) -> None:
    with open_desk(folder) as desk:
        caught_up(desk.index)
    path = folder / "data" / ".cache" / "index.db"
    raw = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(b"x" * len(raw) if harm == "no database" else raw[: len(raw) // 2])
    with open_desk(folder) as desk:
        try:
            assert_in_step(desk)
        except sqlite3.DatabaseError:
            desk.index.begin_anew()
            assert_in_step(desk)


def test_a_second_desk_that_only_reads_finds_what_the_first_one_writes(folder: Path) -> None:
    with open_desk(folder) as first, open_desk(folder, writing=False) as second:
        caught_up(first.index)
        assert_in_step(second)
        edit(first, "New lamps")
        caught_up(first.index)
        second.store.refresh()
        assert by_index(second, [Word("lamps")]) == {HARBOUR.id}
        assert_in_step(second)


def test_who_only_reads_needs_no_index_of_anybody(folder: Path) -> None:
    with open_desk(folder, writing=False) as desk:
        assert_in_step(desk)
    assert not (folder / "data" / ".cache" / "index.db").exists()


def test_where_no_file_can_be_made_the_index_is_in_memory(folder: Path) -> None:
    (folder / "data" / ".cache" / "index.db").mkdir(parents=True)
    with open_desk(folder) as desk:
        assert_in_step(desk)
        edit(desk, "New lamps")
        assert_in_step(desk)


def test_many_edits_are_taken_in_in_small_steps(desk: Desk) -> None:
    put_many(desk)

    assert len(list(desk.index.catch_up())) > 5
    assert len(by_index(desk, [Word("talk")])) == 100


def put_many(desk: Desk) -> None:
    with desk.change("Many") as changes:
        for number in range(100):
            changes.put(Event(id=f"e{number}", title=f"Talk {number}"))


def read_some(desk: Desk) -> Generator[float, None, None]:
    """Return the steps of catching up, stopped where some records are read and not put in yet."""
    steps = desk.index.catch_up()
    while not desk.index._in_hand:
        next(steps)
    return steps


def test_what_was_read_and_not_put_in_yet_waits_again(desk: Desk) -> None:
    put_many(desk)
    steps = read_some(desk)
    assert not desk.index.is_in_step

    steps.close()
    assert len(by_index(desk, [Word("talk")])) == 100


def test_a_record_that_changes_while_others_are_put_in_is_found_as_it_is(desk: Desk) -> None:
    put_many(desk)
    steps = read_some(desk)
    edit(desk, "New lamps")
    for _ in steps:
        pass

    assert by_index(desk, [Word("lamps")]) == {HARBOUR.id}
    assert_in_step(desk)
