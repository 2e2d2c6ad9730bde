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
from briefing.desk import doubts, edit, intake
from briefing.desk.find import matches, title_of
from briefing.model import Position, Proposal, Record, Source
from briefing.text import count, fold
from briefing.tui.bindings import bindings
from briefing.tui.screens import draft_lines
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.find_line import FindLine
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.inbox_rows import InboxRows
from briefing.tui.screens.proposal_view import ProposalView
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


class ReviewScreen(DeskScreen):
    """What waits, and the proposal under the cursor with the words that it was read from."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    DEFAULT_CSS = """
    ReviewScreen {
        & #waiting { height: 4fr; }
        & ProposalView { height: 7fr; }
    }
    ReviewScreen.-wide, ReviewScreen.-full {
        & #body { layout: horizontal; }
        & #waiting { width: 5fr; height: 1fr; }
        & ProposalView { width: 6fr; height: 1fr; }
    }
    ReviewScreen.-full ProposalView {
        layout: horizontal;
        width: 10fr;
        & #read, & #source { height: 1fr; width: 1fr; }
    }
    """

    def __init__(self, *, source: str | None = None) -> None:
        super().__init__()
        self._first_source = source
        self._rows = InboxRows(inbox((), {}))
        self._laid_out: tuple[list[Proposal], list[str]] | None = None
        self._rest: Timer | None = None

    @property
    def proposal(self) -> Proposal | None:
        """The proposal under the cursor."""
        return self._rows.proposal(self._list.index) if self._rows.keys else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is about a proposal only where one waits."""
        return self.proposal is not None or action in ("find", "back")

    def content(self) -> Iterable[Widget]:
        """Return the list, the values and the source."""
        waiting = WaitingList(empty=_EMPTY)
        found = Vertical(
            FindLine("words to look for"), Horizontal(waiting, Thumb(waiting)), id="waiting"
        )
        return (Vertical(found, ProposalView(), id="body"),)

    def on_mount(self) -> None:
        """Show what waits, from the source that was just brought in."""
        self._reload()
        self._list.focus()
        if self._first_source is not None:
            self.go_to_source(self._first_source)

    def go_to_source(self, source: str | None) -> None:
        """Put the cursor on the first proposal of a source."""
        rows = range(len(self._rows.keys))
        self._list.move_to(next((i for i in rows if self._rows.proposal(i).source == source), 0))

    def reload(self) -> None:
        """Show what waits now, the cursor on the same proposal, in its place or on what is new."""
        if self.is_mounted:
            self._reload()

    def _reload(self) -> None:
        waiting = intake.waiting(self.desk)
        words = fold(self.query_one(FindLine).value).split()
        if (waiting, words) == self._laid_out:
            return
        self._laid_out = (waiting, words)
        before = set(self._rows.keys)
        shown = [p for p in waiting if matches(p.draft, words)]
        self._rows = InboxRows(inbox(shown, self._titles(shown)))
        self._list.show(self._rows)
        new = [key for key in self._rows.keys if key not in before]
        if before and new:
            self._list.move_to_key(new[0])
        self._head(waiting)
        self._show(self._view.path)

    # What is shown --------------------------------------------------------------------------

    @property
    def _list(self) -> VirtualList:
        return self.query_one(VirtualList)

    @property
    def _view(self) -> ProposalView:
        return self.query_one(ProposalView)

    def _titles(self, waiting: Sequence[Proposal]) -> dict[str, str]:
        held = (self.desk.store.get(Source, id) for id in {p.source for p in waiting})
        return {source.id: source.title for source in held if source}

    def _head(self, waiting: Sequence[Proposal]) -> None:
        doubted = sum(1 for proposal in waiting for _ in proposal.draft.doubts)
        told = f"To review · {len(waiting)} waiting" if waiting else "To review"
        self.head(told, f"{count(doubted, 'doubt')} (?)" if doubted else "")

    def _show(self, path: str = "") -> None:
        """Lay the proposal under the cursor out, at one of its values."""
        self._view.show(self.desk, self.proposal, path)
        self.refresh_bindings()

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_PAUSE, self._rested)

    def _rested(self) -> None:
        if self.proposal is not self._view.proposal:
            self._show()

    @on(TextView.Followed, "#values")
    def _clicked(self, event: TextView.Followed) -> None:
        self._show(event.target)

    def on_resize(self) -> None:
        """Bring the current value and its words into sight again."""
        self.call_after_refresh(self._show, self._view.path)

    # Finding --------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Show only what holds the words that are typed."""
        self.query_one(FindLine).open()

    @on(FindLine.Changed)
    def _narrow(self) -> None:
        self._reload()

    @on(FindLine.Submitted)
    def _keep_narrowed(self) -> None:
        self._list.focus()

    def action_back(self) -> None:
        """Show all again, or go back to where one came from."""
        find = self.query_one(FindLine)
        if find.is_open:
            find.close()
            self._reload()
            self._list.focus()
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
        self._view.step(self.desk, 1)

    def action_previous_value(self) -> None:
        """Go to the value before."""
        self._view.step(self.desk, -1)

    def _walk_doubts(self, step: int) -> None:
        index, path = next(self._doubts_from(step), (0, ""))
        if path:
            self._list.move_to(index)
            self._show(path)
        else:
            self.say("There is no doubt left; a accepts, A accepts all of this source.")

    def _doubts_from(self, step: int) -> Iterator[tuple[int, str]]:
        """Yield the doubted values after the current one, or before it, and around to it again."""
        here, total = self._list.index, len(self._rows.keys)
        if not total:
            return
        own = self._doubted(here)[::step]
        at = own.index(self._view.path) if self._view.path in own else -1
        yield from ((here, path) for path in own[at + 1 :])
        for distance in range(1, total):
            index = (here + step * distance) % total
            yield from ((index, path) for path in self._doubted(index)[::step])
        yield from ((here, path) for path in own)

    def _doubted(self, index: int) -> list[str]:
        return draft_lines.doubted(self._rows.proposal(index).draft)

    # Deciding -------------------------------------------------------------------------------

    def action_right(self) -> None:
        """Say that the current value is right although it was doubted."""
        proposal = self._seen()
        if proposal is None:
            return
        if self._view.path not in self._doubted(self._list.index):
            self.say("Nothing is doubted here; a accepts the proposal.")
            return
        others = doubts.settle(self.desk, proposal, self._view.path)
        alike = f", and {count(others, 'other value')} of this source lost that doubt"
        self._settled(f"Right as it stands{alike if others else ''}")

    def action_take(self, number: int) -> None:
        """Take another reading of the current value, counted from 1."""
        proposal = self._seen()
        if proposal is not None:
            edit.take(self.desk, proposal, self._view.path, number)
            self._settled(f"Reading {number} taken")

    def _seen(self) -> Proposal | None:
        """Return the proposal under the cursor; None while its values were not on the screen."""
        is_shown = self.proposal is self._view.proposal
        self._rested()
        return self.proposal if is_shown else None

    def _settled(self, what: str) -> None:
        self.reload()
        doubted = self._doubted(self._list.index) if self.proposal else []
        left = count(len(doubted), "doubt") if doubted else "no doubt"
        if doubted:
            self._show(doubted[0])
        self.say(f"{what}; {left} left here")

    def action_accept(self) -> None:
        """Accept the proposal with what hangs on it; a position only by itself."""
        proposal = self.proposal
        if proposal is not None:
            unit = intake.unit(self.desk, proposal)
            hanging = [p for p in unit[1:] if not isinstance(p.draft, Position)]
            self._accept([proposal, *hanging], waiting=len(unit) - 1 - len(hanging))

    def action_accept_source(self) -> None:
        """Take all that was read from this source as it is, not checked; positions are left out."""
        proposal = self.proposal
        if proposal is not None:
            held = [p for p in intake.waiting(self.desk) if p.source == proposal.source]
            chosen = [p for p in held if not isinstance(p.draft, Position)]
            self._accept(chosen, waiting=len(held) - len(chosen), checked=False)

    def _accept(self, proposals: Sequence[Proposal], waiting: int, *, checked: bool = True) -> None:
        records = intake.accept(self.desk, proposals, checked=checked)
        self.reload()
        self._show()
        self.say(_accepted_words(records, waiting, checked=checked))

    def action_edit(self) -> None:
        """Change what was read before it is accepted."""
        if self.proposal is not None:
            self.app.push_screen(FormScreen(self.proposal))

    def action_source(self) -> None:
        """Read the whole source at the words of the current value."""
        here = self._view.words
        if here is not None:
            waiting = (p for p in intake.waiting(self.desk) if p.source == here.source)
            cited = [citation for other in waiting for citation in citations(other.draft)]
            self.app.push_screen(SourceScreen(here.source, at=here, cited=cited))

    def action_reject(self) -> None:
        """Turn the proposal down with what hangs on it."""
        proposal = self.proposal
        if proposal is not None:
            unit = intake.unit(self.desk, proposal)
            intake.reject(self.desk, unit)
            self.reload()
            self._show()
            more = f" with {count(len(unit) - 1, 'more')}" if len(unit) > 1 else ""
            self.say(f"Rejected “{title_of(proposal)}”{more}; u takes it back")


def _accepted_words(records: Sequence[Record], waiting: int, *, checked: bool) -> str:
    doubted = sum(1 for record in records for _ in record.doubts)
    number = count(len(records), "record")
    said = f"Accepted {number}" if checked else f"Took {number} as they are, not checked"
    told = [said] if records else []
    if doubted:
        told.append(f"{count(doubted, 'doubt')} left open")
    if waiting:
        told.append(count(waiting, "position waits", "positions wait"))
    return "; ".join(told)
