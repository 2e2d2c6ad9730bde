"""Where an event is held: building, city and country, as far as its venue names a known one."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.gazetteer import tables
from briefing.model import Event, Mode
from briefing.text import fold

_LONGEST = 7
"""Words of the longest name that is looked for."""

_WORD = re.compile(r"[^\W_]+")


class Whereabouts(NamedTuple):
    """Where something is; what is not known is empty."""

    building: str = ""
    city: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2."""


def whereabouts(event: Event) -> Whereabouts:
    """Return where an event is held in person; nothing online, or where no known place is named.

    A venue that is not known is a building by its printed words: "Old Library, Room 4" is the
    building "old library". Two rooms of one building are the same building.
    """
    return Whereabouts() if event.mode is Mode.ONLINE else _of_venue(event.venue)


def country_names(code: str) -> tuple[str, ...]:
    """Return what a country is called in English, shortest first; nothing for an unknown code."""
    return _countries().get(code, ())


@lru_cache(maxsize=4096)
def _of_venue(venue: str) -> Whereabouts:
    if not venue:
        return Whereabouts()
    known = list(_known_in(venue))
    found = Whereabouts(
        next((place.building for place in known if place.building), ""),
        next((place.city for place in known if place.city), ""),
        next((place.country for place in known if place.country), ""),
    )
    return found if found.building else found._replace(building=_printed(venue, found.city))


def _known_in(venue: str) -> Iterator[Whereabouts]:
    """Yield the known places that a venue names, the longest name at each word."""
    words = _WORD.findall(fold(venue))
    names = _names()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            if found := names.get(" ".join(words[at : at + length])):
                yield found
                at += length - 1
                break
        at += 1


def _printed(venue: str, city: str) -> str:
    """Return the part of a venue that names a building, not a room, a floor or the city."""
    parts = (fold(part).strip() for part in re.split(r"[,;\n–]| - ", venue))
    return next(
        (part for part in parts if part and part != fold(city) and not _ROOM.match(part)), ""
    )


_ROOM = re.compile(
    r"(?:(?:conference |meeting )?rooms?|salles?|salas?|saal|raum|rom|sal|hall|floor|\d)\b"
)


@cache
def _names() -> Mapping[str, Whereabouts]:
    """Return each known place by its folded name; a state's name tells the country alone."""
    found: dict[str, Whereabouts] = {}
    for entry in tables.stakeholders():
        if entry.country:
            for name in (entry.name, *entry.aliases):
                found[_key(name)] = Whereabouts(country=entry.country)
    for place in tables.places():
        country = place.country or ""
        told = Whereabouts(
            "" if place.city is None else place.name, place.city or place.name, country
        )
        for name in set(place.names()) - set(place.needs_context):
            found[_key(name)] = told
    return found


@cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    return {
        entry.country: tuple(sorted((entry.name, *entry.aliases), key=len))
        for entry in tables.stakeholders()
        if entry.country
    }


def _key(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))
