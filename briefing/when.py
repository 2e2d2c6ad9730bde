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


# In words ---------------------------------------------------------------------------------------


def clock_words(when: When, home: ZoneInfo) -> str:
    """Return its times on both clocks: "07:45-09:30 New York · 13:45-15:30 Oslo", with an en dash.

    One clock where both show the same; a day that differs from the event's own is marked "+1".
    Empty where there is no time.
    """
    if when.date is None or when.time is None:
        return ""
    if when.is_floating:
        return f"{_own_times(when)} (zone not given)"
    own = f"{_own_times(when)} {clock_name(when)}"
    return own if shows_home_time(when, home) else f"{own} · {home_clock_words(when, home)}"


def home_clock_words(when: When, home: ZoneInfo) -> str:
    """Return its times on the clock at home: "13:45-15:30 Oslo"; empty without a zoned time."""
    span = when.span(home)
    if span is None or when.date is None or not when.is_timed or when.is_floating:
        return ""
    instants = [span.start] if when.end_time is None else [span.start, span.end]
    local = [instant.astimezone(home) for instant in instants]
    own_days = [when.date, when.end_date or when.date]
    times = (f"{t:%H:%M}{_shift(t.date(), day)}" for t, day in zip(local, own_days, strict=False))
    return f"{'–'.join(times)} {zone_name(home.key)}"


def shows_home_time(when: When, home: ZoneInfo) -> bool:
    """Return whether its own clock shows what the clock at home shows."""
    span = when.span(home)
    if span is None or when.is_floating:
        return True
    clock = when.clock(home)
    return all(t.astimezone(clock).utcoffset() == t.astimezone(home).utcoffset() for t in span)


def zone_name(key: str) -> str:
    """Return the place that a zone is called after: "New York" for America/New_York.

    The zones "Etc/GMT+12" have their sign the other way round (POSIX): that is UTC-12.
    """
    hours = key.removeprefix("Etc/GMT")
    if hours != key and hours[:1] in ("+", "-"):
        return f"UTC{'-' if hours[0] == '+' else '+'}{hours[1:]}"
    return key.rpartition("/")[2].replace("_", " ")


def clock_name(when: When) -> str:
    """Return what the clock of a zoned time is called: "New York", "CEST" as printed, "UTC+2"."""
    if when.zone is not None and _is_on_zone_time(when):
        printed = when.written_zone if when.written_zone == _abbreviation(when) else ""
        return printed or when.zone_place or zone_name(when.zone)
    assert when.offset is not None
    hours, minutes = divmod(abs(when.offset), 60)
    sign = "-" if when.offset < 0 else "+"
    return f"UTC{sign}{hours}{f':{minutes:02d}' if minutes else ''}" if when.offset else "UTC"


def _abbreviation(when: When) -> str | None:
    """Return what its zone's clock is called at its start: "CEST"; tzdata has no name for some."""
    if when.zone is None or when.date is None:
        return None
    return dt.datetime.combine(when.date, when.time or dt.time(), zone_info(when.zone)).tzname()


def _is_on_zone_time(when: When) -> bool:
    """Return whether its zone's clock shows its times: "CET" may be written in July."""
    if when.zone is None or when.date is None or when.offset is None:
        return when.zone is not None
    start = _utc(when.date, when.time or dt.time(), when.clock(zone_info(when.zone)))
    return start.astimezone(zone_info(when.zone)).utcoffset() == dt.timedelta(minutes=when.offset)


def date_words(when: When, *, weekday: bool = True) -> str:
    """Return its dates as people write them: "Mon 24 Jul 2023", "24–28 Jul 2023", "Jul 2023"."""
    first, last = when.date, when.end_date
    if first is None:
        return "no date"
    if when.precision is Precision.YEAR:
        return f"{first:%Y}" if last is None or last.year == first.year else f"{first:%Y}–{last:%Y}"
    if when.precision is Precision.MONTH:
        return _months(first, last or first)
    if last is None or last == first:
        return day_words(first, weekday=weekday)
    return _days(first, last)


def day_words(day: dt.date, *, weekday: bool = True) -> str:
    """Return a day as people write it, also one that no When could hold: "Mon 24 Jul 2023"."""
    return f"{day:%a} {_day(day)}" if weekday else _day(day)


def words(when: When, home: ZoneInfo) -> str:
    """Return date and clocks in one line: "Mon 24 Jul 2023, 07:45 New York · 13:45 Oslo".

    What is known to the month or year only has its own words beside it: "2026 (“Spring 2026”)".
    """
    clocks, date = clock_words(when, home), date_words(when)
    printed = " ".join(when.written.split())
    is_imprecise = when.precision in (Precision.MONTH, Precision.YEAR)
    if is_imprecise and printed not in ("", date, f"{when.date:%B %Y}", f"{when.date:%Y-%m}"):
        return f"{date} (“{printed}”)"
    return f"{date}, {clocks}" if clocks else date


def _own_times(when: When) -> str:
    assert when.time is not None
    if when.end_time is None:
        return f"{when.time:%H:%M}"
    next_day = " +1" if when.last_date != (when.end_date or when.date) else ""
    return f"{when.time:%H:%M}–{when.end_time:%H:%M}{next_day}"


def _shift(local: dt.date, own: dt.date) -> str:
    days = (local - own).days
    return f" {days:+d}" if days else ""


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _days(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _months(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.year}"
    if first.year == last.year:
        return f"{first:%b}–{last:%b} {last.year}"
    return f"{first:%b} {first.year} – {last:%b} {last.year}"
