import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from briefing.note.blocks import BriefingNote, Bullets, Item, Sources, plain
from briefing.note.layout import Layout
from briefing.note.writers import docx
from briefing.note.writers.docx.template import TemplateError
from tests.note.writers.docx.opened import elements, opened, outline, parts, value
from tests.note.writers.docx.order import out_of_order
from tests.note.writers.docx.sample import SAMPLE, SOURCES, note_of

PERSON = "Spying Person"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """The path of a template that is made with `saved`."""
    return tmp_path / "our.docx"


def saved(path: Path, prepare: Callable[[Document], object] = lambda _: None) -> Path:
    document = python_docx.Document()
    prepare(document)
    document.save(str(path))
    return path


def changed(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Change the parts of a saved template."""
    content = {name: change(name, part) for name, part in parts(path.read_bytes()).items()}
    return packed(path, content)


def packed(path: Path, content: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, part in content.items():
            package.writestr(name, part)
    return path


def written(template: Path, note: BriefingNote = SAMPLE) -> bytes:
    return docx.write(note, Layout(template=template))


# What is kept -----------------------------------------------------------------------------------


def letterhead(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(250)
    section.left_margin = section.right_margin = Mm(40)
    section.header.paragraphs[0].text = "Ministry of Lamps"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Heading 1"].font.size = Pt(33)
    document.add_paragraph("An old letter")
    document.add_table(2, 2)


def test_styles_margins_and_head_are_kept_and_the_text_goes(ours: Path) -> None:
    document = opened(written(saved(ours, letterhead)))

    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin)
    assert [200, 250, 40] == [round(size.mm) for size in sizes if size]
    assert "Georgia" == document.styles["Normal"].font.name
    assert Pt(33) == document.styles["Heading 1"].font.size
    assert "Ministry of Lamps" == section.header.paragraphs[0].text
    assert SAMPLE.title.replace(": ", "\n", 1) == document.paragraphs[0].text
    assert "An old letter" not in [paragraph.text for paragraph in document.paragraphs]


def test_tables_are_as_wide_as_the_lines_of_the_template(ours: Path) -> None:
    content = written(saved(ours, letterhead))

    root = opened(content).element.body
    assert Mm(120).twips == pytest.approx(
        sum(int(value(e, "w:w")) for e in elements(root, "w:gridCol")), abs=3
    )


def test_the_first_section_is_the_one_that_is_kept(ours: Path) -> None:
    def two_sections(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Letterhead"
        later = document.add_section(WD_SECTION.NEW_PAGE).header
        later.is_linked_to_previous = False
        later.paragraphs[0].text = "Later pages"

    document = opened(written(saved(ours, two_sections)))

    assert ["Letterhead"] == [s.header.paragraphs[0].text for s in document.sections]


def test_a_picture_in_the_head_is_kept(ours: Path) -> None:
    def crested(document: Document) -> None:
        document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(DOT))

    package = parts(written(saved(ours, crested)))

    assert DOT in package.values()
    assert b"r:embed=" in package["word/header1.xml"]


DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)
"""A picture of one dot."""


def test_a_template_in_its_own_language_is_spelled_in_that_of_the_note(ours: Path) -> None:
    def german(name: str, part: bytes) -> bytes:
        return part.replace(b'w:lang w:val="en-US"', b'w:lang w:val="de-DE"')

    document = opened(written(changed(saved(ours), german), replace(SAMPLE, language="fr")))

    languages = {value(each) for each in elements(document.styles.element, "w:lang")}
    assert {"fr-FR"} == languages


# Styles -----------------------------------------------------------------------------------------

OURS = (
    "Briefing Lead",
    "Briefing Facts",
    "Briefing Cell",
    "Briefing Label",
    "Briefing Mark",
    "Briefing Source",
    "Briefing Table",
)


def test_the_styles_that_a_template_lacks_are_named_and_added(ours: Path) -> None:
    def without_some(document: Document) -> None:
        for name in ("Heading 2", "List Bullet 2"):
            document.styles[name].delete()

    template = saved(ours, without_some)

    assert ("Heading 2", "List Bullet 2", "Hyperlink", *OURS) == docx.missing_styles(template)

    ours.write_bytes(written(template))
    assert () == docx.missing_styles(ours)


def test_the_look_of_the_house_lacks_nothing(ours: Path) -> None:
    ours.write_bytes(docx.write(SAMPLE, Layout()))

    assert () == docx.missing_styles(ours)
    assert (
        parts(docx.write(SAMPLE, Layout()))["word/styles.xml"]
        == (parts(written(ours))["word/styles.xml"])
    )


def test_styles_are_found_whatever_word_calls_them_in_another_language(ours: Path) -> None:
    def norwegian(name: str, part: bytes) -> bytes:
        return part.replace(b'"Heading1"', b'"Overskrift1"')

    template = changed(saved(ours), norwegian)

    ids = [value(e) for e in elements(opened(written(template)).element.body, "w:pStyle")]
    assert "Overskrift1" in ids
    assert "Heading1" not in ids


def test_a_style_of_the_same_id_and_another_name_is_left_alone(ours: Path) -> None:
    def taken(document: Document) -> None:
        document.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="BriefingFacts">'
                '<w:name w:val="Facts of the ministry"/></w:style>'
            )
        )

    styles = opened(written(saved(ours, taken))).styles

    assert "BriefingFacts" == styles["Facts of the ministry"].style_id
    assert "BriefingFactsBriefing" == styles["Briefing Facts"].style_id


def test_a_template_keeps_its_own_default_style(ours: Path) -> None:
    def renamed(name: str, part: bytes) -> bytes:
        return part.replace(b'<w:name w:val="Normal"/>', b'<w:name w:val="Our text"/>')

    styles = opened(written(changed(saved(ours), renamed))).styles

    defaults = [s for s in styles if s.element.get(qn("w:default")) and "Our" in str(s.name)]
    assert "Our text" == defaults[0].name
    assert not styles["Normal"].element.get(qn("w:default"))


def test_a_list_without_signs_gets_ours(ours: Path) -> None:
    def bare(document: Document) -> None:
        for number in elements(document.styles["List Bullet"].element, "w:numPr"):
            number.getparent().remove(number)

    note = note_of(Bullets(items=(Item(text=plain("one")),)))

    document = opened(written(saved(ours, bare), note))

    bullet = next(p for p in document.paragraphs if p.text == "one")
    assert "•" == level_of(document, bullet._p)


@pytest.mark.parametrize("wrong", ['<w:start w:val="7"/>', '<w:numFmt w:val="lowerLetter"/>'])
def test_sources_are_counted_from_one_whatever_a_template_does(ours: Path, wrong: str) -> None:
    def letters(document: Document) -> None:
        name = wrong[1 : wrong.index(" ")]
        for each in elements(document.part.numbering_part.element, name):
            each.getparent().replace(each, parse_xml(wrong.replace("/>", f" {nsdecls('w')}/>")))

    document = opened(written(saved(ours, letters), note_of(SOURCES)))

    source = next(p for p in document.paragraphs if elements(p._p, "w:bookmarkStart"))
    assert "%1." == level_of(document, source._p)


def level_of(document: Document, paragraph: object) -> str:
    """Return the sign of a paragraph whose list is said in it."""
    number = value(elements(paragraph, "w:numId")[0])  # type: ignore[arg-type]
    root = document.part.numbering_part.element
    num = next(e for e in elements(root, "w:num") if value(e, "w:numId") == number)
    own = value(num.find(qn("w:abstractNumId")))
    abstract = next(
        e for e in elements(root, "w:abstractNum") if value(e, "w:abstractNumId") == own
    )
    return value(abstract.find(qn("w:lvl")).find(qn("w:lvlText")))


def test_a_template_without_any_list_gets_ours(ours: Path) -> None:
    def bare(name: str, part: bytes) -> bytes:
        return part.replace(b"relationships/numbering", b"relationships/elsewhere")

    template = changed(saved(ours), bare)

    document = opened(written(template, note_of(Sources(entries=SOURCES.entries))))

    source = next(p for p in document.paragraphs if elements(p._p, "w:bookmarkStart"))
    assert "%1." == level_of(document, source._p)


@pytest.mark.parametrize("prepare", [lambda _: None, letterhead])
def test_what_is_added_stands_in_the_order_of_the_schema(
    ours: Path, prepare: Callable[[Document], object]
) -> None:
    assert [] == out_of_order(parts(written(saved(ours, prepare))))


# Head and foot ----------------------------------------------------------------------------------


def test_placeholders_are_filled_in_even_where_word_parted_them(ours: Path) -> None:
    def parted(document: Document) -> None:
        section = document.sections[0]
        head = section.header.paragraphs[0]
        for piece in ("{ti", "tle}: {", "marking", "} {other}"):
            head.add_run(piece).bold = piece == "marking"
        section.footer.paragraphs[0].text = "{version}, {version}"

    section = opened(written(saved(ours, parted))).sections[0]

    assert [f"{SAMPLE.title}: For my office {{other}}"] == [
        p.text for p in section.header.paragraphs
    ]
    assert ["Draft of 2 Jun 2031, Draft of 2 Jun 2031"] == [
        paragraph.text for paragraph in section.footer.paragraphs
    ]


def test_a_title_that_looks_like_a_placeholder_is_only_a_title(ours: Path) -> None:
    def titled(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{title} {marking}"

    note = replace(SAMPLE, title="{version} \x00 & <b>")

    head = opened(written(saved(ours, titled), note)).sections[0].header

    assert "{version} \N{REPLACEMENT CHARACTER} & <b> For my office" == head.paragraphs[0].text


def test_every_sort_of_page_is_marked_where_the_template_has_no_place_for_it(ours: Path) -> None:
    def several(document: Document) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        document.settings.odd_and_even_pages_header_footer = True
        section.header.paragraphs[0].text = "Ministry of Lamps"
        section.first_page_header.paragraphs[0].text = "{marking}!"

    section = opened(written(saved(ours, several))).sections[0]

    told = {
        name: [paragraph.text for paragraph in getattr(section, name).paragraphs]
        for name in (
            *("header", "footer", "even_page_header", "even_page_footer"),
            *("first_page_header", "first_page_footer"),
        )
    }
    assert {
        "header": ["Ministry of Lamps", "For my office"],
        "footer": ["For my office"],
        "even_page_header": ["For my office"],
        "even_page_footer": ["For my office"],
        "first_page_header": ["For my office!"],
        "first_page_footer": [""],
    } == told


def test_a_note_without_marking_adds_none(ours: Path) -> None:
    section = opened(written(saved(ours, letterhead), replace(SAMPLE, marking=""))).sections[0]

    assert ["Ministry of Lamps"] == [paragraph.text for paragraph in section.header.paragraphs]


def test_changes_tracked_in_the_head_are_accepted_and_name_nobody(ours: Path) -> None:
    def tracked(document: Document) -> None:
        author = f'w:id="1" w:author="{PERSON}"'
        document.sections[0].header.paragraphs[0]._p.extend(
            parse_xml(
                f"<w:p {nsdecls('w')}><w:ins {author}><w:r><w:t>new</w:t></w:r></w:ins>"
                f"<w:del {author}><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
            )
        )

    content = written(saved(ours, tracked))

    assert "new" == opened(content).sections[0].header.paragraphs[0].text
    assert not [name for name, part in parts(content).items() if PERSON.encode() in part]


# What a template tells of others ----------------------------------------------------------------


def test_nothing_of_who_wrote_the_template_or_what_stood_in_it_is_left(ours: Path) -> None:
    def used(document: Document) -> None:
        paragraph = document.add_paragraph(f"Dear {PERSON}")
        document.add_comment(paragraph.runs, text="Indeed", author=PERSON, initials="SP")
        document.core_properties.author = PERSON
        document.core_properties.last_modified_by = PERSON
        document.core_properties.comments = PERSON
        custom = PackURI("/docProps/custom.xml")
        package = document.part.package
        properties = Part(custom, CONTENT_TYPE.XML, f"<a>{PERSON}</a>".encode(), package)
        package.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
        paragraph.part.relate_to(
            f"https://{PERSON}.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )

    template = saved(ours, used)

    package = parts(written(template))

    assert [] == [name for name, part in package.items() if PERSON.encode() in part]
    assert not {"word/comments.xml", "docProps/app.xml", "docProps/custom.xml"} & set(package)


def test_the_template_behind_a_template_is_not_loaded(ours: Path) -> None:
    def attached(document: Document) -> None:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
        kind = f"{qn('r:id')[1:-3]}/attachedTemplate"
        id = part.relate_to("https://evil.example/t.dotm", kind, is_external=True)
        document.settings.element.insert(
            1, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{id}"/>')
        )

    package = parts(written(saved(ours, attached)))

    assert [] == [name for name, part in package.items() if b"evil.example" in part]


def test_a_head_that_loads_a_picture_from_elsewhere_is_refused(ours: Path) -> None:
    def linked(document: Document) -> None:
        head = document.sections[0].header
        head.is_linked_to_previous = False
        address = "https://evil.example/logo.png"
        head.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True)

    template = saved(ours, linked)

    with pytest.raises(TemplateError, match=r"our\.docx: .*https://evil\.example/logo\.png"):
        written(template)


# What is no template ----------------------------------------------------------------------------


def as_template(name: str, part: bytes) -> bytes:
    return part.replace(b"document.main+xml", b"template.main+xml")


def test_a_word_template_is_as_good_as_a_document(tmp_path: Path) -> None:
    template = changed(saved(tmp_path / "our.dotx", letterhead), as_template)

    content = written(template)

    assert outline(content) == outline(written(saved(tmp_path / "our.docx", letterhead)))
    assert CONTENT_TYPE.WML_DOCUMENT_MAIN.encode() in parts(content)["[Content_Types].xml"]


@pytest.mark.parametrize(
    "macros",
    [
        (b"document.main+xml", b"document.macroEnabled.main+xml"),
        (
            b"</Types>",
            b'<Default Extension="bin" ContentType="x/vnd.ms-office.vbaProject"/></Types>',
        ),
    ],
)
def test_macros_are_refused(ours: Path, macros: tuple[bytes, bytes]) -> None:
    template = changed(saved(ours), lambda _, part: part.replace(*macros))

    with pytest.raises(TemplateError, match=r"our\.docx: a template with macros is not used"):
        written(template)


def no_main_part(name: str, part: bytes) -> bytes:
    return part.replace(b"officeDocument/2006", b"strict/2006")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a Word document, or a damaged one"),
        (b"PK\x03\x04 and so on", "not a Word document, or a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "of an older Word or has a password"),
    ],
)
def test_what_is_no_word_document_is_told_in_a_sentence(
    ours: Path, content: bytes, reason: str
) -> None:
    ours.write_bytes(content)

    with pytest.raises(TemplateError, match=rf"our\.docx: .*{reason}"):
        docx.missing_styles(ours)


@pytest.mark.parametrize(
    "damage",
    [
        lambda name, part: part[:-20] if name == "word/document.xml" else part,
        lambda name, part: part[:-20] if name == "word/styles.xml" else part,
        lambda name, part: b"<a/>" if name == "word/document.xml" else part,
        lambda name, part: b"<a/>" if name == "word/numbering.xml" else part,
        no_main_part,
    ],
)
def test_a_damaged_part_is_told_in_a_sentence(
    ours: Path, damage: Callable[[str, bytes], bytes]
) -> None:
    template = changed(saved(ours), damage)

    with pytest.raises(TemplateError, match=r"our\.docx: .*damaged"):
        written(template)


def test_a_template_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"our\.docx: No such file"):
        written(tmp_path / "our.docx")


def test_a_template_that_unpacks_without_end_is_refused(ours: Path) -> None:
    content = {**parts(saved(ours).read_bytes()), "word/media/a.png": bytes(101_000_000)}
    with io.BytesIO() as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in content.items():
                package.writestr(name, part)
        ours.write_bytes(stream.getvalue())

    with pytest.raises(TemplateError, match="too large"):
        written(ours)
