"""Days told from the day of writing, with their hour: "tomorrow 15h", "on Friday at ten".

Without an hour beside it such a word is left alone: "the nets of tomorrow". A language is one row
of `LANGUAGES`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import dates, times
from briefing.reader.fields.calendar_words import WEEKDAY, weekday_number
from briefing.reader.fields.times import Clock
from briefing.when import When, undated, whole_day


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeWords:
    """How one language tells a day from today; each field is a pattern's alternatives."""

    today: str
    tomorrow: str
    coming: str
    """Before a weekday."""


LANGUAGES: dict[str, RelativeWords] = {
    "en": RelativeWords(
        today="today|tonight|this (?:morning|afternoon|evening)",
        tomorrow="tomorrow(?: (?:morning|afternoon|evening))?",
        coming="on|this|this coming|next",
    ),
    "no": RelativeWords(
        today="i dag|i kveld|i ettermiddag",
        tomorrow="i morgen(?: tidlig)?",
        coming="på|nå på|førstkommende",
    ),
    "fr": RelativeWords(
        today="aujourd['’]hui|ce (?:matin|soir)|cet après-midi",
        tomorrow="demain(?: (?:matin|soir|après-midi))?",
        coming="ce",
    ),
    "de": RelativeWords(
        today="heute(?: (?:früh|vormittag|nachmittag|abend))?",
        tomorrow="(?<!am )(?<!guten )(?<!i )morgen(?: (?:früh|vormittag|nachmittag|abend))?",
        coming="am|diesen|kommenden|am kommenden",
    ),
    "es": RelativeWords(
        today="hoy|esta (?:mañana|tarde|noche)",
        tomorrow="(?<!la )(?<!esta )mañana(?: por la (?:mañana|tarde|noche))?",
        coming="este|el próximo|el",
    ),
}
"""ISO 639-1 code of a language -> its words."""


def find(text: str, start: int, end: int, sent: dt.date | None = None) -> Iterator[Candidate[When]]:
    """Yield the days that are told from the day of writing, each with its hour.

    They are undated where `sent`, the day of writing, is not known; all are doubted.
    """
    for match in _RELATIVE.finditer(text, start, end):
        clock = _clock(text, match, start, end)
        if clock is not None:
            yield _together(text, _day(match, sent), clock)


def _together(text: str, day: Candidate[When], clock: Candidate[Clock]) -> Candidate[When]:
    start, end = min(day.start, clock.start), max(day.end, clock.end)
    both = dates.combine(day, clock)
    value = msgspec.structs.replace(both.value, written=text[start:end])
    return replace(both, value=value, start=start, end=end)


def _words(name: str) -> str:
    return "|".join(getattr(language, name) for language in LANGUAGES.values())


_RELATIVE = Cue(
    rf"(?<!\w)(?:(?P<today>{_words('today')})|(?P<tomorrow>{_words('tomorrow')})"
    rf"|(?:{_words('coming')})\s(?P<weekday>{WEEKDAY}))(?![\w’'])",
)
_NEAR = 30
_THEN_TIME = re.compile(
    r"[\s,(–-]{1,3}(?:(?:at|from|kl\.?|klokken|um|ab|à|dès|a las?)\s?)?", re.IGNORECASE
)
_THEN_DAY = re.compile(r"[\s,]{1,3}")


def _clock(text: str, match: re.Match[str], start: int, end: int) -> Candidate[Clock] | None:
    """Return the time right behind a word, else right before it."""
    behind = times.find(text, match.end(), min(end, match.end() + _NEAR), beside_date=True)
    if behind and _THEN_TIME.fullmatch(text, match.end(), behind[0].start):
        return behind[0]
    before = times.find(text, max(start, match.start() - _NEAR), match.start())
    is_near = before and _THEN_DAY.fullmatch(text, before[-1].end, match.start())
    return before[-1] if is_near else None


def _day(match: re.Match[str], sent: dt.date | None) -> Candidate[When]:
    words = match.group()
    if sent is None:
        doubt = Doubt(kind=DoubtKind.DATE_MISSING, words=f"Nothing tells which day “{words}” is.")
        return _candidate(match, undated(words), doubt)
    day = sent + dt.timedelta(days=_ahead(match, sent))
    doubt = Doubt(
        kind=DoubtKind.COMPUTED,
        words=f"“{words}” is counted from {sent.day} {sent:%B %Y}, when it was written.",
    )
    return _candidate(match, whole_day(day, written=words), doubt)


def _ahead(match: re.Match[str], sent: dt.date) -> int:
    if match["weekday"]:
        return ((weekday_number(match["weekday"]) or 0) - sent.weekday() - 1) % 7 + 1
    return 1 if match["tomorrow"] else 0


def _candidate(match: re.Match[str], when: When, doubt: Doubt) -> Candidate[When]:
    return Candidate(
        value=when,
        start=match.start(),
        end=match.end(),
        rule="date.relative",
        confidence=0.5,
        doubts=(doubt,),
    )
