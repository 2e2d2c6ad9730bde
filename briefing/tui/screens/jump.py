"""Jump mode: letters over the rows and links in sight; typed, they go there."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.screen import ModalScreen

from briefing.tui.bindings import bindings
from briefing.tui.screens.closing import Closing
from briefing.tui.widgets.line_view import LineView

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""

Spot = tuple[LineView, int]
"""A view and the number of what can be jumped to in it, as `LineView.spots` tells it."""


def labels(count: int) -> list[str]:
    """Return so many labels, none of which begins another; most of one letter, if there is room."""
    pairs = -(-max(0, count - len(LETTERS)) // (len(LETTERS) - 1))
    singles = max(0, len(LETTERS) - pairs)
    found = list(LETTERS[:singles])
    found += [f"{first}{second}" for first, second in product(LETTERS[singles:], LETTERS)]
    return found[:count]


class JumpScreen(ModalScreen[Spot | None], Closing[Spot | None]):
    """Takes letters until they name a place; any other key leaves."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("jump")

    DEFAULT_CSS = "JumpScreen { background: transparent; }"

    def __init__(self, views: Sequence[LineView]) -> None:
        super().__init__()
        self._views = views
        spots = [(view, number) for view in views for number in view.spots()]
        self._spots: Mapping[str, Spot] = dict(zip(labels(len(spots)), spots, strict=False))
        self._typed = ""

    def on_mount(self) -> None:
        """Show the letters."""
        self._mark()

    def on_unmount(self) -> None:
        """Take the letters away."""
        for view in self._views:
            view.show_letters({})

    def on_key(self, event: events.Key) -> None:
        """Take a letter; what begins no label is no jump."""
        letter = (event.character or "").casefold()
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        self._typed += letter
        # Where other things are shown by now, there are no letters any more.
        self._spots = {
            label: (view, at) for label, (view, at) in self._spots.items() if at in view.letters
        }
        left = [label for label in self._spots if label.startswith(self._typed)]
        if not letter or not left:
            self.dismiss(None)
        elif left == [self._typed]:
            self.dismiss(self._spots[self._typed])
        else:
            self._mark()

    def action_leave(self) -> None:
        """Stay where one was."""
        self.dismiss(None)

    def _mark(self) -> None:
        for view in self._views:
            here = ((label, at) for label, (where, at) in self._spots.items() if where is view)
            view.show_letters({at: label for label, at in here if label.startswith(self._typed)})
        self.refresh()
