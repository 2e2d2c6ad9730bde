"""An announcement that says itself to which other day its event has been moved."""

import re
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import dates
from briefing.reader.fields.dates import DateContext
from briefing.reader.lines import Span
from briefing.reader.telling import is_other
from briefing.reader.vocabulary import any_of
from briefing.when import Precision, When

_PUT_OFF = Cue(
    any_of(
        "postponed", "rescheduled", "moved", "shifted", "deferred", "pushed back", "put back",
        "brought forward", "re-?scheduled", "new date", "verschoben", "verlegt", "vorverlegt",
        "neuer termin", "reportée?s?", "déplacée?s?", "avancée?s?", "nouvelle date",
        "aplazad[oa]s?",
        "pospuest[oa]s?", "trasladad[oa]s?", "nueva fecha", "utsatt", "flyttet", "ny dato",
    ),
)  # fmt: skip
_TO = re.compile(
    r"(?:\b(?:to|until|till|for|on|is|now|auf|zum|ist|au|à|est|al|a|para|es|til|er)|:)"
    r"(?:\s(?:the|den|dem|le|el|now|be))?\s*$",
    re.IGNORECASE,
)
_LEAD, _LONGEST_LINE = 60, 500
_QUOTED = ">"
"""The sign of a mail quoted in another one, which is read as a note on the mail."""


def put_off(
    text: str, running: Sequence[Span], found: Candidate[When], context: DateContext
) -> tuple[Candidate[When], tuple[Candidate[When], ...]]:
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
                return _moved(found, day), (day,)
    return found, ()


def _is_new(text: str, sentence: Span, day: Candidate[When]) -> bool:
    """Return whether the words before a day say that something is moved to it."""
    lead = max(sentence.start, day.start - _LEAD)
    is_day = day.value.date is not None and day.value.precision in (Precision.DAY, Precision.MINUTE)
    return bool(
        is_day
        and _PUT_OFF.search(text, lead, day.start)
        and _TO.search(text[lead : day.start])
        and not is_other(text, sentence.start, day.start, day.end, sentence.end)
    )


def _moved(found: Candidate[When], day: Candidate[When]) -> Candidate[When]:
    old, new = found.value, day.value
    length = (old.end_date - old.date) if old.date and old.end_date else None
    last = new.end_date or (new.date + length if new.date and length else None)
    value = msgspec.structs.replace(old, date=new.date, end_date=last, written=new.written)
    if new.is_timed:
        value = msgspec.structs.replace(value, time=new.time, end_time=new.end_time)
    words = f"“{new.written}” is told as the new day; it was “{old.written}”."
    return replace(
        found,
        value=value,
        doubts=(*found.doubts, Doubt(kind=DoubtKind.DATES_DISAGREE, words=words)),
        alternatives=(Alternative(value=old, why="as first announced"), *found.alternatives),
    )
