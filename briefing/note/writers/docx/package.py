"""A document's package: nothing in it that was not asked for, and the same bytes every time."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from briefing.note.writers.docx.inline import legal
from briefing.note.writers.docx.template import TemplateError

if TYPE_CHECKING:
    from docx.document import Document

_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
}
"""What a document has without naming it; comments, notes and their authors are not among it."""

_UNWANTED_SETTINGS = tuple(
    qn(f"w:{name}")
    for name in (
        "attachedTemplate",
        "mailMerge",
        "trackRevisions",
        "footnotePr",
        "endnotePr",
        "docVars",
    )
)
"""What leads out of the document, names somebody, or belongs to parts that went."""

_LEADS_OUT = "its header or its settings load something from elsewhere ({address}); put it in"


def strip(document: "Document", path: Path | None) -> None:
    """Take out of a document what a template leaves in it besides its look.

    A TemplateError says what the template at `path` would load when it is opened.
    """
    part = document.part
    named = {value for e in part.element.iter() for key, value in e.items() if key.startswith(_R)}
    for id, relation in list(part.rels.items()):
        if relation.reltype not in _KEPT and id not in named:
            del part.rels[id]
    _strip_settings(document)
    for id, relation in list(part.package.rels.items()):
        if relation.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del part.package.rels[id]
    for relation in part.package.iter_rels():
        if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
            raise TemplateError(
                path or Path(), _LEADS_OUT.format(address=legal(relation.target_ref))
            )


_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _strip_settings(document: "Document") -> None:
    settings = document.settings.element
    for element in [e for e in settings if e.tag in _UNWANTED_SETTINGS]:
        settings.remove(element)
    rels = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    named = {value for e in settings.iter() for key, value in e.items() if key.startswith(_R)}
    for id in [id for id in rels if id not in named]:
        del rels[id]


_PROPERTIES = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>{title}</dc:title>{author}<dc:language>{language}</dc:language></cp:coreProperties>
"""
"""Neither dates nor who changed it last: all of them are optional (ECMA-376 part 2, annex D)."""


def packed(document: "Document", *, title: str, language: str, author: str = "") -> bytes:
    """Return a document's bytes, with these properties and no others, and with no time in them."""
    creator = f"<dc:creator>{escape(legal(author))}</dc:creator>" if author else ""
    properties = _PROPERTIES.format(
        title=escape(legal(title)), author=creator, language=escape(legal(language))
    )
    package = document.part.package
    uri = PackURI("/docProps/core.xml")
    part = Part(uri, CONTENT_TYPE.OPC_CORE_PROPERTIES, properties.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    saved = io.BytesIO()
    document.save(saved)
    return _without_times(saved)


_FIRST = "[Content_Types].xml"
_MODE = 0o600 << 16


def _without_times(saved: io.BytesIO) -> bytes:
    """Return the zip anew: its parts in one order, all from the first day that a zip knows."""
    steady = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(steady, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, on every system
            info.external_attr = _MODE
            new.writestr(info, old.read(name))
    return steady.getvalue()
