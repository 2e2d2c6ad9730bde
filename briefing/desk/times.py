"""Times and places as a person types them."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from zoneinfo import available_timezones

import msgspec

from briefing import when
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.gazetteer import tables
from briefing.gazetteer.entries import Place
from briefing.model import DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.text import clean, fold
from briefing.when import When, ZoneBasis

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


def reader(desk: Desk) -> Callable[[str], When]:
    """Return what reads a time as people type it: "24 Jul 7:45 new york".

    Without a year it is the next such day, without a zone one's own clock. The function raises
    ValueError with a sentence.
    """
    return lambda text: read_when(text, desk.today, desk.home.key)


def read_when(text: str, today: dt.date, home: str) -> When:
    """Return the time that a text means for somebody whose clock is `home`'s; see `reader`."""
    found = _dated(text, today)
    _require_clear(found)
    read = found.value
    rest = clean(_joined_rest(text, read.written))
    if not read.is_timed:
        if rest:
            raise ValueError(_not_understood(rest))
        return msgspec.structs.replace(read, written=text)
    placed = _placed(found, rest, home)
    return msgspec.structs.replace(placed, written=text)


def _dated(text: str, today: dt.date) -> Candidate[When]:
    year = re.fullmatch(r"\s*(\d{4})\s*", text)
    if year:
        value = when.from_iso(year[1])
        return Candidate(value=value, start=0, end=len(text), rule="year", confidence=1.0)
    for near in (today, today.replace(year=today.year + 1, day=1)):
        found = dates.find(text, context=dates.DateContext(today=today, near=(near,)))
        read = found[0].value if found else When()
        first = read.date
        if first is None:
            break
        last = read.last_date or first
        is_dated_in_full = any(str(day.year) in read.written for day in (first, last))
        if is_dated_in_full or last >= today:
            return found[0]
    message = f"no date is read in {clean(text)!r}; write it like 24 Jul 2023 7:45 New York"
    raise ValueError(message)


def _require_clear(found: Candidate[When]) -> None:
    # An end that is earlier in the day is on the next one; the form shows that it is.
    kinds = _UNCLEAR[1:] if found.value.end_time else _UNCLEAR
    for doubt in found.doubts:
        if doubt.kind in kinds:
            raise ValueError(doubt.words.removesuffix("."))


def _joined_rest(text: str, read: str) -> str:
    before, _, after = text.partition(read)
    return f"{before} {after}".strip(" ,;()")


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
    if place is not None:
        return place.zone
    for key in sorted(available_timezones()):
        if wanted in (fold(key), fold(when.zone_name(key))):
            return key
    raise UnknownZoneError(text)


def place_named(text: str) -> str:
    """Return the city that a place is in, where its zone is called after another one."""
    place = _place(fold(text.strip()))
    return place.zone_place if place else ""


def _place(wanted: str) -> Place | None:
    return next((p for p in tables.places() if wanted in map(fold, p.names())), None)


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
