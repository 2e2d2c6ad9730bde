"""What this program exported and is brought in again: of it only what was changed meanwhile."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from briefing.arrange import due
from briefing.arrange.in_calendars import is_of_calendar, uid_of
from briefing.model import Event, Proposal, Task
from briefing.reader.differences import moment
from briefing.reader.known import Known

_SHOWN = ("title", "when", "venue", "cancelled")
"""What of an event its item in a calendar shows, and so what may be changed there."""


def come_back(read: Sequence[Proposal], known: Known) -> list[Proposal]:
    """Return proposals with our own items of a calendar as what they are.

    Of an event that is held they tell what a calendar shows, and no rule guesses more from that. A
    deadline is no event: it changes its task where it was moved, and says nothing otherwise.
    """
    if not any(isinstance(p.draft, Event) and p.draft.uid for p in read):
        return list(read)
    events = {uid_of(event) for event in known.events if not is_of_calendar(event)}
    tasks = {uid_of(task): task for task in known.tasks}
    return [each for p in read for each in _as_it_is(p, events, tasks)]


def _as_it_is(
    proposal: Proposal, events: set[str], tasks: Mapping[str, Task]
) -> Iterator[Proposal]:
    draft = proposal.draft
    if not isinstance(draft, Event) or proposal.changes is not None:
        yield proposal
    elif draft.uid in tasks:
        yield from _as_task(proposal, draft, tasks[draft.uid])
    elif draft.uid in events:
        yield msgspec.structs.replace(proposal, draft=_shown(draft))
    else:
        yield proposal


def _as_task(proposal: Proposal, draft: Event, task: Task) -> Iterator[Proposal]:
    meant = due.safe(task.due)
    if not meant.is_timed:
        # A calendar shows a deadline on its last day.
        meant = msgspec.structs.replace(meant, date=meant.last_date, end_date=None)
    moved = moment(meant, draft.when)
    if moved.when != meant:
        resting = {"due": draft.evidence["when"]} if "when" in draft.evidence else {}
        changed = msgspec.structs.replace(task, due=moved.when, evidence=resting)
        yield msgspec.structs.replace(proposal, draft=changed, changes=task.id, matches=())


def _shown(draft: Event) -> Event:
    values = {name: getattr(draft, name) for name in _SHOWN}
    evidence = {path: found for path, found in draft.evidence.items() if path in _SHOWN}
    return Event(id=draft.id, uid=draft.uid, parent=draft.parent, **values, evidence=evidence)
