"""Rows of the question bank: what is asked, whether it is answered, how often it was asked."""

from briefing.model import Question
from briefing.text import count
from briefing.tui.panes.marks import mark
from briefing.tui.panes.rows import RecordRows
from briefing.tui.widgets.cells import Cell, Tone, fit

ANSWERED = "✓"

_LEAD_WIDTH = 3
_LEAST_TEXT = 40
_TAIL_WIDTH = 25


class QuestionRows(RecordRows):
    """Questions by theme or by event."""

    def cells(self, index: int, width: int) -> list[Cell]:
        """Return the question, with its answer's state in words where there is room."""
        question = self.record(index)
        assert isinstance(question, Question)
        is_answered = question.answer.is_written
        sign = Cell(f"{ANSWERED if is_answered else ' '} ", Tone.GOOD)
        lead = [mark(question, 1), sign]
        if width < _LEAD_WIDTH + _LEAST_TEXT + _TAIL_WIDTH:
            return [*lead, Cell(question.text)]
        times = f"asked {count(len(question.asked), 'time')}" if question.asked else ""
        words = "answered" if is_answered else "no answer"
        room = width - _LEAD_WIDTH - _TAIL_WIDTH
        return [
            *lead,
            Cell(fit(question.text, room)),
            Cell(fit(f"  {times}", _TAIL_WIDTH - 10), Tone.MUTED),
            Cell(fit(words, 10), Tone.GOOD if is_answered else Tone.MUTED),
        ]
