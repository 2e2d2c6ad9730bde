"""A portal's listing, invented: 15 events, one of them a week with 12 side events inside it."""

import re

TODAY = "2031-06-10"
"""Between what is past on the page and what is to come."""

_SIDE_EVENTS = (
    ("Breakfast on cable maps", "Monday 16 June", "0745-0900", "Chart House", "Invite-only"),
    ("Who pays the repair ship?", "Monday 16 June", "1300-1430", "Pilot House", "pay"),
    ("Lights on the reef", "Monday 16 June", "1315-1430", "Port House, Room 3", "here"),
    ("Storms and old buoys", "Monday 16 June", "1315-1445", "Skerry House", "Invite-only"),
    ("Tides for beginners", "Tuesday 17 June", "0830-0930", "Port House, Room 3", "here"),
    ("Ropes, knots and splices", "Tuesday 17 June", "0830-0945", "Port House, Room 5", "four"),
    ("Harbours for all", "Tuesday 17 June", "1300-1430", "Pilot House", "midnight"),
    ("What small ports need", "Tuesday 17 June", "1315-1430", "Port House, Room 3", "here"),
    ("Names for new islands", "Tuesday 17 June", "1330-1445", "Port House, Room 5", "Invite-only"),
    ("A pilot's day", "Wednesday 18 June", "1315-1445", "Beacon House", "Invite-only"),
    ("Maps that lie", "Wednesday 18 June", "1315-1430", "Port House, Room 1", "here"),
    ("Salt, rust and paint", "Wednesday 18 June", "1315-1430", "Anchor House", "Invite-only"),
)

_REGISTRATION = {
    "pay": "Please register your participation by Friday, 13 June, COB.",
    "here": "Please register here. Early registration is encouraged.",
    "four": "Please register by 4pm Friday, 13 June at this link.",
    "midnight": "Participants may RSVP by registering here by 15 June (midnight).",
}

_BEFORE = (
    ("5 Jun, 2031", "Lanterns and their Keepers", ""),
    ("21 -22 May 2031", "Northern Pilots Forum 2031", ""),
    ("2 May, 2031", "Two Views of a Tide Table", ""),
    ("6 - 7 July 2030", "Voices of the Harbour", "- Welcome and introduction (10:30 CET)"),
    ("28 Apr, 2030", "Webinar Overview: Priorities at Sea", "10:00 AM - 11:30 AM CET (UTC+2)"),
    ("10 Mar, 2030", "Buoy Talk #2: Who Counts the Waves?", "Who counts the waves at night?"),
    ("22 Feb, 2030", "A Common Approach to Broken Ropes", ""),
    ("27 January 2030", "Report Launch: Rope in Practice", "3:00PM CET / 2:00PM UTC"),
    ("30 Aug, 2029", "Anchors and Rights", ""),
    ("9 Jul, 2029", "Sea Polygon", ""),
    ("28 Apr, 2029", "Workshop on Quiet Harbours", ""),
    ("22 Feb, 2029", "First Open Consultation on Pilots", ""),
    ("13 Apr, 2029", "Water and Light, Part II", ""),
)


def _side_event(title: str, day: str, time: str, venue: str, registration: str) -> str:
    return (
        f"{title}\nDate: {day}\nTime: {time}\n"
        f"Venue: {venue}, 12 Quay Street, New York, NY 10017, United States\n"
        f"Registration: {_REGISTRATION.get(registration, registration)}\n"
    )


def _earlier(day: str, title: str, more: str) -> str:
    return f"{day}\n\nOnline\n\n{title}\n\n{more}\n\nA talk for all who work by the sea.\n"


_WEEK = """\
20 - 16 Jun, 2031

Side Events at the Third Session of the Harbour Working Group

Background
The working group meets each summer and hears what ports have to say.

Side Events of the Third Session, 16-20 June 2031
"""

_COMING = """\
24 Jun, 2031

Online

Update for Small Ports about Repair Ships

When and Where Tuesday, 24 June 2031 at 10:00 CEST.

RSVP by 23 June 2031 to confirm your place.
"""

LISTING = "\n".join(
    (
        "Harbours, Cables and Lights\n\nShowing 1-15 of 27 results\n",
        _COMING,
        _WEEK,
        *(_side_event(*one) for one in _SIDE_EVENTS),
        *(_earlier(*one) for one in _BEFORE),
    )
)
"""Its text, as it is copied from the page."""

WITHOUT_WEEKDAYS = re.sub(r"(?:Mon|Tues|Wednes)day (\d+ June)", r"\1", LISTING)
"""The same without what tells the year of a day that bears none."""
