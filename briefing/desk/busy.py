"""When one is busy elsewhere: taken from calendar files, of which only start and end are kept."""

import datetime as dt
from typing import NamedTuple

from briefing.desk.desk import Desk
from briefing.errors import Problem
from briefing.model import Engagement
from briefing.when import When

_YEAR = dt.timedelta(days=366)


class Kept(NamedTuple):
    """What came of a calendar file."""

    new: int
    known: int
    """How many of its times were kept before."""
    problems: tuple[Problem, ...]


def bring_in(desk: Desk, name: str, raw: bytes) -> Kept:
    """Keep the busy times of a calendar file from today on for a year; those known stay as is."""
    from briefing.reader.formats.ics_busy import busy

    today = desk.today
    found = busy(raw, name, first=today, last=today + _YEAR, home=desk.home)
    times = {_id(when): when for when in found.times}
    known = times.keys() & set(desk.store.ids(Engagement))
    with desk.change("Busy times of a calendar") as edit:
        for id in times.keys() - known:
            edit.put(Engagement(id=id, when=times[id]))
    return Kept(len(times) - len(known), len(known), found.problems)


def clear(desk: Desk) -> int:
    """Forget all busy times, and return how many there were."""
    held = list(desk.store.all(Engagement))
    with desk.change("Busy times forgotten") as edit:
        for engagement in held:
            edit.remove(engagement)
    return len(held)


def _id(when: When) -> str:
    """Return an id that is the same for the same time, whatever calendar it comes from."""
    parts = (when.date, when.time, when.end_date, when.end_time)
    told = "-".join(part.isoformat() for part in parts if part is not None)
    return f"busy-{told.replace(':', '')}"
