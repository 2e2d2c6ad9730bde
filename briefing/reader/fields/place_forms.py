"""What a place looks like: rooms, buildings, streets and towns, one behind the other on a line."""

import re
from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import cache

from briefing.reader.cues import Cue
from briefing.reader.fields import place_words
from briefing.reader.fields.person_words import HONORIFIC
from briefing.reader.vocabulary import any_of


class Sort(IntEnum):
    """How much the form of some words tells that they are a place; the more the higher."""

    NONE = 0
    NAMED = 1
    """Capitals alone: "Quarto Books"."""
    HALL = 2
    """A room by its name alone: "Trusteeship Council Chamber"."""
    BUILDING = 3
    TOWN = 4
    ROOM = 5
    STREET = 6


def parts_of(words: str) -> list[str]:
    """Return the parts that commas, bars and dashes part; a bracket belongs to what it follows."""
    return [part for part in (_bare(part) for part in _PARTED.split(words)) if part]


def sort_of(part: str, is_town: Callable[[str], bool]) -> Sort:
    """Return what sort of place one part of a line is, by its form."""
    words = _BRACKET.sub("", part).strip()
    if not words or len(words) > _LONGEST_PART or _SOMEBODY.match(words) or not _begins(words):
        return Sort.NONE
    if _GERUND.match(words):
        return Sort.NAMED
    for pattern, sort in _sorted_forms():
        if pattern.fullmatch(words):
            return sort
    if is_town(words) or is_town(_CODE_BEHIND.sub("", words)):
        return Sort.TOWN
    if not _is_name(words):
        return Sort.NONE
    return Sort.BUILDING if _HAS_BUILDING.search(words) else Sort.NAMED


def sorts(words: str, is_town: Callable[[str], bool]) -> list[Sort]:
    """Return what sort of place each part of a line is; none where it is no line of a place."""
    if len(words) > _LONGEST_LINE or _SENTENCE.search(words) or words[-1:] in "?!:;":
        return []
    if _NO_PLACE.search(words):
        return []
    found = [sort_of(part, is_town) for part in parts_of(words.rstrip("."))]
    return [] if Sort.NONE in found else found


def is_surely_place(found: Iterable[Sort]) -> bool:
    """Return whether parts are a place wherever they stand: a room, an address, a house in town."""
    kinds = list(found)
    if Sort.ROOM in kinds or Sort.STREET in kinds:
        return True
    is_in_town = Sort.BUILDING in kinds or Sort.HALL in kinds
    return is_in_town and kinds[-1] is Sort.TOWN and len(kinds) > 1


def is_likely_place(found: Iterable[Sort]) -> bool:
    """Return whether parts are a place where they stand right beside a day or an hour."""
    kinds = list(found)
    if not kinds or len(kinds) > _MOST_PARTS or is_perhaps_somebody(kinds):
        return False
    return max(kinds) >= Sort.HALL


def is_perhaps_somebody(kinds: list[Sort]) -> bool:
    """Return whether parts may be a person and where they work: "Ina Berg, Rope School"."""
    return kinds[:2] == [Sort.NAMED, Sort.BUILDING] and max(kinds) is Sort.BUILDING


# Below ------------------------------------------------------------------------------------------

_LONGEST_LINE, _LONGEST_PART, _MOST_PARTS, _MOST_WORDS = 160, 70, 7, 9
_PARTED = re.compile(r",\s*(?![^()]*\))|\s[|·•–—]\s|\s-\s|\n|;\s")
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
_GERUND = re.compile(r"building (?!\w{1,3}$)", re.IGNORECASE)
_SOMEBODY = re.compile(HONORIFIC)
_NO_PLACE = re.compile(
    r":\s|\d:\d\d|[€$£%]|\d ?[ap]\.?m\b"
    r"|\b(?:EUR|USD|CHF|GBP|NOK|Uhr|CEST?|GMT|UTC|E[SD]?T|PDT)(?!\w)"
    r"|(?<!\w)\d{1,2}(?:st|nd|rd|th)?\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
"""What belongs to hours, days and prices."""
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_a-z]|https?://|@")


def _bare(part: str) -> str:
    return part.strip(' ,.;:|–—-[]“”"«»\t')


def _begins(words: str) -> bool:
    first = words.split(maxsplit=1)[0].casefold()
    return words[0].isupper() or words[0].isdigit() or first in _SMALL_BEGINNINGS


_SMALL_BEGINNINGS = frozenset(
    {"rue", "calle", "avenue", "avenida", "chemin", "boulevard", "place", "plaza", "paseo", "via",
     "salle", "sala", "route", "quai", "rom", "sal", "room", "the", "la", "le", "l'auditorium"}
)  # fmt: skip

_PARTICLE = (
    r"(?:of|the|and|&|for|on|at|in|de|del|la|las|los|el|y|des|du|d['’]\w+|l['’]\w+|le|les|et|der|"
    r"die|das|den|dem|am|an|im|in|zu|zum|zur|für|und|von|van|til|og|for|i|på|av|no\.?|n°|nr\.?)"
)
_NAME_WORD = rf"(?:[^\W\d_a-z][\w'’&./-]*|[dlDL]['’]\w[\w-]*|\d[\w./-]{{0,7}}|{_PARTICLE})"
_NAME = re.compile(rf"(?:the )?{_NAME_WORD}(?: {_NAME_WORD}){{0,{_MOST_WORDS - 1}}}")


def _is_name(words: str) -> bool:
    return words[-1] not in ".?!" and bool(_NAME.fullmatch(words))


_BUILDING = any_of(*place_words.BUILDINGS)
_HAS_BUILDING = Cue(rf"{_BUILDING}|{any_of(*place_words.ROOMS)}")
_CODE_BEHIND = re.compile(r"\s+(?:\d{4,6}|[A-Z]{1,2}\d[\dA-Z]?(?: \d[A-Z]{2})?|[A-Z]{2} \d{5})$")
_WORD = r"[^\W\d_][\w'’.-]*"
_PROPER = r"[^\W\d_a-z][\w'’.&-]*"
_NUMBER = r"\d{1,5}[A-Za-z]?(?:\s?[-–/]\s?\d{1,4}[A-Za-z]?)?"
_HOUSE = rf"(?!20\d\d$){_NUMBER}"
"""The number of a house behind its street; "Diplomatie 2027" has a year."""
_POSTCODE = (
    rf"(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?: [A-Z]{{2}})? {_PROPER}(?: {_PROPER}){{0,2}}(?: \d{{1,2}})?"
    rf"|(?:{_PROPER} )?[A-Z]{{1,2}}\d[\dA-Z]?(?: \d[A-Z]{{2}})?"
    r"|[A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]{2} [A-Z]\d[A-Z] \d[A-Z]\d"
)
_FLOOR = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|fourth|fifth|top|upper|lower)[ -]floor"
    r"|floor \d{1,2}|level \d{1,2}|suite \d{1,4}|basement|\d{1,2}(?:er|e|ème|ᵉ) étage"
    r"|rez-de-chaussée|\d{1,2}\.? ?(?:etasje|stock|og|etage)|(?:erd|ober)geschoss"
    r"|planta (?:baja|\d)|piso \d{1,2}|\d{1,2}[.ªº]{1,2} (?:planta|piso)|upstairs(?: room)?"
)


_REGION = r"D\.?C\.?|U\.?S\.?A?\.?|U\.?K\.?|[A-Z]{2}"


@cache
def _sorted_forms() -> tuple[tuple[re.Pattern[str], Sort], ...]:
    rooms = any_of(*place_words.ROOMS)
    behind, ahead = any_of(*place_words.STREETS_BEHIND), any_of(*place_words.STREETS_AHEAD)
    streets = (
        rf"{_NUMBER},? (?:{_PROPER} |\d{{1,3}}(?:st|nd|rd|th) ){{1,4}}(?i:{behind})\.?"
        rf"(?: [NSEW]{{1,2}})?"
        rf"|(?:{_NUMBER},? ?(?:bis |ter )?)?(?i:{ahead}) (?:{_WORD} ){{0,4}}{_WORD}"
        rf"(?:,? (?:n[°º.] ?)?{_NUMBER})?"
        rf"|(?:{_PROPER} ){{0,2}}[^\W\d_a-z][\w-]*{place_words.STREETS_GROWN} {_HOUSE}"
        rf"|(?:{_PROPER} ){{1,3}}(?i:{place_words.STREETS_GROWN}) {_HOUSE}"
    )
    named = (
        rf"(?i:{rooms}) (?:(?:n[°ºo.]|no\.|nr\.?) ?)?(?:[A-Z]{{0,3}}[-.]?\d[\w./-]{{0,6}}"
        rf"|[IVXL]{{1,6}}|[A-Z](?![a-z]))(?: ?[-–/&+] ?\w{{1,5}})?"
        rf"|(?:{_PROPER} ){{1,3}}(?i:{rooms}) (?:[A-Z]?\d[\w.-]{{0,4}}|[A-Z]|[IVX]{{1,5}})"
        rf"|[A-Z] (?i:building|wing)"
    )
    halls = (
        rf"(?i:(?!building|wing|library){rooms}) (?:(?:de|des|du|del|de la|de los|d['’]|der) ?)?"
        rf"{_PROPER}(?: {_NAME_WORD}){{0,3}}"
        rf"|(?:(?:{_PROPER}|of|the|de|des|du) ){{1,5}}(?i:{rooms})"
    )
    found = (
        (streets, Sort.STREET), (_POSTCODE, Sort.TOWN), (f"(?i:{_FLOOR})", Sort.ROOM),
        (rf"(?:{_PROPER} ){{1,3}}(?:Street|Road|Avenue|Lane|Square|Quay)", Sort.BUILDING),
        (named, Sort.ROOM), (halls, Sort.HALL), (_REGION, Sort.TOWN),
    )  # fmt: skip
    return tuple((re.compile(pattern), sort) for pattern, sort in found)
