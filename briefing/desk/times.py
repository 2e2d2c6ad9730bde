"""Times and places as a person types them."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import available_timezones

import msgspec

from briefing import when
from briefing.desk.desk import Desk
from briefing.gazetteer import tables
from briefing.text import clean, fold


def zone_named(text: str) -> str:
    """Return the IANA key of a city, a venue or a zone; ValueError with a sentence."""
    wanted = fold(text.strip())
    for place in tables.places():
        if wanted in map(fold, place.names()):
            return place.zone
    for key in sorted(available_timezones()):
        if wanted in (fold(key), fold(when.zone_name(key))):
            return key
    message = f"no city or zone is known as {clean(text)!r}; name a large city near it"
    raise ValueError(message)


@contextmanager
def in_zone(desk: Desk, zone: str | None) -> Iterator[None]:
    """Show a desk's times by another clock for a while; as it is where none is named."""
    before = desk.state
    if zone is not None:
        desk.state = msgspec.structs.replace(before, place=zone_named(zone))
    try:
        yield
    finally:
        desk.state = before
