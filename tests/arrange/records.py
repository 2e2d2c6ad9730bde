"""Short makers of invented records for the views."""

import datetime as dt
from zoneinfo import ZoneInfo

from briefing.model import Event, Task, TaskState
from briefing.when import Precision, When, undated, whole_day

HOME = ZoneInfo("Europe/Oslo")
NEW_YORK = "America/New_York"


def at(day: str, time: str, end: str = "", zone: str | None = "Europe/Oslo") -> When:
    return When(
        date=dt.date.fromisoformat(day),
        time=dt.time.fromisoformat(time),
        end_time=dt.time.fromisoformat(end) if end else None,
        zone=zone,
        precision=Precision.MINUTE,
    )


def on(first: str, last: str = "") -> When:
    return whole_day(dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else None)


def event(
    id: str, when: When | None = None, *, parent: str | None = None, cancelled: bool = False
) -> Event:
    return Event(
        id=id, title=f"Event {id}", when=when or undated(), parent=parent, cancelled=cancelled
    )


def task(id: str, due: When | None = None, state: TaskState = TaskState.TO_DO) -> Task:
    return Task(id=id, what=f"Task {id}", due=due or undated(), state=state)
