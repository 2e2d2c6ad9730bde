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


@pytest.mark.parametrize(
    "sentence",
    [
        "Update: the seminar now starts later. New time: 15:00 to 17:00.",
        "The seminar has been moved to 15:00-17:00.",
        "Please note the new time 15:00-17:00.",
        "Das Seminar wurde auf 15:00-17:00 Uhr verlegt, neue Uhrzeit 15:00-17:00 Uhr.",
        "Attention : nouvel horaire 15h00 - 17h00.",
        "Le séminaire est décalé, nouvelle heure : 15h00-17h00.",
        "Nueva hora: 15:00-17:00.",
        "Seminaret er flyttet til kl. 15.00-17.00.",
        "Nytt tidspunkt: 15:00-17:00.",
    ],
)
def test_an_announcement_that_changes_its_hour_has_the_new_one_with_a_doubt(sentence: str) -> None:
    event = event_of(HEAD + sentence + "\n")

    assert event.when.date == dt.date(2026, 2, 12)
    assert (event.when.time, event.when.end_time) == (dt.time(15), dt.time(17))
    assert event.evidence["when"].doubts


@pytest.mark.parametrize(
    "sentence",
    [
        "Doors open at 13:30.",
        "Registration has been moved to 13:30.",
        "Lunch is now at 16:30.",
        "The coffee break has been moved to 15:00.",
        "The ropes were changed at 15:00 yesterday by the guard of the registration desk.",
    ],
)
def test_another_hour_around_an_event_leaves_it_at_its_own(sentence: str) -> None:
    event = event_of(HEAD + sentence + "\n")

    assert (event.when.time, event.when.end_time) == (dt.time(14), dt.time(16))


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Termin wurde auf Donnerstag, den 5. März 2026 verschoben.",
        "Wir haben das Seminar auf den 5. März 2026 verlegt.",
        "Sorry all, it has been pushed to Thursday 5 March 2026.",
        "Change! The seminar is pushed back to 5 March 2026.",
    ],
)
def test_the_verb_may_stand_behind_the_new_day(sentence: str) -> None:
    event = event_of(HEAD + sentence + "\n")

    assert event.when.date == dt.date(2026, 3, 5)


def test_another_day_in_running_text_is_a_doubt() -> None:
    event = event_of(HEAD + "We look forward to seeing you on Friday 13 February 2026.\n")

    assert event.evidence["when"].doubts
