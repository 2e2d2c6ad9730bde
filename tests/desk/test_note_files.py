import datetime as dt
import email
import email.policy
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from briefing.desk import note_files
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import Event
from briefing.note.span import Span
from tests.desk.support import HARBOUR

HARBOUR_DAYS = Span(dt.date(2031, 6, 9), dt.date(2031, 6, 13))


def attached_to(desk: Desk, wanted: Wanted) -> list[str]:
    """The names of what is attached to a note as a mail."""
    note = note_files.make(desk, wanted).note
    raw = note_files.content(desk, wanted, note, ".eml")
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    return [part.get_filename() or "" for part in mail.walk() if part.get_filename()]


def test_a_mail_has_the_calendar_file_of_its_event_or_days(desk: Desk) -> None:
    assert ["event.ics"] == attached_to(desk, Wanted(subject=HARBOUR))
    assert ["days.ics"] == attached_to(desk, Wanted(subject=HARBOUR_DAYS, kind="outlook"))


def test_a_mail_on_what_has_no_date_has_none(desk: Desk) -> None:
    tea = Event(id="tea-22222", title="Tea")
    with desk.change("Added") as change:
        change.put(tea)

    assert [] == attached_to(desk, Wanted(subject=tea))


def test_a_format_is_known_by_the_ending_of_a_file_in_any_case() -> None:
    found = note_files.endings([Path("a.MD"), Path("b.docx"), Path("c.md")])

    assert (".md", ".docx") == found


@pytest.mark.parametrize("name", ["note.odt", "note", ".md", "note.md.gz"])
def test_what_no_note_is_written_as_is_one_sentence(name: str) -> None:
    with pytest.raises(BriefingError, match=r"a note is written as \.md, .* or \.ics"):
        note_files.endings([Path(name)])


def test_a_file_that_fails_leaves_none_of_the_others(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Wanted(subject=HARBOUR)
    note = note_files.make(desk, wanted).note

    def fails(*_: object) -> bytes:
        raise BriefingError("no font has this letter")

    monkeypatch.setattr("briefing.note.writers.text.write", fails)

    with pytest.raises(BriefingError, match="no font"):
        note_files.write_files(desk, wanted, note, [tmp_path / "a.md", tmp_path / "b.txt"])
    assert [] == list(tmp_path.glob("*.*"))


def test_a_note_is_of_the_event_as_the_desk_has_it(desk: Desk) -> None:
    with desk.change("Renamed") as change:
        change.put(msgspec.structs.replace(HARBOUR, title="Quay Lights"))

    assert "Quay Lights" in note_files.make(desk, Wanted(subject=HARBOUR)).note.title


def test_the_author_hears_which_letters_a_pdf_could_not_print(desk: Desk) -> None:
    note = note_files.make(desk, Wanted(subject=HARBOUR)).note
    nobody_has = replace(note, title="Note: A\u0378B")

    assert [] == [*note_files.said_of(desk, note, [".pdf"])]
    assert [] == [*note_files.said_of(desk, nobody_has, [".docx"])]
    assert ["No font on this machine has U+0378: the PDF has \ufffd there."] == [
        *note_files.said_of(desk, nobody_has, [".pdf"])
    ]
