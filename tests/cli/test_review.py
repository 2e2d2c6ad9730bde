from pathlib import Path

import pytest

from briefing.desk import intake
from briefing.model import Decision, Event, Position, Proposal, Question, Task
from tests.cli.conftest import Briefing
from tests.desk.support import make_folder, open_desk
from tests.invented_listing import LISTING, TODAY, WITHOUT_WEEKDAYS

POSITION = "The delegation of Norland underlined that repair ships must never wait for a permit."

TWO = f"""\
Open panel: Who mends a cable that nobody cut?

Date: 12 June 2031
Time: 1300-1430
Venue: Harbour Hall, 4 Quay Street, Geneva
Registration: Please register by 6 June 2031.

The panel asks: Who pays when a shared cable is cut?

{POSITION}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk")


@pytest.fixture
def listing(folder: Path, briefing: Briefing) -> Briefing:
    (folder / "listing.txt").write_text(LISTING, encoding="utf-8")
    briefing("import", "listing.txt")
    return briefing


def bare_days(folder: Path, briefing: Briefing) -> Briefing:
    (folder / "listing.txt").write_text(WITHOUT_WEEKDAYS, encoding="utf-8")
    briefing("import", "listing.txt")
    return briefing


@pytest.fixture
def panel(folder: Path, briefing: Briefing) -> Briefing:
    (folder / "panel.txt").write_text(TWO, encoding="utf-8")
    briefing("import", "panel.txt")
    return briefing


def review(briefing: Briefing, *answers: str) -> tuple[str, str]:
    given = "".join(f"{answer}\n" for answer in answers)
    ended = briefing("inbox", "--review", "--today", TODAY, given=given)
    assert ended.code == 0
    return ended.out, ended.err


def waiting(folder: Path) -> list[Proposal]:
    with open_desk(folder) as desk:
        return intake.waiting(desk)


def test_a_unit_is_told_fact_by_fact_on_standard_output(panel: Briefing) -> None:
    out, err = review(panel, "q")

    assert "Title: Open panel: Who mends a cable that nobody cut?" in out
    assert "When: Thu 12 Jun 2031, 13:00–14:30 Geneva" in out
    assert "Question: Who pays when a shared cable is cut?" in out
    assert "y accept" in err


def test_yes_accepts_the_unit_but_no_position(folder: Path, panel: Briefing) -> None:
    _, err = review(panel, "y", "q")

    assert "Accepted" in err
    with open_desk(folder) as desk:
        counts = [desk.store.count(kind) for kind in (Event, Task, Question, Position)]
        left = [type(p.draft) for p in intake.waiting(desk)]
    assert counts == [1, 1, 1, 0]
    assert left == [Position]


def test_a_position_is_asked_for_by_itself(folder: Path, panel: Briefing) -> None:
    out, err = review(panel, "y", "y")

    assert "repair ships must never wait for a permit" in out
    assert "Nothing more waits for review." in err
    assert waiting(folder) == []


def test_no_turns_the_unit_down(folder: Path, panel: Briefing) -> None:
    review(panel, "n")

    assert waiting(folder) == []
    with open_desk(folder) as desk:
        assert desk.store.count(Event) == 0


def test_what_is_skipped_waits_and_is_not_asked_again(folder: Path, panel: Briefing) -> None:
    before = waiting(folder)

    _, err = review(panel, "s")

    assert "Nothing more waits for review." in err
    assert waiting(folder) == before


def test_the_end_of_the_input_stops_it(folder: Path, panel: Briefing) -> None:
    before = waiting(folder)

    review(panel)

    assert waiting(folder) == before


def test_a_field_is_changed(folder: Path, panel: Briefing) -> None:
    review(panel, "e venue Reef House, 2 Pilot Lane, Geneva", "q")

    (event, *_) = waiting(folder)
    assert isinstance(event.draft, Event)
    assert event.draft.venue == "Reef House, 2 Pilot Lane, Geneva"


def test_a_field_that_is_not_known_is_told_and_changes_nothing(
    folder: Path, panel: Briefing
) -> None:
    before = waiting(folder)

    _, err = review(panel, "e colour blue", "q")

    assert "has no field 'colour'" in err
    assert waiting(folder) == before


def test_an_answer_that_is_none_is_told_what_can_be_answered(panel: Briefing) -> None:
    _, err = review(panel, "perhaps", "q")

    assert err.count("p reject all that is past") == 2


def test_all_that_is_past_is_turned_down_by_one_letter(folder: Path, listing: Briefing) -> None:
    _, err = review(listing, "p", "q")

    assert "Rejected 13 events over before Tue 10 Jun 2031" in err
    days = [p.draft.when.last_date for p in waiting(folder) if isinstance(p.draft, Event)]
    assert all(day is None or str(day) >= TODAY for day in days)


def test_one_answer_does_for_all_that_share_the_doubt(folder: Path, briefing: Briefing) -> None:
    listing = bare_days(folder, briefing)
    doubts_before = [d for p in waiting(folder) for _, d in p.draft.doubts if "year" in d.kind]

    _, err = review(listing, "p", "s", "r", "s", "a", "q")

    assert "2031 for all" in err
    assert len(doubts_before) >= 12
    assert [d for p in waiting(folder) for _, d in p.draft.doubts if "year" in d.kind] == []


def test_another_reading_is_taken_by_its_number(folder: Path, listing: Briefing) -> None:
    review(listing, "p", "s", "2", "q")

    week = next(p for p in waiting(folder) if p.draft.id.startswith("side-events"))
    assert week.draft.evidence["when"].decision is Decision.EDITED


def test_a_number_without_a_reading_is_told(listing: Briefing) -> None:
    _, err = review(listing, "p", "s", "9", "q")

    assert "there is no other reading number 9" in err
