"""The whole way in lines: a base is brought in, a note changes it, undo restores."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import ANNOUNCEMENT, make_folder

NOTE = "Harbour Lights will now start at 11:00."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk")


@pytest.fixture
def note(folder: Path, briefing: Briefing) -> str:
    (folder / "harbour.txt").write_text(ANNOUNCEMENT, encoding="utf-8")
    assert briefing("import", "harbour.txt", "--accept").code == 0
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    return "note.txt"


def test_a_change_is_listed_with_what_was_and_what_would_be(note: str, briefing: Briefing) -> None:
    ended = briefing("import", note)

    assert ended.err == "note.txt: 1 to review\n"
    (change,) = json.loads(briefing("inbox", "--json").out)
    assert [(d["label"], d["before"], d["after"]) for d in change["differences"]] == [
        ("Start time", "09:00", "11:00"),
        ("End time", "10:30", ""),
    ]
    assert "Start time: 09:00 → 11:00" in briefing("inbox").out
    plain = briefing("inbox", "--plain").out
    assert "Changes: Harbour Lights: who mends a cable under the sea?\n" in plain
    assert "Start time: 09:00 → 11:00\n" in plain


def test_what_is_read_tells_what_it_would_change(note: str, briefing: Briefing) -> None:
    read = json.loads(briefing("read", note, "--json").out)

    (change,) = read["changes"]
    assert change["record"].startswith("harbour-lights")
    assert [d["field"] for d in change["differences"]] == ["when", "when"]


def test_accepting_tells_what_it_touches_and_undo_restores(note: str, briefing: Briefing) -> None:
    briefing("import", note)
    (change,) = json.loads(briefing("inbox", "--json").out)
    before = briefing("show", change["changes"], "--json").out

    ended = briefing("accept", change["id"])

    assert ended.code == 0
    assert "A calendar file exported before still has the old state." in ended.err
    assert (
        json.loads(briefing("show", change["changes"], "--json").out)["when"]["time"] == "11:00:00"
    )
    assert briefing("undo").code == 0
    assert before == briefing("show", change["changes"], "--json").out


def test_what_is_there_already_is_told(note: str, folder: Path, briefing: Briefing) -> None:
    (folder / "again.txt").write_text(f"Menu\n\n{ANNOUNCEMENT}", encoding="utf-8")

    ended = briefing("import", "again.txt")

    assert ended.err.startswith("again.txt: kept; nothing new, ")
    assert ended.err.endswith(" records there already\n")


def test_what_changes_nothing_that_is_held_is_told(folder: Path, briefing: Briefing) -> None:
    (folder / "note.txt").write_text("The seminar has been moved to Friday.", encoding="utf-8")

    ended = briefing("import", "note.txt")

    assert "it changes an event, but none that is held fits" in ended.err
    assert json.loads(briefing("inbox", "--json").out) == []


def test_a_change_is_reviewed_in_lines(note: str, briefing: Briefing) -> None:
    briefing("import", note)

    ended = briefing("inbox", "--review", given="y\n")

    assert "Start time: 09:00 → 11:00" in ended.out
    assert "A calendar file exported before still has the old state." in ended.err


def test_what_is_the_same_is_said_in_lines(note: str, folder: Path, briefing: Briefing) -> None:
    near = ANNOUNCEMENT.replace("who mends a cable under the sea?", "who mends cables at sea?")
    (folder / "near.txt").write_text(near.replace("09:00-", "10:00-"), encoding="utf-8")
    briefing("import", "near.txt")

    ended = briefing("inbox", "--review", given="=\ny\nq\n")

    assert "May be the same as “Harbour Lights: who mends a cable under the sea?”" in ended.out
    assert "Start time: 09:00 → 10:00" in ended.out
    assert ended.out.index("May be the same") < ended.out.index("Start time")
    shown = json.loads(briefing("timeline", "--json").out)
    assert [e["title"] for e in shown if e["type"] == "event"] == [
        "Harbour Lights: who mends cables at sea?"
    ]
