import datetime as dt

import msgspec

from briefing.desk import doubts
from briefing.desk.doubts import Place
from briefing.model import Doubt, DoubtKind, Event, Evidence, Proposal
from briefing.when import Precision, When, ZoneBasis, whole_day

YEAR = Doubt(kind=DoubtKind.YEAR_INFERRED, words="No year is printed.")
FITS = Doubt(kind=DoubtKind.YEAR_INFERRED, words="No year is printed; its weekday fits.")
VAGUE = Doubt(kind=DoubtKind.VAGUE_TIME, words="No hour is given.")
ZONE = Doubt(kind=DoubtKind.ZONE_INFERRED, words="No zone is written; it is taken from the place.")
DAY = whole_day(dt.date(2031, 6, 3))


def place(name: str, *found: Doubt, when: When = DAY, source: str = "page") -> Place:
    event = Event(id=name, title=name, when=when, evidence={"when": Evidence(doubts=found)})
    return Place(Proposal(id=f"p-{name}", source=source, draft=event), "when")


def at(hour: int, zone: str) -> When:
    return When(
        date=DAY.date,
        time=dt.time(hour),
        zone=zone,
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )


def alike(one: Place, *others: Place) -> list[str]:
    waiting = [other.proposal for other in (one, *others)]
    found = doubts.alike(doubts.open_places(waiting), one)
    return [other.proposal.draft.id for other in found]


def test_a_year_that_was_guessed_is_one_doubt_however_it_is_told() -> None:
    assert alike(place("one", YEAR), place("two", FITS), place("three", YEAR, VAGUE)) == [
        "two",
        "three",
    ]


def test_another_year_is_another_doubt() -> None:
    later = whole_day(dt.date(2032, 6, 3))

    assert alike(place("one", YEAR), place("two", YEAR, when=later)) == []


def test_another_source_has_doubts_of_its_own() -> None:
    assert alike(place("one", YEAR), place("two", YEAR, source="another")) == []


def test_a_zone_is_one_doubt_where_it_is_one_zone() -> None:
    one, same = (place(n, ZONE, when=at(9, "America/New_York")) for n in ("one", "same"))
    other = place("other", ZONE, when=at(9, "Europe/Oslo"))

    assert alike(one, same, other) == ["same"]


def test_a_sentence_is_the_same_but_for_what_it_quotes() -> None:
    lost, gone = (
        Doubt(kind=DoubtKind.VERSIONS_DISAGREE, words=f"“{words}” stands here twice.")
        for words in ("noon", "at ten")
    )

    assert alike(place("one", lost), place("two", gone), place("three", VAGUE)) == ["two"]


def test_what_a_person_decided_is_in_doubt_no_more() -> None:
    two = place("two", YEAR)
    decided = msgspec.structs.replace(two.evidence, decision="accepted")
    draft = msgspec.structs.replace(two.proposal.draft, evidence={"when": decided})

    assert (
        alike(place("one", YEAR), Place(msgspec.structs.replace(two.proposal, draft=draft), "when"))
        == []
    )


def test_the_question_names_the_year_or_the_zone() -> None:
    year = place("one", YEAR)
    zone = place("two", ZONE, when=at(9, "America/New_York"))
    vague = place("three", VAGUE)

    assert [doubts.asked(one, (one,) * 11) for one in (year, zone, vague)] == [
        "2031 for all 12?",
        "New York for all 12?",
        "Right for all 12?",
    ]


def test_of_two_it_asks_for_both() -> None:
    one = place("one", YEAR)

    assert doubts.asked(one, [place("two", YEAR)]) == "2031 for both?"
