"""Last days that are told loosely: "two weeks before", "by Friday", "by the end of May".

Each is computed from another day, and its doubt says from which.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

import msgspec
from dateutil.relativedelta import relativedelta

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import deadline_words
from briefing.reader.fields.calendar_words import MONTH, WEEKDAY, month_number, weekday_number
from briefing.reader.fields.days import Day
from briefing.reader.fields.years import DateContext, on
from briefing.when import When, whole_day


def lengths_ahead(text: str, start: int, end: int, event: When) -> Iterator[Candidate[When]]:
    """Yield what is told as a length before the event: "48 hours before the start"."""
    for match in _LENGTH_AHEAD.finditer(text, start, end):
        if _IS_AHEAD.search(match.group()):
            due = _earlier(event, _length(match), bool(match["hours"]), match.group())
            if due is not None:
                yield _candidate(match, due, "before", "is counted back from the event.")


def weekdays(
    text: str, start: int, end: int, sent: dt.date | None, event: dt.date | None
) -> Iterator[Candidate[When]]:
    """Yield the weekdays that stand alone behind "by": the next one, else the last one before.

    The next is counted from `sent`, the day of writing; the last from the event.
    """
    for match in _BY_WEEKDAY.finditer(text, start, end):
        number = weekday_number(match["day"])
        day = _day(number, sent, event) if number is not None else None
        if day is None:
            continue
        since = sent or event
        assert since is not None
        words = f"is counted from {since.day} {since:%B %Y}."
        yield _candidate(match, whole_day(day, written=match["day"]), "weekday", words, "day")


def ends_of_months(
    text: str, start: int, end: int, sent: dt.date | None, event: dt.date | None
) -> Iterator[Candidate[When]]:
    """Yield the last days of months that are named so: "by the end of May"."""
    for match in _END_OF_MONTH.finditer(text, start, end):
        near = event or sent
        year = int(match["year"] or 0) or (near.year if near else 0)
        month = month_number(match["month"])
        if not year:
            continue
        if not match["year"] and event and month > event.month:
            year -= 1
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        due = whole_day(last, written=match.group())
        yield _candidate(match, due, "end-of-month", "is taken as its last day.")


def figures(
    text: str, start: int, end: int, context: DateContext, event: dt.date
) -> Iterator[Candidate[When]]:
    """Yield days in figures without a year, behind "by": "by 11/04", "bis 1.6."."""
    for match in _BY_FIGURES.finditer(text, start, end):
        one, other = int(match["one"]), int(match["other"])
        orders = [(one, other)] if match["mark"] == "." else [(one, other), (other, one)]
        if not context.is_day_first:
            orders.reverse()
        found = [day for order in orders for day in _before(*order, event) if day is not None]
        since = context.sent or event - dt.timedelta(days=_LONGEST_AHEAD)
        fitting = sorted(
            (day for day in found if day >= since), key=lambda day: event - day > _NEAR
        )
        if fitting:
            due = whole_day(fitting[0], written=match["figures"])
            words = f"is read as {fitting[0].day} {fitting[0]:%B %Y}."
            yield _candidate(match, due, "figures", words, "figures")


def _before(number: int, month: int, event: dt.date) -> Iterator[dt.date | None]:
    for year in (event.year, event.year - 1):
        day = on(Day(number=number, month=month), year)
        if day is not None and day <= event:
            yield day
            return


_LONGEST_AHEAD = 180
_NEAR = dt.timedelta(days=60)

# Patterns ----------------------------------------------------------------------------------------

_NUMBERS = [deadline_words.nth(lambda row: row.numbers, n) for n in range(10)]
_UNITS = [deadline_words.nth(lambda row: row.units, n) for n in range(3)]
_AHEAD = deadline_words.words(lambda row: row.ahead)
_LENGTH_AHEAD = re.compile(
    rf"\b(?=\w)(?:(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s(?:(?P<hours>{_UNITS[0]})|(?P<days>{_UNITS[1]})"
    rf"|(?P<weeks>{_UNITS[2]}))|the (?P<day>day)|(?P<dagen>dagen|la veille|am tag|el día))"
    rf"(?:\s(?:{_AHEAD}))?(?:\s(?:{deadline_words.words(lambda row: row.event)}))?\b",
    re.IGNORECASE,
)
_IS_AHEAD = Cue(rf"\b(?:{_AHEAD}|veille)\b")
_BY_WEEKDAY = re.compile(
    r"(?<!\w)(?i:by|before|until|no later than|not later than|latest|innen|senest|før|bis"
    r"|spätestens|avant|jusqu['’]à|au plus tard|antes|hasta|a más tardar)"
    r"(?: (?i:cob|eod|close of business|noon|the end of|end of|on|at the latest|zum|den|am|del?|el"
    r"|le|next|this|coming|kommenden|nächsten|førstkommende|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)){0,3}"
    rf",? (?P<day>{WEEKDAY})(?!\w|,? (?:(?i:the|den|dem|le|el|prochain) )?(?:\d|{MONTH}))"
)
_BY_FIGURES = re.compile(
    r"(?<!\w)(?i:by|before|until|no later than|not later than|innen|senest|før|bis|bis zum"
    r"|spätestens|r\.?s\.?v\.?p\.?:?|deadline:?|avant le|jusqu['’]au|antes del|hasta el)"
    r"(?: (?i:cob|eod|close of business|on|zum|den|am|spätestens)){0,2} "
    r"(?P<figures>(?P<one>\d{1,2})(?P<mark>[./])(?P<other>\d{1,2}))"
    r"(?![\d/:]|\.\d| ?(?i:uhr|h|[ap]m)\b)"
)
_END_OF_MONTH = re.compile(
    r"(?<!\w)(?i:end of|ende|slutten av|utgangen av|(?:la )?fin(?: d['’e])?"
    rf"|(?:finales|fines) de) ?(?P<month>{MONTH})(?!\w)(?:,? (?P<year>20\d\d))?"
)


# Reading -----------------------------------------------------------------------------------------


def _candidate(
    match: re.Match[str], due: When, rule: str, words: str, group: str | int = 0
) -> Candidate[When]:
    doubt = Doubt(kind=DoubtKind.UNSURE, words=f"“{match.group(group)}” {words}")
    return Candidate(
        value=due,
        start=match.start(group),
        end=match.end(group),
        rule=f"date.{rule}",
        confidence=0.6,
        doubts=(doubt,),
    )


def _day(number: int, sent: dt.date | None, event: dt.date | None) -> dt.date | None:
    if sent is not None:
        ahead = sent + dt.timedelta(days=(number - sent.weekday() - 1) % 7 + 1)
        return ahead if event is None or ahead <= event else None
    if event is None:
        return None
    return event - dt.timedelta(days=(event.weekday() - number - 1) % 7 + 1)


def _length(match: re.Match[str]) -> int:
    words = (match["n"] or "").casefold()
    if words.isdecimal():
        return int(words)
    counts = (n for n, row in enumerate(_NUMBERS, 1) if re.fullmatch(row, words))
    return next(counts, 1)


def _earlier(event: When, length: int, is_hours: bool, written: str) -> When | None:
    assert event.date is not None
    if is_hours and event.time is not None:
        moment = dt.datetime.combine(event.date, event.time) - relativedelta(hours=length)
        return msgspec.structs.replace(
            event,
            date=moment.date(),
            time=moment.time(),
            end_date=None,
            end_time=None,
            written=written,
        )
    if is_hours and length % 24:
        return None
    weeks = re.search(_UNITS[2], written, re.IGNORECASE) is not None
    days = length // 24 if is_hours else length * (7 if weeks else 1)
    return whole_day(event.date - relativedelta(days=days), written=written)
