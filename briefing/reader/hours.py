"""Hours that belong to single days of an event of several days: "on the second day we close at"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import days, times
from briefing.reader.fields.calendar_words import WEEKDAY, weekday_number
from briefing.reader.fields.settle import settle
from briefing.reader.fields.times import Clock
from briefing.reader.fields.years import DateContext
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of
from briefing.when import Precision, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words that tell of one day of an event, or of all."""

    span: Span
    day: dt.date | None = None
    """None where no single day is named."""
    lead: int
    """Where the words begin that may belong to its first time: "closes on Tuesday at ..."."""


def stretches(
    text: str, sentences: Sequence[Span], when: When, context: DateContext
) -> tuple[Stretch, ...]:
    """Return some sentences cut before each word that names a day; whole for an event of one."""
    if when.date is None or when.end_date is None:
        return tuple(Stretch(span=one, lead=one.start) for one in sentences)
    return tuple(cut for one in sentences for cut in _cut(text, one, when, context))


def with_own_end(
    text: str, found: Candidate[When], said: Sequence[Stretch]
) -> tuple[Candidate[When], tuple[Candidate[Clock], ...]]:
    """Return an event's time with the end of its last day, and the words that tell it.

    An end that is only said of an earlier day is taken away. Both are told of in a doubt.
    """
    when = found.value
    if when.time is None:
        return found, ()
    if when.end_date is None:
        return _with_end(text, found, said)
    ends = [(one.day, end) for one in said if one.day is not None for end in _ends(text, one)]
    last = [end for day, end in ends if day == when.end_date]
    if last:
        return _ending(found, last[-1]), (last[-1],)
    earlier = [end for _, end in ends if end.value.end_time == when.end_time]
    if when.end_time is None or not earlier:
        return found, ()
    words = f"{when.end_time:%H:%M} is the end of one day; no end is told of the last."
    return _changed(found, msgspec.structs.replace(when, end_time=None), words), ()


def _with_end(
    text: str, found: Candidate[When], said: Sequence[Stretch]
) -> tuple[Candidate[When], tuple[Candidate[Clock], ...]]:
    """Return the time of one day with the end that a sentence of its own tells: "Ends at noon"."""
    when = found.value
    if when.end_time is not None or when.time is None:
        return found, ()
    for one in said:
        lead = text[one.span.start : one.span.start + _LONGEST_LEAD]
        closes = _CLOSES.match(lead) or _IT_CLOSES.match(lead)
        begin = _FILL.match(text, one.span.start + closes.end()) if closes else None
        if begin is None:
            continue
        for end in times.find(text, begin.end(), one.span.end, beside_date=True)[:1]:
            if end.value.end_time is None and end.value.time > when.time:
                clock = replace(end, value=replace(end.value, end_time=end.value.time))
                value = msgspec.structs.replace(when, end_time=end.value.time)
                return replace(found, value=value), (clock,)
    return found, ()


_LONGEST_LEAD = 60
_FILL = re.compile(
    r"\w*(?:[\s:]+(?:at|by|around|about|approximately|no later than|senest|rundt|omtrent|gegen|um|"
    r"spätestens|à|vers|a las|the latest))*",
    re.IGNORECASE,
)
_IT_CLOSES = re.compile(
    r"(?:we|it|the (?:event|meeting|seminar|talk|session|webinar|workshop|lecture|day)|vi|møtet|"
    r"seminaret|arrangementet|wir|die veranstaltung|l['’]événement|la séance|el acto|la sesión)"
    r" (?:\w+ ){0,2}(?:finish|end|clos|conclud|adjourn|wrap|slutter|avslutt|enden|endet|se termin|"
    r"termin)",
    re.IGNORECASE,
)


def _ending(found: Candidate[When], last: Candidate[Clock]) -> Candidate[When]:
    when, clock = found.value, last.value
    if when.end_time == clock.end_time:
        return found
    zone = when.written_zone or clock.zone
    value = msgspec.structs.replace(when, end_time=clock.end_time, written_zone=zone)
    words = f"The days have hours of their own; {clock.end_time:%H:%M} is the end of the last."
    return _changed(found, value, words)


def _changed(found: Candidate[When], value: When, words: str) -> Candidate[When]:
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    return replace(found, value=value, doubts=(*found.doubts, doubt))


# The ends of days --------------------------------------------------------------------------------

_CLOSES = Cue(
    any_of(
        r"finish(?:es|ing)?", r"end(?:s|ing)?", "until", r"clos(?:es?|ing)", r"conclud(?:es?|ing)",
        r"adjourns?", r"wraps? up", "termina(?:mos)?", "slutter", "slutt", "fin", "ende",
        "finaliza", "avsluttes", "bis", "endet",
        "se termine",
    ),
)  # fmt: skip


def _ends(text: str, told: Stretch) -> Iterator[Candidate[Clock]]:
    """Yield the times at which a day is said to end, each as the end of a clock."""
    at = told.lead
    for clock in times.find(text, told.span.start, told.span.end):
        if clock.value.end_time is not None:
            yield clock
        elif _CLOSES.search(text, at, clock.start):
            yield replace(clock, value=replace(clock.value, end_time=clock.value.time))
        at = clock.end


# The names of days -------------------------------------------------------------------------------

_NUMBERS = ("first|opening|one|1|1st", "second|two|2|2nd", "third|three|3|3rd", "fourth|four|4|4th",
            "fifth|five|5|5th")  # fmt: skip
_LAST = r"(?:last|final|closing|concluding)"
_NTH = "|".join(f"(?P<n{n}>{words})" for n, words in enumerate(_NUMBERS))
_FOREIGN_SECOND = r"andre dag(?:en)?|deuxième jour|second jour|segundo día|zweiten tag"
_FOREIGN_THIRD = r"tredje dag(?:en)?|troisième jour|tercer día|dritten tag"
_FOREIGN_FIRST = r"første dag(?:en)?|premier jour|primer día|ersten tag"
_FOREIGN_LAST = r"siste dag(?:en)?|dernier jour|último día|letzten tag"
_DAY = Cue(
    rf"(?<!\w)(?:(?P<last>{_LAST} day|{_FOREIGN_LAST})|(?P<first>{_FOREIGN_FIRST})"
    rf"|(?P<f1>{_FOREIGN_SECOND})|(?P<f2>{_FOREIGN_THIRD})"
    rf"|day (?={'|'.join(_NUMBERS)})(?:{_NTH})|(?:{_NTH.replace('<n', '<o')}) day"
    rf"|(?P<weekday>{WEEKDAY}))(?!\w)",
)


_JOINED = re.compile(
    r"\s*(?:and|to|through|og|til|et|und|bis|y|[–-])\s+(?:the |on )?", re.IGNORECASE
)


def _cut(text: str, sentence: Span, when: When, context: DateContext) -> Iterator[Stretch]:
    """Yield a sentence's words behind each day's name; two days joined by "and" are no single."""
    at, day, lead = sentence.start, None, sentence.start
    for name, named in sorted(_named(text, sentence, when, context), key=_place):
        if name.start < at:
            continue
        is_joined = day is not None and day != named and _JOINED.fullmatch(text, at, name.start)
        yield Stretch(span=Span(at, name.start), day=day, lead=lead)
        clocks = times.find(text, at, name.start)
        lead = clocks[-1].end if clocks else lead
        at, day = name.end, None if is_joined else named
    yield Stretch(span=Span(at, sentence.end), day=day, lead=lead)


def _place(named: tuple[Span, dt.date]) -> int:
    return named[0].start


def _named(
    text: str, sentence: Span, when: When, context: DateContext
) -> Iterator[tuple[Span, dt.date]]:
    """Yield the single days that a sentence names, each with its name's place."""
    dated = days.find(text, sentence.start, sentence.end)
    for piece in dated:
        value = settle(piece, text[piece.start : piece.end], context).value
        if value.date and value.precision is Precision.DAY and value.end_date is None:
            yield Span(piece.start, piece.end), value.date
    for match in _DAY.finditer(text, sentence.start, sentence.end):
        day = _day(match, when)
        if day is not None and not any(one.start <= match.start() < one.end for one in dated):
            yield Span(match.start(), match.end()), day


def _day(match: re.Match[str], when: When) -> dt.date | None:
    """Return the day that a word names among an event's; None for a weekday that is none of them.

    A number beyond the last day is a day after it.
    """
    if when.date is None or when.end_date is None:
        return None
    if match["last"]:
        return when.end_date
    if match["weekday"]:
        ahead = (weekday_number(match["weekday"]) or 0) - when.date.weekday()
        day = when.date + dt.timedelta(days=ahead % 7)
        return day if day <= when.end_date else None
    number = next(
        (int(name[1:]) for name, word in match.groupdict().items() if word and name[1:].isdigit()),
        0,
    )
    return when.date + dt.timedelta(days=number)
