"""The look-ups of a store: loaded or built at first use, kept on the disk with the tables."""

from collections.abc import Sequence
from pathlib import Path

from briefing.store.journal import Operation
from briefing.store.lookups import Lookups
from briefing.store.storage import JournalStorage


class KeptLookups:
    """What names what and what is when, in step with a storage."""

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage
        self._now: Lookups | None = None

    @property
    def now(self) -> Lookups:
        """The look-ups as of now."""
        if self._now is None:
            storage = self._storage
            key, at_fold = storage.unfolded()
            self._now = Lookups.open(self._path, key, storage.tables, storage.ids, at_fold)
        return self._now

    def apply(self, operations: Sequence[Operation]) -> None:
        """Take in what was done to records."""
        if self._now is not None:
            self._now.apply(operations)

    @property
    def are_kept(self) -> bool:
        """Whether the disk has them, or need not."""
        is_in_use = self._storage.is_writing and self._now is not None
        return not is_in_use or self._storage.fold_key in ("", self.now.saved_as)

    def keep(self) -> None:
        """Keep them with the tables as they were last folded; any thread may do it."""
        if not self.are_kept:
            self.now.save(self._path, *self._storage.unfolded())

    def come_along(self) -> None:
        """Load what is on the disk before a fold, which it would not fit afterwards.

        Else the next opening would build it anew, which at 100,000s of records takes seconds.
        """
        if not self._storage.is_folded and self._path.exists():
            self._now = self.now

    @property
    def _path(self) -> Path:
        return self._storage.folder / ".cache" / "lookups.bin"
