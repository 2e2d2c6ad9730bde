import itertools

from hypothesis import given, strategies as st

from briefing.tui.screens.kept_text import (
    Span,
    apart,
    lines_within,
    text_lines,
    window_around,
)
from briefing.tui.widgets.wrapped_text import Line

texts = st.text(st.sampled_from("ab \n\r\u202e\x1bø☃"), max_size=60)


def joined(lines: list[Line]) -> str:
    return "\n".join("".join(part.text for part in line.parts) for line in lines)


def lines_around(text: str, start: int, end: int) -> list[Line]:
    window = window_around(text, start, end)
    return lines_within(text, window, [Span(start, end, "here")])


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [Span(min(p), max(p), str(n)) for n, p in enumerate(draw(st.lists(places, max_size=5)))]
    return text, spans


@given(texts_with_spans())
def test_no_character_is_lost_or_moved(drawn: tuple[str, list[Span]]) -> None:
    text, spans = drawn

    assert joined(text_lines(text, spans)) == text


@given(texts_with_spans())
def test_spans_are_kept_apart(drawn: tuple[str, list[Span]]) -> None:
    kept = apart(drawn[1])

    assert all(one.end <= other.start for one, other in itertools.pairwise(kept))
    assert all(span.start < span.end for span in kept)


def test_the_words_of_a_span_are_a_link_called_by_it() -> None:
    lines = text_lines("When: Monday\nat noon, Oslo", [Span(6, 20, "when")])

    linked = [part.text for line in lines for part in line.parts if part.target == "when"]
    assert linked == ["Monday", "at noon"]


def test_of_a_long_text_only_what_is_around_the_span_is_laid_out() -> None:
    text = "before\n" * 10_000 + "here" + "\nafter" * 10_000

    lines = lines_around(text, 70_000, 70_004)

    assert 100 < len(lines) < 2_000
    assert [p.text for line in lines for p in line.parts if p.target] == ["here"]


def test_a_line_without_end_is_cut_around_the_span() -> None:
    text = "x" * 1_000_000

    lines = lines_around(text, 500_000, 500_010)

    assert len(joined(lines)) < 20_000
