"""Times and places as a person types them."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from zoneinfo import available_timezones

import msgspec

from briefing import when, when_words
from briefing.arrange import due
from briefing.desk.desk import Desk
from briefing.desk.near_days import hours_in_full, spelled_out
from briefing.errors import BriefingError
from briefing.gazetteer import tables
from briefing.gazetteer.entries import Place
from briefing.model import DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.text import clean, fold
from briefing.when import When, ZoneBasis

_MONTH = re.compile(
    r"(?<=\d )(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march"
    r"|april|june|july|august|september|october|november|december)(?![\w-])"
    r"|(?:mar|may|march)(?= \d)"
)
"""Months as one types them; "may" and "mar" in small letters beside no day may be other words."""

_UNCLEAR = (
    DoubtKind.UNSURE,
    DoubtKind.RANGE_REVERSED,
    DoubtKind.WEEKDAY_DISAGREES,
    DoubtKind.DAY_OR_MONTH_FIRST,
)
"""Doubts that whoever types a time can settle at once."""


class UnknownZoneError(BriefingError, ValueError):
    """A place is not known, so its clock is not."""

    def __init__(self, text: str) -> None:
        super().__init__(f"no city or zone is known as {clean(text)!r}; name a large city near it")


def reader(desk: Desk, before: object = None) -> Callable[[str], When]:
    """Return what reads a time as people type it: "24 Jul 7:45 new york", "fri 15h", "mon cob".

    Without a year it is the next such day; without a zone it is on the clock of the time that was
    there before, else on one's own. The function raises ValueError with a sentence.
    """
    return lambda text: _on_its_clock(read_when(text, desk.today, desk.home.key), before)


def read_when(text: str, today: dt.date, home: str) -> When:
    """Return the time that a text means for somebody whose clock is `home`'s; see `reader`."""
    named = _MONTH.sub(lambda month: month[0].capitalize(), text)
    try:
        read = _read(named, today, home)
    except ValueError:
        in_full = hours_in_full(named)
        if in_full == named:
            raise
        read = _read(in_full, today, home)
    return msgspec.structs.replace(read, written=text)


def _on_its_clock(typed: When, before: object) -> When:
    """Return a time with the zone that stood there, where none was typed: the hour alone moved."""
    is_typed = typed.zone_basis is not ZoneBasis.DEFAULT
    if is_typed or not isinstance(before, When) or before.zone is None:
        return typed
    return msgspec.structs.replace(
        typed,
        zone=before.zone,
        zone_place=before.zone_place,
        zone_basis=before.zone_basis,
        written_zone=before.written_zone,
    )


def _read(text: str, today: dt.date, home: str) -> When:
    try:
        found, rest = _dated(text, today)
    except NoDateError:
        found, rest = _told_from_today(text, today)
    _require_clear(found)
    said = due.said(msgspec.structs.replace(found.value, written=text))
    place = clean(_without_small(_without_said(rest) if said else rest))
    if found.value.is_timed or said:
        return _placed(found, place, home)
    if place:
        raise ValueError(_not_understood(place))
    return found.value


class NoDateError(ValueError):
    """Words tell no day."""

    def __init__(self, text: str) -> None:
        example = "write it like 24 Jul 2023 7:45 New York"
        super().__init__(f"no date is read in {clean(text)!r}; {example}")


def _told_from_today(text: str, today: dt.date) -> tuple[Candidate[When], str]:
    """Return the day that is told from today, with the fewest words left over; NoDateError."""
    read = []
    for spelled in spelled_out(text, today):
        with suppress(NoDateError):
            read.append(_dated(spelled, today))
    if not read:
        raise NoDateError(text)
    return min(read, key=lambda pair: len(pair[1]))


def _dated(text: str, today: dt.date) -> tuple[Candidate[When], str]:
    """Return the day in a text, and the words beside it; NoDateError."""
    whole = re.fullmatch(r"\s*(\d{4}(?:-(?:0[1-9]|1[0-2]))?)\s*", text)
    if whole:
        value = when.from_iso(whole[1])
        return Candidate(value=value, start=0, end=len(text), rule="year", confidence=1.0), ""
    for near in (today, today.replace(year=today.year + 1, day=1)):
        found = dates.find(text, context=dates.DateContext(today=today, near=(near,)))
        read = found[0].value if found else When()
        first = read.date
        if first is None:
            break
        last = read.last_date or first
        is_dated_in_full = any(str(day.year) in read.written for day in (first, last))
        if is_dated_in_full or last >= today:
            return found[0], _joined_rest(text, read.written)
    raise NoDateError(text)


def _require_clear(found: Candidate[When]) -> None:
    # An end that is earlier in the day is on the next one; the form shows that it is.
    kinds = _UNCLEAR[1:] if found.value.end_time else _UNCLEAR
    for doubt in found.doubts:
        if doubt.kind in kinds:
            raise ValueError(doubt.words.removesuffix("."))


def _joined_rest(text: str, read: str) -> str:
    before, _, after = text.partition(read)
    return f"{before} {after}".strip(" ,;()")


def _without_said(rest: str) -> str:
    """Return the words beside a day without those for an hour that is not said in figures."""
    return due.SAID.sub(" ", rest).strip(" ,;()")


def _without_small(rest: str) -> str:
    """Return the words beside a day without those that only join them to it."""
    return _SMALL.sub("", rest).strip(" ,;()")


_SMALL = re.compile(
    r"^(?:(?:on|at|in|by|from|kl\.?|i|um|à|le)\b[ ,]*)+|\b(?:on|at|by)$", re.IGNORECASE
)


def _placed(found: Candidate[When], rest: str, home: str) -> When:
    read = found.value
    if read.written_zone:
        from briefing.reader.fields import zones

        return zones.resolve(found, default_zone=home).value
    if rest:
        zone, place = zone_named(rest), place_named(rest)
        return msgspec.structs.replace(
            read, zone=zone, zone_place=place, zone_basis=ZoneBasis.VENUE, written_zone=rest
        )
    return msgspec.structs.replace(read, zone=home, zone_basis=ZoneBasis.DEFAULT)


def _not_understood(rest: str) -> str:
    return f"{rest!r} is not understood; write it like 24 Jul 2023 7:45 New York"


def zone_named(text: str) -> str:
    """Return the IANA key of a city, a venue or a zone; UnknownZoneError."""
    wanted = fold(text.strip())
    place = _place(wanted)
    key = place.zone if place is not None else _zones().get(wanted)
    if key is None:
        raise UnknownZoneError(text)
    return key


@cache
def _zones() -> Mapping[str, str]:
    """Return the zones by their keys and by the places that they are called after."""
    found: dict[str, str] = {}
    for key in sorted(available_timezones()):
        for name in (fold(key), fold(when_words.zone_name(key))):
            found.setdefault(name, key)
    return found


def is_known(text: str) -> bool:
    """Return whether a city, a venue or a zone is called so."""
    wanted = fold(text.strip())
    return wanted in _places() or wanted in _zones()


def is_place(text: str) -> bool:
    """Return whether one can be at what is called so: no country's zone, no UTC."""
    wanted = fold(text.strip())
    zone = _zones().get(wanted, "")
    return wanted in _places() or ("/" in zone and wanted == fold(when_words.zone_name(zone)))


def place_named(text: str) -> str:
    """Return the city that a place is in, where its zone is called after another one."""
    place = _place(fold(text.strip()))
    return place.zone_place if place else ""


def _place(wanted: str) -> Place | None:
    return _places().get(wanted)


@cache
def _places() -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    for place in tables.places():
        for name in place.names():
            found.setdefault(fold(name), place)
    return found


@contextmanager
def in_zone(desk: Desk, zone: str | None) -> Iterator[None]:
    """Show a desk's times by another clock for a while; as it is where none is named."""
    before = desk.shown_zone
    if zone is not None:
        desk.shown_zone = zone_named(zone)
    try:
        yield
    finally:
        desk.shown_zone = before
