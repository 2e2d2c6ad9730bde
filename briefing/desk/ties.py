"""What is tied to a record, by what it is to it: both ways, and what cites a source."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from briefing.arrange.links import citations, named
from briefing.arrange.timeline import in_order
from briefing.desk import describe
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import Event, Forum, Position, Question, Record, Source, Stakeholder, Task

MOST = 200
"""So many of one relation are listed; how many there are is told."""

_STEP = 500
"""After so many records others have a turn."""

_NAMED: Mapping[type[Record], Mapping[str, str]] = {
    Event: {
        "parent": "Part of",
        "organisers": "Organised by",
        "partners": "With",
        "speakers": "Speaking there",
        "forums": "Under",
    },
    Task: {"event": "To be done for"},
    Forum: {"parent": "Part of", "succeeds": "Follows on"},
    Stakeholder: {"memberships": "Member of"},
    Question: {"asked": "Asked at", "expected": "Expected at"},
    Position: {
        "stakeholder": "Held by",
        "question": "Held on",
        "forum": "Held in",
        "event": "Said at",
        "aligned": "Aligned with",
    },
}
"""Kind -> its field -> what the records that it names are to it."""

_NAMING: Sequence[tuple[type[Record], str, str]] = (
    (Event, "parent", "Side events and sessions"),
    (Task, "event", "To do for it"),
    (Question, "asked", "Asked there"),
    (Question, "expected", "Expected there"),
    (Position, "question", "Held on it"),
    (Position, "stakeholder", "Positions held by it"),
    (Position, "aligned", "Positions aligned with it"),
    (Position, "event", "Said there"),
    (Position, "forum", "Held in it"),
    (Event, "organisers", "Organised by it"),
    (Event, "partners", "Partner in"),
    (Event, "speakers", "Speaking at"),
    (Event, "forums", "Events under it"),
    (Stakeholder, "memberships", "Members"),
    (Forum, "parent", "Parts of it"),
    (Forum, "succeeds", "Followed by"),
)
"""Kind and field that name a record, and what the namers are to it."""

_CITING: Sequence[type[Record]] = (Event, Task, Question, Position)


class Tie(NamedTuple):
    """Records that are the same thing to another."""

    label: str
    records: Sequence[Record]
    """In order, no more than MOST."""
    total: int
    """How many there are."""


def ties(desk: Desk, record: Record) -> list[Tie]:
    """Return all that a record names and all that names it, and the sources it rests on."""
    sources = describe.sources(desk, record)
    rests = [Tie("Rests on", sources, len(sources))] if sources else []
    return [*_named(desk, record), *_naming(desk, record), *rests]


def citing(desk: Desk, source: Source) -> Iterator[Record | None]:
    """Yield what rests on words of a source; None every so often, for others to have a turn."""
    needle = f'"{source.id}"'.encode()
    for kind in _CITING:
        table = desk.store.table(kind)
        for number, id in enumerate(desk.store.ids(kind)):
            if number % _STEP == _STEP - 1:
                yield None
            if needle in (table.read_bytes(id) or b""):
                record = desk.store.get(kind, id)
                if record and any(cited.source == source.id for cited in citations(record)):
                    yield record


def _named(desk: Desk, record: Record) -> Iterator[Tie]:
    by_field: dict[str, dict[str, None]] = {}
    for field, id in named(record):
        by_field.setdefault(field, {})[id] = None
    for field, label in _NAMED.get(type(record), {}).items():
        found = [held for id in by_field.get(field, ()) if (held := desk.store.find(id))]
        if found:
            yield Tie(label, found[:MOST], len(found))


def _naming(desk: Desk, record: Record) -> Iterator[Tie]:
    for kind, field, label in _NAMING:
        ids = desk.links.naming(record.id, kind, field)
        found = [held for id in islice(ids, MOST) if (held := desk.store.get(kind, id))]
        if found:
            yield Tie(label, _in_order(desk, found), len(ids))


def _in_order(desk: Desk, found: Sequence[Record]) -> Sequence[Record]:
    events = [record for record in found if isinstance(record, Event)]
    return in_order(events, desk.home) if events else sorted(found, key=title_of)
