"""An announcement that says itself to which other day its event has been moved."""

import re
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.amendments.hints import BESIDE_IT
from briefing.reader.amendments.words import OF_DEADLINE
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import dates, times
from briefing.reader.fields.dates import DateContext
from briefing.reader.fields.times import Clock
from briefing.reader.lines import Span
from briefing.reader.telling import is_other
from briefing.reader.vocabulary import any_of
from briefing.when import Precision, When

_PUT_OFF = Cue(
    any_of(
        "postponed", "rescheduled", "moved", "moves", "shifted", "deferred", "pushed(?: back)?",
        "put back", "changed?", "change of (?:date|time|day)", "new (?:day|time|hour)", "delayed",
        "brought forward", "re-?scheduled", "new date", "verschoben", "verschieben", "verlegt",
        "vorverlegt",
        "neuer termin", "reportée?s?", "déplacée?s?", "avancée?s?", "nouvelle date",
        "aplazad[oa]s?",
        "pospuest[oa]s?", "trasladad[oa]s?", "nueva fecha", "utsatt", "flyttet", "ny dato",
        "ny tid", "nytt tidspunkt", "neue uhrzeit", "nouvel(?:le)? (?:heure|horaire)", "nueva hora",
        "nuevo horario", "décalée?s?", "adelantad[oa]s?", "endret", "new dates",
        "will now (?:take place|be held|run|start|begin|happen)", "now takes place",
        "(?:aura|auront|se tiendra|se tiendront) désormais(?: lieu)?", "aura finalement lieu",
        "findet (?:nun|jetzt)", "finden (?:nun|jetzt)", "holdes nå", "finner nå sted",
        "(?:se celebrará|tendrá lugar) (?:ahora|finalmente)", "(?:ahora|finalmente) se celebrará",
    ),
)  # fmt: skip
_TO = re.compile(
    r"(?:\b(?:to|until|till|for|on|is|now|nå|(?:désormais|finalement)(?: lieu)?|nun am|jetzt am|los"
    r" días|auf|zum|ist|um|au|à|est|al?|para|es|til|er|kl\.?|las"
    r"|new (?:day|date|time|hour)|ny (?:dato|tid)|nytt tidspunkt|neue uhrzeit|neuer termin|nueva"
    r" (?:fecha|hora)|nouvelle (?:date|heure)|nouvel horaire|nuevo horario)|:)"
    r"(?:\s(?:the|den|dem|les?|el|las|los|now|be|at|um|à|kl\.?)){0,2}\s*$",
    re.IGNORECASE,
)
_LEAD, _LONGEST_LINE = 60, 500
_QUOTED = ">"
"""The sign of a mail quoted in another one, which is read as a note on the mail."""


def put_off(
    text: str, running: Sequence[Span], found: Candidate[When], context: DateContext
) -> tuple[Candidate[When], tuple[Candidate[object], ...]]:
    """Return an event on the day to which sentences say that it was moved, and their words.

    Its hours stay where no others are told; a doubt tells of the day that it was on before.
    """
    when = found.value
    line = text.rfind("\n", max(0, found.start - _LONGEST_LINE), found.start) + 1
    if when.date is None or text.startswith(_QUOTED, line):
        return found, ()
    for sentence in running:
        if not _PUT_OFF.search(text, sentence.start, sentence.end):
            continue
        near = context.beside(when.date)
        for day in dates.find(text, sentence.start, sentence.end, context=near):
            if _is_new(text, sentence, day) and day.value.date != when.date:
                moved = _moved(found, day)
                hour = None if day.value.is_timed else _hour(text, running, sentence, when)
                return (moved, (day,)) if hour is None else (_at(moved, hour), (day, hour))
    hours = (_hour(text, running, one, when) for one in running if when.time is not None)
    hour = next((one for one in hours if one is not None), None)
    return (found, ()) if hour is None else (_at(found, hour), (hour,))


def _hour(text: str, running: Sequence[Span], first: Span, when: When) -> Candidate[Clock] | None:
    """Return the hour to which a sentence, or the next, says that an event was moved."""
    at = running.index(first)
    for sentence in running[at : at + 2]:
        if not _PUT_OFF.search(text, sentence.start, sentence.end):
            continue
        for clock in times.find(text, sentence.start, sentence.end):
            lead = max(sentence.start, clock.start - _LEAD)
            is_new = _PUT_OFF.search(text, lead, clock.start) and _TO.search(
                text[lead : clock.start]
            )
            is_other = (clock.value.time, clock.value.end_time) != (when.time, when.end_time)
            if is_new and is_other and not _is_of_more(text, sentence.start, clock.start):
                return clock
    return None


def _is_of_more(text: str, start: int, end: int) -> bool:
    """Return whether an hour is of what stands around an event: doors, meals, signing up."""
    return bool(BESIDE_IT.search(text, start, end) or OF_DEADLINE.search(text, start, end))


def _at(found: Candidate[When], hour: Candidate[Clock]) -> Candidate[When]:
    """Return an event at another hour of its day, with a doubt that tells of the one before."""
    old = found.value
    length = hour.value.end_time
    value = msgspec.structs.replace(old, time=hour.value.time, end_time=length)
    words = f"“{hour.value.written}” is told as the new hour; it was “{old.written}”."
    return replace(
        found,
        value=value,
        doubts=(*found.doubts, Doubt(kind=DoubtKind.UNSURE, words=words)),
        alternatives=(*found.alternatives, Alternative(value=old, why="as first announced")),
    )


def _is_new(text: str, sentence: Span, day: Candidate[When]) -> bool:
    """Return whether the words before a day say that something is moved to it."""
    lead = max(sentence.start, day.start - _LEAD)
    is_day = day.value.date is not None and day.value.precision in (Precision.DAY, Precision.MINUTE)
    is_told = _PUT_OFF.search(text, lead, day.start) and _TO.search(text[lead : day.start])
    return bool(
        is_day
        and (is_told or _is_told_behind(text, lead, day, sentence.end))
        and not is_other(text, sentence.start, day.start, day.end, sentence.end)
    )


def _is_told_behind(text: str, lead: int, day: Candidate[When], end: int) -> bool:
    """Return whether the verb stands behind the day, as in German: "auf den 12. März verlegt"."""
    is_to = _ONTO.search(text[lead : day.start]) is not None
    return is_to and _PUT_OFF.search(text, day.end, min(end, day.end + _LEAD)) is not None


_ONTO = re.compile(r"\b(?:auf|til|to|au|al|para el)(?:\s(?:den|le|el))?\s*$", re.IGNORECASE)


def _moved(found: Candidate[When], day: Candidate[When]) -> Candidate[When]:
    old, new = found.value, day.value
    length = (old.end_date - old.date) if old.date and old.end_date else None
    last = new.end_date or (new.date + length if new.date and length else None)
    value = msgspec.structs.replace(old, date=new.date, end_date=last, written=new.written)
    if new.is_timed:
        value = msgspec.structs.replace(
            value,
            time=new.time,
            end_time=new.end_time,
            precision=new.precision,
            written_zone=new.written_zone or old.written_zone,
        )
    words = f"“{new.written}” is told as the new day; it was “{old.written}”."
    return replace(
        found,
        value=value,
        doubts=(*found.doubts, Doubt(kind=DoubtKind.DATES_DISAGREE, words=words)),
        alternatives=(Alternative(value=old, why="as first announced"), *found.alternatives),
    )
