import pytest
from hypothesis import given, strategies as st

from briefing.reader.formats import text

PROBLEM_ENCODING = "the text is not UTF-8; it was read as Windows-1252, so look at its accents"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("Bali,\u00a0Indonesia".encode(), "Bali, Indonesia"),
        ("e\u0301te".encode(), "\u00e9te"),
        ("å".encode("utf-8-sig"), "å"),
        ("Oslo og Bodø".encode("utf-16"), "Oslo og Bodø"),
        ("Oslo og Bodø".encode("utf-32"), "Oslo og Bodø"),
        (b"a\x00b\x1b[2J", "a\ufffdb\ufffd[2J"),
        ("one\u2028two".encode(), "one\ntwo"),
        (b"a\tb", "a\tb"),
    ],
)
def test_bytes_become_kept_text(raw: bytes, expected: str) -> None:
    reading = text.read(raw, "page.txt")

    assert expected == reading.text


def test_what_is_not_utf8_is_read_as_windows_1252_and_told_of() -> None:
    reading = text.read("line\nBodø – “ja”".encode("cp1252"), "page.txt")

    assert "line\nBodø – “ja”" == reading.text
    assert [f"page.txt:2: {PROBLEM_ENCODING}"] == [str(p) for p in reading.problems]


def test_bytes_that_no_code_page_has_are_still_read() -> None:
    reading = text.read(b"a\x81\xffb", "page.txt")

    assert ("a", "b", 4) == (reading.text[0], reading.text[-1], len(reading.text))


def test_a_cut_off_utf16_file_keeps_what_can_be_read() -> None:
    reading = text.read("Oslo".encode("utf-16") + b"x", "page.txt")

    assert reading.text.startswith("Oslo")
    assert ["page.txt: some bytes of the text could not be read"] == [
        str(p) for p in reading.problems
    ]


def test_control_codes_are_told_of_with_their_line() -> None:
    reading = text.read(b"one\ntwo\x07", "page.txt")

    assert ["page.txt:2: there are control codes in the text"] == [str(p) for p in reading.problems]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_kept_text_read_again_is_itself(written: str) -> None:
    kept = text.read(written.encode(), "page.txt").text

    assert kept == text.read(kept.encode(), "page.txt").text or kept.startswith("\ufeff")
