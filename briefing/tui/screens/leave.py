"""Going back from a screen with a word on what came of it."""

from briefing.tui.screens.desk_screen import DeskScreen


def leave(screen: DeskScreen, sentence: str = "") -> None:
    """Go back to the screen below and say there what happened."""
    below = screen.app.screen_stack[-2]
    screen.dismiss()
    if sentence and isinstance(below, DeskScreen):
        # After the screen has shown the change, which may have words of its own.
        screen.app.call_later(below.call_after_refresh, below.say, sentence)
