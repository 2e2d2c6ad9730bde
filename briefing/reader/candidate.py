"""What a rule found: a value, where it stands, and how far it can be trusted."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.model import Alternative, Citation, Doubt, Evidence

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[V_co]):
    """A value read from a span of the kept text."""

    value: V_co
    start: int
    """Offset into the kept text, in code points."""
    end: int
    rule: str
    """Dotted name of the rule: "date.range", "zone.venue"."""
    confidence: float
    """0 to 1."""
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


def evidence(source: str, text: str, *found: Candidate[object]) -> Evidence:
    """Return what one value rests on: the candidates that it was made of, the weakest deciding."""
    citations = (
        Citation(source=source, start=c.start, end=c.end, words=text[c.start : c.end])
        for c in found
    )
    return Evidence(
        citations=tuple(dict.fromkeys(citations)),
        rule=" + ".join(dict.fromkeys(candidate.rule for candidate in found)),
        confidence=min((candidate.confidence for candidate in found), default=0.0),
        doubts=tuple(dict.fromkeys(doubt for c in found for doubt in c.doubts)),
        alternatives=tuple(dict.fromkeys(other for c in found for other in c.alternatives)),
    )
