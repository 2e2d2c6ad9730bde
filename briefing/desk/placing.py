"""The views of the desk as rows of ids: quick to fill, in slices, and kept in step."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from briefing.arrange.heads import HEADS, EventHead, Head
from briefing.arrange.orders import ViewOrder
from briefing.arrange.placed import Placed
from briefing.arrange.timeline import when_of
from briefing.desk import coming
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event, Forum, Position, Question, Record, Stakeholder, Task
from briefing.store import Change

MOST_TOUCHED = 200
"""Records that are put where they stand now one by one; more of them are placed anew with all."""

_FEW = 1_000
"""So many records are in order within a key's time."""

_NEAR = dt.timedelta(days=14)
_MOST_NEAR = 1_000

_DECODERS = {kind: msgspec.json.Decoder(head) for kind, head in HEADS.items()}
_CAN_T_BE_READ = "(can't be read; `briefing check` says why)"


class DeskHeads:
    """The heads of what a desk holds."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._lines = {kind: desk.store.table(kind) for kind in HEADS}

    def head(self, kind: type[Record], id: str) -> Head | None:
        """Return the head of a record; None where it is not held, or can't be read."""
        line = self._lines[kind].read_bytes(id)
        if line is None:
            return None
        try:
            return _DECODERS[kind].decode(line)
        except ValueError:
            return None

    def naming(self, id: str, kind: type[Record], *fields: str) -> Sequence[str]:
        """Return the ids of the records of a kind that name a record in one of the fields."""
        return self._store.lookups.naming(id, kind, *fields)


class View:
    """A view of a desk."""

    def __init__(self, desk: Desk, order: ViewOrder) -> None:
        self.order = order
        self._desk = desk

    @cached_property
    def is_small(self) -> bool:
        """Whether it is filled within a key's time."""
        return sum(map(self._desk.store.count, self.order.kinds)) <= _FEW

    def rows(self) -> Placed:
        """Return rows to be filled."""
        return Placed(self.order, self.record)

    def ids(self) -> Iterable[tuple[type[Record], Sequence[str]]]:
        """Return the ids of all that may be in it."""
        return [(kind, self._desk.store.ids(kind)) for kind in self.order.kinds]

    def touched(self, changes: Iterable[Change]) -> set[str]:
        """Return the ids of what changes may move."""
        return {id for change in changes for id in self.order.touched(*change)}

    def record(self, kind: type[Record], id: str) -> Record:
        """Return a record of a row; where its line can't be read, one that tells so."""
        try:
            return self._desk.store.get(kind, id) or _unreadable(kind, id)
        except BriefingError:
            return _unreadable(kind, id)


def around(desk: Desk, view: View, moment: dt.datetime) -> Placed:
    """Return the rows of what is on or due around a moment."""
    found: dict[type[Record], list[str]] = {kind: [] for kind in view.order.kinds}
    for kind, id, _ in desk.links.between(moment - _NEAR, moment + _NEAR):
        if kind in found and len(found[kind]) < _MOST_NEAR:
            found[kind].append(id)
    if Event in found:
        found[Event] = _with_those_above(DeskHeads(desk), found[Event])
    rows = view.rows()
    for _ in rows.fill(found.items()):
        pass
    return rows


def _with_those_above(heads: DeskHeads, events: Iterable[str]) -> list[str]:
    """Return events and what they stand under, though that be long over: its month is theirs."""
    found: dict[str, None] = {}
    waiting = list(events)
    while waiting:
        id = waiting.pop()
        head = None if id in found else heads.head(Event, id)
        found[id] = None
        if isinstance(head, EventHead) and head.parent is not None:
            waiting.append(head.parent)
    return list(found)


def moment_of(desk: Desk, id: str) -> dt.datetime:
    """Return when an event is on or a task is due; where it has no date, the morning of today."""
    record = desk.store.find(id) if id else None
    when = when_of(record) if isinstance(record, Event | Task) else None
    span = when.span(desk.home) if when is not None else None
    return span.start if span is not None else coming.morning(desk).astimezone(dt.UTC)


def _unreadable(kind: type[Record], id: str) -> Record:
    """Return what stands for a record whose line can't be read, or that has just gone."""
    return _STAND_INS[kind](id)


_STAND_INS: Mapping[type[Record], Callable[[str], Record]] = {
    Event: lambda id: Event(id=id, title=_CAN_T_BE_READ),
    Task: lambda id: Task(id=id, what=_CAN_T_BE_READ),
    Forum: lambda id: Forum(id=id, name=_CAN_T_BE_READ),
    Stakeholder: lambda id: Stakeholder(id=id, name=_CAN_T_BE_READ),
    Question: lambda id: Question(id=id, text=_CAN_T_BE_READ),
    Position: lambda id: Position(id=id, claim=_CAN_T_BE_READ, holder=""),
}
