import pytest

from tests.reader.fields.date_support import shown
from tests.reader.pages import event_of

PAGE = "Seminar on nets\n\nJoin us for the seminar {} at Net House."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("every Tuesday in March 2026", "2026-03"),
        ("every other Tuesday from 3 March to 28 April 2026", "2026-03-03/2026-04-28"),
        ("on Mondays, starting on 7 September 2026,", "2026-09-07"),
        ("hver tirsdag i mars 2026", "2026-03"),
        ("tous les mardis du 3 mars au 28 avril 2026", "2026-03-03/2026-04-28"),
        ("jeden Dienstag vom 3. März bis 28. April 2026", "2026-03-03/2026-04-28"),
        ("todos los martes de marzo de 2026", "2026-03"),
    ],
)
def test_what_recurs_has_its_first_and_last_day_or_its_month_with_a_doubt(
    told: str, expected: str
) -> None:
    event = event_of(PAGE.format(told))

    assert expected == shown(event.when)
    words = [doubt.words for doubt in event.evidence["when"].doubts]
    assert any("again and again" in one for one in words)


def test_a_list_of_its_days_tells_which_they_are() -> None:
    event = event_of("Talks on nets\n\nTuesdays 3, 10 and 17 March 2026, 15:00\nNet House, Geneva")

    assert "2026-03-03/2026-03-17 15:00" == shown(event.when)
    assert ["Only the days 3, 10, 17 are named, not those between."] == [
        doubt.words for doubt in event.evidence["when"].doubts
    ]


def test_what_recurs_elsewhere_on_the_page_says_nothing_of_the_event() -> None:
    event = event_of(
        "Seminar on nets\nTuesday 9 June 2026, 15:00 CEST\nNet House\n\n"
        "Our newsletter comes out every Tuesday."
    )

    assert not event.evidence["when"].doubts
