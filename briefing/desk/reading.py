"""What a desk and an audience are both read by: whoever takes a `Reading` takes either."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence, Set as AbstractSet
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from briefing import config
from briefing.model import R, Record
from briefing.store import Change
from briefing.store.lookups import Moment

if TYPE_CHECKING:
    from briefing.desk.clashes import Clashing


class Records(Protocol):
    """Records to be read, as `store.Store` has them."""

    def get(self, kind: type[R], id: str) -> R | None:
        """Return a record by its id."""

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of a kind by id."""

    def find(self, id: str) -> Record | None:
        """Return a record by its id, of whatever kind."""

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind there are."""

    def ids_beginning(self, prefix: str) -> list[str]:
        """Return all ids that begin with a text, sorted."""

    def source_text(self, sha256: str) -> str:
        """Return a kept source's text; NotKeptError where it is not here."""

    def listen(self, listener: Callable[[Sequence[Change]], None]) -> None:
        """Have a function called after each change."""


class Ties(Protocol):
    """What names what and what is when, as `store.Lookups` has it."""

    def named_by(self, id: str) -> frozenset[str]:
        """Return the ids of the records that name a record."""

    def naming(self, id: str, kind: type[Record], *fields: str) -> list[str]:
        """Return the ids of the records of a kind that name a record, sorted."""

    def all_named(self, kind: type[Record], by: AbstractSet[str] | None = None) -> frozenset[str]:
        """Return the ids that the records of a kind name; those alone that some of them name."""

    def dated(self) -> Iterator[Moment]:
        """Yield all events and tasks that have a date, in the order of time."""

    def between(self, first: dt.datetime, last: dt.datetime) -> Iterator[Moment]:
        """Yield, in the same order, what may be on between two instants."""


class Reading(Protocol):
    """A desk to be read, or what of it an audience may see."""

    @property
    def store(self) -> Records:
        """The records."""

    @property
    def links(self) -> Ties:
        """What is tied to what, and what is when."""

    @property
    def home(self) -> ZoneInfo:
        """The zone of one's own clock."""

    @property
    def today(self) -> dt.date:
        """The day that the desk lives on."""

    @property
    def now(self) -> dt.datetime:
        """The time in UTC."""

    @property
    def me(self) -> config.Me:
        """The person at the desk."""

    @property
    def config(self) -> config.Config:
        """What briefing.toml says."""

    @property
    def clashing(self) -> "Clashing":
        """What one can't attend both of."""
