"""The review in lines: unit by unit, a letter an answer, for pipes and screen readers too."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.cli.output import print_text, say
from briefing.desk import edit, intake, same, siblings, touched
from briefing.desk.desk import Desk
from briefing.desk.doubts import Place, alike, asked, open_places
from briefing.desk.fields import UnknownFieldError
from briefing.desk.find import title_of
from briefing.desk.siblings import Answer
from briefing.desk.units import Units
from briefing.desk.values import Value, kind_words, match_words, reading_words, values
from briefing.desk.why import why
from briefing.errors import BriefingError
from briefing.model import Event, Position, Proposal, ProposalState
from briefing.text import clean, count
from briefing.when_words import day_words

_ANSWERS = (
    "y accept · n reject · s skip · r it is right · 1 to 9 another reading · a the same for all"
    " alike · e FIELD VALUE · = it is what is held · p reject all that is past · q stop"
)


def review(desk: Desk) -> None:
    """Show what waits, a unit after the other, and do what is answered, until there is no more."""
    _Dialogue(desk).run()


class _Dialogue:
    """Where a person is in the review."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._passed: set[str] = set()
        """Ids of what was skipped."""
        self._answer: tuple[Answer, Sequence[Place]] | None = None
        self._done: Mapping[str, Callable[[Proposal], bool]] = {
            "y": self._accept,
            "n": self._reject,
            "s": self._skip,
            "r": self._right,
            "a": self._alike,
            "=": self._same,
            "p": self._reject_past,
        }
        """What is done for an answer about a unit; True where that unit is done with."""

    def run(self) -> None:
        """Go through the units."""
        say(_ANSWERS)
        while unit := self._next():
            self._print(unit)
            if not self._decide(unit):
                return
        say("Nothing more waits for review.")

    def _next(self) -> Proposal | None:
        """Return the unit to be decided next: an event, or what hangs on none that waits."""
        units = self._units
        left = (p for p in units.waiting if p.id not in self._passed)
        return next((p for p in left if units.get(p.under or "") is None), None)

    def _decide(self, unit: Proposal) -> bool:
        """Ask until a unit is decided; False where no more is to be asked."""
        while (now := self._units.get(unit.id)) is not None:
            line = self._asked(now)
            if line is None or line == "q":
                return False
            try:
                if self._answered(now, line):
                    return True
            except BriefingError as error:
                say(str(error))
        return True

    def _answered(self, unit: Proposal, line: str) -> bool:
        word, _, rest = line.partition(" ")
        if word.isdecimal():
            return self._take(unit, int(word))
        if word == "e":
            return self._edit(unit, rest)
        if word not in self._done:
            say(_ANSWERS)
            return False
        return self._done[word](unit)

    def _asked(self, unit: Proposal) -> str | None:
        """Tell what is doubted next, and return what is answered; None at the end of the input."""
        place = self._place(unit)
        sys.stderr.write(f"{self._offer(place)} > " if place else "y accept, n reject, s skip > ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        return clean(line) if line else None

    def _offer(self, place: Place) -> str:
        what = _label(self._desk, place)
        others = self._alike_of(place)
        told = f"a {asked(place, others).removesuffix('?')}, " if others else ""
        return f"{what} is in doubt: r it is right, {told}y accept, n reject, s skip"

    # What is shown --------------------------------------------------------------------------

    @property
    def _units(self) -> Units:
        return Units(intake.waiting(self._desk))

    def _print(self, unit: Proposal) -> None:
        desk, units = self._desk, self._units
        own = [p for p in units.own(unit) if p is unit or not isinstance(p.draft, Position)]
        told = [kind_words(desk, unit, units.whole(unit)[1:])]
        for proposal in own:
            told += list(_lines(desk, proposal, named=proposal is not unit))
        print_text("\n".join([*map(clean, told), ""]))

    def _place(self, unit: Proposal) -> Place | None:
        """Return the first doubt of a unit that is open."""
        return next(open_places(self._units.own(unit)), None)

    def _alike_of(self, place: Place) -> tuple[Place, ...]:
        return alike(self._units.doubted, place)

    # What is done ---------------------------------------------------------------------------

    def _accept(self, unit: Proposal) -> bool:
        own = self._units.own(unit)
        chosen = [p for p in own if p.id == unit.id or not isinstance(p.draft, Position)]
        before = touched.held_before(self._desk, chosen)
        records = intake.accept(self._desk, chosen, checked=True)
        left = sum(1 for record in records for _ in record.doubts)
        doubts = f"; {count(left, 'doubt')} left open" if left else ""
        say(f"Accepted {count(len(records), 'record')}{doubts}.")
        for sentence in touched.told(self._desk, before, records):
            say(sentence)
        return True

    def _same(self, unit: Proposal) -> bool:
        if unit.changes is not None or not unit.matches:
            say("Nothing that is held may be the same.")
            return False
        change = same.accept_as_change(self._desk, unit, unit.matches[0])
        if change.state is not ProposalState.WAITING:
            say("Nothing is new in it.")
            return True
        self._print(change)
        return False

    def _reject(self, unit: Proposal) -> bool:
        own = self._units.own(unit)
        intake.reject(self._desk, own)
        say(f"Rejected {count(len(own), 'proposal')}.")
        return True

    def _skip(self, unit: Proposal) -> bool:
        self._passed.update(p.id for p in self._units.own(unit))
        return True

    def _reject_past(self, _: Proposal) -> bool:
        desk = self._desk
        past = self._units.past(desk.today, desk.home)
        events = sum(isinstance(p.draft, Event) for p in past)
        if past:
            intake.reject(desk, past)
        told = f"Rejected {count(events, 'event')}" if past else "Nothing was"
        say(f"{told} over before {day_words(desk.today)}; {len(past)} proposals in all.")
        return False

    def _right(self, unit: Proposal) -> bool:
        place = self._place(unit)
        if place is None:
            say("Nothing is in doubt here; y accepts.")
            return False
        siblings.settle(self._desk, place)
        return self._went_on(unit)

    def _alike(self, unit: Proposal) -> bool:
        if self._answer is not None:
            answer, followers = self._answer
            self._answer = None
            siblings.follow(self._desk, answer, followers)
            say(f"The same for {count(len(followers), 'other')}.")
            return self._went_on(unit)
        place = self._place(unit)
        others = self._alike_of(place) if place else ()
        if place is None:
            say("Nothing is in doubt here; y accepts.")
            return False
        siblings.settle(self._desk, place, others)
        say(f"Right, and the same doubt is gone from {count(len(others), 'other')}.")
        return self._went_on(unit)

    def _take(self, unit: Proposal, number: int) -> bool:
        place = self._place(unit)
        if place is None:
            say("Nothing is in doubt here; y accepts.")
            return False
        others = self._alike_of(place)
        edit.take(self._desk, place.proposal, place.path, number)
        return self._given(unit, place, others)

    def _edit(self, unit: Proposal, words: str) -> bool:
        path, _, text = words.strip().partition(" ")
        place = self._place(unit)
        proposal = place.proposal if place else unit
        others = self._alike_of(place) if place else ()
        try:
            edit.set_fields(self._desk, proposal, {path: text})
        except UnknownFieldError:
            if proposal.id == unit.id:
                raise
            edit.set_fields(self._desk, unit, {path: text})
        return self._given(unit, place, others)

    def _given(self, unit: Proposal, before: Place | None, others: Sequence[Place]) -> bool:
        """Ask whether others follow, after a value was given."""
        now = self._units.get(before.proposal.id) if before else None
        if before is not None and now is not None:
            answer = Answer(before, Place(now, before.path))
            followers = siblings.following(answer, others) if answer.is_new else []
            self._answer = (answer, followers) if followers else None
            if followers:
                say(f"{siblings.followed_words(answer, followers)} a does that.")
        return self._went_on(unit)

    def _went_on(self, unit: Proposal) -> bool:
        """Tell the next doubt of a unit."""
        place = self._place(unit)
        if place is not None:
            shown = next(v for v in values(self._desk, place.proposal) if v.path == place.path)
            print_text("\n".join(map(clean, _value_lines(self._desk, shown))))
        return False


def _lines(desk: Desk, proposal: Proposal, *, named: bool) -> Iterator[str]:
    if named:
        yield f"{type(proposal.draft).__name__}: {title_of(proposal)}"
    yield from (f"May be the same as {match_words(desk, id)}" for id in proposal.matches)
    for value in values(desk, proposal):
        yield from _value_lines(desk, value)


def _value_lines(desk: Desk, value: Value) -> Iterator[str]:
    before = f"{value.before} → " if value.before is not None else ""
    surety = f" ({value.surety})" if value.surety else ""
    yield f"{value.label}: {before}{value.text}{surety}"
    if value.evidence is None or not value.is_doubted:
        return
    reason = why(value.evidence.rule)
    if value.printed:
        yield f"Printed: {value.printed}"
    if reason:
        yield f"Read as: {reason}"
    yield from (f"Doubt: {doubt.words}" for doubt in value.evidence.doubts)
    for number, reading in enumerate(value.evidence.alternatives, 1):
        yield f"{number}: {reading_words(desk, reading)}, {reading.why}"


def _label(desk: Desk, place: Place) -> str:
    found = (value for value in values(desk, place.proposal) if value.path == place.path)
    return next((value.label for value in found), place.path)
