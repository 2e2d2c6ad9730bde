"""Word documents: headings, paragraphs, lists and tables as lines, their links as anchors."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from briefing.errors import Problem
from briefing.reader.formats.package import DAMAGED, RefusedError, unpacked
from briefing.reader.formats.text import kept
from briefing.reader.reading import Anchor, Reading

if TYPE_CHECKING:
    from docx.document import Document

SUFFIXES = (".docx",)

STARTS: tuple[bytes, ...] = ()
"""None of its own: every zip begins as it does."""

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(raw: bytes, name: str) -> Reading:
    """Return a document's text in the order of its body; below it footnotes, headers and footers.

    Comments are left out, and so is what tracked changes took away.
    """
    try:
        package = unpacked(raw)
    except RefusedError as refused:
        return _nothing(name, str(refused))
    try:
        return _document(package, name)
    except Exception:  # noqa: BLE001 - whatever the library makes of a part that is not as it should be
        return _nothing(name, DAMAGED)


_EMPTY = "there is no text in the Word document"


def _nothing(name: str, sentence: str) -> Reading:
    return Reading(text="", problems=(Problem(name, None, sentence),))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NOTES = ("/relationships/footnotes", "/relationships/endnotes")
_EDGES = ("/relationships/header", "/relationships/footer")

_LEFT_OUT = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}pPr",
    f"{_W}rPr",
    f"{_W}sectPr",
    f"{_W}sdtPr",
    f"{_COMPATIBLE}Fallback",
}
"""What was taken away, what is no text, and what repeats the text beside it."""

_SETTINGS = f"{_W}pPr"
_VALUE = f"{_W}val"

_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_BOX = f"{_W}txbxContent"
_LEADS_SOMEWHERE = re.compile(r"(?:https?|mailto):[^\s]+", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading \d|title)$", re.IGNORECASE)


_Kind = Literal["paragraph", "heading", "item", "row"]


class _Piece(NamedTuple):
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands on a line of its own, or on a few."""

    kind: _Kind
    pieces: tuple[_Piece, ...]

    @property
    def is_empty(self) -> bool:
        return not any(piece.words.strip() for piece in self.pieces)


def _document(package: io.BytesIO, name: str) -> Reading:
    import docx

    document = docx.Document(package)
    blocks = [block for block in _all_blocks(document) if not block.is_empty]
    if not blocks:
        return _nothing(name, _EMPTY)
    has_heading = any(block.kind == "heading" for block in blocks)
    return _laid_out(blocks, "" if has_heading else _core_title(document))


def _core_title(document: "Document") -> str:
    return " ".join(kept(document.core_properties.title).split())


def _all_blocks(document: "Document") -> Iterator[_Block]:
    """Yield what the body holds, then the notes, then once what its pages have at their edges.

    python-docx's own walk passes over content controls, text boxes and tracked insertions.
    """
    yield from _Walk(document, document.part.rels).blocks(document.element.body)
    yield from _parts(document, _NOTES)
    told: set[str] = set()
    for block in _parts(document, _EDGES):
        words = " ".join("".join(piece.words for piece in block.pieces).split())
        if words not in told and not _PAGE_NUMBER.fullmatch(words):
            told.add(words)
            yield block


_PAGE_NUMBER = re.compile(
    r"\W*(?:\w{1,9}\W{1,3})?\d{0,4}(?:\W{1,3}(?:of|av|von|sur|de)?\W{0,2}\d{1,4})?\W*"
)


def _parts(document: "Document", kinds: tuple[str, ...]) -> Iterator[_Block]:
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(kinds) and not relation.is_external:
            part = relation.target_part
            yield from _Walk(document, part.rels).blocks(parse_xml(part.blob))


_DEEPEST = 8
"""Tables in tables; deeper ones are read as if they were none."""


@dataclass(slots=True)
class _Field:
    """Words that Word works out: what is asked for, then the result (ECMA-376, 17.16.18)."""

    asked: str = ""
    is_told: bool = False
    """Whether its result has begun."""

    @property
    def address(self) -> str:
        """Where it leads; empty where it does not."""
        found = _LINK_FIELD.match(self.asked[:_LONGEST_FIELD])
        return found[1] if found and _LEADS_SOMEWHERE.fullmatch(found[1]) else ""


_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)
_LONGEST_FIELD = 3_000


class _Walk:
    """A walk through a part of a document, in the order of its text."""

    def __init__(self, document: "Document", relations: Any) -> None:  # noqa: ANN401 - untyped there
        self._addresses = {
            id: relation.target_ref
            for id, relation in relations.items()
            if relation.is_external and _LEADS_SOMEWHERE.fullmatch(relation.target_ref)
        }
        self._styles = {style.style_id: style for style in document.styles}
        self._kinds: dict[str, _Kind] = {}
        self._fields: list[_Field] = []

    def blocks(self, parent: Any, depth: int = 0) -> Iterator[_Block]:  # noqa: ANN401 - an element of lxml
        """Yield the blocks in an element that stands so many tables deep."""
        for child in parent:
            if child.tag == f"{_W}p":
                self._fields.clear()
                yield _Block(self._kind(child), tuple(self._pieces(child)))
                for box in _inside(child, _BOX):
                    yield from self.blocks(box, depth + 1)
            elif child.tag == f"{_W}tbl" and depth < _DEEPEST:
                for row in _inside(child, f"{_W}tr"):
                    yield from self._row(row, depth + 1)
            elif child.tag not in _LEFT_OUT:
                yield from self.blocks(child, depth)

    def _row(self, row: Any, depth: int) -> Iterator[_Block]:  # noqa: ANN401 - an element of lxml
        """Yield a row as one line, or as it stands if only one cell is filled."""
        cells = [
            [block for block in self.blocks(cell, depth) if not block.is_empty]
            for cell in _inside(row, f"{_W}tc")
        ]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            yield from filled[0]
        elif filled:
            yield _Block("row", tuple(_on_one_line(filled)))

    def _pieces(self, parent: Any, address: str = "") -> Iterator[_Piece]:  # noqa: ANN401 - an element of lxml
        for child in parent:
            if child.tag == f"{_W}t":
                yield _Piece(child.text or "", address or self._field_address)
            elif child.tag in _SIGNS:
                yield _Piece(_SIGNS[child.tag], address or self._field_address)
            elif child.tag == f"{_W}hyperlink":
                leads_to = self._addresses.get(child.get(_RELATION_ID, ""), "")
                yield from self._pieces(child, leads_to)
            elif child.tag == f"{_W}fldSimple":
                field = _Field(child.get(f"{_W}instr", ""), is_told=True)
                yield from self._pieces(child, field.address or address)
            elif child.tag in (f"{_W}fldChar", f"{_W}instrText"):
                self._note_field(child)
            elif child.tag not in _LEFT_OUT and child.tag != _BOX:
                yield from self._pieces(child, address)

    @property
    def _field_address(self) -> str:
        """Where the innermost field that leads somewhere leads, in its result."""
        return next((f.address for f in reversed(self._fields) if f.is_told and f.address), "")

    def _note_field(self, mark: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Note what a field asks for, where its result begins, and where it ends."""
        kind = mark.get(f"{_W}fldCharType")
        if kind == "begin" and len(self._fields) < _DEEPEST:
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].is_told = True
        elif self._fields and kind == "end":
            self._fields.pop()
        elif self._fields and kind is None and len(self._fields[-1].asked) < _LONGEST_FIELD:
            self._fields[-1].asked += mark.text or ""

    def _kind(self, paragraph: Any) -> _Kind:  # noqa: ANN401 - an element of lxml
        settings = paragraph.find(_SETTINGS)
        if settings is None:
            return "paragraph"
        named = settings.find(f"{_W}pStyle")
        kind = self._kind_of_style("" if named is None else named.get(_VALUE, ""))
        if kind == "heading" or (listed := _is_listed(settings)) is None:
            return kind
        return "item" if listed else "paragraph"

    def _kind_of_style(self, id: str) -> _Kind:
        if id not in self._kinds:
            self._kinds[id] = _kind_of_style(self._styles.get(id))
        return self._kinds[id]


def _kind_of_style(style: Any) -> _Kind:  # noqa: ANN401 - a style of any kind, or none
    """Return what the style of a paragraph, or one that it is made after, makes of it."""
    for _ in range(_MOST_STYLES):
        if style is None:
            break
        if _HEADING.fullmatch(style.name or ""):
            return "heading"
        settings = style.element.find(_SETTINGS)
        if settings is not None and (listed := _is_listed(settings)) is not None:
            return "item" if listed else "paragraph"
        style = style.base_style
    return "paragraph"


_MOST_STYLES = 12
"""How many styles may stand on each other; a style may be made to stand on itself."""


def _is_listed(settings: Any) -> bool | None:  # noqa: ANN401 - an element of lxml
    """Say if settings put a paragraph in a list; list 0 takes it out, and None says nothing."""
    number = settings.find(f"{_W}numPr/{_W}numId")
    return None if number is None else number.get(_VALUE) != "0"


def _inside(parent: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    """Yield the nearest elements of a kind in what wraps them: content controls, insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _inside(child, tag)


def _on_one_line(cells: Iterable[Sequence[_Block]]) -> Iterator[_Piece]:
    for number, cell in enumerate(cells):
        if number:
            yield _Piece(" | ")
        for place, block in enumerate(cell):
            if place:
                yield _Piece(" ")
            for piece in block.pieces:
                yield _Piece(" ".join(re.split(r"[\n\t]", piece.words)), piece.address)


def _laid_out(blocks: Sequence[_Block], title: str) -> Reading:
    parts: list[str] = []
    anchors: list[Anchor] = []
    offset, above = 0, ""
    for block in blocks:
        gap = "" if not parts else "\n" if block.kind == above in ("item", "row") else "\n\n"
        mark = "- " if block.kind == "item" else ""
        offset += len(gap) + len(mark)
        words, found = _words(block.pieces, offset)
        parts += (gap, mark, words)
        anchors += found
        offset, above = offset + len(words), block.kind
    return Reading(text="".join(parts), anchors=tuple(anchors), title=title)


def _words(pieces: Iterable[_Piece], offset: int) -> tuple[str, list[Anchor]]:
    """Return a block's kept words and what leads somewhere, if it stands at an offset."""
    joined = [
        _Piece(kept("".join(piece.words for piece in run)), address)
        for address, run in groupby(pieces, key=lambda piece: piece.address)
    ]
    whole = "".join(piece.words for piece in joined)
    words = kept(whole)
    if words != whole:  # an accent that begins a link joins the letter before it
        return words.strip(), []
    place = offset - (len(words) - len(words.lstrip()))
    anchors: list[Anchor] = []
    for piece in joined:
        linked = piece.words.strip()
        if piece.address and linked:
            start = place + len(piece.words) - len(piece.words.lstrip())
            anchors.append(Anchor(start=start, end=start + len(linked), address=piece.address))
        place += len(piece.words)
    return words.strip(), anchors
