"""What days look like in text: patterns, the most telling first, and where each may begin.

Their groups are d, m, y, s (two figures of a year), w (weekday) and o (in words), each of the first
or the last day. Every repetition is bounded.
"""

import re

from briefing.reader.fields import when_words
from briefing.reader.fields.calendar_words import (
    MONTH,
    NAME,
    ORDINAL,
    ROMAN_MONTH,
    WEEKDAY_BEFORE_DAY,
)

GAP = r"[^\S\n]{0,3}"
"""Spaces within a line."""

DASHES = r"\-‐‑‒–—―−→"
"""The signs that stand between the ends of a range, escaped for a character class."""

_FRESH = rf"(?<![\w#§$€£])(?<!\d[.,:/+{DASHES}])"
_ORDINAL = r"(?:(?i:st|nd|rd|th|er)\b|º|ª|\.)?"
_OF = rf"(?:(?i:{when_words.words('of')})\b[^\S\n]{{1,3}})?"
_THE = rf"(?:(?i:{when_words.words('the')})\b[^\S\n]{{1,3}})?"
_ASIDE = rf"(?:{GAP}\([^()\n]{{1,20}}\))?"
_TO_WORD = rf"(?i:{when_words.words('to')})"
_DASH = rf"{GAP}[{DASHES}]{GAP}"
_TO = rf"(?:{_DASH}|[^\S\n]{{1,3}}{_TO_WORD}[^\S\n]{{1,3}}|/)"
_AND_WORD = rf"(?i:{when_words.words('and_')})"
AND = rf"(?:{GAP}[,&]{GAP}(?:{_AND_WORD}[^\S\n]{{1,3}})?|[^\S\n]{{1,3}}{_AND_WORD}[^\S\n]{{1,3}})"
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
_DAYS = rf"(?P<days>{_ITEM}(?:{AND}{_NAMED_DAY}{_ITEM}(?!\d)){{1,7}})"
_FIGURE = rf"(?<![\w.,:/+{DASHES}])"
_FIGURE_END = r"(?![\d/]|[-.]\d)"

MONTH_NAME = re.compile(rf"(?<![^\W\d_]){MONTH}")
_THEN_FIGURES = rf"[^\S\n]?[./{DASHES}](?:{GAP}\d|[IVX])"
FIGURES = re.compile(rf"\d{_THEN_FIGURES}")
EVERY_FIGURES = re.compile(rf"\d(?={_THEN_FIGURES})")
FIGURE_FIRST, NAME_FIRST, LINE_FIRST, ANY = "figure", "name", "line", "any"
BEGINS = re.compile(
    rf"(?P<figure>(?<!\w)(?<!\d[.,:/+{DASHES}])\d)|(?P<name>(?<![^\W\d_])(?={NAME}))"
)
LINE_BEGINS = re.compile(rf"\n(?={GAP}\d)")
BEGINS_WITH = {
    "date.list.us": NAME_FIRST,
    "date.day.year-first": FIGURE_FIRST,
    "date.range.us": NAME_FIRST,
    "date.day.words": NAME_FIRST,
    "date.day.words.us": NAME_FIRST,
    "date.day.dashed": FIGURE_FIRST,
    "date.day.us": NAME_FIRST,
    "date.card": LINE_FIRST,
    "date.month": NAME_FIRST,
    "date.iso.range": FIGURE_FIRST,
    "date.iso": FIGURE_FIRST,
    "date.figures.range.slashed": FIGURE_FIRST,
    "date.roman": FIGURE_FIRST,
    "date.figures.bare": NAME_FIRST,
}
"""Rule -> what its dates begin with; the others with a figure, or the name of a weekday."""

BY_NAME: dict[str, re.Pattern[str]] = {
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

IN_FIGURES: dict[str, re.Pattern[str]] = {
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
        # Montag, 24.07. · Mon 24/7
        "date.figures.bare": rf"(?P<w1>{WEEKDAY_BEFORE_DAY})\.?,?{GAP}{_THE}"
        rf"(?P<d1>\d{{1,2}})(?P<dash>[./])(?P<m1>\d{{1,2}})\b(?!(?<=/\d)\s?(?:am|pm|h)\b)\.?(?![\d:/])",
    }.items()
}
"""Rule -> its pattern, for dates in figures."""
