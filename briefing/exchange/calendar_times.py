"""When something is, as the lines of a calendar file that every program reads alike."""

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.exchange.calendar_zones import Zone, zone
from briefing.exchange.content_lines import date, moment
from briefing.when import Precision, Span, When

_UTC = ZoneInfo("UTC")
_DAY = dt.timedelta(days=1)
_UNIVERSAL = frozenset({"UTC", "Etc/UTC", "Etc/Universal", "Universal", "Zulu", "Etc/Zulu"})

_NO_LENGTH = "DURATION:PT0S"
"""What has no end takes no time; Exchange refuses events with neither DTEND nor DURATION
(Microsoft, [MS-STANXICAL], on RFC 5545, section 3.6.1)."""


class Times(NamedTuple):
    """The lines that tell a time, and the zone that the file must describe for them."""

    lines: tuple[str, ...]
    zone: Zone | None = None
    is_floating: bool = False
    """Whether they are no instant, but what a clock shows wherever one is."""


def times(when: When, year: int) -> Times | None:
    """Return when something is; None where no day is known.

    In its own zone where that is certain to be read right (`calendar_zones`), described by the
    rules of `year`; else in UTC, so what is known by an offset alone too. What floats floats.
    """
    if when.date is None or when.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    if when.time is None:
        return _whole_days(when.date, when.last_date or when.date)
    span = when.span(_UTC)
    assert span is not None
    if when.is_floating:
        start, end = (at.replace(tzinfo=None) for at in span)
        return _clock_times(start, end)._replace(is_floating=True)
    return _in_zone(when, span, year) or _clock_times(span.start, span.end)


def last_moment(when: When, year: int) -> Times | None:
    """Return a deadline: the last day, or the last moment; None where no day is known."""
    last = when.last_date
    if when.time is None and last is not None and when.precision is Precision.DAY:
        return _whole_days(last, last)
    return times(when, year)


def _whole_days(first: dt.date, last: dt.date) -> Times:
    """Return days; the end is the day after (RFC 5545, section 3.6.1)."""
    return Times((f"DTSTART;VALUE=DATE:{date(first)}", f"DTEND;VALUE=DATE:{date(last + _DAY)}"))


def _in_zone(when: When, span: Span, year: int) -> Times | None:
    if when.zone is None or when.zone in _UNIVERSAL:
        return None
    described = zone(when.zone, year)
    here = ZoneInfo(when.zone)
    start, end = (at.astimezone(here).replace(tzinfo=None) for at in span)
    if not (described.tells(start) and described.tells(end)):
        return None
    return Times(_clock_times(start, end, f";TZID={when.zone}").lines, described)


def _clock_times(start: dt.datetime, end: dt.datetime, zone: str = "") -> Times:
    last = f"DTEND{zone}:{moment(end)}" if end > start else _NO_LENGTH
    return Times((f"DTSTART{zone}:{moment(start)}", last))
