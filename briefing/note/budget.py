"""How long a note and its parts should be, and what is over; limits warn and never cut."""

import re
from collections.abc import Iterator

from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Limit,
    SectionName,
    Table,
    Unit,
    runs,
)
from briefing.note.prose import sentences
from briefing.text import count

_WITHIN_A_NUMBER = re.compile(r"(?<=\d)[\xa0\u202f](?=\d)")


def words_in(blocks: tuple[Block, ...]) -> int:
    """Return how many words somebody has to read, marks and sources not counted.

    A sign that stands alone is none, as in French before and after a quotation.
    """
    return sum(_words(text) for block in blocks for text in _texts(block))


def _words(text: str) -> int:
    pieces = _WITHIN_A_NUMBER.sub("", text).split()
    return sum(any(map(str.isalnum, piece)) for piece in pieces)


def measure(blocks: tuple[Block, ...], unit: Unit) -> int:
    """Return how long blocks are in a unit."""
    match unit:
        case Unit.WORDS:
            return words_in(blocks)
        case Unit.ITEMS:
            return sum(len(block.items) for block in blocks if isinstance(block, Bullets))
        case Unit.SENTENCES:
            return sum(sentences("".join(run.text for run in runs(block))) for block in blocks)


def over_long(note: BriefingNote) -> tuple[str, ...]:
    """Return in words what is longer than it should be: "Bottom line: 72 words, 12 too many."."""
    proper = (section for section in note.sections if not section.is_annex)
    parts = [(s.heading, s.counted, s.limit) for s in proper if s.limit is not None]
    whole = ("The whole note", note.words, note.limit)
    return tuple(_excess(*part) for part in (*parts, whole) if part[1] > part[2].number)


_LEAST_WORTH = (
    SectionName.BACKGROUND,
    SectionName.CONSIDERATIONS,
    SectionName.SENSITIVITIES,
    SectionName.ROOM,
    SectionName.LOGISTICS,
    SectionName.DEFENSIVE,
    SectionName.IF_ASKED,
    SectionName.OPTIONS,
    SectionName.PROMISES,
    SectionName.MOVED,
    SectionName.CLASHES,
    SectionName.DUE,
)
"""What may stand behind a note that is too long, the first to go first; all else never does."""


def first_to_annex(note: BriefingNote) -> SectionName | None:
    """Return what to move behind the note first, where the whole is longer than it should be."""
    if note.words <= note.limit.number:
        return None
    in_place = {section.name for section in note.sections if not section.is_annex}
    return next((name for name in _LEAST_WORTH if name in in_place), None)


def annex_advice(note: BriefingNote) -> str:
    """Return what to move behind the note first and what that leaves; empty where nothing is."""
    name = first_to_annex(note)
    section = next((section for section in note.sections if section.name is name), None)
    if section is None:
        return ""
    left = f"{note.words - section.words:,} of {count(note.limit.number, 'word')}"
    return f"Move “{section.heading}” to the annex first: that leaves {left}."


def _excess(what: str, length: int, limit: Limit) -> str:
    over = f"{what}: {count(length, limit.unit)}, {length - limit.number:,} too many"
    is_past_stop = limit.stop is not None and length > limit.stop
    return f"{over} (never more than {limit.stop})." if is_past_stop else f"{over}."


def _texts(block: Block) -> Iterator[str]:
    yield from (run.text for run in runs(block))
    match block:
        case Heading():
            yield block.text
        case Bullets():
            yield from _labels(block.items)
        case Facts():
            yield from _labels(block.rows)
        case Table():
            yield from block.columns


def _labels(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield item.label
        yield from _labels(item.under)
