"""Who moved: whose stance is not the last one that they took before on the same matter."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from briefing.model import Position, Stance
from briefing.note import claims
from briefing.note.blocks import Block, Run, Table, Text, one_line, plain
from briefing.note.scene import Setting
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


def told(setting: Setting, moves: Iterable[Move]) -> tuple[Block, ...]:
    """Return who moved on what, from where to where, as a table."""
    say = setting.words.say
    texts = {question.id: question.text for question in setting.held.questions}
    rows = tuple(_row(setting, move, texts) for move in moves)
    columns = (say("Who"), say("On what"), say("Before"), say("Now"))
    return (Table(columns=columns, rows=rows, shares=(3, 4, 4, 5)),) if rows else ()


def holders(position: Position) -> tuple[str, ...]:
    """Return the names by which its holder may be found: the stakeholder's id, and as written."""
    if position.is_anonymous:
        return ()
    written = fold(position.holder)
    return (position.stakeholder, written) if position.stakeholder else (written,)


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
        and claims.is_same_holder(now, position)
        and claims.is_same_matter(now, position)
    )
    return max(before, key=lambda position: (_day(position, day), position.id), default=None)


def _tells(position: Position, day: Day) -> bool:
    return position.stance is not Stance.UNKNOWN and day(position) is not None


def _day(position: Position, day: Day) -> dt.date:
    return day(position) or dt.date.min


# How it is told ---------------------------------------------------------------------------------


def _row(setting: Setting, move: Move, texts: Mapping[str, str]) -> tuple[Text, ...]:
    before, now = move
    return (
        (Run(text=one_line(now.holder), is_strong=True),),
        plain(texts.get(now.question or "") or now.topic),
        _stance(setting, before, claims.where(setting, before)),
        _stance(setting, now, claims.claim(setting, now)),
    )


def _stance(setting: Setting, position: Position, more: str) -> Text:
    stance = claims.stance(setting, position)
    label = setting.words.label(stance) if more else stance
    fact = setting.ledger.cell(more, *claims.values(position))
    return (Run(text=label, is_strong=True), *((Run(text=" "),) if more else ()), *fact)
