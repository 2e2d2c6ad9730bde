"""The sessions of an event that repeats (RFC 5545, section 3.8.5), within reason."""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice

MOST_SESSIONS = 20
"""How many sessions of a series are read: the next ones."""
_HORIZON = dt.timedelta(days=2 * 366)
"""How far ahead of the file's own day sessions are looked for."""
_OLDEST = dt.timedelta(days=50 * 366)
"""A series that began longer ago is not reckoned through."""
_LONGEST_RULE = 300
_PART = re.compile(
    r"(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|(?:INTERVAL|COUNT)=[1-9]\d{0,3}|WKST=[A-Z]{2}"
    r"|UNTIL=\d{8}(?:T\d{6}Z?)?|BY(?:DAY|MONTHDAY|MONTH|SETPOS|YEARDAY|WEEKNO)=[-+,\dA-Z]+)",
    re.IGNORECASE,
)
"""What is reckoned; hours, minutes and seconds in a rule are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """When a series meets, and what of it is not told."""

    starts: tuple[dt.datetime, ...]
    is_cut: bool = False
    """Whether it goes on behind the last one."""
    is_read: bool = True
    """Whether its rule is one of those that are reckoned."""


def sessions(
    first: dt.datetime,
    rules: Collection[str],
    added: Collection[dt.datetime],
    left_out: Collection[dt.datetime],
    since: dt.datetime,
    zone: dt.tzinfo | None,
    most: int = MOST_SESSIONS,
) -> Sessions:
    """Return the sessions of a series that begin at `since` or later; all are naive, in its zone.

    Where none is left, or the rule is not reckoned, the first one stands for all.
    """
    if any(not _is_reckoned(rule) for rule in rules) or since - first > _OLDEST:
        return Sessions(starts=(first,), is_read=False)
    until = max(since, first) + _HORIZON
    each = [_times(first, rule, until, zone) for rule in rules]
    try:
        coming = list(islice(_coming((*each, sorted({first, *added})), left_out, since), most + 1))
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return Sessions(starts=(first,), is_read=False)
    starts = tuple(coming[:most]) or (() if first in left_out else (first,))
    return Sessions(starts=starts, is_cut=len(coming) > most)


def _is_reckoned(rule: str) -> bool:
    parts = rule.strip(" ;").split(";")
    return len(rule) <= _LONGEST_RULE and all(_PART.fullmatch(part.strip()) for part in parts)


def _coming(
    each: Collection[Iterator[dt.datetime] | list[dt.datetime]],
    left_out: Collection[dt.datetime],
    since: dt.datetime,
) -> Iterator[dt.datetime]:
    last = None
    for start in merge(*each):
        if start >= since and start != last and start not in left_out:
            last = start
            yield start


def _times(
    first: dt.datetime, rule: str, until: dt.datetime, zone: dt.tzinfo | None
) -> Iterator[dt.datetime]:
    """Yield the times of a rule up to a moment, its own end and its own number."""
    from dateutil.rrule import rrule, rrulestr

    parts = dict(part.split("=", 1) for part in rule.strip(" ;").upper().split(";"))
    count = int(parts.pop("COUNT", 0))
    own_end = parts.pop("UNTIL", "")
    last = min(until, _end(own_end, zone)) if own_end else until
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    found = rrulestr(text, dtstart=first)
    assert isinstance(found, rrule)
    yield from islice(found.replace(until=last), count or None)


def _end(words: str, zone: dt.tzinfo | None) -> dt.datetime:
    """Return a rule's end on the series' own clock."""
    day = dt.datetime.strptime(words[:8], "%Y%m%d")  # noqa: DTZ007
    if "T" not in words:
        return day.replace(hour=23, minute=59, second=59)
    clock = dt.datetime.strptime(words[9:15], "%H%M%S").time()  # noqa: DTZ007
    end = dt.datetime.combine(day, clock)
    if not words.endswith("Z") or zone is None:
        return end
    return end.replace(tzinfo=dt.UTC).astimezone(zone).replace(tzinfo=None)
