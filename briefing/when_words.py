"""How dates and times are told: on their own clock and on the clock at home.

`language` is an ISO 639-1 code of `LANGUAGES`; any other is told in English.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.when import Precision, When, zone_info


class _Names(NamedTuple):
    months: str
    """From January, parted by spaces."""
    weekdays: str
    """From Monday, likewise."""
    day: str = "{}"
    """The number of a day of the month."""
    first: str = "1"
    """That of the first."""
    time: str = "%H:%M"
    clock: str = "{}"
    """Times with what stands before them."""
    quoted: str = "“{}”"
    no_date: str = "no date"
    no_zone: str = "zone not given"


_NAMES = {
    "en": _Names(
        months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        weekdays="Mon Tue Wed Thu Fri Sat Sun",
    ),
    "fr": _Names(
        months="janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        weekdays="lun. mar. mer. jeu. ven. sam. dim.",
        first="1er",
        quoted="«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»",
        no_date="sans date",
        no_zone="fuseau non précisé",
    ),
    "nb": _Names(
        months="jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
        weekdays="man. tir. ons. tor. fre. lør. søn.",
        day="{}.",
        first="1.",
        time="%H.%M",
        clock="kl.\N{NO-BREAK SPACE}{}",
        quoted="«{}»",
        no_date="uten dato",
        no_zone="tidssone ikke oppgitt",
    ),
    "es": _Names(
        months="ene feb mar abr may jun jul ago sept oct nov dic",
        weekdays="lun mar mié jue vie sáb dom",
        quoted="«{}»",
        no_date="sin fecha",
        no_zone="huso horario no indicado",
    ),
}
"""Short names as Unicode's CLDR has them; Norwegian hours as its Language Council does."""

LANGUAGES = tuple(_NAMES)
"""In which dates can be told."""


def clock_words(when: When, home: ZoneInfo, *, language: str = "en") -> str:
    """Return its times on both clocks: "07:45-09:30 New York · 13:45-15:30 Oslo", with an en dash.

    One clock where both show the same; a day that differs from the event's own is marked "+1".
    Empty where there is no time.
    """
    if when.date is None or when.time is None:
        return ""
    names = _names(language)
    times = names.clock.format(_own_times(when, language))
    if when.is_floating:
        return f"{times} ({names.no_zone})"
    own = f"{times} {clock_name(when, language=language)}"
    if shows_home_time(when, home):
        return own
    return f"{own} · {home_clock_words(when, home, language=language)}"


def home_clock_words(when: When, home: ZoneInfo, *, language: str = "en") -> str:
    """Return its times on the clock at home: "13:45-15:30 Oslo"; empty without a zoned time."""
    span = when.span(home)
    if span is None or when.date is None or not when.is_timed or when.is_floating:
        return ""
    instants = [span.start] if when.end_time is None else [span.start, span.end]
    local = [instant.astimezone(home) for instant in instants]
    own_days = [when.date, when.end_date or when.date]
    times = (
        f"{time_words(at.time(), language=language)}{_shift(at.date(), day)}"
        for at, day in zip(local, own_days, strict=False)
    )
    return f"{'–'.join(times)} {city_name(zone_name(home.key), language)}"


def time_words(time: dt.time, *, language: str = "en") -> str:
    """Return an hour of the day as people write it: "07:45", in Norwegian "07.45"."""
    return f"{time:{_names(language).time}}"


def shows_home_time(when: When, home: ZoneInfo) -> bool:
    """Return whether its own clock shows what the clock at home shows."""
    span = when.span(home)
    if span is None or when.is_floating:
        return True
    clock = when.clock(home)
    return all(t.astimezone(clock).utcoffset() == t.astimezone(home).utcoffset() for t in span)


def zone_name(key: str) -> str:
    """Return the place that a zone is called after: "New York" for America/New_York.

    The zones "Etc/GMT+12" have their sign the other way round (POSIX): that is UTC-12.
    """
    hours = key.removeprefix("Etc/GMT")
    if hours != key and hours[:1] in ("+", "-"):
        return f"UTC{'-' if hours[0] == '+' else '+'}{hours[1:]}"
    return key.rpartition("/")[2].replace("_", " ")


def city_name(name: str, language: str) -> str:
    """Return what a city or zone with an English name is called: "Londres"; else that name."""
    return name if language == "en" else _city_names().get(name, {}).get(language, name)


@cache
def _city_names() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(resources.files("briefing").joinpath("city_names.toml").read_text("utf-8"))


def clock_name(when: When, *, language: str = "en") -> str:
    """Return what the clock of a zoned time is called: "New York", "CEST" as printed, "UTC+2"."""
    if when.zone is not None and _is_on_zone_time(when):
        printed = when.written_zone if when.written_zone == _abbreviation(when) else ""
        return printed or city_name(when.zone_place or zone_name(when.zone), language)
    assert when.offset is not None
    hours, minutes = divmod(abs(when.offset), 60)
    sign = "-" if when.offset < 0 else "+"
    return f"UTC{sign}{hours}{f':{minutes:02d}' if minutes else ''}" if when.offset else "UTC"


def _abbreviation(when: When) -> str | None:
    """Return what its zone's clock is called at its start: "CEST"; tzdata has no name for some."""
    if when.zone is None or when.date is None:
        return None
    return dt.datetime.combine(when.date, when.time or dt.time(), zone_info(when.zone)).tzname()


def _is_on_zone_time(when: When) -> bool:
    """Return whether its zone's clock shows its times: "CET" may be written in July."""
    if when.zone is None or when.date is None or when.offset is None:
        return when.zone is not None
    start = dt.datetime.combine(when.date, when.time or dt.time(), when.clock(zone_info(when.zone)))
    return start.astimezone(zone_info(when.zone)).utcoffset() == dt.timedelta(minutes=when.offset)


def date_words(when: When, *, weekday: bool = True, language: str = "en") -> str:
    """Return its dates as people write them: "Mon 24 Jul 2023", "24–28 Jul 2023", "Jul 2023"."""
    first, last = when.date, when.end_date
    names = _names(language)
    if first is None:
        return names.no_date
    if when.precision is Precision.YEAR:
        return f"{first:%Y}" if last is None or last.year == first.year else f"{first:%Y}–{last:%Y}"
    if when.precision is Precision.MONTH:
        return _months(first, last or first, names)
    if last is None or last == first:
        return day_words(first, weekday=weekday, language=language)
    return _days(first, last, names)


def day_words(day: dt.date, *, weekday: bool = True, language: str = "en") -> str:
    """Return a day as people write it, also one that no When could hold: "Mon 24 Jul 2023"."""
    names = _names(language)
    return (
        f"{names.weekdays.split()[day.weekday()]} {_day(day, names)}"
        if weekday
        else _day(day, names)
    )


def words(when: When, home: ZoneInfo, *, language: str = "en") -> str:
    """Return date and clocks in one line: "Mon 24 Jul 2023, 07:45 New York · 13:45 Oslo".

    What is known to the month or year only has its own words beside it: "2026 (“Spring 2026”)".
    """
    clocks = clock_words(when, home, language=language)
    date = date_words(when, language=language)
    printed = " ".join(when.written.split())
    is_imprecise = when.precision in (Precision.MONTH, Precision.YEAR)
    if is_imprecise and not _says_no_more(printed, date, when, _names(language)):
        return f"{date} ({_names(language).quoted.format(printed)})"
    return f"{date}, {clocks}" if clocks else date


def _says_no_more(printed: str, date: str, when: When, names: _Names) -> bool:
    """Return whether what is printed is the same month: "July 2023", "2023-07", "julio de 2023"."""
    if when.date is None or printed in ("", date, f"{when.date:%B %Y}", f"{when.date:%Y-%m}"):
        return True
    month = rf"{_month(when.date, names).rstrip('.')}\w*\.?(?: de)? {when.date.year}"
    return re.fullmatch(month, printed, re.IGNORECASE) is not None


def _own_times(when: When, language: str) -> str:
    assert when.time is not None
    begins = time_words(when.time, language=language)
    if when.end_time is None:
        return begins
    next_day = " +1" if when.last_date != (when.end_date or when.date) else ""
    return f"{begins}–{time_words(when.end_time, language=language)}{next_day}"


def _shift(local: dt.date, own: dt.date) -> str:
    days = (local - own).days
    return f" {days:+d}" if days else ""


def _names(language: str) -> _Names:
    return _NAMES.get(language, _NAMES["en"])


def _day(day: dt.date, names: _Names) -> str:
    return f"{_day_and_month(day, names)} {day.year}"


def _day_and_month(day: dt.date, names: _Names) -> str:
    return f"{_number(day, names)} {_month(day, names)}"


def _number(day: dt.date, names: _Names) -> str:
    return names.first if day.day == 1 else names.day.format(day.day)


def _month(day: dt.date, names: _Names) -> str:
    return names.months.split()[day.month - 1]


def _days(first: dt.date, last: dt.date, names: _Names) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{_number(first, names)}–{_day(last, names)}"
    if first.year == last.year:
        return f"{_day_and_month(first, names)} – {_day(last, names)}"
    return f"{_day(first, names)} – {_day(last, names)}"


def _months(first: dt.date, last: dt.date, names: _Names) -> str:
    begins, ends = _month(first, names), _month(last, names)
    if (first.year, first.month) == (last.year, last.month):
        return f"{begins} {first.year}"
    if first.year == last.year:
        return f"{begins}–{ends} {last.year}"
    return f"{begins} {first.year} – {ends} {last.year}"
