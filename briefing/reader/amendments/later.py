"""A held time moved by days and minutes of its own clock."""

import datetime as dt

import msgspec

from briefing.reader.amendments.shifts import Shift
from briefing.when import Precision, When


def by(was: When, far: Shift, *, is_of_end: bool = False) -> When | None:
    """Return a held time moved by days and minutes of its own clock; None where that can't be."""
    if was.date is None or not is_to_the_day(was) or (far.minutes and was.time is None):
        return None
    try:
        first, time = (was.date, was.time) if is_of_end else _later(was.date, was.time, far)
        last, end_time = _later(was.last_date or was.date, was.end_time, far)
        is_one_day = was.end_date is None and (
            time is None or end_time is None or last == first or end_time < time
        )
        return msgspec.structs.replace(
            was,
            date=first,
            time=time,
            end_date=None if is_one_day else last,
            end_time=end_time,
            offset=was.offset if was.zone is None or first == was.date else None,
        )
    except (ValueError, OverflowError):
        return None


def is_to_the_day(was: When) -> bool:
    """Return whether a time is told to the day at least."""
    return was.precision in (Precision.DAY, Precision.MINUTE)


def _later(day: dt.date, time: dt.time | None, far: Shift) -> tuple[dt.date, dt.time | None]:
    at = dt.datetime.combine(day, time or dt.time()) + dt.timedelta(
        days=far.days, minutes=far.minutes
    )
    return at.date(), None if time is None else at.time()
