"""The head and foot of every page: placeholders filled in, and the marking on each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing.note.blocks import BriefingNote
from briefing.note.writers.docx.inline import legal
from briefing.note.writers.docx.styles import Look, Looks
from briefing.note.writers.titles import running

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer, _Header


def fill(document: "Document", note: BriefingNote, looks: Looks) -> None:
    """Fill in title, marking and version at the edges of the pages, and see that each is marked."""
    values = {
        "title": note.title,
        "marking": note.marking,
        "version": note.version,
        "running": running(note),
    }
    for head, foot in _edges(document):
        # a list, because both are filled whatever the first one holds
        is_marked = any([_fill(head, values), _fill(foot, values)])
        if note.marking and not is_marked:
            _add_line(head, looks.id(Look.HEADER), note.marking)
            _add_line(foot, looks.id(Look.FOOTER), note.marking)


def _edges(document: "Document") -> Iterator[tuple["_Header", "_Footer"]]:
    """Yield head and foot of each sort of page that a document has."""
    section = document.sections[0]
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


# Placeholders -----------------------------------------------------------------------------------

_PLACEHOLDER = re.compile(r"\{(title|marking|version|running)\}")


def _fill(edge: "_Header | _Footer", values: Mapping[str, str]) -> bool:
    """Fill the placeholders of a head or foot; return whether one of them was the marking."""
    if edge.is_linked_to_previous:
        return False
    root = edge.part.element
    _settle(root)
    names = [name for texts in _paragraphs(root) for name in _filled(texts, values)]
    return "marking" in names


def _paragraphs(root: BaseOxmlElement) -> Iterable[list[BaseOxmlElement]]:
    """Return the texts of each paragraph; one inside a text box is not the one around it."""
    texts = dict[object, list[BaseOxmlElement]]()
    for text in root.iter(qn("w:t")):
        paragraph = next(text.iterancestors(qn("w:p")), None)
        texts.setdefault(paragraph, []).append(text)
    return texts.values()


def _filled(texts: list[BaseOxmlElement], values: Mapping[str, str]) -> Iterator[str]:
    """Fill the placeholders of a paragraph, the last first, and yield their names.

    Word parts what was typed at one go into several texts.
    """
    whole = "".join(text.text or "" for text in texts)
    for found in reversed(list(_PLACEHOLDER.finditer(whole))):
        _replace(texts, found.start(), found.end(), legal(values[found[1]]))
        yield found[1]


def _replace(texts: list[BaseOxmlElement], start: int, end: int, value: str) -> None:
    position = 0
    for text in texts:
        old = text.text or ""
        first, last = max(start - position, 0), min(end - position, len(old))
        if first < last:
            text.text = old[:first] + value + old[last:]
            text.set(qn("xml:space"), "preserve")
            value = ""
        position += len(old)


_ADDED = (qn("w:ins"), qn("w:moveTo"))
_TAKEN_AWAY = re.compile(
    r"\}(?:del|moveFrom|\w+Change|(?:move(?:From|To)|comment)Range(?:Start|End)|commentReference)$"
)


def _settle(root: BaseOxmlElement) -> None:
    """Accept tracked changes and drop comments: both name their author."""
    for each in [e for e in root.iter() if isinstance(e.tag, str) and _TAKEN_AWAY.search(e.tag)]:
        if (parent := each.getparent()) is not None:
            parent.remove(each)
    for each in list(root.iter(*_ADDED)):
        parent = each.getparent()
        place = parent.index(each)
        for child in reversed(list(each)):
            parent.insert(place, child)
        parent.remove(each)


# The marking ------------------------------------------------------------------------------------


def _add_line(edge: "_Header | _Footer", style: str, marking: str) -> None:
    line = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle/><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve"/></w:r></w:p>'
    )
    next(line.iter(qn("w:pStyle"))).set(qn("w:val"), style)
    next(line.iter(qn("w:t"))).text = legal(marking)
    if edge.is_linked_to_previous:
        edge.is_linked_to_previous = False
        for paragraph in list(edge.part.element):
            edge.part.element.remove(paragraph)
    edge.part.element.append(line)
