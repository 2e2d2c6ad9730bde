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

from briefing.reader.fields import when_words, where
from briefing.reader.fields.calendar_words import (
    LANGUAGES,
    MONTH,
    NAME,
    ORDINAL,
    ROMAN_MONTH,
    WEEKDAY_BEFORE_DAY,
    month_number,
    needs_a_year,
    ordinal_number,
    weekday_number,
)


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


GAP = r"[^\S\n]{0,3}"
"""Spaces within a line."""

DASHES = r"\-‐‑‒–—―−→"
"""The signs that stand between the ends of a range, escaped for a character class."""


def find(text: str, start: int = 0, end: int | None = None) -> list[Days]:
    """Return the date expressions between two offsets, in order; none overlaps another."""
    stop = len(text) if end is None else end
    if not _may_hold_one(text, start, stop):
        return []
    if stop - start > _LONGEST_KEPT:
        return _find(text, start, stop)
    lead = min(start, _LEAD)
    kept = _find_again(text[start - lead : stop], lead)
    return [_moved(days, start - lead) for days in kept] if start > lead else list(kept)


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
    if len(text) <= _LONGEST_KEPT or text[end - 1 : end + 1].isalnum():
        return True
    return bool(where.between(_anchors(text), start, end))


@lru_cache(maxsize=2)
def _anchors(text: str) -> Sequence[int]:
    """Return where names of months stand, and figures that a sign joins."""
    found = [match.start() for match in _MONTH_NAME.finditer(text)]
    found += [match.start() for match in _EVERY_FIGURES.finditer(text)]
    return array("I", sorted(found))


_LONGEST_KEPT = 3000
_LEAD = 14
"""How far before a date is looked at for what tells its first number."""


@lru_cache(maxsize=512)
def _find_again(words: str, start: int) -> list[Days]:
    """Return the dates behind an offset: several rules ask for those of one line or sentence."""
    return _find(words, start, len(words))


def _moved(days: Days, by: int) -> Days:
    return replace(days, start=days.start + by, end=days.end + by)


def _find(text: str, start: int, end: int) -> list[Days]:
    found: list[Days] = []
    for anchor, patterns in ((_MONTH_NAME, _NAMED), (_FIGURES, _IN_FIGURES)):
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
        begin = places[_BEGINS_WITH.get(rule, _ANY)]
        matches = where.matches(pattern, text, begin, gaps(known, *stretch))
        read = [days for match in matches if (days := _read(match, rule)) is not None]
        if read:
            found += read
            known = sorted((*known, *read), key=_start)
    return found


def _places(text: str, start: int, end: int) -> dict[str, list[int]]:
    """Return where a date may begin, by what it begins with."""
    begins = [(match.start(), match.lastgroup) for match in _BEGINS.finditer(text, start, end)]
    lines = [match.end() for match in _LINE_BEGINS.finditer(text, max(0, start - 1), end)]
    return {
        _FIGURE_FIRST: [at for at, what in begins if what == _FIGURE_FIRST],
        _NAME_FIRST: [at for at, what in begins if what == _NAME_FIRST],
        _LINE_FIRST: [*(() if start else (0,)), *lines],
        _ANY: [at for at, _ in begins],
    }


def _within(found: Sequence[Days], stretch: tuple[int, int]) -> Sequence[Days]:
    """Return the dates of a stretch; none reaches over its bounds."""
    first = bisect_left(found, stretch[0], key=_start)
    return found[first : bisect_left(found, stretch[1], key=_start)]


def _start(days: Days) -> int:
    return days.start


# Patterns: d, m, y, s (two figures of a year), w (weekday), each of the first or the last day -----

_FRESH = rf"(?<![\w#§$€£])(?<!\d[.,:/+{DASHES}])"
_ORDINAL = r"(?:(?i:st|nd|rd|th|er)\b|º|ª|\.)?"
_OF = rf"(?:(?i:{when_words.words('of')})\b[^\S\n]{{1,3}})?"
_THE = rf"(?:(?i:{when_words.words('the')})\b[^\S\n]{{1,3}})?"
_ASIDE = rf"(?:{GAP}\([^()\n]{{1,20}}\))?"
_TO_WORD = rf"(?i:{when_words.words('to')})"
_DASH = rf"{GAP}[{DASHES}]{GAP}"
_TO = rf"(?:{_DASH}|[^\S\n]{{1,3}}{_TO_WORD}[^\S\n]{{1,3}}|/)"
_AND_WORD = rf"(?i:{when_words.words('and_')})"
_AND = rf"(?:{GAP}[,&]{GAP}(?:{_AND_WORD}[^\S\n]{{1,3}})?|[^\S\n]{{1,3}}{_AND_WORD}[^\S\n]{{1,3}})"
_CLOCK = r"\d|[:.]\d|/\d|[^\S\n]?(?:(?i:[ap]\.?m|hrs?|hours|uhr)\b|[hH](?![^\W\d])|%)"
_NO_CLOCK = rf"(?!{_CLOCK})"


def _weekday(n: int) -> str:
    return rf"(?:(?P<w{n}>{WEEKDAY_BEFORE_DAY})\.?,?{GAP}{_THE})?"


def _day(n: int) -> str:
    return rf"(?P<d{n}>\d{{1,2}}){_ORDINAL}"


def _month(n: int) -> str:
    return rf"(?P<m{n}>{MONTH})(?:\.(?={GAP},?{GAP}(?:\d|[{DASHES}]|(?:to|til|bis|au|al?)\s)))?"


def _year(n: int) -> str:
    full = rf"(?P<y{n}>(?:19|20|21)\d\d){_NO_CLOCK}(?![{DASHES}]\d{{4}})"
    short = rf"(?:['’]|(?<=\s)(?=[23]\d{GAP}(?:$|[,;|)]|\.(?:\s|$))))(?P<s{n}>\d\d)(?!\w)"
    return rf"(?:{full}|{short})"


def _then_year(n: int) -> str:
    return rf"(?:{GAP}[,.]?{GAP}{_OF}{_year(n)})?"


_ITEM = rf"\d{{1,2}}{_ORDINAL}(?:{_DASH}\d{{1,2}}{_ORDINAL})?"
_NAMED_DAY = rf"(?:{WEEKDAY_BEFORE_DAY}\.?,?{GAP}{_THE})?"
_DAYS = rf"(?P<days>{_ITEM}(?:{_AND}{_NAMED_DAY}{_ITEM}(?!\d)){{1,7}})"
_FIGURE = rf"(?<![\w.,:/+{DASHES}])"
_FIGURE_END = r"(?![\d/]|[-.]\d)"

_MONTH_NAME = re.compile(rf"(?<![^\W\d_]){MONTH}")
_THEN_FIGURES = rf"[^\S\n]?[./{DASHES}](?:{GAP}\d|[IVX])"
_FIGURES = re.compile(rf"\d{_THEN_FIGURES}")
_EVERY_FIGURES = re.compile(rf"\d(?={_THEN_FIGURES})")
_FIGURE_FIRST, _NAME_FIRST, _LINE_FIRST, _ANY = "figure", "name", "line", "any"
_BEGINS = re.compile(
    rf"(?P<figure>(?<!\w)(?<!\d[.,:/+{DASHES}])\d)|(?P<name>(?<![^\W\d_])(?={NAME}))"
)
_LINE_BEGINS = re.compile(rf"\n(?={GAP}\d)")
_BEGINS_WITH = {
    "date.list.us": _NAME_FIRST,
    "date.day.year-first": _FIGURE_FIRST,
    "date.range.us": _NAME_FIRST,
    "date.day.words": _NAME_FIRST,
    "date.day.words.us": _NAME_FIRST,
    "date.day.dashed": _FIGURE_FIRST,
    "date.day.us": _NAME_FIRST,
    "date.card": _LINE_FIRST,
    "date.month": _NAME_FIRST,
    "date.iso.range": _FIGURE_FIRST,
    "date.iso": _FIGURE_FIRST,
    "date.figures.range.slashed": _FIGURE_FIRST,
    "date.roman": _FIGURE_FIRST,
    "date.figures.bare": _NAME_FIRST,
}
"""Rule -> what its dates begin with; the others with a figure, or the name of a weekday."""

_NAMED: dict[str, re.Pattern[str]] = {
    rule: re.compile(pattern, re.MULTILINE)
    for rule, pattern in {
        # 15, 17 and 19 June 2023 · 20-21, 24-28 May 2021
        "date.list": rf"{_weekday(1)}{_FRESH}{_DAYS}{GAP}{_OF}{_month(1)}{_then_year(1)}",
        # June 15, 17 and 19, 2023
        "date.list.us": rf"{_weekday(1)}(?<!\w){_month(1)}{GAP}{_DAYS}{_NO_CLOCK}{_then_year(1)}",
        # 2023 July 24
        "date.day.year-first": rf"{_FRESH}(?P<y1>(?:19|20|21)\d\d),?{GAP}{_month(1)}{GAP}{_day(1)}"
        rf"(?!\d|{GAP},?{GAP}(?:19|20|21)\d\d|{_TO})",
        # 24-28 July 2023 · 30 May – 2 June 2023 · 24. bis 28. Juli · 18 to 20 (morning) November
        "date.range": rf"{_weekday(1)}{_FRESH}{_day(1)}"
        rf"(?:{GAP}{_OF}{_month(1)}{_then_year(1)},?)?{_TO}"
        rf"{_weekday(2)}{_day(2)}{_ASIDE}{GAP}{_OF}{_month(2)}{_then_year(2)}",
        # July 24-28, 2023 · May 30 – June 2, 2023
        "date.range.us": rf"{_weekday(1)}(?<!\w){_month(1)}{GAP}{_day(1)}{_then_year(1)}{_TO}"
        rf"{_weekday(2)}(?:{_month(2)}{GAP})?{_day(2)}{_NO_CLOCK}{_then_year(2)}",
        # Tuesday, 18 July 2023 · 9th December, 2021 · 19 de agosto de 2021
        "date.day": rf"{_weekday(1)}{_FRESH}{_day(1)}{GAP}{_OF}{_month(1)}{_then_year(1)}",
        # the twelfth of July 2023 · le premier juillet
        "date.day.words": rf"(?<!\w)(?P<o1>{ORDINAL}){GAP}(?P<of1>(?i:of|de)[^\S\n])?"
        rf"{_month(1)}{_then_year(1)}",
        # July the twelfth, 2023
        "date.day.words.us": rf"(?<!\w){_month(1)}{GAP}(?P<of1>the[^\S\n])"
        rf"(?P<o1>{ORDINAL}){_then_year(1)}",
        # 7-Dec-2023
        "date.day.dashed": rf"{_FIGURE}(?P<d1>\d{{1,2}})[{DASHES}/](?P<m1>{MONTH})[{DASHES}/]"
        rf"(?:{_year(1)}|(?P<s9>\d\d)(?!\w))",
        # July 24, 2023
        "date.day.us": rf"{_weekday(1)}(?<!\w){_month(1)}{GAP}{_day(1)}{_NO_CLOCK}{_then_year(1)}",
        # 13-17, and below it December 2021: the two lines of a calendar card
        "date.card": rf"^{GAP}(?P<d1>\d{{1,2}})(?:{GAP}[{DASHES}]{GAP}(?P<d2>\d{{1,2}}))?{GAP}\n"
        rf"{GAP}(?P<m1>{MONTH})(?:{GAP}[{DASHES}/]{GAP}(?P<m2>{MONTH}))?{GAP},?{GAP}(?:\n{GAP})?{_year(1)}",
        # December 2020 · March-April 2022
        "date.month": rf"(?<!\w){_month(1)}(?:{_then_year(1)}{_TO}{_month(2)})?"
        rf"{GAP},?{GAP}{_OF}{_year(2)}",
    }.items()
}
"""Rule -> its pattern, for dates with the name of a month; the most telling first."""

_IN_FIGURES: dict[str, re.Pattern[str]] = {
    rule: re.compile(pattern)
    for rule, pattern in {
        # 2023-07-24/2023-07-28
        "date.iso.range": rf"{_FIGURE}(?P<y1>(?:19|20|21)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)/"
        rf"(?P<y2>(?:19|20|21)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d){_FIGURE_END}",
        # 2023-07-24 · 2023/07/24
        "date.iso": rf"{_FIGURE}(?P<y1>(?:19|20|21)\d\d)(?P<dash>[-/.])"
        rf"(?P<m1>\d{{1,2}})(?P=dash)(?P<d1>\d{{1,2}}){_FIGURE_END}",
        # 24.-28.07.2023 · 24.07. – 28.07.2023
        "date.figures.range": rf"{_weekday(1)}{_FIGURE}(?P<d1>\d{{1,2}})"
        rf"(?:\.[^\S\n]?(?P<m1>\d{{1,2}}))?\.?{_TO}{_weekday(2)}"
        rf"(?P<d2>\d{{1,2}})\.[^\S\n]?(?P<m2>\d{{1,2}})\.[^\S\n]?(?P<y2>(?:19|20|21)\d\d)"
        rf"{_FIGURE_END}",
        # 24-28/07/2023 · 24/07 - 28/07/2023
        "date.figures.range.slashed": rf"{_FIGURE}(?P<d1>\d{{1,2}})"
        rf"(?:/(?P<m1>\d{{1,2}}))?(?:{_DASH}|[^\S\n]{{1,3}}{_TO_WORD}[^\S\n]{{1,3}}){_weekday(2)}"
        rf"(?P<d2>\d{{1,2}})(?P<dash>/)(?P<m2>\d{{1,2}})/(?P<y2>(?:19|20|21)\d\d){_FIGURE_END}",
        # 24.VII.2023
        "date.roman": rf"{_FIGURE}(?P<d1>\d{{1,2}})(?P<sign>[./-])"
        rf"(?P<m1>{ROMAN_MONTH})(?P=sign)(?P<y1>(?:19|20|21)\d\d){_FIGURE_END}",
        # 24.07.2023 · 24/07/2023
        "date.figures": rf"{_weekday(1)}{_FIGURE}(?P<d1>\d{{1,2}})(?P<dash>[-/.])[^\S\n]?"
        rf"(?P<m1>\d{{1,2}})(?P=dash)[^\S\n]?"
        rf"(?P<y1>(?:19|20|21)\d\d){_FIGURE_END}",
        # 24/7/23 · 24.07.23
        "date.figures.short": rf"{_weekday(1)}{_FIGURE}(?P<d1>\d\d(?=\.\d\d\.)|\d{{1,2}}(?=/))"
        rf"(?P<dash>[/.])(?P<m1>\d{{1,2}})(?P=dash)(?P<s1>\d\d){_FIGURE_END}",
        # Montag, 24.7.23
        "date.figures.short.named": rf"(?P<w1>{WEEKDAY_BEFORE_DAY})\.?,?{GAP}{_THE}"
        rf"(?P<d1>\d{{1,2}})(?P<dash>\.)(?P<m1>\d{{1,2}})\.(?P<s1>\d\d){_FIGURE_END}",
        # Montag, 24.07.
        "date.figures.bare": rf"(?P<w1>{WEEKDAY_BEFORE_DAY})\.?,?{GAP}{_THE}"
        rf"(?P<d1>\d{{1,2}})\.(?P<m1>\d{{1,2}})\b\.?(?![\d:/])",
    }.items()
}
"""Rule -> its pattern, for dates in figures."""


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
    """Return whether the first number is none of a day: "Session 1 – Wednesday 4 March"."""
    if first.weekday is not None or last.weekday is None or first.number is None:
        return False
    return bool(_NUMBERED.search(match.string[max(0, match.start() - _LEAD) : match.start()]))


_ENGLISH_FIRST = frozenset(LANGUAGES["en"].ordinals[:9])


def _may_count_events(word: str, number: int) -> bool:
    """Return whether it may say which of several it is: "the first July 2023 meeting"."""
    return number < 10 and word.casefold() in _ENGLISH_FIRST


_BETWEEN = re.compile(rf"(?:{when_words.words('between')})[^\S\n]$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:room|hall|floor|level|suite|building|session|part|item|article|chapter|panel|table|day"
    r"|sesión|séance|sitzung|sesjon|økt|modul[eo]?|módulo|teil|parte|partie|webinar(?:io)?|talk"
    r"|lecture|week|no\.?|nr\.?|rom|sal|salle|sala|raum|saal)[^\S\n]?$",
    re.IGNORECASE,
)


def _named_days(match: re.Match[str], words: str | None) -> tuple[int, ...] | None:
    """Return each day of a list, those of its ranges too; None where it is no list of days."""
    if not words:
        return ()
    lead = match.string[max(0, match.start() - _LEAD) : match.start()]
    figures = ([int(n) for n in re.findall(r"\d+", item)] for item in re.split(_AND, words))
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

_JOINS = re.compile(_AND)


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
