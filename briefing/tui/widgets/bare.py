"""Containers that are only ground: their lines are one blank strip."""

from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


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
    for line_filter in widget.get_line_filters():
        # The theme's colours are true colours already.
        if not isinstance(line_filter, ANSIToTruecolor):
            strip = strip.apply_filter(line_filter, widget.background_colors[1])
    return [strip] * crop.height
