"""What a calendar part of a mail says, as labelled lines."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from briefing.reader.fields.calendar_words import MONTH_NAMES
from briefing.text import fold, squeeze

MOST_EVENTS = 20
"""How many events of a calendar part are read."""

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"(?P<name>[A-Za-z-]+)(?P<parameters>(?:;[^\":;]*(?:\"[^\"]*\")?){0,20}):(?P<value>.*)"
)
_ZONE = re.compile(r";TZID=\"?([^\";:]*)", re.IGNORECASE)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$")
_WORD = re.compile(r"[^_\W]+")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Property:
    value: str
    zone: str


def labelled_lines(calendar: str, body: str) -> tuple[str, ...]:
    """Return, an event a block, the lines of a calendar part that a mail's text does not hold."""
    text = fold(squeeze(body))
    held = _words(text)
    blocks = ("\n".join(_told(event, text, held)) for event in _events(calendar))
    return tuple(block for block in islice(blocks, MOST_EVENTS) if block)


def left_out(calendar: str) -> Iterator[str]:
    """Yield what of a calendar part its lines do not tell, as sentences."""
    events = tuple(islice(_events(calendar), MOST_EVENTS + 1))
    if any("RRULE" in event or "RDATE" in event for event in events):
        yield "the invitation repeats; only its first time was read"
    if len(events) > MOST_EVENTS:
        yield f"the invitation has many events; only the first {MOST_EVENTS} were read"


def _events(calendar: str) -> Iterator[Mapping[str, _Property]]:
    """Yield the properties of each event; those of alarms and zones are not among them."""
    event: dict[str, _Property] = {}
    within: list[str] = []
    for line in _FOLD.sub("", calendar).splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        name, value = found["name"].upper(), found["value"].strip()
        if name == "BEGIN":
            within.append(value.upper())
            if within[-1] == "VEVENT":
                event = {}
        elif name == "END" and within:
            if within.pop() == "VEVENT":
                yield event
                event = {}
        elif within and within[-1] == "VEVENT":
            zone = _ZONE.search(found["parameters"])
            event.setdefault(name, _Property(value, zone[1] if zone else ""))
    if event:
        yield event


def _told(event: Mapping[str, _Property], text: str, held: str) -> Iterator[str]:
    values = {
        name: _plain(event[name].value).strip()
        for name in _LABELS
        if name in event and name != "DTSTART"
    }
    if not _holds_time(event, text):
        values["DTSTART"] = _when(event)
    for name, label in _LABELS.items():
        value = values.get(name, "")
        # A time of its own line would take the nearest words for its title.
        is_told = name == "SUMMARY" and "DTSTART" in values
        if value and (is_told or _words(fold(value)) not in held):
            yield f"{label}: {value if name == 'DESCRIPTION' else squeeze(value)}"


_LABELS = {
    "SUMMARY": "Title",
    "DTSTART": "When",
    "LOCATION": "Location",
    "STATUS": "Status",
    "DESCRIPTION": "Description",
}


def _words(folded: str) -> str:
    """Return words alone, so that one text is held by another whatever stands between them."""
    return f" {' '.join(_WORD.findall(folded))} "


def _plain(value: str) -> str:
    """Return a text without its escapes (RFC 5545, section 3.3.11)."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _when(event: Mapping[str, _Property]) -> str:
    """Return first and last moment on one line, each zone as it is written."""
    start, end = event.get("DTSTART"), event.get("DTEND")
    if start is None:
        return ""
    day, clock, zone = _moment(start, is_end=False)
    last_day, last_clock, last_zone = _moment(end, is_end=True) if end else (day, clock, zone)
    if (last_day, last_clock) <= (day, clock):
        return _joined(day, clock, zone)
    first_zone = zone if zone != last_zone else ""
    return _joined(
        *(day, clock, first_zone, "to"),
        *(last_day if last_day != day else "", last_clock, last_zone),
    )


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _moment(moment: _Property, *, is_end: bool) -> tuple[str, str, str]:
    """Return day, clock and zone; what is no date as it is written."""
    found = _STAMP.match(moment.value)
    if found is None:
        return moment.value, "", moment.zone
    try:
        day = dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return moment.value, "", moment.zone
    if not found[4]:
        # The end of a whole day is the day after it (RFC 5545, section 3.6.1).
        last = day - dt.timedelta(days=1) if is_end and day > dt.date.min else day
        return last.isoformat(), "", moment.zone
    return day.isoformat(), f"{found[4]}:{found[5]}", "UTC" if found[6] else moment.zone


def _holds_time(event: Mapping[str, _Property], held: str) -> bool:
    """Return whether a text has day, month, year and both clocks of an event, written out."""
    stamps = [_STAMP.match(event[name].value) for name in ("DTSTART", "DTEND") if name in event]
    return bool(stamps) and all(found is not None and _holds(found, held) for found in stamps)


def _holds(stamp: re.Match[str], held: str) -> bool:
    year, month, day, hour, minute, is_universal = stamp.groups()
    if hour is None or is_universal or not 1 <= int(month) <= len(MONTH_NAMES):
        return False
    months = "|".join(re.escape(fold(name)) for name in MONTH_NAMES[int(month) - 1].split())
    days = rf"0?{int(day)}(?:st|nd|rd|th|er|\.)?"
    dates = (
        rf"\b(?:{year}-{month}-{day}|{days} (?:de )?(?:{months})\.?,? (?:de )?{year}|"
        rf"(?:{months})\.? {days},? {year})\b"
    )
    return bool(re.search(dates, held)) and bool(re.search(rf"\b{hour}[:.h]{minute}\b", held))
