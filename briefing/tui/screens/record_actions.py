"""What can be done with one record: its note, answer, source and links; edit, check, remove."""

from functools import partial
from typing import TYPE_CHECKING

from briefing import platform
from briefing.tui.screens.desk_screen import DeskScreen

if TYPE_CHECKING:
    from briefing.model import Event, Record

_ARRIVED = 0.1
"""Seconds after which the cursor is on the row that it was sent to."""

_OPENED = ("http", "https", "mailto")
"""Kinds of addresses that are handed to the system: a source may hold any."""


class RecordActions(DeskScreen):
    """A screen with a record that keys are about."""

    @property
    def record(self) -> "Record | None":
        """The record that keys are about."""
        raise NotImplementedError

    def go_to(self, id: str) -> None:
        """Go to a record, and keep in mind where one was."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies to the record."""
        record = self.record if self.briefing.is_open else None
        if action == "answer":
            return type(record).__name__ == "Question"
        if action == "check":
            return record is not None and not record.is_reviewed
        if action == "note":
            return record is not None and self.event() is not None
        if action in ("clashes", "copy_on"):
            return type(record).__name__ == "Event"
        if action in ("tied", "edit", "remove", "source", "open"):
            return record is not None
        if action == "find" and self.focused is not None:
            return not self.focused.check_consume_key("x", "x")
        return self.briefing.is_open or action not in ("new", "add_line", "find", "trail")

    def action_note(self) -> None:
        """Open the note on the event, or on the one that this belongs to."""
        from briefing.tui.screens.note import NoteScreen

        event = self.event()
        if event is None:
            self.say("A briefing note is about an event; go to one first.")
        else:
            self.app.push_screen(NoteScreen(event))

    def action_days_note(self) -> None:
        """Ask for which days, and of which forum, and open the note on them."""
        from briefing.tui.screens.days_note import ask

        ask(self, self.record)

    def action_board(self) -> None:
        """Open the board of the record's day, else of today."""
        from briefing.arrange.timeline import when_of
        from briefing.model import Event, Task
        from briefing.tui.screens.board import BoardScreen

        record = self.record
        day = when_of(record).date if isinstance(record, Event | Task) else None
        id = record.id if record and day else ""
        self.app.push_screen(BoardScreen(day or self.desk.today, id))

    def action_answer(self) -> None:
        """Write what we would say to the question."""
        from briefing.model import Question
        from briefing.tui.screens.answer import AnswerScreen

        if isinstance(self.record, Question):
            self.app.push_screen(AnswerScreen(self.record))

    def action_edit(self) -> None:
        """Change the record in a form."""
        from briefing.tui.screens.form import FormScreen

        if self.record is not None:
            self.app.push_screen(FormScreen(self.record))

    def action_new(self) -> None:
        """Ask what is to be added, and show its form."""
        from briefing.desk.edit import ADDABLE
        from briefing.tui.screens.choose import Choice, ChooseScreen
        from briefing.tui.screens.form import FormScreen

        kinds = {kind.__name__: kind for kind in ADDABLE}

        def chosen(name: str | None) -> None:
            if name is not None:
                self.app.push_screen(FormScreen(kinds[name]))

        choices = [Choice(name, name) for name in kinds]
        self.app.push_screen(ChooseScreen("What do you want to add?", choices), chosen)

    def action_add_line(self) -> None:
        """Add a record by typing it in one line, and go to it."""
        from briefing.desk.find import title_of
        from briefing.tui.screens.one_line import OneLineScreen

        def added(id: str | None) -> None:
            record = self.desk.store.find(id) if id else None
            if record is not None:
                self._go_to_new(record.id, f"Added “{title_of(record)}”. u takes that back.")

        self.app.push_screen(OneLineScreen(self.desk), added)

    def action_copy_on(self) -> None:
        """Copy the event to the same week of next year, and go to the copy."""
        from briefing.desk import next_year
        from briefing.model import Event
        from briefing.when_words import date_words

        if isinstance(self.record, Event):
            copied = next_year.copy(self.desk, self.record)
            told = f"Copied to {date_words(copied.when)}; the date is a guess. u takes it back."
            self._go_to_new(copied.id, told)

    def _go_to_new(self, id: str, told: str) -> None:
        """Go to a record that was just added, and say so when the cursor is there."""

        def go() -> None:
            self.go_to(id)
            # A move takes the sentence of before away, and is told by way of several widgets.
            self.set_timer(_ARRIVED, partial(self.say, told))

        self.call_after_refresh(go)

    def action_check(self) -> None:
        """Write down that every value of the record is right."""
        from briefing.desk import edit

        record = self.record
        if record is not None:
            found = record.evidence.items()
            edit.settle(self.desk, record, *(p for p, e in found if e.decision == "undecided"))
            self.say("Checked: all of it is right as it stands. u takes that back.")

    def action_remove(self) -> None:
        """Take the record out."""
        from briefing.desk import edit
        from briefing.desk.find import title_of

        if self.record is not None:
            title = title_of(self.record)
            edit.remove(self.desk, self.record)
            self.say(f"Removed “{title}”. u brings it back.")

    def action_source(self) -> None:
        """Read the source at the first words that the record rests on."""
        self.open_source(0)

    def open_source(self, number: int) -> None:
        """Read the source at one of the places that the record rests on."""
        from briefing.arrange.links import citations
        from briefing.tui.screens.source import SourceScreen

        cited = list(citations(self.record)) if self.record else []
        if number >= len(cited):
            self.say("Nothing is held of where this comes from.")
            return
        at = cited[number]
        self.app.push_screen(SourceScreen(at.source, at=at, cited=cited))

    def action_open(self) -> None:
        """Open the record's link, asking which where it has several."""
        from briefing.tui.screens.choose import Choice, ChooseScreen

        links = self._links()
        if not links:
            self.say("This has no link.")
        elif len(links) == 1:
            self.open_address(next(iter(links)))
        else:
            choices = [
                Choice(address, words or address, address) for address, words in links.items()
            ]
            self.app.push_screen(ChooseScreen("Which link?", choices), self._open_chosen)

    def open_address(self, address: str) -> None:
        """Hand an address to the browser or the mail program; a file that is kept is shown."""
        from briefing.model import KEPT
        from briefing.tui.screens.source import SourceScreen

        if address.startswith(KEPT):
            self.app.push_screen(SourceScreen(address.removeprefix(KEPT)))
        elif address.partition(":")[0].casefold() not in _OPENED:
            self.say(f"Only web and mail addresses are opened, not {address}")
        elif platform.open_address(address):
            self.say(f"Opened {address}")
        else:
            self.say(f"Nothing here opens links; it is {address}")

    def _open_chosen(self, address: str | None) -> None:
        if address is not None:
            self.open_address(address)

    def _links(self) -> dict[str, str]:
        """Return the record's addresses with the words they stood on, else its source's."""
        from briefing.desk.describe import sources
        from briefing.model import Event, Task

        record = self.record
        if isinstance(record, Event | Task):
            links = record.links if isinstance(record, Event) else record.how
            if links:
                return {link.address: link.words for link in links}
        found = sources(self.desk, record) if record else []
        return {source.address: source.title for source in found if source.address}

    def event(self) -> "Event | None":
        """Return the event that the record is, or belongs to."""
        from briefing.arrange.questions import occasions
        from briefing.arrange.timeline import in_order
        from briefing.model import Event, Position, Question, Task

        record = self.record
        if isinstance(record, Event):
            return record
        ids = {record.event} if isinstance(record, Task | Position) else set()
        if isinstance(record, Question):
            ids |= occasions(record)
        held = (self.desk.store.get(Event, id) for id in ids if id)
        return next(iter(in_order((event for event in held if event), self.desk.home)), None)
