"""A record that was read and one that is held are the same: what is new of it becomes a change."""

import msgspec

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.model import Event, Evidence, Proposal, ProposalState, Question
from briefing.reader.again import repointed, told_anew
from briefing.text import clean


class NotTheSameError(BriefingError):
    """A proposal can't be a change of some record."""

    def __init__(self, proposal: Proposal, held_id: str) -> None:
        kind = type(proposal.draft).__name__.lower()
        super().__init__(f"{clean(held_id)!r} is no {kind} that is held")


def accept_as_change(desk: Desk, proposal: Proposal, held_id: str) -> Proposal:
    """Say that a proposal is of a held event or question, and return it as a change of that.

    The held record stays as it is: what is new waits to be accepted field by field, and what hangs
    on the proposal hangs on the held record. Where nothing is new, the proposal counts as accepted.
    A question that is asked again gets an occasion more. NotTheSameError where no such is held.
    """
    held = desk.store.get(type(proposal.draft), held_id)
    beside = [p for p in intake.waiting(desk) if p.source == proposal.source]
    if isinstance(held, Event):
        meant = {proposal.draft.id: held}
        known = intake.known(desk.store, desk.home.key)
        left = {one.id: one for one in told_anew(beside, meant, known)}
    elif isinstance(held, Question) and isinstance(proposal.draft, Question):
        ids = {proposal.draft.id: held.id}
        again = _asked_again(proposal, held, proposal.draft)
        left = {p.id: msgspec.structs.replace(p, draft=repointed(p.draft, ids)) for p in beside}
        left[proposal.id] = again
    else:
        raise NotTheSameError(proposal, held_id)
    with desk.change(f"Same as {title_of(held)}") as edit:
        for one in beside:
            edit.put(left.get(one.id) or _done(one))
    return left.get(proposal.id) or _done(proposal)


def _asked_again(proposal: Proposal, held: Question, asked: Question) -> Proposal:
    known = {one.event or one.on or one.citation for one in held.asked}
    new = [o for o in asked.asked if (o.event or o.on or o.citation) not in known]
    evidence = {
        f"asked/{one.key}": Evidence(citations=(one.citation,) if one.citation else ())
        for one in new
    }
    draft = msgspec.structs.replace(held, asked=(*held.asked, *new), evidence=evidence)
    change = msgspec.structs.replace(proposal, draft=draft, changes=held.id, matches=())
    return change if new else _done(change)


def _done(proposal: Proposal) -> Proposal:
    return msgspec.structs.replace(proposal, state=ProposalState.ACCEPTED)
