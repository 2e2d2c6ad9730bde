import datetime as dt

import pytest

from tests.reader.pages import event_of


@pytest.mark.parametrize(
    "hours",
    [
        "12:30 - 14:00 (welcome and sandwiches from 12:15)",
        "12h30 - 14h00 (accueil et sandwichs dès 12h15)",
        "12.30 - 14.00 Uhr (Einlass und Imbiss ab 12.15 Uhr)",
        "Kl. 12.30–14.00 (registrering fra kl. 12.15)",
        "12:30 - 14:00 (acreditación desde las 12:15)",
    ],
)
def test_an_arrival_in_brackets_has_its_own_hour(hours: str) -> None:
    event = event_of(
        f"Seminar on Ropes\n\nDate: Thursday 12 March 2026\nTime: {hours}\nVenue: Room 4, Oslo\n"
    )

    assert (event.when.time, event.when.end_time) == (dt.time(12, 30), dt.time(14))


def test_hours_alone_below_the_day_go_before_those_of_the_programme() -> None:
    event = event_of(
        "Seminar on Ropes\n\nThursday 12 March 2026\n08.30–10.00 (doors open at 08.00)\n"
        "Harbour House, Oslo\n\nThe Rope House invites you.\n\n"
        "Programme\n08.30 Welcome\n08.40 Knots\n09.00 Splices\n"
    )

    assert (event.when.time, event.when.end_time) == (dt.time(8, 30), dt.time(10))
