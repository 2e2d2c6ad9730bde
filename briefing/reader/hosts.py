"""What entries of a page belong to: the conference that lasts over their days, their series."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.entries import head_lines
from briefing.reader.fields import days
from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped, is_numbered
from briefing.reader.vocabulary import any_of

_FEWEST = 2
_SERIES = Cue(any_of(*(word for row in event_words.SERIES.values() for word in row)))
_LONGEST_SAID = 300


def own_days(text: str, lines: Sequence[Shaped], heads: Sequence[int]) -> int | None:
    """Return the line that says over which days the page's own event lasts; None if none does."""
    labelled = (
        n for n, x in enumerate(lines) if x.label is not None and x.label.label is Label.DATE
    )
    for n in sorted({*heads[:1], *list(labelled)[:1]}):
        found = days.find(text, lines[n].line.start, lines[n].line.end)
        if found and found[0].last is not None:
            return n
    return None


def lasts_over(text: str, whole: Shaped, parts: Sequence[Shaped]) -> bool:
    """Return whether the days of a line enclose those of some others, whatever their year."""
    found = days.find(text, whole.line.start, whole.line.end)
    if not found or found[0].last is None:
        return False
    first = (found[0].first.month, found[0].first.number or 0)
    last = (found[0].last.month, found[0].last.number or _LAST_OF_MONTH)
    dated = [days.find(text, x.line.start, x.line.end) for x in parts]
    starts = [(one[0].first.month, one[0].first.number or 0) for one in dated if one]
    return len(starts) == len(parts) and all(first <= one <= last for one in starts)


_LAST_OF_MONTH = 31


def hosted(
    text: str, lines: Sequence[Shaped], called: Span | None, found: Sequence[Segment]
) -> tuple[Segment, ...]:
    """Return the entries of a page with the event above that they are parts of, if there is one."""
    if len(found) < _FEWEST or called is None or any(one.parent is not None for one in found):
        return tuple(found)
    first = found[0]
    if first.title is not None and first.title.start == called.start:
        return _under_the_first(text, found)
    top = [x for x in lines if x.line.start < first.start]
    if called.start >= first.start or not _is_series(top, found):
        return tuple(found)
    at = next((n for n, x in enumerate(top) if called.start <= x.line.end), 0)
    series = Segment(
        form=Form.SERIES,
        start=top[0].line.start,
        end=found[-1].end,
        title=called,
        head=tuple(head_lines(top, at, at, len(top))),
        lines=tuple(top),
    )
    return (series, *(replace(one, parent=0) for one in found))


def _under_the_first(text: str, found: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return entries of which the first is the page's own, where it lasts over all the others."""
    first, *others = found
    dated = [_day(one) for one in found]
    days_of = [x for x in dated if x is not None]
    if len(others) < _FEWEST or len(days_of) < len(found):
        return tuple(found)
    if not lasts_over(text, days_of[0], days_of[1:]):
        return tuple(found)
    return (first, *(replace(one, parent=0) for one in others))


def _day(segment: Segment) -> Shaped | None:
    lines = (*segment.head, *segment.lines)
    return next((x for x in lines if x.shape is Shape.DATE), None)


def _is_series(top: Sequence[Shaped], found: Sequence[Segment]) -> bool:
    """Return whether entries are the parts of one series: numbered, or called so above them."""
    if any(_day(one) is None and one.form is not Form.ITEM for one in found):
        return False
    numbered = [one for one in found if any(is_numbered(x) for x in one.lines[:3])]
    if len(numbered) == len(found):
        return True
    said = (x.line.text[:_LONGEST_SAID] for x in top if x.shape in (Shape.TITLE, Shape.KIND))
    return any(_SERIES.search(words) for words in said)
