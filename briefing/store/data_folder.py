"""A data folder as such: who may write in it, and what it has before any record."""

from pathlib import Path

from filelock import FileLock, Timeout

from briefing.platform import PRIVATE_FILE, make_private_folder, sync_folder, write_whole
from briefing.store import schema
from briefing.store.errors import LockedError, UnusableFolderError

_IGNORED = (
    "journal/\nbackups/\naside/\n.cache/\n.lock\n.*.new\n"
    "attendances.jsonl\nengagements.jsonl\nstate.json\nfaults.log\n"
)
_IGNORED_ONCE = (
    "journal/\nbackups/\naside/\n.cache/\n.lock\n.*.new\nmine.jsonl\nstate.json\nfaults.log\n"
)
"""What an earlier version wrote, replaced where nobody has changed it."""


def lock_of(folder: Path) -> FileLock:
    """Return the lock that whoever writes in a folder holds; it ends with the process."""
    return FileLock(folder / ".lock", timeout=0, mode=PRIVATE_FILE, thread_local=False)


def take(folder: Path, lock: FileLock) -> None:
    """Lock a folder, made where it is missing, with what it begins with.

    LockedError where somebody else writes in it, UnusableFolderError.
    """
    try:
        if not (folder / "journal").exists():
            make_private_folder(folder)
            sync_folder(folder.parent)
        lock.acquire()
        _begin(folder)
    except Timeout as error:
        raise LockedError(folder) from error
    except OSError as error:
        lock.release()
        raise UnusableFolderError(folder, error) from error


def _begin(folder: Path) -> None:
    ignored = folder / ".gitignore"
    if not ignored.exists() or ignored.read_bytes() == _IGNORED_ONCE.encode():
        write_whole(ignored, _IGNORED.encode())
    if not (folder / "store.json").exists():
        schema.write_format(folder, schema.newest())
