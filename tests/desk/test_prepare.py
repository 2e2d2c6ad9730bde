from functools import partial
from pathlib import Path

import msgspec
import pytest

from briefing.config import FILE_NAME
from briefing.desk import edit, prepare, written as writing
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event, Note, Position, Question, Stance
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.kinds import house_note
from tests.desk.support import (
    CLAIM,
    HARBOUR,
    LANTERN,
    PILOTS,
    REGISTER,
    SETTINGS,
    markdown,
    open_desk,
)


def told(note: BriefingNote, part: SectionName) -> bool:
    return part in {section.name for section in note.sections}


# What it is made from ---------------------------------------------------------------------------


def test_a_note_is_made_from_what_hangs_on_the_event(desk: Desk) -> None:
    held = prepare.held(desk, HARBOUR)

    assert [REGISTER] == list(held.tasks)
    assert [CLAIM] == list(held.positions)
    assert {"pilots": PILOTS} == held.forums
    assert {"lantern": LANTERN} == held.stakeholders
    assert held.written is None


def test_a_side_event_knows_what_it_is_part_of(desk: Desk) -> None:
    side = edit.add(desk, Event, {"title": "Breakfast", "parent": HARBOUR.id})
    assert isinstance(side, Event)

    assert prepare.held(desk, side).parent == HARBOUR
    assert prepare.held(desk, HARBOUR).children == (side,)


def test_what_somebody_said_here_brings_what_they_said_before_and_where(desk: Desk) -> None:
    elsewhere = edit.add(desk, Event, {"title": "Buoys by night", "when": "4 Nov 2030"})
    buoy = {"holder": "The Buoy Society", "stakeholder": "lantern", "topic": "Lists"}
    before = edit.add(desk, Position, {**buoy, "claim": "No list.", "event": elsewhere.id})
    now = edit.add(desk, Position, {**buoy, "claim": "A list.", "event": HARBOUR.id})
    event = msgspec.structs.replace(HARBOUR, organisers=())

    held = prepare.held(desk, event)

    assert {CLAIM.id, before.id, now.id} == {position.id for position in held.positions}
    assert held.occasions[elsewhere.id] == elsewhere


def test_a_report_tells_who_moved(desk: Desk) -> None:
    elsewhere = edit.add(desk, Event, {"title": "Buoys by night", "when": "4 Nov 2030"})
    lantern = {"holder": "Lantern", "stakeholder": "lantern", "topic": "Lists", "claim": "So."}
    for event, stance in ((elsewhere.id, Stance.OPPOSES), (HARBOUR.id, Stance.SUPPORTS)):
        edit.add(desk, Position, {**lantern, "event": event, "stance": stance})

    assert told(prepare.note(desk, HARBOUR, "report"), SectionName.MOVED)


# Kinds ------------------------------------------------------------------------------------------


def test_a_kind_that_there_is_not_is_told_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="'pak' is no kind of note; did you mean 'pack'"):
        prepare.note(desk, HARBOUR, "pak")


def test_a_desk_has_kinds_of_its_own_and_tells_what_is_wrong_with_them(folder: Path) -> None:
    own = '[kinds.aide]\ntitle = "Aide-mémoire"\n[kinds.wrong]\npages = "two"\n'
    (folder / FILE_NAME).write_text(SETTINGS + own, "utf-8")

    with open_desk(folder) as desk:
        assert prepare.note(desk, HARBOUR, "aide").title == "Aide-mémoire: Harbour Lights"
        assert [problem.message for problem in desk.problems] == [
            "[kinds.wrong] pages needs a whole number, as in 2"
        ]


def test_each_kind_has_words_of_its_own_and_those_of_its_like_where_it_has_none(
    desk: Desk,
) -> None:
    prepare.write(desk, HARBOUR, {"bottom line": "We listen.", "objectives": "Meet Ada."})
    prepare.write(desk, HARBOUR, {"bottom line": "Listen."}, "card")

    held = prepare.held(desk, HARBOUR, "card")
    assert [note.bottom_line for note in held.notes] == ["Listen.", "We listen."]
    card = prepare.note(desk, HARBOUR, "card")
    assert told(card, SectionName.OBJECTIVES)
    assert [prompt.section for prompt in card.prompts] == [SectionName.POINTS]


def test_a_report_never_reads_as_what_was_written_before_the_event(desk: Desk) -> None:
    prepare.write(desk, HARBOUR, {"bottom line": "We listen.", "next step": "Go."})

    assert prepare.held(desk, HARBOUR, "report").notes == ()


def test_a_note_is_in_the_language_asked_else_its_own_else_the_workspaces(folder: Path) -> None:
    (folder / FILE_NAME).write_text(f'{SETTINGS}[note]\nlanguage = "es"\n', "utf-8")

    with open_desk(folder) as desk:
        assert prepare.note(desk, HARBOUR).language == "es"
        note = prepare.write(desk, HARBOUR, {"bottom line": "We listen."})
        with desk.change("Note in French") as change:
            change.put(msgspec.structs.replace(note, language="fr"))
        assert prepare.note(desk, HARBOUR).language == "fr"
        assert prepare.note(desk, HARBOUR, language="nb").language == "nb"


def test_the_template_of_the_settings_is_found_from_the_workspace(folder: Path) -> None:
    (folder / FILE_NAME).write_text(f'{SETTINGS}[note]\ntemplate = "our.docx"\n', "utf-8")

    with open_desk(folder) as desk:
        assert prepare.layout(desk).template == folder / "our.docx"


# What a person writes ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["points", "Points to make", "POINTS", "Éléments de langage"])
def test_a_part_is_called_by_its_name_or_by_its_heading(desk: Desk, name: str) -> None:
    note = prepare.write(desk, HARBOUR, {name: "Light matters."})

    assert note.points == ("Light matters.",)


def test_a_note_is_written_once_and_then_mended(desk: Desk) -> None:
    first = prepare.write(desk, HARBOUR, {"bottom_line": "We listen."})
    second = prepare.write(desk, HARBOUR, {"objectives": "Meet Ada.\nMeet Bo."})

    assert first.id == second.id
    assert desk.store.count(Note) == 1
    assert prepare.written(desk, HARBOUR) == second
    assert (second.bottom_line, second.objectives) == ("We listen.", ("Meet Ada.", "Meet Bo."))
    assert desk.undo() == "Wrote “objectives” of the note on Harbour Lights"
    assert prepare.written(desk, HARBOUR) == first


def test_a_part_without_a_field_is_written_and_taken_out_again(desk: Desk) -> None:
    prepare.write(desk, HARBOUR, {"opening": "Thank you.\n"}, "panel brief")
    note = prepare.write(desk, HARBOUR, {"points": "One.\nTwo."}, "panel brief")

    assert [(part.key, part.text) for part in note.parts] == [("opening", "Thank you.")]
    assert told(prepare.note(desk, HARBOUR, "panel brief"), SectionName.OPENING)
    assert prepare.write(desk, HARBOUR, {"opening": " "}, "panel brief").parts == ()


@pytest.mark.parametrize("part", ["opening", "sources", "botom line", "handling", "questions"])
def test_a_part_that_nobody_writes_in_such_a_note_is_told(part: str, desk: Desk) -> None:
    with pytest.raises(BriefingError, match=f"a note has no part '{part}' to write in"):
        prepare.write(desk, HARBOUR, {part: "x"})


def test_questions_are_told_as_they_were_picked_also_those_of_elsewhere(desk: Desk) -> None:
    here = edit.add(desk, Question, {"text": "Who pays?"})
    elsewhere = edit.add(desk, Question, {"text": "Whose anchor?"})

    prepare.pick_questions(desk, HARBOUR, [elsewhere.id, here.id, elsewhere.id])

    note = prepare.written(desk, HARBOUR)
    assert note is not None
    assert note.questions == (elsewhere.id, here.id)
    text = markdown(desk, HARBOUR)
    assert text.index("Whose anchor?") < text.index("Who pays?")


def test_a_question_that_there_is_not_is_never_picked(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="there is no question 'gone'"):
        prepare.pick_questions(desk, HARBOUR, ["gone"])


def test_a_part_goes_behind_the_note_and_comes_back(desk: Desk) -> None:
    prepare.write(desk, HARBOUR, {"background": "Cut twice."})

    move = partial(
        writing.move, desk, HARBOUR.id, HARBOUR.title, SectionName.BACKGROUND, house_note()
    )
    move(to_annex=True)
    behind = prepare.note(desk, HARBOUR)
    move(to_annex=False)
    back = prepare.note(desk, HARBOUR)

    assert [s.is_annex for s in behind.sections if s.name is SectionName.BACKGROUND] == [True]
    assert [s.is_annex for s in back.sections if s.name is SectionName.BACKGROUND] == [False]
    assert behind.words < back.words


# Before it goes out -----------------------------------------------------------------------------


def test_facts_that_nobody_checked_lead_to_their_records(desk: Desk) -> None:
    for fact in prepare.facts_to_check(desk, HARBOUR):
        record = desk.store.find(fact.record)
        assert record is not None
        assert fact.path in record.evidence


def test_the_note_on_the_screen_is_the_note_in_the_file(desk: Desk) -> None:
    prepare.write(desk, HARBOUR, {"bottom_line": "We listen."})

    assert "We listen." in markdown(desk, HARBOUR)


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Harbour Lights", "note", "2031-06-12 Harbour Lights.md"),
        ("Harbour Lights", "card", "2031-06-12 Harbour Lights (card).md"),
        ("../../etc/passwd", "note", "2031-06-12 .. .. etc passwd.md"),
        ("😀" * 200, "pack", None),
    ],
)
def test_a_note_has_a_file_of_its_own_in_the_desk(
    title: str, kind: str, expected: str | None, desk: Desk, folder: Path
) -> None:
    path = prepare.default_file(desk, msgspec.structs.replace(HARBOUR, title=title), kind)
    prepare.save(path, b"# Note\n")

    assert path.parent == folder / "notes"
    assert path.read_bytes() == b"# Note\n"
    assert expected in (None, path.name)


def test_a_note_that_can_not_be_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(BriefingError, match=r"note\.md: "):
        prepare.save(tmp_path / "file" / "note.md", b"")
