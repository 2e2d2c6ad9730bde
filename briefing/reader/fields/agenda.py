"""Programmes: lines that begin or end with a clock time, and the days that they stand under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.reader.candidate import Candidate
from briefing.reader.fields import days, times
from briefing.reader.lines import Line, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One line of a programme."""

    title: str
    title_span: Span
    clock: times.Clock
    line: Line


_LEAD = re.compile(r"[\s.:|–—-]*")
_FEWEST = 2


def slots(text: str, lines: Sequence[Line]) -> tuple[Candidate[Slot], ...]:
    """Return the timed lines of a programme; nothing where only one line has a time."""
    found = tuple(_slots(text, lines)) or tuple(_stacked(text, lines))
    if all(_could_be_year(one.value.clock) for one in found):
        return ()
    return found if len(found) >= _FEWEST else ()


def _could_be_year(clock: times.Clock) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", clock.written) is not None


def _slots(text: str, lines: Sequence[Line]) -> Iterator[Candidate[Slot]]:
    for line in lines:
        if days.find(text, line.start, line.end):
            continue
        slot = _leading(text, line) or _trailing(text, line)
        if slot is not None:
            yield Candidate(
                value=slot, start=line.body_start, end=line.end, rule="agenda.line", confidence=0.85
            )


_FEWEST_STACKED = 3


def _stacked(text: str, lines: Sequence[Line]) -> Iterator[Candidate[Slot]]:
    """Yield the slots of a programme that has each time on a line above what happens then."""
    clocks = {n: clock for n, line in enumerate(lines) if (clock := _alone(text, line)) is not None}
    if len(clocks) < _FEWEST_STACKED:
        return
    for n, clock in clocks.items():
        if n + 1 < len(lines) and n + 1 not in clocks:
            below = lines[n + 1]
            slot = _slot(text, lines[n], clock, Span(below.body_start, below.end))
            if slot is not None:
                yield Candidate(
                    value=slot, start=lines[n].start, end=below.end, rule="agenda.stacked",
                    confidence=0.7
                )  # fmt: skip


def _alone(text: str, line: Line) -> times.Clock | None:
    clocks = times.find(text, line.start, line.end, beside_date=True)
    if len(clocks) != 1 or (clocks[0].start, clocks[0].end) != (line.start, line.end):
        return None
    return clocks[0].value


def _leading(text: str, line: Line) -> Slot | None:
    clocks = times.find(
        text, line.body_start, min(line.end, line.body_start + 40), beside_date=True
    )
    if not clocks or clocks[0].start - line.body_start > 2:
        return None
    lead = _LEAD.match(text, clocks[0].end, line.end)
    start = lead.end() if lead else clocks[0].end
    return _slot(text, line, clocks[0].value, Span(start, line.end))


def _trailing(text: str, line: Line) -> Slot | None:
    opened = text.rfind("(", line.start, line.end)
    if opened < 0 or not line.text.endswith(")"):
        return None
    clocks = times.find(text, opened + 1, line.end, beside_date=True)
    if not clocks or clocks[0].start - opened > 2 or line.end - clocks[0].end > 2:
        return None
    return _slot(text, line, clocks[0].value, Span(line.body_start, opened))


def _slot(text: str, line: Line, clock: times.Clock, title: Span) -> Slot | None:
    words = title.words(text).strip()
    if not words:
        return None
    return Slot(
        title=" ".join(words.split()),
        title_span=Span(title.start, title.start + len(words)),
        clock=clock,
        line=line,
    )
