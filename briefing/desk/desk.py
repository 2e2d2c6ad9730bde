"""The workspace, opened: its settings, its store, and the only way to write to it."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

import msgspec

from briefing import config, platform
from briefing.desk import founding, state
from briefing.errors import BriefingError
from briefing.model import UNNAMED, Level, Record
from briefing.store import Change, Lookups, Store
from briefing.when import zone_info

if TYPE_CHECKING:
    from briefing.desk.audience import Audience
    from briefing.desk.clashes import Clashing
    from briefing.desk.index import StoreIndex

DATA_FOLDER = "data"

Clock = Callable[[], dt.datetime]
"""Tells the time in UTC; only the command line and the screen have a real one."""


class NoWorkspaceError(BriefingError):
    """There is no workspace where one was named."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is no desk; `briefing init {folder}` makes one there")


class Edit:
    """Edits being put together; they become one transaction or none."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._after: dict[tuple[type[Record], str], Record | None] = {}

    def put(self, record: Record) -> None:
        """Add a record, or replace the one with its id."""
        self._after[type(record), record.id] = record

    def remove(self, record: Record) -> None:
        """Take a record out."""
        self._after[type(record), record.id] = None

    def changes(self) -> list[Change]:
        """Return what differs from what is held."""
        edits = (
            Change(self._store.get(kind, id), after) for (kind, id), after in self._after.items()
        )
        return [change for change in edits if change.before != change.after]


class Desk:
    """A workspace while it is open. Make one with `Desk.open`."""

    def __init__(self, folder: Path, store: Store, *, clock: Clock, today: dt.date | None) -> None:
        self.folder = folder
        self.store = store
        self.config, self.problems = config.load(folder)
        """What is wrong in briefing.toml, to be shown; the desk works all the same."""
        if self.config.kinds:
            from briefing.note import own_kinds

            self.problems += own_kinds.check(self.config)
        self.state = state.load(self.data)
        self.shown_zone = ""
        """IANA key of another clock to tell times by for a while; empty for one's own."""
        self._clock = clock
        self._today = today
        self._index: StoreIndex | None = None
        self._clashing: Clashing | None = None

    @classmethod
    def open(
        cls, folder: Path, *, clock: Clock, today: dt.date | None = None, writing: bool = True
    ) -> Self:
        """Open the workspace in a folder, and found its store at the first start.

        `today` is a day to live on instead of briefing.toml's or the clock's. Raises a
        BriefingError where there is no workspace, or another program is writing in it.
        """
        if not (folder / config.FILE_NAME).is_file():
            raise NoWorkspaceError(folder)
        data = folder / DATA_FOLDER
        founding.found(data)
        return cls(folder, Store.open(data, writing=writing), clock=clock, today=today)

    def close(self) -> None:
        """Close the store; a desk that is closed can't be used again."""
        if self._index is not None:
            self._index.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def data(self) -> Path:
        """The folder of the store."""
        return self.folder / DATA_FOLDER

    @property
    def title(self) -> str:
        """What the desk is called."""
        return self.config.title or self.folder.resolve().name

    @property
    def me(self) -> config.Me:
        """The person at the desk: briefing.toml's [me], else what the first start asked."""
        return self.config.me if self.config.has_me else self.state.me or self.config.me

    @property
    def is_new(self) -> bool:
        """Whether nobody has said yet who sits at the desk."""
        return not self.config.has_me and self.state.me is None

    @property
    def home(self) -> ZoneInfo:
        """The zone of one's own clock: where one travels, else at home, else the system's."""
        own = self.state.place or self.me.home or platform.zone_key()
        return zone_info(self.shown_zone or own)

    @property
    def today(self) -> dt.date:
        """The day that the desk lives on."""
        return self._today or self.config.today or self._clock().astimezone(self.home).date()

    @property
    def now(self) -> dt.datetime:
        """The time in UTC, for what is written down about a decision."""
        return self._clock()

    @property
    def person(self) -> str:
        """Who is written down as having decided."""
        return self.me.name or UNNAMED

    @property
    def links(self) -> Lookups:
        """What is tied to what, and what is when."""
        return self.store.lookups

    @property
    def index(self) -> "StoreIndex":
        """What words stand in which record; opened at its first use, and to be caught up then."""
        if self._index is None:
            from briefing.desk.index import StoreIndex

            self._index = StoreIndex(self.store, self.data / ".cache" / "index.db")
        return self._index

    @property
    def clashing(self) -> "Clashing":
        """What one can't attend both of."""
        if self._clashing is None:
            from briefing.desk.clashes import Clashing

            self._clashing = Clashing(self)
        return self._clashing

    def for_audience(self, level: Level, *, keep_contacts: bool = False) -> "Audience":
        """Return what others may see: all that leaves the desk is made from that alone."""
        from briefing.desk.audience import Audience

        return Audience(self, level, keep_contacts=keep_contacts)

    @contextmanager
    def change(self, label: str) -> Iterator[Edit]:
        """Collect edits and write them as one transaction, undone as one; none after an error."""
        edit = Edit(self.store)
        yield edit
        if changes := edit.changes():
            self.store.commit(changes, label=label, person=self.person, at=self.now)

    def undo(self, *, outside: bool = False) -> str:
        """Take one's own last transaction back, or others' last one; return what it was called."""
        return self.store.undo(person=self.person, at=self.now, outside=outside)

    def redo(self) -> str:
        """Do again what was last undone and return what it was called."""
        return self.store.redo(person=self.person, at=self.now)

    def remember(self, **changed: object) -> None:
        """Replace parts of the state and keep them for the next start, if the disk takes them."""
        self.state = msgspec.structs.replace(self.state, **changed)
        if self.store.is_writing:
            with suppress(OSError):
                state.save(self.data, self.state)
