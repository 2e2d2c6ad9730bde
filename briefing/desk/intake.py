"""From a document to records: bring it in, see what waits, accept or reject."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from briefing import reader
from briefing.desk.desk import Desk, Edit
from briefing.desk.find import title_of
from briefing.errors import BriefingError, Problem
from briefing.gazetteer import tables
from briefing.model import (
    Asked,
    Decision,
    Event,
    Evidence,
    Forum,
    Position,
    Proposal,
    ProposalState,
    Question,
    Record,
    Source,
    Stakeholder,
)
from briefing.reader import Incoming, Known, Proposed
from briefing.reader.formats import format_of
from briefing.reader.known import Name
from briefing.store import Store
from briefing.text import clean, count, fold, squeeze

_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file"),
    (b"\x1f\x8b", "an archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
"""What files that hold no plain text begin with."""


class UnreadableError(BriefingError):
    """A file can't be opened, or holds no text."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of bringing one document in."""

    source: Source
    proposals: tuple[Proposal, ...]
    """What waits now; empty where the document was brought in before."""
    problems: tuple[Problem, ...]
    was_held: bool


def from_file(path: Path) -> Incoming:
    """Return a file's bytes with its name; UnreadableError in one sentence."""
    try:
        return from_bytes(path, path.read_bytes())
    except OSError as error:
        raise UnreadableError(path, error.strerror or str(error)) from error


def from_bytes(path: Path, raw: bytes) -> Incoming:
    """Return bytes with the name that they go by; UnreadableError where they hold no text."""
    other = next((name for start, name in _OTHER_FORMATS if raw.startswith(start)), None)
    if other is not None and format_of(raw, path.name).MEDIA_TYPE == "text/plain":
        raise UnreadableError(path, f"this is {other}; save it as plain text, or paste its words")
    return Incoming(name=path.name, raw=raw)


def read(desk: Desk, incoming: Incoming) -> Proposed:
    """Return what the reader proposes from a document; nothing is stored.

    UnreadableError where a file that holds more than text has no text in it.
    """
    proposed = reader.read(incoming, known(desk.store, desk.home.key), desk.today)
    _require_text(incoming, proposed)
    return proposed


def bring_in(desk: Desk, incoming: Incoming) -> Arrival:
    """Keep a document and put what was read from it where proposals wait.

    The same bytes brought in again change nothing.
    """
    return keep(desk, incoming, read(desk, incoming))


def keep(desk: Desk, incoming: Incoming, proposed: Proposed) -> Arrival:
    """Do what `bring_in` does with a document that was read already."""
    _require_text(incoming, proposed)
    source = proposed.source
    held = next((s for s in desk.store.all(Source) if s.sha256 == source.sha256), None)
    if held is not None:
        return Arrival(held, (), proposed.problems, was_held=True)
    desk.store.keep_source(source.sha256, source.name, incoming.raw, proposed.text)
    with desk.change(f"Brought in {clean(source.title)}") as edit:
        for record in (source, *proposed.proposals):
            edit.put(record)
    return Arrival(source, proposed.proposals, proposed.problems, was_held=False)


def _require_text(incoming: Incoming, proposed: Proposed) -> None:
    if not proposed.text.strip() and proposed.source.media_type != "text/plain":
        reasons = (problem.message for problem in proposed.problems)
        raise UnreadableError(Path(incoming.name), next(reasons, "there is no text in it"))


def waiting(desk: Desk) -> list[Proposal]:
    """Return what waits for a decision, as it stands in its sources, source by source."""
    held = (p for p in desk.store.all(Proposal) if p.state is ProposalState.WAITING)
    return sorted(held, key=lambda p: (p.source, p.start, p.under is not None, p.id))


def unit(desk: Desk, proposal: Proposal) -> list[Proposal]:
    """Return a proposal with what hangs on it and still waits: the unit of a decision."""
    hanging = [p for p in waiting(desk) if p.under == proposal.id]
    return [proposal, *hanging]


def accept(desk: Desk, proposals: Sequence[Proposal], *, checked: bool) -> list[Record]:
    """Put drafts into the desk and return the records.

    With `checked` a person has looked: every value without a doubt is settled, a doubted one stays
    open. Without, all stays unreviewed, and positions go on waiting, since only a person may
    attribute a view. What was decided before is left as it is.
    """
    undecided = _undecided(desk, proposals)
    chosen = [p for p in undecided if checked or not isinstance(p.draft, Position)]
    records: list[Record] = []
    held = {_wording(question): question for question in desk.store.all(Question)}
    with desk.change(_label("Accepted", chosen)) as edit:
        for proposal in chosen:
            record = _settled(desk, proposal.draft) if checked else proposal.draft
            if isinstance(record, Question):
                record = _asked_again(held.get(_wording(record), record), record)
                held[_wording(record)] = record
            records.append(record)
            edit.put(record)
            edit.put(_decided(proposal, ProposalState.ACCEPTED))
    return records


def reject(desk: Desk, proposals: Sequence[Proposal]) -> None:
    """Turn proposals down; what was read stays in the history."""
    chosen = _undecided(desk, proposals)
    with desk.change(_label("Rejected", chosen)) as edit:
        for proposal in chosen:
            edit.put(_decided(proposal, ProposalState.REJECTED))


def amend(edit: Edit, proposal: Proposal, draft: Record) -> None:
    """Put a proposal back with its draft mended."""
    edit.put(msgspec.structs.replace(proposal, draft=draft))


def known(store: Store, home_zone: str) -> Known:
    """Return what the reader may know: the field's names with what the desk has added."""
    return Known(
        names=tuple(_names(store)),
        events=tuple(store.all(Event)),
        questions=tuple(store.all(Question)),
        sources=tuple(store.all(Source)),
        home_zone=home_zone,
    )


def _names(store: Store) -> Iterable[Name]:
    forums = {entry.id: entry for entry in tables.forums()}
    for forum in store.all(Forum):
        entry = forums.get(forum.id)
        yield Name(
            id=forum.id,
            name=forum.name,
            acronym=forum.acronym,
            aliases=forum.aliases,
            kind=forum.kind,
            needs_context=entry.needs_context if entry else (),
            is_forum=True,
            is_policy_forum=entry.policy_forum if entry else True,
            first_year=entry.first_year if entry else None,
            last_year=entry.last_year if entry else None,
        )
    holders = {entry.id: entry for entry in tables.stakeholders()}
    for stakeholder in store.all(Stakeholder):
        holder = holders.get(stakeholder.id)
        yield Name(
            id=stakeholder.id,
            name=stakeholder.name,
            aliases=stakeholder.aliases,
            kind=stakeholder.kind,
            adjectives=holder.adjectives if holder else (),
            needs_context=holder.needs_context if holder else (),
        )


def _undecided(desk: Desk, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return proposals as they are now, without those that somebody decided."""
    current = (desk.store.get(Proposal, proposal.id) or proposal for proposal in proposals)
    return [proposal for proposal in current if proposal.state is ProposalState.WAITING]


def _settled(desk: Desk, draft: Record) -> Record:
    evidence = {
        path: accepted(desk, found) if _is_plain(found) else found
        for path, found in draft.evidence.items()
    }
    return msgspec.structs.replace(draft, evidence=evidence)


def _is_plain(evidence: Evidence) -> bool:
    return evidence.decision is Decision.UNDECIDED and not evidence.doubts


def accepted(desk: Desk, evidence: Evidence) -> Evidence:
    """Return evidence with the person's word that the value is right."""
    return msgspec.structs.replace(
        evidence,
        decision=Decision.ACCEPTED,
        decided_by=desk.person,
        decided_at=desk.now,
    )


def _asked_again(held: Question, asked: Question) -> Question:
    """Return the question as it is held, with where it was asked this time.

    An answer that comes with it is taken where there is none, themes where nobody set any.
    """
    known = {_occasion(one) for one in held.asked}
    new = tuple(one for one in asked.asked if _occasion(one) not in known)
    answer = held.answer if held.answer.is_written else asked.answer
    again = msgspec.structs.replace(held, asked=(*held.asked, *new), answer=answer)
    if held.topics or held.evidence_at("topics"):
        return again
    evidence = {**held.evidence, **asked.evidence_at("topics")}
    return msgspec.structs.replace(again, topics=asked.topics, evidence=evidence)


def _occasion(asked: Asked) -> object:
    return asked.event or asked.on or asked.citation


def _wording(question: Question) -> str:
    return squeeze(fold(question.text))


def _decided(proposal: Proposal, state: ProposalState) -> Proposal:
    return msgspec.structs.replace(proposal, state=state)


def _label(verb: str, proposals: Sequence[Proposal]) -> str:
    if len(proposals) == 1:
        return f"{verb} {title_of(proposals[0])}"
    return f"{verb} {count(len(proposals), 'record')}"
