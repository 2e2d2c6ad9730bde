"""Finding words without the index, while that is being prepared: every record is looked through."""

from collections.abc import Iterator, Sequence

from briefing.desk.desk import Desk
from briefing.desk.find import haystack
from briefing.model import Record
from briefing.search.words import Word, holds, indexed, tokens
from briefing.store.records import decoded
from briefing.text import fold

_STEP = 256
"""Records between two stops: a millisecond, where few of them hold the words."""


def looked_through(desk: Desk, kind: type[Record], words: Sequence[Word]) -> Iterator[str | None]:
    """Yield the ids of the records of a kind that hold words, and None every few records.

    The texts of sources are not looked through.
    """
    wanted = [token for word in words if not word.is_excluded for token in tokens(word.text)]
    lines = desk.store.table(kind).lines
    for number, id in enumerate(list(lines)):
        line = lines.get(id, b"")
        record = decoded(kind, line) if _may_hold(line, wanted) else None
        if record is not None and holds(indexed(haystack(record)), words):
            yield id
        if number % _STEP == 0:
            yield None


def _may_hold(line: bytes, wanted: Sequence[str]) -> bool:
    """Return whether a line has the letters of all words somewhere: most have not."""
    text = fold(line.decode(errors="replace"))
    return all(token in text for token in wanted)
