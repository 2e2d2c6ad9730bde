"""A record as a form: a line for each field, told at once how it is understood."""

import asyncio
from collections.abc import Iterable
from time import perf_counter
from typing import ClassVar

import msgspec
from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from briefing.desk import drafts, edit, fields
from briefing.desk.fields import FieldError
from briefing.desk.find import title_of
from briefing.desk.offers import Offers
from briefing.model import Level, Proposal, Record
from briefing.text import count
from briefing.tui.bindings import bindings
from briefing.tui.screens.choice import Choice
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.form_line import FormLine, text_at, understood
from briefing.tui.screens.leave import leave
from briefing.tui.widgets.cells import Tone

_PAUSE = 0.15
"""Seconds without a key after which a field is read and the draft is kept."""

_SLICE = 0.004
"""Seconds of gathering names between two looks at the keys."""

_BACK = "What you typed before is here again; Start over forgets it."


class FormScreen(DeskScreen):
    """Change a record, what waits for review, or make a new record of a kind.

    What is typed is kept as a draft until it is saved, also when the form is left.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("form")

    DEFAULT_CSS = """
    FormScreen {
        & VerticalScroll { padding: 1 1 0 1; scrollbar-size-vertical: 1; background: $surface; }
    }
    """

    def __init__(self, subject: Record | type[Record]) -> None:
        super().__init__()
        self._record = subject if isinstance(subject, Record) else None
        self._held = subject.draft if isinstance(subject, Proposal) else self._record
        self._kind = type(self._held) if self._held else _kind(subject)
        self._texts: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        self._rest: Timer | None = None
        self._taken = ""
        """What was taken last of what is offered: nothing more is offered for it."""

    @property
    def subject(self) -> str:
        """What its draft is kept under."""
        return self._record.id if self._record else f"new {self._kind.__name__.lower()}"

    def content(self) -> Iterable[Widget]:
        """Return a line for each field that is short enough for one."""
        told = self._held or _blank(self._kind)
        shown = [f for f in fields.fields(self._kind) if not f.path.startswith("answer/")]
        labels = {level.value: label for level, label in self.desk.config.labels.items()}
        lines = [
            FormLine(
                field, text_at(told, field), self._kind, labels if field.type is Level else None
            )
            for field in shown
        ]
        self._texts = {line.field.path: line.text for line in lines}
        return (_Fields(*lines),)

    def on_mount(self) -> None:
        """Fill in what was typed before."""
        kind = self._kind.__name__.lower()
        self.head(f"{kind.capitalize()}: {title_of(self._held)}" if self._held else f"New {kind}")
        self._offers = Offers(self.desk)
        before = self._unsaved = dict(drafts.draft(self.desk, self.subject))
        for line in self._lines:
            line.text = before.get(line.field.path, line.text)
        if before:
            self.say(_BACK)
        self._read_all()
        self._lines[0].focus_field()
        self.run_worker(self._gather(), exit_on_error=False)

    async def _gather(self) -> None:
        """Gather the names that are held, a little at a time: a key is never waited for."""
        began = perf_counter()
        for _ in self._offers.gather():
            if perf_counter() - began > _SLICE:
                await asyncio.sleep(0)
                began = perf_counter()

    def on_unmount(self) -> None:
        """Keep what was typed, however the form came to its end."""
        self._keep()
        # A closed screen is freed late, and the names of a large desk are many.
        self._offers = Offers(self.desk)

    @property
    def typed(self) -> dict[str, str]:
        """What was typed over what is held, field path -> text."""
        return {
            line.field.path: line.text
            for line in self._lines
            if line.text != self._texts[line.field.path]
        }

    @property
    def _lines(self) -> list[FormLine]:
        return list(self.query(FormLine))

    # Reading what is typed ------------------------------------------------------------------

    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self._unsaved = self.typed
        for line in self._lines:
            if line.has_offers:
                line.offer(())
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_PAUSE, self._rested)

    def _rested(self) -> None:
        self._read_all()
        self._keep()
        self._offer()

    def _offer(self) -> None:
        """Offer names for what is being typed."""
        line = next((line for line in self._lines if line.has_field_focus), None)
        if line is not None and line.text != self._taken:
            line.offer(self._offers.of(self._kind, line.field.path, line.text))

    def _read_all(self) -> list[FormLine]:
        """Tell beside each field how it is understood, and return those that are not."""
        wrong = []
        for line in self._lines:
            is_typed = line.text != self._texts[line.field.path]
            try:
                told = understood(self.desk, self._offers, line, self._held, is_typed=is_typed)
            except FieldError as error:
                line.tell(str(error), is_wrong=True)
                wrong.append(line)
            else:
                line.tell(told)
        return wrong

    def _keep(self) -> None:
        drafts.keep(self.desk, self.subject, self._unsaved)

    # Commands -------------------------------------------------------------------------------

    @on(Input.Submitted)
    def _entered(self) -> None:
        for line in self._lines:
            line.offer(())
        self.action_move(1)

    def action_take(self) -> None:
        """Take the name that is offered; where none is, go to the next field."""
        here = next((line for line in self._lines if line.has_field_focus), None)
        if here is not None and here.take():
            self._taken = here.text
        else:
            self.action_move(1)

    def action_move(self, step: int) -> None:
        """Go to another name that is offered, else to another field."""
        lines = self._lines
        here = next((line for line in lines if line.has_field_focus), None)
        if here is not None and here.has_offers and here.walk(step):
            return
        for line in lines:
            line.offer(())
        at = next((n for n, line in enumerate(lines) if line.has_field_focus), 0) + step
        lines[max(0, min(at, len(lines) - 1))].focus_field()
        if at == len(lines):
            self.say("This is the last field; Save puts all of it into the desk.")

    def action_revert(self) -> None:
        """Put back what the field held."""
        for line in self._lines:
            if line.has_field_focus:
                line.text = self._texts[line.field.path]

    def action_save(self) -> None:
        """Save all that was typed as one change, or say what can't be read."""
        wrong = self._read_all()
        if wrong:
            wrong[0].focus_field()
            fault = count(len(wrong), "field can't be read", "fields can't be read")
            self.say(f"{fault}; nothing is saved yet", Tone.BAD)
            return
        typed = self.typed
        lines = (line for line in self._lines if line.field.path in typed)
        changed = {line.field.path: line.value(self.desk, self._offers) for line in lines}
        if self._record is None:
            record = edit.add(self.desk, self._kind, changed)
            said = f"Added “{title_of(record)}”"
        else:
            record = edit.set_fields(self.desk, self._record, changed)
            said = f"Changed “{title_of(record)}”" if changed else "Nothing was changed"
        self._forget()
        leave(self, said)

    def action_drop(self) -> None:
        """Forget what was typed."""
        for line in self._lines:
            line.text = self._texts[line.field.path]
        self._forget()
        self.say("What you typed is forgotten; the record is as it was.")

    def _forget(self) -> None:
        self._unsaved = {}
        self._keep()

    def action_leave(self) -> None:
        """Go back; what was typed stays as a draft."""
        typed = self._unsaved = self.typed
        leave(self, f"Draft kept: {count(len(typed), 'field')} not saved" if typed else "")


class _Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What scrolls with the field that has the keys: the arrows go from field to field."""


def _kind(subject: Record | type[Record]) -> type[Record]:
    assert isinstance(subject, type)
    return subject


def _blank(kind: type[Record]) -> Record:
    needed = {f.name: "" for f in msgspec.structs.fields(kind) if f.required}
    return msgspec.convert({"type": kind.__struct_config__.tag, **needed}, kind)
