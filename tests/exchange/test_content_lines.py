import datetime as dt

import pytest
from hypothesis import example, given, strategies as st
from icalendar import Event

from briefing.exchange.content_lines import block, moment, one_line, utf16, written
from briefing.text import clean, clean_block
from tests.strategies import texts


def _read_back(value: str) -> str:
    content = written(["BEGIN:VEVENT", f"DESCRIPTION:{value}", "END:VEVENT"])
    return str(Event.from_ical(content)["DESCRIPTION"])


@given(texts() | st.text(min_size=60, max_size=300))
@example("C:\\New and \\new; a, b")
@example("\\" * 200)
@example("é" * 200)
@example("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{MICROSCOPE}" * 40)
def test_a_text_is_read_back_by_icalendar_as_it_was(text: str) -> None:
    assert clean_block(text) == _read_back(block(text))
    assert clean(text) == _read_back(one_line(text))


@given(st.text(max_size=400))
@example("x" * 400)
def test_no_line_is_longer_than_75_bytes_and_none_cuts_a_character(text: str) -> None:
    content = written([f"SUMMARY:{block(text)}"]).encode()

    folded = content.split(b"\r\n")
    assert max(map(len, folded)) <= 75
    assert all(line.decode() is not None for line in folded)
    assert all(line.startswith(b" ") for line in folded[1:-1])


def test_a_fold_cuts_no_escape() -> None:
    for before in range(60, 72):
        content = written(["SUMMARY:" + block("x" * before + ";;;")])

        assert not any(line.endswith("\\") for line in content.split("\r\n"))


def test_no_text_ends_its_line_and_begins_another() -> None:
    hostile = "Lamp Night\r\nATTACH:https://evil.example/\nEND:VEVENT\u2028BEGIN:VALARM\x00"

    assert 1 == written([f"SUMMARY:{one_line(hostile)}"]).replace("\r\n ", "").count("\r\n")
    assert 1 == written([f"SUMMARY:{block(hostile)}"]).replace("\r\n ", "").count("\r\n")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Lamps and ropes", "Lamps and ropes"),
        ("Lamps and ropes and ships", "Lamps and ropes…"),
        ("Lampsandropesandships", "Lampsandropesan…"),
        ("\N{WOMAN}" * 9, "\N{WOMAN}" * 7 + "…"),
    ],
)
def test_a_text_that_is_too_long_is_cut_between_words(text: str, cut: str) -> None:
    assert cut == utf16(text, 16)


def test_a_moment_of_an_early_year_has_four_digits() -> None:
    assert "00090203T040506" == moment(dt.datetime(9, 2, 3, 4, 5, 6, 7))  # noqa: DTZ001
    assert "20310612T090000Z" == moment(dt.datetime(2031, 6, 12, 9, tzinfo=dt.UTC))
