"""The main screen: timeline, forums and questions, linked, and the facts of what is chosen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from briefing.tui.bindings import bindings
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.widgets.virtual_list import VirtualList


class MainScreen(DeskScreen):
    """What the desk holds."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")

    def content(self) -> Iterable[Widget]:
        """Return the panes."""
        yield VirtualList()

    def reload(self) -> None:
        """Show the desk."""
        self.head(self.desk.title)
