"""What belongs to one person at the desk: what they go to, and when they are busy."""

from enum import StrEnum

from briefing.model.basis import Handling, Level, Record
from briefing.when import When


class Going(StrEnum):
    """Whether one goes to an event, in the order in which it is settled."""

    INTERESTED = "interested"
    GOING = "going"
    COVERED = "covered"
    DECLINED = "declined"
    DONE = "done"


class Attendance(Record, frozen=True, kw_only=True):
    """Whether the person at the desk goes to an event; without one it is open."""

    handling: Handling = Handling(level=Level.ME)
    event: str
    going: Going
    covered_by: str = ""
    """The colleague who goes instead."""


class Engagement(Record, frozen=True, kw_only=True):
    """A time at which one is busy elsewhere; of the calendar that it came from nothing else."""

    handling: Handling = Handling(level=Level.ME)
    when: When


def attendance_id(event: str) -> str:
    """Return the id of one's attendance of an event: an event has at most one."""
    return f"going-{event}"
