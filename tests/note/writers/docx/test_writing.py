import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as TextParagraph
from hypothesis import given, settings, strategies as st

from briefing.note.blocks import (
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Mark,
    Paragraph,
    Run,
    SectionName,
    SourceEntry,
    Sources,
    Table,
    is_safe_address,
    plain,
)
from briefing.note.layout import Layout
from briefing.note.writers import docx
from tests.note.writers.docx.opened import elements, opened, outline, parts, value
from tests.note.writers.docx.order import out_of_order
from tests.note.writers.docx.sample import IN_FRENCH, LIST_ADDRESS, SAMPLE, TABLE, note_of
from tests.note.writers.hostile import TEXTS, hostile_note
from tests.note.writers.looked_at import looked_at


def written(note: BriefingNote = SAMPLE, layout: Layout | None = None) -> bytes:
    return docx.write(note, layout or Layout())


def body(content: bytes) -> BaseOxmlElement:
    element: BaseOxmlElement = opened(content).element.body
    return element


def style(paragraph: TextParagraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""


# As a whole -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "note", "paper"),
    [("sample-a4", SAMPLE, "A4"), ("sample-letter-fr", IN_FRENCH, "Letter")],
)
def test_a_note_is_written_as_it_was_last_looked_at(
    name: str, note: BriefingNote, paper: str
) -> None:
    told = outline(written(note, Layout(paper=paper)))

    assert looked_at(f"{name}.docx.txt", told) == told.encode()


def test_the_same_note_is_the_same_bytes() -> None:
    assert written() == written()


def test_no_part_of_the_zip_has_a_time() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        times = {part.date_time for part in package.infolist()}

    assert {(1980, 1, 1, 0, 0, 0)} == times


def test_properties_hold_title_and_language_and_nobody() -> None:
    package = parts(written(IN_FRENCH))

    properties = package["docProps/core.xml"].decode()
    told = re.findall(r"<dc:(\w+)>([^<]*)<", properties)
    assert [("title", IN_FRENCH.title), ("language", "fr-FR")] == told
    assert ["docProps/core.xml"] == [name for name in package if name.startswith("docProps")]
    assert not [name for name, part in package.items() if b"python-docx" in part]


def test_the_author_is_named_where_somebody_asked_for_it() -> None:
    document = opened(written(layout=Layout(author="Kari <Eksempel>\x00")))

    assert "Kari <Eksempel>\N{REPLACEMENT CHARACTER}" == document.core_properties.author


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("fr", "fr-FR"), ("nb", "nb-NO")])
def test_it_is_spelled_in_the_language_of_the_note(language: str, tag: str) -> None:
    styles = opened(written(replace(SAMPLE, language=language))).styles.element

    assert [(tag, "zh-CN", "ar-SA")] == [
        (value(each), value(each, "w:eastAsia"), value(each, "w:bidi"))
        for each in elements(styles, "w:lang")
    ]


def test_every_page_has_the_marking_and_its_number() -> None:
    section = opened(written()).sections[0]

    fields = [value(e, "w:instr").strip() for e in elements(section.footer._element, "w:fldSimple")]
    assert ["For my office"] == [paragraph.text for paragraph in section.header.paragraphs]
    assert "For my office" == section.footer.paragraphs[0].text
    assert ["PAGE", "NUMPAGES"] == fields
    assert not section.different_first_page_header_footer


# What leads where -------------------------------------------------------------------------------


def test_each_number_leads_to_its_source() -> None:
    root = body(written())

    anchors = {value(e, "w:anchor") for e in elements(root, "w:hyperlink")} - {""}
    marks = [value(e, "w:name") for e in elements(root, "w:bookmarkStart")]
    ids = [value(e, "w:id") for e in elements(root, "w:bookmarkStart")]
    assert [f"source_{number}" for number in (1, 2, 3, 4)] == marks
    assert set(marks) == anchors
    assert ids == [value(e, "w:id") for e in elements(root, "w:bookmarkEnd")]


def test_a_mark_is_said_whole_and_only_its_sources_are_links() -> None:
    text = (Run(text="2 of 12", mark=Mark(numbers=(2, 12), checked=False)),)

    root = body(written(note_of(Paragraph(text=text))))

    said = "".join(t.text for t in elements(root, "w:t"))
    linked = {value(h, "w:anchor"): h[0].text for h in elements(root, "w:hyperlink")}
    assert "2 of 12\xa0[2, 12, not\xa0checked]" in said
    assert "2" == linked["source_2"]
    assert "12" == linked["source_12"]


def test_a_number_in_the_words_of_a_mark_is_no_source() -> None:
    mark = Mark(numbers=(3,), checked=False, not_checked="not checked 2 times")

    root = body(written(note_of(Paragraph(text=(Run(text="Fact", mark=mark),)))))

    fact = next(text for text in elements(root, "w:t") if text.text == "Fact")
    paragraph = fact.getparent().getparent()
    assert ["source_3"] == [value(e, "w:anchor") for e in elements(paragraph, "w:hyperlink")]


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_only_safe_addresses_lead_out(texts: list[str]) -> None:
    document = opened(written(hostile_note(texts)))

    targets = [rel.target_ref for rel in document.part.package.iter_rels() if rel.is_external]
    assert [] == [target for target in targets if not is_safe_address(target)]


def test_an_address_is_a_link_that_reads_as_it_leads() -> None:
    document = opened(written())

    outside = [h for h in elements(document.element.body, "w:hyperlink") if h.get(qn("r:id"))]
    led = {e.text: document.part.rels[e.get(qn("r:id"))].target_ref for e in outside}
    assert LIST_ADDRESS == led[LIST_ADDRESS]


# Paragraphs and tables --------------------------------------------------------------------------


def test_headings_stay_with_what_follows_and_no_line_stays_alone() -> None:
    styles = opened(written()).styles

    keeps = [styles[f"Heading {level}"].paragraph_format.keep_with_next for level in (1, 2, 3)]
    assert [True, True, True] == keeps
    defaults = elements(styles.element, "w:pPrDefault")[0]
    assert elements(defaults, "w:widowControl")


def test_the_kind_of_note_stands_over_what_it_is_about() -> None:
    title, *_ = opened(written(replace(SAMPLE, title="Pocket card: Lamps: who pays?"))).paragraphs
    plain_title, *_ = opened(written(replace(SAMPLE, title="Lamps"))).paragraphs

    assert ("Title", "Pocket card\nLamps: who pays?") == (style(title), title.text)
    assert ("Title", "Lamps") == (style(plain_title), plain_title.text)


@pytest.mark.parametrize("name", [SectionName.BOTTOM_LINE, SectionName.RECOMMENDATION])
def test_what_is_read_in_half_a_minute_stands_out(name: SectionName) -> None:
    lead = Paragraph(text=plain("Back the list."))
    note = note_of(lead, lead)
    lifted = replace(note, sections=(replace(note.sections[0], name=name),))

    told = {style(p) for p in opened(written(lifted)).paragraphs if p.text == "Back the list."}

    assert {"Briefing Lead"} == told


def test_sources_of_a_page_or_less_are_not_torn_apart() -> None:
    def together(count: int) -> set[bool | None]:
        entry = SourceEntry(number=1, source="s", description=plain("Lamps"))
        note = note_of(Sources(entries=tuple(replace(entry, number=n) for n in range(1, count))))
        paragraphs = opened(written(note)).paragraphs
        return {p.paragraph_format.keep_with_next for p in paragraphs if p.text == "Lamps"}

    assert {True} == together(30)
    assert {None} == together(90)


def test_the_last_line_of_an_answer_does_not_stand_by_itself() -> None:
    lines = tuple(Item(text=plain(f"Line {number}")) for number in range(4))
    note = note_of(Bullets(items=(Item(text=plain("Why?"), under=lines),)))

    told = opened(written(note)).paragraphs

    kept = [p.text for p in told if "List" in style(p) and p.paragraph_format.keep_with_next]
    assert ["Why?", "Line 2"] == kept


def test_an_entry_and_a_cell_from_right_to_left_keep_their_place_among_others() -> None:
    text = plain("السفن في القائمة")
    table = Table(columns=("a",), rows=((text,),))

    root = body(written(note_of(Bullets(items=(Item(text=text),)), table)))

    from_right = [run.text for run in elements(root, "w:r") if elements(run, "w:rtl")]
    assert [text[0].text] * 2 == from_right
    assert ["\N{LEFT-TO-RIGHT MARK}السفن في القائمة"] == [
        paragraph.text
        for paragraph in elements(root, "w:p")
        if "ListBullet" in str(paragraph.style)
    ]
    assert not elements(root, "w:bidi")


def test_annexes_begin_on_one_new_page() -> None:
    breaks = [p.text for p in opened(written()).paragraphs if p.paragraph_format.page_break_before]

    assert ["Positions"] == breaks


def test_the_head_of_a_table_is_repeated_and_no_row_breaks() -> None:
    rows = elements(body(written()), "w:tr")

    assert [rows[0]] == [row for row in rows if elements(row, "w:tblHeader")]
    assert rows == [row for row in rows if elements(row, "w:cantSplit")]


@pytest.mark.parametrize(("shares", "widths"), [((), ["4706"] * 2), ((3, 1), ["7059", "2353"])])
def test_columns_take_their_share_of_the_line(shares: tuple[int, ...], widths: list[str]) -> None:
    table = Table(columns=("a", "b"), rows=((plain("1"), ()),), shares=shares)

    root = body(written(note_of(table)))

    assert widths == [value(e, "w:w") for e in elements(root, "w:gridCol")]
    assert widths * 2 == [value(e, "w:w") for e in elements(root, "w:tcW")]


def test_something_stands_between_tables_and_behind_the_last_one() -> None:
    root = body(written(note_of(TABLE, TABLE)))

    names = [child.tag.rpartition("}")[2] for child in root][-5:]
    assert ["tbl", "p", "tbl", "p", "sectPr"] == names


def test_a_deep_list_goes_no_deeper_than_its_styles() -> None:
    item = Item(text=plain("at the bottom"))
    for depth in range(5):
        item = Item(text=plain(f"{depth}"), under=(item,))

    paragraphs = opened(written(note_of(Bullets(items=(item,))))).paragraphs

    bottom = next(p for p in paragraphs if p.text == "at the bottom")
    assert "List Bullet 3" == (bottom.style and bottom.style.name)


def test_what_is_deep_under_a_fact_is_told() -> None:
    deep = Item(text=plain("why"), under=(Item(text=plain("and why that")),))
    note = replace(SAMPLE, header=Facts(rows=(Item(label="When", text=(), under=(deep,)),)))

    told = [paragraph.text for paragraph in opened(written(note)).paragraphs]

    assert ["When\t", "why", "and why that"] == told[1:4]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Lamps", "Lamps\xa0[no\xa0source]"),
        (
            "Seekabelinstandsetzungsgesellschaft",
            "Seekabelinstandsetzungsgesellschaft [no\xa0source]",
        ),
    ],
)
def test_a_mark_begins_a_line_only_behind_a_word_that_may_fill_one(word: str, told: str) -> None:
    text = (Run(text=f"The {word}", mark=Mark()),)

    *_, paragraph = opened(written(note_of(Paragraph(text=text)))).paragraphs

    assert f"The {told}" == paragraph.text


def test_words_from_right_to_left_are_set_so_in_a_line_from_the_left() -> None:
    text = plain("With ליאורה (לוד) 3 and نور, chair")

    root = body(written(note_of(Paragraph(text=text))))

    from_right = [run.text for run in elements(root, "w:r") if elements(run, "w:rtl")]
    assert ["ליאורה (לוד", "نور"] == from_right
    assert not elements(root, "w:bidi")


def test_a_paragraph_from_right_to_left_begins_on_the_right() -> None:
    root = body(written(note_of(Paragraph(text=plain("السفن في القائمة 3")))))

    assert 1 == len(elements(root, "w:bidi"))


@pytest.mark.parametrize(("text", "tag"), [("東京の灯台", "ja-JP"), ("등대 연구소", "ko-KR")])
def test_what_is_not_chinese_is_not_taken_for_it(text: str, tag: str) -> None:
    root = body(written(note_of(Paragraph(text=plain(f"The {text} there")))))

    set_in = {
        run.text: value(elements(run, "w:lang")[0], "w:eastAsia")
        for run in elements(root, "w:r")
        if elements(run, "w:lang")
    }
    assert {text: tag} == set_in


# Hostile text -----------------------------------------------------------------------------------

LEGAL = re.compile("[\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ANY = st.text(
    st.characters(exclude_characters="\t\n\r")
    | st.sampled_from("\x00\x08\x0b\ud800\udfff\ufffe<&]>\"'"),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(ANY, ANY)
def test_any_text_at_all_is_written_and_read_back(one: str, other: str) -> None:
    text = (Run(text=one, mark=Mark(numbers=(1,))), Run(text=other, is_strong=True))
    note = replace(
        note_of(
            Paragraph(text=text),
            Bullets(items=(Item(text=text, label=one),)),
            Table(columns=(one, other), rows=((text, text),)),
            Heading(text=one),
            Sources(entries=(SourceEntry(number=1, source="s", description=text, words=one),)),
        ),
        title=one,
        marking=other,
        version=one,
        header=Facts(rows=(Item(text=text, label=other),)),
    )

    document = opened(written(note, Layout(author=one)))

    expected = f"{legal(one)}\xa0[1]{legal(other)}"
    assert expected == document.paragraphs[3].text
    assert legal(other) == document.sections[0].header.paragraphs[0].text


def legal(text: str) -> str:
    return "".join(c if LEGAL.match(c) else "\N{REPLACEMENT CHARACTER}" for c in text)


OURS = """
    body p pPr pStyle keepNext pageBreakBefore bidi spacing ind r rPr rStyle b bCs color u rtl lang
    t tab br
    tbl tblPr tblStyle tblW tblLayout tblLook tblCaption tblGrid gridCol tr trPr cantSplit
    tblHeader tc tcPr tcW hyperlink bookmarkStart bookmarkEnd sectPr headerReference
     footerReference pgSz pgMar
"""


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_no_text_of_a_record_becomes_markup(texts: list[str]) -> None:
    root = body(written(hostile_note(texts)))

    assert set() == {element.tag.rpartition("}")[2] for element in root.iter()} - set(OURS.split())


# Order, which Word is strict about --------------------------------------------------------------


def test_elements_stand_in_the_order_of_the_schema() -> None:
    assert [] == out_of_order(parts(written()))
