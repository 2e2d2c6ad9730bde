"""A calendar file cut into its components without trusting it: those that are whole, few enough."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from io import StringIO

from briefing.arrange.in_calendars import PRODUCT

MOST_EVENTS = 200
"""How many events of a file are read: those with the latest beginning."""
MOST_ZONES = 100

_BOUNDS = re.compile(
    rb"^(BEGIN|END):(VEVENT|VTIMEZONE|VCALENDAR|VTODO|VJOURNAL)[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)
_START = re.compile(rb"^DTSTART[^:\n]{0,200}:(\d{8}(?:T\d{6})?)", re.IGNORECASE | re.MULTILINE)
_METHOD = re.compile(rb"^METHOD:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
_OWN_ZONE = re.compile(
    rb"^X-WR-TIMEZONE[^:\n]{0,100}:([^\r\n]{1,100})", re.IGNORECASE | re.MULTILINE
)
_OURS = f"PRODID:{PRODUCT}".encode()
_TZID = re.compile(rb"^TZID[^:\n]{0,100}:([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE)
_VENDOR = re.compile(r"(TZID[=:]\"?)(?:tzone:)?/+", re.IGNORECASE)
"""What stands before a zone's name that its maker called unique (RFC 5545, section 3.2.19)."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}[;:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The components of a file, as bytes."""

    events: tuple[bytes, ...]
    """In the order of the file."""
    zones: dict[str, bytes]
    method: str
    """What the file asks for, such as "REQUEST" or "CANCEL"; upper case."""
    own_zone: str
    """The zone that the whole calendar is in (X-WR-TIMEZONE).

    None in what we wrote: there it is for Google, and says of no event where it is.
    """
    found: int
    """How many whole events there are, read or not."""
    cut: int
    """How many events have no end."""
    tasks: int
    is_calendar: bool
    """Whether it has the beginning of one at all."""


def blocks_of(raw: bytes, most: int = MOST_EVENTS) -> Blocks:
    """Return the components of a calendar file. One that has no end before the file's is cut."""
    events: list[tuple[int, int]] = []
    zones: dict[str, bytes] = {}
    cut = tasks = 0
    for kind, start, end, is_whole in _components(raw):
        if kind == b"VEVENT":
            events += [(start, end)] if is_whole else []
            cut += not is_whole
        elif kind == b"VTIMEZONE" and is_whole and len(zones) < MOST_ZONES:
            zones[_named(raw, start, end)] = raw[start:end]
        elif kind in {b"VTODO", b"VJOURNAL"}:
            tasks += 1
    head = raw[: events[0][0]] if events else raw[:10_000]
    return Blocks(
        events=tuple(raw[start:end] for start, end in _latest(raw, events, most)),
        zones=zones,
        method=_first(_METHOD, head).upper(),
        own_zone="" if _OURS in head else _first(_OWN_ZONE, raw),
        found=len(events),
        cut=cut,
        tasks=tasks,
        is_calendar=_BOUNDS.search(raw) is not None,
    )


def _components(raw: bytes) -> Iterator[tuple[bytes, int, int, bool]]:
    """Yield kind, start and end of each component, and whether something ends it.

    The beginning of another, or the calendar's end, ends an event that forgot its own.
    """
    kind, start = b"", 0
    for found in _BOUNDS.finditer(raw):
        word, name = found[1].upper(), found[2].upper()
        if kind and (name != kind or word == b"BEGIN"):
            yield kind, start, found.start(), True
            kind = b""
        if word == b"BEGIN" and name != b"VCALENDAR":
            kind, start = name, found.start()
        elif kind:
            yield kind, start, found.end(), True
            kind = b""
    if kind:
        yield kind, start, len(raw), False


def _latest(raw: bytes, events: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    if len(events) <= most:
        return events

    def begins(event: tuple[int, int]) -> bytes:
        found = _START.search(raw, *event)
        return found[1] if found else b""

    return sorted(nlargest(most, events, key=begins))


def _named(raw: bytes, start: int, end: int) -> str:
    found = _TZID.search(raw, start, end)
    name = found[1].decode("utf-8", "replace").strip().strip('"') if found else ""
    return name.removeprefix("tzone:").lstrip("/")


def _first(pattern: re.Pattern[bytes], raw: bytes) -> str:
    found = pattern.search(raw)
    return found[1].decode("utf-8", "replace").strip() if found else ""


def component(words: str) -> str:
    """Return an event's lines as the library is to read them: unfolded, few and short enough.

    A line that is none belongs to the one above; what stands in an alarm is left out.
    """
    kept: list[str] = []
    counted: Counter[str] = Counter()
    depth = 0
    for line in _unfolded(words):
        found = _NAME.match(line)
        name = found.group()[:-1].upper() if found else ""
        depth += (name == "BEGIN") - (name == "END")
        if depth == 1 and name in _READ and counted[name] < _MOST_OF_A_NAME:
            counted[name] += 1
            kept.append(_VENDOR.sub(r"\1", line, count=1))
    return "\n".join(("BEGIN:VEVENT", *kept, "END:VEVENT"))


_READ = frozenset(
    {
        *("UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "DTSTAMP"),
        *("RECURRENCE-ID", "SEQUENCE", "STATUS", "LOCATION", "ORGANIZER", "ATTENDEE", "CATEGORIES"),
        *("URL", "ATTACH", "DESCRIPTION", "CONFERENCE", "X-ALT-DESC", "X-GOOGLE-CONFERENCE"),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGCONFLINK"),
        *("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-CDO-BUSYSTATUS", "TRANSP"),
    }
)
"""The properties that are told of an event, or that its time depends on."""
_MOST_OF_A_NAME = 500
_LONGEST_LINE = 60_000
"""Code points of an unfolded line; a picture in it is longer, and is not read."""


def _unfolded(words: str) -> Iterator[str]:
    """Yield content lines without their folds (RFC 5545, section 3.1).

    Some programs put real line ends into a description.
    """
    parts: list[str] = []
    length = 0
    for row in StringIO(words.strip()):
        line = row.removesuffix("\n")
        is_fold = line[:1] in {" ", "\t"}
        if parts and not is_fold and _NAME.match(line):
            yield _cut("".join(parts))
            parts, length = [], 0
        if length <= _LONGEST_LINE:
            part = line[1:] if is_fold else f"\\n{line}" if parts else line
            parts.append(part)
            length += len(part)
    yield _cut("".join(parts))


def _cut(line: str) -> str:
    """Return a line as far as it is read; of a list of times no half one."""
    if len(line) <= _LONGEST_LINE:
        return line
    short = line[:_LONGEST_LINE]
    return short.rpartition(",")[0] if line[:6].upper() in {"EXDATE", "RDATE;", "RDATE:"} else short
