"""To review: what was read from documents, to be accepted, mended or rejected."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget

from briefing.arrange.inbox import inbox
from briefing.arrange.links import citations
from briefing.desk import intake
from briefing.desk.doubts import doubted
from briefing.desk.find import matches
from briefing.desk.units import Units
from briefing.model import Proposal, Source
from briefing.text import count, fold
from briefing.tui.bindings import bindings
from briefing.tui.screens.draft_lines import Around
from briefing.tui.screens.find_line import FindLine
from briefing.tui.screens.inbox_rows import InboxRows
from briefing.tui.screens.proposal_view import ProposalView
from briefing.tui.screens.review_picking import Picking
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import VirtualList

_PAUSE = 0.04
"""Seconds that the cursor rests before the proposal under it is laid out."""

_EMPTY = "Nothing waits for review. Paste an announcement here, or bring in a file (I)."


class WaitingList(VirtualList, inherit_bindings=False):
    """The proposals; Enter belongs to the value that is doubted, not to the row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in bindings("list")
        if not isinstance(binding, Binding) or binding.id != "list.open"
    ]


class ReviewScreen(Picking):
    """What waits, and the proposal under the cursor with the words that it was read from."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    DEFAULT_CSS = """
    ReviewScreen {
        & #waiting { height: 5fr; }
        & ProposalView { height: 16fr; }
    }
    ReviewScreen.-wide, ReviewScreen.-full {
        & #waiting { height: 9fr; }
        & ProposalView {
            height: 18fr;
            layout: horizontal;
            & #source { height: 1fr; width: 10fr; }
            & #read { height: 1fr; width: 11fr; }
        }
    }
    ReviewScreen.-full {
        & #body { layout: horizontal; }
        & #waiting { width: 7fr; height: 1fr; }
        & ProposalView { width: 12fr; height: 1fr; }
    }
    """

    def __init__(self, *, source: str | None = None) -> None:
        super().__init__()
        self._first_source = source
        self._rows = InboxRows(inbox((), {}))
        self._laid_out: tuple[list[Proposal], list[str]] | None = None
        self._rest: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """Return the list, the source and the values."""
        waiting = WaitingList(empty=_EMPTY)
        found = Vertical(
            FindLine("words to look for"), Horizontal(waiting, Thumb(waiting)), id="waiting"
        )
        return (Vertical(found, ProposalView(), id="body"),)

    def on_mount(self) -> None:
        """Show what waits, from the source that was just brought in."""
        self.refill()
        self.show()
        self.waiting_list.focus()
        if self._first_source is not None:
            self.go_to_source(self._first_source)

    def go_to_source(self, source: str | None) -> None:
        """Put the cursor on the first proposal of a source."""
        rows = range(len(self._rows.keys))
        self.waiting_list.move_to(
            next((i for i in rows if self._rows.proposal(i).source == source), 0)
        )

    def reload(self) -> None:
        """Show what waits now, the cursor on the same proposal, in its place or on what is new."""
        if self.is_mounted and self.refill():
            self.show(self.view.path)

    def refill(self) -> bool:
        """List what waits now; False where that is what is listed."""
        waiting = intake.waiting(self.desk)
        words = fold(self.query_one(FindLine).value).split()
        if (waiting, words) == self._laid_out:
            return False
        self._laid_out = (waiting, words)
        before = set(self._rows.keys)
        self.units = Units(waiting)
        self.marked &= {proposal.id for proposal in waiting}
        shown = [p for p in waiting if matches(p.draft, words)] if words else waiting
        self._rows = InboxRows(inbox(shown, self._titles(shown)), self.marked)
        self.waiting_list.show(self._rows)
        new = [key for key in self._rows.keys if key not in before]
        if before and new:
            self.waiting_list.move_to_key(new[0])
        return True

    # What is shown --------------------------------------------------------------------------

    @property
    def proposal(self) -> Proposal | None:
        """The proposal under the cursor."""
        return self._rows.proposal(self.waiting_list.index) if self._rows.keys else None

    @property
    def rows(self) -> Sequence[Proposal]:
        """What the list shows, from its first row to its last."""
        return [self._rows.proposal(index) for index in range(len(self._rows.keys))]

    @property
    def waiting_list(self) -> VirtualList:
        """The list of what waits."""
        return self.query_one(WaitingList)

    @property
    def view(self) -> ProposalView:
        """The proposal under the cursor with its source."""
        return self.query_one(ProposalView)

    def _titles(self, waiting: Sequence[Proposal]) -> dict[str, str]:
        held = (self.desk.store.get(Source, id) for id in {p.source for p in waiting})
        return {source.id: source.title for source in held if source}

    def show_head(self) -> None:
        """Tell how much waits, is doubted, and is marked."""
        waiting = self.units.waiting
        doubts = sum(len(place.evidence.doubts) for place in self.units.doubted)
        told = [f"To review · {len(waiting)} waiting" if waiting else "To review"]
        told += [f"{len(self.marked)} marked"] if self.marked else []
        self.head(" · ".join(told), f"{count(doubts, 'doubt')} (?)" if doubts else "")

    def show(self, path: str = "") -> None:
        """Lay the proposal under the cursor out, at one of its values."""
        proposal = self.proposal
        self.view.choose(self.desk, proposal, path)
        hanging = self.units.whole(proposal)[1:] if proposal else []
        self.waiting_list.marked = frozenset(place.proposal.id for place in self.alike)
        self.view.show(self.desk, Around(hanging, self.offers()))
        if proposal is not None:
            self.seen.update((proposal.id, *(p.id for p in self.units.own(proposal))))
        self.show_head()
        self.refresh_bindings()

    def show_marks(self) -> None:
        """Draw the rows again with their marks."""
        self.waiting_list.forget_strips()
        self.show_head()
        self.refresh_bindings()

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_PAUSE, self.rested)

    def rested(self) -> None:
        """Lay out what the cursor rests on."""
        if self.proposal is not self.view.proposal:
            self.show()

    @on(TextView.Followed, "#values")
    def _clicked(self, event: TextView.Followed) -> None:
        self.show(event.target)

    def on_resize(self) -> None:
        """Bring the current value and its words into sight again."""
        self.call_after_refresh(self.show, self.view.path)

    def go_to(self, index: int) -> None:
        """Put the cursor on a row, with what follows it in sight."""
        rows = self.waiting_list
        rows.move_to(index)
        if not 0 < rows.cursor_offset().y <= rows.size.height // 2:
            rows.bring_up(rows.size.height // 3)

    # Finding --------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Show only what holds the words that are typed."""
        self.query_one(FindLine).open()

    @on(FindLine.Changed)
    def _narrow(self) -> None:
        self.reload()

    @on(FindLine.Submitted)
    def _keep_narrowed(self) -> None:
        self.waiting_list.focus()

    def action_back(self) -> None:
        """Show all again, take the marks off, or go back to where one came from."""
        find = self.query_one(FindLine)
        if find.is_open:
            find.close()
            self.reload()
            self.waiting_list.focus()
        elif self.marked:
            self.action_mark_none()
        else:
            self.dismiss()

    # Walking --------------------------------------------------------------------------------

    def action_next_doubt(self) -> None:
        """Go to the next doubted value, of this proposal or of one below."""
        self._walk_doubts(1)

    def action_previous_doubt(self) -> None:
        """Go to the doubted value before."""
        self._walk_doubts(-1)

    def action_next_value(self) -> None:
        """Go to the next value of this proposal."""
        self.show(self.view.path_beside(self.desk, 1))

    def action_previous_value(self) -> None:
        """Go to the value before."""
        self.show(self.view.path_beside(self.desk, -1))

    def action_source(self) -> None:
        """Read the whole source at the words of the current value."""
        here = self.view.words
        if here is not None:
            waiting = (p for p in self.units.waiting if p.source == here.source)
            cited = [citation for other in waiting for citation in citations(other.draft)]
            self.app.push_screen(SourceScreen(here.source, at=here, cited=cited))

    def _walk_doubts(self, step: int) -> None:
        index, path = next(self._doubts_from(step), (0, ""))
        if path:
            self.go_to(index)
            self.show(path)
        else:
            self.say("There is no doubt left; a accepts, A accepts all of this source.")

    def _doubts_from(self, step: int) -> Iterator[tuple[int, str]]:
        """Yield the doubted values after the current one, or before it, and around to it again."""
        here, total = self.waiting_list.index, len(self._rows.keys)
        if not total:
            return
        own = doubted(self._rows.proposal(here))[::step]
        at = own.index(self.view.path) if self.view.path in own else -1
        yield from ((here, path) for path in own[at + 1 :])
        for distance in range(1, total):
            index = (here + step * distance) % total
            yield from ((index, path) for path in doubted(self._rows.proposal(index))[::step])
        yield from ((here, path) for path in own)
