import re

import pytest
from hypothesis import given, settings, strategies as st

from briefing.reader import heads as reading_heads
from briefing.reader.cues import Cue, small
from briefing.reader.heads import heads, openings
from briefing.reader.vocabulary import EVENT_NOUN, any_of

PATTERNS = (
    any_of("by", "until", r"dead ?lines?", r"l['’]heure"),
    any_of(r"\w*frist(?:en)?", "kl", r"s[aá]la"),
    r"(?<!\w)(?:(?:will|shall) )?(?:not )?be held(?!\w)",
    EVENT_NOUN,
    r"(?:at|on) noon",
)
WORDS = st.sampled_from(
    (
        *("by", "bye", "By", "Unt\u0131l", "deadlines", "dead line", "L’heure", "Påmeldingsfrist"),
        *("be held", "will", "not", "frist", "KL", "\u017fala", "İs", "seminar", "at noon"),
        *(",", "(", "\n", "x" * 70),
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(deadline=None)
@given(text=TEXTS, start=st.integers(0, 300), length=st.integers(0, 300))
def test_a_cue_finds_what_its_pattern_does(
    pattern: str, text: str, start: int, length: int
) -> None:
    cue, plain = Cue(pattern), re.compile(pattern, re.IGNORECASE)
    text *= 4
    place = (start, _end_of_word(text, start + length))

    found = [match.span() for match in cue.finditer(text, *place)]

    assert [match.span() for match in plain.finditer(text, *place)] == found
    assert _span(plain.search(text, *place)) == _span(cue.search(text, *place))
    assert _span(plain.match(text, *place)) == _span(cue.match(text, *place))
    assert _span(plain.fullmatch(text, *place)) == _span(cue.fullmatch(text, *place))


def test_heads_are_the_first_letters_of_words_that_stand_whole_or_go_on() -> None:
    told = heads(any_of("by", "registration", r"co-?chairs?", r"\w*frist"), re.IGNORECASE)

    assert told is not None
    assert {"by", "reg", "co", "coc"} == told.first
    assert ("fris",) == told.within


@pytest.mark.parametrize("pattern", [r"by", r"(?<!\w)\d+", r"(?<!\w)by", r"(?<!\w)(?:x|.y)"])
def test_what_may_begin_otherwise_has_no_heads(pattern: str) -> None:
    told = heads(pattern, re.IGNORECASE)

    assert told is None


def test_what_is_tried_where_a_word_begins_needs_no_edge() -> None:
    told = openings(r"title|event(?: name)?|on")

    assert {"tit", "eve", "on"} == told


def test_small_letters_keep_the_length_of_a_text() -> None:
    text = "İSTANBUL \u017fı KELVIN \u212a"

    letters = small(text)

    assert "istanbul si kelvin k" == letters


def _end_of_word(text: str, place: int) -> int:
    rest = re.compile(r"\w*").match(text, place)
    return rest.end() if rest and re.match(r"\w", text[place - 1 : place]) else place


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


def test_where_a_pattern_can_not_be_looked_into_it_is_tried_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading_heads, "_parser", None)

    assert (None, frozenset()) == (heads("by noon"), openings("by noon"))
