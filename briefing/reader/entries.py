"""The entries of a listing: where each begins, what its head is, which events stand within it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.reader.fields import days, times
from briefing.reader.headings import HEAD, LONGEST_HEAD, is_institution, is_title
from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped


def date_heads(text: str, lines: Sequence[Shaped]) -> list[int]:
    """Return the date lines that may stand over an entry: not a programme's days, not postings."""
    found: list[int] = []
    has_slots = sum(x.shape is Shape.SLOT for x in lines) > 1
    for n, line in enumerate(lines):
        if line.shape is not Shape.DATE or (
            n and lines[n - 1].shape is Shape.DATE and not line.line.gap
        ):
            continue
        following = lines[n + 1] if n + 1 < len(lines) else None
        is_programme_day = has_slots and following is not None and following.shape is Shape.SLOT
        is_programme_day = is_programme_day or _is_within(text, lines, found[:1], n)
        is_posting = n > 0 and bool(_BYLINE.match(lines[n - 1].line.text))
        is_posting = is_posting and not tells_more_than_a_day(text, line)
        is_posting = is_posting or _is_below_a_letter(text, lines, n)
        is_posting = is_posting or _is_below_a_letterhead(text, lines, n)
        if not is_programme_day and not is_posting:
            found.append(n)
    return found


def tells_more_than_a_day(text: str, line: Shaped) -> bool:
    """Return whether a date line has an hour or a last day, as the days of postings have not."""
    found = days.find(text, line.line.start, line.line.end)
    gaps = days.gaps(found, line.line.start, line.line.end)
    is_timed = any(times.find(text, *gap, beside_date=True) for gap in gaps)
    return is_timed or any(day.last is not None for day in found)


def _is_below_a_letter(text: str, lines: Sequence[Shaped], at: int) -> bool:
    """Return whether a day stands alone at the foot of running text that names others."""
    line = lines[at]
    is_last = at + 1 >= len(lines) or _ANNEX.match(lines[at + 1].line.body) is not None
    if not is_last or at < _FEWEST_OF_A_LETTER or not line.line.gap:
        return False
    is_prose = lines[at - 1].shape is Shape.PROSE and not tells_more_than_a_day(text, line)
    return is_prose and bool(days.find(text, lines[0].line.start, lines[at - 1].line.end))


_FEWEST_OF_A_LETTER = 3
_ANNEX = re.compile(
    r"(?:annex(?:e|o)?|appendix|enclosures?|enclosed|attachments?|vedlegg|anlagen?|anhang|"
    r"pièces? jointes?|adjuntos?)\b",
    re.IGNORECASE,
)
"""What begins below a letter's day."""


def _is_below_a_letterhead(text: str, lines: Sequence[Shaped], at: int) -> bool:
    """Return whether a bare day stands below whose paper it is, and another below the next title.

    Such a paper is dated before what it announces.
    """
    if not 0 < at <= _LAST_OF_A_LETTERHEAD or not is_institution(lines[at - 1]):
        return False
    if tells_more_than_a_day(text, lines[at]):
        return False
    below = lines[at + 1 : at + 1 + LONGEST_HEAD]
    title = next((n for n, x in enumerate(below) if is_title(x)), len(below))
    later = next((x for x in below[title:] if x.shape is Shape.DATE), None)
    if later is None:
        return False
    own, other = (days.find(text, x.line.start, x.line.end) for x in (lines[at], later))
    return bool(own and other and _place(own[0]) < _place(other[0]))


_LAST_OF_A_LETTERHEAD = 3


def _place(day: days.Days) -> tuple[int, int, int]:
    return day.first.year or 0, day.first.month, day.first.number or 0


_BYLINE = re.compile(r"(?:by|av|por|par|von|posted|published)\b", re.IGNORECASE)


def _is_within(text: str, lines: Sequence[Shaped], first: Sequence[int], at: int) -> bool:
    """Return whether a day without a year lies within the first date's days."""
    if not first:
        return False
    whole, part = (days.find(text, lines[n].line.start, lines[n].line.end) for n in (first[0], at))
    if not whole or not part or part[0].first.year is not None or whole[0].first.year is None:
        return False
    last = whole[0].last or whole[0].first
    ends = [(d.month, d.number or 0) for d in (whole[0].first, part[0].first, last)]
    return ends == sorted(ends)


def labelled_starts(lines: Sequence[Shaped]) -> list[int]:
    """Return the titles above labelled dates: each begins an event of its own.

    A date is right below its title, or below other labelled lines without a blank one.
    """
    found: dict[int, None] = {}
    top = 0  # The line above the labelled ones that stand together.
    for n in range(1, len(lines)):
        is_begun = n > 1 and lines[n - 1].label is not None and not lines[n].line.gap
        top = top if is_begun else n - 1
        label = lines[n].label
        if label is None or label.label not in (Label.DATE, Label.TIME) or label.stands_alone:
            continue
        at = top
        if at and lines[at].shape in (Shape.MODE, Shape.KIND) and not lines[at].line.gap:
            at -= 1
        if lines[at + 1].line.gap <= 1 and is_title(lines[at]):
            found[at] = None
    return list(found)


def title_above_labels(lines: Sequence[Shaped], called: Span | None) -> Span | None:
    """Return the title of the block that stands right above a page's one labelled date.

    That is its first line, or `called` where the page is called so there.
    """
    starts = labelled_starts(lines)
    if len(starts) != 1:
        return None
    first = starts[0]
    while first and not lines[first].line.gap and is_title(lines[first - 1]):
        first -= 1
    block = [x.line.content for x in lines[first : starts[0] + 1]]
    return called if called in block else block[0]


def records(
    lines: Sequence[Shaped],
    starts: Sequence[tuple[int, int, int]],
    labelled: Sequence[int],
) -> Iterator[Segment]:
    """Yield the entries of a listing, each followed by the labelled events within it.

    `starts` holds for each its first line, its date and its title.
    """
    bounds = [start for start, _, _ in starts] + [_last_end(lines, starts)]
    count = 0
    for (start, date, title), end in zip(starts, bounds[1:], strict=True):
        inside = [n for n in labelled if title < n < end]
        own_end = inside[0] if inside else end
        own = tuple(lines[start:own_end])
        yield Segment(
            form=Form.RECORD,
            start=lines[start].line.start,
            end=lines[end - 1].line.end,
            title=lines[title].line.content,
            head=tuple(head_lines(lines, start, max(date, title), own_end)),
            lines=own,
        )
        parent = count
        count += 1
        for inner in nested(lines, inside, end, parent):
            yield inner
            count += 1


def _last_end(lines: Sequence[Shaped], starts: Sequence[tuple[int, int, int]]) -> int:
    """Return where the last entry ends: where the others are compact, at the next blank line."""
    firsts = [start for start, _, _ in starts]
    inner = [n for a, b in pairwise(firsts) for n in range(a + 1, b)]
    if inner and not any(lines[n].line.gap for n in inner):
        for n in range(firsts[-1] + 1, len(lines)):
            if lines[n].line.gap:
                return n
    return len(lines)


def head_lines(lines: Sequence[Shaped], start: int, reached: int, end: int) -> Iterator[Shaped]:
    """Yield the lines of a head: those of its form up to a line reached, and what follows them."""
    for n in range(start, min(end, reached + 1 + LONGEST_HEAD)):
        if lines[n].shape in HEAD:
            yield lines[n]
        elif n > reached:
            return


def nested(
    lines: Sequence[Shaped], starts: Sequence[int], end: int, parent: int | None
) -> Iterator[Segment]:
    """Yield the events that titles with labelled lines below them announce."""
    bounds = [*starts, end]
    for first, last in pairwise(bounds):
        own = tuple(lines[first:last])
        yield Segment(
            form=Form.LABELLED,
            start=own[0].line.start,
            end=own[-1].line.end,
            title=own[0].line.content,
            head=(),
            lines=own,
            parent=parent,
        )
