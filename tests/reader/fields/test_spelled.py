import re

from hypothesis import given, strategies as st

from briefing.reader.fields import days
from briefing.reader.fields.spelled import any_case, as_spelled

WORDS = st.lists(st.text("abmé-'", min_size=1, max_size=4), min_size=1, max_size=8)


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@given(WORDS, st.text("abmé-' ", max_size=12))
def test_words_spelled_together_are_found_as_one_by_one(words: list[str], text: str) -> None:
    expected = re.findall(_longest_first(words), text)

    actual = re.findall(as_spelled(words), text)

    assert expected == actual


@given(WORDS, st.text("abméABMÉ-' ", max_size=12))
def test_case_does_not_matter_where_any_will_do(words: list[str], text: str) -> None:
    expected = re.findall(_longest_first(words), text, re.IGNORECASE)

    actual = re.findall(any_case(words), text)

    assert expected == actual


def test_letters_that_are_only_like_those_of_a_month_name_none() -> None:
    assert [] == days.find("12 aprİl 2023, 12 apr\u0131l 2023")
