import datetime as dt

import msgspec

from briefing.desk import doubts, edit, intake, siblings
from briefing.desk.desk import Desk
from briefing.desk.doubts import Place
from briefing.desk.siblings import Answer
from briefing.model import Alternative, Decision, Doubt, DoubtKind, Event, Evidence, Proposal
from briefing.when import Precision, When, ZoneBasis

YEAR = Doubt(kind=DoubtKind.YEAR_INFERRED, words="No year is printed.")
ZONE = Doubt(kind=DoubtKind.ZONE_MISSING, words="No zone is written.")
VAGUE = Doubt(kind=DoubtKind.VAGUE_TIME, words="No hour is given.")
SWAPPED = "the month first"


def moment(day: int, zone: str | None = None, *, year: int = 2031, month: int = 6) -> When:
    return When(
        date=dt.date(year, month, day),
        time=dt.time(9),
        zone=zone,
        zone_basis=ZoneBasis.VENUE if zone else ZoneBasis.NONE,
        precision=Precision.MINUTE,
    )


def waiting(desk: Desk, *drafts: Event) -> list[Place]:
    proposals = [Proposal(id=f"p-{draft.id}", source="page", draft=draft) for draft in drafts]
    with desk.change("waiting") as change:
        for proposal in proposals:
            change.put(proposal)
    return [Place(proposal, "when") for proposal in proposals]


def event(name: str, when: When, *found: Doubt, other: When | None = None) -> Event:
    readings = (Alternative(value=other, why=SWAPPED),) if other else ()
    evidence = Evidence(doubts=found, alternatives=readings)
    return Event(id=name, title=name, when=when, evidence={"when": evidence})


def held(desk: Desk, name: str) -> Event:
    proposal = desk.store.get(Proposal, f"p-{name}")
    assert proposal is not None
    assert isinstance(proposal.draft, Event)
    return proposal.draft


def others(desk: Desk, place: Place) -> tuple[Place, ...]:
    return doubts.alike(doubts.open_places(intake.waiting(desk)), place)


def changed(desk: Desk, place: Place, when: When) -> Answer:
    """The same value as somebody typed it."""
    draft = msgspec.structs.replace(place.proposal.draft, when=when)
    after = Place(msgspec.structs.replace(place.proposal, draft=draft), "when")
    with desk.change("typed") as change:
        change.put(after.proposal)
    return Answer(place, after)


def test_one_answer_takes_the_same_doubt_from_all(desk: Desk) -> None:
    one, *_ = waiting(
        desk,
        event("one", moment(3), YEAR),
        event("two", moment(4), YEAR, VAGUE),
        event("three", moment(5), YEAR),
    )

    siblings.settle(desk, one, others(desk, one))

    decisions = [held(desk, name).evidence["when"].decision for name in ("one", "two", "three")]
    assert decisions == [Decision.ACCEPTED, Decision.UNDECIDED, Decision.UNDECIDED]
    left = [held(desk, name).evidence["when"].doubts for name in ("two", "three")]
    assert left == [(VAGUE,), ()]


def test_without_others_only_the_one_is_settled(desk: Desk) -> None:
    one, _ = waiting(desk, event("one", moment(3), YEAR), event("two", moment(4), YEAR))

    siblings.settle(desk, one)

    assert held(desk, "two").evidence["when"].doubts == (YEAR,)


def test_one_undo_brings_all_the_doubts_back(desk: Desk) -> None:
    one, _ = waiting(desk, event("one", moment(3), YEAR), event("two", moment(4), YEAR))
    siblings.settle(desk, one, others(desk, one))

    desk.undo()

    assert [held(desk, n).evidence["when"].doubts for n in ("one", "two")] == [(YEAR,), (YEAR,)]


def test_a_zone_that_was_typed_goes_to_all_that_had_none(desk: Desk) -> None:
    one, *_ = waiting(
        desk,
        event("one", moment(3), ZONE),
        event("two", moment(4), ZONE),
        event("three", moment(5)),
    )
    alike = others(desk, one)
    answer = changed(desk, one, moment(3, "America/New_York"))

    siblings.follow(desk, answer, siblings.following(answer, alike))

    assert held(desk, "two").when == moment(4, "America/New_York")
    assert held(desk, "two").evidence["when"].decision is Decision.EDITED
    assert held(desk, "three").when == moment(5)


def test_a_year_that_was_typed_goes_to_all_that_were_guessed(desk: Desk) -> None:
    one, *_ = waiting(desk, event("one", moment(3), YEAR), event("two", moment(4), YEAR))
    alike = others(desk, one)
    answer = changed(desk, one, moment(3, year=2032))

    siblings.follow(desk, answer, siblings.following(answer, alike))

    assert held(desk, "two").when == moment(4, year=2032)


def test_a_reading_that_was_taken_is_taken_of_all_that_have_it(desk: Desk) -> None:
    order = Doubt(kind=DoubtKind.DAY_OR_MONTH_FIRST, words="Day or month first?")
    one, *_ = waiting(
        desk,
        event("one", moment(3), order, other=moment(6, month=3)),
        event("two", moment(4), order, other=moment(6, month=4)),
        event("three", moment(5), order),
    )
    alike = others(desk, one)
    edit.take(desk, one.proposal, "when", 1)
    now = desk.store.get(Proposal, "p-one")
    assert now is not None
    answer = Answer(one, Place(now, "when"))

    following = siblings.following(answer, alike)
    siblings.follow(desk, answer, following)

    assert [place.proposal.draft.id for place in following] == ["two"]
    assert held(desk, "two").when == moment(6, month=4)


def test_it_asks_whether_the_others_follow(desk: Desk) -> None:
    one, *_ = waiting(desk, *(event(f"e{n}", moment(n), ZONE) for n in range(3, 15)))
    alike = others(desk, one)
    answer = changed(desk, one, moment(3, "America/New_York"))

    assert siblings.followed_words(answer, alike) == "New York for the 11 others?"


def test_a_day_that_another_year_lacks_stays(desk: Desk) -> None:
    leap = moment(29, year=2032, month=2)
    one, _ = waiting(desk, event("one", moment(3, year=2032), YEAR), event("two", leap, YEAR))
    answer = changed(desk, one, moment(3, year=2033))

    assert siblings.following(answer, others(desk, one)) == []
