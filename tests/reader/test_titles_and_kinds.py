import datetime as dt

import pytest

from briefing.model import EventKind
from tests.reader.pages import event_of, events_of


@pytest.mark.parametrize(
    "invitation",
    [
        "The Missions of Norland and Aldora have the honour to invite you to a side event",
        "You are cordially invited to a talk",
    ],
)
def test_a_quoted_line_below_the_words_of_an_invitation_is_the_title(invitation: str) -> None:
    event = event_of(
        f"INVITATION\n\n{invitation}\n\n“Nets at Night: Who Mends Them”\n\n"
        "Date: Thursday, 27 July 2023\nVenue: Room 6, Harbour House"
    )

    assert event.title == "Nets at Night: Who Mends Them"


def test_a_page_that_lists_side_events_is_none_itself() -> None:
    event = event_of(
        "Net Policy Week 2023\nGeneva, 9-11 October 2023\n\nPROGRAMME\n\nMonday 9 October\n"
        "09:00-09:30  Registration\n09:30-10:30  Opening by the hosts\n\nSide events\n"
        '- "Breakfast for menders", 10 October 2023, 07:45, Net House\n\n'
        "Registration closes on 22 September 2023."
    )

    assert event.kind is EventKind.OTHER


def test_a_page_filed_under_side_events_is_one() -> None:
    event = event_of("Side events\n\nNets at Night\n\n27 July 2023\n\nRoom 6, Harbour House")

    assert event.kind is EventKind.SIDE_EVENT


def test_what_a_page_lists_under_side_events_is_one() -> None:
    child = events_of(
        "Net Policy Week 2023\n\n9 - 11 October 2023\n\nGeneva\n\nThe week is about nets.\n\n"
        "Side events\n\nBreakfast for menders\nDate: Tuesday 10 October\nTime: 0745-0900\n"
        "Venue: Net House, Geneva\n\nKnots at noon\nDate: Wednesday 11 October\n"
        "Time: 1200-1300\nVenue: Net House, Geneva\n"
    )[1]

    assert ("Breakfast for menders", EventKind.SIDE_EVENT) == (child.title, child.kind)


@pytest.mark.parametrize(
    "head",
    [
        "Institutt for garn og havn\nForskning | Studier | Om oss\nArrangementer / 2026 / Vår",
        "FONDATION DU FILET\n\nRÉSERVEZ LA DATE / SAVE THE DATE",
        "Norsk forum for garn og havn\n\nINVITASJON TIL FROKOSTSEMINAR",
        "The Harbour Institute for Nets",
        "Institut für Netze und Häfen\n\nEinladung zur Podiumsdiskussion",
        "Observatorio de Redes y Puertos",
    ],
)
def test_the_name_of_an_institution_above_a_title_is_none(head: str) -> None:
    event = event_of(
        f"{head}\n\nKnots and Harbours: Who Mends the Net\n\nDate: 5 November 2026, 14:30-16:00\n"
        "Venue: Room 6, Harbour House"
    )

    assert event.title == "Knots and Harbours: Who Mends the Net"


def test_a_button_or_a_count_of_followers_is_no_title() -> None:
    event = event_of(
        "Who Mends the Net? A Webinar\nBy Harbour House\n1.2K followers [Follow]\n"
        "[Reserve a spot]\n\nDate and time\nTuesday, 14 April 2026, 9:00 - 10:30\n\nOnline"
    )

    assert event.title == "Who Mends the Net? A Webinar"


def test_hours_behind_a_day_are_no_title_though_a_day_is_said_in_two_languages() -> None:
    event = event_of(
        "RÉSERVEZ LA DATE / SAVE THE DATE\n\nRaccommoder le filet : qui tient l'aiguille\n"
        "Mending the Net: Who Holds the Needle\n\n"
        "Mardi 9 juin 2026, de 9h00 à 17h30 (CEST)\n"
        "Tuesday 9 June 2026, 9.00 a.m. to 5.30 p.m. (CEST)\n\nMaison du Port, Genève\n\n"
        "Nous vous invitons à un atelier sur les filets."
    )

    assert event.title.startswith(("Raccommoder le filet", "Mending the Net"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sesión 1 – miércoles 4 de marzo de 2026", "Sesión 2 – jueves 5 de marzo de 2026"),
        ("SESSION 1   Wednesday 4 March 2026, 9:30", "SESSION 2   Thursday 5 March 2026, 9:30"),
    ],
)
def test_a_numbered_day_stands_over_an_event_of_a_series(first: str, second: str) -> None:
    found = events_of(
        f"Harbour talks\n\n{first}\nWho Mends the Net\nWith Ada Holm.\n\n"
        f"{second}\nKnots at Noon\nWith Bo Lind.\n"
    )

    series, *sessions = found
    assert [(event.title, event.when.date, event.parent) for event in sessions] == [
        ("Who Mends the Net", dt.date(2026, 3, 4), series.id),
        ("Knots at Noon", dt.date(2026, 3, 5), series.id),
    ]
    assert ("Harbour talks", dt.date(2026, 3, 4), dt.date(2026, 3, 5)) == (
        series.title,
        series.when.date,
        series.when.end_date,
    )


@pytest.mark.parametrize(
    "words",
    [
        "Påminnelse om frokostmøtet «Hvem lapper garnet i natt» på Havnehuset i Oslo, "
        "tirsdag 17. mars 2026 kl. 08.15.",
        "Das Hafenamt lädt am 1. Oktober 2026 um 10 Uhr zur Konferenz "
        "„Hvem lapper garnet i natt“ in den Saal am Hafen.",
    ],
)
def test_a_reminder_and_a_german_invitation_name_their_event_in_quotation_marks(
    words: str,
) -> None:
    event = event_of(f"Hei alle,\n\n{words}\n\nHilsen\nAda")

    assert event.title == "Hvem lapper garnet i natt"
