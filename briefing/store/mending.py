"""Damaged tables and history, read as far as they can be and put together again: pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from briefing.store.journal import Transaction, decoded, encoded
from briefing.store.merge import merge, merge_tables
from briefing.store.tables import id_of, what_is_wrong

UNREAD_LABEL = "A change that could not be read"

_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_ID = re.compile(rb'"id" ?: ?"([^"\\]+)"')


class Damage(NamedTuple):
    """What is wrong in a file."""

    line: int | None
    """Counted from 1."""
    what: str
    done: str
    """What became of it, in the mended file."""
    raw: bytes = b""
    """What could not be read, byte for byte, with its end."""


class Mended(NamedTuple):
    """A file as far as it can be read."""

    content: bytes
    damages: list[Damage]


class TableReader:
    """One reading of a table that may be damaged: its records, and what is no record."""

    def __init__(self, table: str) -> None:
        self.records: dict[str, bytes] = {}
        self.damages: list[Damage] = []
        self._table = table

    def read(self, content: bytes) -> None:
        """Take all records of a file in; of two versions of one, both."""
        lines = content.split(b"\n")
        number = 0
        while number < len(lines):
            end = _end_of_conflict(lines, number) if lines[number].startswith(_OURS) else None
            if end is None:
                self._take(self.records, number, lines[number])
                number += 1
            else:
                self._settle(number, lines[number:end])
                number = end

    def _settle(self, first: int, lines: list[bytes]) -> None:
        """Make one of the sides that a merge left unresolved."""
        sides: dict[bytes, dict[str, bytes]] = {_OURS: {}, _BASE: {}, _THEIRS: {}}
        side = _OURS
        for number, line in enumerate(lines, first):
            mark = line[: len(_OURS)]
            if mark in (_OURS, _BASE, _THEIRS, _END):
                side = mark
            else:
                self._take(sides[side], number, line)
        merged = merge_tables(self._table, sides[_BASE], sides[_OURS], sides[_THEIRS])
        for id, line in merged.items():
            self._put(self.records, first, id, line)
        done = "both sides were put together"
        self.damages.append(Damage(first + 1, "a git merge was left unresolved here", done))

    def _take(self, records: dict[str, bytes], number: int, raw: bytes) -> None:
        line = raw.strip()
        if not line:
            return
        try:
            id = id_of(line)
        except ValueError as error:
            what = what_is_wrong(line, error)
            self.damages.append(Damage(number + 1, what, "set aside", raw + b"\n"))
        else:
            self._put(records, number, id, line)

    def _put(self, records: dict[str, bytes], number: int, id: str, line: bytes) -> None:
        held = records.setdefault(id, line)
        if held == line:
            return
        merged = merge(self._table, None, held, line)
        assert merged is not None
        records[id] = merged
        done = "both were put together"
        self.damages.append(Damage(number + 1, f"there is a second record {id!r}", done))


LastKnown = Callable[[str], tuple[bytes, str] | None]
"""Tells the last line that is known of an id, and where from."""


def mended_table(
    table: str, content: bytes, base: Mapping[str, bytes], last_known: LastKnown
) -> Mended:
    """Return a table with what can't be read taken out, and the last that is known put in.

    `base` is the table as it was last saved: where a line does not tell whose it was, all that is
    missing of it is put back, since a removal is done again more easily than a record.
    """
    reader = TableReader(table)
    reader.read(content)
    if not reader.damages:
        return Mended(content, [])
    records = dict(reader.records)
    damages = []
    for damage in reader.damages:
        told = _ID.search(damage.raw)
        ids = [told[1].decode(errors="replace")] if told else sorted(base) if damage.raw else []
        put_back = {id: found for id in ids if id not in records and (found := last_known(id))}
        records |= {id: line for id, (line, _) in put_back.items()}
        back = "".join(f"; {id} put back as {where}" for id, (_, where) in put_back.items())
        damages.append(damage._replace(done=damage.done + back))
    lines = (records[id] + b"\n" for id in sorted(records))
    return Mended(b"".join(lines), damages)


Spare = Callable[[int], Transaction | None]
"""Tells a transaction by its number out of a backup."""


def mended_history(content: bytes, last: int | None, spare: Spare, *, is_newest: bool) -> Mended:
    """Return a file of the history with each line that can't be read replaced: they are counted.

    `last` is the number of the transaction before the first; None where that does not matter. A
    torn end of the newest file stays: nobody was told that it is saved.
    """
    *lines, rest = content.split(b"\n")
    found = [decoded(line) for line in lines]
    if rest and not is_newest:
        lines, rest, found = [*lines, rest], b"", [*found, None]
    if is_newest and found and found[-1] is None and all(found[:-1]):
        lines, found, rest = lines[:-1], found[:-1], lines[-1] + b"\n" + rest
    first = _first_number(found, last)
    damages = []
    written = []
    if last is not None and first > last + 1:
        written = [_replaced(number, spare) for number in range(last + 1, first)]
        what = f"{len(written)} changes before this are missing"
        damages.append(Damage(None, what, _told(written)))
    for place, (line, transaction) in enumerate(zip(lines, found, strict=True)):
        if transaction is not None:
            written.append(line + b"\n")
            continue
        put_in = _replaced(first + place, spare)
        written.append(put_in)
        what, done = "this line of the history is damaged", f"set aside; {_told([put_in])}"
        damages.append(Damage(place + 1, what, done, line + b"\n"))
    return Mended(b"".join(written) + rest, damages)


def _replaced(number: int, spare: Spare) -> bytes:
    return encoded(spare(number) or Transaction(number, (), UNREAD_LABEL))


def _told(written: list[bytes]) -> str:
    is_found = all(UNREAD_LABEL.encode() not in line for line in written)
    return "put back from a backup" if is_found else "what came after is kept"


def _first_number(found: list[Transaction | None], last: int | None) -> int:
    known = ((place, t) for place, t in enumerate(found) if t is not None)
    place, transaction = next(known, (0, None))
    if transaction is None:
        return 1 if last is None else last + 1
    return transaction.number - place


def _end_of_conflict(lines: list[bytes], start: int) -> int | None:
    """Return the line after a conflict's, or None where its marks are not all there."""
    marks = {_THEIRS: False}
    for number in range(start + 1, len(lines)):
        mark = lines[number][: len(_OURS)]
        if mark == _THEIRS:
            marks[_THEIRS] = True
        elif mark == _END:
            return number + 1 if marks[_THEIRS] else None
        elif mark == _OURS:
            return None
    return None


def versions(content: bytes) -> Iterator[Transaction]:
    """Yield the transactions of a file of the history that can be read."""
    for line in content.split(b"\n"):
        if (transaction := decoded(line)) is not None:
            yield transaction
