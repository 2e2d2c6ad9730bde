"""Bytes to proposals: what the reader does, from end to end."""

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec

from briefing.errors import Problem
from briefing.model import Citation, Proposal, Source, SourceKind
from briefing.reader import chats
from briefing.reader.again import settled
from briefing.reader.amendments import amended, tells_of_a_change, with_states
from briefing.reader.assemble import proposals
from briefing.reader.fields import language, topics
from briefing.reader.fields.names import Mention, lexicon
from briefing.reader.formats import format_of, may_be_read
from briefing.reader.known import Known, Name
from briefing.reader.lines import Span, lines_of, unwrap
from briefing.reader.match import Held
from briefing.reader.minting import Mint, source_id
from briefing.reader.older import sequences, without_older
from briefing.reader.page import Page
from briefing.reader.reading import Attachment, Reading
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
    attached: tuple["Attached", ...] = ()
    """The files that came with it and have text, and those that came with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that came with a mail, as if it had been brought in beside it."""

    incoming: Incoming
    proposed: Proposed


def read(incoming: Incoming, known: Known, today: dt.date) -> Proposed:
    """Return what a document proposes with all that is attached to it; nothing is stored.

    It may be anything.
    """
    proposed, reading = _read(incoming, known, today)
    if not reading.attachments:
        return proposed
    return _with_attached(incoming, proposed, reading, known, today)


def _read(
    incoming: Incoming, known: Known, today: dt.date, sent: dt.date | None = None
) -> tuple[Proposed, Reading]:
    """Return what a document by itself proposes, and what its format made of it."""
    form = format_of(incoming.raw, incoming.name)
    reading = form.read(incoming.raw, incoming.name)
    sha256 = hashlib.sha256(incoming.raw).hexdigest()
    flowing = unwrap(chats.without_stamps(reading.text))
    lines = lines_of(flowing)
    found = layout(flowing, lines, reading.events)
    if not found.segments and reading.stated is not None:
        found = layout(flowing, lines, (reading.stated,))
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
    dated = reading.dated or sent or chats.begun_on(reading.text)
    read = tuple(proposals(page, incoming.received or dated or today, dated))
    source = msgspec.structs.replace(source, sequences=sequences(reading.text, read))
    note = amended(page, read, reading, incoming.received or reading.dated or today)
    told = note.proposals if note else with_states(page, read)
    told, older = without_older(told, source.sequences, known)
    new = settled(told, known, page.held, is_moved=tells_of_a_change(page))
    said = (*older, *([note.problem] if note and note.problem else ()))
    problems = (Problem(incoming.name, None, sentence) for sentence in said)
    proposed = Proposed(
        source=source,
        text=reading.text,
        proposals=new,
        as_read=note.proposals if note and note.is_of_itself else read,
        already_there=len(told) - len(new),
        problems=(*reading.problems, *problems),
        forums=tuple(_forums(page)),
        stakeholders=tuple(_stakeholders(page)),
    )
    return proposed, reading


# What is attached --------------------------------------------------------------------------------

_MOST_ATTACHED, _DEEPEST = 50, 3
"""Files attached to a mail, and to those attached to it, that are looked at."""


@dataclass(frozen=True, slots=True)
class _File:
    attachment: Attachment
    parent: str
    """Id of the source that it came with."""
    sent: dt.date | None
    depth: int = 1


def _with_attached(
    mail: Incoming, proposed: Proposed, reading: Reading, known: Known, today: dt.date
) -> Proposed:
    """Return what a mail proposes with what its attachments do, read as of the mail's day."""
    attached: list[Attached] = []
    unread: list[str] = []
    sent = reading.dated
    waiting = deque(_File(each, proposed.source.id, sent) for each in reading.attachments)
    for file in _first(waiting, _MOST_ATTACHED):
        held = (*proposed.proposals, *(p for one in attached for p in one.proposed.proposals))
        one, below = _file(file, replace(known, waiting=(*known.waiting, *held)), today)
        if one is None:
            unread.append(file.attachment.name)
        else:
            attached.append(one)
            parent, depth = one.proposed.source.id, file.depth + 1
            waiting += (_File(each, parent, sent, depth) for each in below)
    said = [f"attached and not read: {', '.join(unread)}"] if unread else []
    if waiting:
        said.append(f"more than {_MOST_ATTACHED} files are attached; the rest was not read")
    problems = (each for one in attached for each in one.proposed.problems)
    told = (Problem(mail.name, None, sentence) for sentence in said)
    return replace(
        proposed, attached=tuple(attached), problems=(*proposed.problems, *problems, *told)
    )


def _first(waiting: deque[_File], most: int) -> Iterator[_File]:
    """Yield what waits, and what comes to wait meanwhile, up to a number."""
    for _ in range(most):
        if not waiting:
            return
        yield waiting.popleft()


def _file(
    file: _File, known: Known, today: dt.date
) -> tuple[Attached | None, tuple[Attachment, ...]]:
    """Return what an attachment proposes, and what is attached to it; None where it has no text."""
    name, raw = file.attachment.name, file.attachment.raw
    if file.depth > _DEEPEST or not may_be_read(raw, name):
        return None, ()
    incoming = Incoming(name=name, raw=raw, received=file.sent)
    proposed, reading = _read(incoming, known, today, file.sent)
    if not proposed.text.strip():
        return None, ()
    source = msgspec.structs.replace(proposed.source, parent=file.parent)
    attached = Attached(incoming=incoming, proposed=replace(proposed, source=source))
    return attached, reading.attachments


# What is named -----------------------------------------------------------------------------------


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
        number=reading.number,
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
