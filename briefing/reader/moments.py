"""When an event is: what a segment's head, labels, sentences and programme say, made one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from briefing.reader import clocks, rivals
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.reader.fields.dates import DateContext
from briefing.reader.fields.imprecise import is_of_another
from briefing.reader.hours import stretches, with_own_end
from briefing.reader.labelled import Label
from briefing.reader.letter_dates import is_of_a_letter
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.loosely import loosely
from briefing.reader.portion import Portion
from briefing.reader.programme import day_headings
from briefing.reader.put_off import put_off
from briefing.reader.segments import Form
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.sureness import unless_told
from briefing.reader.telling import Telling, is_around, is_other, says_outright, telling
from briefing.when import Precision, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When an event is, with every statement that it was made of."""

    when: Candidate[When]
    statements: tuple[Candidate[object], ...]


def moment(text: str, portion: Portion, context: DateContext) -> Moment | None:
    """Return when a segment's event is; None where nothing tells a day."""
    head, head_clock = _head(text, portion, context)
    near = context.beside(*(found.value.date for found in head))
    headings = {day.start for day in (*day_headings(portion, near), *head)}
    told = [pair for pair in _body(text, portion, near) if pair[1].start not in headings]
    told = [pair for pair in told if not head or not _is_of_whole(text, pair[1])]
    every = [found for _, found in sorted(told, key=_likeliest)]
    body = [found for found in every if _is_day(found.value)]
    if body and not any(found.value.is_dated for found in head):
        again, clock_again = _head(text, portion, context.beside(body[0].value.date))
        if _belongs(body[0], again):
            head, head_clock = again, clock_again
    said = [found for found in body if _belongs(found, head or body[:1])]
    if head and not any(found.value.is_timed for found in head):
        said = [*_on_own_lines(text, portion, near, head), *said]
    if head and not said:
        invited = [found for how, found in told if how is Telling.INVITED]
        is_sure = not _is_in_title(portion, head)
        titled = _titled(text, portion, context) if is_sure else []
        said = (
            _contradicting(head, invited, is_sure=is_sure)
            or _contradicting(head, titled, is_sure=True)
            or _announced_later(text, portion, head, invited)
        )
    if not head and not any(how in _OUTRIGHT for how, _ in told):
        alone = _alone(text, portion, near, headings)
        if alone and (not said or alone[0].value.is_timed):
            head = [unless_told(one, Telling.NAMED, told, stands_alone=True) for one in alone]
            said = [found for found in said if _belongs(found, head)]
    if not head and not said:
        return (
            _programme_days(portion, context)
            or _without_a_year(every)
            or _without_a_day(text, portion, near)
        )
    statements: tuple[Candidate[object], ...] = (*head, *head_clock, *said)
    first, *others = (*head, *said)
    when = dates.reconcile(first, *others)
    if not head and said:
        when = unless_told(when, next(how for how, one in told if one is said[0]), told)
    running = tuple(sentences(text, _prose(portion)))
    hours = stretches(text, running, when.value, context.beside(when.value.date))
    clock = (
        None if when.value.is_timed else clocks.of_text(text, portion, when.value, hours, context)
    )
    if clock is not None:
        when, statements = dates.combine(when, clock), (*statements, clock)
    when, ends = with_own_end(text, when, hours)
    when, moved = put_off(text, running, when, context)
    when = rivals.doubted(
        text, when, told, is_headed=bool(head) and not _is_in_title(portion, head)
    )
    when = rivals.doubted_hour(text, when, running)
    return Moment(when=when, statements=(*statements, *ends, *moved))


_OUTRIGHT = (Telling.INVITED, Telling.ANNOUNCED)


# The head ----------------------------------------------------------------------------------------


def _head(
    text: str, portion: Portion, context: DateContext
) -> tuple[list[Candidate[When]], list[Candidate[object]]]:
    """Return the dates of the head with what stands apart from them, and those other words."""
    labelled = {span for _, span in portion.labelled(Label.DATE, Label.TIME)}
    for span in _head_spans(text, portion):
        found = dates.find(text, span.start, span.end, context=context)
        found = _own_of_head(text, found) or (found if span in labelled else [])
        found = _begun_and_ended(text, found)
        found, ends = _ended(text, portion, found, context)
        clock, stops = clocks.of_head(text, portion)
        ends = [*ends, *stops]
        if portion.segment.form is Form.ITEM:
            found, clock = found[:1], clocks.behind_day(text, span, found)
        if clock is None and len(found) == 1 and _is_open(found[0]) and span not in portion.title:
            clock = clocks.behind_day(text, span, found)
        if found and clock is not None:
            timed = [dates.combine(one, clock) if _is_open(one) else one for one in found]
            return timed, [*ends, clock] if timed != found else [*ends]
        if found:
            return found, [*ends]
    return [], []


def _on_own_lines(
    text: str, portion: Portion, context: DateContext, head: Sequence[Candidate[When]]
) -> Iterator[Candidate[When]]:
    """Yield the timed days of lines that say no more than when, where they are those of a head."""
    own = [
        x.line
        for x in portion.segment.lines
        if (x.shape is Shape.DATE and not x.rest) or _STARTS_OR_ENDS.match(x.line.text)
    ]
    told = [
        found
        for line in own[:_MOST_DAYS]
        for found in dates.find(text, line.start, line.end, context=context)[:1]
        if found.value.is_timed and _belongs(found, head)
    ]
    yield from _begun_and_ended(text, told)


def _begun_and_ended(text: str, found: list[Candidate[When]]) -> list[Candidate[When]]:
    """Return two days as one event's, where the line of the second says that it ends then."""
    if len(found) != _SEVERAL or not _ENDS.fullmatch(text[found[0].end : found[1].start]):
        return found
    both = dates.pair(*found)
    return found if both is None else [both]


_STARTS_OR_ENDS = re.compile(r"(?:starts?|begins?|ends?)(?: on)? [^.?!:]{0,12}\d", re.IGNORECASE)
_ENDS = re.compile(
    r"[\s.,;()|–-]*(?:and )?(?:ends?|ending|to|until)(?: on| at)?:?\s*", re.IGNORECASE
)


def _ended(
    text: str, portion: Portion, found: list[Candidate[When]], context: DateContext
) -> tuple[list[Candidate[When]], list[Candidate[object]]]:
    """Return a labelled day with the end that another label gives, and that: "Ends: 11 June"."""
    if len(found) != 1 or found[0].value.end_date or found[0].value.end_time:
        return found, []
    for _, span in portion.labelled(Label.END):
        last = dates.find(text, span.start, span.end, context=context.beside(found[0].value.date))
        pair = dates.pair(found[0], last[0]) if len(last) == 1 else None
        if pair is not None:
            return [pair], [*last]
    return found, []


def _is_open(found: Candidate[When]) -> bool:
    return found.value.precision is Precision.DAY


def _head_spans(text: str, portion: Portion) -> Iterator[Span]:
    """Yield where an event's own date may stand, the likeliest first."""
    labelled = portion.labelled(Label.DATE, Label.TIME)
    yield from (value for label, value in labelled if not is_of_a_letter(text, portion, label))
    if portion.segment.form is Form.ITEM:
        yield Span(portion.lines[0].start, portion.lines[0].end)
    dated = [x.line for x in portion.segment.head if x.shape is Shape.DATE]
    if dated:
        yield Span(dated[0].start, dated[-1].end)
    yield from portion.title


def _own_of_head(text: str, found: Sequence[Candidate[When]]) -> list[Candidate[When]]:
    """Return the dates of a head without those of which their line says that they are others."""
    return [
        one for one in found if not is_other(text, _line(text, one), one.start, one.end, one.end)
    ]


def _line(text: str, found: Candidate[When]) -> int:
    return text.rfind("\n", max(0, found.start - _LONGEST_LINE), found.start) + 1


_LONGEST_LINE = 500


def _is_of_whole(text: str, found: Candidate[When]) -> bool:
    """Return whether several days are those of what the event is part of."""
    return found.value.end_date is not None and is_around(text, _line(text, found), found.start)


def _alone(
    text: str, portion: Portion, context: DateContext, taken: set[int]
) -> list[Candidate[When]]:
    """Return the day of the first line that has nothing else on it, where no title stands by it."""
    for x in portion.segment.lines:
        if x.shape is Shape.DATE and not portion.segment.head and x.line.start not in taken:
            found = dates.find(text, x.line.start, x.line.end, context=context)
            own = _own_of_head(text, found[:1])
            return [one for one in own if _is_day(one.value)]
    return []


# Running text ------------------------------------------------------------------------------------


def _body(
    text: str, portion: Portion, context: DateContext
) -> Iterator[tuple[Telling, Candidate[When]]]:
    """Yield the days of running text that may be the event's, the likeliest way of telling only."""
    told: dict[Telling, list[Candidate[When]]] = {}
    for sentence in sentences(text, _prose(portion)):
        found = dates.find(text, sentence.start, sentence.end, context=context)
        for how, day in _told_in(text, sentence, _own(text, sentence, found)):
            told.setdefault(how, []).append(day)
    outright = (Telling.INVITED, Telling.ANNOUNCED, Telling.NAMED)
    likeliest = outright if any(how in told for how in outright) else tuple(sorted(told)[:1])
    for how in likeliest:
        for one in told.get(how, ()):
            yield how, one


def _told_in(
    text: str, sentence: Span, found: Sequence[Candidate[When]]
) -> Iterator[tuple[Telling, Candidate[When]]]:
    """Yield the days of a sentence with how it speaks of each, those of other things left out.

    Behind such another day, only one is the event's before which the words say so.
    """
    first: Telling | None = None
    at = sentence.start
    for day in found[:_MOST_DAYS]:
        if at == sentence.start or (first is None and says_outright(text, at, day.start)):
            first = telling(text, at, day.start, day.end, sentence.end)
            how = first
        else:
            how = None if is_other(text, at, day.start, day.end, sentence.end) else first
        if how is not None:
            yield how, day
        at = day.end


_MOST_DAYS = 40
"""Days of one sentence that are looked at: with more it lists what no single event has."""


def _own(text: str, sentence: Span, found: list[Candidate[When]]) -> list[Candidate[When]]:
    """Return a sentence's days without the first, where that is of what the event is part of."""
    if len(found) < _SEVERAL or not is_around(text, sentence.start, found[0].start):
        return found
    whole, own = found[0].value, found[1].value
    return found[1:] if whole.end_date is not None and _touch(whole, own) else found


_SEVERAL = 2


def _is_day(when: When) -> bool:
    return when.date is not None and when.precision not in (Precision.MONTH, Precision.YEAR)


def _prose(portion: Portion) -> list[Line]:
    heads = {x.line.start for x in portion.segment.head}
    return [x.line for x in portion.segment.lines if x.line.start not in heads and _may_tell(x)]


def _may_tell(x: Shaped) -> bool:
    if x.label is not None:
        return x.label.label in (Label.OTHER, Label.DATE, Label.TIME)
    return x.shape is not Shape.SLOT and not x.line.mark


def _belongs(found: Candidate[When], named: Sequence[Candidate[When]]) -> bool:
    """Return whether a day in running text is the event's own and not a background date."""
    return any(_touch(found.value, other) for one in named for other in _readings(one))


def _likeliest(told: tuple[Telling, Candidate[When]]) -> tuple[Telling, int]:
    return told[0], told[1].start


def _contradicting(
    head: Sequence[Candidate[When]], invited: Sequence[Candidate[When]], *, is_sure: bool
) -> list[Candidate[When]]:
    """Return the day to which the text invites, where the head names another one not far off.

    A head that is not sure to be the event's, as words of a title are not, may be any day.
    """
    days = [one for one in invited if _is_day(one.value) and not (is_sure and one.doubts)]
    is_near = any(_is_slip(one.value, days[0].value) for one in head) if days else False
    return days[:1] if is_near or not is_sure else []


def _announced_later(
    text: str, portion: Portion, head: Sequence[Candidate[When]], invited: list[Candidate[When]]
) -> list[Candidate[When]]:
    """Return the day to which the text invites after a bare day that may be one of posting."""
    labels = [span for _, span in portion.labelled(Label.DATE, Label.TIME)]
    first = head[0].value.date
    is_bare = len(head) == 1 and _is_open(head[0]) and head[0].value.end_date is None
    if first is None or not is_bare or any(head[0].start in span for span in labels):
        return []
    return [
        one
        for one in invited
        if one.value.date is not None
        and _is_day(one.value)
        and one.value.date > first
        and not is_of_another(text, max(0, one.start - _LONGEST_LEAD), one.start)
    ][:1]


_LONGEST_LEAD = 120


def _titled(text: str, portion: Portion, context: DateContext) -> list[Candidate[When]]:
    """Return the days that the title names as the event's."""
    return [
        one
        for span in portion.title
        for one in dates.find(text, span.start, span.end, context=context)
        if not is_other(text, span.start, one.start, one.end, span.end)
    ]


def _is_in_title(portion: Portion, head: Sequence[Candidate[When]]) -> bool:
    return any(span.start <= one.start < span.end for span in portion.title for one in head)


_LONGEST_SLIP = 16
"""Days between a head and a text that mean one event: beyond that another one is spoken of."""


def _is_slip(one: When, other: When) -> bool:
    """Return whether two days are likely one that was misprinted: near, or of another year."""
    if one.date is None or other.date is None or not _is_day(one):
        return False
    is_same_day = (one.date.month, one.date.day) == (other.date.month, other.date.day)
    return is_same_day or abs((one.date - other.date).days) <= _LONGEST_SLIP


def _readings(found: Candidate[When]) -> Iterator[When]:
    yield found.value
    yield from (other.value for other in found.alternatives if isinstance(other.value, When))


def _touch(one: When, other: When) -> bool:
    if one.date is None or other.date is None:
        return False
    return one.date <= (other.end_date or other.date) and other.date <= (one.end_date or one.date)


def _without_a_year(found: Sequence[Candidate[When]]) -> Moment | None:
    """Return a day whose year nothing tells: undated, its possible years beside it."""
    days = (one for one in found if one.value.date is None and one.alternatives)
    day = next(days, None)
    return None if day is None else Moment(when=day, statements=(day,))


def _without_a_day(text: str, portion: Portion, context: DateContext) -> Moment | None:
    """Return the month, season or year that is told in place of a day."""
    found = loosely(text, portion, tuple(sentences(text, _prose(portion))), context)
    return None if found is None else Moment(when=found, statements=(found,))


def _programme_days(portion: Portion, context: DateContext) -> Moment | None:
    """Return the days of a programme's headings, where nothing else tells the event's."""
    found = day_headings(portion, context)
    if not found:
        return None
    days = sorted(one.value.date for one in found if one.value.date is not None)
    last = days[-1] if days[-1] > days[0] else None
    value = msgspec.structs.replace(found[0].value, date=days[0], end_date=last)
    when = replace(found[0], value=value, confidence=0.6)
    clock = clocks.of_text(portion.text, portion, value, (), context)
    if clock is None or when.value.is_timed:
        return Moment(when=when, statements=tuple(found))
    return Moment(when=dates.combine(when, clock), statements=(*found, clock))
