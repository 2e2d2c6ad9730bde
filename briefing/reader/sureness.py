"""Whether a day that only running text, or a line by itself, tells is the event's for sure."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields.calendar_words import WEEKDAY
from briefing.reader.telling import Telling
from briefing.when import When

_SURE = (Telling.INVITED, Telling.ANNOUNCED)
_LONGEST_EVENT = dt.timedelta(days=62)
"""Longer than this is rather a project, a term or an exhibition."""
_WEEKDAY = re.compile(rf"(?<!\w)(?:{WEEKDAY})(?!\w)")
_OF_THE_YEAR = (DoubtKind.YEAR_INFERRED, DoubtKind.YEAR_MISSING)


def unless_told(
    found: Candidate[When],
    how: Telling,
    told: Sequence[tuple[Telling, Candidate[When]]] = (),
    *,
    stands_alone: bool = False,
) -> Candidate[When]:
    """Return a day, with a doubt where its sentence does not say outright that it is the event's.

    The one day that is told with its weekday is, where an hour is told too or its line says no
    more and has the year.
    """
    when = found.value
    is_long = when.date and when.end_date and when.end_date - when.date > _LONGEST_EVENT
    if not is_long and (how in _SURE or _is_only_one(found, how, told, stands_alone)):
        return found
    words = f"Nothing says outright that “{when.written}” is the day of the event."
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    return replace(found, doubts=(*found.doubts, doubt), confidence=min(found.confidence, 0.6))


def _is_only_one(
    found: Candidate[When],
    how: Telling,
    told: Sequence[tuple[Telling, Candidate[When]]],
    stands_alone: bool,
) -> bool:
    when = found.value
    if how is not Telling.NAMED or not _WEEKDAY.search(when.written):
        return False
    if any(other.value.date not in {None, when.date} for _, other in told):
        return False
    has_year = not any(doubt.kind in _OF_THE_YEAR for doubt in found.doubts)
    return when.is_timed or (stands_alone and has_year)
