"""Calendar files (.ics, RFC 5545): each event as labelled lines, its description below them."""

import codecs
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.errors import Problem
from briefing.reader.formats import text
from briefing.reader.formats.ics_blocks import MOST_EVENTS, Blocks, blocks_of
from briefing.reader.formats.ics_events import meetings
from briefing.reader.formats.ics_lines import Block, Writing, moved, value_of, words_alone
from briefing.reader.lines import Span
from briefing.reader.reading import Anchor, Reading
from briefing.text import count

SUFFIXES = (".ics", ".ical", ".ifb", ".icalendar")

STARTS = (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR")

MEDIA_TYPE = "text/calendar"

MOST_BYTES = 20_000_000
_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
"""Methods by which somebody answers an invitation (RFC 5546, section 1.4)."""


def read(raw: bytes, name: str) -> Reading:
    """Return a calendar's events as labelled lines; what of it is not told is a problem.

    Of a series the sessions are told that come after the day on which the file was written.
    """
    told = told_of(raw, name)
    joined = joint(told.blocks)
    problems = told.problems
    if not told.blocks and not problems:
        problems = (Problem(name, None, "there is no event in the calendar"),)
    return Reading(
        text=joined.text,
        problems=problems,
        anchors=joined.anchors,
        title=told.title,
        dated=told.dated,
        events=joined.events if told.is_announced else (),
    )


# The kept text -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Blocks put below each other, with all that stands in them moved along."""

    text: str
    anchors: tuple[Anchor, ...]
    events: tuple[Span, ...]


def joint(blocks: Sequence[Block]) -> Joined:
    """Return blocks with a blank line between them."""
    anchors: list[Anchor] = []
    events: list[Span] = []
    start = 0
    for block in blocks:
        anchors += moved(block.anchors, start)
        events += [Span(start, start + len(block.text))] if block.is_event else []
        start += len(block.text) + 2
    whole = "\n\n".join(block.text for block in blocks)
    return Joined(text=whole, anchors=tuple(anchors), events=tuple(events))


# What a calendar tells ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a calendar file or the calendar part of a mail tells."""

    blocks: tuple[Block, ...]
    """An event each."""
    problems: tuple[Problem, ...]
    title: str
    """What its one event is called; empty where it has several."""
    dated: dt.date | None
    """The day on which it was written, by DTSTAMP."""
    is_announced: bool
    """Whether it tells of events, and does not answer somebody's invitation."""


def told_of(raw: bytes, name: str, body: str = "") -> Told:
    """Return what a calendar tells; of a description only what a mail's text does not hold."""
    blocks = blocks_of(plain(raw[:MOST_BYTES]))
    readings = [text.read(event, name) for event in blocks.events]
    found = meetings(blocks, [reading.text for reading in readings])
    writing = Writing(found.zones, name, words_alone(body))
    blocks_written = (writing.block(one) for one in found.found)
    written = tuple(block for block in blocks_written if block.text)
    outside = (*_left_out(raw, blocks), *found.problems, *writing.sentences())
    titles = {value_of(one, "SUMMARY") for one in found.found}
    return Told(
        blocks=written,
        problems=tuple(
            dict.fromkeys(
                (
                    *(replace(each, line=None) for one in readings for each in one.problems),
                    *writing.problems,
                    *(Problem(name, None, sentence) for sentence in outside),
                )
            )
        ),
        title=titles.pop() if len(titles) == 1 else "",
        dated=found.written,
        is_announced=blocks.method not in _ANSWERS,
    )


_UTF_16 = (
    (b"B\0E\0", "utf-16-le"),
    (b"\0B\0E", "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def plain(raw: bytes) -> bytes:
    """Return a calendar in UTF-8 or one of its relatives, LF somewhere in its line ends."""
    encoding = next((name for start, name in _UTF_16 if raw.startswith(start)), None)
    if encoding is not None:
        raw = raw.decode(encoding, "replace").encode("utf-8", "replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    return raw if b"\n" in raw else raw.replace(b"\r", b"\n")


def _left_out(raw: bytes, blocks: Blocks) -> Iterator[str]:
    if not blocks.is_calendar:
        yield "this is no calendar: no event begins in it"
    if len(raw) > MOST_BYTES:
        yield f"the calendar is large; only its first {MOST_BYTES // 1_000_000} MB were read"
    elif blocks.cut:
        yield "the calendar is cut off; the event that has no end was left out"
    if blocks.found > MOST_EVENTS:
        number = f"{blocks.found:,}"
        yield f"the calendar has {number} events; only the {MOST_EVENTS} that begin last were read"
    if blocks.tasks:
        yield f"{count(blocks.tasks, 'task or note', 'tasks or notes')} in the calendar not read"
    if blocks.method in _ANSWERS:
        yield "this is an answer to an invitation, not an invitation"


# Which event a text tells of ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which event a calendar's lines tell of, so that a later file changes the same event."""

    uid: str
    session: str = ""
    """Which one of a series, by the time that the series gives it; empty for the whole."""
    sequence: int = 0
    """A higher one replaces a lower one."""
    is_cancelled: bool = False


_IDENTITY = re.compile(r"^(UID|Sequence|Recurrence|Status): (.+)$", re.MULTILINE)


def identity(words: str) -> Identity | None:
    """Return what the labelled lines of one event say of it; None where they name no UID."""
    found = {name: value.strip() for name, value in reversed(_IDENTITY.findall(words))}
    if "UID" not in found:
        return None
    sequence = found.get("Sequence", "")
    return Identity(
        uid=found["UID"],
        session=found.get("Recurrence", ""),
        sequence=int(sequence) if sequence.isascii() and sequence.isdigit() else 0,
        is_cancelled=found.get("Status") == "cancelled",
    )
