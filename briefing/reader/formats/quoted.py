"""The text of a mail as a person would have typed it: quotes without marks, no signature."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reader.lines import lines_of
from briefing.reader.mail import head_of

_MARKS = re.compile(r"(?:> ?)*>(?: |$|(?=\D))")
"""Marks of a quote; ">500 seats" is none."""
_SIGNATURE = "-- "
_LONGEST_SIGNATURE = 40
"""Lines; what is longer below such a mark is kept."""
_MOST_SIGNATURES = 100
_MOST_LINES = 200_000
"""No person wrote a mail with more lines: its text stays as it is."""
_FORWARDED = re.compile(
    r"\s*(?:[-_=*]{5,}|-{2,} ?\w.*\w ?-{2,}\s*$|begin forwarded message)|"
    r".*(?:wrote|skrev|a écrit|schrieb|escribió)\s?:\s*$",
    re.IGNORECASE,
)
_FORWARDED_HEAD = 8
"""Lines that are looked at for the head of a forwarded mail."""


class _Row(NamedTuple):
    words: str
    depth: int
    """How many quotes it stands in."""


def laid_out(text: str, *, is_flowed: bool = False, is_tight: bool = False) -> str:
    """Return a mail's text with quotes as blocks of their own and without signatures.

    Flowed text is joined by RFC 3676; `is_tight` is its DelSp.
    """
    if text.count("\n") > _MOST_LINES:
        return text
    rows = [_row(line) for line in text.splitlines()]
    if is_flowed:
        rows = list(_joined(rows, is_tight))
    lines: list[str] = []
    depth = 0
    for row in _without_signatures(rows):
        if row.depth != depth and lines and lines[-1] and row.words.strip():
            lines.append("")
        depth = row.depth
        lines.append(row.words.rstrip())
    return "\n".join(lines).strip("\n")


def _row(line: str) -> _Row:
    marks = _MARKS.match(line[:200]) if line.startswith(">") else None
    if marks is None:
        return _Row(line, 0)
    return _Row(line[marks.end() :], marks.group().count(">"))


def _joined(rows: Sequence[_Row], is_tight: bool) -> Iterator[_Row]:
    """Yield the rows of flowed text, a soft break being a space before the line's end."""
    held: list[str] = []
    depth = 0
    for row in rows:
        words = row.words.removeprefix(" ") if row.depth == 0 else row.words
        is_signature = words == _SIGNATURE
        if held and (row.depth != depth or is_signature):
            yield _Row("".join(held), depth)
            held = []
        depth = row.depth
        is_soft = words.endswith(" ") and not is_signature
        held.append(words[:-1] if is_soft and is_tight else words)
        if not is_soft:
            yield _Row("".join(held), depth)
            held = []
    if held:
        yield _Row("".join(held), depth)


def _without_signatures(rows: Sequence[_Row]) -> Iterator[_Row]:
    at = looked_at = 0
    while at < len(rows):
        if rows[at].words == _SIGNATURE and looked_at < _MOST_SIGNATURES:
            looked_at += 1
            end = _signature_end(rows, at)
            if end - at <= _LONGEST_SIGNATURE:
                at = end
                continue
        yield rows[at]
        at += 1


def _signature_end(rows: Sequence[_Row], at: int) -> int:
    """Return where a signature ends: at another quote, a forwarded mail or the text's end."""
    latest = min(len(rows), at + _LONGEST_SIGNATURE + 2)
    for n in range(at + 1, latest):
        if rows[n].depth != rows[at].depth or _begins_another_mail(rows, n):
            return n
    return latest


def _begins_another_mail(rows: Sequence[_Row], at: int) -> bool:
    if _FORWARDED.match(rows[at].words[:200]):
        return True
    if ":" not in rows[at].words:
        return False
    head = "\n".join(row.words[:200] for row in rows[at : at + _FORWARDED_HEAD])
    return head_of(lines_of(head)) is not None
