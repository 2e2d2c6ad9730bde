from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import make_folder

EVENT = (
    "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Oslo:20240503T140000"
    "\r\nSUMMARY:Net {0}\r\nDESCRIPTION:Bring a net.\r\nEND:VEVENT\r\n"
)
START = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
PART = "--b\nContent-Type: text/plain\n\nSeminar on nets, 3 May 2024, 14:00\n"

TOLD = {
    "parts.eml": (
        f"Subject: Nets\nContent-Type: multipart/mixed; boundary=b\n\n{PART * 1000}--b--".encode(),
        "the mail has 1,000 parts; only the first 100 were read",
    ),
    "no end.ics": (
        f"{START}{EVENT.format(1)}{EVENT.format(2)[:90]}".encode(),
        "the calendar is cut off; the event that has no end was left out",
    ),
    "no event.ics": (
        f"{START}{EVENT.format(2)[:90]}".encode(),
        "the calendar is cut off; the event that has no end was left out",
    ),
    "many.ics": (
        (START + "".join(EVENT.format(n) for n in range(100_000)) + "END:VCALENDAR").encode(),
        "the calendar has 100,000 events; only the 200 that begin last were read",
    ),
    "ends only.ics": (f"{START}{'END:VEVENT' * 1000}".encode(), "no event in the calendar"),
    "letter.ics": (b"Dear all,", "this is no calendar: no event begins in it"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk")


@pytest.mark.parametrize("name", TOLD)
def test_broken_mail_and_calendars_are_told_in_one_sentence(
    name: str, folder: Path, briefing: Briefing
) -> None:
    raw, expected = TOLD[name]
    path = folder / name
    path.write_bytes(raw)

    ended = briefing("import", str(path))

    assert expected in ended.err
    assert "Traceback" not in ended.err
    assert 1 == sum("calendar" in line or "mail has" in line for line in ended.err.splitlines())


@pytest.mark.parametrize("name", ["no event.ics", "ends only.ics", "letter.ics"])
def test_nothing_is_kept_of_a_calendar_without_an_event(
    name: str, folder: Path, briefing: Briefing
) -> None:
    path = folder / name
    path.write_bytes(TOLD[name][0])

    ended = briefing("import", str(path))

    assert 1 == ended.code
    assert briefing("undo").code == 1
    assert [] == list((folder / "data").glob("sources/*"))


def test_a_calendar_in_utf_16_is_read(folder: Path, briefing: Briefing) -> None:
    path = folder / "møte.ics"
    path.write_bytes(f"{START}{EVENT.format(1)}END:VCALENDAR\r\n".encode("utf-16"))

    ended = briefing("import", str(path))

    assert (0, "møte.ics: 1 to review") == (ended.code, (ended.out + ended.err).strip())
