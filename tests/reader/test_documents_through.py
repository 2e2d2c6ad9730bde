"""Documents as people send them, each read from its bytes to what it proposes."""

import datetime as dt
import io
import json
from typing import TypeVar

import docx

from briefing.model import Draft, Event, Mode, Task
from briefing.reader import Incoming, Proposed, read
from tests.reader.formats.pdfs import Drawn, Link, column, drawing, pdf
from tests.reader.known_names import gazetteer

TODAY = dt.date(2027, 1, 10)
D = TypeVar("D", bound=Draft)


def proposed(name: str, raw: bytes) -> Proposed:
    found = read(Incoming(name=name, raw=raw), gazetteer(), TODAY)
    for proposal in found.proposals:
        for evidence in proposal.draft.evidence.values():
            for one in evidence.citations:
                assert one.words == found.text[one.start : one.end]
    return found


def drafts(found: Proposed, kind: type[D]) -> list[D]:
    return [p.draft for p in found.proposals if isinstance(p.draft, kind)]


def clock(time: dt.time | None) -> str:
    return "" if time is None else f"{time:%H:%M}"


PORTAL = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "Lanterns for Quiet Ports | Harbour Portal"},
        {
            "@type": "EducationEvent",
            "name": "Lanterns for Quiet Ports",
            "startDate": "2027-03-10T14:00:00+01:00",
            "endDate": "2027-03-10T15:30:00+01:00",
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "eventStatus": "https://schema.org/EventScheduled",
            "location": [
                {"@type": "VirtualLocation", "url": "https://portal.example/live"},
                {"@type": "Place", "name": "Pilot House",
                 "address": {"streetAddress": "Quay 1", "addressLocality": "Oslo"}},
            ],
            "organizer": {"@type": "Organization", "name": "Harbour Institute"},
            "performer": [
                {"@type": "Person", "name": "Ana Berg", "jobTitle": "Director",
                 "worksFor": {"name": "Harbour Institute"}},
            ],
            "offers": {"url": "https://portal.example/register",
                       "validThrough": "2027-03-03T23:59:00+01:00"},
        },
    ],
}  # fmt: skip


def test_a_saved_portal_page_with_linked_data_is_one_event() -> None:
    page = f"""<!DOCTYPE html><html><head><title>Lanterns | Harbour Portal</title>
    <meta property="og:title" content="Lanterns for Quiet Ports">
    <link rel="canonical" href="https://portal.example/events/lanterns">
    <script type="application/ld+json">{json.dumps(PORTAL)}</script></head><body>
    <div class="cookie-banner">We use cookies. <button>Accept</button></div>
    <nav><ul><li><a href="/">Home</a><li><a href="/events">Events, 3 May 2027</a></ul></nav>
    <aside><h3>Upcoming events</h3><p>12 April 2027: Loud Ports</p></aside>
    <main><h1>Lanterns for Quiet Ports</h1>
    <p>Small harbours ask how bright a mole must be. This seminar brings pilots and boards together.
    </p><h2>Questions</h2><ul><li>Who pays for the lamps of a shared mole?</li></ul>
    <p>Please <a href="/events/lanterns/seat">register here</a>.</p></main>
    <footer>Portal, founded 2 June 1999</footer></body></html>"""

    found = proposed("lanterns.html", page.encode())

    (event,) = drafts(found, Event)
    assert "Lanterns for Quiet Ports" == event.title == found.source.title
    assert (dt.date(2027, 3, 10), "14:00", "15:30", 60) == (
        event.when.date, clock(event.when.time), clock(event.when.end_time), event.when.offset,
    )  # fmt: skip
    assert (Mode.HYBRID, "Pilot House, Quay 1, Oslo") == (event.mode, event.venue)
    assert ["Harbour Institute"] == [party.name for party in event.organisers]
    assert ["Ana Berg"] == [speaker.name for speaker in event.speakers]
    assert "https://portal.example/events/lanterns/seat" in [link.address for link in event.links]
    (task,) = drafts(found, Task)
    assert dt.date(2027, 3, 3) == task.due.date
    assert ["lanterns.html"] == [problem.source for problem in found.problems]


def test_a_page_whose_data_say_that_it_is_an_event_is_one_whatever_its_words() -> None:
    data = {
        "@type": "Event",
        "name": "Lanterns",
        "startDate": "2027-03-10T14:00:00+01:00",
        "eventStatus": "https://schema.org/EventCancelled",
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<html><head>{script}</head><body><h1>Lanterns</h1><p>Light and tea.</body></html>"

    (event,) = drafts(proposed("lanterns.html", page.encode()), Event)

    assert ("Lanterns", dt.date(2027, 3, 10), True) == (
        event.title, event.when.date, event.cancelled,
    )  # fmt: skip


LEFT = """\
Harbours of the north are lit by old
lamps whose makers are long gone. The
Lamp Institute and the Board of Moles
invite pilots, owners and neighbours to
a workshop on what comes after them.

Places are few. Please register here by
3 March 2027."""

RIGHT = """\
Programme
10:00 Opening by the harbour master
10:30 Lamps of old
11:15 Coffee
11:45 Who pays for light?
12:30 Lunch"""


def test_a_pdf_in_two_columns_is_one_event_with_its_programme() -> None:
    drawn = [
        Drawn(50, 790, "Workshop on Harbour Lamps", 20),
        Drawn(50, 760, "Date: 10 March 2027, 10:00-13:00 CET"),
        Drawn(50, 740, "Venue: Pilot House, Quay 1, Oslo"),
        *column(50, 690, LEFT),
        *column(330, 690, RIGHT),
    ]
    by_line = sorted(drawn, key=lambda one: (-one.base, one.left))
    links = (Link(165, 604, 227, 617, "https://lamps.example/register"),)

    found = proposed("lamps.pdf", pdf(drawing(by_line), links=links))

    (event,) = drafts(found, Event)
    assert "Workshop on Harbour Lamps" == event.title
    assert (dt.date(2027, 3, 10), "10:00", "13:00", "Pilot House, Quay 1, Oslo") == (
        event.when.date, clock(event.when.time), clock(event.when.end_time), event.venue,
    )  # fmt: skip
    assert [
        ("10:00", "Opening by the harbour master"),
        ("10:30", "Lamps of old"),
        ("11:15", "Coffee"),
        ("11:45", "Who pays for light?"),
        ("12:30", "Lunch"),
    ] == [(clock(item.time), item.title) for item in event.agenda]
    (task,) = drafts(found, Task)
    assert (dt.date(2027, 3, 3), ["https://lamps.example/register"]) == (
        task.due.date, [way.address for way in task.how],
    )  # fmt: skip


def test_a_word_document_with_its_programme_in_a_table_is_one_event() -> None:
    document = docx.Document()
    document.add_heading("Seminar on Quiet Moles", 0)
    document.add_paragraph("Date: 10 March 2027, 10:00-13:00 CET\nVenue: Pilot House, Oslo")
    document.add_paragraph("Small harbours ask how long a mole must be, and who builds it.")
    document.add_heading("Programme", 1)
    rows = [
        ("Time", "Session", "Speaker"),
        ("10:00-10:30", "Opening", "Ana Berg, Director, Harbour Institute"),
        ("10:30-11:15", "Moles of old", "Ole Nes, Historian, Board of Moles"),
        ("11:15-11:45", "Coffee", ""),
        ("11:45-13:00", "Who builds them", "Ida Lund, Engineer, Lamp Institute"),
    ]
    table = document.add_table(len(rows), 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    raw = io.BytesIO()
    document.save(raw)

    found = proposed("moles.docx", raw.getvalue())

    (event,) = drafts(found, Event)
    assert ("Seminar on Quiet Moles", dt.date(2027, 3, 10)) == (event.title, event.when.date)
    assert [("10:00", "10:30"), ("10:30", "11:15"), ("11:15", "11:45"), ("11:45", "13:00")] == [
        (clock(item.time), clock(item.end_time)) for item in event.agenda
    ]
    assert ["Opening", "Moles of old", "Coffee", "Who builds them"] == [
        item.title.partition(" | ")[0] for item in event.agenda
    ]
