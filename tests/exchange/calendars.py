"""Calendar files as other programs read them, and items for them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from icalendar import Calendar

from briefing.exchange.calendar import Entry, Made, Version, make
from briefing.model import Event, Task
from briefing.when import When

TODAY = dt.date(2031, 6, 2)


def made(
    *records: Event | Task | Entry, today: dt.date = TODAY, name: str = "", home: str = ""
) -> Made:
    """A calendar file of records."""
    entries = (one if isinstance(one, Entry) else Entry(record=one) for one in records)
    version = Version(0, today)
    return make(entries, today=today, numbering=lambda _uid, _told: version, name=name, home=home)


def items(content: bytes) -> list[Any]:
    """The events of a calendar file, as icalendar reads them."""
    calendar = Calendar.from_ical(content)
    found = calendar.walk("VEVENT")
    assert [] == [error for one in found for error in one.errors]
    return found


def item(*records: Event | Task | Entry, today: dt.date = TODAY) -> Any:  # noqa: ANN401
    """The one event of a calendar file of records."""
    (found,) = items(made(*records, today=today).content)
    return found


def lines(content: bytes) -> list[str]:
    """The lines of a calendar file without their folds."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def at(when: When) -> Event:
    """An event at a time."""
    return Event(id="lamp-night-ab2cd", title="Lamp Night", when=when)


def told(content: bytes, names: Iterable[str]) -> list[str]:
    """The lines that begin with some names."""
    return [one for one in lines(content) if one.startswith(tuple(names))]
