"""Events that paragraphs announce: the news of a digest, a series told sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.reader import further_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, times, titles
from briefing.reader.further import in_quotes
from briefing.reader.headings import is_title
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.telling import Telling, telling
from briefing.reader.vocabulary import NAMES_EVENT, any_of

_FEWEST = 2
_LEAD = re.compile(r"[^\W\d_a-z][^.:!?\n]{2,70}(?=[.:]\s)")


def news(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the events of a page where several paragraphs, each under a title, announce one."""
    found = [n for n, x in enumerate(lines) if _may_tell(x) and _day(text, x.line)]
    called = [(n, _called(text, lines, n)) for n in found]
    titled = [(n, title) for n, title in called if title is not None]
    dated = {_day(text, lines[n].line) for n, _ in titled}
    if len(dated) < _FEWEST or len(titled) < len(found):
        return ()
    return tuple(_segment(lines, n, title) for n, title in titled)


def _may_tell(x: Shaped) -> bool:
    """Return whether a line is a paragraph: no day alone, no value behind its label."""
    is_label = x.label is not None and x.label.label is not Label.OTHER
    return x.shape is not Shape.DATE and not is_label


def one_by_one(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the parts of a series that sentences tell, each with its name in quotation marks."""
    if any(x.label is not None and x.label.label is Label.DATE for x in lines):
        return ()
    found = [one for x in lines if x.shape is Shape.PROSE for one in _steps(text, x)]
    dated = {text[one.day.start : one.day.end] for one in found}
    if len(found) < _FEWEST or len(dated) < len(found):
        return ()
    ends = [*(one.span.start for one in found[1:]), found[-1].span.end]
    return tuple(
        _step(text, one, min(end, one.line.end)) for one, end in zip(found, ends, strict=True)
    )


class _Step(NamedTuple):
    line: Line
    span: Span
    title: Span
    day: days.Days


_OF_A_TEXT = Cue(any_of(*(word for row in further_words.OF_A_TEXT.values() for word in row)))
_MOST_LEAD = 16
"""Code points before the day that a paragraph begins with: "On Thursday, "."""
_STEPS = Cue(any_of(*(word for row in further_words.STEPS.values() for word in row)))


def _steps(text: str, x: Shaped) -> Iterator[_Step]:
    for sentence in sentences(text, [x.line]):
        day = next(iter(days.find(text, sentence.start, sentence.end)), None)
        if day is None:
            continue
        is_led = sentence.start == x.line.body_start and day.start - sentence.start <= _MOST_LEAD
        is_led = is_led and bool(times.find(text, day.end, sentence.end, beside_date=True))
        title = in_quotes(text, sentence, x.line)
        title = title or (titles.named(text, sentence) if is_led else None)
        if title is None or _OF_A_TEXT.search(text, sentence.start, title.start):
            continue
        if not (is_led or _STEPS.search(text, sentence.start, sentence.end)):
            continue
        how = telling(text, sentence.start, day.start, day.end, sentence.end)
        if how is not None and how is not Telling.REPORTED and day.first.number is not None:
            yield _Step(x.line, Span(sentence.start, max(sentence.end, title.end)), title, day)


def _step(text: str, one: _Step, end: int) -> Segment:
    end = one.span.start + len(text[one.span.start : end].rstrip())
    line = Line(start=one.span.start, end=end, text=text[one.span.start : end], gap=0)
    return Segment(
        form=Form.ITEM,
        start=line.start,
        end=line.end,
        title=one.title,
        lines=(Shaped(line=line, shape=Shape.PROSE),),
    )


def _day(text: str, line: Line) -> str | None:
    """Return the day, as printed, on which a line's first dated sentence says an event will be."""
    for sentence in sentences(text, [line]):
        for day in days.find(text, sentence.start, sentence.end):
            how = telling(text, sentence.start, day.start, day.end, sentence.end)
            is_headed = how is Telling.NAMED and _is_headed(text, line)
            is_headed = is_headed or (how in _MENTIONS and _gives_hour(text, sentence, day))
            if is_headed or (
                how in (Telling.INVITED, Telling.ANNOUNCED) and _is_of_event(text, line)
            ):
                return text[day.start : day.end]
    return None


_MENTIONS = (Telling.INVITED, Telling.ANNOUNCED, Telling.NAMED, Telling.MENTIONED)
_BESIDE = 24


def _gives_hour(text: str, sentence: Span, day: days.Days) -> bool:
    """Return whether an hour stands right behind a day."""
    end = min(sentence.end, day.end + _BESIDE)
    clocks = times.find(text, day.end, end, beside_date=True)
    return bool(clocks) and _UP_TO_HOUR.fullmatch(text, day.end, clocks[0].start) is not None


_UP_TO_HOUR = re.compile(r"[\s,(–—-]*(?:(?:at|from|à|de|um|von|ab|kl\.?|a las|las|fra)\s+)?")


def _is_of_event(text: str, line: Line) -> bool:
    return NAMES_EVENT.search(text, line.start, line.end) is not None


def _is_headed(text: str, line: Line) -> bool:
    """Return whether a line begins with the short name of an event: "Book launch. ..."."""
    lead = _LEAD.match(text, line.body_start, line.end)
    return lead is not None and NAMES_EVENT.search(lead.group()) is not None


def _called(text: str, lines: Sequence[Shaped], n: int) -> Span | None:
    """Return a paragraph's title: the short words it begins with, or the line above it."""
    line = lines[n].line
    lead = _LEAD.match(text, line.body_start, line.end)
    dated = days.find(text, line.body_start, line.end) if lead is not None else ()
    if lead is not None and not any(day.start <= lead.end() for day in dated):
        return Span(*lead.span())
    above = lines[n - 1] if n else None
    is_headed = above is not None and is_title(above) and line.gap <= 1 and not _is_first(lines, n)
    return above.line.content if above is not None and is_headed else None


def _is_first(lines: Sequence[Shaped], n: int) -> bool:
    """Return whether the line above is the page's own title."""
    return n == 1


def _segment(lines: Sequence[Shaped], n: int, title: Span) -> Segment:
    own = (lines[n],) if title.start >= lines[n].line.start else (lines[n - 1], lines[n])
    return Segment(
        form=Form.RECORD,
        start=own[0].line.start,
        end=own[-1].line.end,
        title=title,
        lines=own,
    )
