"""What short notes change of an event, and that what they touch and do not tell is doubted."""

import datetime as dt

import pytest

from briefing.model import Event, Evidence, Mode, Task
from briefing.reader import Incoming, Known, Proposed, read
from briefing.when import When
from tests.reader import notes_of_change as notes
from tests.reader.notes_of_change import mail

SEMINAR = """Nets and Knots: who mends the sea?

Thursday 12 June 2031, 14:00-15:30 CEST
Room XIX, Palais des Nations, Geneva

A seminar of the Lagoon Institute on the mending of nets.

Speakers:
- Dr Ana Ferry, Director, Lagoon Institute
- Bo Castellan, Legal Adviser, Ministry of Foreign Affairs of Norland

Please register by 5 June 2031: https://lagoon.example/r
"""
WORKSHOP = """Tides of Data: a workshop on sensors

Tuesday 24 June 2031, 10:00-12:00 CEST
Hotel Brise, Geneva
"""
CONFERENCE = """Harbour Week: ports, cables and law

23-25 June 2031
Pier House, Bergen, Norway
A conference of the Lagoon Institute.
"""
TODAY = dt.date(2031, 5, 20)


def _read(text: str, known: Known | None = None) -> Proposed:
    return read(Incoming(name="note.txt", raw=text.encode()), known or Known(), TODAY)


def _held() -> Known:
    drafts = [p.draft for text in (SEMINAR, WORKSHOP, CONFERENCE) for p in _read(text).proposals]
    return Known(
        events=tuple(draft for draft in drafts if isinstance(draft, Event)),
        tasks=tuple(draft for draft in drafts if isinstance(draft, Task)),
    )


HELD = _held()


def _changed(note: str) -> Event:
    events = [p for p in _read(note, HELD).proposals if isinstance(p.draft, Event)]
    assert [p.changes is not None for p in events] == [True]
    assert isinstance(events[0].draft, Event)
    return events[0].draft


def _shown(when: When) -> str:
    days = "..".join(f"{day}" for day in (when.date, when.end_date) if day)
    hours = "-".join(f"{time:%H:%M}" for time in (when.time, when.end_time) if time)
    return f"{days} {hours}".rstrip()


MOVES = (
    (notes.MOVED_TO_ANOTHER_DAY, "2031-06-19 14:00-15:30"),
    (notes.MOVED_TO_ANOTHER_HOUR, "2031-06-12 15:00"),
    (notes.AN_HOUR_LATER, "2031-06-12 15:00-16:30"),
    (notes.HALF_AN_HOUR_LATER, "2031-06-12 14:30-16:00"),
    (notes.HALF_AN_HOUR_EARLIER, "2031-06-12 13:30-15:00"),
    (notes.A_WEEK_LATER, "2031-06-19 14:00-15:30"),
    (notes.A_DAY_LATER, "2031-06-13 14:00-15:30"),
    (notes.ANOTHER_DAY_AND_HOUR, "2031-06-19 15:00"),
    (notes.ONE_DAY_LEFT, "2031-06-24"),
)


@pytest.mark.parametrize(
    ("note", "when"), [(note, when) for group, when in MOVES for note in group]
)
def test_a_note_moves_an_event(note: str, when: str) -> None:
    changed = _changed(note)

    assert _shown(changed.when).startswith(when)


@pytest.mark.parametrize("note", notes.CANCELLED)
def test_a_note_calls_an_event_off(note: str) -> None:
    assert _changed(note).cancelled


@pytest.mark.parametrize("note", notes.POSTPONED)
def test_a_note_puts_an_event_off_and_tells_no_day(note: str) -> None:
    changed = _changed(note)

    assert (changed.postponed, changed.cancelled) == (True, False)


@pytest.mark.parametrize("note", notes.ELSEWHERE)
def test_a_note_moves_an_event_elsewhere(note: str) -> None:
    assert "venue" in _changed(note).evidence


@pytest.mark.parametrize("note", notes.ONLINE)
def test_a_note_moves_an_event_online(note: str) -> None:
    assert _changed(note).mode is Mode.ONLINE


@pytest.mark.parametrize("note", notes.RENAMED)
def test_a_note_calls_an_event_otherwise(note: str) -> None:
    assert _changed(note).title == "Ropes and Rules: who owns the net?"


@pytest.mark.parametrize("note", notes.ANOTHER_SPEAKER)
def test_a_note_has_somebody_else_speak(note: str) -> None:
    assert "Bo Castellan" not in [speaker.name for speaker in _changed(note).speakers]


@pytest.mark.parametrize("note", notes.DEADLINE_PUT_OFF)
def test_a_note_puts_a_deadline_off(note: str) -> None:
    (task,) = (p.draft for p in _read(note, HELD).proposals if isinstance(p.draft, Task))

    assert task.due.date == dt.date(2031, 6, 9)


VAGUE = (
    "Nets and Knots is brought forward.",
    "Nets and Knots will start a little later.",
    "Nets and Knots has been rescheduled.",
    "Nets and Knots has changed its date, see our website.",
    "The schedule of Nets and Knots has changed.",
    "Nets and Knots begins a bit later than planned.",
    "Nets and Knots is moved to next month.",
    "Nets and Knots is moved to the week of 23 June.",
    "Nets and Knots is moved one week back, same time.",
    "Nets and Knots begynner litt senere.",
    "Nets and Knots beginnt etwas später.",
    "Nets and Knots commencera un peu plus tard.",
    "Nets and Knots empezará un poco más tarde.",
    "The last day of Harbour Week (25 June) is cancelled.",
    "Harbour Week is moved to 30 June.",
    "Harbour Week begins one day earlier, on 22 June.",
    "Could we move Nets and Knots to 19 June?",
    mail("Re: Nets and Knots: who mends the sea?", "Dear all,\n\nsorry, it is now the 19th."),
)


@pytest.mark.parametrize("note", VAGUE)
def test_a_day_that_is_touched_and_not_told_plainly_is_doubted(note: str) -> None:
    assert _changed(note).evidence["when"].doubts


UNTOUCHED = (
    "Nets and Knots takes place as planned on 12 June at 14:00.",
    "Looking forward to seeing you at Nets and Knots on Thursday.",
    "The date of Nets and Knots has not changed.",
    "Nets and Knots: Doors open half an hour earlier.",
    "Nets and Knots: the coffee break has been moved to 15:00.",
    "Nets and Knots: hotel rooms can be changed until 4 June.",
    "Nets and Knots: the recording will be available a week later.",
    "If Nets and Knots has to be postponed, we will tell you.",
)


@pytest.mark.parametrize("note", UNTOUCHED)
def test_what_stays_is_left_alone(note: str) -> None:
    assert [p for p in _read(note, HELD).proposals if isinstance(p.draft, Event)] == []


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("Harbour Week is cut short and ends on 24 June.", "2031-06-23..2031-06-24"),
        ("Harbour Week has been extended to 26 June.", "2031-06-23..2031-06-26"),
        ("Harbour Week will end a day earlier.", "2031-06-23..2031-06-24"),
        ("Nets and Knots will now end at 16:00.", "2031-06-12 14:00-16:00"),
        ("Nets and Knots ends half an hour later.", "2031-06-12 14:00-16:00"),
        ("Nets and Knots is moved to Friday at 15:00.", "2031-06-13 15:00"),
        ("UPDATE (9 May): Nets and Knots has been moved to 19 June.", "2031-06-19 14:00-15:30"),
    ],
)
def test_an_end_or_a_weekday_is_moved(note: str, when: str) -> None:
    changed = _changed(note)

    assert _shown(changed.when) == when


def test_a_doubt_on_a_touched_day_rests_on_the_sentence() -> None:
    note = "Dear all,\n\nNets and Knots has been rescheduled. More soon."

    found: Evidence = _changed(note).evidence["when"]

    assert [cited.words for cited in found.citations] == ["Nets and Knots has been rescheduled."]


QUOTED = """Dear all,

you will remember:

> Nets and Knots: who mends the sea?
> Thursday 12 June 2031, 14:00-15:30 CEST
> Room XIX, Palais des Nations, Geneva

We have to move this. It is POSTPONED TO THURSDAY, 19 JUNE 2031, same time, same place.
"""


def test_what_stands_below_quoted_lines_is_the_writers_too() -> None:
    changed = _changed(mail("Nets and Knots", QUOTED))

    assert _shown(changed.when) == "2031-06-19 14:00-15:30"


def test_a_note_over_an_announcement_that_is_not_held_is_read_with_it() -> None:
    (event,) = (p.draft for p in _read(QUOTED).as_read if isinstance(p.draft, Event))

    assert _shown(event.when) == "2031-06-19 14:00-15:30"


def test_what_is_online_only_has_no_place_any_more() -> None:
    changed = _changed("Nets and Knots will be held online only.")

    assert (changed.mode, changed.venue) == (Mode.ONLINE, "")


def test_an_event_is_named_by_the_place_that_it_leaves() -> None:
    note = "New place!\n\nThe conference is not at Pier House but in the Harbour Library, Quay 7."

    assert _changed(note).venue.startswith("Harbour Library")


def test_an_event_is_named_by_the_day_in_the_mail_below() -> None:
    note = "The talk begins one hour later.\n\n> I sign up for the seminar of\n> 12 June, 14:00."

    changed = _changed(mail("Re: signing up", note))

    assert _shown(changed.when) == "2031-06-12 15:00-16:30"
    assert changed.evidence["when"].doubts


def test_what_was_moved_there_before_is_not_doubted_again() -> None:
    note = "Nets and Knots has been rescheduled. It was moved to Thursday, 12 June 2031."

    assert [p for p in _read(note, HELD).proposals if isinstance(p.draft, Event)] == []


def test_a_statement_that_says_at_the_same_time_is_no_note() -> None:
    note = (
        "Thank you, Chair.\n\nAt the same time, my delegation wishes to recall that who mends"
        " the nets on 12 June also mends the sea."
    )

    assert [p for p in _read(note, HELD).proposals if isinstance(p.draft, Event)] == []


def test_the_day_of_the_first_announcement_is_not_the_new_one() -> None:
    note = (
        "New date!\n\nYou will remember our announcement of 15 May 2031. Nets and Knots is"
        " POSTPONED TO THURSDAY, 19 JUNE 2031, same time."
    )

    assert _shown(_changed(note).when) == "2031-06-19 14:00-15:30"
