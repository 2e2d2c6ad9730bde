"""The house's look, set more tightly: for a note that has to fit one page however full it is."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document

_LETTERS, _SPACE, _MARGIN = 0.86, 0.5, 0.8
"""What is left of the sizes of letters, of the space round paragraphs, and of the margins."""
_LARGEST = 24
"""Half points up to which letters are made smaller: titles and headings stay."""


def tighten(document: "Document") -> None:
    """Make letters, the space round them and the margins of a document smaller."""
    styles = document.styles.element
    for name in ("w:sz", "w:szCs"):
        for size in styles.iter(qn(name)):
            number = int(size.get(qn("w:val"), "0"))
            if number <= _LARGEST:
                size.set(qn("w:val"), str(round(number * _LETTERS)))
    for spacing in styles.iter(qn("w:spacing")):
        for side in ("w:before", "w:after"):
            if number := int(spacing.get(qn(side), "0")):
                spacing.set(qn(side), str(round(number * _SPACE)))
    for section in document.sections:
        for side in ("top", "bottom", "left", "right"):
            margin = getattr(section, f"{side}_margin")
            setattr(section, f"{side}_margin", round(margin * _MARGIN))
