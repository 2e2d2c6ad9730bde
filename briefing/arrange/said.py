"""What was said under the Chatham House rule, without who said it.

"Participants are free to use the information received, but neither the identity nor the affiliation
of the speaker(s), nor that of any other participant, may be revealed" (Chatham House, 2002). What
leaves here is made from nothing that differs with the speaker: two desks on which another person
said the same give the same, to the letter.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping

import msgspec

from briefing.arrange.withholding import without_citations, without_closed
from briefing.model import (
    PARTICIPANT,
    Argument,
    Asked,
    Event,
    Evidence,
    Handling,
    Party,
    Position,
    Question,
    R,
    Record,
    Speaker,
    Stance,
    Task,
    TaskKind,
)
from briefing.text import fold

FEWEST = 3
"""So many must have a part in an event for what was said to be told of it: of two, one asked."""

PROGRAMME = ("speakers", "organisers", "partners", "agenda")
"""The fields of an event that an announcement publishes, and that a note-taker may add to."""

IsPublished = Callable[[str], bool]
"""Tells whether a source, by its id, is a published one."""

Withheld = Callable[[str], str]
"""Takes names out of a text."""

_TELLING_STANCES = frozenset((Stance.LEADS, Stance.DISSOCIATES))
"""Mostly of one, and known elsewhere."""


def position(
    said: Position, *, day: dt.date | None, has_event: bool, without: Withheld
) -> Position:
    """Return what was said; `day` is the event's own, where it has only one and may be told."""
    claim = said.evidence.get("claim")
    return Position(
        id=said.id,
        handling=_ruled(said),
        evidence={"claim": Evidence(decision=claim.decision)} if claim else {},
        claim=without(said.claim),
        holder=PARTICIPANT,
        question=said.question,
        topic=without(said.topic),
        forum=said.forum if has_event or said.event is None else None,
        event=said.event if has_event else None,
        on=day if has_event else None,
        stance=Stance.UNKNOWN if said.stance in _TELLING_STANCES else said.stance,
        hedged=said.hedged,
        negated=said.negated,
    )


def question(asked: Question, *, is_published: IsPublished, without: Withheld) -> Question:
    """Return a question without the words of who put it, and without their names."""
    left = _bare(asked, is_published)
    return msgspec.structs.replace(
        left,
        handling=_ruled(asked),
        text=without(left.text),
        topics=tuple(map(without, left.topics)),
        asked=tuple(map(_occasion, asked.asked, left.asked)),
        evidence=_kept(left.evidence, "topics"),
    )


def task(promised: Task, *, is_published: IsPublished, without: Withheld) -> Task:
    """Return what is to be done without whom it was promised to or by."""
    left = _bare(promised, is_published)
    return msgspec.structs.replace(
        left,
        handling=_ruled(promised),
        what=without(left.what),
        condition=without(left.condition),
        who="",
        how=left.how if left.kind in _TO_GET_IN else (),
        evidence=_kept(left.evidence, "who", "how"),
    )


_TO_GET_IN = frozenset((TaskKind.REGISTER, TaskKind.GET_PASS))
"""How it is done leads to the organisers, not to whom something was promised."""


def argument(heard: Argument, *, is_published: IsPublished, without: Withheld) -> Argument:
    """Return an argument without the names in it."""
    left = _bare(heard, is_published)
    return msgspec.structs.replace(left, handling=_ruled(heard), reason=without(left.reason))


def published(event: Event, is_published: IsPublished) -> Event:
    """Return an event with no part of its programme but what a published source tells."""
    parts = {path: found for path, found in event.evidence.items() if _field(path) in PROGRAMME}
    others = {path: found for path, found in event.evidence.items() if path not in parts}
    alone = msgspec.structs.replace(event, evidence=parts)
    left = without_closed(alone, lambda source: not is_published(source)).record
    assert isinstance(left, Event)
    programme = {
        field: tuple(item for item in getattr(left, field) if _is_cited(left, field, item.key))
        for field in PROGRAMME
    }
    keys = {f"{field}/{item.key}" for field, items in programme.items() for item in items}
    evidence = {
        path: found
        for path, found in left.evidence.items()
        if "/" not in path or "/".join(path.split("/")[:2]) in keys
    }
    return msgspec.structs.replace(left, **programme, evidence={**others, **evidence})


def has_enough(event: Event) -> bool:
    """Return whether so many have a part in an event that nobody can be told by elimination."""
    return len({_whose(part) for part in _parts(event)}) >= FEWEST


def people(event: Event) -> Iterator[str]:
    """Yield the names on an event's programme."""
    for part in _parts(event):
        yield part.name
        if isinstance(part, Speaker):
            yield part.affiliation


def content_id(prefix: str, record: Record) -> str:
    """Return an id made from what leaves of a record, and from nothing else."""
    line = msgspec.json.encode(msgspec.structs.replace(record, id=""), order="deterministic")
    return f"{prefix}-{hashlib.sha256(line).hexdigest()[:12]}"


def _bare(record: R, is_published: IsPublished) -> R:
    """Return a record with nothing it rests on but what is published and whether it is decided.

    By what rule a value was read, and how sure that is, depends on the words that told who spoke.
    """
    left = without_citations(record, lambda source: not is_published(source))
    evidence = {
        path: Evidence(citations=found.citations, decision=found.decision)
        for path, found in left.evidence.items()
    }
    return msgspec.structs.replace(left, evidence=evidence)


def _ruled(record: R) -> Handling:
    return Handling(level=record.handling.level, chatham_house=True)


def _occasion(before: Asked, after: Asked) -> Asked:
    # A day beside an event of several days would tell the session.
    is_told = before.citation is not None and after.citation is None and after.event is not None
    return msgspec.structs.replace(after, on=None) if is_told else after


def _kept(evidence: Mapping[str, Evidence], *without: str) -> dict[str, Evidence]:
    return {path: found for path, found in evidence.items() if _field(path) not in without}


def _field(path: str) -> str:
    return path.partition("/")[0]


def _is_cited(event: Event, field: str, key: str) -> bool:
    own = event.evidence_at(f"{field}/{key}").values()
    found = own or [one for path, one in event.evidence.items() if path == field]
    return any(one.citations for one in found)


def _parts(event: Event) -> tuple[Speaker | Party, ...]:
    return (*event.speakers, *event.organisers, *event.partners)


def _whose(part: Speaker | Party) -> str:
    affiliation = part.affiliation if isinstance(part, Speaker) else ""
    return fold(part.stakeholder or affiliation or part.name)
