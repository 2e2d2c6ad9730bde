"""One day with what is on at once side by side, what lasts all day above it, and what is due."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.arrange.clashes import Held
from briefing.arrange.timeline import in_order, open_tasks
from briefing.model import Engagement, Event, Task
from briefing.when import ASSUMED_LENGTH, Precision, When

_ALL_DAY = dt.timedelta(hours=20)
"""What lasts so long, one can't attend from beginning to end."""


class Slot(NamedTuple):
    """Something that has its hours on the day."""

    held: Held
    start: dt.datetime
    """In UTC."""
    end: dt.datetime
    """In UTC; of what has no end, when it is taken to end."""
    lane: int = 0
    """Which of the columns it stands in."""


class Stretch(NamedTuple):
    """What hangs together by being on at once; or one thing by itself."""

    slots: tuple[Slot, ...]
    """By their beginning."""

    @property
    def lanes(self) -> int:
        """How many stand side by side."""
        return 1 + max(slot.lane for slot in self.slots)

    @property
    def start(self) -> dt.datetime:
        """When the first begins."""
        return min(slot.start for slot in self.slots)

    @property
    def end(self) -> dt.datetime:
        """When the last ends."""
        return max(slot.end for slot in self.slots)


class Board(NamedTuple):
    """A day. Which things are of it, their own clocks say."""

    day: dt.date
    all_day: tuple[Event, ...]
    """What lasts all day or longer, or has others of the day within it."""
    stretches: tuple[Stretch, ...]
    due: tuple[Task, ...]
    """The tasks still open that are due on the day."""
    clock: When | None
    """A time on the clock that most of the day is told on; None where none is told."""

    @property
    def lanes(self) -> int:
        """How many columns the day needs."""
        return max((stretch.lanes for stretch in self.stretches), default=0)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it."""
        return not (self.all_day or self.stretches or self.due)


def board(
    day: dt.date,
    events: Iterable[Event],
    tasks: Iterable[Task],
    busy: Iterable[Engagement],
    home: ZoneInfo,
) -> Board:
    """Return a day of what is on, due and busy; what is of other days is left out."""
    on = [event for event in in_order(events, home) if is_on(event.when, day)]
    above = {event.parent for event in on if event.when.is_timed}
    all_day = tuple(e for e in on if e.id in above or _lasts_all_day(e.when, home))
    slots = [_slot(event, home) for event in on if event not in all_day]
    slots += [_slot(one, home) for one in busy if one.when.is_timed and is_on(one.when, day)]
    due = (task for task in tasks if task.due.date == day)
    return Board(
        day,
        all_day,
        tuple(_stretches(sorted(slots, key=lambda slot: (slot.start, -slot.end.timestamp())))),
        tuple(open_tasks((t for t in due if _is_to_the_day(t.due)), home)),
        _clock(slots),
    )


def is_on(moment: When, day: dt.date) -> bool:
    """Return whether something is on a day, as far as its own clock knows the day."""
    first, last = moment.date, moment.last_date
    return _is_to_the_day(moment) and first is not None and first <= day <= (last or first)


def _is_to_the_day(moment: When) -> bool:
    return moment.precision in (Precision.DAY, Precision.MINUTE)


def _lasts_all_day(moment: When, home: ZoneInfo) -> bool:
    span = moment.span(home)
    return not moment.is_timed or (span is not None and span.end - span.start >= _ALL_DAY)


def _slot(held: Held, home: ZoneInfo) -> Slot:
    span = held.when.span(home)
    assert span is not None
    return Slot(
        held, span.start, span.start + ASSUMED_LENGTH if span.start == span.end else span.end
    )


def _stretches(slots: Sequence[Slot]) -> Iterator[Stretch]:
    """Yield slots, which come by their beginning, as far as they hang together."""
    together: list[Slot] = []
    ends: list[dt.datetime] = []
    for slot in slots:
        if together and slot.start >= max(ends):
            yield Stretch(tuple(together))
            together, ends = [], []
        lane = next((n for n, end in enumerate(ends) if end <= slot.start), len(ends))
        ends[lane : lane + 1] = [slot.end]
        together.append(slot._replace(lane=lane))
    if together:
        yield Stretch(tuple(together))


def _clock(slots: Iterable[Slot]) -> When | None:
    told = [slot.held.when for slot in slots if isinstance(slot.held, Event)]
    zoned = [moment for moment in told if not moment.is_floating]
    counted = Counter((moment.zone, moment.offset) for moment in zoned)
    most = max(counted, key=counted.__getitem__, default=None)
    return next((moment for moment in zoned if (moment.zone, moment.offset) == most), None)
