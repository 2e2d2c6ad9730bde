"""The smallest Textual app: the measure of a first frame."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class SmallestApp(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """Show the word."""
        yield Static("Smallest")


if __name__ == "__main__":
    SmallestApp().run()
