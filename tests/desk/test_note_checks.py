from briefing.desk import edit, note_checks
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.model import Event
from briefing.note.warnings import ToCheck, Trouble
from tests.desk.support import HARBOUR


def fact(record: str, path: str) -> ToCheck:
    return ToCheck(Trouble.NOT_CHECKED, record, path, "Nobody looked.")


def test_a_fact_is_told_with_its_label_its_value_and_where_it_is_held(desk: Desk) -> None:
    told = note_checks.told(desk, fact(HARBOUR.id, "venue"))

    assert ("Place", HARBOUR.venue, HARBOUR.title) == told[:3]


def test_an_item_of_a_list_is_told_alone(desk: Desk) -> None:
    (organiser, *_) = HARBOUR.organisers

    told = note_checks.told(desk, fact(HARBOUR.id, f"organisers/{organiser.key}"))

    assert ("Organisers", organiser.name) == told[:2]


def test_a_forum_is_told_by_its_name(desk: Desk) -> None:
    told = note_checks.told(desk, fact(HARBOUR.id, f"forums/{HARBOUR.forums[0]}"))

    assert told.value not in ("", HARBOUR.forums[0])


def test_a_fact_of_a_record_that_went_is_told_by_its_id(desk: Desk) -> None:
    told = note_checks.told(desk, fact("gone-22222", "venue"))

    assert ("", "gone-22222") == told[1:3]


def test_what_is_to_be_checked_is_that_of_the_event_as_it_is_now(desk: Desk) -> None:
    wanted = Wanted(subject=HARBOUR)
    before = note_checks.facts_to_check(desk, wanted)
    held = desk.store.get(Event, HARBOUR.id)
    assert held is not None
    paths = [one.path for one in before if one.record == HARBOUR.id]

    edit.settle(desk, held, *paths)

    assert paths
    assert not [f for f in note_checks.facts_to_check(desk, wanted) if f.record == HARBOUR.id]
