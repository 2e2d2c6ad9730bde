import datetime as dt
from zoneinfo import ZoneInfo

from briefing.desk.units import Units, without_positions
from briefing.model import (
    Alternative,
    Doubt,
    DoubtKind,
    Draft,
    Event,
    Evidence,
    Position,
    Proposal,
    Question,
    Task,
)
from briefing.when import When, undated, whole_day

TODAY = dt.date(2031, 6, 10)
HOME = ZoneInfo("Europe/Oslo")


def proposal(draft: Draft, under: str | None = None) -> Proposal:
    return Proposal(id=f"p-{draft.id}", source="page", draft=draft, under=under)


def event(name: str, day: int | None = None, *, parent: str | None = None) -> Proposal:
    when = undated() if day is None else whole_day(dt.date(2031, 6, day))
    return proposal(Event(id=name, title=name, when=when, parent=parent))


def doubted(kind: DoubtKind, *readings: When) -> Proposal:
    found = Evidence(
        doubts=(Doubt(kind=kind, words="Hm."),),
        alternatives=tuple(Alternative(value=reading, why="or so") for reading in readings),
    )
    day = whole_day(dt.date(2031, 6, 3))
    return proposal(Event(id="doubted", title="Doubted", when=day, evidence={"when": found}))


def ids(proposals: list[Proposal]) -> list[str]:
    return [one.draft.id for one in proposals]


def week() -> list[Proposal]:
    return [
        event("week", 16),
        event("breakfast", 17, parent="week"),
        proposal(Task(id="register", what="Register"), "p-breakfast"),
        proposal(Question(id="who", text="Who?"), "p-week"),
        proposal(Position(id="claim", claim="So it is.", holder="Norland"), "p-week"),
        event("another", 18),
    ]


def test_a_side_event_hangs_on_its_event_with_what_is_its_own() -> None:
    waiting = week()

    whole = Units(waiting).whole(waiting[0])

    assert ids(whole) == ["week", "breakfast", "who", "claim", "register"]


def test_its_own_are_the_tasks_questions_and_positions() -> None:
    waiting = week()

    assert ids(Units(waiting).own(waiting[0])) == ["week", "who", "claim"]


def test_what_hangs_on_two_is_there_once() -> None:
    waiting = week()

    together = Units(waiting).together([waiting[1], waiting[0]])

    assert sorted(ids(together)) == ["breakfast", "claim", "register", "week", "who"]


def test_events_that_are_inside_each_other_do_no_harm() -> None:
    waiting = [event("one", 16, parent="two"), event("two", 16, parent="one")]

    assert ids(Units(waiting).whole(waiting[0])) == ["one", "two"]


def test_positions_are_left_out_but_the_one_that_is_meant() -> None:
    waiting = week()

    assert "claim" not in ids(without_positions(waiting, but=waiting[0]))
    assert "claim" in ids(without_positions(waiting, but=waiting[4]))


def test_what_ended_before_today_is_past_with_what_hangs_on_it() -> None:
    waiting = [
        event("gone", 9),
        proposal(Task(id="register", what="Register"), "p-gone"),
        event("today", 10),
        event("undated"),
    ]

    assert ids(Units(waiting).past(TODAY, HOME)) == ["gone", "register"]


def test_a_side_event_that_is_to_come_stays() -> None:
    waiting = [event("gone", 9), event("coming", 11, parent="gone")]

    assert ids(Units(waiting).past(TODAY, HOME)) == ["gone"]


def test_a_deadline_of_what_is_to_come_stays() -> None:
    due = whole_day(dt.date(2031, 6, 1))
    waiting = [event("coming", 11), proposal(Task(id="t", what="Register", due=due), "p-coming")]

    assert Units(waiting).past(TODAY, HOME) == []


def test_what_may_be_later_stays() -> None:
    later = doubted(DoubtKind.DAY_OR_MONTH_FIRST, whole_day(dt.date(2031, 12, 3)))
    guessed = doubted(DoubtKind.YEAR_INFERRED)

    assert Units([later]).past(TODAY, HOME) == Units([guessed]).past(TODAY, HOME) == []


def test_what_is_past_either_way_goes() -> None:
    either = doubted(DoubtKind.DAY_OR_MONTH_FIRST, whole_day(dt.date(2031, 3, 6)))

    assert ids(Units([either]).past(TODAY, HOME)) == ["doubted"]
