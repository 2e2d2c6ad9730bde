"""What a page as a whole tells of its dates."""

import datetime as dt

import pytest

from briefing.reader.fields import days
from briefing.reader.fields.years import place
from briefing.reader.page_dates import reckoning

TODAY = dt.date(2026, 2, 1)


@pytest.mark.parametrize(
    ("text", "is_day_first", "is_told"),
    [
        ("Meet on 5/6/2026. Photos of 25/5/2026.", True, True),
        ("Meet on 5/6/2026. Photos of 5/25/2026.", False, True),
        ("Le séminaire se tient le 5/6/2026 dans la salle du port.", True, True),
        ("The seminar is on 5/6/2026 in the harbour.", True, False),
        ("The seminar is on 5/6/2026 at 10 am EST in the harbour.", False, False),
        ("Meet on 25/5/2026 or on 5/25/2026 in the harbour, at the net.", True, False),
    ],
)
def test_other_figures_or_the_language_tell_the_order(
    text: str, is_day_first: bool, is_told: bool
) -> None:
    found = reckoning(text, TODAY)

    assert (found.is_day_first, found.is_order_told) == (is_day_first, is_told)


@pytest.mark.parametrize(
    "line",
    [
        "Posted 3 March 2026", "Published: 3 March 2026", "Sist oppdatert: 3. mars 2026",
        "Publié le 3 mars 2026", "Stand: 3. März 2026", "Publicado el 3 de marzo de 2026",
        "Register by 3 March 2026", "Påmeldingsfrist: 3. mars 2026", "Anmeldung bis 3. März 2026",
    ],
)  # fmt: skip
def test_the_day_of_posting_and_the_last_of_signing_up_are_known(line: str) -> None:
    found = reckoning(f"{line}\n\nWe meet on 9 June.", TODAY)

    assert found.announced == (dt.date(2026, 3, 3),)


def test_other_days_tell_no_year() -> None:
    text = "Resolution 75/240 of 31 December 2020 set up the group. We meet on 9 June."

    assert reckoning(text, TODAY).announced == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Letter no. 7 | 2 March 2020\n\nNet talk: Thursday 12 March, 10:00", 2020),
        ("Letter no. 7 | 2 March 2021\n\nNet talk: Thursday 12 March, 10:00", 2026),
    ],
)
def test_another_year_on_the_page_is_taken_only_where_the_weekday_fits_it(
    text: str, year: int
) -> None:
    context = reckoning(text, TODAY)
    thursday = days.find("Thursday 12 March")[0].first

    assert year == place(thursday, context).year


def test_the_end_of_ticket_sales_comes_before_the_event() -> None:
    found = reckoning("We meet on 9 June.\n\nSales end on 3 March 2026", TODAY)

    assert (dt.date(2026, 3, 3),) == found.announced
