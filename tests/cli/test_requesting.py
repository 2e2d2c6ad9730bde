from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR, REGISTER


@pytest.fixture(autouse=True)
def _by_mail(briefing: Briefing) -> None:
    briefing("set", REGISTER.id, "kind", "register")
    briefing("set", REGISTER.id, "how", "mailto:desk@host.example?bcc=all@evil.example")


def test_a_request_is_printed_to_be_looked_at(briefing: Briefing) -> None:
    ended = briefing("rsvp", "harbour")

    assert (ended.code, ended.err) == (0, "")
    assert "I would like to register" in ended.out
    assert "09:00–10:30 (local time, EDT)" in ended.out
    assert ended.out.endswith("Kind regards,\nKari Eksempel\n")


def test_a_draft_is_written_to_whom_the_task_names_and_the_next_step_is_told(
    briefing: Briefing, tmp_path: Path
) -> None:
    file = tmp_path / "request.eml"

    ended = briefing("rsvp", HARBOUR.id, "-o", str(file))

    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert mail["To"] == "desk@host.example"
    assert "evil" not in file.read_text()
    assert ended.err == (
        f"Wrote {file}, to desk@host.example\nOnce it is sent: briefing task {REGISTER.id} sent\n"
    )


def test_a_pass_and_a_refusal_are_plain_text(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "request.txt"
    briefing("rsvp", HARBOUR.id, "--kind", "pass", "-o", str(file))
    asked = file.read_text(encoding="utf-8")

    ended = briefing("rsvp", HARBOUR.id, "--kind", "decline", "-o", str(file))

    assert "building pass" in asked
    assert "unable to attend" in file.read_text(encoding="utf-8")
    assert "Once it is sent" not in ended.err


def test_other_files_are_refused(briefing: Briefing, tmp_path: Path) -> None:
    ended = briefing("rsvp", HARBOUR.id, "-o", str(tmp_path / "request.docx"))

    assert ended.code == 2
    assert "a request is written as .eml or .txt" in ended.err


def test_who_has_no_name_is_told_where_to_write_it(briefing: Briefing, folder: Path) -> None:
    (folder / "briefing.toml").write_text('[me]\nhome = "Europe/Oslo"\n', encoding="utf-8")

    ended = briefing("rsvp", HARBOUR.id)

    assert ended.code != 0
    assert "a request needs your name" in ended.err
