"""One paragraph as WordprocessingML: its style, how it stands, and its text."""

from dataclasses import dataclass

from briefing.note.blocks import Text
from briefing.note.writers.docx.inline import (
    Press,
    anchor,
    begins_from_right,
    inline,
    is_right_to_left,
    words,
)
from briefing.note.writers.docx.styles import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a paragraph stands, besides what its style says."""

    keeps_next: bool = False
    begins_page: bool = False
    has_room_above: bool = False
    is_under_value: bool = False
    """Whether it stands where the values of the facts above it begin."""
    letters: Look | None = None
    """The character style of all of it, its sign or number as well."""
    source: int = 0
    """The number of the source that it tells, to which marks lead."""


AS_THE_STYLE = Form()


def paragraph(press: Press, look: Look, text: Text, form: Form = AS_THE_STYLE) -> str:
    """Return a paragraph of text, from the right where all of it is written so.

    An entry of a list and a cell keep their place among the others.
    """
    content = inline(text, press, form.letters)
    if form.source:
        id, name = form.source, anchor(form.source)
        start = f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'
        content = f'{start}{content}<w:bookmarkEnd w:id="{id}"/>'
    told = "".join(run.text for run in text)
    if look in _LISTED and begins_from_right(told):
        content = words(_FROM_THE_LEFT, press) + content
    from_right = look not in _AMONG_OTHERS and is_right_to_left(told)
    return framed(press, look, content, form, from_right=from_right)


_LISTED = (Look.BULLET, Look.BULLET_UNDER, Look.BULLET_DEEPER, Look.NUMBERED)
_AMONG_OTHERS = (*_LISTED, Look.FACTS, Look.CELL)
_FROM_THE_LEFT = "\N{LEFT-TO-RIGHT MARK}"
"""LibreOffice draws the sign of an entry at both ends of a line that begins from the right."""


def framed(
    press: Press,
    look: Look,
    content: str = "",
    form: Form = AS_THE_STYLE,
    *,
    from_right: bool = False,
) -> str:
    """Return a paragraph around runs; its properties stand in the order of the schema."""
    properties = f'<w:pStyle w:val="{press.looks.id(look)}"/>'
    properties += "<w:keepNext/>" if form.keeps_next else ""
    properties += "<w:pageBreakBefore/>" if form.begins_page else ""
    properties += _numbering(press, look)
    properties += "<w:bidi/>" if from_right else ""
    properties += '<w:spacing w:before="80"/>' if form.has_room_above else ""
    properties += '<w:ind w:hanging="0"/>' if form.is_under_value else ""
    properties += _end(press, form.letters)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _numbering(press: Press, look: Look) -> str:
    place = press.looks.numbering.get(look.lower())
    if place is None:
        return ""
    level, number = place
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _end(press: Press, letters: Look | None) -> str:
    """Return how the paragraph's end is set, and with it the sign or number before it."""
    if letters is None:
        return ""
    return f'<w:rPr><w:rStyle w:val="{press.looks.id(letters)}"/></w:rPr>'
