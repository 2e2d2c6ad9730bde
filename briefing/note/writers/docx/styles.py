"""The styles that a note is set in: found in a template by name, or added from the house's."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from briefing.note.blocks import capital
from briefing.note.writers.docx.template import house_part

if TYPE_CHECKING:
    from docx.document import Document


class Look(StrEnum):
    """A style by the name that a Word file in any language has it under."""

    TITLE = "Title"
    HEADING = "heading 1"
    SUBHEADING = "heading 2"
    BULLET = "List Bullet"
    BULLET_UNDER = "List Bullet 2"
    BULLET_DEEPER = "List Bullet 3"
    NUMBERED = "List Number"
    HEADER = "header"
    FOOTER = "footer"
    PLAIN = "Normal"
    LEAD = "Briefing Lead"
    FACTS = "Briefing Facts"
    LABEL = "Briefing Label"
    CELL = "Briefing Cell"
    TABLE = "Briefing Table"
    STRONG = "Strong"
    LINK = "Hyperlink"
    MARK = "Briefing Mark"
    SOURCE = "Briefing Source"


@dataclass(frozen=True, slots=True)
class Looks:
    """What a document calls the styles of a note."""

    ids: Mapping[str, str]
    """Name in lower case -> the style's id in the document."""
    numbering: Mapping[str, tuple[int, int]]
    """Level and list for the lists whose style has none, or none that counts from 1."""

    def id(self, look: Look) -> str:
        """Return the id of a style in the document."""
        return self.ids[look.lower()]


def missing(document: "Document") -> tuple[str, ...]:
    """Return the names of the house's styles that a document lacks, as Word shows them."""
    has = _by_name(document.styles.element)
    return tuple(
        capital(_name(style))
        for style in _styles(_house_styles())
        if not _is_default(style) and _key(style) not in has
    )


def completed(document: "Document") -> Looks:
    """Add the house's styles that a document lacks, with their numbering; return all ids."""
    own = document.styles.element
    has = _by_name(own)
    house = _by_name(_house_styles())
    added = {key: style for key, style in house.items() if key not in has}
    taken = {_id(style) for style in has.values()}
    ids = {key: _id(style) for key, style in has.items()}
    ids |= {key: _free(_id(style), taken) for key, style in added.items()}
    in_document = {_id(style): ids[key] for key, style in house.items()}
    direct = _directly_numbered(document, has)
    lists = _add_lists(document, {_id(s): ids[key] for key, s in added.items()}, direct)
    for key, style in added.items():
        own.append(_fitted(style, ids[key], in_document, lists))
    return Looks(
        ids={key[1]: ids[key] for key in house},
        numbering={name: (level, lists[number]) for name, (level, number) in direct.items()},
    )


# Styles by name ---------------------------------------------------------------------------------

_Key = tuple[str, str]
"""Type of style and its name in lower case."""


def _house_styles() -> BaseOxmlElement:
    return parse_xml(house_part("styles.xml"))


def _styles(root: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield from root.iterchildren(qn("w:style"))


def _by_name(root: BaseOxmlElement) -> dict[_Key, BaseOxmlElement]:
    return {_key(style): style for style in _styles(root)}


def _key(style: BaseOxmlElement) -> _Key:
    return style.get(qn("w:type"), "paragraph"), _name(style).lower()


def _name(style: BaseOxmlElement) -> str:
    name = style.find(qn("w:name"))
    value: str = "" if name is None else name.get(qn("w:val"), "")
    return value


def _id(style: BaseOxmlElement) -> str:
    id: str = style.get(qn("w:styleId"), "")
    return id


def _is_default(style: BaseOxmlElement) -> bool:
    return style.get(qn("w:default")) in ("1", "true", "on")


# Styles of the house in another document --------------------------------------------------------

_REFERENCES = tuple(map(qn, ("w:basedOn", "w:next", "w:link")))


def _free(id: str, taken: set[str]) -> str:
    while id in taken:
        id = f"{id}Briefing"
    taken.add(id)
    return id


def _fitted(
    style: BaseOxmlElement, id: str, ids: Mapping[str, str], lists: Mapping[int, int]
) -> BaseOxmlElement:
    """Return a copy of a style whose references hold in another document."""
    copy = deepcopy(style)
    copy.set(qn("w:styleId"), id)
    copy.attrib.pop(qn("w:default"), None)
    for reference in copy.iter(*_REFERENCES):
        reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
    for number in copy.iter(qn("w:numId")):
        number.set(qn("w:val"), str(lists[int(number.get(qn("w:val")))]))
    return copy


# Lists ------------------------------------------------------------------------------------------

_BULLETS, _NUMBERS = 1, 2
"""The lists in the house's numbering.xml."""

_LISTS = {
    Look.BULLET: (0, _BULLETS),
    Look.BULLET_UNDER: (1, _BULLETS),
    Look.BULLET_DEEPER: (2, _BULLETS),
    Look.NUMBERED: (0, _NUMBERS),
}


def _directly_numbered(
    document: "Document", has: Mapping[_Key, BaseOxmlElement]
) -> dict[str, tuple[int, int]]:
    """Return the lists that a document's own style of that name does not make.

    The numbers of sources are what the marks say: only a list that counts from 1 will do.
    """
    by_id = {_id(style): style for style in has.values()}
    return {
        look.lower(): place
        for look, place in _LISTS.items()
        if (style := has.get(("paragraph", look.lower()))) is not None
        and not _makes_list(document, _number_of(style, by_id), counted=look is Look.NUMBERED)
    }


def _number_of(style: BaseOxmlElement, by_id: Mapping[str, BaseOxmlElement]) -> str | None:
    """Return the list that a style, or one that it is based on, belongs to."""
    seen = set[str]()
    current: BaseOxmlElement | None = style
    while current is not None and _id(current) not in seen:
        if (number := next(current.iter(qn("w:numId")), None)) is not None:
            value: str = number.get(qn("w:val"), "")
            return value
        seen.add(_id(current))
        parent = current.find(qn("w:basedOn"))
        current = None if parent is None else by_id.get(parent.get(qn("w:val")))
    return None


def _makes_list(document: "Document", number: str | None, *, counted: bool) -> bool:
    root = _numbering(document)
    num = _with(root, "w:num", "w:numId", number)
    if num is None or not counted:
        return num is not None
    abstract = _with(root, "w:abstractNum", "w:abstractNumId", _value(num, "w:abstractNumId"))
    level = None if abstract is None else abstract.find(qn("w:lvl"))
    if level is None or num.find(qn("w:lvlOverride")) is not None:
        return False
    return (_value(level, "w:start"), _value(level, "w:numFmt")) == ("1", "decimal")


def _with(
    root: BaseOxmlElement, name: str, attribute: str, value: str | None
) -> BaseOxmlElement | None:
    return next((e for e in root.findall(qn(name)) if e.get(qn(attribute)) == value), None)


def _value(parent: BaseOxmlElement, name: str) -> str | None:
    child = parent.find(qn(name))
    value: str | None = None if child is None else child.get(qn("w:val"))
    return value


def _add_lists(
    document: "Document", added: Mapping[str, str], direct: Mapping[str, tuple[int, int]]
) -> Mapping[int, int]:
    """Add the house's lists where a style needs them; return its numbers -> the document's.

    `added` are the styles that go in, by their id in the house.
    """
    house = parse_xml(house_part("numbering.xml"))
    if not direct and not any(e.get(qn("w:val")) in added for e in house.iter(qn("w:pStyle"))):
        return {}
    root = _numbering(document)
    abstract_id = _next(root, "w:abstractNum", "w:abstractNumId")
    number = _next(root, "w:num", "w:numId")
    first_num = root.find(qn("w:num"))
    place = len(root) if first_num is None else root.index(first_num)
    lists = {}
    for offset, num in enumerate(house.findall(qn("w:num"))):
        lists[int(num.get(qn("w:numId")))] = number + offset
        num.set(qn("w:numId"), str(number + offset))
        reference = num.find(qn("w:abstractNumId"))
        reference.set(qn("w:val"), str(int(reference.get(qn("w:val"))) + abstract_id))
        root.insert(place + offset, num)
    for abstract in reversed(house.findall(qn("w:abstractNum"))):
        own = int(abstract.get(qn("w:abstractNumId")))
        abstract.set(qn("w:abstractNumId"), str(own + abstract_id))
        _link_levels(abstract, added)
        root.insert(place, abstract)
    return lists


def _link_levels(abstract: BaseOxmlElement, added: Mapping[str, str]) -> None:
    """Tie the levels of a list to the styles that were added with it, and to no others."""
    for level in abstract.findall(qn("w:lvl")):
        style = level.find(qn("w:pStyle"))
        if (id := added.get(style.get(qn("w:val")))) is None:
            level.remove(style)
        else:
            style.set(qn("w:val"), id)


def _next(root: BaseOxmlElement, name: str, attribute: str) -> int:
    """Return the first number that no child of that name has."""
    numbers = (each.get(qn(attribute), "") for each in root.findall(qn(name)))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


_EMPTY = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def _numbering(document: "Document") -> BaseOxmlElement:
    """Return the numbering of a document, made where it has none."""
    part = document.part
    if all(relation.reltype != RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        name = PackURI("/word/numbering.xml")
        added = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, _EMPTY, part.package)
        part.relate_to(added, RELATIONSHIP_TYPE.NUMBERING)
    element: BaseOxmlElement = part.numbering_part.element
    return element
