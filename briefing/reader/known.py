"""What the reader may know of the world and the desk: plain values, made by the desk."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.gazetteer.entries import LocalNames
from briefing.model import Event, Position, Proposal, Question, Source, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A forum or stakeholder with everything it is called by."""

    id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    adjectives: tuple[str, ...] = ()
    """"Norwegian": enough for "the Norwegian delegation", not for "Norwegian Refugee Council"."""
    needs_context: tuple[str, ...] = ()
    """Those of its names and adjectives that mean other things too: Georgia, Jordan, FIRST."""
    local: tuple[tuple[str, LocalNames], ...] = ()
    """What it is called in other languages, each with its ISO 639-1 code."""
    is_forum: bool = False
    is_policy_forum: bool = False
    """Whether policy is made or debated there; False for umbrella bodies, treaties and manuals."""
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Names to recognise, and held records that a proposal may be the same as."""

    names: Sequence[Name] = ()
    events: Sequence[Event] = ()
    tasks: Sequence[Task] = ()
    questions: Sequence[Question] = ()
    positions: Sequence[Position] = ()
    sources: Sequence[Source] = field(default_factory=tuple)
    waiting: Sequence[Proposal] = ()
    """What was read before and nobody has decided yet."""
    home_zone: str = "UTC"
    """IANA key of the person's own clock."""
