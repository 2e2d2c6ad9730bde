"""Calendar files and mails that change what an earlier one said."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import intake
from briefing.desk.changes import changes
from briefing.desk.desk import Desk
from briefing.model import Event, Proposal
from briefing.reader import Incoming
from tests.desk.support import make_folder, open_desk

INVITATION = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Lantern//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:nets-1@lantern.example
SEQUENCE:0
DTSTART;TZID=Europe/Zurich:20310612T140000
DTEND;TZID=Europe/Zurich:20310612T153000
SUMMARY:Nets and Knots
LOCATION:Room IX\\, Palais des Nations\\, Geneva
END:VEVENT
END:VCALENDAR
"""

MAIL = """\
From: Bo Ferry <bo@tidewater.example>
To: Ana Berg <ana@lantern.example>
Subject: Seminar in June
Date: Mon, 2 Jun 2031 10:00:00 +0200
Message-ID: <first@tidewater.example>
Content-Type: text/plain; charset=utf-8

Nets and Knots: who mends the sea?

We invite you to a seminar.

When: Thursday, 12 June 2031, 14:00-15:30 CEST
Where: Harbour Hall, Geneva
"""

ANSWER = """\
From: Bo Ferry <bo@tidewater.example>
To: Ana Berg <ana@lantern.example>
Subject: A small change
Date: Tue, 3 Jun 2031 10:00:00 +0200
Message-ID: <second@tidewater.example>
In-Reply-To: <first@tidewater.example>
References: <first@tidewater.example>
Content-Type: text/plain; charset=utf-8

Dear Ana, it will now start at 15:00. Best, Bo
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as opened:
        yield opened


def brought_in(desk: Desk, text: str, name: str) -> tuple[Proposal, ...]:
    return intake.bring_in(desk, Incoming(name=name, raw=text.encode())).proposals


def rows(desk: Desk, proposal: Proposal) -> list[tuple[str, str, str]]:
    return [(row.label, row.before, row.after) for row in changes(desk, proposal)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("20310612", "20310619", [("Day", "Thu 12 Jun 2031", "Thu 19 Jun 2031")]),
        ("Nets and Knots", "Ropes", [("Title", "Nets and Knots", "Ropes")]),
        ("METHOD:REQUEST", "METHOD:CANCEL", [("Cancelled", "no", "yes")]),
    ],
)
def test_a_later_calendar_file_changes_the_event_of_the_same_uid(
    old: str, new: str, expected: list[tuple[str, str, str]], desk: Desk
) -> None:
    intake.accept(desk, brought_in(desk, INVITATION, "first.ics"), checked=True)
    later = INVITATION.replace("SEQUENCE:0", "SEQUENCE:1").replace(old, new)
    if "CANCEL" in later:
        later = later.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY")

    (proposal,) = brought_in(desk, later, "second.ics")

    assert proposal.changes == next(iter(desk.store.all(Event))).id
    assert rows(desk, proposal) == expected


def test_an_invitation_that_says_nothing_new_is_there_already(desk: Desk) -> None:
    intake.accept(desk, brought_in(desk, INVITATION, "first.ics"), checked=True)

    assert brought_in(desk, INVITATION.replace("SEQUENCE:0", "SEQUENCE:1"), "second.ics") == ()


def test_a_mail_is_matched_by_the_mail_that_it_answers(desk: Desk) -> None:
    intake.accept(desk, brought_in(desk, MAIL, "first.eml"), checked=True)

    (proposal,) = brought_in(desk, ANSWER, "second.eml")

    assert rows(desk, proposal) == [("Start time", "14:00", "15:00"), ("End time", "15:30", "")]


def test_an_answer_to_another_mail_changes_nothing(desk: Desk) -> None:
    intake.accept(desk, brought_in(desk, MAIL, "first.eml"), checked=True)

    offered = brought_in(desk, ANSWER.replace("first@", "other@"), "second.eml")

    assert [p for p in offered if p.changes is not None] == []


# Older than what is there -------------------------------------------------------------------------

MOVED = INVITATION.replace("SEQUENCE:0", "SEQUENCE:2").replace("20310612", "20310619")
BETWEEN = INVITATION.replace("SEQUENCE:0", "SEQUENCE:1").replace("Room IX", "Room IV")


@pytest.mark.parametrize("late", [INVITATION, BETWEEN])
def test_a_calendar_file_that_comes_late_changes_nothing_and_is_told_of(
    late: str, desk: Desk
) -> None:
    intake.accept(desk, brought_in(desk, MOVED, "second.ics"), checked=True)

    arrival = intake.bring_in(desk, Incoming(name="late.ics", raw=late.encode()))

    assert arrival.proposals == ()
    assert [problem.message for problem in arrival.problems] == [
        "“Nets and Knots” is older here than what is there already"
    ]


def test_what_only_waits_is_not_changed_by_an_older_file_either(desk: Desk) -> None:
    brought_in(desk, MOVED, "second.ics")

    assert brought_in(desk, INVITATION, "late.ics") == ()


def test_a_file_that_brought_nothing_new_makes_earlier_ones_old_too(desk: Desk) -> None:
    intake.accept(desk, brought_in(desk, INVITATION, "first.ics"), checked=True)
    brought_in(desk, INVITATION.replace("SEQUENCE:0", "SEQUENCE:3"), "third.ics")

    assert brought_in(desk, BETWEEN, "late.ics") == ()


def test_an_event_that_was_turned_down_is_offered_again(desk: Desk) -> None:
    intake.reject(desk, brought_in(desk, MOVED, "second.ics"))

    (proposal,) = brought_in(desk, INVITATION, "late.ics")

    assert isinstance(proposal.draft, Event)


def test_a_series_has_its_sessions_each_of_its_own_age(desk: Desk) -> None:
    session = "SEQUENCE:0\nRECURRENCE-ID;TZID=Europe/Zurich:20310612T140000"
    intake.accept(desk, brought_in(desk, MOVED, "other.ics"), checked=True)
    of_series = INVITATION.replace("SEQUENCE:0", session)

    proposals = brought_in(desk, of_series, "session.ics")

    assert len(proposals) == 1


def test_a_note_changes_an_event_that_came_as_a_calendar_file(desk: Desk) -> None:
    intake.accept(desk, brought_in(desk, MOVED, "second.ics"), checked=True)

    (proposal,) = brought_in(desk, "“Nets and Knots” will now start at 15:00.\n", "note.txt")

    assert proposal.changes == next(iter(desk.store.all(Event))).id


def test_what_is_known_of_age_is_there_after_the_desk_is_opened_again(desk: Desk) -> None:
    intake.accept(desk, brought_in(desk, MOVED, "second.ics"), checked=True)
    folder = desk.folder
    desk.close()

    with open_desk(folder, today=dt.date(2031, 6, 2)) as again:
        assert brought_in(again, INVITATION, "late.ics") == ()


def test_an_answer_goes_to_the_answered_mails_event_before_another_of_its_name(desk: Desk) -> None:
    other = MAIL.replace("first@", "other@").replace("12 June", "13 June").replace("Thurs", "Fri")
    for text, name in ((MAIL, "first.eml"), (other, "other.eml")):
        intake.accept(desk, brought_in(desk, text, name), checked=True)
    first = next(e for e in desk.store.all(Event) if e.when.date == dt.date(2031, 6, 12))

    (proposal,) = brought_in(desk, ANSWER, "second.eml")

    assert proposal.changes == first.id
