"""An event that its page announces twice: in another language below, or in short above."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Event
from briefing.reader.differences import plain
from briefing.reader.drafts import Draft
from briefing.reader.page import Page
from briefing.reader.segments import Form, Segment

_TELLING = re.compile(r"\w{5,}|\d+")


def as_one(page: Page, made: Sequence[Draft]) -> Page | None:
    """Return a page with such parts put together; None where each announces an event of its own.

    Parts of a series or a conference are left alone.
    """
    if len(made) < 2 or any(one.portion.segment.parent is not None for one in made):
        return None
    kept: list[tuple[Draft, Segment]] = []
    for one in made:
        at = next((n for n, (other, _) in enumerate(kept) if _is_again(other, one, made)), None)
        if at is None:
            kept.append((one, one.portion.segment))
        else:
            kept[at] = (kept[at][0], _whole(kept[at][1], one.portion.segment))
    if len(kept) == len(made):
        return None
    segments = tuple(segment for _, segment in kept)
    if len(segments) == 1 and len(made) == _BOTH:
        segments = (_of_the_page(page, segments[0]),)
    return replace(page, layout=replace(page.layout, segments=segments))


_BOTH = 2


def _of_the_page(page: Page, only: Segment) -> Segment:
    """Return a page's one event with all the page's lines: a part in a language ends at its day."""
    lines = page.layout.lines
    if only.form is not Form.RECORD or not only.other_titles or not lines:
        return only
    start = min(only.start, lines[0].line.start)
    end = max(only.end, lines[-1].line.end)
    return replace(only, form=Form.PAGE, start=start, end=end, lines=lines)


def _whole(first: Segment, again: Segment) -> Segment:
    lines = sorted((*first.lines, *again.lines), key=lambda x: x.line.start)
    is_new = again.title is not None and first.title is not None
    others = (again.title,) if is_new and again.title is not None else ()
    return replace(
        first,
        end=max(first.end, again.end),
        lines=tuple(lines),
        other_titles=(*first.other_titles, *others),
    )


def _is_again(one: Draft, other: Draft, made: Sequence[Draft]) -> bool:
    """Return whether two parts are of one event: alike in all that needs no translation."""
    first, second = one.event, other.event
    if not first.when.is_timed or not second.when.is_timed:
        return False
    if plain(first.title) == plain(second.title):
        return _is_then(first, second)
    if not first.language or not second.language or first.language == second.language:
        return False
    is_of_same_people = bool(_people(first) & _people(second))
    is_there = bool(_words(first.venue) & _words(second.venue)) or first.venue == second.venue
    if _is_then(first, second):
        is_of_same_hosts = len(made) == _BOTH and bool(_hosts(first) & _hosts(second))
        return is_there or is_of_same_people or (is_of_same_hosts and _is_until(first, second))
    return len(made) == 2 and is_there and is_of_same_people


def _is_then(one: Event, other: Event) -> bool:
    return (one.when.date, one.when.time) == (other.when.date, other.when.time)


def _is_until(one: Event, other: Event) -> bool:
    return (one.when.end_date, one.when.end_time) == (other.when.end_date, other.when.end_time)


def _hosts(event: Event) -> set[str]:
    return {plain(host.name) for host in event.organisers}


def _people(event: Event) -> set[str]:
    return {plain(speaker.name) for speaker in event.speakers}


def _words(venue: str) -> set[str]:
    return set(_TELLING.findall(plain(venue)))
