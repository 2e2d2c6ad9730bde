"""A claim with its holder, as a text attributes it."""

from dataclasses import dataclass

from briefing.model import Stance
from briefing.reader.lines import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A claim with its holder, both as written."""

    holder: str
    holder_span: Span
    claim: str
    claim_span: Span
    capacity: Span | None = None
    """In whose name it is said: "on behalf of the Knot Group"."""
    spoken: Span | None = None
    """The "we", or the "he", that means the holder, who is named elsewhere."""
    is_carried: bool = False
    """Whether the holder is named in the sentence before: a guess."""
    stance: Stance = Stance.UNKNOWN
    """Unknown unless the verb says plainly that it supports or opposes."""
    hedged: bool = False
    negated: bool = False
