"""What dialogs have in common: a frame in the middle of the screen, and a list in it."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget

from briefing.tui.screens.closing import Closing
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import VirtualList


class Dialog(ModalScreen[ScreenResultType], Closing[ScreenResultType]):
    """A frame over the screen below; a subclass says how wide and high it is."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > Vertical {
            max-width: 100%;
            background: $surface;
            border: round $border;
        }
    }
    """


class ListDialog(Dialog[ScreenResultType]):
    """A heading over a list that never has the focus: the screen's own keys move in it."""

    DEFAULT_CSS = """
    ListDialog {
        & > Vertical { width: 96; height: 80%; }
        & Horizontal { height: 1fr; }
    }
    """

    def __init__(self, title: str, *, nothing: str = "") -> None:
        super().__init__()
        self._title = title
        self._list = VirtualList(empty=nothing)
        self._list.can_focus = False

    def above(self) -> Iterable[Widget]:
        """Return what stands between the heading and the list."""
        return ()

    def below(self) -> Iterable[Widget]:
        """Return what stands below the list."""
        return ()

    def compose(self) -> ComposeResult:
        """Yield the heading and the list with what is around it."""
        with Vertical():
            yield Bar()
            yield from self.above()
            with Horizontal():
                yield self._list
                yield Thumb(self._list)
            yield from self.below()

    def on_mount(self) -> None:
        """Show the heading."""
        self.query_one(Bar).show([Cell(f" {self._title}", Tone.HEADING)])

    def action_move(self, rows: int) -> None:
        """Go down so many rows, or up."""
        self._list.action_move(rows)

    def action_leave(self) -> None:
        """Close; nothing is taken."""
        self.dismiss(None)
