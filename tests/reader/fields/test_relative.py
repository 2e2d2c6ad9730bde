import datetime as dt

import pytest

from briefing.model import DoubtKind
from briefing.reader.fields import relative
from tests.reader.fields.date_support import kinds, shown
from tests.reader.pages import event_of, events_of

MONDAY = dt.date(2026, 5, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Panel on nets, tomorrow 15h, Room 4", "2026-05-12 15:00"),
        ("Join us today at 3 pm.", "2026-05-11 15:00"),
        ("The seminar is at 15:00 tomorrow.", "2026-05-12 15:00"),
        ("We meet on Friday at 10:00", "2026-05-15 10:00"),
        ("We meet next Monday at 10:00", "2026-05-18 10:00"),
        ("Seminar om nett, i morgen kl. 12", "2026-05-12 12:00"),
        ("Réunion demain à 15h", "2026-05-12 15:00"),
        ("Sitzung morgen um 15 Uhr", "2026-05-12 15:00"),
        ("Seminario, mañana a las 15 horas", "2026-05-12 15:00"),
    ],
)
def test_a_day_is_counted_from_the_day_of_writing_with_a_doubt(text: str, expected: str) -> None:
    (found,) = relative.find(text, 0, len(text), MONDAY)

    assert expected == shown(found.value)
    assert DoubtKind.COMPUTED in kinds(found)
    assert found.value.written == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "The nets of tomorrow",
        "Leaders of today and tomorrow's nets at 15:00",
        "a las 9 de la mañana",
        "Tomorrow we will speak of nets.",
    ],
)
def test_a_word_without_an_hour_beside_it_is_no_day(text: str) -> None:
    assert [] == list(relative.find(text, 0, len(text), MONDAY))


def test_without_the_day_of_writing_an_event_is_undated() -> None:
    event = event_of("Panel on nets, tomorrow 15h, Room 4")

    assert ("Panel on nets", None) == (event.title, event.when.date)
    kinds = [doubt.kind for doubt in event.evidence["when"].doubts]
    assert [DoubtKind.DATE_MISSING] == kinds


def test_a_mail_tells_the_day_of_writing() -> None:
    event = event_of(
        "From: desk@net.example\nSubject: Seminar on nets\nSent: Monday 11 May 2026 09:00\n\n"
        "Please join us for the seminar on nets tomorrow at 10:00 in Room 4."
    )

    assert "2026-05-12 10:00" == shown(event.when)


def test_talk_between_two_is_no_event() -> None:
    assert [] == events_of("Hi, can we talk tomorrow at 3 pm?")
