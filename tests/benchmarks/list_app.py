"""A list of so many events under headings, with its thumb and key bar: `list_app.py ROWS`."""

import sys
from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from briefing.tui.themes import DARK
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import Group, VirtualList

_A_HEADING = 40


class _Events:
    def __init__(self, count: int) -> None:
        starts = range(0, count, _A_HEADING)
        self.keys = tuple(f"event-{number}" for number in range(count))
        self.groups = tuple(Group(start, f"Week {start // _A_HEADING}") for start in starts)

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        when = fit(f"{index % 28 + 1} 09:{index % 60:02} New York · 15:{index % 60:02} Oslo", 32)
        title = f"Informal dialogue {index}: norms, capacities and confidence"
        return (Cell(when, Tone.MUTED), Cell("? ", Tone.DOUBT), Cell(title))


class ListApp(App[None]):
    """The list alone."""

    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", id="app.find"),
        Binding("question_mark", "help", "Help", key_display="?", id="app.help"),
    ]

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self._events = _Events(rows)

    def compose(self) -> ComposeResult:
        """Lay the list out."""
        with Horizontal():
            events = VirtualList()
            yield events
            yield Thumb(events)
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        events = self.query_one(VirtualList)
        events.marked = frozenset(self._events.keys[::7])
        events.show(self._events)


if __name__ == "__main__":
    ListApp(int(sys.argv[1])).run()
