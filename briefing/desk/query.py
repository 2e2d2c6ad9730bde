"""What a query asks of a desk: its fields looked up, its days read, its answers in order."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from briefing.arrange.facets import FIELDS
from briefing.desk import coming
from briefing.desk.desk import Desk
from briefing.desk.index import KINDS
from briefing.desk.query_values import (
    CHOICES,
    KIND_NAMES,
    OPEN,
    POSSIBLE,
    WrongValueError,
    chosen,
    days_of,
    upto,
)
from briefing.errors import BriefingError
from briefing.model import (
    Attendance,
    Event,
    Forum,
    Note,
    Position,
    Question,
    Record,
    Stakeholder,
    Task,
)
from briefing.search.query import Filter, Mistake, Query, parse
from briefing.search.sought import Mark, Sought
from briefing.search.words import Word, tokens
from briefing.text import clean, fold

_MOST_NAMED = 30
"""Forums or stakeholders that one word may stand for."""


class UnclearQueryError(BriefingError):
    """Something in a query can't be used, told with where it stands."""

    def __init__(self, text: str, mistakes: Sequence[Mistake]) -> None:
        told = (
            f"{mistake.sentence} ({clean(text[mistake.start : mistake.end])!r}, "
            f"from character {mistake.start + 1})"
            for mistake in mistakes
        )
        super().__init__("\n".join(told))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as a desk understands it."""

    words: tuple[Word, ...]
    mistakes: tuple[Mistake, ...]
    sought: Sought
    within: tuple[Mapping[type[Record], frozenset[str]], ...] = ()
    """Of each the ids that alone may be found, by kind; a kind that is not in it is not found."""
    without: tuple[Mapping[type[Record], frozenset[str]], ...] = ()
    """Ids that are not to be found."""

    @property
    def is_empty(self) -> bool:
        """Whether everything fits."""
        return self.sought == Sought() and not self.within and not self.without


def read(desk: Desk, text: str) -> Asked:
    """Return what a query asks; what can't be used of it is among its mistakes."""
    return _Reading(desk, parse(text, FIELDS)).asked()


def ids(desk: Desk, asked: Asked, kind: type[Record]) -> Iterator[str]:
    """Yield the ids of what is found of a kind, the likeliest first; in any thread."""
    if not _may_be_found(asked, kind):
        return iter(())
    return (id for id in desk.index.find(kind, asked.sought) if _fits(asked, kind, id))


def all_ids(desk: Desk, asked: Asked, kind: type[Record]) -> frozenset[str]:
    """Return the ids of everything that is found of a kind; in any thread."""
    if not _may_be_found(asked, kind):
        return frozenset()
    limits = [limit[kind] for limit in asked.within]
    if limits and asked.sought == Sought():
        found = frozenset(filter(desk.store.table(kind).lines.__contains__, limits[0]))
    else:
        found = desk.index.all(kind, asked.sought)
    for limit in limits:
        found &= limit
    for without in asked.without:
        found -= without.get(kind, frozenset())
    return found


def count(desk: Desk, asked: Asked, kind: type[Record]) -> int:
    """Return how many are found of a kind; in any thread."""
    if asked.within or asked.without:
        return len(all_ids(desk, asked, kind))
    return desk.index.count(kind, asked.sought)


def found(
    desk: Desk, asked: Asked, kinds: Iterable[type[Record]] = KINDS, most: int | None = None
) -> Iterator[Record]:
    """Yield the records that are found, kind by kind, of each so many at most."""
    for kind in kinds:
        for id in islice(ids(desk, asked, kind), most):
            record = desk.store.get(kind, id)
            if record is not None:
                yield record


def values(desk: Desk, name: str, kind: type[Record] = Event) -> Mapping[str, int]:
    """Return the values that a field has in records of a kind, each with in how many.

    The fixed ones in their own order, those that no record has among them; others by number.
    """
    if name in CHOICES:
        asked = {value: read(desk, f'{name}:"{value}"') for value in CHOICES[name]}
        return {value: count(desk, one, kind) for value, one in asked.items()}
    return desk.index.values(kind, name)


def choices(desk: Desk, name: str) -> Mapping[str, Asked | None]:
    """Return what each fixed value of a field asks, to be counted in any thread.

    None where that would have to be worked out from the whole store. Of tasks in a state only
    they themselves are asked for.
    """
    return {value: _choice_asked(desk, name, value) for value in CHOICES[name]}


def _choice_asked(desk: Desk, name: str, value: str) -> Asked | None:
    if name == "task":
        return Asked((), (), Sought(marks=((Mark(name, value, is_whole=True),),)))
    if name == "has" and value in _TOLD_BY:
        return None
    return read(desk, f'{name}:"{value}"')


def _may_be_found(asked: Asked, kind: type[Record]) -> bool:
    return all(limit.get(kind) for limit in asked.within)


def _fits(asked: Asked, kind: type[Record], id: str) -> bool:
    return all(id in limit.get(kind, ()) for limit in asked.within) and not any(
        id in limit.get(kind, ()) for limit in asked.without
    )


@dataclass
class _Limits:
    """What the filters of a query come to, as they are gone through."""

    marks: dict[str, list[Mark]] = field(default_factory=dict)
    without_marks: list[Mark] = field(default_factory=list)
    since: int | None = None
    until: int | None = None
    over: int | None = None
    within: dict[str, Mapping[type[Record], frozenset[str]]] = field(default_factory=dict)
    without: list[Mapping[type[Record], frozenset[str]]] = field(default_factory=list)


class _Reading:
    """One reading of a query."""

    def __init__(self, desk: Desk, query: Query) -> None:
        self._desk = desk
        self._query = query
        self._limits = _Limits()
        self._mistakes = list(query.mistakes)

    def asked(self) -> Asked:
        """Return what the query comes to."""
        for one in self._query.filters:
            try:
                self._take(one)
            except WrongValueError as wrong:
                self._mistakes.append(Mistake(one.start, one.end, str(wrong)))
        limits = self._limits
        sought = Sought(
            self._query.words,
            tuple(tuple(choice) for choice in limits.marks.values()),
            tuple(limits.without_marks),
            limits.since,
            limits.until,
            limits.over,
        )
        within = tuple(limits.within.values())
        return Asked(
            self._query.words, tuple(self._mistakes), sought, within, tuple(limits.without)
        )

    def _take(self, one: Filter) -> None:
        value = one.value
        if one.field in CHOICES:
            value = chosen(one.field, one.value)
        if one.field in _DAYS:
            first, last = days_of(self._desk, value)
            self._bound(
                one,
                since=first if one.field != "before" else None,
                until=last if one.field != "after" else None,
            )
        elif related := self._related(one.field, value):
            self._limit(one, related)
        elif one.field == "time" and value == "undated":
            self._mark(one, [Mark("is", "undated")])
        elif one.field == "time" and value == "past":
            self._bound(one, over=self._desk.today)
        elif one.field == "time":
            today = self._desk.today
            self._bound(one, since=today, until=upto(today, value))
        else:
            self._mark(one, [Mark(one.field, value, one.field in CHOICES), *self._named(one)])

    def _mark(self, one: Filter, marks: list[Mark]) -> None:
        if not any(tokens(fold(mark.value)) for mark in marks):
            raise WrongValueError(f"“{one.field}:” needs a word after it.")
        if one.is_excluded:
            self._limits.without_marks += marks
        else:
            self._limits.marks.setdefault(_choice(one), []).extend(marks)

    def _bound(
        self,
        one: Filter,
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
        over: dt.date | None = None,
    ) -> None:
        if one.is_excluded:
            raise WrongValueError(f"“{one.field}:” can't be left out; ask for other days instead.")
        limits = self._limits
        if since is not None:
            limits.since = max(limits.since or 0, since.toordinal())
        if until is not None:
            day = until.toordinal()
            limits.until = day if limits.until is None else min(limits.until, day)
        if over is not None:
            limits.over = over.toordinal()

    def _limit(self, one: Filter, found: Mapping[type[Record], frozenset[str]]) -> None:
        if one.is_excluded:
            self._limits.without.append(found)
            return
        within, choice = self._limits.within, _choice(one)
        before = within.get(choice)
        # Sets of 100,000s are not copied for nothing.
        within[choice] = found if before is None else _either(before, found)

    def _related(self, name: str, value: str) -> Mapping[type[Record], frozenset[str]] | None:
        """Return what other records tell of a record, where they do and not it itself."""
        if name == "going" and value == POSSIBLE:
            # Not kept: it goes by the hour, and a week is soon looked through.
            return {Event: frozenset(event.id for event in coming.open_to_me(self._desk))}
        if name == "going":
            kinds: tuple[type[Record], ...] = (Attendance, Event)
            work = partial(self._going, value)
        elif name == "task":
            kinds, work = (Task,), partial(self._with_task, value)
        elif name == "has" and value in _TOLD_BY:
            kinds, work = (_TOLD_BY[value],), partial(self._named_by, _TOLD_BY[value])
        else:
            return None
        return self._desk.index.worked_out(f"{name} {value}", kinds, work)

    def _going(self, value: str) -> Mapping[type[Record], frozenset[str]]:
        held = list(self._desk.store.all(Attendance))
        if value == OPEN:
            said = {one.event for one in held}
            return {Event: frozenset(self._desk.store.ids(Event)) - said}
        return {Event: frozenset(one.event for one in held if one.going == value)}

    def _with_task(self, state: str) -> Mapping[type[Record], frozenset[str]]:
        index = self._desk.index
        tasks = index.all(Task, Sought(marks=((Mark("task", state, is_whole=True),),)))
        return {Task: tasks, Event: self._desk.links.all_named(Task, tasks)}

    def _named_by(self, kind: type[Record]) -> Mapping[type[Record], frozenset[str]]:
        return _ByKind(self._desk, self._desk.links.all_named(kind))

    def _named(self, one: Filter) -> list[Mark]:
        """Return the forums or stakeholders that a value names in another way than its id."""
        kind = _NAMES.get(one.field)
        wanted = tokens(fold(one.value))
        if kind is None or not wanted:
            return []
        called = self._desk.index.worked_out(
            f"called {kind.__name__}", (kind,), lambda: _called(self._desk.store.all(kind))
        )
        named = (id for id, names in called if any(_begin(name, wanted) for name in names))
        return [Mark(one.field, id, is_whole=True) for id in islice(named, _MOST_NAMED)]


class _ByKind(Mapping[type[Record], frozenset[str]]):
    """Ids of any kind, parted by kind as far as anybody asks, in any thread."""

    def __init__(self, desk: Desk, ids: frozenset[str]) -> None:
        self._store = desk.store
        self._ids = ids
        self._found: dict[type[Record], frozenset[str]] = {}

    def __getitem__(self, kind: type[Record]) -> frozenset[str]:
        if kind not in self._found:
            held = self._store.table(kind).lines
            self._found[kind] = frozenset(filter(held.__contains__, self._ids))
        return self._found[kind]

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


def _either(
    one: Mapping[type[Record], frozenset[str]], other: Mapping[type[Record], frozenset[str]]
) -> Mapping[type[Record], frozenset[str]]:
    nothing = frozenset[str]()
    return {kind: one.get(kind, nothing) | other.get(kind, nothing) for kind in KINDS}


def _choice(one: Filter) -> str:
    """Return what several filters have in common of which one is enough: most often the field.

    What is had, and how something is, is each wanted besides; of kinds of record one is enough.
    """
    is_own = one.field == "has" or (one.field == "is" and chosen("is", one.value) not in KIND_NAMES)
    return f"{one.field} {one.value}" if is_own else one.field


def _called(records: Iterable[Record]) -> list[tuple[str, list[list[str]]]]:
    """Return of forums or stakeholders their ids, and of each name its tokens."""
    called = []
    for record in records:
        assert isinstance(record, Forum | Stakeholder)
        acronym = (record.acronym,) if isinstance(record, Forum) else ()
        names = (record.name, *acronym, *record.aliases)
        called.append((record.id, [tokens(fold(name)) for name in names]))
    return called


def _begin(held: Sequence[str], wanted: Sequence[str]) -> bool:
    """Return whether words begin as all those wanted."""
    return all(any(token.startswith(word) for token in held) for word in wanted)


_DAYS = ("on", "after", "before")

_TOLD_BY: Mapping[str, type[Record]] = {
    "task": Task,
    "question": Question,
    "position": Position,
    "note": Note,
}
"""What a record has -> the kind of record that names it."""

_NAMES: Mapping[str, type[Record]] = {
    "forum": Forum,
    "by": Stakeholder,
    "holder": Stakeholder,
}
