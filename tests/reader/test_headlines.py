import datetime as dt

import pytest

from tests.reader.pages import events_of


def told(text: str) -> list[tuple[str, dt.date | None]]:
    """Return the titles of a page's events, with their days."""
    return [(event.title, event.when.date) for event in events_of(text)]


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("- ", "- "), ("(a) ", "(b) "), ("• ", "• ")])
def test_a_headline_may_bear_a_number_or_a_bullet(marks: tuple[str, str]) -> None:
    page = (
        "Letter of the Knot Group\n\n"
        f"{marks[0]}Ropes and rules\n3 June 2026, 15:00 UTC, online\nTwo people talk of ropes.\n\n"
        f"{marks[1]}Knots at sea\n9 June 2026, 10:00, Lisbon\nA day for members.\n"
    )

    assert [
        ("Ropes and rules", dt.date(2026, 6, 3)),
        ("Knots at sea", dt.date(2026, 6, 9)),
    ] == told(page)


def test_a_date_may_stand_below_other_labels_of_its_event() -> None:
    page = (
        "Side events\n\n"
        "1. Ropes and rules\nOrganizers: Knot Group\nDate and time: 3 June 2026, 13:15-14:30\n\n"
        "2. Knots at sea\nOrganizers: Sea Group\nDate and time: 4 June 2026, 13:15-14:30\n"
    )

    assert [
        ("Ropes and rules", dt.date(2026, 6, 3)),
        ("Knots at sea", dt.date(2026, 6, 4)),
    ] == told(page)


def test_an_entry_numbered_as_the_others_is_one_whatever_stands_below() -> None:
    page = (
        "1. Ropes and rules\n3 June 2026, 15:00 UTC, online\nTwo people talk.\n\n"
        "2. Seminar on splices\nThe seminar will take place on 5 June 2026.\n\n"
        "3. Knots at sea\n9 June 2026, 10:00, Lisbon\nFor members.\n"
    )

    assert [
        ("Ropes and rules", dt.date(2026, 6, 3)),
        ("Seminar on splices", dt.date(2026, 6, 5)),
        ("Knots at sea", dt.date(2026, 6, 9)),
    ] == told(page)


def test_points_of_which_none_has_a_date_head_no_events() -> None:
    page = (
        "Notes on ropes\n\n1. Ropes age\nThey lose a tenth of their strength a year.\n\n"
        "2. Knots slip\nA wet knot slips at half the load.\n"
    )

    assert not told(page)
