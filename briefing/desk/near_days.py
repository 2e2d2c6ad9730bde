"""Days told from today, as people type them: "fri 15h", "mon cob", "tomorrow 10:00", "25/7"."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from briefing.reader.fields import relative
from briefing.reader.fields.calendar_words import LANGUAGES, weekday_number
from briefing.when_words import day_words


def spelled_out(text: str, today: dt.date) -> Iterator[str]:
    """Yield a text with a day that it tells from today in full and in front, the likeliest first.

    A weekday is the next such day and never today, whatever stands before it. Hours that stand
    alone get their minutes: "14-16".
    """
    for kind in _KINDS:
        for found in kind.finditer(text):
            day = _DAYS[str(found.lastgroup)](found, today)
            if day is not None:
                rest = f"{text[: found.start()].rstrip(' ,')} {text[found.end() :].lstrip(' ,')}"
                yield f"{day_words(day, weekday=False)} {hours_in_full(rest).strip()}".strip()


def hours_in_full(text: str) -> str:
    """Return a text with the minutes of hours that stand alone: "14-16" becomes "14:00-16:00"."""
    return _HOURS.sub(lambda hours: f"{hours[1]}:00-{hours[2]}:00", text)


_HOUR = r"([01]?\d|2[0-4])"
_HOURS = re.compile(rf"(?<![\d:.])\b{_HOUR} ?[-–] ?{_HOUR}h?\b(?![\d:.])")


def _words(*alternatives: str) -> str:
    return "|".join(alternatives)


_WEEKDAYS = sorted(
    {
        name
        for language in LANGUAGES.values()
        for names in (*language.weekdays, *language.short_weekdays)
        for name in names.split()
    },
    key=len,
    reverse=True,
)
_COMING = _words(*(language.coming for language in relative.LANGUAGES.values()))
_TODAY = _words(*(language.today for language in relative.LANGUAGES.values()))
_TOMORROW = _words(*(language.tomorrow for language in relative.LANGUAGES.values()))

_KINDS = tuple(
    re.compile(rf"(?<![\w-]){pattern}(?![\w’'-])", re.IGNORECASE)
    for pattern in (
        rf"(?P<weekday>(?:(?:{_COMING})\s)?(?P<name>{'|'.join(_WEEKDAYS)})\.?)",
        rf"(?P<tomorrow>{_TOMORROW})",
        rf"(?P<today>{_TODAY})",
        r"(?P<ahead>in (?P<number>\d{1,3}|a|one|two|three|four) (?P<unit>day|week)s?)",
        r"(?P<short>(?P<day>\d{1,2})/(?P<month>\d{1,2}))",
    )
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def _weekday(found: re.Match[str], today: dt.date) -> dt.date | None:
    number = weekday_number(found["name"].rstrip("."))
    return None if number is None else _after(today, (number - today.weekday() - 1) % 7 + 1)


def _ahead(found: re.Match[str], today: dt.date) -> dt.date | None:
    words = found["number"].casefold()
    days = (_NUMBERS.get(words) or int(words)) * (7 if found["unit"].casefold() == "week" else 1)
    return _after(today, days)


def _short(found: re.Match[str], today: dt.date) -> dt.date | None:
    """Return the next 25/7; None where either number could be the month."""
    one, other = int(found["day"]), int(found["month"])
    if min(one, other) == 0 or (max(one, other) <= _MONTHS and one != other):
        return None
    month, day = sorted((one, other))
    for year in (today.year, today.year + 1):
        try:
            read = dt.date(year, month, day)
        except ValueError:
            return None
        if read >= today:
            return read
    return None


def _after(today: dt.date, days: int) -> dt.date | None:
    try:
        return today + dt.timedelta(days=days)
    except OverflowError:
        return None


_MONTHS = 12
_DAYS: Mapping[str, Callable[[re.Match[str], dt.date], dt.date | None]] = {
    "weekday": _weekday,
    "tomorrow": lambda _, today: _after(today, 1),
    "today": lambda _, today: today,
    "ahead": _ahead,
    "short": _short,
}
