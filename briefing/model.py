"""The records: what a desk holds, each value tied to what it rests on."""

import datetime as dt
import secrets
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias, TypeVar

import msgspec

from briefing.gazetteer.entries import Openness as Openness
from briefing.gazetteer.entries import StakeholderKind as StakeholderKind
from briefing.text import slug
from briefing.when import When


class Part(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A value inside a record; like all that is frozen it needs no watch for circles (gc)."""


# What a value rests on --------------------------------------------------------------------------


class Decision(StrEnum):
    """What a person made of a value that a rule read."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    """A person put it in; no rule had it."""


class DoubtKind(StrEnum):
    """Reasons not to trust a value."""

    RANGE_REVERSED = "range reversed"
    WEEKDAY_DISAGREES = "weekday disagrees"
    YEAR_INFERRED = "year inferred"
    YEAR_MISSING = "year missing"
    DATE_MISSING = "date missing"
    DAY_OR_MONTH_FIRST = "day or month first"
    VAGUE_TIME = "vague time"
    ZONE_AMBIGUOUS = "zone ambiguous"
    ZONE_OUT_OF_SEASON = "zone out of season"
    ZONES_DISAGREE = "zones disagree"
    ZONE_INFERRED = "zone inferred"
    ZONE_MISSING = "zone missing"
    CLOCK_CHANGE = "clock change"
    DATES_DISAGREE = "dates disagree"
    NAMES_DISAGREE = "names disagree"
    LINK_MISSING = "link missing"
    UNSURE = "unsure"


class Doubt(Part, frozen=True, kw_only=True):
    """A reason not to trust a value, told in words."""

    kind: DoubtKind
    words: str
    """One plain sentence for the person who decides."""


class Citation(Part, frozen=True, kw_only=True):
    """Where a fact is written: a span of a held source's kept text, or a place in a named one."""

    source: str
    """The Source's id."""
    start: int | None = None
    """Offset into the kept text, in code points; None in a named source."""
    end: int | None = None
    words: str = ""
    """The exact words of the span; for a named source its own words where they are known."""
    place: str = ""
    """In a named source: "paragraph 12", "page 3"."""


class Alternative(Part, frozen=True, kw_only=True):
    """Another reading of a value."""

    value: When | str
    why: str


class Evidence(Part, frozen=True, kw_only=True):
    """What a value rests on, and who decided it when."""

    citations: tuple[Citation, ...] = ()
    rule: str = ""
    """The reader's rule that found it; empty where a person put it in."""
    confidence: float = 1.0
    """0 to 1, as the rule claims."""
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    decision: Decision = Decision.UNDECIDED
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    """In UTC."""


class Level(StrEnum):
    """Who may see a record, the fewest first."""

    ME = "me"
    OFFICE = "office"
    ORGANISATION = "organisation"
    COMMUNITY = "community"
    PUBLIC = "public"


class Handling(Part, frozen=True, kw_only=True):
    """Who may see a record, and whether who said it may be told (Chatham House rule)."""

    level: Level = Level.OFFICE
    chatham_house: bool = False


class Record(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag=str.lower,
    gc=False,
):
    """What every record has."""

    id: str
    handling: Handling = Handling()
    evidence: Mapping[str, Evidence] = {}
    """Field path -> what it rests on; an item of a list by its key: `speakers/k3f/role`."""

    @property
    def is_reviewed(self) -> bool:
        """Whether a person decided every value that a rule read."""
        return all(e.decision is not Decision.UNDECIDED for e in self.evidence.values())

    @property
    def doubts(self) -> Iterator[tuple[str, Doubt]]:
        """Every doubt on a value that nobody has decided yet, with the field's path."""
        for path, evidence in self.evidence.items():
            if evidence.decision is Decision.UNDECIDED:
                yield from ((path, doubt) for doubt in evidence.doubts)


# Events and what hangs on them ------------------------------------------------------------------


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


class Link(Part, frozen=True, kw_only=True):
    """An address with the words it stood on."""

    key: str
    address: str
    words: str = ""


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


# Forums, stakeholders, questions, positions -----------------------------------------------------


class Milestone(Part, frozen=True, kw_only=True):
    """A dated step of a forum."""

    key: str
    what: str
    when: When = When()


class Forum(Record, frozen=True, kw_only=True):
    """A process, body or standing conference where the field's policy is made."""

    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    openness: Openness | None = None
    mandate: str = ""
    period: str = ""
    """Years as documented: "2021–2025"."""
    parent: str | None = None
    succeeds: str | None = None
    milestones: tuple[Milestone, ...] = ()


class Membership(Part, frozen=True, kw_only=True):
    """Belonging to a group; None where the beginning is not known or there is no end."""

    key: str
    group: str
    since: dt.date | None = None
    until: dt.date | None = None


class Stakeholder(Record, frozen=True, kw_only=True):
    """A state, group of states, body, company, organisation or community."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: StakeholderKind = StakeholderKind.ORGANISATION
    memberships: tuple[Membership, ...] = ()


class Asked(Part, frozen=True, kw_only=True):
    """An occasion on which a question was put up for discussion."""

    key: str
    event: str | None = None
    on: dt.date | None = None
    """The date, where it was asked outside a held event or that event's date is not known."""
    citation: Citation | None = None


class Likelihood(StrEnum):
    """How likely it is to be asked."""

    CERTAIN = "certain"
    MAY = "may"
    DEFENSIVE = "defensive"


class Expected(Part, frozen=True, kw_only=True):
    """An event at which a question is expected."""

    key: str
    event: str
    likelihood: Likelihood = Likelihood.MAY


class Point(Part, frozen=True, kw_only=True):
    """One point of an answer."""

    key: str
    text: str
    citations: tuple[Citation, ...] = ()


class Answer(Part, frozen=True, kw_only=True):
    """What we would say, at each length."""

    points: tuple[Point, ...] = ()
    short: str = ""
    medium: str = ""
    long: str = ""
    if_pressed: str = ""
    caveats: str = ""

    @property
    def is_written(self) -> bool:
        """Whether there is anything to say."""
        return self != Answer()


class Question(Record, frozen=True, kw_only=True):
    """A key question put up for discussion, asked at many events."""

    text: str
    language: str = ""
    topics: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    expected: tuple[Expected, ...] = ()
    answer: Answer = Answer()


class Stance(StrEnum):
    """What a holder does about a proposal; never computed into a number."""

    LEADS = "leads"
    SUPPORTS = "supports"
    SUPPORTS_WITH_EDITS = "supports with edits"
    OPEN = "open"
    SILENT = "silent"
    RESERVES = "reserves"
    OPPOSES = "opposes"
    DISSOCIATES = "dissociates"
    UNKNOWN = "unknown"


class Position(Record, frozen=True, kw_only=True):
    """What a stakeholder holds on a question or topic, in a forum, on a date, with its words."""

    claim: str
    """The words, as written."""
    holder: str
    """The holder as written."""
    stakeholder: str | None = None
    """The Stakeholder's id where it is known."""
    question: str | None = None
    topic: str = ""
    forum: str | None = None
    event: str | None = None
    on: dt.date | None = None
    """The day it was said or written."""
    stance: Stance = Stance.UNKNOWN
    document: str = ""
    """Symbol or title of the paper: "A/C.1/77/L.73"."""
    paragraph: str = ""
    capacity: str = ""
    """In what name: national, on behalf of a group, personal."""
    hedged: bool = False
    negated: bool = False


class Argument(Record, frozen=True, kw_only=True):
    """A reason for or against an answer or a position."""

    text: str
    question: str | None = None
    position: str | None = None
    supports: bool = True


class Line(Record, frozen=True, kw_only=True):
    """A line of our own for a question or topic; private."""

    text: str
    question: str | None = None
    topic: str = ""
    objective: str = ""
    opening: str = ""
    fall_back: str = ""
    red_line: str = ""
    handling: Handling = Handling(level=Level.ME)


# Sources, documents, proposals, notes -----------------------------------------------------------


class SourceKind(StrEnum):
    """What a source is worth."""

    OFFICIAL_RECORD = "official record"
    STATEMENT = "statement"
    ANNOUNCEMENT = "announcement"
    REPORT = "report by others"
    MACHINE_SUMMARY = "machine-made summary"
    OWN_NOTES = "own notes"


class Source(Record, frozen=True, kw_only=True):
    """Where facts come from: a document kept whole, or a public one that is named."""

    title: str
    kind: SourceKind = SourceKind.ANNOUNCEMENT
    body: str = ""
    """Who issued it."""
    published: When = When()
    """As precisely as it says: a day, a month or a year."""
    address: str = ""
    received: dt.date | None = None
    name: str = ""
    """The file's name as it was brought in."""
    media_type: str = ""
    sha256: str = ""
    """Digest of the bytes as brought in; empty for a named source."""
    text_sha256: str = ""
    """Digest of the kept text in UTF-8, which citations point into."""

    @property
    def is_held(self) -> bool:
        """Whether its bytes and text are kept."""
        return bool(self.sha256)


class Document(Record, frozen=True, kw_only=True):
    """An official paper with a symbol."""

    symbol: str
    title: str = ""
    revises: str | None = None
    published: dt.date | None = None
    source: str | None = None


class ProposalState(StrEnum):
    """What became of a proposal."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


Draft: TypeAlias = Event | Task | Question | Position | Forum | Stakeholder


class Proposal(Record, frozen=True, kw_only=True):
    """A record read from a source and waiting to be decided.

    The draft has the id that the record will have, so that drafts can refer to each other.
    """

    source: str
    draft: Draft
    start: int = 0
    """The part of the kept text that it was read from, in code points."""
    end: int = 0
    under: str | None = None
    """The Proposal that it hangs on: a task, question or position on its event."""
    matches: tuple[str, ...] = ()
    """Ids of held records that may be the same."""
    state: ProposalState = ProposalState.WAITING


class Note(Record, frozen=True, kw_only=True):
    """What a person wrote for the briefing note of one subject; the rest comes from records."""

    subject: str
    """Id of an event, forum or topic."""
    kind: str = "note"
    bottom_line: str = ""
    purpose: str = ""
    objectives: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    sensitivities: str = ""
    background: str = ""
    next_step: str = ""


RECORD_TYPES: tuple[type[Record], ...] = (
    Event,
    Task,
    Forum,
    Stakeholder,
    Question,
    Position,
    Argument,
    Line,
    Source,
    Document,
    Proposal,
    Note,
)
"""Every kind of record, a table each."""

R = TypeVar("R", bound=Record)


def table_name(kind: type[Record]) -> str:
    """Return the name of the table that holds a kind of record: "events"."""
    return f"{kind.__name__.lower()}s"


# Ids --------------------------------------------------------------------------------------------

ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""No letter or digit that is taken for another one."""


def new_id(title: str) -> str:
    """Return an id that a person can type and two people never mint twice.

    A slug of the title and five random letters: 28 million for each slug.
    """
    return f"{slug(title, longest=32) or 'untitled'}-{_letters(5)}"


def new_key() -> str:
    """Return a short key for an item of a list, unique enough within its record."""
    return _letters(4)


def _letters(number: int) -> str:
    return "".join(secrets.choice(ID_LETTERS) for _ in range(number))
