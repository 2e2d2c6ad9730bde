"""What the gazetteer knows, read from its TOML tables when it is first asked for."""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from briefing.gazetteer.entries import (
    Accession,
    ForumEntry,
    Place,
    Reference,
    StakeholderEntry,
    TopicEntry,
    ZoneMeaning,
)

TABLES = ("forums", "states", "groups", "members", "places", "zones", "topics")
"""The tables' file names, without .toml."""

_MONTHS = [dt.datetime(2012 + n // 12, n % 12 + 1, 15, tzinfo=dt.UTC) for n in range(12 * 18)]

Entry = TypeVar(
    "Entry", Accession, ForumEntry, Place, Reference, StakeholderEntry, TopicEntry, ZoneMeaning
)


@cache
def forums() -> tuple[ForumEntry, ...]:
    """Return the forums, those where policy is made and those that are only mentioned."""
    return _entries("forums", ForumEntry)


@cache
def stakeholders() -> tuple[StakeholderEntry, ...]:
    """Return the states, then groups, bodies, companies, organisations and communities."""
    return _entries("states", StakeholderEntry) + _entries("groups", StakeholderEntry)


@cache
def accessions() -> tuple[Accession, ...]:
    """Return who belongs to which group of states, and from when until when."""
    return _entries("members", Accession)


def members(group: str, on: dt.date) -> tuple[str, ...]:
    """Return the ids of those that belong to a group on a day, sorted; empty if no document tells.

    Where a document gives no first day, its members are taken to have belonged before.
    """
    rows = (row for row in accessions() if row.group == group and row.holds(on))
    return tuple(sorted({member for row in rows for member in row.members}))


@cache
def places() -> tuple[Place, ...]:
    """Return the cities and venues."""
    return _entries("places", Place)


@cache
def topics() -> tuple[TopicEntry, ...]:
    """Return the themes that questions and events are filed under."""
    return _entries("topics", TopicEntry)


def zone_meanings(abbreviation: str) -> tuple[ZoneMeaning, ...]:
    """Return all that a zone abbreviation can mean, in any case; empty where it is not known."""
    return _meanings().get(abbreviation.upper(), ())


@cache
def zone_abbreviations() -> tuple[str, ...]:
    """Return the abbreviations that `zone_meanings` knows."""
    return tuple(_meanings())


@cache
def country_zone(country: str) -> str | None:
    """Return the IANA zone of a country (ISO 3166-1 alpha-2) where one clock serves all of it.

    Zones that have shown the same time since 2012 count as one clock (Germany, Malaysia); the
    first in tzdata's zone.tab stands for them. None where there are several clocks, or no country.
    """
    zones = [ZoneInfo(zone) for zone in _country_zones().get(country.upper(), ())]
    return zones[0].key if zones and all(_same_clock(zones[0], other) for other in zones) else None


@cache
def references(table: str) -> tuple[Reference, ...]:
    """Return the public documents that one of TABLES rests on."""
    return _rows(_read(table)["sources"], Reference)


@cache
def as_of(table: str) -> dt.date | None:
    """Return the day that one of TABLES is brought up to; None where it tells of none."""
    return msgspec.convert(_read(table).get("as_of"), dt.date | None)


def _entries(table: str, shape: type[Entry]) -> tuple[Entry, ...]:
    return _rows(_read(table)["entries"], shape)


def _rows(rows: list[dict[str, Any]], shape: type[Entry]) -> tuple[Entry, ...]:
    return tuple(msgspec.convert(row, shape) for row in rows)


def _read(table: str) -> dict[str, Any]:
    text = files("briefing.gazetteer").joinpath(f"{table}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _meanings() -> dict[str, tuple[ZoneMeaning, ...]]:
    meanings: dict[str, tuple[ZoneMeaning, ...]] = {}
    for meaning in _entries("zones", ZoneMeaning):
        known = meanings.get(meaning.abbreviation, ())
        meanings[meaning.abbreviation] = (*known, meaning)
    return meanings


@cache
def _country_zones() -> dict[str, tuple[str, ...]]:
    zones: dict[str, tuple[str, ...]] = {}
    text = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            zones[country] = (*zones.get(country, ()), zone)
    return zones


def _same_clock(one: ZoneInfo, other: ZoneInfo) -> bool:
    return all(at.astimezone(one).utcoffset() == at.astimezone(other).utcoffset() for at in _MONTHS)
