"""A kept text cut up as it stands on the page: lines, paragraphs and sentences, with offsets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_SENTENCE = 3000
"""Code points; what is longer is cut, so that no rule meets a line of a megabyte."""

_MARK = re.compile(
    r"(?:[-*+•–—▪◦·‣●○■►]|#{1,6}|\(?\d{1,2}[.)](?!\s+\w+\.?\s+\d{4})|\(?[ivx]{1,4}[.)]|\(?[a-zA-Z]\))\s+(?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Dr|Drs|Mr|Mrs|Ms|Prof|Amb|St|Sr|Sra|Jr|Gen|Col|Maj|Lt|Capt|No|Nr|nr|vs|"
    r"e\.g|i\.e|bl\.a|f\.eks|ca|cf|approx|Art|art|para|Hon|H\.E|U\.S|U\.N|U\.K|D\.C|Ret|ret)\.$"
)
_WRAP_AT_LEAST, _WRAP_AT_MOST = 50, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that has something on it, without the spaces around."""

    start: int
    """Offset of its first character in the kept text, in code points."""
    end: int
    text: str
    gap: int
    """How many blank lines stand above."""
    mark: str = ""
    """The bullet, number or hash that it begins with."""

    @property
    def body_start(self) -> int:
        """Offset of what follows the mark."""
        return self.start + len(self.mark)

    @property
    def body(self) -> str:
        """What follows the mark."""
        return self.text[len(self.mark) :]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the kept text, in code points."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def words(self, text: str) -> str:
        """Return what it covers."""
        return text[self.start : self.end]


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a kept text that are not blank, in order."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    offset, gap = 0, 0
    for row in text.split("\n"):
        content = row.strip()
        if content:
            start = offset + len(row) - len(row.lstrip())
            mark = _MARK.match(content[:40])
            yield Line(
                start=start,
                end=start + len(content),
                text=content,
                gap=gap,
                mark=mark.group() if mark and mark.end() < len(content) else "",
            )
        gap = 0 if content else gap + 1
        offset += len(row) + 1


def within(lines: Sequence[Line], start: int, end: int) -> tuple[Line, ...]:
    """Return the lines that begin between two offsets."""
    return tuple(line for line in lines if start <= line.start < end)


def paragraphs(lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the stretches that read on: a line each, or several where the text was hard-wrapped."""
    if not lines:
        return
    wrapped = is_wrapped(lines)
    first = lines[0]
    for line, following in pairwise(lines):
        if not _reads_on(line, following, wrapped=wrapped):
            yield Span(first.body_start, line.end)
            first = following
    yield Span(first.body_start, lines[-1].end)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Return whether somebody's mail program broke the lines at some width."""
    if max(len(line.text) for line in lines) > _WRAP_AT_MOST:
        return False
    broken = [
        one
        for one, other in pairwise(lines)
        if other.gap == 0 and other.text[0].islower() and len(one.text) >= _WRAP_AT_LEAST
    ]
    return len(broken) >= 2


def _reads_on(line: Line, following: Line, *, wrapped: bool) -> bool:
    if following.gap or following.mark:
        return False
    if following.text[0].islower() and not line.text.endswith((".", "!", "?", ":", ";")):
        return True
    return wrapped and len(line.text) >= _WRAP_AT_LEAST and line.text[-1] not in ".!?:;"


def sentences(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the sentences of some lines; a heading or bullet is one of its own."""
    for paragraph in paragraphs(lines):
        yield from _cut(text, paragraph)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        mark = end.start() + 1
        if text[end.start()] == "." and _ABBREVIATION.search(text, max(start, mark - 12), mark):
            continue
        if end.end() < paragraph.end and text[end.end()].islower():
            continue
        yield from _pieces(start, end.start() + len(end.group().rstrip()))
        start = end.end()
    if start < paragraph.end:
        yield from _pieces(start, paragraph.end)


def _pieces(start: int, end: int) -> Iterator[Span]:
    for at in range(start, end, LONGEST_SENTENCE):
        yield Span(at, min(at + LONGEST_SENTENCE, end))
