"""A record as lines to read: its facts with what speaks against them, its ties, its source's words.

Targets of links: "record:ID", "web:ADDRESS", and "cited:N" for the Nth citation of the record.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.arrange.links import citations
from briefing.desk import describe
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import (
    Citation,
    Event,
    Forum,
    Handling,
    Link,
    Party,
    Position,
    Question,
    Record,
    Source,
    Speaker,
    Stakeholder,
    Task,
)
from briefing.store import NotKeptError
from briefing.text import count, squeeze
from briefing.tui.screens import kept_text
from briefing.tui.screens.kept_text import Span
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line, Part
from briefing.when_words import date_words

NOTHING = (
    Line((Part("Here stands what is known of a record, and what it rests on.", Tone.MUTED),)),
)
"""What stands where no record is chosen."""

_LABEL = 15
_LEAST_BESIDE = 56
"""Columns below which labels have no column of their own."""
_NARROW_INDENT = 3
_HANDLING = "handling/level"
_MOST_TIED = 40
_AROUND = 200
"""Code points of the source shown on either side of the words that a fact rests on."""
_MOST_WINDOWS = 12

_KINDS: Sequence[tuple[type[Record], str]] = (
    (Event, "Event"),
    (Task, "Task"),
    (Question, "Question"),
    (Position, "Position"),
    (Forum, "Forum"),
    (Stakeholder, "Stakeholder"),
)
"""What can be gone to, in the order that ties are listed in."""


class _Window(NamedTuple):
    start: int
    end: int
    spans: tuple[Span, ...]


def kind_of(record: Record) -> str:
    """Return what a record is, in a word: an event by its own kind."""
    return record.kind.capitalize() if isinstance(record, Event) else type(record).__name__


def lines_of(desk: Desk, record: Record, width: int) -> list[Line]:
    """Return all there is to tell of a record, for so many columns."""
    told = [line for fact in _facts(desk, record) for line in _fact_lines(desk, record, fact)]
    linked = {part.target for line in told for part in line.parts}
    told += _tied_lines(desk, record, linked)
    return [
        Line((Part(title_of(record), Tone.HEADING),)),
        Line(),
        *(told if width >= _LEAST_BESIDE else map(_closed_up, told)),
        *_source_lines(desk, record),
    ]


def plain(desk: Desk, record: Record) -> str:
    """Return a record as plain text, a fact a line."""
    facts = describe.facts(desk, record, with_clashes=True)
    return "\n".join([title_of(record), *(f"{fact.label}: {fact.text}" for fact in facts[1:])])


def _facts(desk: Desk, record: Record) -> list[describe.Fact]:
    """Return what is told line by line: the heading has the title and the status already."""
    is_usual = record.handling == Handling()
    found = describe.facts(desk, record, with_clashes=True)[1:]
    return [f for f in found if f.label != "Status" and not (is_usual and f.path == _HANDLING)]


def _closed_up(line: Line) -> Line:
    """Return a line with no column for labels, where they would leave too little for the words."""
    if line.indent:
        return line._replace(indent=_NARROW_INDENT)
    if not line.hang:
        return line
    label, *values = line.parts
    return Line((label._replace(text=f"{label.text.rstrip()}  "), *values), hang=_NARROW_INDENT)


def _fact_lines(desk: Desk, record: Record, fact: describe.Fact) -> Iterator[Line]:
    first, *others = _values(desk, record, fact)
    label = Part(f"{fact.label[: _LABEL - 1]:<{_LABEL}}", Tone.MUTED)
    unchecked = [Part("  not checked", Tone.MUTED)] if fact.is_open and not fact.doubts else []
    yield Line((label, *first, *([] if others else unchecked)), hang=_LABEL)
    for other in others:
        yield Line(other, indent=_LABEL)
    for doubt in fact.doubts:
        yield Line((Part(f"! {doubt}", Tone.DOUBT),), indent=_LABEL, hang=2)
    evidence = record.evidence.get(fact.path)
    cited = list(citations(record))
    if fact.doubts and evidence is not None:
        for citation in evidence.citations:
            yield _quoted(citation, f"cited:{cited.index(citation)}")


def _quoted(citation: Citation, target: str) -> Line:
    """Return the words that a doubted value rests on, or where in its source they stand."""
    if citation.words:
        parts = (
            Part("  it says ", Tone.MUTED),
            Part(f"“{squeeze(citation.words)}”", Tone.QUOTE, target),
        )
    else:
        parts = (
            Part("  it stands at ", Tone.MUTED),
            Part(citation.place or "its source", Tone.QUOTE, target),
        )
    return Line(parts, indent=_LABEL, hang=2)


def _values(desk: Desk, record: Record, fact: describe.Fact) -> list[list[Part]]:
    """Return a fact's value as lines of parts, what it names as links."""
    value = getattr(record, fact.path, None) if fact.path else None
    if fact.record:
        return [[Part(fact.text, target=f"record:{fact.record}")]]
    if isinstance(value, tuple) and value:
        if all(isinstance(item, Link) for item in value):
            return [_address(item) for item in value]
        if all(isinstance(item, Party | Speaker) for item in value):
            return [_party(item) for item in value]
        if fact.path == "forums":
            return [[_named(desk, id)] for id in value]
    return [[Part(line)] for line in fact.text.split("\n")]


def _address(link: Link) -> list[Part]:
    if link.kept:
        kept = Part(link.words or link.kept, Tone.ACCENT, f"web:{link.address}")
        return [kept, Part("  kept here", Tone.MUTED)]
    words = [Part(f"{link.words}  ")] if link.words and link.words != link.address else []
    return [*words, Part(link.address, Tone.ACCENT, f"web:{link.address}")]


def _party(item: Party | Speaker) -> list[Part]:
    target = f"record:{item.stakeholder}" if item.stakeholder else ""
    more = (item.role, item.affiliation) if isinstance(item, Speaker) else ()
    told = "".join(f", {words}" for words in more if words)
    return [Part(item.name, target=target), Part(told, Tone.MUTED)]


def _named(desk: Desk, id: str) -> Part:
    record = desk.store.find(id)
    return Part(title_of(record), target=f"record:{id}") if record else Part(id)


def _tied_lines(desk: Desk, record: Record, linked: set[str]) -> Iterator[Line]:
    """Yield what names the record, or is named by it, and is not told yet."""
    ids = desk.links.names(record.id) | desk.links.named_by(record.id)
    found = [held for id in ids if f"record:{id}" not in linked and (held := desk.store.find(id))]
    tied = [
        (label, held)
        for kind, label in _KINDS
        for held in sorted((r for r in found if isinstance(r, kind)), key=title_of)
    ]
    if tied:
        yield Line()
        yield Line((Part("Linked", Tone.HEADING),))
    for label, held in tied[:_MOST_TIED]:
        parts = (Part(f"{label:<{_LABEL}}", Tone.MUTED), _named(desk, held.id))
        yield Line(parts, hang=_LABEL)
    if len(tied) > _MOST_TIED:
        yield Line((Part(f"and {count(len(tied) - _MOST_TIED, 'more', 'more')}", Tone.MUTED),))


def _source_lines(desk: Desk, record: Record) -> Iterator[Line]:
    numbered = list(enumerate(citations(record)))
    for source in describe.sources(desk, record):
        cited = [(n, citation) for n, citation in numbered if citation.source == source.id]
        title = Part(source.title, Tone.HEADING, f"cited:{cited[0][0]}")
        yield Line()
        yield Line((Part("In the source: ", Tone.HEADING), title))
        yield Line((Part(_about(source), Tone.MUTED),))
        if source.is_held:
            yield from _held_lines(desk, source, cited)
        else:
            yield from _places(citation for _, citation in cited)


def _about(source: Source) -> str:
    published = date_words(source.published, weekday=False) if source.published.is_dated else ""
    received = f"brought in as {source.name}" if source.name else ""
    parts = (source.kind, source.body, published, source.address, received)
    return " · ".join(part for part in parts if part)


def _places(cited: Iterable[Citation]) -> Iterator[Line]:
    """Yield where in a named source it stands; the source itself is not held."""
    told = {(squeeze(c.words), c.place): None for c in cited if c.words or c.place}
    for words, place in told:
        quoted = [Part(f"“{words}” ", Tone.QUOTE)] if words else []
        yield Line((*quoted, Part(place, Tone.MUTED)), indent=2)


def _held_lines(
    desk: Desk, source: Source, cited: Sequence[tuple[int, Citation]]
) -> Iterator[Line]:
    """Yield the words that the facts rest on, with what stands around them."""
    try:
        text = desk.store.source_text(source.sha256)
    except NotKeptError as error:
        yield Line((Part(str(error), Tone.DOUBT),))
        return
    spans = sorted(
        Span(c.start, c.end, f"cited:{number}")
        for number, c in cited
        if c.start is not None and c.end is not None and c.start < c.end
    )
    for window in _windows(text, spans)[:_MOST_WINDOWS]:
        inside = [
            Span(s.start - window.start, s.end - window.start, s.target) for s in window.spans
        ]
        yield Line()
        for line in kept_text.text_lines(text[window.start : window.end], inside):
            yield line._replace(indent=2)


def _windows(text: str, spans: Sequence[Span]) -> list[_Window]:
    """Return the stretches of a text around spans, those that touch as one."""
    windows: list[_Window] = []
    for span in spans:
        before = text.rfind("\n", max(0, span.start - _AROUND), span.start)
        after = text.find("\n", span.end, span.end + _AROUND)
        start = before + 1 if before >= 0 else max(0, span.start - _AROUND)
        end = after if after >= 0 else min(len(text), span.end + _AROUND)
        if windows and start <= windows[-1].end + 1:
            last = windows.pop()
            windows.append(_Window(last.start, max(end, last.end), (*last.spans, span)))
        else:
            windows.append(_Window(start, end, (span,)))
    return windows
