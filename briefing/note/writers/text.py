"""A note as plain text in 72 columns, for a mail, a terminal or a screen reader."""

from collections.abc import Iterator

from briefing.note.blocks import BriefingNote, Bullets, Facts, Item, Run, Text
from briefing.note.cells import GLUE, width, wrapped
from briefing.note.layout import Layout
from briefing.note.lines import Line, Style, lines_of
from briefing.note.words import Words

COLUMNS = 72
"""After RFC 3676, section 4.2: lines of 78 at most, with room for a few marks of quotation."""


def write(note: BriefingNote, layout: Layout) -> bytes:
    """Return the note as text in UTF-8; only an address can be wider than the columns."""
    return "".join(f"{row}\n" for row in _note(note)).encode()


def _note(note: BriefingNote) -> Iterator[str]:
    words = Words(note.language)
    marking = list(wrapped(note.marking, COLUMNS)) if note.marking else []
    yield from (*marking, "") if marking else ()
    yield from _underlined(note.title, "=")
    yield ""
    yield from _head(note.header, words)
    for section in note.sections:
        yield from ("", "")
        yield from _underlined(section.heading, "-")
        for block in section.blocks:
            yield ""
            for line in lines_of(block, words):
                yield from _line(line)
    yield from ("", *marking) if marking else ()


def _underlined(heading: str, rule: str) -> Iterator[str]:
    rows = list(wrapped(heading, COLUMNS))
    yield from rows
    yield rule * min(COLUMNS, max(map(width, rows)))


# The head ---------------------------------------------------------------------------------------

_WIDEST_LABEL = 18
"""A wider one has a row of its own."""


def _head(header: Facts, words: Words) -> Iterator[str]:
    """Yield labels with their values in a column beside them."""
    widths = (width(row.label) for row in header.rows)
    column = 2 + max((cells for cells in widths if cells <= _WIDEST_LABEL), default=0)
    for row in header.rows:
        yield from _labelled(row, column, words)


def _labelled(row: Item, column: int, words: Words) -> Iterator[str]:
    margin = " " * column
    first = row.label + " " * (column - width(row.label))
    if width(row.label) > _WIDEST_LABEL:
        yield from wrapped(row.label, COLUMNS)
        first = margin
    yield from wrapped(_plain(row.text), COLUMNS, first=first, rest=margin)
    for line in lines_of(Bullets(items=row.under), words):
        yield from _line(line, margin)


# A block's lines --------------------------------------------------------------------------------


def _line(line: Line, margin: str = "") -> Iterator[str]:
    words = _plain(line.text)
    match line.style:
        case Style.SUBHEADING:
            yield from _underlined(words, ".")
        case Style.BULLET:
            margin += "  " * line.depth
            yield from wrapped(words, COLUMNS, first=f"{margin}- ", rest=f"{margin}  ")
        case Style.NUMBERED:
            yield from wrapped(words, COLUMNS, first=f"{line.number:3}. ", rest=" " * 5)
        case _:
            yield from wrapped(words, COLUMNS)


def _plain(text: Text) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    """Return a run with its mark held to its last word, for no row begins with a mark."""
    if run.mark is None:
        return run.text
    return f"{run.text}{GLUE}{run.mark.words.replace(' ', GLUE)}"
