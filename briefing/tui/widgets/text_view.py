"""Text to read: wrapped, scrolled by keys, with links that can be walked and followed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from briefing.tui.bindings import bindings
from briefing.tui.widgets.cells import Tone, column_at
from briefing.tui.widgets.line_view import LineView, Window
from briefing.tui.widgets.wrapped_text import Line, Link, WrappedText

_MARGIN = 2

_WIDEST = 100
"""Columns of text; in longer rows the eye loses its way back."""


class TextView(LineView):
    """Lines to read. Text comes in as it is held: it is made harmless here."""

    ALLOW_SELECT = True

    BINDINGS: ClassVar[list[BindingType]] = bindings("text")

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text--link", "text--cursor", "text--cursor-away"}

    DEFAULT_CSS = """
    TextView {
        & > .text--link { text-style: underline; }
        & > .text--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: bold underline;
        }
        & > .text--cursor-away {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: underline;
        }
        &:nocolor > .text--cursor { text-style: bold reverse; }
        &:nocolor > .text--cursor-away { text-style: bold underline; }
    }
    """

    class Followed(Message):
        """A link was chosen by Enter or a click."""

        def __init__(self, view: "TextView", target: str) -> None:
            super().__init__()
            self.view = view
            self.target = target

        @property
        def control(self) -> "TextView":
            """The view, for `@on` with a selector."""
            return self.view

    def __init__(
        self,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = WrappedText()
        self._link: int | None = None

    @property
    def target(self) -> str | None:
        """What the link under the cursor leads to; None where the cursor is on no link."""
        return None if self._link is None else self._text.links[self._link].target

    @property
    def top_line(self) -> int:
        """The number of the line at the top of the window, counted from 0."""
        rows = self._text.rows
        return rows[self.scroll_offset.y].line if self.scroll_offset.y < len(rows) else 0

    def show(self, lines: Sequence[Line], *, keep: bool = False) -> None:
        """Show other lines, from their beginning or as far down as the ones before."""
        self._text = WrappedText(lines, self._room)
        self._link = None
        self.letters = {}
        self._fit_window()
        self.scroll_to_line(self.scroll_offset.y if keep else 0)
        self.follow_with_terminal_cursor()

    def move_to_line(self, line: int) -> None:
        """Bring the beginning of a line to the top of the window."""
        self.scroll_to_line(self._text.row_of_line(line))

    def move_to_target(self, target: str) -> bool:
        """Put the cursor on the first link to a target; False where there is none."""
        for number, link in enumerate(self._text.links):
            if link.target == target:
                self._move_to_link(number)
                return True
        return False

    def targets_at(self, line: int) -> tuple[str, ...]:
        """Return what the links of a line lead to, in their order."""
        return tuple(link.target for link in self._text.links if link.line == line)

    def position_rows_away(self, position: int, rows: int) -> int:
        """Return the place so many rows below another, or above it, in about the same column.

        Places are counted in code points from the beginning of the text, a line end as one. Empty
        rows are passed over.
        """
        return self._text.position_rows_away(position, rows)

    def draw_line(self, y: int, window: Window) -> Strip:
        """Return a visible row, marked so that a mouse can select in it."""
        row = y + window.top
        if row >= len(self._text.rows):
            return self.blank_strip(window.width)
        selection = self.text_selection
        selected = selection.get_span(row) if selection else None
        if selected is not None:
            return self._draw(row, selected).apply_offsets(0, row)
        drawn = (row, self._link, self._link is not None and self.has_focus)
        strip = self._strips.get(drawn)
        if strip is None:
            strip = self._strips[drawn] = self._draw(row)
        return strip.apply_offsets(0, row)

    def cursor_offset(self) -> Offset:
        """Return where the link under the cursor begins, or else the text at the top."""
        if self._link is None or self._link_row not in self._rows_in_sight:
            return Offset(_MARGIN, 0)
        link, row = self._text.links[self._link], self._text.rows[self._link_row]
        before = self._text.texts[row.line][row.start : link.start]
        x = _MARGIN + row.indent + cell_len(before)
        return Offset(x, self._link_row - self.scroll_offset.y)

    def spots(self) -> Iterable[int]:
        """Return the links that begin in sight."""
        sight = self._rows_in_sight
        rows = map(self._text.row_of_link, self._text.links)
        return [number for number, row in enumerate(rows) if row in sight]

    def jump_to(self, number: int) -> None:
        """Follow a link."""
        self.post_message(self.Followed(self, self._text.links[number].target))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text selected with the mouse, its lines as they were before wrapping."""
        picked = [
            self._text.extract(row, max(0, span[0] - _MARGIN), _from_margin(span[1]))
            for row in range(len(self._text.rows))
            if (span := selection.get_span(row)) is not None
        ]
        return "".join(picked).removesuffix("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw what is selected."""
        self.refresh()

    @property
    def _room(self) -> int:
        return min(self.size.width - 2 * _MARGIN, _WIDEST)

    @property
    def _rows_in_sight(self) -> range:
        top = self.scroll_offset.y
        return range(top, top + self.size.height)

    @property
    def _link_row(self) -> int:
        """The row that the link under the cursor begins in; -1 where there is none."""
        return -1 if self._link is None else self._text.row_of_link(self._text.links[self._link])

    def _fit_window(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._text.rows))
        self.forget_strips()

    def _move_to_link(self, number: int) -> None:
        self._link = number
        if self._link_row not in self._rows_in_sight:
            self.scroll_to_line(self._link_row - self.size.height // 3)
        self.refresh()
        self.follow_with_terminal_cursor()

    def _draw(self, row: int, selected: tuple[int, int] | None = None) -> Strip:
        plain = self.tone_style(Tone.PLAIN)
        before = Segment(" " * (_MARGIN + self._text.rows[row].indent), plain)
        segments = [before, *self._draw_parts(row)]
        if selected:
            segments = list(_highlight(segments, *selected, self.selection_style))
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _draw_parts(self, row: int) -> Iterator[Segment]:
        current = None if self._link is None else self._text.links[self._link]
        letters = self._letters_of(row)
        for text, part, place in self._text.parts_of(row):
            letter = letters.pop(place, "")
            if letter:
                yield Segment(letter, self.letter_style())
            shown = text[column_at(text, 0, cell_len(letter)) :] if letter else text
            yield Segment(shown, self._style_of(place, part.tone, is_current=place == current))

    def _letters_of(self, row: int) -> dict[Link, str]:
        links = ((self._text.links[number], letter) for number, letter in self.letters.items())
        return {link: letter for link, letter in links if self._text.row_of_link(link) == row}

    def _style_of(self, place: Link, tone: Tone, *, is_current: bool) -> Style:
        if is_current:
            return self.look("text--cursor" if self.has_focus else "text--cursor-away")
        style = self.tone_style(tone)
        if place.target:
            return style + self.get_component_rich_style("text--link", partial=True)
        return style

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width, with the same line at the top."""
        top = self.top_line
        self._text.wrap(self._room)
        self._fit_window()
        self.move_to_line(top)
        self.follow_with_terminal_cursor()

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was clicked."""
        row = event.y + self.scroll_offset.y
        if row < len(self._text.rows):
            link = self._text.link_at(row, event.x - _MARGIN)
            if link is not None:
                self.post_message(self.Followed(self, link.target))

    def action_scroll(self, rows: int) -> None:
        """Go down so many rows, or up."""
        self.scroll_to_line(self.scroll_offset.y + rows)

    def action_page(self, pages: int) -> None:
        """Go down so many windows, or up; two rows stay in sight."""
        self.action_scroll(pages * max(1, self.size.height - 2))

    def action_first(self) -> None:
        """Go to the beginning."""
        self.scroll_to_line(0)

    def action_last(self) -> None:
        """Go to the end."""
        self.scroll_to_line(len(self._text.rows))

    def action_next_heading(self) -> None:
        """Bring the next heading to the top."""
        for number, line in enumerate(self._text.lines):
            if line.is_heading and number > self.top_line:
                self.move_to_line(number)
                return

    def action_previous_heading(self) -> None:
        """Bring the heading before to the top, or the beginning."""
        lines = enumerate(self._text.lines[: self.top_line])
        self.move_to_line(max((number for number, line in lines if line.is_heading), default=0))

    def action_next_link(self) -> None:
        """Put the cursor on the next link, or on the first in sight."""
        if self._link_row in self._rows_in_sight and self._link is not None:
            number = self._link + 1
        else:
            number = self._text.first_link_from(self._rows_in_sight.start)
        if number < len(self._text.links):
            self._move_to_link(number)

    def action_previous_link(self) -> None:
        """Put the cursor on the link before, or on the last in sight."""
        if self._link_row in self._rows_in_sight and self._link is not None:
            number = self._link - 1
        else:
            number = self._text.first_link_from(self._rows_in_sight.stop) - 1
        if number >= 0:
            self._move_to_link(number)

    def action_follow(self) -> None:
        """Follow the link under the cursor; where it is on none, go to the first in sight."""
        if self.target is None:
            self.action_next_link()
        else:
            self.post_message(self.Followed(self, self.target))


def _from_margin(end: int) -> int:
    """Return a column counted from the margin; -1 means the end of a row."""
    return -1 if end == -1 else max(0, end - _MARGIN)


def _highlight(
    segments: Sequence[Segment], start: int, end: int, style: Style
) -> Iterator[Segment]:
    """Yield segments again with a style added between two code points; -1 is the end."""
    position = 0
    for text, own, _ in segments:
        first = min(max(start - position, 0), len(text))
        last = len(text) if end == -1 else min(max(end - position, first), len(text))
        yield Segment(text[:first], own)
        yield Segment(text[first:last], own + style if own else style)
        yield Segment(text[last:], own)
        position += len(text)
