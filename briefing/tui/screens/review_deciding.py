"""What keys decide in the review: values, proposals, several at once."""

from collections.abc import Sequence

from briefing.desk import edit, intake, reshape, same, siblings, touched
from briefing.desk.changes import changes
from briefing.desk.doubts import Place, alike, asked, doubted
from briefing.desk.find import title_of
from briefing.desk.siblings import Answer
from briefing.desk.units import Units, without_positions
from briefing.desk.values import match_words
from briefing.model import Event, Position, Proposal, ProposalState, Record
from briefing.text import count
from briefing.tui import keys
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.proposal_view import ProposalView
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.when_words import day_words


class Deciding(DeskScreen):
    """A list of what waits, with the proposal under the cursor at one of its values."""

    def __init__(self) -> None:
        super().__init__()
        self.units = Units(())
        self.marked: set[str] = set()
        """Ids of the proposals that are to be decided together."""
        self.seen: set[str] = set()
        """Ids of the proposals whose values were on the screen."""
        self._answer: tuple[Answer, Sequence[Place]] | None = None
        """What was answered last, while the cursor stays there, and who may follow."""
        self._alike: tuple[Units, Place, tuple[Place, ...]] | None = None
        """Who shares the doubts of a value, until something is changed."""
        self._keys: dict[str, str] = {}

    @property
    def proposal(self) -> Proposal | None:
        """The proposal under the cursor."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[Proposal]:
        """What the list shows, from its first row to its last."""
        raise NotImplementedError

    @property
    def waiting_list(self) -> VirtualList:
        """The list of what waits."""
        raise NotImplementedError

    @property
    def view(self) -> ProposalView:
        """The proposal under the cursor with its source."""
        raise NotImplementedError

    def show(self, path: str = "") -> None:
        """Lay the proposal under the cursor out, at one of its values."""
        raise NotImplementedError

    def refill(self) -> bool:
        """List what waits now; False where that is what is listed."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Draw the rows again with their marks."""
        raise NotImplementedError

    def rested(self) -> None:
        """Lay out what the cursor rests on."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do for."""
        proposal = self.proposal
        if action in ("find", "back"):
            return True
        if action == "alike":
            return bool(self.followers or self.alike)
        if action == "same":
            return proposal is not None and bool(proposal.matches) and proposal.changes is None
        return proposal is not None

    # Values ---------------------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """The current value; None while what the cursor is on was not shown yet."""
        proposal = self.view.proposal
        if proposal is None or proposal is not self.proposal:
            return None
        is_read = self.view.path in proposal.draft.evidence
        return Place(proposal, self.view.path) if is_read else None

    @property
    def alike(self) -> tuple[Place, ...]:
        """The others of the source that share a doubt of the current value."""
        place, before = self.place, self._alike
        if place is None:
            return ()
        if before is None or before[0] is not self.units or before[1] != place:
            others = alike(self.units.doubted, place)
            self._alike = before = (self.units, place, others)
        return before[2]

    @property
    def followers(self) -> Sequence[Place]:
        """The others that could take the answer that was just given here."""
        place = self.place
        if self._answer is None or place is None:
            return ()
        after = self._answer[0].after
        is_here = (after.proposal.id, after.path) == (place.proposal.id, place.path)
        return self._answer[1] if is_here else ()

    def offers(self) -> list[tuple[str, str]]:
        """Return the keys that do something about the current value, and what."""
        place = self.place
        if place is None:
            return []
        if self._answer is not None and self.followers:
            words = siblings.followed_words(self._answer[0], self.followers)
            return [(self._key("review.alike"), words)]
        if place.path not in doubted(place.proposal):
            return []
        found = [(self._key("review.right"), "It is right as it stands.")]
        others = self.alike
        return [*found, (self._key("review.alike"), asked(place, others))] if others else found

    def action_right(self) -> None:
        """Say that the current value is right although it was doubted."""
        proposal = self._seen()
        place = self.place
        if proposal is None or place is None:
            return
        if place.path not in doubted(proposal):
            self.say("Nothing is doubted here; a accepts the proposal.")
            return
        siblings.settle(self.desk, place)
        self._settled("Right as it stands")

    def action_alike(self) -> None:
        """Give all that share the doubt the answer that was given here, or say it is right."""
        followers, place, others = self.followers, self.place, self.alike
        if self._answer is not None and followers:
            siblings.follow(self.desk, self._answer[0], followers)
            self._answer = None
            self._settled(f"The same for {count(len(followers), 'other')}")
        elif place is not None and others:
            siblings.settle(self.desk, place, others)
            self._settled(f"Right, and the same doubt is gone from {count(len(others), 'other')}")

    def action_take(self, number: int) -> None:
        """Take another reading of the current value, counted from 1."""
        proposal, place = self._seen(), self.place
        if proposal is not None and place is not None:
            others = self.alike
            edit.take(self.desk, proposal, place.path, number)
            self.answered(place, others, f"Reading {number} taken")

    def action_edit(self) -> None:
        """Change what was read before it is accepted."""
        proposal, place, others = self.proposal, self.place, self.alike

        def left(_: None) -> None:
            if place is not None:
                self.answered(place, others)

        if proposal is not None:
            self.app.push_screen(FormScreen(proposal), left)

    def answered(self, before: Place, others: Sequence[Place], told: str = "") -> None:
        """Go on after a value was given, or offer the same to the others that were doubted so."""
        now = self.desk.store.get(Proposal, before.proposal.id)
        if now is None:
            return
        answer = Answer(before, Place(now, before.path))
        if not answer.is_new:
            return
        followers = siblings.following(answer, others)
        self._answer = (answer, followers) if followers else None
        if not followers:
            self._settled(told)
            return
        self.refill()
        self.show(before.path)
        self.say(f"{siblings.followed_words(answer, followers)} {self._key('review.alike')} yes")

    def _seen(self) -> Proposal | None:
        """Return the proposal under the cursor; None while its values were not on the screen."""
        is_shown = self.proposal is self.view.proposal
        self.rested()
        return self.proposal if is_shown else None

    def _settled(self, told: str) -> None:
        """Go on to the next doubt of what is decided together."""
        self.refill()
        proposal = self.proposal
        if proposal is None:
            return
        event = self._event_of(proposal)
        own = self.units.own(event)
        left = [(one, path) for one in own for path in doubted(one)]
        below = sum(len(doubted(one)) for one in self.units.whole(event)) - len(left)
        ahead = [one for one in left if one[0].id == proposal.id] or left
        to, path = ahead[0] if ahead else (own[0], "")
        self.waiting_list.move_to_key(to.id)
        self.show(path)
        if told:
            here = f"{count(len(left), 'doubt') if left else 'no doubt'} left here"
            self.say(f"{told}; {here}{f', {below} in its side events' if below else ''}")

    def _event_of(self, proposal: Proposal) -> Proposal:
        return self.units.get(proposal.under or "") or proposal

    def _key(self, id: str) -> str:
        if id not in self._keys:
            bound = keys.keys_of(self.briefing.config)[id]
            self._keys[id] = keys.shown(bound.partition(",")[0])
        return self._keys[id]

    # Proposals ------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Accept what is marked, or this with what hangs on it; of positions only what is meant.

        What hangs on it waits where it is in doubt and nobody has looked at it.
        """
        proposal = self.proposal
        if proposal is None:
            return
        meant = self._chosen()
        unit = self.units.together(meant)
        doubtful = self._unseen_doubts(unit, meant)
        chosen = [p for p in without_positions(unit, but=proposal) if p.id not in doubtful]
        positions = sum(isinstance(p.draft, Position) for p in unit)
        taken = sum(isinstance(p.draft, Position) for p in chosen)
        self._accept(chosen, waiting=positions - taken, doubtful=len(doubtful))

    def _unseen_doubts(self, unit: Sequence[Proposal], meant: Sequence[Proposal]) -> set[str]:
        """Return the ids of what hangs on something meant, is in doubt and was not looked at."""
        apart = self.seen | {one.id for proposal in meant for one in self.units.own(proposal)}
        return {
            one.id
            for proposal in unit
            if proposal.id not in apart and self._is_doubtful(proposal)
            for one in self.units.own(proposal)
        }

    def action_accept_source(self) -> None:
        """Take all that was read from this source as it is, not checked; positions are left out."""
        proposal = self.proposal
        if proposal is not None:
            held = [p for p in self.units.waiting if p.source == proposal.source]
            chosen = [p for p in held if not isinstance(p.draft, Position)]
            self._accept(chosen, waiting=len(held) - len(chosen), checked=False)

    def _accept(
        self,
        proposals: Sequence[Proposal],
        waiting: int,
        *,
        doubtful: int = 0,
        checked: bool = True,
    ) -> None:
        at = self.waiting_list.index
        unseen = {p.id for p in proposals} - self.seen
        before = touched.held_before(self.desk, proposals)
        records = intake.accept(self.desk, proposals, checked=checked, unseen=unseen)
        touches = touched.told(self.desk, before, records)
        self.marked.clear()
        self.refill()
        self._go_on(at)
        told = [_taken_words(records, len(unseen) if checked else 0, checked=checked)]
        if doubtful:
            told.append(f"{doubtful} in doubt wait to be looked at")
        if waiting:
            told.append(count(waiting, "position waits", "positions wait"))
        self.say(" · ".join(["; ".join(part for part in told if part), *touches]))

    def action_reject(self) -> None:
        """Turn what is marked down, or the proposal, with what hangs on it."""
        chosen = self._chosen()
        if not chosen:
            return
        unit = self.units.together(chosen)
        more = f" with {len(unit) - 1} more" if len(unit) > 1 else ""
        told = f"“{title_of(chosen[0])}”{more}"
        self._reject(unit, told if len(chosen) == 1 else count(len(unit), "proposal"))

    def action_reject_past(self) -> None:
        """Turn down all events that ended before today, with what hangs on them."""
        past = self.units.past(self.desk.today, self.desk.home)
        day = day_words(self.desk.today)
        if not past:
            self.say(f"Nothing that waits was over before {day}.")
            return
        events = sum(isinstance(p.draft, Event) for p in past)
        self._reject(
            past, f"{count(events, 'event')} that were over before {day}, {len(past)} in all"
        )

    def _reject(self, proposals: Sequence[Proposal], told: str) -> None:
        at = self.waiting_list.index
        intake.reject(self.desk, proposals)
        self.marked.clear()
        self.refill()
        self._go_on(at)
        self.say(f"Rejected {told}; {self._key('app.undo').split()[0]} takes it back")

    def _go_on(self, at: int) -> None:
        """Go to the next that is in doubt, from a row on; to that row where none is."""
        rows = self.rows
        ahead = [*range(at, len(rows)), *range(min(at, len(rows)))]
        doubtful = (i for i in ahead if doubted(rows[i]))
        self.waiting_list.move_to(next(doubtful, at))
        self.show()

    def _is_doubtful(self, proposal: Proposal) -> bool:
        return any(doubted(one) for one in self.units.own(proposal))

    def action_same(self) -> None:
        """Say that the proposal is the record that is held already; what is new in it waits."""
        proposal = self._seen()
        if proposal is None or not proposal.matches:
            return
        change = same.accept_as_change(self.desk, proposal, proposal.matches[0])
        self.refill()
        self.waiting_list.move_to_key(change.id)
        self.show()
        new = count(len(changes(self.desk, change)), "change")
        told = f"{new} to accept" if change.state is ProposalState.WAITING else "nothing new in it"
        self.say(f"The same as {match_words(self.desk, proposal.matches[0])}; {told}")

    # Several at once ------------------------------------------------------------------------

    def _chosen(self) -> list[Proposal]:
        """Return what a decision is about: what is marked, else the row under the cursor."""
        if self.marked:
            return [proposal for proposal in self.rows if proposal.id in self.marked]
        return [self.proposal] if self.proposal else []

    def action_mark(self, rows: int = 0) -> None:
        """Mark this row, or take its mark off; or mark it and go down so many rows."""
        proposal = self.proposal
        if proposal is None:
            return
        if rows:
            self.marked.add(proposal.id)
            self.waiting_list.action_move(rows)
            self.marked.update(p.id for p in [self.proposal] if p)
        else:
            self.marked ^= {proposal.id}
            self.waiting_list.action_move(1)
        self.show_marks()

    def action_mark_all(self) -> None:
        """Mark all rows but positions, which are decided one by one."""
        self.marked |= {p.id for p in self.rows if not isinstance(p.draft, Position)}
        self.show_marks()

    def action_mark_none(self) -> None:
        """Take all marks off."""
        self.marked.clear()
        self.show_marks()

    def action_join(self) -> None:
        """Make one of the proposals that are marked."""
        joined = reshape.join(self.desk, self._chosen())
        self.marked.clear()
        self.refill()
        self.waiting_list.move_to_key(joined.id)
        self.show()
        self.say(f"Joined to “{title_of(joined)}”; u takes it back")


def _taken_words(records: Sequence[Record], unseen: int, *, checked: bool) -> str:
    doubts = sum(1 for record in records for _ in record.doubts)
    number = count(len(records), "record")
    said = f"Accepted {number}" if checked else f"Took {number} as they are, not checked"
    said += f", {unseen} not looked at" if unseen else ""
    said += f"; {count(doubts, 'doubt')} left open" if doubts else ""
    return said if records else ""
