"""A field of which only a few words are possible."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.cells import fit, one_line


class Choice(Widget, can_focus=True):
    """One of some words: left and right go through them, letters go to the one they begin."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--value"}

    DEFAULT_CSS = """
    Choice {
        height: 1;
        background: $panel;
        color: $foreground;
        & > .choice--value { color: $foreground; }
        &:focus > .choice--value {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
        &:nocolor:focus > .choice--value { text-style: reverse; }
    }
    """

    value: reactive[str] = reactive("")

    class Changed(Message):
        """Another word was chosen."""

    def __init__(
        self,
        choices: Sequence[str],
        *,
        labels: Mapping[str, str] | None = None,
        id: str | None = None,
    ) -> None:
        """Make a field of some words, of which some have a label that is shown beside them."""
        super().__init__(id=id)
        self.choices = tuple(choices)
        self._labels = labels or {}
        self._typed = ""

    def render_line(self, y: int) -> Strip:
        """Return the word between its arrows."""
        label = one_line(self._labels.get(self.value, ""))
        words = f"{self.value} ({label})" if label else self.value or "not said"
        text = f" ‹ {words} › "
        shown = Segment(text, self.get_component_rich_style("choice--value"))
        rest = fit("", max(0, self.size.width - cell_len(text)))
        return Strip([shown, Segment(rest, self.rich_style)]).crop(0, self.size.width)

    def watch_value(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are for choosing here, not commands."""
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Go through the words."""
        step = {"right": 1, "space": 1, "left": -1}.get(event.key)
        if step is not None:
            self._typed = ""
            self._go(step)
        elif event.character and event.character.isprintable():
            self._go_to_beginning(event.character.casefold())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_blur(self) -> None:
        """Begin the word afresh next time."""
        self._typed = ""

    def _go(self, step: int) -> None:
        at = self.choices.index(self.value) + step if self.value in self.choices else 0
        self.value = self.choices[at % len(self.choices)]

    def _go_to_beginning(self, letter: str) -> None:
        for typed in (self._typed + letter, letter):
            found = [word for word in self.choices if self._begins(word, typed)]
            if found:
                self._typed, self.value = typed, found[0]
                return

    def _begins(self, word: str, typed: str) -> bool:
        called = (word, self._labels.get(word, ""))
        return any(name.casefold().startswith(typed) for name in called)
