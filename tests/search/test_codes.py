import sqlite3
from collections.abc import Iterator

import pytest

from briefing.search.codes import FIRST_CODE, Codes


@pytest.fixture
def codes() -> Iterator[Codes]:
    connection = sqlite3.connect(":memory:")
    Codes.create(connection)
    yield Codes(connection)
    connection.close()


def test_each_word_of_a_value_has_a_code_and_the_whole_one_too(codes: Codes) -> None:
    first = list(codes.coded([("by", "Institute Merlan")]))
    second = list(codes.coded([("by", "Institute Sulark")]))

    assert (len(first), len(set(first) & set(second))) == (3, 1)


def test_a_term_is_found_whole_or_by_its_beginning(codes: Codes) -> None:
    institute, merlan, whole = codes.coded([("by", "Institute Merlan")])
    (instance, _) = codes.coded([("by", "Instance")])

    assert codes.found("by·inst", True) == [instance, institute]
    assert codes.found("by·merlan", False) == [merlan]
    assert codes.found("by··institute·merlan", False) == [whole]


def test_what_has_no_code_has_one_that_nothing_has(codes: Codes) -> None:
    written = list(codes.coded([("by", str(number)) for number in range(7_000)]))

    assert codes.found("by·harbour", True) == (FIRST_CODE,)
    assert FIRST_CODE not in written
    assert len(set(written)) == len(written)


def test_codes_are_kept_for_whoever_opens_them_next(codes: Codes) -> None:
    before = list(codes.coded([("by", "Merlan")]))

    assert list(Codes(codes._connection).coded([("by", "Merlan")])) == before
