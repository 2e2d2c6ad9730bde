"""A kept text as lines to read, with the spans that facts rest on as links."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line, Part

_BEFORE, _AFTER = 1_500, 4_000
"""How much of a long text is laid out around a span, in code points."""


class Span(NamedTuple):
    """A stretch of the kept text, in code points, and what the view calls it."""

    start: int
    end: int
    target: str

    def meets(self, other: "Span") -> bool:
        """Return whether two stretches have text in common."""
        return self.start < other.end and other.start < self.end


class Window(NamedTuple):
    """The part of a kept text that is laid out, in code points."""

    start: int
    end: int


def text_lines(text: str, spans: Iterable[Span] = ()) -> list[Line]:
    """Return every line of a kept text.

    The text is made harmless by the view, piece by piece, so that no span is moved by it.
    """
    return _lines(text, 0, len(text), apart(spans))


def lines_within(text: str, window: Window, spans: Iterable[Span]) -> list[Line]:
    """Return the lines of a part of a kept text, which may be long."""
    inside = (span for span in spans if span.start < window.end and window.start < span.end)
    return _lines(text, window.start, window.end, apart(inside))


def window_around(text: str, start: int, end: int) -> Window:
    """Return the part of a kept text that is laid out around some words, however long it is."""
    first = max(text.rfind("\n", 0, max(0, start - _BEFORE)) + 1, start - 2 * _BEFORE)
    line_end = text.find("\n", end + _AFTER)
    last = min(len(text) if line_end < 0 else line_end, end + 2 * _AFTER)
    return Window(first, last)


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, none reaching into another; those within another are left out."""
    apart: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, apart[-1].end) if apart else span.start
        if start < span.end:
            apart.append(span._replace(start=start))
    return apart


def _lines(text: str, start: int, end: int, spans: Sequence[Span]) -> list[Line]:
    lines: list[Line] = []
    parts: list[Part] = []
    for piece in _pieces(text, start, end, spans):
        first, *others = piece.text.split("\n")
        parts.append(piece._replace(text=first))
        for other in others:
            lines.append(_line(parts))
            parts = [piece._replace(text=other)]
    lines.append(_line(parts))
    return lines


def _line(parts: list[Part]) -> Line:
    return Line(tuple(part for part in parts if part.text))


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Part]:
    position = start
    for span in spans:
        first, last = max(position, span.start), min(end, span.end)
        if first < last:
            yield Part(text[position:first])
            yield Part(text[first:last], Tone.QUOTE, span.target)
            position = last
    yield Part(text[position:end])
