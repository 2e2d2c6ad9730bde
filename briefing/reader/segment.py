"""A page cut into what it announces: one event, a listing, side events, items of interest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.reader.fields import days
from briefing.reader.headings import (
    HEAD,
    LONGEST_HEAD,
    announced,
    heading,
    is_letter,
    is_title,
    title_above,
    title_below,
    title_beside,
)
from briefing.reader.items import calendar, items
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.mail import Head, head_of
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped, shapes_of
from briefing.reader.verdict import is_event, study_question
from briefing.reader.vocabulary import ALSO, SECTION_END


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A page with its events marked off."""

    segments: tuple[Segment, ...]
    lines: tuple[Shaped, ...]
    """Every line that is not page furniture and stands above any "related content"."""
    heading: Span | None
    """What the page as a whole is called."""
    sent: Span | None = None
    """The day on which it was sent, of a mail."""
    study_question: Span | None = None
    """The question that a page of questions and answers is about."""


def layout(text: str, lines: Sequence[Line]) -> Layout:
    """Return the events that a page announces, in the order in which they stand."""
    mail = head_of(lines)
    shaped = _of_the_page(shapes_of(text, lines[mail.lines if mail else 0 :]))
    main, also = _parted(shaped)
    called = _called(text, main, mail)
    studied = study_question(text, main)
    if studied is not None:
        return Layout(segments=(), lines=shaped, heading=called, study_question=studied)
    segments = list(_segments(text, main, called))
    segments += items(text, also)
    return Layout(
        segments=tuple(segments),
        lines=shaped,
        heading=called,
        sent=mail.sent if mail else None,
    )


def _called(text: str, lines: Sequence[Shaped], mail: Head | None) -> Span | None:
    """Return what a page is called; of a letter, what it invites to."""
    called = heading(lines)
    if called is not None and mail is None and not is_letter(lines):
        return called
    return announced(text, lines) or (mail.subject if mail else None) or called


# What belongs to the page ------------------------------------------------------------------------


def _of_the_page(lines: Sequence[Shaped]) -> tuple[Shaped, ...]:
    kept: list[Shaped] = []
    in_other = False
    for line in lines:
        words = line.line.body
        if ALSO.fullmatch(words):
            in_other = False
        elif SECTION_END.fullmatch(words) and len(kept) > 2:
            in_other = True
        if not in_other and line.shape is not Shape.CHROME:
            kept.append(line)
    return tuple(kept)


def _parted(lines: Sequence[Shaped]) -> tuple[Sequence[Shaped], Sequence[Shaped]]:
    for n, line in enumerate(lines):
        if n > 2 and ALSO.fullmatch(line.line.body):
            return lines[:n], lines[n + 1 :]
    return lines, ()


# Listings and pages ------------------------------------------------------------------------------


def _segments(text: str, lines: Sequence[Shaped], called: Span | None) -> Iterator[Segment]:
    heads = _heads(text, lines)
    labelled = _labelled_starts(lines)
    below = _by_title((at, title_below(lines, at)) for at in heads)
    above = _by_title((at, title_above(lines, at)) for at in heads)
    if len(below) >= 2 and len(below) >= len(above) - 1:
        starts = [(at, at, title) for at, title in below]
    elif len(above) >= 2:
        starts = [(title, at, title) for at, title in above]
    elif len(labelled) >= 2:
        yield from _page_with_nested(text, lines, called, labelled)
        return
    else:
        yield from calendar(text, lines) or _page(text, lines, called, heads)
        return
    yield from _records(text, lines, starts, labelled)


def _by_title(pairs: Iterable[tuple[int, int | None]]) -> list[tuple[int, int]]:
    """Return date lines with their titles, the first date of each title."""
    first: dict[int, int] = {}
    for date, title in pairs:
        if title is not None:
            first.setdefault(title, date)
    return [(date, title) for title, date in first.items()]


def _heads(text: str, lines: Sequence[Shaped]) -> list[int]:
    """Return the date lines that may stand over an entry: not a programme's days, not postings."""
    found: list[int] = []
    for n, line in enumerate(lines):
        if line.shape is not Shape.DATE or (
            n and lines[n - 1].shape is Shape.DATE and not line.line.gap
        ):
            continue
        following = lines[n + 1] if n + 1 < len(lines) else None
        is_programme_day = following is not None and following.shape is Shape.SLOT
        is_programme_day = is_programme_day or _is_within(text, lines, found[:1], n)
        is_posting = n > 0 and bool(_BYLINE.match(lines[n - 1].line.text))
        if not is_programme_day and not is_posting:
            found.append(n)
    return found


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


def _labelled_starts(lines: Sequence[Shaped]) -> list[int]:
    """Return the titles right above labelled dates: each begins an event of its own."""
    found: list[int] = []
    for n in range(1, len(lines)):
        label = lines[n].label
        if label is None or label.label not in (Label.DATE, Label.TIME) or label.stands_alone:
            continue
        if lines[n].line.gap <= 1 and is_title(lines[n - 1]):
            found.append(n - 1)
    return found


def _records(
    text: str,
    lines: Sequence[Shaped],
    starts: Sequence[tuple[int, int, int]],
    labelled: Sequence[int],
) -> Iterator[Segment]:
    bounds = [start for start, _, _ in starts] + [_last_end(lines, starts)]
    count = 0
    for (start, date, title), end in zip(starts, bounds[1:], strict=True):
        nested = [n for n in labelled if title < n < end]
        own_end = nested[0] if nested else end
        own = tuple(lines[start:own_end])
        yield Segment(
            form=Form.RECORD,
            start=lines[start].line.start,
            end=lines[end - 1].line.end,
            title=_span(lines[title].line),
            head=tuple(x for x in _head(lines, start, date, title, own_end)),
            lines=own,
        )
        parent = count
        count += 1
        for inner in _nested(lines, nested, end, parent):
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


def _head(lines: Sequence[Shaped], start: int, date: int, title: int, end: int) -> Iterator[Shaped]:
    for n in range(start, min(end, max(date, title) + 1 + LONGEST_HEAD)):
        if lines[n].shape in HEAD:
            yield lines[n]
        elif n > max(date, title):
            return


def _nested(
    lines: Sequence[Shaped], starts: Sequence[int], end: int, parent: int | None
) -> Iterator[Segment]:
    bounds = [*starts, end]
    for first, last in pairwise(bounds):
        own = tuple(lines[first:last])
        yield Segment(
            form=Form.LABELLED,
            start=own[0].line.start,
            end=own[-1].line.end,
            title=_span(own[0].line),
            head=(),
            lines=own,
            parent=parent,
        )


def _page_with_nested(
    text: str, lines: Sequence[Shaped], called: Span | None, labelled: Sequence[int]
) -> Iterator[Segment]:
    top = lines[: labelled[0]]
    page = list(_page(text, top, called, _heads(text, top))) if top else []
    dated = [x for x in page if any(line.shape is Shape.DATE for line in x.lines)]
    for segment in dated:
        yield replace(segment, end=lines[-1].line.end)
    yield from _nested(lines, labelled, len(lines), 0 if dated else None)


def _page(
    text: str, lines: Sequence[Shaped], called: Span | None, heads: Sequence[int]
) -> Iterator[Segment]:
    if not lines or not is_event(text, lines, heads):
        return
    title = called
    head: tuple[Shaped, ...] = ()
    for at in heads:
        found = title_beside(lines, at, called)
        if found is not None:
            title = _span(lines[found].line)
            head = tuple(_head(lines, min(at, found), at, min(at, found), len(lines)))
            break
    labels = [
        x.label
        for x in lines
        if x.label is not None and x.label.label is Label.TITLE and not x.label.stands_alone
    ]
    if labels:
        title = labels[0].value
    yield Segment(
        form=Form.PAGE,
        start=lines[0].line.start,
        end=lines[-1].line.end,
        title=title,
        head=head,
        lines=tuple(lines),
    )


def _span(line: Line) -> Span:
    return Span(line.body_start, line.end)
