"""From a page's segments to proposals: events, and the tasks, questions and views on them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model import (
    Answer,
    Asked,
    Citation,
    Event,
    Point,
    Position,
    Proposal,
    Question,
)
from briefing.reader.candidate import Candidate
from briefing.reader.drafts import Draft, draft
from briefing.reader.fields import dates, language, positions, questions, topics
from briefing.reader.fields.dates import DateContext
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.page import Page, cited
from briefing.reader.segments import Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.tasks import tasks, tasks_beside


def proposals(page: Page, today: dt.date) -> Iterator[Proposal]:
    """Yield what a page proposes: each event, then what hangs on it."""
    context = DateContext(today=today)
    sent = _sent(page, context)
    context = _as_of(context, sent[:1])
    drafts = _drafts(page, context, sent)
    pairs: list[tuple[Draft, str]] = []
    for one in drafts:
        proposal = page.proposal(
            one.event, Span(one.portion.segment.start, one.portion.segment.end)
        )
        pairs.append((one, proposal.id))
        yield proposal
        yield from tasks(page, one, proposal.id, context)
        yield from _questions(page, one, proposal.id)
        yield from _views(page, _telling(one.portion.segment.lines), one.event, proposal.id)
    yield from _outside(page, pairs, context)


class _Sent(NamedTuple):
    """A day on which a mail on the page was sent."""

    at: int
    """Where its head stands."""
    day: dt.date


def _drafts(page: Page, context: DateContext, sent: Sequence[_Sent]) -> list[Draft]:
    made: list[Draft] = []
    for segment in page.layout.segments:
        parent = made[segment.parent] if segment.parent is not None else None
        above = [one for one in sent if one.at < _told_at(segment)]
        made.append(draft(page, segment, parent, _as_of(context, above[-1:])))
    return made


def _sent(page: Page, context: DateContext) -> list[_Sent]:
    """Return when the page's mails were sent: an anchor for missing years, never an event's day."""
    found = (
        (span, dates.find(page.text, span.start, span.end, context=context))
        for span in page.layout.sent
    )
    days = ((span.start, one[0].value.date) for span, one in found if one)
    return [_Sent(at, day) for at, day in days if day is not None]


def _as_of(context: DateContext, sent: Sequence[_Sent]) -> DateContext:
    return context.beside(*(one.day for one in sent))


def _told_at(segment: Segment) -> int:
    """Return where a segment tells its day, or is called something."""
    dated = (x.line.start for x in segment.lines if _tells_a_day(x))
    title = segment.title.start if segment.title is not None else segment.end
    return next(dated, max(title, segment.start))


def _tells_a_day(x: Shaped) -> bool:
    is_label = x.label is not None and x.label.label is Label.DATE
    return is_label or x.shape is Shape.DATE


# Questions ---------------------------------------------------------------------------------------


def _questions(page: Page, one: Draft, under: str) -> Iterator[Proposal]:
    lines = [x.line for x in one.portion.segment.lines]
    skip = [one.portion.segment.title] if one.portion.segment.title else []
    skip += [Span(slot.start, slot.end) for slot in one.portion.slots]
    for title in one.event.other_titles:
        skip += cited(one.event.evidence[f"other_titles/{title.key}"])
    for found in questions.questions(page.text, lines, skip):
        yield _question(page, found, one.event, under)


def _question(
    page: Page,
    found: Candidate[str],
    event: Event | None,
    under: str | None,
    answer: Answer | None = None,
) -> Proposal:
    citation = Citation(
        source=page.source,
        start=found.start,
        end=found.end,
        words=page.text[found.start : found.end],
    )
    record = page.mint.record("question", found.value, found.start)
    asked = Asked(
        key=page.mint.key(record, found.start), event=event.id if event else None, citation=citation
    )
    title = cited(event.evidence["title"]) if event else ()
    themes = topics.of_question(page.themes, Span(found.start, found.end), title)
    resting = {f"topics/{one.value}": page.evidence(one) for one in themes}
    question = Question(
        id=record,
        text=found.value,
        language=language.of(found.value) or (event.language if event else ""),
        topics=tuple(one.value for one in themes),
        asked=(asked,),
        answer=answer or Answer(),
        evidence={"text": page.evidence(found), **resting},
    )
    return page.proposal(question, Span(found.start, found.end), under)


# Views -------------------------------------------------------------------------------------------


def _telling(lines: Sequence[Shaped]) -> list[Line]:
    """Return the lines that tell something: no headings, programme or labelled values."""
    return [
        x.line
        for x in lines
        if x.shape is Shape.PROSE or (x.label is not None and x.label.label is Label.OTHER)
    ]


def _views(
    page: Page, lines: Sequence[Line], event: Event | None, under: str | None
) -> Iterator[Proposal]:
    for sentence in sentences(page.text, lines):
        if page.text[sentence.end - 1] == "?":
            continue
        near = page.mentioned(sentence.start, sentence.end)
        for found in positions.views(page.text, sentence, near):
            yield _view(page, found, event, under)


def _view(
    page: Page, found: Candidate[positions.View], event: Event | None, under: str | None
) -> Proposal:
    view = found.value
    holder = Candidate(
        value=view.holder, start=view.holder_span.start, end=view.holder_span.end, rule=found.rule,
        confidence=found.confidence,
    )  # fmt: skip
    claim = Candidate(
        value=view.claim, start=view.claim_span.start, end=view.claim_span.end, rule=found.rule,
        confidence=found.confidence,
    )  # fmt: skip
    inside = page.mentioned(holder.start, holder.end)
    known = next((m.stakeholder.id for m in inside if m.stakeholder), None)
    position = Position(
        id=page.mint.record("position", view.holder, found.start),
        claim=view.claim,
        holder=view.holder,
        stakeholder=known,
        event=event.id if event else None,
        stance=view.stance,
        hedged=view.hedged,
        negated=view.negated,
        evidence={"holder": page.evidence(holder), "claim": page.evidence(claim)},
    )
    return page.proposal(position, Span(found.start, found.end), under)


# A page without an event -------------------------------------------------------------------------


def _outside(
    page: Page, drafts: Sequence[tuple[Draft, str]], context: DateContext
) -> Iterator[Proposal]:
    """Yield what a page says beside its events, or in place of one."""
    if page.layout.study_question is not None:
        yield _studied(page, page.layout.study_question)
        return
    taken = {x.line.start for one, _ in drafts for x in one.portion.segment.lines}
    outside = [x for x in page.layout.lines if x.line.start not in taken]
    lines = [x.line for x in outside]
    yield from tasks_beside(page, lines, drafts, context)
    if not drafts:
        heading = [page.layout.heading] if page.layout.heading else []
        for found in questions.questions(page.text, lines, heading):
            yield _question(page, found, None, None)
        yield from _views(page, _telling(outside), None, None)


def _studied(page: Page, span: Span) -> Proposal:
    found = Candidate(
        value=page.words(span), start=span.start, end=span.end, rule="question.page", confidence=0.9
    )
    points = tuple(_points(page, span))
    return _question(page, found, None, None, Answer(points=points))


def _points(page: Page, question: Span) -> Iterator[Point]:
    """Yield the numbered lines below a question: the points of its answer."""
    for x in page.layout.lines:
        if x.line.start > question.end and x.line.mark.strip("(). ").isdigit():
            citation = page.citation(Span(x.line.body_start, x.line.end))
            key = page.mint.key("point", x.line.start)
            yield Point(key=key, text=" ".join(x.line.body.split()), citations=(citation,))
