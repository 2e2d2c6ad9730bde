import datetime as dt

from briefing.model import Mode
from tests.reader.pages import event_of, events_of

WEEK = """PORT TOWN ROPE WEEK
Port Town, 2-4 March 2026

All times are CET.

Day / Time            Meeting                              Place
-----------------------------------------------------------------------
Mon 2 March
0930-1100hrs          Opening: who holds the rope in       Room 2
                      a time of storms
                      Speaker: Ms Ana Moss
1400-1530hrs          Knots and law                        Great Hall

Page 1 of 2                                      rope-week.example


Day / Time            Meeting                              Place
-----------------------------------------------------------------------
Tue 3 March
1000-1130hrs          Splicing: a simulation               Online only
                      (Zoom; link after registration)

Wed 4 March
0900-1230hrs          Young sailors' bootcamp              Library
"""
CALENDAR = """EVENTS CALENDAR OF THE ROPE HOUSE

Date             Time            Event                                Venue
Mon 2 Mar 2026   09:30-11:00     Who holds the rope in a time of      Room 2
                                 storms
Tue 3 Mar 2026   10:00-11:30     Splicing: a simulation               Online
"""
PROGRAMME = """Rope conference 2026
Oslo, 2-3 March 2026

Programme

Mon 2 March
09:30-10:00           Welcome                              Great Hall
10:00-11:00           Ropes of the north                   Great Hall
11:00-11:30           Ropes of the south                   Great Hall
Tue 3 March
09:30-10:00           Ropes of the east                    Great Hall
10:00-11:00           Ropes of the west                    Great Hall
"""


def test_rows_in_columns_below_their_days_are_events_of_the_week() -> None:
    week, *events = events_of(WEEK)

    assert [event.title for event in events] == [
        "Opening: who holds the rope in a time of storms",
        "Knots and law",
        "Splicing: a simulation",
        "Young sailors' bootcamp",
    ]
    days = [2, 2, 3, 4]
    assert [event.when.date for event in events] == [dt.date(2026, 3, day) for day in days]
    assert [event.when.time for event in events] == [
        dt.time(9, 30),
        dt.time(14),
        dt.time(10),
        dt.time(9),
    ]
    assert {event.when.written_zone for event in events} == {"CET"}
    assert {event.parent for event in events} == {week.id}


def test_the_third_column_tells_where_each_is_or_that_it_is_online() -> None:
    _, *events = events_of(WEEK)

    assert [event.venue for event in events] == ["Room 2", "Great Hall", "", "Library"]
    assert [event.mode for event in events][2] is Mode.ONLINE


def test_who_speaks_stands_below_the_name_in_its_column() -> None:
    _, first, *_ = events_of(WEEK)

    assert [speaker.name for speaker in first.speakers] == ["Ana Moss"]


def test_rows_may_begin_with_their_own_day() -> None:
    events = events_of(CALENDAR)

    told = [(event.title, event.when.date) for event in events]
    assert told == [
        ("Who holds the rope in a time of storms", dt.date(2026, 3, 2)),
        ("Splicing: a simulation", dt.date(2026, 3, 3)),
    ]


def test_items_one_right_after_the_other_are_the_programme_of_one_event() -> None:
    assert event_of(PROGRAMME).title == "Rope conference 2026"
