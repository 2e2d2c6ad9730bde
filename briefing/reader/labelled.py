"""Labelled lines: "Venue: ...", or a label alone with its lines below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.reader import label_words
from briefing.reader.cues import Cue
from briefing.reader.label_words import Label
from briefing.reader.lines import Line, Span

__all__ = ["Label", "Labelled", "label_of", "labels_of"]

_LABEL = Cue("|".join(f"(?P<{label.name}>{label_words.words(label)})" for label in Label))
_NUMBERED = re.compile(r"\s*#?\d{1,2}$")
_COLON = re.compile(r"\s*[:：]\s*|\s+[–—-]\s+|\?\s+")
_LONGEST_LABEL = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A label with what it labels."""

    label: Label
    line: Line
    words: str
    """The label as printed, without colon."""
    value: Span
    """What stands after the label on its line; empty for a label alone."""
    stands_alone: bool

    def reach(self, text: str, lines: Sequence[Line], end: int) -> Span:
        """Return what it labels: the rest of its line, or the lines below up to a blank one."""
        if not self.stands_alone:
            return self._with_rows_below(text, lines)
        below = [line for line in lines if self.line.end < line.start < end]
        taken: list[Line] = []
        for line in below:
            above = taken[-1].end if taken else self.line.end
            if (taken and line.gap) or line.gap > 1 or label_of(line) is not None:
                break
            if taken and text[above : line.start].strip():
                break
            taken.append(line)
        if not taken:
            return Span(self.line.end, self.line.end)
        return Span(taken[0].start, taken[-1].end)

    def _with_rows_below(self, text: str, lines: Sequence[Line]) -> Span:
        """Return the value with the lines that begin below it, in its column."""
        column = self.value.start - self.line.start
        if not column or text[self.value.start - 2 : self.value.start] != "  ":
            return self.value
        end = self.value.end
        for line in lines:
            if line.start > end:
                indent = line.start - (text.rfind("\n", end, line.start) + 1)
                own = self.line.start - (text.rfind("\n", 0, self.line.start) + 1)
                if line.gap or indent != own + column or text[end : line.start].strip():
                    break
                end = line.end
        return Span(self.value.start, end)


def label_of(line: Line) -> Labelled | None:
    """Return the label that a line begins with or is."""
    row = _row(line)
    if row is not None:
        return row
    head = line.body[:_LONGEST_LABEL]
    for end in _COLON.finditer(head):
        label = _known(head[: end.start()])
        if label is not None and _sets_off(end.group(), label):
            start = line.body_start + end.end()
            alone = start >= line.end
            return _labelled(
                label, line, head[: end.start()], Span(min(start, line.end), line.end), alone
            )
    label = _known(line.body) if len(line.body) <= _LONGEST_LABEL else None
    if label is None:
        return None
    return _labelled(label, line, line.body, Span(line.end, line.end), alone=True)


_ASKED = (Label.DATE, Label.TIME, Label.VENUE)


def _sets_off(sign: str, label: Label) -> bool:
    """Return whether a sign parts a label from its value: "When? 9 June"."""
    if "?" in sign:
        return label in _ASKED
    return ":" in sign or label is not Label.OTHER


_CELL = re.compile(r"[^|\t]*[^|\t\s]")
_COLUMN = re.compile(r"\S+(?: \S+)*")
"""What two spaces or more part: "Venue      Harbour House"."""
_CELLS = 2
_LONGEST_ROW = 400
_IN_FIGURES = (Label.DATE, Label.TIME, Label.END, Label.DEADLINE)
_FIGURE = re.compile(r"\d")


def _row(line: Line) -> Labelled | None:
    """Return the label of a table's row of two cells, the second one its value."""
    words = line.body
    if len(words) > _LONGEST_ROW:
        return None
    if "|" in words or "\t" in words:
        cells = list(_CELL.finditer(words))
    elif "  " in words:
        cells = list(_COLUMN.finditer(words))
    else:
        return None
    if len(cells) != _CELLS:
        return None
    head, value = (cell.group().strip() for cell in cells)
    label = _known(head)
    if label is None or label is Label.OTHER or _known(value) is not None:
        return None
    if label in _IN_FIGURES and not _FIGURE.search(value):
        return None
    end = line.body_start + cells[1].end()
    return _labelled(label, line, head, Span(end - len(value), end), alone=False)


def _labelled(label: Label, line: Line, words: str, value: Span, alone: bool) -> Labelled:
    return Labelled(
        label=label, line=line, words=words.strip(" *_"), value=value, stands_alone=alone
    )


def _known(words: str) -> Label | None:
    plain = _NUMBERED.sub("", words.strip(" *_:").replace("\t", " "))
    found = _LABEL.fullmatch(plain) or _in_two_languages(plain)
    label = Label[found.lastgroup] if found and found.lastgroup else None
    is_day_of_programme = label is Label.DATE and plain != words.strip(" *_:")
    return None if is_day_of_programme else label


_SLASH = re.compile(r"\s/\s")


def _in_two_languages(words: str) -> re.Match[str] | None:
    """Return the label of words that are one on both sides of a slash: "Lieu / Venue"."""
    if "/" not in words:
        return None
    both = [_LABEL.fullmatch(part) for part in _SLASH.split(words)]
    alike = {found.lastgroup for found in both if found is not None}
    return both[0] if None not in both and len(alike) == 1 else None


def labels_of(lines: Sequence[Line]) -> Iterator[Labelled]:
    """Yield the labels of some lines, in order."""
    for line in lines:
        found = label_of(line)
        if found is not None:
            yield found
