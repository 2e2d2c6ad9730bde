"""Makes a When of a printed date: its year, its place in the calendar, and every doubt about it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import years
from briefing.reader.fields.days import Day, Days
from briefing.reader.fields.years import DateContext
from briefing.when import Precision, When, undated, whole_day
from briefing.when_words import date_words

_LONGEST_ACROSS_MONTHS = dt.timedelta(days=10)
"""Up to this length "29 - 2 Jun" begins in May; "24 - 18 Jul" rather has a slip in it."""

_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read it; None where no calendar has such a day."""

    when: When | None
    doubts: tuple[Doubt, ...] = ()
    others: tuple[Alternative, ...] = ()


def settle(piece: Days, written: str, context: DateContext) -> Candidate[When]:
    """Return the date that a piece of text names, in the likeliest year and order."""
    reading = _in_order(piece, written, context)
    when = reading.when or undated(written)
    return Candidate(
        value=when,
        start=piece.start,
        end=piece.end,
        rule=piece.rule,
        confidence=_confidence(when, reading.doubts),
        doubts=reading.doubts,
        alternatives=reading.others,
    )


def _confidence(when: When, doubts: tuple[Doubt, ...]) -> float:
    sure = 0.95 if when.precision is Precision.DAY else 0.7
    return max(0.2, round(sure - 0.15 * len(doubts), 2))


def _in_order(piece: Days, written: str, context: DateContext) -> _Reading:
    """Read figures in both orders where both are possible: 5/6 as the fifth of June or of May."""
    day = piece.first
    if not piece.could_be_month_first or day.number is None or day.number > _MONTHS:
        return _placed(piece, written, context)
    if day.number == day.month:
        return _placed(piece, written, context)
    month_first = replace(piece, first=_turned(day), last=piece.last and _turned(piece.last))
    orders = [piece, month_first] if context.is_day_first else [month_first, piece]
    first, second = (_placed(order, written, context) for order in orders)
    weekday_decides = day.weekday is not None and _weekday_wrong(first) != _weekday_wrong(second)
    if weekday_decides:
        return second if _weekday_wrong(first) else first
    if context.is_order_told or _is_backwards(first) != _is_backwards(second):
        return second if _is_backwards(first) else first
    order = "day" if context.is_day_first else "month"
    doubt = Doubt(
        kind=DoubtKind.DAY_OR_MONTH_FIRST,
        words=f"“{written}” is read with the {order} first; it may be the other way round.",
    )
    why = "the month first" if context.is_day_first else "the day first"
    return replace(
        first,
        doubts=(*first.doubts, doubt),
        others=(*_alternative(second.when, why), *first.others),
    )


def _turned(day: Day) -> Day:
    """Return a day in figures read in the other order; as it is where no month has that number."""
    if day.number is None or day.number > _MONTHS:
        return day
    return replace(day, number=day.month, month=day.number)


_MONTHS = 12


def _weekday_wrong(reading: _Reading) -> bool:
    return any(doubt.kind is DoubtKind.WEEKDAY_DISAGREES for doubt in reading.doubts)


def _is_backwards(reading: _Reading) -> bool:
    return any(doubt.kind is DoubtKind.RANGE_REVERSED for doubt in reading.doubts)


def _placed(piece: Days, written: str, context: DateContext) -> _Reading:
    placed = years.place(piece.first, context)
    readings = [_in_year(piece, written, year) for year in placed.others]
    others = tuple(
        alternative
        for year, reading in zip(placed.others, readings, strict=True)
        for alternative in _alternative(reading.when, f"in {year}")
    )
    if placed.year is None:
        return _Reading(None, placed.doubts, others)
    reading = _in_year(piece, written, placed.year)
    last = (*_short_year(piece, placed.year), *_weekday_of_last(piece, placed.year))
    doubts = (*placed.doubts, *last, *reading.doubts)
    return replace(reading, doubts=doubts, others=(*reading.others, *others))


def _alternative(when: When | None, why: str) -> Iterator[Alternative]:
    if when is not None:
        yield Alternative(value=when, why=why)


def _in_year(piece: Days, written: str, year: int) -> _Reading:
    first, last = piece.first, piece.last
    last_year = year if last is None else _last_year(piece, year)
    if first.number is None:
        return _Reading(_months(first, last, year, last_year, written))
    begin = years.on(first, year)
    end = None if last is None else years.on(last, last_year)
    if begin is None or (last is not None and end is None):
        return _impossible(first if begin is None else last, year, written)
    if end is not None and end < begin:
        return _reversed(begin, end, written)
    when = whole_day(begin, end, written=written)
    return _Reading(when, tuple(_gaps_in_list(piece, when)))


def _last_year(piece: Days, year: int) -> int:
    assert piece.last is not None
    if piece.last.year is not None:
        return piece.last.year
    return year + (piece.last.month < piece.first.month)


def _months(first: Day, last: Day | None, year: int, last_year: int, written: str) -> When:
    begin = dt.date(year, first.month, 1)
    end = None if last is None else dt.date(last_year, last.month, 1)
    return When(
        date=begin,
        end_date=end if end and end > begin else None,
        precision=Precision.MONTH,
        written=written,
    )


def _impossible(day: Day | None, year: int, written: str) -> _Reading:
    assert day is not None
    month = dt.date(year, day.month, 1)
    doubt = Doubt(kind=DoubtKind.UNSURE, words=f"{month:%B %Y} has no day {day.number}.")
    return _Reading(When(date=month, precision=Precision.MONTH, written=written), (doubt,))


def _reversed(begin: dt.date, end: dt.date, written: str) -> _Reading:
    """Read a range whose last day is before its first: across months if short, else one day."""
    alone = whole_day(begin, written=written)
    swapped = whole_day(end, begin, written=written)
    across = _begun_a_month_earlier(begin, end, written)
    is_short = across is not None and end - (across.date or end) <= _LONGEST_ACROSS_MONTHS
    likeliest = across if across is not None and is_short else alone
    ways = [(alone, "its first day only"), (swapped, "its days swapped")]
    if across is not None:
        ways.append((across, "beginning in the month before"))
    doubt = Doubt(
        kind=DoubtKind.RANGE_REVERSED,
        words=f"“{written}” ends before it begins; read as {date_words(likeliest)}.",
    )
    others = tuple(Alternative(value=w, why=why) for w, why in ways if w != likeliest)
    return _Reading(likeliest, (doubt,), others)


def _begun_a_month_earlier(begin: dt.date, end: dt.date, written: str) -> When | None:
    if (begin.year, begin.month) != (end.year, end.month):
        return None
    month_before = end.replace(day=1) - _A_DAY
    start = years.on(Day(month_before.month, begin.day), month_before.year)
    return None if start is None else whole_day(start, end, written=written)


def _gaps_in_list(piece: Days, when: When) -> Iterator[Doubt]:
    assert when.date is not None
    length = ((when.end_date or when.date) - when.date).days + 1
    if piece.months_named:
        words = "Only the days printed are meant, not those between."
        yield Doubt(kind=DoubtKind.UNSURE, words=words)
    elif piece.named and len(set(piece.named)) < length:
        named = ", ".join(str(number) for number in piece.named)
        yield Doubt(
            kind=DoubtKind.UNSURE, words=f"Only the days {named} are named, not those between."
        )


def _short_year(piece: Days, year: int) -> Iterator[Doubt]:
    if piece.first.has_short_year or (piece.last is not None and piece.last.has_short_year):
        words = f"“{year % 100:02d}” is read as the year {year}."
        yield Doubt(kind=DoubtKind.UNSURE, words=words)


def _weekday_of_last(piece: Days, year: int) -> Iterator[Doubt]:
    if piece.last is not None and piece.last.weekday is not None:
        last = replace(piece.last, year=_last_year(piece, year))
        yield from years.place(last, DateContext(today=dt.date(year, 1, 1))).doubts
