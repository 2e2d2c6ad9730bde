"""From a document to records: bring it in, see what waits, accept or reject."""

import hashlib
from collections.abc import Sequence, Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import msgspec

from briefing import reader
from briefing.desk import changes, known_names, the_field
from briefing.desk.desk import Desk
from briefing.desk.documents import UnreadableError
from briefing.desk.find import title_of
from briefing.errors import Problem
from briefing.model import (
    Asked,
    Decision,
    Event,
    Evidence,
    Position,
    Proposal,
    ProposalState,
    Question,
    Record,
    Source,
    Task,
)
from briefing.reader import Incoming, Known, Proposed
from briefing.store import Store
from briefing.text import clean, count, fold, squeeze


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of bringing one document in."""

    source: Source
    proposals: tuple[Proposal, ...]
    """What waits now; empty where the document was brought in before."""
    problems: tuple[Problem, ...]
    was_held: bool
    already_there: int = 0
    """How many records it tells of that are held, or wait, just so."""


def read(desk: Desk, incoming: Incoming) -> Proposed:
    """Return what the reader proposes from a document; nothing is stored.

    UnreadableError where a file that holds more than text has no text in it.
    """
    proposed = reader.read(incoming, known(desk.store, desk.home.key), desk.today)
    require_text(incoming, proposed)
    return proposed


def bring_in(desk: Desk, incoming: Incoming) -> Arrival:
    """Keep a document and put what was read from it where proposals wait.

    The same bytes brought in again are not even read.
    """
    source = held(desk, incoming.raw)
    if source is not None:
        return Arrival(source, (), (), was_held=True)
    return keep(desk, incoming, read(desk, incoming))


def held(desk: Desk, raw: bytes) -> Source | None:
    """Return the source whose bytes these are, if the desk keeps it."""
    sha256 = hashlib.sha256(raw).hexdigest()
    return next((source for source in desk.store.all(Source) if source.sha256 == sha256), None)


def keep(desk: Desk, incoming: Incoming, proposed: Proposed) -> Arrival:
    """Do what `bring_in` does with a document that was read already."""
    require_text(incoming, proposed)
    source = proposed.source
    before = held(desk, incoming.raw)
    if before is not None:
        return Arrival(before, (), proposed.problems, was_held=True)
    new = [(incoming, proposed), *_new_attached(desk, proposed)]
    for document, read in new:
        at = read.source
        desk.store.keep_source(at.sha256, at.name, document.raw, read.text)
    with desk.change(f"Brought in {clean(source.title)}") as edit:
        for record in (record for _, read in new for record in (read.source, *read.proposals)):
            edit.put(record)
    proposals = tuple(proposal for _, read in new for proposal in read.proposals)
    already = sum(read.already_there for _, read in new)
    return Arrival(source, proposals, proposed.problems, was_held=False, already_there=already)


def require_text(incoming: Incoming, proposed: Proposed) -> None:
    """Refuse a file that holds more than text, and of that nothing; UnreadableError."""
    if not proposed.text.strip() and proposed.source.media_type != "text/plain":
        reasons = (problem.message for problem in proposed.problems)
        raise UnreadableError(Path(incoming.name), next(reasons, "there is no text in it"))


def _new_attached(desk: Desk, proposed: Proposed) -> list[tuple[Incoming, Proposed]]:
    """Return what came attached and is not held yet, each once."""
    by_sha256 = {one.proposed.source.sha256: one for one in proposed.attached}
    by_sha256.pop(proposed.source.sha256, None)
    new = (one for one in by_sha256.values() if held(desk, one.incoming.raw) is None)
    return [(one.incoming, one.proposed) for one in new]


def waiting(desk: Desk) -> list[Proposal]:
    """Return what waits for a decision, as it stands in its sources, source by source."""
    held = (p for p in desk.store.all(Proposal) if p.state is ProposalState.WAITING)
    return sorted(held, key=lambda p: (p.source, p.start, p.under is not None, p.id))


def unit(desk: Desk, proposal: Proposal) -> list[Proposal]:
    """Return a proposal with what hangs on it and still waits: the unit of a decision."""
    hanging = [p for p in waiting(desk) if p.under == proposal.id]
    return [proposal, *hanging]


def accept(
    desk: Desk,
    proposals: Sequence[Proposal],
    *,
    checked: bool,
    unseen: AbstractSet[str] = frozenset(),
) -> list[Record]:
    """Put drafts into the desk and return the records.

    With `checked` a person has looked: every value without a doubt is settled, a doubted one stays
    open. Without, all stays unreviewed, and what only a person may decide goes on waiting: a view,
    what may be about another event, a change of what a person decided. What was decided before is
    left as it is. Those with ids in `unseen` nobody looked at, whatever is said of the others.
    With a record comes what the field knows of the forums and stakeholders that it names.
    """
    looked_at = {p.id for p in proposals if checked and p.id not in unseen}
    undecided = _undecided(desk, proposals)
    chosen = [p for p in undecided if p.id in looked_at or not _needs_a_person(p)]
    taken: dict[str, Record] = {}
    questions = {_wording(question): question for question in desk.store.all(Question)}
    with desk.change(_label("Accepted", chosen)) as edit:
        for proposal in chosen:
            is_checked = proposal.id in looked_at
            held = taken.get(proposal.changes or "") or changes.target(desk, proposal)
            if held is not None:
                record = changes.applied(desk, held, proposal.draft, checked=is_checked)
                edit.put(_after_change(proposal, held, checked=is_checked))
            else:
                record = _new(desk, proposal.draft, questions, checked=is_checked)
                edit.put(_decided(proposal, ProposalState.ACCEPTED))
            taken[record.id] = record
            edit.put(record)
            for known in the_field.behind(desk.store, record):
                edit.put(known)
            for other in _in_its_place(desk, proposal):
                edit.put(_decided(other, ProposalState.REJECTED))
    return list(taken.values())


def _new(desk: Desk, draft: Record, questions: dict[str, Question], *, checked: bool) -> Record:
    """Return a draft as a record, a question that is held as the held one, asked again."""
    record = _settled(desk, draft) if checked else draft
    if isinstance(record, Question):
        wording = _wording(record)
        record = questions[wording] = _asked_again(questions.get(wording, record), record)
    return record


def _needs_a_person(proposal: Proposal) -> bool:
    is_one_of_several = proposal.changes is not None and bool(proposal.matches)
    return isinstance(proposal.draft, Position) or is_one_of_several


def _after_change(proposal: Proposal, held: Record, *, checked: bool) -> Proposal:
    """Return what becomes of a change: what a person decided before waits for a person."""
    left = changes.left_open(held, proposal.draft)
    if left.evidence and not checked:
        return msgspec.structs.replace(proposal, draft=left)
    return _decided(proposal, ProposalState.ACCEPTED)


def _in_its_place(desk: Desk, proposal: Proposal) -> list[Proposal]:
    """Return the changes that were offered beside one: the same words, of other records."""
    if proposal.changes is None or not proposal.matches:
        return []
    return [
        other
        for other in waiting(desk)
        if other.source == proposal.source
        and (other.start, other.end) == (proposal.start, proposal.end)
        and other.changes in proposal.matches
    ]


def reject(desk: Desk, proposals: Sequence[Proposal]) -> None:
    """Turn proposals down; what was read stays in the history."""
    chosen = _undecided(desk, proposals)
    with desk.change(_label("Rejected", chosen)) as edit:
        for proposal in chosen:
            edit.put(_decided(proposal, ProposalState.REJECTED))


def known(store: Store, home_zone: str) -> Known:
    """Return what the reader may know: the field's names with what the desk has added."""
    return Known(
        names=tuple(known_names.names(store)),
        events=tuple(store.all(Event)),
        tasks=tuple(store.all(Task)),
        questions=tuple(store.all(Question)),
        positions=tuple(store.all(Position)),
        sources=tuple(store.all(Source)),
        waiting=tuple(p for p in store.all(Proposal) if p.state is ProposalState.WAITING),
        home_zone=home_zone,
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
