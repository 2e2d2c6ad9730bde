"""The board: a day's parallel slots side by side, to choose, decline or hand to a colleague."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing import when_words
from briefing.arrange import due
from briefing.arrange.board import Board
from briefing.desk import attend
from briefing.desk.board import board, state_words
from briefing.desk.find import title_of
from briefing.model import Engagement, Event, Going, Record, Task
from briefing.text import count
from briefing.tui.bindings import bindings
from briefing.tui.screens.ask import Answers, AskScreen, Line as AskLine
from briefing.tui.screens.board_sheet import sheet
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.sheet_view import SheetView
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.wrapped_text import Line, Part

_LEAST_FOR_DETAIL = 22
"""Rows of the screen below which what is known of a slot stands in the status line alone."""

_MOST_CLASHES = 12
_MOST_COUNTED = 200
"""Slots of a day whose clashes are counted."""

_DAY = dt.timedelta(days=1)


class BoardScreen(DeskScreen):
    """One day. The arrows walk what is on; `n` and `p` go to the days beside."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("board")

    DEFAULT_CSS = """
    BoardScreen {
        & #sheet { height: 1fr; }
        & #about { height: 7; }
    }
    """

    def __init__(self, day: dt.date, at: str = "") -> None:
        super().__init__()
        self.day = day
        self._first = at
        """The id that the cursor begins on."""

    def content(self) -> Iterable[Widget]:
        """Return the sheet and what is known of the slot under the cursor."""
        view = SheetView()
        return (Horizontal(view, Thumb(view), id="sheet"), TextView(id="about"))

    def on_mount(self) -> None:
        """Show the day."""
        self.query_one(TextView).can_focus = False
        self.view.focus()
        self.call_after_refresh(self._show, self._first)

    def reload(self) -> None:
        """Show the day anew."""
        if self.is_mounted:
            self._show(self.view.key)

    def on_resize(self) -> None:
        """Lay the day out for the room there is."""
        self.query_one("#about").display = self.app.size.height >= _LEAST_FOR_DETAIL
        self.call_after_refresh(self.reload)

    def text_to_copy(self) -> str:
        """Return the day as a list."""
        from briefing.desk.board import listing

        return "\n".join(listing(self.desk, board(self.desk, self.day)))

    # What is shown --------------------------------------------------------------------------

    @property
    def view(self) -> SheetView:
        """The sheet."""
        return self.query_one(SheetView)

    @property
    def record(self) -> Record | None:
        """What the cursor is on."""
        return self.desk.store.find(self.view.key) if self.view.key else None

    def _show(self, key: str) -> None:
        shown = board(self.desk, self.day)
        slots = [slot.held.id for stretch in shown.stretches for slot in stretch.slots]
        at = key or next(iter(slots), "")
        self.view.show(sheet(self.desk, shown, self.view.size.width), at)
        pairs = self._pairs(shown) if len(slots) <= _MOST_COUNTED else ()
        clashing = count(len(pairs), "clash", "clashes") if pairs != () else "many clashes"
        to_do = f" · {len(shown.due)} due" if shown.due else ""
        self.head(f"Board of {when_words.day_words(self.day)}", f"{clashing}{to_do}")
        self._tell()

    def _pairs(self, shown: Board) -> set[tuple[str, str]]:
        slots = (slot.held for stretch in shown.stretches for slot in stretch.slots)
        events = [held for held in slots if isinstance(held, Event)]
        found = (clash for event in events for clash in self.desk.clashing.of(event))
        return {(clash.one.id, clash.other.id) for clash in found}

    def _tell(self) -> None:
        self.query_one(TextView).show(list(self._lines(self.record)))
        self.refresh_bindings()

    @on(SheetView.Moved)
    def _moved(self) -> None:
        self._tell()
        clash = next(iter(self._clash_words(self.record)), "")
        self.say(clash if self.app.size.height < _LEAST_FOR_DETAIL else "")

    def _clash_words(self, record: Record | None) -> Iterator[str]:
        if isinstance(record, Event):
            for clash in self.desk.clashing.of(record):
                yield f"Clash, {self.desk.clashing.words(clash, record.id)}"

    def _lines(self, record: Record | None) -> Iterator[Line]:
        """Yield what is known of what the cursor is on."""
        home = self.desk.home
        if isinstance(record, Engagement):
            yield Line((Part("Busy elsewhere", Tone.HEADING),))
            yield Line((Part(when_words.words(record.when, home)),))
        elif isinstance(record, Event | Task):
            yield Line((Part(title_of(record), Tone.HEADING),))
            yield from self._facts(record)

    def _facts(self, record: Event | Task) -> Iterator[Line]:
        if isinstance(record, Task):
            yield Line((Part(f"by {due.words(record.due, self.desk.home)}"),))
            yield Line((Part(str(record.state), Tone.STRONG),))
            return
        told = when_words.words(record.when, self.desk.home)
        yield Line((Part(f"{told}{f' · {record.venue}' if record.venue else ''}"),))
        state = state_words(self.desk, record) or "open: you have not said whether you go"
        night = self.desk.clashing.night(record)
        yield Line((Part(f"{state}{f' · {night}' if night else ''}", Tone.STRONG),))
        clashes = list(self._clash_words(record))
        for words in clashes[:_MOST_CLASHES]:
            yield Line((Part(words, Tone.DOUBT),), hang=2)
        if len(clashes) > _MOST_CLASHES:
            yield Line((Part(f"and {len(clashes) - _MOST_CLASHES:,} more", Tone.MUTED),))
        for id in self.desk.links.naming(record.id, Task, "event"):
            task = self.desk.store.get(Task, id)
            if task is not None and task.due.is_dated:
                by = due.words(task.due, self.desk.home)
                yield Line((Part(f"by {by}: {title_of(task)} [{task.state}]"),), hang=2)

    # Walking --------------------------------------------------------------------------------

    def action_walk(self, across: int, down: int) -> None:
        """Go to the slot that lies next in a direction."""
        self.view.walk(across, down)

    def action_first(self) -> None:
        """Go to the first."""
        self.view.go_to(0)

    def action_last(self) -> None:
        """Go to the last."""
        self.view.go_to_last()

    def action_days(self, days: int) -> None:
        """Go so many days on, or back."""
        self.day += days * _DAY
        self._show("")

    def action_today(self) -> None:
        """Go to today."""
        self.day = self.desk.today
        self._show("")

    @on(SheetView.Selected)
    def action_open(self) -> None:
        """Open the record on the main screen."""
        record = self.record
        if record is not None and not isinstance(record, Engagement):
            self.dismiss()
            self.briefing.main.go_to(record.id)

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

    # Choosing -------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to choose only what can be attended."""
        if action in ("set_going", "cover"):
            return self.is_mounted and isinstance(self.record, Event)
        return True

    def action_set_going(self, going: str) -> None:
        """Say that one goes, or not; what was said already is open again."""
        event = self.record
        if not isinstance(event, Event):
            return
        held = attend.attendance(self.desk, event.id)
        wanted = None if held and held.going == going else Going(going)
        attend.set_going(self.desk, event, wanted)
        self.say(f"{self._said(event, wanted)} u takes that back.")

    def _said(self, event: Event, going: Going | None) -> str:
        if going is None:
            return "Open again."
        if going is Going.DECLINED:
            return "Declined: it clashes with nothing any more."
        others = len(self.desk.clashing.of(event))
        return f"Going{f', though it clashes with {others}' if others else ''}."

    def action_cover(self) -> None:
        """Ask which colleague goes instead."""
        event = self.record
        if not isinstance(event, Event):
            return
        names = attend.colleagues(self.desk)

        def accept(answers: Answers) -> None:
            attend.set_going(self.desk, event, Going.COVERED, answers[0])
            self.say(f"Covered{f' by {answers[0]}' if answers[0] else ''}. u takes that back.")

        line = AskLine("Colleague", names[0] if names else "", "a name", names)
        self.app.push_screen(AskScreen("Who goes instead?", title_of(event), [line], accept))
