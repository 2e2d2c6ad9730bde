"""A page cut into what it announces: one event, a listing, side events, items of interest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.reader.fields import days
from briefing.reader.items import calendar, items, quoted
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.mail import head_of
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped, shapes_of
from briefing.reader.vocabulary import ALSO, EVENT_NOUN, INVITES, SECTION_END, any_of


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


_HEAD = (Shape.DATE, Shape.TIME, Shape.MODE, Shape.PLACE, Shape.KIND)
_LONGEST_HEAD = 4


def layout(text: str, lines: Sequence[Line]) -> Layout:
    """Return the events that a page announces, in the order in which they stand."""
    mail = head_of(lines)
    shaped = _of_the_page(shapes_of(text, lines[mail.lines if mail else 0 :]))
    main, also = _parted(shaped)
    heading = _heading(main)
    is_letter = mail is not None or any(_SALUTATION.match(x.line.text) for x in main[:3])
    if is_letter or heading is None:
        heading = _announced(text, main) or (mail.subject if mail else None) or heading
    studied = _study_question(text, main)
    if studied is not None:
        return Layout(segments=(), lines=shaped, heading=heading, study_question=studied)
    segments = list(_segments(text, main, heading))
    segments += items(text, also)
    return Layout(
        segments=tuple(segments),
        lines=shaped,
        heading=heading,
        sent=mail.sent if mail else None,
    )


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


_STUDY_FEWEST_POINTS = 2


def _study_question(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return the question that stands over a page twice, or over a numbered answer, undated."""
    if not lines or any(line.shape is Shape.DATE for line in lines):
        return None
    first = lines[0].line
    if not first.body.endswith("?"):
        return None
    again = [x for x in lines[1:8] if x.line.body == first.body]
    points = [x for x in lines if re.match(r"\d", x.line.mark)]
    if not again and (len(points) < _STUDY_FEWEST_POINTS or _invites(text, lines) > 1):
        return None
    at = again[0].line if again else first
    return Span(at.body_start, at.end)


# Titles ------------------------------------------------------------------------------------------

_LONG_PROSE = 160
_LEADS_IN = re.compile(rf"{INVITES}.*:$|{EVENT_NOUN}:$", re.IGNORECASE)


def _heading(lines: Sequence[Shaped]) -> Span | None:
    """Return the first line that could be the page's title."""
    prose = (n for n, x in enumerate(lines) if len(x.line.text) >= _LONG_PROSE)
    titles = [x for x in lines[: min(12, next(prose, 12))] if _is_title(x)]
    leads = [n for n, x in enumerate(lines[:8]) if _LEADS_IN.search(x.line.text)]
    if leads:
        below = [
            x
            for x in lines[leads[0] + 1 : leads[0] + 4]
            if _is_title(x) or x.line.text.endswith("?")
        ]
        titles = below or titles
    return Span(titles[0].line.body_start, titles[0].line.end) if titles else None


_SALUTATION = re.compile(
    any_of(
        "dear", "excellenc(?:y|ies)", "hello", "hi", "colleagues", "your excellency", "kjære", "hei", "estimad[oa]s?", "cher", "chère", "chers", "madame", "monsieur", "sehr geehrte[rn]?", "liebe",
    ),
    re.IGNORECASE,
)  # fmt: skip
_SIGNED_OFF = 3000


def _announced(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return what a letter invites to by name: the words in quotation marks."""
    for x in lines:
        invites = _INVITES.search(text, x.line.start, min(x.line.end, x.line.start + _SIGNED_OFF))
        within = quoted(text, x.line) if invites else None
        if within is not None:
            return within
    return None


def _is_title(line: Shaped) -> bool:
    if line.shape is Shape.LABEL and line.label is not None:
        return line.label.label is Label.TITLE
    return line.shape is Shape.TITLE


def _title_above(lines: Sequence[Shaped], at: int) -> int | None:
    """Return the index of the title nearest above a line, past other lines of a head."""
    for n in range(at - 1, max(-1, at - 1 - _LONGEST_HEAD), -1):
        if _is_title(lines[n]):
            return n
        is_bare_label = lines[n].label is not None and lines[n].label.stands_alone  # type: ignore[union-attr]
        if lines[n].shape not in _HEAD and not is_bare_label:
            return None
    return None


def _title_below(lines: Sequence[Shaped], at: int) -> int | None:
    for n in range(at + 1, min(len(lines), at + 1 + _LONGEST_HEAD)):
        if _is_title(lines[n]):
            return n
        if lines[n].shape not in _HEAD:
            return None
    return None


# Listings and pages ------------------------------------------------------------------------------


def _segments(text: str, lines: Sequence[Shaped], heading: Span | None) -> Iterator[Segment]:
    heads = _heads(text, lines)
    labelled = _labelled_starts(lines)
    below = _by_title((at, _title_below(lines, at)) for at in heads)
    above = _by_title((at, _title_above(lines, at)) for at in heads)
    if len(below) >= 2 and len(below) >= len(above) - 1:
        starts = [(at, at, title) for at, title in below]
    elif len(above) >= 2:
        starts = [(title, at, title) for at, title in above]
    elif len(labelled) >= 2:
        yield from _page_with_nested(text, lines, heading, labelled)
        return
    else:
        yield from calendar(text, lines) or _page(text, lines, heading, heads)
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
        if lines[n].line.gap <= 1 and _is_title(lines[n - 1]):
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
    inner = [n for a, b in zip(firsts, firsts[1:], strict=False) for n in range(a + 1, b)]
    if inner and not any(lines[n].line.gap for n in inner):
        for n in range(firsts[-1] + 1, len(lines)):
            if lines[n].line.gap:
                return n
    return len(lines)


def _head(lines: Sequence[Shaped], start: int, date: int, title: int, end: int) -> Iterator[Shaped]:
    for n in range(start, min(end, max(date, title) + 1 + _LONGEST_HEAD)):
        if lines[n].shape in _HEAD:
            yield lines[n]
        elif n > max(date, title):
            return


def _nested(
    lines: Sequence[Shaped], starts: Sequence[int], end: int, parent: int | None
) -> Iterator[Segment]:
    bounds = [*starts, end]
    for first, last in zip(bounds, bounds[1:], strict=False):
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
    text: str, lines: Sequence[Shaped], heading: Span | None, labelled: Sequence[int]
) -> Iterator[Segment]:
    top = lines[: labelled[0]]
    page = list(_page(text, top, heading, _heads(text, top))) if top else []
    dated = [x for x in page if any(line.shape is Shape.DATE for line in x.lines)]
    for segment in dated:
        yield replace(segment, end=lines[-1].line.end)
    yield from _nested(lines, labelled, len(lines), 0 if dated else None)


def _page(
    text: str, lines: Sequence[Shaped], heading: Span | None, heads: Sequence[int]
) -> Iterator[Segment]:
    if not lines or not _is_event(text, lines, heads):
        return
    title = heading
    head: tuple[Shaped, ...] = ()
    for at in heads:
        found = _title_beside(lines, at, heading)
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


def _title_beside(lines: Sequence[Shaped], at: int, heading: Span | None) -> int | None:
    """Return the title that belongs to a page's date: right above, else the page's, else below."""
    above, below = _title_above(lines, at), _title_below(lines, at)
    if above is not None:
        few, many = len(lines[above].line.body.split()), 0
        many = len(lines[below].line.body.split()) if below is not None else 0
        return below if few < _FEW_WORDS <= many - 1 else above
    first = next(
        (n for n in range(at) if heading and lines[n].line.body_start == heading.start), None
    )
    return below if first is None else first


_FEW_WORDS = 3
_ENOUGH = 3


def _is_event(text: str, lines: Sequence[Shaped], heads: Sequence[int]) -> bool:
    """Return whether a page announces a gathering: what speaks for it is counted."""
    labels = {x.label.label for x in lines if x.label is not None}
    points = 2 * bool(heads)
    points += 2 * bool(labels & {Label.DATE, Label.TIME})
    points += bool(labels & {Label.SPEAKERS, Label.MODERATOR, Label.AGENDA, Label.REGISTRATION})
    points += bool(heads) and any(
        x.shape in (Shape.TIME, Shape.MODE, Shape.KIND) for x in lines[: heads[0] + 4]
    )
    points += any(x.shape is Shape.KIND for x in lines[:6])
    points += any(x.shape in (Shape.PLACE, Shape.MODE) for x in lines[:12])
    points += 2 * min(2, _invites(text, lines))
    points += any(re.search(EVENT_NOUN, x.line.text, re.IGNORECASE) for x in lines[:3])
    points -= 2 * (_faq_headings(lines) >= 2)
    return points >= _ENOUGH


_INVITES = re.compile(INVITES, re.IGNORECASE)


def _invites(text: str, lines: Sequence[Shaped]) -> int:
    return sum(
        bool(_INVITES.search(text, x.line.start, min(x.line.end, x.line.start + 5000)))
        for x in lines
    )


def _faq_headings(lines: Sequence[Shaped]) -> int:
    return sum(
        one.line.text.endswith("?")
        and not one.line.mark
        and other.line.gap == 0
        and other.line.text.endswith(".")
        for one, other in zip(lines, lines[1:], strict=False)
    )


def _span(line: Line) -> Span:
    return Span(line.body_start, line.end)
