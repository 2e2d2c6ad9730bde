"""What a person wrote, as blocks: paragraphs, and lists where every line begins with a dash."""

import re

from briefing.note.blocks import Block, Bullets, Item, Paragraph, plain
from briefing.text import clean_block

_BULLET = re.compile(r"\s*[-*•–]\s+")
_BLANK_LINES = re.compile(r"\n\s*\n")


def prose(text: str) -> tuple[Block, ...]:
    """Return text as written by a person as blocks; a single line end counts as a space."""
    parts = (_block(part) for part in _BLANK_LINES.split(clean_block(text)))
    return tuple(part for part in parts if part is not None)


def bullets(texts: tuple[str, ...]) -> tuple[Block, ...]:
    """Return texts as one list, without those that are empty."""
    items = tuple(Item(text=plain(text)) for text in texts if plain(text))
    return (Bullets(items=items),) if items else ()


def listed(text: str) -> tuple[Block, ...]:
    """Return text that is written a line an entry as one list; a dash before an entry goes."""
    return bullets(tuple(_BULLET.sub("", line, count=1) for line in clean_block(text).split("\n")))


def _block(part: str) -> Block | None:
    written = [line for line in part.split("\n") if line.strip()]
    if written and all(_BULLET.match(line) for line in written):
        return next(iter(bullets(tuple(_BULLET.sub("", line, count=1) for line in written))), None)
    text = plain(" ".join(written))
    return Paragraph(text=text) if text else None
