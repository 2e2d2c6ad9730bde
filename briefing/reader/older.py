"""Calendar files that come late: what is older than what was brought in changes nothing."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Event, Proposal
from briefing.reader.formats import ics
from briefing.reader.known import Known
from briefing.text import clean


def sequences(text: str, read: Sequence[Proposal]) -> dict[str, int]:
    """Return, by UID, how often a calendar says that it changed an event (SEQUENCE), if it did."""
    return dict(_sequences(text, read))


def _sequences(text: str, read: Sequence[Proposal]) -> Iterator[tuple[str, int]]:
    for proposal in read:
        if isinstance(proposal.draft, Event) and proposal.draft.uid:
            named = ics.identity(text[proposal.start : proposal.end])
            if named is not None and named.sequence:
                yield proposal.draft.uid, named.sequence


def without_older(
    read: Sequence[Proposal], told: Mapping[str, int], known: Known
) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """Return proposals without events of which newer is known, and a sentence for each of these.

    `told` is what `sequences` returns of their source. What waits is known too.
    """
    older = {
        proposal.id: f"“{clean(proposal.draft.title)}” is older here than what is there already"
        for proposal in read
        if proposal.changes is None
        and isinstance(proposal.draft, Event)
        and proposal.draft.uid
        and _is_older(proposal.draft.uid, told, known)
    }
    left = tuple(p for p in read if p.id not in older and p.under not in older)
    return left, tuple(older.values())


def _is_older(uid: str, told: Mapping[str, int], known: Known) -> bool:
    newest = max((source.sequences.get(uid, 0) for source in known.sources), default=0)
    return told.get(uid, 0) < newest and any(event.uid == uid for event in _events(known))


def _events(known: Known) -> Iterator[Event]:
    yield from known.events
    yield from (p.draft for p in known.waiting if isinstance(p.draft, Event))
