"""Bytes to proposals: what the reader does, from end to end."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.model import Proposal, Source
from briefing.reader.formats import text as plain_text
from briefing.reader.known import Known
from briefing.reader.minting import source_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A document as somebody brings it in."""

    name: str
    """Its file name, or what it is called on the screen."""
    raw: bytes
    media_type: str = ""
    received: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What a document was read as; nothing of it is stored."""

    source: Source
    text: str
    """The kept text, which every citation points into."""
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(incoming: Incoming, known: Known, today: dt.date) -> Proposed:
    """Return what a document proposes; it may be anything, and nothing is stored."""
    reading = plain_text.read(incoming.raw, incoming.name)
    sha256 = hashlib.sha256(incoming.raw).hexdigest()
    title = incoming.name
    source = Source(
        id=source_id(title, sha256),
        title=title,
        name=incoming.name,
        media_type=incoming.media_type or plain_text.MEDIA_TYPE,
        received=incoming.received or today,
        sha256=sha256,
        text_sha256=hashlib.sha256(reading.text.encode()).hexdigest(),
    )
    return Proposed(source=source, text=reading.text, problems=reading.problems)
