"""A page cut into what it announces: one event, a listing, side events, items of interest."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.reader import further
from briefing.reader.alike import marked_alike, with_headlines, without_menus
from briefing.reader.cells import with_cells
from briefing.reader.day_sections import day_sections
from briefing.reader.entries import (
    date_heads,
    head_lines,
    labelled_starts,
    nested,
    records,
    tells_more_than_a_day,
    title_above_labels,
)
from briefing.reader.headings import (
    announced,
    heading,
    is_letter,
    is_of_paper,
    is_title,
    named,
    title_above,
    title_below,
    title_beside,
)
from briefing.reader.hosts import hosted, lasts_over, own_days
from briefing.reader.in_prose import news, one_by_one
from briefing.reader.items import calendar, items
from briefing.reader.journal import journal
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.mail import Head, heads_of
from briefing.reader.naming import called_outright, within_a_sentence
from briefing.reader.related import related
from briefing.reader.rows import rows
from briefing.reader.segments import Form, Segment
from briefing.reader.sessions import Inner, inner, segments
from briefing.reader.shapes import Shape, Shaped, is_path, shapes_of
from briefing.reader.statements.transcript import Turn, turns_of
from briefing.reader.statements.verdict import Statement, statement_of
from briefing.reader.timetable import timetable
from briefing.reader.title_rows import title_rows
from briefing.reader.verdict import is_event, is_news, is_posted, study_question, tells_news
from briefing.reader.vocabulary import ALSO, SECTION_END


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A page with its events marked off."""

    segments: tuple[Segment, ...]
    lines: tuple[Shaped, ...]
    """Every line that is not page furniture and stands above any "related content"."""
    heading: Span | None
    """What the page as a whole is called."""
    sent: tuple[Span, ...] = ()
    """When it was sent, of a mail; then when those were that it quotes, in order."""
    study_question: Span | None = None
    """The question that a page of questions and answers is about."""
    statement: Statement | None = None
    """The page as a statement, where it is one: it announces nothing."""
    turns: tuple[Turn, ...] = ()
    """Who speaks when, in a transcript."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What is known of a page before its events are marked off."""

    text: str
    called: Span | None
    is_posted: bool


def layout(text: str, lines: Sequence[Line], events: Sequence[Span] = ()) -> Layout:
    """Return the events that a page announces, in the order in which they stand.

    Where `events` are known to stand in some parts of it, no others are looked for.
    """
    heads = heads_of(lines)
    of_mail = {n for head in heads for n in range(head.first, head.first + head.lines)}
    own = [line for n, line in enumerate(lines) if n not in of_mail]
    every = with_headlines(without_menus(with_cells(text, shapes_of(text, own))))
    mail = next((head for head in heads if head.subject is not None), None)
    sent = tuple(head.sent for head in heads if head.sent is not None)
    shaped = _of_the_page(text, every)
    if events:
        segments = tuple(_known(text, every, events))
        heading = segments[0].title if len(segments) == 1 else None
        return Layout(segments=segments, lines=every, heading=heading, sent=sent)
    main, also = _parted(shaped)
    beside = _beside_its_own(every)
    called = (named(text, main) if is_news(every) else None) or _called(
        text, _below_the_path(every, main), mail
    )
    studied = study_question(text, main)
    if studied is not None:
        return Layout(segments=(), lines=shaped, heading=called, study_question=studied)
    turns = turns_of(text, shaped)
    statement = None if turns else statement_of(text, shaped)
    if turns or statement is not None:
        return Layout(
            segments=(), lines=shaped, heading=called, sent=sent, statement=statement, turns=turns
        )
    page = _Sheet(text=text, called=called, is_posted=is_posted(text, every))
    found = tuple(_segments(page, main))
    others = related(text, beside, are_events=False) if found else ()
    further_on = (*_announced_beside(text, shaped), *related(text, also, are_events=True))
    segments = (*found, *(further_on or items(text, also)), *others)
    return Layout(segments=segments, lines=shaped, heading=called, sent=sent)


def _called(text: str, lines: Sequence[Shaped], mail: Head | None) -> Span | None:
    """Return what a page is called; of a letter, what it invites to."""
    called = called_outright(text, lines) or heading(lines)
    if called is not None and mail is None and not is_letter(lines):
        return called
    named_so = announced(text, lines) or (mail.subject if mail else None)
    return named_so or (called if called is None or not is_of_paper(text, called) else None)


def _below_the_path(every: Sequence[Shaped], lines: Sequence[Shaped]) -> Sequence[Shaped]:
    """Return the lines below "Home / Events", where a title stands: above it is the site's name."""
    paths = [n for n, x in enumerate(every[:_FIRST_LINES]) if is_path(x)]
    if not paths:
        return lines
    below = [x for x in lines if x.line.start > every[paths[-1]].line.start]
    return below if below and is_title(below[0]) else lines


_FIRST_LINES = 8


# What belongs to the page ------------------------------------------------------------------------


def _of_the_page(text: str, lines: Sequence[Shaped]) -> tuple[Shaped, ...]:
    kept: list[Shaped] = []
    in_other = is_below_news = False
    for line in lines:
        is_of_news, is_below_news = is_below_news, tells_news(line)
        if is_of_news and line.shape is Shape.DATE and not tells_more_than_a_day(text, line):
            continue
        words = line.line.body
        if ALSO.fullmatch(words):
            in_other = False
        elif SECTION_END.fullmatch(words) and len(kept) >= _FEWEST_ABOVE:
            in_other = True
        if not in_other and line.shape is not Shape.CHROME:
            kept.append(line)
    return tuple(kept)


def _beside_its_own(lines: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Return the lines under headings such as "related"."""
    kept: list[Shaped] = []
    in_other = False
    for n, line in enumerate(lines):
        words = line.line.body
        if ALSO.fullmatch(words):
            in_other = False
        elif SECTION_END.fullmatch(words) and n >= _FEWEST_ABOVE:
            in_other = True
        elif in_other and line.shape is not Shape.CHROME:
            kept.append(line)
    return tuple(kept)


def _announced_beside(text: str, lines: Sequence[Shaped]) -> Iterator[Segment]:
    """Yield the events of lines such as "Coming up next: Ropes and rules, 3 June"."""
    for n, x in enumerate(lines):
        lead = ALSO.match(x.line.body[:_LONGEST_LEAD]) if n > 2 else None
        if lead is not None and lead.group().endswith(":") and lead.end() < len(x.line.body):
            start = x.line.body_start + lead.end()
            start += (
                len(x.line.text)
                - len(x.line.mark)
                - lead.end()
                - len(x.line.body[lead.end() :].lstrip())
            )
            line = replace(x.line, start=start, text=text[start : x.line.end], mark="", gap=1)
            yield from items(text, [replace(x, line=line)])


_LONGEST_LEAD = 60
_FEWEST_ABOVE = 2
"""Lines that a page has before it speaks of other things."""


def _parted(lines: Sequence[Shaped]) -> tuple[Sequence[Shaped], Sequence[Shaped]]:
    for n, line in enumerate(lines):
        if n > 2 and ALSO.fullmatch(line.line.body):
            return lines[:n], lines[n + 1 :]
    return lines, ()


# Events that a calendar tells -------------------------------------------------------------------


def _known(text: str, lines: Sequence[Shaped], events: Sequence[Span]) -> Iterator[Segment]:
    """Yield the parts of a page that are an event each, whatever their words."""
    for event in events:
        first, last = (bisect_left(lines, at, key=_start) for at in (event.start, event.end))
        own = _of_the_page(text, lines[first:last])
        if own:
            titles = (x.label.value for x in own if x.label and x.label.label is Label.TITLE)
            yield Segment(
                form=Form.PAGE if len(events) == 1 else Form.LABELLED,
                start=own[0].line.start,
                end=own[-1].line.end,
                title=next(titles, None),
                lines=own,
            )


def _start(line: Shaped) -> int:
    return line.line.start


# Events ------------------------------------------------------------------------------


def _segments(page: _Sheet, lines: Sequence[Shaped]) -> Iterator[Segment]:
    listed = journal(page.text, lines) or timetable(page.text, lines)
    listed = listed or day_sections(page.text, lines)
    if listed:
        yield from _within_own(page, lines, listed)
        return
    heads = date_heads(page.text, lines)
    within = _sessions(page, lines, heads)
    if within:
        yield from _with_others(page, lines, heads, within)
        return
    yield from hosted(page.text, lines, page.called, tuple(_entries(page, lines, heads)))


def _within_own(
    page: _Sheet, lines: Sequence[Shaped], found: Sequence[Segment]
) -> Iterator[Segment]:
    """Yield a page's own event, where it lasts over the days of those found, and these."""
    days = list(dict.fromkeys(one.head[0] for one in found))
    top = [x for x in lines if x.line.start < days[0].line.start]
    at = own_days(page.text, top, date_heads(page.text, top))
    is_own = at is not None and lasts_over(page.text, top[at], days)
    whole = list(_whole(page, top, date_heads(page.text, top), is_sure=True)) if is_own else []
    for one in whole:
        yield replace(one, end=found[-1].end)
    yield from (replace(one, parent=0) if whole else one for one in found)


def _sessions(page: _Sheet, lines: Sequence[Shaped], heads: Sequence[int]) -> tuple[Inner, ...]:
    """Return the sessions of a page's own event, where it says that it lasts over their days."""
    at = own_days(page.text, lines, heads)
    found = inner(page.text, lines, at) if at is not None else ()
    parts = [lines[one.day] for one in found if lines[one.day].shape is Shape.DATE]
    return found if at is not None and lasts_over(page.text, lines[at], parts) else ()


def _entries(page: _Sheet, lines: Sequence[Shaped], heads: Sequence[int]) -> Iterator[Segment]:
    labelled = labelled_starts(lines)
    below = _by_title(
        (at, title_below(lines, at))
        for n, at in enumerate(heads)
        if not _is_at_foot(lines, heads, n)
    )
    above = _by_title((at, title_above(lines, at)) for at in heads)
    is_below = len(below) >= len(above) - 1
    if _beside(lines, above) != _beside(lines, below):
        is_below = _beside(lines, below) > _beside(lines, above)
    if len(below) >= 2 and (is_below or len(above) < 2):
        starts = [(at, at, title) for at, title in below]
    elif len(above) >= 2:
        starts = [(title, at, title) for at, title in above]
    elif len(labelled) >= 2:
        yield from _with_nested(page, lines, labelled)
        return
    else:
        tabled = rows(page.text, lines)
        yield from (
            tabled
            or (() if tabled is None else calendar(page.text, lines, are_sure=not page.is_posted))
            or (() if heads else title_rows(page.text, lines))
            or (() if heads else news(page.text, lines))
            or (() if heads else _told(page, lines))
            or _with_others(page, lines, heads, inner(page.text, lines, heads[0]) if heads else ())
        )
        return
    more = marked_alike(lines, [title for _, _, title in starts])
    known = {title for _, _, title in starts}
    starts += [(n, n, n) for n in more if n not in known]
    yield from records(lines, sorted(starts), labelled)


def _told(page: _Sheet, lines: Sequence[Shaped]) -> tuple[Segment, ...]:
    """Return the parts of a series that sentences tell, where the page announces something."""
    found = one_by_one(page.text, lines)
    is_one = found and is_event(page.text, lines, (), page.called, is_posted=page.is_posted)
    return found if is_one else ()


def _with_others(
    page: _Sheet, lines: Sequence[Shaped], heads: Sequence[int], found: Sequence[Inner]
) -> Iterator[Segment]:
    """Yield a page's own event, the events within it, and those that it tells of beside it."""
    taken = {n for one in found for n in range(one.first, one.end)}
    rest = [x for n, x in enumerate(lines) if n not in taken]
    own_heads = date_heads(page.text, rest) if found else heads
    more = further.further(page.text, rest, own_heads, page.called)
    own = further.without(page.text, rest, more) if more else rest
    is_sure = len(found) > 1
    whole = list(_whole(page, own, date_heads(page.text, own), is_sure=is_sure))
    if more and not whole:
        more = ()
        whole = list(_whole(page, rest, own_heads, is_sure=is_sure))
    yield from whole
    if whole:
        yield from segments(lines, found, 0)
        yield from (further.segment(page.text, rest, one) for one in more)


def _beside(lines: Sequence[Shaped], pairs: Sequence[tuple[int, int]]) -> int:
    """Return how many dates and titles stand one right below the other."""
    return sum(
        abs(date - title) == 1 and not lines[max(date, title)].line.gap for date, title in pairs
    )


def _is_at_foot(lines: Sequence[Shaped], heads: Sequence[int], n: int) -> bool:
    """Return whether a date ends a block of lines, and another one begins the next block."""
    at, following = heads[n], heads[n + 1 : n + 2]
    return bool(lines[at].line.gap == 0 and following == [at + 1] and lines[at + 1].line.gap)


def _by_title(pairs: Iterable[tuple[int, int | None]]) -> list[tuple[int, int]]:
    """Return date lines with their titles, the first date of each title."""
    first: dict[int, int] = {}
    for date, title in pairs:
        if title is not None:
            first.setdefault(title, date)
    return [(date, title) for title, date in first.items()]


def _with_nested(
    page: _Sheet, lines: Sequence[Shaped], labelled: Sequence[int]
) -> Iterator[Segment]:
    """Yield a page's own event, where it has a date, and the labelled ones below it."""
    top = lines[: labelled[0]]
    whole = _whole(page, top, date_heads(page.text, top)) if top else ()
    dated = [x for x in whole if any(line.shape is Shape.DATE for line in x.lines)]
    for segment in dated:
        yield replace(segment, end=lines[-1].line.end)
    yield from nested(lines, labelled, len(lines), 0 if dated else None)


def _whole(
    page: _Sheet, lines: Sequence[Shaped], heads: Sequence[int], *, is_sure: bool = False
) -> Iterator[Segment]:
    """Yield a page as one event, if it is one; `is_sure` says that it has sessions of its own."""
    if not lines:
        return
    if not is_sure and not is_event(page.text, lines, heads, page.called, is_posted=page.is_posted):
        return
    title = page.called
    head: tuple[Shaped, ...] = ()
    for at in heads:
        found = title_beside(lines, at, page.called)
        if found is not None:
            title = lines[found].line.content
            head = tuple(head_lines(lines, min(at, found), at, len(lines)))
            break
    else:
        title = title_above_labels(lines, page.called) or title
    labels = [
        x.label
        for x in lines
        if x.label is not None and x.label.label is Label.TITLE and not x.label.stands_alone
    ]
    if labels:
        title = labels[0].value
    title = within_a_sentence(page.text, title) if title is not None else None
    yield Segment(
        form=Form.PAGE,
        start=lines[0].line.start,
        end=lines[-1].line.end,
        title=title,
        head=head,
        lines=tuple(lines),
    )
