"""The timeline: what is on and what is due."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from briefing.tui.bindings import bindings
from briefing.tui.panes.folds import Folds, above
from briefing.tui.panes.pane import Pane
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    import datetime as dt

    from briefing.arrange.orders import TimelineOrder, ViewOrder
    from briefing.arrange.placed import Placed
    from briefing.desk.desk import Desk
    from briefing.desk.placing import View
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
    TELLS_OF = ("Attendance", "Engagement")
    VIEWS = (("", ""), (TASKS, "tasks alone"))
    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.folds = Folds()
        self._leaving: str | None = None
        """The task that is done, and whose row goes when the cursor goes on."""
        self._order: TimelineOrder | None = None

    def order_of(self, desk: "Desk") -> "ViewOrder":
        """Return events and open tasks in order, or the tasks alone."""
        from briefing.arrange.orders import TimelineOrder
        from briefing.desk.placing import DeskHeads
        from briefing.model import Event, Task

        kinds = (Task,) if self.view == TASKS else (Event, Task)
        self._order = TimelineOrder(DeskHeads(desk), desk.home, kinds)
        return self._order

    def drawn(self, desk: "Desk", rows: "Placed") -> "RecordRows":
        """Return rows as they are drawn."""
        from briefing.desk import attend

        if self.view == TASKS:
            from briefing.tui.panes.task_rows import TaskRows

            return TaskRows(rows, desk)
        from briefing.tui.panes.timeline_rows import TimelineRows

        going = partial(attend.attendance, desk)
        is_clashing = desk.clashing.has
        return TimelineRows(rows, desk.home, desk.today, going, is_clashing)

    def near(self, desk: "Desk", view: "View") -> "Placed":
        """Return the rows around the one that is gone to, or around today."""
        from briefing.desk import placing

        return placing.around(desk, view, placing.moment_of(desk, self.place))

    def load(self, desk: "Desk") -> None:
        """Show anew what the desk holds."""
        self._leaving = None
        super().load(desk)

    def take(self, changes: "Sequence[Change]") -> None:
        """Put what changed where it stands now; a task that is done stays under the cursor."""
        from briefing.arrange.attending import CLOSED
        from briefing.model import Task

        for before, after in changes:
            if isinstance(before, Task) and isinstance(after, Task) and after.id == self.list.key:
                self._leaving = after.id if after.state in CLOSED else None
        if self._order is not None:
            self._order.kept = self._leaving
        super().take(changes)

    @on(VirtualList.Highlighted)
    def _let_go(self, event: VirtualList.Highlighted) -> None:
        """Take the row of a task that is done away, once the cursor has left it."""
        id = self._leaving
        if id is not None and event.key != id and self._order is not None:
            self._leaving = self._order.kept = None
            self.update({id})

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
        """Go to what is on next, from this morning on."""
        if self._desk is not None:
            self._go_to_day(self._desk.today)

    def action_date(self) -> None:
        """Ask for a date, and go to what begins next from there on."""
        from briefing.desk import times
        from briefing.tui.screens.ask import AskScreen, Line
        from briefing.when_words import date_words

        if (desk := self._desk) is None:
            return

        def go(answers: tuple[str, ...]) -> None:
            read = times.reader(desk)(answers[0])
            if read.date is not None:
                self._go_to_day(read.date)
                self.tell(f"This is what begins from {date_words(read)} on.")

        line = Line("Date", hint="24 jul, next friday, 2024-03, 2024")
        self.app.push_screen(AskScreen("Go to which date?", "", [line], go))

    def _go_to_day(self, day: "dt.date") -> None:
        from briefing.tui.panes.by_time import first_undated, row_from

        rows, desk = self._listed, self._desk
        if rows is None or desk is None or not rows.keys:
            return
        row = row_from(rows, day, desk.home)
        is_past_all = row in (first_undated(rows), len(rows.keys))
        self.list.move_to(max(0, row - 1) if is_past_all else row)
        # What comes next is worth more than what has been.
        self.list.bring_up(_LINES_BEFORE)

    def action_years(self, step: int) -> None:
        """Go to the next year, or to the beginning of this one and then of the one before."""
        from briefing.tui.panes.by_time import row_of_year

        if self._listed is not None and self._listed.keys:
            self.list.move_to(row_of_year(self._listed, self.list.index, step))

    def action_undated(self) -> None:
        """Go to what has no date."""
        from briefing.tui.panes.by_time import first_undated

        row = first_undated(self._listed) if self._listed else None
        if row is None:
            self.tell("Everything here has a date.")
        else:
            self.list.move_to(row)
            self.list.bring_up(_LINES_BEFORE)

    # What is folded -------------------------------------------------------------------------

    def listed(self, rows: "RecordRows") -> "RecordRows":
        """Return the rows with a line at today; where all are shown, without what is folded."""
        from briefing.tui.panes.by_time import with_today

        assert self._desk is not None
        if not self.is_narrowed and (stretches := self.folds.stretches(rows)):
            rows = rows.leaving_out(stretches)
        return with_today(rows, self._desk.today, self._desk.home) if rows.keys else rows

    def go_to(self, id: str) -> bool:
        """Put the cursor on a record, what it stands under unfolded if need be."""
        if self._all is not None and id in self.ids and not self.list.move_to_key(id):
            for index in above(self._all, self._all.keys.index(id)):
                self.folds = self.folds.with_one(self._all.keys[index], folded=False)
            if not self.is_narrowed:
                self._show(self._all)
        return super().go_to(id)

    def action_fold(self) -> None:
        """Put away what stands under this event, or under the one that this stands under."""
        rows, index = self._listed, self.list.index
        if rows is None or not rows.keys or self._is_open_for_good():
            return
        has_more = index + 1 < len(rows.keys) and rows.depth(index + 1) > rows.depth(index)
        head = index if has_more else next(above(rows, index), None)
        if head is None:
            self.tell("Nothing stands under this.")
            return
        self.list.move_to(head)
        self._refold(self.folds.with_one(rows.keys[head], folded=True))

    def action_unfold(self) -> None:
        """Show what stands under this event."""
        rows, id = self._listed, self.list.key
        if rows is None or id is None or self._is_open_for_good():
            return
        if id in rows.put_away:
            self._refold(self.folds.with_one(id, folded=False))
        else:
            self.tell("Nothing is folded here.")

    def action_fold_all(self) -> None:
        """Put away what stands under any event; where something is, show all."""
        rows = self._listed
        if rows is None or not rows.keys or self._is_open_for_good():
            return
        *_, top = (self.list.index, *above(rows, self.list.index))
        self.list.move_to(top)
        is_any_folded = bool(rows.put_away)
        self._refold(Folds(is_all=not is_any_folded))
        self.tell("All is unfolded." if is_any_folded else "All is folded; * unfolds it again.")

    def _is_open_for_good(self) -> bool:
        if self.is_narrowed:
            self.tell("What was found is all unfolded; Esc shows everything again.")
        return self.is_narrowed

    def _refold(self, folds: Folds) -> None:
        self.folds = folds
        if self._shown is not None:
            self._show(self._shown)
