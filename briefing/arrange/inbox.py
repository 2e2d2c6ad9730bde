"""What waits for review: source by source, what hangs together under each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from briefing.arrange import Arrangement, Row, grouped
from briefing.model import Event, Proposal


def inbox(waiting: Iterable[Proposal], titles: Mapping[str, str]) -> Arrangement:
    """Return proposals under the titles of their sources, each as it stands there.

    Under an event come its tasks, questions and positions, then its side events. `titles` has the
    heading of each source's id; a source without one is called by its id.
    """
    by_source: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in waiting:
        by_source[proposal.source].append(proposal)
    return grouped(
        [(titles.get(source, source), list(_tree(held))) for source, held in by_source.items()]
    )


def _tree(proposals: list[Proposal]) -> Iterator[Row]:
    above = _parents(proposals)
    under: dict[str | None, list[Proposal]] = defaultdict(list)
    for proposal in sorted(proposals, key=lambda p: (p.start, p.id)):
        under[above.get(proposal.id)].append(proposal)

    def family(proposal: Proposal, depth: int) -> Iterator[Row]:
        yield Row(proposal, depth)
        for child in sorted(under[proposal.id], key=lambda p: isinstance(p.draft, Event)):
            yield from family(child, depth + 1)

    for root in under[None]:
        yield from family(root, 0)


def _parents(proposals: list[Proposal]) -> dict[str, str]:
    """Return id -> id of the proposal above it, of those that have one that waits too."""
    by_id = {proposal.id: proposal for proposal in proposals}
    by_draft = {proposal.draft.id: proposal.id for proposal in proposals}
    above: dict[str, str] = {}
    for proposal in proposals:
        parent = _parent(proposal, by_draft)
        if parent in by_id and not _is_above(proposal.id, parent, above):
            above[proposal.id] = parent
    return above


def _parent(proposal: Proposal, by_draft: Mapping[str, str]) -> str:
    if proposal.under is not None:
        return proposal.under
    draft = proposal.draft
    return by_draft.get(draft.parent or "", "") if isinstance(draft, Event) else ""


def _is_above(id: str, of: str, above: Mapping[str, str]) -> bool:
    """Return whether a proposal is another one or stands somewhere above it."""
    current: str | None = of
    while current is not None:
        if current == id:
            return True
        current = above.get(current)
    return False
