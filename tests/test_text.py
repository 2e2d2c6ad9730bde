import re
import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from briefing.text import clean, clean_block, count, cut_at_word, file_name, fold, slug, squeeze
from tests.strategies import hostile_texts

any_text = st.text() | st.text(st.characters(codec=None)) | hostile_texts()

BIDI_AND_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u206a-\u206f\ufeff]"
)


# For search -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Støre", "store"),
        ("Ødegård", "odegard"),
        ("Łukasz", "lukasz"),
        ("Þór", "thor"),
        ("Đukanović", "dukanovic"),
        ("STRASSE", "straße"),
        ("Æther", "aether"),
        ("İstanbul", "istanbul"),
        ("ısı", "isi"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("على", "علي"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("مـــحمد", "محمد"),
        ("Saʿid", "said"),
        ("l’Afrique", "l'afrique"),
        ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("№ 5", "no 5"),
        ("ℌ", "h"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_that_differ_stay_apart() -> None:
    assert fold("Norway") != fold("Norwegian")


@given(any_text)
@example("ℌ")
@example("™")
@example("ᵃͅ")
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(any_text)
def test_case_never_matters(text: str) -> None:
    assert fold(text) == fold(text.casefold())


# For the screen ---------------------------------------------------------------------------------


@given(any_text)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_block(text) == clean_block(clean_block(text))
    assert clean(text) == clean(clean(text))


@given(any_text)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    block = clean_block(text)

    assert {c for c in block if unicodedata.category(c) in ("Cc", "Cs")} <= {"\n"}
    assert not BIDI_AND_INVISIBLE.search(block)
    assert not {"\u2028", "\u2029"} & set(block)


@given(any_text)
def test_a_cleaned_line_is_one_line(text: str) -> None:
    line = clean(text)

    assert line == line.strip()
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[2J\x1b]0;title\x07", "\ufffd[2J\ufffd]0;title\ufffd"),
        ("\x9b31mred", "\ufffd31mred"),
        ("a\x00b", "a\ufffdb"),
        ("pay \u202eevil\u202c now", "pay evil now"),
        ("half \ud83d", "half \ufffd"),
        ("no \ufffe character \uffff", "no \ufffd character \ufffd"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("tab\tstop", "tab stop"),
        ("[red]not markup[/red]", "[red]not markup[/red]"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_a_block_keeps_its_words_and_lines(text: str, expected: str) -> None:
    assert expected == clean_block(text)


def test_lines_become_spaces_in_one_line() -> None:
    assert clean("  one\r\n\ttwo\u2029three ") == "one two three"


def test_runs_of_white_space_are_squeezed() -> None:
    assert squeeze("  one \n\t two\u00a0three ") == "one two three"


# For names --------------------------------------------------------------------------------------


@given(any_text)
@example("../../etc/passwd")
@example("..")
@example("C:\\windows\\system32")
@example("😀" * 90)
@example("CON.txt")
def test_a_file_name_stays_in_its_folder_on_every_system(text: str) -> None:
    name = file_name(text)

    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in name)
    assert name.strip(" .") == name
    assert len(f".{name}.md.new".encode()) <= 255


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Panel: who mends a cable?", "Panel who mends a cable"),
        ("../../etc/passwd", "etc passwd"),
        ("...", "untitled"),
        ("", "untitled"),
        (".hidden", "hidden"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("NUL .txt", "_NUL .txt"),
        ("com¹", "_com¹"),
        ("LPT9", "_LPT9"),
        ("Console", "Console"),
    ],
)
def test_a_file_name_reads_like_its_title(text: str, expected: str) -> None:
    assert expected == file_name(text)


@given(any_text)
def test_a_slug_is_plain_words_and_not_longer_than_allowed(text: str) -> None:
    found = slug(text, longest=20)

    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", found)
    assert len(found) <= 20


def test_a_slug_ends_with_a_whole_word() -> None:
    assert slug("Ødegård & the harbour lights of Łódź", longest=25) == "odegard-the-harbour"


def test_a_single_word_too_long_for_a_slug_is_cut() -> None:
    assert slug("Donaudampfschifffahrt", longest=5) == "donau"


def test_numbers_are_told_with_their_noun() -> None:
    assert count(1, "task") == "1 task"
    assert count(0, "task") == "0 tasks"
    assert count(12000, "body", "bodies") == "12,000 bodies"


def test_what_is_printable_needs_no_cleaning() -> None:
    printable = filter(str.isprintable, map(chr, range(0x110000)))

    assert [] == [character for character in printable if clean_block(character) != character]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Lights", "Harbour Lights"),
        ("Harbour Lights and Shades", "Harbour Lights"),
        ("Harbour Lightsandshades", "Harbour Lightsa"),
        ("Harbour", "Harbour"),
        ("港口灯光与阴影港口灯光与阴影港口灯光", "港口灯光与阴影港口灯光与阴影港"),
    ],
)
def test_text_is_cut_where_a_word_ends(text: str, expected: str) -> None:
    assert expected == cut_at_word(text, 15)
