"""A listing as a table in a terminal: columns fitted to its width, titles wrapped."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.text import clean, clean_block

if TYPE_CHECKING:
    from briefing.cli.output import Item
    from briefing.desk.excerpt import Excerpt

_TITLE = 40
"""Columns that titles have before others are narrowed."""
_GAP = 2
_BESIDE = 100
"""Columns from which ids have a column; below it they stand under the titles."""
_LEAST = 11
"""Columns that any other column keeps: a day in two lines."""


def print_table(items: Sequence["Item"]) -> None:
    """Print items below their headings, as wide as the terminal and no wider.

    Where NO_COLOR is set, or the terminal is a dumb one, nothing but text is printed.
    """
    is_bare = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    console = Console(
        file=sys.stdout,
        color_system=None if is_bare else "auto",
        markup=False,
        emoji=False,
        highlight=False,
    )
    is_beside = console.width >= _BESIDE
    widths = fitted(_natural(items)[not is_beside :], console.width)
    for number, (heading, within) in enumerate(_grouped(items)):
        if number:
            console.print()
        if heading:
            console.print(Text(heading, "bold"))
        console.print(_table(within, widths, is_beside=is_beside))


def fitted(natural: Sequence[int], width: int) -> list[int]:
    """Return how wide the columns before the title are; the widest give it the room it needs."""
    widths = list(natural)
    while sum(widths) + _GAP * len(widths) + _TITLE > width and max(widths, default=0) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _natural(items: Sequence["Item"]) -> list[int]:
    columns = zip_longest(*(item.columns[:-1] for item in items), fillvalue="")
    return [max(cell_len(clean(text)) for text in column) for column in columns]


def _grouped(items: Sequence["Item"]) -> Iterator[tuple[str, list["Item"]]]:
    heading = ""
    numbered: list[tuple[str, Item]] = []
    for item in items:
        heading = f"{len(numbered)} {item.heading}" if item.heading else heading
        numbered.append((heading, item))
    for key, within in groupby(numbered, key=lambda pair: pair[0]):
        yield clean(key.partition(" ")[2]), [item for _, item in within]


def _table(items: Sequence["Item"], widths: Sequence[int], *, is_beside: bool) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0))
    for number, width in enumerate(widths):
        is_id = is_beside and number == 0
        table.add_column(width=width, style="dim" if is_id else "", overflow="fold")
    table.add_column(overflow="fold")
    for item in items:
        id, *aligned, last = (clean(column) for column in item.columns)
        aligned = [id, *aligned] if is_beside else aligned
        aligned += [""] * (len(widths) - len(aligned))
        title = Text(last)
        if not is_beside:
            title.append(f"\n{id}", "dim")
        if item.below is not None:
            title.append("\n").append_text(_found(item.below))
        table.add_row(*map(Text, aligned), Padding(title, (0, 0, 0, 2 * item.depth)))
    return table


def _found(found: "Excerpt") -> Text:
    """Return the words that something was found by, lit up."""
    text = Text(f"{clean(found.where)}: ", "dim")
    upto = 0
    for start, end in found.lit:
        text.append(_flat(found.text[upto:start]), "not dim")
        text.append(_flat(found.text[start:end]), "not dim bold")
        upto = end
    return text.append(_flat(found.text[upto:]), "not dim")


def _flat(text: str) -> str:
    """Return text without what a terminal obeys, its spaces at both ends left."""
    return clean_block(text).replace("\n", " ")
