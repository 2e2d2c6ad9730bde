"""Names that a person adds serve at the next reading."""

from pathlib import Path

import pytest

from briefing.arrange.links import citations, references
from briefing.desk import edit, intake, values
from briefing.desk.desk import Desk
from briefing.gazetteer.entries import StakeholderKind
from briefing.model import RECORD_TYPES, Event, Forum, Record, Stakeholder
from briefing.reader import Proposed
from tests.desk.support import announcement, make_folder

NORLAND = Stakeholder(id="norland", name="Norland", kind=StakeholderKind.STATE)
QUAY = Forum(id="quay-forum", name="Quay Forum", acronym="QF")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", NORLAND, QUAY)


def read(desk: Desk, text: str) -> Proposed:
    return intake.read(desk, announcement(text))


def holders(desk: Desk, text: str) -> list[str]:
    return [found.id for found in read(desk, text).stakeholders]


def forums(desk: Desk, text: str) -> list[str]:
    return [found.id for found in read(desk, text).forums]


def test_another_name_of_a_stakeholder_is_read_once_it_is_added(desk: Desk) -> None:
    text = "The envoy of the Northern Isles opened the day.\n"
    assert [] == holders(desk, text)

    edit.set_fields(desk, NORLAND, {"aliases": "Northern Isles; Norl."})

    assert ["norland"] == holders(desk, text)


def test_a_name_that_is_taken_away_is_read_no_more(desk: Desk) -> None:
    text = "The envoy of the Northern Isles opened the day.\n"
    named = edit.set_fields(desk, NORLAND, {"aliases": "Northern Isles"})
    assert ["norland"] == holders(desk, text)

    edit.set_fields(desk, named, {"aliases": ""})

    assert [] == holders(desk, text)


def test_another_name_of_a_forum_is_read_once_it_is_added(desk: Desk) -> None:
    text = "Harbour day at the Wharf Talks\n\nThe Wharf Talks meet again.\n"
    assert [] == forums(desk, text)

    edit.set_fields(desk, QUAY, {"aliases": "Wharf Talks"})

    assert ["quay-forum"] == forums(desk, text)


def test_a_stakeholder_and_a_forum_that_are_added_are_read_at_once(desk: Desk) -> None:
    text = "Sudland spoke in the Pier Assembly.\n"
    assert ([], []) == (holders(desk, text), forums(desk, text))

    state = edit.add(desk, Stakeholder, {"name": "Sudland"})
    forum = edit.add(desk, Forum, {"name": "Pier Assembly"})

    assert ([state.id], [forum.id]) == (holders(desk, text), forums(desk, text))


def test_a_name_that_is_added_is_cited_with_its_printed_words(desk: Desk) -> None:
    edit.set_fields(desk, NORLAND, {"aliases": "Northern Isles"})

    proposed = read(desk, "Today the\nNorthern Isles spoke.\n")

    (found,) = proposed.stakeholders
    start, end = found.citation.start, found.citation.end
    assert "Northern Isles" == found.citation.words == proposed.text[start:end]


# What the field knows -----------------------------------------------------------------------------

FRAMED = """\
Net Seminar on Norms

12 June 2031, 10:00-11:30 CEST, Geneva

The Group of Governmental Experts and the Open-ended Working Group on ICTs are the theme of this
seminar on cybersecurity. It is organised by the International Telecommunication Union.
"""


def test_a_desk_that_holds_no_such_forum_recognises_what_the_field_knows(desk: Desk) -> None:
    assert "un-oewg" in forums(desk, FRAMED)
    assert ["norway"] == holders(desk, "The envoy of Norway opened the day.\n")


def test_with_a_record_comes_what_the_field_knows_of_whom_it_names(desk: Desk) -> None:
    arrival = intake.bring_in(desk, announcement(FRAMED))
    assert [QUAY] == list(desk.store.all(Forum))

    (event,) = (r for r in intake.accept(desk, arrival.proposals, checked=True))

    assert isinstance(event, Event)
    assert event.forums
    assert {*event.forums, QUAY.id} <= set(desk.store.ids(Forum))
    lost = {(r.id, id) for r in held(desk) for id in named(r) if desk.store.find(id) is None}
    assert set() == lost


def test_one_undo_takes_back_both(desk: Desk) -> None:
    arrival = intake.bring_in(desk, announcement(FRAMED))
    before = held(desk)
    intake.accept(desk, arrival.proposals, checked=True)

    desk.undo()

    assert before == held(desk)


def test_a_forum_of_the_desks_own_is_not_met_twice(desk: Desk) -> None:
    own = edit.add(desk, Forum, {"name": "Our working group", "aliases": "UN OEWG; OEWG"})

    found = forums(desk, FRAMED.replace("Open-ended Working Group on ICTs", "UN OEWG"))

    assert own.id in found
    assert "un-oewg" not in found


def test_what_a_proposal_names_has_its_name_before_it_is_held(desk: Desk) -> None:
    (proposal, *_) = intake.bring_in(desk, announcement(FRAMED)).proposals

    told = [value.text for value in values.values(desk, proposal) if "forums" in value.path]

    assert told
    assert all(id not in told for id in forums(desk, FRAMED))


def held(desk: Desk) -> list[Record]:
    return [record for kind in RECORD_TYPES for record in desk.store.all(kind)]


def named(record: Record) -> set[str]:
    return {*references(record), *(citation.source for citation in citations(record))}
