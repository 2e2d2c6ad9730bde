"""How a sentence speaks of the day that stands in it: as the event's, or as some other day."""

import re
from enum import IntEnum

from briefing.reader import day_words
from briefing.reader.cues import Cue
from briefing.reader.vocabulary import EVENT_NOUN, INVITING, NAMES_EVENT, any_of


class Telling(IntEnum):
    """How a sentence speaks of its day, the likeliest to be the event's first."""

    INVITED = 0
    """It invites, or says outright that something will take place."""
    ANNOUNCED = 1
    """It says that something begins, or is held."""
    NAMED = 2
    """It only names an event."""
    MENTIONED = 3
    """It only says that something is on that day."""
    REPORTED = 4
    """It tells of what has taken place."""


def _any(table: dict[str, tuple[str, ...]]) -> str:
    return any_of(*(word for row in table.values() for word in row))


_ANNOUNCES = Cue(_any(day_words.TAKES_PLACE))
_IS_ON = Cue(_any(day_words.ON_A_DAY))
_OTHER = Cue(_any(day_words.OTHER_DAY))
_SIGNS_UP = Cue(_any(day_words.SIGN_UP))
_IS_DONE = Cue(_any(day_words.DONE))
_LAST_DAY = re.compile(
    r"(?:by|until|till|before|prior to|innen|senest|før|avant|d['’]ici|bis|vor|hasta|antes)"
    r"(?: (?:the|le|zum|dem|el|del|den|au|no later than|\w{3,10}day,?|cob|eod|on|end of)){0,3}"
    r"[\s,(]*$",
    re.IGNORECASE,
)
_EARLIER_EVENT = Cue(rf"{_any(day_words.EARLIER)}(?: [\w’'-]+){{0,4}}? {EVENT_NOUN}")
_NTH_EVENT = Cue(rf"{_any(day_words.NTH)}(?: [\w’'-]+){{0,3}}? {EVENT_NOUN}")
_WAS = Cue(_any(day_words.TOOK_PLACE))
_WAS_ONCE = Cue(_any(day_words.WAS_THEN))
_WILL = Cue(_any(day_words.TO_COME))

_AROUND = re.compile(
    r"(?:margins?|sidelines?|framework|occasion) of|during|parallel to|en marge|au cours"
    r"|am rande|im rahmen|al margen|en el marco|durante|i forbindelse med|under",
    re.IGNORECASE,
)
"""Words before the days of what an event is part of."""

_LEAD, _TRAIL = 160, 40


def is_around(text: str, start: int, day: int) -> bool:
    """Return whether a day is of what the event is part of: "on the margins of the session"."""
    return _AROUND.search(text, max(start, day - _LEAD), day) is not None


def names_event(text: str, start: int, end: int) -> bool:
    """Return whether a sentence has a word for a gathering."""
    return NAMES_EVENT.search(text, start, end) is not None


def telling(text: str, start: int, day: int, behind: int, end: int) -> Telling | None:
    """Return how a sentence speaks of the day that stands in it; None where it is another day.

    The sentence is from `start` to `end`, its day from `day` to `behind`.
    """
    if is_other(text, start, day, behind, end):
        return None
    is_over = _WAS.search(text, start, end) and not _WILL.search(text, start, end)
    if _is_earlier(text, start, day, is_over=bool(is_over)):
        return None
    if is_over:
        return Telling.REPORTED
    if INVITING.search(text, start, end):
        return Telling.INVITED
    if _ANNOUNCES.search(text, start, end):
        return Telling.ANNOUNCED
    if NAMES_EVENT.search(text, start, end):
        return Telling.NAMED
    if _WAS_ONCE.search(text, start, end):
        return None
    return Telling.MENTIONED if _IS_ON.search(text, start, end) else None


def is_other(text: str, start: int, day: int, behind: int, end: int) -> bool:
    """Return whether words beside a day say outright that it is not an event's: a deadline's."""
    lead = max(start, day - _LEAD)
    return bool(
        _OTHER.search(text, lead, day)
        or _LAST_DAY.search(text, lead, day)
        or _is_done(text, behind, end)
        or _is_of_signing_up(text, lead, day)
        or _is_dateline(text, start, day, behind, end)
    )


_DATELINE = re.compile(
    r"\W{0,3}(?!(?:In|At|On|From)\s)[^\W\d_a-z][\w.'’]{0,20}(?:[ /-][^\W\d_a-z][\w.'’]{0,20}){0,4}"
    r"\s?[,(]\s?\(?(?:le )?"
)
_BEHIND_DATELINE = re.compile(r"\)?\s?(?:\([A-Z]{2,8}\)\s?)?[–—-]{1,2}\s")
_LONGEST_DATELINE = 60


def _is_dateline(text: str, start: int, day: int, behind: int, end: int) -> bool:
    """Return whether a day stands beside the place from which news is sent: "OSLO, 3 March –"."""
    if day - start > _LONGEST_DATELINE or text[end - 1 : end] != ".":
        return False
    is_led = _DATELINE.fullmatch(text, start, day) is not None
    return is_led and _BEHIND_DATELINE.match(text, behind, end) is not None


def says_outright(text: str, start: int, day: int) -> bool:
    """Return whether the words before a day say that something takes place then."""
    return bool(INVITING.search(text, start, day) or _ANNOUNCES.search(text, start, day))


def _is_done(text: str, behind: int, end: int) -> bool:
    return _IS_DONE.search(text, behind, min(end, behind + _TRAIL)) is not None


def _is_of_signing_up(text: str, lead: int, day: int) -> bool:
    """Return whether a day is that of signing up: "register for the seminar on 9 June" is not."""
    signs = list(_SIGNS_UP.finditer(text, lead, day))
    return bool(signs) and not NAMES_EVENT.search(text, signs[-1].end(), day)


def _is_earlier(text: str, start: int, day: int, *, is_over: bool) -> bool:
    """Return whether a day is that of an earlier event: "the last seminar", "following the"."""
    found = _EARLIER_EVENT.search(text, start, day)
    if found is not None:
        return is_over or not _WILL.search(text, found.end(), day)
    return is_over and _NTH_EVENT.search(text, start, day) is not None
