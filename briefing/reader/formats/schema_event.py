"""The one schema.org/Event of a saved page as labelled lines (schema.org/Event, JSON-LD 1.1)."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.reader.formats.text import kept
from briefing.text import clean, fold, squeeze

_MOST_SCRIPTS = 50
_LONGEST_VALUE = 300
_TAG = re.compile(r"<[^<>]*>")
_WEB = re.compile(r"https?://[^\s<>\"]+")

_MODES = {
    "onlineeventattendancemode": "online",
    "offlineeventattendancemode": "in person",
    "mixedeventattendancemode": "hybrid",
}


def event_lines(scripts: Sequence[str], page: str) -> tuple[str, ...]:
    """Return what the JSON-LD of a page tells and its text does not, as labelled lines.

    Nothing where there is no event, or more than one: then nobody can say which is meant.
    """
    events = {_identity(event): event for event in _events(scripts)}
    if len(events) != 1:
        return ()
    event = next(iter(events.values()))
    said = fold(page)
    told = (
        ("Title", _new(said, _words(event.get("name")))),
        ("When", _when(event, said)),
        ("Venue", _new(said, _venue(event.get("location")))),
        ("Mode", _new(said, _mode(event.get("eventAttendanceMode")))),
        ("Organised by", _organisers(event.get("organizer"), said)),
        ("Registration", _new(said, _registration(event.get("offers")))),
    )
    return tuple(f"{label}: {value}" for label, value in told if value)


def _identity(event: dict[str, Any]) -> tuple[str, str]:
    return _words(event.get("name")), _words(event.get("startDate"))


def _events(scripts: Sequence[str]) -> Iterator[dict[str, Any]]:
    for script in scripts[:_MOST_SCRIPTS]:
        try:
            waiting = [json.loads(script.strip().rstrip(";"))]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                waiting.extend(item.values())
                if _is_event(item):
                    yield item


def _is_event(item: dict[str, Any]) -> bool:
    return any(
        isinstance(kind, str) and kind.rpartition("/")[2].endswith("Event")
        for kind in _each(item.get("@type"))
    )


def _each(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(value: Any) -> str:  # noqa: ANN401
    """Return a JSON value as one plain line: what it is called, where it is a thing."""
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return ""
    plain = _TAG.sub(" ", html.unescape(value[: _LONGEST_VALUE * 10]))
    return squeeze(clean(kept(plain)))[:_LONGEST_VALUE]


def _new(said: str, words: str) -> str:
    return "" if fold(words) in said else words


def _mode(value: Any) -> str:  # noqa: ANN401
    return _MODES.get(_words(value).rpartition("/")[2].lower(), "")


def _organisers(value: Any, said: str) -> str:  # noqa: ANN401
    names = (_new(said, _words(one)) for one in _each(value)[:20])
    return ", ".join(dict.fromkeys(name for name in names if name))


def _registration(value: Any) -> str:  # noqa: ANN401
    offers = (one for one in _each(value) if isinstance(one, dict))
    found = (_WEB.fullmatch(_words(offer.get("url"))) for offer in offers)
    return next((one.group() for one in found if one), "")


_ADDRESS = ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry")


def _venue(value: Any) -> str:  # noqa: ANN401
    for place in _each(value):
        is_virtual = isinstance(place, dict) and "VirtualLocation" in _each(place.get("@type"))
        if not is_virtual and (words := _place(place)):
            return words
    return ""


def _place(place: Any) -> str:  # noqa: ANN401
    if not isinstance(place, dict):
        return _words(place)
    address = place.get("address")
    parts = [address.get(part) for part in _ADDRESS] if isinstance(address, dict) else [address]
    named = dict.fromkeys(_words(part) for part in (place.get("name"), *parts))
    return ", ".join(part for part in named if part)[:_LONGEST_VALUE]


def _when(event: dict[str, Any], said: str) -> str:
    """Return its time in words, unless the page tells the day and the hour, and no more is known.

    A midnight that ends at midnight is how a calendar program writes a whole day.
    """
    start, end = _moment(event.get("startDate")), _moment(event.get("endDate"))
    if start is None:
        return ""
    end = end if end is not None and _comparable(end) >= _comparable(start) else start
    is_whole = _is_edge(start) and _is_edge(end)
    days, hours = _days(start, end), "" if is_whole else _hours(start, end)
    if _tells_day(said, start) and (is_whole or (not start.tzinfo and f"{start:%H:%M}" in said)):
        return ""
    return f"{days}, {hours}" if hours else days


def _moment(value: Any) -> dt.datetime | None:  # noqa: ANN401
    try:
        return dt.datetime.fromisoformat(_words(value))
    except ValueError:
        return None


def _comparable(moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=None)


def _is_edge(moment: dt.datetime) -> bool:
    return (moment.hour, moment.minute) in {(0, 0), (23, 59)}


def _day(moment: dt.datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _days(start: dt.datetime, end: dt.datetime) -> str:
    return _day(start) if start.date() == end.date() else f"{_day(start)} - {_day(end)}"


def _hours(start: dt.datetime, end: dt.datetime) -> str:
    last = f"-{end:%H:%M}" if end.date() == start.date() and end > start else ""
    return f"{start:%H:%M}{last}{_offset(start)}"


def _offset(moment: dt.datetime) -> str:
    return f" {moment.tzname()}" if moment.tzinfo else ""


def _tells_day(said: str, moment: dt.datetime) -> bool:
    month = _MONTHS[moment.month - 1].lower()
    forms = (
        f"{moment.day} {month} {moment.year}",
        f"{month} {moment.day}, {moment.year}",
        f"{moment:%Y-%m-%d}",
    )
    return any(form in said for form in forms)
