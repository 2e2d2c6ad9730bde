"""Calendar files (.ics, RFC 5545): each event as labelled lines, its description below them."""

import codecs
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.errors import Problem
from briefing.reader.formats import text
from briefing.reader.formats.ics_blocks import MOST_EVENTS, Blocks, blocks_of
from briefing.reader.formats.ics_events import Meeting, meetings
from briefing.reader.formats.ics_zones import Zones
from briefing.reader.lines import Span
from briefing.reader.reading import Anchor, Reading
from briefing.text import count, fold, squeeze

SUFFIXES = (".ics", ".ical", ".ifb", ".icalendar")

STARTS = (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR")

MEDIA_TYPE = "text/calendar"

_MOST_BYTES = 20_000_000
_LONGEST_DESCRIPTION = 50_000
"""Code points of an event's description that are read."""
_MOST_DESCRIBED = 2_000_000
"""Code points of all descriptions of a file that are read."""
_LONGEST_VALUE = 1_000
_MOST_LINKS = 10
_MOST_NAMED = 3
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
class Block:
    """A stretch of kept text."""

    text: str
    anchors: tuple[Anchor, ...] = ()
    is_event: bool = False


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
        anchors += _moved(block.anchors, start)
        events += [Span(start, start + len(block.text))] if block.is_event else []
        start += len(block.text) + 2
    whole = "\n\n".join(block.text for block in blocks)
    return Joined(text=whole, anchors=tuple(anchors), events=tuple(events))


def _moved(anchors: Sequence[Anchor], by: int) -> Iterator[Anchor]:
    return (replace(one, start=one.start + by, end=one.end + by) for one in anchors)


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
    blocks = blocks_of(_plain(raw[:_MOST_BYTES]))
    readings = [text.read(event, name) for event in blocks.events]
    found = meetings(blocks, [reading.text for reading in readings])
    writing = _Writing(found.zones, name, _words(body))
    written = tuple(writing.block(one) for one in found.found)
    outside = (*_left_out(raw, blocks), *found.problems, *writing.sentences())
    titles = {_value(one, "SUMMARY") for one in found.found}
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


def _plain(raw: bytes) -> bytes:
    """Return a calendar in UTF-8 or one of its relatives, LF somewhere in its line ends."""
    encoding = next((name for start, name in _UTF_16 if raw.startswith(start)), None)
    if encoding is not None:
        raw = raw.decode(encoding, "replace").encode("utf-8", "replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    return raw if b"\n" in raw else raw.replace(b"\r", b"\n")


def _left_out(raw: bytes, blocks: Blocks) -> Iterator[str]:
    if not blocks.is_calendar:
        yield "this is no calendar: no event begins in it"
    if len(raw) > _MOST_BYTES:
        yield f"the calendar is large; only its first {_MOST_BYTES // 1_000_000} MB were read"
    elif blocks.cut:
        yield "the calendar is cut off; the event that has no end was left out"
    if blocks.found > MOST_EVENTS:
        number = f"{blocks.found:,}"
        yield f"the calendar has {number} events; only the {MOST_EVENTS} that begin last were read"
    if blocks.tasks:
        yield f"{count(blocks.tasks, 'task or note', 'tasks or notes')} in the calendar not read"
    if blocks.method in _ANSWERS:
        yield "this is an answer to an invitation, not an invitation"


# An event's lines --------------------------------------------------------------------------------


class _Writing:
    """Writes events as labelled lines, and notes what was wrong with them."""

    def __init__(self, zones: Zones, name: str, held: str) -> None:
        self.zones, self.name, self.held = zones, name, held
        self.problems: list[Problem] = []
        self.attached = 0
        self.room = _MOST_DESCRIBED

    def block(self, one: Meeting) -> Block:
        lines = text.kept("\n".join(self._lines(one)))
        described = self._described(one) if one.is_first else Block(text="")
        self.attached += _attached(one)
        if not described.text or _words(described.text) in self.held:
            return Block(text=lines, is_event=True)
        anchors = tuple(_moved(described.anchors, len(lines) + 2))
        return Block(text=f"{lines}\n\n{described.text}", anchors=anchors, is_event=True)

    def sentences(self) -> Iterator[str]:
        """Yield what was wrong with all of them together."""
        unknown = [f"“{squeeze(name)[:80]}”" for name in sorted(self.zones.unknown)]
        if unknown:
            names = ", ".join(unknown[:_MOST_NAMED]) + ("…" if unknown[_MOST_NAMED:] else "")
            yield f"time zones of the calendar that are not known: {names}"
        if self.attached:
            yield f"attached to the calendar and not read: {count(self.attached, 'file')}"

    def _lines(self, one: Meeting) -> Iterator[str]:
        told = (
            ("Title", _value(one, "SUMMARY")),
            ("When", when_words(one, self.zones)),
            *_whereabouts(one),
            ("Organised by", _organiser(one)),
            ("Status", _status(one)),
            *((label, value) for label, value in _details(one) if one.is_first),
            ("UID", one.uid[:_LONGEST_VALUE]),
            ("Sequence", str(one.sequence) if one.sequence else ""),
            ("Recurrence", one.session),
        )
        for label, value in told:
            if value:
                yield f"{label}: {value}"

    def _described(self, one: Meeting) -> Block:
        """Return an event's description; as a page where it is written as one."""
        page, plain = _raw(one, "X-ALT-DESC"), _raw(one, "DESCRIPTION").strip()
        if page and _IS_PAGE.search(page):
            found = self._page(page)
            # A page that says less than the plain text is a template's.
            if len(found.text) >= len(plain) // 2:
                return found
        if _IS_PAGE.search(plain):
            return self._page(plain)
        return Block(text=text.kept(self._within(plain)).strip("\n"))

    def _page(self, page: str) -> Block:
        from briefing.reader.formats import html

        reading = html.read(self._within(page).encode("utf-8", "replace"), self.name)
        self.problems += reading.problems
        return Block(text=reading.text, anchors=reading.anchors)

    def _within(self, words: str) -> str:
        """Return words as far as they are read."""
        limit = min(_LONGEST_DESCRIPTION, self.room)
        if len(words) > limit:
            told = "a description in the calendar is too long; only its beginning was read"
            self.problems.append(Problem(self.name, None, told))
        self.room -= len(words[:limit])
        return words[:limit]


_IS_PAGE = re.compile(
    r"<(?:html|body|p|br|div|span|a|b|i|ul|ol|li|table|strong|em|u)\b[^<>]*>", re.IGNORECASE
)


def _raw(one: Meeting, name: str) -> str:
    value = one.event.get(name)
    first = value[0] if isinstance(value, list) and value else value
    words = "" if first is None else str(first)
    # Of what only one program knows, the library leaves the escapes (RFC 5545, section 3.3.11).
    return _ESCAPED.sub(_meant, words) if name.startswith("X-") else words


_ESCAPED = re.compile(r"\\([\\,;nN])")


def _meant(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]


def _value(one: Meeting, name: str) -> str:
    """Return a value on one line."""
    return squeeze(text.kept(_raw(one, name)[: _LONGEST_VALUE * 2]))[:_LONGEST_VALUE]


def _status(one: Meeting) -> str:
    if one.is_cancelled:
        return "cancelled"
    return "tentative" if _value(one, "STATUS").upper() == "TENTATIVE" else ""


def _whereabouts(one: Meeting) -> Iterator[tuple[str, str]]:
    """Yield place, form and where to join; "Room 4; Microsoft Teams Meeting" is both."""
    parts = [part.strip() for part in _PARTS.split(_place(one))]
    online = [part for part in parts if _IS_ONLINE.fullmatch(part)]
    places = [part for part in parts if part and part not in online]
    joining = tuple(dict.fromkeys((*online, *_online(one))))
    yield "Location", "; ".join(places)
    if joining:
        yield "Format", "hybrid" if places else "online"
    for address in joining:
        yield "Online", address


_PARTS = re.compile(r"\s*[;|]\s*|\s+/\s+|,\s+(?=https?://)")
_IS_ONLINE = re.compile(
    r"https?://\S+|(?:on|via )?\W*(?:microsoft teams|ms teams|teams|zoom|webex|google meet|skype|"
    r"jitsi|gotomeeting|bluejeans|online|virtual|remote)(?: for business)?"
    r"(?:[- ](?:meeting|webinar|call|videoconference|m(?:øte|eeting)|besprechung|réunion))?\W*",
    re.IGNORECASE,
)


def _place(one: Meeting) -> str:
    """Return the place on one line, or the rooms that were asked to come."""
    lines = (squeeze(line).strip(" ,") for line in text.kept(_raw(one, "LOCATION")).split("\n"))
    place = ", ".join(line for line in lines if line)
    if place:
        return place[:_LONGEST_VALUE]
    rooms = (
        _common_name(each)
        for each in _each(one, "ATTENDEE")
        if str(each.params.get("CUTYPE", "")).upper() == "ROOM"
    )
    return ", ".join(room for room in rooms if room)[:_LONGEST_VALUE]


def _common_name(value: Any) -> str:  # noqa: ANN401 - an address with parameters, if it is one
    name = value.params.get("CN", "") if hasattr(value, "params") else ""
    return squeeze(text.kept(str(name))).strip("'\" ")[:_LONGEST_VALUE]


def _organiser(one: Meeting) -> str:
    """Return the organiser's name; an address of mail is no name."""
    value = one.event.get("ORGANIZER")
    name = (
        squeeze(str(value.params.get("CN", "")))
        if value is not None and hasattr(value, "params")
        else ""
    )
    return "" if "@" in name else name.strip("'\" ")[:_LONGEST_VALUE]


_MEETING_LINKS = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
)


def _online(one: Meeting) -> tuple[str, ...]:
    values = (str(each) for name in _MEETING_LINKS for each in _each(one, name))
    found = (_WEB.match(squeeze(value)) for value in values)
    addresses = dict.fromkeys(match.group() for match in found if match)
    return tuple(addresses)[:_MOST_LINKS]


_WEB = re.compile(r"https?://[^\s<>\"]{1,1000}")


def _details(one: Meeting) -> Iterator[tuple[str, str]]:
    words = (str(word) for each in _each(one, "CATEGORIES") for word in getattr(each, "cats", ()))
    yield "Category", squeeze(", ".join(words))[:_LONGEST_VALUE]
    for name in ("URL", "ATTACH"):
        addresses = (_WEB.fullmatch(str(each)) for each in _each(one, name)[:_MOST_LINKS])
        for found in addresses:
            yield "Link", found.group() if found else ""


def _attached(one: Meeting) -> int:
    """Return how many files stand in the event itself."""
    return sum(not _WEB.match(str(each)) for each in _each(one, "ATTACH")) if one.is_first else 0


def _each(one: Meeting, name: str) -> list[Any]:
    value = one.event.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


_WORD = re.compile(r"[^_\W]+")


def _words(said: str) -> str:
    """Return words alone, so that one text is held by another whatever stands between them."""
    return f" {' '.join(_WORD.findall(fold(said)))} "


# Its time ----------------------------------------------------------------------------------------

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def when_words(one: Meeting, zones: Zones) -> str:
    """Return first and last moment on one line: "3 May 2024, 14:00 - 15:30 Europe/Oslo"."""
    start, end = one.start, one.end
    if start is None:
        return ""
    if one.is_whole_day:
        return _day(start) if end is None else f"{_day(start)} - {_day(end)}"
    zone = zones.words(one.zone, start) if one.zone else ""
    if end is None:
        return f"{_day(start)}, {start:%H:%M} {zone}".rstrip()
    end_zone = zones.words(one.end_zone, end) if one.end_zone else ""
    first_zone = f" {zone}" if zone != end_zone else ""
    last_day = f"{_day(end)}, " if end.date() != start.date() else ""
    first = f"{_day(start)}, {start:%H:%M}{first_zone}"
    return f"{first} - {last_day}{end:%H:%M} {end_zone}".rstrip()


def _day(moment: dt.datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


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
