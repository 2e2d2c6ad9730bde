"""What holds for every position of a statement or a transcript: who, when, where, in what name."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model import Doubt, DoubtKind, Event, Proposal, Question
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.reader.fields.dates import DateContext
from briefing.reader.holding import Setting, forum_in, positions_in
from briefing.reader.lines import Line, Span
from briefing.reader.page import Page
from briefing.reader.statements import alignment, introduction, voice
from briefing.reader.statements.paragraphs import paragraphs, printed_paragraphs
from briefing.reader.statements.representing import Voice
from briefing.reader.statements.transcript import Turn
from briefing.reader.statements.verdict import Statement
from briefing.text import fold
from briefing.when import Precision


def of_statement(
    page: Page,
    statement: Statement,
    context: DateContext,
    asked: Iterable[Proposal] = (),
) -> Iterator[Proposal]:
    """Yield the positions of a statement, those that it reports of others too.

    `asked` are the questions that it answers one by one, proposed already.
    """
    text = page.text
    last = statement.body[-1].end if statement.body else statement.head.end
    known = page.mentioned(statement.head.start, last)
    speaks = voice.voice_of(text, statement, known)
    setting = replace(
        _occasion(page, statement.head, context),
        document=_document(page, statement.title),
        paragraphs=paragraphs(statement.body),
        title=(statement.title,) if statement.title else (),
        questions=tuple(_answered(page, asked)),
        skip=lambda sentence: alignment.tells_alignment(text, sentence),
    )
    if speaks is not None:
        together = (*speaks.together, *alignment.aligned(text, statement, known))
        setting = replace(
            setting,
            voice=_speaking(speaks),
            capacity=_worded(page, speaks.capacity, "holder.capacity"),
            together=tuple(dict.fromkeys(together)),
        )
    yield from positions_in(page, statement.body, setting)


def of_page(page: Page, lines: Sequence[Line]) -> Iterator[Proposal]:
    """Yield the positions that a page without an event tells of, in the forum of its heading."""
    heading = page.layout.heading
    setting = Setting(paragraphs=printed_paragraphs(lines))
    if heading is not None:
        setting = replace(setting, title=(heading,), forum=forum_in(page, heading))
    yield from positions_in(page, lines, setting)


def of_turns(page: Page, turns: tuple[Turn, ...], context: DateContext) -> Iterator[Proposal]:
    """Yield the positions of a transcript; who gives the floor holds none."""
    above = Span(page.layout.lines[0].line.start, turns[0].speaker.start)
    heading = page.layout.heading
    occasion = replace(
        _occasion(page, above, context),
        document=_document(page, heading),
        paragraphs=paragraphs([line for turn in turns for line in turn.body]),
        title=(heading,) if heading else (),
    )
    introduced: dict[str, Span] = {}
    for turn in turns:
        said = introduction.of_whom(page.text, turn)
        if said is not None:
            introduced.setdefault(turn.name, said)
        if not turn.presides:
            speaker, capacity = _for_whom(page, turn, introduced.get(turn.name))
            setting = replace(
                occasion,
                voice=_located(speaker, "holder.turn", 0.8),
                capacity=_worded(page, capacity, "holder.capacity"),
            )
            yield from positions_in(page, turn.body, setting)


def _for_whom(page: Page, turn: Turn, said: Span | None) -> tuple[Span, Span | None]:
    """Return for whom somebody speaks: a state that stands in the place of a role, else as said."""
    role = turn.capacity
    if role is None:
        return (said, turn.speaker) if said else (turn.speaker, None)
    inside = page.mentioned(role.start, role.end)
    is_holder = any(Span(m.start, m.end) == role and m.stakeholder for m in inside)
    return (role, None) if is_holder else (turn.speaker, role)


def _speaking(speaks: Voice) -> Candidate[object]:
    return replace(_located(speaks.span, speaks.rule, speaks.confidence), doubts=speaks.doubts)


def _located(span: Span, rule: str, confidence: float) -> Candidate[object]:
    return Candidate(value=None, start=span.start, end=span.end, rule=rule, confidence=confidence)


def _worded(page: Page, span: Span | None, rule: str) -> Candidate[str] | None:
    if span is None:
        return None
    return Candidate(
        value=page.words(span), start=span.start, end=span.end, rule=rule, confidence=0.75
    )


def _document(page: Page, title: Span | None) -> Candidate[str] | None:
    found = title or page.layout.heading
    return _worded(page, found, "document.title")


# What it answers ---------------------------------------------------------------------------------

_UNDER_IT = Doubt(kind=DoubtKind.UNSURE, words="Taken from the question above it.")


def _answered(page: Page, asked: Iterable[Proposal]) -> Iterator[Candidate[str]]:
    """Yield the ids of questions, a held one's where it is worded just so."""
    held = {fold(question.text): question.id for question in page.known.questions}
    for proposal in asked:
        if isinstance(proposal.draft, Question):
            yield Candidate(
                value=held.get(fold(proposal.draft.text), proposal.draft.id),
                start=proposal.start,
                end=proposal.end,
                rule="question.above",
                confidence=0.5,
                doubts=(_UNDER_IT,),
            )


# Where and when it was given ---------------------------------------------------------------------


def _occasion(page: Page, head: Span, context: DateContext) -> Setting:
    """Return the forum and the day that a head names, and the held event that they tell."""
    forum, on = forum_in(page, head), _day(page, head, context)
    return Setting(forum=forum, on=on, event=_held(page, head, forum, on))


def _day(page: Page, head: Span, context: DateContext) -> Candidate[dt.date] | None:
    for found in dates.find(page.text, head.start, head.end, context=context):
        when = found.value
        is_day = when.precision in (Precision.DAY, Precision.MINUTE) and when.end_date is None
        if when.date is not None and is_day:
            return Candidate(
                value=when.date,
                start=found.start,
                end=found.end,
                rule=found.rule,
                confidence=found.confidence,
                doubts=found.doubts,
            )
    return None


_BY_DAY = Doubt(
    kind=DoubtKind.UNSURE, words="Taken from the day and the forum; the text does not name it."
)


def _held(
    page: Page, head: Span, forum: Candidate[str] | None, on: Candidate[dt.date] | None
) -> Candidate[str] | None:
    """Return the one held event that it was given at: by its title, or by its day and forum."""
    if on is None:
        return None
    said = fold(page.words(head))
    there = [event for event in page.known.events if _is_on(event, on.value)]
    named = [event for event in there if fold(event.title) in said]
    fitting = named or [event for event in there if forum and forum.value in event.forums]
    if len(fitting) != 1:
        return None
    return Candidate(
        value=fitting[0].id,
        start=(on if not named or forum is None else forum).start,
        end=(on if not named or forum is None else forum).end,
        rule="event.held",
        confidence=0.8 if named else 0.5,
        doubts=() if named else (_BY_DAY,),
    )


def _is_on(event: Event, day: dt.date) -> bool:
    first = event.when.date
    return first is not None and first <= day <= (event.when.end_date or first)
