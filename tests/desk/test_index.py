import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.desk.find import told_of
from briefing.desk.index import KINDS, StoreIndex
from briefing.errors import BriefingError
from briefing.model import Event, Position, Question, Source, Stakeholder
from briefing.search.sought import Sought
from briefing.search.words import Word, holds, indexed
from briefing.store import Change
from tests.desk.support import EVERYTHING, HARBOUR, START, announcement, make_folder, open_desk


def caught_up(index: StoreIndex) -> StoreIndex:
    shares = list(index.catch_up())
    assert all(0 <= share <= 1 for share in shares)
    assert index.is_in_step
    return index


def plainly(desk: Desk, words: Sequence[Word]) -> set[str]:
    """What is found by looking at every record."""
    found = set()
    for kind in KINDS:
        for record in desk.store.all(kind):
            title, names, rest = told_of(record)
            if isinstance(record, Source) and record.is_held:
                rest = (*rest, desk.store.source_text(record.sha256))
            texts = (title, " · ".join(map(indexed, names)), " · ".join(map(indexed, rest)))
            told = " # ".join((indexed(texts[0]), *texts[1:]))
            if holds(told, words):
                found.add(record.id)
    return found


def by_index(desk: Desk, words: Sequence[Word]) -> set[str]:
    index = caught_up(desk.index)
    asked = Sought(tuple(words))
    found = {id for kind in KINDS for id in index.find(kind, asked)}
    assert found == {id for kind in KINDS for id in index.all(kind, asked)}
    return found


def assert_in_step(desk: Desk) -> None:
    for text in ("h", "lantern", "cable", "new", "rep", "talk"):
        for is_excluded in (False, True):
            words = [Word(text, is_excluded=is_excluded)]
            assert plainly(desk, words) == by_index(desk, words)


def edit(desk: Desk, title: str) -> None:
    held = desk.store.get(Event, HARBOUR.id)
    with desk.change("Another title") as changes:
        changes.put(msgspec.structs.replace(held or HARBOUR, title=title))


def test_what_is_brought_in_is_found_by_the_words_of_its_source(desk: Desk) -> None:
    intake.bring_in(desk, announcement())

    found = by_index(desk, [Word("4 quay street", is_begun=False)])
    assert [desk.store.get(Source, id) is not None for id in found] == [True]


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
    with desk.change("Many") as changes:
        for number in range(100):
            changes.put(Event(id=f"e{number}", title=f"Talk {number}"))

    assert len(list(desk.index.catch_up())) > 5
    assert len(by_index(desk, [Word("talk")])) == 100


WORDS = ("talk", "lantern", "cable", "new", "repair", "harbour")
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["put", "remove", "undo", "redo", "restart", "look", "lose"]),
        st.sampled_from(["event", "question", "position", "stakeholder"]),
        st.sampled_from("abc"),
        TITLES,
    ),
    max_size=14,
)


def _record(kind: str, id: str, words: str) -> Event | Question | Position | Stakeholder:
    match kind:
        case "event":
            return Event(id=f"e-{id}", title=words)
        case "question":
            return Question(id=f"q-{id}", text=words)
        case "position":
            return Position(id=f"p-{id}", claim=words, holder=words)
        case _:
            return Stakeholder(id=f"s-{id}", name=words)


@settings(
    deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(EDITS)
def test_index_lookups_and_store_never_disagree(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str, str]]
) -> None:
    folder = make_folder(tmp_path_factory.mktemp("desk") / "desk", *EVERYTHING)
    desk = open_desk(folder)
    for what, kind, id, words in edits:
        record = _record(kind, id, words)
        held = desk.store.get(type(record), record.id)
        if what == "put":
            desk.store.commit([Change(held, record)], label="put", person="K", at=START)
        elif what == "remove" and held is not None:
            desk.store.commit([Change(held, None)], label="remove", person="K", at=START)
        elif what in ("undo", "redo"):
            try:
                getattr(desk, what)()
            except BriefingError:
                continue
        elif what == "restart":
            desk.close()
            desk = open_desk(folder)
        elif what == "lose":
            desk.close()
            (folder / "data" / ".cache" / "index.db").unlink(missing_ok=True)
            desk = open_desk(folder)
        elif what == "look":
            assert_in_step(desk)
    assert_in_step(desk)
    desk.close()
