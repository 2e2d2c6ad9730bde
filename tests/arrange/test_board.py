import datetime as dt

from hypothesis import given, strategies as st

from briefing.arrange.board import Board, Slot, board, is_on
from briefing.model import Engagement, Event, TaskState
from briefing.when import When
from tests.arrange.records import HOME, NEW_YORK, at, event, on, task
from tests.arrange.test_clashes import SESSION, SIDE_EVENTS, near_whens

DAY = dt.date(2031, 6, 9)


def of(*events: Event, day: dt.date = DAY) -> Board:
    return board(day, events, (), (), HOME)


def ids(shown: Board) -> list[list[str]]:
    return [[slot.held.id for slot in stretch.slots] for stretch in shown.stretches]


def test_what_hangs_together_stands_side_by_side() -> None:
    shown = of(*SIDE_EVENTS, SESSION)

    assert ids(shown) == [
        ["ropes", "splices", "buoys"],
        ["tides"],
        ["charts"],
        ["bells", "lamps", "keels", "sails"],
        ["knots", "masts", "decks"],
    ]
    assert [2, 1, 1, 4, 2] == [stretch.lanes for stretch in shown.stretches]
    assert ["session"] == [event.id for event in shown.all_day]


def test_what_lasts_all_day_is_a_band() -> None:
    week = event("week", on("2031-06-07", "2031-06-11"))
    stay = event("stay", at("2031-06-09", "06:00"))

    shown = of(week, stay)

    assert (["week"], [["stay"]]) == ([e.id for e in shown.all_day], ids(shown))


def test_what_is_of_another_day_on_its_own_clock_is_left_out() -> None:
    late = event("late", at("2031-06-09", "23:00", "23:30", "Pacific/Honolulu"))
    over_midnight = event("over", at("2031-06-08", "23:00", "01:00"))

    assert [["over"], ["late"]] == ids(of(late, over_midnight))
    assert [] == ids(of(late, day=dt.date(2031, 6, 10)))


def test_what_is_known_to_the_month_is_on_no_day() -> None:
    month = When(date=DAY.replace(day=1), precision="month")  # type: ignore[arg-type]

    assert of(event("month", month)).is_empty


def test_the_open_tasks_of_the_day_are_due() -> None:
    tasks = [
        task("register", on("2031-06-09")),
        task("sent", at("2031-06-09", "16:00"), TaskState.SENT),
        task("done", on("2031-06-09"), TaskState.DONE),
        task("later", on("2031-06-10")),
    ]

    assert ["register", "sent"] == [t.id for t in board(DAY, (), tasks, (), HOME).due]


def test_busy_times_stand_beside_events() -> None:
    call = Engagement(id="call", when=at("2031-06-09", "17:00", "17:30"))
    tides = event("tides", at("2031-06-09", "11:00", "12:00", NEW_YORK))

    shown = board(DAY, [tides], (), [call], HOME)

    assert [["tides", "call"]] == ids(shown)


def test_the_clock_is_the_one_that_most_is_told_on() -> None:
    shown = of(*SIDE_EVENTS, event("call", at("2031-06-09", "08:00")))

    assert shown.clock is not None
    assert NEW_YORK == shown.clock.zone


@given(st.lists(near_whens(), max_size=9))
def test_each_slot_of_a_day_has_a_place_of_its_own(moments: list[When]) -> None:
    events = [event(f"e{number}", moment) for number, moment in enumerate(moments)]

    shown = of(*events)

    slots = [slot for stretch in shown.stretches for slot in stretch.slots]
    every = [*(slot.held.id for slot in slots), *(e.id for e in shown.all_day)]
    assert sorted(e.id for e in events if is_on(e.when, DAY)) == sorted(every)
    assert not any(
        meet(one, other)
        for stretch in shown.stretches
        for number, one in enumerate(stretch.slots)
        for other in stretch.slots[:number]
        if one.lane == other.lane
    )
    assert all(
        before.end <= after.start
        for before, after in zip(shown.stretches, shown.stretches[1:], strict=False)
    )


def meet(one: Slot, other: Slot) -> bool:
    return one.start < other.end and other.start < one.end
