"""A kept text cut up as it stands on the page: lines and sentences, with their offsets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import msgspec

from briefing.reader.fields.calendar_words import MONTH, WEEKDAY_BEFORE_DAY

LONGEST_SENTENCE = 3000
"""Code points; what is longer is cut, so that no rule meets a line of a megabyte."""

_OF_A_DATE = rf"(?!\s+(?:{MONTH}\.?\s*(?:$|[\d,:|–—-])|(?:bis|til|og|und|to|and|[–-])\s+\d))"
_MARK = re.compile(
    r"(?:[-*+•–—▪◦·‣●○■►]|#{1,6}|\(?\d{1,2}[.)](?!\s+\w+\.?\s+\d{4})"
    rf"{_OF_A_DATE}"
    r"|\(?[ivx]{1,4}[.)]|\(?[a-zA-Z]\))\s+(?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|a|Dr|Drs|Mr|Mrs|Ms|Prof|Amb|St|Sr|Sra|Jr|Gen|Col|Maj|Lt|Capt|No|Nr|nr|vs|"
    r"Mtr[ao]|Lic|Emb|Tte|Cnel|Gral|Cap|Dra|Lcd[ao]|Arq|Abg|Sgt|Supt|Insp|Cllr|Cmdr|Brig\.-Gen|"
    r"Av|Avda|Pza|Bd|Blvd|Dr\.-Ing|Dipl\.-Ing|Ing|Excm[oa]|Mag|Rev|Sen|Adm|Brig|Cdr|S\.E|Msgr|"
    r"e\.g|i\.e|bl\.a|f\.eks|ca|cf|approx|Art|art|para|Hon|H\.E|U\.S|U\.N|U\.K|D\.C|Ret|ret)\.$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that has something on it, without the spaces around."""

    start: int
    """Offset of its first character in the kept text, in code points."""
    end: int
    text: str
    gap: int
    """How many blank lines stand above."""
    mark: str = ""
    """The bullet, number or hash that it begins with."""

    @property
    def body_start(self) -> int:
        """Offset of what follows the mark."""
        return self.start + len(self.mark)

    @property
    def content(self) -> "Span":
        """Where what follows the mark stands."""
        return Span(self.body_start, self.end)

    @property
    def body(self) -> str:
        """What follows the mark."""
        return self.text[len(self.mark) :]


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the kept text, in code points.

    A page has hundreds: as a Struct each costs an eighth of what it would as a dataclass.
    """

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def words(self, text: str) -> str:
        """Return what it covers."""
        return text[self.start : self.end]


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a kept text that are not blank, in order."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    offset, gap = 0, 0
    for row in text.split("\n"):
        content = row.strip()
        if content:
            start = offset + len(row) - len(row.lstrip())
            mark = _MARK.match(content[:40])
            yield Line(
                start=start,
                end=start + len(content),
                text=content,
                gap=gap,
                mark=mark.group() if mark and mark.end() < len(content) else "",
            )
        gap = 0 if content else gap + 1
        offset += len(row) + 1


def unwrap(text: str) -> str:
    """Return a text of the same length in which the breaks of a mail program are spaces.

    A break was put in by width, and not by the writer, where the next line's first word would not
    have fitted any more.
    """
    rows = text.split("\n")
    width = _width(rows)
    is_wrapped = (
        _NARROWEST <= width <= _WIDEST and not _runs_long(rows) and _is_wrapped(rows, width)
    )
    breaks = (
        not _goes_on_below_cell(one, other)
        and (
            (is_wrapped and not _is_of_columns(one, other) and _would_not_fit(one, other, width))
            or _runs_on_small(one, other)
            or _runs_on_narrow(one, other)
        )
        for one, other in pairwise(rows)
    )
    joints = (" " if is_soft else "\n" for is_soft in breaks)
    return "".join(part for pair in zip(rows, (*joints, ""), strict=True) for part in pair)


def _is_of_columns(row: str, following: str) -> bool:
    """Return whether rows have cells between bars, or go on below each other in a column."""
    if " | " in row or " | " in following:
        return True
    indent, below = (len(one) - len(one.lstrip()) for one in (row, following))
    if below < _DEEP or not following.strip()[:1].isupper():
        return False
    return below > indent or (below == indent and len(row.strip()) < _SHORT_ROW)


def _goes_on_below_cell(row: str, following: str) -> bool:
    """Return whether a row begins below the second of three cells or more, apart by wide gaps."""
    if not following.startswith(_INDENT) or row.count("   ") < _FEWEST_GAPS:
        return False
    indent = len(following) - len(following.lstrip())
    cells = [cell.start() for cell in _WIDE_CELL.finditer(row)]
    return len(cells) > _FEWEST_GAPS and indent in cells[1:]


_INDENT, _FEWEST_GAPS = " " * 8, 2
_WIDE_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_DEEP, _SHORT_ROW = 8, 50
"""Columns before a second column; and letters of a row there that nothing broke."""


def _runs_long(rows: Sequence[str]) -> bool:
    """Return whether much of a text stands in paragraphs on one line each, which no one broke."""
    unbroken = sum(len(row) for row in rows if len(row) > _LONGER_THAN_BROKEN)
    return _UNBROKEN * unbroken > sum(map(len, rows))


_LONGER_THAN_BROKEN = 120
_UNBROKEN = 4
"""Which part of a text: a quarter."""


def _width(rows: Sequence[str]) -> int:
    """Return the width at which most paragraphs are broken: the median of their widest rows."""
    widest: list[int] = []
    above = ""
    for row, following in pairwise(rows):
        if _could_run_on(row, following):
            if above and widest:
                widest[-1] = max(widest[-1], len(row))
            else:
                widest.append(len(row))
        above = row.strip()
    return sorted(widest)[len(widest) // 2] if widest else 0


def _is_wrapped(rows: Sequence[str], width: int) -> bool:
    open_ended = [
        _would_not_fit(one, other, width)
        for one, other in pairwise(rows)
        if _is_open(one) and _could_run_on(one, other)
    ]
    return sum(open_ended) >= _FEWEST_BROKEN and sum(open_ended) > _MOST * len(open_ended)


_NARROWEST, _WIDEST = 40, 100
_SLACK = 4
"""Columns that a person who breaks lines by hand leaves over."""
_FEWEST_BROKEN, _MOST = 3, 0.6
_LABELLED = re.compile(r"\s*[^\W\d_][\w /()-]{1,30}:(?:\s|$)")


def _could_run_on(row: str, following: str) -> bool:
    """Return whether the second of two rows may be the rest of the first."""
    if not row.strip() or not following.strip() or row.rstrip().endswith(":"):
        return False
    if _MARK.match(following.lstrip()[:40]) or _LABELLED.match(following):
        return False
    return not any(form.match(row) and form.match(following) for form in _EACH_ITS_OWN)


_EACH_ITS_OWN = (
    re.compile(r"\s*\d{1,2}[.:h]\d\d(?!\d)"),
    re.compile(
        r"\s*(?:[A-Z][\w.]{0,12}\s){0,2}[^\W\d_a-z][\w’'-]+(?:\s(?:[a-z]{2,3}\s){0,3}[^\W\d_a-z]"
        r"[\w’'-]+){1,3}(?:,\s[^,\n]{3,60},\s|\s\([^)\n]{3,60}\)\s*$)"
    ),
)
"""How rows of a programme begin, and those of a list of people: "Ana Berg, Fellow, Netco"."""


def _would_not_fit(row: str, following: str, width: int) -> bool:
    if not _could_run_on(row, following):
        return False
    return len(row.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK


def _is_open(row: str) -> bool:
    return bool(row.strip()) and row.rstrip()[-1] not in ".:;!?"


def _runs_on_small(row: str, following: str) -> bool:
    """Return whether a line goes on with a small letter, whatever the width."""
    return (
        _is_open(row)
        and following.strip()[:1].islower()
        and len(row.strip()) >= _LONG_ENOUGH
        and not _MARK.match(following.strip()[:40])
        and not (row[:1].isspace() and _WITH_WHOM.match(following))
    )


_LONG_ENOUGH = 40
_WITH_WHOM = re.compile(r"\s+(?:with|mit|med|avec|con|by|von|av|par|por)\s+[^\W\d_a-z]")
"""A line of an indented entry that says who speaks; it is no part of the title above."""
_LINK = re.compile(r"\s(?:of|the|and|for|in|to|de|des|du|la|et|der|die|und|für|del|y|og|av)$")
_BULLET = re.compile(r"[-*+•–▪◦·‣●○■►]\s+(?=\S)")
_DAY_FIRST = re.compile(rf"(?:\d{{1,2}}\b|{WEEKDAY_BEFORE_DAY}\b|{MONTH}\s\d)")
"""How the entry of a calendar begins: what follows on a line of its own is its title."""


def _runs_on_narrow(row: str, following: str) -> bool:
    """Return whether a line breaks off at "of the", or is a bullet whose next line is indented."""
    words = row.strip()
    if not words or not following.strip() or _MARK.match(following.strip()[:40]):
        return False
    if _LINK.search(words):
        return not _LABELLED.match(following)
    bullet = _BULLET.match(row.lstrip()[:10])
    indent = len(following) - len(following.lstrip())
    if bullet is not None and not following.strip()[0].islower():
        is_of_a_day = _DAY_FIRST.match(row.lstrip()[bullet.end() : bullet.end() + 20])
        bullet = None if is_of_a_day else bullet
    return bullet is not None and indent == len(row) - len(row.lstrip()) + bullet.end()


def sentences(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the sentences of some lines; a heading or bullet is one of its own."""
    for line in lines:
        yield from _cut_again(text, line.body_start, line.end)


@lru_cache(maxsize=512)
def _cut_again(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of a line: several rules ask for them."""
    return tuple(cut(text, Span(start, end)))


def cut(text: str, whole: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch."""
    start = whole.start
    for end in _SENTENCE_END.finditer(text, whole.start, whole.end):
        mark = end.start() + 1
        if text[end.start()] == "." and _ABBREVIATION.search(text, max(start, mark - 12), mark):
            continue
        if _goes_on(text, mark, Span(end.end(), whole.end)):
            continue
        yield from _pieces(start, end.start() + len(end.group().rstrip()))
        start = end.end()
    if start < whole.end:
        yield from _pieces(start, whole.end)


_HOURS_THEN_ZONE = re.compile(r"[ap]\.m\.$", re.IGNORECASE)
_ZONE = re.compile(r"\(|[A-Z]{2,5}(?!\w)")


def _goes_on(text: str, mark: int, rest: Span) -> bool:
    """Return whether a sentence goes on behind a full stop: "9 a.m. EDT", "e.g. nets"."""
    if rest.start >= rest.end:
        return False
    if text[rest.start].islower() or text[mark - 1 : rest.start + 1].endswith(". ("):
        return True
    if _is_within_a_date(text, mark, rest):
        return True
    is_hour = _HOURS_THEN_ZONE.search(text, max(0, mark - 4), mark)
    return is_hour is not None and _ZONE.match(text, rest.start, rest.end) is not None


_DAY_NUMBER = re.compile(r"(?<![\d.,:])\d{1,2}\.$")
_MONTH_OR_RANGE = re.compile(rf"{MONTH}|[–—−-]\s|\(?\d{{1,2}}\.\s")
_BEFORE_FIGURES = re.compile(rf"(?:(?<!\w)(?i:kl|ca)|{MONTH}|{WEEKDAY_BEFORE_DAY})\.$")
_LONGEST_NAME = 14


def _is_within_a_date(text: str, mark: int, rest: Span) -> bool:
    """Return whether the full stop belongs to a day or a short name: "9. Juni", "kl. 14"."""
    if _DAY_NUMBER.search(text, max(0, mark - 4), mark):
        return _MONTH_OR_RANGE.match(text, rest.start, rest.end) is not None
    is_short = text[mark - 2 : mark - 1].isalpha() and text[rest.start].isdigit()
    return is_short and _is_short_name(text[max(0, mark - _LONGEST_NAME) : mark])


def _is_short_name(words: str) -> bool:
    found = _BEFORE_FIGURES.search(words)
    if found is None or len(found.group()) > _LONGEST_SHORT_NAME:
        return False
    return found.group().casefold() not in _WHOLE_NAMES


_LONGEST_SHORT_NAME = 5
_WHOLE_NAMES = frozenset({"may.", "june.", "july.", "mai.", "juni.", "juli.", "mars.", "juin."})


def _pieces(start: int, end: int) -> Iterator[Span]:
    for at in range(start, end, LONGEST_SENTENCE):
        yield Span(at, min(at + LONGEST_SENTENCE, end))
