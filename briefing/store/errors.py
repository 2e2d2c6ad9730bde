"""What can go wrong with a store, each as the sentence that the person reads."""

from pathlib import Path

from briefing.errors import BriefingError


class StoreError(BriefingError):
    """What stands between a person and what their desk holds."""


class LockedError(StoreError):
    """Somebody else writes in this folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Another window or program is working in {folder}; close it there first.")


class ReadOnlyError(StoreError):
    """A change was asked of a store that was opened to read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Another window is writing in {folder}; this one only shows.")


class DamagedError(StoreError):
    """A file does not hold what this program wrote."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        place = f"{path}" if line is None else f"{path}:{line}"
        super().__init__(
            f"{place}: {what}. Nothing was changed; `briefing check --mend` mends what it can."
        )


class NewerError(StoreError):
    """A newer version of the program wrote the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was written by a newer version of briefing; please update.")


class NotUpgradedError(StoreError):
    """The folder is of an older version, and could not be brought up to this one."""

    def __init__(self, folder: Path, what: str) -> None:
        super().__init__(
            f"{folder} could not be brought up to this version of briefing ({what}). "
            "Nothing was changed."
        )


class InvalidRecordError(StoreError):
    """A record whose fields are not of the kinds that they must be."""

    def __init__(self, table: str, id: str, what: str) -> None:
        super().__init__(f"{id!r} can't be kept in {table}: {what}.")


class ChangedError(StoreError):
    """What was to be changed is no longer what it was."""

    def __init__(self, id: str) -> None:
        super().__init__(f"{id} has been changed since, so this was not done.")


class NotSavedError(StoreError):
    """The disk did not take a change; what was held before is still there."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(f"The change was not saved in {folder}: {error.strerror or error}.")


class StoppedError(StoreError):
    """After a failed save nobody knows what the disk has, so nothing more is written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"A save in {folder} failed before, so nothing more is written there; "
            "close the desk and open it again."
        )


class UnusableFolderError(StoreError):
    """The folder can't be made, read or written."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(f"{folder} can't be used: {error.strerror or error}.")


class NothingToUndoError(StoreError):
    """There is no change left to take back, or none to do again."""

    def __init__(self, verb: str) -> None:
        super().__init__(f"There is nothing to {verb}.")


class NotKeptError(StoreError):
    """A source's bytes are not in the folder."""

    def __init__(self, sha256: str) -> None:
        super().__init__(f"The source {sha256[:12]} is not kept here.")
