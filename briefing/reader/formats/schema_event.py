"""The schema.org/Event of a saved page as labelled lines (schema.org/Event, JSON-LD 1.1)."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefing.reader.formats.text import kept
from briefing.text import clean, fold, squeeze

Item = dict[str, Any]
"""A thing with its properties, as JSON-LD has it."""

_MOST_SCRIPTS = 50
_LONGEST_VALUE = 300
_TAG = re.compile(r"<[^<>]*>")
_WEB = re.compile(r"https?://[^\s<>\"]+")

_MODES = {
    "onlineeventattendancemode": "online",
    "offlineeventattendancemode": "in person",
    "mixedeventattendancemode": "hybrid",
}


def event_of(scripts: Sequence[str], title: str = "", items: Iterable[Item] = ()) -> Item | None:
    """Return the event that the JSON-LD and items of a page tell of.

    None where there is none, or several of which none is called as the page is.
    """
    return _meant([*_events(scripts), *filter(_is_event, items)], title)


def event_lines(event: Item, page: str) -> tuple[str, ...]:
    """Return what is told of an event and not said in the text of its page, as labelled lines."""
    said = fold(page)
    status = _status(event)
    name = _words(_first(event.get("name")))
    told = (
        ("When", "" if status == _POSTPONED else _when(event, said)),
        ("Status", status),
        ("Venue", _new(said, _venue(event.get("location")))),
        ("Mode", _new(said, _mode(event))),
        ("Online", _new(said, _online(event.get("location")))),
        ("Organised by", _names(event.get("organizer"), said)),
        ("Speakers", _speakers(event.get("performer"), said)),
        ("Registration", _new(said, _registration(event.get("offers")))),
        ("Registration deadline", _deadline(event, said)),
    )
    lines = tuple(f"{label}: {value}" for label, value in told if value)
    # What stands above the page's own heading would else be without a title.
    return (f"Title: {name}", *lines) if name and (lines or _new(said, name)) else lines


def _meant(events: Sequence[Item], title: str) -> Item | None:
    """Return the one event of a page; of several that which the page is called by."""
    different = {_identity(event): event for event in events}
    if len(different) == 1:
        return next(iter(different.values()))
    called = [
        event
        for event in different.values()
        if (name := fold(_words(event.get("name")))) and name in fold(title)
    ]
    return called[0] if len(called) == 1 else None


def _identity(event: Item) -> tuple[str, str]:
    return _words(_first(event.get("name"))), _words(_first(event.get("startDate")))


_PARTS = ("subEvent", "subEvents", "superEvent")
"""What only holds an event or is held by it."""


def _events(scripts: Sequence[str]) -> Iterator[Item]:
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
                is_event = _is_event(item)
                waiting.extend(
                    part for name, part in item.items() if not (is_event and name in _PARTS)
                )
                if is_event:
                    yield item


def _is_event(item: Item) -> bool:
    return any(
        isinstance(kind, str) and kind.strip().endswith("Event")
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


_POSTPONED = "postponed"
_STATES = {
    "eventcancelled": "cancelled",
    "eventpostponed": _POSTPONED,
    "eventrescheduled": "rescheduled",
}


def _status(event: Item) -> str:
    """Return whether it is off, or on another day than it was to be."""
    state = _STATES.get(_last(event.get("eventStatus")), "")
    before = _moment(_first(event.get("previousStartDate")))
    if state != "rescheduled" or before is None:
        return state
    return f"{state} (originally planned for {_day(before)})"


def _last(value: Any) -> str:  # noqa: ANN401
    return re.split(r"[/:#]", _words(_first(value)))[-1].lower()


def _first(value: Any) -> Any:  # noqa: ANN401
    return next(iter(_each(value)), None)


def _mode(event: Item) -> str:
    """Return its mode as it is told, else as its places are."""
    told = _MODES.get(_last(event.get("eventAttendanceMode")), "")
    has_room, is_online = bool(_venue(event.get("location"))), _is_online(event.get("location"))
    return told or (("hybrid" if has_room else "online") if is_online else "")


def _is_online(location: Any) -> bool:  # noqa: ANN401
    return any(map(_is_virtual, _each(location)))


def _is_virtual(place: Any) -> bool:  # noqa: ANN401
    kinds = _each(place.get("@type")) if isinstance(place, dict) else []
    return any(str(kind).endswith("VirtualLocation") for kind in kinds)


def _online(location: Any) -> str:  # noqa: ANN401
    """Return the address where it is shown."""
    places = [place for place in _each(location) if _is_virtual(place)]
    return _address_of(places)


def _address_of(things: Any) -> str:  # noqa: ANN401
    things = (one for one in _each(things)[:_MOST_NAMES] if isinstance(one, dict))
    found = (_WEB.fullmatch(_words(thing.get("url"))) for thing in things)
    return next((one.group() for one in found if one), "")


_MOST_NAMES = 50


def _names(value: Any, said: str) -> str:  # noqa: ANN401
    names = (_new(said, _words(one)) for one in _each(value)[:_MOST_NAMES])
    return ", ".join(dict.fromkeys(name for name in names if name))


def _speakers(value: Any, said: str) -> str:  # noqa: ANN401
    """Return who performs with what they are, as far as the page does not name them."""
    people = (
        ", ".join(filter(None, (_words(one), _what(one, "jobTitle"), _what(one, *_BODIES))))
        for one in _each(value)[:_MOST_NAMES]
        if _new(said, _words(one))
    )
    return "; ".join(dict.fromkeys(people))


_BODIES = ("worksFor", "affiliation")


def _what(person: Any, *names: str) -> str:  # noqa: ANN401
    told = (person.get(name) for name in names) if isinstance(person, dict) else ()
    return next((words for one in told if (words := _words(_first(one)))), "")


def _registration(value: Any) -> str:  # noqa: ANN401
    return _address_of(value)


def _deadline(event: Item, said: str) -> str:
    """Return until when an offer stands, if that is a day before the event and not told yet.

    Many programs put the event's own day there, which is no deadline.
    """
    start = _moment(_first(event.get("startDate")))
    offers = (one for one in _each(event.get("offers")) if isinstance(one, dict))
    ends = (
        _moment(_first(offer.get("availabilityEnds") or offer.get("validThrough")))
        for offer in offers
    )
    days = {end for end in ends if end and start and end.date() < start.date()}
    last = max(days, key=_comparable, default=None)
    if last is None or _tells_day(said, last):
        return ""
    return _day(last) if _is_edge(last) else f"{_day(last)}, {last:%H:%M}{_offset(last)}"


_ADDRESS = ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry")


def _venue(value: Any) -> str:  # noqa: ANN401
    for place in _each(value):
        if not _is_virtual(place) and (words := _place(place)):
            return words
    return ""


def _place(place: Any) -> str:  # noqa: ANN401
    if not isinstance(place, dict):
        return _words(place)
    address = _first(place.get("address"))
    parts = [address.get(part) for part in _ADDRESS] if isinstance(address, dict) else [address]
    named = dict.fromkeys(_words(part) for part in (place.get("name"), *parts))
    return ", ".join(part for part in named if part)[:_LONGEST_VALUE]


def _when(event: Item, said: str) -> str:
    """Return its time in words, unless the page tells the day and the hour, and no more is known.

    A midnight that ends at midnight is how a calendar program writes a whole day.
    """
    start, end = _moment(_first(event.get("startDate"))), _moment(_first(event.get("endDate")))
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
