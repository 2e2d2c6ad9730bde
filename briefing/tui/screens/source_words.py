"""The source beside a proposal: its words lit up, and others picked with the keys."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.message import Message

from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Citation, Source
from briefing.tui.bindings import bindings
from briefing.tui.screens.kept_text import Span, Window, lines_within, window_around
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.wrapped_text import Line, Part

HERE = "here"
"""What the words of the current value are called, or the word that the keys are on."""

_ALSO = "also"
"""What else is lit up: other words of the value, or the rest of what is picked."""

_AROUND_WORDS = " \t\n.,;:!()[]{}“”‘’\"'*•·–—-"
"""What is left off at either end of picked words."""

_WORD = re.compile(r"\S+")


class SourceWords(TextView, inherit_bindings=False):
    """A kept text around some words. Once picking has begun, keys go from word to word."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("words")

    class Picked(Message):
        """Words were chosen for a field."""

        def __init__(self, citation: Citation) -> None:
            super().__init__()
            self.citation = citation

    class SplitAt(Message):
        """What is proposed is to be two, the second from this word on."""

        def __init__(self, position: int) -> None:
            super().__init__()
            self.position = position

    class Left(Message):
        """Nothing was chosen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._texts: dict[str, str] = {}
        self._shown: tuple[str, str, tuple[Span, ...]] | None = None
        self._source = ""
        self._kept = ""
        self._window = Window(0, 0)
        self._words: list[tuple[int, int]] = []
        self._caret = self._anchor = 0

    def open(self, desk: Desk, source: Source | None, cited: list[Citation]) -> None:
        """Light cited words up; the first are brought into sight."""
        spans = tuple(_spans(cited))
        if source is None or not spans:
            self._shown = None
            self.show(())
            return
        now = (source.id, source.sha256, spans)
        if now == self._shown:
            return
        self._shown = now
        try:
            text = self._text_of(desk, source)
        except BriefingError as error:
            self.show([Line((Part(str(error), Tone.DOUBT),))])
            return
        self._source, self._kept = source.id, text
        self._window = window_around(text, spans[0].start, spans[0].end)
        self.show(lines_within(text, self._window, spans))
        self._bring_up()

    def begin(self) -> bool:
        """Let keys pick words, from the ones that are lit up; False where there are none."""
        if self._shown is None or not self._kept:
            return False
        first = self._shown[2][0].start
        self._lay_out(first)
        self._caret = self._anchor = self._word_at(first)
        self.can_focus = True
        self.focus()
        self._show_picked()
        return bool(self._words)

    def end(self) -> None:
        """Let keys pick nothing any more; the next `open` shows what is cited."""
        self.can_focus = False
        self._shown = None

    @property
    def picked(self) -> Citation:
        """The words from where picking began to the one that the keys are on."""
        start, end = self._picked_span()
        return Citation(source=self._source, start=start, end=end, words=self._kept[start:end])

    @on(events.Resize)
    def _resized(self) -> None:
        """Bring the words into sight again, once they are wrapped for the new width."""
        self.call_after_refresh(self._bring_up)

    def _bring_up(self) -> None:
        if self.move_to_target(HERE):
            self.scroll_to_line(self._link_row - self.size.height // 3)

    # Going about ----------------------------------------------------------------------------

    def action_go(self, words: int) -> None:
        """Go so many words on, or back, and begin anew there."""
        self._move(self._caret + words, is_extending=False)

    def action_go_lines(self, lines: int) -> None:
        """Go so many lines down, or up, and begin anew there."""
        self._move(self._word_lines_away(lines), is_extending=False)

    def action_extend(self, words: int) -> None:
        """Pick so many words more, or less."""
        self._move(self._caret + words, is_extending=True)

    def action_extend_lines(self, lines: int) -> None:
        """Pick so many lines more, or less."""
        self._move(self._word_lines_away(lines), is_extending=True)

    def action_pick(self) -> None:
        """Choose what is picked."""
        self.post_message(self.Picked(self.picked))

    def action_split(self) -> None:
        """Have a second proposal begin at this word."""
        self.post_message(self.SplitAt(self._words[self._caret][0]))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.post_message(self.Left())

    def _move(self, word: int, *, is_extending: bool) -> None:
        at = self._words[max(0, min(word, len(self._words) - 1))][0]
        picked_from = self._words[self._anchor][0] if is_extending else at
        if not self._window.start < at < self._window.end - 1:
            self._lay_out(at)
        self._caret, self._anchor = self._word_at(at), self._word_at(picked_from)
        self._show_picked()

    def _lay_out(self, position: int) -> None:
        """Lay the text out around a place, with its words to walk."""
        self._window = window = window_around(self._kept, position, position)
        found = _WORD.finditer(self._kept, window.start, window.end)
        self._words = [match.span() for match in found]

    def _word_at(self, position: int) -> int:
        """Return the word that stands at a place, or the nearest before it."""
        return max(0, bisect_right(self._words, (position, len(self._kept))) - 1)

    def _word_lines_away(self, lines: int) -> int:
        """Return the word so many rows of the screen below the current one, or above it."""
        position = self.position_rows_away(self._words[self._caret][0] - self._window.start, lines)
        return self._word_at(self._window.start + position)

    def _picked_span(self) -> tuple[int, int]:
        first, last = sorted((self._anchor, self._caret))
        start, end = self._words[first][0], self._words[last][1]
        words = self._kept[start:end]
        bare = words.strip(_AROUND_WORDS)
        if not bare:
            return start, end
        start += words.index(bare)
        return start, start + len(bare)

    def _show_picked(self) -> None:
        if not self._words:
            return
        here = self._words[self._caret]
        first, last = sorted((self._anchor, self._caret))
        start, end = self._words[first][0], self._words[last][1]
        stretches = (Span(start, here[0], _ALSO), Span(*here, HERE), Span(here[1], end, _ALSO))
        spans = [span for span in stretches if span.start < span.end]
        self.show(lines_within(self._kept, self._window, spans), keep=True)
        self.move_to_target(HERE)

    def _text_of(self, desk: Desk, source: Source) -> str:
        if source.id not in self._texts:
            self._texts = {source.id: desk.store.source_text(source.sha256)}
        return self._texts[source.id]


def _spans(cited: list[Citation]) -> Iterator[Span]:
    target = HERE
    for citation in cited:
        if citation.start is not None and citation.end is not None:
            yield Span(citation.start, citation.end, target)
            target = _ALSO
