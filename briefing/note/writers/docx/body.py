"""A note's blocks as the body of a Word document.

Elements are written in the order that the schema wants them in (ECMA-376 part 1, annex A): Word
calls a document damaged where they are in another, though LibreOffice reads it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Paragraph,
    Run,
    Section,
    SectionName,
    SourceEntry,
    Sources,
    Table,
    Text,
    plain,
)
from briefing.note.words import Words
from briefing.note.writers.docx.inline import Press, inline, legal, words
from briefing.note.writers.docx.paragraph import AS_THE_STYLE, Form, framed, paragraph
from briefing.note.writers.docx.styles import Look, Looks
from briefing.note.writers.titles import LEADS, parted

if TYPE_CHECKING:
    from docx.document import Document


def fill(document: "Document", note: BriefingNote, looks: Looks) -> None:
    """Put a note into the empty body of a document."""
    rels = document.part.rels

    @cache
    def link(address: str) -> str:
        # python-docx looks through all relationships for a free id
        id = f"link{len(rels)}"
        rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, id, is_external=True)
        return id

    page = _Page(Press(looks=looks, link=link), Words(note.language), _width(document))
    content = "".join(page.note(note))
    # taken over whole: lxml is slow to move what has its namespaces from what it leaves
    filled = parse_xml(f"<w:body {nsdecls('w', 'r')}>{content}</w:body>")
    empty = document.element.body
    filled.extend(list(empty))
    document.element.replace(empty, filled)


def _width(document: "Document") -> int:
    """Return how long a line is, in twentieths of a point."""
    section = document.sections[0]
    edges = (section.left_margin, section.right_margin, section.gutter)
    width: int = section.page_width.twips if section.page_width else _A4_WIDTH
    width -= sum(edge.twips for edge in edges if edge)
    return max(width, _A4_WIDTH // 4)


_A4_WIDTH = 11906
_BULLETS = (Look.BULLET, Look.BULLET_UNDER, Look.BULLET_DEEPER)
_TAB = "<w:r><w:tab/></w:r>"
_LINE_END = "<w:r><w:br/></w:r>"
_SPACE = Run(text=" ")
_MOST_TOGETHER = 36
"""How many sources a page has room for, so that they need not be torn apart."""


class _Page:
    """The blocks of a note as XML, one after another."""

    def __init__(self, press: Press, language: Words, width: int) -> None:
        self.press = press
        self.language = language
        self.width = width
        self.section: Section | None = None

    def note(self, note: BriefingNote) -> Iterator[str]:
        yield self._title(note.title)
        yield from self._blocks((note.header,))
        for section in note.sections:
            is_first_annex = section.is_annex and not (self.section and self.section.is_annex)
            self.section = section
            form = Form(begins_page=is_first_annex and section.name is not SectionName.SOURCES)
            yield self._text(Look.HEADING, plain(section.heading), form)
            yield from self._blocks(section.blocks)
        if self.section and isinstance(self.section.blocks[-1], Table):
            yield self._gap()

    def _title(self, title: str) -> str:
        """Return the title with the kind of note as a line over what it is about."""
        kind, _, subject = parted(title)
        if not kind:
            return self._text(Look.TITLE, plain(title))
        content = words(kind, self.press, Look.LABEL) + _LINE_END
        return framed(self.press, Look.TITLE, content + inline(plain(subject), self.press))

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block, following in pairwise((*blocks, None)):
            if block:
                yield from self._block(block)
            if isinstance(block, Table) and not isinstance(following, Heading | None):
                yield self._gap()

    def _block(self, block: Block) -> Iterable[str]:
        match block:
            case Heading():
                return (self._text(Look.SUBHEADING, plain(block.text)),)
            case Paragraph():
                return (self._text(Look.LEAD if self._leads else Look.PLAIN, block.text),)
            case Bullets():
                return self._bullets(block.items)
            case Facts():
                return self._facts(block.rows)
            case Table():
                return (self._table(block),)
            case Sources():
                return self._sources(block.entries)

    @property
    def _leads(self) -> bool:
        return self.section is not None and self.section.name in LEADS

    def _text(self, look: Look, text: Text, form: Form = AS_THE_STYLE) -> str:
        return paragraph(self.press, look, text, form)

    def _gap(self) -> str:
        """Return what parts a table from what follows: Word joins tables and asks for an end."""
        return framed(self.press, Look.CELL)

    # Lists

    def _bullets(self, items: tuple[Item, ...], depth: int = 0) -> Iterator[str]:
        look = _BULLETS[min(depth, len(_BULLETS) - 1)]
        in_sources = self.section is not None and self.section.name is SectionName.SOURCES
        for position, item in enumerate(items):
            is_last_but_one = depth > 0 and position == len(items) - 2
            form = Form(
                # neither the first line under an entry nor the last stands by itself
                keeps_next=bool(item.under) or is_last_but_one,
                # so that each question stands with its own answer
                has_room_above=bool(item.under) and depth == 0 and position > 0,
                letters=Look.SOURCE if in_sources else None,
            )
            yield self._text(look, self._labelled(item), form)
            yield from self._bullets(item.under, depth + 1)

    def _labelled(self, item: Item) -> Text:
        if not item.label:
            return item.text
        return (Run(text=self.language.label(item.label), is_strong=True), _SPACE, *item.text)

    def _facts(self, rows: tuple[Item, ...]) -> Iterator[str]:
        for row in rows:
            label = words(row.label, self.press, Look.LABEL)
            content = label + _TAB + inline(row.text, self.press)
            yield framed(self.press, Look.FACTS, content, Form(keeps_next=bool(row.under)))
            yield from self._under_value(row.under)

    def _under_value(self, items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            yield self._text(Look.FACTS, self._labelled(item), Form(is_under_value=True))
            yield from self._under_value(item.under)

    # Tables

    def _table(self, table: Table) -> str:
        shares = table.shares or (1,) * len(table.columns)
        widths = [self.width * share // sum(shares) for share in shares]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = tuple(plain(column) for column in table.columns)
        rows = "".join(self._row(row, widths) for row in table.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.press.looks.id(Look.TABLE)}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{self._name_of_table()}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(heads, widths, is_head=True)}{rows}</w:tbl>"
        )

    def _name_of_table(self) -> str:
        """Return what a screen reader calls a table: the section that it stands in."""
        name = legal(self.section.heading) if self.section else ""
        return f"<w:tblCaption w:val={quoteattr(name)}/>" if name else ""

    def _row(self, cells: tuple[Text, ...], widths: list[int], *, is_head: bool = False) -> str:
        properties = "<w:cantSplit/><w:tblHeader/>" if is_head else "<w:cantSplit/>"
        form = Form(keeps_next=is_head)
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._text(Look.CELL, cell, form)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"

    # Sources

    def _sources(self, entries: tuple[SourceEntry, ...]) -> Iterator[str]:
        """Yield each number with its source, told whole the first time, and the passage."""
        described = set[str]()
        fit_on_a_page = len(entries) <= _MOST_TOGETHER
        for entry in entries:
            source = entry.description
            if entry.source in described:
                source = plain("".join(run.text for run in source[:1]))
            described.add(entry.source)
            form = Form(letters=Look.SOURCE, source=entry.number, keeps_next=fit_on_a_page)
            yield self._text(Look.NUMBERED, (*source, *self._passage(entry)), form)

    def _passage(self, entry: SourceEntry) -> Text:
        quoted = self.language.quote(entry.words) if entry.words else ""
        passage = plain(", ".join(part for part in (quoted, entry.place) if part))
        return (Run(text=self.language.label("")), _SPACE, *passage) if passage else ()
