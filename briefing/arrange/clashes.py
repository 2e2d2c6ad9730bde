"""What one person can't attend both of, can't get to in time, or would attend at night."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from briefing.arrange.whereabouts import Whereabouts, whereabouts
from briefing.config import Night, Way
from briefing.model import Engagement, Event, Mode
from briefing.text import count
from briefing.when import ASSUMED_LENGTH, Overlap, Precision, When, overlap

Held: TypeAlias = Event | Engagement

_DAY = dt.timedelta(days=1)
_MINUTE = 60
"""Seconds."""

_MOST_DAYS = 31
"""A whole-day event that lasts longer is a period: nobody is there all the time."""


class Clash(NamedTuple):
    """Two things that one person can't do both, the earlier first."""

    one: Held
    other: Held
    overlap: Overlap
    """NO where they follow each other with too little time for the way."""
    between: int = 0
    """Minutes from the end of the first to the beginning of the other."""
    needed: int = 0
    """Minutes that the way takes; 0 where they are, or may be, on at once."""

    def beside(self, id: str) -> Held:
        """Return what the one of an id clashes with."""
        return self.other if self.one.id == id else self.one

    @property
    def is_sure(self) -> bool:
        """Whether all that it rests on is known."""
        return self.overlap is Overlap.YES or (
            self.needed > 0 and all(_is_exact(held.when) for held in (self.one, self.other))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What decides for one person what clashes."""

    home: ZoneInfo
    way: Way = field(default_factory=Way)
    not_going: Container[str] = frozenset()
    """Ids of the events that one has declined, or that a colleague covers."""

    def attends(self, event: Event) -> bool:
        """Return whether an event takes place and one may go to it."""
        return not (event.cancelled or event.postponed or event.id in self.not_going)

    @property
    def reach(self) -> int:
        """How far apart two things may be that clash, in seconds: the longest way."""
        way = self.way
        return max(way.same_building, way.same_city, way.other_city) * _MINUTE


class Stay(NamedTuple):
    """Something that one may go to, with when it is. `stay` makes one."""

    held: Held
    start: float
    """In seconds, as timestamps are."""
    end: float
    """Of what has no end, when it is taken to end."""
    order: tuple[tuple[bool, float, float, str], str]


ParentOf: TypeAlias = Callable[[str], str | None]
"""Tells the id of the event that an event is part of."""


def clashes(
    events: Iterable[Event], person: Person | ZoneInfo, busy: Iterable[Engagement] = ()
) -> list[Clash]:
    """Return the pairs that one person can't attend both of, in order of time.

    Timed ones that are, or may be, on at once, or too close for the way; whole days only where they
    are in two cities. What one is busy with elsewhere counts too. An event does not clash with what
    is in it, with its own entry in one's calendar, nor where it does not take place or one does not
    go. The zone alone may be given for a person.
    """
    who = person if isinstance(person, Person) else Person(home=person)
    held: list[Held] = [*events, *busy]
    parents = {one.id: one.parent for one in held if isinstance(one, Event)}
    stays = [going for one in held if (going := stay(one, who))]
    near = (*_near(stays, who.reach), *_on_one_day(stays))
    found = (clash_of(one, other, who, parents.get) for one, other in near)
    by_pair = {(clash.one.id, clash.other.id): clash for clash in found if clash}
    order = {going.held.id: going.order for going in stays}
    return sorted(by_pair.values(), key=lambda c: (order[c.one.id], order[c.other.id]))


def stay(held: Held, person: Person) -> Stay | None:
    """Return when one is at something; None where it is undated or one does not go."""
    span = held.when.span(person.home)
    if span is None or (isinstance(held, Event) and not person.attends(held)):
        return None
    has_no_end = held.when.is_timed and span.start == span.end
    end = span.start + ASSUMED_LENGTH if has_no_end else span.end
    start, last = span.start.timestamp(), span.end.timestamp()
    return Stay(held, start, end.timestamp(), ((False, start, -last, held.when.written), held.id))


def may_clash(going: Stay) -> bool:
    """Return whether there is anything that it could clash with: a whole day needs a city."""
    held = going.held
    return not isinstance(held, Event) or held.when.is_timed or bool(_city(held))


def clash_of(first: Stay, second: Stay, person: Person, parent_of: ParentOf) -> Clash | None:
    """Return how two things clash; None where one can do both."""
    if second.order < first.order:
        first, second = second, first
    one, other = first.held, second.held
    if isinstance(one, Engagement) or isinstance(other, Engagement):
        return _with_busy_time(first, second, person)
    if one.id == other.id:
        return None
    if one.when.is_timed and other.when.is_timed:
        clash = _of_timed(one, other, second.start - first.end, person)
    else:
        clash = _of_whole_days(one, other)
    is_part = clash and (
        is_within(one.id, other.id, parent_of) or is_within(other.id, one.id, parent_of)
    )
    return None if is_part else clash


def is_within(inner: str, outer: str, parent_of: ParentOf) -> bool:
    """Return whether an event is part of another, however deep."""
    seen: set[str] = set()
    above = parent_of(inner)
    while above is not None and above not in seen:
        if above == outer:
            return True
        seen.add(above)
        above = parent_of(above)
    return False


# In words ----------------------------------------------------------------------------------------


def reason(clash: Clash) -> str:
    """Return why two things clash, in a few words: "10 minutes between, 30 needed"."""
    if clash.needed:
        words = f"{count(clash.between, 'minute')} between, {clash.needed} needed"
        return words if clash.is_sure else f"may be too tight: {words}"
    if clash.overlap is Overlap.YES:
        return "at the same time"
    if not (clash.one.when.is_timed and clash.other.when.is_timed):
        is_busy = isinstance(clash.one, Engagement) or isinstance(clash.other, Engagement)
        return f"may clash: {'a whole day' if is_busy else 'in two cities on the same day'}"
    return "may clash: a time or zone is not known"


def night_words(event: Event, home: ZoneInfo, night: Night) -> str:
    """Return at what hour of one's own night an event is: "02:30 your time"; empty where by day.

    Only of what can be attended from home: who goes there in person sleeps there too.
    """
    moment = event.when
    span = moment.span(home)
    if span is None or not moment.is_timed or moment.is_floating or event.mode is Mode.IN_PERSON:
        return ""
    start, end = (instant.astimezone(home) for instant in span)
    if span.end - span.start >= _DAY or night.begins == night.ends:
        return ""
    if is_night(start.time(), night):
        return f"{start:%H:%M} your time"
    # From an hour by day, so the next hour of the night is when it begins.
    falls = dt.datetime.combine(start.date(), night.begins, home)
    falls += _DAY if falls <= start else dt.timedelta()
    return f"until {end:%H:%M} your time" if falls.astimezone(dt.UTC) < span.end else ""


def is_night(clock: dt.time, night: Night) -> bool:
    """Return whether one sleeps at an hour of one's own clock."""
    if night.begins <= night.ends:
        return night.begins <= clock < night.ends
    return clock >= night.begins or clock < night.ends


# Two of them -------------------------------------------------------------------------------------


def _with_busy_time(first: Stay, second: Stay, person: Person) -> Clash | None:
    one, other = first.held, second.held
    has_event = any(isinstance(held, Event) and held.when.is_timed for held in (one, other))
    is_own_entry = (first.start, first.end) == (second.start, second.end)
    if not has_event or is_own_entry or first.end <= second.start:
        return None
    return Clash(one, other, overlap(one.when, other.when, person.home))


def _of_timed(one: Event, other: Event, seconds: float, person: Person) -> Clash | None:
    """Return the clash of two events with so many seconds between them."""
    if seconds < 0:
        return Clash(one, other, overlap(one.when, other.when, person.home))
    between = int(seconds) // _MINUTE
    if seconds >= person.reach or between >= (needed := way_between(one, other, person.way)):
        return None
    return Clash(one, other, Overlap.NO, between, needed)


def _of_whole_days(one: Event, other: Event) -> Clash | None:
    here, there = _city(one), _city(other)
    if not here or not there or here == there:
        return None
    ours, theirs = _days(one.when), _days(other.when)
    if not ours or not theirs or ours[0] > theirs[-1] or theirs[0] > ours[-1]:
        return None
    return Clash(one, other, Overlap.MAYBE)


def way_between(one: Event, other: Event, way: Way) -> int:
    """Return how many minutes it takes from one event to the other; 0 where no place is known.

    From or to what is online it is the way to a quiet room. What is far away and online too, one
    attends from there.
    """
    here, there = whereabouts(one), whereabouts(other)
    if Mode.ONLINE in (one.mode, other.mode):
        return way.same_building if here != there else 0
    if not any(here) or not any(there):
        return 0
    if here.building and here.building == there.building and _fit(here.city, there.city):
        return way.same_building
    if _are_in_one_city(one, other, here, there):
        return way.same_city
    return way.same_building if Mode.HYBRID in (one.mode, other.mode) else way.other_city


def _are_in_one_city(one: Event, other: Event, here: Whereabouts, there: Whereabouts) -> bool:
    """Return whether two places are in one city; where a city is not known, their clocks tell."""
    if here.city and there.city:
        return here.city == there.city
    if not _fit(here.country, there.country):
        return False
    zones = {one.when.zone, other.when.zone} - {None}
    return len(zones) < 2


def _fit(one: str, other: str) -> bool:
    return not one or not other or one == other


# All of them -------------------------------------------------------------------------------------


def _near(stays: Iterable[Stay], reach: int) -> Iterator[tuple[Stay, Stay]]:
    """Yield the pairs that are not further apart than the longest way, whole days left out.

    But for those on which one is busy elsewhere.
    """
    timed = (s for s in stays if s.held.when.is_timed or isinstance(s.held, Engagement))
    running: list[Stay] = []
    for going in sorted(timed, key=lambda going: going.order):
        running = [earlier for earlier in running if earlier.end + reach >= going.start]
        yield from ((earlier, going) for earlier in running)
        running.append(going)


def _on_one_day(stays: Iterable[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """Yield the pairs of events in two cities, one of them a whole day, that share a day."""
    days: dict[int, list[Stay]] = defaultdict(list)
    whole: list[Stay] = []
    for going in stays:
        if isinstance(going.held, Event) and _city(going.held):
            for day in _days(going.held.when):
                days[day].append(going)
            if going.held.when.precision is Precision.DAY:
                whole.append(going)
    for going in whole:
        for day in _days(going.held.when):
            yield from ((going, other) for other in days[day] if other is not going)


def _days(moment: When) -> range:
    """Return the days, by their ordinals, of what is known to the day and is no period."""
    first, last = moment.date, moment.last_date
    if first is None or last is None or moment.precision not in _TO_THE_DAY:
        return range(0)
    days = range(first.toordinal(), last.toordinal() + 1)
    return days if len(days) <= _MOST_DAYS else range(0)


_TO_THE_DAY = (Precision.DAY, Precision.MINUTE)


def _city(event: Event) -> str:
    """Return the city in which one has to be for an event."""
    is_elsewhere_too = event.mode in (Mode.ONLINE, Mode.HYBRID)
    return "" if is_elsewhere_too else whereabouts(event).city


def _is_exact(moment: When) -> bool:
    return moment.is_timed and not moment.is_floating and moment.end_time is not None
