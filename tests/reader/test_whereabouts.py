import pytest

from briefing.model import Mode
from tests.reader.pages import event_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Format: hybrid; interpretation in Aldoran", Mode.HYBRID),
        ("Format: hybrid", Mode.HYBRID),
        ("Mode: Hybrid. Seats are limited", Mode.HYBRID),
        ("Format: in person", Mode.IN_PERSON),
        ("Format: panel", Mode.IN_PERSON),
    ],
)
def test_a_labelled_mode_stands_above_what_a_place_and_a_lunch_imply(
    line: str, expected: Mode
) -> None:
    event = event_of(
        "Talk on Nets and Knots\n\nDate: 12 May 2023\nVenue: Room 4, Harbour House\n"
        f"{line}\n\nA light lunch will be served."
    )

    assert expected == event.mode
