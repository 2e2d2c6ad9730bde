"""What a format module makes of a source's bytes: the kept text, and what was wrong with it."""

import datetime as dt
from dataclasses import dataclass, field

from briefing.errors import Problem
from briefing.reader.lines import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of a source that lead somewhere."""

    start: int
    """Offset into the kept text, in code points."""
    end: int
    address: str
    """An address of the web or of mail (http, https, mailto)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a source."""

    name: str
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A source as text, before any meaning."""

    text: str
    """The kept text: citations point into it by code point, so it is never made anew."""
    problems: tuple[Problem, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    title: str = ""
    """What the source calls itself outside its text: a page's og:title, a mail's subject."""
    dated: dt.date | None = None
    """The day it was sent or issued, from which a missing year is told."""
    events: tuple[Span, ...] = ()
    """The parts that are an event each, whatever their words: those of a calendar."""
    attachments: tuple[Attachment, ...] = ()
    """Files that came with it, each to be read as a source of its own."""
    answers: tuple[str, ...] = ()
    """The numbers of the mails that it answers or goes on from, as References has them."""
    number: str = ""
    """A mail's own number (Message-ID), in angle brackets."""
    stated: Span | None = None
    """The part that is an event by the page's own data, should its words tell of none."""
