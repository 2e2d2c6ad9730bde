"""How often an item of a calendar has changed since others have it: SEQUENCE in calendar files."""

import datetime as dt
import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from briefing import platform
from briefing.exchange.calendar import Version
from briefing.platform import make_private_folder

FILE_NAME = "calendar.json"

_BEGINNING = dt.date(2000, 1, 1)

_Told = dict[str, tuple[int, str]]
"""UID -> its last number, and a digest of what it told then."""


class Numbers:
    """Numbers the items of calendar files; what was told before keeps its number.

    What is new or has changed gets the number of the day, counted from 2000, or one more than it
    had. So a lower number never follows a higher one, although this memory stands in the cache,
    which may be lost and which each clone of a desk has to itself: nothing but unneeded numbers
    comes of that.
    """

    def __init__(self, cache: Path, today: dt.date) -> None:
        self._path = cache / FILE_NAME
        self._today = max(0, (today - _BEGINNING).days)
        self._told = _read(self._path)
        self._is_changed = False

    def __call__(self, uid: str, told: bytes) -> Version:
        """Return the number of an item that tells this, and since when it does."""
        digest = hashlib.blake2b(told, digest_size=8).hexdigest()
        number, before = self._told.get(uid, (-1, ""))
        if before != digest:
            number = max(self._today, number + 1)
            self._told[uid] = (number, digest)
            self._is_changed = True
        # What changed twice in a day has the number of the next.
        return Version(number, _BEGINNING + dt.timedelta(max(0, min(number, self._today))))

    def save(self) -> None:
        """Keep the numbers, if the disk takes them."""
        if self._is_changed:
            with suppress(OSError):
                make_private_folder(self._path.parent)
                platform.write_whole(self._path, msgspec.json.encode(self._told))


def _read(path: Path) -> _Told:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Told)
    except (OSError, msgspec.MsgspecError, ValueError):
        return {}
