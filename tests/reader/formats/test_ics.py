import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from briefing.reader import Incoming, Known, read as propose
from briefing.reader.formats import format_of, ics
from briefing.reader.formats.ics import Identity, identity
from briefing.reader.formats.ics_blocks import MOST_EVENTS
from briefing.reader.formats.ics_series import MOST_SESSIONS
from briefing.reader.formats.text import kept
from briefing.reader.reading import Reading


def event(*lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def calendar(*parts: str) -> str:
    return "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""))


def read(*parts: str) -> Reading:
    return ics.read(calendar(*parts).encode(), "nets.ics")


def line_of(reading: Reading, label: str) -> list[str]:
    lines = reading.text.split("\n")
    return [line.removeprefix(f"{label}: ") for line in lines if line.startswith(f"{label}: ")]


def messages(reading: Reading) -> list[str]:
    return [problem.message for problem in reading.problems]


def described(name: str, *, offset: str) -> str:
    return "\n".join(
        (
            *("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
            *(f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"),
        )
    )


def test_a_calendar_is_known_by_its_beginning() -> None:
    assert "text/calendar" == format_of(b"BEGIN:VCALENDAR\r\n", "download").MEDIA_TYPE


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("DTSTART:20240503T140000Z", "DTEND:20240503T150000Z", "3 May 2024, 14:00 - 15:00 UTC"),
        ("DTSTART:20240503T140000", "DTEND:20240503T150000", "3 May 2024, 14:00 - 15:00"),
        ("DTSTART:20240503T140000", "DURATION:PT90M", "3 May 2024, 14:00 - 15:30"),
        ("DTSTART:20240503T140000", "SUMMARY:Nets", "3 May 2024, 14:00"),
        (
            "DTSTART:20240503T220000",
            "DTEND:20240504T010000",
            "3 May 2024, 22:00 - 4 May 2024, 01:00",
        ),
        ("DTSTART;VALUE=DATE:20240503", "DTEND;VALUE=DATE:20240504", "3 May 2024"),
        ("DTSTART;VALUE=DATE:20240503", "DTEND;VALUE=DATE:20240503", "3 May 2024"),
        ("DTSTART;VALUE=DATE:20240503", "DTEND;VALUE=DATE:20240506", "3 May 2024 - 5 May 2024"),
        ("DTSTART;VALUE=DATE:20240503", "DURATION:P2D", "3 May 2024 - 4 May 2024"),
        ("DTSTART;VALUE=DATE:20240503", "SUMMARY:Nets", "3 May 2024"),
        ("DTSTART:20240503", "DTEND:20240504", "3 May 2024"),
        ("DTSTART:20240503T000000", "DTEND:20240505T000000", "3 May 2024 - 4 May 2024"),
        (
            "DTSTART;TZID=Asia/Tokyo:20240503T090000",
            "DTEND;TZID=Europe/Oslo:20240503T100000",
            "3 May 2024, 09:00 Asia/Tokyo - 10:00 Europe/Oslo",
        ),
    ],
)
def test_a_time_is_told_with_all_that_is_known_of_it(start: str, end: str, expected: str) -> None:
    reading = read(event("UID:1", start, end))

    assert ([expected], []) == (line_of(reading, "When"), messages(reading))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Greenwich Standard Time", "Atlantic/Reykjavik"),
        ('"Eastern Standard Time"', "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("/freeassociation.sourceforge.net/Europe/Oslo", "Europe/Oslo"),
        ("/mozilla.org/20050126_1/America/New_York", "America/New_York"),
        ("Etc/GMT-3", "UTC+03:00"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("Etc/UTC", "UTC"),
        ("CET", "CET"),
        ("UTC+2", "UTC+02:00"),
    ],
)
def test_zones_have_many_names(name: str, expected: str) -> None:
    reading = read(event("UID:1", f"DTSTART;TZID={name}:20240603T140000"))

    assert [f"3 June 2024, 14:00 {expected}"] == line_of(reading, "When")


def test_a_zone_that_only_the_file_knows_is_told_by_its_offset() -> None:
    zone = described("Harbour Time", offset="+0530")

    reading = read(zone, event("UID:1", "DTSTART;TZID=Harbour Time:20240603T140000"))

    assert ["3 June 2024, 14:00 UTC+05:30"] == line_of(reading, "When")


def test_what_one_file_calls_a_zone_is_forgotten_for_the_next() -> None:
    timed = event("UID:1", "DTSTART;TZID=Harbour Time:20240603T140000")
    read(described("Harbour Time", offset="+0530"), timed)

    reading = read(described("Harbour Time", offset="-0300"), timed)

    assert ["3 June 2024, 14:00 UTC-03:00"] == line_of(reading, "When")


def test_a_known_zone_that_the_file_describes_otherwise_is_told_both_ways() -> None:
    zone = described("Europe/Oslo", offset="+0100")

    reading = read(zone, event("UID:1", "DTSTART;TZID=Europe/Oslo:20240603T140000"))

    assert ["3 June 2024, 14:00 Europe/Oslo (UTC+01:00)"] == line_of(reading, "When")


def test_an_unknown_zone_is_told_in_a_sentence() -> None:
    reading = read(event("UID:1", "DTSTART;TZID=Harbour Time:20240603T140000"))

    assert ["3 June 2024, 14:00 (Harbour Time)"] == line_of(reading, "When")
    assert ["time zones of the calendar that are not known: “Harbour Time”"] == messages(reading)


def test_a_floating_time_is_on_the_calendars_own_clock() -> None:
    reading = read("X-WR-TIMEZONE:Europe/Oslo", event("UID:1", "DTSTART:20240603T140000"))

    assert ["3 June 2024, 14:00 Europe/Oslo"] == line_of(reading, "When")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "DTSTART:20241399",
            "DTEND:20241399",
            "the time of “Nets” can't be read: 20241399",
        ),
        (
            "DTSTART:20240503T140000",
            "DTEND:20240503T130000",
            "“Nets” ends before it begins; its end was left out",
        ),
    ],
)
def test_a_time_that_is_none_is_told(start: str, end: str, expected: str) -> None:
    reading = read(event("UID:1", "SUMMARY:Nets", start, end))

    assert [expected] == messages(reading)


def test_the_last_state_of_an_event_holds_whatever_the_order() -> None:
    late = event("UID:1", "SEQUENCE:3", "SUMMARY:Late")
    early = event("UID:1", "SEQUENCE:2", "SUMMARY:Early")

    assert ["Late"] == line_of(read(late, early), "Title")
    assert ["Late"] == line_of(read(early, late), "Title")


def test_events_without_a_uid_are_events_of_their_own() -> None:
    assert 2 == len(read(event("SUMMARY:Nets"), event("SUMMARY:Nets")).events)


@pytest.mark.parametrize(
    ("head", "status"), [("METHOD:CANCEL", "X-A:b"), ("X-A:b", "STATUS:CANCELLED")]
)
def test_a_cancelled_event_says_so(head: str, status: str) -> None:
    reading = read(head, event("UID:1", "SEQUENCE:4", status))

    assert Identity(uid="1", sequence=4, is_cancelled=True) == identity(reading.text)


def test_text_without_a_uid_is_no_calendars() -> None:
    assert identity("Title: Nets\nStatus: cancelled") is None


# Series ------------------------------------------------------------------------------------------

DAILY = ("UID:1", "SUMMARY:Nets", "DTSTART:20240103T140000Z", "DTSTAMP:20240301T000000Z")


def test_of_a_series_the_next_sessions_are_read() -> None:
    reading = read(event(*DAILY, "RRULE:FREQ=DAILY"))

    assert MOST_SESSIONS == len(reading.events)
    assert "1 March 2024, 14:00 UTC" == line_of(reading, "When")[0]
    assert [f"“Nets” repeats; its next {MOST_SESSIONS} times were read"] == messages(reading)


def test_a_series_that_is_over_is_told_by_its_first_session() -> None:
    reading = read(event(*DAILY, "RRULE:FREQ=DAILY;COUNT=3"))

    assert ["3 January 2024, 14:00 UTC"] == line_of(reading, "When")


def test_sessions_are_left_out_added_and_moved() -> None:
    series = event(
        *DAILY,
        "DTEND:20240103T150000Z",
        "RRULE:FREQ=DAILY;UNTIL=20240304T235959Z",
        "EXDATE:20240302T140000Z",
        "RDATE:20240310T160000Z",
    )
    moved = event("UID:1", "RECURRENCE-ID:20240303T140000Z", "DTSTART:20240303T180000Z")

    reading = read(series, moved)

    assert [
        "1 March 2024, 14:00 - 15:00 UTC",
        "3 March 2024, 18:00 UTC",
        "4 March 2024, 14:00 - 15:00 UTC",
        "10 March 2024, 16:00 - 17:00 UTC",
    ] == line_of(reading, "When")
    sessions = ["20240301T140000", "20240303T140000", "20240304T140000", "20240310T160000"]
    assert sessions == line_of(reading, "Recurrence")


def test_a_series_keeps_its_clock_when_summer_begins() -> None:
    start = "DTSTART;TZID=Europe/Oslo:20240330T140000"

    reading = read(event("UID:1", start, "RRULE:FREQ=DAILY;UNTIL=20240331T120000Z"))

    assert [
        "30 March 2024, 14:00 Europe/Oslo",
        "31 March 2024, 14:00 Europe/Oslo",
    ] == line_of(reading, "When")


def test_only_the_first_session_holds_the_description() -> None:
    reading = read(event(*DAILY, "RRULE:FREQ=DAILY", "DESCRIPTION:Bring a net."))

    assert 1 == reading.text.count("Bring a net.")


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYHOUR=1,2", "FREQ=WEEKLY;COUNT=x"),
        *("FREQ=FORTNIGHTLY", "FREQ=DAILY;BYDAY=XX", f"FREQ=DAILY;BYDAY={'MO,' * 200}TU"),
    ],
)
def test_a_rule_that_is_not_reckoned_leaves_the_first_session(rule: str) -> None:
    reading = read(event(*DAILY, f"RRULE:{rule}"))

    assert ["3 January 2024, 14:00 UTC"] == line_of(reading, "When")


def test_a_rule_that_never_comes_true_ends() -> None:
    reading = read(event(*DAILY, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))

    assert 1 == len(reading.events)


# What it is made of ------------------------------------------------------------------------------


def test_an_event_without_a_title_says_so() -> None:
    reading = read(event("UID:1", "DTSTART:20240503T140000Z"))

    assert "Title: (without a title)\nWhen: 3 May 2024, 14:00 UTC\nUID: 1" == reading.text


def test_escapes_and_folded_lines_are_undone() -> None:
    reading = read(event("UID:1", "SUMMARY:Nets\\, men", " ded\\; new", "DESCRIPTION:A\\nB"))

    assert "Title: Nets, mended; new\nUID: 1\n\nA\nB" == reading.text


def test_a_line_that_is_none_belongs_to_the_one_above() -> None:
    reading = read(event("DESCRIPTION:Dear all,", "bring a net.", "", "SUMMARY:Nets"))

    assert "Title: Nets\n\nDear all,\nbring a net." == reading.text


def test_words_of_a_description_keep_their_address() -> None:
    page = 'DESCRIPTION:<p>Please <a href="https://nets.example/a">register here</a>.</p>'

    reading = read(event("SUMMARY:Nets", page))

    (anchor,) = reading.anchors
    assert "register here" == reading.text[anchor.start : anchor.end]
    assert "https://nets.example/a" == anchor.address


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Room 4", ("Room 4", "", "")),
        ("Microsoft Teams Meeting", ("", "online", "Microsoft Teams Meeting")),
        ("https://zoom.example/j/1", ("", "online", "https://zoom.example/j/1")),
        ("Room 4\\; Zoom", ("Room 4", "hybrid", "Zoom")),
        ("Zoom Street 3", ("Zoom Street 3", "", "")),
    ],
)
def test_a_place_and_a_meeting_program_are_told_apart(
    place: str, expected: tuple[str, str, str]
) -> None:
    reading = read(event("SUMMARY:Nets", f"LOCATION:{place}"))

    found = ("".join(line_of(reading, label)) for label in ("Location", "Format", "Online"))
    assert expected == tuple(found)


def test_no_address_of_mail_is_told_of_those_who_are_invited() -> None:
    people = (
        "ORGANIZER;CN=kari@nets.example:mailto:kari@nets.example",
        "ATTENDEE;CN=Ola Holm:mailto:ola@nets.example",
    )

    assert "Title: Nets" == read(event("SUMMARY:Nets", *people)).text


def test_an_alarm_is_no_part_of_an_event() -> None:
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT15M", "DESCRIPTION:Reminder", "END:VALARM")

    assert "Title: Nets" == read(event("SUMMARY:Nets", *alarm)).text


# What is broken ----------------------------------------------------------------------------------

WHOLE = event("UID:1", "SUMMARY:Nets", "DTSTART:20240503T140000Z")


def test_of_a_cut_calendar_what_is_whole_is_read() -> None:
    raw = f"BEGIN:VCALENDAR\n{WHOLE}\nBEGIN:VEVENT\nSUMMARY:Ropes\nDTSTART:202405"

    reading = ics.read(raw.encode(), "nets.ics")

    assert ["Nets"] == line_of(reading, "Title")
    assert ["the calendar is cut off; the event that has no end was left out"] == messages(reading)


def test_the_next_event_ends_one_that_forgot_its_end() -> None:
    raw = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Ropes\n{WHOLE}\nEND:VCALENDAR"

    reading = ics.read(raw.encode(), "nets.ics")

    assert ({"Ropes", "Nets"}, []) == (set(line_of(reading, "Title")), messages(reading))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_unicode_is_read(encoding: str) -> None:
    raw = calendar(event("SUMMARY:Møte om garn")).encode(encoding)

    assert "Title: Møte om garn" == ics.read(raw, "nets.ics").text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    raw = calendar(WHOLE).replace("\n", end).encode()

    assert ["Nets"] == line_of(ics.read(raw, "nets.ics"), "Title")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "this is no calendar: no event begins in it"),
        (b"Dear all", "this is no calendar: no event begins in it"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "there is no event in the calendar"),
        (b"BEGIN:VEVENT\nEND:VEVENT", "there is no event in the calendar"),
    ],
)
def test_a_file_without_an_event_says_so(raw: bytes, expected: str) -> None:
    reading = ics.read(raw, "nets.ics")

    assert ("", [expected]) == (reading.text, messages(reading))


def test_of_very_many_events_those_that_begin_last_are_read() -> None:
    days = (dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(MOST_EVENTS + 100))
    events = [event(f"UID:{day}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}") for day in days]

    reading = read(*events)

    assert MOST_EVENTS == len(reading.events)
    assert "10 April 2020" == line_of(reading, "When")[0]
    (message,) = messages(reading)
    assert "the calendar has 300 events; only the 200 that begin last were read" == message


def test_events_stand_below_each_other() -> None:
    reading = read(*(event(f"UID:{n}", f"SUMMARY:Net {n}", "DESCRIPTION:A\\n\\nB") for n in "123"))

    assert reading.text == "\n\n".join(one.words(reading.text) for one in reading.events)
    assert all(one.end + 2 == other.start for one, other in pairwise(reading.events))


PIECES = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE"),
        *("END:VTIMEZONE", "BEGIN:VALARM", "END:VALARM", "UID:1", "SEQUENCE:x", "SEQUENCE:9" * 9),
        *("DTSTART:20240503T140000Z", "DTSTART;TZID=A:20240503T140000", "DTSTART:x", "DTEND:1"),
        *("DTSTART;VALUE=DATE:20240503", "DTSTART;VALUE=PERIOD:20240503", "DURATION:P999999999D"),
        *("RRULE:FREQ=DAILY", "RRULE:x", "RDATE:20240503", "EXDATE:x", "RECURRENCE-ID:20240503"),
        *("TZID:A", "BEGIN:STANDARD", "TZOFFSETTO:+9999", "RRULE:FREQ=YEARLY", "END:STANDARD"),
        *('SUMMARY;X="a:b', "SUMMARY:\x00\ud800", " ", ":", ";", "X-WR-TIMEZONE:../../etc/passwd"),
        *("DTSTART:99991231T235959Z", "DTSTART:00010101T000000Z", "ATTACH;VALUE=BINARY:AAAA"),
        *("ORGANIZER:x", "ATTENDEE;CUTYPE=ROOM;CN=R:x", "CATEGORIES:a,b", "DTSTAMP:20240101"),
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_lines_are_read(lines: list[str]) -> None:
    reading = ics.read("\n".join(lines).encode("utf-8", "surrogatepass"), "nets.ics")

    assert kept(reading.text) == reading.text
    assert reading.text or reading.problems


@given(st.binary(max_size=400))
def test_any_bytes_are_read(raw: bytes) -> None:
    reading = ics.read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + raw + b"\nEND:VEVENT", "nets.ics")

    assert kept(reading.text) == reading.text


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20))
def test_whatever_a_calendar_says_can_be_proposed(lines: list[str]) -> None:
    raw = calendar(event(*lines)).encode("utf-8", "surrogatepass")

    proposed = propose(Incoming(name="nets.ics", raw=raw), Known(), dt.date(2024, 1, 1))

    cited = [c for p in proposed.proposals for e in p.draft.evidence.values() for c in e.citations]
    assert all(proposed.text[one.start : one.end] == one.words for one in cited)
