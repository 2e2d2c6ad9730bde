"""When something is, as announcements say it: dates with their times, read out of running text.

`find` gives every date in a stretch of text as a When, with the clock time and zone words that
stand beside it. A time that stands alone is found by `times.find` and joined to its date by
`combine`. `reconcile` makes one value of several statements about the same event. None of them
knows a place: `zones.resolve` gives a When its zone.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import days, imprecise, times, when_words, years
from briefing.reader.fields.day_patterns import DASHES, GAP
from briefing.reader.fields.days import Days
from briefing.reader.fields.settle import settle
from briefing.reader.fields.times import Clock
from briefing.reader.fields.years import DateContext
from briefing.when import Precision, When
from briefing.when_words import date_words

__all__ = ["DateContext", "combine", "find", "pair", "reconcile"]


def find(
    text: str, start: int = 0, end: int | None = None, *, context: DateContext
) -> list[Candidate[When]]:
    """Return the dates between two offsets, in order, each with the time beside it.

    Spans point into the whole text and a When's `written` is the words of its span. A date whose
    year nothing tells is an undated When with its words and alternatives. Bare years are left out,
    months are given with Precision.MONTH, and so is "the week of 12 May": what is a background date
    is for the caller to say.
    """
    stop = len(text) if end is None else end
    pieces = days.find(text, start, stop)
    if not pieces:
        return []
    settled = (
        settle(piece, text[piece.start : piece.end], near)
        for piece, near in zip(pieces, _contexts(pieces, context), strict=True)
    )
    dated = [imprecise.toned(text, start, one) for one in settled]
    return list(_paired(text, list(_timed(text, start, stop, dated))))


def combine(day: Candidate[When], clock: Candidate[Clock]) -> Candidate[When]:
    """Return a date with a time that stands elsewhere in the same record.

    The span is the date's; cite the clock's own span beside it (`evidence(..., day, clock)`). A
    date that is no whole day, or has a time already, comes back as it is.
    """
    return _joined(day, clock, f"{day.value.written}, {clock.value.written}", day.start, day.end)


def reconcile(heading: Candidate[When], *body: Candidate[When]) -> Candidate[When]:
    """Return one value for one event out of what its heading and its body say of it.

    A heading that is only completed (a time, a year) or repeated raises no doubt. A range printed
    backwards is put right by a body that names one of its days. What contradicts is shown: the
    surer statement wins, the body where both are as sure, and the other stays an alternative.
    """
    winner = heading
    for other in body:
        winner = _reconciled(winner, other)
    return winner


# Years ------------------------------------------------------------------------------------------


def _contexts(pieces: Sequence[Days], context: DateContext) -> Iterator[DateContext]:
    """Yield for each date what tells its year: the context given, then the dates around it."""
    full = [
        years.on(piece.first, piece.first.year) if piece.first.year else None for piece in pieces
    ]
    following: list[dt.date | None] = []
    nearest: dt.date | None = None
    for date in reversed(full):
        following.append(nearest)
        nearest = date or nearest
    before: dt.date | None = None
    for date, after in zip(full, reversed(following), strict=True):
        around = tuple(filter(None, (before, after)))
        yield dataclasses.replace(context, near=(*context.near, *around)) if around else context
        before = date or before


# Dates and times side by side -------------------------------------------------------------------

_MARKS = f"{DASHES},;:|@·⋅•"
_THEN_TIME = re.compile(
    rf"{GAP}[({_MARKS}T/]?{GAP}"
    rf"(?:(?i:{when_words.words('at')}|{when_words.words('clock')})[^\S\n]{{1,3}}){{0,2}}\(?"
)
_TIME_THEN = re.compile(
    rf"\)?{GAP}[{_MARKS}]?{GAP}(?:(?i:{when_words.words('on')}|{when_words.words('of')})\b{GAP})?"
    rf"(?:(?i:{when_words.words('the')})\b{GAP})?"
)
_PAIR = re.compile(rf"\)?,?{GAP}(?:[{DASHES}]|(?i:{when_words.words('to')})\b){GAP}")


def _timed(
    text: str, start: int, end: int, dated: list[Candidate[When]]
) -> Iterator[Candidate[When]]:
    """Yield each date, with the time that stands behind it or else before it."""
    stops = [*(date.start for date in dated), end]
    free = times.find(text, start, stops[0])
    for date, stop in zip(dated, stops[1:], strict=True):
        before = free[-1] if free else None
        free = times.find(text, date.end, stop, beside_date=True)
        if free and _THEN_TIME.fullmatch(text, date.end, free[0].start):
            clock = free.pop(0)
            behind = _FOR.match(text, clock.end, stop)
            if behind is not None:
                free = times.find(text, behind.end(), stop, beside_date=True) or [clock]
                clock = free.pop(0)
            closes = _closes(text, date.end, clock)
            written = text[date.start : clock.end + closes]
            yield _joined(date, clock, written, date.start, clock.end + closes)
        elif before and _TIME_THEN.fullmatch(text, before.end, date.start):
            yield _joined(date, before, text[before.start : date.end], before.start, date.end)
        else:
            yield date


_FOR = re.compile(rf"{GAP}(?:for|pour){GAP}(?=\d)", re.IGNORECASE)
"""Between the hour of the doors and that of the event: "6.30 for 7 pm"."""


def _closes(text: str, start: int, clock: Candidate[Clock]) -> bool:
    """Whether a bracket that opened between date and time closes behind the time."""
    return "(" in text[start : clock.start] and text[clock.end : clock.end + 1] == ")"


def _joined(
    day: Candidate[When], clock: Candidate[Clock], written: str, start: int, end: int
) -> Candidate[When]:
    if day.value.precision is Precision.DAY:
        value = _at(day.value, clock.value, written)
    elif day.value.precision is Precision.UNKNOWN:
        value = msgspec.structs.replace(day.value, written=written)
    else:
        return day
    others = (_with_time(other, clock.value, written) for other in day.alternatives)
    return Candidate(
        value=value,
        start=start,
        end=end,
        rule=f"{day.rule}+{clock.rule}",
        confidence=min(day.confidence, clock.confidence),
        doubts=(*day.doubts, *clock.doubts, *_wrong_order(value)),
        alternatives=(*others, *_afternoon(value, clock)),
    )


def _at(day: When, clock: Clock, written: str) -> When:
    return msgspec.structs.replace(
        day,
        time=clock.time,
        end_time=clock.end_time,
        precision=Precision.MINUTE,
        written_zone=clock.zone,
        written=written,
    )


def _with_time(other: Alternative, clock: Clock, written: str) -> Alternative:
    if isinstance(other.value, str) or other.value.precision is not Precision.DAY:
        return other
    return msgspec.structs.replace(other, value=_at(other.value, clock, written))


_MIDDAY = dt.time(12)


def _afternoon(when: When, clock: Candidate[Clock]) -> Iterator[Alternative]:
    is_vague = any(doubt.kind is DoubtKind.VAGUE_TIME for doubt in clock.doubts)
    if when.time is not None and is_vague and when.time != dt.time(0):
        later = msgspec.structs.replace(
            when, time=_later(when.time), end_time=when.end_time and _later(when.end_time)
        )
        yield Alternative(value=later, why="in the afternoon")


def _later(time: dt.time) -> dt.time:
    return (dt.datetime.combine(dt.date.min, time) + dt.timedelta(hours=12)).time()


def _wrong_order(when: When) -> Iterator[Doubt]:
    """Yield a doubt where one day's event would last past the next noon."""
    if when.end_date or not when.time or when.end_time is None or when.end_time >= when.time:
        return
    if when.end_time >= _MIDDAY or when.time < _MIDDAY:
        words = f"It ends at {when.end_time:%H:%M}, before it begins at {when.time:%H:%M}."
        yield Doubt(kind=DoubtKind.UNSURE, words=words)


def _paired(text: str, dated: list[Candidate[When]]) -> Iterator[Candidate[When]]:
    """Yield the dates, two ends of one range as one: "DATE (T) - DATE (T)"."""
    waiting: Candidate[When] | None = None
    for date in dated:
        pair = waiting and _pair(text, waiting, date)
        if pair is None and waiting is not None:
            yield waiting
        waiting = pair or date
    if waiting is not None:
        yield waiting


def _pair(text: str, first: Candidate[When], last: Candidate[When]) -> Candidate[When] | None:
    if not _PAIR.fullmatch(text, first.end, last.start):
        return None
    both = pair(first, last)
    return both and dataclasses.replace(
        both,
        value=msgspec.structs.replace(both.value, written=text[first.start : last.end]),
        end=last.end,
    )


def pair(first: Candidate[When], last: Candidate[When]) -> Candidate[When] | None:
    """Return the first and the last day of one event, each told by itself, as one; None if not.

    Span and words are those of the first; cite the last one's beside it.
    """
    one, other = first.value, last.value
    if one.date is None or other.date is None or other.date < one.date:
        return None
    if one.end_date or one.end_time or other.end_date or other.end_time:
        return None
    if Precision.MONTH in {one.precision, other.precision} or (other.time and not one.time):
        return None
    value = msgspec.structs.replace(
        one,
        end_date=None if other.date == one.date else other.date,
        end_time=other.time,
        written_zone=one.written_zone or other.written_zone,
    )
    return Candidate(
        value=value,
        start=first.start,
        end=first.end,
        rule="date.pair",
        confidence=min(first.confidence, last.confidence),
        doubts=(*first.doubts, *last.doubts),
        alternatives=first.alternatives,
    )


# Several statements about one event -------------------------------------------------------------


def _reconciled(one: Candidate[When], other: Candidate[When]) -> Candidate[When]:
    if other.value.date is None:
        return one
    if one.value.date is None:
        return other
    if _has(one, DoubtKind.RANGE_REVERSED) and _names_an_end(one, other.value):
        return _put_right(one, other)
    if _agree(one.value, other.value):
        return _completed(one, other) if not _is_within(one, other) else _kept(one, other)
    for told, settling in ((one, other), (other, one)):
        if _has(told, DoubtKind.DAY_OR_MONTH_FIRST) and not settling.doubts:
            turned = _turned(told, settling.value)
            if turned is not None:
                return _completed(settling, turned)
    winner, loser = (one, other) if _sureness(one) > _sureness(other) else (other, one)
    doubt = Doubt(
        kind=DoubtKind.DATES_DISAGREE,
        words=f"“{one.value.written}” and “{other.value.written}” are both given.",
    )
    return _with(winner, loser, doubt)


def _turned(figures: Candidate[When], other: When) -> Candidate[When] | None:
    """Return a date in figures in the other order, where another statement of the day says so."""
    whens = (a.value for a in figures.alternatives if isinstance(a.value, When))
    fitting = next((when for when in whens if when.date == other.date), None)
    if fitting is None:
        return None
    kept = tuple(d for d in figures.doubts if d.kind is not DoubtKind.DAY_OR_MONTH_FIRST)
    return dataclasses.replace(figures, value=fitting, doubts=kept, alternatives=())


def _has(found: Candidate[When], kind: DoubtKind) -> bool:
    return any(doubt.kind is kind for doubt in found.doubts)


def _names_an_end(reversed_range: Candidate[When], other: When) -> bool:
    others = (alternative.value for alternative in reversed_range.alternatives)
    readings = (reversed_range.value, *(when for when in others if isinstance(when, When)))
    ends = {date for when in readings for date in (when.date, when.end_date)}
    return bool({other.date, other.end_date} & (ends - {None}))


def _put_right(heading: Candidate[When], body: Candidate[When]) -> Candidate[When]:
    doubt = Doubt(
        kind=DoubtKind.RANGE_REVERSED,
        words=f"“{heading.value.written}” ends before it begins; "
        f"“{body.value.written}” is read as {date_words(body.value)}.",
    )
    return _with(_completed(body, heading), heading, doubt)


def _agree(one: When, other: When) -> bool:
    """Return whether both can be true: the same days, or one within the other, and no two times."""
    if one.time and other.time and (one.date, one.time) != (other.date, other.time):
        return False
    wide, narrow = sorted((one, other), key=_length, reverse=True)
    return _first(wide) <= _first(narrow) and _last(narrow) <= _last(wide)


def _length(when: When) -> dt.timedelta:
    return _last(when) - _first(when)


def _first(when: When) -> dt.date:
    assert when.date is not None
    return when.date


def _last(when: When) -> dt.date:
    last = when.end_date or _first(when)
    if when.precision is Precision.MONTH:
        return (last.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return last


def _completed(one: Candidate[When], other: Candidate[When]) -> Candidate[When]:
    """Return the fuller of two statements that agree, with the time that the other one adds."""
    base, rest = sorted((one, other), key=_fullness, reverse=True)
    value = base.value
    if value.time is None and rest.value.time and rest.value.date == value.date:
        value = msgspec.structs.replace(
            value,
            time=rest.value.time,
            end_time=rest.value.end_time,
            precision=Precision.MINUTE,
            written_zone=rest.value.written_zone,
            written=f"{value.written}, {rest.value.written}",
        )
    settled = {doubt.kind for doubt in base.doubts} - {doubt.kind for doubt in rest.doubts}
    is_same_day = base.value.date == rest.value.date
    doubts = (d for d in base.doubts if not (is_same_day and d.kind in settled & _TOLD_BY_ANOTHER))
    return dataclasses.replace(base, value=value, doubts=tuple(doubts))


def _is_within(one: Candidate[When], other: Candidate[When]) -> bool:
    """Return whether a heading names one day of several, which the body tells of as a whole.

    The first of these days may be the beginning of them all.
    """
    is_one_of_several = one.value.end_date is None and other.value.end_date is not None
    is_first = one.value.date == other.value.date and one.value.end_time is None
    return is_one_of_several and one.value.precision is not Precision.MONTH and not is_first


def _kept(one: Candidate[When], other: Candidate[When]) -> Candidate[When]:
    """Return the one day of a heading, which has its hours or a doubt about the days around it."""
    if one.value.end_time is not None:
        kept = (doubt for doubt in one.doubts if doubt.kind not in _TOLD_BY_ANOTHER)
        return dataclasses.replace(one, doubts=tuple(kept))
    words = f"“{one.value.written}” is one day of “{other.value.written}”, which is given too."
    return _with(one, other, Doubt(kind=DoubtKind.DATES_DISAGREE, words=words))


_TOLD_BY_ANOTHER = frozenset({DoubtKind.YEAR_INFERRED, DoubtKind.DAY_OR_MONTH_FIRST})
"""Doubts that a second statement of the same day settles."""


def _fullness(found: Candidate[When]) -> tuple[bool, dt.timedelta, bool, float]:
    when = found.value
    is_to_the_day = when.precision is not Precision.MONTH
    return is_to_the_day, _length(when), when.is_timed, found.confidence


def _sureness(found: Candidate[When]) -> tuple[int, bool]:
    return -len(found.doubts), found.value.is_timed


def _with(winner: Candidate[When], loser: Candidate[When], doubt: Doubt) -> Candidate[When]:
    own = (d for d in winner.doubts if d.kind is not doubt.kind)
    loser_value = Alternative(value=loser.value, why=f"as “{loser.value.written}” says")
    others = (*winner.alternatives, loser_value, *loser.alternatives)
    return dataclasses.replace(
        winner,
        doubts=(*own, doubt),
        alternatives=tuple(a for a in dict.fromkeys(others) if a.value != winner.value),
        confidence=min(winner.confidence, loser.confidence),
    )
