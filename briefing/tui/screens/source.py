"""A source to read: the kept text with the words that facts rest on, or what is named of it."""

import asyncio
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing import platform
from briefing.desk import fields
from briefing.desk.ties import citing
from briefing.model import Citation, Source
from briefing.text import clean, clean_block, count
from briefing.tui.bindings import bindings
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.find_line import FindLine
from briefing.tui.screens.kept_text import Span, apart, text_lines
from briefing.tui.screens.tied import citing_screen
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.wrapped_text import Line, Part
from briefing.when_words import date_words

_LABEL_WIDTH = 12


class SourceScreen(DeskScreen):
    """One source. `n` walks the cited words, or what was found by `/`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("source")

    def __init__(
        self, source: str, *, at: Citation | None = None, cited: Sequence[Citation] = ()
    ) -> None:
        super().__init__()
        self._source_id = source
        self._at = at
        self._cited = [c for c in (*([at] if at else ()), *cited) if c.source == source]
        self._text = ""
        self._spans: list[Span] = []
        self._words = ""

    @property
    def source(self) -> Source | None:
        """What is read; None where it is not held any more."""
        return self.desk.store.get(Source, self._source_id)

    def content(self) -> Iterable[Widget]:
        """Return the text with its thumb, and the line to type what is looked for."""
        view = TextView()
        return (Horizontal(view, Thumb(view)), FindLine("words to look for in this text"))

    def on_mount(self) -> None:
        """Read the kept text and go to the words."""
        source = self.source
        title = source.title if source else "A source that is not held any more"
        self.head(title, source.body if source else "")
        self.query_one(TextView).focus()
        if source is not None and source.is_held:
            with self.telling():
                self._text = self.desk.store.source_text(source.sha256)
        self._show_spans(self._cited_spans(), self._number_of(self._at))

    def text_to_copy(self) -> str:
        """Return the whole text, or what is named of the source."""
        return clean_block(self._text) or "\n".join(
            "".join(part.text for part in line.parts) for line in self._named()
        )

    # What is shown --------------------------------------------------------------------------

    def _show_spans(self, spans: list[Span], current: int) -> None:
        self._spans = spans
        view = self.query_one(TextView)
        view.show(text_lines(self._text, spans) if self._text else list(self._named()))
        if spans:
            self.call_after_refresh(view.move_to_target, spans[current].target)

    def _number_of(self, citation: Citation | None) -> int:
        starts = [span.start for span in self._cited_spans()]
        start = citation.start if citation else None
        return starts.index(start) if start in starts else 0

    def _cited_spans(self) -> list[Span]:
        """Return the cited words in order; what overlaps those one came for gives way."""
        spans = [span for citation in self._cited for span in _span(citation)]
        wanted = [span for citation in (self._at,) if citation for span in _span(citation)]
        return apart([*wanted, *(s for s in spans if not any(s.meets(w) for w in wanted))])

    def _named(self) -> Iterator[Line]:
        source = self.source
        if source is None:
            return
        told = (
            ("Title", source.title),
            ("Kind", source.kind),
            ("Issued by", source.body),
            ("Date", date_words(source.published) if source.published.is_dated else ""),
            ("Address", source.address),
            ("File", source.name),
            ("Received", fields.text_of(source.received)),
        )
        yield from (_fact(label, text) for label, text in told if text)
        for citation in self._cited:
            yield Line()
            if citation.place:
                yield _fact("Place", citation.place)
            if citation.words:
                yield _fact("Words", f"“{citation.words}”", Tone.QUOTE)

    # Walking and finding --------------------------------------------------------------------

    def action_next(self, step: int) -> None:
        """Go to the next words that are cited or found, or to those before."""
        if not self._spans:
            self.say("No words are cited here; / finds some.")
            return
        view = self.query_one(TextView)
        targets = [span.target for span in self._spans]
        at = targets.index(view.target) + step if view.target in targets else 0
        view.move_to_target(targets[at % len(targets)])
        self._say_where(at % len(targets))

    def action_find(self) -> None:
        """Ask for words to find."""
        self.query_one(FindLine).open()

    @on(FindLine.Submitted)
    def _find(self, event: FindLine.Submitted) -> None:
        self._words = clean(event.value)
        self._close_find()
        found = re.finditer(re.escape(event.value), self._text, re.IGNORECASE)
        hits = [Span(m.start(), m.end(), f"found {m.start()}") for m in found if m[0]]
        if hits:
            self._show_spans(hits, 0)
            self._say_where(0)
        else:
            self.say(f"“{self._words}” is not in this text.")
            self._words = ""

    def _close_find(self) -> None:
        self.query_one(FindLine).close()
        self.query_one(TextView).focus()

    def _say_where(self, number: int) -> None:
        what = f"“{self._words}”" if self._words else "Cited words"
        self.say(f"{what}: {number + 1} of {len(self._spans)}")

    def action_open(self) -> None:
        """Open the address of the source in the browser."""
        address = self.source.address if self.source else ""
        if not address.startswith(("http://", "https://")):
            self.say("No web address is known for this source.")
        elif not platform.open_address(address):
            self.say(f"Nothing here opens web pages; the address is {address}")

    @work(exclusive=True, group="citing")
    async def action_citing(self) -> None:
        """List what rests on this source, and go to what is chosen of it."""
        source = self.source
        if source is None:
            return
        self.say("Looking for what rests on this …")
        found = []
        for record in citing(self.desk, source):
            if record is None:
                await asyncio.sleep(0)
            else:
                found.append(record)
        self.say(f"{count(len(found), 'record')} rest on this source.")
        self.app.push_screen(citing_screen(source.title, found), self._go_to)

    def _go_to(self, id: str | None) -> None:
        if id is not None:
            self.briefing.go_to(id)

    def action_back(self) -> None:
        """End the search, or go back to where one came from."""
        if self.query_one(FindLine).is_open:
            self._close_find()
        elif self._words:
            self._words = ""
            self._show_spans(self._cited_spans(), self._number_of(self._at))
            self.say(f"{count(len(self._spans), 'passage')} cited here")
        else:
            self.dismiss()


def _fact(label: str, text: str, tone: Tone = Tone.PLAIN) -> Line:
    parts = (Part(f"{label:<{_LABEL_WIDTH}}", Tone.MUTED), Part(text, tone))
    return Line(parts, hang=_LABEL_WIDTH)


def _span(citation: Citation) -> Iterator[Span]:
    start, end = citation.start, citation.end
    if start is not None and end is not None:
        yield Span(start, end, f"cited {start}")
