"""Sources and papers, what was read from them, and notes."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from briefing.model.basis import Level, Part, Record
from briefing.model.events import Event, Task
from briefing.model.holders import Forum, Stakeholder
from briefing.model.questions import Position, Question
from briefing.when import When


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
    number: str = ""
    """A mail's own number (Message-ID), by which others answer it."""
    sequences: Mapping[str, int] = {}
    """UID -> how often a calendar had changed the event by then (RFC 5545, section 3.8.7.4)."""
    sha256: str = ""
    """Digest of the bytes as brought in; empty for a named source."""
    text_sha256: str = ""
    """Digest of the kept text in UTF-8, which citations point into."""
    parent: str | None = None
    """Id of the mail that it came attached to."""

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

    The draft has the id that the record will have, so that drafts can refer to each other. That of
    a change is the held record as it would be, and only what changes has evidence.
    """

    source: str
    draft: Draft
    start: int = 0
    """The part of the kept text that it was read from, in code points."""
    end: int = 0
    under: str | None = None
    """The Proposal that it hangs on: a task, question or position on its event."""
    matches: tuple[str, ...] = ()
    """Ids of held records that may be the same; of a change, of the others that may be meant."""
    changes: str | None = None
    """Id of the held record that it changes; None where the draft is a new one."""
    state: ProposalState = ProposalState.WAITING


class WrittenPart(Part, frozen=True, kw_only=True):
    """What a person wrote in a part of a note that has no field of its own."""

    key: str
    """The part's name, as in "opening"."""
    text: str


class IssuedFile(Part, frozen=True, kw_only=True):
    """A file that a note was issued as; its bytes stay in the data folder."""

    name: str
    sha256: str


class Issue(Part, frozen=True, kw_only=True):
    """A note as it went out: numbered, dated and never changed again."""

    key: str
    number: int
    """Counted from 1."""
    on: dt.date
    person: str
    level: Level
    """For whom it was made."""
    is_for_others: bool = False
    """Whether it was made of what those readers may see alone, and not of all that one sees."""
    with_contacts: bool = False
    """Whether personal addresses and numbers were left in for others."""
    language: str = "en"
    facts: str = ""
    """SHA-256 of the records and sources that it was made from, kept beside its files."""
    files: tuple[IssuedFile, ...] = ()


class Note(Record, frozen=True, kw_only=True):
    """What a person wrote for the briefing note of one subject; the rest comes from records."""

    subject: str
    """Id of an event or forum; for days "2023-07-24/2023-07-28", with a forum's id before them
    and a space between."""
    kind: str = "note"
    """The name of its kind, see `note.kinds`."""
    bottom_line: str = ""
    purpose: str = ""
    objectives: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    sensitivities: str = ""
    background: str = ""
    next_step: str = ""
    parts: tuple[WrittenPart, ...] = ()
    """The other parts that only a person can write."""
    questions: tuple[str, ...] = ()
    """Ids of the questions that it tells, in their order; empty for all that are expected."""
    annex: tuple[str, ...] = ()
    """Names of the parts that were moved behind the note proper."""
    language: str = ""
    """ISO 639-1 of its headings and fixed words; empty for the person's own."""
    issues: tuple[Issue, ...] = ()
    """Oldest first."""
