"""A dialog with a list to choose from: the help, the palette, kinds of records, links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from briefing.text import fold
from briefing.tui.bindings import bindings
from briefing.tui.screens.dialog import ListDialog
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.virtual_list import Group, VirtualList

_ROOM = 30
"""Columns that what else is told of a row has in a terminal of 80; more may be cut."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row."""

    key: str
    """What is returned when it is taken."""
    words: str
    more: str = ""
    """What else is told of it."""
    group: str = ""
    """The heading it stands under; those of one heading follow each other."""
    sign: str = ""
    """What stands in front of it, such as the key that does the same."""


class ChooseScreen(ListDialog[str | None]):
    """Rows that each letter typed narrows; Enter takes one, and its key is the result."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("choice")

    DEFAULT_CSS = """
    ChooseScreen {
        & Input { margin: 0 1; }
        & #whole { min-height: 2; }
    }
    """

    def __init__(self, title: str, choices: Iterable[Choice], *, nothing: str = "") -> None:
        super().__init__(title, nothing=nothing)
        self._choices = tuple(choices)

    def above(self) -> Iterable[Widget]:
        """Return the line to type in."""
        return (Input(placeholder="type to find", compact=True),)

    def below(self) -> Iterable[Widget]:
        """Return where all of a row is told."""
        return (Bar(id="whole", most_rows=2),)

    def on_mount(self) -> None:
        """Show all rows."""
        self.query_one("#whole").display = any(len(c.more) > _ROOM for c in self._choices)
        self._list.show(_Rows(self._choices))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = fold(event.value).split()
        self._list.empty = "Nothing here holds these words."
        found = [choice for choice in self._choices if _holds(choice, words)]
        self._list.show(_Rows(_best_first(found, words)), keep=False)

    @on(VirtualList.Highlighted)
    def _tell_whole(self, event: VirtualList.Highlighted) -> None:
        """Tell below the rows what may be cut in the one under the cursor."""
        more = next(choice.more for choice in self._choices if choice.key == event.key)
        self.query_one("#whole", Bar).show([Cell(f" {more}", Tone.MUTED)])

    @on(Input.Submitted)
    @on(VirtualList.Selected)
    def action_take(self) -> None:
        """Return the row under the cursor."""
        if self._list.key is not None:
            self.dismiss(self._list.key)

    def action_page(self, pages: int) -> None:
        """Go down so many pages, or up."""
        self._list.action_page(pages)


class _Rows:
    """Choices under their headings."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = choices
        self.keys = [choice.key for choice in choices]
        self.groups = list(_groups(choices))
        self._sign_width = max((cell_len(c.sign) for c in choices), default=0)
        self._words_width = max((cell_len(c.words) for c in choices if c.more), default=0)
        self._more_width = max((cell_len(c.more) for c in choices), default=0)

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return sign, words and what else is told."""
        choice = self._choices[index]
        lead = (
            [Cell(fit(choice.sign, self._sign_width + 2), Tone.ACCENT)] if self._sign_width else []
        )
        room = width - sum(len(cell.text) for cell in lead) - 2
        words = min(self._words_width, room - min(self._more_width, width // 3))
        return [
            *lead,
            Cell(fit(choice.words, words) + "  " if choice.more else choice.words),
            Cell(choice.more, Tone.MUTED),
        ]


def _groups(choices: Sequence[Choice]) -> Iterable[Group]:
    start = 0
    for label, members in groupby(choices, key=lambda choice: choice.group):
        if label:
            yield Group(start, label)
        start += len(list(members))


def _best_first(choices: Sequence[Choice], words: Sequence[str]) -> list[Choice]:
    """Return choices with those first, under each heading, whose own words begin as typed."""
    headings = list(dict.fromkeys(choice.group for choice in choices))
    return sorted(choices, key=lambda c: (headings.index(c.group), not _begins(c, words)))


def _begins(choice: Choice, words: Sequence[str]) -> bool:
    own = fold(choice.words).split()
    return all(any(one.startswith(word) for one in own) for word in words)


def _holds(choice: Choice, words: Sequence[str]) -> bool:
    text = fold(f"{choice.sign} {choice.words} {choice.more} {choice.group}")
    return all(word in text for word in words)
