"""One line of toned words, some from the left edge and some up to the right one."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.cells import Cell, Tone, clip


class Bar(Widget):
    """A line that is drawn and nothing else. Text comes in as it is held."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"tone--{tone}" for tone in Tone}

    DEFAULT_CSS = """
    Bar {
        height: 1;
        background: $panel;
        color: $foreground;
        & > .tone--strong { text-style: bold; }
        & > .tone--muted { color: $text-muted; }
        & > .tone--heading { color: $text-primary; text-style: bold; }
        & > .tone--accent { color: $text-accent; }
        & > .tone--good { color: $text-success; }
        & > .tone--doubt { color: $text-warning; }
        & > .tone--bad { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._left: tuple[Cell, ...] = ()
        self._right: tuple[Cell, ...] = ()

    def show(self, left: Iterable[Cell], right: Iterable[Cell] = ()) -> None:
        """Show other words; what is too long is cut, the left before the right."""
        now = (tuple(left), tuple(right))
        if now != (self._left, self._right):
            self._left, self._right = now
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the words, with the room between them."""
        width = self.size.width
        right = self._segments(self._right, width)
        taken = sum(cell_len(segment.text) for segment in right)
        left = self._segments(self._left, width - taken)
        gap = width - taken - sum(cell_len(segment.text) for segment in left)
        return Strip([*left, Segment(" " * gap, self.rich_style), *right], width)

    def _segments(self, cells: Sequence[Cell], room: int) -> list[Segment]:
        segments = []
        for text, tone in cells:
            shown = clip(text, room)
            room -= cell_len(shown)
            segments.append(Segment(shown, self.get_component_rich_style(f"tone--{tone}")))
        return segments
