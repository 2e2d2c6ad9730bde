"""Which day in a sentence is the event's."""

import pytest

from briefing.reader.fields import days
from briefing.reader.telling import Telling, telling


def _told(sentence: str) -> Telling | None:
    day = days.find(sentence)[0]
    return telling(sentence, 0, day.start, day.end, len(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We invite you to a talk on 9 June 2026.", Telling.INVITED),
        ("Das Institut lädt ein zu einem Abend am 9. Juni 2026.", Telling.INVITED),
        ("Register now for the seminar on 9 June 2026.", Telling.INVITED),
        ("The conference starts on 9 June 2026.", Telling.ANNOUNCED),
        ("The results are shown at the Net Summit on 9 June 2026.", Telling.NAMED),
        ("On 9 June 2026 we look at nets.", Telling.MENTIONED),
        ("A workshop was held on 9 June 2026.", Telling.REPORTED),
        ("The first session will be held on 9 June 2026.", Telling.INVITED),
    ],
)
def test_a_day_of_the_event_is_told_in_its_way(sentence: str, expected: Telling) -> None:
    assert expected == _told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Register by 9 June 2026.",
        "Please register for the seminar before 9 June 2026.",
        "The last seminar took place on 9 June 2026.",
        "Following the workshop on 9 June 2026, we go on.",
        "The first seminar was held on 9 June 2026 in Oslo.",
        "The net was founded on 9 June 2026.",
        "Das Institut wurde am 9. Juni 2026 gegründet.",
        "Le dernier séminaire a eu lieu le 9 juin 2026.",
        "El último seminario tuvo lugar el 9 de junio de 2026.",
        "Det forrige seminaret ble holdt 9. juni 2026.",
        "Ana Berg was a minister from 9 June 2026.",
        "The law of 9 June 2026 opens the harbour.",
        "Published on 9 June 2026.",
    ],
)
def test_another_day_is_left_out(sentence: str) -> None:
    assert _told(sentence) is None
