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
from briefing.text import count

LIMITS = {
    SectionName.BOTTOM_LINE: Limit(number=60),
    SectionName.PURPOSE: Limit(number=3, unit=Unit.SENTENCES),
    SectionName.OBJECTIVES: Limit(number=3, unit=Unit.ITEMS),
    SectionName.POINTS: Limit(number=4, unit=Unit.ITEMS, stop=6),
}
"""The house format; points after the daybooks of US commands: "four or less, six max"."""

WHOLE_NOTE = Limit(number=900)
"""Two pages of 450 words."""

_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")


def words_in(blocks: tuple[Block, ...]) -> int:
    """Return how many words somebody has to read, marks and sources not counted."""
    return sum(len(text.split()) for block in blocks for text in _texts(block))


def measure(blocks: tuple[Block, ...], unit: Unit) -> int:
    """Return how long blocks are in a unit."""
    match unit:
        case Unit.WORDS:
            return words_in(blocks)
        case Unit.ITEMS:
            return sum(len(block.items) for block in blocks if isinstance(block, Bullets))
        case Unit.SENTENCES:
            return sum(_sentences("".join(run.text for run in runs(block))) for block in blocks)


def over_long(note: BriefingNote) -> tuple[str, ...]:
    """Return in words what is longer than it should be: "Bottom line: 72 words, 12 too many."."""
    parts = [(s.heading, s.counted, s.limit) for s in note.sections if s.limit is not None]
    whole = ("The whole note", note.words, note.limit)
    return tuple(_excess(*part) for part in (*parts, whole) if part[1] > part[2].number)


def _excess(what: str, length: int, limit: Limit) -> str:
    over = f"{what}: {count(length, limit.unit)}, {length - limit.number:,} too many"
    is_past_stop = limit.stop is not None and length > limit.stop
    return f"{over} (never more than {limit.stop})." if is_past_stop else f"{over}."


def _sentences(text: str) -> int:
    ends = len(_SENTENCE_END.findall(text))
    return ends if not text or _SENTENCE_END.search(text[-1:]) else ends + 1


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
