"""What the list and the text view share: lines drawn once, kept, and scrolled without animation."""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.filter import ANSIToTruecolor
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.tones import tone_style

SECOND_KEY_WITHIN = 1.0
"""Seconds in which the second of two keys must come that do one thing together."""

_KEPT_STRIPS = 1024


class Window(NamedTuple):
    """What is in sight. Textual reckons each of these anew whenever it is asked."""

    top: int
    """The line that stands at the top."""
    width: int
    height: int


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A window on many lines: `draw_line` is asked for the visible ones, and counts from the top.

    Lines bypass Textual's style cache and scrollbar, which cost more than the lines themselves: so
    this widget takes no border, padding or tint. Put those on its parent, and a `Thumb` beside it.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    LineView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 0;
        background: $surface;
        color: $foreground;
    }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """The lines there are. Its own size does not hang on them: no new layout is needed."""

    class Waiting(Message):
        """A key waits for a second one: the sentence that says so, empty once it waits no more."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.letters: Mapping[int, str] = {}
        self._second_key: Timer | None = None
        self._strips: LRUCache[Hashable, Strip] = LRUCache(_KEPT_STRIPS)
        self._tones: dict[Tone, Style] = {}
        self._looks: dict[str, Style] = {}

    def cursor_offset(self) -> Offset:
        """Return where the terminal cursor belongs, from the top left of the window."""
        raise NotImplementedError

    @property
    def window(self) -> Window:
        """What is in sight now."""
        return Window(self.scroll_offset.y, *self.size)

    def forget_strips(self) -> None:
        """Draw every line afresh from now on."""
        self._strips.clear()
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Bring a line to the top of the window, at once, as far as there are lines to fill it."""
        self.scroll_to(y=line, animate=False, force=True)

    def spots(self) -> Iterable[int]:
        """Return the numbers of what is in sight that can be jumped to."""
        return ()

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Show letters over what can be jumped to, by its number; none to show it as it is."""
        if letters != self.letters:
            self.letters = letters
            self.forget_strips()

    def jump_to(self, number: int) -> None:
        """Go to what was in sight."""
        raise NotImplementedError

    def follow_with_terminal_cursor(self) -> None:
        """Put the terminal cursor where the reader is: screen readers and magnifiers follow it."""
        # Of several focus changes at once, widgets hear in any order.
        if self.has_focus and self.screen.focused is self:
            x, y = self.cursor_offset()
            inside = min(max(y, 0), max(self.size.height - 1, 0))
            self.app.cursor_position = self.content_region.offset + Offset(x, inside)

    def tone_style(self, tone: Tone) -> Style:
        """Return what a tone looks like on this widget now."""
        style = self._tones.get(tone)
        if style is None:
            style = self._tones[tone] = tone_style(self, tone)
        return style

    def look(self, component: str) -> Style:
        """Return the style of a component class."""
        style = self._looks.get(component)
        if style is None:
            style = self._looks[component] = self.get_component_rich_style(component)
        return style

    def letter_style(self) -> Style:
        """Return what a letter looks like that is typed to jump."""
        return self.tone_style(Tone.ACCENT) + Style(bold=True, reverse=True)

    def blank_strip(self, width: int) -> Strip:
        """Return an empty line."""
        strip = self._strips.get(width)
        if strip is None:
            strip = Strip([Segment(" " * width, self.tone_style(Tone.PLAIN))], width)
            self._strips[width] = strip
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a region of the window."""
        window = self.window
        strips = filtered(self, [self.draw_line(y, window) for y in crop.line_range])
        first, last = crop.column_span
        if (first, last) != (0, window.width):
            strips = [strip.crop(first, last) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Return a line of the window."""
        return self.draw_line(y, self.window)

    def draw_line(self, y: int, window: Window) -> Strip:
        """Return a line of the window as it is now."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of before."""
        super().notify_style_update()
        self._strips.clear()
        self._tones.clear()
        self._looks.clear()

    def action_first(self) -> None:
        """Go to the first line."""
        raise NotImplementedError

    def action_first_at_second(self) -> None:
        """Go to the first line when this key comes twice."""
        if self._second_key is None:
            self.post_message(self.Waiting("g once more goes to the first row."))
            self._second_key = self.set_timer(SECOND_KEY_WITHIN, self._wait_no_more)
        else:
            self._wait_no_more()
            self.action_first()

    def _wait_no_more(self) -> None:
        if self._second_key is not None:
            self._second_key.stop()
            self._second_key = None
            self.post_message(self.Waiting(""))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraw, and take the terminal cursor along."""
        super().watch_scroll_y(old_value, new_value)
        self.follow_with_terminal_cursor()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Take the terminal cursor over.

        A view draws its cursor by `has_focus`, and no rule of style asks for the focus: to match
        all rules anew for a view and its parts takes longer than to draw its lines.
        """
        self.follow_with_terminal_cursor()


def filtered(widget: Widget, strips: list[Strip]) -> list[Strip]:
    """Return strips as the terminal may show them: without colours where NO_COLOR is set."""
    for line_filter in widget.get_line_filters():
        # The theme's colours are true colours already.
        if not isinstance(line_filter, ANSIToTruecolor):
            background = widget.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
    return strips
