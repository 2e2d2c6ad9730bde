"""When somebody is busy by a calendar file (RFC 5545): start and end of each time, and no more."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.errors import Problem
from briefing.reader.formats.ics import MOST_BYTES, plain
from briefing.reader.formats.ics_blocks import blocks_of
from briefing.reader.formats.ics_events import Meeting, Reach, meetings
from briefing.reader.formats.ics_zones import Zones
from briefing.when import Precision, When, ZoneBasis, whole_day

_MOST_EVENTS, _MOST_SERIES, _MOST_TIMES = 5_000, 1_000, 20_000
_MOST_SESSIONS = 400
"""One a day for a year, and some."""

_DAY = dt.timedelta(days=1)


class Busy(NamedTuple):
    """When somebody is busy, and what of the calendar could not be told."""

    times: tuple[When, ...]
    """In UTC, whole days without a zone; each once, in order."""
    problems: tuple[Problem, ...]


def busy(raw: bytes, name: str, *, first: dt.date, last: dt.date, home: ZoneInfo) -> Busy:
    """Return the busy times of a calendar from one day to another, series one by one.

    What is called off, free or without any length is none. What has no zone is on `home`'s clock.
    """
    blocks = blocks_of(plain(raw[:MOST_BYTES]), _MOST_EVENTS)
    reach = Reach(
        most=_MOST_TIMES,
        most_series=_MOST_SERIES,
        most_sessions=_MOST_SESSIONS,
        since=first - _DAY,
    )
    found = meetings(blocks, [event.decode("utf-8", "replace") for event in blocks.events], reach)
    times = {when for one in found.found for when in _when(one, found.zones, home)}
    told = list(found.problems)
    if not blocks.is_calendar:
        told = ["this is no calendar: no event begins in it"]
    if blocks.found > len(blocks.events):
        told.append(
            f"the calendar has {blocks.found:,} events; the last {_MOST_EVENTS:,} were read"
        )
    return Busy(
        tuple(sorted((t for t in times if _meets(t, first, last)), key=lambda t: t.sort_key(home))),
        tuple(Problem(name, None, sentence) for sentence in told),
    )


def _when(one: Meeting, zones: Zones, home: ZoneInfo) -> Iterator[When]:
    """Yield the time of an event at which one is busy; at most one."""
    shown = str(one.event.get("TRANSP", "")).strip().upper()
    outlook = str(one.event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).strip().upper()
    if one.start is None or one.is_cancelled or shown == "TRANSPARENT" or outlook == "FREE":
        return
    if one.is_whole_day:
        yield whole_day(one.start.date(), one.end.date() if one.end else None)
    elif one.end is not None:
        start = _universal(one.start, one.zone, zones, home)
        end = _universal(one.end, one.end_zone or one.zone, zones, home)
        if start < end:
            yield _timed(start, end)


def _universal(moment: dt.datetime, zone: str, zones: Zones, home: ZoneInfo) -> dt.datetime:
    clock = zones.info(zone) if zone else home
    return moment.replace(tzinfo=clock or home).astimezone(dt.UTC)


def _timed(start: dt.datetime, end: dt.datetime) -> When:
    return When(
        date=start.date(),
        time=start.time(),
        end_date=end.date() if end.date() != start.date() else None,
        end_time=end.time(),
        zone="UTC",
        zone_basis=ZoneBasis.OFFSET,
        precision=Precision.MINUTE,
    )


def _meets(moment: When, first: dt.date, last: dt.date) -> bool:
    begins, ends = moment.date, moment.last_date
    return begins is not None and ends is not None and begins <= last and ends >= first
