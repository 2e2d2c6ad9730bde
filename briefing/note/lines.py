"""A note as lines with a style each: what every plain form of it, and the screen, show alike.

A writer or a view decides what a style looks like; it must escape the text of the runs for its own
format, and writes `run.mark.words` after the text of a run that has a mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Paragraph,
    Run,
    SourceEntry,
    Sources,
    Table,
    Text,
    plain,
)
from briefing.note.words import Words


class Style(StrEnum):
    """What a line is."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a note, however long."""

    style: Style
    text: Text = ()
    depth: int = 0
    """How deep a bullet is nested, from 0."""
    number: int = 0
    """A source's number, for the style that is numbered."""


_BLANK = Line(style=Style.BLANK)
_ENGLISH = Words()


def lines(note: BriefingNote) -> Iterator[Line]:
    """Return a note line by line, a blank line between its blocks."""
    words = Words(note.language)
    yield Line(style=Style.TITLE, text=plain(note.title))
    yield _BLANK
    yield from lines_of(note.header, words)
    for section in note.sections:
        yield _BLANK
        yield Line(style=Style.HEADING, text=plain(section.heading))
        for block in section.blocks:
            yield _BLANK
            yield from lines_of(block, words)


def lines_of(block: Block, words: Words = _ENGLISH) -> Iterator[Line]:
    """Return a block of a note line by line."""
    match block:
        case Heading():
            yield Line(style=Style.SUBHEADING, text=plain(block.text))
        case Paragraph():
            yield Line(style=Style.PARAGRAPH, text=block.text)
        case Bullets():
            yield from _items(block.items, words)
        case Facts():
            yield from _items(block.rows, words)
        case Table():
            yield from _rows(block, words)
        case Sources():
            yield from _entries(block.entries, words)


def _items(items: tuple[Item, ...], words: Words, depth: int = 0) -> Iterator[Line]:
    for item in items:
        label = (Run(text=words.label(item.label), is_strong=True), Run(text=" "))
        text = (*label, *item.text) if item.label else item.text
        yield Line(style=Style.BULLET, text=text, depth=depth)
        yield from _items(item.under, words, depth + 1)


def _rows(table: Table, words: Words) -> Iterator[Line]:
    """Yield a row as one entry: its first cell, then each other one that is not empty, named."""
    for first, *others in table.rows:
        yield Line(style=Style.BULLET, text=first)
        for column, cell in zip(table.columns[1:], others, strict=True):
            if cell:
                yield from _items((Item(label=column, text=cell),), words, depth=1)


def _entries(entries: tuple[SourceEntry, ...], words: Words) -> Iterator[Line]:
    """Yield each number with its source, told whole the first time, and the passage."""
    described = set[str]()
    for entry in entries:
        is_known = entry.source in described
        described.add(entry.source)
        source = entry.description[:1] if is_known else entry.description
        # a sign right behind an address is read as its last letter
        between = " – " if source[-1].is_link else f"{words.label('')} "
        text = (*source, Run(text=between), *_passage(entry, words))
        yield Line(style=Style.NUMBERED, text=text, number=entry.number)


def _passage(entry: SourceEntry, words: Words) -> Text:
    quoted = words.quote(entry.words) if entry.words else ""
    told = ", ".join(part for part in (quoted, entry.place) if part)
    return plain(told or words.say("as a whole"))
