"""Deadlines that a note puts off: "registration has been extended to 14 March"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.model import Event, Proposal, Task, TaskKind
from briefing.reader.amendments.words import EXTENDED, FORMER, OF_DEADLINE, TOWARDS
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates, deadlines, zones
from briefing.reader.fields.dates import DateContext
from briefing.reader.lines import Span
from briefing.reader.page import Page
from briefing.when import When, whole_day


class _Due(NamedTuple):
    kind: TaskKind
    what: str
    day: Candidate[When]


def tasks(
    page: Page, told: Sequence[Span], event: Event, context: DateContext
) -> tuple[Proposal, ...]:
    """Return the new deadlines that some sentences give for an event: its first or later ones."""
    near = context.beside(event.when.date)
    is_put_off = any(EXTENDED.search(page.text, span.start, span.end) for span in told)
    is_put_off = is_put_off or not any(task.event == event.id for task in page.known.tasks)
    found = [_due(page, span, event, near, is_put_off=is_put_off) for span in told]
    return tuple(_task(page, event, due) for due in found if due is not None)


def _task(page: Page, event: Event, due: _Due) -> Proposal:
    day = zones.resolve(due.day, venue=event.venue)
    task = Task(
        id=page.mint.record("task", due.what, day.start),
        what=due.what,
        kind=due.kind,
        due=day.value,
        event=event.id,
        evidence={"due": page.evidence(day)},
    )
    return page.proposal(task, Span(day.start, day.end))


def _due(
    page: Page, span: Span, event: Event, context: DateContext, *, is_put_off: bool
) -> _Due | None:
    """Return the last deadline of a sentence that puts one off, or that stands near such a one."""
    if not OF_DEADLINE.search(page.text, span.start, span.end):
        return None
    if not (is_put_off or EXTENDED.search(page.text, span.start, span.end)):
        return None
    found = deadlines.find(page.text, span.start, span.end, context=context)
    for one in reversed([one for one in found if not _is_former(page.text, one.start)]):
        what = f"{one.value.asked.words} {event.title}"
        return _Due(one.value.kind, what, _at(one, one.value.due))
    held = [task for task in page.known.tasks if task.event == event.id]
    for day in reversed(list(_days(page, span, context)) if len(held) == 1 else []):
        return _Due(held[0].kind, held[0].what, day)
    return None


_BEFORE = 40
"""Code points before a day in which a word may say that it holds no more."""


def _is_former(text: str, start: int) -> bool:
    return FORMER.search(text[max(0, start - _BEFORE) : start]) is not None


def _days(page: Page, span: Span, context: DateContext) -> Iterator[Candidate[When]]:
    """Yield the days that something is put off to; "from 5 to 9 June" has the last."""
    for day in dates.find(page.text, span.start, span.end, context=context):
        if day.value.end_date is not None:
            last = whole_day(day.value.end_date, written=day.value.written)
            yield replace(day, value=last)
        elif day.value.is_dated and TOWARDS.search(page.text, span.start, day.start):
            yield day


def _at(found: Candidate[object], value: When) -> Candidate[When]:
    return Candidate(
        value=value,
        start=found.start,
        end=found.end,
        rule=found.rule,
        confidence=found.confidence,
        doubts=found.doubts,
        alternatives=found.alternatives,
    )
