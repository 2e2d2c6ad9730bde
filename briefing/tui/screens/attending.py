"""Whether one goes to an event, and how far a task is: stepped by one key, chosen from a list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.tui.screens.record_actions import RecordActions

if TYPE_CHECKING:
    from briefing.model import Event, Going, Task
    from briefing.tui.screens.choose import Choice

_OPEN, _COVERED, _REQUEST = "open", "covered", "request"
_BY = "covered by "
"""Stands before the name of a colleague who covered something before."""


class AttendingActions(RecordActions):
    """A screen with a record that one goes to, or that is to be done."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a step only of what has steps."""
        if action in ("step", "state"):
            record = self.record if self.briefing.is_open else None
            return type(record).__name__ in ("Event", "Task")
        if action == "next_going":
            return self.briefing.is_open
        return super().check_action(action, parameters)

    def action_step(self) -> None:
        """Take the event or task under the cursor one step on."""
        from briefing.desk import attend
        from briefing.model import Event, Task

        record = self.record
        if isinstance(record, Event):
            held = attend.step(self.desk, record)
            self._say_going(record, held.going if held else None)
        elif isinstance(record, Task):
            self._say_state(attend.step_task(self.desk, record))

    def action_state(self) -> None:
        """Choose from a list whether one goes, or how far the task is."""
        from briefing.model import Event, Task
        from briefing.tui.screens.choose import ChooseScreen

        record = self.record
        if isinstance(record, Event):
            title = "Do you go?"
            choices = list(self._goings(record))
        elif isinstance(record, Task):
            title = "How far is it?"
            choices = list(self._states(record))
        else:
            return
        self.app.push_screen(ChooseScreen(title, choices), lambda key: self._set(record, key))

    def action_next_going(self) -> None:
        """Go to the next event that one goes to; from such a one, to the one after it."""
        from briefing.desk import coming

        ahead = [event.id for event in coming.going_ahead(self.desk)]
        if not ahead:
            self.say("You go to nothing yet; Space on an event says that you do.")
            return
        following = coming.next_going(self.desk)
        here = self.record.id if self.record else ""
        first = following.id if following else ahead[0]
        self.go_to(ahead[(ahead.index(here) + 1) % len(ahead)] if here in ahead else first)

    # The list -------------------------------------------------------------------------------

    def _goings(self, event: "Event") -> "Iterator[Choice]":
        from briefing.arrange.attending import going_words
        from briefing.desk import attend
        from briefing.model import Going
        from briefing.tui.panes.marks import GOING_SIGNS
        from briefing.tui.screens.choose import Choice

        now = going_words(attend.attendance(self.desk, event.id))
        for going in Going:
            words = "Covered by …" if going is Going.COVERED else going.capitalize()
            more = "as it is" if going == now else ""
            yield Choice(going, words, more, sign=GOING_SIGNS[going])
            if going is Going.COVERED:
                for name in attend.colleagues(self.desk):
                    by = f"{_BY}{name}"
                    more = "as it is" if by == now else ""
                    yield Choice(by, by.capitalize(), more, sign=GOING_SIGNS[going])
        yield Choice(_OPEN, "Open again", "as it is" if now == _OPEN else "")

    def _states(self, task: "Task") -> "Iterator[Choice]":
        from briefing.model import TaskState
        from briefing.tui.panes.marks import STATE_SIGNS
        from briefing.tui.screens.choose import Choice

        for state in TaskState:
            more = "as it is" if state is task.state else ""
            yield Choice(state, state.capitalize(), more, sign=STATE_SIGNS[state])
        if self.event() is not None:
            yield Choice(_REQUEST, "Write the request …", "to register, decline or get a pass")

    def _set(self, record: "Event | Task", key: str | None) -> None:
        from briefing.desk import attend
        from briefing.model import Going, Task, TaskState

        if key is None:
            return
        with self.telling():
            if key == _REQUEST:
                self.briefing.action_request()
            elif isinstance(record, Task):
                self._say_state(attend.set_state(self.desk, record, TaskState(key)))
            elif key == _COVERED:
                self._ask_who(record)
            elif key.startswith(_BY):
                self._cover_by(record, key.removeprefix(_BY))
            else:
                going = None if key == _OPEN else Going(key)
                attend.set_going(self.desk, record, going)
                self._say_going(record, going)

    def _ask_who(self, event: "Event") -> None:
        from briefing.desk import attend
        from briefing.tui.screens.ask import AskScreen, Line

        known = attend.colleagues(self.desk)
        line = Line("Colleague", "", "the name; empty if not known yet", known)
        intro = "Who goes instead of you? A name used before is completed; → takes it."

        def accept(answers: tuple[str, ...]) -> None:
            self._cover_by(event, answers[0])

        self.app.push_screen(AskScreen("Covered by", intro, [line], accept))

    def _cover_by(self, event: "Event", name: str) -> None:
        from briefing.desk import attend
        from briefing.model import Going

        attend.set_going(self.desk, event, Going.COVERED, name)
        self._say_going(event, Going.COVERED)

    def _say_going(self, event: "Event", going: "Going | None") -> None:
        from briefing.arrange.attending import going_words
        from briefing.desk import attend
        from briefing.desk.find import title_of

        held = attend.attendance(self.desk, event.id)
        is_unnamed = held is not None and going == _COVERED and not held.covered_by
        hint = " m names the colleague." if is_unnamed else ""
        self.say(f"{title_of(event)}: {going_words(held)}.{hint} u takes it back.")

    def _say_state(self, task: "Task") -> None:
        from briefing.arrange.attending import CLOSED
        from briefing.desk.find import title_of

        leaves = " It leaves the list when you go on." if task.state in CLOSED else ""
        self.say(f"{title_of(task)}: {task.state}.{leaves} u takes it back.")
