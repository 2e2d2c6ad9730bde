"""What is passed on in a line or two: a text message, a short mail, a forwarded word."""

import datetime as dt

import pytest

from briefing.model import Event, Task, TaskKind
from briefing.reader import Incoming, Known, Proposed, read

TODAY = dt.date(2031, 6, 15)


def _read(text: str) -> Proposed:
    return read(Incoming(name="note.txt", raw=text.encode()), Known(), TODAY)


MESSAGES = (
    (
        "Hi Mara, our side event on small boats is on Thursday 19 June at 1:15 pm, Room XIX,"
        " Palais des Nations. Names by Thursday 12 June COB pls. Ana",
        ("Side event on small boats", "2031-06-19 13:15", "Room XIX, Palais des Nations"),
        "2031-06-12",
    ),
    (
        "Hei! Vi har frokostmøte om fiskenett onsdag 18. juni kl 08.30-10 i Bergen. Si ifra innen"
        " mandag 16. juni om du kommer. Kari",
        ("Frokostmøte om fiskenett", "2031-06-18 08:30", "Bergen"),
        "2031-06-16",
    ),
    (
        "FYI - briefing on undersea cables, Wed 25/6, 9am-10.30am, British Embassy, Rue de"
        " Vermont 37. Please tell me by Mon 23/6.",
        (
            "Briefing on undersea cables",
            "2031-06-25 09:00",
            "British Embassy, Rue de Vermont 37",
        ),
        "2031-06-23",
    ),
    (
        "Bonjour, déjeuner-débat sur les câbles mardi 24 juin à 12h30, Maison du Lac, Genève."
        " Merci de me confirmer avant vendredi 20 juin. Luc",
        ("Déjeuner-débat sur les câbles", "2031-06-24 12:30", "Maison du Lac, Genève"),
        "2031-06-20",
    ),
    (
        'Fwd: Save the date - "Nets for All", 24 June 2031, 10:00-12:00, Hotel Brise, Geneva. RSVP'
        " 20 June.",
        ("Nets for All", "2031-06-24 10:00", "Hotel Brise, Geneva"),
        "2031-06-20",
    ),
)


@pytest.mark.parametrize(("text", "told", "due"), MESSAGES)
def test_a_line_or_two_announce_an_event(text: str, told: tuple[str, str, str], due: str) -> None:
    drafts = [proposal.draft for proposal in _read(text).proposals]

    (event,) = (draft for draft in drafts if isinstance(draft, Event))
    (task,) = (draft for draft in drafts if isinstance(draft, Task))
    assert (event.title, f"{event.when.date} {event.when.time:%H:%M}", event.venue) == told
    assert str(task.due.date) == due


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Reminder: attachés' breakfast Thurs 26 June 0830, no RSVP.", "Attachés' breakfast"),
        ("SAVE THE DATE: 2-3 Sept 2031, 4th Harbour Dialogue, Bergen.", "4th Harbour Dialogue"),
        ("El jueves 26 de junio a las 17 h hay conversatorio sobre cables.", "Conversatorio"),
    ],
)
def test_a_title_is_taken_without_its_day(text: str, title: str) -> None:
    (event,) = (p.draft for p in _read(text).proposals if isinstance(p.draft, Event))

    assert event.title.startswith(title)
    assert "Sept" not in event.title
    assert "June" not in event.title


@pytest.mark.parametrize(
    ("written", "day"),
    [("Wed 25/6", dt.date(2031, 6, 25)), ("Thu 6/19", dt.date(2031, 6, 19))],
)
def test_a_weekday_makes_figures_a_day(written: str, day: dt.date) -> None:
    text = f"Seminar on nets, {written}, 14:00-15:00, Hotel Brise, Geneva."

    (event,) = (p.draft for p in _read(text).proposals if isinstance(p.draft, Event))

    assert event.when.date == day


PASSED_ON = """From: Liv Strand
Sent: Friday, 6 June 2031 17:42
To: Capital
Subject: FW: Lunch briefing on nets

Dear all, could one of you go? Please tell me by Tuesday 10 June.

-----Original Message-----
From: Lagoon Institute
Sent: Thursday, 5 June 2031 10:11
Subject: Lunch briefing on nets

Dear colleagues, we invite you to a lunch briefing on nets on Thursday 19 June 2031, 12:30-14:00,
Hotel Brise, Geneva. Please confirm to nets@lagoon.example by Monday 16 June.
"""


def test_what_a_colleague_wants_to_know_is_no_deadline_of_the_event() -> None:
    tasks = [p.draft for p in _read(PASSED_ON).proposals if isinstance(p.draft, Task)]

    assert [(task.kind, str(task.due.date)) for task in tasks] == [
        (TaskKind.OTHER, "2031-06-10"),
        (TaskKind.REGISTER, "2031-06-16"),
    ]
