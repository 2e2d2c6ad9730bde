"""What is tied to what, both ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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
    Source,
    Stakeholder,
    Task,
)

NAMED_IN: Mapping[type[Record], Mapping[str, str]] = {
    Event: {
        "parent": "",
        "forums": "",
        "organisers": "stakeholder",
        "partners": "stakeholder",
        "speakers": "stakeholder",
    },
    Task: {"event": ""},
    Forum: {"parent": "", "succeeds": ""},
    Stakeholder: {"memberships": "group"},
    Question: {"asked": "event", "expected": "event"},
    Position: {"stakeholder": "", "question": "", "forum": "", "event": ""},
    Argument: {"question": "", "position": ""},
    Line: {"question": ""},
    Source: {},
    Document: {"revises": "", "source": ""},
    Proposal: {"source": "", "under": ""},
    Note: {"subject": ""},
}
"""Kind -> its fields that name other records -> the part of their items that does, if any."""


def named(record: Record) -> Iterator[tuple[str, str]]:
    """Yield field and id of what a record names, some twice; for sources see `citations`."""
    for field, part in NAMED_IN[type(record)].items():
        value = getattr(record, field)
        for item in value if isinstance(value, tuple) else (value,):
            id = getattr(item, part) if part else item
            if id is not None:
                yield field, id


def references(record: Record) -> Iterator[str]:
    """Yield the ids of the records that a record names, some twice."""
    return (id for _, id in named(record))


def citations(record: Record) -> Iterator[Citation]:
    """Yield every citation that a record rests on, in the order of its fields."""
    for evidence in record.evidence.values():
        yield from evidence.citations
    if isinstance(record, Question):
        yield from (asked.citation for asked in record.asked if asked.citation)
        for point in record.answer.points:
            yield from point.citations


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
