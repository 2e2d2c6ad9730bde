"""What was found everywhere, as rows: by kind, with the words that were looked for lit up."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.arrange.facets import days
from briefing.desk import excerpt
from briefing.desk.desk import Desk
from briefing.desk.excerpt import Excerpt
from briefing.model import Record
from briefing.search.words import Word
from briefing.tui.widgets.cells import ELLIPSIS, Cell, Tone, fit
from briefing.tui.widgets.virtual_list import Group

_DATE = 12
_WITH_DATE, _WITH_EXCERPT = 50, 90
"""Columns from which a row has the date too, and the words it was found by."""

_TITLE_SHARE = 0.5

_BEFORE = 16
"""Letters before the words that were found, where there is no room for all."""

Hit = tuple[type[Record], str]
"""What was found: kind and id."""


class Found(NamedTuple):
    """The first of what was found of a kind."""

    kind: type[Record]
    ids: Sequence[str]


class FoundRows:
    """The rows; a record is read when its row is drawn."""

    def __init__(self, desk: Desk, found: Collection[Found], words: Sequence[Word]) -> None:
        self._desk = desk
        self._found = found
        self.words = words
        self.hits: Sequence[Hit] = [(one.kind, id) for one in found for id in one.ids]
        self.keys = [id for _, id in self.hits]
        self.groups: Sequence[Group] = ()
        self.excerpts: dict[Hit, Excerpt | None] = {}
        """Where each holds the words, as far as that was looked up."""
        self.count({})

    def count(self, numbers: Mapping[type[Record], int]) -> None:
        """Say in the headings how many there are of each kind, where that is known."""
        groups, start = [], 0
        for kind, ids in self._found:
            told = f"{numbers[kind]:,}" if kind in numbers else "…"
            groups.append(Group(start, f"{kind.__name__}s  {told}"))
            start += len(ids)
        self.groups = groups

    def record(self, index: int) -> Record | None:
        """Return the record of a row; None where it is not held any more."""
        kind, id = self.hits[index]
        return self._desk.store.get(kind, id)

    def look_up(self, index: int, record: Record) -> None:
        """Look where the record of a row holds the words; that of a source in any thread."""
        self.excerpts[self.hits[index]] = excerpt.excerpt(self._desk, record, self.words)

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return date, title and the words it was found by, as far as there is room."""
        record = self.record(index)
        if record is None:
            return [Cell("not held any more", Tone.MUTED)]
        date = [Cell(fit(_date(record), _DATE), Tone.MUTED)] if width >= _WITH_DATE else []
        named = excerpt.title(record, self.words)
        told = self.excerpts.get(self.hits[index])
        room = width - sum(len(cell.text) for cell in date)
        if told is None or width < _WITH_EXCERPT:
            return [*date, *lit_cells(named, Tone.PLAIN)]
        wide = int(room * _TITLE_SHARE)
        title = lit_cells(named, Tone.PLAIN, wide)
        return [*date, *title, Cell("  "), *excerpt_cells(told, room - wide - 2)]


def excerpt_cells(told: Excerpt, width: int) -> Iterator[Cell]:
    """Yield where the words stand, and so much of what is round them that they are in sight."""
    lead = f"{told.where}: "
    yield Cell(lead, Tone.MUTED)
    start, end = told.lit[0]
    cut = max(0, start - _BEFORE) if end > width - len(lead) else 0
    if cut:
        lit = tuple((begin - cut + 1, stop - cut + 1) for begin, stop in told.lit if begin >= cut)
        told = told._replace(text=f"{ELLIPSIS}{told.text[cut:]}", lit=lit)
    yield from lit_cells(told, Tone.MUTED)


def lit_cells(told: Excerpt, tone: Tone, width: int | None = None) -> Iterator[Cell]:
    """Yield a text with its words lit up; in just so many columns, if they are given."""
    text = told.text if width is None else fit(told.text, width)
    upto = 0
    for start, end in told.lit:
        if start >= len(text):
            break
        yield Cell(text[upto:start], tone)
        yield Cell(text[start:end], Tone.LIT)
        upto = end
    yield Cell(text[upto:], tone)


def _date(record: Record) -> str:
    span = days(record)
    return f"{span[0].day:>2} {span[0]:%b %Y}" if span else ""
