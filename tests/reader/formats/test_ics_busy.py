import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from briefing.reader.formats.ics_busy import Busy, busy

HOME = ZoneInfo("Europe/Oslo")
FIRST, LAST = dt.date(2031, 6, 2), dt.date(2032, 6, 2)


def calendar(*events: str) -> bytes:
    blocks = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{blocks}END:VCALENDAR\n".encode()


def told(*events: str) -> list[str]:
    return [words(found) for found in of(calendar(*events)).times]


def of(raw: bytes) -> Busy:
    return busy(raw, "own.ics", first=FIRST, last=LAST, home=HOME)


def words(found: object) -> str:
    date, time, end_date, end_time = (
        getattr(found, name) for name in ("date", "time", "end_date", "end_time")
    )
    if time is None:
        return f"{date}/{end_date or date}"
    return f"{date} {time:%H:%M}/{f'{end_date} ' if end_date else ''}{end_time:%H:%M}"


CALL = "SUMMARY:Secret\nLOCATION:Nowhere\nDTSTART:20310609T100000Z\nDTEND:20310609T110000Z"


def test_only_start_and_end_are_kept() -> None:
    (found,) = of(calendar(CALL)).times

    assert "2031-06-09 10:00/11:00" == words(found)
    assert (found.written, found.zone) == ("", "UTC")
    assert "Secret" not in repr(found)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("DTSTART;TZID=America/New_York:20310609T100000\nDURATION:PT90M", "2031-06-09 14:00/15:30"),
        ("DTSTART:20310609T100000\nDTEND:20310609T110000", "2031-06-09 08:00/09:00"),
        ("DTSTART:20310609T220000Z\nDTEND:20310610T010000Z", "2031-06-09 22:00/2031-06-10 01:00"),
        ("DTSTART;VALUE=DATE:20310609\nDTEND;VALUE=DATE:20310612", "2031-06-09/2031-06-11"),
        ("DTSTART;VALUE=DATE:20310609", "2031-06-09/2031-06-09"),
    ],
)
def test_a_time_is_kept_whatever_it_is_written_in(event: str, expected: str) -> None:
    assert [expected] == told(event)


@pytest.mark.parametrize(
    "more",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ],
)
def test_what_one_is_free_for_is_no_busy_time(more: str) -> None:
    assert [] == told(f"{CALL}\n{more}")


def test_what_has_no_length_or_is_of_another_year_is_none() -> None:
    assert [] == told(
        "DTSTART:20310609T100000Z",
        "DTSTART:20310601T100000Z\nDTEND:20310601T110000Z",
        "DTSTART:20330609T100000Z\nDTEND:20330609T110000Z",
    )


def test_a_series_is_kept_for_a_year_without_what_was_left_out_of_it() -> None:
    found = told(
        "UID:series\nDTSTART;TZID=Europe/Oslo:20250106T090000\nDTEND;TZID=Europe/Oslo:20250106T093000\n"
        "RRULE:FREQ=DAILY\nEXDATE;TZID=Europe/Oslo:20310603T090000",
        "UID:series\nRECURRENCE-ID;TZID=Europe/Oslo:20310604T090000\n"
        "DTSTART;TZID=Europe/Oslo:20310604T150000\nDTEND;TZID=Europe/Oslo:20310604T153000",
    )

    assert ["2031-06-02 07:00/07:30", "2031-06-04 13:00/13:30", "2031-06-05 07:00/07:30"] == found[
        :3
    ]
    assert 367 - 1 == len(found)
    assert "2031-12-01 08:00/08:30" in found


def test_many_events_are_read_in_one_go() -> None:
    events = [
        f"UID:{n}\nDTSTART:203107{n % 28 + 1:02}T{n % 24:02}0000Z\nDURATION:PT{n % 50 + 1}M"
        for n in range(600)
    ]

    assert len(told(*events)) > 300


def test_the_same_time_twice_is_one() -> None:
    assert ["2031-06-09 10:00/11:00"] == told(f"UID:a\n{CALL}", f"UID:b\n{CALL}")


def test_what_is_no_calendar_is_told() -> None:
    found = of(b"Dear all, here is my calendar.")

    assert () == found.times
    assert ["this is no calendar: no event begins in it"] == [p.message for p in found.problems]


@given(st.binary(max_size=300) | st.text(max_size=200).map(calendar))
def test_nothing_that_a_file_holds_is_raised(raw: bytes) -> None:
    found = of(raw)

    assert all(time.is_dated for time in found.times)
