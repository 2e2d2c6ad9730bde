"""By how much something is moved: "one hour later", "brought forward by a week", "to Thursday"."""

import datetime as dt
import re
from dataclasses import dataclass

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.calendar_words import WEEKDAY, weekday_number
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How far, on the event's own clock; below zero where it comes earlier."""

    days: int = 0
    minutes: int = 0


_NUMBERS = {
    1: ("a", "an", "one", "en", "ei", "et", "un", "une", "ein", "eine", "einen", "einem", "einer",
        "una"),
    2: ("two", "to", "deux", "zwei", "dos"),
    3: ("three", "tre", "trois", "drei", "tres"),
    4: ("four", "fire", "quatre", "vier", "cuatro"),
    5: ("five", "fem", "cinq", "fünf", "cinco"),
    6: ("six", "seks", "sechs", "seis"),
    7: ("seven", "sju", "syv", "sept", "sieben", "siete"),
    10: ("ten", "ti", "dix", "zehn", "diez"),
    14: ("fourteen", "fjorten", "quatorze", "vierzehn", "catorce"),
    15: ("fifteen", "femten", "quinze", "fünfzehn", "quince"),
    20: ("twenty", "tjue", "vingt", "zwanzig", "veinte"),
    30: ("thirty", "tretti", "trente", "dreißig", "treinta"),
    45: ("forty-five", "førtifem", "quarante-cinq", "fünfundvierzig"),
    0.5: ("half an", "half a", "a half", "en halv", "une demi", "une demi-", "eine halbe", "media"),
}  # fmt: skip
_NUMBER = {word: number for number, words in _NUMBERS.items() for word in words}

_UNITS: dict[str, tuple[int, int]] = {
    "minutes?|minutter|minutt|minuten|minutos?|mins?": (0, 1),
    "halvtime|halvtimes|demi-heure": (0, 30),
    "hours?|timer?|heures?|stunden?|horas?": (0, 60),
    "days?|dager|dag|jours?|tage?n?|días?": (1, 0),
    "weeks?|uker|uke|semaines?|wochen?|semanas?": (7, 0),
}
"""A unit's words, and its days and minutes."""

_LATER = r"later|senere|plus tard|später|más tarde|después"
_EARLIER = r"earlier|tidligere|plus tôt|früher|más temprano|antes"
AMOUNT = (
    rf"(?P<number>(?<![\d.:])\d{{1,2}}|{'|'.join(sorted(_NUMBER, key=len, reverse=True))})[ -]?"
    rf"(?P<unit>{'|'.join(_UNITS)})"
)
_COMES_EARLIER = (
    r"brought forward|advanced|put forward|moved up|fr[ea]mskyndet|avancée?s?|vorverlegt"
    r"|vorgezogen|adelantad[oa]|se adelantan?"
)
_THEN = re.compile(
    rf"(?<!\w){AMOUNT} (?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))(?!\w)", re.IGNORECASE
)
_BY = Cue(
    rf"(?<!\w)(?:(?P<earlier>{_COMES_EARLIER})"
    r"|(?P<later>delayed|postponed|put back|pushed back|put off|deferred|utsatt|reportée?s?"
    r"|retardée?s?|décalée?s?|verschoben|utsettes|forskyves|aplazad[oa]|se aplazan?|retrasad[oa]"
    r"|se retrasan?|verzögert sich|verschiebt sich))"
    rf"(?: (?:by|med|d['’]|de|um|en))? ?{AMOUNT}(?!\w)",
)
_BY_FAR = Cue(
    r"(?<!\w)(?:(?P<earlier>bring(?:ing)? forward|advance)|(?P<later>delay|postpone"
    r"|put(?:ting)? off|push(?:ed|ing)?|deferred?|forskyv\w+|décal\w+"
    r"|verschieb\w+|verzöger\w+|retrasar))"
    rf"\b[^.;\n]{{0,80}}?(?:(?<!\w)(?:by|back|med|d['’]|de|um|en) ?)?(?<![\w]){AMOUNT}(?!\w)",
)
_AMOUNT_FIRST = Cue(
    rf"(?<!\w)um {AMOUNT} (?:nach (?P<later>hinten) |nach (?P<earlier>vorne?) )?"
    r"(?:verschoben|verlegt|(?P<vor>vorverlegt|vorgezogen))(?!\w)",
)
_NEXT = Cue(
    any_of(
        r"(?:the )?(?:next|following) (?P<day>day)", r"(?:the )?(?:next|following) (?P<week>week)",
        r"(?P<day_no>dagen etter|neste dag)", r"(?P<day_fr>le lendemain)",
        r"am (?:nächsten|folgenden) (?P<day_de>tag)", r"al día (?P<day_es>siguiente)",
        r"(?P<week_other>neste uke|la semaine suivante|(?:in der )?(?:nächsten|folgenden) woche"
        r"|la semana siguiente)",
    ),
)  # fmt: skip


_SOMEBODY_CANNOT = Cue(
    r"(?<!\w)(?:cannot|can['’]t|unable|kan (?:dessverre )?ikke"
    r"|ne (?:pourra|peut)|kann (?:leider )?nicht"
    r"|no (?:podrá|puede))(?!\w)",
)
"""Who can't come next week moves nothing."""


def shift(text: str, sentence: Span) -> Candidate[Shift] | None:
    """Return by how much a sentence moves something."""
    for pattern in (_THEN, _BY, _AMOUNT_FIRST, _BY_FAR):
        found = pattern.search(text, sentence.start, sentence.end)
        if found is not None:
            return _candidate(found, _amount(found))
    found = _NEXT.search(text, sentence.start, sentence.end)
    if found is None or _SOMEBODY_CANNOT.search(text, sentence.start, sentence.end):
        return None
    named = {name for name, words in found.groupdict().items() if words}
    is_week = any(name.startswith("week") for name in named)
    return _candidate(found, Shift(days=7 if is_week else 1))


def _candidate(found: re.Match[str], value: Shift) -> Candidate[Shift]:
    return Candidate(
        value=value, start=found.start(), end=found.end(), rule="move.by", confidence=0.7
    )


def minutes_of(found: re.Match[str]) -> int:
    """Return how many minutes a matched `AMOUNT` is; 0 for days."""
    number, (_, minutes) = _sized(found)
    return int(number * minutes)


def _sized(found: re.Match[str]) -> tuple[float, tuple[int, int]]:
    word = found["number"].lower()
    number = int(word) if word.isdigit() else _NUMBER[word]
    return number, next(
        size for words, size in _UNITS.items() if re.fullmatch(words, found["unit"], re.IGNORECASE)
    )


def _amount(found: re.Match[str]) -> Shift:
    number, (days, minutes) = _sized(found)
    is_earlier = found["earlier"] or ("vor" in found.re.groupindex and found["vor"])
    sign = -1 if is_earlier else 1
    return Shift(days=sign * int(number * days), minutes=sign * int(number * minutes))


_TO_WEEKDAY = Cue(
    rf"(?<!\w)(?:(?:to|til|au|à|auf(?: den)?|zum|al?|on)(?P<next>(?: the)?(?: following| next)?)"
    rf"|(?P<following>(?:the )?following|den folgenden|le|el)) (?P<day>{WEEKDAY})"
    r"(?P<after> (?:after|suivant|siguiente|etter|darauf))?"
    r"(?![\w]|,? (?:the )?\d)",
)


def weekday_shift(text: str, sentence: Span, held: dt.date | None) -> Candidate[Shift] | None:
    """Return how far the weekday is that a sentence moves something to, in the same week or next.

    It is taken to lie ahead, up to six days, or in the same week where it is brought forward.
    """
    found = _TO_WEEKDAY.search(text, sentence.start, sentence.end)
    number = weekday_number(found["day"]) if found else None
    if found is None or number is None or held is None:
        return None
    is_next = bool(found["after"] or (found["next"] or "").strip().endswith(("following", "next")))
    is_next = is_next or (found["following"] or "").endswith(("following", "folgenden"))
    if (found["following"] or "") in ("le", "el") and not is_next:
        return None
    if number == held.weekday():
        return _candidate(found, Shift(days=7)) if is_next else None
    is_earlier = _EARLIER_VERB.search(text, sentence.start, sentence.end) is not None
    ahead = (number - held.weekday()) % 7
    return _candidate(found, Shift(days=ahead - 7 if is_earlier else ahead))


def other_weekday(
    text: str, sentence: Span, held: dt.date | None, at: int
) -> Candidate[Shift] | None:
    """Return how far the weekday right before or behind an hour is from the held day."""
    if held is None:
        return None
    for found in _WEEKDAY.finditer(
        text, max(sentence.start, at - _NEAR), min(sentence.end, at + _NEAR)
    ):
        number = weekday_number(found.group())
        if number is not None and number != held.weekday():
            return _candidate(found, Shift(days=(number - held.weekday()) % 7))
    return None


_WEEKDAY = re.compile(rf"{WEEKDAY}(?!\w)")
_NEAR = 25
_EARLIER_VERB = re.compile(_COMES_EARLIER, re.IGNORECASE)
