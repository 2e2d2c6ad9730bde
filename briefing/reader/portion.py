"""A segment laid out for the rules: its sentences, labels, programme and known names."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from briefing.reader import further_words
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import agenda
from briefing.reader.fields.names import Mention
from briefing.reader.labelled import Label, Labelled
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.page import Page
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A segment with what every field looks at."""

    text: str
    segment: Segment
    lines: tuple[Line, ...]
    sentences: tuple[Span, ...]
    """Those of its running text; of its headings too, not of labels or programme."""
    labels: tuple[Labelled, ...]
    slots: tuple[Candidate[agenda.Slot], ...]
    mentions: tuple[Mention, ...]
    preamble: tuple[Span, ...] = ()
    """Sentences above or below a listing that hold for all its entries: "All start at 3 pm"."""

    @property
    def span(self) -> Span:
        """From its first line to its last, events within it left out."""
        return Span(self.lines[0].start, self.lines[-1].end)

    @property
    def stretches(self) -> tuple[Span, ...]:
        """Its lines as they follow each other; a mail's head or a calendar's number parts them."""
        parted: list[Span] = []
        for x in self.segment.lines:
            line = x.line
            if x.label is not None and x.label.label is Label.IDENTITY:
                continue
            between = self.text[parted[-1].end : line.start] if parted else "-"
            if between.strip():
                parted.append(Span(line.start, line.end))
            else:
                parted[-1] = Span(parted[-1].start, line.end)
        return tuple(parted)

    @property
    def told(self) -> tuple[Span, ...]:
        """Its lines without the programme."""
        slots = {slot.start for slot in self.slots}
        return tuple(
            Span(line.start, line.end) for line in self.lines if line.body_start not in slots
        )

    @property
    def title(self) -> tuple[Span, ...]:
        """Its title, as a tuple of one or none."""
        return (self.segment.title,) if self.segment.title else ()

    def labelled(self, *wanted: Label) -> Iterator[tuple[Labelled, Span]]:
        """Yield the labels of some kinds with what each of them labels."""
        for label in self.labels:
            if label.label in wanted:
                yield label, label.reach(self.text, self.lines, self.segment.end)


def portion(page: Page, segment: Segment) -> Portion:
    """Return a segment laid out."""
    lines = tuple(x.line for x in segment.lines)
    heads = {x.line for x in segment.head}
    prose = [x.line for x in segment.lines if _is_running(x)]
    return Portion(
        text=page.text,
        segment=segment,
        lines=lines,
        sentences=tuple(sentences(page.text, prose)),
        labels=tuple(x.label for x in segment.lines if x.label is not None),
        slots=agenda.slots(page.text, [line for line in lines if line not in heads]),
        mentions=page.mentioned(lines[0].start, lines[-1].end),
        preamble=_preamble(page) if segment.form in (Form.RECORD, Form.ITEM) else (),
    )


def _preamble(page: Page) -> tuple[Span, ...]:
    segments = page.layout.segments
    wholes = {one.parent for one in segments}
    first = next((one.start for n, one in enumerate(segments) if n not in wholes), 0)
    top = [x for x in page.layout.lines if x.line.start < first]
    above = [x.line for x in top if _is_running(x) or _holds_for_all(page.text, x)]
    return (*sentences(page.text, above), *_behind_all(page))


def _holds_for_all(text: str, x: Shaped) -> bool:
    """Return whether an hour or a labelled line says what it holds for: "Every Tuesday, 5 pm"."""
    is_value = x.shape in (Shape.TIME, Shape.SLOT, Shape.LABEL, Shape.DATE)
    return is_value and _FOR_ALL.search(text, x.line.start, x.line.end) is not None


def _behind_all(page: Page) -> Iterator[Span]:
    """Yield the sentences below a listing that say what they hold for: "each", "all lectures"."""
    last = max((one.end for one in page.layout.segments), default=0)
    below = takewhile(lambda x: x.line.end > last, reversed(page.layout.lines))
    lines = [x.line for x in below if _is_running(x)]
    for sentence in sentences(page.text, lines[::-1]):
        if sentence.start >= last and _FOR_ALL.search(page.text, sentence.start, sentence.end):
            yield sentence


_FOR_ALL = Cue(any_of(*(word for row in further_words.FOR_ALL.values() for word in row)))


def _is_running(x: Shaped) -> bool:
    if x.label is not None:
        return x.label.label is Label.OTHER
    return x.shape in (Shape.PROSE, Shape.TITLE, Shape.PLACE)
