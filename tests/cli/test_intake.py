import json
import os
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import ANNOUNCEMENT, make_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk")


@pytest.fixture
def harbour(folder: Path) -> str:
    path = folder / "harbour.txt"
    path.write_text(ANNOUNCEMENT, encoding="utf-8")
    return str(path)


def waiting(briefing: Briefing) -> list[dict[str, dict[str, str]]]:
    found = json.loads(briefing("inbox", "--json").out)
    assert isinstance(found, list)
    return found


def test_reading_stores_nothing(harbour: str, briefing: Briefing) -> None:
    ended = briefing("read", harbour)

    assert (ended.code, ended.err) == (0, "")
    assert "Harbour Lights" in ended.out
    assert waiting(briefing) == []
    assert briefing("undo").code == 1


def test_a_file_that_can_not_be_read_keeps_no_other_from_being_brought_in(
    folder: Path, harbour: str, briefing: Briefing
) -> None:
    missing = str(folder / "missing.txt")

    ended = briefing("import", missing, harbour, missing)

    assert 1 == ended.code
    assert 2 == ended.err.count("missing.txt: No such file or directory")
    assert waiting(briefing)


def test_one_file_is_read_as_one_object_and_several_as_a_line_each(
    harbour: str, briefing: Briefing
) -> None:
    one = briefing("read", harbour, "--json")
    several = briefing("read", harbour, harbour, "--json")

    assert isinstance(json.loads(one.out), dict)
    assert [json.loads(one.out)] * 2 == [json.loads(line) for line in several.out.splitlines()]


def test_standard_input_is_read_too(briefing: Briefing) -> None:
    ended = briefing("read", "-", given=ANNOUNCEMENT)

    assert ended.code == 0
    assert "Harbour Lights" in ended.out


def test_what_is_no_text_is_refused_from_standard_input_too(briefing: Briefing) -> None:
    ended = briefing("import", "-", given="%PDF-1.7 and so on")

    assert 1 == ended.code
    assert "standard input: the PDF is damaged" in ended.err


@pytest.mark.parametrize(
    "nonsense",
    [b"", b"\n", b"\xff\xfe\x00", b"\x00" * 100, b"?" * 4000, b"[red]\x1b[2J", "\u202e".encode()],
)
@pytest.mark.parametrize("how", ["--plain", "--json"])
def test_nonsense_is_read_as_well_as_can_be(nonsense: bytes, how: str, briefing: Briefing) -> None:
    ended = briefing("read", "-", how, given=nonsense)

    assert ended.code == 0
    assert "\x1b" not in ended.out + ended.err
    assert how == "--plain" or isinstance(json.loads(ended.out), dict)


def test_an_announcement_is_brought_in_reviewed_and_accepted(
    harbour: str, briefing: Briefing
) -> None:
    brought = briefing("import", harbour)
    proposals = waiting(briefing)
    event = next(p for p in proposals if p["draft"]["type"] == "event")
    accepted = briefing("accept", str(event["id"]))

    assert (brought.code, brought.out) == (0, "")
    assert f"harbour.txt: {len(proposals)} to review" in brought.err
    assert (accepted.code, accepted.out) == (0, "")
    assert "Accepted" in accepted.err
    assert "Harbour Lights" in briefing("timeline").out
    assert "Who pays when a shared cable is cut?" in briefing("questions").out


def test_the_same_again_is_said_to_be_known(harbour: str, briefing: Briefing) -> None:
    briefing("import", harbour)
    before = briefing("inbox", "--json").out

    again = briefing("import", harbour)

    assert (again.code, again.err) == (0, "harbour.txt: brought in before; nothing new\n")
    assert briefing("inbox", "--json").out == before


def test_a_text_without_anything_to_review_is_said_to_be_kept(
    tmp_path: Path, briefing: Briefing
) -> None:
    (tmp_path / "list.txt").write_text("bread\nmilk\n")

    ended = briefing("import", str(tmp_path / "list.txt"))

    assert (ended.code, ended.err) == (
        0,
        "list.txt: kept; no event, task or question was found in it\n",
    )


def test_what_is_accepted_unseen_is_marked_so(harbour: str, briefing: Briefing) -> None:
    ended = briefing("import", "--accept", harbour)

    assert ended.code == 0
    assert "not checked yet, 0 to review" in ended.err
    assert "[not checked" in briefing("timeline").out
    assert waiting(briefing) == []


def test_all_that_waits_is_accepted_at_once(harbour: str, briefing: Briefing) -> None:
    briefing("import", harbour)

    ended = briefing("accept", "--all")

    assert ended.code == 0
    assert waiting(briefing) == []
    assert briefing("undo").err.startswith("Undone: Accepted")
    assert waiting(briefing)


def test_what_waits_is_rejected(harbour: str, briefing: Briefing) -> None:
    briefing("import", harbour)
    chosen = [str(p["id"]) for p in waiting(briefing)]

    ended = briefing("reject", *chosen)

    assert (ended.code, ended.err) == (0, f"Rejected {len(chosen)} records.\n")
    assert waiting(briefing) == []
    assert briefing("timeline").out == ""


@pytest.mark.parametrize(
    ("answers", "are_left", "has_event"),
    [("a\n" * 9, False, True), ("x\n" * 9, False, False), ("q\n", True, False), ("", True, False)],
)
def test_proposals_are_decided_in_a_dialogue(
    answers: str, are_left: bool, has_event: bool, harbour: str, briefing: Briefing
) -> None:
    briefing("import", harbour)

    ended = briefing("accept", given=answers)

    assert ended.code in (0, 1)
    assert "Traceback" not in ended.err
    assert "Title: Harbour Lights" in ended.out
    assert bool(waiting(briefing)) == are_left
    assert bool(briefing("timeline").out) == has_event


def test_a_proposal_is_mended_before_it_is_accepted(harbour: str, briefing: Briefing) -> None:
    briefing("import", harbour)
    event = next(p for p in waiting(briefing) if p["draft"]["type"] == "event")

    briefing("set", str(event["id"]), "venue", "Quay Room")
    briefing("accept", str(event["id"]))

    (told,) = json.loads(briefing("timeline", "--json").out)
    assert told["venue"] == "Quay Room"


def test_an_event_is_found_by_its_title_after_it_was_accepted(
    harbour: str, briefing: Briefing
) -> None:
    briefing("import", "--accept", harbour)
    (told,) = json.loads(briefing("timeline", "--json").out)

    ended = briefing("set", told["title"], "venue", "Quay Room")

    assert (ended.code, ended.out) == (0, "")


def test_a_kept_source_is_printed_as_it_was_read(harbour: str, briefing: Briefing) -> None:
    briefing("import", harbour)

    ended = briefing("source", "harbour")

    assert ended.code == 0
    assert ended.out.strip() == ANNOUNCEMENT.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
@pytest.mark.parametrize("how", ["--plain", "--json"])
def test_a_file_whose_name_is_no_text_is_read(how: str, folder: Path, briefing: Briefing) -> None:
    name = os.fsdecode(b"harbour-\xff.txt")
    (folder / name).write_text(ANNOUNCEMENT, encoding="utf-8")

    assert briefing("read", name, how).code == 0
    assert briefing("import", "--accept", name).code == 0
    assert "\udcff" not in briefing("inbox").err


def test_what_is_attached_to_a_mail_is_read_too(folder: Path, briefing: Briefing) -> None:
    message = EmailMessage()
    message.set_content("The programme is attached.\n")
    message.add_attachment(ANNOUNCEMENT, filename="programme.txt")
    (folder / "harbour.eml").write_bytes(message.as_bytes())

    ended = briefing("read", "harbour.eml")

    assert (0, "") == (ended.code, ended.err)
    assert "Harbour Lights" in ended.out
