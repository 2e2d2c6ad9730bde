"""Names that a person adds serve at the next reading."""

from pathlib import Path

import pytest

from briefing.desk import edit, intake
from briefing.desk.desk import Desk
from briefing.gazetteer.entries import StakeholderKind
from briefing.model import Forum, Stakeholder
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
