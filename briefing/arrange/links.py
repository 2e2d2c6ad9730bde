"""What a record names, and what it rests on."""

from collections.abc import Iterator, Mapping

from briefing.model import (
    Argument,
    Attendance,
    Citation,
    Document,
    Engagement,
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
    Position: {
        "stakeholder": "",
        "question": "",
        "forum": "",
        "event": "",
        "aligned": "stakeholder",
    },
    Argument: {"question": "", "position": ""},
    Line: {"question": ""},
    Source: {},
    Document: {"revises": "", "source": ""},
    Proposal: {"source": "", "under": ""},
    Note: {"subject": "", "questions": ""},
    Attendance: {"event": ""},
    Engagement: {},
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
