import datetime as dt

import msgspec
import pytest

from briefing.desk import edit
from briefing.desk.desk import Desk
from briefing.desk.fields import UnknownFieldError, value_at, with_value
from briefing.errors import BriefingError
from briefing.model import (
    AgendaItem,
    Alternative,
    Decision,
    Document,
    Event,
    Evidence,
    Forum,
    Level,
    Mode,
    Note,
    Proposal,
    Question,
    Record,
    Speaker,
    Task,
    TaskState,
)
from briefing.store.merge import merge
from briefing.store.records import decode, encode
from briefing.when import When, whole_day
from tests.desk.support import (
    CLAIM,
    HARBOUR,
    LANTERN,
    REGISTER,
    START,
    WHO_PAYS,
    proposal,
)


def held(desk: Desk, record: Record) -> Record:
    found = desk.store.get(type(record), record.id)
    assert found is not None
    return found


def decisions(record: Record) -> dict[str, Decision]:
    return {path: evidence.decision for path, evidence in record.evidence.items()}


# Adding -----------------------------------------------------------------------------------------


def test_a_record_is_made_of_what_was_typed(desk: Desk) -> None:
    made = edit.add(
        desk,
        Event,
        {
            "title": "Ropes & Splices",
            "when": "24 Jul 2031 15:00 New York",
            "mode": "online",
            "organisers": "Lantern Institute; Tidewater Foundation",
            "parent": "harbour lights",
        },
    )

    assert isinstance(made, Event)
    assert made.id.startswith("ropes-splices-")
    assert (made.title, made.mode, made.parent) == ("Ropes & Splices", Mode.ONLINE, HARBOUR.id)
    assert [party.stakeholder for party in made.organisers] == [LANTERN.id, None]
    assert made == held(desk, made)


def test_what_a_person_added_is_theirs_with_their_name_and_the_time(desk: Desk) -> None:
    made = edit.add(desk, Task, {"what": "Ask the capital"})

    evidence = made.evidence["what"]
    assert evidence.decision is Decision.ADDED
    assert evidence.decided_by == "Kari Eksempel"
    assert evidence.decided_at is not None
    assert START <= evidence.decided_at < START + dt.timedelta(hours=1)
    assert made.is_reviewed


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        (Event, {}, "a new event needs its field 'title'"),
        (Event, {"title": "  "}, "Title: can't be empty"),
        (Document, {"title": "Report"}, "a new document needs its field 'symbol'"),
        (Task, {"what": "Go", "event": "nobody knows"}, "nothing is called 'nobody knows'"),
        (Event, {"title": "x", "mode": "by pigeon"}, "Mode: needs one of"),
        (Event, {"titel": "x"}, "did you mean title"),
    ],
)
def test_what_can_not_be_added_is_told_and_nothing_is_kept(
    kind: type[Record], typed: dict[str, str], sentence: str, desk: Desk
) -> None:
    before = desk.store.count(kind)

    with pytest.raises(BriefingError, match=sentence):
        edit.add(desk, kind, typed)

    assert before == desk.store.count(kind)


def test_adding_is_undone_by_its_label(desk: Desk) -> None:
    made = edit.add(desk, Forum, {"name": "Riggers' Meeting", "acronym": "RM"})

    assert desk.undo() == "Added RM: Riggers' Meeting"
    assert desk.store.get(Forum, made.id) is None


# Setting ----------------------------------------------------------------------------------------


def test_a_value_is_changed_and_the_rest_stays(desk: Desk) -> None:
    changed = edit.set_fields(desk, HARBOUR, {"venue": "Quay Room", "access": "open"})

    assert changed == held(desk, HARBOUR)
    assert (
        msgspec.structs.replace(
            changed,
            venue=HARBOUR.venue,
            access=HARBOUR.access,
            evidence=HARBOUR.evidence,
        )
        == HARBOUR
    )
    assert decisions(changed) == {
        **decisions(HARBOUR),
        "venue": Decision.ADDED,
        "access": Decision.ADDED,
    }


def test_a_value_that_a_rule_read_is_edited_and_keeps_what_it_rests_on(desk: Desk) -> None:
    changed = edit.set_fields(desk, HARBOUR, {"title": "Harbour Lights 2031"})

    evidence = changed.evidence["title"]
    assert evidence.decision is Decision.EDITED
    assert evidence.decided_by == "Kari Eksempel"
    assert evidence.citations == HARBOUR.evidence["title"].citations


def test_what_changed_since_a_form_was_opened_stays_when_it_is_saved(desk: Desk) -> None:
    opened = held(desk, HARBOUR)
    edit.set_fields(desk, opened, {"venue": "Pier 9"})

    edit.set_fields(desk, opened, {"title": "Harbour Lights again"})

    saved = held(desk, HARBOUR)
    assert isinstance(saved, Event)
    assert ("Pier 9", "Harbour Lights again") == (saved.venue, saved.title)


def test_setting_what_is_set_already_changes_nothing(desk: Desk) -> None:
    assert (
        edit.set_fields(desk, HARBOUR, {"title": "Harbour Lights", "when": HARBOUR.when.written})
        == HARBOUR
    )
    with pytest.raises(BriefingError, match="nothing to undo"):
        desk.undo()


def test_a_text_that_is_shown_is_not_read_again(desk: Desk) -> None:
    soon = msgspec.structs.replace(
        HARBOUR, when=msgspec.structs.replace(Event(id="x", title="x").when, written="soon")
    )
    with desk.change("Later") as change:
        change.put(soon)

    assert edit.set_fields(desk, soon, {"when": "soon", "venue": HARBOUR.venue}) == soon


def test_a_required_value_can_not_be_emptied(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="Title: can't be empty"):
        edit.set_fields(desk, HARBOUR, {"title": " "})

    assert held(desk, HARBOUR) == HARBOUR


def test_what_names_another_record_is_tied_to_it_by_its_words(desk: Desk) -> None:
    changed = edit.set_fields(desk, CLAIM, {"question": "who pays", "forum": "FHP"})

    assert isinstance(changed, type(CLAIM))
    assert (changed.question, changed.forum) == (WHO_PAYS.id, "pilots")
    assert desk.links.named_by(WHO_PAYS.id) == {CLAIM.id}


def test_who_is_taken_out_of_a_list_leaves_no_open_value_behind(desk: Desk) -> None:
    changed = edit.set_fields(desk, HARBOUR, {"speakers": "Ada Wick, Chair, Lantern Institute"})

    assert isinstance(changed, Event)
    (speaker,) = changed.speakers
    assert (speaker.name, speaker.stakeholder) == ("Ada Wick", LANTERN.id)
    assert "speakers/k3aa" not in changed.evidence


def test_who_stays_in_a_list_keeps_key_and_evidence(desk: Desk) -> None:
    changed = edit.set_fields(
        desk, HARBOUR, {"speakers": "Ada Wick; Bo Ferry, Moderator, Tidewater"}
    )

    assert isinstance(changed, Event)
    assert changed.speakers[1] == HARBOUR.speakers[0]
    assert changed.evidence["speakers/k3aa"] == Evidence(rule="test")


def test_what_a_theme_rests_on_stays_until_the_theme_goes(desk: Desk) -> None:
    resting = {"topics/cables": Evidence(rule="test")}
    question = msgspec.structs.replace(WHO_PAYS, id="themed-ab2cd", evidence=resting)

    changed = edit.set_fields(desk, question, {"answer/short": "Whoever cut it."})
    without = edit.set_fields(desk, changed, {"topics": "ropes"})

    assert changed.evidence["topics/cables"] == resting["topics/cables"]
    assert "topics/cables" not in without.evidence


def test_a_proposal_is_mended_in_its_draft(desk: Desk) -> None:
    waiting = proposal(HARBOUR)

    mended = edit.set_fields(desk, waiting, {"venue": "Quay Room"})

    assert isinstance(mended, Proposal)
    assert isinstance(mended.draft, Event)
    assert mended.draft.venue == "Quay Room"
    assert held(desk, waiting) == mended
    assert held(desk, HARBOUR) == HARBOUR


def test_an_answer_is_written_a_length_at_a_time(desk: Desk) -> None:
    edit.set_fields(desk, WHO_PAYS, {"answer/short": "Whoever cut it."})
    again = held(desk, WHO_PAYS)
    changed = edit.set_fields(desk, again, {"points": "Cutters pay; always.\nRepair first."})

    assert isinstance(changed, Question)
    assert changed.answer.short == "Whoever cut it."
    assert [point.text for point in changed.answer.points] == [
        "Cutters pay; always.",
        "Repair first.",
    ]


def test_a_note_has_its_objectives_line_by_line(desk: Desk) -> None:
    note = Note(id="note-ab2cd", subject=HARBOUR.id)

    changed = edit.with_typed(desk, note, {"objectives": "Listen; then speak.\nMeet Ada."})

    assert changed.objectives == ("Listen; then speak.", "Meet Ada.")


# Deciding ---------------------------------------------------------------------------------------


def test_a_value_is_said_to_be_right(desk: Desk) -> None:
    checked = edit.settle(desk, HARBOUR, "when")

    assert checked.evidence["when"].decision is Decision.ACCEPTED
    assert checked.evidence["when"].doubts == HARBOUR.evidence["when"].doubts
    assert ("when" in dict(checked.doubts)) is False
    assert held(desk, HARBOUR) == checked


def test_a_list_is_right_with_all_its_items(desk: Desk) -> None:
    checked = edit.settle(desk, HARBOUR, "speakers")

    assert checked.evidence["speakers/k3aa"].decision is Decision.ACCEPTED


def test_a_field_that_there_is_not_can_not_be_right(desk: Desk) -> None:
    with pytest.raises(UnknownFieldError, match="did you mean venue"):
        edit.settle(desk, HARBOUR, "venu")


def test_several_values_are_said_to_be_right_as_one_change(desk: Desk) -> None:
    edit.settle(desk, HARBOUR, "title", "when")
    desk.undo()

    assert held(desk, HARBOUR) == HARBOUR


def test_what_nothing_speaks_against_is_told() -> None:
    assert edit.without_doubts(HARBOUR) == ["title", "speakers/k3aa"]


def test_another_reading_can_be_taken(desk: Desk) -> None:
    changed = edit.take(desk, HARBOUR, "when", 2)

    assert isinstance(changed, Event)
    assert changed.when.date == dt.date(2031, 6, 13)
    assert changed.evidence["when"].decision is Decision.EDITED
    assert held(desk, HARBOUR) == changed


@pytest.mark.parametrize(
    ("path", "ours", "theirs"),
    [
        ("mode", Mode.ONLINE, Mode.IN_PERSON),
        ("mode", Mode.ONLINE, None),
        ("pass_needed", True, False),
        ("venue", "Room 5", ""),
        ("parent", "two-22222", None),
        ("when", When(), whole_day(dt.date(2031, 6, 13))),
        ("handling/level", Level.COMMUNITY, Level.PUBLIC),
        ("speakers/k3aa/role", "Chair", "Host"),
        ("speakers/k3aa/role", "Chair", ""),
        ("speakers/k3aa/stakeholder", LANTERN.id, None),
        ("speakers/k3aa/stakeholder", None, LANTERN.id),
        ("agenda/ka2a/time", dt.time(10), dt.time(9, 30)),
        ("agenda/ka2a/time", dt.time(10), None),
        ("agenda/ka2a/day", dt.date(2031, 6, 14), dt.date(2031, 6, 13)),
    ],
)
def test_the_other_version_of_a_value_can_be_taken(
    path: str, ours: object, theirs: object, desk: Desk
) -> None:
    slot = AgendaItem(key="ka2a", title="Ropes", time=dt.time(9), day=dt.date(2031, 6, 12))
    base = msgspec.structs.replace(HARBOUR, agenda=(slot,), parent="one-22222", evidence={})
    base = with_value(base, "speakers/k3aa/stakeholder", "pilots")
    versions = (base, with_value(base, path, ours), with_value(base, path, theirs))
    line = merge("events", *map(encode, versions))
    assert line is not None
    clashed = decode(Event, line)

    taken = edit.take(desk, clashed, path, 1)

    assert (ours, theirs) == (value_at(clashed, path), value_at(taken, path))
    assert held(desk, HARBOUR) == taken
    assert taken.is_reviewed


@pytest.mark.parametrize(("path", "number"), [("when", 0), ("when", 3), ("title", 1), ("x", 1)])
def test_a_reading_that_there_is_not_can_not_be_taken(path: str, number: int, desk: Desk) -> None:
    with pytest.raises(BriefingError, match=f"no other reading number {number}"):
        edit.take(desk, HARBOUR, path, number)


@pytest.mark.parametrize(
    ("path", "reading"),
    [
        ("what", When()),
        ("nowhere", When()),
        ("nowhere", "words"),
        ("what/further", "words"),
        ("due", "no day at all"),
        ("handling/level", "nobody at all"),
        ("event", When()),
    ],
)
def test_a_reading_that_a_field_can_not_hold_is_not_taken(
    path: str, reading: When | str, desk: Desk
) -> None:
    other = Alternative(value=reading, why="as somebody else's program wrote it")
    doubted = msgspec.structs.replace(REGISTER, evidence={path: Evidence(alternatives=(other,))})

    with pytest.raises(BriefingError):
        edit.take(desk, doubted, path, 1)

    assert held(desk, REGISTER) == REGISTER


def test_a_record_is_taken_out_and_brought_back(desk: Desk) -> None:
    edit.remove(desk, REGISTER)
    assert desk.store.get(Task, REGISTER.id) is None

    assert desk.undo() == "Removed Register"
    assert held(desk, REGISTER) == REGISTER


def test_what_a_person_sets_twice_has_the_later_value(desk: Desk) -> None:
    for state in ("sent", "confirmed"):
        changed = edit.set_fields(desk, held(desk, REGISTER), {"state": state})

    assert isinstance(changed, Task)
    assert changed.state is TaskState.CONFIRMED


def test_a_speaker_is_tied_to_the_house_they_come_from(desk: Desk) -> None:
    changed = edit.set_fields(desk, HARBOUR, {"speakers": "Ada Wick, Chair, li"})

    assert isinstance(changed, Event)
    assert isinstance(changed.speakers[0], Speaker)
    assert changed.speakers[0].stakeholder == LANTERN.id


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("12 March 2031, 15:00", "America/New_York"),
        ("12 March 2031, 15:00 Paris", "Europe/Paris"),
        ("12 March 2031, 15:00 Oslo", "Europe/Oslo"),
    ],
)
def test_a_time_that_is_moved_stays_on_its_clock_unless_another_is_typed(
    desk: Desk, typed: str, zone: str
) -> None:
    moved = edit.set_fields(desk, HARBOUR, {"when": typed})

    when = value_at(moved, "when")
    assert isinstance(when, When)
    assert (zone, typed) == (when.zone, when.written)
