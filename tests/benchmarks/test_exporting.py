"""What a calendar file costs, beside icalendar's own writing and beside itself on more events."""

import datetime as dt
import sys
import time
import tracemalloc
from collections.abc import Callable
from zoneinfo import ZoneInfo

from icalendar import Event as Written

from briefing.exchange.calendar import Entry, Made, Version, make
from briefing.model import Event, Party, Source
from briefing.when import Precision, When, ZoneBasis

TODAY = dt.date(2031, 6, 2)
FEW, MANY = 5_000, 20_000
NOISE = 1.5
"""How far a busy machine may be from proportion."""
ZONES = ("Europe/Oslo", "America/New_York", "Asia/Kolkata", "Australia/Sydney")

SOURCE = Source(id="s", title="Programme of Cable Week", address="https://fsc.example/programme")


def _event(number: int) -> Event:
    when = When(
        date=dt.date(2030, 1, 1) + dt.timedelta(days=number % 700),
        time=dt.time(number % 12),
        end_time=dt.time(13),
        zone=ZONES[number % len(ZONES)],
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )
    return Event(
        id=f"event-{number}",
        title=f"A talk, the {number}th; on cables",
        when=when,
        venue="Harbour Hall, 4 Quay Street",
        organisers=(Party(key="k2", name="Lantern Institute"),),
    )


def _made(events: list[Event]) -> Made:
    entries = (Entry(record=event, sources=(SOURCE,)) for event in events)
    return make(entries, today=TODAY, numbering=lambda _uid, _told: Version(1, TODAY))


def _by_icalendar(events: list[Event]) -> None:
    for event in events:
        span = event.when.span(ZoneInfo("UTC"))
        assert span is not None
        written = Written()
        written.add("UID", event.id)
        written.add("DTSTAMP", span.start)
        written.add("SEQUENCE", 1)
        written.add("DTSTART", span.start.astimezone(ZoneInfo(event.when.zone or "UTC")))
        written.add("DTEND", span.end.astimezone(ZoneInfo(event.when.zone or "UTC")))
        written.add("SUMMARY", event.title)
        written.add("LOCATION", event.venue)
        written.add("DESCRIPTION", f"Sources:\n- {SOURCE.title}, {SOURCE.address}")
        written.add("STATUS", "CONFIRMED")
        written.add("TRANSP", "TRANSPARENT")
        written.to_ical()


def _seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(3))


def test_writing_takes_half_the_time_that_icalendar_takes() -> None:
    events = [_event(number) for number in range(FEW)]

    ours, theirs = _seconds(lambda: _made(events)), _seconds(lambda: _by_icalendar(events))

    _tell(f"{FEW:,} events: ours {ours:.2f} s, icalendar {theirs:.2f} s, {ours / theirs:.2f}")
    assert ours <= theirs / 2


def test_four_times_the_events_take_four_times_the_time() -> None:
    events = [_event(number) for number in range(MANY)]

    few, many = _seconds(lambda: _made(events[:FEW])), _seconds(lambda: _made(events))

    _tell(f"{FEW:,} events {few:.2f} s, {MANY:,} events {many:.2f} s")
    assert many <= few * MANY / FEW * NOISE


def test_writing_takes_the_memory_of_the_file_three_times_at_most() -> None:
    events = [_event(number) for number in range(FEW)]
    tracemalloc.start()

    made = _made(events)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    _tell(f"a file of {len(made.content):,} bytes takes {most:,} at most")
    assert most <= len(made.content) * 3


def _tell(line: str) -> None:
    print(f"\n{line}", file=sys.stderr)
