"""Where days and years begin among rows in the order of time; no more rows are read than needed."""

import datetime as dt
from bisect import bisect_left
from zoneinfo import ZoneInfo

from briefing.arrange.timeline import month_label, when_of
from briefing.model import Event, Task
from briefing.tui.panes.rows import RecordRows
from briefing.tui.widgets.virtual_list import Group
from briefing.when import When


def with_today(rows: RecordRows, today: dt.date, home: ZoneInfo) -> RecordRows:
    """Return rows with a line between what is over and what begins today or later."""
    at = row_from(rows, today, home)
    label = f"today, {today:%a} {today.day} {today:%B}"
    return rows.with_group(Group(at, label, is_lone=True), under=month_label(today))


def row_from(rows: RecordRows, day: dt.date, home: ZoneInfo) -> int:
    """Return the row of what begins next from a day on; where nothing does, the undated's first.

    Days begin on the clock of `home`.
    """
    morning = dt.datetime.combine(day, dt.time(), home)
    months = rows.groups[: len(rows.groups) - (_undated(rows) < len(rows.keys))]
    after = bisect_left(
        months, True, key=lambda month: _is_from(_when(rows, month.start), day, morning, home)
    )
    # What stands under an event of the months before may begin later than they do.
    first = months[max(0, after - 2)].start if months else 0
    last = months[after].start + 1 if after < len(months) else _undated(rows)
    found = [
        (span.start, index)
        for index in range(first, last)
        if _is_from(moment := _when(rows, index), day, morning, home)
        and (span := moment.span(home))
    ]
    return min(found)[1] if found else _undated(rows)


def row_of_year(rows: RecordRows, index: int, step: int) -> int:
    """Return the first row of the next year, or of this one and then of the one before."""
    starts = [group.start for group in rows.groups if not group.is_lone]
    years = [_year(rows, start) for start in starts]
    firsts = [start for at, start in enumerate(starts) if not at or years[at] != years[at - 1]]
    if step > 0:
        return next((start for start in firsts if start > index), index)
    return max((start for start in firsts if start < index), default=index)


def first_undated(rows: RecordRows) -> int | None:
    """Return the first row without a date; None where each has one."""
    found = _undated(rows)
    return found if found < len(rows.keys) else None


def _undated(rows: RecordRows) -> int:
    """Return where the undated begin, who come last; behind the last row where there are none."""
    own = [group for group in rows.groups if not group.is_lone]
    if own and _when(rows, own[-1].start).date is None:
        return own[-1].start
    return len(rows.keys)


def _year(rows: RecordRows, index: int) -> int:
    day = _when(rows, index).date
    return day.year if day else dt.MAXYEAR


def _when(rows: RecordRows, index: int) -> When:
    record = rows.record(index)
    assert isinstance(record, Event | Task)
    return when_of(record)


def _is_from(moment: When, day: dt.date, morning: dt.datetime, home: ZoneInfo) -> bool:
    span = moment.span(home)
    return span is not None and (span.start >= morning or (moment.date or day) >= day)
