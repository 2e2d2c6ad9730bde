"""The day on which a note was written is that of no event."""

import datetime as dt

import pytest

from briefing.reader.amendments.stamps import is_stamp, written_on
from briefing.reader.fields import days
from briefing.reader.fields.dates import DateContext

STAMPS = (
    "It has moved to Thursday. Lagoon Institute, 21 October 2026",
    "It has moved to Thursday.\nLagoon Institute, 21 October 2026",
    "It has moved to Thursday.\nKind regards,\nThe events team, 21 October 2026",
    "Bookings remain valid. Posted 21 October 2026",
    "Bookings remain valid. (Updated 21 October 2026)",
    "Notice (21 October 2026): the seminar is online only.",
    "UPDATE 21 October 2026: the seminar is online only.",
    "Important notice, 21 October 2026 - the seminar is online only.",
    "As we wrote in our letter of 21 October 2026, it is online only.",
    "Se amplía el plazo. Centro Laguna, 21 de octubre de 2026",
    "Das Seminar entfällt. Ihre Lagunen-Akademie, 21.10.2026",
    "Wichtiger Hinweis (21. Oktober 2026): Das Seminar findet online statt.",
    "Datoen kommer senere. Hilsen Laguneinstituttet, 21. oktober 2026",
    "Datoen kommer senere.\nOslo, 21. oktober 2026",
    "[Mise à jour du 21 octobre 2026] Changement d'horaire pour le séminaire.",
    "La séance est annulée. Cordialement, la Chaire, le 21 octobre 2026",
)
OF_EVENTS = (
    "It has moved to 21 October 2026.",
    "Moved to Harbour House, 21 October 2026",
    "New date: 21 October 2026",
    "Neuer Termin: Mittwoch, 21. Oktober 2026",
    "The seminar is now on Wednesday, 21 October 2026",
    "moved to Wednesday\n21 October 2026",
    "Nueva fecha: 21 de octubre de 2026",
    "Nous nous verrons le 21 octobre 2026",
)


def _is_stamp(text: str) -> bool:
    (day,) = days.find(text)
    return is_stamp(text, max(0, day.start - 40), day.start, day.end)


@pytest.mark.parametrize("text", STAMPS)
def test_a_note_tells_when_it_was_written(text: str) -> None:
    context = DateContext(today=dt.date(2031, 1, 1))

    assert _is_stamp(text)
    assert (dt.date(2026, 10, 21),) == written_on(text, context)


@pytest.mark.parametrize("text", OF_EVENTS)
def test_the_day_of_an_event_is_no_stamp(text: str) -> None:
    assert not _is_stamp(text)
