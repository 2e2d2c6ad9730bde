import datetime as dt
from pathlib import Path

import pytest

from briefing.desk.calendar_numbers import FILE_NAME, Numbers
from briefing.exchange.calendar import Version

DAY = dt.date(2031, 6, 2)
NUMBER = (DAY - dt.date(2000, 1, 1)).days


def _numbers(folder: Path, today: dt.date = DAY) -> Numbers:
    return Numbers(folder / ".cache", today)


def _version(folder: Path, told: bytes, today: dt.date = DAY) -> Version:
    numbers = _numbers(folder, today)
    version = numbers("uid", told)
    numbers.save()
    return version


def _told(folder: Path, told: bytes, today: dt.date = DAY) -> int:
    return _version(folder, told, today).number


def test_what_is_new_has_the_number_of_the_day(tmp_path: Path) -> None:
    assert NUMBER == _told(tmp_path, b"at nine")


def test_what_is_told_again_keeps_its_number_however_late_it_is(tmp_path: Path) -> None:
    first = _told(tmp_path, b"at nine")

    assert first == _told(tmp_path, b"at nine", DAY + dt.timedelta(days=40))


def test_what_is_told_says_since_when(tmp_path: Path) -> None:
    tenth = DAY + dt.timedelta(days=10)
    days = [_version(tmp_path, b"at nine", today).on for today in (DAY, tenth)]

    assert [DAY, DAY] == days
    # The second change of a day has the number of the next, and is of this one all the same.
    assert [tenth, tenth] == [_version(tmp_path, told, tenth).on for told in (b"ten", b"nine")]


@pytest.mark.parametrize("number", [-(10**9), 10**9])
def test_a_spoilt_number_is_of_a_day_that_was(tmp_path: Path, number: int) -> None:
    file = tmp_path / ".cache" / FILE_NAME
    file.parent.mkdir()
    file.write_text(f'{{"uid": [{number}, ""]}}', encoding="utf-8")

    assert dt.date(2000, 1, 1) <= _version(tmp_path, b"at nine").on <= DAY


def test_what_has_changed_has_a_higher_number_on_the_same_day_too(tmp_path: Path) -> None:
    numbers = [_told(tmp_path, told) for told in (b"at nine", b"at ten", b"at nine")]

    assert [NUMBER, NUMBER + 1, NUMBER + 2] == numbers


def test_on_an_earlier_day_numbers_rise_all_the_same(tmp_path: Path) -> None:
    first = _told(tmp_path, b"at nine")

    assert first + 1 == _told(tmp_path, b"at ten", dt.date(1999, 1, 1))


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"uid": "x"}', b"\xff"])
def test_a_lost_memory_lets_no_number_fall(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / ".cache" / FILE_NAME
    first = _told(tmp_path, b"at nine")
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)

    assert first <= _told(tmp_path, b"at nine", DAY + dt.timedelta(days=1))


def test_what_is_not_saved_is_not_remembered(tmp_path: Path) -> None:
    _numbers(tmp_path)("uid", b"at nine")

    assert NUMBER + 1 == _told(tmp_path, b"at nine", DAY + dt.timedelta(days=1))


def test_a_disk_that_takes_nothing_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")

    assert NUMBER == _told(tmp_path, b"at nine")
