"""What tests of dates share: contexts, and a When or Clock as one readable line."""

import datetime as dt

from briefing.model import DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.reader.fields.dates import DateContext
from briefing.reader.fields.times import Clock
from briefing.when import Precision, When

TODAY = dt.date(2024, 2, 1)
CONTEXT = DateContext(today=TODAY)
SUMMER = DateContext(today=TODAY, near=(dt.date(2023, 7, 24),))
"""Read beside a heading of 24 July 2023."""

_LENGTH = {Precision.MONTH: 7, Precision.YEAR: 4}


def shown(when: When) -> str:
    """Return "2023-07-24/2023-07-28 10:00-11:30 CEST": the days, the times, the zone words."""
    length = _LENGTH.get(when.precision, 10)
    first, last = (day.isoformat()[:length] if day else "" for day in (when.date, when.end_date))
    parts = (
        f"{first}/{last}" if last else first or "undated",
        _times(when.time, when.end_time),
        when.written_zone,
    )
    return " ".join(part for part in parts if part)


def shown_clock(clock: Clock) -> str:
    """Return "10:00-11:30 CEST = 08:00 UTC"."""
    own = " ".join(part for part in (_times(clock.time, clock.end_time), clock.zone) if part)
    return " = ".join((own, *(shown_clock(other) for other in clock.others)))


def _times(time: dt.time | None, end_time: dt.time | None) -> str:
    return "-".join(f"{t:%H:%M}" for t in (time, end_time) if t is not None)


def read_all(text: str, context: DateContext = SUMMER) -> list[str]:
    """Return every date in a text, shown."""
    return [shown(found.value) for found in dates.find(text, context=context)]


def read_one(text: str, context: DateContext = SUMMER) -> Candidate[When]:
    """Return the only date in a text."""
    (found,) = dates.find(text, context=context)
    return found


def kinds(found: Candidate[object]) -> list[DoubtKind]:
    """Return what sort of doubts there are, in order."""
    return [doubt.kind for doubt in found.doubts]


def others(found: Candidate[object]) -> list[str]:
    """Return the alternatives, shown."""
    return [shown(a.value) if isinstance(a.value, When) else a.value for a in found.alternatives]
