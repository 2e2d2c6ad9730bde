"""Month and weekday names in five languages, and the patterns that recognise them.

A language is one row of `LANGUAGES`; nothing else here knows which there are.
"""

import re
from dataclasses import dataclass

from briefing.reader.fields.spelled import any_case


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """How one language names days and months; words for one thing stand in one string."""

    months: tuple[str, ...]
    """January to December, each with its abbreviations."""
    weekdays: tuple[str, ...]
    """Monday to Sunday, each with the abbreviations that are read wherever they stand."""
    short_weekdays: tuple[str, ...] = ()
    """Those that are words as well, and so need a full stop, a comma or a day behind them."""
    ordinals: tuple[str, ...] = ()
    """The first of a month, the second, and so on, as far as they are written in words."""


LANGUAGES: dict[str, CalendarWords] = {
    "en": CalendarWords(
        months=(
            "january jan", "february feb febuary februrary", "march mar", "april apr", "may",
            "june jun", "july jul", "august aug", "september sept sep", "october oct",
            "november nov", "december dec",
        ),
        weekdays=(
            "monday mondays mon", "tuesday tuesdays tues tue", "wednesday wednesdays weds wed",
            "thursday thursdays thurs thur thu", "friday fridays fri", "saturday saturdays sat",
            "sunday sundays sun",
        ),
        ordinals=(
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
            "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
            "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
        ),
    ),
    "no": CalendarWords(
        months=(
            "januar jan", "februar feb", "mars", "april apr", "mai", "juni jun", "juli jul",
            "august aug", "september sept sep", "oktober okt", "november nov", "desember des",
        ),
        weekdays=(
            "mandag mandager måndag", "tirsdag tirsdager tysdag", "onsdag onsdager",
            "torsdag torsdager", "fredag fredager", "lørdag lørdager laurdag",
            "søndag søndager sundag",
        ),
        short_weekdays=("man", "tir tirs", "ons", "tor tors", "fre", "lør", "søn"),
        ordinals=("første",),
    ),
    "fr": CalendarWords(
        months=(
            "janvier janv", "février fevrier févr fevr", "mars", "avril avr", "mai", "juin",
            "juillet juil", "août aout", "septembre sept", "octobre oct", "novembre nov",
            "décembre decembre déc",
        ),
        weekdays=(
            "lundi lundis", "mardi mardis", "mercredi mercredis", "jeudi jeudis",
            "vendredi vendredis", "samedi samedis", "dimanche dimanches",
        ),
        short_weekdays=("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
        ordinals=("premier",),
    ),
    "de": CalendarWords(
        months=(
            "januar jänner jan", "februar feber feb", "märz maerz mrz mär", "april apr", "mai",
            "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt",
            "november nov", "dezember dez",
        ),
        weekdays=(
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend",
            "sonntag",
        ),
        short_weekdays=("mo", "di", "mi", "do", "fr", "sa", "so"),
        ordinals=("ersten",),
    ),
    "es": CalendarWords(
        months=(
            "enero ene", "febrero feb", "marzo", "abril abr", "mayo", "junio jun", "julio jul",
            "agosto ago", "septiembre setiembre sept", "octubre oct", "noviembre nov",
            "diciembre dic",
        ),
        weekdays=(
            "lunes", "martes", "miércoles miercoles", "jueves", "viernes",
            "sábado sábados sabado", "domingo domingos",
        ),
        short_weekdays=("lun", "mar", "mié mie", "jue", "vie", "sáb sab", "dom"),
        ordinals=("primero",),
    ),
}  # fmt: skip
"""ISO 639-1 code of a language -> its words."""


def _across(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return for each place the words that all languages have there."""
    return tuple(
        " ".join(dict.fromkeys(word for words in column for word in words.split()))
        for column in zip(*rows, strict=True)
    )


MONTH_NAMES = _across([language.months for language in LANGUAGES.values()])
"""The names and abbreviations of each month, in all languages."""

_CAPITAL_ONLY = frozenset({"fri", "mon", "sat", "sun", "thu", "tue", "wed"})
"""Weekdays that are words, or parts of them, when no capital begins them."""

_NEEDS_A_YEAR = frozenset({"abr", "ago", "dec", "des", "dic", "ene", "jan", "mar", "march", "may"})
"""Months that are words, or parts of them, when no capital begins them and no year follows."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _numbered(names: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: n for n, words in enumerate(names, first) for word in words.split()}


_MONTHS = _numbered(MONTH_NAMES, 1)
_ROMAN_MONTHS = _numbered(_ROMAN, 1)
_WEEKDAYS = _numbered(_across([language.weekdays for language in LANGUAGES.values()]), 0)
_SHORT_WEEKDAYS = {
    word: number
    for language in LANGUAGES.values()
    for word, number in _numbered(language.short_weekdays, 0).items()
}
_ORDINALS = {
    word: number
    for language in LANGUAGES.values()
    for word, number in _numbered(language.ordinals, 1).items()
}


def month_number(word: str) -> int:
    """Return 1 to 12 for a name that MONTH or ROMAN_MONTH matched."""
    folded = word.casefold()
    return _MONTHS.get(folded) or _ROMAN_MONTHS[folded]


def weekday_number(word: str | None) -> int | None:
    """Return 0 for Monday to 6 for Sunday, as `date.weekday` counts; None for no word."""
    if not word:
        return None
    folded = word.casefold()
    return _WEEKDAYS[folded] if folded in _WEEKDAYS else _SHORT_WEEKDAYS[folded]


def ordinal_number(word: str) -> int:
    """Return the day of the month that a word of ORDINAL names."""
    return _ORDINALS[re.sub(r"\s", "-", word.casefold())]


def needs_a_year(month: str) -> bool:
    """Return whether a month's name only counts with a year beside it: "may", "march"."""
    return month in _NEEDS_A_YEAR


def _any_of(words: dict[str, int]) -> str:
    capital = [word for word in words if word in _CAPITAL_ONLY]
    free = any_case(word for word in words if word not in _CAPITAL_ONLY)
    forms = (form for word in capital for form in (word.capitalize(), word.upper()))
    names = "|".join((free, *forms))
    return rf"(?:{names})(?![^\W\d_])"


MONTH = _any_of(_MONTHS)
"""Matches a month's name; no letter may follow, a digit may ("December2021")."""

ROMAN_MONTH = r"(?:XI{0,2}|IX|IV|VI{0,3}|I{1,3})(?!\w)"
"""Matches a month as a Roman figure: "12.III.2024"."""

WEEKDAY = rf"(?<![^\W\d_]){_any_of(_WEEKDAYS)}"
"""Matches a weekday's name."""

WEEKDAY_BEFORE_DAY = (
    rf"(?<![^\W\d_])(?:{_any_of(_WEEKDAYS)}|{any_case(_SHORT_WEEKDAYS)}"
    r"(?=[.,]{1,2}[^\S\n]{0,3}(?:(?i:the|den|der|le|el|du|dem)[^\S\n])?\d|[^\S\n]\d{1,2}\.))"
)
"""Matches a weekday's name or a short form of it, as it stands before a day."""

ORDINAL = any_case(_ORDINALS).replace(r"\-", r"[-\s]")
"""Matches a day of the month in words: "twelfth"."""

NAME = any_case((*_MONTHS, *_WEEKDAYS, *_SHORT_WEEKDAYS, *_ORDINALS)).replace(r"\-", r"[-\s]")
"""Matches the letters of all these names, and of words that begin like one."""
