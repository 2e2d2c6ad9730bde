"""The timeline: what is on and what is due."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from briefing.tui.bindings import bindings
from briefing.tui.panes.pane import Pane

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.tui.panes.rows import RecordRows

TASKS = "tasks"
"""The view that shows the tasks alone."""

_LINES_BEFORE = 3
"""Lines of the past that stay in sight above today."""


class TimelinePane(Pane):
    """Events under their months, side events under their parent, tasks on the day they are due."""

    TITLE = "Timeline"
    KEY = "1"
    VIEWS = (("", ""), (TASKS, "tasks alone"))
    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")

    def rows_of(self, desk: "Desk") -> "RecordRows":
        """Return events and open tasks in order, or the tasks alone."""
        from briefing.desk import attend, views

        if self.view == TASKS:
            from briefing.tui.panes.task_rows import TaskRows

            return TaskRows(views.tasks(desk), desk)
        from briefing.tui.panes.timeline_rows import TimelineRows

        going = partial(attend.attendance, desk)
        return TimelineRows(views.timeline(desk), desk.home, desk.today, going)

    def hint(self) -> str:
        """Return what to do where nothing is planned."""
        if self.view == TASKS:
            return "Nothing is to be done. Press T for the timeline, or n to add a task."
        return (
            "Nothing is planned yet. Paste an announcement here, press I to bring in a file, "
            "or n to add an event."
        )

    def action_today(self) -> None:
        """Put the cursor on the first thing that is not over today."""
        if self._desk is None:
            return
        from briefing.arrange.timeline import when_of
        from briefing.model import Event, Task

        desk = self._desk
        morning = dt.datetime.combine(desk.today, dt.time(), desk.home)
        for index in range(len(self.list.rows.keys)):
            record = self._shown.record(index) if self._shown else None
            span = when_of(record).span(desk.home) if isinstance(record, Event | Task) else None
            if span is None or span.end >= morning:
                self.list.move_to(index)
                # What comes next is worth more than what has been.
                self.list.bring_up(_LINES_BEFORE)
                return
        self.list.action_last()
