"""The language of a document: what a word processor spells and hyphenates it in."""

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

if TYPE_CHECKING:
    from docx.document import Document

_TAGS = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "nb": "nb-NO",
    "nn": "nn-NO",
    "no": "nb-NO",
    "ru": "ru-RU",
    "zh": "zh-CN",
}
"""ISO 639-1 -> what Word knows it by: it asks for a region (BCP 47)."""

_OTHERS = {qn("w:eastAsia"): "zh-CN", qn("w:bidi"): "ar-SA"}
"""What Chinese and Arabic names are taken to be in, in a note of any language."""

_NO_LANGUAGE = "x-none"


def tag(language: str) -> str:
    """Return the tag that Word knows a language by: "fr" is "fr-FR"; others stay as they are."""
    return _TAGS.get(language, language)


def set_language(document: "Document", language: str) -> None:
    """Set what the text of a document is spelled in, in the defaults and in every style."""
    styles = document.styles.element
    defaults = _language_of_defaults(styles)
    for attribute, value in _OTHERS.items():
        defaults.set(attribute, defaults.get(attribute, value))
    for each in styles.iter(qn("w:lang")):
        if each.get(qn("w:val")) != _NO_LANGUAGE and (
            each is defaults or qn("w:val") in each.attrib
        ):
            each.set(qn("w:val"), language)
    for each in document.settings.element.iter(qn("w:themeFontLang")):
        each.set(qn("w:val"), language)


def _language_of_defaults(styles: BaseOxmlElement) -> BaseOxmlElement:
    defaults = _child(styles, "w:docDefaults", first=True)
    properties = _child(_child(defaults, "w:rPrDefault", first=True), "w:rPr", first=True)
    return _child(properties, "w:lang")


def _child(parent: BaseOxmlElement, name: str, *, first: bool = False) -> BaseOxmlElement:
    """Return a child, made where it is missing; the schema wants some of them to be the first."""
    found: BaseOxmlElement | None = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        parent.insert(0 if first else len(parent), found)
    return found
