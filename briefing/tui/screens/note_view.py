"""A briefing note to read: each number leads to the words of its source."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from textual import events, on

from briefing.arrange.links import citations
from briefing.model import Citation, Record
from briefing.note.blocks import BriefingNote, SectionName, SourceEntry, one_line
from briefing.note.kinds import Kind
from briefing.text import count
from briefing.tui.screens import note_lines
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView

_WIDE = 44
"""Columns from which the labels of facts have one of their own."""


class NoteView(TextView):
    """A note as its file will have it, with what is still to be written in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._note: BriefingNote | None = None
        self._kind: Kind | None = None
        self._records: Sequence[Record] = ()
        self._starts: Mapping[SectionName | None, int] = {}

    def show_note(self, note: BriefingNote, kind: Kind, records: Sequence[Record]) -> None:
        """Show a note as far down as before; `records` are what it is made from."""
        self._note, self._kind, self._records = note, kind, records
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """Put labels beside or before their facts, as there is room."""
        self._tell()

    def _tell(self) -> None:
        if self._note is None:
            return
        is_wide = self.size.width >= _WIDE
        told = list(note_lines.passages(self._note, self._kind, is_wide=is_wide))
        starts = accumulate((len(passage.lines) for passage in told), initial=0)
        self._starts = dict(zip((passage.part for passage in told), starts, strict=False))
        self.show([line for passage in told for line in passage.lines], keep=True)

    def bring(self, part: SectionName | None, *, below: int = 0) -> None:
        """Bring a part to the top, or so many rows below it; None for the head.

        Where the part is not told nothing moves.
        """
        if part in self._starts:
            # A part begins with a blank line.
            self.move_to_line(self._starts[part] + 1 if part else 0)
            self.scroll_to_line(self.scroll_offset.y - below)

    def citation(self, number: int) -> Citation | None:
        """Return the words that a number of the note leads to; None where there is no such one."""
        entries = self._note.sources if self._note else ()
        entry = next((e for e in entries if e.number == number), None)
        if entry is None:
            return None
        meant = (c for c in self._citations() if c.source == entry.source and _is_meant(c, entry))
        named = Citation(source=entry.source, place=entry.place, words=entry.words)
        return next(meant, named)

    @on(TextView.Followed)
    def _open_source(self, event: TextView.Followed) -> None:
        at = self.citation(int(event.target))
        if at is not None:
            self.app.push_screen(SourceScreen(at.source, at=at, cited=list(self._citations())))

    def _citations(self) -> Iterable[Citation]:
        return (citation for record in self._records for citation in citations(record))


def length(note: BriefingNote, pages: int | None = None) -> str:
    """Return how long a note is beside what it may be: "412 of 900 words, 2 of 2 pages"."""
    words = f"{note.words:,} of {count(note.limit.number, 'word')}"
    if not note.pages:
        return words
    most = count(note.pages, "page")
    return f"{words}, {pages} of {most}" if pages else f"{words}, {most} at most"


def _is_meant(citation: Citation, entry: SourceEntry) -> bool:
    is_held = citation.start is not None
    same_place = is_held or one_line(citation.place) == entry.place
    return same_place and one_line(citation.words) == entry.words
