"""What of the main screen is shown at once, by how much room there is."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.geometry import Size
from textual.widget import Widget

from briefing.tui.panes.pane import Pane

_NARROW, _WIDE, _FULL = 80, 120, 180
"""Columns from which a pane stands beside the detail, three panes together, and three alike."""

_LOW = 16
"""Rows below which one thing is shown at a time."""

_LEAST_CHOSEN = 60
"""Columns of the pane that the keys are about, where three stand together."""


class Shown(NamedTuple):
    """What is to be shown, and where."""

    size: Size
    chosen: Pane
    """The pane that the keys are about."""
    hidden: frozenset[str]
    """The ids of the panes that were put away, the detail's among them."""
    is_zoomed: bool
    is_reading: bool
    """Whether the detail has the keys."""

    @property
    def is_alone(self) -> bool:
        """Whether one thing is shown at a time."""
        return self.is_zoomed or self.size.width < _NARROW or self.size.height < _LOW

    @property
    def is_beside(self) -> bool:
        """Whether one pane stands beside the detail."""
        return not self.is_alone and self.size.width < _WIDE


class Room:
    """The panes and the detail, and their sizes.

    Sizes are set here and not by classes, which would match every widget against every rule.
    """

    def __init__(
        self, body: Widget, together: Widget, panes: Sequence[Pane], detail: Widget
    ) -> None:
        self._body = body
        self._together = together
        """What holds the panes."""
        self._panes = panes
        self._detail = detail
        self._shown: Shown | None = None

    def lay_out(self, shown: Shown) -> None:
        """Show what there is room for. At once, since what is hidden can't take the focus."""
        if shown == self._shown:
            return
        self._shown = shown
        self._body.styles.layout = "horizontal" if shown.is_beside else "vertical"
        _set_size(self._together, *(("11fr", "1fr") if shown.is_beside else ("1fr", "3fr")))
        _set_size(self._detail, *(("9fr", "1fr") if shown.is_beside else ("1fr", "2fr")))
        self._together.display = not (shown.is_alone and shown.is_reading)
        is_detail_beside = not shown.is_alone and self._detail.id not in shown.hidden
        self._detail.display = is_detail_beside or shown.is_reading
        for pane in self._panes:
            self._lay_out_pane(pane, shown)

    def _lay_out_pane(self, pane: Pane, shown: Shown) -> None:
        is_chosen, has_tabs = pane is shown.chosen, shown.is_alone or shown.is_beside
        others = [one for one in self._panes if one is pane or one.id not in shown.hidden]
        pane.display = is_chosen or not (has_tabs or pane.id in shown.hidden)
        pane.show_tabs([one.name_and_key for one in others] if has_tabs else ())
        if shown.size.width >= _FULL:
            pane.styles.width = "4fr" if pane is self._panes[0] else "3fr"
        else:
            pane.styles.width = "2fr" if is_chosen else "1fr"
        pane.styles.min_width = _LEAST_CHOSEN if is_chosen and not has_tabs else 0


def _set_size(widget: Widget, width: str, height: str) -> None:
    widget.styles.width, widget.styles.height = width, height
