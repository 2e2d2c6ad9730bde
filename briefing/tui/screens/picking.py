"""Some things to pick from, in an order of one's own."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from briefing.tui.bindings import bindings
from briefing.tui.screens.dialog import ListDialog
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.virtual_list import Group, VirtualList

_MORE_WIDTH = 16


class Entry(NamedTuple):
    """One thing to pick."""

    key: str
    words: str
    more: str = ""
    """What else is told of it, in a word or two."""


class _Entries:
    """Entries as a list shows them: what is picked first, numbered, then the others."""

    groups: Sequence[Group] = ()

    def __init__(self, picked: Sequence[Entry], others: Sequence[Entry]) -> None:
        self._entries = (*picked, *others)
        self._picked = len(picked)
        self.keys: Sequence[str] = tuple(entry.key for entry in self._entries)
        self.groups = [Group(0, "Told, in this order")] if picked else []
        if others:
            self.groups.append(Group(len(picked), "Left out"))

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return an entry with its number, as far as it has one."""
        entry = self._entries[index]
        number = f"{index + 1:>2}. " if index < self._picked else "    "
        room = max(1, width - len(number) - _MORE_WIDTH)
        tone = Tone.PLAIN if index < self._picked else Tone.MUTED
        more = Cell(f"{entry.more:>{_MORE_WIDTH}}", Tone.MUTED)
        return (Cell(number, Tone.ACCENT), Cell(fit(entry.words, room), tone), more)


class PickScreen(ListDialog[tuple[str, ...] | None]):
    """Space picks or leaves out, shift and an arrow moves; the result is the keys in order."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("pick")

    def __init__(self, title: str, entries: Iterable[Entry], picked: Sequence[str]) -> None:
        super().__init__(title)
        self._entries = {entry.key: entry for entry in entries}
        self._picked = [key for key in picked if key in self._entries]

    def below(self) -> Iterable[Widget]:
        """Return the keys."""
        return (KeyBar(order=()),)

    def on_mount(self) -> None:
        """Show what is picked already."""
        self._show()

    def _show(self, at: str = "") -> None:
        others = [entry for key, entry in self._entries.items() if key not in self._picked]
        picked = [self._entries[key] for key in self._picked]
        self._list.show(_Entries(picked, others))
        if at:
            self._list.move_to_key(at)

    def action_include(self) -> None:
        """Pick the entry under the cursor as the last one, or leave it out."""
        key, place = self._list.key, self._list.index
        if key is None:
            return
        if key in self._picked:
            self._picked.remove(key)
        else:
            self._picked.append(key)
        self._show()
        self._list.move_to(place)

    def action_shift(self, places: int) -> None:
        """Move what is picked to another place in the order."""
        key = self._list.key
        if key in self._picked:
            at = self._picked.index(key)
            to = max(0, min(at + places, len(self._picked) - 1))
            self._picked.insert(to, self._picked.pop(at))
            self._show(key)

    @on(VirtualList.Selected)
    def action_take(self) -> None:
        """Take what is picked, in its order."""
        self.dismiss(tuple(self._picked))
