import io
import logging
from collections.abc import Sequence

import pypdf
import pytest
from hypothesis import given, settings, strategies as st

from briefing.reader.formats import pdf
from briefing.reader.reading import Reading

DAMAGED = "the PDF is damaged or cut short and could not be read; ask for it once more"
CUT = "the PDF is damaged or cut short; only what is left of it was read"
ENCRYPTED = "the PDF is locked by a password; save it without one and add it again"
EMPTY = "there is no text in the PDF, it may be a scan; type or paste what it says"
TOO_LARGE = "the PDF is too large to be read safely; save the pages that matter as a file"


def test_a_blank_line_stands_between_pages_and_lines_stay_as_they_are_broken() -> None:
    reading = read(["Ferry workshop", "It is held in the", "boathouse."], ["Bring a coat."])

    assert "Ferry workshop\nIt is held in the\nboathouse.\n\nBring a coat." == reading.text
    assert ((), ()) == (reading.problems, reading.anchors)


def test_a_header_on_most_pages_is_told_once() -> None:
    pages = [["Ferry Union", f"Chapter {word}", f"is {word}"] for word in ("one", "two", "three")]

    reading = read(*pages, ["An annex", "is four"])

    assert (
        "Ferry Union\nChapter one\nis one\n\nChapter two\nis two\n\n"
        "Chapter three\nis three\n\nAn annex\nis four"
    ) == reading.text


@pytest.mark.parametrize(
    "number", ["{}", "- {} -", "Page {} of 9", "page {}", "{}/9", "Side {} av 9", "{} | 9"]
)
def test_page_numbers_are_dropped(number: str) -> None:
    pages = [[f"Text {word}", number.format(at)] for at, word in enumerate(("a", "b", "c"), 4)]

    assert "Text a\n\nText b\n\nText c" == read(*pages).text


@pytest.mark.parametrize(
    "pages",
    [
        [["Day 1", "Opening"], ["Day 2", "Panel"], ["Day 3", "Closing"]],
        [["Day 1", "Lunch", "x"], ["Day 2", "Lunch", "y"], ["Day 3", "Lunch", "z"]],
        [["2031", "spring"], ["2031", "autumn"]],
        [["a", "7"], ["b", "20"], ["c", "3"]],
        [["one", "two", "same", "three", "four"], ["five", "six", "same", "seven", "eight"]],
        [["The same.", "a"], ["The same.", "b"]],
        [["same", "same"]],
    ],
)
def test_what_only_looks_like_a_header_or_a_number_stays(pages: list[list[str]]) -> None:
    assert "\n\n".join("\n".join(page) for page in pages) == read(*pages).text


def test_a_scan_says_that_it_has_no_text() -> None:
    reading = read([], [])

    assert ("", [EMPTY]) == (reading.text, told(reading))


def test_a_page_without_text_among_others_is_told_of() -> None:
    reading = read(["Come."], [])

    assert "Come." == reading.text
    assert ["there is no text on 1 of its 2 pages, which may be pictures"] == told(reading)


def test_pages_past_the_most_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)

    reading = read(["one"], ["two"], ["three"])

    assert "one\n\ntwo" == reading.text
    assert ["it is too long: only the first 2 of 3 pages were read"] == told(reading)


def test_a_page_that_draws_without_end_stops_the_reading_there() -> None:
    reading = read(["one"], ["word"] * pdf.MOST_OPERATIONS, ["three"])

    assert "one" == reading.text
    assert ["it is too long: only the first 1 of 3 pages were read"] == told(reading)


def test_a_page_that_draws_nothing_at_great_length_costs_as_much() -> None:
    long_way = ["one) Tj" + " " * 1_900_000 + "(two"]

    reading = read(*[long_way] * 12)

    assert ["it is too long: only the first 9 of 12 pages were read"] == told(reading)


def test_more_objects_than_time_holds_are_not_looked_at() -> None:
    raw = b"%PDF-1.4\n" + b"1 0 obj\n" * (pdf.MOST_OBJECTS + 1)

    assert [TOO_LARGE] == told(pdf.read(raw, "many.pdf"))


def test_a_stream_that_unpacks_to_far_more_is_not_unpacked() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(made([["x"]])))
    contents = writer.pages[0].get_contents()
    assert contents is not None
    contents.set_data(b" " * 60_000_000)
    writer.pages[0].replace_contents(contents)
    writer.compress_identical_objects()
    writer.pages[0].compress_content_streams()

    assert [TOO_LARGE] == told(pdf.read(written(writer), "bomb.pdf"))


def test_a_password_is_told_of() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(made([["secret"]])))
    writer.encrypt("word", algorithm="RC4-128")

    reading = pdf.read(written(writer), "locked.pdf")

    assert ("", [ENCRYPTED]) == (reading.text, told(reading))


def test_a_document_that_is_only_locked_against_changes_is_read() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(made([["open"]])))
    writer.encrypt("", "owner", algorithm="RC4-128")

    assert "open" == pdf.read(written(writer), "locked.pdf").text


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"junk " * 500])
def test_what_is_no_pdf_is_told_in_one_sentence(raw: bytes) -> None:
    reading = pdf.read(raw, "broken.pdf")

    assert ("", [DAMAGED]) == (reading.text, told(reading))


@pytest.mark.parametrize("end", [b"startxref", b"trailer", b"xref"])
def test_a_pdf_that_lost_its_end_is_read_as_far_as_it_goes(end: bytes) -> None:
    whole = made([["Come."], ["Go."]])

    reading = pdf.read(whole[: whole.index(end)], "cut.pdf")

    assert ("Come.\n\nGo.", [CUT]) == (reading.text, told(reading))


def test_a_pdf_cut_in_a_page_keeps_the_pages_before() -> None:
    whole = made([["Come."], ["Go."]])

    reading = pdf.read(whole[: whole.index(b"(Go.)")], "cut.pdf")

    assert ("Come.", [CUT]) == (reading.text, told(reading))


def test_links_that_stand_on_no_word_are_counted() -> None:
    from pypdf.annotations import Link

    writer = pypdf.PdfWriter(io.BytesIO(made([["Register here or at https://a.example/x"]])))
    for address in ("https://a.example/x", "https://b.example/", "javascript:alert(1)"):
        writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=address))

    reading = pdf.read(written(writer), "links.pdf")

    assert ["it has 1 link whose words can't be told; open it to follow it"] == told(reading)


def test_nothing_is_written_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("pypdf").propagate = False

    pdf.read(made([["Come."]])[:-30], "cut.pdf")

    logging.getLogger("pypdf").propagate = True
    assert ("", "") == capfd.readouterr()


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_no_spoilt_document_raises(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE)))
    spoilt = WHOLE[:at] + data.draw(st.binary(max_size=8)) + WHOLE[data.draw(st.integers(0, at)) :]

    reading = pdf.read(spoilt, "spoilt.pdf")

    assert bool(reading.text) or bool(reading.problems)


def read(*pages: Sequence[str]) -> Reading:
    return pdf.read(made(pages), "ferry.pdf")


def told(reading: Reading) -> list[str]:
    return [problem.message for problem in reading.problems]


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def made(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF written by hand: a catalogue, a font, then two objects a page."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    for at, lines in enumerate(pages):
        drawn = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 50 750 Td 14 TL {drawn} ET"
        objects += [
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * at} 0 R "
            "/Resources <</Font <</F1 3 0 R>>>>>>",
            f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        ]
    return _with_table(objects)


def _with_table(objects: Sequence[str]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, written_object in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written_object}\nendobj\n".encode("latin-1")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return body + (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
        f"trailer <</Size {size} /Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


WHOLE = made([["Ferry workshop", "5 June"], ["Come."]])
