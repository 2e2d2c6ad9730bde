"""What is on again and again: "every Tuesday", "Mondays at noon", "jeden Dienstag".

A language is one row of `LANGUAGES`.
"""

from dataclasses import replace

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.calendar_words import WEEKDAY
from briefing.when import When

LANGUAGES: dict[str, tuple[str, ...]] = {
    "en": (
        rf"(?:every|each) (?:(?:other|second|first|third|fourth|last|single) )?{WEEKDAY}",
        rf"(?:first|second|third|fourth|last) {WEEKDAY} of (?:each|every|the) month",
        "(?:mon|tues|wednes|thurs|fri|satur|sun)days",
        r"every (?:two|three|four|\d) weeks",
        "fortnightly",
    ),
    "no": (
        rf"hver (?:(?:annen|andre|første|siste) )?{WEEKDAY}",
        "(?:man|tirs|ons|tors|fre|lør|søn)dager",
        "annenhver uke",
    ),
    "fr": (
        rf"chaque {WEEKDAY}",
        "tous les (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s",
        rf"(?:premier|deuxième|dernier) {WEEKDAY} (?:du|de chaque) mois",
    ),
    "de": (
        rf"jeden (?:(?:ersten|zweiten|dritten|letzten) )?{WEEKDAY}",
        "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s",
        "alle (?:zwei|drei|vier) wochen",
    ),
    "es": (
        rf"(?:cada|todos los) {WEEKDAY}s?",
        "los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)",
    ),
}
"""ISO 639-1 code of a language -> how it says that something recurs."""


def doubted(text: str, found: Candidate[When]) -> Candidate[When]:
    """Return a date with a doubt where words beside it say that the event recurs.

    A list that prints each of its days says itself which they are.
    """
    if found.rule.startswith("date.list"):
        return found
    words = beside(text, found.start, found.end)
    if not words:
        return found
    doubt = Doubt(
        kind=DoubtKind.UNSURE,
        words=f"“{words}” says that it is on again and again; its days are not all printed.",
    )
    return replace(
        found, doubts=(*found.doubts, doubt), confidence=min(found.confidence, _CONFIDENCE)
    )


def beside(text: str, start: int, end: int) -> str:
    """Return the words on the line of a date that say that something recurs; empty if none."""
    first = max(start - _LEAD, text.rfind("\n", max(0, start - _LEAD), start) + 1, 0)
    line_end = text.find("\n", end, end + _TRAIL)
    last = line_end if line_end >= 0 else min(len(text), end + _TRAIL)
    match = _RECURS.search(text, first, last)
    return " ".join(match.group().split()) if match else ""


_LEAD, _TRAIL = 80, 60
_CONFIDENCE = 0.6
_RECURS = Cue(
    rf"(?<!\w)(?:{'|'.join(way for row in LANGUAGES.values() for way in row)})(?!\w)",
)
