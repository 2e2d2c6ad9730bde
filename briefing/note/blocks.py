"""A briefing note as a value without any format: sections of blocks, and text that knows its basis.

All text in it is one harmless line (`briefing.text.clean`), so that a writer only has to escape
what its own format would take for markup.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from briefing.model import Level
from briefing.text import clean

# Text -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a fact rests on, as it stands behind it."""

    numbers: tuple[int, ...] = ()
    """Numbers of the note's sources; none where the record names no source."""
    checked: bool = True
    """Whether a person decided every value in the fact."""
    no_source: str = "no source"
    """What is said where there are no numbers, in the language of the note."""
    not_checked: str = "not checked"

    @property
    def words(self) -> str:
        """The mark as it is printed: "[2, 5, not checked]", "[no source]"."""
        said = [str(number) for number in self.numbers] or [self.no_source]
        return f"[{', '.join(said if self.checked else [*said, self.not_checked])}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text; with a mark it is a fact out of a record."""

    text: str
    mark: Mark | None = None
    is_strong: bool = False
    is_link: bool = False
    """Whether the text is an address that is safe to follow; see `address`."""


Text: TypeAlias = tuple[Run, ...]


def plain(text: str) -> Text:
    """Return text of our own, or of the person's, that needs no source."""
    line = one_line(text)
    return (Run(text=line),) if line else ()


_SPACES = re.compile(r"\s+")
_UNPARTED = ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
"""Alone between words they stay, as French has them before a colon."""


def one_line(text: str) -> str:
    """Return text from a record as the one harmless line that a run holds."""
    return _SPACES.sub(_as_one, clean(text)).strip()


def _as_one(spaces: re.Match[str]) -> str:
    return spaces[0] if spaces[0] in _UNPARTED else " "


def address(text: str) -> Run:
    """Return an address as text, as a link only where it is safe to follow."""
    return Run(text=one_line(text), is_link=is_safe_address(text))


def capital(text: str) -> str:
    """Return text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"`\\^{|}]+", re.IGNORECASE)


def is_safe_address(address: str) -> bool:
    """Return whether an address may be followed: http, https or mailto, with nothing hidden."""
    return one_line(address) == address and _SAFE_ADDRESS.fullmatch(address) is not None


# Blocks -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a list: a label where it has one, its text, and what stands under it."""

    text: Text
    label: str = ""
    under: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list without an order that matters."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with their values, as in the head of a note."""

    rows: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a heading row; what a writer that knows no tables tells a row at a time."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    """As many cells each as there are columns; a cell may be empty."""
    shares: tuple[int, ...] = ()
    """How the width is shared out, in any unit; evenly where it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """What a number in the text leads to."""

    number: int
    source: str
    """The Source's id."""
    description: Text
    """Title, body, date, kind, address and file of the source."""
    place: str = ""
    """Where in it: "line 12", "paragraph 3"; empty where the whole is meant."""
    words: str = ""
    """The exact words that the fact was read from, where they are held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The numbered sources, counted from 1 without a gap."""

    entries: tuple[SourceEntry, ...]


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Table | Sources


# The note ---------------------------------------------------------------------------------------


class SectionName(StrEnum):
    """The parts that notes are made of; which of them a kind has, in which order, `kinds` says."""

    BOTTOM_LINE = "bottom line"
    CHANGES = "changes"
    """What is not what it was when the note went out last."""
    PURPOSE = "purpose"
    OBJECTIVES = "objectives"
    POINTS = "points"
    ROOM = "room"
    IF_ASKED = "if asked"
    DEFENSIVE = "defensive"
    SENSITIVITIES = "sensitivities"
    BACKGROUND = "background"
    LOGISTICS = "logistics"
    NEXT_STEP = "next step"
    SOURCES = "sources"
    OPENING = "opening"
    """What we say first, on a panel."""
    ISSUE = "issue"
    CONSIDERATIONS = "considerations"
    OPTIONS = "options"
    RECOMMENDATION = "recommendation"
    HAPPENED = "what happened"
    MOVED = "who moved"
    PROMISES = "what was promised"
    DAYS = "days"
    """What is on, day by day: where, who goes, why."""
    DUE = "due"
    CLASHES = "clashes"
    IN_FULL = "in full"
    """What did not fit on the page of an outlook."""
    ANSWERS = "answers"
    POSITIONS = "positions"
    AGENDA = "agenda"
    SPEAKERS = "speakers"


class Unit(StrEnum):
    """What a limit counts."""

    WORDS = "word"
    SENTENCES = "sentence"
    ITEMS = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long a part should be; it warns and never cuts."""

    number: int
    unit: Unit = Unit.WORDS
    stop: int | None = None
    """The number beyond which it stops being usable, where that is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a note, with something in it."""

    name: SectionName
    heading: str
    blocks: tuple[Block, ...]
    words: int
    """Its length in words, without the marks."""
    counted: int
    """Its length in the limit's unit; in words where it has no limit."""
    limit: Limit | None = None
    is_annex: bool = False
    """Whether it stands behind the note proper, where its words don't count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A part that only a person can write and that nobody has written yet."""

    section: SectionName
    words: str
    """One plain sentence on what belongs there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingNote:
    """A composed note; parts without content are not in it."""

    title: str
    """What the document is called: "Briefing note: Panel on port security"."""
    kind: str = "note"
    """The name of its kind, see `kinds`."""
    language: str = "en"
    """ISO 639-1: the language of its headings and fixed words."""
    level: Level = Level.OFFICE
    """Who may see it."""
    marking: str = ""
    """The same, in one line for the head and foot of every page: "For my office"."""
    version: str = ""
    """"Draft of 20 Jul 2023", "No. 2 of 20 Jul 2023"."""
    header: Facts
    sections: tuple[Section, ...]
    """In the order of the note, the annexes last."""
    words: int
    """Its length in words, without head, annexes and sources."""
    limit: Limit
    """How long the whole should be."""
    pages: int | None = 2
    """How many pages the note proper should fill at most; None for no limit."""
    prompts: tuple[Prompt, ...] = ()

    @property
    def sources(self) -> tuple[SourceEntry, ...]:
        """What its numbers lead to, in their order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(e for block in blocks if isinstance(block, Sources) for e in block.entries)

    @property
    def is_dense(self) -> bool:
        """Whether it is to fit one page however full its days are, and so is set more tightly."""
        return any(section.name is SectionName.DAYS for section in self.sections)

    @property
    def marks(self) -> Iterator[Mark]:
        """The mark of every fact in it."""
        yield from marks_in((self.header, *(b for s in self.sections for b in s.blocks)))


def marks_in(blocks: Iterable[Block]) -> Iterator[Mark]:
    """Return the mark of every fact in blocks."""
    return (run.mark for block in blocks for run in runs(block) if run.mark)


def runs(block: Block) -> Iterator[Run]:
    """Return the text of a block without its labels, headings and sources."""
    match block:
        case Paragraph():
            yield from block.text
        case Bullets():
            yield from _runs_of_items(block.items)
        case Facts():
            yield from _runs_of_items(block.rows)
        case Table():
            yield from (run for row in block.rows for cell in row for run in cell)


def _runs_of_items(items: tuple[Item, ...]) -> Iterator[Run]:
    for item in items:
        yield from item.text
        yield from _runs_of_items(item.under)
