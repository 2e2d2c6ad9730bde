"""Containers that are only ground: their lines are one blank strip."""

from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.line_view import filtered


class Rows(Vertical):
    """What stands one below the other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines."""
        return blank_lines(self, crop)


class Columns(Horizontal):
    """What stands side by side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines."""
        return blank_lines(self, crop)


def blank_lines(widget: Widget, crop: Region) -> list[Strip]:
    """Return the lines of a widget without border, padding, tint or content of its own.

    Textual draws every line of every container through its style cache, also where children cover
    it; at the first frame that costs more than the text.
    """
    strip = Strip([Segment(" " * crop.width, widget.rich_style)], crop.width)
    return filtered(widget, [strip]) * crop.height
