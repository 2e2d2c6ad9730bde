"""A day's list of meetings, each below its hour."""

from tests.reader.pages import events_of

LIST = (
    "Wednesday, 6 March 2024\n\nTODAY'S MEETINGS\n\n"
    "Committee on Nets and Ropes\n10:00 to 13:00   3rd meeting        Conference Room 2\n\n"
    "OTHER MEETINGS\n\n"
    "08:30 to 09:45\nBreakfast for menders of nets\n"
    "(organized by the Permanent Mission of Norland)\nConference Room 9\n\n"
    "13:15 to 14:30\nKnots at noon: who holds the needle?\n"
    "(co-organized by the Harbour Institute)\nConference Room 7\n\n"
    "Thursday, 7 March 2024\n13:15 to 14:30\nRopes for beginners\n"
    "(organized by the Harbour Institute)\nConference Room 6\n"
)


def test_each_meeting_of_a_days_list_has_its_day_and_its_hour() -> None:
    found = events_of(LIST)

    assert [(x.title, str(x.when.date), str(x.when.time), x.venue) for x in found] == [
        ("Committee on Nets and Ropes", "2024-03-06", "10:00:00", "Conference Room 2"),
        ("Breakfast for menders of nets", "2024-03-06", "08:30:00", "Conference Room 9"),
        ("Knots at noon: who holds the needle?", "2024-03-06", "13:15:00", "Conference Room 7"),
        ("Ropes for beginners", "2024-03-07", "13:15:00", "Conference Room 6"),
    ]


def test_a_programme_with_its_hours_above_is_no_list_of_meetings() -> None:
    found = events_of(
        "Net Week Seminar\nWednesday, 6 March 2024\nHarbour House, Geneva\n\n"
        "Join us for a seminar on nets.\n\nProgramme\n\n09:00\nOpening remarks by the hosts\n\n"
        "09:30\nPanel: who mends the net?\n\n11:00\nClosing of the seminar\n"
    )

    assert [x.title for x in found] == ["Net Week Seminar"]
