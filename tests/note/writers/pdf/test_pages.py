import io
from dataclasses import replace

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from briefing.note.blocks import Bullets, Heading, Item, Paragraph, SectionName, Table, plain
from briefing.note.compose import compose
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import pdf
from tests.note.full_records import EVENT_KINDS
from tests.note.records import EVENT, HELD, HOME, ME, TODAY
from tests.note.test_kinds_of_notes import made
from tests.note.writers.pdf.made import PAPERS, full_note, in_latin, with_blocks
from tests.note.writers.pdf.opened import links, opened, pages, text
from tests.note.writers.sample import NOTE, section


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_has_the_size_of_its_paper(paper: str) -> None:
    boxes = [page.mediabox for page in opened(pdf.write(NOTE, Layout(paper=paper))).pages]

    assert {PAPERS[paper]} == {(round(box.width), round(box.height)) for box in boxes}


def test_the_marking_stands_at_head_and_foot_of_every_page_with_the_pages_number() -> None:
    told = pages(pdf.write(full_note(), Layout()))

    for number, page in enumerate(told, 1):
        lines = page.splitlines()
        assert "For my office" == lines[0]
        assert "For my office" in lines[-3:]
        assert f"{number} / {len(told)}" in page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_a_full_note_of_each_kind_keeps_to_its_pages(kind: str, paper: str) -> None:
    note = made(kind)

    told = pages(pdf.write(note, Layout(paper=paper)))

    annex = next(section.heading for section in note.sections if section.is_annex)
    proper = next(at for at, page in enumerate(told) if f"\n{annex}\n" in page)
    if told[proper].splitlines()[1] != annex:
        proper += 1
    assert note.pages
    assert proper <= note.pages


def test_the_lines_of_a_title_are_about_as_long_as_each_other() -> None:
    title = "Note: Who mends a cable under the sea where nobody has a ship?"
    first, *_ = pages(pdf.write(replace(NOTE, title=title), Layout()))

    kind, begun, ended = first.splitlines()[1:4]
    assert "Note" == kind.strip()
    assert title == f"Note: {begun.strip()} {ended.strip()}"
    assert abs(len(begun) - len(ended)) < 8


def test_a_question_stays_on_a_page_with_its_answer() -> None:
    under = tuple(Item(label="Line", text=plain(f"Line {line}.")) for line in range(5))
    items = tuple(Item(text=plain(f"Question {number}?"), under=under) for number in range(40))
    told = pages(pdf.write(with_blocks(Bullets(items=items)), Layout()))

    assert len(told) > 2
    for page in told:
        assert page.count("Question ") * len(under) == page.count("Line ")


def test_sources_that_fit_on_a_page_are_not_torn_apart() -> None:
    for lines in range(20, 50, 3):
        filler = (Paragraph(text=plain(f"Filler {number}.")) for number in range(lines))
        note = replace(
            NOTE, sections=(section(SectionName.ROOM, "Room", *filler), NOTE.sections[-1])
        )

        told = pages(pdf.write(note, Layout()))

        assert 1 == sum("Harbour Lights, ann" in page or "no source:" in page for page in told)


def test_an_annex_begins_a_page() -> None:
    *_, before, annex = pages(pdf.write(NOTE, Layout()))

    assert "Positions" not in before
    assert ["For my office", "Positions"] == annex.splitlines()[:2]


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for lines in range(30, 60):
        filler = (Paragraph(text=plain(f"Filler {number}.")) for number in range(lines))
        note = with_blocks(*filler, Heading(text="A heading"), Paragraph(text=plain("Its text.")))

        page = next(p for p in pages(pdf.write(note, Layout())) if "A heading" in p)

        assert "Its text." in page


def test_a_row_of_a_table_stays_on_a_page_and_each_page_has_the_head_of_the_table() -> None:
    words = "Lamps and cables, cables and lamps. " * 6
    columns = ("Who", "What they hold", "Since")
    rows = tuple(
        (plain(f"Begin{number} {words} End{number}"), plain("Yes"), plain("No"))
        for number in range(40)
    )
    told = pages(pdf.write(with_blocks(Table(columns=columns, rows=rows)), Layout()))

    assert len(told) > 2
    assert all("What they hold" in page for page in told)
    for number in range(40):
        begun = [f"Begin{number} " in page for page in told]
        ended = [f"End{number}\n" in page for page in told]
        assert begun == ended
        assert 1 == sum(begun)


def test_a_row_that_is_longer_than_a_page_loses_nothing() -> None:
    words = " ".join(f"word{number}" for number in range(2000))
    table = Table(columns=("Who", "What"), shares=(1, 2), rows=((plain("A"), plain(words)),))

    told = text(pdf.write(with_blocks(table), Layout()))

    assert all(f"word{number}" in told for number in range(2000))


def test_a_word_that_is_longer_than_a_line_is_broken() -> None:
    note = with_blocks(Paragraph(text=plain("x1" * 400)))

    page = opened(pdf.write(note, Layout())).pages[0]

    assert max(len(line) for line in page.extract_text().splitlines()) < 200


def test_the_pages_of_the_note_proper_are_counted_without_what_stands_behind_it() -> None:
    note = compose(EVENT, HELD, home=HOME, today=TODAY, me=ME, kind=kinds()["pack"])
    proper = replace(note, sections=tuple(s for s in note.sections if not s.is_annex))
    whole, front = (
        len(pypdf.PdfReader(io.BytesIO(pdf.write(one, Layout()))).pages) for one in (note, proper)
    )

    assert front == pdf.pages(note, Layout())
    assert front < whole


# Marks and links --------------------------------------------------------------------------------


def test_every_number_of_a_mark_leads_to_its_source() -> None:
    note = full_note()
    reader = opened(pdf.write(note, Layout()))

    used = [number for mark in note.marks for number in mark.numbers]
    inside = [one for one in links(pdf.write(note, Layout())) if "/Dest" in one or _goes(one)]
    sources = next(at for at, p in enumerate(reader.pages) if "\nSources" in p.extract_text())
    assert len(used) == len(inside)
    assert {_page(one, reader) for one in inside} == {sources}


def _goes(link: DictionaryObject) -> bool:
    action = link.get("/A")
    return isinstance(action, DictionaryObject) and str(action["/S"]) == "/GoTo"


def _page(link: DictionaryObject, reader: pypdf.PdfReader) -> int | None:
    action = link.get("/A")
    target = action["/D"] if isinstance(action, DictionaryObject) else link["/Dest"]
    if not isinstance(target, ArrayObject):
        target = reader.named_destinations[str(target)].dest_array
    return reader.get_page_number(target[0].get_object())


def test_a_number_without_an_entry_is_told_and_leads_nowhere() -> None:
    note = replace(NOTE, sections=NOTE.sections[:2])

    raw = pdf.write(in_latin(note), Layout())

    assert "[2,notchecked]" in text(raw)
    assert [] == [*links(raw)]
