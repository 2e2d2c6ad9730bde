"""Where a record holds the words that it was found by: a line of it, with the words lit up."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from briefing.desk.describe import texts
from briefing.desk.find import title_of
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import Record, Source
from briefing.search.words import Word, lit_up
from briefing.text import clean

_WIDTH = 160
"""Characters of an excerpt."""

_BEFORE = 50
"""Characters that stand before the first words found."""


class Excerpt(NamedTuple):
    """A part of a record's text."""

    text: str
    """One line, cleaned."""
    lit: tuple[tuple[int, int], ...] = ()
    """Spans of it, in code points, that words were found in."""
    where: str = ""
    """The field, or the line of the source."""
    place: int | None = None
    """Of a source: where the words stand in its kept text, in code points."""


def title(record: Record, words: Sequence[Word]) -> Excerpt:
    """Return what a record is called."""
    text = title_of(record)
    return Excerpt(text, tuple(lit_up(text, words)))


def excerpt(desk: Reading, record: Record, words: Sequence[Word]) -> Excerpt | None:
    """Return the first line of a record, beside its title, that holds any of the words wanted.

    Of a source its kept text is looked through; None where the words are in the title alone.
    """
    candidates = _source_lines(desk, record) if isinstance(record, Source) else _facts(desk, record)
    for where, text, place in candidates:
        spans = tuple(lit_up(text, words))
        if spans:
            return _around(text, spans, where, place)
    return None


def _facts(desk: Reading, record: Record) -> Iterator[tuple[str, str, None]]:
    for label, text in islice(texts(desk, record), 1, None):
        yield label, clean(text), None


def _source_lines(desk: Reading, source: Source) -> Iterator[tuple[str, str, int | None]]:
    yield "Issued by", clean(source.body), None
    try:
        text = desk.store.source_text(source.sha256) if source.is_held else ""
    except BriefingError:
        return
    place = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield f"line {number}", line, place
        place += len(line) + 1


def _around(text: str, spans: Sequence[tuple[int, int]], where: str, place: int | None) -> Excerpt:
    """Return the part of a line round the first words found."""
    first = spans[0][0]
    start = 0 if len(text) <= _WIDTH else max(0, min(first - _BEFORE, len(text) - _WIDTH))
    shown = text[start : start + _WIDTH]
    lead = "…" if start else ""
    moved = len(lead) - start
    lit = tuple(
        (begin + moved, min(end + moved, len(lead) + len(shown)))
        for begin, end in spans
        if begin - start < len(shown)
    )
    tail = "…" if start + _WIDTH < len(text) else ""
    return Excerpt(
        f"{lead}{_one_line(shown)}{tail}", lit, where, None if place is None else place + first
    )


def _one_line(text: str) -> str:
    """Return a piece of a line made harmless, letter for letter, so that spans still hold."""
    framed = f"[{text}]"  # Else spaces at its ends would go.
    if clean(framed) == framed:
        return text
    return "".join(clean(letter) or " " for letter in text)
