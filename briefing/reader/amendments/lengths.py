"""How long something lasts from now on: "it runs for one hour"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from briefing.reader.amendments.shifts import AMOUNT, minutes_of
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.lines import Span
from briefing.when import When

_LASTS = Cue(
    r"(?<!\w)(?:(?:runs?|lasts?|go(?:es)? on|scheduled|planned|continues?)"
    r"(?: for| about| only){0,2}|for|varer(?: i)?|dure(?:ra)?|dauert|durará|dura"
    r"|(?:duration|varighet|durée|dauer|duración)\s?:?)\s(?:only |just |nur |bare )?"
    rf"{AMOUNT}(?!\w| (?:later|earlier|senere|tidligere|plus|später|früher|más|antes|before))",
)


def with_length(text: str, told: Sequence[Span], found: Candidate[When]) -> Candidate[When]:
    """Return a new hour with its end, where the note says how long it lasts instead."""
    when = found.value
    if when.time is None or when.end_time is not None or when.date is None:
        return found
    for span in told:
        lasts = _LASTS.search(text, span.start, span.end)
        minutes = minutes_of(lasts) if lasts is not None else 0
        if minutes:
            end = dt.datetime.combine(when.date, when.time) + dt.timedelta(minutes=minutes)
            is_same_day = end.date() == when.date
            value = msgspec.structs.replace(when, end_time=end.time())
            return replace(found, value=value) if is_same_day else found
    return found
