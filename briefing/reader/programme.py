"""A programme's days: the headings with a day, and which of its lines stand under which."""

import datetime as dt

from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.reader.fields.dates import DateContext
from briefing.reader.portion import Portion
from briefing.reader.shapes import Shape, Shaped
from briefing.when import When

_HEADINGS = (Shape.DATE, Shape.TITLE, Shape.KIND, Shape.PLACE)
_AT_HEAD = 12
"""Code points before the day of a heading: "Day 1, "."""


def day_headings(portion: Portion, context: DateContext) -> tuple[Candidate[When], ...]:
    """Return the days that headings begin with, where a programme stands among them."""
    if not portion.slots:
        return ()
    found = (_day_of(portion, x, context) for x in portion.segment.lines if x.shape in _HEADINGS)
    return tuple(day for day in found if day is not None)


def _day_of(portion: Portion, x: Shaped, context: DateContext) -> Candidate[When] | None:
    found = dates.find(portion.text, x.line.body_start, x.line.end, context=context)
    is_head = bool(found) and found[0].start - x.line.body_start <= _AT_HEAD
    return found[0] if is_head and found[0].value.date is not None else None


def slot_days(portion: Portion, context: DateContext) -> tuple[dt.date | None, ...]:
    """Return for each timed line the day of the heading above it; None where there is none."""
    headings = day_headings(portion, context)
    above = ([day for day in headings if day.start < slot.start] for slot in portion.slots)
    return tuple(days[-1].value.date if days else None for days in above)
