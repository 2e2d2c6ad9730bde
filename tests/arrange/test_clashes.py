from itertools import combinations

from hypothesis import given, strategies as st

from briefing.arrange.clashes import Clash, clashes
from briefing.model import Event
from briefing.when import Overlap, When, overlap
from tests.arrange.records import HOME, NEW_YORK, at, event, on
from tests.strategies import whens

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


@given(st.lists(whens(), max_size=7))
def test_no_pair_of_timed_events_is_missed(moments: list[When]) -> None:
    events = [event(f"e{n}", when) for n, when in enumerate(moments)]
    timed = [e for e in events if e.when.is_timed]

    found = pairs(clashes(events, HOME))

    assert found == {
        frozenset((one.id, other.id))
        for one, other in combinations(timed, 2)
        if overlap(one.when, other.when, HOME)
    }


@given(st.permutations(SIDE_EVENTS))
def test_the_order_in_which_events_are_held_does_not_matter(events: list[Event]) -> None:
    assert pairs(clashes(SIDE_EVENTS, HOME)) == pairs(clashes(events, HOME))
