"""Who moved: whose stance is not the last one that they took before on the same matter."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from briefing.model import Position, Stance
from briefing.text import fold

Day: TypeAlias = Callable[[Position], dt.date | None]
"""Tells the day on which a position was taken."""


class Move(NamedTuple):
    """A change of stance."""

    before: Position
    now: Position


def moved(positions: Iterable[Position], before: Iterable[Position], day: Day) -> list[Move]:
    """Return each of some positions whose stance differs from the holder's last earlier one.

    Both are of one holder on one question, else on one topic, and of different days. A stance that
    is not known says nothing, nor does a position without a day.
    """
    earlier = _by_holder(position for position in before if _tells(position, day))
    told = sorted((p for p in positions if _tells(p, day)), key=lambda p: (_day(p, day), p.id))
    moves = []
    for now in told:
        last = _last_before(now, earlier, day)
        if last is not None and last.stance is not now.stance:
            moves.append(Move(last, now))
    return moves


def holders(position: Position) -> tuple[str, ...]:
    """Return the names by which its holder may be found: the stakeholder's id, and as written."""
    written = fold(position.holder)
    return (position.stakeholder, written) if position.stakeholder else (written,)


def is_same_holder(one: Position, other: Position) -> bool:
    """Return whether two positions are of one holder."""
    if one.stakeholder is not None and other.stakeholder is not None:
        return one.stakeholder == other.stakeholder
    return fold(one.holder) == fold(other.holder)


def is_same_matter(one: Position, other: Position) -> bool:
    """Return whether two positions are on one question, else on one topic."""
    if one.question is not None and other.question is not None:
        return one.question == other.question
    return bool(one.topic) and fold(one.topic) == fold(other.topic)


def _by_holder(positions: Iterable[Position]) -> Mapping[str, list[Position]]:
    found: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        for holder in holders(position):
            found[holder].append(position)
    return found


def _last_before(now: Position, earlier: Mapping[str, list[Position]], day: Day) -> Position | None:
    theirs = (position for holder in holders(now) for position in earlier.get(holder, ()))
    before = (
        position
        for position in theirs
        if _day(position, day) < _day(now, day)
        and is_same_holder(now, position)
        and is_same_matter(now, position)
    )
    return max(before, key=lambda position: (_day(position, day), position.id), default=None)


def _tells(position: Position, day: Day) -> bool:
    return position.stance is not Stance.UNKNOWN and day(position) is not None


def _day(position: Position, day: Day) -> dt.date:
    return day(position) or dt.date.min
