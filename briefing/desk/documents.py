"""Files and folders of documents: what can be read is opened, all else is told in one sentence."""

import datetime as dt
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from briefing import platform
from briefing.config import FILE_NAME
from briefing.errors import BriefingError
from briefing.reader import Incoming
from briefing.reader.formats import FORMATS, format_of, reading_of, text
from briefing.text import count

MOST_BYTES = 50_000_000
"""What one document may be long; its reading takes some times as much memory."""

_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file"),
    (b"\x1f\x8b", "an archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
"""What files that hold no plain text begin with."""


class UnreadableError(BriefingError):
    """A file can't be opened, or holds no text."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def from_file(path: Path) -> Incoming:
    """Return a file's bytes with its name; UnreadableError in one sentence."""
    try:
        # A pipe is not waited for: whether it is one is told only when it is open.
        descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
        with os.fdopen(descriptor, "rb") as file:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise UnreadableError(path, _IRREGULAR.get(stat.S_IFMT(mode), _DEVICE))
            return from_stream(path, file)
    except OSError as error:
        reason = _FOLDER if path.is_dir() else error.strerror or str(error)
        raise UnreadableError(path, reason) from error


_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = "this is a folder; `briefing import` brings in all that is in it"
_DEVICE = "this is a device and no file"
_IRREGULAR = {
    stat.S_IFDIR: _FOLDER,
    stat.S_IFIFO: "this is a pipe and no file; hand it on as standard input with `-`",
}


def from_stream(path: Path, stream: BinaryIO) -> Incoming:
    """Return what a stream holds; UnreadableError where it is too much or no text."""
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise UnreadableError(path, f"it is {_too_large(MOST_BYTES)}")
    return from_bytes(path, raw)


def from_bytes(path: Path, raw: bytes) -> Incoming:
    """Return bytes with the name that they go by; UnreadableError where they hold no text."""
    is_plain = format_of(raw, path.name).MEDIA_TYPE == text.MEDIA_TYPE
    if is_plain and path.suffix.lower() == ".msg":
        raise UnreadableError(path, _OF_OUTLOOK)
    other = next((name for start, name in _OTHER_FORMATS if raw.startswith(start)), None)
    if is_plain and other is not None:
        raise UnreadableError(path, f"this is {other}; save it as plain text, or paste its words")
    if is_plain and len(raw) > text.MOST_BYTES:
        raise UnreadableError(path, f"as text it is {_too_large(text.MOST_BYTES)}")
    return Incoming(name=path.name, raw=raw)


_OF_OUTLOOK = (
    "this is a mail in a form that only Outlook reads; save it there as .eml or as text, "
    "or paste its words"
)


def from_clipboard(today: dt.date) -> Incoming:
    """Return what was copied last, as a page with its links where it is one.

    ClipboardError where nothing can be had.
    """
    copied = platform.clipboard()
    if copied is None:
        raise ClipboardError("no tool that reads the clipboard is installed (" + _TOOLS + ")")
    for ending, raw in ((".html", copied.html), (".txt", copied.text)):
        name = Path(f"copied {today}{ending}")
        if raw.strip() and reading_of(raw[:_LOOKED_AT], name.name).text.strip():
            return replace(from_bytes(name, raw), received=today)
    raise ClipboardError("there is no text in the clipboard")


class ClipboardError(BriefingError):
    """Nothing can be had of the clipboard."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason}; paste the text into the desk, or save it as a file")


_TOOLS = "wl-paste or xclip on Linux"
_LOOKED_AT = 1_000_000


def _too_large(most: int) -> str:
    return f"larger than {most // 1_000_000} MB, more than is read; save the part that matters"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds, in the order of the names."""

    files: tuple[Path, ...]
    """Those that a format is known for, by their names' endings."""
    others: int
    """How many files it holds besides."""

    @property
    def left_out(self) -> str:
        """What is not brought in, as the end of a sentence; empty for nothing."""
        files = count(self.others, "file")
        return f"{files} of other kinds left out" if self.others else ""


def listing(folder: Path, passed_by: Path) -> Listing:
    """Return what a folder and those within it hold.

    Hidden ones, other desks and one folder more are passed by. UnreadableError where it can't be
    listed.
    """
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise UnreadableError(folder, error.strerror or str(error)) from error
    files = list(_walk(folder, passed_by.resolve()))
    known = tuple(path for path in files if path.name.lower().endswith(_KNOWN))
    return Listing(known, len(files) - len(known))


_KNOWN = tuple(suffix for form in FORMATS for suffix in form.SUFFIXES)


def _walk(folder: Path, passed_by: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        is_other_desk = FILE_NAME in files and Path(where) != folder
        if is_other_desk or Path(where).resolve() == passed_by:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))
