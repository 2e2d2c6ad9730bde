"""Lists with the day behind each title: "Cables and courts – 12 March, 15:00, online. ..."."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reader.fields import days, times
from briefing.reader.items import OF_A_CALL, is_surely_event, lists_events, without_code
from briefing.reader.lines import Line, Span, cut
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.telling import is_other

_FEWEST = 2
_FURTHEST = 160
"""Code points within which the day stands."""
_FEWEST_WORDS, _MOST_WORDS = 2, 24
_APART = re.compile(r"[\s*_]*(?:[–—|:,.-]|\((?:[^()\n]{2,60},\s)?)[\s*_]*$")
_SENTENCE = re.compile(r"[.!]\s")
_FRAME = ' \t*_“”"«»„'


class _Row(NamedTuple):
    n: int
    title: Span
    head: Shaped
    is_sure: bool
    """Whether it says more of an event than its day."""


def title_rows(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the events of a list of titles with their days behind them; none where it is another.

    Each names an event or its hour, unless the page says that it lists events.
    """
    found = [row for n, x in enumerate(lines) if (row := _row(text, n, x)) is not None]
    if len(found) < _FEWEST:
        return ()
    if any(OF_A_CALL.match(text, row.title.start, row.title.end) for row in found):
        return ()
    if not all(row.is_sure for row in found) and not lists_events(lines[: found[0].n]):
        return ()
    return tuple(_segments(lines, found))


def _row(text: str, n: int, x: Shaped) -> _Row | None:
    line = x.line
    if x.label is not None or x.shape is Shape.DATE:
        return None
    dated = days.find(text, line.start, min(line.end, line.start + _FURTHEST))
    if not dated or dated[0].first.number is None:
        return None
    apart = _APART.search(text, line.body_start, dated[0].start)
    if apart is None or is_other(text, line.start, dated[0].start, dated[0].end, line.end):
        return None
    title = without_code(text, _trimmed(text, Span(line.body_start, apart.start())))
    words = title.words(text)
    if not _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS or _SENTENCE.search(words):
        return None
    end = next(cut(text, Span(dated[0].start, line.end))).end
    part = Line(start=dated[0].start, end=end, text=text[dated[0].start : end], gap=0)
    whole = Line(start=line.start, end=end, text=text[line.start : end], gap=0, mark=line.mark)
    is_sure = is_surely_event(text, whole)
    clocks = times.find(text, dated[0].end, end, beside_date=True)
    behind = clocks[-1].end if clocks else dated[0].end
    rest = text[behind:end].strip(" ,;:|–—-")
    return _Row(n, title, Shaped(line=part, shape=Shape.DATE, rest=rest), is_sure)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_FRAME))
    return Span(start, max(start, span.start + len(words.rstrip(_FRAME))))


def _segments(lines: Sequence[Shaped], found: Sequence[_Row]) -> Iterator[Segment]:
    ends = [*(row.n for row in found[1:]), len(lines)]
    for row, end in zip(found, ends, strict=True):
        stop = next((n for n in range(row.n + 1, end) if lines[n].line.gap), end)
        own = tuple(lines[row.n : stop])
        yield Segment(
            form=Form.RECORD,
            start=own[0].line.start,
            end=own[-1].line.end,
            title=row.title,
            head=(row.head,),
            lines=own,
        )
