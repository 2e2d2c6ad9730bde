"""Positions as CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Position, Source
from briefing.text import clean
from briefing.when_words import date_words

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")
"""How a cell begins that is taken for a formula: OWASP, "CSV Injection", and ASVS 5.0, 1.2.10.

Quotes before it count, so that the quote that is put there can be told from one that was there.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A position with the names of what it refers to by ids."""

    position: Position
    question: str = ""
    forum: str = ""
    event: str = ""
    sources: tuple[Source, ...] = ()


_COLUMNS = (
    *("Holder", "Words", "Stance", "Question or topic", "Forum", "Event", "Date", "Document"),
    *("Paragraph", "In the name of", "Said with them", "Source", "Source date", "Address"),
    *("Checked", "Id"),
)


def written(rows: Iterable[Row]) -> bytes:
    """Return positions as CSV in UTF-8, with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows(map(harmless, _cells(row)) for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """Return a cell that is a formula in no spreadsheet: one that looks like it behind a quote."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_it_was(cell: str) -> str:
    """Return a cell without the quote that made it harmless."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cells(row: Row) -> tuple[str, ...]:
    position, sources = row.position, row.sources
    cells = (
        *(position.holder, position.claim, position.stance, row.question or position.topic),
        *(row.forum, row.event, position.on.isoformat() if position.on else ""),
        *(position.document, position.paragraph, position.capacity),
        "; ".join(party.name for party in position.aligned),
        "; ".join(source.title for source in sources),
        "; ".join(_published(source) for source in sources),
        "; ".join(source.address for source in sources if source.address),
        *("yes" if position.is_reviewed else "no", position.id),
    )
    return tuple(clean(cell) for cell in cells)


def _published(source: Source) -> str:
    return date_words(source.published, weekday=False) if source.published.is_dated else ""
