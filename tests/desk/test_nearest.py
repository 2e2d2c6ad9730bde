import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.desk import query
from briefing.desk.desk import Desk
from briefing.desk.nearest import Nearest, alike, near, spelled
from briefing.model import Speaker
from tests.desk.support import HARBOUR

VOCABULARY = {"garcia": 3, "garnet": 9, "cable": 5, "cables": 2, "harbour": 1}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gacria", "garcia"), ("cabel", "cable"), ("habour", "harbour"), ("zebra", ""), ("ca", "")],
)
def test_the_word_most_like_one_is_meant(typed: str, meant: str) -> None:
    assert alike(typed, VOCABULARY) == meant


@given(st.sampled_from(sorted(VOCABULARY)), st.integers(0, 20))
def test_two_letters_that_changed_places_are_no_matter(word: str, at: int) -> None:
    at %= len(word) - 1
    mixed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    assert alike(mixed, VOCABULARY) in VOCABULARY


def test_a_near_word_is_told_as_it_is_written(desk: Desk) -> None:
    speaker = Speaker(key="s999", name="Álvaro García")
    with desk.change("A speaker") as edit:
        edit.put(msgspec.structs.replace(HARBOUR, speakers=(speaker,)))
    for _ in desk.index.catch_up():
        pass

    found = near(desk, query.read(desk, "gacria"), desk.index.terms())

    assert found is not None
    assert spelled(desk, found) == Nearest("gacria", "García", "García")


def test_nothing_is_meant_where_all_words_stand_somewhere(desk: Desk) -> None:
    for _ in desk.index.catch_up():
        pass

    assert near(desk, query.read(desk, "cable harbour"), desk.index.terms()) is None
