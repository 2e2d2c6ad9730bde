import datetime as dt

from briefing.model import Mode
from tests.reader.pages import event_of, events_of

CALENDAR = """Harbour Law Portal
Home | Events | Library

UPCOMING

3 - 5 March 2026
Knots for Beginners
Bergen, Norway | Course | In person
Organiser: Rope House

9 March 2026   SOLD OUT
Rope policy call
Online | 13:00-14:00 UTC | Free
Organiser: Sailors' League

12 March 2026
Young Sailors' Day
Lima, Peru | Networking | Hybrid
Organiser: Rope House

18 - 16 March 2026
Splicing Week
Lima, Peru | Training
Organiser: Rope House
Three days, 16, 17 and 18 March, 09:00-12:00 PET

21 March 2026
The Long Rope
Online | 18:00 UTC
Organiser: Film League
"""


def test_cells_below_a_name_tell_where_and_how_one_can_be_there() -> None:
    events = events_of(CALENDAR)

    assert [(event.venue, event.mode) for event in events] == [
        ("Bergen, Norway", Mode.IN_PERSON),
        ("", Mode.ONLINE),
        ("Lima, Peru", Mode.HYBRID),
        ("Lima, Peru", Mode.IN_PERSON),
        ("", Mode.ONLINE),
    ]


def test_a_cell_tells_the_hour_and_its_zone() -> None:
    call = events_of(CALENDAR)[1]

    assert (call.when.time, call.when.end_time) == (dt.time(13), dt.time(14))
    assert call.when.written_zone == "UTC"


def test_days_at_the_foot_of_an_entry_put_its_backward_range_right() -> None:
    splicing = events_of(CALENDAR)[3]

    assert (splicing.when.date, splicing.when.end_date) == (
        dt.date(2026, 3, 16),
        dt.date(2026, 3, 18),
    )
    assert splicing.when.time == dt.time(9)


def test_each_entry_has_its_own_organiser() -> None:
    parties = [[party.name for party in event.organisers] for event in events_of(CALENDAR)]

    assert parties == [
        ["Rope House"],
        ["Sailors' League"],
        ["Rope House"],
        ["Rope House"],
        ["Film League"],
    ]


def test_bars_of_a_menu_or_behind_a_name_are_no_cells_of_an_event() -> None:
    page = (
        "Workshop: Ropes at Sea\n12 March 2026, 10:00 CET, Oslo, Norway\n\n"
        "Ana Moss | Rope Centre | Lima\nShe speaks on ropes.\n\nContact | Online | Imprint\n"
    )

    event = event_of(page)

    assert event.venue == "Oslo, Norway"
    assert event.mode is Mode.IN_PERSON


def test_a_numbered_part_with_its_hour_and_room_stands_above_its_name() -> None:
    page = (
        "Monday 2 March 2026\nWorkshop 1 · 11:00 · Room A\nRopes and Law\nAna Moss, Rope House\n\n"
        "Workshop 2 · 14:00 · Room B\nKnots at Sea\nTom Reed, Rope House\n"
    )

    told = [(event.title, event.when.time, event.venue) for event in events_of(page)]

    assert told == [
        ("Ropes and Law", dt.time(11), "Room A"),
        ("Knots at Sea", dt.time(14), "Room B"),
    ]
