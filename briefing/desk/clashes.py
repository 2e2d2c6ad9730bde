"""What one can't attend both of, found by look-ups: for one event, and for a stretch of days."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from zoneinfo import ZoneInfo

import msgspec

from briefing import when, when_words
from briefing.arrange import clashes as arrange
from briefing.arrange.attending import is_away
from briefing.arrange.clashes import Clash, Person, Stay
from briefing.desk.find import title_of
from briefing.desk.reading import Reading
from briefing.model import Attendance, Engagement, Event, Record, attendance_id
from briefing.store import Change
from briefing.store.lookups import Moment
from briefing.when import Precision, When

_A_DAY_ANYWHERE = 26 * 60 * 60
"""Seconds for which it is the same day somewhere before and after it is so here."""
_DAY = 24 * 60 * 60
_LONG = 20 * 60 * 60
"""Seconds from which something may be a whole day."""

_A_DAY = dt.timedelta(seconds=_A_DAY_ANYWHERE + 12 * 60 * 60)
_EARLIEST = dt.datetime(1, 1, 3, tzinfo=dt.UTC)
_LATEST = dt.datetime(9999, 12, 29, tzinfo=dt.UTC)

_ASSUMED = when.ASSUMED_LENGTH.total_seconds()
_PART = 6 * 60 * 60
"""Seconds into the next day that are looked up with a day: what begins on it may end there."""
_MOST_DAYS, _MOST_KNOWN = 400, 20_000
"""How much is kept of what was found."""


class Clashing:
    """What clashes at a desk, kept in step with it. The desk has one, `desk.clashing`."""

    def __init__(self, desk: Reading) -> None:
        self._desk = desk
        self._known: dict[str, bool] = {}
        """Event's id -> whether it clashes, as found since the last change."""
        self._days: dict[int, Sequence[Moment]] = {}
        """Day, counted from 1970 -> when events are round about it."""
        self._stays: dict[str, Stay | None] = {}
        """Event's id -> when one is there, if at all."""
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

    def events(self, first: dt.date | None, last: dt.date | None) -> list[Event]:
        """Return the dated events of some days of their own, in order of time.

        A day that is not given sets no bound.
        """
        begin = _noon(first) - _A_DAY if first else _EARLIEST
        end = _noon(last) + _A_DAY if last else _LATEST
        near = (m.id for m in self._desk.links.between(begin, end) if m.kind is Event)
        held = (self._desk.store.get(Event, id) for id in near)
        return [event for event in held if event and _is_within(event.when, first, last)]

    def within(self, events: Iterable[Event]) -> list[Clash]:
        """Return all that clashes among some events, and with one's busy times."""
        return arrange.clashes(events, self.person, self._engagements())

    def busy_between(self, start: dt.datetime, end: dt.datetime) -> list[Engagement]:
        """Return when one may be busy elsewhere between two moments, in order of time."""
        near = self._busy_times.between(start.timestamp(), end.timestamp())
        return [one.held for one in near if isinstance(one.held, Engagement)]

    def words(self, clash: Clash, id: str) -> str:
        """Return why an event clashes, and with what: "at the same time: Ropes, 10:00 Oslo"."""
        other, home = clash.beside(id), self.person.home
        if isinstance(other, Engagement):
            return f"{arrange.reason(clash)}: busy elsewhere, {when_words.words(other.when, home)}"
        return f"{arrange.reason(clash)}: {title_of(other)}, {when_words.words(other.when, home)}"

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
        if own is not None:
            near = chain(self._near(own), self._busy_times.between(own.start, own.end))
            for other in near:
                clash = arrange.clash_of(own, other, self.person, self._parent_of)
                if clash is not None:
                    yield clash

    def _near(self, own: Stay) -> Iterator[Stay]:
        """Yield what may clash with an event, as far as it is asked for."""
        if not arrange.may_clash(own):
            return
        day, reach = int(own.start // _DAY), self.person.reach
        is_short = own.end <= (day + 1) * _DAY + _PART
        moments = self._of_day(day) if is_short else self._moments(own.start, own.end)
        first, last = own.start - reach - _ASSUMED, own.end + reach + _ASSUMED
        # A whole day is the one that is printed, wherever that is.
        is_day = own.end - own.start >= _LONG
        for _, id, (begins, ends, floats) in moments:
            is_near = begins <= last and ends >= first
            if is_near or is_day or floats or ends - begins >= _LONG:
                other = self._stay(id)
                if other is not None and _may_meet(own, other, reach):
                    yield other

    def _of_day(self, day: int) -> Sequence[Moment]:
        """Return when events are that may clash with what begins on a day, counted from 1970."""
        if day not in self._days:
            if len(self._days) >= _MOST_DAYS:
                self._forget()
            self._days[day] = list(self._moments(day * _DAY, (day + 1) * _DAY + _PART))
        return self._days[day]

    def _moments(self, start: float, end: float) -> Iterator[Moment]:
        first, last = (_instant(at) for at in (start - self._margin, end + self._margin))
        return (m for m in self._desk.links.between(first, last) if m.kind is Event)

    @property
    def _margin(self) -> float:
        """Seconds before and after which nothing clashes, whatever its zone."""
        return max(self.person.reach + _ASSUMED, _A_DAY_ANYWHERE)

    def _stay(self, id: str) -> Stay | None:
        if id not in self._stays:
            event = self._desk.store.get(Event, id)
            stay = arrange.stay(event, self.person) if event else None
            self._stays[id] = stay if stay and arrange.may_clash(stay) else None
        return self._stays[id]

    @property
    def _busy_times(self) -> "_Busy":
        person = self.person
        if self._busy is None:
            self._busy = _Busy(self._engagements(), person)
        return self._busy

    def _engagements(self) -> Iterator[Engagement]:
        """Yield one's busy times as one's own clock tells them."""
        home = self._desk.home
        return (_at_home(one, home) for one in self._desk.store.all(Engagement))

    def _parent_of(self, id: str) -> str | None:
        event = self._desk.store.get(Event, id)
        return event.parent if event else None

    def _take_in(self, changes: Sequence[Change]) -> None:
        for before, after in changes:
            match after or before:
                case Engagement():
                    self._busy = None
                    self._known.clear()
                case Attendance(event=event):
                    if _is_away(before) is not _is_away(after):
                        self._forget_one(event)
                case Event(id=id):
                    self._forget_days(before)
                    self._forget_days(after)
                    self._forget_one(id)

    def _forget_days(self, event: Record | None) -> None:
        span = event.when.span(self.person.home) if isinstance(event, Event) else None
        if span is not None:
            margin = self._margin + 3 * _DAY
            first, last = span.start.timestamp() - margin, span.end.timestamp() + margin
            for day in [day for day in self._days if first <= day * _DAY <= last]:
                del self._days[day]

    def _forget_one(self, event: str) -> None:
        self._known.clear()
        self._stays.pop(event, None)

    def _forget(self) -> None:
        self._known.clear()
        self._days.clear()
        self._stays.clear()


def _is_away(held: Record | None) -> bool:
    return isinstance(held, Attendance) and is_away(held)


def _at_home(engagement: Engagement, home: ZoneInfo) -> Engagement:
    span = engagement.when.span(home)
    if span is None or not engagement.when.is_timed or engagement.when.is_floating:
        return engagement
    start, end = (instant.astimezone(home) for instant in span)
    moment = When(
        date=start.date(),
        time=start.time(),
        end_date=end.date() if end.date() != start.date() else None,
        end_time=end.time() if end != start else None,
        zone=home.key,
        precision=Precision.MINUTE,
    )
    return msgspec.structs.replace(engagement, when=moment)


def _is_within(moment: When, first: dt.date | None, last: dt.date | None) -> bool:
    begins, ends = moment.date, moment.last_date
    if begins is None or ends is None:
        return False
    return (first is None or ends >= first) and (last is None or begins <= last)


def _may_meet(one: Stay, other: Stay, reach: float) -> bool:
    """Return whether two may clash, what is timed only where there is no time for the way."""
    is_near = other.start <= one.end + reach and other.end >= one.start - reach
    return is_near or not (one.held.when.is_timed and other.held.when.is_timed)


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


class _NotGoing(Container[str]):
    """The ids of the events that one does not go to."""

    def __init__(self, desk: Reading) -> None:
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


def _instant(timestamp: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(timestamp, dt.UTC)
