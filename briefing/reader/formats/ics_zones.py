"""What a calendar file calls a time zone, as words that the reader's rules know.

Outlook names Windows zones ("W. Europe Standard Time"), mapped by CLDR's windowsZones as icalendar
has them; others put their own name before an IANA key; some describe a zone of their own.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.when import zone_info

_UNIVERSAL = frozenset(
    {"utc", "z", "gmt", "etc/utc", "etc/gmt", "etc/universal", "etc/zulu", "microsoft/utc"}
)
_OFFSET = re.compile(r"(?:UTC|GMT)([+-])(\d{1,2})(?::?(\d\d))?")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_KEY = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z0-9_+-]*){1,2}")
_FREQUENCY = re.compile(rb"FREQ\s*=\s*(\w+)", re.IGNORECASE)
_LONGEST_DESCRIPTION = 20_000
"""Bytes of a VTIMEZONE; Google's, which list a century, take less."""


@dataclass(slots=True)
class Zones:
    """The zones of one calendar file."""

    described: Mapping[str, bytes] = field(default_factory=dict)
    """The VTIMEZONE components by their TZID."""
    unknown: set[str] = field(default_factory=set)
    """Names that were asked for and lead nowhere."""
    _made: dict[str, dt.tzinfo | None] = field(default_factory=dict)

    def words(self, name: str, moment: dt.datetime) -> str:
        """Return how a zone is printed behind a naive moment in it.

        Where the file describes a known zone otherwise than it is, both are printed, so that the
        rules see two clocks that disagree. An unknown name stands in brackets.
        """
        if is_universal(name):
            return "UTC"
        known = key_of(name)
        own = self._offset(name, moment)
        if known:
            shown = moment.replace(tzinfo=zone_info(known)).utcoffset()
            key = _shown(known, shown)
            return key if own in {None, shown} else f"{key} ({_utc(own)})"
        if own is not None:
            return _utc(own)
        if found := _OFFSET.fullmatch(name):
            sign, hours, minutes = found.groups()
            return f"UTC{sign}{int(hours):02}:{minutes or '00'}"
        if _ABBREVIATION.fullmatch(name):
            return name
        self.unknown.add(name)
        return f"({name})"

    def info(self, name: str) -> dt.tzinfo | None:
        """Return a zone to reckon with; None where it is unknown."""
        if is_universal(name):
            return dt.UTC
        known = key_of(name)
        return zone_info(known) if known else self._described(name)

    def _offset(self, name: str, moment: dt.datetime) -> dt.timedelta | None:
        zone = self._described(name)
        return zone.utcoffset(moment) if zone is not None else None

    def _described(self, name: str) -> dt.tzinfo | None:
        if name not in self._made:
            raw = self.described.get(name, b"")
            self._made[name] = _zone_of(raw) if _is_harmless(raw) else None
        return self._made[name]


def is_universal(name: str) -> bool:
    """Return whether a name means UTC."""
    return name.casefold() in _UNIVERSAL


def key_of(name: str) -> str:
    """Return the IANA key that a zone's name stands for; empty where it stands for none."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    bare = name.strip("/ ")
    if bare in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[bare]
    parts = bare.split("/")
    # "/freeassociation.sourceforge.net/Europe/Oslo" (RFC 5545, section 3.2.19)
    endings = ("/".join(parts[at:]) for at in range(len(parts)))
    return next((one for one in endings if _KEY.fullmatch(one) and _is_zone(one)), "")


def _is_zone(key: str) -> bool:
    try:
        return bool(zone_info(key))
    except ValueError:
        return False


def _shown(key: str, offset: dt.timedelta | None) -> str:
    """Return a key, or for one that names no place its offset ("Etc/GMT-3" is east of UTC)."""
    return _utc(offset) if key.startswith("Etc/") and offset is not None else key


def _utc(offset: dt.timedelta | None) -> str:
    minutes = round((offset or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _is_harmless(raw: bytes) -> bool:
    """Return whether a description can be reckoned through: changes once a year, or listed."""
    rules = {found.upper() for found in _FREQUENCY.findall(raw)}
    return 0 < len(raw) <= _LONGEST_DESCRIPTION and rules <= {b"YEARLY"}


def _zone_of(raw: bytes) -> dt.tzinfo | None:
    from icalendar import Timezone
    from icalendar.timezone import tzp

    # The library keeps what one file calls "Custom" for the next file too.
    tzp.use_default()
    try:
        component: Any = Timezone.from_ical(raw)
        if key := key_of(str(component.get("X-LIC-LOCATION", ""))):
            return zone_info(key)
        zone: dt.tzinfo = component.to_tz(lookup_tzid=False)
        zone.utcoffset(dt.datetime(2024, 1, 1))  # noqa: DTZ001 - asks whether it can tell at all
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
    return zone
