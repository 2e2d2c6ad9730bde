"""Positions as CSV (RFC 4180) that a spreadsheet opens without running anything in it.

For programs: of a file with commas Excel makes one column where the comma is the decimal sign.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable

from briefing.exchange.positions import COLUMNS, Row, cells

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")
"""How a cell begins that is taken for a formula: OWASP, "CSV Injection", and ASVS 5.0, 1.2.10.

Quotes before it count, so that the quote that is put there can be told from one that was there.
"""


def written(rows: Iterable[Row]) -> bytes:
    """Return positions as CSV in UTF-8, with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(harmless, cells(row)) for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """Return a cell that is a formula in no spreadsheet: one that looks like it behind a quote."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_it_was(cell: str) -> str:
    """Return a cell without the quote that made it harmless."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
