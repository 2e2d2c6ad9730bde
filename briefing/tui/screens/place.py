"""Where one is: a city or zone, whose clock all times are told on."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from briefing import when_words
from briefing.desk.desk import Desk
from briefing.gazetteer import tables
from briefing.tui.screens.choose import Choice, ChooseScreen

HOME = "home"


def place_screen(desk: Desk) -> ChooseScreen:
    """Return the list of places; the result is HOME or "ZONE NAME"."""
    return ChooseScreen("I am in …", _choices(desk), nothing="No such city; try a large one near.")


def _choices(desk: Desk) -> Iterator[Choice]:
    at_home = when_words.zone_name(desk.me.home) if desk.me.home else "by this computer's clock"
    yield Choice(HOME, f"At home ({at_home})")
    cities = [place for place in tables.places() if place.city is None]
    for place in sorted(cities, key=lambda place: place.name):
        yield _choice(desk, place.zone, place.name, "Cities")
    for zone in sorted(available_timezones()):
        if "/" in zone and not zone.startswith(("Etc/", "SystemV/")):
            yield _choice(desk, zone, when_words.zone_name(zone), "Zones")


def _choice(desk: Desk, zone: str, name: str, group: str) -> Choice:
    now = desk.now.astimezone(ZoneInfo(zone))
    return Choice(f"{zone} {name}", name, f"{now:%H:%M}  {zone}", group)
