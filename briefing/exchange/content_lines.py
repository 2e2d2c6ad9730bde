"""Lines of a calendar file: escaped and folded (RFC 5545, sections 3.1 and 3.3.11).

icalendar's own writing takes 28 s for 100,000 events and makes a line end of a backslash before N;
what is written here is read back by it in the tests.
"""

import datetime as dt
from collections.abc import Iterable

from briefing.text import clean, clean_block

LONGEST_LINE = 75
"""Bytes of a line, its end not counted."""

_BACKSLASH = ord("\\")


def one_line(text: str) -> str:
    """Return text as the value of a property, on one line."""
    return _escaped(clean(text))


def block(text: str) -> str:
    """Return text as the value of a property, its lines kept."""
    return _escaped(clean_block(text))


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def utf16(text: str, most: int) -> str:
    """Return text of so many units of UTF-16 at most, as Windows counts them, cut between words."""
    if len(text) * 2 <= most or len(text.encode("utf-16-le", "replace")) <= most * 2:
        return text
    units = text.encode("utf-16-le", "replace")
    words = units[: most * 2].decode("utf-16-le", "ignore").rpartition(" ")[0].rstrip()
    return f"{words or units[: (most - 1) * 2].decode('utf-16-le', 'ignore')}…"


def date(day: dt.date) -> str:
    """Return a day: "20310612"."""
    return day.isoformat().replace("-", "")


def moment(at: dt.datetime) -> str:
    """Return a moment to the second: "20310612T090000", with a Z where it is in UTC."""
    plain = at.isoformat()[:_TO_THE_SECOND].replace("-", "").replace(":", "")
    return f"{plain}Z" if at.tzinfo is dt.UTC else plain


_TO_THE_SECOND = len("2031-06-12T09:00:00")


def written(lines: Iterable[str]) -> str:
    """Return lines with their ends, long ones folded."""
    return "".join(
        f"{line}\r\n" if len(line) <= LONGEST_LINE and line.isascii() else _folded(line)
        for line in lines
    )


def _folded(text: str) -> str:
    """Return a line with its end, folded between characters and not within an escape."""
    line = text.encode("utf-8", "replace")
    parts = []
    start, room = 0, LONGEST_LINE
    while len(line) - start > room:
        end = _whole(line, start, start + room)
        parts.append(line[start:end])
        # The space that marks a fold counts.
        start, room = end, LONGEST_LINE - 1
    return b"\r\n ".join([*parts, line[start:]]).decode() + "\r\n"


def _whole(line: bytes, start: int, end: int) -> int:
    """Return where to fold at the latest, so that no character and no escape is cut."""
    while line[end] & 0xC0 == 0x80:
        end -= 1
    backslashes = end - start - len(line[start:end].rstrip(b"\\"))
    return end - 1 if backslashes % 2 and line[end - 1] == _BACKSLASH else end
