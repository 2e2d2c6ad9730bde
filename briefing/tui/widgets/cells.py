"""Text as a terminal's columns hold it: one harmless line, cut, padded or wrapped to a width."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from briefing.text import clean_block

ELLIPSIS = "…"

_POINTS_A_COLUMN = 8
"""How many code points of one column are looked at: a letter with all its accents has fewer."""

_NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0400-\u0482\u2010-\u2027]*")
"""Text in which each code point takes one column."""


class Tone(StrEnum):
    """How a piece of text is meant; the theme says what that looks like."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    HEADING = "heading"
    ACCENT = "accent"
    GOOD = "good"
    DOUBT = "doubt"
    BAD = "bad"
    GONE = "gone"
    """Cancelled or rejected: struck through."""
    LIT = "lit"
    """Words that were looked for."""
    QUOTE = "quote"
    """The words in a source that a value rests on."""


class Cell(NamedTuple):
    """A piece of a row with its tone."""

    text: str
    tone: Tone = Tone.PLAIN


def one_line(text: str) -> str:
    """Return text as harmless as `briefing.text.clean` makes it, with the spaces at its ends kept.

    What is printable throughout holds no control code, bidi control or line end, so that nearly
    every text costs one look.
    """
    return text if text.isprintable() else clean_block(text).replace("\n", " ")


def clip(text: str, width: int) -> str:
    """Return the harmless line cut to a width in columns, with an ellipsis where it was cut."""
    if width <= 0:
        return ""
    start = text[: width * _POINTS_A_COLUMN]
    line = one_line(start)
    if len(start) == len(text) and cell_len(line) <= width:
        return line
    return set_cell_size(line, min(width - 1, cell_len(line))) + ELLIPSIS


def fit(text: str, width: int) -> str:
    """Return the harmless line in exactly so many columns: cut with an ellipsis, or padded."""
    line = clip(text, width)
    return line + " " * (width - cell_len(line))


def wrap(text: str, width: int, *, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the span of each row that text takes in so many columns, in code points.

    Rows end at a space where there is one, and the space belongs to no row; rows after the first
    are `hang` columns narrower. An empty text is one empty row.
    """
    start, room, end = 0, max(1, width), len(text)
    is_narrow = _NARROW.fullmatch(text) is not None
    while (full := start + room if is_narrow else column_at(text, start, room)) < end:
        space = text.rfind(" ", start + 1, full + 1)
        row_end = space if space > start else max(full, start + 1)
        yield start, row_end
        start = row_end + text.startswith(" ", row_end)
        room = max(1, width - hang)
    if start < end or not text:
        yield start, end


def column_at(text: str, start: int, column: int) -> int:
    """Return which code point stands in a column, counted from a start; the end if none does.

    A mark without a width stands with its letter.
    """
    for position in range(start, len(text)):
        column -= get_character_cell_size(text[position])
        if column < 0:
            return position
    return len(text)
