import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import busy
from briefing.desk.desk import Desk
from briefing.model import Engagement
from tests.desk.support import make_folder, open_desk
from tests.reader.formats.test_ics_busy import CALL, calendar


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as opened:
        yield opened


def test_the_same_calendar_again_adds_nothing(desk: Desk) -> None:
    raw = calendar(CALL, "DTSTART;VALUE=DATE:20310609")

    first, second = (busy.bring_in(desk, "own.ics", raw) for _ in "12")

    assert (2, 0) == (first.new, first.known)
    assert (0, 2) == (second.new, second.known)
    assert 2 == desk.store.count(Engagement)


def test_nothing_of_the_calendar_is_in_the_files_of_the_desk(desk: Desk) -> None:
    busy.bring_in(desk, "secret-name.ics", calendar(f"UID:secret-uid\n{CALL}"))
    desk.store.fold()

    held = b"".join(path.read_bytes() for path in desk.data.rglob("*") if path.is_file())
    assert b"busy-2031-06-09-100000-110000" in held
    assert not any(word in held for word in (b"Secret", b"secret", b"Nowhere"))


def test_busy_times_are_forgotten_and_undo_brings_them_back(desk: Desk) -> None:
    busy.bring_in(desk, "own.ics", calendar(CALL))

    assert 1 == busy.clear(desk)
    assert 0 == desk.store.count(Engagement)
    assert "Busy times forgotten" == desk.undo()
    assert 1 == desk.store.count(Engagement)
