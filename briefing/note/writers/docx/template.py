"""What a note is poured into: the user's own Word file, or the one of the house, emptied."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from docx.document import Document


class TemplateError(BriefingError):
    """A Word file can't be used as a template."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


@contextmanager
def blamed(path: Path | None) -> Iterator[None]:
    """Tell whatever python-docx makes of a template that is not as it should be in a sentence.

    It looks at many parts only when they are used, and raises what comes.
    """
    try:
        yield
    except TemplateError:
        raise
    except Exception as error:
        if path is None:
            raise
        raise TemplateError(path, _DAMAGED) from error


def opened(path: Path | None, paper: str = "A4") -> "Document":
    """Return a document without text that keeps styles, first section, header and footer.

    Only the look of the house takes the paper: a template has its own.
    """
    if path is None:
        document = docx.Document(_house())
        _set_paper(document, paper)
        return document
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise TemplateError(path, error.strerror or str(error)) from error
    return _emptied(_document(path, raw))


# The house --------------------------------------------------------------------------------------

_PARTS = {
    "content_types.xml": "[Content_Types].xml",
    "package_rels.xml": "_rels/.rels",
    "document_rels.xml": "word/_rels/document.xml.rels",
    **{
        f"{name}.xml": f"word/{name}.xml"
        for name in (
            *("document", "styles", "numbering", "settings", "fontTable", "theme"),
            *("header1", "footer1"),
        )
    },
}
"""File in house/ -> part of the package."""

_PAPERS = {"A4": (11906, 16838, 1247), "Letter": (12240, 15840, 1414)}
"""Width, height and side margin in twentieths of a point; the lines are as long on both."""


def house_part(name: str) -> bytes:
    """Return a file of the house's own template."""
    return resources.files("briefing.note.writers.docx").joinpath("house", name).read_bytes()


def _house() -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in _PARTS.items():
            package.writestr(part, house_part(name))
    return packed


def _set_paper(document: "Document", paper: str) -> None:
    width, height, margin = _PAPERS[paper]
    section = document.sections[0]._sectPr
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    margins.set(qn("w:left"), str(margin))
    margins.set(qn("w:right"), str(margin))


# The user's own ---------------------------------------------------------------------------------

_MOST_UNPACKED = 100_000_000
"""Bytes of all parts; the largest letterheads have some photographs."""
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of an older Word begin, and files with a password."""

_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_MACROS = (b"macroenabled", b"vbaproject")

_DAMAGED = "this is not a Word document, or a damaged one; save it once more as .docx or .dotx"
_OLD = "this is of an older Word or has a password; save it as .docx or .dotx without one"
_HAS_MACROS = "a template with macros is not used; save it as .docx or .dotx without them"
_TOO_LARGE = "this is too large for a template; make its pictures smaller"


def _document(path: Path, raw: bytes) -> "Document":
    if raw.startswith(_OLD_WORD):
        raise TemplateError(path, _OLD)
    document = docx.Document(_as_document(path, raw))
    _check(document)
    return document


def _as_document(path: Path, raw: bytes) -> io.BytesIO:
    """Return the package with a template's main part called a document's, as python-docx asks."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w") as new:
        if sum(part.file_size for part in old.infolist()) > _MOST_UNPACKED:
            raise TemplateError(path, _TOO_LARGE)
        types = old.read(_CONTENT_TYPES)
        if any(word in types.lower() for word in _MACROS):
            raise TemplateError(path, _HAS_MACROS)
        new.writestr(_CONTENT_TYPES, types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE))
        for part in old.infolist():
            if part.filename != _CONTENT_TYPES:
                new.writestr(part.filename, old.read(part))
    return packed


_ROOTS = {
    RELATIONSHIP_TYPE.STYLES: qn("w:styles"),
    RELATIONSHIP_TYPE.NUMBERING: qn("w:numbering"),
    RELATIONSHIP_TYPE.SETTINGS: qn("w:settings"),
    RELATIONSHIP_TYPE.HEADER: qn("w:hdr"),
    RELATIONSHIP_TYPE.FOOTER: qn("w:ftr"),
}


def _check(document: "Document") -> None:
    """Raise a ValueError where a part that is looked into is not what it is called."""
    if document.element.body is None:
        raise ValueError("no body")
    for relation in document.part.rels.values():
        if (root := _ROOTS.get(relation.reltype)) and relation.target_part.element.tag != root:
            raise ValueError(f"no {root}")


_UNWANTED_IN_SECTION = tuple(map(qn, ("w:type", "w:printerSettings", "w:sectPrChange")))


def _emptied(document: "Document") -> "Document":
    """Return a document with nothing in its body but how its first section is laid out.

    The first has the letterhead; a later one has only what it does otherwise.
    """
    body = document.element.body
    section = next(_sections(body), None)
    for child in list(body):
        body.remove(child)
    if section is None:
        section = docx.Document(_house()).element.body.sectPr
        for reference in section.findall(qn("w:headerReference")) + section.findall(
            qn("w:footerReference")
        ):
            section.remove(reference)
    for child in list(section):
        if child.tag in _UNWANTED_IN_SECTION:
            section.remove(child)
    body.append(section)
    return document


def _sections(body: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    return (
        section
        for section in body.iter(qn("w:sectPr"))
        if section.getparent().tag != qn("w:sectPrChange")
    )
