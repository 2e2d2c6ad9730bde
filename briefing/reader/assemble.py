"""From a page's segments to proposals: events, and the tasks, questions and views on them."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.model import (
    Answer,
    Asked,
    Event,
    Point,
    Proposal,
    Question,
)
from briefing.reader.candidate import Candidate
from briefing.reader.drafts import Draft, draft
from briefing.reader.fields import dates, language, questions, topics
from briefing.reader.fields.dates import DateContext
from briefing.reader.holding import Setting, named_positions_in, positions_in
from briefing.reader.labelled import Label
from briefing.reader.lasting import with_days_of_parts
from briefing.reader.lines import Line, Span
from briefing.reader.page import Page, cited
from briefing.reader.page_dates import reckoning
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped, tells_whose
from briefing.reader.statements.settings import of_page, of_statement, of_turns
from briefing.reader.statements.transcript import Turn
from briefing.reader.tasks import tasks, tasks_beside
from briefing.reader.twice import as_one
from briefing.text import fold


def proposals(page: Page, today: dt.date, dated: dt.date | None = None) -> Iterator[Proposal]:
    """Yield what a page proposes: each event, then what hangs on it.

    `dated` is the day on which it was sent or issued, by which a missing year is told.
    """
    context = replace(reckoning(page.text, today).beside(dated), sent=dated)
    sent = _sent(page, context)
    context = _as_of(context, sent[:1])
    drafts = _drafts(page, context, sent)
    whole = as_one(page, drafts)
    if whole is not None:
        page, drafts = whole, _drafts(whole, context, sent)
    pairs: list[tuple[Draft, str]] = []
    for one in drafts:
        proposal = page.proposal(
            one.event, Span(one.portion.segment.start, one.portion.segment.end)
        )
        pairs.append((one, proposal.id))
        yield proposal
        yield from tasks(page, one, proposal.id, context)
        yield from _questions(page, one, proposal.id)
        telling = _telling(one.portion.segment.lines)
        yield from positions_in(page, telling, _at_event(one.event), proposal.id)
    yield from _outside(page, pairs, context)


class _Sent(NamedTuple):
    """A day on which a mail on the page was sent."""

    at: int
    """Where its head stands."""
    day: dt.date


def _drafts(page: Page, context: DateContext, sent: Sequence[_Sent]) -> list[Draft]:
    made: list[Draft] = []
    context = _issued(page, context)
    for segment in page.layout.segments:
        parent = made[segment.parent] if segment.parent is not None else None
        above = [one for one in sent if one.at < _told_at(segment)]
        near = _after_the_last(_as_of(context, above[-1:]), segment, made)
        made.append(draft(page, segment, parent, near))
    return with_days_of_parts(made)


def _after_the_last(context: DateContext, segment: Segment, made: Sequence[Draft]) -> DateContext:
    """Return the context of a listing's entry with the day of the entry above, after all others."""
    above = made[-1].event.when.date if made and segment.form is not Form.PAGE else None
    return replace(context, near=(*context.near, above)) if above is not None else context


def _issued(page: Page, context: DateContext) -> DateContext:
    """Return the context with the first whole date that stands above several events."""
    segments = page.layout.segments
    if len(segments) < _SEVERAL:
        return context
    end = min(segments[0].start, _LONGEST_HEAD)
    found = dates.find(page.text, 0, end, context=context)
    stated = [x.value.date for x in found if x.value.date is not None and not x.doubts][:1]
    return replace(context, announced=(*context.announced, *stated))


_SEVERAL, _LONGEST_HEAD = 2, 1_000


def _sent(page: Page, context: DateContext) -> list[_Sent]:
    """Return when the page's mails were sent: an anchor for missing years, never an event's day."""
    found = (
        (span, dates.find(page.text, span.start, span.end, context=context))
        for span in page.layout.sent
    )
    days = ((span.start, one[0].value.date) for span, one in found if one)
    return [_Sent(at, day) for at, day in days if day is not None]


def _as_of(context: DateContext, sent: Sequence[_Sent]) -> DateContext:
    days = [one.day for one in sent]
    return replace(context.beside(*days), sent=next(iter(days), context.sent))


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
    called = {page.words(title) for title in skip}
    skip += [line.content for line in lines if page.words(line.content) in called]
    skip += [Span(slot.start, slot.end) for slot in one.portion.slots]
    for title in one.event.other_titles:
        skip += cited(one.event.evidence[f"other_titles/{title.key}"])
    for found in questions.questions(page.text, lines, skip):
        if not _is_called_so(found.value, one.event):
            yield _question(page, found, one.event, under)


_NO_LETTERS = re.compile(r"[\W_]+")


def _is_called_so(asked: str, event: Event) -> bool:
    """Return whether a question is an event's title, or the end of it behind a colon."""
    words = f" {_bare(asked)}"
    titles = (event.title, *(other.text for other in event.other_titles))
    return any(f" {_bare(title)}".endswith(words) for title in titles)


def _bare(words: str) -> str:
    return _NO_LETTERS.sub(" ", fold(words)).strip()


def _question(
    page: Page,
    found: Candidate[str],
    event: Event | None,
    under: str | None,
    answer: Answer | None = None,
) -> Proposal:
    citation = page.citation(Span(found.start, found.end))
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


def _at_event(event: Event) -> Setting:
    named = Candidate(value=event.id, start=0, end=0, rule="", confidence=1.0)
    return Setting(event=named, title=cited(event.evidence["title"]))


def _telling(lines: Sequence[Shaped]) -> list[Line]:
    """Return the lines that tell something: no headings, programme or labelled values."""
    return [
        x.line
        for x in lines
        if (x.shape is Shape.PROSE and not tells_whose(x.line))
        or (x.label is not None and x.label.label is Label.OTHER)
    ]


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
    if drafts:
        yield from _put_to_all(page, lines, drafts)
        yield from named_positions_in(page, _telling(outside))
    else:
        heading = [page.layout.heading] if page.layout.heading else []
        found = [
            *questions.questions(page.text, _asking(page, lines), heading),
            *questions.put_to_somebody(page.text, _answering(page, lines)),
        ]
        once = {one.start: one for one in found}
        asked = [_question(page, once[at], None, None) for at in sorted(once)]
        yield from asked
        yield from _told_outside(page, _telling(outside), context, asked)


def _put_to_all(
    page: Page, lines: Sequence[Line], drafts: Sequence[tuple[Draft, str]]
) -> Iterator[Proposal]:
    """Yield the questions that stand beside a page's events, with a cue above them or before."""
    whole, under = drafts[0]
    for found in questions.put_up(page.text, lines):
        if not any(_is_called_so(found.value, one.event) for one, _ in drafts):
            yield _question(page, found, whole.event, under)


def _asking(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines that may put a question up: of speeches those of whoever presides.

    A statement answers questions that stand alone on a line; others are figures of speech.
    """
    if page.layout.statement is not None:
        return [x for x in lines if x.text.endswith("?") and not _SENTENCE_END.search(x.body)]
    if page.layout.turns:
        return [x for turn in page.layout.turns if _may_ask(turn) for x in turn.body]
    return lines


def _may_ask(turn: Turn) -> bool:
    return turn.presides or _FROM_THE_FLOOR.fullmatch(turn.name) is not None


_FROM_THE_FLOOR = re.compile(
    r"(?:(?:audience|online|unidentified|in-room|remote) )?(?:participant|member|question(?:er)?"
    r"|speaker|attendee)(?: \d+)?|audience(?: member| question)?|(?:the |from the )?floor|q\d?"
    r"|pregunta|public|participante|publikum|teilnehmer(?:in)?|intervenante?",
    re.IGNORECASE,
)
"""How a transcript calls whoever asks from the room."""


def _answering(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of speeches, in which one asks the chair or the secretariat something."""
    if page.layout.statement is not None:
        return lines
    return [x for turn in page.layout.turns if not _may_ask(turn) for x in turn.body]


_SENTENCE_END = re.compile(r"[.?!]\s")


def _told_outside(
    page: Page, lines: Sequence[Line], context: DateContext, asked: Sequence[Proposal]
) -> Iterator[Proposal]:
    """Yield the positions of a page without an event: those of a speaker, or of whom it tells."""
    if page.layout.statement is not None:
        yield from of_statement(page, page.layout.statement, context, asked)
    elif page.layout.turns:
        yield from of_turns(page, page.layout.turns, context)
    else:
        yield from of_page(page, lines)


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
