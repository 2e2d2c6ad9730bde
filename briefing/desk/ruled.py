"""What of a desk is under the Chatham House rule: said at events, in forums, told by sources."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefing.arrange.links import citations
from briefing.arrange.naming import Names
from briefing.arrange.said import people
from briefing.desk.desk import Desk
from briefing.gazetteer import tables
from briefing.model import (
    Argument,
    Asked,
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
            case Task() if record.event in self.events:
                return record.kind is TaskKind.KEEP_PROMISE or not self._is_announced(record)
            case Question() if record.asked:
                is_elsewhere = any(one.event not in self.events for one in record.asked)
                return not is_elsewhere and not self._is_announced(record)
            case Argument() if record.position:
                position = self._desk.store.get(Position, record.position)
                return position is not None and self.covers(position)
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
        published paper is kept with an event under the rule, or is what a position, a promise or
        the asking of a question there rests on: a statement is its speaker's.
        """
        found = {source.id for source in self._flagged(Source)}
        cited = [id for one in self._flagged(Position) for id in _cited(one)]
        for id in (*self.events, *self.forums):
            for kind in (Position, Task, Question):
                named = self._desk.links.naming(id, kind, "event", "forum", "asked")
                held = (self._desk.store.get(kind, one) for one in named)
                cited += [one for record in held if record for one in self._cited_there(record)]
        for id in self.events:
            event = self._desk.store.get(Event, id)
            cited += [link.kept for link in event.links if link.kept] if event else []
        found.update(self._unpublished(cited))
        new = set(found)
        while new:
            resting = (id for one in self._with_any(Position, new) for id in _cited(one))
            attached = {source.id for source in self._with_any(Source, new) if source.parent in new}
            new = {*self._unpublished(resting), *attached} - found
            found |= new
        return frozenset(found)

    @cached_property
    def participants(self) -> Names:
        """The names of all who may have said anything: on programmes, and wherever one is told."""
        said: list[Record | None] = [*self._flagged(Position), *self._flagged(Task)]
        for id in (*self.events, *self.forums):
            said.append(self._desk.store.get(Event, id))
            for kind in (Position, Task):
                named = self._desk.links.naming(id, kind, "event", "forum")
                said += [self._desk.store.get(kind, one) for one in named]
        if self.sources:
            said += [*self._with_any(Position, self.sources), *self._with_any(Task, self.sources)]
        return Names((), people=sorted({n for one in said if one for n in _told_in(one)}))

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

    def _cited_there(self, record: Record) -> Iterator[str]:
        """Yield the sources that tell what of a record was said under the rule."""
        match record:
            case Position():
                yield from _cited(record)
            case Task():
                yield from _cited(record) if record.kind is TaskKind.KEEP_PROMISE else ()
            case Question():
                for asked in record.asked:
                    if asked.event in self.events:
                        yield from cited_at(record, asked)
            case _:
                pass

    def _is_announced(self, record: Record) -> bool:
        """Return whether a published source tells anything of a record."""
        cited = dict.fromkeys(_cited(record))
        return len(set(self._unpublished(cited))) < len(cited)

    def _unpublished(self, sources: Iterable[str]) -> Iterator[str]:
        for id in sources:
            source = self._desk.store.get(Source, id)
            if source is None or source.kind not in PUBLISHED:
                yield id

    def _with_any(self, kind: type[R], sources: Iterable[str]) -> Iterator[R]:
        """Yield the records of a kind in whose lines the id of any source stands."""
        ids = re.compile(b"|".join(re.escape(id.encode()) for id in sorted(sources)))
        yield from self._among(kind, ids)

    def _flagged(self, kind: type[R]) -> Iterator[R]:
        return (one for one in self._among(kind, _FLAG) if one.handling.chatham_house)

    def _among(self, kind: type[R], words: re.Pattern[bytes]) -> Iterator[R]:
        # Lines are looked through, for to decode a whole store takes seconds.
        for id, line in self._desk.store.table(kind).lines.items():
            record = self._desk.store.get(kind, id) if words.search(line) else None
            if record is not None:
                yield record


_FLAG = re.compile(b"chatham_house")


def cited_at(question: Question, asked: Asked) -> Iterator[str]:
    """Yield the ids of the sources that tell of one asking of a question."""
    if asked.citation:
        yield asked.citation.source
    for found in question.evidence_at(f"asked/{asked.key}").values():
        yield from (citation.source for citation in found.citations)


def _cited(record: Record) -> Iterator[str]:
    return (citation.source for citation in citations(record))


def _told_in(record: Record) -> Iterator[str]:
    """Yield the names of persons and bodies that a record has in fields of their own."""
    match record:
        case Event():
            yield from people(record)
        case Position():
            yield from (record.holder, record.capacity, *(one.name for one in record.aligned))
        case Task():
            yield record.who
        case _:
            pass
