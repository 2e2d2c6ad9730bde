import datetime as dt

import pytest

from briefing.model import Mode
from tests.reader.pages import event_of


@pytest.mark.parametrize(
    ("page", "venue"),
    [
        (
            "« Les noeuds de la discorde »\n\nle mardi 12 mai 2026 à 18h30\n"
            "à la Maison de la Mer, salle des Voiles, 4 quai du Port, 1204 Genève\n",
            "Maison de la Mer, salle des Voiles, 4 quai du Port, 1204 Genève",
        ),
        (
            'Einladung zum Abend "Netze in Not"\nam Mittwoch, 6. Mai 2026, um 19.00 Uhr\n'
            "in der Landesvertretung Hafenland, In den Hafengärten 3, 10117 Berlin\n",
            "Landesvertretung Hafenland, In den Hafengärten 3, 10117 Berlin",
        ),
        (
            "Side event: Ropes at sea\n\nDate: 14 October 2026\n"
            "Location: Conference Room 5, UN Headquarters, New York. Lunch will be provided.\n",
            "Conference Room 5, UN Headquarters, New York",
        ),
        (
            "Public Lecture: Splicing under pressure\n\nWednesday 14 October 2026\n5.30 – 7.00 pm\n"
            "The Old Library, All Saints College\nHigh Street, Westport\n\nAll welcome.\n",
            "The Old Library, All Saints College High Street, Westport",
        ),
    ],
)
def test_a_place_goes_on_as_far_as_its_address(page: str, venue: str) -> None:
    event = event_of(page)

    assert (venue, Mode.IN_PERSON) == (event.venue, event.mode)


@pytest.mark.parametrize(
    "sentence",
    [
        "We end at 09.30 at the latest.",
        "Ends at 09:30.",
        "Slutt senest 09.30.",
        "Ende um 9.30 Uhr.",
    ],
)
def test_a_sentence_of_its_own_tells_the_end(sentence: str) -> None:
    event = event_of(
        f"Seminar on ropes\n\nTuesday 5 May 2026 at 08.15\nHarbour House\n\n{sentence}\n"
    )

    assert event.when.end_time == dt.time(9, 30)


def test_the_end_of_signing_up_is_no_end_of_the_event() -> None:
    event = event_of(
        "Seminar on ropes\n\nTuesday 5 May 2026 at 08.15\n\nThe sign-up ends at 12.00 on 1 May.\n"
    )

    assert event.when.end_time is None


@pytest.mark.parametrize("street", ["Av. del Puerto 12", "Avda. del Puerto 12", "Bd. du Port 12"])
def test_a_street_is_shortened_within_a_sentence(street: str) -> None:
    event = event_of(
        "Taller de redes\n\nEl taller se celebrará el martes 12 de mayo de 2026, a las 10:30 hrs. "
        f"(hora de Santiago, UTC-3), en el Auditorio Lagos, {street}, Santiago de Chile, y se "
        "transmitirá en directo por Zoom.\n"
    )

    assert event.venue == f"Auditorio Lagos, {street}, Santiago de Chile"
    assert (event.when.time, event.mode) == (dt.time(10, 30), Mode.HYBRID)
