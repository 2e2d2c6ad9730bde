import datetime as dt

from briefing.desk import doubts, intake
from briefing.desk.desk import Desk
from briefing.model import Decision, Doubt, DoubtKind, Event, Evidence, Proposal
from briefing.when import whole_day

YEAR = Doubt(kind=DoubtKind.YEAR_INFERRED, words="No year is printed.")
VAGUE = Doubt(kind=DoubtKind.VAGUE_TIME, words="No hour is given.")
DAY = whole_day(dt.date(2031, 6, 3))


def proposal(name: str, *found: Doubt, source: str = "page") -> Proposal:
    event = Event(id=name, title=name, when=DAY, evidence={"when": Evidence(doubts=found)})
    return Proposal(id=f"p-{name}", source=source, draft=event)


def put(desk: Desk, *proposals: Proposal) -> None:
    with desk.change("waiting") as edit:
        for one in proposals:
            edit.put(one)


def evidence(desk: Desk, name: str) -> Evidence:
    held = desk.store.get(Proposal, f"p-{name}")
    assert held is not None
    return held.draft.evidence["when"]


def test_one_answer_takes_the_same_doubt_from_all_of_the_source(desk: Desk) -> None:
    before = len(intake.waiting(desk))
    put(desk, proposal("one", YEAR), proposal("two", YEAR, VAGUE), proposal("three", YEAR))

    others = doubts.settle(desk, proposal("one", YEAR), "when")

    assert others == 2
    assert evidence(desk, "one").decision is Decision.ACCEPTED
    assert evidence(desk, "two").doubts == (VAGUE,)
    assert len(intake.waiting(desk)) == before + 3


def test_the_others_are_not_checked_by_that(desk: Desk) -> None:
    put(desk, proposal("one", YEAR), proposal("two", YEAR))

    doubts.settle(desk, proposal("one", YEAR), "when")

    assert evidence(desk, "two").decision is Decision.UNDECIDED


def test_another_source_keeps_its_doubt(desk: Desk) -> None:
    put(desk, proposal("one", YEAR), proposal("two", YEAR, source="another"))

    doubts.settle(desk, proposal("one", YEAR), "when")

    assert evidence(desk, "two").doubts == (YEAR,)


def test_what_is_so_for_one_date_only_is_not_shared(desk: Desk) -> None:
    put(desk, proposal("one", VAGUE), proposal("two", VAGUE))

    others = doubts.settle(desk, proposal("one", VAGUE), "when")

    assert (others, evidence(desk, "two").doubts) == (0, (VAGUE,))


def test_one_undo_brings_all_the_doubts_back(desk: Desk) -> None:
    put(desk, proposal("one", YEAR), proposal("two", YEAR))
    doubts.settle(desk, proposal("one", YEAR), "when")

    desk.undo()

    assert [evidence(desk, name).doubts for name in ("one", "two")] == [(YEAR,), (YEAR,)]
