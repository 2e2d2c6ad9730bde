"""One more event that a page tells of beside its own: in a sentence, or under a heading."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reader import further_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, times
from briefing.reader.items import quoted
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span, cut
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.telling import Telling, is_other, telling
from briefing.reader.vocabulary import EVENT_NOUN, NAMES_EVENT, any_of


class Told(NamedTuple):
    """An event that a part of some lines tells of."""

    first: int
    last: int
    span: Span
    """Where it is told: whole lines, or sentences of one."""
    title: Span


def _any(table: dict[str, tuple[str, ...]]) -> str:
    return any_of(*(word for row in table.values() for word in row))


_ALSO = Cue(_any(further_words.ALSO))
_ONE_MORE = Cue(
    rf"{_any(further_words.ARTICLES)}\s"
    rf"(?P<noun>(?:(?!{_any(further_words.JOINTS)}\s)[\w’'-]+\s){{0,5}}?{EVENT_NOUN})(?!['’\w-])",
)
_FOLLOWS = Cue(_any(further_words.FOLLOWS))
_MOVED = Cue(_any(further_words.MOVED))
_AT_TABLE = Cue(_any(further_words.AT_TABLE))
_APART = re.compile(r"\s*[:,–—|(-]\s*$")
_LONGEST_HEADING, _MOST_WORDS = 80, 8
_LONGEST_LINE = 3_000


def further(
    text: str, lines: Sequence[Shaped], heads: Sequence[int], called: Span | None
) -> tuple[Told, ...]:
    """Return the events on days of their own that a page tells of beside its own."""
    own = _own_day(text, lines, heads)
    if own is None:
        return ()
    at, day = own
    found: list[Told] = []
    for n in range(len(lines)):
        for one in (*_headed(text, lines, n), *_in_sentences(text, lines, n, at)):
            dated = _day(text, one.span)
            is_new = dated is not None and not _is_within(dated, day)
            if is_new and (called is None or one.title != called) and not _meet(one, found):
                found.append(one)
    return tuple(found)


def without(text: str, lines: Sequence[Shaped], found: Sequence[Told]) -> tuple[Shaped, ...]:
    """Return lines without the parts that tell of such events."""
    kept: list[Shaped] = []
    for n, x in enumerate(lines):
        at = x.line.start
        for one in found:
            if one.first <= n <= one.last:
                kept += _piece(text, x, at, min(one.span.start, x.line.end))
                at = max(at, one.span.end)
        kept += [x] if at == x.line.start else _piece(text, x, at, x.line.end)
    return tuple(kept)


def segment(text: str, lines: Sequence[Shaped], one: Told) -> Segment:
    """Return such an event as a part of its page."""
    own = [
        part
        for x in lines[one.first : one.last + 1]
        for part in _parted(
            text, x, max(x.line.start, one.span.start), min(x.line.end, one.span.end), one.title
        )
    ]
    return Segment(
        form=Form.RECORD,
        start=own[0].line.start,
        end=own[-1].line.end,
        title=one.title,
        lines=tuple(own),
    )


def _parted(text: str, x: Shaped, start: int, end: int, title: Span) -> list[Shaped]:
    """Return the part of a line between two offsets; what stands behind its name alone.

    Words of the name, as in "The closed door" takes place on 3 May, say nothing of the day.
    """
    is_behind = start < title.start and title.end < end and bool(days.find(text, title.end, end))
    if not is_behind or x.shape is not Shape.PROSE:
        return _piece(text, x, start, end)
    return [*_piece(text, x, start, title.end), *_piece(text, x, title.end + 1, end)]


def _piece(text: str, x: Shaped, start: int, end: int) -> list[Shaped]:
    """Return the part of a line between two offsets, unless it is empty."""
    if start <= x.line.start and end >= x.line.end:
        return [x]
    words = text[start : min(end, x.line.end)]
    start += len(words) - len(words.lstrip())
    if not words.strip():
        return []
    mark = x.line.mark if start == x.line.start else ""
    line = Line(
        start=start, end=start + len(words.strip()), text=words.strip(), gap=x.line.gap, mark=mark
    )
    return [Shaped(line=line, shape=Shape.PROSE)]


def _meet(one: Told, found: Sequence[Told]) -> bool:
    return any(one.span.start < other.span.end for other in found)


# Days --------------------------------------------------------------------------------------------


def _own_day(
    text: str, lines: Sequence[Shaped], heads: Sequence[int]
) -> tuple[int, days.Days] | None:
    """Return where a page first tells its own event's day, and that day."""
    for n, x in enumerate(lines):
        is_label = x.label is not None and x.label.label is Label.DATE
        if is_label or n in heads[:1]:
            found = days.find(text, x.line.start, x.line.end)
            if found:
                return n, found[0]
    for n, x in enumerate(lines):
        for sentence in _sentences(text, x):
            dated = _told_day(text, sentence, likeliest=Telling.NAMED)
            if dated is not None:
                return n, dated
    return None


def _sentences(text: str, x: Shaped) -> Iterator[Span]:
    if x.shape in (Shape.PROSE, Shape.TITLE, Shape.LABEL):
        yield from cut(text, Span(x.line.body_start, min(x.line.end, x.line.start + _LONGEST_LINE)))


def _told_day(text: str, sentence: Span, *, likeliest: Telling) -> days.Days | None:
    """Return the first day on which a sentence says that something is held.

    Words of a name in quotation marks before the day say nothing of it.
    """
    name = quoted(text, _line(text, sentence))
    for day in days.find(text, sentence.start, sentence.end):
        starts = [sentence.start, *([name.end] if name and name.end < day.start else [])]
        ways = (telling(text, start, day.start, day.end, sentence.end) for start in starts)
        is_told = any(how is not None and how <= likeliest for how in ways)
        if is_told and day.first.number is not None:
            return day
    return None


def _day(text: str, span: Span) -> days.Days | None:
    return next(iter(days.find(text, span.start, span.end)), None)


def _is_within(day: days.Days, own: days.Days) -> bool:
    """Return whether a day is one of the page's own event, whatever its year."""
    last = own.last or own.first
    ends = [(one.month, one.number or 0) for one in (own.first, day.first, last)]
    return ends == sorted(ends)


# How it is told ----------------------------------------------------------------------------------


def _headed(text: str, lines: Sequence[Shaped], n: int) -> Iterator[Told]:
    """Yield the event whose day and hour stand behind its name, or right below it."""
    line = lines[n].line
    if n == 0 or len(line.text) > _LONGEST_LINE:
        return
    dated = next(iter(days.find(text, line.start, line.end)), None)
    if dated is None:
        below = lines[n + 1] if n + 1 < len(lines) and not lines[n + 1].line.gap else None
        is_name = len(line.body) <= _LONGEST_HEADING and _is_name(text, line.content)
        if below is not None and is_name and _gives_hour(text, below.line):
            span = Span(line.start, below.line.end)
            yield Told(n, n + 1, span, line.content)
        return
    apart = _APART.search(text, line.body_start, dated.start)
    name = Span(line.body_start, apart.start()) if apart else None
    if name is not None and _is_name(text, name) and _gives_hour(text, line):
        yield Told(n, n, Span(line.start, line.end), name)


def _is_name(text: str, name: Span) -> bool:
    """Return whether some words are what an event within a programme of study is called."""
    words = name.words(text)
    is_short = 1 < len(words.split()) <= _MOST_WORDS and not words.endswith((".", ":", "?"))
    return is_short and _INTRODUCES.search(words) is not None


_INTRODUCES = Cue(_any(further_words.INTRODUCTORY))


def _gives_hour(text: str, line: Line) -> bool:
    """Return whether a line gives one day, no deadline, and an hour."""
    found = days.find(text, line.start, line.end)
    if len(found) != 1 or found[0].last is not None or found[0].first.number is None:
        return False
    if is_other(text, line.start, found[0].start, found[0].end, line.end):
        return False
    gaps = days.gaps(found, line.start, line.end)
    return any(times.find(text, *gap, beside_date=True) for gap in gaps)


def _in_sentences(text: str, lines: Sequence[Shaped], n: int, own: int) -> Iterator[Told]:
    """Yield the events that sentences announce with "a second", "also" or as one more."""
    line = lines[n].line
    if lines[n].shape is not Shape.PROSE or line.text.endswith("?"):
        return
    every = tuple(_sentences(text, lines[n]))
    for sentence in every:
        is_first = sentence == every[0]
        title = None if is_first and n == own else _announced(text, sentence, line)
        if title is not None:
            span = Span(sentence.start, max(sentence.end, title.end))
            yield Told(n, n, Span(line.start, line.end) if is_first else span, title)


def _announced(text: str, sentence: Span, line: Line) -> Span | None:
    """Return the name of one more event that a sentence announces with its day."""
    goes_on = _FOLLOWS.search(text, sentence.start, sentence.end) is not None
    likeliest = Telling.NAMED if goes_on else Telling.ANNOUNCED
    day = _told_day(text, sentence, likeliest=likeliest)
    if day is None or _MOVED.search(text, sentence.start, sentence.end):
        return None
    within = in_quotes(text, sentence, line)
    if within is not None and not NAMES_EVENT.search(text, sentence.start, within.start):
        return None
    more = _ONE_MORE.search(text, sentence.start, sentence.end)
    if within is not None and (more or _ALSO.search(text, sentence.start, sentence.end)):
        return within
    if more is None or (more.start() > day.start and day.start - sentence.start > _FURTHEST):
        return None
    noun = Span(*more.span("noun"))
    is_bare = len(noun.words(text).split()) == 1 or _AT_TABLE.search(noun.words(text)) is not None
    return None if is_bare else noun


def in_quotes(text: str, sentence: Span, line: Line) -> Span | None:
    """Return what a sentence puts in quotation marks, though it seems to end within: "Why?"."""
    found = quoted(text, _line(text, Span(sentence.start, line.end)))
    return found if found is not None and found.start < sentence.end else None


def _line(text: str, span: Span) -> Line:
    return Line(start=span.start, end=span.end, text=text[span.start : span.end], gap=0)


_FURTHEST = 60
