"""A doubt that is answered once for all the proposals of a source that share it."""

from collections.abc import Iterator

import msgspec

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import Decision, Doubt, DoubtKind, Evidence, Proposal, Record

_SHARED = {
    DoubtKind.DAY_OR_MONTH_FIRST,
    DoubtKind.YEAR_INFERRED,
    DoubtKind.YEAR_MISSING,
    DoubtKind.ZONE_AMBIGUOUS,
    DoubtKind.ZONE_INFERRED,
    DoubtKind.ZONE_MISSING,
    DoubtKind.ZONE_OUT_OF_SEASON,
}
"""What is so for the whole page if it is so for one date on it."""


def settle(desk: Desk, proposal: Proposal, path: str) -> int:
    """Say that a doubted value is right, and return how many other values lost the same doubt.

    Those others, of proposals from the same source, are not checked by that: only the doubt goes.
    """
    evidence = proposal.draft.evidence[path]
    answered = {doubt for doubt in evidence.doubts if doubt.kind in _SHARED}
    others = list(_sharing(desk, proposal, path, answered))
    mended: dict[str, Proposal] = {}
    for other, other_path in others:
        now = mended.get(other.id, other)
        mended[other.id] = _with(now, other_path, _without(now, other_path, answered))
    now = mended.get(proposal.id, proposal)
    mended[proposal.id] = _with(now, path, intake.accepted(desk, evidence))
    with desk.change(f"Checked {title_of(proposal)}") as edit:
        for one in mended.values():
            edit.put(one)
    return len(others)


def _sharing(
    desk: Desk, proposal: Proposal, path: str, answered: set[Doubt]
) -> Iterator[tuple[Proposal, str]]:
    """Yield the other values that wait with one of the doubts, word for word."""
    for other in intake.waiting(desk):
        if other.source == proposal.source:
            for doubted, evidence in other.draft.evidence.items():
                is_itself = (other.id, doubted) == (proposal.id, path)
                is_open = evidence.decision is Decision.UNDECIDED
                if is_open and not is_itself and answered.intersection(evidence.doubts):
                    yield other, doubted


def _without(proposal: Proposal, path: str, answered: set[Doubt]) -> Evidence:
    evidence = proposal.draft.evidence[path]
    left = tuple(doubt for doubt in evidence.doubts if doubt not in answered)
    return msgspec.structs.replace(evidence, doubts=left)


def _with(proposal: Proposal, path: str, evidence: Evidence) -> Proposal:
    draft: Record = proposal.draft
    mended = msgspec.structs.replace(draft, evidence={**draft.evidence, path: evidence})
    return msgspec.structs.replace(proposal, draft=mended)
