import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from briefing.note.cells import GLUE, width, wrapped


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Harbour", 7),
        ("Grønn–blå “måke”…", 17),
        ("Zu\u0308rich", 6),
        ("معهد المنارة", 12),
        ("مُحَمَّد", 4),
        ("海底电缆", 8),
        ("ﾊｰﾊﾞｰ", 5),
        ("ハーバー", 8),
        ("등대", 4),
        ("\u1103\u1173\u11bc", 2),
        ("สายเคเบิล", 8),
        ("⚓\ufe0f", 2),
        ("☎\ufe0f", 2),
    ],
)
def test_text_is_measured_in_cells(text: str, cells: int) -> None:
    assert cells == width(text)


@pytest.mark.parametrize(
    "script", ["Latin é", "Кириллица", "Ελληνικά", "العربية", "עברית", "中文字幕"]
)
def test_scripts_of_the_field_are_measured_as_the_screen_measures_them(script: str) -> None:
    assert cell_len(script) == width(script)


def test_rows_end_at_spaces_and_later_ones_hang() -> None:
    assert ["- one two", "  three"] == list(wrapped("one two three", 9, first="- ", rest="  "))


def test_glued_words_go_to_the_next_row_together() -> None:
    assert ["one", "two [3]"] == list(wrapped(f"one two{GLUE}[3]", 8))


def test_glued_words_that_fill_more_than_a_row_are_parted() -> None:
    assert ["one", "two", "three"] == list(wrapped(f"one{GLUE}two{GLUE}three", 5))


def test_an_address_is_never_broken() -> None:
    address = "https://lantern.example/harbour/lights"

    assert ["See", address, "or not"] == list(wrapped(f"See {address} or not", 12))


def test_a_word_wider_than_a_row_is_broken() -> None:
    assert ["Seekabel-", "instandset", "zung"] == list(wrapped("Seekabel- instandsetzung", 10))


def test_wide_letters_are_parted_but_not_from_their_punctuation() -> None:
    assert ["海底电", "缆。谁", "付钱？"] == list(wrapped("海底电缆。谁付钱？", 6))
    assert ["海底电", "缆。谁"] == list(wrapped("海底电缆。谁", 8))
    assert ["海底", "“电", "缆”"] == list(wrapped("海底“电缆”", 5))


def test_an_accent_stays_with_its_letter() -> None:
    assert ["aaa", "e\u0301e"] == list(wrapped("aaae\u0301e", 3))


ANY_LINE = st.lists(
    st.text(st.sampled_from("abé-中文。（）ا\u0301한กำ👍"), min_size=1, max_size=30), max_size=12
).map(" ".join)


@given(ANY_LINE, st.integers(8, 40))
def test_rows_are_no_wider_than_their_room_and_nothing_is_lost(text: str, room: int) -> None:
    rows = list(wrapped(text, room, first="- ", rest="  "))

    assert all(width(row) <= room for row in rows)
    assert "".join(text.split()) == "".join("".join(row[2:] for row in rows).split())
