"""Time zones as people print them: "CEST", "UTC+5:30", "SAST/CET (UTC+2)", "Geneva time".

A language's own words for zones are one row of `_OWN_WORDS`, its "local time" one of `_LOCAL`.
"""

import re
from dataclasses import dataclass
from functools import cache

from briefing.gazetteer import tables
from briefing.gazetteer.entries import Place
from briefing.reader.fields.day_patterns import GAP
from briefing.reader.fields.spelled import as_spelled
from briefing.when import zone_info


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneWord:
    """One printed zone: just one of offset, abbreviation and zone is set."""

    words: str
    offset: int | None = None
    """Minutes east of UTC, where a number is printed."""
    abbreviation: str = ""
    """Upper case, for `gazetteer.tables.zone_meanings`; long names stand as their abbreviation."""
    zone: str | None = None
    """IANA key, where it is printed or a place is named: "Europe/Oslo", "Geneva time"."""
    place: Place | None = None
    """The city that names it: "Geneva time"."""


def parse(words: str) -> tuple[ZoneWord, ...]:
    """Return the zones in a zone expression, in order; none for "local time"."""
    found = (_read(match) for match in _items().finditer(words))
    return tuple(zone for zone in found if zone is not None)


@cache
def pattern() -> str:
    """Return a pattern for one or several zones behind a time, brackets and comma included."""
    item = _items().pattern
    item = re.sub(r"\?P<\w+>", "?:", item)
    lead = rf"(?:{GAP},)?{GAP}[(\[]?(?:in[^\S\n](?={_IN}))?"
    return rf"{lead}{item}(?:{GAP}[/,(|]?{GAP}{item}){{0,2}}[)\]]?"


@cache
def city() -> re.Pattern[str]:
    """Return a pattern for a city right behind a time: "9am New York", "5 pm in Nairobi"."""
    return re.compile(rf",?{GAP}(?:in )?(?P<city>{as_spelled(_places())})(?!\w)")


def tidy(words: str) -> str:
    """Return zone words without the brackets and commas around them; empty for "local time"."""
    bare = words.strip(" ,\t\u00a0\u202f").removeprefix("in ")
    if bare[:1] in "([" and bare.find(")") in {-1, len(bare) - 1}:
        bare = bare.strip("()[]")
    elif bare.endswith(")") and "(" not in bare:
        bare = bare[:-1]
    return bare if parse(bare) else ""


_OFFSET = (
    rf"(?:\+{GAP}(?:0?\d|1[0-4])(?::?[0-5]\d)?|[-−–](?:0?\d|1[01])(?::?[0-5]\d(?!{GAP}[A-Z]))?)"
)
_ISO_OFFSET = r"(?:(?:(?<=\d)|^)\+|(?:(?<=T\d\d:\d\d)|(?<=T\d\d:\d\d:\d\d)|^)-)[01]\d:[0-5]\d"
_AREA = "(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)"
_LOCAL = {
    "en": "local time|your (?:local )?time(?: ?zone)?",
    "no": "lokal tid",
    "fr": "heure locale",
    "de": "ortszeit|lokalzeit",
    "es": "hora local",
}
_IN = "[A-Z][a-z]+ (?:[A-Z][a-z]+ )?Time"
_OWN_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "Eastern Time (US and Canada)": "ET", "Central Time (US and Canada)": "CT",
        "Mountain Time (US and Canada)": "MT", "Pacific Time (US and Canada)": "PT",
        "US Eastern": "ET", "US Eastern Time": "ET", "US Pacific Time": "PT",
        "Anywhere on Earth": "Etc/GMT+12", "AoE": "Etc/GMT+12",
        "UK time": "Europe/London", "UK Time": "Europe/London",
    },
    "no": {
        "norsk tid": "Europe/Oslo", "svensk tid": "Europe/Stockholm",
        "dansk tid": "Europe/Copenhagen", "finsk tid": "Europe/Helsinki",
        "sentraleuropeisk tid": "CET", "sentraleuropeisk sommertid": "CEST",
    },
    "fr": {
        "HNE": "EST", "HAE": "EDT", "heure de l'Est": "ET", "heure de l’Est": "ET",
        "heure d'Europe centrale": "CET", "heure d’Europe centrale": "CET", "TU": "UTC",
        "heure suisse": "Europe/Zurich", "heure française": "Europe/Paris",
    },
    "de": {
        "MEZ": "CET", "MESZ": "CEST", "Mitteleuropäische Zeit": "CET",
        "mitteleuropäische Zeit": "CET", "mitteleuropäischer Zeit": "CET",
        "Mitteleuropäische Sommerzeit": "CEST", "Weltzeit": "UTC",
        "deutscher Zeit": "Europe/Berlin",
        "deutsche Zeit": "Europe/Berlin", "Schweizer Zeit": "Europe/Zurich",
    },
    "es": {
        "hora peninsular": "Europe/Madrid", "hora peninsular española": "Europe/Madrid",
        "hora española": "Europe/Madrid", "hora de España": "Europe/Madrid",
        "hora central europea": "CET", "hora de Europa Central": "CET",
        "hora de Europa central": "CET", "hora del Este": "ET",
    },
}  # fmt: skip
"""Language -> what its texts call a zone -> the abbreviation or IANA key that it stands for."""


@cache
def _items() -> re.Pattern[str]:
    places = as_spelled(_places())
    return re.compile(
        rf"(?:(?<!\w)(?P<own>{as_spelled(_own_words())})(?!\w)"
        rf"|(?<!\w)(?:UTC|GMT){GAP}(?P<offset>{_OFFSET})(?![\d:])"
        rf"|(?P<bare>{_ISO_OFFSET})(?![\d:])"
        rf"|(?<![^\W\d_])(?P<abbreviation>{as_spelled(tables.zone_abbreviations())})"
        r"(?!\w|[-/][a-z])"
        rf"|(?<!\w)(?P<name>{as_spelled(_names())})\b"
        rf"|(?<!\w)(?i:hora|heure) (?:de |d['’])?(?P<place_behind>{places})(?!\w)"
        rf"|(?<!\w)(?P<place_ahead>{places})(?:['’]s)?(?: local)? time\b"
        rf"|(?<!\w)(?P<people>{as_spelled(_peoples())})(?: local)? [Tt]ime\b"
        rf"|(?:(?<=\()|^)(?P<place_alone>{places})(?=\)|$)"
        rf"|(?<!\w)(?P<key>{_AREA}(?:/[A-Z][A-Za-z_-]{{2,20}}){{1,2}})(?![\w/])"
        rf"|(?<!\w)(?i:{'|'.join(_LOCAL.values())})\b)"
    )


@cache
def _names() -> dict[str, str]:
    """Return the long names of zones, each with its abbreviation."""
    return {
        meaning.name: abbreviation
        for abbreviation in tables.zone_abbreviations()
        for meaning in tables.zone_meanings(abbreviation)
    }


@cache
def _own_words() -> dict[str, str]:
    own = {words: zone for row in _OWN_WORDS.values() for words, zone in row.items()}
    for (offset, cities), zone in _OF_OUTLOOK.items():
        for universal in ("UTC", "GMT"):
            own[f"{universal}{offset}) {cities}"] = zone
    return own


_OF_OUTLOOK = {
    ("+00:00", "Dublin, Edinburgh, Lisbon, London"): "Europe/London",
    ("", "Dublin, Edinburgh, Lisbon, London"): "Europe/London",
    ("+01:00", "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"): "Europe/Berlin",
    ("+01:00", "Belgrade, Bratislava, Budapest, Ljubljana, Prague"): "Europe/Budapest",
    ("+01:00", "Brussels, Copenhagen, Madrid, Paris"): "Europe/Paris",
    ("+01:00", "Sarajevo, Skopje, Warsaw, Zagreb"): "Europe/Warsaw",
    ("+02:00", "Athens, Bucharest"): "Europe/Bucharest",
    ("+02:00", "Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"): "Europe/Kyiv",
    ("+02:00", "Jerusalem"): "Asia/Jerusalem",
    ("-05:00", "Eastern Time (US & Canada)"): "America/New_York",
    ("-06:00", "Central Time (US & Canada)"): "America/Chicago",
    ("-07:00", "Mountain Time (US & Canada)"): "America/Denver",
    ("-08:00", "Pacific Time (US & Canada)"): "America/Los_Angeles",
    ("+10:00", "Canberra, Melbourne, Sydney"): "Australia/Sydney",
    ("+12:00", "Auckland, Wellington"): "Pacific/Auckland",
}
"""What Outlook prints behind a time, with the offset of the winter in summer too.

Windows' zones by their display names, mapped as in CLDR's windowsZones.
"""


@cache
def _peoples() -> dict[str, str]:
    """Return the adjectives of states with their countries: "Norwegian time"."""
    return {
        adjective: state.country
        for state in tables.stakeholders()
        for adjective in state.adjectives
        if state.country and adjective not in state.needs_context
    }


@cache
def _places() -> dict[str, Place]:
    cities = (place for place in tables.places() if place.city is None)
    return {name: city for city in cities for name in city.names()}


def _read(match: re.Match[str]) -> ZoneWord | None:
    parts, words = match.groupdict(), match.group()
    if offset := parts["offset"] or parts["bare"]:
        return ZoneWord(words=words, offset=_minutes(offset))
    if abbreviation := parts["abbreviation"]:
        return ZoneWord(words=words, abbreviation=abbreviation)
    if own := parts["own"]:
        meant = _own_words()[own]
        if "/" in meant:
            return ZoneWord(words=words, zone=meant)
        return ZoneWord(words=words, abbreviation=meant)
    if people := parts["people"]:
        zone = tables.country_zone(_peoples()[people])
        return ZoneWord(words=words, zone=zone) if zone else None
    if name := parts["name"]:
        return ZoneWord(words=words, abbreviation=_names()[name])
    if place := parts["place_behind"] or parts["place_ahead"] or parts["place_alone"]:
        return ZoneWord(words=words, zone=_places()[place].zone, place=_places()[place])
    if (key := parts["key"]) and _is_zone(key):
        return ZoneWord(words=words, zone=key)
    return None


def _is_zone(key: str) -> bool:
    try:
        return bool(zone_info(key))
    except ValueError:
        return False


def _minutes(offset: str) -> int:
    figures = re.sub(r"\D", "", offset)
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "0")
    return (1 if offset[0] == "+" else -1) * (int(hours) * 60 + int(minutes))
