import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from briefing.arrange.in_calendars import uid_of
from briefing.exchange.calendar import Entry, Version, make
from briefing.model import (
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Handling,
    Level,
    Link,
    Mode,
    Source,
    Task,
    TaskState,
)
from briefing.when import Precision, When, ZoneBasis, undated, whole_day
from tests.exchange.calendars import TODAY, at, item, items, lines, made, told
from tests.note.records import CHILD, EVENT, PARENT, REGISTER, SOURCES
from tests.strategies import events

JUNE = dt.date(2031, 6, 12)
TALK = Event(id="talk-ab2cd", title="A Talk", when=whole_day(JUNE))
PAPER = Task(id="paper-ab2cd", what="Send the paper", due=whole_day(JUNE), event=TALK.id)


def _when(**changed: Any) -> When:  # noqa: ANN401 - any field
    fields: dict[str, Any] = {"date": JUNE, "time": dt.time(9), "precision": Precision.MINUTE}
    return When(**(fields | changed))


# Times -------------------------------------------------------------------------------------------


def test_a_time_stands_on_its_own_clock() -> None:
    found = item(EVENT)

    assert "America/New_York" == found["DTSTART"].params["TZID"]
    assert dt.datetime(2031, 6, 12, 9) == found["DTSTART"].dt.replace(tzinfo=None)  # noqa: DTZ001
    assert dt.datetime(2031, 6, 12, 10, 30) == found["DTEND"].dt.replace(tzinfo=None)  # noqa: DTZ001


def test_days_are_days_and_end_on_the_day_after_the_last() -> None:
    found = item(PARENT)

    assert dt.date(2031, 6, 9) == found["DTSTART"].dt
    assert dt.date(2031, 6, 14) == found["DTEND"].dt


def test_what_has_no_zone_floats_and_says_so() -> None:
    found = item(at(_when(end_time=dt.time(10))))

    assert "20310612T090000" == found["DTSTART"].to_ical().decode()
    assert "The time zone is not given." in found["DESCRIPTION"]


def test_what_is_known_by_an_offset_alone_is_in_utc() -> None:
    found = item(at(_when(offset=330, zone_basis=ZoneBasis.OFFSET)))

    assert "20310612T033000Z" == found["DTSTART"].to_ical().decode()


def test_an_offset_that_its_zone_does_not_have_then_beats_the_zone() -> None:
    found = item(at(_when(zone="Europe/Oslo", offset=60, written_zone="CET")))

    assert dt.datetime(2031, 6, 12, 8, tzinfo=dt.UTC) == found["DTSTART"].dt.astimezone(dt.UTC)


def test_what_has_no_end_takes_no_time_and_says_so() -> None:
    found = item(CHILD)

    assert dt.timedelta() == found["DURATION"].dt
    assert "The end is not given." in found["DESCRIPTION"]


def test_what_goes_on_past_midnight_ends_on_the_next_day() -> None:
    found = item(at(_when(time=dt.time(22), end_time=dt.time(1), zone="Asia/Tokyo")))

    assert "20310613T010000" == found["DTEND"].to_ical().decode()


@pytest.mark.parametrize(
    "when",
    [
        undated("soon"),
        When(date=dt.date(2031, 6, 1), precision=Precision.MONTH),
        When(date=dt.date(2031, 1, 1), precision=Precision.YEAR),
    ],
)
def test_what_has_no_day_is_left_out_and_told(when: When) -> None:
    event = at(when)

    found = made(event, TALK)

    assert (event,) == found.left_out
    assert 1 == found.items == len(items(found.content))


# Who is who --------------------------------------------------------------------------------------


def test_an_item_is_called_the_same_in_each_file_and_by_nothing_that_it_says() -> None:
    one, other = item(EVENT), item(msgspec.structs.replace(EVENT, title="Another title"))

    assert one["UID"] == other["UID"]
    assert "harbour" not in one["UID"].lower()
    assert item(Entry(record=REGISTER))["UID"] != one["UID"]


def test_what_came_from_a_calendar_keeps_its_name_there_and_its_own_count_of_changes() -> None:
    event = msgspec.structs.replace(TALK, uid="040000008200E00074C5@host.example")

    found = item(Entry(record=event, sequence=3))

    assert "040000008200E00074C5@host.example" == found["UID"]
    assert 3 == found["SEQUENCE"]


def test_the_sessions_of_a_series_are_items_of_their_own() -> None:
    sessions = [
        msgspec.structs.replace(TALK, id=f"talk-{n}", uid=f"series@host.example 2031061{n}T090000")
        for n in (1, 2)
    ]

    found = items(made(*sessions).content)

    assert 2 == len({one["UID"] for one in found})
    assert not any("RECURRENCE-ID" in one or "RRULE" in one for one in found)


def test_two_events_of_one_name_in_calendars_are_two_items() -> None:
    pair = [msgspec.structs.replace(TALK, id=f"talk-{n}", uid="lamps@host.example") for n in (1, 2)]

    one, other = items(made(*pair).content)

    assert "lamps@host.example" == one["UID"] != other["UID"]


def test_two_files_of_the_same_are_the_same() -> None:
    assert made(EVENT, REGISTER) == made(EVENT, REGISTER)


def test_a_number_is_asked_for_what_is_told_and_not_for_how_it_is_shown() -> None:
    asked: list[tuple[str, bytes]] = []

    def numbering(uid: str, told: bytes) -> Version:
        asked.append((uid, told))
        return Version(8, dt.date(2031, 5, 20))

    for is_attended in (True, False):
        entry = Entry(record=TALK, is_attended=is_attended)
        found = make([entry], today=TODAY, numbering=numbering)
        version = told(found.content, ["DTSTAMP", "SEQUENCE"])
        assert ["DTSTAMP:20310520T000000Z", "SEQUENCE:8"] == version

    assert 1 == len(set(asked))
    assert {uid_of(TALK)} == {uid for uid, _ in asked}


def test_a_side_event_and_a_task_say_what_they_belong_to() -> None:
    side, task = items(
        made(Entry(record=CHILD, above=EVENT), Entry(record=REGISTER, above=EVENT)).content
    )

    assert uid_of(EVENT) == side["RELATED-TO"] == task["RELATED-TO"]
    assert f"Part of: {EVENT.title}" in side["DESCRIPTION"]


# Tasks -------------------------------------------------------------------------------------------


def test_a_task_stands_on_the_day_it_is_due_takes_no_time_and_is_reminded_of() -> None:
    found = item(Entry(record=PAPER, above=TALK))

    assert "Due: Send the paper – A Talk" == found["SUMMARY"]
    assert (JUNE, "TRANSPARENT") == (found["DTSTART"].dt, found["TRANSP"])
    (alarm,) = found.walk("VALARM")
    assert "DISPLAY" == alarm["ACTION"]
    assert dt.timedelta(hours=-15) == alarm["TRIGGER"].dt


def test_a_deadline_is_told_as_it_was_said_and_stands_where_it_is_safe() -> None:
    due = When(
        date=JUNE, zone="Europe/Oslo", precision=Precision.DAY, written="12 June, close of business"
    )
    found = item(Entry(record=msgspec.structs.replace(PAPER, due=due), above=TALK))

    assert "20310612T170000" == found["DTSTART"].to_ical().decode()
    assert "Deadline as written: 12 June, close of business" in found["DESCRIPTION"]


def test_a_deadline_of_several_days_stands_on_its_last() -> None:
    due = whole_day(JUNE, JUNE + dt.timedelta(days=3))

    found = item(Entry(record=msgspec.structs.replace(PAPER, due=due)))

    assert dt.date(2031, 6, 15) == found["DTSTART"].dt


@pytest.mark.parametrize("state", [state for state in TaskState if state is not TaskState.TO_DO])
def test_a_task_that_needs_nothing_more_says_so_and_reminds_nobody(state: TaskState) -> None:
    content = made(Entry(record=msgspec.structs.replace(PAPER, state=state), above=TALK)).content

    assert f"SUMMARY:{state.value.capitalize()}: Send the paper – A Talk" in lines(content)
    assert b"VALARM" not in content


# What it is like ---------------------------------------------------------------------------------


def test_only_what_one_goes_to_takes_ones_time_and_is_reminded_of() -> None:
    going, other = items(made(Entry(record=EVENT, is_attended=True), Entry(record=TALK)).content)

    assert ("OPAQUE", "TRANSPARENT") == (going["TRANSP"], other["TRANSP"])
    assert (1, 0) == tuple(len(one.walk("VALARM")) for one in (going, other))


def test_nobody_is_reminded_of_what_is_over() -> None:
    entries = [Entry(record=EVENT, is_attended=True), Entry(record=PAPER)]

    assert b"VALARM" in made(*entries, today=JUNE).content
    assert b"VALARM" not in made(*entries, today=JUNE + dt.timedelta(days=1)).content


def test_what_is_for_oneself_alone_is_private_in_a_calendar_that_others_see() -> None:
    own = msgspec.structs.replace(TALK, handling=Handling(level=Level.ME))

    assert "PRIVATE" == item(own)["CLASS"]
    assert "CLASS" not in item(TALK)


def test_what_is_called_off_says_so_in_its_title_and_its_tasks_are_too() -> None:
    off = msgspec.structs.replace(TALK, cancelled=True)

    content = made(Entry(record=off, is_attended=True), Entry(record=PAPER, above=off)).content

    event, task = items(content)
    assert ("CANCELLED", "CANCELLED") == (event["STATUS"], task["STATUS"])
    assert ("Cancelled: A Talk", "TRANSPARENT") == (event["SUMMARY"], event["TRANSP"])
    assert b"VALARM" not in content


@pytest.mark.parametrize("cancelled", [True, False])
def test_a_file_says_what_is_held_and_publishes_or_cancels_nothing(cancelled: bool) -> None:
    event = msgspec.structs.replace(TALK, cancelled=cancelled)

    assert [] == told(made(event).content, ["METHOD", "ORGANIZER"])


def test_what_has_no_zone_is_shown_by_google_on_the_clock_at_home() -> None:
    timed, floating = at(_when(zone="Asia/Tokyo")), at(_when())

    assert ["X-WR-TIMEZONE:Europe/Oslo"] == told(
        made(timed, floating, home="Europe/Oslo").content, ["X-WR-TIMEZONE"]
    )
    assert [] == told(made(timed, TALK, home="Europe/Oslo").content, ["X-WR-TIMEZONE"])
    assert [] == told(made(floating).content, ["X-WR-TIMEZONE"])


def test_what_is_put_off_stands_at_its_old_date_and_says_so() -> None:
    found = item(Entry(record=msgspec.structs.replace(TALK, postponed=True), is_attended=True))

    assert ("Postponed: A Talk", "TENTATIVE") == (found["SUMMARY"], found["STATUS"])
    assert "no new date is known" in found["DESCRIPTION"]
    assert "TRANSPARENT" == found["TRANSP"]


def test_below_an_event_stand_its_links_its_sources_and_what_nobody_checked() -> None:
    found = item(Entry(record=EVENT, above=PARENT, sources=tuple(SOURCES.values())))

    assert (
        "Noted in Briefing:\n"
        "Not checked: time\n"
        "Doubt: The zone was taken from the venue.\n"
        "Part of: Cable Week\n"
        "Organised by: Lantern Institute\n"
        "With: Tidewater Foundation\n"
        "Access: by registration\n"
        "A building pass is needed.\n"
        "Links:\n"
        "- Registration: https://lantern.example/harbour\n"
        "Sources:\n"
        "- Harbour Lights\n"
        "- Programme of Cable Week, Forum on Shared Cables, 1 Apr 2031, "
        "https://fsc.example/programme.pdf"
    ) == str(found["DESCRIPTION"])
    assert "https://lantern.example/harbour" == found["URL"]


@pytest.mark.parametrize(
    ("mode", "venue", "place"),
    [
        (Mode.HYBRID, "Harbour Hall", "Harbour Hall; online"),
        (Mode.IN_PERSON, "Harbour Hall", "Harbour Hall"),
        (Mode.ONLINE, "", "Online"),
        (None, "Harbour Hall", "Harbour Hall"),
    ],
)
def test_a_place_says_whether_one_can_be_there_from_afar(
    mode: Mode | None, venue: str, place: str
) -> None:
    assert place == item(msgspec.structs.replace(TALK, mode=mode, venue=venue))["LOCATION"]


@pytest.mark.parametrize("title", ["Canceled: A Talk", "AVLYST – A Talk", "Annulé : A Talk"])
def test_a_title_that_says_so_by_itself_is_left_as_it_is(title: str) -> None:
    off = msgspec.structs.replace(TALK, title=title, cancelled=True)

    assert title == item(off)["SUMMARY"]


def test_an_address_that_is_none_of_a_web_page_is_no_url() -> None:
    links = tuple(
        Link(key=f"k{n}", address=address)
        for n, address in enumerate(
            ("javascript:alert(1)", "https://a.example/\r\nATTACH:x", "mailto:a@b.example")
        )
    )

    assert "URL" not in item(msgspec.structs.replace(TALK, links=links))


def test_a_calendar_has_a_name_only_where_one_is_given() -> None:
    assert ["NAME:Desk\\, ours", "X-WR-CALNAME:Desk\\, ours"] == told(
        made(TALK, name="Desk, ours").content, ["NAME", "X-WR"]
    )
    assert [] == told(made(TALK).content, ["NAME", "X-WR"])


def test_titles_and_places_are_as_long_as_outlook_takes_them() -> None:
    found = item(msgspec.structs.replace(TALK, title="Lamps " * 99, venue="Quay " * 99))

    assert all(len(found[name].encode("utf-16-le")) <= 510 for name in ("SUMMARY", "LOCATION"))
    assert found["SUMMARY"].endswith("Lamps…")


def test_an_empty_calendar_is_one() -> None:
    found = made()

    assert [] == items(found.content)
    assert "CALSCALE:GREGORIAN" in lines(found.content)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(events())
def test_whatever_an_event_says_its_file_holds_one_item_and_nothing_else(event: Event) -> None:
    source = Source(id="s", title=event.title, body=event.venue)

    found = made(Entry(record=event, above=event, sources=(source,), is_attended=True))

    content = found.content
    assert found.items == content.count(b"BEGIN:VEVENT\r\n") == content.count(b"END:VEVENT\r\n")
    assert [] == [e for one in Calendar.from_ical(content).walk() for e in one.errors]
    known = {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT", "VALARM"}
    assert {one.name for one in Calendar.from_ical(content).walk()} <= known
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@given(events())
def test_what_is_written_is_what_icalendar_reads(event: Event) -> None:
    found = items(made(Entry(record=event, is_attended=True)).content)
    if not found:
        return

    span = event.when.span(ZoneInfo("UTC"))
    start = found[0]["DTSTART"].dt
    assert span is not None
    if event.when.is_timed and not event.when.is_floating:
        assert span.start.replace(microsecond=0) == start
    else:
        assert event.when.date == (start.date() if isinstance(start, dt.datetime) else start)


def test_doubts_on_what_a_calendar_does_not_show_are_not_told_there() -> None:
    doubt = Doubt(kind=DoubtKind.UNSURE, words="Who knows?")
    event = msgspec.structs.replace(TALK, evidence={"topics": Evidence(doubts=(doubt,))})

    assert "DESCRIPTION" not in item(event)
