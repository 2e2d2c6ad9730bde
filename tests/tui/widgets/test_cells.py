from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len, get_character_cell_size

from briefing.text import clean, squeeze
from briefing.tui.widgets import cells
from briefing.tui.widgets.cells import ELLIPSIS, clip, column_at, fit, one_line, wrap

ANY_TEXT = st.text(max_size=60)
WIDTHS = st.integers(0, 40)
HOSTILE = "a\x1b[31mb\u202ec\x00d\te\r\nf\u2028g\x9bh\ud800"


@given(ANY_TEXT)
def test_a_line_is_as_harmless_as_clean_makes_it(text: str) -> None:
    line = one_line(text)

    assert squeeze(clean(text)) == squeeze(line)
    assert "\n" not in line
    assert line == one_line(line)


def test_a_line_keeps_the_spaces_at_its_ends() -> None:
    assert one_line("  in columns  ") == "  in columns  "


def test_no_control_code_is_left_in_a_line() -> None:
    line = one_line(HOSTILE)

    assert line == "a�[31mbc�d e f g�h�"


@given(ANY_TEXT, WIDTHS)
def test_a_clipped_line_takes_no_more_than_its_columns(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width


@given(ANY_TEXT, WIDTHS)
def test_a_fitted_line_takes_exactly_its_columns(text: str, width: int) -> None:
    assert width == cell_len(fit(text, width))


@given(ANY_TEXT, WIDTHS)
def test_what_fits_is_not_cut(text: str, width: int) -> None:
    line = one_line(text)

    clipped = clip(line, width)

    assert (cell_len(line) <= width and clipped == line) or clipped.endswith(ELLIPSIS * (width > 0))


def test_a_wide_letter_is_never_cut_in_half() -> None:
    assert clip("日本語", 5) == "日本…"
    assert clip("日本語", 4) == "日 …"


def test_accents_without_end_are_cut_like_letters() -> None:
    clipped = clip("e" + "\u0301" * 10_000, 5)

    assert len(clipped) <= 41
    assert clipped.endswith(ELLIPSIS)


@given(ANY_TEXT.map(one_line), st.integers(2, 40), st.integers(0, 8))
def test_wrapped_rows_lose_only_the_spaces_between_them(text: str, width: int, hang: int) -> None:
    rows = list(wrap(text, width, hang=hang))

    joined = "".join(text[start:end] for start, end in rows)
    between = [text[end:start] for (_, end), (start, _) in pairwise(rows)]
    assert text.replace(" ", "") == joined.replace(" ", "")
    assert {*between, text[rows[-1][1] :]} <= {"", " "}
    assert rows[0][0] == 0


@given(ANY_TEXT.map(one_line), st.integers(2, 40))
def test_no_wrapped_row_is_wider_than_its_columns(text: str, width: int) -> None:
    rows = [text[start:end] for start, end in wrap(text, width)]

    assert all(sum(map(get_character_cell_size, row)) <= width for row in rows)


def test_rows_end_at_a_space_where_there_is_one() -> None:
    text = "an informal dialogue on norms"

    rows = [text[start:end] for start, end in wrap(text, 11, hang=3)]

    assert rows == ["an informal", "dialogue", "on norms"]


def test_a_word_wider_than_the_row_is_broken() -> None:
    rows = list(wrap("abcdefgh ij", 4))

    assert rows == [(0, 4), (4, 8), (9, 11)]


def test_an_empty_text_is_one_empty_row() -> None:
    assert list(wrap("", 10)) == [(0, 0)]


@pytest.mark.parametrize(("column", "expected"), [(0, 0), (1, 1), (2, 1), (3, 3), (4, 4)])
def test_a_column_leads_to_the_letter_that_stands_in_it(column: int, expected: int) -> None:
    assert column_at("a日\u0301b", 0, column) == expected


def test_what_counts_as_narrow_takes_one_column() -> None:
    narrow = [c for c in map(chr, range(0x3000)) if cells._NARROW.fullmatch(c)]

    assert [c for c in narrow if get_character_cell_size(c) != 1] == []
