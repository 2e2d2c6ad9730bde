"""What is decided together: an event that waits, with all that hangs on it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from zoneinfo import ZoneInfo

from briefing.desk.doubts import Place, open_places
from briefing.model import DoubtKind, Event, Evidence, Position, Proposal, Task
from briefing.when import When

_UNCERTAIN = {
    DoubtKind.YEAR_INFERRED,
    DoubtKind.YEAR_MISSING,
    DoubtKind.DATES_DISAGREE,
    DoubtKind.VERSIONS_DISAGREE,
}
"""Doubts for which a day that seems past may be none, though no other reading is given."""


class Units:
    """What waits, by what it hangs on."""

    def __init__(self, waiting: Sequence[Proposal]) -> None:
        self.waiting = waiting
        self._by_id = {proposal.id: proposal for proposal in waiting}
        self._children = _children(waiting)

    @cached_property
    def doubted(self) -> tuple[Place, ...]:
        """Every value that is in doubt."""
        return tuple(open_places(self.waiting))

    def get(self, id: str) -> Proposal | None:
        """Return a proposal that waits."""
        return self._by_id.get(id)

    def own(self, proposal: Proposal) -> list[Proposal]:
        """Return a proposal with its tasks, questions and positions."""
        hanging = self._children.get(proposal.id, ())
        now = self._by_id.get(proposal.id, proposal)
        return [now, *(child for child in hanging if child.under == proposal.id)]

    def whole(self, proposal: Proposal) -> list[Proposal]:
        """Return a proposal with all that hangs on it, side events with what is theirs too."""
        now = self._by_id.get(proposal.id, proposal)
        found = {now.id: now}
        for one in (held := [now]):
            for child in self._children.get(one.id, ()):
                if child.id not in found:
                    found[child.id] = child
                    held.append(child)
        return held

    def together(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return several with all that hangs on each, none twice."""
        found = {one.id: one for proposal in proposals for one in self.whole(proposal)}
        return list(found.values())

    def past(self, today: dt.date, home: ZoneInfo) -> list[Proposal]:
        """Return the events that ended before today, with their tasks, questions and positions.

        An event without a date stays, and so does one whose date may be a later one.
        """
        ended = (p for p in self.waiting if _is_past(p, today, home))
        return list({one.id: one for proposal in ended for one in self.own(proposal)}.values())


def without_positions(proposals: Iterable[Proposal], *, but: Proposal) -> list[Proposal]:
    """Return proposals without the positions, which are accepted one by one: but the one asked."""
    return [p for p in proposals if p.id == but.id or not isinstance(p.draft, Position)]


def _children(waiting: Sequence[Proposal]) -> Mapping[str, Sequence[Proposal]]:
    by_draft = {proposal.draft.id: proposal.id for proposal in waiting}
    found: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in waiting:
        draft = proposal.draft
        parent = by_draft.get(draft.parent or "") if isinstance(draft, Event) else None
        above = proposal.under or parent
        if above is not None and above != proposal.id:
            found[above].append(proposal)
    return found


def _is_past(proposal: Proposal, today: dt.date, home: ZoneInfo) -> bool:
    draft = proposal.draft
    if proposal.changes is not None or proposal.under is not None:
        return False
    match draft:
        case Event():
            path, when = "when", draft.when
        case Task():
            path, when = "due", draft.due
        case _:
            return False
    evidence = draft.evidence.get(path, Evidence())
    if any(doubt.kind in _UNCERTAIN for doubted, doubt in draft.doubts if doubted == path):
        return False
    return all(_ended(reading, today, home) for reading in (when, *_readings(evidence)))


def _readings(evidence: Evidence) -> Iterator[When]:
    return (other.value for other in evidence.alternatives if isinstance(other.value, When))


def _ended(when: When, today: dt.date, home: ZoneInfo) -> bool:
    span = when.span(home)
    return span is not None and span.end <= dt.datetime.combine(today, dt.time(), home)
