"""Days on an announcement that are not its event's: of letters, plans, sales, arrivals."""

import datetime as dt

import pytest

from briefing.model import DoubtKind
from tests.reader.pages import event_of, events_of

DAY = dt.date(2026, 6, 9)
"""A Tuesday."""


@pytest.mark.parametrize(
    "plan",
    [
        "Originally scheduled for 5 May 2026, the seminar will now take place on 9 June 2026.",
        "The seminar, initially planned for 5 May 2026, will be held on 9 June 2026.",
        "The seminar will take place on 9 June 2026 instead of 5 May 2026.",
    ],
)
def test_a_day_that_was_given_up_is_not_the_event_s(plan: str) -> None:
    event = event_of(f"Seminar on nets\n\n{plan}\n\nVenue: Net House, Geneva")

    assert event.when.date == DAY
    assert not event.evidence["when"].doubts


@pytest.mark.parametrize("number", ["Ref. No. 2026/114", "Our ref: NH-12", "Réf. : 12/2026"])
def test_a_date_beside_the_number_of_a_letter_is_the_letter_s(number: str) -> None:
    event = event_of(
        f"SEMINAR ON NETS\nGeneva, 9 June 2026\n\n{number}\nDate: 2 March 2026\n\n"
        "Excellency,\nI have the honour to invite you to the seminar."
    )

    assert event.when.date == DAY


def test_the_day_of_a_press_release_in_its_title_is_not_the_event_s() -> None:
    event = event_of(
        "Communiqué du 22 décembre 2025\nSéance publique sur les filets\n"
        "La séance aura lieu le jeudi 8 janvier à 14 h 30, salle 3."
    )

    assert event.when.date == dt.date(2026, 1, 8)


def test_a_title_s_day_that_the_text_contradicts_is_doubted() -> None:
    event = event_of(
        "Seminar on nets, 9 March 2026\n\nThe seminar will be held on 9 June 2026 in Geneva."
    )

    assert DoubtKind.DATES_DISAGREE in {doubt.kind for doubt in event.evidence["when"].doubts}


@pytest.mark.parametrize(
    "arrival",
    ["Registration and coffee", "Welcome coffee", "Doors open", "Accueil café", "Einlass"],
)
def test_an_event_begins_behind_the_arrival_on_its_programme(arrival: str) -> None:
    event = event_of(
        f"Seminar on nets\n9 June 2026\nNet House, Geneva\nProgramme\n08:30 {arrival}\n"
        "09:00 Welcome\n09:15 Keynote\n16:30 Close"
    )

    assert (dt.time(9), dt.time(16, 30)) == (event.when.time, event.when.end_time)


def test_a_line_of_hours_below_the_day_is_no_programme() -> None:
    event = event_of(
        "Breakfast seminar on nets\nTuesday, June 9th, 2026\n"
        "8:00 – 9:15 AM (breakfast served from 7:45)\nNet House, 4th floor, Geneva"
    )

    assert (dt.time(8), dt.time(9, 15)) == (event.when.time, event.when.end_time)


def test_the_end_of_sales_is_not_a_day_of_the_event() -> None:
    event = event_of(
        "Seminar: knots\nDate and Time\nTue, 9 Jun 2026 17:00 - 18:30\n"
        "Ticket sales end on 8 June 2026 at noon\n\nVenue: Net House, Geneva"
    )

    assert (DAY, dt.time(17), dt.time(18, 30)) == (
        event.when.date,
        event.when.time,
        event.when.end_time,
    )


def test_a_line_of_who_holds_it_makes_no_posting_of_a_day_with_hours() -> None:
    event = event_of(
        "Net Days 2026\nby Harbour Institute\nTuesday, June 9 · 9am - 5pm CEST\nLocation\n"
        "Net House, 3 Dock Street, Geneva"
    )

    assert (DAY, dt.time(9)) == (event.when.date, event.when.time)


@pytest.mark.parametrize(
    "note",
    [
        "Quick note: lunch talk on nets, Tuesday 9 June 2026 12.30, Cafe Lyra.",
        "The Net Group will hold its third session in Geneva on Tuesday, 9 June 2026.",
        "Winter School on Nets\n9–12 June 2026, Geneva\nApplications close 30 April 2026",
        "Net Hackathon\nTuesday 9 June 2026, 10:00 – 18:00\nDock 7, Geneva",
        "Seminar om garn\nPublisert: 02.05.2026\nTid: tirsdag 9. juni kl. 09.00–11.30\n"
        "Sted: Møllehuset, Oslo",
    ],
)
def test_a_short_note_of_an_event_with_its_day_announces_it(note: str) -> None:
    assert [DAY] == [event.when.date for event in events_of(note)]


@pytest.mark.parametrize(
    "news",
    [
        "Report published: what we learned\nBy Kai Storm, 14 January 2026\n"
        "The survey ran from 3 to 28 November 2025. See also our "
        "workshop report of 9 October 2025.",
        "Vacancy: Programme Officer\nClosing date: 15 May 2026, 23:59 CET\n"
        "Start: 1 September 2026\nDuration: 12 months",
    ],
)
def test_news_and_posts_announce_nothing(news: str) -> None:
    assert events_of(news) == []


def test_the_day_below_a_letter_is_the_letter_s() -> None:
    event = event_of(
        "Note verbale\n\nThe Secretariat has the honour to inform the Missions that the session of"
        " the Net Group will be held in Vienna from 9 to 12 June 2026.\n\n"
        "Names should reach the Secretariat by 19 May 2026.\n\n18 April 2026"
    )

    assert (DAY, dt.date(2026, 6, 12)) == (event.when.date, event.when.end_date)


@pytest.mark.parametrize(
    "days",
    [
        "Conference on nets (was 5 May 2026)\nNew date: 9 June 2026\nVenue: Net House, Geneva",
        "Conference on nets\nOld date: 5 May 2026\nNew date: 9 June 2026\nVenue: Net House, Geneva",
        "Conference on nets\n\nAs agreed on 5 May, the conference will take place on 9 June 2026.",
    ],
)
def test_a_day_that_was_or_on_which_it_was_agreed_is_not_the_event_s(days: str) -> None:
    assert [DAY] == [event.when.date for event in events_of(days)]


def test_a_day_that_stands_alone_by_no_title_is_the_event_s_with_a_doubt() -> None:
    event = event_of("Midnight run\nTuesday 9 June 2026, 11pm until 4am\nNet House, Geneva")

    assert (DAY, dt.time(23), dt.time(4)) == (
        event.when.date,
        event.when.time,
        event.when.end_time,
    )


@pytest.mark.parametrize(
    "other",
    [
        "It builds on the pilot held in Oslo from 3 to 5 March 2026.",
        "The concept note was circulated on 30 April 2026.",
        "Greetings, Kari (sent 7 June 2026)",
    ],
)
def test_the_days_of_pilots_and_of_what_was_sent_are_not_the_event_s(other: str) -> None:
    event = event_of(
        "Technical workshop on nets\nThe Harbour Institute will organise a workshop in Geneva on"
        f" Tuesday 9 June 2026. {other}"
    )

    assert (DAY, None) == (event.when.date, event.when.end_date)
    assert not event.evidence["when"].doubts


def test_a_session_may_be_scheduled_from_a_day() -> None:
    event = event_of(
        "The Net Group: the next session is scheduled from 9 to 12 June 2026 in New York.\n\n"
        "Delegations are invited to register."
    )

    assert (DAY, dt.date(2026, 6, 12)) == (event.when.date, event.when.end_date)


def test_a_note_s_own_day_is_not_the_event_s() -> None:
    events = events_of("Kickoff meeting at 9. Place: Net House. Greetings, Kari (sent 7 June 2026)")

    assert all(event.when.date is None for event in events)
