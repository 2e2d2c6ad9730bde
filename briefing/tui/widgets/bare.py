"""Containers that are only ground: their lines are one blank strip, drawn once."""

from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Bare(Widget):
    """A widget without border, padding, tint or content of its own.

    Textual draws every line of every container through its style cache, also where children cover
    it; at the first frame that costs more than the text.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines."""
        strip = Strip([Segment(" " * crop.width, self.rich_style)], crop.width)
        for line_filter in self.get_line_filters():
            # The theme's colours are true colours already.
            if not isinstance(line_filter, ANSIToTruecolor):
                strip = strip.apply_filter(line_filter, self.background_colors[1])
        return [strip] * crop.height


class Rows(Bare, Vertical):
    """What stands one below the other."""


class Columns(Bare, Horizontal):
    """What stands side by side."""
