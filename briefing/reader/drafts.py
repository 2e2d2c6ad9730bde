"""A segment as an event: every field with what it rests on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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
from briefing.reader.candidate import Candidate
from briefing.reader.fields import (
    agenda,
    bodies,
    language,
    links,
    organisers,
    people,
    places,
    titles,
    zones,
)
from briefing.reader.fields.dates import DateContext
from briefing.reader.labelled import Label, Labelled
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.moments import Moment, moment
from briefing.reader.page import Page
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.when import When


@dataclass
class Draft:
    """An event in the making, with the spans that no question may be taken from."""

    event: Event
    segment: Segment
    slots: tuple[Candidate[agenda.Slot], ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)


def draft(page: Page, segment: Segment, parent: Draft | None, context: DateContext) -> Draft:
    """Return the event that a segment announces."""
    return _Drafting(page, segment, parent, context).drafted()


class _Drafting:
    def __init__(
        self, page: Page, segment: Segment, parent: Draft | None, context: DateContext
    ) -> None:
        self.page, self.segment, self.parent = page, segment, parent
        self.text = page.text
        self.context = _context(page, segment, context)
        if parent is not None:
            self.context = self.context.beside(parent.event.when.date)
        self.lines = [x.line for x in segment.lines]
        self.span = Span(self.lines[0].start, self.lines[-1].end)
        self.prose = [x.line for x in segment.lines if _reads_on(x)]
        self.sentences = tuple(sentences(self.text, self.prose))
        self.labels = [x.label for x in segment.lines if x.label is not None]
        self.mentions = page.mentioned(self.span.start, self.span.end)
        self.slots = agenda.slots(self.text, [x.line for x in segment.lines])
        self.evidence: dict[str, Evidence] = {}

    def drafted(self) -> Draft:
        title = self._title()
        self.id = self.page.mint.record("event", title, self.segment.start)
        kind = self._kind()
        mode, venue = self._mode_and_venue(kind)
        when = self._when(venue)
        event = Event(
            id=self.id,
            title=title,
            other_titles=tuple(self._other_titles()),
            kind=kind,
            when=when,
            mode=mode,
            venue=venue.value if venue else "",
            organisers=tuple(self._parties("organisers", self._organisers())),
            partners=tuple(self._parties("partners", self._labelled_parties(Label.PARTNERS))),
            speakers=tuple(self._speakers()),
            forums=tuple(self._forums()),
            parent=self.parent.event.id if self.parent else None,
            agenda=tuple(self._agenda()),
            language=language.of(self.text[self.span.start : self.span.end]),
            links=tuple(self._links()),
            access=self._access(),
            pass_needed=self._pass(),
            evidence=self.evidence,
        )
        return Draft(event=event, segment=self.segment, slots=self.slots)

    def _rest(self, path: str, *found: Candidate[object]) -> None:
        self.evidence[path] = self.page.evidence(*found)

    # Title, kind, when

    def _title(self) -> str:
        if self.segment.title is not None:
            found = titles.title(self.text, self.segment.title)
        else:
            found = titles.in_words(self.text, self.sentences, self.lines[0])
        series = self._series(found.value)
        self._rest("title", found, *series)
        return ": ".join((*(one.value for one in series), found.value))

    def _series(self, title: str) -> tuple[Candidate[str], ...]:
        """Return the page's heading where an entry is called only "Second session"."""
        heading = self.page.layout.heading
        if heading is None or self.segment.form is not Form.RECORD or not _GENERIC.fullmatch(title):
            return ()
        return (titles.title(self.text, heading, "title.series"),)

    def _other_titles(self) -> Iterator[Title]:
        if self.segment.title is None:
            return
        for found in titles.other_wordings(self.text, self.segment.title, self.lines):
            key = self.page.mint.key(self.id, found.start)
            self._rest(f"other_titles/{key}", found)
            yield Title(key=key, text=found.value, language=language.of(found.value))

    def _kind(self) -> EventKind:
        spans = [self.segment.title] if self.segment.title else []
        spans += [_whole(x.line) for x in self.segment.lines if x.shape is Shape.KIND]
        spans += [_whole(x.line) for x in self.segment.head]
        found = titles.kind(self.text, [*spans, *self.sentences[:6]])
        if self.parent and self.parent.event.kind is EventKind.SIDE_EVENT:
            self.evidence["kind"] = self.parent.event.evidence["kind"]
            return EventKind.SIDE_EVENT
        if found is None:
            return EventKind.OTHER
        self._rest("kind", found)
        return found.value

    def _when(self, venue: Candidate[str] | None) -> When:
        found = moment(self.text, self.segment, self.context, self.slots)
        if found is None:
            doubt = Doubt(kind=DoubtKind.DATE_MISSING, words="No date is printed for this event.")
            self.evidence["when"] = Evidence(rule="when.none", confidence=0.0, doubts=(doubt,))
            return When()
        online = venue is None
        stated = zones.find_stated(self.text, self.segment.start, self.segment.end)
        found = replace(
            found,
            when=zones.resolve(
                found.when,
                stated=stated.value if stated else "",
                venue=venue.value if venue else self._parents_venue(online),
            ),
        )
        if stated is not None and found.when.value.written_zone == stated.value:
            found = replace(found, statements=(*found.statements, stated))
        self.evidence["when"] = self._of(found)
        return found.when.value

    def _parents_venue(self, online: bool) -> str:
        return self.parent.event.venue if self.parent and online else ""

    def _of(self, found: Moment) -> Evidence:
        cited = self.page.evidence(*found.statements)
        own = self.page.evidence(found.when)
        return Evidence(
            citations=cited.citations,
            rule=own.rule,
            confidence=own.confidence,
            doubts=own.doubts,
            alternatives=own.alternatives,
        )

    # Where and how

    def _mode_and_venue(self, kind: EventKind) -> tuple[Mode | None, Candidate[str] | None]:
        mode, venue = self._head_place()
        if venue is None:
            venue, implied = self._labelled_place()
            mode = mode or implied
        if venue is None:
            venue = self._place_in_prose()
        mode = mode or self._labelled_mode()
        mode = self._with_prose(mode, venue, kind)
        value = mode.value if mode else None
        if venue is not None and value is Mode.ONLINE:
            venue = None
        if mode is not None:
            self._rest("mode", mode)
        if venue is not None:
            self._rest("venue", venue)
        return value, venue

    def _head_place(self) -> tuple[Candidate[Mode] | None, Candidate[str] | None]:
        mode: Candidate[Mode] | None = None
        venue: Candidate[str] | None = None
        for x in self.segment.head:
            if x.shape is Shape.MODE and mode is None:
                found = places.mode_of_line(x.line.text)
                assert found is not None
                mode = _candidate(found[0], _whole(x.line), "mode.line", 0.9)
                if found[1]:
                    venue = self._at(x.line, found[1], "venue.mode-line")
            elif x.shape is Shape.PLACE and venue is None:
                venue = self._at(x.line, x.line.text, "venue.line")
            elif x.shape is Shape.DATE and x.rest and venue is None:
                venue = places.place_in(self.text, _whole(x.line), x.rest)
        return mode, venue

    def _at(self, line: Line, words: str, rule: str) -> Candidate[str]:
        start = line.start + line.text.find(words)
        return _candidate(words, Span(start, start + len(words)), rule, 0.85)

    def _labelled_place(self) -> tuple[Candidate[str] | None, Candidate[Mode] | None]:
        for label in self._labelled(Label.VENUE):
            reach = label.reach(self.text, self.lines, self.segment.end)
            venue, mode = places.venue_in(self.text, reach)
            found = _candidate(mode, reach, "mode.venue", 0.8) if mode else None
            if venue or mode:
                return venue, found
        return None, None

    def _labelled_mode(self) -> Candidate[Mode] | None:
        for label in self._labelled(Label.MODE):
            reach = label.reach(self.text, self.lines, self.segment.end)
            found = places.mode_of_line(self.page.words(reach).rstrip("."))
            if found:
                return _candidate(found[0], reach, "mode.label", 0.9)
            spoken = next(places.modes(self.text, Span(label.line.start, reach.end)), None)
            if spoken:
                return spoken
        return None

    def _place_in_prose(self) -> Candidate[str] | None:
        if self.segment.form is Form.ITEM:
            return places.place_behind_date(self.text, _whole(self.lines[0]), self.segment.title)
        found = (places.place_in_sentence(self.text, one) for one in self.sentences)
        return next((one for one in found if one is not None), None)

    def _with_prose(
        self, mode: Candidate[Mode] | None, venue: Candidate[str] | None, kind: EventKind
    ) -> Candidate[Mode] | None:
        if mode is not None and mode.rule not in {"mode.venue"}:
            return mode
        title = [self.segment.title] if self.segment.title else []
        spoken = [
            one for span in (*title, *self.sentences) for one in places.modes(self.text, span)
        ]
        online = next((one for one in spoken if one.value is not Mode.IN_PERSON), None)
        here = next((one for one in spoken if one.value is Mode.IN_PERSON), None)
        if venue is not None:
            both = next((one for one in spoken if one.value is Mode.HYBRID), None)
            if both is not None:
                return both
            return mode or _candidate(
                Mode.IN_PERSON, Span(venue.start, venue.end), "mode.venue", 0.6
            )
        return mode or here or online

    def _labelled(self, *wanted: Label) -> Iterator[Labelled]:
        return (label for label in self.labels if label.label in wanted)

    # Who

    def _organisers(self) -> Iterator[Candidate[str]]:
        labelled = list(self._labelled_parties(Label.ORGANISERS))
        if labelled:
            yield from labelled
        else:
            spoken = list(organisers.organisers(self.text, self.sentences, self.mentions))
            owner = (
                None
                if spoken or self.segment.form is not Form.PAGE
                else organisers.owner(self.text)
            )
            yield from spoken
            yield from () if owner is None else (owner,)

    def _labelled_parties(self, label: Label) -> Iterator[Candidate[str]]:
        for one in self._labelled(label):
            reach = one.reach(self.text, self.lines, self.segment.end)
            yield from bodies.listed(self.text, reach, self.mentions, f"{label.value}.label")

    def _parties(self, path: str, found: Iterable[Candidate[str]]) -> Iterator[Party]:
        seen: set[str] = set()
        for one in found:
            if one.value.casefold() in seen:
                continue
            seen.add(one.value.casefold())
            key = self.page.mint.key(self.id, one.start)
            self._rest(f"{path}/{key}", one)
            yield Party(key=key, name=one.value, stakeholder=self._holder(one))

    def _holder(self, found: Candidate[object]) -> str | None:
        inside = (m for m in self.mentions if found.start <= m.start and m.end <= found.end)
        return next((m.stakeholder.id for m in inside if m.stakeholder is not None), None)

    def _speakers(self) -> Iterator[Speaker]:
        seen: set[str] = set()
        for one in sorted(self._people(), key=lambda p: p.start):
            person = one.value
            if person.name.casefold() in seen:
                continue
            seen.add(person.name.casefold())
            key = self.page.mint.key(self.id, one.start)
            path = f"speakers/{key}"
            self._rest(path, one)
            for part, span in (
                ("role", person.role_span),
                ("affiliation", person.affiliation_span),
            ):
                if span is not None:
                    self._rest(f"{path}/{part}", _candidate("", span, f"speaker.{part}", 0.7))
            yield Speaker(
                key=key, name=person.name, role=person.role, affiliation=person.affiliation
            )

    def _people(self) -> Iterator[Candidate[people.Person]]:
        wanted = {Label.SPEAKERS: "", Label.MODERATOR: people.MODERATOR, Label.PARTICIPANTS: ""}
        for label in self._labelled(*wanted):
            yield from self._listed(label, wanted[label.label])
        for sentence in self.sentences:
            yield from people.in_sentence(self.text, sentence, self.mentions)
        slots = {slot.start for slot in self.slots}
        bullets = [line for line in self.lines if line.body_start not in slots]
        yield from people.in_bullets(self.text, bullets, self.mentions)
        for slot in self.slots:
            yield from people.in_slot(self.text, slot.value.title_span, self.mentions)

    def _listed(self, label: Labelled, role: str) -> Iterator[Candidate[people.Person]]:
        reach = label.reach(self.text, self.lines, self.segment.end)
        if label.stands_alone:
            inside = [line for line in self.lines if reach.start <= line.start < reach.end]
            yield from people.in_lines(self.text, inside, self.mentions, role)
        else:
            yield from people.in_value(self.text, reach, self.mentions, role)

    def _forums(self) -> Iterator[str]:
        seen: set[str] = set()
        for mention in self.mentions:
            forum = mention.forum
            if forum is None or not forum.is_policy_forum or forum.id in seen:
                continue
            seen.add(forum.id)
            self._rest(
                f"forums/{forum.id}",
                _candidate(forum.id, Span(mention.start, mention.end), "forum.name", 0.85),
            )
            yield forum.id

    # What else

    def _agenda(self) -> Iterator[AgendaItem]:
        for one in self.slots:
            key = self.page.mint.key(self.id, one.start)
            self._rest(f"agenda/{key}", one)
            slot = one.value
            yield AgendaItem(
                key=key,
                title=slot.title,
                time=slot.clock.time,
                end_time=slot.clock.end_time,
                day=slot.day,
            )

    def _links(self) -> Iterator[Link]:
        for one in links.addresses(self.text, self.span):
            key = self.page.mint.key(self.id, one.start)
            self._rest(f"links/{key}", one)
            yield Link(key=key, address=one.value.address, words=one.value.words)

    def _access(self) -> Access:
        found = places.access(self.text, self.span)
        if found is None:
            return Access.UNKNOWN
        self._rest("access", found)
        return found.value

    def _pass(self) -> bool | None:
        found = places.pass_needed(self.text, self.span)
        if found is None:
            return None
        self._rest("pass_needed", found)
        return found.value


_GENERIC = re.compile(
    r"(?:the )?(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"final|closing|opening|organi[sz]ational|inaugural)\s+)?(?:(?:regular|substantive|formal|informal|intersessional|"
    r"organi[sz]ational|plenary|preparatory|annual|extraordinary)\s+)*"
    r"(?:sessions?|meetings?|consultations?|rounds?|days?|workshops?|webinars?)(?:\s+\d{1,2})?",
    re.IGNORECASE,
)
"""Titles that name nothing without the page that they stand on."""


_YEAR = re.compile(r"(?<![\w-])20\d\d(?![\w-])")


def _context(page: Page, segment: Segment, context: DateContext) -> DateContext:
    """Return the context with the years that the title and the page's heading name."""
    spans = (segment.title, page.layout.heading)
    words = " ".join(page.words(span) for span in spans if span is not None)
    years = (int(year) for year in _YEAR.findall(words))
    return replace(context, years=(*years, *context.years))


def _reads_on(line: Shaped) -> bool:
    return line.shape in (Shape.PROSE, Shape.TITLE, Shape.PLACE) or (
        line.label is not None and line.label.label is Label.OTHER
    )


def _whole(line: Line) -> Span:
    return Span(line.start, line.end)


def _candidate(value: object, span: Span, rule: str, confidence: float) -> Candidate:  # type: ignore[type-arg]
    return Candidate(value=value, start=span.start, end=span.end, rule=rule, confidence=confidence)
