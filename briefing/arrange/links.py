"""What is tied to what, both ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.model import (
    Argument,
    Citation,
    Document,
    Event,
    Forum,
    Line,
    Note,
    Position,
    Proposal,
    Question,
    Record,
    Stakeholder,
    Task,
)


def references(record: Record) -> Iterator[str]:
    """Yield the ids of the records that a record names, some twice; for sources see `citations`."""
    match record:
        case Event():
            yield from _given(record.parent, *record.forums)
            yield from _given(*(party.stakeholder for party in record.organisers))
            yield from _given(*(party.stakeholder for party in record.partners))
            yield from _given(*(speaker.stakeholder for speaker in record.speakers))
        case Task():
            yield from _given(record.event)
        case Forum():
            yield from _given(record.parent, record.succeeds)
        case Stakeholder():
            yield from (membership.group for membership in record.memberships)
        case Question():
            yield from _given(*(asked.event for asked in record.asked))
            yield from (expected.event for expected in record.expected)
        case Position():
            yield from _given(record.stakeholder, record.question, record.forum, record.event)
        case Argument():
            yield from _given(record.question, record.position)
        case Line():
            yield from _given(record.question)
        case Note():
            yield record.subject
        case Document():
            yield from _given(record.revises, record.source)
        case Proposal():
            yield from _given(record.source, record.under)


def citations(record: Record) -> Iterator[Citation]:
    """Yield every citation that a record rests on, in the order of its fields."""
    for evidence in record.evidence.values():
        yield from evidence.citations
    if isinstance(record, Question):
        yield from (asked.citation for asked in record.asked if asked.citation)
        for point in record.answer.points:
            yield from point.citations


def _given(*ids: str | None) -> Iterator[str]:
    return (id for id in ids if id is not None)


class Links:
    """Which records name each other, kept in step with the store."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._names: dict[str, frozenset[str]] = {}
        self._named_by: dict[str, set[str]] = defaultdict(set)
        for record in records:
            self.replace(None, record)

    def replace(self, before: Record | None, after: Record | None) -> None:
        """Take one edit in: a record as it was and as it is, None where there is none."""
        if before is not None:
            for named in self._names.pop(before.id, ()):
                self._named_by[named].discard(before.id)
        if after is not None:
            named_now = frozenset(references(after))
            self._names[after.id] = named_now
            for named in named_now:
                self._named_by[named].add(after.id)

    def names(self, id: str) -> frozenset[str]:
        """Return the ids that a record names."""
        return self._names.get(id, frozenset())

    def named_by(self, id: str) -> frozenset[str]:
        """Return the ids of the records that name a record."""
        return frozenset(self._named_by.get(id, ()))

    def tied(self, id: str) -> frozenset[str]:
        """Return what is tied to a record: what it names, what names it, and their other ends.

        The other ends are what stands beside it in a third record: the question of a position held
        by a stakeholder, the stakeholder of a position held on a question.
        """
        direct = self.names(id) | self.named_by(id)
        beyond = (self.names(through) for through in self.named_by(id))
        return direct.union(*beyond) - {id}
