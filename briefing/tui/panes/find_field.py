"""Where the words are typed that a pane is narrowed to."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from briefing.tui.bindings import bindings
from briefing.tui.panes.pane import Pane


class FindField(Input):
    """One line over a list; each letter narrows it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("find")

    DEFAULT_CSS = """
    FindField { height: 1; background: $surface; padding: 0 2; }
    """

    def __init__(self, words: str) -> None:
        super().__init__(words, placeholder="words to look for", compact=True)

    @property
    def pane(self) -> Pane:
        """The pane that is narrowed."""
        return next(node for node in self.ancestors if isinstance(node, Pane))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.pane.narrow(event.value)

    def action_keep(self) -> None:
        """Go to what was found."""
        self.pane.list.focus()
        self.remove()
        self.call_after_refresh(self.pane.show_heading)

    def action_clear(self) -> None:
        """Show all again."""
        self.pane.list.focus()
        self.pane.widen()
