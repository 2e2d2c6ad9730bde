"""Short notes that change what is held: brought in, accepted, looked at, taken back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import edit, intake
from briefing.desk.changes import changes
from briefing.desk.desk import Desk
from briefing.model import Event, Proposal, Source
from tests.desk.support import announcement, make_folder, open_desk

BASE = """\
Nets and Knots: who mends the sea?

The Lantern Institute and the Tidewater Foundation invite you to a seminar.

When: Thursday, 12 June 2031, 14:00-15:30 CEST
Where: Palais des Nations, Room IX, Geneva

Register by 6 June 2031: https://lantern.example/nets

Speakers:
- Ana Berg, Director, Lantern Institute
- Bo Ferry, Fellow, Tidewater Foundation
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk"), today=dt.date(2031, 6, 2)) as opened:
        arrival = intake.bring_in(opened, announcement(BASE))
        intake.accept(opened, arrival.proposals, checked=True)
        yield opened


def told(desk: Desk, note: str) -> list[str]:
    arrival = intake.bring_in(desk, announcement(note, name="note.txt"))
    rows = [
        f"{row.label}: {row.before} > {row.after}"
        for proposal in arrival.proposals
        for row in changes(desk, proposal)
    ]
    return [row for row in rows if row != LEFT] + [p.message for p in arrival.problems]


LEFT = "Due by: Fri 6 Jun 2031 > Fri 6 Jun 2031"
"""The deadline that was told for the former day, offered with a doubt."""


DAY_24 = "Day: Thu 12 Jun 2031 > Thu 24 Jul 2031"
DAY_19 = "Day: Thu 12 Jun 2031 > Thu 19 Jun 2031"
DAY_14 = "Day: Thu 12 Jun 2031 > Sat 14 Jun 2031"
ROOM = "Place: Palais des Nations, Room IX, Geneva > Palais des Nations, Room XXII, Geneva"


def test_a_deadline_told_for_the_former_day_is_offered_with_a_doubt(desk: Desk) -> None:
    note = announcement("Nets and Knots has been moved to 24 July 2031.", name="note.txt")

    arrival = intake.bring_in(desk, note)

    rows = [
        (proposal, f"{row.label}: {row.before} > {row.after}")
        for proposal in arrival.proposals
        for row in changes(desk, proposal)
    ]
    (left,) = (proposal for proposal, row in rows if row == LEFT)
    assert left.draft.evidence["due"].doubts


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("The seminar “Nets and Knots” has been moved to 24 July 2031, same time.", [DAY_24]),
        ("Nets and Knots has been moved from 12 June to 14 June.", [DAY_14]),
        ("Nets and Knots, planned for 12 June, will now be held on 14 June 2031.", [DAY_14]),
        ("Nets and Knots: same time, next day.", ["Day: Thu 12 Jun 2031 > Fri 13 Jun 2031"]),
        ("Nets and Knots has been moved to Monday.", ["Day: Thu 12 Jun 2031 > Mon 16 Jun 2031"]),
        ("Nets and Knots will be a week later.", [DAY_19]),
        ("Nets and Knots wird auf den 19. Juni 2031 verschoben.", [DAY_19]),
        ("Seminaret Nets and Knots er flyttet til 14. juni 2031, samme tid.", [DAY_14]),
        ("Le séminaire Nets and Knots est reporté au 19 juin 2031, à la même heure.", [DAY_19]),
        ("Nets and Knots se traslada: nueva fecha 19 de junio de 2031, misma hora.", [DAY_19]),
    ],
)
def test_another_day_is_offered(desk: Desk, note: str, expected: list[str]) -> None:
    assert expected == told(desk, note)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "The seminar on 12 June will now start at 15:00 in Room XXII.",
            ["Start time: 14:00 > 15:00", "End time: 15:30 > ", ROOM],
        ),
        (
            "Nets and Knots will start one hour later.",
            ["Start time: 14:00 > 15:00", "End time: 15:30 > 16:30"],
        ),
        (
            "Nets and Knots has been brought forward by an hour.",
            ["Start time: 14:00 > 13:00", "End time: 15:30 > 14:30"],
        ),
        (
            "Nets and Knots has been moved from 14:00 to 16:00.",
            ["Start time: 14:00 > 16:00", "End time: 15:30 > "],
        ),
        (
            "Nets and Knots will now start not at 15:00 but at 16:00.",
            ["Start time: 14:00 > 16:00", "End time: 15:30 > "],
        ),
        (
            "Nets and Knots: 15:00 instead of 14:00.",
            ["Start time: 14:00 > 15:00", "End time: 15:30 > "],
        ),
        (
            "Nets and Knots will now be held from 10:00 to 11:30.",
            ["Start time: 14:00 > 10:00", "End time: 15:30 > 11:30"],
        ),
    ],
)
def test_another_time_is_offered(desk: Desk, note: str, expected: list[str]) -> None:
    assert expected == told(desk, note)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Nets and Knots is postponed until further notice.", "Postponed"),
        ("Nets and Knots er utsatt på ubestemt tid.", "Postponed"),
        ("Le séminaire Nets and Knots est reporté à une date ultérieure.", "Postponed"),
        ("Nets and Knots wurde bis auf Weiteres verschoben.", "Postponed"),
        ("Nets and Knots ha sido aplazado hasta nuevo aviso.", "Postponed"),
        ("CANCELLED: Nets and Knots: who mends the sea?\n\nSorry for this.", "Cancelled"),
        ("We regret that Nets and Knots has been cancelled.", "Cancelled"),
        ("Nets and Knots er avlyst.", "Cancelled"),
        ("Le séminaire Nets and Knots est annulé.", "Cancelled"),
        ("Das Seminar Nets and Knots ist abgesagt.", "Cancelled"),
        ("Nets and Knots ha sido cancelado.", "Cancelled"),
    ],
)
def test_what_is_put_or_called_off_keeps_its_date(desk: Desk, note: str, expected: str) -> None:
    before = only_event(desk).when

    rows = told(desk, note)

    # What is put off without a new day has its old one doubted.
    assert rows[-1:] == [f"{expected}: no > yes"]
    assert [row.partition(":")[0] for row in rows[:-1]] == ["When"] * (expected == "Postponed")
    accept_all(desk)
    assert only_event(desk).when == before
    assert only_event(desk).postponed is (expected == "Postponed")
    assert only_event(desk).cancelled is (expected == "Cancelled")


@pytest.mark.parametrize(
    "note",
    [
        "If Nets and Knots is cancelled, we will tell you.",
        "Nets and Knots has not been cancelled.",
        "Thank you for the invitation to Nets and Knots; see you there.",
    ],
)
def test_what_is_denied_or_on_a_condition_changes_nothing(desk: Desk, note: str) -> None:
    arrival = intake.bring_in(desk, announcement(note, name="note.txt"))

    assert [p for p in arrival.proposals if p.changes is not None] == []


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Nets and Knots: Cleo Dunn, Adviser, Quay Trust, will replace Bo Ferry.",
            "Speakers: Bo Ferry, Fellow, Tidewater Foundation > Cleo Dunn, Adviser, Quay Trust",
        ),
        (
            "At Nets and Knots Bo Ferry will be replaced by Cleo Dunn, Adviser, Quay Trust.",
            "Speakers: Bo Ferry, Fellow, Tidewater Foundation > Cleo Dunn, Adviser, Quay Trust",
        ),
        (
            "Ana Berg is unable to attend the seminar Nets and Knots.",
            "Speakers: Ana Berg, Director, Lantern Institute; Bo Ferry, Fellow, Tidewater"
            " Foundation > Bo Ferry, Fellow, Tidewater Foundation",
        ),
        (
            "Registration for Nets and Knots has been extended until 10 June.",
            "Due by: Fri 6 Jun 2031 > Tue 10 Jun 2031",
        ),
        (
            "Venue change: Nets and Knots has been moved to Harbour House, Geneva.",
            "Place: Palais des Nations, Room IX, Geneva > Harbour House, Geneva",
        ),
        (
            "There is a new link for Nets and Knots: https://zoom.example/j/9",
            "Links:  > https://zoom.example/j/9",
        ),
        ("Nets and Knots will now be held online.", "Mode: in-person > online"),
    ],
)
def test_what_else_changes_is_offered(desk: Desk, note: str, expected: str) -> None:
    assert [expected] == told(desk, note)


REPLY = """\
From: a@lantern.example
To: b@tidewater.example
Subject: Re: Invitation
Date: 5 June 2031

Dear all, now 15:00, Room XXII. Best, Bo

On 3 June 2031, Bo Ferry wrote:
> Nets and Knots: who mends the sea?
> When: Thursday, 12 June 2031, 14:00-15:30 CEST
"""


@pytest.mark.parametrize(
    "reply",
    [
        REPLY,
        REPLY.replace("Re: Invitation", "Re: Nets and Knots: who mends the sea?").split("On 3")[0],
        REPLY.replace("now 15:00", "15:00"),
    ],
)
def test_a_reply_is_matched_by_what_it_quotes_or_by_its_subject(desk: Desk, reply: str) -> None:
    assert told(desk, reply) == ["Start time: 14:00 > 15:00", "End time: 15:30 > ", ROOM]


def test_a_reply_over_a_mail_that_is_not_held_mends_what_the_mail_says(tmp_path: Path) -> None:
    with open_desk(make_folder(tmp_path / "empty"), today=dt.date(2031, 6, 2)) as desk:
        quoted = "".join(f"> {line}\n" for line in BASE.splitlines())
        reply = f"Dear all, now 16:00.\n\nOn 3 June 2031, Bo Ferry wrote:\n{quoted}"

        arrival = intake.bring_in(desk, announcement(reply, name="reply.txt"))

        (event,) = (p.draft for p in arrival.proposals if isinstance(p.draft, Event))
        assert event.when.time == dt.time(16)
        old = [
            o.value.time
            for o in event.evidence["when"].alternatives
            if not isinstance(o.value, str)
        ]
        assert dt.time(14) in old


def test_what_fits_nothing_that_is_held_is_told_and_nothing_made_up(desk: Desk) -> None:
    before = list(desk.store.all(Proposal))

    rows = told(desk, "The session has been moved to Thursday 24 July, same time.")

    assert len(rows) == 1
    assert rows[0].startswith("it changes an event, but none that is held fits: “The session")
    assert before == list(desk.store.all(Proposal))
    assert "note.txt" in [source.name for source in desk.store.all(Source)]


def test_where_several_events_fit_each_is_offered_and_one_is_taken(desk: Desk) -> None:
    edit.add(
        desk, Event, {"title": "Ropes and Buoys", "kind": "seminar", "when": "12 June 2031 9:00"}
    )
    intake.bring_in(desk, announcement("The seminar on 12 June is cancelled.", name="note.txt"))

    one, other = intake.waiting(desk)

    assert {one.changes, other.changes} == {event.id for event in desk.store.all(Event)}
    assert one.matches == (other.changes,)
    assert [doubt.words for _, doubt in one.draft.doubts] == [
        "2 events that are held may be meant; this is one of them."
    ]
    assert intake.accept(desk, [one, other], checked=False) == []
    (taken,) = intake.accept(desk, [one], checked=True)
    assert isinstance(taken, Event)
    assert taken.cancelled
    assert [e.id for e in desk.store.all(Event) if e.cancelled] == [one.changes]
    assert intake.waiting(desk) == []


def test_every_changed_value_rests_on_words_of_the_note(desk: Desk) -> None:
    note = "Nets and Knots will now start at 15:00 in Room XXII."
    arrival = intake.bring_in(desk, announcement(note, name="note.txt"))

    (proposal,) = arrival.proposals

    cited = [c for found in proposal.draft.evidence.values() for c in found.citations]
    assert [c.words for c in cited] == ["15:00", "Room XXII"]
    assert all(note[c.start : c.end] == c.words for c in cited)


def test_what_is_computed_says_so(desk: Desk) -> None:
    told(desk, "Nets and Knots will start one hour later.")
    (proposal,) = intake.waiting(desk)

    assert [doubt.words for _, doubt in proposal.draft.doubts] == [
        "Computed from “one hour later” and 12 June 2031, 14:00."
    ]


def test_undo_restores_what_a_note_changed(desk: Desk) -> None:
    before = only_event(desk)
    told(desk, "Nets and Knots has been moved to 24 July 2031, same time.")
    accept_all(desk)
    assert only_event(desk).when.date == dt.date(2031, 7, 24)

    desk.undo()

    assert before == only_event(desk)


def only_event(desk: Desk) -> Event:
    (event,) = desk.store.all(Event)
    return event


def accept_all(desk: Desk) -> None:
    intake.accept(desk, intake.waiting(desk), checked=True)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Bo Ferry will not be able to join Nets and Knots. He will be replaced by Cleo Dunn,"
            " Adviser, Quay Trust.",
            ["Speakers: Bo Ferry, Fellow, Tidewater Foundation > Cleo Dunn, Adviser, Quay Trust"],
        ),
        (
            "The seminar, originally planned for 12 June, has been rescheduled to 19 June 2031, at"
            " the same time and venue.",
            [DAY_19],
        ),
        (
            "The deadline for registration for Nets and Knots has been extended to 9 June, 6 pm.",
            ["Due by: Fri 6 Jun 2031 > Mon 9 Jun 2031 18:00 Geneva"],
        ),
        ("Seminaret 12. juni er utsatt til 19. juni, samme tid.", [DAY_19]),
        (
            "The seminar will now start half an hour later, at 14:30.",
            ["Start time: 14:00 > 14:30", "End time: 15:30 > "],
        ),
        (
            "Kindly note the change of venue for the seminar on 12 June: Quay House, Geneva.",
            ["Place: Palais des Nations, Room IX, Geneva > Quay House, Geneva"],
        ),
    ],
)
def test_an_event_is_named_by_its_kind_its_day_or_its_first_words(
    desk: Desk, note: str, expected: list[str]
) -> None:
    assert expected == told(desk, note)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "The seminar on 12 June will take place at the Harbour House (Room 7), not at the"
            " Palais.\n\nNew venue!",
            ["Place: Palais des Nations, Room IX, Geneva > Harbour House (Room 7)"],
        ),
        (
            "The seminar scheduled for 12 June is cancelled; it will take place on 19 June instead,"
            " at the same time.",
            [DAY_19],
        ),
        (
            "The registration deadline for the seminar on 12 June is now 9 June.",
            ["Due by: Fri 6 Jun 2031 > Mon 9 Jun 2031"],
        ),
        (
            "El seminario «Nets and Knots» se aplaza una semana.",
            [DAY_19],
        ),
        (
            "The seminar Nets and Knots is shortened: what it covers has been changed.",
            ["When: Thu 12 Jun 2031 14:00–15:30 CEST > Thu 12 Jun 2031 14:00–15:30 CEST"],
        ),
    ],
)
def test_what_two_words_of_a_note_say_is_told_apart(
    desk: Desk, note: str, expected: list[str]
) -> None:
    assert expected == told(desk, note)


def test_a_second_time_in_a_note_is_a_doubt(desk: Desk) -> None:
    told(desk, "Nets and Knots will now run from 10:00 to 12:00 and 15:00 to 17:00.")
    (proposal,) = intake.waiting(desk)

    assert [doubt.words for _, doubt in proposal.draft.doubts] == ["“15:00 to 17:00” is given too."]


def test_a_reminder_of_what_is_held_offers_nothing(desk: Desk) -> None:
    assert told(desk, "Reminder: Nets and Knots takes place on Thursday, 12 June at 14:00.") == []
    assert intake.waiting(desk) == []


def test_what_is_matched_by_less_than_its_title_says_so(desk: Desk) -> None:
    told(desk, "The seminar on 12 June is cancelled.")
    (proposal,) = intake.waiting(desk)

    assert [doubt.words for _, doubt in proposal.draft.doubts] == [
        "“Nets and Knots: who mends the sea?” is not named in full; another event may be meant."
    ]
