"""Pages of our own, read as a user's are."""

import datetime as dt

from briefing.model import Event
from briefing.reader import Incoming, Known, read

_TODAY = dt.date(2024, 1, 10)


def event_of(text: str) -> Event:
    """Return the one event that a page announces."""
    (event,) = events_of(text)
    return event


def events_of(text: str) -> list[Event]:
    """Return the events that a page announces."""
    proposed = read(Incoming(name="page.txt", raw=text.encode()), Known(), _TODAY)
    return [p.draft for p in proposed.proposals if isinstance(p.draft, Event)]
