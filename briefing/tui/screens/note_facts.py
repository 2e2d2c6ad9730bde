"""What somebody should look at before a note goes out: in doubt, contradicting, old, unchecked."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing.arrange.links import citations
from briefing.desk import edit, note_checks
from briefing.desk.note_checks import Told
from briefing.desk.note_files import Wanted
from briefing.model import Record
from briefing.note.warnings import ToCheck, Trouble
from briefing.text import count, squeeze
from briefing.tui.bindings import bindings
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import Group, VirtualList

_HEADINGS = {
    Trouble.CONTRADICTING: "Its sources disagree",
    Trouble.IN_DOUBT: "In doubt",
    Trouble.STALE: "Looked at long ago",
    Trouble.NOT_CHECKED: "Not compared with its source yet",
}
_NOTHING = "not said"
_LONGEST_LABEL = 22
_WIDE = 110
"""Columns from which on a row also tells the record that holds the fact."""

_SETTLED = "Checked. u takes that back. "


class _FactRows:
    """Facts under the reason to look at them."""

    def __init__(self, facts: Sequence[tuple[ToCheck, Told]]) -> None:
        self._facts = facts
        self.keys: Sequence[str] = tuple(" ".join(fact[1:]) for fact, _ in facts)
        self.groups: Sequence[Group] = [
            Group(next(places), _HEADINGS[trouble])
            for trouble, places in (
                (trouble, (number for number, _ in some))
                for trouble, some in groupby(enumerate(facts), lambda one: one[1][0].trouble)
            )
        ]
        labels = max((cell_len(told.label) for _, told in facts), default=0)
        self._label_width = min(labels, _LONGEST_LABEL)

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return the fact as it stands, and, where there is room, the record that holds it."""
        _, told = self._facts[index]
        label = Cell(f"{fit(told.label, self._label_width)}  ", Tone.MUTED)
        room = max(1, width - self._label_width - 2)
        if width < _WIDE:
            return (label, Cell(fit(told.value or _NOTHING, room)))
        title = room // 3
        return (
            label,
            Cell(f"{fit(told.value or _NOTHING, room - title - 2)}  "),
            Cell(fit(told.title, title), Tone.MUTED),
        )


class NoteFactsScreen(DeskScreen):
    """The facts of a note that nobody vouches for; Enter opens a record, `a` settles a value."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("facts")

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._facts: tuple[ToCheck, ...] = ()
        self._told: str | None = None
        """The row that the status line is about."""
        self._done = ""
        """What was done last, until it is told."""

    def content(self) -> Iterable[Widget]:
        """Return the list."""
        facts = VirtualList(empty="Every fact in the note is checked.")
        return (Horizontal(facts, Thumb(facts)),)

    def on_mount(self) -> None:
        """Show what there is to look at."""
        self._show()
        self._list.focus()

    def reload(self) -> None:
        """Show what is left to look at."""
        if self.is_mounted:
            self._show()

    @property
    def _list(self) -> VirtualList:
        return self.query_one(VirtualList)

    @property
    def _fact(self) -> ToCheck | None:
        return self._facts[self._list.index] if self._facts else None

    @property
    def record(self) -> Record | None:
        """The record that holds the fact under the cursor."""
        return self.desk.store.find(self._fact.record) if self._fact else None

    def _show(self) -> None:
        self._facts = note_checks.facts_to_check(self.desk, self._wanted)
        self.head("Before the note goes out", count(len(self._facts), "fact"))
        self._list.show(_FactRows([(fact, self._told_of(fact)) for fact in self._facts]))
        self._tell()

    def _told_of(self, fact: ToCheck) -> Told:
        return note_checks.told(self.desk, fact)

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        if self._list.key != self._told:
            self._tell()

    def _tell(self) -> None:
        """Say of which record the fact is, why to look at it, and which words it rests on."""
        self._told = self._list.key
        fact, done, self._done = self._fact, self._done, ""
        if fact is None:
            self.say(done)
            return
        told = self._told_of(fact)
        of = "" if fact.record == self._wanted.id else f"{told.title}: "
        self.say(f"{done}{of}{fact.words}{_quoted(told)}")

    @on(VirtualList.Selected)
    def action_edit(self) -> None:
        """Open the record that holds the fact."""
        if self.record is not None:
            self.app.push_screen(FormScreen(self.record))

    def action_right(self) -> None:
        """Write down that the value is right as it stands."""
        record, fact = self.record, self._fact
        if record is not None and fact is not None:
            edit.settle(self.desk, record, *note_checks.resting(record, fact.path))
            self._done = _SETTLED

    def action_source(self) -> None:
        """Read the source at the words that the fact rests on."""
        record, fact = self.record, self._fact
        if record is None or fact is None:
            return
        cited = [*self._told_of(fact).citations, *citations(record)]
        if cited:
            self.app.push_screen(SourceScreen(cited[0].source, at=cited[0], cited=cited))
        else:
            self.say("Nothing is held of where this comes from.")

    def action_back(self) -> None:
        """Go back to the note."""
        self.dismiss()


def _quoted(told: Told) -> str:
    """Return the words of the source that a value rests on, each once."""
    words = dict.fromkeys(squeeze(cited.words) for cited in told.citations if cited.words)
    return f" Read from {', '.join(f'“{one}”' for one in words)}." if words else ""
