"""The one mark before a row, which the detail tells in words."""

from briefing.model import Record
from briefing.tui.widgets.cells import Cell, Tone, fit

DOUBT, UNCHECKED = "!", "~"


def mark(record: Record, width: int) -> Cell:
    """Return the mark of a doubt, else that nobody has checked the record, in so many columns."""
    if record.is_reviewed:
        return Cell(" " * width)
    if any(record.doubts):
        return Cell(fit(DOUBT, width), Tone.DOUBT)
    return Cell(fit(UNCHECKED, width), Tone.MUTED)
