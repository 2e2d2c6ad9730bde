"""Where each record stands in each view, told by heads alone; equal to arranging whole records."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from briefing.arrange import due
from briefing.arrange.attending import CLOSED
from briefing.arrange.forums import (
    HELD,
    IN_USE,
    NO_FORUM,
    NO_QUESTION,
    NO_STAKEHOLDER,
    OTHERS,
    newest_first,
)
from briefing.arrange.heads import (
    EventHead,
    Head,
    Heads,
    HolderHead,
    PositionHead,
    QuestionHead,
    TaskHead,
)
from briefing.arrange.links import references
from briefing.arrange.placed import Begin, Key, Place, begin_of
from briefing.arrange.questions import NO_EVENT, theme_order, themed
from briefing.arrange.timeline import month_label
from briefing.model import Event, Forum, Position, Question, Record, Stakeholder, Task
from briefing.text import fold
from briefing.when import When
from briefing.when_words import date_words

_UNDATED: Key = (True, 0)
_MONTHS = 12
_MOST_REMEMBERED = 200_000


class _Own(NamedTuple):
    """What an event is ordered by, were it not for those above it."""

    key: Key
    parent: str | None
    month: Key
    begin: Begin | None


class TimelineOrder:
    """Events and open tasks in order of time, side events under their parent."""

    def __init__(
        self, heads: Heads, home: ZoneInfo, kinds: Sequence[type[Record]] = (Event, Task)
    ) -> None:
        self.kinds = kinds
        self.kept: str | None = None
        """A task that stays though it is over."""
        self._heads = heads
        self._home = home
        self._events: dict[str, _Own | None] = {}

    def places(self, kind: type[Record], id: str) -> Sequence[Place]:
        """Return where an event or an open task stands."""
        if kind is Event:
            path = list(self._path(id))
            key = tuple(event.key for event in reversed(path))
            return (Place(key, path[-1].month, len(path) - 1, path[0].begin),) if path else ()
        head = self._heads.head(kind, id)
        if not isinstance(head, TaskHead) or (head.state in CLOSED and id != self.kept):
            return ()
        meant = due.safe(head.due)
        key = (self._key(meant, head.what, kind, id),)
        return (Place(key, _month(meant), begin=begin_of(meant, self._home)),)

    def label(self, section: Key) -> str:
        """Return the month."""
        month = section[1]
        assert isinstance(month, int)
        return month_label(None if section == _UNDATED else _first_day(month))

    def forget(self) -> None:
        """Forget the events of before."""
        self._events.clear()

    def touched(self, before: Record | None, after: Record | None) -> Iterator[str]:
        """Yield the ids of what a change may move."""
        record = after or before
        if isinstance(record, Task) and not _same(before, after, "what", "due", "state"):
            yield record.id
        if isinstance(record, Event) and not _same(before, after, "title", "when", "parent"):
            yield from self._below(record.id)

    def _below(self, id: str) -> Iterator[str]:
        found, waiting = {id}, [id]
        while waiting:
            current = waiting.pop()
            yield current
            parts = set(self._heads.naming(current, Event, "parent")) - found
            found |= parts
            waiting += parts

    def _path(self, id: str) -> Sequence["_Own"]:
        """Return an event and those above it; itself alone where that goes round in a circle."""
        path: list[_Own] = []
        seen: set[str] = set()
        current: str | None = id
        while current is not None and (event := self._event(current)):
            if current in seen:
                return path[:1]
            seen.add(current)
            path.append(event)
            current = event.parent
        return path

    def _event(self, id: str) -> "_Own | None":
        if id in self._events:
            return self._events[id]
        head = self._heads.head(Event, id)
        told = None
        if isinstance(head, EventHead):
            key = self._key(head.when, head.title, Event, id)
            begin = begin_of(head.when, self._home)
            told = _Own(key, head.parent, _month(head.when), begin)
        if len(self._events) < _MOST_REMEMBERED:
            self._events[id] = told
        return told

    def _key(self, moment: When, name: str, kind: type[Record], id: str) -> Key:
        return moment.sort_key(self._home), name, kind is Task, id


class ForumsOrder:
    """Positions under the forum, the stakeholder or the question that they are held on."""

    def __init__(self, heads: Heads, by: str) -> None:
        kind, self._without = _HEADS_BY[by]
        self.kinds: Sequence[type[Record]] = (kind, Position)
        self._kind = kind
        self._by = by
        self._heads = heads
        self._names: dict[str, str | None] = {}

    def places(self, kind: type[Record], id: str) -> Sequence[Place]:
        """Return where a head or a position stands."""
        if kind is Position:
            return self._position(id)
        name = self._name(id)
        section = None if name is None else self._section(id)
        return () if section is None else (Place(((section, name, id),), (section,)),)

    def label(self, section: Key) -> str:
        """Return whether something is held."""
        labels = (HELD, self._without, IN_USE, OTHERS)
        number = section[0]
        assert isinstance(number, int)
        return labels[number]

    def forget(self) -> None:
        """Forget the names of before."""
        self._names.clear()

    def touched(self, before: Record | None, after: Record | None) -> Iterator[str]:
        """Yield the ids of what a change may move."""
        record = after or before
        if isinstance(record, Position):
            if not _same(before, after, "holder", "on", self._by):
                yield record.id
            heads = [getattr(each, self._by) if each else None for each in (before, after)]
            yield from (head for head in heads if head and heads[0] != heads[1])
        elif isinstance(record, self._kind) and not _same(before, after, *_NAMES[self._kind]):
            yield record.id
            yield from self._heads.naming(record.id, Position, self._by)
        elif isinstance(record, Event) and self._kind is not Question:
            named = [set(references(each)) if each else set() for each in (before, after)]
            yield from named[0] ^ named[1]

    def _position(self, id: str) -> Sequence[Place]:
        head = self._heads.head(Position, id)
        if not isinstance(head, PositionHead):
            return ()
        own = newest_first(head.on, head.holder, id)
        under: str | None = getattr(head, self._by)
        name = self._name(under) if under else None
        if name is None:
            return (Place(((1,), own), (1,)),)
        return (Place(((0, name, under), own), (0,), 1),)

    def _name(self, id: str) -> str | None:
        """Return the folded name of a head; None where it is not held."""
        if id not in self._names:
            head = self._heads.head(self._kind, id)
            self._names[id] = None if head is None else fold(_called(head))
        return self._names[id]

    def _section(self, id: str) -> int | None:
        if self._heads.naming(id, Position, self._by):
            return 0
        if self._kind is Question:
            return None
        return 2 if self._heads.naming(id, Event) else 3


class ThemeOrder:
    """Questions under their first theme."""

    kinds: Sequence[type[Record]] = (Question,)

    def __init__(self, heads: Heads) -> None:
        self._heads = heads

    def places(self, kind: type[Record], id: str) -> Sequence[Place]:
        """Return where a question stands."""
        head = self._heads.head(kind, id)
        if not isinstance(head, QuestionHead):
            return ()
        section = theme_order(head.topics[0] if head.topics else "")
        return (Place((section, fold(head.text), id), section),)

    def label(self, section: Key) -> str:
        """Return the theme."""
        return themed(str(section[-1]))

    def forget(self) -> None:
        """Nothing is remembered."""

    def touched(self, before: Record | None, after: Record | None) -> Iterator[str]:
        """Yield the ids of what a change may move."""
        record = after or before
        if isinstance(record, Question) and not _same(before, after, "text", "topics"):
            yield record.id


class OccasionOrder:
    """Questions under each event where they were asked or are expected."""

    kinds: Sequence[type[Record]] = (Question,)

    def __init__(self, heads: Heads, home: ZoneInfo) -> None:
        self._heads = heads
        self._home = home

    def places(self, kind: type[Record], id: str) -> Sequence[Place]:
        """Return where a question stands, once for each event that is held."""
        head = self._heads.head(kind, id)
        if not isinstance(head, QuestionHead):
            return ()
        named = {told.event for told in (*head.asked, *head.expected) if told.event}
        held = [(event, found) for event in named if (found := self._event(event))]
        sections: Iterable[Key] = [
            (False, found.when.sort_key(self._home), found.title, event) for event, found in held
        ]
        text = fold(head.text)
        return [Place((s, text, id), s) for s in sections or [(True,)]]

    def label(self, section: Key) -> str:
        """Return date and title of the event."""
        event = self._event(str(section[-1])) if section != (True,) else None
        if event is None:
            return NO_EVENT
        return f"{date_words(event.when, weekday=False)}  {event.title}"

    def forget(self) -> None:
        """Nothing is remembered."""

    def touched(self, before: Record | None, after: Record | None) -> Iterator[str]:
        """Yield the ids of what a change may move."""
        record = after or before
        if isinstance(record, Question) and not _same(before, after, "text", "asked", "expected"):
            yield record.id
        if isinstance(record, Event) and not _same(before, after, "title", "when"):
            yield from self._heads.naming(record.id, Question, "asked", "expected")

    def _event(self, id: str) -> EventHead | None:
        head = self._heads.head(Event, id)
        return head if isinstance(head, EventHead) else None


ViewOrder: TypeAlias = TimelineOrder | ForumsOrder | ThemeOrder | OccasionOrder

_HEADS_BY: dict[str, tuple[type[Record], str]] = {
    "forum": (Forum, NO_FORUM),
    "stakeholder": (Stakeholder, NO_STAKEHOLDER),
    "question": (Question, NO_QUESTION),
}
_NAMES: dict[type[Record], Sequence[str]] = {
    Forum: ("acronym", "name"),
    Stakeholder: ("name",),
    Question: ("text",),
}


def _called(head: Head) -> str:
    if isinstance(head, HolderHead):
        return head.acronym or head.name
    return head.text if isinstance(head, QuestionHead) else ""


def _same(before: Record | None, after: Record | None, *fields: str) -> bool:
    """Return whether a record was and is held, and some fields are as they were."""
    if before is None or after is None:
        return False
    return all(getattr(before, field) == getattr(after, field) for field in fields)


def _month(moment: When) -> Key:
    day = moment.date
    return _UNDATED if day is None else (False, day.year * _MONTHS + day.month - 1)


def _first_day(month: int) -> dt.date:
    return dt.date(month // _MONTHS, month % _MONTHS + 1, 1)
