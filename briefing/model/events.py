"""Events and tasks, with what stands inside them."""

import datetime as dt
from enum import StrEnum

from briefing.model.basis import Part, Record
from briefing.when import When


class EventKind(StrEnum):
    """What sort of gathering it is."""

    MEETING = "meeting"
    SESSION = "session"
    SIDE_EVENT = "side event"
    SEMINAR = "seminar"
    WEBINAR = "webinar"
    WORKSHOP = "workshop"
    CONFERENCE = "conference"
    OPEN_FORUM = "open forum"
    CONSULTATION = "consultation"
    LAUNCH = "launch"
    TRAINING = "training"
    EXAM = "exam"
    CLASS = "class"
    INTERVIEW = "interview"
    INTERNAL = "internal"
    OTHER = "event"


class Mode(StrEnum):
    """How one can be there."""

    ONLINE = "online"
    IN_PERSON = "in-person"
    HYBRID = "hybrid"


class Access(StrEnum):
    """Who gets in."""

    OPEN = "open"
    REGISTRATION = "registration"
    INVITATION = "invitation"
    ACCREDITED = "accredited"
    UNKNOWN = "unknown"


class Party(Part, frozen=True, kw_only=True):
    """An organisation with a part in an event."""

    key: str
    name: str
    stakeholder: str | None = None
    """The Stakeholder's id where it is known."""


class Speaker(Part, frozen=True, kw_only=True):
    """A person announced as speaking, moderating or chairing."""

    key: str
    name: str
    role: str = ""
    affiliation: str = ""
    stakeholder: str | None = None


class AgendaItem(Part, frozen=True, kw_only=True):
    """A slot of an event's programme; times on the event's own clock."""

    key: str
    title: str
    time: dt.time | None = None
    end_time: dt.time | None = None
    day: dt.date | None = None
    """The day, where the programme has several."""


KEPT = "source:"
"""What the address of a file begins with that is kept with the desk."""


class Link(Part, frozen=True, kw_only=True):
    """An address with the words it stood on."""

    key: str
    address: str
    """Where it leads; "source:ID" for a file that is kept with the desk."""
    words: str = ""

    @property
    def kept(self) -> str:
        """Id of the source whose file it leads to; empty for an address elsewhere."""
        return self.address.removeprefix(KEPT) if self.address.startswith(KEPT) else ""


class Title(Part, frozen=True, kw_only=True):
    """A title in another language or wording."""

    key: str
    text: str
    language: str = ""
    """ISO 639-1 where known."""


class Event(Record, frozen=True, kw_only=True):
    """A scheduled gathering; also an exam, a class, an interview or an internal meeting."""

    title: str
    other_titles: tuple[Title, ...] = ()
    kind: EventKind = EventKind.OTHER
    when: When = When()
    mode: Mode | None = None
    venue: str = ""
    """The physical place as printed; empty online."""
    organisers: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    forums: tuple[str, ...] = ()
    """Ids of the forums it belongs to or is about."""
    parent: str | None = None
    """The event that it is a side event or session of."""
    agenda: tuple[AgendaItem, ...] = ()
    topics: tuple[str, ...] = ()
    language: str = ""
    links: tuple[Link, ...] = ()
    access: Access = Access.UNKNOWN
    pass_needed: bool | None = None
    """Whether a building pass must be had besides; None where nothing is said."""
    cancelled: bool = False
    postponed: bool = False
    """Put off, and no new date is known: `when` is still the old one."""
    uid: str = ""
    """What it is called in calendar files, whatever changes of it (RFC 5545, section 3.8.4.7)."""


class TaskKind(StrEnum):
    """What sort of thing is to be done."""

    REGISTER = "register"
    GET_PASS = "get a pass"  # noqa: S105 - for a building
    SEND_PAPER = "send a paper"
    ASK_CAPITAL = "ask the capital"
    KEEP_PROMISE = "keep a promise"
    OTHER = "task"


class TaskState(StrEnum):
    """How far it is."""

    TO_DO = "to do"
    SENT = "sent"
    CONFIRMED = "confirmed"
    WAITING_LIST = "waiting list"
    REFUSED = "refused"
    DONE = "done"


class Task(Record, frozen=True, kw_only=True):
    """What must be done by when."""

    what: str
    kind: TaskKind = TaskKind.OTHER
    due: When = When()
    """The latest moment; as a whole day it means by the end of that day."""
    event: str | None = None
    how: tuple[Link, ...] = ()
    condition: str = ""
    """What is said of it: "by invitation; spaces if available"."""
    state: TaskState = TaskState.TO_DO
    who: str = ""
