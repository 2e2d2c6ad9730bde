from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR


def test_a_note_is_printed(briefing: Briefing) -> None:
    ended = briefing("note", "harbour lights")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("# ")
    assert "Harbour Lights" in ended.out


def test_a_note_is_written_to_a_file(briefing: Briefing, folder: Path) -> None:
    ended = briefing("note", HARBOUR.id, "-o", "out/note.md")

    assert (ended.code, ended.out, ended.err) == (0, "", "Wrote out/note.md\n")
    written = (folder / "out" / "note.md").read_text(encoding="utf-8")
    assert written.rstrip("\n") == briefing("note", HARBOUR.id).out.rstrip("\n")


def test_a_note_that_can_not_be_written_is_told(briefing: Briefing, folder: Path) -> None:
    (folder / "file").write_bytes(b"")

    ended = briefing("note", HARBOUR.id, "-o", "file/note.md")

    assert ended.code == 1
    assert ended.err.startswith("briefing: file/note.md: ")


@pytest.mark.parametrize(
    ("part", "text"),
    [("bottom_line", "We listen."), ("bottom-line", "We listen."), ("objectives", "Meet Ada.")],
)
def test_what_a_person_writes_stands_in_the_note(part: str, text: str, briefing: Briefing) -> None:
    ended = briefing("write", HARBOUR.id, part, text)

    assert (ended.code, ended.out) == (0, "")
    assert text in briefing("note", HARBOUR.id).out


@pytest.mark.parametrize("given", ["We listen.\n", b"We listen.\xff"])
def test_a_part_is_taken_from_standard_input(given: str | bytes, briefing: Briefing) -> None:
    ended = briefing("write", HARBOUR.id, "background", "-", given=given)

    assert ended.code == 0
    assert "We listen." in briefing("note", HARBOUR.id).out


def test_a_part_that_there_is_not_is_told(briefing: Briefing) -> None:
    ended = briefing("write", HARBOUR.id, "botom_line", "x")

    assert ended.code == 1
    assert "did you mean 'bottom line'?" in ended.err


def test_a_note_on_what_is_no_event_is_told(briefing: Briefing) -> None:
    assert briefing("note", "lantern institute").code == 1
