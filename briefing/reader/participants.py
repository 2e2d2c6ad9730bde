"""Who organises an event and who speaks at it: labels first, then sentences and lists."""

import re
from collections.abc import Iterator

from briefing.reader import further_words
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import (
    announced,
    bodies,
    organisers,
    people,
    speaker_lists,
    speaker_slots,
    speaker_table,
    whose_page,
)
from briefing.reader.fields.people import MODERATOR, Person
from briefing.reader.labelled import Label, Labelled, labels_of
from briefing.reader.lines import Line, Span, lines_of
from briefing.reader.portion import Portion
from briefing.reader.segments import Form
from briefing.reader.vocabulary import any_of

_FOR_ALL = Cue(any_of(*(word for row in further_words.FOR_ALL.values() for word in row)))
_ROLES = {Label.SPEAKERS: "", Label.PARTICIPANTS: "", Label.MODERATOR: MODERATOR}


def organising(portion: Portion) -> Iterator[Candidate[str]]:
    """Yield the organisers; where none is named, whose page it is, as a doubt."""
    found = list(labelled_parties(portion, Label.ORGANISERS))
    heads = tuple(x.line.content for x in portion.segment.head)
    for told in (portion.sentences, portion.preamble, heads):
        found = found or list(organisers.organisers(portion.text, told, portion.mentions))
    if not found and portion.segment.form is Form.SERIES:
        found = list(_for_all(portion))
    yield from _once(found or _likely(portion))


def _for_all(portion: Portion) -> Iterator[Candidate[str]]:
    """Yield the organisers that a label tells below a series: they are those of all of it."""
    for label in labels_of(lines_of(portion.text)):
        if label.label is Label.ORGANISERS and not label.stands_alone:
            yield from _listed(portion, label.value, Label.ORGANISERS)


def _likely(portion: Portion) -> list[Candidate[str]]:
    """Return whose page or letter it is, where nobody is said to organise."""
    text, lines = portion.text, portion.lines
    by = whose_page.byline(text, lines)
    if by is not None:
        return [by]
    if portion.segment.form in (Form.PAGE, Form.SERIES):
        head = list(whose_page.letterhead(text, lines, portion.segment.title))
        if head:
            return head
    at = whose_page.at_whom(text, portion.sentences)
    if at is None and portion.segment.form is Form.PAGE:
        at = whose_page.owner(text) or whose_page.signer(text, portion.span)
        at = at or whose_page.sender(text, portion.span.end)
    return [at] if at else []


def labelled_parties(portion: Portion, label: Label) -> Iterator[Candidate[str]]:
    """Yield the organisations behind a label."""
    for _, value in portion.labelled(label):
        yield from _listed(portion, value, label)


def _listed(portion: Portion, value: Span, label: Label) -> Iterator[Candidate[str]]:
    told = Span(value.start, organisers.reach(portion.text, value.start, value.end))
    found = list(bodies.listed(portion.text, told, portion.mentions, f"{label.value}.label"))
    if not _are_people(portion, found):
        yield from found


def _are_people(portion: Portion, found: list[Candidate[str]]) -> bool:
    """Return whether what was taken for one body, for want of another form, is a list of people."""
    is_unsure = len(found) == 1 and found[0].confidence <= bodies.UNSURE
    if not is_unsure or not re.search(r"[,;(]", found[0].value):
        return False
    return any(people.named(portion.text, Span(found[0].start, found[0].end), portion.mentions))


def partnering(portion: Portion) -> Iterator[Candidate[str]]:
    """Yield the partners: labels first, then who is said to support it."""
    found = list(labelled_parties(portion, Label.PARTNERS))
    found += organisers.supporters(portion.text, portion.sentences, portion.mentions)
    yield from _once(found)


def _once(found: list[Candidate[str]]) -> Iterator[Candidate[str]]:
    seen: set[str] = set()
    for one in found:
        if one.value.casefold() not in seen:
            seen.add(one.value.casefold())
            yield one


def speaking(portion: Portion) -> Iterator[Candidate[Person]]:
    """Yield who is announced as speaking, moderating or chairing, as they stand on the page."""
    seen: set[str] = set()
    for one in sorted(_people(portion), key=lambda person: person.start):
        if one.value.name.casefold() not in seen:
            seen.add(one.value.name.casefold())
            yield one


def _people(portion: Portion) -> Iterator[Candidate[Person]]:
    text, mentions = portion.text, portion.mentions
    for label, value in portion.labelled(*_ROLES):
        yield from _labelled(portion, label, value)
    for sentence in portion.sentences:
        yield from announced.in_sentence(text, sentence, mentions)
    for sentence in portion.preamble:
        if _FOR_ALL.search(text, sentence.start, sentence.end):
            told = announced.in_sentence(text, sentence, mentions)
            yield from (one for one in told if one.value.role == MODERATOR)
    yield from _beside_prose(portion)
    yield from speaker_table.in_table(text, portion.lines, mentions)
    for slot in portion.slots:
        span = slot.value.title_span
        bar = text.find("|", span.start, span.end)
        cell = Span(span.start, bar) if bar >= 0 else span
        yield from speaker_slots.in_slot(text, cell, mentions)


def _beside_prose(portion: Portion) -> Iterator[Candidate[Person]]:
    """Yield the people of lines that stand for themselves: in lists, columns and tables."""
    text, mentions = portion.text, portion.mentions
    slots = {slot.start for slot in portion.slots}
    whole = [x for x in portion.lines if x.body_start not in slots or speaker_table.is_row(x)]
    rows = list(speaker_table.opened(text, whole))
    programme = [slot.value.line.end for slot in portion.slots]
    yield from speaker_lists.in_bullets(text, rows, mentions, programme)
    plain = [line for line in whole if line.body_start not in slots]
    yield from speaker_table.in_columns(text, plain, mentions)
    yield from speaker_lists.in_biographies(text, plain, mentions)
    starts = {line.start for line in whole}
    for cell in rows:
        if cell.start not in starts:
            yield from announced.in_sentence(text, cell.content, mentions)


def _labelled(portion: Portion, label: Labelled, value: Span) -> Iterator[Candidate[Person]]:
    role = _ROLES[label.label]
    if label.stands_alone:
        below = list(_below(portion, label, value))
        yield from speaker_lists.in_lines(portion.text, below, portion.mentions, role)
    else:
        yield from speaker_lists.in_value(portion.text, value, portion.mentions, role)


def _below(portion: Portion, label: Labelled, value: Span) -> Iterator[Line]:
    """Yield the lines below a label, and the paragraphs after them that begin with a name."""
    others = (one.line.start for one in portion.labels if one.line.start > label.line.start)
    stop = next(others, portion.span.end)
    for line in portion.lines:
        if value.end <= line.start < stop and line.gap:
            if line.gap > 1 or not speaker_lists.begins_with_name(portion.text, line):
                return
            value = Span(value.start, line.end)
        elif line.start >= value.end and value.start < value.end and line.start < stop:
            value = Span(value.start, line.end)
        if value.start <= line.start < value.end:
            yield line
