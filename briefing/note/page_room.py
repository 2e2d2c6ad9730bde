"""How much of a page what is told of some days fills: an estimate, in points as it is printed.

Letter is the shorter of the papers and A4 the narrower; what fits both by this, fits each. The
sizes are those of writers/pdf.typ, and tests/note/test_outlook_pages.py holds it to real pages.
"""

from collections.abc import Iterable, Sequence

from briefing.note.blocks import SectionName
from briefing.note.cells import width, wrapped
from briefing.note.changes import changes
from briefing.note.material import material
from briefing.note.span import SpanScene
from briefing.note.up_to import Entry

_PAGE = 792 - 51 - 57 - 24
"""Letter, without its margins and two lines to spare."""
_HEAD, _HEADING, _BOX, _COLUMNS = 95, 28, 18, 17
"""Title and head; a heading; what is round the bottom line; the heading row of a table."""
MOST_ROWS = 60
"""More than a page has lines."""
AROUND_NAMES = 28.0
"""What says that some events are named in brief, and how many stand behind the note alone."""
_LETTERS, _TEXT, _BETWEEN = 106, 11.6, 0.5
"""Of running text: letters of a line, its height, the space to the next entry."""
_CELL_LETTERS, _CELL_TEXT, _CELL_BETWEEN = 126, 10.2, 2.6
"""The same of a table that is as wide as A4."""
_CELL_SIDES = 2.6
"""Letters that the sides of a cell take."""
_MARK = " [00]"
"""What stands behind a fact."""


def for_days(scene: SpanScene, lists: Iterable[Sequence[Entry]]) -> float:
    """Return the room that some lists, each under a heading, leave on the page for what is on."""
    written = (scene.written(name) for name in (SectionName.BOTTOM_LINE, SectionName.DAYS))
    own = sum(_HEADING + _BOX + _of_text(text) for text in written if text)
    own += _of_changes(scene)
    others = sum(_HEADING + _of_entries(entries) for entries in lists if entries)
    return _PAGE - _HEAD - _HEADING - _COLUMNS - own - others


def _of_changes(scene: SpanScene) -> float:
    last = scene.held.edition.last
    if last is None or scene.kind.part(SectionName.CHANGES) is None:
        return 0.0
    now = last.now or material(scene.span.subject, scene.held)
    found = changes(last.material, now, scene.words, scene.home)
    return sum((_of_text(one.text) + _BETWEEN for one in found), _HEADING if found else 0.0)


def _of_entries(entries: Sequence[Entry]) -> float:
    return sum(_of_text(text) + _BETWEEN for entry in entries for text in entry.texts)


def of_row(texts: Sequence[str], shares: Sequence[int]) -> float:
    """Return how high a row is whose cells hold texts, with the shares of their columns."""
    whole = sum(shares)
    rooms = (max(4, int(_CELL_LETTERS * share / whole - _CELL_SIDES)) for share in shares)
    lines = max(_lines(text, room) for text, room in zip(texts, rooms, strict=True))
    return lines * _CELL_TEXT + _CELL_BETWEEN


def of_name(name: str, *, is_first: bool) -> float:
    """Return the height of its part of the lines of its day, in which it may be the first."""
    lines = width(f"{name}{_MARK} / ") / _LETTERS
    return (max(lines + 0.4, 1.0) if is_first else lines) * _TEXT


def _of_text(text: str) -> float:
    return sum(_lines(f"{part}{_MARK}", _LETTERS) * _TEXT for part in text.split("\n"))


def _lines(text: str, room: int) -> int:
    return sum(1 for _ in wrapped(text, room))
