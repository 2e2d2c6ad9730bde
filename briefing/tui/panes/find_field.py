"""Where the query is typed that a pane is narrowed to."""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from briefing.tui import completing
from briefing.tui.bindings import bindings
from briefing.tui.panes.pane import Pane
from briefing.tui.widgets.query_field import QueryField


class FindField(QueryField):
    """A query line over a list; each letter narrows it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("find")

    @property
    def pane(self) -> Pane:
        """The pane that is narrowed."""
        return next(node for node in self.ancestors if isinstance(node, Pane))

    @on(QueryField.Typed)
    def _typed(self, event: QueryField.Typed) -> None:
        event.stop()
        self.pane.narrow(event.text)
        self._complete()

    @work(exclusive=True, group="complete")
    async def _complete(self) -> None:
        pane, line = self.pane, self.line
        place = line.cursor_position
        self.offer(await completing.offers(pane.asking, pane.kinds, line.value, place))

    @on(QueryField.Left)
    def action_keep(self) -> None:
        """Go to what was found."""
        self.pane.list.focus()
        self.pane.end_find()

    def action_clear(self) -> None:
        """Show all again."""
        self.pane.list.focus()
        self.pane.widen()
