"""What one person can't attend both of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.model import Event
from briefing.when import ASSUMED_LENGTH, Overlap, overlap


class Clash(NamedTuple):
    """Two events that are on at once, the earlier first."""

    one: Event
    other: Event
    overlap: Overlap


def clashes(events: Iterable[Event], home: ZoneInfo) -> list[Clash]:
    """Return the pairs of timed events that are, or may be, on at once, in order of time.

    Whole days do not clash, since one can go for a part; nor does an event with what is in it.
    """
    held = list(events)
    timed = [e for e in held if e.when.is_timed and not e.cancelled and not e.postponed]
    timed.sort(key=lambda event: event.when.sort_key(home))
    parents = {event.id: event.parent for event in held}
    return [
        Clash(one, other, meets)
        for one, other in _near(timed, home)
        if not _is_within(one.id, other.id, parents)
        and not _is_within(other.id, one.id, parents)
        and (meets := overlap(one.when, other.when, home)) is not Overlap.NO
    ]


def _near(ordered: list[Event], home: ZoneInfo) -> Iterator[tuple[Event, Event]]:
    """Yield the pairs whose spans, each at least the assumed length, could meet."""
    running: list[tuple[Event, float]] = []
    for event in ordered:
        span = event.when.span(home)
        assert span is not None
        start = span.start.timestamp()
        running = [(earlier, end) for earlier, end in running if end >= start]
        yield from ((earlier, event) for earlier, _ in running)
        running.append((event, max(span.end, span.start + ASSUMED_LENGTH).timestamp()))


def _is_within(inner: str, outer: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    above = parents.get(inner)
    while above is not None and above not in seen:
        if above == outer:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
