"""What the composers of a note on some days work from: what is on, or what one forum did."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.arrange.clashes import Clash
from briefing.model import Attendance, Event, Forum, Note, Position, Task
from briefing.note.held import Held
from briefing.note.scene import Setting
from briefing.when import Precision, When, whole_day


class Span(NamedTuple):
    """Some days, of one forum or of all."""

    first: dt.date
    last: dt.date
    """Itself included."""
    forum: str = ""
    """The Forum's id; empty for whatever is on."""

    @property
    def subject(self) -> str:
        """How a note names it: "2023-07-24/2023-07-28", a forum's id and a space before it."""
        return f"{self.forum} {self.first}/{self.last}".lstrip()

    @property
    def when(self) -> When:
        """Its days."""
        return whole_day(self.first, self.last)

    def covers(self, when: When) -> bool:
        """Return whether something is on in these days; in a month only if all of it is theirs."""
        first, last = when.date, when.last_date
        if first is None or last is None:
            return False
        if when.precision in (Precision.MONTH, Precision.YEAR):
            return self.first <= first and last <= self.last
        return first <= self.last and last >= self.first

    def has(self, day: dt.date | None) -> bool:
        """Return whether it is one of its days."""
        return day is not None and self.first <= day <= self.last


_SUBJECT = re.compile(r"(?:(\S+) )?(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


def span_of(subject: str) -> Span | None:
    """Return the days that a note's subject names; None where it names a record."""
    found = _SUBJECT.fullmatch(subject)
    if found is None:
        return None
    try:
        first, last = (dt.date.fromisoformat(day) for day in found.groups()[1:])
    except ValueError:
        return None
    return Span(first, last, found[1] or "") if first <= last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanHeld(Held):
    """What a desk hands over for the note on some days.

    `tasks` are those due in them, those of its events; `forums` also those with a
    step in them; `questions` those asked at its events;
    `positions` those taken in them, `occasions` the events of all these.
    """

    forum: Forum | None = None
    """The one that it is about."""
    events: tuple[Event, ...] = ()
    """What is on, in order of time."""
    late: tuple[Task, ...] = ()
    """What should be done by now."""
    some_day: tuple[Event, ...] = ()
    """What is on in a month that is partly theirs, on a day that is not known yet."""
    coming: tuple[Event, ...] = ()
    """What the forum does next."""
    attendance: Mapping[str, Attendance] = field(default_factory=dict)
    """Event's id -> whether the person goes."""
    on_events: Mapping[str, Note] = field(default_factory=dict)
    """Event's id -> what is written in the note on it."""
    clashes: tuple[Clash, ...] = ()
    own: tuple[Position, ...] = ()
    """What the person's own side holds."""
    earlier: tuple[Position, ...] = ()
    """What those who took a position held before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanScene(Setting):
    """Some days, and all that a note on them is told from."""

    held: SpanHeld
    span: Span
