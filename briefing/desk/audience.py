"""What others may see of a desk: the one gate for all that leaves it.

Whatever is made for others (a note, an export, a listing as JSON) is made from an `Audience`, which
is read as a desk is and has nothing in it that is stricter than its level. Where it can't be known
who may see something, nobody else may.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence, Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from briefing import config
from briefing.arrange.contacts import masked
from briefing.arrange.links import references
from briefing.arrange.uncontactable import uncontactable
from briefing.desk import attend
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.desk.gate import ALL, ONES_OWN, Gate, LeftOut
from briefing.desk.reading import Records, Ties
from briefing.errors import BriefingError
from briefing.model import Attendance, Event, Going, Handling, Level, R, Record, attendance_id
from briefing.model.levels import may_see
from briefing.store import Change, NotKeptError
from briefing.store.lookups import Moment

if TYPE_CHECKING:
    from briefing.desk.clashes import Clashing


class UnseenError(BriefingError):
    """Something is made for an audience that may not see what it is about."""

    def __init__(self, record: Record, level: Level, left_out: Sequence[LeftOut]) -> None:
        whys = [one.why for one in left_out if one.record == record.id and one.what == ALL]
        why = whys[0].rstrip(".") if whys else "it is for you alone"
        super().__init__(f"{title_of(record)!r} can't be shown at the level {level}: {why}")


_WHO_GOES = (Going.GOING, Going.COVERED, Going.DONE)
"""What may be told of where one goes."""


class Audience:
    """Those at a level or nearer, and what they may see. `Desk.for_audience` makes one.

    It is a look at one moment: it is made anew when the desk has changed. To oneself it shows all.
    """

    def __init__(self, desk: Desk, level: Level, *, keep_contacts: bool = False) -> None:
        """Take also whether personal mail addresses and telephone numbers were asked for."""
        self.level = level
        self._desk = desk
        self._gate = Gate(desk, level, keep_contacts=keep_contacts)

    def of(self, record: R) -> R:
        """Return what may be seen of a record; UnseenError where that is nothing."""
        seen = self.store.get(type(record), record.id)
        if seen is None:
            raise UnseenError(record, self.level, self.left_out)
        return seen

    def then(self, record: Record) -> Record | None:
        """Return what may be seen today of a record that is held, as it was once."""
        return record if self.level is Level.ME else self._gate.then(record)

    @cached_property
    def store(self) -> Records:
        """The records as they may be seen."""
        return self._desk.store if self.level is Level.ME else Seen(self._gate)

    @cached_property
    def links(self) -> Ties:
        """What is tied to what among them, and what is when."""
        return self._desk.links if self.level is Level.ME else SeenTies(self._gate)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was left out or made anonymous of all that was asked for so far."""
        return tuple(self._gate.left_out)

    @cached_property
    def clashing(self) -> "Clashing":
        """What can't both be attended, of what may be seen: nobody's own busy times."""
        from briefing.desk.clashes import Clashing

        return self._desk.clashing if self.level is Level.ME else Clashing(self)

    def attendance(self, event: str) -> Attendance | None:
        """Return that one goes to an event, or who goes instead, where briefing.toml lets it out.

        Never what one thinks of or has declined; nor who may have spoken under the Chatham House
        rule.
        """
        own, widest = self._gate.own_id(event), self._desk.config.who_goes
        held = attend.attendance(self._desk, own)
        if held is None or self.level is Level.ME:
            return held
        is_told = may_see(self.level, widest) and held.going in _WHO_GOES
        if not is_told or self._gate.is_ruled(own) or self.store.get(Event, event) is None:
            return None
        told = Attendance(
            id=attendance_id(event),
            event=event,
            going=held.going,
            covered_by=held.covered_by,
            handling=Handling(level=widest),
        )
        return told if self._gate.keeps_contacts else uncontactable(told)

    @property
    def title(self) -> str:
        """What the desk is called."""
        return self._desk.title

    @property
    def home(self) -> ZoneInfo:
        """The zone of one's own clock."""
        return self._desk.home

    @property
    def today(self) -> dt.date:
        """The day that the desk lives on."""
        return self._desk.today

    @property
    def now(self) -> dt.datetime:
        """The time in UTC."""
        return self._desk.now

    @property
    def me(self) -> config.Me:
        """The person at the desk."""
        return self._desk.me

    @property
    def config(self) -> config.Config:
        """What briefing.toml says, but for when one sleeps."""
        if self.level is Level.ME:
            return self._desk.config
        never = config.Night(begins=dt.time(), ends=dt.time())
        return dataclasses.replace(self._desk.config, night=never)


class Seen:
    """Records as an audience may see them, as `store.Store` has all of them."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def get(self, kind: type[R], id: str) -> R | None:
        """Return a record by its id, as far as it may be seen."""
        held = self._gate.desk.store.get(kind, self._gate.own_id(id))
        seen = None if held is None else self._gate.seen(held)
        assert seen is None or isinstance(seen, kind)
        return seen

    def find(self, id: str) -> Record | None:
        """Return a record by its id, of whatever kind."""
        held = self._gate.desk.store.find(self._gate.own_id(id))
        return None if held is None else self._gate.seen(held)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of a kind by the ids that they have here."""
        if kind in ONES_OWN:
            return
        seen = (self._gate.seen(record) for record in self._gate.desk.store.all(kind))
        by_id = {record.id: record for record in seen if record is not None}
        yield from (cast("R", by_id[id]) for id in sorted(by_id))

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind may be seen."""
        return sum(1 for _ in self.all(kind))

    def ids_beginning(self, prefix: str) -> list[str]:
        """Return all ids that begin with a text, sorted."""
        held = self._gate.desk.store.ids_beginning(prefix)
        return sorted({seen for id in held if (seen := self._gate.id_of(id)) is not None})

    def source_text(self, sha256: str) -> str:
        """Return the text of a source that was seen; NotKeptError of any other."""
        if sha256 not in self._gate.digests:
            raise NotKeptError(sha256)
        text = self._gate.desk.store.source_text(sha256)
        return text if self._gate.keeps_contacts else masked(text)

    def listen(self, listener: Callable[[Sequence[Change]], None]) -> None:
        """Do nothing: an audience sees one moment, in which nothing changes."""


class SeenTies:
    """What is tied to what among the records that an audience may see."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def named_by(self, id: str) -> frozenset[str]:
        """Return the ids of the records that name a record, where both may be seen."""
        naming = self._gate.desk.links.named_by(self._gate.own_id(id))
        return frozenset(self._that_name(id, naming))

    def naming(self, id: str, kind: type[Record], *fields: str) -> list[str]:
        """Return the ids of the records of a kind that name a record, sorted."""
        naming = self._gate.desk.links.naming(self._gate.own_id(id), kind, *fields)
        return sorted(set(self._that_name(id, naming)))

    def all_named(self, kind: type[Record], by: AbstractSet[str] | None = None) -> frozenset[str]:
        """Return the ids that the records of a kind name; those alone that some of them name."""
        seen = Seen(self._gate).all(kind)
        return frozenset(
            id for record in seen if by is None or record.id in by for id in references(record)
        )

    def dated(self) -> Iterator[Moment]:
        """Yield all events and tasks that have a date, in the order of time."""
        return self._seen(self._gate.desk.links.dated())

    def between(self, first: dt.datetime, last: dt.datetime) -> Iterator[Moment]:
        """Yield, in the same order, what may be on between two instants."""
        return self._seen(self._gate.desk.links.between(first, last))

    def _that_name(self, id: str, naming: Iterable[str]) -> Iterator[str]:
        wanted = self._gate.id_of(self._gate.own_id(id))
        for one in naming if wanted else ():
            record = Seen(self._gate).find(one)
            if record is not None and wanted in set(references(record)):
                yield record.id

    def _seen(self, moments: Iterator[Moment]) -> Iterator[Moment]:
        for moment in moments:
            record = Seen(self._gate).get(moment.kind, moment.id)
            when = getattr(record, "when", getattr(record, "due", None))
            if record is not None and when is not None and when.is_dated:
                yield moment._replace(id=record.id)
