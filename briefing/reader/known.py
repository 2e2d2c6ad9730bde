"""What the reader may know of the world and the desk: plain values, made by the desk."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.model import Event, Question, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A forum or stakeholder with everything it is called by."""

    id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    is_forum: bool = False
    needs_context: bool = False
    """Whether its name means other things too: Georgia, Jordan, FIRST."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Names to recognise, and held records that a proposal may be the same as."""

    names: Sequence[Name] = ()
    events: Sequence[Event] = ()
    questions: Sequence[Question] = ()
    sources: Sequence[Source] = field(default_factory=tuple)
    home_zone: str = "UTC"
    """IANA key of the person's own clock."""
