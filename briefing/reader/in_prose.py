"""Events that paragraphs announce: the news of a digest, a second event beside the first."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.cues import Cue
from briefing.reader.fields import days
from briefing.reader.headings import is_title
from briefing.reader.items import quoted
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.telling import Telling, telling
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_FEWEST = 2
_NAMES_EVENT = Cue(EVENT_NOUN)
_LEAD = re.compile(r"[^\W\d_a-z][^.:!?\n]{2,70}(?=[.:]\s)")


def news(text: str, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the events of a page where several paragraphs, each under a title, announce one."""
    found = [n for n, x in enumerate(lines) if x.shape is not Shape.DATE and _day(text, x.line)]
    called = [(n, _called(text, lines, n)) for n in found]
    titled = [(n, title) for n, title in called if title is not None]
    dated = {_day(text, lines[n].line) for n, _ in titled}
    if len(dated) < _FEWEST or len(titled) < len(found):
        return ()
    return tuple(_segment(lines, n, title) for n, title in titled)


def further(text: str, lines: Sequence[Shaped], title: Span | None) -> Iterator[tuple[int, Span]]:
    """Yield the paragraphs that tell of one more event, on a day of its own, with its title."""
    told = [n for n, x in enumerate(lines) if x.shape is Shape.PROSE and _day(text, x.line)]
    for n in told[1:]:
        line = lines[n].line
        first = next(sentences(text, [line]))
        if not _ALSO.search(text, first.start, first.end) or _day(text, line) == _day(
            text, lines[told[0]].line
        ):
            continue
        called = quoted(text, line)
        if called is not None and called != title:
            yield n, called


_ALSO = Cue(
    any_of(
        "also", "as well", "in addition", "additionally", "furthermore", "moreover",
        "the following day", "the next day", "another", "a second", "også", "i tillegg",
        "dagen etter", "également", "en outre", "le lendemain", "außerdem", "ebenfalls",
        "am folgetag", "también", "además", "al día siguiente",
    ),
)  # fmt: skip


def _day(text: str, line: Line) -> str | None:
    """Return the day, as printed, on which a line's first dated sentence says an event will be."""
    for sentence in sentences(text, [line]):
        for day in days.find(text, sentence.start, sentence.end):
            how = telling(text, sentence.start, day.start, day.end, sentence.end)
            is_headed = how is Telling.NAMED and _is_headed(text, line)
            if is_headed or (
                how in (Telling.INVITED, Telling.ANNOUNCED) and _is_of_event(text, line)
            ):
                return text[day.start : day.end]
    return None


def _is_of_event(text: str, line: Line) -> bool:
    return _NAMES_EVENT.search(text, line.start, line.end) is not None


def _is_headed(text: str, line: Line) -> bool:
    """Return whether a line begins with the short name of an event: "Book launch. ..."."""
    lead = _LEAD.match(text, line.body_start, line.end)
    return lead is not None and _NAMES_EVENT.search(lead.group()) is not None


def _called(text: str, lines: Sequence[Shaped], n: int) -> Span | None:
    """Return a paragraph's title: the short words it begins with, or the line above it."""
    line = lines[n].line
    lead = _LEAD.match(text, line.body_start, line.end)
    if lead is not None and not days.find(text, lead.start(), lead.end()):
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
