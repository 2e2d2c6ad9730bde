"""The numbers of a statement's paragraphs: those that are printed, else counted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.reader.candidate import Candidate
from briefing.reader.lines import Line, Span

_PRINTED = re.compile(r"\(?(?:§|para(?:graph)?\.? )?\s?(\d{1,3})[.)]?\s", re.IGNORECASE)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Where each paragraph begins, with its number."""

    starts: tuple[int, ...]
    numbers: tuple[Candidate[str], ...]

    def at(self, offset: int) -> Candidate[str] | None:
        """Return the number of the paragraph that an offset lies in."""
        n = bisect_right(self.starts, offset)
        return self.numbers[n - 1] if n else None


def paragraphs(body: Sequence[Line]) -> Paragraphs:
    """Return the paragraphs of a statement; where numbers are printed, those count."""
    return printed_paragraphs(body) or Paragraphs(
        tuple(line.start for line in body),
        tuple(_counted(n, line) for n, line in enumerate(body, 1)),
    )


def printed_paragraphs(body: Sequence[Line]) -> Paragraphs | None:
    """Return the paragraphs with a printed number; None where there are none to speak of."""
    printed = [(line, found) for line in body if (found := _PRINTED.match(line.text))]
    numbers = [int(found[1]) for _, found in printed]
    if len(printed) < _FEWEST or numbers != sorted(set(numbers)):
        return None
    return Paragraphs(
        tuple(line.start for line, _ in printed),
        tuple(
            _number(found[1], Span(line.start + found.start(1), line.start + found.end(1)))
            for line, found in printed
        ),
    )


def _number(number: str, span: Span) -> Candidate[str]:
    return Candidate(
        value=number, start=span.start, end=span.end, rule="paragraph.printed", confidence=0.95
    )


def _counted(number: int, line: Line) -> Candidate[str]:
    """Return a counted number, which rests on the words that the paragraph begins with."""
    end = line.start + len(line.text[:_OPENING].rsplit(" ", 1)[0])
    return Candidate(
        value=str(number), start=line.start, end=end, rule="paragraph.counted", confidence=0.7
    )


_OPENING = 40
