"""Where on earth some words are: the places and countries in them, and what clock those go by."""

import re
from dataclasses import dataclass
from functools import cache

from briefing.gazetteer import tables
from briefing.gazetteer.entries import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a venue line or an organiser's name says of its clock."""

    zone: str | None = None
    """IANA key; None where no place is known or several with different clocks are named."""
    zone_place: str = ""
    """The city to call the clock after, where the zone is called after another one."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where just one is named."""
    is_by_place: bool = False
    """Whether a city or venue told the zone, not merely a country with one clock."""
    rivals: tuple[Place, ...] = ()
    """The places, where their clocks differ."""


def locate(words: str) -> Site:
    """Return what a venue line or an organiser's name says of its clock.

    A state whose mission or embassy it is does not count: that stands abroad. A city is not ours if
    another country stands behind it ("Athens, Ohio"); a name of several meanings counts only with
    its country beside it ("León, Spain").
    """
    matches = [match for match in _names().finditer(words) if not _is_abroad(words, match)]
    named = {_countries()[match.group()] for match in matches if match.group() in _countries()}
    places = [place for match in matches if (place := _place(words, match, named)) is not None]
    if places:
        return _site_of(places)
    country = named.pop() if len(named) == 1 else None
    return Site(zone=tables.country_zone(country) if country else None, country=country)


def is_country(words: str) -> bool:
    """Return whether words are the name of a country, and nothing else."""
    return words in _countries()


def _place(words: str, match: re.Match[str], named: set[str]) -> Place | None:
    """Return the place that a name means, or None where other words make it another one."""
    name = match.group()
    place = _places().get(name)
    if place is None:
        return None
    behind = _country_behind(words, match.end(), place)
    if behind is not None:
        return place if behind == place.country else None
    return place if name not in place.needs_context or place.country in named else None


_COMMA = re.compile(r",\s{0,3}(?:the\s)?", re.IGNORECASE)
_REGION = re.compile(
    r"(?:(?P<US>Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
    r"Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
    r"Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Ohio|Oklahoma|Oregon|"
    r"Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|"
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|"
    r"T[NX]|UT|V[AT]|W[AIVY])|(?P<CA>Alberta|British Columbia|Manitoba|Ontario|Qu[eé]bec|ON|BC|QC))"
    r"(?![\w-])"
)
"""States of the US and provinces of Canada, but for those that share a city's or country's name."""


def _country_behind(words: str, end: int, place: Place) -> str | None:
    """Return the country whose name, or that of a part of it, stands behind a place's name."""
    comma = _COMMA.match(words, end)
    if comma is None:
        return None
    known = _names().match(words, comma.end())
    if known is not None:
        return None if known.group() in _places() else _countries()[known.group()]
    region = _REGION.match(words, comma.end())
    if region is None or region.group() == place.country:
        return place.country if region else None
    return region.lastgroup


def _site_of(places: list[Place]) -> Site:
    zones = list(dict.fromkeys(place.zone for place in places))
    countries = {place.country for place in places}
    return Site(
        zone=zones[0] if len(zones) == 1 else None,
        zone_place=places[0].zone_place if len(zones) == 1 else "",
        country=countries.pop() if len(countries) == 1 else None,
        is_by_place=True,
        rivals=tuple(places) if len(zones) > 1 else (),
    )


_MISSION = re.compile(
    r"(?:mission|embass|delegation|consulat|representation|repr[eé]sentation|embajad|ambassad)\w*"
    r"(?: \w+)? (?:of|de|av|der|for) (?:the |la |el |les |los )?(?:\w+ of (?:the )?)?$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 60


def _is_abroad(words: str, match: re.Match[str]) -> bool:
    lead = words[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    return bool(_MISSION.search(lead))


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted({*_places(), *_countries()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def _places() -> dict[str, Place]:
    return {name: place for place in tables.places() for name in place.names()}


@cache
def _countries() -> dict[str, str]:
    return {
        name: state.country
        for state in tables.stakeholders()
        for name in state.names()
        if state.country and name not in state.needs_context
    }
