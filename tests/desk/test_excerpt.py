from hypothesis import given, strategies as st

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.desk.excerpt import _around, excerpt, title
from briefing.model import Source
from briefing.search.words import Word, indexed, lit_up
from tests.desk.support import HARBOUR, announcement


def test_the_words_of_a_title_are_lit_up() -> None:
    assert title(HARBOUR, [Word("light")]).lit == ((8, 14),)


def test_a_record_shows_the_field_that_holds_the_words(desk: Desk) -> None:
    found = excerpt(desk, HARBOUR, [Word("ferry")])

    assert found is not None
    assert (found.where, [found.text[a:b] for a, b in found.lit]) == ("Speakers", ["Ferry"])


def test_what_only_the_title_holds_needs_no_excerpt(desk: Desk) -> None:
    assert excerpt(desk, HARBOUR, [Word("lights")]) is None


def test_a_source_shows_its_line_and_where_that_stands(desk: Desk) -> None:
    intake.bring_in(desk, announcement())
    source = next(desk.store.all(Source))

    found = excerpt(desk, source, [Word("quay street", is_begun=False)])

    assert found is not None
    assert found.where == "line 6"
    assert found.place is not None
    assert desk.store.source_text(source.sha256)[found.place :].startswith("Quay Street")


@given(st.text(alphabet="ab é\x1b\u202e", max_size=400), st.text("abé", min_size=1, max_size=2))
def test_spans_stay_on_the_words_however_long_the_line_is(text: str, word: str) -> None:
    words = [Word(indexed(word))]
    spans = tuple(lit_up(text, words))
    if not spans:
        return

    found = _around(text, spans, "", 0)

    assert found.lit
    assert "\x1b" not in found.text
    assert all(0 <= start < end <= len(found.text) for start, end in found.lit)
    start, end = found.lit[0]
    assert indexed(found.text[start:end]).startswith(indexed(word)) or end == len(found.text)
