"""A briefing note as lines to read: the words of its file, each source number a link."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing.note import lines as note_lines
from briefing.note.blocks import (
    Block,
    BriefingNote,
    Facts,
    Item,
    Mark,
    Run,
    Section,
    SectionName,
    Text,
)
from briefing.note.kinds import Kind
from briefing.note.lines import Style
from briefing.note.words import Words
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line, Part

_TONES = {Style.TITLE: Tone.HEADING, Style.HEADING: Tone.HEADING, Style.SUBHEADING: Tone.STRONG}

_INDENT = 2

_WIDEST_LABEL = 16
"""Columns; facts with longer labels are a list, their words not beside but after them."""

_BLANK = Line()


class Passage(NamedTuple):
    """The lines of one part."""

    part: SectionName | None
    """None for the title and the head."""
    lines: Sequence[Line]


def passages(
    note: BriefingNote, kind: Kind | None = None, *, is_wide: bool = False
) -> Iterator[Passage]:
    """Yield a note part by part.

    With its kind, what only a person can write and nobody has written yet stands in its place;
    where it is wide, labels of facts stand in a column.
    """
    words = Words(note.language)
    title = Line((Part(note.title, Tone.HEADING),))
    yield Passage(None, (title, _BLANK, *_block(note.header, words, is_wide=is_wide)))
    asked = {prompt.section: prompt.words for prompt in note.prompts} if kind else {}
    in_place = {section.name: section for section in note.sections if not section.is_annex}
    order = [part.name for part in kind.parts] if kind else list(in_place)
    for name in order:
        if name in in_place:
            yield _section(in_place[name], words, is_wide=is_wide)
        elif name in asked:
            yield _placeholder(name, asked[name], words)
    annexes = (section for section in note.sections if section.is_annex)
    yield from (_section(section, words, is_wide=is_wide) for section in annexes)


def plain_text(note: BriefingNote) -> str:
    """Return the note as plain text, a line a line."""
    told = (line for passage in passages(note) for line in passage.lines)
    return "".join(
        f"{' ' * line.indent}{''.join(part.text for part in line.parts)}\n" for line in told
    )


def _section(section: Section, words: Words, *, is_wide: bool) -> Passage:
    heading = Line((Part(section.heading, Tone.HEADING),))
    blocks = [list(_block(block, words, is_wide=is_wide)) for block in section.blocks]
    parted = (line for block in blocks for line in (_BLANK, *block))
    _, *told = parted if blocks else (_BLANK,)
    return Passage(section.name, (_BLANK, heading, *told))


def _placeholder(name: SectionName, sentence: str, words: Words) -> Passage:
    heading = Line((Part(words.term(name), Tone.HEADING),))
    return Passage(name, (_BLANK, heading, Line((Part(f"… {sentence}", Tone.MUTED),), hang=2)))


def _block(block: Block, words: Words, *, is_wide: bool) -> Iterator[Line]:
    if is_wide and isinstance(block, Facts) and _label_width(block, words) <= _WIDEST_LABEL:
        yield from _facts(block.rows, _label_width(block, words), words)
    else:
        yield from (_line(line) for line in note_lines.lines_of(block, words))


def _label_width(facts: Facts, words: Words) -> int:
    return max((cell_len(words.label(row.label)) for row in facts.rows), default=0) + _INDENT


def _facts(rows: Sequence[Item], width: int, words: Words) -> Iterator[Line]:
    """Yield facts with their labels in a column of their own."""
    for row in rows:
        label = words.label(row.label)
        own = Part(label + " " * (width - cell_len(label)), Tone.MUTED)
        yield Line((own, *_text(row.text)), hang=width)
        for item in row.under:
            below = Part(f"{words.label(item.label)} ", Tone.MUTED)
            yield Line((below, *_text(item.text)), indent=width, hang=_INDENT)


def _line(line: note_lines.Line) -> Line:
    tone = _TONES.get(line.style, Tone.PLAIN)
    parts = _text(line.text, tone)
    match line.style:
        case Style.BULLET:
            bullet = Part("- ", Tone.MUTED)
            return Line((bullet, *parts), indent=_INDENT * line.depth, hang=_INDENT)
        case Style.NUMBERED:
            number = Part(f"{line.number}. ", Tone.MUTED)
            return Line((number, *parts), hang=len(number.text))
        case _:
            return Line(parts)


def _text(text: Text, tone: Tone = Tone.PLAIN) -> tuple[Part, ...]:
    return tuple(part for run in text for part in _parts(run, tone))


def _parts(run: Run, tone: Tone) -> Iterator[Part]:
    if run.is_link:
        tone = Tone.ACCENT
    elif run.is_strong and tone is Tone.PLAIN:
        tone = Tone.STRONG
    yield Part(run.text, tone)
    if run.mark is not None:
        yield from mark_parts(run.mark)


def mark_parts(mark: Mark) -> Iterator[Part]:
    """Yield the words of a mark, its numbers as links."""
    words = mark.words
    yield Part(" [", Tone.MUTED)
    for number in mark.numbers:
        before, _, words = words.partition(str(number))
        if before != "[":
            yield Part(before, Tone.MUTED)
        yield Part(str(number), Tone.ACCENT, str(number))
    rest = words.removeprefix("[").removesuffix("]")
    yield Part(rest, Tone.MUTED if mark.checked and mark.numbers else Tone.DOUBT)
    yield Part("]", Tone.MUTED)
