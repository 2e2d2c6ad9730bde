"""The parts of a note as a list beside it: how long each is, and what is still to be written."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Question
from briefing.note.blocks import Section, SectionName
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.virtual_list import Group

_COUNT_WIDTH = 9


class PartRow(NamedTuple):
    """A part of the note, or a question that is answered in it."""

    key: str
    label: str
    length: str = ""
    tone: Tone = Tone.PLAIN
    indent: int = 0


class PartRows:
    """The parts of a note as a list shows them."""

    groups: Sequence[Group] = ()

    def __init__(self, rows: Sequence[PartRow]) -> None:
        self._rows = rows
        self.keys: Sequence[str] = tuple(row.key for row in rows)

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return a part with its length, or that it is still to be written."""
        row = self._rows[index]
        label = fit(" " * row.indent + row.label, max(1, width - _COUNT_WIDTH))
        return (Cell(label), Cell(f"{row.length:>{_COUNT_WIDTH}}", row.tone))


def part_row(section: Section) -> PartRow:
    """Return a part that has something in it, with its length beside what it may be."""
    if section.limit is None:
        length = str(section.words) if section.name is not SectionName.SOURCES else ""
        return PartRow(section.name, section.heading, length, Tone.MUTED)
    is_over = section.counted > section.limit.number
    length = f"{'! ' if is_over else ''}{section.counted}/{section.limit.number}"
    return PartRow(section.name, section.heading, length, Tone.DOUBT if is_over else Tone.MUTED)


def question_row(question: Question) -> PartRow:
    """Return a question that the note tells, under its part."""
    is_written = question.answer.is_written
    length, tone = ("answered", Tone.GOOD) if is_written else ("to write", Tone.ACCENT)
    return PartRow(question.id, question.text, length, tone, indent=2)
