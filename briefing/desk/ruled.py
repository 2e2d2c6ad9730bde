"""What of a desk is under the Chatham House rule: said at events, in forums, told by sources."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from briefing.arrange.links import citations
from briefing.arrange.naming import Names
from briefing.arrange.said import people
from briefing.desk.desk import Desk
from briefing.gazetteer import tables
from briefing.model import (
    Argument,
    Event,
    Forum,
    Position,
    Question,
    R,
    Record,
    Source,
    SourceKind,
    Stakeholder,
    Task,
    TaskKind,
)

PUBLISHED = frozenset((SourceKind.ANNOUNCEMENT, SourceKind.OFFICIAL_RECORD))
"""Sources that tell what everybody may know of an event; others may tell what was said there."""

SAID: tuple[type[Record], ...] = (Position, Question, Task, Argument)
"""What leaves without who said it; other records can't be told from what was said, and stay."""


class Ruled:
    """What the rule covers, as found when it is first asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def covers(self, record: Record) -> bool:
        """Return whether a record is what somebody said under the rule, or rests on that."""
        if record.handling.chatham_house or any(
            c.source in self.sources for c in citations(record)
        ):
            return True
        match record:
            case Position():
                return record.event in self.events or record.forum in self.forums
            case Task():
                return record.kind is TaskKind.KEEP_PROMISE and record.event in self.events
            case _:
                return False

    @cached_property
    def forums(self) -> frozenset[str]:
        """Ids of the forums that meet under the rule."""
        return frozenset(forum.id for forum in self._flagged(Forum))

    @cached_property
    def events(self) -> frozenset[str]:
        """Ids of the events under the rule, with all that is part of them."""
        found = {event.id for event in self._flagged(Event)}
        for forum in self.forums:
            found.update(self._desk.links.naming(forum, Event, "forums"))
        waiting = list(found)
        while waiting:
            inside = set(self._desk.links.naming(waiting.pop(), Event, "parent")) - found
            found |= inside
            waiting += inside
        return frozenset(found)

    @cached_property
    def sources(self) -> frozenset[str]:
        """Ids of the sources that tell what was said under the rule.

        Besides those that are marked these are what came attached to them, and whatever but a
        published paper a position under the rule rests on.
        """
        found = {source.id for source in self._flagged(Source)}
        found.update(self._told_by(self._flagged(Position)))
        for id in (*self.events, *self.forums):
            named = self._desk.links.naming(id, Position, "event", "forum")
            positions = (self._desk.store.get(Position, one) for one in named)
            found.update(self._told_by(one for one in positions if one))
        while more := self._attached_to(found) - found:
            found |= more
        return frozenset(found)

    def names(self, record: Record) -> Names:
        """Return what a speaker could be told by in the words of a record."""
        event = getattr(record, "event", None)
        there = self._desk.store.get(Event, event) if event else None
        own = list(people(there)) if there else []
        own += [getattr(record, "who", "")]
        if isinstance(record, Position):
            own += [record.holder, record.capacity, *(party.name for party in record.aligned)]
        return Names((), people=own)

    @cached_property
    def all_names(self) -> Names:
        """Every stakeholder's names, held or known to the field: whoever spoke, these go."""
        names: set[str] = set()
        for held in self._desk.store.all(Stakeholder):
            names.update((held.name, *held.aliases))
        for entry in tables.stakeholders():
            names.update((*entry.names(), *entry.adjectives))
            names.update(one for local in entry.local.values() for one in local.adjectives)
        return Names(sorted(names))

    def _told_by(self, positions: Iterable[Position]) -> Iterator[str]:
        for position in positions:
            for citation in citations(position):
                source = self._desk.store.get(Source, citation.source)
                if source is not None and source.kind not in PUBLISHED:
                    yield source.id

    def _attached_to(self, sources: set[str]) -> set[str]:
        lines = self._desk.store.table(Source).lines if sources else {}
        held = (self._desk.store.get(Source, id) for id, line in lines.items() if _PARENT in line)
        return {source.id for source in held if source and source.parent in sources}

    def _flagged(self, kind: type[R]) -> Iterator[R]:
        # Lines are looked through, for to decode a whole store takes seconds.
        for id, line in self._desk.store.table(kind).lines.items():
            record = self._desk.store.get(kind, id) if _FLAG in line else None
            if record is not None and record.handling.chatham_house:
                yield record


_FLAG, _PARENT = b"chatham_house", b"parent"
