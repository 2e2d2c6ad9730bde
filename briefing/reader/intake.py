"""Bytes to proposals: what the reader does, from end to end."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.model import Citation, Proposal, Source, SourceKind
from briefing.reader.again import settled
from briefing.reader.amendments import amended, tells_of_a_change, with_states
from briefing.reader.assemble import proposals
from briefing.reader.fields import language, topics
from briefing.reader.fields.names import Mention, lexicon
from briefing.reader.formats import format_of
from briefing.reader.known import Known, Name
from briefing.reader.lines import Span, lines_of, unwrap
from briefing.reader.match import Held
from briefing.reader.minting import Mint, source_id
from briefing.reader.page import Page
from briefing.reader.reading import Reading
from briefing.reader.segment import Layout, layout
from briefing.reader.words import words_of
from briefing.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A document as somebody brings it in."""

    name: str
    """Its file name, or what it is called on the screen."""
    raw: bytes
    media_type: str = ""
    received: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A known forum or stakeholder that a document names."""

    id: str
    name: str
    """Its short name where it has one."""
    citation: Citation
    """Where it is named first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What a document was read as; nothing of it is stored."""

    source: Source
    text: str
    """The kept text, which every citation points into."""
    proposals: tuple[Proposal, ...] = ()
    """What is new in it: new records, and changes of those that are held."""
    as_read: tuple[Proposal, ...] = ()
    """All that it says, as if nothing were held."""
    already_there: int = 0
    """How many records it tells of that are held, or wait, just so."""
    problems: tuple[Problem, ...] = ()
    forums: tuple[Mentioned, ...] = ()
    """The forums where policy is made that the page itself names, in order."""
    stakeholders: tuple[Mentioned, ...] = ()


def read(incoming: Incoming, known: Known, today: dt.date) -> Proposed:
    """Return what a document proposes; it may be anything, and nothing is stored."""
    form = format_of(incoming.raw, incoming.name)
    reading = form.read(incoming.raw, incoming.name)
    sha256 = hashlib.sha256(incoming.raw).hexdigest()
    flowing = unwrap(reading.text)
    found = layout(flowing, lines_of(flowing), reading.events)
    words = words_of(flowing)
    title = _title(incoming, reading, found)
    source = _source(incoming, title, form.MEDIA_TYPE, sha256, reading, found)
    page = Page(
        source=source.id,
        kept=reading.text,
        text=flowing,
        layout=found,
        known=known,
        mentions=lexicon(tuple(known.names), language.of(flowing)).mentions(flowing, words),
        themes=topics.tellings(flowing, words),
        mint=Mint(sha256),
        held=Held(known),
        anchors=reading.anchors,
    )
    read = tuple(proposals(page, incoming.received or reading.dated or today))
    note = amended(page, read, reading.title, incoming.received or reading.dated or today)
    told = note.proposals if note else with_states(page, read)
    new = settled(told, known, page.held, is_moved=tells_of_a_change(page))
    problems = (Problem(incoming.name, None, note.problem),) if note and note.problem else ()
    return Proposed(
        source=source,
        text=reading.text,
        proposals=new,
        as_read=read,
        already_there=len(told) - len(new),
        problems=(*reading.problems, *problems),
        forums=tuple(_forums(page)),
        stakeholders=tuple(_stakeholders(page)),
    )


def _forums(page: Page) -> Iterator[Mentioned]:
    for mention in _first_mentions(page, lambda m: m.forum):
        if mention.forum is not None and mention.forum.is_policy_forum:
            yield _mentioned(page, mention, mention.forum)


def _stakeholders(page: Page) -> Iterator[Mentioned]:
    for mention in _first_mentions(page, lambda m: m.stakeholder):
        if mention.stakeholder is not None:
            yield _mentioned(page, mention, mention.stakeholder)


def _first_mentions(page: Page, role: Callable[[Mention], Name | None]) -> Iterator[Mention]:
    seen: set[str] = set()
    for line in page.layout.lines:
        for mention in page.mentioned(line.line.start, line.line.end):
            name = role(mention)
            if name is not None and name.id not in seen:
                seen.add(name.id)
                yield mention


def _mentioned(page: Page, mention: Mention, name: Name) -> Mentioned:
    citation = page.citation(Span(mention.start, mention.end))
    return Mentioned(id=name.id, name=name.acronym or name.name, citation=citation)


def _source(
    incoming: Incoming,
    title: str,
    media_type: str,
    sha256: str,
    reading: Reading,
    found: Layout,
) -> Source:
    return Source(
        id=source_id(title, sha256),
        title=title,
        kind=_kind(found),
        name=incoming.name,
        media_type=incoming.media_type or media_type,
        received=incoming.received,
        sha256=sha256,
        text_sha256=hashlib.sha256(reading.text.encode()).hexdigest(),
    )


def _kind(found: Layout) -> SourceKind:
    if found.statement is not None:
        return SourceKind.STATEMENT
    return SourceKind.ANNOUNCEMENT if found.segments else SourceKind.REPORT


def _title(incoming: Incoming, reading: Reading, found: Layout) -> str:
    spans = [
        found.study_question,
        found.statement.title if found.statement else None,
        *(s.title for s in found.segments if len(found.segments) == 1),
        found.heading,
    ]
    said = (span.words(reading.text) for span in spans if span is not None)
    words = (clean(one) for one in (reading.title, *said))
    return next((one for one in words if one), incoming.name) or "Untitled"
