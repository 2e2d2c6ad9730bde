"""Time zones in calendar files, as pairs of yearly rules: all that Outlook reads of a VTIMEZONE.

Microsoft, [MS-STANOICAL], section 2.2.47: Outlook makes one yearly change to summer time and one
back of whatever is there. So a zone is written as just that, and a time for which the pair is not
true, or that a change of clocks skips or repeats, is not written in it but in UTC.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.exchange.content_lines import moment
from briefing.when import zone_info

_FIRST_YEAR = 1970
"""From when on a pair of rules is said to hold; what was before is written in UTC."""
_YEARS_AROUND = 4
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = -1
_ALWAYS_THERE = 28
"""The last day of a month's fourth week; not every month has a fifth."""
_DAY, _SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)


class _Rule(NamedTuple):
    """On which weekday of which month clocks change, each year."""

    month: int
    week: int
    """1 to 4; -1 for the last."""
    weekday: int
    time: dt.time
    """On the clock before the change."""

    def in_year(self, year: int) -> dt.datetime:
        """Return the change of a year, on the clock before it."""
        return _in_year(self, year)

    def words(self) -> str:
        return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={self.week}{_WEEKDAYS[self.weekday]}"


@lru_cache(maxsize=8192)
def _in_year(rule: _Rule, year: int) -> dt.datetime:
    first, length = calendar.monthrange(year, rule.month)
    day = 1 + (rule.weekday - first) % 7 + 7 * (rule.week - 1)
    if rule.week == _LAST:
        day = length - (calendar.weekday(year, rule.month, length) - rule.weekday) % 7
    return dt.datetime.combine(dt.date(year, rule.month, day), rule.time)


class _Change(NamedTuple):
    """One change of clocks."""

    local: dt.datetime
    """When, on the clock before it."""
    before: dt.timedelta
    after: dt.timedelta
    name: str
    """What the clock is called after it."""


class _Yearly(NamedTuple):
    """A change that comes each year."""

    rule: _Rule
    change: _Change


class Zone(NamedTuple):
    """A zone as a calendar file describes it."""

    key: str
    offset: dt.timedelta
    """What holds where clocks never change."""
    name: str
    yearly: tuple[_Yearly, ...]
    """None or two."""

    def tells(self, local: dt.datetime) -> bool:
        """Return whether a wall time in the zone is the same instant by this description."""
        here = local.replace(tzinfo=zone_info(self.key), fold=0)
        is_plain = here.utcoffset() == here.replace(fold=1).utcoffset()
        return is_plain and local.year > _FIRST_YEAR and self._offset(local) == here.utcoffset()

    def _offset(self, local: dt.datetime) -> dt.timedelta:
        if not self.yearly:
            return self.offset
        years = (local.year - 1, local.year)
        changed = (
            (one.rule.in_year(year), one.change.after) for one in self.yearly for year in years
        )
        return max(each for each in changed if each[0] <= local)[1]

    def lines(self) -> Iterator[str]:
        """Yield the lines of its VTIMEZONE (RFC 5545, section 3.6.5)."""
        yield "BEGIN:VTIMEZONE"
        yield f"TZID:{self.key}"
        for rule, change in self.yearly:
            kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
            first = change._replace(local=rule.in_year(_FIRST_YEAR))
            yield from _part(kind, first, f"RRULE:{rule.words()}")
        if not self.yearly:
            start = dt.datetime(_FIRST_YEAR, 1, 1)  # noqa: DTZ001 - a clock of its own
            yield from _part("STANDARD", _Change(start, self.offset, self.offset, self.name))
        yield "END:VTIMEZONE"


def _part(kind: str, change: _Change, *rules: str) -> Iterator[str]:
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{moment(change.local)}"
    yield from rules
    yield f"TZOFFSETFROM:{_offset_words(change.before)}"
    yield f"TZOFFSETTO:{_offset_words(change.after)}"
    yield f"TZNAME:{change.name}"
    yield f"END:{kind}"


def _offset_words(offset: dt.timedelta) -> str:
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    sign = "-" if offset < dt.timedelta() else "+"
    return f"{sign}{hours:02}{minutes:02}{f'{seconds:02}' if seconds else ''}"


@lru_cache(maxsize=1024)
def zone(key: str, year: int) -> Zone:
    """Return the description of a zone by the rules of a year."""
    start = dt.datetime(year, 1, 1, tzinfo=dt.UTC).astimezone(zone_info(key))
    changes = _changes(key, year)
    offsets = {change.after for change in changes}
    yearly = [_Yearly(_likeliest(key, year, c.local), c) for c in changes]
    is_pair = len(changes) == len(offsets) == 2
    return Zone(key, _offset(start), start.tzname() or key, tuple(yearly) if is_pair else ())


def _likeliest(key: str, year: int, local: dt.datetime) -> _Rule:
    """Return the rule for a change that is true of most years around it."""
    around = range(year - _YEARS_AROUND, year + _YEARS_AROUND + 1)
    changes = {change.local for near in around for change in _changes(key, near)}
    return max(
        _rules(local), key=lambda rule: sum(rule.in_year(near) in changes for near in around)
    )


def _rules(local: dt.datetime) -> Iterator[_Rule]:
    """Yield the rules by which clocks may change then: "the last Sunday", "the fourth"."""
    if (local + 7 * _DAY).month != local.month:
        yield _Rule(local.month, _LAST, local.weekday(), local.time())
    if local.day <= _ALWAYS_THERE:
        yield _Rule(local.month, (local.day - 1) // 7 + 1, local.weekday(), local.time())


@lru_cache(maxsize=8192)
def _changes(key: str, year: int) -> tuple[_Change, ...]:
    """Return when clocks change in a year."""
    here = zone_info(key)
    first = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    days = [first + number * _DAY for number in range(366 + calendar.isleap(year))]
    offsets = [_offset(day.astimezone(here)) for day in days]
    return tuple(
        _change(here, days[n], days[n + 1])
        for n in range(len(days) - 1)
        if offsets[n] != offsets[n + 1]
    )


def _change(here: ZoneInfo, still: dt.datetime, already: dt.datetime) -> _Change:
    """Return the one change between two instants."""
    before, after = (_offset(at.astimezone(here)) for at in (still, already))
    while already - still > _SECOND:
        middle = still + (already - still) // 2 // _SECOND * _SECOND
        if _offset(middle.astimezone(here)) == before:
            still = middle
        else:
            already = middle
    local = (already + before).replace(tzinfo=None)
    return _Change(local, before, after, already.astimezone(here).tzname() or here.key)


def _offset(at: dt.datetime) -> dt.timedelta:
    return at.utcoffset() or dt.timedelta()
