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
from briefing.note.writers.docx.inline import (
    Press,
    anchor,
    inline,
    is_right_to_left,
    legal,
    words,
)
from briefing.note.writers.docx.styles import Look, Looks

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
_SPACE = Run(text=" ")
_ROOM_ABOVE = '<w:spacing w:before="80"/>'
"""Over a line with others under it, so that each question stands with its own answer."""


class _Page:
    """The blocks of a note as XML, one after another."""

    def __init__(self, press: Press, words_of: Words, width: int) -> None:
        self.press = press
        self.words = words_of
        self.width = width
        self.section = ""
        self.look: Look | None = None

    def note(self, note: BriefingNote) -> Iterator[str]:
        yield self._text(Look.TITLE, plain(note.title))
        yield from self._blocks((note.header,))
        before: Section | None = None
        for section in note.sections:
            begins_annex = section.is_annex and not (before and before.is_annex)
            self.section = section.heading
            self.look = Look.SOURCE if section.name is SectionName.SOURCES else None
            yield self._text(Look.HEADING, plain(section.heading), on_new_page=begins_annex)
            yield from self._blocks(section.blocks)
            before = section
        if before and isinstance(before.blocks[-1], Table):
            yield self._paragraph(Look.CELL, "")

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block, following in pairwise((*blocks, None)):
            if block:
                yield from self._block(block)
            if isinstance(block, Table) and not isinstance(following, Heading | None):
                yield self._paragraph(Look.CELL, "")

    def _block(self, block: Block) -> Iterable[str]:
        match block:
            case Heading():
                return (self._text(Look.SUBHEADING, plain(block.text)),)
            case Paragraph():
                return (self._text(Look.PLAIN, block.text),)
            case Bullets():
                return self._bullets(block.items)
            case Facts():
                return self._facts(block.rows)
            case Table():
                return (self._table(block),)
            case Sources():
                return self._sources(block.entries)

    # Paragraphs

    def _text(
        self,
        look: Look,
        text: Text,
        *,
        letters: Look | None = None,
        keeps_next: bool = False,
        on_new_page: bool = False,
        has_room_above: bool = False,
    ) -> str:
        return self._paragraph(
            look,
            inline(text, self.press, letters),
            letters=letters,
            keeps_next=keeps_next,
            has_room_above=has_room_above,
            on_new_page=on_new_page,
            from_right=is_right_to_left("".join(run.text for run in text)),
        )

    def _paragraph(
        self,
        look: Look,
        content: str,
        *,
        keeps_next: bool = False,
        on_new_page: bool = False,
        from_right: bool = False,
        is_under: bool = False,
        has_room_above: bool = False,
        letters: Look | None = None,
    ) -> str:
        properties = f'<w:pStyle w:val="{self.press.looks.id(look)}"/>'
        properties += "<w:keepNext/>" if keeps_next else ""
        properties += "<w:pageBreakBefore/>" if on_new_page else ""
        if place := self.press.looks.numbering.get(look.lower()):
            level, number = place
            properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        properties += "<w:bidi/>" if from_right else ""
        properties += _ROOM_ABOVE if has_room_above else ""
        properties += '<w:ind w:hanging="0"/>' if is_under else ""
        if letters:  # the sign or number of a list is set like its end
            style = self.press.looks.id(letters)
            properties += f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    # Lists

    def _bullets(self, items: tuple[Item, ...], depth: int = 0) -> Iterator[str]:
        look = _BULLETS[min(depth, len(_BULLETS) - 1)]
        for position, item in enumerate(items):
            heads_others = bool(item.under)
            yield self._text(
                look,
                self._labelled(item),
                letters=self.look,
                keeps_next=heads_others,
                has_room_above=heads_others and not depth and position > 0,
            )
            yield from self._bullets(item.under, depth + 1)

    def _labelled(self, item: Item) -> Text:
        if not item.label:
            return item.text
        return (Run(text=self.words.label(item.label), is_strong=True), _SPACE, *item.text)

    def _facts(self, rows: tuple[Item, ...]) -> Iterator[str]:
        for row in rows:
            label = words(row.label, self.press, Look.STRONG)
            content = label + _TAB + inline(row.text, self.press)
            yield self._paragraph(Look.FACTS, content, keeps_next=bool(row.under))
            for under in row.under:
                content = inline(self._labelled(under), self.press)
                yield self._paragraph(Look.FACTS, content, is_under=True)

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
            f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{self._alternative()}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(heads, widths, is_head=True)}{rows}</w:tbl>"
        )

    def _alternative(self) -> str:
        """Return what a screen reader calls a table: the section that it stands in."""
        return f"<w:tblCaption w:val={quoteattr(legal(self.section))}/>" if self.section else ""

    def _row(self, cells: tuple[Text, ...], widths: list[int], *, is_head: bool = False) -> str:
        properties = "<w:cantSplit/><w:tblHeader/>" if is_head else "<w:cantSplit/>"
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._text(Look.CELL, cell, keeps_next=is_head)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"

    # Sources

    def _sources(self, entries: tuple[SourceEntry, ...]) -> Iterator[str]:
        """Yield each number with its source, told whole the first time, and the passage."""
        described = set[str]()
        for entry in entries:
            source = entry.description
            if entry.source in described:
                source = plain("".join(run.text for run in source[:1]))
            described.add(entry.source)
            passage = self._passage(entry)
            colon = Run(text=f"{self.words.label('')} ")
            text = (*source, colon, *passage) if passage else source
            name = anchor(entry.number)
            yield self._paragraph(
                Look.NUMBERED,
                f'<w:bookmarkStart w:id="{entry.number}" w:name="{name}"/>'
                f"{inline(text, self.press, Look.SOURCE)}"
                f'<w:bookmarkEnd w:id="{entry.number}"/>',
                from_right=is_right_to_left("".join(run.text for run in text)),
                letters=Look.SOURCE,
            )

    def _passage(self, entry: SourceEntry) -> Text:
        quoted = self.words.quote(entry.words) if entry.words else ""
        return plain(", ".join(part for part in (quoted, entry.place) if part))
