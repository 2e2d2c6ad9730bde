"""What one can't attend both of, found by look-ups: for one event, and for a stretch of days."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import when
from briefing.arrange import clashes as arrange
from briefing.arrange.attending import is_away
from briefing.arrange.clashes import Clash, Person, Stay
from briefing.desk.find import title_of
from briefing.model import Attendance, Engagement, Event, Record, attendance_id
from briefing.store import Change

if TYPE_CHECKING:
    from briefing.desk.desk import Desk

_A_DAY_ANYWHERE = 26 * 60 * 60
"""Seconds for which it is the same day somewhere before and after it is so here."""
_DAY = 24 * 60 * 60
_LONG = 20 * 60 * 60
"""Seconds from which something may be a whole day."""

_MOST_DAYS, _MOST_KNOWN = 400, 20_000
"""How much is kept of what was found."""


class Clashing:
    """What clashes at a desk, kept in step with it. The desk has one, `desk.clashing`."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._known: dict[str, bool] = {}
        """Event's id -> whether it clashes, as found since the last change."""
        self._days: dict[int, list[Stay]] = {}
        """Day since 1970 -> what may clash with what begins on it."""
        self._busy: _Busy | None = None
        self._person: Person | None = None
        desk.store.listen(self._take_in)

    def of(self, event: Event) -> list[Clash]:
        """Return how an event clashes with others and with one's busy times, in order of time."""
        order = self.person.home
        return sorted(self._of(event), key=lambda c: c.beside(event.id).when.sort_key(order))

    def has(self, event: Event) -> bool:
        """Return whether an event clashes with anything; found once until the next change."""
        known = self._known.get(event.id)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[event.id] = any(True for _ in self._of(event))
        return known

    def night(self, event: Event) -> str:
        """Return at what hour of one's own night an event is that one may attend from home."""
        if not self.person.attends(event):
            return ""
        return arrange.night_words(event, self.person.home, self._desk.config.night)

    def within(self, events: Iterable[Event]) -> list[Clash]:
        """Return all that clashes among some events, and with one's busy times."""
        return arrange.clashes(events, self.person, self._desk.store.all(Engagement))

    def busy_between(self, start: dt.datetime, end: dt.datetime) -> list[Engagement]:
        """Return when one may be busy elsewhere between two moments, in order of time."""
        near = self._busy_times.between(start.timestamp(), end.timestamp())
        return [one.held for one in near if isinstance(one.held, Engagement)]

    def words(self, clash: Clash, id: str) -> str:
        """Return why an event clashes, and with what: "at the same time: Ropes, 10:00 Oslo"."""
        other, home = clash.beside(id), self.person.home
        if isinstance(other, Engagement):
            return f"{arrange.reason(clash)}: busy elsewhere, {busy_words(other, home)}"
        return f"{arrange.reason(clash)}: {title_of(other)}, {when.words(other.when, home)}"

    @property
    def person(self) -> Person:
        """What decides for the person at the desk what clashes."""
        home = self._desk.home
        if self._person is None or self._person.home is not home:
            not_going = _NotGoing(self._desk)
            self._person = Person(home=home, way=self._desk.config.way, not_going=not_going)
            self._forget()
            self._busy = None
        return self._person

    def _of(self, event: Event) -> Iterator[Clash]:
        own = arrange.stay(event, self.person)
        near = (*self._near(own), *self._busy_times.between(own.start, own.end)) if own else ()
        for other in near:
            clash = arrange.clash_of(own, other, self.person, self._parent_of) if own else None
            if clash is not None:
                yield clash

    def _near(self, own: Stay) -> Iterable[Stay]:
        """Return what may clash with an event; what may with those of a day is kept."""
        day, reach = int(own.start // _DAY), self.person.reach
        if own.end > (day + 2) * _DAY:
            return self._between(own.start, own.end)
        if day not in self._days:
            if len(self._days) >= _MOST_DAYS:
                self._days.clear()
            self._days[day] = list(self._between(day * _DAY, (day + 2) * _DAY))
        held = self._days[day]
        if not own.held.when.is_timed:
            return held
        return (
            other
            for other in held
            if not other.held.when.is_timed
            or (other.start <= own.end + reach and other.end >= own.start - reach)
        )

    def _between(self, start: float, end: float) -> Iterator[Stay]:
        """Yield the events that may clash with what is on between two moments."""
        reach = self.person.reach + when.ASSUMED_LENGTH.total_seconds()
        margin = max(reach, _A_DAY_ANYWHERE)
        first, last = (_moment(start - margin), _moment(end + margin))
        for kind, id, (begins, ends, floats) in self._desk.links.between(first, last):
            is_near = begins <= end + reach and ends >= start - reach
            if kind is Event and (is_near or floats or ends - begins >= _LONG):
                event = self._desk.store.get(Event, id)
                going = arrange.stay(event, self.person) if event else None
                if going is not None:
                    yield going

    @property
    def _busy_times(self) -> "_Busy":
        person = self.person
        if self._busy is None:
            self._busy = _Busy(self._desk.store.all(Engagement), person)
        return self._busy

    def _parent_of(self, id: str) -> str | None:
        event = self._desk.store.get(Event, id)
        return event.parent if event else None

    def _take_in(self, changes: Sequence[Change]) -> None:
        kinds = {type(change.after or change.before) for change in changes}
        if Engagement in kinds:
            self._busy = None
        if kinds & _MATTER:
            self._forget()

    def _forget(self) -> None:
        self._known.clear()
        self._days.clear()


_MATTER: set[type[Record | None]] = {Event, Attendance, Engagement}


def busy_words(engagement: Engagement, home: ZoneInfo) -> str:
    """Return when one is busy elsewhere, on one's own clock."""
    moment = engagement.when
    clock = when.home_clock_words(moment, home) or when.clock_words(moment, home)
    return clock or when.date_words(moment)


class _NotGoing(Container[str]):
    """The ids of the events that one does not go to."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def __contains__(self, id: object) -> bool:
        held = self._desk.store.get(Attendance, attendance_id(str(id)))
        return is_away(held)


class _Busy:
    """One's busy times in the order of time."""

    def __init__(self, engagements: Iterable[Engagement], person: Person) -> None:
        found = (arrange.stay(one, person) for one in engagements)
        self._stays = sorted((one for one in found if one), key=lambda one: one.start)
        self._starts = [one.start for one in self._stays]
        self._ends = list(accumulate((one.end for one in self._stays), max))
        """The latest end so far."""

    def between(self, start: float, end: float) -> Sequence[Stay]:
        """Return what may be on between two moments."""
        first = bisect_left(self._ends, start)
        return self._stays[first : bisect_left(self._starts, end)]


def _moment(timestamp: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(timestamp, dt.UTC)
