"""A sheet with places on it, side by side and below each other, that the arrow keys walk."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from briefing.tui.widgets.cells import Tone, clip, fit
from briefing.tui.widgets.line_view import LineView, Window

EDGE, CURSOR_EDGE, POINTER = "│", "┃", "›"
"""The left edge of a place, of the one under the cursor, and what that one begins with.

So it is told by more than its colour, also in ascii.
"""


class Piece(NamedTuple):
    """A piece of a line, in a number of columns."""

    text: str
    width: int
    tone: Tone = Tone.PLAIN
    key: str = ""
    """The place that it belongs to; empty for what stands between them."""


class Place(NamedTuple):
    """Where something stands that the cursor can go to."""

    key: str
    top: int
    bottom: int
    """Its last line."""
    lane: int = 0
    """Which column it stands in, where several are side by side."""


class Sheet(NamedTuple):
    """Lines, and the places on them in the order in which they are read."""

    lines: Sequence[Sequence[Piece]] = ()
    places: Sequence[Place] = ()


class SheetView(LineView):
    """Draws a sheet, and keeps the cursor on one of its places."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sheet--cursor"}

    DEFAULT_CSS = """
    SheetView {
        & > .sheet--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
        &:nocolor > .sheet--cursor { text-style: bold reverse; }
    }
    """

    class Moved(Message):
        """The cursor stands on another place."""

    class Selected(Message):
        """A place was opened by a double click."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet = Sheet()
        self._at = 0

    @property
    def key(self) -> str:
        """The key of the place under the cursor; empty on an empty sheet."""
        return self._place.key if self._place else ""

    @property
    def _place(self) -> Place | None:
        return self._sheet.places[self._at] if self._sheet.places else None

    def show(self, sheet: Sheet, key: str = "") -> None:
        """Show another sheet, with the cursor on a place, or on the first."""
        self._sheet = sheet
        keys = [place.key for place in sheet.places]
        self._at = keys.index(key) if key in keys else 0
        self.virtual_size = Size(self.size.width, len(sheet.lines))
        self._reveal()
        self.forget_strips()

    def walk(self, across: int, down: int) -> None:
        """Go to the place that lies next in a direction, else to the next or the one before."""
        here = self._place
        if here is None:
            return
        found = _beside(self._sheet.places, here, across) if across else None
        if found is None and down:
            found = _below(self._sheet.places, here, down)
        if found is None:
            self.go_to(self._at + (across or down))
        else:
            self.go_to(self._sheet.places.index(found))

    def go_to(self, index: int) -> None:
        """Put the cursor on a place by its number, or on the nearest there is."""
        if self._sheet.places:
            self._at = min(max(index, 0), len(self._sheet.places) - 1)
            self._reveal()
            self.refresh()
            self.post_message(self.Moved())

    def go_to_last(self) -> None:
        """Put the cursor on the last place."""
        self.go_to(len(self._sheet.places) - 1)

    def cursor_offset(self) -> Offset:
        """Return where the place under the cursor begins."""
        place = self._place
        if place is None:
            return Offset(0, 0)
        x = 0
        for piece in self._sheet.lines[place.top]:
            if piece.key == place.key:
                break
            x += piece.width
        return Offset(x, place.top - self.scroll_offset.y)

    def draw_line(self, y: int, window: Window) -> Strip:
        """Return a line of the sheet."""
        number = y + window.top
        if number >= len(self._sheet.lines):
            return self.blank_strip(window.width)
        key = self.key
        pieces = self._sheet.lines[number]
        drawn = (number, key if any(piece.key == key for piece in pieces) else "")
        strip = self._strips.get(drawn)
        if strip is None:
            place = self._place
            edge = POINTER if place and place.top == number else CURSOR_EDGE
            strip = self._strips[drawn] = self._draw(pieces, key, edge)
        return strip

    def _draw(self, pieces: Sequence[Piece], key: str, edge: str) -> Strip:
        cursor = self.get_component_rich_style("sheet--cursor")
        segments, room = [], self.size.width
        for text, width, tone, of in pieces:
            is_here = bool(of) and of == key
            style = self.tone_style(tone)
            if is_here:
                style = Style(bold=style.bold, strike=style.strike) + cursor
            told = edge if is_here and text == EDGE else text
            shown = clip(fit(told, width), room)
            segments.append(Segment(shown, style))
            room -= cell_len(shown)
        return Strip([*segments, Segment(" " * room, self.rich_style)], self.size.width)

    def _reveal(self) -> None:
        """Scroll so that the place under the cursor is in sight, its beginning at any rate."""
        place, top, height = self._place, self.scroll_offset.y, self.size.height
        if place is None:
            self.scroll_to_line(0)
        elif place.top < top or self._at == 0:
            self.scroll_to_line(0 if self._at == 0 else place.top)
        elif place.bottom >= top + height:
            self.scroll_to_line(min(place.top, place.bottom - height + 1))
        self.follow_with_terminal_cursor()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(event.size.width, len(self._sheet.lines))
        self.forget_strips()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the place clicked; open it at the second click."""
        number, x = event.y + self.scroll_offset.y, event.x
        pieces = self._sheet.lines[number] if number < len(self._sheet.lines) else ()
        for piece in pieces:
            if 0 <= x < piece.width and piece.key:
                keys = [place.key for place in self._sheet.places]
                self.go_to(keys.index(piece.key))
                if event.chain == 2:
                    self.post_message(self.Selected())
                return
            x -= piece.width


def _beside(places: Sequence[Place], here: Place, across: int) -> Place | None:
    """Return the nearest place in a column to the right, or to the left, at the same height."""
    found = [
        place
        for place in places
        if (place.lane - here.lane) * across > 0
        and place.top <= here.bottom
        and here.top <= place.bottom
    ]
    return min(found, key=lambda p: (abs(p.lane - here.lane), abs(p.top - here.top)), default=None)


def _below(places: Sequence[Place], here: Place, down: int) -> Place | None:
    """Return the nearest place below, or above, in its own column if there is one."""
    if down > 0:
        found = [place for place in places if place.top > here.bottom]
        return min(found, key=lambda p: (p.top, abs(p.lane - here.lane)), default=here)
    found = [place for place in places if place.bottom < here.top]
    return min(found, key=lambda p: (-p.bottom, abs(p.lane - here.lane)), default=here)
