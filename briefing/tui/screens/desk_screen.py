"""What every whole screen has: the desk, a line on top, a status line and the key bar."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.geometry import Region
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.errors import BriefingError
from briefing.tui.commands import KEY_BAR
from briefing.tui.screens.closing import Closing
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.bare import Ground
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.store import Change
    from briefing.tui.app import BriefingApp


def preparing(share: float) -> str:
    """Return the words that tell how much can be found already."""
    return f"Preparing to find … {share:.0%}"


class DeskScreen(Closing[None]):
    """A screen of the desk.

    A subclass gives its `content`, its bindings out of the table of commands (`bindings("place")`),
    what `y` copies and how it shows anew. The keys of "app" (undo, copy, help, palette) work here
    without more. Screens are pushed by `BriefingApp` and leave with `self.dismiss()`.
    """

    AUTO_FOCUS = ""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-single"),
        (80, "-narrow"),
        (120, "-wide"),
        (180, "-full"),
    ]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keys: it shows that itself, and the screen need not be drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self._ground = Ground()

    def compose(self) -> ComposeResult:
        """Put the screen's content between the title line and the key bar."""
        yield Bar(id="title")
        yield from self.content()
        yield Bar(id="status", most_rows=4)
        yield KeyBar(order=KEY_BAR)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines: the screen itself is only ground."""
        return self._ground.lines(self, crop)

    def notify_style_update(self) -> None:
        """Forget the ground in the colours of before."""
        super().notify_style_update()
        self._ground.forget()

    def content(self) -> Iterable[Widget]:
        """Return the widgets between title line and status line."""
        raise NotImplementedError

    @property
    def briefing(self) -> "BriefingApp":
        """The app, as ours."""
        from briefing.tui.app import BriefingApp

        assert isinstance(self.app, BriefingApp)
        return self.app

    @property
    def desk(self) -> "Desk":
        """The desk; only asked for once it is open."""
        return self.briefing.desk

    def head(self, left: str, right: str = "") -> None:
        """Show what the screen is about in the title line."""
        title = self.query_one("#title", Bar)
        title.show([Cell(f" {left}", Tone.STRONG)], [Cell(f"{right} ", Tone.MUTED)])

    def say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        """Show a sentence in the status line."""
        self.show_status([Cell(f" {sentence}", tone)])

    def show_status(self, left: Iterable[Cell], right: Iterable[Cell] = ()) -> None:
        """Fill the status line. Where the desk is being closed it is gone before all work ends."""
        for status in self.query("#status").results(Bar):
            status.show(left, right)

    def before_jump(self) -> None:
        """Keep in mind where one is, before a jump to something else in sight."""

    @on(LineView.Waiting)
    def _told_to_wait(self, event: LineView.Waiting) -> None:
        self.say(event.sentence)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell a BriefingError in the status line. Actions called by a key need no such care."""
        try:
            yield
        except BriefingError as error:
            self.say(str(error), Tone.BAD)

    def show_share(self, share: float | None) -> None:
        """Show which share of the desk can be found already; None for all of it."""

    def text_to_copy(self) -> str:
        """Return what `y` copies, as plain text; empty where there is nothing."""
        return ""

    def reload(self) -> None:
        """Show anew what the desk holds."""

    def show_changes(self, changes: "Sequence[Change]") -> None:
        """Show changes, undo and redo included: all anew, where a screen knows no lighter way."""
        self.reload()
