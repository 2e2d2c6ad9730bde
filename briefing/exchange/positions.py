"""Positions as rows of a table: what any spreadsheet shows of them."""

from dataclasses import dataclass

from briefing.exchange.published import published
from briefing.model import Position, Source
from briefing.text import clean

COLUMNS = (
    *("Holder", "Words", "Stance", "Question or topic", "Forum", "Event", "Date", "Document"),
    *("Paragraph", "In the name of", "Said with them", "Source", "Source date", "Address"),
    *("Checked", "Id"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A position with the names of what it refers to by ids."""

    position: Position
    question: str = ""
    forum: str = ""
    event: str = ""
    sources: tuple[Source, ...] = ()


def cells(row: Row) -> tuple[str, ...]:
    """Return what stands in a row, a cell a column."""
    position, sources = row.position, row.sources
    told = (
        *(position.holder, position.claim, position.stance, row.question or position.topic),
        *(row.forum, row.event, position.on.isoformat() if position.on else ""),
        *(position.document, position.paragraph, position.capacity),
        "; ".join(party.name for party in position.aligned),
        "; ".join(source.title for source in sources),
        "; ".join(published(source) for source in sources),
        "; ".join(source.address for source in sources if source.address),
        *("yes" if position.is_reviewed else "no", position.id),
    )
    return tuple(clean(cell) for cell in told)
