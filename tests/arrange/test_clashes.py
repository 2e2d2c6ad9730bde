import datetime as dt
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from briefing.arrange.clashes import (
    Clash,
    Person,
    clash_of,
    clashes,
    night_words,
    reason,
    stay,
    way_between,
)
from briefing.arrange.whereabouts import whereabouts
from briefing.config import Night, Way
from briefing.model import Engagement, Event, Mode
from briefing.when import Overlap, Precision, Span, When, overlap, whole_day
from tests.arrange.records import HOME, NEW_YORK, at, event, on
from tests.strategies import ZONES, whens

SESSION = event("session", at("2031-06-09", "10:00", "18:00", NEW_YORK))

SIDE_EVENTS = [
    event(id, at("2031-06-09", start, end, NEW_YORK), parent="session")
    for id, start, end in (
        ("ropes", "08:15", "09:30"),
        ("splices", "08:30", "09:45"),
        ("buoys", "09:30", "10:00"),
        ("tides", "11:00", "12:00"),
        ("charts", "12:00", "13:00"),
        ("lamps", "13:15", "14:30"),
        ("bells", "13:15", "14:30"),
        ("keels", "13:30", "14:45"),
        ("sails", "14:00", "15:00"),
        ("knots", "16:00", "17:30"),
        ("masts", "17:00", "18:00"),
        ("decks", "17:45", "19:00"),
    )
]


def pairs(found: list[Clash]) -> set[frozenset[str]]:
    return {frozenset((clash.one.id, clash.other.id)) for clash in found}


def test_a_schedule_of_twelve_side_events_has_its_ten_pairs() -> None:
    found = clashes([*SIDE_EVENTS, SESSION], HOME)

    assert {Overlap.YES} == {clash.overlap for clash in found}
    assert pairs(found) == {
        frozenset(pair)
        for pair in (
            ("ropes", "splices"),
            ("splices", "buoys"),
            ("lamps", "bells"),
            ("lamps", "keels"),
            ("lamps", "sails"),
            ("bells", "keels"),
            ("bells", "sails"),
            ("keels", "sails"),
            ("knots", "masts"),
            ("masts", "decks"),
        )
    }


def test_a_call_home_clashes_in_the_zone_it_is_in() -> None:
    call_home = event("call-home", at("2031-06-09", "17:00", "17:30"))

    found = clashes([*SIDE_EVENTS, call_home], HOME)

    assert frozenset(("tides", "call-home")) in pairs(found)
    assert len(found) == 11


def test_the_earlier_stands_first_and_pairs_stand_in_order() -> None:
    found = clashes(list(reversed(SIDE_EVENTS)), HOME)

    starts = [(c.one.when.sort_key(HOME), c.other.when.sort_key(HOME)) for c in found]
    assert all(one <= other for one, other in starts)


def test_an_event_does_not_clash_with_what_is_in_it_however_deep() -> None:
    events = [
        event("week", at("2031-06-09", "09:00", "18:00")),
        event("day", on("2031-06-09"), parent="week"),
        event("panel", at("2031-06-09", "10:00", "11:00"), parent="day"),
    ]

    assert clashes(events, HOME) == []


def test_parents_in_a_circle_do_no_harm() -> None:
    events = [
        event("hen", at("2031-06-09", "09:00", "10:00"), parent="egg"),
        event("egg", at("2031-06-09", "09:00", "10:00"), parent="hen"),
        event("fox", at("2031-06-09", "09:30", "10:00")),
    ]

    assert {frozenset(("fox", "hen")), frozenset(("fox", "egg"))} == pairs(clashes(events, HOME))


def test_what_floats_or_has_no_end_may_clash() -> None:
    fixed = event("fixed", at("2031-06-09", "10:00", "11:00"))
    floating = event("floating", at("2031-06-09", "10:30", "11:30", None))
    endless = event("endless", at("2031-06-09", "09:30"))

    found = {(c.one.id, c.other.id): c.overlap for c in clashes([fixed, floating, endless], HOME)}

    assert found == {
        ("endless", "fixed"): Overlap.MAYBE,
        ("fixed", "floating"): Overlap.MAYBE,
    }


def test_what_begins_without_an_end_while_another_is_on_clashes() -> None:
    fixed = event("fixed", at("2031-06-09", "10:00", "11:00"))
    endless = event("endless", at("2031-06-09", "10:30"))

    assert [Clash(fixed, endless, Overlap.YES)] == clashes([endless, fixed], HOME)


def test_whole_days_cancelled_and_undated_events_do_not_clash() -> None:
    events = [
        event("fixed", at("2031-06-09", "10:00", "11:00")),
        event("off", at("2031-06-09", "10:00", "11:00"), cancelled=True),
        event("day", on("2031-06-09")),
        event("someday"),
    ]

    assert clashes(events, HOME) == []


VENUES = ("", "Old Library, Room 4", "Old Library, Room 5", "UNHQ, Room 1", "Palais, Geneva")


@st.composite
def near_whens(draw: st.DrawFn) -> When:
    """Times on three days, so that many of them meet."""
    day = dt.date(2031, 6, draw(st.integers(9, 11)))
    if draw(st.booleans()):
        return whole_day(day, day + dt.timedelta(draw(st.integers(0, 2))))
    clock = st.sampled_from([dt.time(hour, 20 * part) for hour in range(24) for part in range(3)])
    return When(
        date=day,
        time=draw(clock),
        end_time=draw(st.none() | clock),
        zone=draw(st.sampled_from([*ZONES, None])),
        precision=Precision.MINUTE,
    )


@st.composite
def held(draw: st.DrawFn) -> list[Event]:
    """Events of which some are part of others, off, put off, or not one's own."""
    moments = draw(st.lists(near_whens() | whens(), max_size=8))
    ids = [f"e{number}" for number in range(len(moments))]
    return [
        Event(
            id=id,
            title=id,
            when=moment,
            mode=draw(st.none() | st.sampled_from(Mode)),
            venue=draw(st.sampled_from(VENUES)),
            parent=draw(st.none() | st.sampled_from(ids)),
            cancelled=draw(st.integers(0, 9)) == 0,
            postponed=draw(st.integers(0, 9)) == 0,
        )
        for id, moment in zip(ids, moments, strict=True)
    ]


@given(held(), st.lists(near_whens(), max_size=4), st.sets(st.sampled_from(["e1", "e2"])))
def test_clashes_are_those_of_a_slow_comparison_of_all_pairs(
    events: list[Event], busy: list[When], not_going: set[str]
) -> None:
    engagements = [Engagement(id=f"busy{n}", when=when) for n, when in enumerate(busy)]
    person = Person(home=HOME, not_going=not_going)

    found = clashes(events, person, engagements)

    everything: list[Event | Engagement] = [*events, *engagements]
    assert {(frozenset((c.one.id, c.other.id)), reason(c)) for c in found} == {
        (frozenset((one.id, other.id)), words)
        for one, other in combinations(everything, 2)
        if (words := slowly(one, other, person, events))
    }


@given(held(), st.lists(near_whens(), max_size=4))
def test_what_clashes_with_one_event_is_what_is_found_among_all(
    events: list[Event], busy: list[When]
) -> None:
    engagements = [Engagement(id=f"busy{n}", when=when) for n, when in enumerate(busy)]
    person = Person(home=HOME)
    parents = {one.id: one.parent for one in events}

    everything: list[Event | Engagement] = [*events, *engagements]
    one_by_one = {
        (clash.one.id, clash.other.id, reason(clash))
        for one in events
        for other in everything
        if (ours := stay(one, person)) and (theirs := stay(other, person))
        if (clash := clash_of(ours, theirs, person, parents.get))
    }

    found = clashes(events, person, engagements)
    assert one_by_one == {(clash.one.id, clash.other.id, reason(clash)) for clash in found}


def slowly(
    one: Event | Engagement, other: Event | Engagement, person: Person, events: list[Event]
) -> str:
    """Why two things clash, told step by step from what the words mean."""
    if isinstance(one, Engagement) and isinstance(other, Engagement):
        return ""
    if any(isinstance(x, Event) and not person.attends(x) for x in (one, other)):
        return ""
    ours, theirs = lasting(one.when), lasting(other.when)
    if ours is None or theirs is None:
        return ""
    timed = one.when.is_timed and other.when.is_timed
    meet = ours.start < theirs.end and theirs.start < ours.end
    sure = overlap(one.when, other.when, HOME) is Overlap.YES
    if isinstance(one, Engagement) or isinstance(other, Engagement):
        is_whole_day = any(isinstance(x, Event) and not x.when.is_timed for x in (one, other))
        if is_whole_day or not meet or ours == theirs:
            return ""
        if sure:
            return "at the same time"
        return f"may clash: {'a time or zone is not known' if timed else 'a whole day'}"
    if other.id in above(one, events) or one.id in above(other, events):
        return ""
    if not timed:
        cities = {whereabouts(one).city, whereabouts(other).city} - {""}
        there = {one.mode, other.mode} <= {Mode.IN_PERSON, None}
        is_far = there and len(cities) == 2 and days(one.when) & days(other.when)
        return "may clash: in two cities on the same day" if is_far else ""
    if meet:
        return "at the same time" if sure else "may clash: a time or zone is not known"
    gap = max(theirs.start - ours.end, ours.start - theirs.end) // dt.timedelta(minutes=1)
    first, second = (one, other) if ours.end <= theirs.start else (other, one)
    needed = way_between(first, second, person.way)
    if gap >= needed:
        return ""
    words = f"{gap} minute{'s' * (gap != 1)} between, {needed} needed"
    exact = all(e.when.end_time and not e.when.is_floating for e in (one, other))
    return words if exact else f"may be too tight: {words}"


def lasting(when: When) -> Span | None:
    span = when.span(HOME)
    if span and when.is_timed and span.start == span.end:
        return Span(span.start, span.start + dt.timedelta(hours=1))
    return span


def days(when: When) -> set[dt.date]:
    if when.precision not in (Precision.DAY, Precision.MINUTE):
        return set()
    assert when.date
    assert when.last_date
    length = (when.last_date - when.date).days
    every = range(length + 1) if length < 31 else ()
    return {when.date + dt.timedelta(number) for number in every}


def above(event: Event, events: list[Event]) -> set[str]:
    parents = {one.id: one.parent for one in events}
    found: set[str] = set()
    parent = event.parent
    while parent and parent not in found:
        found.add(parent)
        parent = parents.get(parent)
    return found


@given(st.permutations(SIDE_EVENTS))
def test_the_order_in_which_events_are_held_does_not_matter(events: list[Event]) -> None:
    assert pairs(clashes(SIDE_EVENTS, HOME)) == pairs(clashes(events, HOME))


# The way between ---------------------------------------------------------------------------------


def there(
    id: str,
    start: str,
    end: str,
    venue: str,
    mode: Mode | None = Mode.IN_PERSON,
    zone: str = NEW_YORK,
) -> Event:
    when = at("2031-06-09", start, end, zone)
    return Event(id=id, title=id, when=when, venue=venue, mode=mode)


@pytest.mark.parametrize(
    ("venue", "mode", "between", "told"),
    [
        ("UNHQ, Conference Room 8", Mode.IN_PERSON, 4, "4 minutes between, 5 needed"),
        ("UNHQ, Conference Room 8", Mode.IN_PERSON, 5, ""),
        ("Port House, New York", Mode.IN_PERSON, 10, "10 minutes between, 30 needed"),
        ("Port House, New York", Mode.HYBRID, 1, "1 minute between, 30 needed"),
        ("Port House, New York", Mode.IN_PERSON, 30, ""),
        ("Palais des Nations, Geneva", Mode.IN_PERSON, 180, "180 minutes between, 240 needed"),
        ("Palais des Nations, Geneva", Mode.HYBRID, 3, "3 minutes between, 5 needed"),
        ("", Mode.ONLINE, 0, "0 minutes between, 5 needed"),
        ("", Mode.ONLINE, 5, ""),
        ("", Mode.IN_PERSON, 0, ""),
    ],
)
def test_the_way_from_one_to_the_next_is_reckoned_with(
    venue: str, mode: Mode, between: int, told: str
) -> None:
    first = there("first", "10:00", "11:00", "UNHQ, Room 2")
    start = (dt.datetime(2031, 6, 9, 11) + dt.timedelta(minutes=between)).time()  # noqa: DTZ001
    second = there("second", f"{start:%H:%M}", "23:00", venue, mode)

    found = clashes([second, first], HOME)

    assert ([told] if told else []) == [reason(clash) for clash in found]
    assert all(clash.is_sure and clash.one is first for clash in found)


def test_the_way_is_what_one_has_set() -> None:
    events = [
        there("first", "10:00", "11:00", "UNHQ, Room 2"),
        there("second", "11:10", "12:00", "Port House, New York"),
    ]

    assert clashes(events, Person(home=HOME, way=Way(same_city=10))) == []


def test_no_way_is_needed_from_one_online_event_to_the_next() -> None:
    events = [
        there("first", "10:00", "11:00", "", Mode.ONLINE),
        there("second", "11:00", "12:00", "", Mode.ONLINE),
    ]

    assert clashes(events, HOME) == []


def test_what_has_no_end_may_be_too_tight() -> None:
    first = Event(id="first", title="", when=at("2031-06-09", "10:00"), venue="UNHQ")
    second = there("second", "11:10", "12:00", "Port House, New York", zone="Europe/Oslo")

    (clash,) = clashes([first, second], HOME)

    assert "may be too tight: 10 minutes between, 30 needed" == reason(clash)
    assert not clash.is_sure


def test_whole_days_in_two_cities_may_clash() -> None:
    day = Event(id="day", title="", when=on("2031-06-08", "2031-06-10"), venue="Palais, Geneva")
    timed = there("timed", "10:00", "11:00", "UNHQ")
    near = there("near", "09:00", "10:00", "Old Library, Geneva", zone="Europe/Zurich")
    online = there("online", "16:00", "17:00", "", Mode.ONLINE)

    (clash,) = clashes([day, timed, near, online], HOME)

    assert {"day", "timed"} == {clash.one.id, clash.other.id}
    assert "may clash: in two cities on the same day" == reason(clash)


# One's own time ----------------------------------------------------------------------------------


def test_what_one_has_declined_or_a_colleague_covers_clashes_with_nothing() -> None:
    person = Person(home=HOME, not_going={"lamps", "knots"})

    found = pairs(clashes(SIDE_EVENTS, person))

    assert not any({"lamps", "knots"} & pair for pair in found)
    assert 6 == len(found)


def test_busy_times_clash_with_events_and_not_with_each_other() -> None:
    busy = [
        Engagement(id="call", when=at("2031-06-09", "11:30", "12:30", NEW_YORK)),
        Engagement(id="lunch", when=at("2031-06-09", "12:00", "12:30", NEW_YORK)),
    ]

    found = clashes([event("tides", at("2031-06-09", "11:00", "12:00", NEW_YORK))], HOME, busy)

    assert [frozenset(("tides", "call"))] == [*pairs(found)]


def test_the_entry_of_an_event_in_ones_calendar_is_no_clash_with_it() -> None:
    own = Engagement(id="own", when=at("2031-06-09", "15:00", "16:00", "UTC"))
    tides = event("tides", at("2031-06-09", "11:00", "12:00", NEW_YORK))

    assert clashes([tides], HOME, [own]) == []


def test_a_whole_day_that_one_is_away_may_clash() -> None:
    away = Engagement(id="away", when=on("2031-06-09"))

    (clash,) = clashes([event("tides", at("2031-06-09", "11:00", "12:00"))], HOME, [away])

    assert "may clash: a whole day" == reason(clash)


# Night -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "home", "told"),
    [
        ("09:00", "10:00", "America/New_York", ""),
        ("13:15", "14:30", "Pacific/Fiji", "05:15 your time"),
        ("07:45", "09:00", "Pacific/Honolulu", "01:45 your time"),
        ("13:15", "14:30", "Europe/Oslo", ""),
        ("15:00", "16:00", "Europe/Oslo", ""),
        ("15:00", "16:30", "Europe/Oslo", "until 22:30 your time"),
        ("16:00", "", "Europe/Oslo", "22:00 your time"),
    ],
)
def test_the_hour_of_ones_own_night_is_told(start: str, end: str, home: str, told: str) -> None:
    online = Event(id="e", title="", when=at("2031-06-09", start, end, NEW_YORK), mode=Mode.ONLINE)

    assert told == night_words(online, ZoneInfo(home), Night())


def test_who_goes_there_in_person_sleeps_there_too() -> None:
    assert "" == night_words(there("e", "23:00", "23:30", "UNHQ"), ZoneInfo(NEW_YORK), Night())


def test_a_night_without_hours_is_none() -> None:
    night = Night(begins=dt.time(3), ends=dt.time(3))
    late = event("late", at("2031-06-09", "02:00", "04:00"))

    assert "" == night_words(late, HOME, night)


@given(whens(), st.times(), st.times())
def test_any_time_and_any_night_are_told(when: When, begins: dt.time, ends: dt.time) -> None:
    told = night_words(event("e", when), HOME, Night(begins=begins, ends=ends))

    assert not told or told.endswith(" your time")
