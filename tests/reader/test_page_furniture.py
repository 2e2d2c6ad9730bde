import datetime as dt

import pytest

from tests.reader.pages import event_of, events_of

TICKETS = """Find events   Create events   Log In   Sign Up

An Evening of Ropes: Law at Sea

By Harbour House Centre for the Law of the Sea and its Users
900 followers

{note}

Date and time
Tue, Apr 21, 2026 6:00 PM - 7:30 PM EDT

Location
Harbour House
4 Quay Street, Boston, MA 02110
Show map
"""
NOTE = """{head}

The Ministry of Foreign Affairs of the Republic of Ropeland presents its compliments to all
embassies and has the honour to invite them to a briefing entitled "Who Holds the Rope?", to be held
on 12 May 2026 at 10.00 a.m. at the Harbour House, Port Town.

Port Town, 2 March 2026

ENCLOSURE: Draft programme

10:00 Opening
11:00 Ropes and law
12:30 Closing
"""


@pytest.mark.parametrize("note", ["Sales end soon", "Only 5 tickets left", "Almost full"])
def test_what_sells_tickets_is_no_title(note: str) -> None:
    event = event_of(TICKETS.format(note=note))

    assert event.title == "An Evening of Ropes: Law at Sea"
    assert event.venue == "Harbour House 4 Quay Street, Boston, MA 02110"


@pytest.mark.parametrize(
    "head",
    [
        "REPUBLIC OF ROPELAND\nMINISTRY OF FOREIGN AFFAIRS\nDivision of Treaties\n\nNo. 44/2026",
        "REPUBLIC OF ROPELAND\nDirectorate of Treaties\n\nRef.: MFA/DT/031/2026\n\nNOTE VERBALE",
    ],
)
def test_a_note_verbale_is_called_what_it_names_and_not_whose_paper_it_is(head: str) -> None:
    event = event_of(NOTE.format(head=head))

    assert event.title == "Who Holds the Rope?"


def test_the_day_above_the_annex_of_a_note_is_that_of_the_note() -> None:
    event = event_of(NOTE.format(head="REPUBLIC OF ROPELAND"))

    assert event.when.date == dt.date(2026, 5, 12)


def test_related_events_are_each_on_the_day_of_their_own_line() -> None:
    page = (
        "Hvem holder tauet?\n\nTid: tirsdag 10. mars 2026 kl. 10.00\nSted: Sjøhuset, Bergen\n\n"
        "Relaterte arrangementer\nBoklansering: Knuter i det lange løp, 8. april 2026\n"
        "Hva er en knute?, 9. april 2026 kl. 12.00\n\n"
        "Les også\nKronikk: Tauets tid (3. februar 2026)\n"
    )

    told = {event.title: event.when.date for event in events_of(page)}

    assert told == {
        "Hvem holder tauet?": dt.date(2026, 3, 10),
        "Boklansering: Knuter i det lange løp": dt.date(2026, 4, 8),
        "Hva er en knute?": dt.date(2026, 4, 9),
    }
