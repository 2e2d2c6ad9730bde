import datetime as dt

import pytest

from tests.reader.pages import event_of, events_of


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("Tea from 5pm, lecture at 5.30pm.", dt.time(17, 30)),
        ("A light lunch is served from 12:00; the talk begins at 12:30.", dt.time(12, 30)),
        ("Doors open at 18:00 and we start at 18:30.", dt.time(18, 30)),
        ("Entrance from 8:30. The seminar starts at 9:00.", dt.time(9)),
        ("The building closes at 20:00. We begin at 17:15.", dt.time(17, 15)),
        ("The lunch seminar starts at 12:15.", dt.time(12, 15)),
    ],
)
def test_the_hour_of_what_stands_around_an_event_is_not_its_own(said: str, start: dt.time) -> None:
    event = event_of(f"Seminar: Nets at sea\n\nTuesday 9 June 2026\nNet House, Geneva\n\n{said}")

    assert start == event.when.time


def test_one_day_of_several_that_the_text_tells_of_stays_the_events() -> None:
    event = event_of(
        "Committee on Nets\nHearing: Nets at sea\nWednesday 6 May 2026, 9:15-11:45\n"
        "Room 4, Net House, Brussels\n\nAgenda of the meeting of 5-6 May 2026, item 7"
    )

    assert (dt.date(2026, 5, 6), None) == (event.when.date, event.when.end_date)
    assert dt.time(9, 15) == event.when.time


def test_a_night_that_ends_on_the_next_day_is_one_event() -> None:
    event = event_of(
        "Exercise on nets\n\nFriday 2 October 2026, 20:00, to Saturday 3 October 2026, 02:00\n"
        "Hall 7, Tallinn"
    )

    assert (dt.date(2026, 10, 2), dt.time(20)) == (event.when.date, event.when.time)
    assert (dt.date(2026, 10, 3), dt.time(2)) == (event.when.end_date, event.when.end_time)


def test_the_date_of_a_letter_with_a_subject_is_not_the_events() -> None:
    event = event_of(
        "Objet : Petit-déjeuner sur les filets\nDate : 4 juin 2026\n\nChers collègues,\n\n"
        "Nous avons le plaisir de vous inviter à notre petit-déjeuner, qui se tiendra le jeudi "
        "25 juin, de 8h30 à 10h00, dans nos locaux."
    )

    assert dt.date(2026, 6, 25) == event.when.date


def test_the_date_of_a_letterhead_makes_no_event() -> None:
    (event,) = events_of(
        "Castellan Institute for Nets\n1 July 2026\n\nSeminar on the Law of Nets\n"
        "San Remo, 12–14 October 2026\n\nThe seminar is open to all."
    )

    assert dt.date(2026, 10, 12) == event.when.date


def test_of_two_hours_the_second_is_the_events_where_the_first_is_that_of_the_doors() -> None:
    event = event_of("Debate: Nets at sea\nThursday 26 March 2026, 18.30 for 19.00\nThe Guildhall")

    assert dt.time(19) == event.when.time


def test_hours_behind_the_label_of_a_programme_are_the_events() -> None:
    event = event_of(
        "Visit to the net makers\n\nDay: Tuesday 5 May 2026\nMeeting point: main gate, 8:45\n"
        "Programme: 9:00–16:30, lunch included"
    )

    assert (dt.time(9), dt.time(16, 30)) == (event.when.time, event.when.end_time)


def test_lines_that_tell_begin_and_end_give_the_hours_of_an_event_of_days() -> None:
    event = event_of(
        "Workshop on nets\n\n8–9 Jun 2026\nEurope/Zurich timezone\n\n"
        "Starts 8 Jun 2026, 09:30\nEnds 9 Jun 2026, 16:00\nGeneva\nRoom C, Net House"
    )

    assert (dt.date(2026, 6, 8), dt.time(9, 30)) == (event.when.date, event.when.time)
    assert (dt.date(2026, 6, 9), dt.time(16)) == (event.when.end_date, event.when.end_time)


def test_a_day_above_a_programme_has_the_hour_of_its_first_item() -> None:
    event = event_of(
        "You are invited to a\n\nFilm screening: Nets at sea\n\nThursday, 9 April 2026\n"
        "18:30 Welcome drinks\n19:00 Screening\n20:30 Discussion\n\nNet House, 5 Mill Lane"
    )

    assert dt.time(19) == event.when.time
