"""How a page as a whole means its dates: the order of its figures, the days it was posted on."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefing.reader.cues import Cue
from briefing.reader.fields import days, language, years
from briefing.reader.fields.years import DateContext
from briefing.reader.vocabulary import POSTED, any_of

_LOOKED_AT = 200_000
"""Code points from the head of a page that are looked at."""


def reckoning(text: str, today: dt.date) -> DateContext:
    """Return what a page tells of dates without a year, or in figures only."""
    context = DateContext(
        today=today,
        announced=tuple(_announced(text)),
        issued=_issued(text),
        stated=_stated(text),
    )
    order = _figures_order(text)
    if order is not None:
        return replace(context, is_day_first=order, is_order_told=True)
    if language.of(text) in _DAY_FIRST:
        return replace(context, is_order_told=True)
    return replace(context, is_day_first=not _AMERICAN.search(text, 0, _LOOKED_AT))


_DAY_FIRST = frozenset({"de", "es", "fr", "no"})
"""Languages in which no figures begin with the month."""
_IN_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_LAST_MONTH = 12
_AMERICAN = re.compile(
    r"\d [ap]\.?m\.?,? \(?(?:US )?(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|Eastern|Pacific)\b"
    r"|\b(?:Washington,? D\.?C\.?|U\.S\.A?\.?|USA)\b",
    re.IGNORECASE,
)
"""What makes the month the likelier first figure, though not surely."""


def _figures_order(text: str) -> bool | None:
    """Return whether the day stands first in all figures that leave no choice; None if unknown."""
    ends = [(int(m[1]), int(m[3])) for m in _IN_FIGURES.finditer(text, 0, _LOOKED_AT)]
    orders = {day > _LAST_MONTH for day, month in ends if (day > _LAST_MONTH) != (month > 12)}
    return orders.pop() if len(orders) == 1 else None


def _stated(text: str) -> tuple[int, ...]:
    """Return the years of the whole dates on a page, the most frequent first."""
    found = days.find(text, 0, min(len(text), _LOOKED_AT))
    counted = Counter(one.first.year for one in found if one.first.year is not None)
    return tuple(year for year, _ in counted.most_common())


# The days of posting -----------------------------------------------------------------------------

_LONGEST_LINE, _HEAD = 160, 400
_SIGN_UP_ENDS = Cue(
    any_of(
        "deadlines?", "register by", r"regist\w+ closes", r"sales? (?:end|close)s?", "rsvp by",
        "no later than", "not later than", r"\w*frist(?:en)?", "innen", "senest",
        "date limite", "avant le",
        r"jusqu['’]au", "anmeldeschluss", "anmeldung bis", "spätestens", "fecha límite",
        "hasta el", "a más tardar",
    ),
)  # fmt: skip


def _announced(text: str) -> Iterator[dt.date]:
    """Yield the days of posting, then those by which one signs up; none where no year is missing.

    Both come before the event that they belong to.
    """
    found = days.find(text, 0, min(len(text), _LOOKED_AT))
    if all(one.first.year is not None for one in found):
        return
    dated = [one for one in found if one.first.year is not None and one.last is None]
    told = [(one, _line(text, one)) for one in dated]
    for tells in (POSTED.match, _SIGN_UP_ENDS.search):
        for one, line in told:
            day = years.on(one.first, one.first.year or 0) if one.first.number else None
            if day is not None and line and tells(line):
                yield day


def _issued(text: str) -> dt.date | None:
    """Return the day at the head of a letter of news."""
    for one in days.find(text, 0, min(len(text), _HEAD)):
        lead = text[max(0, one.start - _LONGEST_LINE) : one.start].rpartition("\n")[2]
        if one.first.year and one.first.number and one.last is None and _ISSUED.search(lead):
            return years.on(one.first, one.first.year)
    return None


_ISSUED = re.compile(
    r"(?:issue|no\.?|nr\.?|vol(?:ume|\.)?|n[°º]|número|ausgabe|numéro|utgave|edition|newsletter|"
    r"bulletin|digest|rundbrief|weekly|monthly|stand:?|as of|per)\W{0,3}(?:\d{1,4}(?:/\d{2,4})?)?"
    r"[\s|,·•–—(-]*(?:\w{3,10},? )?$",
    re.IGNORECASE,
)
"""What stands before the day of an issue: "Issue 61 | Friday, 15 May 2026"."""


def _line(text: str, day: days.Days) -> str:
    """Return the line of a day up to it; empty where that is too long to be one of posting."""
    start = text.rfind("\n", max(0, day.start - _LONGEST_LINE), day.start) + 1
    is_cut = not start and day.start > _LONGEST_LINE
    return "" if is_cut else text[start : day.end].strip(" \t([")
