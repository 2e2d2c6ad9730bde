"""A line to type what is looked for, out of the way until it is asked for."""

from textual.widgets import Input


class FindLine(Input):
    """One line; whoever opens it listens to its `Changed` and `Submitted`."""

    DEFAULT_CSS = """
    FindLine { display: none; }
    FindLine.-open { display: block; }
    """

    def __init__(self, hint: str) -> None:
        super().__init__(placeholder=hint, select_on_focus=False, compact=True)
        self.cursor_blink = False

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self.has_class("-open")

    def open(self) -> None:
        """Show it and have letters go to it."""
        self.add_class("-open")
        self.focus()

    def close(self) -> None:
        """Empty it and put it out of the way."""
        with self.prevent(Input.Changed):
            self.value = ""
        self.remove_class("-open")
