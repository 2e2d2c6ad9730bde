import datetime as dt

import pytest

from briefing.model import DoubtKind
from tests.reader.pages import event_of

HEAD = (
    "Seminar on Ropes and the Law\nThursday, 12 February 2026, 14:00-16:00 CET\n"
    "Room 4, Harbour House\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Because of the strike it is POSTPONED TO THURSDAY, 5 MARCH 2026, same time, same place.",
        "The seminar has been moved to 5 March 2026.",
        "Das Seminar wird auf den 5. März 2026 verschoben, verschoben auf den 5. März 2026.",
        "Le séminaire est reporté au 5 mars 2026.",
        "El seminario queda aplazado al 5 de marzo de 2026.",
        "Seminaret er utsatt til 5. mars 2026.",
    ],
)
def test_an_announcement_that_puts_its_event_off_has_it_on_the_new_day(sentence: str) -> None:
    event = event_of(HEAD + sentence + "\n")

    assert event.when.date == dt.date(2026, 3, 5)
    assert event.when.time == dt.time(14)
    kinds = [doubt.kind for doubt in event.evidence["when"].doubts]
    assert DoubtKind.DATES_DISAGREE in kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "The deadline for registration has been moved to 5 March 2026.",
        "It was postponed from 5 March 2026 because of the strike.",
        "The ropes will be moved on by the harbour guard after 5 March 2026.",
    ],
)
def test_what_else_is_moved_leaves_the_event_on_its_day(sentence: str) -> None:
    event = event_of(HEAD + sentence + "\n")

    assert event.when.date == dt.date(2026, 2, 12)
