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


def test_rows_of_a_table_are_entries_with_their_place() -> None:
    page = (
        "Net Academy: courses in 2026\n\nCourse | Dates | Place | Fee\n"
        "Splices for beginners | 2-6 March 2026 | Tallinn | EUR 450\n"
        "Ropes and rules | 13-17 April 2026 | Geneva | EUR 600\n"
    )

    assert [("Splices for beginners", "Tallinn"), ("Ropes and rules", "Geneva")] == [
        (event.title, event.venue) for event in events_of(page)
    ]


def test_the_name_of_an_event_may_be_a_sentence_of_its_own() -> None:
    page = (
        "The Rope - monthly letter, January 2027\n\n"
        "Hotline for menders. 4 February, 15:00 UTC, online. Three menders compare notes.\n\n"
        "Members' meeting. 12 February, 10:00-16:00, Lisbon. Members only.\n"
    )

    assert [
        ("Hotline for menders", dt.date(2027, 2, 4)),
        ("Members' meeting", dt.date(2027, 2, 12)),
    ] == told(page)


def test_short_news_with_the_newest_first_is_no_calendar() -> None:
    page = (
        "Rope Institute\n\n9 July 2026: Institute moves house\n"
        "22 June 2026: What a mender does all day\n3 May 2026: New ropes arrive\n"
    )

    assert not told(page)


def test_one_more_event_may_be_told_on_the_line_that_says_so() -> None:
    page = (
        "An evening with Ada Fjord\n\nTuesday 24 February 2026, 17:30\nHarbour Hall, Lisbon\n\n"
        "She talks of knots.\n\nComing up next: An evening with Bo Strand, 24 March\n"
    )

    assert [
        ("An evening with Ada Fjord", dt.date(2026, 2, 24)),
        ("An evening with Bo Strand", dt.date(2026, 3, 24)),
    ] == told(page)


def test_a_menu_of_short_lines_has_no_title() -> None:
    page = (
        "Skip to main content\nFind Nets\nMake Nets\nHelp Desk\nLog In\nSign Up\n\n"
        "Who mends the net? A talk on ropes\n\nDate and time\nThu, May 21, 2026, 12:00 PM EDT\n"
    )

    assert [("Who mends the net? A talk on ropes", dt.date(2026, 5, 21))] == told(page)


def test_sessions_below_the_days_of_their_conference_are_its_parts() -> None:
    page = (
        "Rope Forum 2026\nLisbon | 4-5 November 2026\n\n"
        "DAY 1 - WEDNESDAY 4 NOVEMBER\n\nWorkshop 1: Hemp\n10:30-12:00 | Room A\n"
        "Speakers: Ada Fjord\n\nDAY 2 - THURSDAY 5 NOVEMBER\n\nWorkshop 2: Nylon\n"
        "09:30-11:00 | Room B\nSpeakers: Bo Strand\n"
    )
    whole, *parts = events_of(page)

    assert ("Rope Forum 2026", dt.date(2026, 11, 4)) == (whole.title, whole.when.date)
    assert [
        ("Workshop 1: Hemp", 4, dt.time(10, 30), "Room A"),
        ("Workshop 2: Nylon", 5, dt.time(9, 30), "Room B"),
    ] == [(x.title, x.when.date and x.when.date.day, x.when.time, x.venue) for x in parts]
    assert {whole.id} == {x.parent for x in parts}
