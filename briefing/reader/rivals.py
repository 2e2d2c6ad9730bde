"""A day that running text gives beside that of the event, not far off: either may be meant."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.telling import Telling
from briefing.when import Precision, When

_NEAR = 16
"""Days between two that may be of one event: what is further off is rather another event."""
_MAY_BE_ITS = (Telling.INVITED, Telling.ANNOUNCED, Telling.MENTIONED)


def doubted(
    found: Candidate[When], told: Sequence[tuple[Telling, Candidate[When]]]
) -> Candidate[When]:
    """Return when an event is, with a doubt where a sentence says another day near it."""
    when = found.value
    if when.date is None or any(one.kind is DoubtKind.DATES_DISAGREE for one in found.doubts):
        return found
    for how, other in told:
        if how in _MAY_BE_ITS and _is_rival(when, other.value):
            words = f"“{other.value.written}” is given too."
            doubt = Doubt(kind=DoubtKind.DATES_DISAGREE, words=words)
            also = Alternative(value=other.value, why="as running text has it")
            return replace(
                found,
                doubts=(*found.doubts, doubt),
                alternatives=(*found.alternatives, also),
            )
    return found


def _is_rival(when: When, other: When) -> bool:
    if when.date is None or other.date is None:
        return False
    if other.precision not in (Precision.DAY, Precision.MINUTE):
        return False
    is_within = when.date <= other.date <= (when.end_date or when.date)
    is_around = other.end_date is not None and other.date <= when.date <= other.end_date
    return not is_within and not is_around and abs((other.date - when.date).days) <= _NEAR
