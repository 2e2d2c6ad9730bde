"""When something is: wall-clock dates and times, their zone and how it is known, how sure they are.

A When holds what was said, never an instant: rules of zones change, and an instant that was stored
cannot be corrected (RFC 9557, section 1.1). Instants are computed when they are needed, and every
function that needs a zone for what has none takes it as `home`.
"""

import datetime as dt
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec


class Precision(StrEnum):
    """What the date is known to."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class ZoneBasis(StrEnum):
    """How the zone of a time is known, the surest first."""

    OFFSET = "written offset"
    ABBREVIATION = "abbreviation"
    CITY = "city beside the time"
    VENUE = "venue"
    COUNTRY = "country"
    ORGANISER = "organiser"
    DEFAULT = "default"
    NONE = "none"


class Overlap(IntEnum):
    """Whether two things are on at once."""

    NO = 0
    MAYBE = 1
    """A time, a zone or a length is not known, and under the likeliest reading they meet."""
    YES = 2


EARLIEST_YEAR, LATEST_YEAR = 2, 9998
"""Years that every zone can convert without leaving Python's calendar."""

ASSUMED_LENGTH = dt.timedelta(minutes=60)
"""How long a timed thing without an end is taken to last when overlaps are looked for."""

_WIDEST_OFFSET = 18 * 60
_DAY = dt.timedelta(days=1)


class Span(NamedTuple):
    """Two instants in UTC, the second not included."""

    start: dt.datetime
    end: dt.datetime


class When(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A point or stretch of wall-clock time as somebody announced it; ValueError if it can't be."""

    date: dt.date | None = None
    """The first day; the first of the month or year where no more is known; None where undated."""
    time: dt.time | None = None
    """Wall clock, without a zone of its own; None for a whole day."""
    end_date: dt.date | None = None
    """The last day, itself included; None where it is the first."""
    end_time: dt.time | None = None
    """Wall clock on the last day; before `time` on a single day it means the day after."""
    zone: str | None = None
    """IANA key; None where no zone is known (floating, RFC 5545 form 1)."""
    zone_place: str = ""
    """The city that the zone was found by where it is called after another: Geneva, not Zurich."""
    offset: int | None = None
    """Minutes east of UTC where they were written; they fix the instant, `zone` then only names."""
    zone_basis: ZoneBasis = ZoneBasis.NONE
    written_zone: str = ""
    """The zone as printed: "CEST", "UTC+2"."""
    written: str = ""
    """The whole expression as printed."""
    precision: Precision = Precision.UNKNOWN

    def __post_init__(self) -> None:
        # Plain ifs: this runs for every record that is read or written.
        wrong = self._wrong_undated() if self.date is None else self._wrong_dated(self.date)
        if wrong:
            raise ValueError(wrong)
        if self.offset is not None and abs(self.offset) > _WIDEST_OFFSET:
            message = "no clock is that far from UTC"
            raise ValueError(message)
        if self.zone is not None:
            zone_info(self.zone)

    def _wrong_undated(self) -> str:
        if self.precision is not Precision.UNKNOWN:
            return "a date is missing"
        has_more = (self.time or self.end_date or self.end_time) is not None
        return "a time needs a date" if has_more else ""

    def _wrong_dated(self, first: dt.date) -> str:
        if self.precision is Precision.UNKNOWN:
            return "no precision given"
        last = self.end_date or first
        if last < first:
            return "the last day is before the first"
        if first.year < EARLIEST_YEAR or last.year > LATEST_YEAR:
            return f"the year is not within {EARLIEST_YEAR} to {LATEST_YEAR}"
        if (self.time is None) is (self.precision is Precision.MINUTE):
            return "no time given" if self.time is None else "a time is to the minute"
        if self.end_time is None:
            return "a zoned time" if self.time is not None and self.time.tzinfo else ""
        if self.time is None:
            return "an end time needs a start time"
        return "a zoned time" if self.time.tzinfo or self.end_time.tzinfo else ""

    @property
    def is_dated(self) -> bool:
        """Whether there is any date at all."""
        return self.date is not None

    @property
    def is_timed(self) -> bool:
        """Whether the clock time is known."""
        return self.time is not None

    @property
    def is_floating(self) -> bool:
        """Whether the time could be anybody's: a time without zone or offset."""
        return self.is_timed and self.zone is None and self.offset is None

    @property
    def last_date(self) -> dt.date | None:
        """The last day on the wall calendar, with the rest of a month and what is past midnight."""
        last = self.end_date or self.date
        if last is None:
            return None
        if self.precision is Precision.MONTH:
            return (last.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
        if self.precision is Precision.YEAR:
            return last.replace(month=12, day=31)
        return last + _DAY if self._runs_past_midnight() else last

    def _runs_past_midnight(self) -> bool:
        if self.time is None or self.end_time is None:
            return False
        return self._is_of_one_day and self.end_time < self.time

    @property
    def _is_of_one_day(self) -> bool:
        return self.end_date in (None, self.date)

    def span(self, home: ZoneInfo) -> Span | None:
        """Return when it begins and ends in UTC, or None where undated.

        Without a zone the clock is read in `home`. A time without an end ends as it begins. A wall
        time that the clock skips is read with the offset before the change, one that it repeats is
        its first occurrence (PEP 495, fold=0).
        """
        if self.date is None:
            return None
        clock = self.clock(home)
        start = _utc(self.date, self.time or dt.time(), clock)
        return Span(start, max(start, self._end(self.date, clock)))

    def _end(self, first: dt.date, clock: dt.tzinfo) -> dt.datetime:
        last = self.last_date or first
        if self.end_time is not None:
            return _utc(last, self.end_time, clock)
        if self.time is not None and self._is_of_one_day:
            return _utc(first, self.time, clock)
        return _utc(last + _DAY, dt.time(), clock)

    def clock(self, home: ZoneInfo) -> dt.tzinfo:
        """Return what its times are read with: the written offset, else its zone, else `home`."""
        if self.offset is not None:
            return dt.timezone(dt.timedelta(minutes=self.offset))
        return home if self.zone is None else zone_info(self.zone)

    def sort_key(self, home: ZoneInfo) -> tuple[bool, float, float, str]:
        """Return what orders things in time: the longest first of what begins together.

        So an event stands before what happens within it. The undated come last.
        """
        span = self.span(home)
        if span is None:
            return (True, 0.0, 0.0, self.written)
        return (False, span.start.timestamp(), -span.end.timestamp(), self.written)


def undated(written: str = "") -> When:
    """Return a When of which no date is known."""
    return When(written=written)


def whole_day(first: dt.date, last: dt.date | None = None, *, written: str = "") -> When:
    """Return one day or several, without a clock time."""
    end = None if last == first else last
    return When(date=first, end_date=end, precision=Precision.DAY, written=written)


def from_iso(text: str) -> When:
    """Return a date written to the year, month or day (ISO 8601-1, 5.2); undated where empty."""
    if not text:
        return undated()
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[text.count("-")]
    first = dt.date.fromisoformat((text + "-01-01")[:10])
    return When(date=first, precision=precision, written=text)


@lru_cache(maxsize=1024)
def zone_info(key: str) -> ZoneInfo:
    """Return the zone of an IANA key; ValueError if there is none."""
    try:
        return ZoneInfo(key)
    except (OSError, ValueError, KeyError) as error:
        message = f"there is no time zone {key!r}"
        raise ValueError(message) from error


def overlap(one: When, other: When, home: ZoneInfo) -> Overlap:
    """Return whether two things are on at once, for somebody whose clock is `home`'s.

    It is certain only where both are to the minute, zoned and of known length, or where one that
    has no end begins while the other is on. What touches end to start does not overlap.
    """
    ours, theirs = one.span(home), other.span(home)
    if ours is None or theirs is None:
        return Overlap.NO
    certain = all(_is_exact(when) for when in (one, other))
    if _meet(ours, theirs):
        return Overlap.YES if certain else Overlap.MAYBE
    return Overlap.MAYBE if _meet(_stretched(one, ours), _stretched(other, theirs)) else Overlap.NO


def _is_exact(when: When) -> bool:
    has_open_end = when.end_time is None and when.last_date != when.date
    return when.is_timed and not when.is_floating and not has_open_end


def _meet(one: Span, other: Span) -> bool:
    if one.start == one.end or other.start == other.end:
        first, second = sorted((one, other), key=lambda span: span.end - span.start)
        return second.start <= first.start < second.end or one == other
    return one.start < other.end and other.start < one.end


def _stretched(when: When, span: Span) -> Span:
    has_no_end = when.is_timed and span.start == span.end
    return Span(span.start, span.start + ASSUMED_LENGTH) if has_no_end else span


def _utc(day: dt.date, time: dt.time, clock: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, time, clock).astimezone(dt.UTC)
