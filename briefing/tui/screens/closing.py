"""A screen that closes itself and no other one."""

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class Closing(Screen[ScreenResultType]):
    """Waits to be closed until nothing lies over it; gone already, it closes nothing.

    Textual's own `dismiss` takes away whatever lies on top. What closes a screen may come late:
    from a worker, or from a key that was pressed before one that closed it.
    """

    _ending: tuple[ScreenResultType | None] | None = None
    """What it is to be closed with, as soon as it is on top again."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, now or as soon as what lies over this is closed."""
        if self.is_active:
            return super().dismiss(result)
        self._ending = (result,)
        return AwaitComplete()

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Close, where that was to be."""
        if self._ending is not None:
            self.dismiss(*self._ending)
