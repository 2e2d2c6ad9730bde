"""A source being read: its text, lines and names, which all rules look at."""

from bisect import bisect_left
from dataclasses import dataclass

from briefing.model import Citation, Draft, Evidence, Proposal
from briefing.reader.candidate import Candidate, evidence
from briefing.reader.fields.names import Mention
from briefing.reader.fields.topics import Telling
from briefing.reader.known import Known
from briefing.reader.lines import Span
from briefing.reader.match import Held
from briefing.reader.minting import Mint
from briefing.reader.reading import Anchor
from briefing.reader.segment import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source's kept text with what was found in it before any record was made."""

    source: str
    """The Source's id."""
    kept: str
    """The kept text, which citations quote."""
    text: str
    """The same without a mail program's line breaks, as long, for the rules to read."""
    layout: Layout
    known: Known
    mentions: tuple[Mention, ...]
    themes: tuple[Telling, ...]
    """The words that tell what something is about, in order."""
    mint: Mint
    held: Held
    anchors: tuple[Anchor, ...] = ()
    """The words that lead somewhere, in order."""

    def words(self, span: Span) -> str:
        """Return what a span covers, on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def citation(self, span: Span) -> Citation:
        """Return a span as a citation."""
        return Citation(
            source=self.source,
            start=span.start,
            end=span.end,
            words=self.kept[span.start : span.end],
        )

    def evidence(self, *found: Candidate[object]) -> Evidence:
        """Return what a value made of some candidates rests on."""
        return evidence(self.source, self.kept, *found)

    def proposal(self, record: Draft, span: Span, under: str | None = None) -> Proposal:
        """Return a record as one that waits, with the part of the text that it was read from."""
        return Proposal(
            id=self.mint.record("proposal", "", span.start),
            source=self.source,
            draft=record,
            start=span.start,
            end=span.end,
            under=under,
            matches=self.held.same_as(record),
        )

    def mentioned(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the known names between two offsets."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        last = bisect_left(self.mentions, end, key=lambda m: m.start)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)


def cited(evidence: Evidence) -> tuple[Span, ...]:
    """Return where in the kept text a value stands."""
    ends = ((one.start, one.end) for one in evidence.citations)
    return tuple(Span(start, end) for start, end in ends if start is not None and end is not None)
