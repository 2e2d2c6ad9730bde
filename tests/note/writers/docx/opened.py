"""A written document as a test looks at it: opened again by python-docx, told line by line."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def outline(content: bytes) -> str:
    """Return text and structure: of each paragraph its style and words, of each table its rows."""
    document = opened(content)
    section = document.sections[0]
    sides = (section.page_width, section.page_height, section.left_margin, section.top_margin)
    lines = [
        "page: " + " ".join(str(side.twips) for side in sides if side),
        *(f"head: {paragraph.text}" for paragraph in section.header.paragraphs),
        *(f"foot: {paragraph.text}" for paragraph in section.footer.paragraphs),
        *_body(document),
    ]
    return "\n".join(lines) + "\n"


def _body(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            style = block.style.name if block.style else None
            widths = [grid.get(qn("w:w")) for grid in elements(block._tbl, "w:gridCol")]
            yield f"{style}: {' '.join(widths)}"
            for row in block.rows:
                yield f"  | {' | '.join(cell.text for cell in row.cells)}"
        else:
            yield _paragraph(block)


def _paragraph(paragraph: Paragraph) -> str:
    form = paragraph.paragraph_format
    said = {
        "new page": form.page_break_before,
        "with next": form.keep_with_next,
        "from right": elements(paragraph._p, "w:bidi"),
    }
    style = paragraph.style.name if paragraph.style else None
    notes = ", ".join((str(style), *(words for words, is_so in said.items() if is_so)))
    return f"{notes}: {paragraph.text}"


def elements(root: BaseOxmlElement, name: str) -> list[BaseOxmlElement]:
    return list(root.iter(qn(name)))


def value(element: BaseOxmlElement, name: str = "w:val") -> str:
    found: str = element.get(qn(name), "")
    return found
