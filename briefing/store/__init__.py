"""What the desk holds, on disk: nothing that was acknowledged is ever lost."""

from briefing.store.errors import (
    ChangedError,
    DamagedError,
    InvalidRecordError,
    LockedError,
    NewerError,
    NothingToUndoError,
    NotKeptError,
    NotSavedError,
    NotUpgradedError,
    ReadOnlyError,
    StoppedError,
    StoreError,
    UnusableFolderError,
)
from briefing.store.history import Entry
from briefing.store.lookups import Lookups
from briefing.store.store import Change, Store

__all__ = [
    "Change",
    "ChangedError",
    "DamagedError",
    "Entry",
    "InvalidRecordError",
    "LockedError",
    "Lookups",
    "NewerError",
    "NotKeptError",
    "NotSavedError",
    "NotUpgradedError",
    "NothingToUndoError",
    "ReadOnlyError",
    "StoppedError",
    "Store",
    "StoreError",
    "UnusableFolderError",
]
