import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.model import Decision, Doubt, DoubtKind, Event, Evidence
from briefing.note.compose import composed
from briefing.note.held import Held
from briefing.note.warnings import ToCheck, Trouble, facts_to_check
from tests.note.records import EVENT, HELD, HOME, TODAY, cite

CONTRADICTION = Doubt(kind=DoubtKind.WEEKDAY_DISAGREES, words="12 June 2031 is no Friday.")
GUESS = Doubt(kind=DoubtKind.YEAR_INFERRED, words="The year is a guess.")


def to_check(event: Event, held: Held = HELD, today: dt.date = TODAY) -> tuple[ToCheck, ...]:
    _, values = composed(event, held, home=HOME, today=today)
    return facts_to_check(event, held, values, today)


def with_evidence(**evidence: Evidence) -> Event:
    decided = {
        path: msgspec.structs.replace(found, decision=Decision.ACCEPTED)
        for path, found in EVENT.evidence.items()
    }
    return msgspec.structs.replace(EVENT, evidence={**decided, **evidence})


def of(facts: Iterable[ToCheck], record: str) -> list[tuple[Trouble, str]]:
    return [(fact.trouble, fact.path) for fact in facts if fact.record == record]


def test_what_contradicts_itself_comes_first_then_doubts_then_what_is_not_checked() -> None:
    event = with_evidence(
        title=Evidence(citations=(cite("Opening"),)),
        when=Evidence(doubts=(GUESS, CONTRADICTION)),
    )

    facts = to_check(event, replace(HELD, sources={}))

    assert of(facts, event.id) == [
        (Trouble.CONTRADICTING, "when"),
        (Trouble.IN_DOUBT, "when"),
        (Trouble.NOT_CHECKED, "title"),
    ]
    assert facts[0].words == "12 June 2031 is no Friday."


def test_a_part_of_a_value_leads_to_its_own_path() -> None:
    assert (Trouble.NOT_CHECKED, "speakers/bf5/role") in of(to_check(EVENT), EVENT.id)


def test_what_the_note_does_not_tell_is_not_listed() -> None:
    event = with_evidence(language=Evidence(doubts=(GUESS,)))

    assert of(to_check(event, replace(HELD, sources={})), event.id) == []


@pytest.mark.parametrize(
    ("today", "is_stale"),
    [
        (dt.date(2031, 5, 28), False),
        (dt.date(2031, 5, 29), True),
        (dt.date(2031, 6, 12), True),
        (dt.date(2031, 6, 13), False),
    ],
)
def test_an_event_that_is_near_and_was_read_long_ago_is_to_be_looked_at(
    today: dt.date, is_stale: bool
) -> None:
    assert is_stale == ((Trouble.STALE, "when") in of(to_check(EVENT, today=today), EVENT.id))


def test_what_came_in_lately_is_not_stale() -> None:
    fresh = msgspec.structs.replace(HELD.sources["harbour-txt"], received=dt.date(2031, 5, 26))

    facts = to_check(EVENT, replace(HELD, sources={**HELD.sources, "harbour-txt": fresh}))

    assert Trouble.STALE not in [fact.trouble for fact in facts]


def test_a_time_that_somebody_looked_at_lately_is_not_stale() -> None:
    looked = dt.datetime(2031, 5, 28, 9, tzinfo=dt.UTC)
    event = with_evidence(when=Evidence(decision=Decision.ACCEPTED, decided_at=looked))

    facts = to_check(event, today=dt.date(2031, 6, 1))

    assert (Trouble.STALE, "when") not in of(facts, event.id)


@given(
    st.dictionaries(
        st.sampled_from([*EVENT.evidence]),
        st.builds(
            Evidence,
            decision=st.sampled_from(Decision),
            doubts=st.lists(st.sampled_from([CONTRADICTION, GUESS]), max_size=2).map(tuple),
        ),
    )
)
def test_every_open_value_that_is_told_is_listed_and_no_decided_one(
    evidence: dict[str, Evidence],
) -> None:
    event = msgspec.structs.replace(EVENT, evidence=evidence)

    listed = {path for trouble, path in of(to_check(event), event.id) if trouble != "stale"}

    undecided = Decision.UNDECIDED
    assert listed == {path for path, found in evidence.items() if found.decision is undecided}
