import pytest
from hypothesis import given, strategies as st

from briefing.search.query import Filter, Mistake, Query, parse, part_at, quoted
from briefing.search.words import Word

FIELDS = {"forum", "after", "has", "mode", "topic", "by"}


def test_words_phrases_fields_signs_and_what_is_not_wanted_are_told_apart() -> None:
    query = parse('forum:oewg cyb -dull "state of play" -mode:online #norms @unidir', FIELDS)

    assert query.words == (
        Word("cyb"),
        Word("dull", is_excluded=True),
        Word("state of play", is_begun=False),
    )
    assert query.filters == (
        Filter("forum", "oewg", False, 0, 10),
        Filter("mode", "online", True, 37, 49),
        Filter("topic", "norms", False, 50, 56),
        Filter("by", "unidir", False, 57, 64),
    )
    assert query.mistakes == ()


def test_a_value_of_several_words_stands_in_quotation_marks() -> None:
    assert parse('topic:"cyber norms"', FIELDS).filters == (
        Filter("topic", "cyber norms", False, 0, 19),
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("10:30", "10 30"),
        ("https://lantern.example/talk", "https lantern example talk"),
        ("A/C.1/77/L.73", "a c 1 77 l 73"),
        ("state-of-play", "state of play"),
        ('"state of pl', "state of pl"),
    ],
)
def test_what_is_no_field_is_words(typed: str, expected: str) -> None:
    assert parse(typed, FIELDS).words == (Word(expected),)


def test_a_field_that_is_misspelled_is_told_with_its_place() -> None:
    query = parse("norms fourm:oewg", FIELDS)

    assert query.mistakes == (Mistake(6, 16, "There is no “fourm:”; did you mean “forum:”?"),)
    assert query.words == (Word("norms"),)


def test_a_field_without_a_value_is_told() -> None:
    assert parse("forum:", FIELDS).mistakes == (Mistake(0, 6, "“forum:” needs a word after it."),)


@pytest.mark.parametrize("typed", ["", "  ", '""', "- -", "#", "@", "?!", "-"])
def test_signs_alone_ask_for_nothing(typed: str) -> None:
    query = parse(typed, FIELDS)

    assert (True, ()) == (query.is_empty, query.mistakes)


def test_the_part_that_is_being_typed_is_known_by_its_place() -> None:
    text = "norms forum:oew after:2023"

    assert (6, 15) == part_at(text, 15)
    assert (6, 15) == part_at(text, 9)
    assert (27, 27) == part_at(f"{text} ", 27)


@given(st.text())
def test_no_query_fails_and_what_is_found_in_it_has_its_place(text: str) -> None:
    query = parse(text, FIELDS)

    assert isinstance(query, Query)
    places = [(f.start, f.end) for f in query.filters] + [(m.start, m.end) for m in query.mistakes]
    assert all(text[start:end].strip("-") for start, end in places)


@given(st.text(min_size=1).filter(lambda text: text.replace('"', "").strip()))
def test_a_value_that_is_quoted_is_read_back(value: str) -> None:
    plain = value.replace('"', "").strip()

    assert [plain] == [one.value for one in parse(f"topic:{quoted(plain)}", FIELDS).filters]
