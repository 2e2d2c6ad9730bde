"""A stretch of days as a person types it: "24-28 jul", "next week", "this month"."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from briefing.desk.times import read_when
from briefing.errors import BriefingError
from briefing.text import clean, fold, squeeze

Days: TypeAlias = tuple[dt.date, dt.date]
"""The first and the last, itself included."""


class NoDaysError(BriefingError, ValueError):
    """Words tell no stretch of days."""

    exit_code = 2

    def __init__(self, text: str) -> None:
        super().__init__(
            f"no days are read in {clean(text)!r}; write them like 24-28 Jul, next week, "
            "this month or 2023-07-24/2023-07-28"
        )


def read_days(text: str, today: dt.date, *, may_be_over: bool = False) -> Days:
    """Return the days that words mean; NoDaysError. A week begins on Monday.

    Without a year they are the next such days, or where they may be over the nearest ones.
    """
    told = fold(squeeze(text)).strip(" ,")
    found = _iso(told) or _by_name(told, today) or _counted(told, today)
    return found or _read(squeeze(text).strip(" ,"), today, may_be_over=may_be_over)


_HALF_A_YEAR = dt.timedelta(days=183)
_DATE = r"\d{4}-\d\d-\d\d"
_ISO = re.compile(rf"({_DATE})(?: ?(?:/|\.\.|[-–]|to|til|au|al|a|bis)? ?({_DATE}))?")


def _iso(text: str) -> Days | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    try:
        first = dt.date.fromisoformat(found[1])
        last = dt.date.fromisoformat(found[2] or found[1])
    except ValueError as error:
        raise NoDaysError(text) from error
    if last < first:
        raise NoDaysError(text)
    return first, last


def _read(text: str, today: dt.date, *, may_be_over: bool) -> Days:
    try:
        when = read_when(text, today, "UTC")
    except ValueError as error:
        raise NoDaysError(text) from error
    first, last = when.date, when.end_date or when.last_date
    if first is None or last is None or when.is_timed:
        raise NoDaysError(text)
    is_far = first - today > _HALF_A_YEAR
    if may_be_over and is_far and str(first.year) not in text:
        return _a_year_before(first), _a_year_before(last)
    return first, last


def _a_year_before(day: dt.date) -> dt.date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


# By name ----------------------------------------------------------------------------------------


def _week(today: dt.date, after: int) -> Days:
    monday = today + dt.timedelta(weeks=after, days=-today.weekday())
    return monday, monday + dt.timedelta(days=6)


def _month(today: dt.date, after: int) -> Days:
    first = _first_of_month(today, after)
    return first, _first_of_month(today, after + 1) - dt.timedelta(days=1)


def _first_of_month(today: dt.date, after: int) -> dt.date:
    years, month = divmod(today.month - 1 + after, 12)
    return dt.date(today.year + years, month + 1, 1)


def _year(today: dt.date, after: int) -> Days:
    return dt.date(today.year + after, 1, 1), dt.date(today.year + after, 12, 31)


def _day(today: dt.date, after: int) -> Days:
    day = today + dt.timedelta(days=after)
    return day, day


_STRETCHES: Mapping[str, Callable[[dt.date, int], Days]] = {
    "day": _day,
    "week": _week,
    "month": _month,
    "year": _year,
}
_NAMES = {
    "day": {
        -1: "yesterday|i gar|hier|ayer|gestern",
        0: "today|i dag|aujourd'hui|hoy|heute",
        1: "tomorrow|i morgen|demain|manana|morgen",
    },
    "week": {
        -1: "last week|forrige uke|la semaine derniere|semaine derniere|la semana pasada"
        "|semana pasada|letzte woche",
        0: "this week|week|denne uken|denne uka|cette semaine|esta semana|diese woche",
        1: "next week|coming week|neste uke|la semaine prochaine|semaine prochaine"
        "|la proxima semana|proxima semana|la semana que viene|nachste woche",
    },
    "month": {
        -1: "last month|forrige maned|le mois dernier|mois dernier|el mes pasado|mes pasado"
        "|letzten monat",
        0: "this month|month|denne maneden|ce mois|ce mois-ci|este mes|diesen monat",
        1: "next month|coming month|neste maned|le mois prochain|mois prochain|el proximo mes"
        "|proximo mes|nachsten monat",
    },
    "year": {-1: "last year", 0: "this year", 1: "next year"},
}
"""Stretch -> how many after the one that is on -> what it is called, folded."""
_BY_NAME = {
    name: (stretch, after)
    for stretch, names in _NAMES.items()
    for after, alternatives in names.items()
    for name in alternatives.split("|")
}


def _by_name(text: str, today: dt.date) -> Days | None:
    found = _BY_NAME.get(text)
    return _STRETCHES[found[0]](today, found[1]) if found else None


_COUNTED = re.compile(r"(?:(?:the )?(next|coming|last|past) )?(\d{1,3}) (day|week)s?")


def _counted(text: str, today: dt.date) -> Days | None:
    """Return so many days from today on, or up to yesterday."""
    found = _COUNTED.fullmatch(text)
    number = int(found[2]) * (7 if found[3] == "week" else 1) if found else 0
    if found is None or not number:
        return None
    length, a_day = dt.timedelta(days=number - 1), dt.timedelta(days=1)
    if found[1] in ("last", "past"):
        return today - a_day - length, today - a_day
    return today, today + length
