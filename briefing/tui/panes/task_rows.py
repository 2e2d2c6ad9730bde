"""The tasks alone: until when, how long that is, how far it is, what, and for which event."""

from typing import TYPE_CHECKING

from briefing import when_words
from briefing.arrange import Arrangement, due
from briefing.arrange.attending import CLOSED
from briefing.arrange.placed import Placed
from briefing.model import Task, TaskState
from briefing.tui.panes.marks import STATE_SIGNS, mark
from briefing.tui.panes.rows import RecordRows
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.when import Precision

if TYPE_CHECKING:
    from briefing.desk.desk import Desk

_DATE, _CLOCK, _LEFT, _STATE = 7, 22, 12, 14
_HAS_LEFT, _HAS_STATE, _HAS_CLOCK = 44, 60, 84
"""Columns from which a row tells that much."""


class TaskRows(RecordRows):
    """Tasks, drawn for one's own clock and the day that the desk lives on."""

    def __init__(self, arrangement: Arrangement | Placed, desk: "Desk") -> None:
        super().__init__(arrangement)
        self._desk = desk

    def cells(self, index: int, width: int) -> list[Cell]:
        """Return date, time, countdown, state, what and the event, as far as there is room."""
        task = self.record(index)
        assert isinstance(task, Task)
        days = due.days_left(task.due, self._desk.today, self._desk.home)
        is_over = task.state in CLOSED
        tone = Tone.MUTED if is_over or (days is not None and days < 0) else Tone.PLAIN
        cells = [Cell(fit(_day(task), _DATE), _date_tone(days))]
        if width >= _HAS_CLOCK:
            cells.append(Cell(fit(self._clock(task), _CLOCK)))
        if width >= _HAS_LEFT:
            cells.append(Cell(fit(due.countdown(days), _LEFT), _date_tone(days)))
        if width >= _HAS_STATE:
            cells.append(Cell(fit(task.state, _STATE), _state_tone(task.state)))
        cells += [mark(task, 2), Cell(f"{STATE_SIGNS[task.state]} {task.what}", tone)]
        return [*cells, *self._event(task)]

    def _clock(self, task: Task) -> str:
        """Return the time of day as it was said, on the clock of the place."""
        meant = due.safe(task.due)
        if not meant.is_timed:
            return ""
        told = due.said(task.due) if not task.due.is_timed else f"{meant.time:%H:%M}"
        return f"by {told} {'zone?' if meant.is_floating else when_words.clock_name(meant)}"

    def _event(self, task: Task) -> list[Cell]:
        from briefing.desk.find import title_of

        event = self._desk.store.find(task.event) if task.event else None
        name = title_of(event) if event else ""
        return [Cell(f"  {name}", Tone.MUTED)] if name and name not in task.what else []


def _day(task: Task) -> str:
    day = task.due.date
    if day is None:
        return ""
    is_a_day = task.due.precision in (Precision.DAY, Precision.MINUTE)
    return f"{day:%a} {day.day:>2}" if is_a_day else f"{day:%b}"


def _date_tone(days: int | None) -> Tone:
    if days is None or days < 0:
        return Tone.MUTED
    return Tone.ACCENT if days == 0 else Tone.STRONG


def _state_tone(state: TaskState) -> Tone:
    return Tone.PLAIN if state is TaskState.TO_DO else Tone.MUTED
