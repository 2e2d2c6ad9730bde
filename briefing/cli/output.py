"""Listings: aligned lines, one labelled line a fact, or JSON."""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefing.text import clean

if TYPE_CHECKING:
    from briefing.desk.excerpt import Excerpt
    from briefing.model import Record


@dataclass(frozen=True, slots=True)
class Item:
    """A record in a listing, in each of the three ways to print it."""

    record: "Record"
    columns: tuple[str, ...]
    """What stands in its line; all but the last are aligned."""
    facts: tuple[tuple[str, str], ...]
    """Label and text, for the plain listing."""
    worked_out: dict[str, object] = field(default_factory=dict)
    """What JSON tells beside the record's own fields."""
    depth: int = 0
    heading: str = ""
    """What it stands under, where a new group begins."""
    below: "Excerpt | None" = None
    """The words that it was found by."""


def print_listing(items: Sequence[Item], how: str, nothing: str) -> None:
    """Print items as `how` says: "lines", "plain" or "json"; `nothing` is said on stderr.

    Lines are a table where there is a terminal.
    """
    if how == "json":
        print_json([_as_json(item) for item in items])
    elif not items:
        sys.stderr.write(f"{nothing}\n")
    elif how == "plain":
        _write(line for item in items for line in _labelled(item))
    elif sys.stdout.isatty():
        from briefing.cli.table import print_table

        print_table(items)
    else:
        _write(_aligned(items))


def print_json(value: object, *, on_one_line: bool = False) -> None:
    """Print a value as JSON, readable unless it is to stand on one line.

    What a terminal would obey is escaped, which says the same.
    """
    import msgspec

    encoded = msgspec.json.encode(value)
    laid_out = encoded if on_one_line else msgspec.json.format(encoded, indent=2)
    _write([_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", laid_out.decode())])


_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control codes and bidi controls that JSON may hold as they are (RFC 8259, section 7)."""


def print_text(text: str) -> None:
    """Print text made elsewhere, which is harmless already."""
    _write([text])


def say(message: str) -> None:
    """Tell what happened, on stderr."""
    sys.stderr.write(f"{clean(message)}\n")


def _as_json(item: Item) -> dict[str, object]:
    import msgspec

    own = msgspec.to_builtins(item.record, builtin_types=())
    found = {} if item.below is None else {"found": item.below._asdict()}
    return {**own, "reviewed": item.record.is_reviewed, **item.worked_out, **found}


def _labelled(item: Item) -> Iterable[str]:
    yield from (f"{label}: {clean(text)}" for label, text in item.facts if text)
    if item.below is not None:
        yield f"Found in {item.below.where}: {clean(item.below.text)}"
    yield ""


def _aligned(items: Sequence[Item]) -> Iterable[str]:
    from rich.cells import cell_len

    aligned_columns = zip_longest(*(item.columns[:-1] for item in items), fillvalue="")
    widths = [max(cell_len(clean(text)) for text in column) for column in aligned_columns]
    for position, item in enumerate(items):
        if item.heading:
            yield f"\n{clean(item.heading)}" if position else clean(item.heading)
        *aligned, last = (clean(column) for column in item.columns)
        cells = [text + " " * (widths[n] - cell_len(text)) for n, text in enumerate(aligned)]
        yield "  ".join([*cells, "  " * item.depth + last]).rstrip()
        if item.below is not None:
            yield f"    {clean(item.below.where)}: {clean(item.below.text)}"


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
