"""One proposal: its values, and the words in the source that the current one was read from."""

from collections.abc import Iterator

from textual.containers import Vertical
from textual.widget import Widget

from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Citation, Proposal, Source
from briefing.tui.screens import draft_lines, kept_text
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.wrapped_text import Line, Part

_HERE = "here"
"""What the highlighted words in the source are called."""


class ProposalView(Vertical):
    """The values of a proposal over their source, or beside it.

    One value at a time is the current one: its words are highlighted, its readings numbered.
    """

    DEFAULT_CSS = """
    ProposalView {
        & #read { height: 4fr; }
        & #source { height: 3fr; }
        & #values > .text--link { text-style: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        """Of the current value; empty where nothing is shown."""
        self.proposal: Proposal | None = None
        self._values, self._words = TextView(id="values"), TextView(id="words")
        self._values.can_focus = self._words.can_focus = False
        self._kind, self._title = Bar(), Bar()
        self._texts: dict[str, str] = {}

    def compose(self) -> Iterator[Widget]:
        """Yield the values and the source, each under its heading."""
        yield Vertical(self._kind, self._values, id="read")
        yield Vertical(self._title, self._words, id="source")

    def show(self, desk: Desk, proposal: Proposal | None, path: str = "") -> None:
        """Show a proposal at one of its values, else at its first doubt or value."""
        self.proposal = proposal
        self.path = _current(desk, proposal, path) if proposal else ""
        self._show_values(desk)
        self._show_words(desk)

    def step(self, desk: Desk, by: int) -> None:
        """Go to the next value, or to the one before."""
        if self.proposal is not None:
            paths = [value.path for value in draft_lines.values(desk, self.proposal.draft)]
            at = paths.index(self.path) + by if self.path in paths else 0
            self.show(desk, self.proposal, paths[at % len(paths)])

    @property
    def words(self) -> Citation | None:
        """Where the current value was read, else where the whole proposal was."""
        if self.proposal is None:
            return None
        evidence = self.proposal.draft.evidence.get(self.path)
        for citation in evidence.citations if evidence else ():
            if citation.start is not None:
                return citation
        start, end = self.proposal.start, self.proposal.end
        return Citation(source=self.proposal.source, start=start, end=end)

    def _show_values(self, desk: Desk) -> None:
        proposal = self.proposal
        lines = list(draft_lines.lines(desk, proposal, self.path)) if proposal else []
        self._values.show(lines)
        self._values.move_to_target(self.path)
        at = (n for n in range(len(lines)) if self.path in self._values.targets_at(n))
        # What is doubted about the value stands below it: leave it the room.
        self._values.move_to_line(max(0, next(at, 0) - 1))
        heading = draft_lines.kind_words(desk, proposal) if proposal else ""
        self._kind.show([Cell(f" {heading}", Tone.HEADING)])

    def _show_words(self, desk: Desk) -> None:
        words = self.words
        source = desk.store.get(Source, words.source) if words else None
        if words is None or source is None:
            self._title.show(())
            self._words.show(())
            return
        self._title.show([Cell(" In the source: ", Tone.MUTED), Cell(source.title, Tone.HEADING)])
        self._words.show(self._lines_of_source(desk, source, words))
        self._words.move_to_target(_HERE)

    def _lines_of_source(self, desk: Desk, source: Source, words: Citation) -> list[Line]:
        if source.id not in self._texts:
            try:
                self._texts[source.id] = desk.store.source_text(source.sha256)
            except BriefingError as error:
                return [Line((Part(str(error), Tone.DOUBT),))]
        span = kept_text.Span(words.start or 0, words.end or 0, _HERE)
        return kept_text.lines_around(self._texts[source.id], span)


def _current(desk: Desk, proposal: Proposal, path: str) -> str:
    values = draft_lines.values(desk, proposal.draft)
    wanted = (
        [value for value in values if value.path == path],
        [value for value in values if value.is_doubted],
        [value for value in values if value.citation],
        values,
    )
    return next((found[0].path for found in wanted if found), "")
