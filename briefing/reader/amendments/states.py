"""Whether an event is called off or put off, as a note or the head of its announcement says."""

from collections.abc import Iterator, Sequence

import msgspec

from briefing.model import Event, Proposal
from briefing.reader.amendments.hints import NEW_DATE_FOLLOWS
from briefing.reader.amendments.value import Value, of_field
from briefing.reader.amendments.words import CANCELLED, POSTPONED, stated
from briefing.reader.candidate import Candidate
from briefing.reader.fields import days
from briefing.reader.lines import Span, lines_of, sentences
from briefing.reader.page import Page

_HEAD = 300
"""Code points at the top of an announcement that tell how it stands."""


def state(page: Page, told: Sequence[Span]) -> Iterator[Value]:
    """Yield that something is called off; or put off, where no new date is given with that."""
    called_off = "postponed" if _has_no_day_yet(page.text, told) else "cancelled"
    patterns = ((called_off, CANCELLED), ("postponed", POSTPONED), ("postponed", NEW_DATE_FOLLOWS))
    for name, pattern in patterns:
        for sentence in told:
            found = stated(pattern, page.text, sentence.start, sentence.end)
            is_to_a_day = found and days.find(page.text, found.end(), sentence.end)
            if found is not None and not (is_to_a_day and pattern is POSTPONED):
                words = Candidate(
                    value=found.group(), start=found.start(), end=found.end(),
                    rule=f"state.{name}", confidence=0.85,
                )  # fmt: skip
                yield of_field(page, name, True, words)
                return


def _has_no_day_yet(text: str, told: Sequence[Span]) -> bool:
    return any(NEW_DATE_FOLLOWS.search(text, span.start, span.end) for span in told)


def with_states(page: Page, read: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return what was read, events marked whose announcement says at its head how they stand."""
    events = [proposal for proposal in read if isinstance(proposal.draft, Event)]
    top = 0 if len(events) == 1 else None
    return tuple(_with_state(page, p, top) if p in events else p for p in read)


def _with_state(page: Page, proposal: Proposal, top: int | None) -> Proposal:
    start = proposal.start if top is None else top
    stop = min(proposal.end, proposal.start + _HEAD)
    head = page.text[start:stop]
    told = [
        Span(span.start + start, span.end + start)
        for span in sentences(head, lines_of(head)[:_MOST_LINES])
    ]
    draft = proposal.draft
    for found in state(page, told):
        evidence = {**draft.evidence, **found.evidence}
        draft = msgspec.structs.replace(draft, evidence=evidence, **{found.field: found.value})
    return msgspec.structs.replace(proposal, draft=draft)


_MOST_LINES = 6
