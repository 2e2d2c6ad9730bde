"""Questions with their answers, positions, arguments, lines of our own."""

import datetime as dt
from enum import StrEnum

from briefing.model.basis import Citation, Handling, Level, Part, Record
from briefing.model.events import Party


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


PARTICIPANT = "a participant"
"""Who holds a position, where nobody may be told who does."""


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
    aligned: tuple[Party, ...] = ()
    """Who said of the whole statement that it is theirs too."""

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody is told who holds it; two of the kind may be one holder's, or two's."""
        return self.holder == PARTICIPANT and self.stakeholder is None


class Argument(Record, frozen=True, kw_only=True):
    """A reason for or against an answer or a position."""

    reason: str
    question: str | None = None
    position: str | None = None
    supports: bool = True


class Line(Record, frozen=True, kw_only=True):
    """A line of our own for a question or topic; private."""

    wording: str
    question: str | None = None
    topic: str = ""
    objective: str = ""
    opening: str = ""
    fall_back: str = ""
    red_line: str = ""
    handling: Handling = Handling(level=Level.ME)
