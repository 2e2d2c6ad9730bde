"""The marks of a row, told in words by the detail: doubt, clash, whether one goes, how far."""

from collections.abc import Mapping

from briefing.model import Attendance, Going, Record, TaskState
from briefing.tui.widgets.cells import Cell, Tone, fit

DOUBT, UNCHECKED = "!", "~"

CLASH = "‖"
"""Stands before what one can't attend besides something else."""

GOING_SIGNS: Mapping[Going, str] = {
    Going.INTERESTED: "○",
    Going.GOING: "●",
    Going.COVERED: "◐",
    Going.DECLINED: "×",
    Going.DONE: "✓",
}
"""Each is drawn by other signs in other glyph sets (`briefing.tui.glyphs`)."""

STATE_SIGNS: Mapping[TaskState, str] = {
    TaskState.TO_DO: "□",
    TaskState.SENT: "▷",
    TaskState.CONFIRMED: "■",
    TaskState.WAITING_LIST: "…",
    TaskState.REFUSED: "×",
    TaskState.DONE: "✓",
}

_TONES: Mapping[Going, Tone] = {Going.GOING: Tone.GOOD, Going.INTERESTED: Tone.ACCENT}


def mark(record: Record, width: int) -> Cell:
    """Return the mark of a doubt, else that nobody has checked the record, in so many columns."""
    if record.is_reviewed:
        return Cell(" " * width)
    if any(record.doubts):
        return Cell(fit(DOUBT, width), Tone.DOUBT)
    return Cell(fit(UNCHECKED, width), Tone.MUTED)


def going_mark(attendance: Attendance | None) -> Cell:
    """Return the sign of whether one goes, in one column; a blank where that is open."""
    if attendance is None:
        return Cell(" ")
    return Cell(GOING_SIGNS[attendance.going], _TONES.get(attendance.going, Tone.MUTED))


def clash_mark(*, is_clashing: bool) -> Cell:
    """Return the sign of a clash, in one column; a blank where there is none."""
    return Cell(CLASH, Tone.DOUBT) if is_clashing else Cell(" ")
