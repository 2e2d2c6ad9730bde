"""Containers that are only ground: their lines are one blank strip."""

from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.line_view import filtered


class Ground:
    """Blank lines for a widget without border, padding, tint or content of its own.

    Textual draws every line of every container through its style cache, also where children cover
    it; at the first frame that costs more than the text.
    """

    def __init__(self) -> None:
        self._strips: dict[int, list[Strip]] = {}

    def lines(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the lines of a region."""
        strips = self._strips.get(crop.width)
        if strips is None:
            strip = Strip([Segment(" " * crop.width, widget.rich_style)], crop.width)
            strips = self._strips[crop.width] = filtered(widget, [strip])
        return strips * crop.height

    def forget(self) -> None:
        """Draw afresh: the colours are others."""
        self._strips.clear()


class Rows(Vertical):
    """What stands one below the other."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """It scrolls nothing: another size needs no second layout, and is drawn with the first."""

    def __init__(self, *children: Widget, id: str | None = None) -> None:
        super().__init__(*children, id=id)
        self._ground = Ground()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines."""
        return self._ground.lines(self, crop)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of before."""
        super().notify_style_update()
        self._ground.forget()


class Columns(Horizontal):
    """What stands side by side."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """It scrolls nothing: another size needs no second layout, and is drawn with the first."""

    def __init__(self, *children: Widget, id: str | None = None) -> None:
        super().__init__(*children, id=id)
        self._ground = Ground()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines."""
        return self._ground.lines(self, crop)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of before."""
        super().notify_style_update()
        self._ground.forget()
