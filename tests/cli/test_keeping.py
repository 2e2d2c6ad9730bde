import datetime as dt
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from briefing import cli
from briefing.cli import opening
from briefing.store import Store, backup
from tests.cli.conftest import Briefing
from tests.desk.support import ANNOUNCEMENT, HARBOUR, REGISTER

NOW = dt.datetime(2031, 6, 2, 8, tzinfo=dt.UTC)
TODAY = "2031-06-02"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_now", lambda: NOW)


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def answering(monkeypatch: pytest.MonkeyPatch, typed: str, *words: str) -> int:
    """Run a command as at a terminal, with what is typed there."""
    monkeypatch.setattr(sys, "stdin", _Terminal(io.BytesIO(typed.encode()), encoding="utf-8"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return cli.run(list(words))


def brought_in(briefing: Briefing, folder: Path) -> str:
    """Bring an announcement in as it is, and return the id of its event."""
    (folder.parent / "harbour.txt").write_text(ANNOUNCEMENT, encoding="utf-8")
    briefing("import", str(folder.parent / "harbour.txt"), "--accept")
    listed = json.loads(briefing("timeline", "--json").out)
    ids = [record["id"] for record in listed if record["type"] == "event"]
    return str(next(id for id in ids if id != HARBOUR.id))


# Backups ----------------------------------------------------------------------------------------


def test_a_backup_is_written_where_it_is_asked_for_and_its_name_is_data(
    briefing: Briefing, folder: Path
) -> None:
    ended = briefing("backup", "-o", "copy.zip")

    assert (0, "copy.zip\n", "") == ended
    assert zipfile.is_zipfile(folder / "copy.zip")


def test_a_backup_without_a_name_stands_with_the_others(briefing: Briefing, folder: Path) -> None:
    ended = briefing("backup")

    assert [ended.out.strip()] == [
        str(path.relative_to(Path.cwd()) if not path.is_absolute() else path)
        for path in backup.all_in(folder / "data")
    ]


def test_the_first_writing_of_a_day_makes_its_copy(briefing: Briefing, folder: Path) -> None:
    briefing("timeline")
    before = backup.all_in(folder / "data")
    briefing("set", REGISTER.id, "what", "Ask")
    first = backup.all_in(folder / "data")
    stamp = first[0].stat().st_mtime_ns
    briefing("set", REGISTER.id, "what", "Beg")

    assert [] == before
    assert [TODAY] == [path.stem for path in first]
    assert [stamp] == [path.stat().st_mtime_ns for path in backup.all_in(folder / "data")]


def test_a_copy_that_the_disk_refuses_is_told_and_stops_nothing(
    briefing: Briefing, folder: Path
) -> None:
    (folder / "data" / "backups").write_text("a file where the folder should be")

    ended = briefing("set", REGISTER.id, "what", "Ask")

    assert 0 == ended.code
    assert "today's backup was not made" in ended.err


def test_restoring_a_day_is_undone_by_undo(briefing: Briefing, folder: Path) -> None:
    briefing("set", REGISTER.id, "what", "Ask")
    briefing("set", HARBOUR.id, "title", "Spoilt")

    restored = briefing("restore", TODAY)
    after = json.loads(briefing("show", HARBOUR.id, "--json").out)["title"]
    undone = briefing("undo")

    assert 0 == restored.code
    assert f"Restored {TODAY}.zip: 2 records changed; `briefing undo` undoes it." in restored.err
    assert HARBOUR.title == after
    assert f"Undone: Restored {TODAY}\n" == undone.err
    assert "Spoilt" == json.loads(briefing("show", HARBOUR.id, "--json").out)["title"]


def test_restoring_what_is_held_says_so(briefing: Briefing) -> None:
    briefing("backup", "-o", "copy.zip")

    ended = briefing("restore", "copy.zip")

    assert "The desk holds what copy.zip holds; no record was changed.\n" == ended.err


def test_a_backup_makes_a_desk_where_there_is_none(briefing: Briefing, folder: Path) -> None:
    briefing("backup", "-o", "copy.zip")

    ended = briefing("--workspace", str(folder.parent / "new"), "restore", "copy.zip")

    assert 0 == ended.code
    shown = briefing("--workspace", str(folder.parent / "new"), "show", HARBOUR.id, "--json")
    assert HARBOUR.title == json.loads(shown.out)["title"]


def test_an_unknown_day_is_one_sentence(briefing: Briefing) -> None:
    ended = briefing("restore", "2001-01-01")

    assert 1 == ended.code
    assert "briefing: There is no backup '2001-01-01'; none has been made here yet.\n" == ended.err


# Checking ---------------------------------------------------------------------------------------


def sound(folder: Path) -> None:
    """Take out what the desk of the tests cites and does not hold."""
    with Store.open(folder / "data") as store:
        from briefing.model import Event
        from briefing.store import Change

        held = store.get(Event, HARBOUR.id)
        store.commit([Change(held, None)], label="x", person="", at=NOW)
    data = folder / "data"
    for table in ("tasks", "positions"):
        (data / f"{table}.jsonl").write_bytes(b"")
    Store.open(data).close()


def test_a_sound_desk_is_well(briefing: Briefing, folder: Path) -> None:
    sound(folder)

    assert (0, "", "All is well.\n") == briefing("check")


def test_what_is_wrong_is_data_and_the_exit_code_tells(briefing: Briefing, folder: Path) -> None:
    sound(folder)
    path = folder / "data" / "forums.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id":"half')

    told = briefing("check")
    listed = briefing("check", "--json")
    mended = briefing("check", "--mend")

    assert 1 == told.code
    assert f"{path}:2: the line is cut off\n" == told.out
    assert "1 thing to see to. `briefing check --mend` mends what is safe.\n" == told.err
    assert [
        {
            "file": str(path),
            "line": 2,
            "problem": "the line is cut off",
            "done": "",
            "left": True,
        }
    ] == json.loads(listed.out)
    assert (0, f"{path}:2: the line is cut off (set aside)\n", "All is well.\n") == mended


def test_a_desk_that_does_not_open_says_what_mends_it(briefing: Briefing, folder: Path) -> None:
    path = folder / "data" / "forums.jsonl"
    path.write_bytes(path.read_bytes() + b"<<<<<<< HEAD\n")

    ended = briefing("timeline")

    assert 1 == ended.code
    assert "`briefing check --mend` mends what it can." in ended.err
    briefing("check", "--mend")
    assert 0 == briefing("timeline").code


def test_where_there_is_no_desk_nothing_is_checked(briefing: Briefing, folder: Path) -> None:
    ended = briefing("--workspace", str(folder.parent), "check")

    assert 1 == ended.code
    assert "holds no records" in ended.err


# Forgetting -------------------------------------------------------------------------------------


def bytes_of(folder: Path) -> bytes:
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found += [path.name.encode(), path.read_bytes()]
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                found += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(found)


def test_a_record_is_forgotten_by_its_whole_id(briefing: Briefing, folder: Path) -> None:
    briefing("set", REGISTER.id, "what", "Ask the ferryman")
    briefing("backup")

    ended = briefing("forget", REGISTER.id)

    assert (0, "", f"Forgot {REGISTER.id}.\n") == ended
    assert b"ferryman" not in bytes_of(folder)
    assert 1 == briefing("show", REGISTER.id).code


def test_words_alone_forget_nothing_where_nobody_can_be_asked(briefing: Briefing) -> None:
    ended = briefing("forget", "Register")

    assert 2 == ended.code
    assert f"to forget “Register”, write its whole id: {REGISTER.id}" in ended.err


def test_what_other_records_rest_on_is_kept_and_told(briefing: Briefing, folder: Path) -> None:
    id = brought_in(briefing, folder)

    ended = briefing("forget", id)

    assert 0 == ended.code
    assert "is kept" in ended.err
    assert b"Quay Street" in bytes_of(folder)


def test_with_source_the_document_goes_too(briefing: Briefing, folder: Path) -> None:
    id = brought_in(briefing, folder)

    ended = briefing("forget", id, "--source")

    assert 0 == ended.code
    assert b"Quay Street" not in bytes_of(folder / "data")
    assert b"Tidewater Foundation invite" not in bytes_of(folder / "data")


def test_at_a_terminal_it_is_asked_before_anything_is_forgotten(
    briefing: Briefing, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing("timeline")

    assert 1 == answering(monkeypatch, "n\n", "forget", "Register")
    assert b"register-ab2cd" in bytes_of(folder)
    assert 0 == answering(monkeypatch, "y\n", "forget", "Register")
    assert b"register-ab2cd" not in bytes_of(folder)


def test_at_a_terminal_it_is_asked_whether_a_shared_source_goes_too(
    briefing: Briefing, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = brought_in(briefing, folder)

    assert 0 == answering(monkeypatch, "y\ny\n", "forget", id)
    assert b"Quay Street" not in bytes_of(folder / "data")


def test_an_issued_note_that_still_holds_it_is_named(briefing: Briefing, folder: Path) -> None:
    briefing("note", HARBOUR.id, "-o", "note.md")

    ended = briefing("forget", HARBOUR.id)

    assert 0 == ended.code
    assert f"{folder / 'note.md'}: this still holds some of these words\n" in ended.err


def test_a_forgetting_that_was_cut_short_is_ended_first(briefing: Briefing, folder: Path) -> None:
    begun = folder / "data" / "journal" / "forget.json"
    begun.write_text(json.dumps({"ids": [REGISTER.id]}))

    ended = briefing("forget", REGISTER.id)

    assert 0 == ended.code
    assert 1 == briefing("show", REGISTER.id).code
    assert not begun.exists()


def test_what_was_never_held_is_one_sentence(briefing: Briefing) -> None:
    ended = briefing("forget", "herring-22222")

    assert 1 == ended.code
    assert "nothing was forgotten" in ended.err


def test_what_was_issued_on_it_goes_with_it_and_is_told(briefing: Briefing, folder: Path) -> None:
    briefing("note", HARBOUR.id, "--issue", "-o", "note.md")
    (folder / "note.md").unlink()

    ended = briefing("forget", HARBOUR.id)

    assert 0 == ended.code
    assert "What was issued in notes/" in ended.err
    assert [] == list((folder / "data").rglob("*.md"))


def test_an_issue_that_holds_it_is_named_and_goes_where_that_is_wanted(
    briefing: Briefing, folder: Path
) -> None:
    briefing("note", HARBOUR.id, "--issue", "-o", "note.md")
    (folder / "note.md").unlink()

    told = briefing("forget", REGISTER.id)
    gone = briefing("forget", REGISTER.id, "--issued")

    assert "this issued note was made from it" in told.err
    assert (0, 0) == (told.code, gone.code)
    assert [] == list((folder / "data").rglob("*.md"))
    assert "No. 1" in briefing("note", HARBOUR.id, "--issues").out
