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

    A state whose mission or embassy it is does not count: that stands abroad.
    """
    matches = [match for match in _names().finditer(words) if not _is_abroad(words, match)]
    places = [_places()[match.group()] for match in matches if match.group() in _places()]
    countries = {_countries()[match.group()] for match in matches if match.group() in _countries()}
    if places:
        return _site_of(places)
    country = countries.pop() if len(countries) == 1 else None
    return Site(zone=tables.country_zone(country) if country else None, country=country)


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
    return {
        name: place
        for place in tables.places()
        for name in place.names()
        if name not in place.needs_context
    }


@cache
def _countries() -> dict[str, str]:
    return {
        name: state.country
        for state in tables.stakeholders()
        for name in state.names()
        if state.country and name not in state.needs_context
    }
