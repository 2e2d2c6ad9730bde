"""What a person wrote, as blocks: paragraphs, and lists where every line begins with a dash."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from briefing.note.blocks import Block, Bullets, Item, Paragraph, one_line, plain
from briefing.text import clean_block

_BULLET = re.compile(r"\s*[-*•–](?:\s+|$)")
_BLANK_LINES = re.compile(r"\n\s*\n")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…")

_LEAST_WRAPPED = 50
"""Characters in the longest line of a text that an editor has wrapped."""


def prose(text: str) -> tuple[Block, ...]:
    """Return text as written by a person as blocks: a line is a paragraph, dashes make a list.

    Lines that an editor has wrapped at a column are one paragraph again.
    """
    passages = (passage.split("\n") for passage in _BLANK_LINES.split(clean_block(text)))
    return tuple(block for lines in passages for block in _blocks(lines))


_SENTENCE_END = re.compile(r"[!?…]+\.?(?=\s|$)|\.+(?=\s+[^\s\da-zß-öø-ÿ]|\s*$)")
"""A full stop before a small letter or a figure abbreviates a word: "kl. 15.00", "24. juli"."""
_CLOSING = " \xa0\u202f\"'”’»)]"


def sentences(text: str) -> int:
    """Return how many sentences a text has; the last one needs no full stop."""
    line = one_line(text).rstrip(_CLOSING)
    ends = len(_SENTENCE_END.findall(line))
    return ends if not line or _SENTENCE_END.search(line[-1:]) else ends + 1


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, on one line."""
    line = one_line(text)
    end = _SENTENCE_END.search(line)
    return line[: end.end()] if end else line


def bullets(texts: tuple[str, ...]) -> tuple[Block, ...]:
    """Return texts as one list, without those that are empty."""
    items = tuple(Item(text=plain(text)) for text in texts if plain(text))
    return (Bullets(items=items),) if items else ()


def listed(text: str) -> tuple[Block, ...]:
    """Return text that is written a line an entry as one list; a dash before an entry goes."""
    return bullets(tuple(_BULLET.sub("", line, count=1) for line in clean_block(text).split("\n")))


def _blocks(lines: list[str]) -> Iterator[Block]:
    written = [line.strip() for line in lines if line.strip()]
    for is_list, some in groupby(written, key=lambda line: _BULLET.match(line) is not None):
        if is_list:
            yield from bullets(tuple(_BULLET.sub("", line, count=1) for line in some))
        else:
            paragraphs = list(some)
            joined = [" ".join(paragraphs)] if _is_wrapped(paragraphs) else paragraphs
            yield from (Paragraph(text=plain(text)) for text in joined if plain(text))


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether each line is full: the first word of the next had no room in it."""
    widest = max(map(len, lines), default=0)
    is_full = all(
        len(line) + 1 + len(after.partition(" ")[0]) > widest for line, after in pairwise(lines)
    )
    are_sentences = all(line.endswith(_SENTENCE_ENDS) for line in lines)
    return widest >= _LEAST_WRAPPED and is_full and not are_sentences
