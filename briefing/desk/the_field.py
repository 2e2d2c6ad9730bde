"""What the field knows beside the desk: forums, stakeholders, and the papers that tell of them."""

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache

from briefing import when
from briefing.arrange.links import citations, references
from briefing.gazetteer import tables
from briefing.gazetteer.entries import ForumEntry, Reference, StakeholderEntry
from briefing.model import (
    Citation,
    Decision,
    Evidence,
    Forum,
    Handling,
    Level,
    Record,
    Source,
    SourceKind,
    Stakeholder,
)
from briefing.store import Store

_PUBLIC = Handling(level=Level.PUBLIC)

_SOURCED = ("name", "openness", "period", "parent", "succeeds")
"""The fields of a forum that rest on its sources."""


def records() -> Iterator[Record]:
    """Yield all that is known, as the records that a desk would hold."""
    for table in ("forums", "states", "groups"):
        yield from (_named_source(table, reference) for reference in tables.references(table))
    yield from forums()
    yield from stakeholders()


@cache
def forums() -> tuple[Forum, ...]:
    """Return the forums that are known, as a desk would hold them."""
    return tuple(map(_forum, tables.forums()))


@cache
def stakeholders() -> tuple[Stakeholder, ...]:
    """Return the stakeholders that are known, as a desk would hold them."""
    return tuple(map(_stakeholder, tables.stakeholders()))


def record(id: str) -> Record | None:
    """Return what is known under an id."""
    return _by_id().get(id)


def behind(store: Store, held: Record) -> Iterator[Record]:
    """Yield what a record names that a store lacks and the field knows, with what that names."""
    waiting, seen = deque([held]), {held.id}
    while waiting:
        one = waiting.popleft()
        named = (*references(one), *(citation.source for citation in citations(one)))
        for id in dict.fromkeys(named):
            found = record(id) if id not in seen and store.find(id) is None else None
            seen.add(id)
            if found is not None:
                waiting.append(found)
                yield found


@cache
def _by_id() -> Mapping[str, Record]:
    return {one.id: one for one in records()}


def _named_source(table: str, reference: Reference) -> Source:
    return Source(
        id=_source_id(table, reference.id),
        title=reference.title,
        kind=SourceKind.OFFICIAL_RECORD if reference.official else SourceKind.REPORT,
        body=reference.body,
        published=when.from_iso(reference.date),
        address=reference.address,
        handling=_PUBLIC,
    )


def _forum(entry: ForumEntry) -> Forum:
    return Forum(
        id=entry.id,
        name=entry.name,
        acronym=entry.acronym,
        aliases=entry.aliases,
        kind=entry.kind,
        openness=entry.openness,
        period=entry.period,
        parent=entry.parent,
        succeeds=entry.succeeds,
        handling=_PUBLIC,
        evidence=_evidence("forums", entry),
    )


def _stakeholder(entry: StakeholderEntry) -> Stakeholder:
    return Stakeholder(
        id=entry.id,
        name=entry.name,
        aliases=tuple(name for name in entry.names() if name != entry.name),
        kind=entry.kind,
        handling=_PUBLIC,
    )


def _evidence(table: str, entry: ForumEntry) -> dict[str, Evidence]:
    citations = tuple(Citation(source=_source_id(table, source)) for source in entry.sources)
    settled = Evidence(citations=citations, rule="known names", decision=Decision.ACCEPTED)
    claimed = (path for path in _SOURCED if getattr(entry, path))
    return dict.fromkeys(claimed, settled) if citations else {}


def _source_id(table: str, reference: str) -> str:
    return f"{table}-{reference}"
