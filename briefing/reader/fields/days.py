"""The grammar of dates: cuts days, ranges, lists and months out of text, and judges nothing.

A table of patterns, the most telling first; what one has taken the next ones leave alone. Every
repetition is bounded and every pattern begins at a digit or a name, so that any text is read in
time linear in its length.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.fields import day_patterns, when_words, where
from briefing.reader.fields.calendar_words import (
    LANGUAGES,
    month_number,
    needs_a_year,
    ordinal_number,
    weekday_number,
)
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed: None for what is not printed, and not checked against a calendar."""

    month: int
    number: int | None = None
    """Day of the month; None where only the month is printed."""
    year: int | None = None
    weekday: int | None = None
    """0 for Monday, as `date.weekday` counts."""
    has_short_year: bool = False
    """Whether only two figures of its year are printed: "'26"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A date expression: where it stands and the days that it names."""

    start: int
    end: int
    rule: str
    first: Day
    last: Day | None = None
    """The last day of a range or list."""
    named: tuple[int, ...] = ()
    """The days of the month that a list names."""
    could_be_month_first: bool = False
    """Whether it is figures only, so that 5/6 may be the sixth of May as well."""
    months_named: bool = False
    """Whether its ends are single days that "and" joins: "12 March and 2 April"."""


def find(text: str, start: int = 0, end: int | None = None) -> list[Days]:
    """Return the date expressions between two offsets, in order; none overlaps another."""
    stop = len(text) if end is None else end
    return list(_find_again(text, start, stop)) if _may_hold_one(text, start, stop) else []


def gaps(found: Sequence[Days], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between two offsets that no date takes."""
    for days in found:
        if start < days.start:
            yield start, days.start
        start = days.end
    if start < end:
        yield start, end


def _may_hold_one(text: str, start: int, end: int) -> bool:
    """Return whether a stretch has what every date has; it may cut the name of a month."""
    return where.has_one(_anchors(text), start, end) or text[end - 1 : end + 1].isalnum()


@lru_cache(maxsize=4)
def _anchors(text: str) -> Sequence[int]:
    """Return where names of months stand, and figures that a sign joins."""
    found = [match.start() for match in day_patterns.MONTH_NAME.finditer(text)]
    found += [match.start() for match in day_patterns.EVERY_FIGURES.finditer(text)]
    return array("I", sorted(found))


_LEAD = 18
"""How far before a date is looked at for what tells its first number."""


@lru_cache(maxsize=512)
def _find_again(text: str, start: int, end: int) -> list[Days]:
    """Return the dates of a stretch: several rules ask for those of one line or sentence."""
    return _find(text, start, end)


def _find(text: str, start: int, end: int) -> list[Days]:
    found: list[Days] = []
    for anchor, patterns in (
        (day_patterns.MONTH_NAME, day_patterns.BY_NAME),
        (day_patterns.FIGURES, day_patterns.IN_FIGURES),
    ):
        stretches = where.around(anchor, text, start, end)
        read = (_read_in(text, one, patterns, _within(found, one)) for one in stretches)
        found = sorted((*found, *(days for some in read for days in some)), key=_start)
    return list(_joined(text, found))


def _read_in(
    text: str,
    stretch: tuple[int, int],
    patterns: Mapping[str, re.Pattern[str]],
    taken: Sequence[Days],
) -> list[Days]:
    """Return the dates of a stretch beside those that are known: what one takes is not free."""
    places = _places(text, *stretch)
    known, found = list(taken), list[Days]()
    for rule, pattern in patterns.items():
        begin = places[day_patterns.BEGINS_WITH.get(rule, day_patterns.ANY)]
        matches = where.matches(pattern, text, begin, gaps(known, *stretch))
        read = [days for match in matches if (days := _read(match, rule)) is not None]
        if read:
            found += read
            known = sorted((*known, *read), key=_start)
    return found


def _places(text: str, start: int, end: int) -> dict[str, Sequence[int]]:
    """Return where a date may begin, by what it begins with."""
    begins = _begins(text)
    figures, names, lines = (where.between(places, start, end) for places in begins)
    return {
        day_patterns.FIGURE_FIRST: figures,
        day_patterns.NAME_FIRST: names,
        day_patterns.LINE_FIRST: lines,
        day_patterns.ANY: sorted((*figures, *names)),
    }


@lru_cache(maxsize=4)
def _begins(text: str) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
    """Return where figures, names of days or months and lines with a figure begin in a text."""
    figures, names = array("I"), array("I")
    for match in day_patterns.BEGINS.finditer(text):
        (figures if match.lastgroup == day_patterns.FIGURE_FIRST else names).append(match.start())
    lines = array("I", (match.end() for match in day_patterns.LINE_BEGINS.finditer(text)))
    return figures, names, array("I", (0, *lines))


def _within(found: Sequence[Days], stretch: tuple[int, int]) -> Sequence[Days]:
    """Return the dates of a stretch; none reaches over its bounds."""
    first = bisect_left(found, stretch[0], key=_start)
    return found[first : bisect_left(found, stretch[1], key=_start)]


def _start(days: Days) -> int:
    return days.start


_Parts = Mapping[str, str | None]


def _read(match: re.Match[str], rule: str) -> Days | None:
    """Return what a match names; None where no calendar could hold it."""
    parts = match.groupdict()
    months = (parts.get("m1") or parts["m2"], parts.get("m2") or parts["m1"])
    named = _named_days(match, parts.get("days"))
    if named is None:
        return None
    figures = named or tuple(int(parts[d] or 0) for d in ("d1", "d2") if parts.get(d))
    if word := parts.get("o1"):
        figures = (ordinal_number(word),)
        if rule == "date.day.words" and not parts["of1"] and _may_count_events(word, figures[0]):
            return None
    first = _day_of(parts, 1, months[0], figures[:1])
    last = _day_of(parts, 2, months[1], figures[-1:])
    if not (_could_be(first) and _could_be(last)):
        return None
    if (
        first.year is None
        and last.year is None
        and any(needs_a_year(month or "") for month in months)
    ):
        return None
    has_two_ends = len(figures) > 1 or bool(parts.get("m1") and parts.get("m2"))
    if _counts_what_follows(match, first, last):
        return None
    first, last = _years_shared(first, last)
    return Days(
        start=match.start(),
        end=match.end(),
        rule=rule,
        first=first,
        last=last if has_two_ends else None,
        named=named,
        could_be_month_first=parts.get("dash") in {"/", "-"}
        and rule != "date.iso"
        and ("d2" not in parts or bool(parts["m1"])),
    )


def _counts_what_follows(match: re.Match[str], first: Day, last: Day) -> bool:
    """Return whether the first number is none of a day: "Session 1 – Wednesday 4 March".

    Without a weekday it is none where the word stands first on its line, a wide dash behind it.
    """
    if first.weekday is not None or first.number is None or last is first:
        return False
    lead = match.string[max(0, match.start() - _LEAD) : match.start()]
    if last.weekday is None:
        is_wide = _WIDE_DASH.match(match.string, match.start()) is not None
        begins = lead.rfind("\n") + 1 if "\n" in lead or match.start() > _LEAD else 0
        if not is_wide or lead[begins:].strip(" #*•-").count(" ") or len(lead) - begins >= _LEAD:
            return False
    return bool(_NUMBERED.search(lead))


_WIDE_DASH = re.compile(rf"\d{{1,2}}[^\S\n][{day_patterns.DASHES}][^\S\n]")


_ENGLISH_FIRST = frozenset(LANGUAGES["en"].ordinals[:9])


def _may_count_events(word: str, number: int) -> bool:
    """Return whether it may say which of several it is: "the first July 2023 meeting"."""
    return number < 10 and word.casefold() in _ENGLISH_FIRST


_PARTS = (word for row in event_words.PARTS.values() for word in row)
_BETWEEN = re.compile(rf"(?:{when_words.words('between')})[^\S\n]$", re.IGNORECASE)
_NUMBERED = Cue(
    rf"(?:\b(?:room|hall|floor|level|suite|building|item|article|chapter|table|day|modul[eo]?"
    rf"|week|no\.?|nr\.?|rom|sal|salle|sala|raum|saal)|{any_of(*_PARTS)})[^\S\n]?$",
)


def _named_days(match: re.Match[str], words: str | None) -> tuple[int, ...] | None:
    """Return each day of a list, those of its ranges too; None where it is no list of days."""
    if not words:
        return ()
    lead = match.string[max(0, match.start() - _LEAD) : match.start()]
    figures = (
        [int(n) for n in re.findall(r"\d+", item)] for item in re.split(day_patterns.AND, words)
    )
    items = [item for item in figures if item]
    ends = [end for item in items for end in item]
    if ends != sorted(set(ends)) or _NUMBERED.search(lead):
        return None
    if _BETWEEN.search(lead):
        return tuple(range(ends[0], ends[-1] + 1))
    return tuple(day for item in items for day in range(item[0], item[-1] + 1))


def _day_of(parts: _Parts, n: int, month: str | None, figures: tuple[int, ...]) -> Day:
    number = figures[0] if figures else None
    assert month is not None
    month_figure = int(month) if month.isdecimal() else month_number(month)
    if number is not None and number <= 12 < month_figure:
        number, month_figure = month_figure, number
    short, full = parts.get(f"s{n}") or parts.get("s9"), parts.get(f"y{n}")
    year = 2000 + int(short) if short else int(full) if full else None
    weekday = weekday_number(parts.get(f"w{n}"))
    return Day(month_figure, number, year, weekday, has_short_year=bool(short))


def _could_be(day: Day) -> bool:
    return 1 <= day.month <= 12 and (day.number is None or 1 <= day.number <= 31)


def _years_shared(first: Day, last: Day) -> tuple[Day, Day]:
    """Return both ends with the year that one of them is printed with."""
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - (first.month > last.month)), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + (first.month > last.month))
    return first, last


# Lists over months -------------------------------------------------------------------------------

_JOINS = re.compile(day_patterns.AND)


def _joined(text: str, found: Sequence[Days]) -> Iterator[Days]:
    """Yield the dates, as one what "and" joins over months: "12 March and 2 April"."""
    following: Days | None = None
    joined: list[Days] = []
    for days in reversed(found):
        both = following and _list_of(text, days, following)
        if both is None and following is not None:
            joined.append(following)
        following = both or days
    if following is not None:
        joined.append(following)
    return reversed(joined)


def _list_of(text: str, one: Days, other: Days) -> Days | None:
    """Return two dates as a list where only the second has a year, and it is the other's too."""
    joint = text[one.end : other.start]
    is_list = other.named or other.months_named
    is_joined = _JOINS.fullmatch(joint) and (is_list or len(joint.strip(" ,")) > 0)
    if not is_joined or one.last or one.first.year is not None or other.first.year is None:
        return None
    if one.first.number is None or other.first.number is None or not one.rule.startswith("date.d"):
        return None
    first, last = _years_shared(one.first, other.last or other.first)
    return Days(
        start=one.start,
        end=other.end,
        rule="date.list.months",
        first=first,
        last=last,
        months_named=True,
    )
