"""What a document says of records that are held: changes of them, not new records."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from briefing.model import Event, Position, Proposal, Question, Record, Task, TaskKind
from briefing.reader import exported
from briefing.reader.differences import changed, differing, moment, plain
from briefing.reader.known import Known
from briefing.reader.match import Held

R = TypeVar("R", bound=Record)


def settled(
    read: Sequence[Proposal], known: Known, held: Held, *, is_moved: bool = False
) -> tuple[Proposal, ...]:
    """Return proposals with those of held records as changes, without what says nothing new.

    What waits already, word for word, is left out too. With `is_moved` the page says that
    something is otherwise than it was announced.
    """
    read = exported.come_back(read, known)
    offered = told_anew(read, _meant(read, held, is_moved=is_moved), known)
    if known.waiting:
        left = {proposal.id for proposal in _not_waiting(offered, known.waiting)}
        offered = [proposal for proposal in offered if proposal.id in left]
    ids = {proposal.id for proposal in offered}
    return tuple(
        p if p.under is None or p.under in ids else msgspec.structs.replace(p, under=None)
        for p in offered
    )


def _not_waiting(offered: Sequence[Proposal], waiting: Sequence[Proposal]) -> list[Proposal]:
    """Return proposals without those that wait already, however else they were brought in."""
    known = _of_waiting(waiting)
    new = [p for p in offered if p.changes is None]
    changes = [p for p in offered if p.changes is not None and not _waits(p, waiting)]
    return [*changes, *told_anew(new, _meant(new, Held(known), is_moved=False), known)]


def _of_waiting(waiting: Sequence[Proposal]) -> Known:
    drafts = [proposal.draft for proposal in waiting if proposal.changes is None]
    return Known(
        events=tuple(draft for draft in drafts if isinstance(draft, Event)),
        tasks=tuple(draft for draft in drafts if isinstance(draft, Task)),
        questions=tuple(draft for draft in drafts if isinstance(draft, Question)),
        positions=tuple(draft for draft in drafts if isinstance(draft, Position)),
    )


def _waits(change: Proposal, waiting: Sequence[Proposal]) -> bool:
    return any(
        other.changes == change.changes
        and not differing(other.draft, change.draft, change.draft.evidence)
        for other in waiting
    )


def told_anew(read: Sequence[Proposal], meant: Mapping[str, Event], known: Known) -> list[Proposal]:
    """Return proposals with some events as changes, without what is held just so.

    `meant` has the held event of each draft's id that is one.
    """
    ids = {draft: event.id for draft, event in meant.items()}
    offered = []
    for proposal in read:
        change = _as_change(proposal, meant)
        change = msgspec.structs.replace(change, draft=repointed(change.draft, ids))
        if isinstance(change.draft, Task) and change.changes is None:
            change = _of_task(change, change.draft, known)
        if not _is_held(change, known):
            offered.append(change)
    return offered


def repointed(draft: R, ids: Mapping[str, str]) -> R:
    """Return a record with the events that it names by the ids that they are held under."""
    match draft:
        case Event(parent=str(parent)) if parent in ids:
            return msgspec.structs.replace(draft, parent=ids[parent])
        case Task(event=str(event)) | Position(event=str(event)) if event in ids:
            return msgspec.structs.replace(draft, event=ids[event])
        case Question():
            asked = (
                msgspec.structs.replace(one, event=ids.get(one.event or "", one.event))
                for one in draft.asked
            )
            return msgspec.structs.replace(draft, asked=tuple(asked))
        case _:
            return draft


def _meant(read: Iterable[Proposal], held: Held, *, is_moved: bool) -> dict[str, Event]:
    """Return, by the ids of drafts, the held events that they are for certain."""
    meant: dict[str, Event] = {}
    taken: set[str] = set()
    for proposal in read:
        if isinstance(proposal.draft, Event) and proposal.changes is None:
            event = held.certainly(proposal.draft, is_moved=is_moved)
            if event is not None and event.id not in taken:
                meant[proposal.draft.id] = event
                taken.add(event.id)
    return meant


def _as_change(proposal: Proposal, meant: Mapping[str, Event]) -> Proposal:
    event = meant.get(proposal.draft.id)
    if event is None or not isinstance(proposal.draft, Event) or proposal.changes is not None:
        return proposal
    draft = changed(event, proposal.draft)
    return msgspec.structs.replace(proposal, draft=draft, changes=event.id, matches=())


def _of_task(proposal: Proposal, task: Task, known: Known) -> Proposal:
    """Return a task as a change of the one of its kind that is held for the same event."""
    if task.event is None or task.kind is TaskKind.OTHER:
        return proposal
    alike = [t for t in known.tasks if (t.event, t.kind) == (task.event, task.kind)]
    if len(alike) != 1:
        return proposal
    draft = changed(alike[0], task)
    return msgspec.structs.replace(proposal, draft=draft, changes=draft.id)


def _is_held(proposal: Proposal, known: Known) -> bool:
    """Return whether a proposal says only what is held."""
    if proposal.changes is not None:
        return not proposal.draft.evidence
    match proposal.draft:
        case Task() as task:
            return any(_is_same_task(task, other) for other in known.tasks)
        case Question() as question:
            return any(_asks_the_same(question, other) for other in known.questions)
        case Position() as position:
            return any(_is_same_view(position, other) for other in known.positions)
        case _:
            return False


def _is_same_task(task: Task, held: Task) -> bool:
    is_alike = (task.event, task.kind) == (held.event, held.kind)
    is_alike = is_alike and plain(task.what) == plain(held.what)
    return is_alike and moment(held.due, task.due).when == held.due


def _asks_the_same(question: Question, held: Question) -> bool:
    asked_at = {asked.event for asked in held.asked} - {None}
    is_asked_there = all(asked.event in asked_at for asked in question.asked)
    return is_asked_there and plain(question.text) == plain(held.text)


def _is_same_view(position: Position, held: Position) -> bool:
    said, held_said = (plain(f"{p.holder} {p.claim}") for p in (position, held))
    return position.event == held.event and position.on == held.on and said == held_said
