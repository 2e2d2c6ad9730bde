import json
import shlex
from pathlib import Path

import pytest

from briefing.model import Source
from briefing.note.kinds import HOUSE_NOTE, kinds
from briefing.note.written import writable
from briefing.store import Store
from tests.cli.conftest import Briefing
from tests.desk.support import CLAIM, HARBOUR
from tests.store.support import put


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
    [
        ("bottom_line", "We listen."),
        ("bottom-line", "We listen."),
        ("objectives", "Meet Ada."),
        ("Points to make", "Repair comes first."),
        ("next step", "Ask again in July."),
    ],
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


@pytest.mark.parametrize(
    ("subject", "way"),
    [
        ("pilots", '`briefing note "pilots last week" --kind "session report"`'),
        ("this week", '`briefing note "this week" --kind "outlook"`'),
        (
            "pilots 9-13 june 2031",
            '`briefing note "pilots 9-13 june 2031" --kind "session report"`',
        ),
    ],
)
def test_who_asks_for_days_or_a_forum_hears_how(subject: str, way: str, briefing: Briefing) -> None:
    ended = briefing("note", subject)

    assert (2, "") == (ended.code, ended.out)
    assert way in ended.err


def test_the_help_names_the_parts_that_a_person_writes(briefing: Briefing) -> None:
    told = " ".join(briefing("write", "--help").out.split())

    assert ", ".join(part.value for part in writable(kinds()[HOUSE_NOTE])) in told


# Kinds, languages, files ------------------------------------------------------------------------


def test_several_files_are_written_at_once(briefing: Briefing, folder: Path) -> None:
    ended = briefing("note", HARBOUR.id, "-o", "a.md", "-o", "b.TXT", "-o", "c.ics", "-o", "d.html")

    assert (0, "", "Wrote a.md\nWrote b.TXT\nWrote c.ics\nWrote d.html\n") == ended
    assert "Briefing note: Harbour Lights\n====" in (folder / "b.TXT").read_text(encoding="utf-8")
    assert (folder / "c.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_kind_and_a_language_can_be_chosen(briefing: Briefing) -> None:
    ended = briefing("note", HARBOUR.id, "--kind", "card", "--language", "fr")

    assert ended.out.startswith("# Fiche de poche\xa0: Harbour Lights\n")


def test_a_note_on_some_days_is_one_line(briefing: Briefing) -> None:
    ended = briefing("note", "9-13 june 2031", "--kind", "outlook")

    assert (0, "") == (ended.code, ended.err)
    assert "Harbour Lights" in ended.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--kind", "crad"), "'crad' is no kind of note; did you mean 'card'?"),
        (("-o", "note.odt"), "note.odt: a note is written as .md, "),
        (("--for", "martians"), "'martians' is no level"),
        (("--issue", "--changes"), "--issue, --changes, --issues and --again go one at a time"),
        (("--paper", "B5"), "'B5' is not one of"),
        (("--language", "xx"), "'xx' is not one of"),
        (("--issues", "--for", "public"), "--issues lists what you issued for yourself"),
    ],
)
def test_what_can_not_be_made_is_one_sentence_and_nothing_is_written(
    arguments: tuple[str, ...], sentence: str, briefing: Briefing, folder: Path
) -> None:
    ended = briefing("note", HARBOUR.id, "-o", "note.md", *arguments)

    assert (2, "") == (ended.code, ended.out)
    assert sentence in ended.err
    assert not (folder / "note.md").exists()


def test_an_author_stands_in_the_properties_only_where_asked_for(
    briefing: Briefing, folder: Path
) -> None:
    briefing("note", HARBOUR.id, "-o", "without.html")
    briefing("note", HARBOUR.id, "-o", "with.html", "--author", "Ada Wick")

    assert b"Ada Wick" not in (folder / "without.html").read_bytes()
    assert b"Ada Wick" in (folder / "with.html").read_bytes()


def test_for_others_what_is_stricter_is_left_out_and_told_on_stderr(
    briefing: Briefing, folder: Path
) -> None:
    with Store.open(folder / "data") as store:
        put(store, Source(id="s", title="The programme"))
    briefing("set", CLAIM.id, "handling/level", "me")

    ended = briefing("note", HARBOUR.id, "--for", "office")

    assert CLAIM.claim not in ended.out
    assert f"{CLAIM.claim}: all of it" in ended.err


def test_styles_that_a_template_lacks_are_named(briefing: Briefing, folder: Path) -> None:
    import docx

    docx.Document().save(str(folder / "our.docx"))
    with (folder / "briefing.toml").open("a", encoding="utf-8") as settings:
        settings.write('[note]\ntemplate = "our.docx"\n')

    ended = briefing("note", HARBOUR.id, "-o", "note.docx")

    assert 0 == ended.code
    assert "our.docx lacks " in ended.err


# Issues -----------------------------------------------------------------------------------------


def issued(briefing: Briefing) -> None:
    assert 0 == briefing("note", HARBOUR.id, "--issue", "-o", "note.md", "-o", "note.txt").code


def test_a_note_is_issued_and_a_copy_goes_where_it_is_wanted(
    briefing: Briefing, folder: Path
) -> None:
    ended = briefing("note", HARBOUR.id, "--issue", "-o", "out/note.md")

    assert (0, "") == (ended.code, ended.out)
    assert ended.err.endswith("\nIssued No. 1 of the note on Harbour Lights.\nWrote out/note.md\n")
    (kept,) = (folder / "data" / "notes").rglob("*.md")
    assert kept.read_bytes() == (folder / "out" / "note.md").read_bytes()


def test_without_a_file_it_is_issued_as_usual_and_the_files_are_named(briefing: Briefing) -> None:
    ended = briefing("note", HARBOUR.id, "--issue")

    paths = [Path(line) for line in ended.out.splitlines()]
    assert ".docx" in {path.suffix for path in paths}
    assert all(path.is_file() for path in paths)


def test_issues_are_listed(briefing: Briefing) -> None:
    assert "Nothing was issued yet; --issue does.\n" == briefing("note", HARBOUR.id, "--issues").err
    issued(briefing)
    issued(briefing)

    lines = briefing("note", HARBOUR.id, "--issues").out.splitlines()
    found = json.loads(briefing("note", HARBOUR.id, "--issues", "--json").out)

    assert ["No. 1", "No. 2"] == [line[:5] for line in lines]
    assert [1, 2] == [one["number"] for one in found]
    assert all(Path(path).is_file() for one in found for path in one["paths"])


def test_what_changed_since_is_told(briefing: Briefing) -> None:
    assert "Nothing was issued on “Harbour Lights”" in briefing("note", HARBOUR.id, "--changes").err
    issued(briefing)
    assert "Nothing has changed since" in briefing("note", HARBOUR.id, "--changes").err
    briefing("set", HARBOUR.id, "venue", "Conference Room 4")

    ended = briefing("note", HARBOUR.id, "--changes")

    assert (0, "") == (ended.code, ended.err)
    assert "## Changes since No. 1\n\n- Now in Conference Room 4" in ended.out
    assert ", after No. 1\n" in ended.out


def test_an_issue_is_written_again_as_it_went_out(briefing: Briefing, folder: Path) -> None:
    issued(briefing)
    before = (folder / "note.md").read_bytes()
    briefing("set", HARBOUR.id, "venue", "Conference Room 4")

    ended = briefing("note", HARBOUR.id, "--again", "1", "-o", "again.md")

    assert (0, "Wrote again.md\n") == (ended.code, ended.err)
    assert before == (folder / "again.md").read_bytes()


def test_without_a_name_a_copy_is_written_to_the_folder_for_notes(
    briefing: Briefing, folder: Path
) -> None:
    issued(briefing)

    copies = [Path(line) for line in briefing("note", HARBOUR.id, "--again", "1").out.splitlines()]

    assert {folder / "notes"} == {path.parent for path in copies}
    assert (folder / "note.md").read_bytes() in [path.read_bytes() for path in copies]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--again", "2"), "No. 2 was never issued on “Harbour Lights”"),
        (("--again", "1", "-o", "a.docx"), "a.docx: No. 1 was issued as .md, .txt"),
    ],
)
def test_what_was_not_issued_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, briefing: Briefing
) -> None:
    issued(briefing)

    ended = briefing("note", HARBOUR.id, *arguments)

    assert ended.code in (1, 2)
    assert sentence in ended.err


def test_an_issue_that_was_changed_by_hand_is_not_given_out(
    briefing: Briefing, folder: Path
) -> None:
    issued(briefing)
    (kept,) = (folder / "data" / "notes").rglob("*.md")
    kept.chmod(0o600)
    kept.write_bytes(b"# Mended")

    ended = briefing("note", HARBOUR.id, "--again", "1", "-o", "again.md")

    assert 1 == ended.code
    assert "is not what went out as No. 1" in ended.err
    assert "this file of No. 1 is not what was issued" in briefing("check").out
    assert not (folder / "again.md").exists()


def test_an_issue_is_undone_and_its_number_is_not_given_out_again(briefing: Briefing) -> None:
    issued(briefing)

    assert "Issued No. 1 of the note on Harbour Lights" in briefing("undo").err
    assert "" == briefing("note", HARBOUR.id, "--issues").out
    assert "Issued No. 2" in briefing("note", HARBOUR.id, "--issue", "-o", "note.md").err


def test_a_part_of_another_kind_is_written_for_that_kind(briefing: Briefing) -> None:
    briefing("write", "9-13 june 2031", "bottom_line", "A full week.", "--kind", "outlook")

    assert "A full week." in briefing("note", "9-13 june 2031", "--kind", "outlook").out
    assert "A full week." not in briefing("note", HARBOUR.id).out


# To check ---------------------------------------------------------------------------------------


def test_what_is_to_be_checked_is_told_before_a_note_is_issued(briefing: Briefing) -> None:
    ended = briefing("note", HARBOUR.id, "--issue", "-o", "note.md")
    told, issued, _ = ended.err.partition("Issued No. 1")

    assert (0, "Issued No. 1") == (ended.code, issued)
    assert "to check; it goes out all the same.\n" in told
    assert f"Harbour Lights (briefing show {HARBOUR.id})\n" in told
    assert f"\n`briefing confirm {HARBOUR.id} when " in told


def test_what_is_told_to_settle_it_settles_it(briefing: Briefing) -> None:
    told = briefing("note", HARBOUR.id, "--issue", "-o", "note.md").err
    commands = [line.split("`")[1] for line in told.splitlines() if line.startswith("`briefing ")]

    assert commands
    assert [0] * len(commands) == [briefing(*shlex.split(c)[1:]).code for c in commands]
    assert [] == json.loads(briefing("note", HARBOUR.id, "--to-check", "--json").out)


def test_a_note_of_which_all_is_checked_goes_out_without_a_word_on_it(briefing: Briefing) -> None:
    for fact in json.loads(briefing("note", HARBOUR.id, "--to-check", "--json").out):
        assert 0 == briefing("confirm", fact["record"], fact["path"]).code

    ended = briefing("note", HARBOUR.id, "--issue", "-o", "note.md")

    assert ended.err.startswith("Issued No. 1")
    assert "Every fact in the note is checked.\n" == briefing("note", HARBOUR.id, "--to-check").err


def test_what_is_to_be_checked_is_listed_without_issuing(briefing: Briefing) -> None:
    ended = briefing("note", HARBOUR.id, "--to-check")
    found = json.loads(briefing("note", HARBOUR.id, "--to-check", "--json").out)

    assert (0, "") == (ended.code, ended.err)
    assert len(found) == len(ended.out.splitlines())
    assert {"record", "path", "trouble", "words", "label", "value", "title"} == set(found[0])
    assert "" == briefing("note", HARBOUR.id, "--issues").out


def test_a_draft_says_nothing_of_it(briefing: Briefing) -> None:
    assert "" == briefing("note", HARBOUR.id).err


def test_what_changed_is_told_since_an_earlier_issue(briefing: Briefing) -> None:
    issued(briefing)
    briefing("set", HARBOUR.id, "venue", "Conference Room 4")
    issued(briefing)

    assert "Nothing has changed" in briefing("note", HARBOUR.id, "--changes").err
    assert "Conference Room 4" in briefing("note", HARBOUR.id, "--changes", "--since", "1").out
    assert 2 == briefing("note", HARBOUR.id, "--since", "1").code


def test_that_nothing_has_changed_is_told_where_it_goes_out_again(briefing: Briefing) -> None:
    issued(briefing)
    again = briefing("note", HARBOUR.id, "--issue", "-o", "note.md")
    briefing("set", HARBOUR.id, "venue", "Conference Room 4")
    changed = briefing("note", HARBOUR.id, "--issue", "-o", "note.md")

    assert "Nothing has changed since No. 1.\nIssued No. 2" in again.err
    assert "Nothing has changed" not in changed.err


def test_a_question_is_expected_and_expected_no_more(briefing: Briefing) -> None:
    added = briefing(
        "expect", HARBOUR.id, "Who lights the lamps?", "--new", "--likelihood", "certain"
    )
    told = briefing("note", HARBOUR.id).out
    taken_back = briefing("expect", HARBOUR.id, "lights the lamps", "--no-more")

    assert (added.code, taken_back.code) == (0, 0)
    assert "Expected at" in added.err
    assert "Who lights the lamps?" in told
    assert "Who lights the lamps?" not in briefing("note", HARBOUR.id).out
