"""One proposal: the words in the source that its current value was read from, and its values."""

from collections.abc import Iterator

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from briefing.desk.desk import Desk
from briefing.desk.values import kind_words, values
from briefing.model import Citation, Proposal, Source
from briefing.tui.screens import draft_lines
from briefing.tui.screens.draft_lines import Around
from briefing.tui.screens.source_words import SourceWords
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb


class ProposalView(Vertical):
    """The source over the values of a proposal, or beside them.

    One value at a time is the current one: its words are lit up, its readings numbered.
    """

    DEFAULT_CSS = """
    ProposalView {
        & #source { height: 5fr; }
        & #read { height: 11fr; }
        & #values > .text--link { text-style: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        """Of the current value; empty where nothing is shown."""
        self.proposal: Proposal | None = None
        self.source_words = SourceWords(id="words")
        self._values = TextView(id="values")
        self._values.can_focus = False
        self._kind, self._title = Bar(), Bar()

    def compose(self) -> Iterator[Widget]:
        """Yield the source and the values, each under its heading."""
        words, values = self.source_words, self._values
        yield Vertical(self._title, Horizontal(words, Thumb(words)), id="source")
        yield Vertical(self._kind, Horizontal(values, Thumb(values)), id="read")

    def choose(self, desk: Desk, proposal: Proposal | None, path: str = "") -> None:
        """Take a proposal and one of its values, else its first doubt or value."""
        self.proposal = proposal
        self.path = _current(desk, proposal, path) if proposal else ""

    def show(self, desk: Desk, around: Around) -> None:
        """Show what was chosen."""
        self._show_values(desk, around)
        self._show_words(desk)

    def path_beside(self, desk: Desk, by: int) -> str:
        """Return the path of the next value, or of the one before."""
        if self.proposal is None:
            return ""
        paths = [value.path for value in values(desk, self.proposal)]
        at = paths.index(self.path) + by if self.path in paths else 0
        return paths[at % len(paths)] if paths else ""

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

    def _show_values(self, desk: Desk, around: Around) -> None:
        proposal = self.proposal
        lines = list(draft_lines.lines(desk, proposal, self.path, around)) if proposal else []
        self._values.show(lines)
        self._values.move_to_target(self.path)
        at = (n for n in range(len(lines)) if self.path in self._values.targets_at(n))
        # What is doubted about the value stands below it: leave it the room.
        self._values.move_to_line(max(0, next(at, 0) - 1))
        heading = kind_words(desk, proposal, around.hanging) if proposal else ""
        self._kind.show([Cell(f" {heading}", Tone.HEADING)])

    def _show_words(self, desk: Desk) -> None:
        words = self.words
        source = desk.store.get(Source, words.source) if words else None
        self._title.show(
            [Cell(" In the source: ", Tone.MUTED), Cell(source.title, Tone.HEADING)]
            if source
            else ()
        )
        evidence = self.proposal.draft.evidence.get(self.path) if self.proposal else None
        cited = (
            [c for c in evidence.citations if c.source == words.source]
            if evidence and words
            else []
        )
        self.source_words.open(desk, source, cited or ([words] if words else []))


def _current(desk: Desk, proposal: Proposal, path: str) -> str:
    found = values(desk, proposal)
    wanted = (
        [value for value in found if value.path == path],
        [value for value in found if value.is_doubted],
        [value for value in found if value.citation],
        found,
    )
    return next((matching[0].path for matching in wanted if matching), "")
