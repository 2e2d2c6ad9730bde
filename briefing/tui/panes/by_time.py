"""Where days and years begin among rows in the order of time; no more rows are read than needed."""

import datetime as dt
from bisect import bisect_left
from zoneinfo import ZoneInfo

from briefing.arrange.placed import Begin
from briefing.arrange.timeline import month_label
from briefing.tui.panes.rows import RecordRows
from briefing.tui.widgets.virtual_list import Group

_UTC = ZoneInfo("UTC")
"""Will do where it is asked for days on their own clocks."""


def with_today(rows: RecordRows, today: dt.date, home: ZoneInfo) -> RecordRows:
    """Return rows with a line between what is over and what begins today or later."""
    at = row_from(rows, today, home)
    label = f"today, {today:%a} {today.day} {today:%B}"
    return rows.with_group(Group(at, label, is_lone=True), under=month_label(today))


def row_from(rows: RecordRows, day: dt.date, home: ZoneInfo) -> int:
    """Return the row of what begins next from a day on; where nothing does, the undated's first.

    Days begin on the clock of `home`.
    """
    morning = dt.datetime.combine(day, dt.time(), home).timestamp()
    months = rows.groups[: len(rows.groups) - (_undated(rows, home) < len(rows.keys))]
    after = bisect_left(
        months, True, key=lambda month: _is_from(rows.begin(month.start, home), day, morning)
    )
    # What stands under an event of the months before may begin later than they do.
    first = months[max(0, after - 2)].start if months else 0
    last = months[after].start + 1 if after < len(months) else _undated(rows, home)
    today = day.toordinal()
    found = [
        (start, index)
        for index, (start, begun) in enumerate(rows.begins(first, last, home), first)
        if begun and (start >= morning or begun >= today)
    ]
    return min(found)[1] if found else _undated(rows, home)


def row_of_year(rows: RecordRows, index: int, step: int, home: ZoneInfo = _UTC) -> int:
    """Return the first row of the next year, or of this one and then of the one before."""
    starts = [group.start for group in rows.groups if not group.is_lone]
    begins = [rows.begin(start, home) for start in starts]
    years = [dt.date.fromordinal(b.day).year if b else dt.MAXYEAR for b in begins]
    firsts = [start for at, start in enumerate(starts) if not at or years[at] != years[at - 1]]
    if step > 0:
        return next((start for start in firsts if start > index), index)
    return max((start for start in firsts if start < index), default=index)


def first_undated(rows: RecordRows, home: ZoneInfo = _UTC) -> int | None:
    """Return the first row without a date; None where each has one."""
    found = _undated(rows, home)
    return found if found < len(rows.keys) else None


def _undated(rows: RecordRows, home: ZoneInfo) -> int:
    """Return where the undated begin, who come last; behind the last row where there are none."""
    own = [group for group in rows.groups if not group.is_lone]
    if own and rows.begin(own[-1].start, home) is None:
        return own[-1].start
    return len(rows.keys)


def _is_from(begin: Begin | None, day: dt.date, morning: float) -> bool:
    return begin is not None and (begin.start >= morning or begin.day >= day.toordinal())
