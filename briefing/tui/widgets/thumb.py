"""A column that shows where in a list or text the window stands."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.line_view import LineView, filtered


class Thumb(Widget):
    """The scroll position of the view beside it; a drag or a click goes there.

    It shares two strips among all its lines: Textual's own bar costs as much as the list itself.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"thumb--grip"}

    DEFAULT_CSS = """
    Thumb {
        width: 1;
        height: 1fr;
        background: $scrollbar-background;
        & > .thumb--grip { color: $scrollbar; }
    }
    """

    def __init__(self, view: LineView, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.view = view
        self._held = range(0)
        """The lines where the grip was drawn last."""
        self._strips: list[Strip] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the grip where the window stands, and bare track elsewhere."""
        if not self._strips:
            bare = Strip([Segment(" ", self.rich_style)], 1)
            held = Strip([Segment("┃", self.get_component_rich_style("thumb--grip"))], 1)
            self._strips = filtered(self, [bare, held])
        track, grip = self._strips
        self._held = self._held_lines()
        return [grip if y in self._held else track for y in crop.line_range]

    def notify_style_update(self) -> None:
        """Forget the colours of before."""
        super().notify_style_update()
        self._strips = []

    def on_mount(self) -> None:
        """Follow the view."""
        self.watch(self.view, "scroll_y", self._moved, init=False)
        self.watch(self.view, "virtual_size", self._moved, init=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the grip."""
        self.capture_mouse()
        self._go_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the grip."""
        if self.app.mouse_captured is self:
            self._go_to(event.y)

    def on_mouse_up(self) -> None:
        """Let go."""
        self.release_mouse()

    def _moved(self) -> None:
        if self._held_lines() != self._held:
            self.refresh()

    def _held_lines(self) -> range:
        height, total = self.size.height, self.view.virtual_size.height
        if total <= height:
            return range(0)
        size = max(1, height * height // total)
        start = round(self.view.scroll_offset.y / (total - height) * (height - size))
        return range(start, start + size)

    def _go_to(self, y: int) -> None:
        part = y / max(1, self.size.height - 1)
        self.view.scroll_to_line(round(part * self.view.max_scroll_y))
