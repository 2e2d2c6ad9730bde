"""The timeline: what is on and what is due."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from briefing.tui.bindings import bindings
from briefing.tui.panes.pane import Pane
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.store import Change
    from briefing.tui.panes.rows import RecordRows

TASKS = "tasks"
"""The view that shows the tasks alone."""

_LINES_BEFORE = 3
"""Lines of the past that stay in sight above today."""


class TimelinePane(Pane):
    """Events under their months, side events under their parent, tasks on the day they are due."""

    TITLE = "Timeline"
    KEY = "1"
    HOLDS = ("Event", "Task")
    VIEWS = (("", ""), (TASKS, "tasks alone"))
    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._leaving: str | None = None
        """The task that is done, and whose row goes when the cursor goes on."""

    def rows_of(self, desk: "Desk") -> "RecordRows":
        """Return events and open tasks in order, or the tasks alone."""
        from briefing.desk import attend, views

        if self.view == TASKS:
            from briefing.tui.panes.task_rows import TaskRows

            return TaskRows(views.tasks(desk), desk)
        from briefing.tui.panes.timeline_rows import TimelineRows

        going = partial(attend.attendance, desk)
        is_clashing = desk.clashing.has
        return TimelineRows(views.timeline(desk), desk.home, desk.today, going, is_clashing)

    def load(self, desk: "Desk") -> None:
        """Show anew what the desk holds."""
        self._leaving = None
        super().load(desk)

    def take(self, changes: "Sequence[Change]") -> bool:
        """Show steps of events and tasks, which leave the rows in their places.

        False where there is more to it, and all is to be loaded anew.
        """
        from briefing.arrange.attending import CLOSED, is_step
        from briefing.model import Task

        if not all(is_step(*change) for change in changes):
            return False
        tasks = [change.after for change in changes if isinstance(change.after, Task)]
        leaving = {task.id for task in tasks if task.state in CLOSED}
        if not {task.id for task in tasks} <= self._ids or not leaving <= {self.list.key}:
            return False
        for task in tasks:
            for rows in filter(None, {self._all, self._shown}):
                rows.put(task, self.list.index)
            self._leaving = task.id if task.id in leaving else None
        self.list.forget_strips()
        return True

    @on(VirtualList.Highlighted)
    def _let_go(self, event: VirtualList.Highlighted) -> None:
        """Take the row of a task that is done away, once the cursor has left it."""
        id = self._leaving
        if id is not None and event.key != id:
            self._leaving = None
            self._drop(id)

    def _drop(self, id: str) -> None:
        if self._all is None or self._shown is None:
            return
        is_narrowed = self._shown is not self._all
        self._all, shown = self._all.without(id), self._shown
        self._ids -= {id}
        self._show(shown.without(id) if is_narrowed else self._all)

    def hint(self) -> str:
        """Return what to do where nothing is planned."""
        if self.view == TASKS:
            return "Nothing is to be done. Press T for the timeline, or n to add a task."
        return (
            "Nothing is planned yet. Paste an announcement here, press I to bring in a file, "
            "or n to add an event."
        )

    def action_tasks(self) -> None:
        """Show the tasks alone, or all again."""
        self.show_view("" if self.view == TASKS else TASKS)
        if self.view == TASKS:
            self.action_today()

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
