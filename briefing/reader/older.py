"""Calendar files that come late: what is older than what was brought in changes nothing."""

from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet

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
    drafts = {p.id: p.draft for p in read if p.changes is None and isinstance(p.draft, Event)}
    newest = _newest({draft.uid for draft in drafts.values()} - {""}, known)
    older = {
        id: f"“{clean(draft.title)}” is older here than what is there already"
        for id, draft in drafts.items()
        if told.get(draft.uid, 0) < newest.get(draft.uid, 0)
    }
    left = tuple(p for p in read if p.id not in older and p.under not in older)
    return left, tuple(older.values())


def _newest(uids: AbstractSet[str], known: Known) -> Mapping[str, int]:
    """Return the highest SEQUENCE that was met of those that are held or wait."""
    if not uids:
        return {}
    waiting = (p.draft for p in known.waiting if isinstance(p.draft, Event))
    there = uids & {event.uid for event in (*known.events, *waiting)}
    newest = dict.fromkeys(there, 0)
    for source in known.sources:
        for uid in there & source.sequences.keys():
            newest[uid] = max(newest[uid], source.sequences[uid])
    return newest
