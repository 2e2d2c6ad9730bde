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
