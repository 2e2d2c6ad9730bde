import datetime as dt

import pytest

from briefing.model import DoubtKind
from tests.reader.pages import event_of

HEAD = "Rope Conference 2026\n12-13 May 2026 | Lima\n\n"


@pytest.mark.parametrize(
    "notice",
    [
        "NEW DATES\nThe conference is postponed. It will now take place on 8 and 9 September 2026.",
        "La conférence est reportée. Elle se tiendra désormais les 8 et 9 septembre 2026.",
        "Wir mussten sie verschieben. Sie findet nun am 8. und 9. September 2026 statt.",
        "Ha sido aplazada. Tendrá lugar finalmente los días 8 y 9 de septiembre de 2026.",
        "Konferansen er utsatt. Den holdes nå 8.–9. september 2026.",
    ],
)
def test_the_sentence_behind_a_postponement_tells_the_new_days(notice: str) -> None:
    event = event_of(HEAD + notice + "\n")

    assert (event.when.date, event.when.end_date) == (dt.date(2026, 9, 8), dt.date(2026, 9, 9))


def test_the_former_days_are_told_in_a_doubt() -> None:
    event = event_of(HEAD + "It is postponed. It will now take place on 8 and 9 September 2026.\n")

    kinds = [doubt.kind for doubt in event.evidence["when"].doubts]
    assert DoubtKind.DATES_DISAGREE in kinds


@pytest.mark.parametrize(
    "line",
    [
        "Both days 09.30 to 17.30; dinner on the first evening at 19.30.",
        "Täglich 9.30 bis 17.30 Uhr; Abendessen am ersten Tag um 19.30 Uhr.",
        "Begge dager 09.30–17.30; middag første kveld kl. 19.30.",
    ],
)
def test_the_hours_of_each_day_are_those_of_the_event(line: str) -> None:
    event = event_of(HEAD + "The Rope House invites to its conference.\n\nHours\n" + line + "\n")

    assert (event.when.time, event.when.end_time) == (dt.time(9, 30), dt.time(17, 30))


def test_days_alone_that_move_to_a_timed_day_have_its_hour() -> None:
    event = event_of(
        HEAD + "It was postponed. It will now take place on 8 September 2026 at 14:00.\n"
    )

    assert (event.when.date, event.when.time) == (dt.date(2026, 9, 8), dt.time(14))
