"""Until when something may still be done: what is said of it, and what that safely means.

"COB", "midnight" and "anywhere on earth" stay as they were said; sorted and counted down they are
by the earliest moment that they may mean, so that who is in time by it is in time for sure.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from briefing import when_words
from briefing.text import clean, count
from briefing.when import Precision, When

_END_OF_BUSINESS, _LAST_MINUTE = dt.time(17), dt.time(23, 59)
_ON_EARTH = -12 * 60
"""Minutes from UTC where a day ends last (IEEE's "AoE")."""

_EARTH = r"\baoe\b|\banywhere on earth\b"
_MIDNIGHT = r"\b(?:midnight|midnatt|minuit|mitternacht|medianoche)\b"
_NOON = r"\b(?:noon|midday|midi|mittag|mediod[ií]a)\b"
_LAST = r"\b(?:24[:.h]00|23[:.h]59|11[:.]59 ?p\.?m)\b"
_DAY_ENDS = r"\bend of (?:the )?day\b"
_BUSINESS = (
    r"\bc\.?o\.?b\b\.?|\be\.?o\.?d\b\.?|\bclose of (?:business|play)\b"
    r"|\bend of (?:the )?(?:business|working) day\b"
    r"|\b(?:dienst|geschäfts|büro)schluss\b|\bslutten av arbeidsdagen\b|\barbeidsdagens slutt\b"
    r"|\bfin de (?:la )?journée(?: de travail)?\b|\b(?:fin|final) de la jornada\b"
)
SAID = re.compile("|".join((_EARTH, _MIDNIGHT, _NOON, _DAY_ENDS, _BUSINESS)), re.IGNORECASE)
"""Words for the hour at which a deadline ends."""


class _Meant(NamedTuple):
    said: Callable[[str], object]
    time: dt.time


def _has(*patterns: str) -> Callable[[str], bool]:
    compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    return lambda text: all(pattern.search(text) for pattern in compiled)


_MEANT = (
    _Meant(_has(_LAST), _LAST_MINUTE),
    _Meant(_has(_MIDNIGHT, _DAY_ENDS), _LAST_MINUTE),
    _Meant(_has(_MIDNIGHT), dt.time()),
    _Meant(_has(rf"{_BUSINESS}|{_DAY_ENDS}"), _END_OF_BUSINESS),
    _Meant(_has(_EARTH), _LAST_MINUTE),
)
"""What the words beside a day mean, the most telling first."""


def safe(due: When) -> When:
    """Return the earliest moment that a deadline may mean: 17:00 for COB, 0:00 for midnight.

    The clock is that of the place that is said, UTC-12 for "anywhere on earth". What is said to
    the minute, or is a day and no more, comes back as it is.
    """
    if due.precision is not Precision.DAY or due.end_date is not None or not due.written:
        return due
    time = next((meant.time for meant in _MEANT if meant.said(due.written)), None)
    if time is None:
        return due
    placed = msgspec.structs.replace(due, time=time, precision=Precision.MINUTE)
    if re.search(_EARTH, due.written, re.IGNORECASE):
        return msgspec.structs.replace(placed, zone=None, zone_place="", offset=_ON_EARTH)
    return placed


def said(due: When) -> str:
    """Return the words for a time of day as they were said: "COB", "midnight AoE"; often none."""
    if not due.is_dated or not due.written:
        return ""
    return clean(" ".join(found.group() for found in SAID.finditer(due.written)))


def words(due: When, home: ZoneInfo) -> str:
    """Return a deadline in one line, as it was said and, where that needs it, as it is read.

    "Fri 21 Jul 2023, COB (read as 17:00 New York · 23:00 Oslo)".
    """
    told, meant = said(due), safe(due)
    if not told:
        return when_words.words(due, home)
    if meant is due:
        return f"{when_words.words(due, home)} ({told})"
    return f"{when_words.date_words(due)}, {clock_words(due, home)}"


def clock_words(due: When, home: ZoneInfo) -> str:
    """Return the time of day of a deadline: "COB (read as 17:00 New York)"; empty for a day."""
    told, meant = said(due), safe(due)
    clocks = when_words.clock_words(meant, home)
    if not told or meant is due:
        return clocks
    return f"{told} (read as {clocks})"


def last_day(due: When, home: ZoneInfo) -> dt.date | None:
    """Return the day at home on which it ends, by its safe reading; None where undated."""
    meant = safe(due)
    span = meant.span(home)
    if span is None or not meant.is_timed or meant.is_floating:
        return meant.last_date
    return span.end.astimezone(home).date()


def days_left(due: When, today: dt.date, home: ZoneInfo) -> int | None:
    """Return in how many days it ends, 0 for today, below 0 what is over; None where undated."""
    day = last_day(due, home)
    return None if day is None else (day - today).days


def is_over(due: When, now: dt.datetime, home: ZoneInfo) -> bool:
    """Return whether it may be too late: a day is over at its end, the undated never."""
    span = safe(due).span(home)
    return span is not None and span.end <= now


def countdown(days: int | None) -> str:
    """Return how long there is: "today", "in 3 days", "2 days ago"; empty for None."""
    if days is None:
        return ""
    if days == 0:
        return "today"
    if days < 0:
        return f"{count(-days, 'day')} ago"
    return "tomorrow" if days == 1 else f"in {count(days, 'day')}"
