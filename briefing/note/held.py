"""What a desk hands over for the note on an event: plain records, nothing to look up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model import Event, Forum, Level, Note, Position, Question, Source, Stakeholder, Task
from briefing.note.material import DRAFT, Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held around one event; what has no bearing on it does no harm."""

    written: Note | None = None
    """What the person wrote for it."""
    written_alike: tuple[Note, ...] = ()
    """What they wrote for its like, whose parts stand where its own are empty; nearest first."""
    parent: Event | None = None
    children: tuple[Event, ...] = ()
    """Its side events and sessions."""
    tasks: tuple[Task, ...] = ()
    """The event's tasks."""
    questions: tuple[Question, ...] = ()
    """Those asked at the event or expected there, and those that the person picked."""
    occasions: Mapping[str, Event] = field(default_factory=dict)
    """Id -> event, for the other events at which those questions were asked, or positions taken."""
    positions: tuple[Position, ...] = ()
    """Those taken at the event, and those of everybody with a part in it or a view there."""
    stakeholders: Mapping[str, Stakeholder] = field(default_factory=dict)
    """Id -> whoever has a part in the event."""
    forums: Mapping[str, Forum] = field(default_factory=dict)
    """Id -> forum, for the event's forums and those of the positions."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Id -> source, for every citation in all of these."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Id of a held source -> its kept text."""
    edition: Edition = DRAFT
    made_for: Level | None = None
    """Whom the note is for; None for oneself."""
    labels: Mapping[Level, str] = field(default_factory=dict)
    """What the house calls the levels of handling."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the person wrote, their words for this very note first."""
        return (*((self.written,) if self.written else ()), *self.written_alike)
