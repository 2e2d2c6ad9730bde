import msgspec
import pytest
from hypothesis import given

from briefing.desk.desk import Desk
from briefing.desk.find import (
    AmbiguousError,
    NotFoundError,
    haystack,
    matches,
    resolve,
    resolve_as,
    title_of,
)
from briefing.model import (
    RECORD_TYPES,
    Event,
    Forum,
    Proposal,
    ProposalState,
    Record,
    Stakeholder,
    Title,
)
from briefing.text import fold
from tests.desk.support import (
    CLAIM,
    EVERYTHING,
    HARBOUR,
    LANTERN,
    PILOTS,
    REGISTER,
    WHO_PAYS,
    proposal,
)
from tests.strategies import records


def put(desk: Desk, *records: Record) -> None:
    with desk.change("For a test") as edit:
        for record in records:
            edit.put(record)


def another(id: str, title: str) -> Event:
    return Event(id=id, title=title)


# The one that is meant --------------------------------------------------------------------------


@pytest.mark.parametrize("record", EVERYTHING, ids=lambda record: record.id)
def test_a_whole_id_finds_its_record(record: Record, desk: Desk) -> None:
    assert resolve(desk, f"  {record.id} ") == record


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("harb", HARBOUR),
        ("harbour-lights", HARBOUR),
        ("HARBOUR LIGHTS", HARBOUR),
        ("lights harbour", HARBOUR),
        ("regist", REGISTER),
        ("shared cable", WHO_PAYS),
        ("repair comes first", CLAIM),
        ("fhp", PILOTS),
        ("Forum of Harbour Pilots", PILOTS),
        ("pilots' day", PILOTS),
        ("Pilots’ Day", PILOTS),
        ("LI", LANTERN),
        ("lantern institute", LANTERN),
    ],
)
def test_a_beginning_or_words_find_the_one_they_fit(
    words: str, expected: Record, desk: Desk
) -> None:
    assert resolve(desk, words) == expected


def test_a_whole_id_counts_though_others_begin_with_it(desk: Desk) -> None:
    put(desk, another("pilots-2", "Second"))

    assert resolve(desk, "pilots") == PILOTS


def test_what_is_called_just_so_counts_before_a_beginning_that_several_have(desk: Desk) -> None:
    put(desk, another("ropes-ab2cd", "Ropes"), another("ropes-day-ab2cd", "Ropes Day"))

    assert title_of(resolve(desk, "ropes")) == "Ropes"
    assert title_of(resolve(desk, "Ropes")) == "Ropes"


def test_words_that_fit_several_list_them(desk: Desk) -> None:
    put(desk, *(another(f"panel-{n}", f"Panel {n}") for n in range(8)))

    with pytest.raises(AmbiguousError, match=r"could be any of 8: .*and 2 more") as caught:
        resolve(desk, "panel")

    assert "panel-0 (Panel 0)" in str(caught.value)


@pytest.mark.parametrize("words", ["nobody", "", "  ", "\x1b[2J", "*"])
def test_words_that_fit_nothing_are_told(words: str, desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="nothing is called") as caught:
        resolve(desk, words)

    assert "\x1b" not in str(caught.value)


def test_only_the_kinds_that_are_asked_for_are_found(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        resolve_as(desk, HARBOUR.id, Stakeholder)

    assert resolve_as(desk, "lantern", Stakeholder) == LANTERN


def test_a_title_in_another_language_finds_its_event(desk: Desk) -> None:
    put(
        desk,
        msgspec.structs.replace(HARBOUR, other_titles=(Title(key="a", text="Lumières du port"),)),
    )

    assert resolve(desk, "lumieres du port").id == HARBOUR.id


def test_a_proposal_that_was_decided_is_not_meant_any_more(desk: Desk) -> None:
    decided = msgspec.structs.replace(proposal(HARBOUR), state=ProposalState.ACCEPTED)
    put(desk, decided)

    assert resolve(desk, "harbour lights", (Event, Proposal)) == HARBOUR
    with pytest.raises(NotFoundError):
        resolve_as(desk, "harbour lights", Proposal)


def test_a_proposal_is_found_by_what_is_proposed(desk: Desk) -> None:
    put(desk, proposal(WHO_PAYS))

    assert resolve_as(desk, "who pays", Proposal) == proposal(WHO_PAYS)


# Looking inside ---------------------------------------------------------------------------------


@given(records())
def test_every_record_is_called_something_harmless(record: Record) -> None:
    told = title_of(record)

    assert len(told.splitlines()) <= 1
    assert not set(told) & {"\x1b", "\x00", "\x9b", "\u202e"}
    assert matches(record, fold(told).split()) or type(record) not in RECORD_TYPES
    assert isinstance(haystack(record), str)


def test_a_forum_is_called_by_acronym_and_name() -> None:
    assert title_of(PILOTS) == "FHP: Forum of Harbour Pilots"
    assert title_of(Forum(id="x", name="Only a Name")) == "Only a Name"
    assert title_of(CLAIM) == "Lantern Institute: Repair comes first."
    assert title_of(proposal(HARBOUR)) == "Harbour Lights"
