"""Month and weekday names in five languages, and the patterns that recognise them."""

import re

MONTH_NAMES: tuple[str, ...] = (
    "january jan januar janvier janv enero ene jänner",
    "february feb februar février fevrier févr fevr febrero febuary februrary",
    "march mar mars märz marz marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet juil julio",
    "august aug août aout agosto",
    "september sept sep septembre septiembre setiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec desember des dezember dez décembre decembre déc diciembre dic",
)
"""The names and abbreviations of each month: English, Norwegian, French, German, Spanish."""

WEEKDAY_NAMES: tuple[str, ...] = (
    "monday mon mandag lundi montag lunes lun",
    "tuesday tues tue tirsdag mardi dienstag martes",
    "wednesday weds wed onsdag mercredi mittwoch miércoles miercoles",
    "thursday thurs thur thu torsdag jeudi donnerstag jueves",
    "friday fri fredag vendredi freitag viernes",
    "saturday sat lørdag samedi samstag sonnabend sábado sabado",
    "sunday sun søndag dimanche sonntag domingo",
)

_CAPITAL_ONLY = frozenset({"fri", "lun", "mon", "sat", "sun", "thu", "tue", "wed"})
"""Weekdays that are words, or parts of them, when no capital begins them."""

_NEEDS_A_YEAR = frozenset({"abr", "dec", "des", "dic", "ene", "jan", "mar", "march", "may"})
"""Months that are words, or parts of them, when no capital begins them and no year follows."""


def _numbered(names: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: n for n, words in enumerate(names, first) for word in words.split()}


_MONTHS = _numbered(MONTH_NAMES, 1)
_WEEKDAYS = _numbered(WEEKDAY_NAMES, 0)


def month_number(word: str) -> int:
    """Return 1 to 12 for a name that MONTH matched."""
    return _MONTHS[word.casefold()]


def weekday_number(word: str | None) -> int | None:
    """Return 0 for Monday to 6 for Sunday, as `date.weekday` counts; None for no word."""
    return None if not word else _WEEKDAYS[word.casefold()]


def needs_a_year(month: str) -> bool:
    """Return whether a month's name only counts with a year beside it: "may", "march"."""
    return month in _NEEDS_A_YEAR


def _any_of(words: dict[str, int]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    free = (re.escape(word) for word in longest_first if word not in _CAPITAL_ONLY)
    capital = (
        form
        for word in longest_first
        if word in _CAPITAL_ONLY
        for form in (word.capitalize(), word.upper())
    )
    names = "|".join((f"(?i:{'|'.join(free)})", *capital))
    return rf"(?:{names})(?![^\W\d_])"


MONTH = _any_of(_MONTHS)
"""Matches a month's name; no letter may follow, a digit may ("December2021")."""

WEEKDAY = rf"(?<![^\W\d_]){_any_of(_WEEKDAYS)}"
"""Matches a weekday's name."""
