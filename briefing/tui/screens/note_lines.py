"""A briefing note as lines to read: the words of its file, each source number a link."""

from collections.abc import Iterator

from briefing.note import lines as note_lines
from briefing.note.blocks import BriefingNote, Mark, Run, SectionName
from briefing.note.lines import Style
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line, Part

_TONES = {Style.TITLE: Tone.HEADING, Style.HEADING: Tone.HEADING, Style.SUBHEADING: Tone.STRONG}

_INDENT = 2


def lines(note: BriefingNote) -> list[Line]:
    """Return a note line by line; the number of a source is a link called by that number."""
    return [_line(line) for line in note_lines.lines(note)]


def starts(note: BriefingNote) -> dict[SectionName, int]:
    """Return the number of the line that each part begins in."""
    headings = (n for n, line in enumerate(note_lines.lines(note)) if line.style is Style.HEADING)
    return {section.name: n for section, n in zip(note.sections, headings, strict=True)}


def plain_text(note: BriefingNote) -> str:
    """Return the note as plain text, a line a line."""
    told = (
        f"{' ' * line.indent}{''.join(part.text for part in line.parts)}" for line in lines(note)
    )
    return "\n".join(told) + "\n"


def _line(line: note_lines.Line) -> Line:
    tone = _TONES.get(line.style, Tone.PLAIN)
    parts = tuple(part for run in line.text for part in _parts(run, tone))
    match line.style:
        case Style.BULLET:
            bullet = Part("- ", Tone.MUTED)
            return Line((bullet, *parts), indent=_INDENT * line.depth, hang=_INDENT)
        case Style.NUMBERED:
            number = Part(f"{line.number}. ", Tone.MUTED)
            return Line((number, *parts), hang=len(number.text))
        case _:
            return Line(parts)


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
