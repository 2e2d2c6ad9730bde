"""People in tables and columns: "Name | Title | Organisation", "Chair     Ana Berg"."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.names import Mention
from briefing.reader.fields.people import MODERATOR, Person, named
from briefing.reader.fields.person_words import (
    BODY_COLUMN,
    MODERATED,
    NAME_COLUMN,
    ROLE_COLUMN,
    SPEAKER_COLUMN,
)
from briefing.reader.fields.speaker_lists import in_value
from briefing.reader.lines import Line, Span
from briefing.reader.vocabulary import any_of

_CELL = re.compile(r"[^|\t]+")


def in_table(
    text: str, lines: Sequence[Line], known: Sequence[Mention] = ()
) -> Iterator[Candidate[Person]]:
    """Yield the people of the rows right below a table's head."""
    columns: dict[str, int] = {}
    for line in lines:
        cells = _cells(text, line)
        head = _columns(text, cells)
        if head:
            columns = head
        elif columns and len(cells) > max(columns.values()):
            if len(columns) > 1:
                yield from _of_row(text, cells, columns)
            else:
                yield from in_value(text, cells[columns["name"]], known, "")
        elif len(cells) < _FEWEST_CELLS and not _RULE.fullmatch(line.text):
            columns = {}


_FEWEST_BARS = 3


def is_row(line: Line) -> bool:
    """Return whether a line is a row of a table, or several on one line."""
    return line.text.count("|") >= _FEWEST_BARS


def opened(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, and in place of the rows of a table the cells with words, each as a line."""
    for line in lines:
        if not is_row(line):
            yield line
            continue
        for number, cell in enumerate(_cells(text, line)):
            words = cell.words(text)
            gap = line.gap if not number else 0
            yield Line(start=cell.start, end=cell.end, text=words, gap=gap)


_RULE = re.compile(r"[\s|:+=-]+")


def _cells(text: str, line: Line) -> list[Span]:
    found = _CELL.finditer(text, line.start, line.end)
    spans = (Span(cell.start(), cell.end()) for cell in found if cell.group().strip())
    return [_trimmed(text, span) for span in spans]


def _trimmed(text: str, span: Span) -> Span:
    words = span.words(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _columns(text: str, cells: Sequence[Span]) -> dict[str, int]:
    """Return which column is which; nothing where a row is no head that has names."""
    kinds = {"name": NAME_COLUMN, "role": ROLE_COLUMN, "body": BODY_COLUMN}
    found = {
        kind: number
        for kind, pattern in kinds.items()
        for number, cell in enumerate(cells)
        if pattern.fullmatch(cell.words(text))
    }
    if "name" not in found or len(cells) < _FEWEST_CELLS:
        return {}
    is_of_speakers = _SPEAKERS.fullmatch(cells[found["name"]].words(text)) is not None
    return found if len(found) > 1 or is_of_speakers else {}


_FEWEST_CELLS = 2
_SPEAKERS = re.compile(SPEAKER_COLUMN, re.IGNORECASE)


def _of_row(
    text: str, cells: Sequence[Span], columns: dict[str, int]
) -> Iterator[Candidate[Person]]:
    for found in list(named(text, cells[columns["name"]], ()))[:1]:
        role, body = (cells[columns[k]] if k in columns else None for k in ("role", "body"))
        person = Person(
            name=found.value.name,
            role=role.words(text) if role else "",
            role_span=role,
            affiliation=body.words(text) if body else "",
            affiliation_span=body,
        )
        yield Candidate(
            value=person, start=found.start, end=found.end, rule="speaker.table", confidence=0.8
        )


# Columns set off by spaces ----------------------------------------------------------------------

_COLUMN = re.compile(r"(?P<head>[^\W\d_][\w '/()-]{1,28}?)(?:\s{2,}|\t)(?=\S)")
_HEADS = any_of(
    NAME_COLUMN.pattern, "chairs?", "co-?chairs?", "moderators?", "for", "against", "pro",
    "contra", "proponents?", "opponents?", "with", "discussants?", "opening", "closing",
    "keynotes?", "welcome", "respondents?", "moderation", "podium", "présidence", "modération",
    "discutante?s?", "modera(?:dora?)?", "ordstyrer", "presenters?", "panel", "introduction",
    "lecturers?", "experts?", "commentators?", "who",
)  # fmt: skip


def in_columns(
    text: str, lines: Sequence[Line], known: Sequence[Mention]
) -> Iterator[Candidate[Person]]:
    """Yield the people beside words set off by spaces, and below them: "Chair      Ana Berg"."""
    column, role = -1, ""
    for line in lines:
        row = text.rfind("\n", 0, line.start) + 1
        head = _COLUMN.match(text, line.body_start, line.end)
        start = line.start
        if head is not None and _HEAD.fullmatch(head["head"]):
            column, start = head.end() - row, head.end()
            role = MODERATOR if MODERATED.match(head["head"] + ":") else ""
        elif column < 0 or line.gap or line.start - row != column:
            column = -1
            continue
        yield from list(named(text, Span(start, line.end), known, role))[:_MOST_ON_A_ROW]


_HEAD = Cue(_HEADS)


_MOST_ON_A_ROW = 6
