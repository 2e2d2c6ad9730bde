"""The signs of the screen in plainer or richer sets; each sign keeps its one column."""

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_ASCII = str.maketrans(
    "…•‹›·□✓○●◐×▷■‖┃│─━╭╮╰╯┌┐└┘–—“”‘’↑↓←→▁▂▃▄▅▆▇█",
    ".*<>.o+O@%x>#=||--++++++++--\"\"''^v<>||||||||",
)
"""For terminals and readers that have no more; letters of other scripts stay."""

_RICH = str.maketrans("•‹›□✓○●◐▷■┃", "●◀▶☐✔☆★◑➤☑█")


class GlyphFilter(LineFilter):
    """Puts one set of signs in the place of the plain one, on everything that is drawn."""

    def __init__(self, signs: Mapping[int, str | int | None]) -> None:
        super().__init__()
        self._signs = signs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with other signs."""
        return [
            Segment(text.translate(self._signs), style, control)
            for text, style, control in segments
        ]


GLYPH_FILTERS: Mapping[str, LineFilter] = {"ascii": GlyphFilter(_ASCII), "rich": GlyphFilter(_RICH)}
"""By the name of a set in briefing.toml; the plain set needs none."""
