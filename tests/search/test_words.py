import pytest
from hypothesis import given, strategies as st

from briefing.search.words import Word, holds, indexed, lit_up, tokens
from briefing.text import fold

TEXT = "Égalité – the “cyber-norms” of Tromsø, 网络安全, e\u0301tat, A/C.1/77/L.73 und Straße"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("egal", ["Égalité"]),
        ("cyber nor", ["cyber-norms"]),
        ("TROMSO", ["Tromsø"]),
        ("安全", ["安全"]),
        ("etat", ["e\u0301tat"]),
        ("l.73", ["L.73"]),
        ("strass", ["Straße"]),
        ("quiet", []),
    ],
)
def test_words_are_lit_up_as_they_are_written(typed: str, expected: list[str]) -> None:
    spans = lit_up(TEXT, [Word(indexed(typed))])

    assert expected == [TEXT[start:end] for start, end in spans]


def test_a_whole_phrase_does_not_go_on() -> None:
    text = indexed("Norms of behaviour")

    assert holds(text, [Word("norms of", is_begun=False)])
    assert not holds(text, [Word("norm", is_begun=False)])
    assert holds(text, [Word("behav")])


def test_what_is_excluded_must_not_be_held() -> None:
    text = indexed("Norms of behaviour")

    assert not holds(text, [Word("norms", is_excluded=True)])
    assert holds(text, [Word("treaty", is_excluded=True)])


@given(st.text())
def test_the_tokens_of_a_text_are_the_tokens_of_what_is_indexed(text: str) -> None:
    assert tokens(fold(text)) == indexed(text).split(" ") or indexed(text) == ""


@given(st.text())
def test_each_token_of_a_text_is_found_in_it_and_lit_up(text: str) -> None:
    for token in tokens(fold(text)):
        assert holds(indexed(text), [Word(token, is_begun=False)])
        assert list(lit_up(text, [Word(token)]))


@given(st.text(), st.lists(st.text(min_size=1, max_size=3), max_size=3))
def test_spans_come_in_order_and_apart_and_within_the_text(text: str, typed: list[str]) -> None:
    words = [Word(word) for one in typed if (word := indexed(one))]

    ends = [place for span in lit_up(text, words) for place in span]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)
