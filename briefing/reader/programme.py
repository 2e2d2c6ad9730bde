"""A programme's days: which day each of its lines stands under."""

import datetime as dt

from briefing.reader.fields import dates
from briefing.reader.fields.dates import DateContext
from briefing.reader.portion import Portion
from briefing.reader.shapes import Shape


def slot_days(portion: Portion, context: DateContext) -> tuple[dt.date | None, ...]:
    """Return for each timed line the day of the heading above it; None where there is none."""
    headings = [x.line for x in portion.segment.lines if x.shape is Shape.DATE]
    days: dict[int, dt.date | None] = {}
    for line in headings:
        found = dates.find(portion.text, line.start, line.end, context=context)
        days[line.start] = found[0].value.date if found else None
    above = (
        max((start for start in days if start < slot.start), default=None) for slot in portion.slots
    )
    return tuple(None if start is None else days[start] for start in above)
