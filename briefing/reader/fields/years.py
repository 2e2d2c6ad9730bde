"""Which year a date is in that was printed without one, and whether its weekday is right."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.model import Doubt, DoubtKind
from briefing.reader.fields.days import Day

_FURTHEST = 6
"""Years around today in which a weekday is looked for: it comes back after 5, 6 or 11 years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContext:
    """What a date without a year, or in figures only, is read by."""

    today: dt.date
    near: tuple[dt.date, ...] = ()
    """Dates stated near it, the nearest first: heading, title, posting line, parent event."""
    announced: tuple[dt.date, ...] = ()
    """Days on which it was announced or sign-up ended: it is mostly later than those."""
    issued: dt.date | None = None
    """The day at the head of a letter of news, which weighs only where no weekday decides."""
    years: tuple[int, ...] = ()
    """Bare years stated near it, the nearest first: "Cyber Forum 2023"."""
    stated: tuple[int, ...] = ()
    """Years of other dates on its page, the most frequent first: they weigh only if they fit."""
    sent: dt.date | None = None
    """The day on which it was sent or issued, where that is known."""
    is_day_first: bool = True
    """Whether 5/6 means the fifth of June where nothing else tells."""
    is_order_told: bool = False
    """Whether the document itself tells that order: by another date, or by its language."""

    def beside(self, *dates: dt.date | None) -> "DateContext":
        """Return the context with dates that stand nearer than those it has; None is left out."""
        nearer = tuple(filter(None, dates))
        return replace(self, near=(*nearer, *self.near)) if nearer else self


@dataclass(frozen=True, slots=True)
class Placed:
    """A year for a date, with what speaks against it."""

    year: int | None
    """None where nothing tells it."""
    doubts: tuple[Doubt, ...] = ()
    others: tuple[int, ...] = ()
    """Other years that it may be in."""


def place(day: Day, context: DateContext) -> Placed:
    """Return the year of a day: the printed one, else the nearest that its neighbours tell.

    A printed weekday decides between them, and then the year is told as well as if it were
    printed. Without neighbours, a weekday alone places a date near today; without either, the
    year stays open.
    """
    if day.year is not None:
        return Placed(day.year, tuple(_weekday_doubt(day, day.year)))
    hinted = list(dict.fromkeys(_hinted_years(day, context)))
    fitting = [year for year in hinted if _fits(day, year)]
    if fitting and day.weekday is not None:
        return Placed(fitting[0])
    if fitting:
        return Placed(fitting[0], (_inferred(day, fitting[0]),))
    if hinted:
        doubts = (_inferred(day, hinted[0]), *_weekday_doubt(day, hinted[0]))
        return Placed(hinted[0], doubts, tuple(_years_by_weekday(day, hinted[0]))[:2])
    around = list(_years_by_weekday(day, context.today.year))
    stated = [year for year in context.stated if year in around]
    if stated:
        others = tuple(year for year in around if year != stated[0])[:1]
        return Placed(stated[0], (_inferred(day, stated[0]),), others)
    if around:
        return Placed(around[0], (_by_weekday(around[0]),), tuple(around[1:2]))
    if context.issued is not None:
        year = _years_after(day, context.issued)[0]
        return Placed(year, (_inferred(day, year),))
    missing = Doubt(kind=DoubtKind.YEAR_MISSING, words="No year is printed here or nearby.")
    return Placed(None, (missing,), tuple(_years_around(day, context.today)))


def on(day: Day, year: int) -> dt.date | None:
    """Return the calendar day, or None where that month has none such."""
    try:
        return dt.date(year, day.month, day.number or 1)
    except ValueError:
        return None


def _hinted_years(day: Day, context: DateContext) -> Iterator[int]:
    for near in context.near:
        yield from _years_around(day, near)[:1]
    for announced in context.announced:
        yield from _years_after(day, announced)
    yield from context.years


def _years_around(day: Day, near: dt.date) -> list[int]:
    """Return the years that put the day closest to another one, the closest first."""
    dated = {year: on(day, year) for year in range(near.year - 1, near.year + 2)}
    held = {year: date for year, date in dated.items() if date is not None}
    return sorted(held, key=lambda year: abs(held[year] - near))[:2]


_LONGEST_BEHIND = dt.timedelta(days=60)
"""How long after an event its page may still be posted."""


def _years_after(day: Day, announced: dt.date) -> list[int]:
    """Return the year of the first such day from shortly before an announcement on."""
    dated = ((year, on(day, year)) for year in (announced.year - 1, announced.year))
    earliest = announced - _LONGEST_BEHIND
    return [y for y, date in dated if date is not None and date >= earliest][:1] or [
        announced.year + 1
    ]


def _years_by_weekday(day: Day, year: int) -> list[int]:
    if day.weekday is None:
        return []
    nearest_first = sorted(
        range(year - _FURTHEST, year + _FURTHEST + 1), key=lambda y: abs(y - year)
    )
    return [y for y in nearest_first if _fits(day, y)]


def _fits(day: Day, year: int) -> bool:
    date = on(day, year)
    return date is not None and day.weekday in {None, date.weekday()}


def _inferred(day: Day, year: int) -> Doubt:
    reason = " and its weekday fits" if day.weekday is not None and _fits(day, year) else ""
    words = f"No year is printed; {year} is taken from dates nearby{reason}."
    return Doubt(kind=DoubtKind.YEAR_INFERRED, words=words)


def _by_weekday(year: int) -> Doubt:
    words = f"No year is printed; its weekday fits {year}."
    return Doubt(kind=DoubtKind.YEAR_INFERRED, words=words)


def _weekday_doubt(day: Day, year: int) -> Iterator[Doubt]:
    date = on(day, year)
    if day.weekday is not None and date is not None and date.weekday() != day.weekday:
        words = f"{date.day} {date:%B %Y} is a {date:%A}, not a {_NAMES[day.weekday]}."
        yield Doubt(kind=DoubtKind.WEEKDAY_DISAGREES, words=words)


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
