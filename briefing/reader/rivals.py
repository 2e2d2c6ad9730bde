"""A day or hour that running text gives beside that of the event, not far off: either may be it."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.around_it import is_around
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import times
from briefing.reader.lines import Span
from briefing.reader.telling import Telling
from briefing.reader.vocabulary import any_of
from briefing.when import Precision, When

_NEAR = 16
"""Days between two that may be of one event: what is further off is rather another event."""
_MAY_BE_ITS = (Telling.INVITED, Telling.ANNOUNCED, Telling.MENTIONED)


def doubted(
    text: str,
    found: Candidate[When],
    told: Sequence[tuple[Telling, Candidate[When]]],
    *,
    is_headed: bool,
) -> Candidate[When]:
    """Return when an event is, with a doubt where a sentence says another day near it.

    A day that a head tells (`is_headed`) is not doubted for one on which the reader is not to come.
    """
    when = found.value
    if when.date is None or any(one.kind is DoubtKind.DATES_DISAGREE for one in found.doubts):
        return found
    for how, other in told:
        lead = max(0, other.start - _LEAD)
        is_only_mentioned = is_headed and how is Telling.MENTIONED
        may_be = how in _MAY_BE_ITS
        may_be = may_be and not (is_only_mentioned and not _MEETS.search(text, lead, other.start))
        if may_be and _is_rival(when, other.value):
            words = f"“{other.value.written}” is given too."
            doubt = Doubt(kind=DoubtKind.DATES_DISAGREE, words=words)
            also = Alternative(value=other.value, why="as running text has it")
            return replace(
                found,
                doubts=(*found.doubts, doubt),
                alternatives=(*found.alternatives, also),
            )
    return found


def doubted_hour(text: str, found: Candidate[When], running: Sequence[Span]) -> Candidate[When]:
    """Return when an event is, with a doubt where a sentence says that it begins at another hour.

    An hour within the event may be that of a part of it.
    """
    when = found.value
    if when.time is None or when.end_date is not None:
        return found
    for sentence in running:
        if not _BEGINS.search(text, sentence.start, sentence.end):
            continue
        at = sentence.start
        for clock in times.find(text, sentence.start, sentence.end):
            begins = _BEGINS.search(text, max(at, clock.start - _LEAD), clock.start)
            is_own = begins is not None and not is_around(
                text, at, clock.start, clock.end, sentence.end
            )
            if is_own and _is_rival_hour(when, clock.value):
                words = f"“{clock.value.written}” is given too."
                doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
                return replace(found, doubts=(*found.doubts, doubt))
            at = clock.end
    return found


_LEAD = 40
_MEETS = Cue(
    any_of(
        r"see(?:ing)? you", "meet(?:ing)?", "join(?:ing)?(?: us)?", "look(?:ing)? forward",
        "welcom(?:e|ing) you", "vi ses", "vel møtt", "velkommen", "treffen", "freuen uns",
        "willkommen", "nous retrouvons?", "au plaisir", "bienvenue", "nos vemos", "esperamos",
    ),
)  # fmt: skip
"""What says of a day that the reader is to come then."""
_BEGINS = Cue(
    any_of(
        r"(?:starts?|begins?|starting|beginning|kicks off|commences?)(?: promptly| sharp)?",
        "beginnt", "starter", "begynner", "commencera", "commence", "débute(?:ra)?", "empieza",
        "empezará", "comienza", "comenzará", "dará comienzo", "new time", "now at", "pushed back",
    ),
)  # fmt: skip


def _is_rival_hour(when: When, clock: times.Clock) -> bool:
    hours = {clock.time, *(other.time for other in clock.others)}
    is_zoned = bool(clock.zone and when.written_zone and clock.zone != when.written_zone)
    if when.time is None or when.time in hours or is_zoned:
        return False
    is_later = clock.time > when.time
    return not (is_later and (when.end_time is None or clock.time <= when.end_time))


def _is_rival(when: When, other: When) -> bool:
    if when.date is None or other.date is None:
        return False
    if other.precision not in (Precision.DAY, Precision.MINUTE):
        return False
    is_within = when.date <= other.date <= (when.end_date or when.date)
    is_around = other.end_date is not None and other.date <= when.date <= other.end_date
    return not is_within and not is_around and abs((other.date - when.date).days) <= _NEAR
