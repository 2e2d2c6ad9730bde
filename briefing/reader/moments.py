"""When a segment's event is: what its head, labels, sentences and programme say, made one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.reader.candidate import Candidate
from briefing.reader.fields import agenda, dates, days, times
from briefing.reader.fields.dates import DateContext
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import EVENT_NOUN, INVITES, any_of
from briefing.when import Precision, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When an event is, with every statement that it was made of."""

    when: Candidate[When]
    statements: tuple[Candidate[object], ...]


_TAKES_PLACE = re.compile(
    rf"{INVITES}|{EVENT_NOUN}|"
    + any_of(r"when(?: and where)?", "date", "runs?", "starts?", "begins?", "opens?", "on", "between", "from", "meets?", "met"),
    re.IGNORECASE,
)  # fmt: skip
_OTHER_DAY = re.compile(
    any_of(
        r"deadline", r"regist(?:er|rations?)", r"rsvp", r"sign up", r"submit\w*", r"submissions?", r"call for",
        r"published", r"posted", r"updated", r"adopted", r"established", r"resolution", r"launched in", r"since", r"in 20\d\d,?", r"report of", r"early[- ]bird",
        r"will be (?:sent|shared|emailed)", r"accreditation", r"apply (?:by|before|until)", r"confirm .{0,40} by", r"påmelding", r"påmeldingsfrist", r"inscripci(?:ón|ones)", r"anmeldung bis", r"avant le", r"frist",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""Words that show a sentence's day to be another than the event's."""


def moment(
    text: str, segment: Segment, context: DateContext, slots: Sequence[Candidate[agenda.Slot]]
) -> Moment | None:
    """Return when a segment's event is; None where nothing tells a day."""
    head = list(_head(text, segment, context))
    near = context.beside(*(found.value.date for found in head))
    body = [found for found in _body(text, segment, near) if _belongs(found, head)]
    statements = (*head, *body) if head else tuple(_alike(body))
    if not statements:
        return None
    when = dates.reconcile(statements[0], *statements[1:])
    used: tuple[Candidate[object], ...] = tuple(statements)
    clock = None if when.value.is_timed else _clock(text, segment, slots)
    if clock is not None:
        when, used = dates.combine(when, clock), (*used, clock)
    return Moment(when=when, statements=used)


def _alike(found: Sequence[Candidate[When]]) -> Iterator[Candidate[When]]:
    """Yield the first day that running text gives, and what else it says of the same."""
    for n, one in enumerate(found):
        if n == 0 or _touch(one.value, found[0].value):
            yield one


def _head(text: str, segment: Segment, context: DateContext) -> Iterator[Candidate[When]]:
    day = _labelled(text, segment, Label.DATE)
    found = _dates(text, day, context) if day else []
    if not found and segment.form is Form.ITEM:
        first = segment.lines[0].line
        found = dates.find(text, first.start, first.end, context=context)[:1]
        after = times.find(text, found[0].end, first.end) if found else []
        found = [dates.combine(found[0], after[0])] if after else found
    if not found:
        lines = [x.line for x in segment.head if x.shape is Shape.DATE]
        if lines:
            found = dates.find(text, lines[0].start, lines[-1].end, context=context)
    if not found and segment.title is not None:
        found = dates.find(text, segment.title.start, segment.title.end, context=context)
    clock = _head_clock(text, segment)
    for one in found:
        yield dates.combine(one, clock) if clock and one.value.precision is Precision.DAY else one


def _dates(text: str, span: Span, context: DateContext) -> list[Candidate[When]]:
    return dates.find(text, span.start, span.end, context=context)


def _labelled(text: str, segment: Segment, *labels: Label) -> Span | None:
    lines = [x.line for x in segment.lines]
    for x in segment.lines:
        if x.label is not None and x.label.label in labels:
            reach = x.label.reach(text, lines, segment.end)
            if reach.start < reach.end:
                return reach
    return None


def _head_clock(text: str, segment: Segment) -> Candidate[times.Clock] | None:
    span = _labelled(text, segment, Label.TIME)
    spans = [span] if span else []
    spans += [Span(x.line.start, x.line.end) for x in segment.head if x.shape is Shape.TIME]
    for one in spans:
        if not days.find(text, one.start, one.end):
            found = times.find(text, one.start, one.end, beside_date=True)
            if found:
                return found[0]
    return None


def _body(text: str, segment: Segment, context: DateContext) -> Iterator[Candidate[When]]:
    lines = _prose(segment)
    for sentence in sentences(text, lines):
        found = dates.find(text, sentence.start, sentence.end, context=context)
        if not found:
            continue
        before = text[max(sentence.start, found[0].start - 160) : found[0].start]
        if _OTHER_DAY.search(before) or not _TAKES_PLACE.search(text, sentence.start, sentence.end):
            continue
        yield from found


def _prose(segment: Segment) -> list[Line]:
    heads = {x.line.start for x in segment.head}
    return [x.line for x in segment.lines if x.line.start not in heads and _may_tell(x)]


def _may_tell(line: Shaped) -> bool:
    if line.label is not None and line.label.label not in (Label.OTHER, Label.DATE, Label.TIME):
        return False
    return line.shape not in (Shape.SLOT, Shape.CHROME) and not line.line.mark


def _belongs(found: Candidate[When], head: Sequence[Candidate[When]]) -> bool:
    """Return whether a day in running text is the event's own and not a background date."""
    when = found.value
    if when.date is None or when.precision in (Precision.MONTH, Precision.YEAR):
        return False
    if not head:
        return True
    return any(_touch(when, other) for one in head for other in _readings(one))


def _readings(found: Candidate[When]) -> Iterator[When]:
    yield found.value
    yield from (other.value for other in found.alternatives if isinstance(other.value, When))


def _touch(one: When, other: When) -> bool:
    if one.date is None or other.date is None:
        return False
    return one.date <= (other.end_date or other.date) and other.date <= (one.end_date or one.date)


_STARTS = re.compile(any_of("start(?:s|ing)?", "begin(?:s|ning)?", "from", "at", "opens?", "kl", "empieza", "comienza", "à", "um", "starter", "commence"), re.IGNORECASE)  # fmt: skip
_ENDS = re.compile(any_of("finish(?:es)?", "ends?", "until", "to", "closes?", "concludes?", "termina", "slutter", "bis"), re.IGNORECASE)  # fmt: skip
_DOORS = re.compile(
    any_of("doors", "registration", "coffee", "link", "lunch", "reception"), re.IGNORECASE
)


def _clock(
    text: str, segment: Segment, slots: Sequence[Candidate[agenda.Slot]]
) -> Candidate[times.Clock] | None:
    """Return the time that a sentence or the programme gives to an event whose day stands alone."""
    for sentence in sentences(text, _prose(segment)):
        found = times.find(text, sentence.start, sentence.end)
        if not found or _DOORS.search(text, sentence.start, found[0].start):
            continue
        lead = text[sentence.start : found[0].start]
        if not _STARTS.search(lead):
            continue
        first = found[0]
        if (
            len(found) > 1
            and first.value.end_time is None
            and _ENDS.search(text, first.end, found[1].start)
        ):
            zone = first.value.zone or found[1].value.zone
            clock = replace(first.value, end_time=found[1].value.time, zone=zone)
            return replace(first, value=clock, end=found[1].end)
        return first
    return _programme(slots)


def _programme(slots: Sequence[Candidate[agenda.Slot]]) -> Candidate[times.Clock] | None:
    if not slots:
        return None
    first, last = slots[0].value, slots[-1].value
    end = last.clock.end_time
    if end is None and re.match(r"(?i)end\b|close\b|fin\b|slutt\b|ende\b", last.title):
        end = last.clock.time
    clock = replace(first.clock, end_time=end or None)
    return Candidate(
        value=clock, start=slots[0].start, end=slots[0].end, rule="time.programme", confidence=0.7
    )
