"""One line of toned words, some from the left edge and some up to the right one."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.cells import Cell, clip
from briefing.tui.widgets.tones import tone_style


class Bar(Widget):
    """A line that is drawn and nothing else. Text comes in as it is held."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Bar {
        height: 1;
        background: $panel;
        color: $foreground;
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
            segments.append(Segment(shown, tone_style(self, tone)))
        return segments
