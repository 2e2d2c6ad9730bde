"""The grammar of clock times: "10:00 AM - 11:30 AM SAST/CET (UTC+2)", "0745-0930", "kl. 12.00"."""

import dataclasses
import datetime as dt
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import when_words, where, zone_words
from briefing.reader.fields.day_patterns import DASHES, GAP
from briefing.reader.fields.spelled import any_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock time as printed, without the day that it belongs to."""

    time: dt.time
    end_time: dt.time | None = None
    zone: str = ""
    """The zone's words as printed: "CEST", "SAST/CET (UTC+2)"; empty where there are none."""
    others: tuple["Clock", ...] = ()
    """The same moment on other clocks: "2:00PM UTC" behind "3:00PM CET /"."""
    written: str = ""


def find(
    text: str, start: int = 0, end: int | None = None, *, beside_date: bool = False
) -> list[Candidate[Clock]]:
    """Return the clock times between two offsets, in order, with their spans in the whole text.

    Figures that could be years ("1900-2030"), a bare hour or a decimal are taken only with a sign
    that they are times: am or pm, a unit, "kl.", a label, a zone. `beside_date` says that a date
    stands just before `start`, which is such a sign. Give stretches without dates in them: the
    last figure of "10:00 - 12 July" belongs to the day.
    """
    stop = len(text) if end is None else end
    if not where.has_one(_places(text), start, stop):
        return []
    return list(_scan_again(text, start, stop, beside_date))


@lru_cache(maxsize=512)
def _scan_again(text: str, start: int, end: int, beside_date: bool) -> list[Candidate[Clock]]:
    """Return the times of a stretch: several rules ask for those of one line or sentence."""
    return list(_scan(text, start, end, beside_date))


def _scan(text: str, start: int, end: int, beside_date: bool) -> Iterator[Candidate[Clock]]:
    at = start
    for place in where.between(_places(text), start, end):
        match = _match(text, at, place, end) if at <= place else None
        if match is None:
            continue
        is_beside = beside_date and bool(_BESIDE.fullmatch(text, start, match.start()))
        found = _expression(match, is_beside)
        if found is None:
            at = max(match.start("point") + 1, match.end("first"))
            continue
        found = _with_other_clocks(text, found, end)
        yield found
        at = found.end


@lru_cache(maxsize=4)
def _places(text: str) -> Sequence[int]:
    """Return where a time may begin, its sign aside."""
    found = (match.start() for begins in _BEGINS for match in begins.finditer(text))
    return array("I", sorted(found))


def _match(text: str, start: int, place: int, end: int) -> re.Match[str] | None:
    """Return what stands at a place, with the sign before it."""
    match = _pattern().match(text, place, end)
    before = text[max(start, place - 4) : place].rstrip()
    if match is None or not before or not (before[-1].isalnum() or before[-1] in ":."):
        return match
    return _pattern().search(text, max(start, place - _LONGEST_SIGN), end)


_LONGEST_SIGN = 48


def _with_other_clocks(text: str, found: Candidate[Clock], end: int) -> Candidate[Clock]:
    """Return the time with the readings of other zones that follow it: "/ 2:00PM UTC"."""
    others: list[Clock] = []
    alone, found = found, _of_a_city(text, found, end)
    stop = found.end
    while found.value.zone and len(others) < _MOST_CLOCKS:
        between = _OTHER_CLOCK.match(text, stop, end)
        match = between and _pattern(is_fresh=False).match(text, between.end(), end)
        other = match and _expression(match, is_beside=True)
        other = other and _of_a_city(text, other, end)
        if not between or not other or other.value.zone in {"", found.value.zone}:
            break
        closes = between.group().lstrip()[:1] == "(" and text[other.end : other.end + 1] == ")"
        stop = other.end + closes
        others.append(other.value)
    if not others:
        return alone
    value = dataclasses.replace(found.value, others=tuple(others), written=text[found.start : stop])
    return _spanned(found, value, stop)


def _of_a_city(text: str, found: Candidate[Clock], end: int) -> Candidate[Clock]:
    """Return a time without a zone with the city behind it: "9am New York"."""
    behind = None if found.value.zone else zone_words.city().match(text, found.end, end)
    if behind is None:
        return found
    written = text[found.start : behind.end()]
    value = dataclasses.replace(found.value, zone=behind["city"], written=written)
    return _spanned(found, value, behind.end())


def _spanned(found: Candidate[Clock], value: Clock, end: int) -> Candidate[Clock]:
    return Candidate(
        value=value,
        start=found.start,
        end=end,
        rule=found.rule,
        confidence=found.confidence,
        doubts=found.doubts,
    )


_BESIDE = re.compile(rf"[\s,;:|({DASHES}]{{0,6}}")
_DASH = re.compile(rf"[{DASHES}]")
_MOST_CLOCKS = 3
_OTHER_CLOCK = re.compile(rf"{GAP}[/|(=;,·•]{GAP}")


# The pattern is wide, so that it sees all of an expression; `_expression` then asks for signs -----

_FRESH = rf"(?:(?<=\dT)|(?<![\w#§$€£+@])(?<!\w[.:/@{DASHES}])(?<!\d,)(?<!\.\.))"
_NOON_WORD = any_case(when_words.words("noon").split("|"))
_MIDNIGHT_WORD = any_case(when_words.words("midnight").split("|"))
_LABEL = rf"(?:{when_words.words('label')})[^\S\n]?:"
_BETWEEN = when_words.words("between")
_BEGINS = (
    re.compile(r"\d(?:(?<!\w\d)|(?<=\dT\d))"),
    re.compile(rf"[mnMN](?:(?<!\w.)|(?<=\dT.))(?<=(?={_NOON_WORD}|{_MIDNIGHT_WORD}).)"),
)
"""Figures and words for noon: the first letter alone, which is looked for quickly."""
_SIGN = (
    rf"(?:(?P<sign>(?i:\b(?:(?:{_BETWEEN})[^\S\n])?(?:{when_words.words('clock')})|{_LABEL}"
    rf"|\b(?:{when_words.words('at')})(?<!:)(?<!\.)\b)){GAP})?"
)
_TO = (
    rf"(?:{GAP}[{DASHES}]{GAP}"
    rf"|[^\S\n]{{1,3}}(?P<word>(?i:{when_words.words('to')}|{when_words.words('and_')}))"
    rf"[^\S\n]{{1,3}}(?:(?i:{when_words.words('clock')})[^\S\n]{{1,3}})?"
    r"|[^\S\n]{1,3}(?i:and (?:finish|end|close|conclude|run)(?:e?s|ing)?(?: at| until)?)"
    r"[^\S\n]{1,3})"
)
_SURE_UNIT, _UNIT = when_words.words("sure_hours"), when_words.words("hours")


def _point(n: int) -> str:
    return (
        rf"(?:(?:12{GAP})?(?P<q{n}>{_NOON_WORD}|{_MIDNIGHT_WORD})\b"
        rf"|(?P<f{n}>(?:[01]\d|2[0-4])[0-5]\d)(?!\d)"
        rf"|(?P<h{n}>\d{{1,2}})(?!\d)"
        rf"(?:(?P<s{n}>[:.]|[^\S\n]?[hH][^\S\n]?|[^\S\n]?(?i:uhr)[^\S\n])(?P<n{n}>[0-5]\d)"
        r"(?::[0-5]\d)?(?!\d))?)"
        rf"(?:{GAP}(?P<a{n}>[AaPp](?:\.[^\S\n]?[Mm]\b\.?|[Mm]\b)))?"
        rf"(?:{GAP}(?P<u{n}>(?i:{_SURE_UNIT}|{_UNIT})\b(?:\.(?={GAP}[(,]))?|[hH](?![^\W_])))?"
    )


@cache
def _pattern(*, is_fresh: bool = True) -> re.Pattern[str]:
    zones = zone_words.pattern()
    fresh = _FRESH if is_fresh else ""
    return re.compile(
        rf"{_SIGN}{fresh}(?P<point>(?P<first>{_point(1)})(?P<z1>{zones})?"
        rf"(?:(?P<to>{_TO}){_point(2)}(?P<z2>{zones})?)?)"
    )


# Which of what the pattern sees is a time ---------------------------------------------------------

_BARE, _NEEDS_SIGN, _SURE = 0, 1, 2
_IS_SURE_UNIT = re.compile(_SURE_UNIT)
_IS_BETWEEN = re.compile(_BETWEEN)
_IS_CLOCK = re.compile(rf"\b(?:{when_words.words('clock')})$")
_IS_AND = re.compile(when_words.words("and_"))
_Parts = dict[str, str | None]


def _expression(match: re.Match[str], is_beside: bool) -> Candidate[Clock] | None:
    """Return the time that a match holds: as a range, else its first half, else None."""
    parts = match.groupdict()
    if parts["to"] and _is_range(match, parts, is_beside):
        found = _candidate(match, parts, match.end("point"), has_end=True)
        if found is not None:
            return found
    if _is_time(match, parts, is_beside):
        return _candidate(match, parts, _first_end(match), has_end=False)
    return None


def _first_end(match: re.Match[str]) -> int:
    return match.end("z1") if match["z1"] and _zone(match, 1) else match.end("first")


def _level(parts: _Parts, n: int) -> int:
    """Return how surely one end of an expression is a time by its own looks."""
    if parts[f"q{n}"] or parts[f"a{n}"] or (parts[f"s{n}"] or ".").strip() != ".":
        return _SURE
    unit = (parts[f"u{n}"] or "").casefold()
    if _IS_SURE_UNIT.fullmatch(unit):
        return _SURE
    if parts[f"f{n}"]:
        return _SURE if unit else _NEEDS_SIGN
    return _NEEDS_SIGN if parts[f"n{n}"] or unit else _BARE


def _may_be_a_length(parts: _Parts) -> bool:
    """Return whether its unit may count hours: "3 hours"."""
    unit = (parts["u1"] or "").casefold()
    return len(unit) > 1 and not (parts["n1"] or parts["f1"] or _IS_SURE_UNIT.fullmatch(unit))


def _is_time(match: re.Match[str], parts: _Parts, is_beside: bool) -> bool:
    level, sign, zone = _level(parts, 1), _sign(parts), _zone(match, 1)
    if level == _BARE:
        return _is_label(sign) or bool(zone and (sign or is_beside))
    if _may_be_a_length(parts):
        return bool(sign) or (is_beside and int(parts["h1"] or 0) >= _EARLIEST_USUAL)
    if level == _SURE or zone or is_beside or _is_label(sign):
        return True
    if parts["f1"] and _heads_a_line(match):
        return True
    return bool(sign) and not _is_year(parts["f1"])


def _is_range(match: re.Match[str], parts: _Parts, is_beside: bool) -> bool:
    first, last = _level(parts, 1), _level(parts, 2)
    to, sign = (parts["word"] or "").casefold(), _sign(parts)
    is_between = bool(_IS_BETWEEN.match(sign))
    if _IS_AND.fullmatch(to) and not is_between:
        return False
    told = bool(_zone(match, 2) or _zone(match, 1) or is_beside or _is_label(sign))
    if parts["f1"] and parts["f2"]:
        years = _is_year(parts["f1"]) and _is_year(parts["f2"])
        return told or not years or first == _SURE or last == _SURE or _heads_a_line(match)
    if first == _SURE and (last == _SURE or (last == _NEEDS_SIGN and not _is_year(parts["f2"]))):
        return True
    is_tight = bool(_DASH.fullmatch(parts["to"] or ""))
    if first == _SURE and last == _BARE:
        return told or is_tight or _ends_there(match)
    if first == _BARE and last == _SURE:
        return told or is_tight or is_between or bool(parts["a2"] or parts["u2"])
    if first == _BARE and last == _BARE:
        is_plain = is_beside and _ends_there(match) and _are_usual_hours(parts)
        return _is_label(sign) or bool(told and sign) or is_plain
    return told or bool(sign) or last == _SURE or _are_usual_hours(parts)


def _sign(parts: _Parts) -> str:
    return (parts["sign"] or "").strip().casefold()


def _is_label(sign: str) -> bool:
    return sign.endswith(":") or bool(_IS_CLOCK.search(sign))


def _is_year(figures: str | None) -> bool:
    return figures is not None and figures[:2] in {"19", "20"}


_COLUMN = re.compile(r"[^\S\n]{2,}|\t")


def _heads_a_line(match: re.Match[str]) -> bool:
    """Whether it is the first column of a programme: "1900       Dinner"."""
    furthest = max(0, match.start() - _DEEPEST_INDENT)
    line = match.string.rfind("\n", furthest, match.start()) + 1
    is_first = (line or furthest == 0) and not match.string[line : match.start()].strip()
    return bool(is_first and _COLUMN.match(match.string, match.end("point")))


_DEEPEST_INDENT = 8

_AFTER = re.compile(r"[^\S\n]*(?:$|[.,;)\n])", re.MULTILINE)


def _ends_there(match: re.Match[str]) -> bool:
    return bool(_AFTER.match(match.string, match.end("point")))


def _are_usual_hours(parts: _Parts) -> bool:
    hours, minutes = (parts["h1"], parts["h2"]), (parts["n1"], parts["n2"])
    are_usual = all(h and _EARLIEST_USUAL <= int(h) <= _LATEST_USUAL for h in hours)
    return are_usual and all(minute in {None, "00", "15", "30", "45"} for minute in minutes)


_EARLIEST_USUAL, _LATEST_USUAL = 7, 22


def _zone(match: re.Match[str], n: int) -> str:
    """Return the zone words behind one end; empty where they read as words of a heading."""
    words = match[f"z{n}"] or ""
    zone = zone_words.tidy(words)
    reads_as_word = zone in _ALSO_WORDS and _CAPITALS.match(match.string, match.end(f"z{n}"))
    return "" if reads_as_word else zone


_ALSO_WORDS = frozenset({"ART", "CAT", "EAT", "EST", "ET", "GET", "MT", "PET", "WEST", "WIT"})
_CAPITALS = re.compile(r"[^\S\n]+[A-Z]{2,}\b")


def _candidate(
    match: re.Match[str], parts: _Parts, end: int, *, has_end: bool
) -> Candidate[Clock] | None:
    time, end_time = _times(parts) if has_end else (_time(parts, 1, parts["a1"]), None)
    if time is None or (has_end and end_time is None):
        return None
    start = match.start("point")
    while match.string.count(")", start, end) > match.string.count("(", start, end):
        end = match.string.rindex(")", start, end)
    zone = (_zone(match, 2) if has_end else "") or _zone(match, 1)
    written = match.string[start:end].rstrip()
    return Candidate(
        value=Clock(time=time, end_time=end_time, zone=zone, written=written),
        start=start,
        end=start + len(written),
        rule="time.range" if has_end else "time",
        confidence=0.9 if _level(parts, 1) == _SURE else 0.8,
        doubts=tuple(_doubts(parts, time, end_time)),
    )


def _times(parts: _Parts) -> tuple[dt.time | None, dt.time | None]:
    """Return both ends; a half of the day printed at one end holds for the other where it can."""
    first, last = parts["a1"], parts["a2"]
    time, end_time = _time(parts, 1, first or last), _time(parts, 2, last or first)
    if time and end_time and time > end_time:
        if last and not first:
            time = _time(parts, 1, "am" if last[:1].casefold() == "p" else "pm")
        elif first and not last:
            end_time = _time(parts, 2, "pm" if first[:1].casefold() == "a" else None)
    return time, end_time


_NOON, _DAY = 12, 24
_IS_NOON = re.compile(_NOON_WORD)


def _time(parts: _Parts, n: int, half: str | None) -> dt.time | None:
    if word := parts[f"q{n}"]:
        return dt.time(12) if _IS_NOON.fullmatch(word) else dt.time(0)
    figures = parts[f"f{n}"]
    hour = int(figures[:2] if figures else parts[f"h{n}"] or 0)
    minute = int(figures[2:] if figures else parts[f"n{n}"] or 0)
    if half and 1 <= hour <= _NOON and not figures:
        hour = hour % _NOON + (_NOON if half[:1].casefold() == "p" else 0)
    if hour > _DAY or (hour == _DAY and minute):
        return None
    return dt.time(hour % _DAY, minute)


_LATEST_UNLIKELY = 6


def _doubts(parts: _Parts, time: dt.time, end_time: dt.time | None) -> Iterator[Doubt]:
    if _is_bare_range(parts, end_time):
        yield Doubt(
            kind=DoubtKind.UNSURE,
            words=f"“{parts['h1']}” and “{parts['h2']}” are read as hours of the day.",
        )
    if time == dt.time(0) and (parts["q1"] or parts["h1"] == "24"):
        yield Doubt(
            kind=DoubtKind.VAGUE_TIME,
            words="Midnight may be the beginning or the end of that day.",
        )
    halves = parts["a1"] or parts["a2"] or parts["f1"] or parts["u1"]
    is_short = (parts["h1"] or "0")[0] != "0" and 0 < time.hour <= _LATEST_UNLIKELY
    if is_short and not halves and (end_time is None or end_time.hour < _NOON):
        yield Doubt(
            kind=DoubtKind.VAGUE_TIME,
            words=f"{time:%H:%M} is printed without am or pm and may be in the afternoon.",
        )


def _is_bare_range(parts: _Parts, end_time: dt.time | None) -> bool:
    """Return whether nothing but a date beside two bare figures makes them hours."""
    has_unit = parts["a2"] or parts["u2"] or parts["z1"] or parts["z2"] or parts["sign"]
    return bool(
        end_time is not None
        and not has_unit
        and _level(parts, 1) == _BARE
        and _level(parts, 2) == _BARE
    )
