"""One line of toned words, some from the left edge and some up to the right one."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.cells import Cell, Tone, clip, wrap
from briefing.tui.widgets.line_view import filtered
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

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """It scrolls nothing: another size needs no second layout, and is drawn with the first."""

    def __init__(
        self, *, most_rows: int = 1, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.most_rows = most_rows
        """How far it grows for words that do not fit into one row."""
        self._tones: dict[Tone, Style] = {}
        self._drawn: dict[tuple[int, int], Strip] = {}
        """Row and width -> what was drawn."""
        self._left: tuple[Cell, ...] = ()
        self._right: tuple[Cell, ...] = ()

    def show(self, left: Iterable[Cell], right: Iterable[Cell] = ()) -> None:
        """Show other words; what is too long is cut, the left before the right."""
        now = (tuple(left), tuple(right))
        if now != (self._left, self._right):
            self._left, self._right = now
            self._drawn.clear()
            self._fit()
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours of before."""
        super().notify_style_update()
        self._tones.clear()
        self._drawn.clear()

    def on_resize(self) -> None:
        """Take as many rows as the words need now."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows; past Textual's style cache, like a `LineView`."""
        width = self.size.width
        strips = [self._strip(y, width) for y in crop.line_range]
        return [strip.crop(*crop.column_span) for strip in filtered(self, strips)]

    def _strip(self, y: int, width: int) -> Strip:
        strip = self._drawn.get((y, width))
        if strip is None:
            strip = self._drawn[y, width] = self._draw(y, width)
        return strip

    def _draw(self, y: int, width: int) -> Strip:
        """Return the words, with the room between them."""
        right = self._segments(self._right, width) if y == 0 else []
        taken = sum(cell_len(segment.text) for segment in right)
        left = self._segments(self._row(y), width - taken)
        gap = width - taken - sum(cell_len(segment.text) for segment in left)
        return Strip([*left, Segment(" " * gap, self.rich_style), *right], width)

    def _fit(self) -> None:
        if self.most_rows > 1 and self.size.width:
            self.styles.height = min(self.most_rows, len(self._rows()))

    def _row(self, y: int) -> Sequence[Cell]:
        if self.most_rows == 1 or len(self._left) != 1:
            return self._left if y == 0 else ()
        rows = self._rows()
        return [self._left[0]._replace(text=rows[y])] if y < len(rows) else ()

    def _rows(self) -> list[str]:
        """Return what is said, broken where it does not fit; the last row has all that is left."""
        if len(self._left) != 1:
            return [""]
        text, room = (
            self._left[0].text,
            self.size.width - sum(cell_len(c.text) for c in self._right),
        )
        spans = list(wrap(text, room))
        last = min(len(spans), self.most_rows) - 1
        rows = [text[start:end] for start, end in spans[:last]]
        return [*rows, text[spans[last][0] :]]

    def _segments(self, cells: Sequence[Cell], room: int) -> list[Segment]:
        segments = []
        for text, tone in cells:
            shown = clip(text, room)
            room -= cell_len(shown)
            if tone not in self._tones:
                self._tones[tone] = tone_style(self, tone)
            segments.append(Segment(shown, self._tones[tone]))
        return segments
