import datetime as dt

import pytest

from briefing.model import Event, Task
from briefing.reader import Incoming, Known, read
from tests.reader.pages import events_of

SERIES = """HARBOUR LAW CENTRE

LECTURE SERIES 2026
"Ropes between States"
February to May 2026 · Online via Zoom

The Harbour Law Centre holds four lectures. All lectures start at 4 pm (UTC+2) and last an hour.

Lecture 1. What a knot is worth
Thursday 12/02/2026
Speaker: Dr. Ana Moss

Lecture 2. Who cut the line?
POSTPONED. It was planned for Thursday 12/03/2026; the new date is Thursday 19/03/2026.
Speaker: Prof. Tom Reed

Lecture 3. The price of a splice
Thursday 14/05/2026
Speaker: Ms Ida Lund
"""


def test_a_numbered_part_that_was_put_off_is_an_event_among_those_with_a_day_alone() -> None:
    whole, *parts = events_of(SERIES)

    days = [dt.date(2026, 2, 12), dt.date(2026, 3, 19), dt.date(2026, 5, 14)]
    assert [part.when.date for part in parts] == days
    assert {part.parent for part in parts} == {whole.id}


def test_the_hour_that_all_parts_begin_at_is_that_of_each_with_its_zone() -> None:
    _, *parts = events_of(SERIES)

    told = {(part.when.time, part.when.written_zone) for part in parts}
    assert told == {(dt.time(16), "UTC+2")}


@pytest.mark.parametrize(
    "line",
    [
        "Every second Tuesday, 12:00 – 13:00 CET",
        "Jeden zweiten Dienstag, jeweils 12:00–13:00 Uhr (CET)",
        "Chaque deuxième mardi, 12h00 – 13h00 (CET)",
        "Cada dos martes, de 12:00 a 13:00 (CET)",
    ],
)
def test_hours_below_a_heading_are_those_of_every_part(line: str) -> None:
    page = (
        "Ropes at noon: a webinar series\n\nDate and time\n" + line + "\n\n"
        "Webinar 1 - Tuesday, 3 March 2026\nWho holds the rope?\nGuest: Ana Moss\n\n"
        "Webinar 2 - Tuesday, 17 March 2026\nWho pays the rope?\nGuest: Tom Reed\n"
    )

    _, *parts = events_of(page)

    told = [(part.when.date, part.when.time, part.when.end_time) for part in parts]
    hours = (dt.time(12), dt.time(13))
    assert told == [(dt.date(2026, 3, 3), *hours), (dt.date(2026, 3, 17), *hours)]
    assert {part.when.written_zone for part in parts} == {"CET"}


def test_the_place_where_all_parts_are_held_is_that_of_each() -> None:
    page = (
        "Talks on ropes, spring 2026\n\n"
        "All talks take place at the Harbour House, Quay Street 4, Bergen.\n\n"
        "Talk 1: Who holds the rope?\nTuesday, 3 March 2026, 17:00\n\n"
        "Talk 2: Who pays the rope?\nTuesday, 17 March 2026, 17:00\n"
    )

    venues = [event.venue for event in events_of(page)]

    assert venues == ["Harbour House, Quay Street 4, Bergen"] * 3


@pytest.mark.parametrize("how", ["online (Zoom)", "online", "hybrid", "en ligne", "digitalt"])
def test_how_one_attends_behind_the_days_of_a_series_is_no_part_of_it(how: str) -> None:
    page = _numbered(f"3 March - 17 March 2026 | {how}")

    whole, *parts = events_of(page)

    assert [part.title for part in parts] == ["Who holds the rope", "Who pays for it"]
    assert {one.organisers[0].name for one in (whole, *parts)} == {"Harbour School of Law"}
    told = {(part.when.time, part.when.end_time, part.when.zone) for part in parts}
    assert told == {(dt.time(9), dt.time(10, 15), "America/New_York")}


@pytest.mark.parametrize("label", ["Guest", "Commentator", "Gjest", "Invitée", "Gast", "Invitado"])
def test_the_guest_named_right_below_a_part_speaks_at_it(label: str) -> None:
    page = _numbered("3 March - 17 March 2026 | online").replace("Guest:", f"{label}:")

    _, *parts = events_of(page)

    assert [[one.name for one in part.speakers] for part in parts] == [["Ana Moss"], ["Tom Reed"]]


@pytest.mark.parametrize(
    ("line", "of_parts"),
    [
        ("Sign up once for the whole series by 20 February 2026.", [False]),
        ("Register once, by 20 February 2026, for all of the talks.", [False]),
        (
            "Inscríbase una sola vez para todas las charlas antes del 20 de febrero de 2026.",
            [False],
        ),
        ("Register for each talk by 20 February 2026.", [True, True]),
    ],
)
def test_what_is_signed_up_for_once_is_the_series(line: str, of_parts: list[bool]) -> None:
    page = _numbered("3 March - 17 March 2026 | online") + line + "\n"

    source = Incoming(name="page.txt", raw=page.encode())
    found = [one.draft for one in read(source, Known(), dt.date(2026, 1, 10)).proposals]

    parts = {one.id for one in found if isinstance(one, Event) and one.parent is not None}
    assert [one.event in parts for one in found if isinstance(one, Task)] == of_parts


def _numbered(days: str) -> str:
    return (
        f"Ropes in practice: a webinar series\n{days}\n\n"
        "The Harbour School of Law invites sailors to short webinars. "
        "All webinars run from 9:00 to 10:15am New York time (ET).\n\n"
        "1. Tuesday, March 3 - Who holds the rope\nGuest: Ana Moss, Harbour University\n\n"
        "2. Tuesday, March 17 - Who pays for it\nGuest: Tom Reed, Rope Alliance\n\n"
    )
