"""The timeline's rows: when, on one's own clock too, and what."""

import datetime as dt
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from briefing import when, when_words
from briefing.arrange import Arrangement, due
from briefing.arrange.attending import CLOSED
from briefing.arrange.placed import Placed
from briefing.arrange.timeline import when_of
from briefing.model import Attendance, Event, Going, Record, Task
from briefing.tui.panes.marks import STATE_SIGNS, clash_mark, going_mark, mark
from briefing.tui.panes.rows import RecordRows
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.when import Precision, When

LEAST_TITLE = 24
"""Columns of title that a row keeps, whatever else must go for it."""

AttendanceOf = Callable[[str], Attendance | None]
"""Tells by an event's id whether one goes."""

_MARKS = 3
_ZONE_WIDTH = 12
_MODE_WIDTH, _PLACE_WIDTH = 10, 24


class Clocks(Enum):
    """How much of its times a row tells, the most first."""

    BOTH_TO_END = "07:45–09:30 New York     13:45–15:30 Oslo"
    BOTH = "07:45 New York     13:45 Oslo"
    OWN = "07:45 New York"
    OWN_SHORT = "07:45 EDT"
    TIME = "07:45"
    NONE = ""


class Layout(NamedTuple):
    """What a row of some width has room for."""

    clocks: Clocks
    has_mode: bool
    has_place: bool
    least_title: int
    """Columns of title without which the next layout is better."""


_LAYOUTS = (
    Layout(Clocks.BOTH_TO_END, True, True, 44),
    Layout(Clocks.BOTH_TO_END, True, False, 40),
    Layout(Clocks.BOTH, True, False, 40),
    Layout(Clocks.BOTH, False, False, 28),
    Layout(Clocks.OWN, False, False, LEAST_TITLE),
    Layout(Clocks.OWN_SHORT, False, False, LEAST_TITLE),
    Layout(Clocks.TIME, False, False, LEAST_TITLE),
    Layout(Clocks.NONE, False, False, 0),
)


class TimelineRows(RecordRows):
    """Events and tasks, drawn for one's own clock and the day that the desk lives on."""

    def __init__(
        self,
        arrangement: Arrangement | Placed,
        home: ZoneInfo,
        today: dt.date,
        attendance: AttendanceOf = lambda _: None,
        is_clashing: Callable[[Event], bool] = lambda _: False,
    ) -> None:
        super().__init__(arrangement)
        self._home = home
        self._attendance = attendance
        self._is_clashing = is_clashing
        self._today = today
        self._morning = dt.datetime.combine(today, dt.time(), home)

    def cells(self, index: int, width: int) -> list[Cell]:
        """Return date, clocks, marks, title, mode and place, as far as there is room."""
        row = self.shown[index]
        assert isinstance(row.record, Event | Task)
        layout = _layout(width, self._home.key)
        moment = when_of(row.record)
        is_over = self._is_over(moment)
        title = self._title(row.record, row.depth, is_over=is_over)
        if layout.clocks is Clocks.NONE:
            signs = [self._clash(row.record), self._going(row.record)]
            signs = [sign for sign in signs if sign.text.strip()]
            signs += [Cell(" ")] if signs else []
            return [*self._day(index, moment, is_over=is_over), *signs, title]
        cells = [*self._date(index, moment, is_over=is_over), *self._clocks(layout, row.record)]
        cells += [mark(row.record, 1), self._going(row.record), Cell(" ")]
        if not layout.has_mode:
            return [*cells, title]
        room = width - sum(len(cell.text) for cell in cells)
        return [*cells, *self._with_tail(row.record, title, layout, room)]

    def _title(self, record: Event | Task, depth: int, *, is_over: bool) -> Cell:
        indent = "  " * depth
        if record.id in self.put_away:
            indent += f"+{self.put_away[record.id]:,} "
        if isinstance(record, Task):
            is_over = is_over or record.state in CLOSED
            told = f"{indent}{STATE_SIGNS[record.state]} {record.what}"
            return Cell(told, Tone.MUTED if is_over else Tone.PLAIN)
        if record.cancelled:
            return Cell(f"{indent}cancelled: {record.title}", Tone.GONE)
        if record.postponed:
            return Cell(f"{indent}postponed: {record.title}", Tone.MUTED)
        held = self._attendance(record.id)
        is_muted = is_over or (held is not None and held.going is Going.DECLINED)
        return Cell(f"{indent}{record.title}", Tone.MUTED if is_muted else Tone.PLAIN)

    def _going(self, record: Event | Task) -> Cell:
        return going_mark(self._attendance(record.id) if isinstance(record, Event) else None)

    def _clash(self, record: Record) -> Cell:
        return clash_mark(is_clashing=isinstance(record, Event) and self._is_clashing(record))

    def _date(self, index: int, moment: When, *, is_over: bool) -> list[Cell]:
        """Return the day, muted where the row above is of the same one, and the sign of a clash."""
        tone = self._date_tone(index, moment, is_over=is_over)
        if moment.is_dated and not _is_exact(moment):
            return [Cell(fit(_imprecise_words(moment), 7), tone)]  # It clashes with nothing.
        return [Cell(fit(_date_words(moment), 6), tone), self._clash(self.record(index))]

    def _day(self, index: int, moment: When, *, is_over: bool) -> list[Cell]:
        words = f"{moment.date.day:>2}" if moment.date and _is_exact(moment) else "  "
        tone = self._date_tone(index, moment, is_over=is_over)
        return [Cell(words, tone), mark(self.record(index), 1)]

    def _date_tone(self, index: int, moment: When, *, is_over: bool) -> Tone:
        if moment.date == self._today:
            return Tone.ACCENT
        above = self.record(index - 1) if index else None
        is_repeated = isinstance(above, Event | Task) and when_of(above).date == moment.date
        return Tone.MUTED if is_over or is_repeated else Tone.STRONG

    def _clocks(self, layout: Layout, record: Event | Task) -> list[Cell]:
        moment = when_of(record)
        width, home_width = _clock_widths(layout.clocks, self._home.key)
        own = _own_clock(moment, layout.clocks)
        if isinstance(record, Task):
            own = _until(record, own, layout.clocks)
        cells = [Cell(fit(own, width), Tone.PLAIN)]
        if home_width:
            cells.append(Cell(fit(self._home_clock(moment, layout.clocks), home_width), Tone.MUTED))
        return cells

    def _home_clock(self, moment: When, clocks: Clocks) -> str:
        if when_words.shows_home_time(moment, self._home):
            return ""
        words = when_words.home_clock_words(moment, self._home)
        if not words or clocks is Clocks.BOTH_TO_END:
            return words
        times, _, place = words.partition(" " + when_words.zone_name(self._home.key))
        return f"{times.partition('–')[0]} {when_words.zone_name(self._home.key)}{place}"

    def _with_tail(
        self, record: Event | Task, title: Cell, layout: Layout, room: int
    ) -> list[Cell]:
        tail = [Cell(fit(_mode_words(record), _MODE_WIDTH), Tone.MUTED)]
        if layout.has_place:
            place = record.venue if isinstance(record, Event) else ""
            tail.append(Cell(fit(place, _PLACE_WIDTH), Tone.MUTED))
        room -= sum(cell_len(cell.text) for cell in tail) + 1
        return [Cell(fit(title.text, room), title.tone), Cell(" "), *tail]

    def _is_over(self, moment: When) -> bool:
        span = moment.span(self._home)
        return span is not None and span.end < self._morning


@lru_cache(maxsize=64)
def _layout(width: int, home: str) -> Layout:
    return next(layout for layout in _LAYOUTS if _title_room(layout, width, home) >= 0)


def _title_room(layout: Layout, width: int, home: str) -> int:
    """Return how many columns more than it needs the title would have."""
    if layout.clocks is Clocks.NONE:
        return 0
    tail = (_MODE_WIDTH + 1 if layout.has_mode else 0) + (_PLACE_WIDTH if layout.has_place else 0)
    return width - 7 - sum(_clock_widths(layout.clocks, home)) - _MARKS - tail - layout.least_title


def _clock_widths(clocks: Clocks, home: str) -> tuple[int, int]:
    place = min(len(when_words.zone_name(home)), _ZONE_WIDTH)
    return {
        Clocks.BOTH_TO_END: (12 + _ZONE_WIDTH + 2, 12 + 3 + place + 2),
        Clocks.BOTH: (6 + _ZONE_WIDTH + 1, 6 + 3 + place + 1),
        Clocks.OWN: (6 + _ZONE_WIDTH + 1, 0),
        Clocks.OWN_SHORT: (11, 0),
        Clocks.TIME: (6, 0),
        Clocks.NONE: (0, 0),
    }[clocks]


def _own_clock(moment: When, clocks: Clocks) -> str:
    if moment.time is None:
        return ""
    start = f"{moment.time:%H:%M}"
    if clocks is Clocks.TIME:
        return start
    if clocks is Clocks.BOTH_TO_END and moment.end_time is not None:
        start = f"{start}–{moment.end_time:%H:%M}"
    if moment.is_floating:
        return f"{start} zone?"
    is_short = clocks is Clocks.OWN_SHORT
    return f"{start} {_short_zone(moment) if is_short else when_words.clock_name(moment)}"


def _until(task: Task, clock: str, clocks: Clocks) -> str:
    """Return the time of day of a deadline, "COB" and the like as it was said."""
    said = due.said(task.due)
    if said and not task.due.is_timed:
        place = clock.partition(" ")[2]
        clock = said if clocks is Clocks.TIME or not place else f"{said} {place}"
    return f"by {clock}" if clock and clocks is not Clocks.TIME else clock


def _short_zone(moment: When) -> str:
    if moment.zone is None or moment.date is None:
        return when_words.clock_name(moment)
    at = dt.datetime.combine(moment.date, moment.time or dt.time(), when.zone_info(moment.zone))
    return at.tzname() or when_words.clock_name(moment)


def _date_words(moment: When) -> str:
    first, last = moment.date, moment.end_date
    if first is None:
        return ""
    if last is None or last == first:
        return f"{first:%a} {first.day:>2}"
    return f"{first.day:>2}–{last.day}"


def _imprecise_words(moment: When) -> str:
    """Return the month or year, or the first and the last one: "Mar–May" of a spring."""
    form, short = ("%Y", "%y") if moment.precision is Precision.YEAR else ("%b", "%b")
    first, last = moment.date or dt.date.max, moment.end_date
    words = f"{first:{form}}"
    is_one = last is None or f"{last:{form}}" == words
    return words if is_one else f"{words}–{last:{short}}"


def _is_exact(moment: When) -> bool:
    return moment.precision in (Precision.DAY, Precision.MINUTE)


def _mode_words(record: Event | Task) -> str:
    if isinstance(record, Task):
        return record.state
    return record.mode or ""
