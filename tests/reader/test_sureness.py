import datetime as dt

from tests.reader.pages import event_of, events_of

_UNSURE = "Nothing says outright"


def _doubts(text: str) -> list[str]:
    """Return what is doubted of when the first event of a page is."""
    return [doubt.words for doubt in events_of(text)[0].evidence["when"].doubts]


def test_the_one_day_with_its_weekday_and_hour_is_sure() -> None:
    words = "Tech talk on nets, Wed 29 April 2026 4pm, room 210."

    assert [] == [one for one in _doubts(words) if one.startswith(_UNSURE)]


def test_one_of_two_days_is_not_sure() -> None:
    words = "Tech talk on nets, Wed 29 April 2026 4pm. Talk on ropes, Thu 30 April 2026 5pm."

    assert any(one.startswith(_UNSURE) for one in _doubts(words))


def test_another_hour_at_which_the_text_says_it_begins_is_a_doubt() -> None:
    words = "Seminar on nets\n\nTuesday 9 June 2026, 10:00\n\nThe seminar starts at 9:30."

    assert "“9:30” is given too." in _doubts(words)


def test_the_hour_of_a_part_is_no_doubt() -> None:
    words = (
        "Seminar on nets\n\nTuesday 9 June 2026, 10:00-12:00\n\nThe second part begins at 11:00."
    )

    assert "“11:00” is given too." not in _doubts(words)


def test_a_line_that_says_no_more_than_when_outweighs_a_day_of_something_else() -> None:
    event = event_of(
        "Sehr geehrte Damen und Herren,\n\nam 11. Februar 2026 wird das Kabinett die Strategie für "
        "Netze beschließen. Aus diesem Anlass bitten wir zu einem Gespräch über Netze.\n\n"
        "Donnerstag, 12. Februar 2026, 10.30 bis 11.30 Uhr\nNetzhaus, Raum 4"
    )

    assert dt.date(2026, 2, 12) == event.when.date
