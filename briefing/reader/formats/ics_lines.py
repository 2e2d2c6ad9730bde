"""An event of a calendar as labelled lines, as a person would have typed them."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.arrange.in_calendars import OWN_WORDS
from briefing.errors import Problem
from briefing.reader.formats import text
from briefing.reader.formats.ics_events import Meeting
from briefing.reader.formats.ics_zones import Zones
from briefing.reader.reading import Anchor
from briefing.text import count, fold, squeeze

_LONGEST_DESCRIPTION = 50_000
"""Code points of an event's description that are read."""
_MOST_DESCRIBED = 2_000_000
"""Code points of all descriptions of a file that are read."""
_LONGEST_VALUE = 1_000
_MOST_LINKS = 10
_MOST_NAMED = 3
_UNTITLED = "(without a title)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of kept text."""

    text: str
    anchors: tuple[Anchor, ...] = ()
    is_event: bool = False


def moved(anchors: Sequence[Anchor], by: int) -> Iterator[Anchor]:
    """Yield anchors so many code points further on."""
    return (replace(one, start=one.start + by, end=one.end + by) for one in anchors)


class Writing:
    """Writes events as labelled lines, and notes what was wrong with them."""

    def __init__(self, zones: Zones, name: str, held: str) -> None:
        self.zones, self.name, self.held = zones, name, held
        self.problems: list[Problem] = []
        self.attached = 0
        self.room = _MOST_DESCRIBED

    def block(self, one: Meeting) -> Block:
        """Return an event's lines with its description below; empty where it says nothing."""
        lines = text.kept("\n".join(self._lines(one)))
        described = self._described(one) if one.is_first else Block(text="")
        self.attached += _attached(one)
        if not described.text or words_alone(described.text) in self.held:
            return Block(text=lines, is_event=True)
        above = f"{lines}\n\n" if lines else ""
        anchors = tuple(moved(described.anchors, len(above)))
        return Block(text=above + described.text, anchors=anchors, is_event=True)

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
            ("Title", value_of(one, "SUMMARY") or (_UNTITLED if one.start else "")),
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
        page, plain = (
            _raw(one, name).partition(OWN_WORDS)[0] for name in ("X-ALT-DESC", "DESCRIPTION")
        )
        plain = plain.strip()
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


def value_of(one: Meeting, name: str) -> str:
    """Return a value on one line."""
    return squeeze(text.kept(_raw(one, name)[: _LONGEST_VALUE * 2]))[:_LONGEST_VALUE]


def _status(one: Meeting) -> str:
    if one.is_cancelled:
        return "cancelled"
    return "tentative" if value_of(one, "STATUS").upper() == "TENTATIVE" else ""


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


def words_alone(said: str) -> str:
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
