from pathlib import Path

import msgspec
import pytest

from briefing.desk import edit, prepare
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event, Note
from tests.desk.support import CLAIM, HARBOUR, LANTERN, PILOTS, REGISTER


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


def test_a_note_is_written_once_and_then_mended(desk: Desk) -> None:
    first = prepare.write(desk, HARBOUR, {"bottom_line": "We listen."})
    second = prepare.write(desk, HARBOUR, {"objectives": "Meet Ada.\nMeet Bo."})

    assert first.id == second.id
    assert desk.store.count(Note) == 1
    assert prepare.written(desk, HARBOUR) == second
    assert (second.bottom_line, second.objectives) == ("We listen.", ("Meet Ada.", "Meet Bo."))
    assert desk.undo() == "Wrote in the note on Harbour Lights"
    assert prepare.written(desk, HARBOUR) == first


def test_the_note_on_the_screen_is_the_note_in_the_file(desk: Desk) -> None:
    prepare.write(desk, HARBOUR, {"bottom_line": "We listen."})

    assert "We listen." in prepare.markdown(desk, HARBOUR).decode()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbour Lights", "2031-06-12 Harbour Lights.md"),
        ("../../etc/passwd", "2031-06-12 .. .. etc passwd.md"),
        ("😀" * 200, None),
    ],
)
def test_a_note_has_a_file_of_its_own_in_the_desk(
    title: str, expected: str | None, desk: Desk, folder: Path
) -> None:
    path = prepare.default_file(desk, msgspec.structs.replace(HARBOUR, title=title))
    prepare.save(path, b"# Note\n")

    assert path.parent == folder / "notes"
    assert path.read_bytes() == b"# Note\n"
    assert expected in (None, path.name)


def test_a_note_that_can_not_be_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(BriefingError, match=r"note\.md: "):
        prepare.save(tmp_path / "file" / "note.md", b"")
