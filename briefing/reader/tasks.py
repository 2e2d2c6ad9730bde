"""What must be done for an event by when, from the deadlines that its page gives."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from briefing.model import Access, Doubt, DoubtKind, Event, Link, Proposal, Task, TaskKind
from briefing.reader import further_words
from briefing.reader.amendments.parts import parted
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.drafts import Draft
from briefing.reader.fields import deadlines, links, zones
from briefing.reader.fields.dates import DateContext
from briefing.reader.fields.deadline_words import Asked
from briefing.reader.fields.deadlines import Deadline
from briefing.reader.fields.links import Address
from briefing.reader.lines import Line, Span
from briefing.reader.page import Page, cited
from briefing.reader.vocabulary import any_of
from briefing.text import fold
from briefing.when import When


def tasks(page: Page, one: Draft, under: str, context: DateContext) -> Iterator[Proposal]:
    """Yield what a segment asks for by a day."""
    when = one.event.when
    near = context.beside(when.date)
    forms: tuple[Candidate[Address], ...] | None = None
    seen: set[tuple[Asked, object]] = set()
    lines = [x.line for x in one.portion.segment.lines]
    for line, said in _found(page, lines, near, when):
        found = _of_whoever_passed_it_on(page, one, line, said)
        asked = (found.value.asked, found.value.due.date)
        if asked not in seen:
            seen.add(asked)
            forms = _forms(page, one.portion.span) if forms is None else forms
            yield _task(page, one, line, found, under, forms)
    if any(asked is Asked.REGISTER for asked, _ in seen):
        return
    whole = list(_for_all(page, one, near))
    for line, found in whole[:1]:
        yield _task(page, one, line, found, under, _forms(page, one.portion.span))
    if not whole:
        yield from _unlimited(page, one, under)


def _for_all(
    page: Page, one: Draft, context: DateContext
) -> Iterator[tuple[Line, Candidate[Deadline]]]:
    """Yield until when one signs up for all entries of a listing: "All sign up by 3 May".

    What stands above a listing and does not say so is of that alone, and what is done once for a
    whole series is of the series.
    """
    told = [s for s in one.portion.preamble if _OF_ALL.search(page.text, s.start, s.end)]
    if one.event.parent is not None:
        told = [s for s in told if not _ONCE.search(page.text, s.start, s.end)]
    for span in told:
        for found in deadlines.find(
            page.text, span.start, span.end, context=context, event=one.event.when
        ):
            is_printed = not found.rule.endswith("date.before")
            if found.value.asked is Asked.REGISTER and is_printed:
                words = span.words(page.text)
                yield Line(start=span.start, end=span.end, text=words, gap=0), found


_OF_ALL = Cue(any_of(*(word for row in further_words.FOR_ALL.values() for word in row)))
_ONCE = Cue(any_of(*(word for row in further_words.ONCE.values() for word in row)))


def _of_whoever_passed_it_on(
    page: Page, one: Draft, line: Line, found: Candidate[Deadline]
) -> Candidate[Deadline]:
    """Return a deadline as a colleague's own, who passes on an invitation: "tell me by Monday"."""
    if found.value.asked is not Asked.REGISTER or not _TO_ME.search(line.text):
        return found
    passed_on = parted(page.text).quoted
    told = [span for path in ("title", "when") for span in cited(one.event.evidence[path])]
    if line.start >= passed_on.start or not any(span.start in passed_on for span in told):
        return found
    return replace(found, value=replace(found.value, asked=Asked.ANSWER))


_TO_ME = re.compile(
    r"\b(?:me|us|meg|oss|moi|nous|mir|uns|mich|nos|dime|avísame|dites-moi)\b", re.IGNORECASE
)

_DATES_THAT_MATTER = re.compile(
    r"\W{0,4}(?:schedule and|important|key|critical|main|relevant"
    r"|viktige|dates? (?:importantes|clés?|limites?)"
    r"|fechas (?:importantes|clave|límite)|wichtige|deadlines?|timeline|frister|fristen|termine"
    r"|calendrier|calendario|plazos)(?: (?:dates?|deadlines?|datoer|frister|termine|fristen))?"
    r"\b[^.\n]{0,50}$",
    re.IGNORECASE,
)
"""The heading of a list of dates, most of which are last days for something."""
_LONGEST_HEADING = 80
_LONGEST_LISTED = 120


def _found(
    page: Page, lines: Sequence[Line], context: DateContext, event: When
) -> Iterator[tuple[Line, Candidate[Deadline]]]:
    """Yield the deadlines of a segment's lines, each with its line."""
    is_listed = False
    for line in lines:
        is_heading = len(line.text) <= _LONGEST_HEADING and _DATES_THAT_MATTER.match(line.text)
        is_listed = bool(is_heading) or (is_listed and len(line.text) <= _LONGEST_LISTED)
        found = deadlines.find(
            page.text, line.start, line.end,
            context=context, event=event, above=_above(page.text, line), is_listed=is_listed,
        )  # fmt: skip
        yield from ((line, one) for one in found)


def _above(text: str, line: Line) -> Span | None:
    """Return the line above another, blank ones between them or not."""
    furthest = max(0, line.start - _LINE)
    end = furthest + len(text[furthest : line.start].rstrip())
    start = text.rfind("\n", furthest, end) + 1
    return Span(start, end) if furthest < start < end else None


def _unlimited(page: Page, one: Draft, under: str) -> Iterator[Proposal]:
    """Yield the signing up that has no last day, where a condition is told of it.

    Who has to be invited has nothing to sign up for.
    """
    if one.event.access is Access.INVITATION:
        return
    for line in one.portion.lines:
        found = deadlines.unlimited(page.text, line.start, line.end)
        if found is not None:
            yield _task(page, one, line, found, under, _forms(page, one.portion.span))
            return


def tasks_beside(
    page: Page, lines: Sequence[Line], drafts: Sequence[tuple[Draft, str]], context: DateContext
) -> Iterator[Proposal]:
    """Yield what a page asks for outside its events' own parts, where it says for which of them."""
    for line in lines:
        for found in deadlines.find(page.text, line.start, line.end, context=context):
            meant = [pair for pair in drafts if _is_meant(pair[0], line, drafts)]
            if _ONCE.search(line.text) and _wholes(drafts):
                meant = _wholes(drafts)
            if len(meant) == 1:
                yield _task(page, meant[0][0], line, found, meant[0][1])


def _wholes(drafts: Sequence[tuple[Draft, str]]) -> list[tuple[Draft, str]]:
    """Return the events that others on the page are parts of."""
    wholes = {one.event.parent for one, _ in drafts}
    return [pair for pair in drafts if pair[0].event.id in wholes]


def _is_meant(one: Draft, line: Line, drafts: Sequence[tuple[Draft, str]]) -> bool:
    """Return whether a line has the words that tell an event's title from the others'."""
    others = {word for other, _ in drafts if other is not one for word in _words(other.event.title)}
    own = set(_words(one.event.title)) - others
    return len(drafts) == 1 or bool(own & set(_words(line.text)))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", fold(text)) if len(word) > 3]


def _task(
    page: Page,
    one: Draft,
    line: Line,
    found: Candidate[Deadline],
    under: str,
    forms: Sequence[Candidate[Address]] = (),
) -> Proposal:
    event, deadline = one.event, found.value
    doubts = _left_open(found, event)
    due = zones.resolve(
        Candidate(
            value=deadline.due,
            start=found.start,
            end=found.end,
            rule=found.rule,
            confidence=found.confidence,
            doubts=doubts,
            alternatives=found.alternatives,
        ),
        venue=event.venue,
    )
    record = page.mint.record("task", f"register {event.title}", found.start)
    ways = _ways(page, Span(line.start, line.end))
    if not ways and deadline.kind is TaskKind.REGISTER:
        ways = tuple(forms)
    keys = [page.mint.key(record, way.start) for way in ways]
    evidence = {"due": page.evidence(due)} if deadline.due.is_dated else {}
    evidence |= {f"how/{key}": page.evidence(way) for key, way in zip(keys, ways, strict=True)}
    condition = deadline.condition or deadlines.conditions(page.text, line.start, line.end)
    if condition:
        evidence["condition"] = page.evidence(_whole(line))
    task = Task(
        id=record,
        what=f"{deadline.asked.words} {event.title}",
        kind=deadline.kind,
        due=_on_the_clock_of_midnight(due),
        event=event.id,
        how=tuple(
            Link(key=key, address=way.value.address, words=way.value.words)
            for key, way in zip(keys, ways, strict=True)
        ),
        condition=condition,
        evidence=evidence,
    )
    return page.proposal(task, Span(found.start, found.end), under)


def _left_open(found: Candidate[Deadline], event: Event) -> tuple[Doubt, ...]:
    """Return a deadline's doubts without that on its year, where the event soon after tells it."""
    due, day = found.value.due.date, event.when.date
    is_told = due is not None and day is not None and dt.timedelta() <= day - due <= _SOON
    open_ = {one.kind for one in event.evidence["when"].doubts}
    told = {DoubtKind.YEAR_INFERRED} - open_ if is_told else set()
    return tuple(one for one in found.doubts if one.kind not in told)


_SOON = dt.timedelta(days=183)


def _on_the_clock_of_midnight(due: Candidate[When]) -> When:
    """Return a day that ends at a midnight with the zone that was printed with it."""
    whole = due.value
    for other in due.alternatives:
        if other.why == deadlines.BEGINNING and isinstance(other.value, When):
            timed = other.value
            zone = {name: getattr(timed, name) for name in _ZONE}
            return msgspec.structs.replace(whole, **zone)
    return whole


_ZONE = ("zone", "zone_place", "zone_basis", "offset", "written_zone")


def _whole(line: Line) -> Candidate[str]:
    return Candidate(
        value=line.text, start=line.start, end=line.end, rule="task.condition", confidence=0.7
    )


def _ways(page: Page, span: Span) -> tuple[Candidate[Address], ...]:
    found = links.addresses(page.text, span, page.anchors)
    return tuple(one for one in found if one.value.address)


_REGISTERS = re.compile(
    r"regist|sign(?:ing)? up|rsvp|enrol|inscri|anmeld|påmeld|meld deg", re.IGNORECASE
)
_LINE = 200


def _forms(page: Page, span: Span) -> tuple[Candidate[Address], ...]:
    """Return the addresses whose own words, or whose line, say that one registers there."""
    found: dict[str, Candidate[Address]] = {}
    for one in _ways(page, span):
        above = page.text.rfind("\n", max(0, one.start - _LINE), one.start) + 1
        line = page.text[above or max(0, one.start - _LINE) : one.end]
        if _REGISTERS.search(line):
            found.setdefault(one.value.address, one)
    return tuple(found.values())[:_MOST_FORMS]


_MOST_FORMS = 3
