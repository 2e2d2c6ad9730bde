"""A segment as an event: every field with what it rests on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.model import (
    Access,
    AgendaItem,
    Doubt,
    DoubtKind,
    Event,
    EventKind,
    Evidence,
    Link,
    Mode,
    Party,
    Speaker,
    Title,
)
from briefing.reader.amendments.words import CANCELLED, POSTPONED
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import (
    admission,
    language,
    links,
    recurring,
    stated_zones,
    titles,
    topics,
    zones,
)
from briefing.reader.fields.dates import DateContext
from briefing.reader.fields.people import Person
from briefing.reader.fields.places import is_room
from briefing.reader.formats import ics
from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.moments import Moment, moment
from briefing.reader.page import Page, cited
from briefing.reader.participants import organising, partnering, speaking
from briefing.reader.portion import Portion, portion
from briefing.reader.programme import slot_days
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape
from briefing.reader.whereabouts import as_part, whereabouts
from briefing.when import When

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as read, with the part of the page that it was read from."""

    event: Event
    portion: Portion
    mode: Candidate[Mode] | None = None
    zone: Candidate[str] | None = None
    """The zone that is told for all times on its part of the page."""


def draft(page: Page, segment: Segment, parent: Draft | None, context: DateContext) -> Draft:
    """Return the event that a segment announces."""
    near = _context(page, segment, context)
    if parent is not None:
        near = near.beside(parent.event.when.date)
    laid_out = portion(page, segment)
    drafting = _Drafting(page, laid_out, parent, near)
    return Draft(event=drafting.event(), portion=laid_out, mode=drafting.mode, zone=drafting.stated)


_YEAR = re.compile(r"(?<![\w-])20\d\d(?![\w-])")


def _context(page: Page, segment: Segment, context: DateContext) -> DateContext:
    """Return the context with the years that the title and the page's heading name."""
    spans = (segment.title, page.layout.heading, *_above_heading(page))
    words = " ".join(page.words(span) for span in spans if span is not None)
    years = (int(year) for year in _YEAR.findall(words))
    return replace(context, years=(*years, *context.years))


def _above_heading(page: Page) -> Iterator[Span]:
    """Yield the lines above the page's heading that say whose page it is, or of which series."""
    heading = page.layout.heading
    for x in page.layout.lines[:_FIRST_LINES]:
        if heading is None or x.line.end > heading.start:
            return
        if x.shape in (Shape.TITLE, Shape.KIND):
            yield x.line.content


_FIRST_LINES = 6


class _Drafting:
    """Gathers an event's fields, and beside them the evidence of each."""

    def __init__(
        self, page: Page, portion: Portion, parent: Draft | None, context: DateContext
    ) -> None:
        self.page, self.portion, self.context = page, portion, context
        self.parent = parent.event if parent else None
        self.around = self.mode = parent.mode if parent else None
        self.text, self.segment = page.text, portion.segment
        self.stated = self._stated_zone(parent.zone if parent else None)
        self.evidence: dict[str, Evidence] = {}

    def event(self) -> Event:
        title = self._title()
        self.id = self.page.mint.record("event", title, self.segment.start)
        mode, venue = self._whereabouts()
        when = self._when(venue)
        people = tuple(speaking(self.portion))
        partners = partnering(self.portion)
        return Event(
            id=self.id,
            title=title,
            other_titles=tuple(self._other_titles()),
            kind=self._kind(),
            when=when,
            mode=mode,
            venue=venue,
            organisers=tuple(self._parties("organisers", organising(self.portion))),
            partners=tuple(self._parties("partners", partners)),
            speakers=tuple(self._speakers(people)),
            forums=tuple(self._forums(people)),
            parent=self.parent.id if self.parent else None,
            agenda=tuple(self._agenda(when)),
            topics=tuple(self._topics()),
            language=language.of(self.portion.span.words(self.text)),
            links=tuple(self._links()),
            access=self._value("access", admission.access(self.text, self.portion.told))
            or Access.UNKNOWN,
            pass_needed=self._value(
                "pass_needed", admission.pass_needed(self.text, self.portion.span)
            ),
            cancelled=bool(self._value("cancelled", self._status(CANCELLED))),
            postponed=bool(self._value("postponed", self._status(POSTPONED))),
            uid=self._uid(),
            evidence=self.evidence,
        )

    def _uid(self) -> str:
        named = ics.identity(self.portion.span.words(self.text))
        return f"{named.uid} {named.session}".strip() if named else ""

    def _value(self, path: str, found: Candidate[V] | None) -> V | None:
        """Return a candidate's value, its evidence noted."""
        if found is None:
            return None
        self.evidence[path] = self.page.evidence(found)
        return found.value

    def _item(self, path: str, found: Candidate[object]) -> str:
        """Return the key of a list's item, its evidence noted."""
        key = self.page.mint.key(self.id, found.start)
        self.evidence[f"{path}/{key}"] = self.page.evidence(found)
        return key

    # What it is called

    def _title(self) -> str:
        if self.segment.title is not None:
            found = titles.title(self.text, self.segment.title)
            found = titles.doubted_subject(
                self.text, found, [x.line for x in self.page.layout.lines]
            )
        else:
            found = titles.in_words(self.text, self.portion.sentences, self.portion.lines[0])
        series = self._series(found.value)
        rest = [titles.title(self.text, one) for one in (self.segment.title_rest,) if one]
        self.evidence["title"] = self.page.evidence(*series, found, *rest)
        whole = " ".join(one.value for one in (found, *rest))
        return ": ".join((*(one.value for one in series), whole))

    def _series(self, title: str) -> tuple[Candidate[str], ...]:
        """Return the page's heading where an entry is called only "Second session"."""
        heading = self.page.layout.heading
        if heading is None or self.segment.form is not Form.RECORD or not _GENERIC.fullmatch(title):
            return ()
        series = titles.title(self.text, heading, "title.series")
        return () if series.value == title else (series,)

    def _other_titles(self) -> Iterator[Title]:
        told = [titles.again(self.text, span) for span in self.segment.other_titles]
        for span in self.portion.title:
            told += titles.other_wordings(self.text, span, self.portion.lines)
        for found in told:
            key = self._item("other_titles", found)
            yield Title(key=key, text=found.value, language=language.of(found.value))

    def _kind(self) -> EventKind:
        if self.parent is not None and self.parent.kind is EventKind.SIDE_EVENT:
            self.evidence["kind"] = self.parent.evidence["kind"]
            return EventKind.SIDE_EVENT
        listed = self._listed_as()
        if listed is not None:
            return self._value("kind", listed) or EventKind.OTHER
        stop = self._others_within()
        heads = [x.line for x in self.segment.lines if x.shape is Shape.KIND]
        heads = [line for line in heads if line.start < stop]
        heads += [x.line for x in self.segment.head]
        spans = (*self.portion.title, *(Span(line.start, line.end) for line in heads))
        told = [one for one in self.portion.sentences[:_FIRST_SENTENCES] if one.start < stop]
        found = titles.kind(self.text, (*spans, *told))
        return self._value("kind", found) or EventKind.OTHER

    def _listed_as(self) -> Candidate[EventKind] | None:
        """Return what the last heading above it on its parent's page calls all below it."""
        if self.parent is None:
            return None
        title = self.parent.evidence["title"].citations[-1].end or 0
        found = list(_SIDE_EVENTS.finditer(self.text, title, self.segment.start))
        if not found:
            return None
        start, end = found[-1].span("words")
        return Candidate(
            value=EventKind.SIDE_EVENT, start=start, end=end, rule="kind.heading", confidence=0.8
        )

    def _others_within(self) -> int:
        """Return where a heading below the title begins to list other events; else the end."""
        title = self.segment.title.start if self.segment.title else self.segment.end
        below = (x.line for x in self.segment.lines if x.line.start > title)
        headings = (line.start for line in below if _OF_SEVERAL.fullmatch(line.body))
        return next(headings, self.segment.end)

    # When and where

    def _whereabouts(self) -> tuple[Mode | None, str]:
        mode, venue = whereabouts(self.portion)
        self.mode = as_part(self.text, mode, self.around)
        mode = self.mode
        return self._value("mode", mode), self._value("venue", venue) or ""

    def _when(self, venue: str) -> When:
        found = moment(self.text, self.portion, self.context)
        if found is None:
            doubt = Doubt(kind=DoubtKind.DATE_MISSING, words="No date is printed for this event.")
            self.evidence["when"] = Evidence(rule="when.none", confidence=0.0, doubts=(doubt,))
            return When()
        found = replace(found, when=recurring.doubted(self.text, found.when))
        found = self._zoned(found, venue)
        statements = self.page.evidence(*found.statements)
        self.evidence["when"] = _citing(self.page.evidence(found.when), statements)
        return found.when.value

    def _status(self, state: Cue) -> Candidate[bool] | None:
        """Return that a line "Status: cancelled" says so, as calendars and portals have it."""
        for _, span in self.portion.labelled(Label.STATUS):
            found = state.search(span.words(self.text)[:_LONGEST_STATUS])
            if found is not None:
                start, end = (span.start + at for at in found.span())
                return Candidate(
                    value=True, start=start, end=end, rule="status.label", confidence=0.95
                )
        return None

    def _zoned(self, found: Moment, venue: str) -> Moment:
        stated = self.stated
        around = self.parent.venue if self.parent else ""
        where = ", ".join(part for part in (venue, around) if part) if is_room(venue) else venue
        where = where or around
        when = zones.resolve(found.when, stated=stated.value if stated else "", venue=where)
        is_used = stated is not None and when.value.written_zone == stated.value
        used = (*found.statements, stated) if stated is not None and is_used else found.statements
        return Moment(when=when, statements=used)

    def _stated_zone(self, inherited: Candidate[str] | None) -> Candidate[str] | None:
        """Return the zone that holds for all times of the event: told within it, else around."""
        told = stated_zones.everywhere(self.text)
        own = (one for one in told if self.segment.start <= one.start < self.segment.end)
        first, last = self.page.layout.segments[0].start, self.page.layout.segments[-1].end
        around = (one for one in told if not first <= one.start < last)
        return next(own, None) or inherited or next(around, None)

    # Who

    def _parties(self, path: str, found: Iterable[Candidate[str]]) -> Iterator[Party]:
        for one in found:
            yield Party(key=self._item(path, one), name=one.value, stakeholder=self._holder(one))

    def _holder(self, found: Candidate[object]) -> str | None:
        inside = self.page.mentioned(found.start, found.end)
        known = (m.stakeholder for m in inside if m.stakeholder is not None)
        return next((name.id for name in known), None)

    def _speakers(self, people: Iterable[Candidate[Person]]) -> Iterator[Speaker]:
        for one in people:
            person = one.value
            key = self._item("speakers", one)
            parts = {"role": person.role_span, "affiliation": person.affiliation_span}
            for part, span in parts.items():
                if span is not None:
                    found = _at(span, f"speaker.{part}", 0.7)
                    self.evidence[f"speakers/{key}/{part}"] = self.page.evidence(found)
            yield Speaker(
                key=key, name=person.name, role=person.role, affiliation=person.affiliation
            )

    def _forums(self, people: Iterable[Candidate[Person]]) -> Iterator[str]:
        """Yield the forums that it is about, not those that a speaker comes from."""
        biographies = [one.value.affiliation_span for one in people]
        for mention in self.portion.mentions:
            forum = mention.forum
            if forum is None or not forum.is_policy_forum or f"forums/{forum.id}" in self.evidence:
                continue
            if not any(span and mention.start in span for span in biographies):
                found = _at(Span(mention.start, mention.end), "forum.name", 0.85)
                self.evidence[f"forums/{forum.id}"] = self.page.evidence(found)
                yield forum.id

    # What else

    def _agenda(self, when: When) -> Iterator[AgendaItem]:
        days = slot_days(self.portion, self.context.beside(when.date))
        has_several = len(set(days)) > 1
        for slot, day in zip(self.portion.slots, days, strict=True):
            yield AgendaItem(
                key=self._item("agenda", slot),
                title=slot.value.title,
                time=slot.value.clock.time,
                end_time=slot.value.clock.end_time,
                day=day if has_several else None,
            )

    def _topics(self) -> Iterator[str]:
        points, text = self._said()
        title = cited(self.evidence["title"])
        for one in topics.of_event(self.page.themes, title, points, text):
            self.evidence[f"topics/{one.value}"] = self.page.evidence(one)
            yield one.value

    def _said(self) -> tuple[list[Span], list[Span]]:
        """Return its questions and points, and the other sentences that name no speaker.

        "Ana Berg, Professor of International Law" tells nothing of what she will speak about.
        """
        people = [
            span.start
            for path, found in self.evidence.items()
            if path.startswith("speakers/")
            for span in cited(found)
        ]
        items = {line.body_start for line in self.portion.lines if line.mark}
        points = [Span(slot.start, slot.end) for slot in self.portion.slots]
        text: list[Span] = []
        for sentence in self.portion.sentences:
            if not any(at in sentence for at in people):
                is_point = sentence.start in items or self.text[sentence.end - 1] == "?"
                (points if is_point else text).append(sentence)
        return points, text

    def _links(self) -> Iterator[Link]:
        for span in self.portion.stretches:
            for one in links.addresses(self.text, span, self.page.anchors):
                key = self._item("links", one)
                yield Link(key=key, address=one.value.address, words=one.value.words)


_FIRST_SENTENCES = 6
_LONGEST_STATUS = 100
_OF_SEVERAL = re.compile(
    r"(?:side|parallel|related|special|fringe)?[- ]?(?:events|meetings|sessions|workshops)"
    r"|eventos paralelos|sidearrangementer",
    re.IGNORECASE,
)
"""A heading of events within another."""
_SIDE_EVENTS = re.compile(
    r"^[^\w\n]{0,4}(?P<words>side[- ]events?|eventos paralelos|sidearrangementer)[^\w\n]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
_GENERIC = re.compile(
    r"(?:the )?(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|eleventh|twelfth|final|closing|opening|organi[sz]ational|inaugural)\s+)?"
    r"(?:(?:regular|substantive|formal|informal|intersessional|organi[sz]ational|plenary|"
    r"preparatory|annual|extraordinary)\s+)*"
    r"(?:sessions?|meetings?|consultations?|rounds?|days?|workshops?|webinars?)(?:\s+\d{1,2})?",
    re.IGNORECASE,
)
"""Titles that name nothing without the page that they stand on."""


def _at(span: Span, rule: str, confidence: float) -> Candidate[str]:
    return Candidate(value="", start=span.start, end=span.end, rule=rule, confidence=confidence)


def _citing(evidence: Evidence, other: Evidence) -> Evidence:
    return Evidence(
        citations=other.citations,
        rule=evidence.rule,
        confidence=evidence.confidence,
        doubts=evidence.doubts,
        alternatives=evidence.alternatives,
    )
