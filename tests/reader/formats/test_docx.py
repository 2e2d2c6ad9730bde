import io
import zipfile
from collections.abc import Callable

import docx as python_docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings, strategies as st

from briefing.reader.formats import docx, package
from briefing.reader.formats.text import kept
from briefing.reader.reading import Reading

DAMAGED = "the Word document is damaged and could not be opened; ask for it once more"
TOO_LARGE = "the Word document is too large to be read safely; save its text as a file of its own"


def test_headings_paragraphs_lists_and_tables_stand_as_a_person_would_type_them() -> None:
    document = python_docx.Document()
    document.add_heading("Workshop on ferries", 0)
    document.add_paragraph("When: 5 June\nWhere: the boathouse")
    document.add_paragraph("bring a coat", style="List Bullet")
    document.add_paragraph("bring a map", style="List Number")
    table = document.add_table(2, 3)
    table.cell(0, 0).text, table.cell(0, 2).text = "09:00", "Opening\nAda Example"
    table.cell(1, 0).text, table.cell(1, 1).text = "10:00", "Coffee"
    document.add_paragraph("Welcome.")

    reading = read(document)

    assert (
        "Workshop on ferries\n\nWhen: 5 June\nWhere: the boathouse\n\n"
        "- bring a coat\n- bring a map\n\n"
        "09:00 | Opening Ada Example\n10:00 | Coffee\n\nWelcome."
    ) == reading.text
    assert () == reading.problems


def test_a_row_with_one_filled_cell_is_laid_out_as_if_there_were_no_table() -> None:
    document = python_docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "Day 1"
    cell.add_paragraph("in the morning", style="List Bullet")

    assert "Day 1\n\n- in the morning" == read(document).text


def test_a_cell_over_two_columns_is_told_once() -> None:
    document = python_docx.Document()
    row = document.add_table(1, 3).rows[0]
    row.cells[0].merge(row.cells[1]).text = "Lunch"
    row.cells[2].text = "Hall"

    assert "Lunch | Hall" == read(document).text


def test_a_link_stays_with_the_words_that_it_stood_on() -> None:
    document = python_docx.Document()
    paragraph = document.add_paragraph("Åse\u0301, please ", style="List Bullet")
    link(document, "register here ", "https://ferry.example/r?a=1")
    paragraph.add_run("by noon")

    reading = read(document)

    assert "- Åsé, please register here by noon" == reading.text
    assert [("register here", "https://ferry.example/r?a=1")] == anchored(reading)


def test_a_link_made_as_a_field_stays_with_its_words_too() -> None:
    document = python_docx.Document()
    fields = parse_xml(
        f"<w:p {nsdecls('w')}>"
        '<w:r><w:t xml:space="preserve">Please </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://ferry.example/r" \\t "_blank" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>register</w:t></w:r><w:r><w:t xml:space="preserve"> here</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> or </w:t></w:r>'
        "<w:fldSimple w:instr='HYPERLINK \"mailto:ada@ferry.example\"'>"
        "<w:r><w:t>write</w:t></w:r></w:fldSimple>"
        "<w:fldSimple w:instr='HYPERLINK \\l \"top\"'><w:r><w:t>.</w:t></w:r></w:fldSimple></w:p>"
    )
    document.element.body.insert(0, fields)

    reading = read(document)

    assert "Please register here or write." == reading.text
    assert [
        ("register here", "https://ferry.example/r"),
        ("write", "mailto:ada@ferry.example"),
    ] == anchored(reading)


def test_headers_and_footers_stand_below_the_rest_once() -> None:
    document = python_docx.Document()
    document.add_paragraph("Come.")
    document.sections[0].header.paragraphs[0].text = "Ferry Union"
    document.sections[0].footer.paragraphs[0].text = "Ferry Union"
    document.sections[0].footer.add_paragraph("Page 2 of 9")
    second = document.add_section()
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "office@ferry.example"

    assert "Come.\n\nFerry Union\n\noffice@ferry.example" == read(document).text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "#bookmark"])
def test_a_link_to_anything_but_the_web_or_mail_is_left_out(address: str) -> None:
    document = python_docx.Document()
    document.add_paragraph("See ")
    link(document, "this", address)

    reading = read(document)

    assert ("See this", ()) == (reading.text, reading.anchors)


def test_a_link_in_a_table_leads_on_too() -> None:
    document = python_docx.Document()
    document.add_paragraph("Above.")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text = "Ask"
    link(document, "the desk", "mailto:desk@ferry.example")
    row.cells[1].paragraphs[0]._p.append(document.paragraphs[0]._p[-1])

    assert [("the desk", "mailto:desk@ferry.example")] == anchored(read(document))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:ins><w:r><w:t>moved to 6 June</w:t></w:r></w:ins></w:p>", "moved to 6 June"),
        ("<w:p><w:del><w:r><w:delText>5 June</w:delText></w:r></w:del></w:p>", ""),
        ("<w:p><w:moveFrom><w:r><w:t>5 June</w:t></w:r></w:moveFrom></w:p>", ""),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>Bergen</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "Bergen",
        ),
        ("<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>", "A\tB\nC"),
        (
            "<w:p><w:r><w:t>out</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r>"
            "</w:p></w:txbxContent></w:pict></w:r></w:p>",
            "out\n\nin the box",
        ),
    ],
)
def test_what_a_word_processor_wraps_is_read_and_what_was_deleted_is_not(
    body: str, expected: str
) -> None:
    document = python_docx.Document()
    for element in parse_xml(f"<w:body {nsdecls('w')}>{body}</w:body>"):
        document.element.body.insert_element_before(element, "w:sectPr")

    assert expected == read(document).text


def test_the_properties_name_a_document_that_has_no_heading() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Ferry  workshop"
    document.add_paragraph("Come.")

    assert "Ferry workshop" == read(document).title


def test_the_properties_name_no_document_that_has_a_heading() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Template 7"
    document.add_heading("Ferry workshop", 1)

    assert "" == read(document).title


def test_a_document_without_text_says_so() -> None:
    reading = read(python_docx.Document())

    assert ("", ["there is no text in the Word document"]) == (reading.text, told(reading))


def test_a_part_that_unpacks_to_far_more_than_its_size_is_not_opened() -> None:
    bomb = with_part(b" " * (package.MOST_RATIO * 10_000))

    assert [TOO_LARGE] == told(docx.read(bomb, "bomb.docx"))


def test_a_part_that_says_that_it_is_smaller_than_it_is_is_not_unpacked() -> None:
    content = b"<a>" + b" " * 5_000_000
    lying = with_part(content).replace(len(content).to_bytes(4, "little"), b"\x64\0\0\0")

    assert [DAMAGED] == told(docx.read(lying, "lying.docx"))


@pytest.mark.parametrize(
    "content", [b"<w:p/>" * (package.MOST_MARKUP + 1), b"<a b='' c='' d=''/>" * package.MOST_MARKUP]
)
def test_more_markup_than_memory_holds_is_not_parsed(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_RATIO", 10_000)

    assert [TOO_LARGE] == told(docx.read(with_part(content), "many.docx"))


def test_many_parts_are_not_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for number in range(package.MOST_PARTS + 1):
            zipped.writestr(f"{number}.xml", b"")

    assert [TOO_LARGE] == told(docx.read(packed.getvalue(), "many.docx"))


def test_tables_in_tables_in_tables_are_read_to_the_end() -> None:
    depth = 40
    cell = "<w:tbl><w:tr><w:tc>"
    table = (
        cell * depth + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * depth
    )
    document = python_docx.Document()
    element = parse_xml(table.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1))
    document.element.body.insert_element_before(element, "w:sectPr")

    assert "deep" == read(document).text


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda raw: raw[: len(raw) // 2], DAMAGED),
        (lambda _: b"", DAMAGED),
        (lambda _: b"no zip at all", DAMAGED),
        (
            lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "the Word document is locked by a password; save it without one and add it again",
        ),
        (
            lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
            "this is a document of an older Word (.doc); save it as .docx and add it again",
        ),
    ],
)
def test_what_can_not_be_opened_is_told_in_a_sentence(
    spoil: Callable[[bytes], bytes], sentence: str
) -> None:
    reading = docx.read(spoil(WHOLE), "ferry.docx")

    assert ("", [sentence]) == (reading.text, told(reading))


def test_a_zip_of_something_else_is_told_as_damaged() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("notes.xml", b"<notes/>")

    assert [DAMAGED] == told(docx.read(packed.getvalue(), "other.docx"))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_spoilt_document_raises(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE)))
    spoilt = WHOLE[:at] + data.draw(st.binary(max_size=8)) + WHOLE[data.draw(st.integers(0, at)) :]

    reading = docx.read(spoilt, "spoilt.docx")

    assert bool(reading.text) or bool(reading.problems)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=9)))
def test_offsets_hold_and_the_text_is_kept_whatever_the_words(words: list[str]) -> None:
    document = python_docx.Document()
    for number, word in enumerate(words):
        document.add_paragraph(word)
        link(document, f"w{word}", f"https://ferry.example/{number}")

    reading = read(document)

    assert kept(reading.text) == reading.text
    assert {kept(f"w{word}").strip() for word in words} >= {said for said, _ in anchored(reading)}


def link(document: Document, words: str, address: str) -> None:
    """Put a link at the end of the last paragraph."""
    id = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{id}"/>')
    run = document.paragraphs[-1].add_run(words)._r
    document.paragraphs[-1]._p.append(element)
    element.append(run)


def read(document: Document) -> Reading:
    return docx.read(packed(document), "ferry.docx")


def packed(document: Document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def with_part(content: bytes) -> bytes:
    """Return a document with one part more."""
    written = io.BytesIO(WHOLE)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/more.xml", content)
    return written.getvalue()


def anchored(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.text[a.start : a.end], a.address) for a in reading.anchors]


def told(reading: Reading) -> list[str]:
    return [problem.message for problem in reading.problems]


def whole() -> bytes:
    document = python_docx.Document()
    document.add_heading("Ferry workshop", 1)
    document.add_paragraph("Come on 5 June.")
    return packed(document)


WHOLE = whole()
