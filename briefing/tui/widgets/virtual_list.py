"""A list of any length with headings, of which only the rows on the screen are drawn."""

from collections.abc import Iterable, Sequence, Set as AbstractSet
from typing import ClassVar, NamedTuple, Protocol, overload

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.tui.bindings import bindings
from briefing.tui.widgets.cells import Cell, Tone, clip, fit, one_line, wrap
from briefing.tui.widgets.grouping import Grouping
from briefing.tui.widgets.line_view import LineView, Window

MARK = "•"
"""Stands before a row that is tied to the record under the cursor of another list."""

POINTER = "›"
"""Stands before the row under the cursor, so that it is told by more than its colour."""

LINE = "─"
"""What the rest of a line is drawn with that only stands between rows."""

_GUTTER = 2


class Group(NamedTuple):
    """A heading and the index of the row it stands above; a group may have no rows."""

    start: int
    label: str
    is_lone: bool = False
    """Whether it only stands between rows, and those below it belong to the heading before."""


class Headings(Sequence[Group]):
    """Groups made when they are asked for: there may be 100,000 of them, and ten in sight."""

    def __init__(self, starts: Sequence[int], labels: Sequence[str]) -> None:
        self.starts = list(starts)
        self._labels = labels

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Group: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Group]: ...
    def __getitem__(self, index: int | slice) -> Group | Sequence[Group]:
        if isinstance(index, slice):
            return Headings(self.starts[index], self._labels[index])
        return Group(self.starts[index], self._labels[index])


class Rows(Protocol):
    """What a list shows. Nothing is asked for but the rows on the screen."""

    @property
    def keys(self) -> Sequence[str]:
        """What each row stands for, in order: record ids, of which one may stand twice."""

    @property
    def groups(self) -> Sequence[Group]:
        """The headings in the order of their starts; none for a plain list."""

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return a row laid out for so many columns; what is too long is cut by the list."""


class NoRows:
    """An empty list."""

    keys: Sequence[str] = ()
    groups: Sequence[Group] = ()

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return nothing: there is no row to ask for."""
        raise IndexError(index, width)


class VirtualList(LineView):
    """Rows under headings, with a cursor that keeps to its record.

    A key costs the same at any length. Text comes in as it is held: it is made harmless here.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--cursor-away",
        "list--heading",
        "list--lone",
        "list--marked",
        "list--empty",
    }

    DEFAULT_CSS = """
    VirtualList {
        & > .list--heading { color: $text-primary; background: $panel; text-style: bold; }
        & > .list--lone { color: $text-accent; text-style: bold; }
        & > .list--marked { color: $text-accent; text-style: bold; }
        & > .list--empty { color: $text-muted; }
        & > .list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: bold;
        }
        & > .list--cursor-away {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
        &:nocolor > .list--cursor { text-style: bold reverse; }
        &:nocolor > .list--cursor-away { text-style: bold underline; }
    }
    """

    empty: reactive[str] = reactive("")
    """The sentence that stands in a list without rows: what to do first."""

    marked: reactive[AbstractSet[str]] = reactive(frozenset[str], repaint=False)
    """The keys of the rows that are tied to the record under another list's cursor."""

    class Highlighted(Message):
        """The cursor stands on another row, or on another record in the same place."""

        def __init__(self, source: "VirtualList", index: int, key: str) -> None:
            super().__init__()
            self.source = source
            self.index = index
            self.key = key

        @property
        def control(self) -> "VirtualList":
            """The list, for `@on` with a selector."""
            return self.source

    class Selected(Highlighted):
        """A row was chosen by Enter or a double click."""

    def __init__(
        self,
        *,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(VirtualList.empty, empty)
        self.rows: Rows = NoRows()
        self.index = 0
        self._grouping = Grouping()
        self._announced: tuple[int, str] | None = None

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor; None where there is none, as in an empty list."""
        # Rows that fill themselves may be fewer by now than when they were shown.
        return self.rows.keys[self.index] if self.index < len(self.rows.keys) else None

    @property
    def seen_key(self) -> str | None:
        """The key that the cursor was put on, where the rows have moved by themselves since."""
        return self._announced[1] if self._announced else None

    def show(self, rows: Rows, *, keep: bool = True) -> None:
        """Show other rows. A cursor that is kept stays with its key, or else in its place.

        Either way it stays on its line of the screen as far as there are rows to fill it; but a
        list that stood at its top stays there as long as the cursor is in sight.
        """
        kept, place, y = self.seen_key, self.index, self.cursor_offset().y
        is_at_top = self.scroll_offset.y == 0
        self.rows = rows
        self.letters = {}
        starts, lone = _starts(rows.groups)
        self._grouping = Grouping(len(rows.keys), starts, lone)
        self.index = self._place(kept, place) if keep else 0
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._grouping.line_count)
        self.scroll_to_line(0 if is_at_top or not keep else self._grouping.line_of(self.index) - y)
        self._reveal()
        self.refresh()
        self._announce()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        if not self.rows.keys:
            return
        before, self.index = self.index, self._within(index)
        self.refresh_line(self._grouping.line_of(before))
        self.refresh_line(self._grouping.line_of(self.index))
        self._reveal()
        self._announce()

    def move_to_key(self, key: str) -> bool:
        """Put the cursor on the first row of a key; False where there is none."""
        found = self._find(key, self.index)
        if found is not None:
            self.move_to(found)
        return found is not None

    def spots(self) -> Iterable[int]:
        """Return the rows in sight."""
        window = self.window
        for y in range(window.height if self.rows.keys else 0):
            row = self._grouping.row_at(y + window.top)
            if row is not None and self._heading_in_sight(y, window) is None:
                yield row

    def jump_to(self, number: int) -> None:
        """Put the cursor on a row."""
        self.focus()
        self.move_to(number)

    def bring_up(self, lines_above: int) -> None:
        """Bring the row under the cursor near the top, so that what follows it is in sight."""
        self.scroll_to_line(self._grouping.line_of(self.index) - lines_above)

    def draw_line(self, y: int, window: Window) -> Strip:
        """Return a line: a row, a heading, the heading that was scrolled away, or nothing."""
        if not self._grouping.line_count:
            return self._empty_strip(y, window.width)
        heading = self._heading_in_sight(y, window)
        if heading is not None:
            return self._heading_strip(heading, window.width)
        row = self._grouping.row_at(y + window.top)
        if row is None:
            return self.blank_strip(window.width)
        return self._row_strip(row, window.width)

    def cursor_offset(self) -> Offset:
        """Return where the text of the row under the cursor begins."""
        return Offset(_GUTTER, self._grouping.line_of(self.index) - self.scroll_offset.y)

    def watch_marked(self, before: AbstractSet[str], now: AbstractSet[str]) -> None:
        """Draw anew where a row in sight is marked otherwise than before."""
        in_sight = (self.rows.keys[row] for row in self.spots())
        if any((key in before) is not (key in now) for key in in_sight):
            self.refresh()

    def _heading_in_sight(self, y: int, window: Window) -> int | None:
        """Return the heading on a visible line; on the first, the one that its row is under."""
        line = y + window.top
        keeps_heading = y == 0 and window.height > 1
        over = self._grouping.heading_over(line) if keeps_heading else None
        return self._grouping.heading_at(line) if over is None else over

    def _within(self, index: int) -> int:
        return max(0, min(index, len(self.rows.keys) - 1))

    def _place(self, kept: str | None, place: int) -> int:
        found = None if kept is None else self._find(kept, place)
        return self._within(place) if found is None else found

    def _find(self, key: str, near: int) -> int | None:
        keys = self.rows.keys
        if near < len(keys) and keys[near] == key:
            return near
        try:
            return keys.index(key)
        except ValueError:
            return None

    def _reveal(self) -> None:
        """Scroll no further than it takes to show the row under the cursor below its heading."""
        window, line = self.window, self._grouping.line_of(self.index)
        hidden = int(self._heading_in_sight(0, window) is not None)
        if line < window.top + hidden:
            self.scroll_to_line(line - hidden)
        elif line >= window.top + window.height:
            self.scroll_to_line(line - window.height + 1)
        self.follow_with_terminal_cursor()

    def _announce(self) -> None:
        key = self.key
        now = None if key is None else (self.index, key)
        if now is not None and now != self._announced:
            self.post_message(self.Highlighted(self, *now))
        self._announced = now

    def _heading_strip(self, group: int, width: int) -> Strip:
        drawn = ("heading", group, width)
        strip = self._strips.get(drawn)
        if strip is None:
            _, label, is_lone = self.rows.groups[group]
            text = f"{' ' * _GUTTER}{label} ".ljust(width, LINE) if is_lone else f" {label}"
            style = self.look("list--lone" if is_lone else "list--heading")
            strip = self._strips[drawn] = Strip([Segment(fit(text, width), style)], width)
        return strip

    def _row_strip(self, index: int, width: int) -> Strip:
        cursor, is_marked = self._cursor_on(index), self.rows.keys[index] in self.marked
        # By its width too: a pane that grows and shrinks again has its rows already.
        drawn = (index, cursor, is_marked, width)
        strip = self._strips.get(drawn)
        if strip is None:
            strip = self._strips[drawn] = self._draw_row(index, width, cursor, is_marked)
        return strip

    def _cursor_on(self, index: int) -> str:
        """Return the component that a row is drawn as for the cursor's sake; empty for none."""
        if index != self.index:
            return ""
        return "list--cursor" if self.has_focus else "list--cursor-away"

    def _draw_row(self, index: int, width: int, cursor_look: str, is_marked: bool) -> Strip:
        cursor = self.look(cursor_look) if cursor_look else None
        glyph = MARK if is_marked else POINTER if cursor_look else " "
        mark, cursor_of_mark = self.look("list--marked"), cursor
        if index in self.letters:
            glyph, mark, cursor_of_mark = self.letters[index], self.letter_style(), None
        segments = [Segment(fit(glyph, min(_GUTTER, width)), _under(cursor_of_mark, mark))]
        room = width - _GUTTER
        for text, tone in self.rows.cells(index, max(0, room)):
            if room <= 0:
                break
            shown = clip(text, room)
            segments.append(Segment(shown, _under(cursor, self.tone_style(tone))))
            room -= cell_len(shown)
        if room > 0:
            segments.append(Segment(" " * room, cursor or self.tone_style(Tone.PLAIN)))
        return Strip(segments, width)

    def _empty_strip(self, y: int, width: int) -> Strip:
        sentence = one_line(self.empty)
        rows = list(wrap(sentence, width - 2 * _GUTTER))
        if not 1 <= y <= len(rows):
            return self.blank_strip(width)
        start, end = rows[y - 1]
        text = fit(" " * _GUTTER + sentence[start:end], width)
        return Strip([Segment(text, self.look("list--empty"))], width)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new width and keep the cursor in sight."""
        self.virtual_size = Size(event.size.width, self._grouping.line_count)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row clicked; open it at the second click."""
        row = self._grouping.row_at(event.y + self.scroll_offset.y)
        if row is None or self._heading_in_sight(event.y, self.window) is not None:
            return
        self.move_to(row)
        if event.chain == 2:
            self.action_select()

    def action_move(self, rows: int) -> None:
        """Go down so many rows, or up."""
        self.move_to(self.index + rows)

    def action_page(self, pages: int) -> None:
        """Go down so many windows, or up; two lines stay in sight."""
        self.move_to(self.index + pages * max(1, self.size.height - 2))

    def action_first(self) -> None:
        """Go to the first row, and to the headings above it."""
        self.scroll_to_line(0)
        self.move_to(0)

    def action_last(self) -> None:
        """Go to the last row, and to the headings below it."""
        self.scroll_to_line(self._grouping.line_count)
        self.move_to(len(self.rows.keys) - 1)

    def action_next_group(self) -> None:
        """Go to the first row under the next heading."""
        self.move_to(self._grouping.start_after(self.index))

    def action_previous_group(self) -> None:
        """Go to the first row under this heading, or under the one before."""
        self.move_to(self._grouping.start_before(self.index))

    def action_select(self) -> None:
        """Choose the row under the cursor."""
        key = self.key
        if key is not None:
            self.post_message(self.Selected(self, self.index, key))


def _starts(groups: Sequence[Group]) -> tuple[Sequence[int], Sequence[int]]:
    """Return where headings stand, and which of them stand alone."""
    if isinstance(groups, Headings):
        return groups.starts, ()
    lone = [number for number, group in enumerate(groups) if group.is_lone]
    return [group.start for group in groups], lone


def _under(cursor: Style | None, tone: Style) -> Style:
    """Return a tone as the cursor's row shows it: its own attributes in the cursor's colours."""
    return tone if cursor is None else tone.without_color + cursor
