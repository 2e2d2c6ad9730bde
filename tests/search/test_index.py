import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from briefing.search.index import Entry, Index
from briefing.search.index_file import discard
from briefing.search.sought import Mark, Sought
from briefing.search.words import Word, holds, indexed

KINDS = ("events", "questions")


@pytest.fixture
def index() -> Iterator[Index]:
    made = Index.in_memory(KINDS)
    yield made
    made.close()


def entry(
    id: str,
    title: str,
    *,
    names: str = "",
    rest: str = "",
    days: tuple[int, int] = (0, 0),
    marks: tuple[tuple[str, str], ...] = (),
) -> Entry:
    return Entry(id, 1, *days, indexed(title), indexed(names), indexed(rest), marks)


def found(index: Index, *words: str, **asked: object) -> list[str]:
    sought = Sought(tuple(Word(indexed(word)) for word in words), **asked)  # type: ignore[arg-type]
    ids = list(index.find("events", sought))
    assert frozenset(ids) == index.all("events", sought)
    return ids


def test_titles_come_before_names_and_names_before_the_rest(index: Index) -> None:
    entries = [
        entry("rest", "Talk", rest="on harbours"),
        entry("name", "Talk", names="Harbour Centre"),
        entry("title", "Harbours at night"),
    ]
    index.put("events", entries)

    assert found(index, "harbour") == ["title", "name", "rest"]


def test_words_as_they_stand_come_before_words_that_only_begin_so(index: Index) -> None:
    index.put("events", [entry("b", "Portable lamps", days=(9, 9)), entry("a", "Port lamps")])

    assert found(index, "port", "lam") == ["a", "b"]


def test_the_newest_come_first(index: Index) -> None:
    index.put("events", [entry(f"day-{n}", "Talk", days=(n, n)) for n in (7, 9, 8)])

    assert found(index, "talk") == ["day-9", "day-8", "day-7"]


def test_what_is_put_in_again_is_found_by_its_new_words_alone(index: Index) -> None:
    index.put("events", [entry("a", "Old")])
    index.put("events", [entry("a", "New")])

    assert (found(index, "old"), found(index, "new")) == ([], ["a"])


def test_what_is_dropped_is_not_found(index: Index) -> None:
    index.put("events", [entry("a", "Talk"), entry("b", "Talk")])
    index.drop("events", ["a"])

    assert found(index, "talk") == ["b"]


def test_values_are_asked_for_whole_or_by_their_words(index: Index) -> None:
    index.put("events", [entry("a", "Talk", marks=(("by", "Harbour Centre (HC)"),))])

    assert found(index, marks=((Mark("by", "cent"),),)) == ["a"]
    assert found(index, marks=((Mark("by", "Harbour Centre HC", is_whole=True),),)) == ["a"]
    assert found(index, marks=((Mark("by", "Harbour", is_whole=True),),)) == []
    assert found(index, "harbour") == []


def test_of_several_values_one_is_enough_and_another_field_is_wanted_besides(index: Index) -> None:
    index.put(
        "events",
        [
            entry("a", "A", marks=(("mode", "online"), ("topic", "norms"))),
            entry("b", "B", marks=(("mode", "hybrid"), ("topic", "norms"))),
            entry("c", "C", marks=(("mode", "online"), ("topic", "space"))),
        ],
    )
    either = (Mark("mode", "online"), Mark("mode", "hybrid"))

    assert set(found(index, marks=(either, (Mark("topic", "norms"),)))) == {"a", "b"}
    assert set(found(index, without=(Mark("mode", "online"),))) == {"b"}
    assert set(found(index, "c", without=(Mark("mode", "online"),))) == set()


def test_days_bound_what_is_found_and_what_has_none_is_left_out(index: Index) -> None:
    index.put("events", [entry("none", "Talk"), entry("long", "Talk", days=(10, 14))])

    assert found(index, since=14) == ["long"]
    assert found(index, "talk", since=15) == []
    assert found(index, until=10) == ["long"]
    assert found(index, "talk", until=9) == []
    assert found(index, over=15) == ["long"]
    assert found(index, over=14) == []


def test_a_search_can_be_stopped_from_another_thread(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    index = Index.open(path, KINDS)
    index.put("events", [entry(f"e{n}", "Talk") for n in range(1_000)])
    index.commit()
    reader = Index.look(path, KINDS)
    running = reader.find("events", Sought((Word("talk"),)))
    next(running)
    reader.interrupt()

    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        list(running)
    reader.close()
    index.close()


def test_an_index_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    path.write_bytes(b"no database" * 1_000)

    index = Index.open(path, KINDS)

    assert dict(index.held("events")) == {}
    index.close()


def test_an_index_of_other_kinds_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    index = Index.open(path, ("events",))
    index.put("events", [entry("a", "Talk")])
    index.commit()
    index.close()

    index = Index.open(path, KINDS)

    assert dict(index.held("events")) == {}
    index.close()


def test_only_its_owner_can_read_an_index(tmp_path: Path) -> None:
    index = Index.open(tmp_path / "index.db", KINDS)
    index.put("events", [entry("a", "Talk")])
    index.commit()

    assert {0o600} == {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    index.close()


def test_a_discarded_index_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    Index.open(path, KINDS).close()
    discard(path)

    assert list(tmp_path.iterdir()) == []


def test_an_index_is_worn_when_much_in_it_is_dead(index: Index) -> None:
    for number in range(1_002):
        index.put("events", [entry("a", f"Talk {number}")])

    assert index.is_worn


LETTERS = st.text("abø 安'-", max_size=6)
EDITS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.none() | st.tuples(LETTERS, LETTERS, LETTERS)),
    max_size=12,
)
WORDS = st.lists(
    st.builds(
        Word, LETTERS.map(indexed).filter(bool), is_begun=st.booleans(), is_excluded=st.booleans()
    ),
    max_size=3,
)


@settings(deadline=None)
@given(EDITS, WORDS)
def test_what_is_found_is_what_a_plain_look_at_all_texts_finds(
    edits: list[tuple[str, tuple[str, str, str] | None]], words: list[Word]
) -> None:
    index = Index.in_memory(KINDS)
    held: dict[str, str] = {}
    for id, texts in edits:
        if texts is None:
            index.drop("events", [id])
            held.pop(id, None)
        else:
            title, names, rest = texts
            index.put("events", [entry(id, title, names=names, rest=rest)])
            held[id] = " # ".join(indexed(text) for text in texts)

    expected = {id for id, text in held.items() if holds(text, words)}
    assert expected == index.all("events", Sought(tuple(words)))
    assert expected == set(index.find("events", Sought(tuple(words))))
    assert set(held) == set(dict(index.held("events")))
    index.close()
