"""Deadlines that a note puts off: "registration has been extended to 14 March"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec

from briefing.model import Doubt, DoubtKind, Event, Evidence, Proposal, Task, TaskKind
from briefing.reader.amendments.clauses import of_deadline
from briefing.reader.amendments.hints import STAYS
from briefing.reader.amendments.words import EXTENDED, FORMER, OF_DEADLINE, TOWARDS
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates, deadlines, zones
from briefing.reader.fields.dates import DateContext
from briefing.reader.lines import Span
from briefing.reader.page import Page, cited
from briefing.when import When, whole_day


class _Due(NamedTuple):
    kind: TaskKind
    what: str
    day: Candidate[When]


def tasks(
    page: Page, told: Sequence[Span], event: Event, context: DateContext, *, is_changed: bool
) -> tuple[Proposal, ...]:
    """Return the new deadlines that some sentences give for an event: its first or later ones.

    `is_changed` tells that the note changes the event: then any other deadline in it is new.
    """
    near = context.beside(event.when.date)
    is_new = is_changed or not _held(page, event)
    is_new = is_new or any(EXTENDED.search(page.text, span.start, span.end) for span in told)
    found = [_due(page, span, event, near, is_new=is_new) for span in told]
    return tuple(_task(page, event, due) for due in found if due is not None)


def left_over(
    page: Page,
    told: Sequence[Span],
    offered: Sequence[Proposal],
    new: Sequence[Proposal],
    context: DateContext,
) -> Iterator[Proposal]:
    """Yield a doubt on each held deadline of an event on another day that a note does not tell."""
    kinds = {task.draft.kind for task in new if isinstance(task.draft, Task)}
    for proposal in offered:
        event = proposal.draft
        held = next((one for one in page.known.events if one.id == proposal.changes), None)
        if not isinstance(event, Event) or held is None or event.when.date == held.when.date:
            continue
        for task in _held(page, held):
            if task.kind not in kinds and not _is_kept(page, told, task, context):
                yield _doubted(page, task, event)


def _held(page: Page, event: Event) -> list[Task]:
    return [task for task in page.known.tasks if task.event == event.id and task.due.date]


def _is_kept(page: Page, told: Sequence[Span], task: Task, context: DateContext) -> bool:
    """Return whether a note tells a held deadline again, or says that deadlines are as before."""
    near = context.beside(task.due.date)
    about = [span for span in told if OF_DEADLINE.search(page.text, span.start, span.end)]
    return any(
        STAYS.search(page.text, span.start, span.end)
        or any(
            one.value.date == task.due.date
            for one in dates.find(page.text, span.start, span.end, context=near)
        )
        for span in about
    )


def _doubted(page: Page, task: Task, event: Event) -> Proposal:
    moved = event.evidence["when"]
    words = "It was told for the former day of the event, and may not hold for the new one."
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    found = Evidence(citations=moved.citations, rule="deadline.left", doubts=(doubt,))
    draft = msgspec.structs.replace(task, evidence={"due": found})
    proposal = page.proposal(draft, cited(moved)[-1])
    return msgspec.structs.replace(proposal, changes=task.id)


def _task(page: Page, event: Event, due: _Due) -> Proposal:
    day = zones.resolve(_settled(page, event, due.day), venue=event.venue)
    task = Task(
        id=page.mint.record("task", due.what, day.start),
        what=due.what,
        kind=due.kind,
        due=day.value,
        event=event.id,
        evidence={"due": page.evidence(day)},
    )
    return page.proposal(task, Span(day.start, day.end))


_NEAR = dt.timedelta(days=92)
"""So near its event no other year of a deadline can be meant."""


def _settled(page: Page, event: Event, day: Candidate[When]) -> Candidate[When]:
    """Return a day without the doubts on how it is read that the event and its deadline settle."""
    line = page.text[max(0, day.start - _BEFORE) : day.end + _BEFORE]
    first, due = event.when.date, day.value.date
    is_near = first is not None and due is not None and abs(first - due) <= _NEAR
    is_alike = any(f"{task.due.date:%d/%m/%Y}" in line for task in _held(page, event))
    settled = {
        *((DoubtKind.YEAR_INFERRED,) if is_near else ()),
        *((DoubtKind.DAY_OR_MONTH_FIRST,) if is_alike else ()),
    }
    return replace(day, doubts=tuple(one for one in day.doubts if one.kind not in settled))


def _due(
    page: Page, span: Span, event: Event, context: DateContext, *, is_new: bool
) -> _Due | None:
    """Return the last deadline of a sentence that puts one off, or that stands near such a one."""
    if not OF_DEADLINE.search(page.text, span.start, span.end):
        return None
    span = of_deadline(page.text, span)
    if not (is_new or EXTENDED.search(page.text, span.start, span.end)):
        return None
    found = deadlines.find(page.text, span.start, span.end, context=context)
    for one in reversed([one for one in found if not _is_former(page.text, one.start)]):
        what = f"{one.value.asked.words} {event.title}"
        return _Due(one.value.kind, what, _at(one, one.value.due))
    held = _held(page, event)
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
        elif day.value.is_dated and _is_due(page.text, span.start, day.start):
            yield day


def _is_due(text: str, low: int, start: int) -> bool:
    is_towards = TOWARDS.search(text, low, start) or _DEADLINE_IS.search(text, low, start)
    return is_towards is not None and not _is_former(text, start)


_DEADLINE_IS = re.compile(
    r"(?:deadline|\w{0,20}frist(?:en)?|date limite|\w{0,12}schluss|plazo)[^.;\n\d]{0,40}$",
    re.IGNORECASE,
)


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
