import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.note.blocks import (
    BriefingNote,
    Bullets,
    Facts,
    Item,
    Paragraph,
    Run,
    SectionName,
    Table,
    address,
    is_safe_address,
    plain,
    runs,
)
from briefing.note.compose import compose
from briefing.note.layout import Layout
from briefing.note.writers import html
from tests.note.records import EVENT, HELD, HOME, ME, TODAY
from tests.note.writers.hostile import TEXTS, hostile_note
from tests.note.writers.looked_at import looked_at
from tests.note.writers.sample import NOTE, section


def written(note: BriefingNote, layout: Layout = Layout()) -> str:  # noqa: B008
    return html.write(note, layout).decode()


def parsed(note: BriefingNote, layout: Layout = Layout()) -> LexborHTMLParser:  # noqa: B008
    return LexborHTMLParser(written(note, layout))


def elements(page: LexborHTMLParser) -> list[LexborNode]:
    return page.css("*")


def attributes(page: LexborHTMLParser, name: str) -> list[str]:
    return [node.attributes[name] or "" for node in page.css(f"[{name}]")]


def text_of(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def composed(language: str = "en") -> BriefingNote:
    return replace(compose(EVENT, HELD, home=HOME, today=TODAY, me=ME), language=language)


# Structure --------------------------------------------------------------------------------------


def test_a_note_of_every_block_is_written_as_it_was_last_looked_at() -> None:
    assert looked_at("every-block.html", written(NOTE)) == written(NOTE).encode()


def test_a_page_has_one_header_one_main_part_and_one_title() -> None:
    page = parsed(NOTE)

    assert [1, 1, 1, 1] == [len(page.css(name)) for name in ("header", "main", "h1", "title")]
    assert NOTE.title == text_of(page.css_first("title"))
    assert NOTE.title == text_of(page.css_first("h1"))


def test_headings_go_down_a_step_at_a_time() -> None:
    headings = parsed(NOTE).css("h1, h2, h3, h4, h5, h6")
    levels = [int((node.tag or "")[1]) for node in headings]

    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("language", ["en", "fr", "nb", "es"])
def test_the_page_is_in_the_language_of_the_note(language: str) -> None:
    page = parsed(replace(NOTE, language=language))

    assert [language] == attributes(page, "lang")


def test_the_marking_stands_at_the_head_and_the_foot() -> None:
    page = parsed(NOTE)

    assert NOTE.marking == text_of(page.css_first("header .marking"))
    assert NOTE.marking == text_of(page.css_first("footer .marking"))
    assert not parsed(replace(NOTE, marking="")).css(".marking")


def test_a_table_says_what_heads_its_columns_and_rows() -> None:
    page = parsed(NOTE)

    heads = [(text_of(node), node.attributes["scope"]) for node in page.css("table th")]
    assert [
        ("Who", "col"),
        ("Position", "col"),
        ("Stance", "col"),
        ("Lantern Institute", "row"),
        ("معهد المنارة", "row"),
        ("海底电缆研究所", "row"),
    ] == heads
    assert ["Position", "Stance"] * 3 == attributes(page, "data-label")


def test_a_head_without_words_is_no_heading() -> None:
    table = Table(columns=("", "Position"), rows=(((), plain("Ships are not ours to list.")),))
    note = replace(NOTE, sections=(section(SectionName.POSITIONS, "Positions", table),))

    assert ["Position"] == [text_of(node) for node in parsed(note).css("table th")]


def test_paper_and_author_are_what_the_layout_says() -> None:
    layout = Layout(paper="Letter", author='Kari "K" <Eksempel>')

    page = parsed(NOTE, layout)

    assert "@page { size: Letter; @bottom-left" in text_of(page.css_first("style"))
    assert ['Kari "K" <Eksempel>'] == [
        node.attributes["content"] for node in page.css("meta[name=author]")
    ]
    assert not parsed(NOTE).css("meta[name=author]")


# Sources ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("note", [NOTE, composed()], ids=["every block", "composed"])
def test_each_mark_leads_to_its_source_and_back(note: BriefingNote) -> None:
    page = parsed(note)
    ids = attributes(page, "id")
    there = page.css("[role=doc-noteref]")
    back = page.css("[role=doc-backlink]")

    assert len(ids) == len(set(ids))
    assert [f"#source-{text_of(node)}" for node in there] == [n.attributes["href"] for n in there]
    assert {n.attributes["href"] for n in there} <= {f"#{id}" for id in ids}
    assert {f"#{n.attributes['id']}" for n in there} == {n.attributes["href"] for n in back}
    assert len(there) == len(back) == sum(len(mark.numbers) for mark in note.marks)


def test_each_source_has_its_number_words_and_place() -> None:
    items = parsed(NOTE).css("ol > li")

    assert [f"source-{number}" for number in range(1, 6)] == [n.attributes["id"] for n in items]
    assert [
        "Harbour Lights, announcement, file harbour.txt: “Harbour Lights: who mends a cable under "
        "the sea?”, line 1 ↑ ↑",
        "Harbour Lights: “Thursday 12 June 2031, 09:00-10:30 EDT”, line 3 ↑ ↑",
        "Programme of Cable Week, Forum on Shared Cables, 1 Apr 2031, official record, "
        "https://fsc.example/programme.pdf?day=12&room=4: page 2 ↑ ↑ ↑ ↑ ↑",
        "Programme of Cable Week: “قائمة عامة للسفن تجعل الإصلاح أسرع.”, page 7 ↑ ↑ ↑ ↑ ↑",
        "Harbour Lights: as a whole ↑ ↑ ↑",
    ] == [text_of(node) for node in items]


def test_every_fact_stands_with_its_mark() -> None:
    note = composed()

    said = text_of(parsed(note).body)

    blocks = (note.header, *(block for part in note.sections for block in part.blocks))
    facts = [run for block in blocks for run in runs(block) if run.mark]
    assert [] == [run for run in facts if run.mark and f"{run.text} {run.mark.words}" not in said]


# Scripts of the world ---------------------------------------------------------------------------


def test_a_paragraph_takes_the_direction_of_its_own_text() -> None:
    page = parsed(NOTE)

    assert {"auto"} == {node.attributes.get("dir") for node in page.css("main p")}
    assert not page.css("main p bdi")


def test_a_name_in_another_direction_leaves_what_stands_beside_it_alone() -> None:
    first = parsed(NOTE).css_first("section.room li")

    assert first
    assert ["د. ليلى المرفأ", "مديرة, معهد المنارة"] == [
        text_of(node) for node in first.css("bdi")[:2]
    ]
    assert (first.html or "").startswith("<li><strong><bdi>د. ليلى المرفأ</bdi></strong>, <bdi>")


def test_a_quotation_in_another_direction_leaves_what_follows_it_alone() -> None:
    claim = Run(text="“السفن ليست لنا.” (4 Nov 2030, FSC)")
    item = Bullets(items=(Item(text=(claim,)),))
    note = replace(NOTE, sections=(section(SectionName.ROOM, "Here", item),))

    entry = parsed(note).css_first("main li")

    assert entry
    assert "<li><bdi>“<bdi>السفن ليست لنا.</bdi>” (4 Nov 2030, FSC)</bdi></li>" == entry.html


# Nothing loaded, nothing run --------------------------------------------------------------------

OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer"),
    *("h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "div", "dt", "dd", "span", "strong", "b"),
    *("bdi", "a", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
}
OUR_ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "dir", "role"),
    *("aria-label", "scope", "data-label", "style"),
}


def test_the_page_forbids_whatever_could_be_loaded() -> None:
    policy = parsed(NOTE).css_first("meta[http-equiv=Content-Security-Policy]")

    assert policy
    assert (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        == policy.attributes["content"]
    )


def test_the_style_sheet_loads_nothing() -> None:
    style = text_of(parsed(NOTE).css_first("style"))

    assert not re.search(r"url\(|@import|@font-face|image\(|//|expression", style, re.IGNORECASE)


@settings(deadline=None)
@given(TEXTS)
def test_no_text_of_a_record_becomes_markup(texts: list[str]) -> None:
    page = parsed(hostile_note(texts))

    assert set() == {node.tag for node in elements(page)} - OURS - {"-text"}
    assert set() == {name for node in elements(page) for name in node.attributes} - OUR_ATTRIBUTES
    assert {"width"} >= {style.partition(":")[0] for style in attributes(page, "style")}
    assert [] == [
        href for href in attributes(page, "href") if href[:1] != "#" and not is_safe_address(href)
    ]


@settings(deadline=None)
@given(TEXTS)
def test_what_is_rendered_is_what_the_screen_shows(texts: list[str]) -> None:
    note = hostile_note(texts)

    said = text_of(parsed(note).body)

    shown = (run.text for part in note.sections for block in part.blocks for run in runs(block))
    assert [] == [text for text in shown if " ".join(text.split()) not in said]


@settings(deadline=None)
@given(TEXTS)
def test_no_control_code_reaches_the_file(texts: list[str]) -> None:
    text = written(hostile_note(texts))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_only_a_safe_address_is_a_link() -> None:
    both = Paragraph(text=(address("https://lantern.example/?a=1&b"), address("javascript:x()")))
    note = replace(
        NOTE, header=Facts(rows=()), sections=(section(SectionName.BACKGROUND, "Here", both),)
    )

    assert ["#text", "https://lantern.example/?a=1&b"] == attributes(parsed(note), "href")


def test_quotation_marks_do_not_end_an_attribute() -> None:
    table = Table(columns=("' b", '" onclick="x'), rows=((plain("a"), plain("b")),))
    note = replace(NOTE, sections=(section(SectionName.POSITIONS, '"><script>', table),))

    page = parsed(note)

    assert ['" onclick="x'] == attributes(page, "data-label")
    assert not page.css("script, [onclick]")


def test_a_version_ends_neither_its_string_nor_the_style_sheet() -> None:
    version = 'No. 2"; } </style><script>x()</script> \\'

    page = parsed(replace(NOTE, version=version))

    assert not page.css("script")
    assert " \\b7 \\20 No\\2e \\20 2\\22 \\3b " in text_of(page.css_first("style"))


# Colours ----------------------------------------------------------------------------------------

INKS = ("ink", "quiet", "accent", "doubt")


def palettes() -> list[dict[str, str]]:
    """Return the colours in light, and in the dark."""
    sheet = html.style_sheet("html.css")
    blocks = re.findall(r":root \{([^}]*)\}", sheet)[:2]
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in blocks]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark"])
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_every_ink_stands_out_from_its_ground(
    palette: dict[str, str], ink: str, ground: str
) -> None:
    assert contrast(palette[ink], palette[ground]) >= 7


def test_no_other_colour_is_used_for_text() -> None:
    colours = re.findall(r"(?<![-\w])color: ([^;]+);", html.style_sheet("html.css"))

    assert set() == {*colours} - {*(f"var(--{ink})" for ink in (*INKS, "paper")), "inherit"} - {
        palettes()[0]["quiet"]
    }


def test_contrast_is_counted_as_the_guidelines_count_it() -> None:
    assert 21 == contrast("#000000", "#ffffff")
    assert 4.54 == round(contrast("#767676", "#ffffff"), 2)
