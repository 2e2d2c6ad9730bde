"""What may stand behind a field of a query: one of some fixed words, or a day."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from briefing.desk import times
from briefing.desk.desk import Desk
from briefing.desk.index import KINDS
from briefing.model import (
    Access,
    EventKind,
    Going,
    Mode,
    SourceKind,
    StakeholderKind,
    Stance,
    TaskKind,
    TaskState,
)
from briefing.search.words import tokens
from briefing.text import clean, fold

OPEN = "open"
"""Of an event about which nothing is said yet."""

POSSIBLE = "possible"
"""Of an event within the week that one may still get into and has not asked for."""

KIND_NAMES = tuple(kind.__name__.lower() for kind in KINDS)
"""What each kind of record is called in a query."""

CHOICES: Mapping[str, Sequence[str]] = {
    "is": (
        *KIND_NAMES,
        *("cancelled", "postponed", "undated", "checked", "unchecked", "doubtful"),
    ),
    "mode": (*Mode, "unknown"),
    "access": tuple(Access),
    "going": (*Going, OPEN, POSSIBLE),
    "task": tuple(TaskState),
    "time": ("today", "week", "month", "coming", "past", "undated"),
    "has": (
        *("task", "question", "position", "note", "answer"),
        *("link", "speaker", "agenda", "source", "doubt"),
    ),
    "stance": tuple(Stance),
    "kind": (*EventKind, *TaskKind, *StakeholderKind, *SourceKind),
}
"""Field -> the values that it can have, where they are fixed; one of their beginnings will do."""


class WrongValueError(Exception):
    """A field has no such value; the message says so."""


def chosen(name: str, value: str) -> str:
    """Return the value of a field that begins so; WrongValueError where it is none, or several."""
    folded = " ".join(tokens(fold(value)))
    by_words = {" ".join(tokens(fold(choice))): choice for choice in CHOICES[name]}
    begun = [choice for words, choice in by_words.items() if folded and words.startswith(folded)]
    if folded in by_words:
        return by_words[folded]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise WrongValueError(f"“{name}:{clean(value)}” may be {' or '.join(begun)}.")
    near = [by_words[one] for one in get_close_matches(folded, by_words, n=1)]
    hint = f"; did you mean {near[0]}?" if near else "."
    raise WrongValueError(f"“{name}:{clean(value)}” is none of {', '.join(CHOICES[name])}{hint}")


def days_of(desk: Desk, value: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a value means: "2023", "2023-01", "24 Jul"."""
    words = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if value.casefold() in words:
        day = desk.today + dt.timedelta(days=words[value.casefold()])
        return day, day
    if days := _iso_span(value):
        return days
    try:
        moment = times.reader(desk)(value)
    except ValueError as error:
        raise WrongValueError(f"“{clean(value)}” is no day: {error}.") from error
    assert moment.date is not None
    return moment.date, moment.last_date or moment.date


def _iso_span(value: str) -> tuple[dt.date, dt.date] | None:
    parts = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value)
    if parts is None:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
        if day:
            return first, first
        if month:
            following = dt.date(year + month // 12, month % 12 + 1, 1)
        else:
            following = dt.date(year + 1, 1, 1)
    except ValueError as error:
        raise WrongValueError(f"“{value}” is no day of the calendar.") from error
    return first, following - dt.timedelta(days=1)


def upto(today: dt.date, value: str) -> dt.date | None:
    """Return the last day that a word for a time means; None where it has no end."""
    days = _DAYS_AHEAD.get(value)
    return None if days is None else today + dt.timedelta(days=days)


_DAYS_AHEAD: Mapping[str, int] = {"today": 0, "week": 6, "month": 30}
"""Of what is on today or later: how many days ahead; without a limit where it is not here."""
