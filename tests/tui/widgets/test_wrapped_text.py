from hypothesis import given, strategies as st

from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line, Link, Part, WrappedText

WORDS = st.text("ab 日", max_size=30)
PARTS = st.builds(Part, WORDS, st.just(Tone.PLAIN), st.sampled_from(["", "x", "y"]))
COLUMNS = st.integers(0, 4)
LINES = st.lists(st.builds(Line, st.lists(PARTS, max_size=4), COLUMNS, COLUMNS), max_size=6)


@given(LINES, st.integers(6, 30))
def test_the_rows_hold_every_part_once_and_in_order(lines: list[Line], width: int) -> None:
    text = WrappedText(lines, width)

    shown = [
        "".join(shown for shown, _, _ in text.parts_of(number)) for number in range(len(text.rows))
    ]
    assert "".join(text.texts).replace(" ", "") == "".join(shown).replace(" ", "")


@given(LINES, st.integers(6, 30))
def test_what_is_taken_from_all_rows_is_the_text_before_wrapping(
    lines: list[Line], width: int
) -> None:
    text = WrappedText(lines, width)

    taken = [text.extract(row, 0, -1) for row in range(len(text.rows))]

    assert "".join(f"{line}\n" for line in text.texts) == "".join(taken)


@given(LINES, st.integers(6, 30))
def test_a_link_is_in_the_row_it_begins_in(lines: list[Line], width: int) -> None:
    text = WrappedText(lines, width)

    for link in text.links:
        row = text.rows[text.row_of_link(link)]

        assert link.line == row.line
        assert row.start <= link.start <= row.end


def test_rows_after_the_first_hang_under_the_fact() -> None:
    line = Line((Part("When   ", Tone.MUTED), Part("27 July 2023, 09:00 New York")), hang=7)

    text = WrappedText([line], 24)

    shown = [" " * row.indent + text.texts[0][row.start : row.end] for row in text.rows]
    assert shown == ["When   27 July 2023,", "       09:00 New York"]


def test_a_part_is_made_harmless_before_its_place_is_counted() -> None:
    line = Line((Part("a\u202eb\nc"), Part("[1]", target="source")))

    text = WrappedText([line], 20)

    assert text.texts == ("ab c[1]",)
    assert text.links == (Link(0, 4, 7, "source"),)


def test_the_link_under_the_mouse_is_found_in_a_wrapped_line() -> None:
    line = Line((Part("日本 told by "), Part("the source", target="s")), indent=2)
    text = WrappedText([line], 20)

    rows = [text.texts[0][row.start : row.end] for row in text.rows]
    at = {(row, column): text.link_at(row, column) for row in (0, 1) for column in (3, 16, 17, 19)}

    assert rows == ["日本 told by the", "source"]
    assert [place for place, link in at.items() if link] == [(0, 16), (0, 17), (1, 3)]


def test_a_link_without_words_is_none() -> None:
    assert WrappedText([Line((Part("", target="source"),))], 20).links == ()


def test_where_there_is_no_room_there_are_no_rows() -> None:
    assert WrappedText([Line((Part("text"),))], 0).rows == []
