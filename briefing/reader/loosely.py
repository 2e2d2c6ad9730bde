"""When an event is of which no day is told: in a month, a season, a year, or "tomorrow"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates, imprecise, relative
from briefing.reader.fields.dates import DateContext
from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.portion import Portion
from briefing.reader.segments import Form
from briefing.reader.telling import Telling, names_event, telling
from briefing.when import Precision, When


def loosely(
    text: str, portion: Portion, running: Sequence[Span], context: DateContext
) -> Candidate[When] | None:
    """Return the month, season or year that a segment gives as its event's own; None if none.

    It stands behind a label, in the title, on a line of its own near the top, or in a sentence of
    the running text that says outright that the event takes place then.
    """
    if portion.segment.form is Form.ITEM:
        running = portion.told
    labelled = (span for _, span in portion.labelled(Label.DATE, Label.TIME))
    for span in (*labelled, *portion.title, *_own_lines(text, portion, context)):
        for found in _times(text, span, context):
            return found
    in_days = (found for span in running for found in _relative(text, span, context))
    return next(in_days, None) or next(_told(text, running, context), None)


def _times(text: str, span: Span, context: DateContext) -> list[Candidate[When]]:
    """Return the months, seasons, quarters and parts of years between two offsets, in order."""
    found = dates.find(text, span.start, span.end, context=context)
    months = [one for one in found if one.value.precision is Precision.MONTH]
    return sorted([*months, *imprecise.find(text, span.start, span.end)], key=_start)


def _relative(text: str, span: Span, context: DateContext) -> Iterator[Candidate[When]]:
    yield from relative.find(text, span.start, span.end, context.sent)


def _start(found: Candidate[When]) -> int:
    return found.start


_FIRST_LINES, _LONGEST_LINE, _LONGEST_REST = 12, 80, 40


def _own_lines(text: str, portion: Portion, context: DateContext) -> Iterator[Span]:
    """Yield the lines near the top that such a time begins or ends, a place beside it at most."""
    for x in portion.segment.lines[:_FIRST_LINES]:
        line = x.line
        if x.label is not None or len(line.text) > _LONGEST_LINE or line.text.endswith("."):
            continue
        for found in _times(text, line.content, context)[:1]:
            before, behind = found.start - line.body_start, line.end - found.end
            if min(before, behind) <= 1 and max(before, behind) <= _LONGEST_REST:
                yield line.content


def _told(text: str, running: Sequence[Span], context: DateContext) -> Iterator[Candidate[When]]:
    """Yield the times of sentences that say of an event that it takes place then."""
    for sentence in running:
        found = _times(text, sentence, context) or imprecise.years(
            text, sentence.start, sentence.end
        )
        for one in found[:1]:
            how = telling(text, sentence.start, one.start, one.end, sentence.end)
            is_named = names_event(text, sentence.start, sentence.end)
            if how is Telling.INVITED or (how is Telling.ANNOUNCED and is_named):
                is_other = imprecise.is_of_another(text, sentence.start, one.start)
                yield _unless_its_own(one) if is_other else one


def _unless_its_own(found: Candidate[When]) -> Candidate[When]:
    words = f"“{found.value.written}” may be the time of another event."
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    return replace(found, doubts=(*found.doubts, doubt), confidence=min(found.confidence, 0.4))
