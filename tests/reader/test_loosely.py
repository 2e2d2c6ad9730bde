import pytest

from briefing.when import Precision
from tests.reader.fields.date_support import shown
from tests.reader.pages import event_of


@pytest.mark.parametrize(
    ("text", "expected", "is_doubted"),
    [
        ("Seminar on nets\n\nThe seminar will be held in Geneva in June 2026.", "2026-06", False),
        ("Save the date: Net Days\n\nThe conference will take place in early June 2026 in Geneva.",
         "2026-06", True),
        ("Save the date!\n\nAnnual Conference of the Net Institute\nSpring 2026, Oslo",
         "2026", True),
        ("Workshop on nets\nDate: Q3 2026\nVenue: Net House, Geneva", "2026-07/2026-09", True),
        ("Workshop on nets\nDate: June 2026 (to be confirmed)\nVenue: Net House, Geneva",
         "2026-06", False),
        ("Séminaire sur les réseaux\n\nLe séminaire se tiendra à Genève en juin 2026.",
         "2026-06", False),
        ("Seminario sobre redes\n\nEl seminario se celebrará en junio de 2026 en Madrid.",
         "2026-06", False),
        ("Seminar om nett\n\nSeminaret finner sted i midten av juni 2026 i Oslo.",
         "2026-06", True),
        ("Save the date: Net Forum\n\nThe forum will be held in 2027 in Nairobi.", "2027", False),
    ],
)  # fmt: skip
def test_a_month_season_or_year_is_the_events_own_where_it_is_told_so(
    text: str, expected: str, is_doubted: bool
) -> None:
    event = event_of(text)

    assert expected == shown(event.when)
    assert is_doubted == bool(event.evidence["when"].doubts)


@pytest.mark.parametrize(
    "text",
    [
        "The project started in June 2025.",
        "The report of the group was published in Spring 2025.",
        "The last seminar was held in June 2025.",
        "Please register by the end of June 2026.",
    ],
)
def test_background_months_are_not_the_events_own(text: str) -> None:
    event = event_of(f"Seminar on nets\n\nJoin us for the seminar at Net House. {text}")

    assert not event.when.is_dated


def test_the_time_of_a_further_event_is_doubted() -> None:
    event = event_of(
        "Seminar on nets\n\nJoin us for the seminar.\n\n"
        "A follow-up seminar will be held in October 2026."
    )

    assert event.evidence["when"].doubts


def test_a_day_goes_before_a_month() -> None:
    event = event_of(
        "Seminar on nets\n9 June 2026, 10:00\nNet House, Geneva\n\n"
        "A follow-up meeting will take place in autumn 2026."
    )

    assert Precision.MINUTE == event.when.precision
