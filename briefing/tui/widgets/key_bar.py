"""One line with the keys that matter now."""

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.cells import one_line


class _Hint(NamedTuple):
    binding_key: str
    shown_key: str
    description: str
    is_pinned: bool

    @property
    def width(self) -> int:
        return cell_len(self.shown_key) + cell_len(self.description) + 3


class KeyBar(Widget):
    """The key hints of the screen, the most important first.

    What does not fit is left out from the end, but the pinned hint always stands. It has no child
    widgets: Textual's Footer makes new ones at every change of focus and slows down with each.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key"}

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        dock: bottom;
        background: $footer-background;
        color: $footer-foreground;
        & > .key-bar--key { color: $footer-key-foreground; text-style: bold; }
    }
    """

    def __init__(self, *, order: Sequence[str] = (), pinned: str = "app.help") -> None:
        super().__init__()
        self.order = order
        """Ids of bindings from the most important; others follow, the focused widget's first."""
        self.pinned = pinned
        """The id of the binding whose hint stands at any width."""
        self._hints: tuple[_Hint, ...] = ()
        self._is_waiting = False
        """Whether the keys are to be read once all that a key does is done."""

    def render_line(self, y: int) -> Strip:
        """Return the hints that fit."""
        key = self.get_component_rich_style("key-bar--key")
        segments = []
        for hint in self._fitting_hints():
            segments.append(Segment(f" {hint.shown_key}", key))
            segments.append(Segment(f" {hint.description} ", self.rich_style))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._read_later)
        self._read_bindings()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        right = 0
        for hint in self._fitting_hints():
            right += hint.width
            if event.x < right:
                self.app.simulate_key(hint.binding_key)
                return

    def _read_later(self, _: Screen[object]) -> None:
        """Read the keys once, however often a key press may have changed them."""
        if not self._is_waiting:
            self._is_waiting = True
            self.call_after_refresh(self._read_bindings)

    def _read_bindings(self) -> None:
        """Redraw only where the hints are others than before."""
        self._is_waiting = False
        if not self.is_attached:  # The screen was closed by the same key.
            return
        bindings: dict[str, Binding] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled:
                bindings.setdefault(binding.action, binding)
        in_order = sorted(bindings.values(), key=self._rank)
        if (hints := tuple(map(self._hint, in_order))) != self._hints:
            self._hints = hints
            self.refresh()

    def _rank(self, binding: Binding) -> int:
        return self.order.index(binding.id) if binding.id in self.order else len(self.order)

    def _hint(self, binding: Binding) -> _Hint:
        shown_key = self.app.get_key_display(binding)
        is_pinned = binding.id == self.pinned
        return _Hint(binding.key, shown_key, one_line(binding.description), is_pinned)

    def _fitting_hints(self) -> list[_Hint]:
        """Return the hints that fit, in order, the pinned one last and sure of its room."""
        pinned = [hint for hint in self._hints if hint.is_pinned]
        # The space after the last hint may fall off the edge.
        room = self.size.width + 1 - sum(hint.width for hint in pinned)
        others = [hint for hint in self._hints if not hint.is_pinned]
        needed = accumulate(hint.width for hint in others)
        return [hint for hint, end in zip(others, needed, strict=True) if end <= room] + pinned
