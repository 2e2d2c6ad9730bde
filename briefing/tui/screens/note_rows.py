"""The parts of a note as a list beside it: how long each is, and what is still to be written."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from briefing.arrange.questions import likelihood_at
from briefing.model import Likelihood, Question
from briefing.note.blocks import BriefingNote, Section, SectionName
from briefing.note.kinds import Kind
from briefing.note.words import Words
from briefing.note.written import writable
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
    part: SectionName = SectionName.IF_ASKED
    """The part that it is, or that the question stands in."""
    is_annex: bool = False


class PartRows:
    """The parts of a note as a list shows them."""

    def __init__(self, rows: Sequence[PartRow]) -> None:
        self._rows = rows
        self.keys: Sequence[str] = tuple(row.key for row in rows)
        annexes = (number for number, row in enumerate(rows) if row.is_annex)
        self.groups: Sequence[Group] = [Group(n, "Behind the note") for n in annexes][:1]

    def part(self, key: str | None) -> SectionName | None:
        """Return the part that a row is, or that its question stands in."""
        return next((row.part for row in self._rows if row.key == key), None)

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return a part with its length, or that it is still to be written."""
        row = self._rows[index]
        label = fit(" " * row.indent + row.label, max(1, width - _COUNT_WIDTH))
        return (Cell(label), Cell(f"{row.length:>{_COUNT_WIDTH}}", row.tone))


def rows_of(
    note: BriefingNote,
    kind: Kind,
    questions: Sequence[Question],
    *,
    picked: Collection[str] = (),
    drafted: Collection[SectionName] = (),
    event: str = "",
) -> list[PartRow]:
    """Return the parts that have something in them or may have, those behind the note last.

    `picked` has the ids of the questions that alone are told, all where it is empty; `drafted` the
    parts of which some words wait unsaved; `event` is the id of what it is about.
    """
    under = {
        question.id: _question(question, event, is_told=not picked or question.id in picked)
        for question in questions
    }
    rows = [*_parts(note, kind, list(under.values())), *_annexes(note)]
    return [
        row._replace(length="not saved", tone=Tone.DOUBT) if row.key in drafted else row
        for row in rows
    ]


def _parts(note: BriefingNote, kind: Kind, questions: Sequence[PartRow]) -> Iterator[PartRow]:
    told = {section.name: section for section in note.sections}
    wanted, words = {prompt.section for prompt in note.prompts}, Words(note.language)
    for part in kind.parts:
        if part.name in told:
            yield from (_told(s) for s in [told[part.name]] if not s.is_annex)
        elif part.name in wanted:
            yield _unwritten(part.name, words, "to write", Tone.ACCENT)
        elif part.name in writable(kind) and not part.is_annex:
            yield _unwritten(part.name, words, "empty", Tone.MUTED)
        if not part.is_annex:
            yield from (question for question in questions if question.part is part.name)


def _annexes(note: BriefingNote) -> Iterator[PartRow]:
    for section in note.sections:
        if section.is_annex:
            yield _told(section)._replace(is_annex=True)


def _unwritten(part: SectionName, words: Words, told: str, tone: Tone) -> PartRow:
    return PartRow(part, words.term(part), told, tone, part=part)


def _told(section: Section) -> PartRow:
    length, tone = str(section.words), Tone.MUTED
    if section.limit is not None:
        is_over = section.counted > section.limit.number
        length = f"{'! ' if is_over else ''}{section.counted}/{section.limit.number}"
        tone = Tone.DOUBT if is_over else Tone.MUTED
    elif section.name is SectionName.SOURCES:
        length = ""
    return PartRow(section.name, section.heading, length, tone, part=section.name)


def _question(question: Question, event: str, *, is_told: bool) -> PartRow:
    if not is_told:
        length, tone = "left out", Tone.MUTED
    elif question.answer.is_written:
        length, tone = "answered", Tone.GOOD
    else:
        length, tone = "to write", Tone.ACCENT
    is_defensive = likelihood_at(question, event) is Likelihood.DEFENSIVE
    part = SectionName.DEFENSIVE if is_defensive else SectionName.IF_ASKED
    return PartRow(question.id, question.text, length, tone, indent=2, part=part)
