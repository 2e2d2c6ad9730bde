"""What must be done by when: to register, to ask for a pass, to send a paper.

A deadline is a date with a word before it that makes it one ("by", "no later than", "closes on"),
in a sentence that says what is asked for, or a length before the event ("two weeks before"). What
is merely told of the past is none: "a call was launched with a deadline of 31 January".
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind, TaskKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import asking, dates, deadline_words, loose_days
from briefing.reader.fields.day_patterns import GAP
from briefing.reader.fields.deadline_words import Asked
from briefing.reader.fields.years import DateContext
from briefing.reader.lines import Span
from briefing.when import Precision, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """What is asked for, by when, on what condition."""

    asked: Asked
    due: When
    """A whole day means by its end; the zone of a time is for `zones.resolve`."""
    condition: str = ""
    """Words said of it: "Invite-only; spaces will be allocated if available"."""

    @property
    def kind(self) -> TaskKind:
        """What sort of task it makes."""
        return self.asked.kind


def find(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    context: DateContext,
    event: When | None = None,
    above: Span | None = None,
    is_listed: bool = False,
) -> list[Candidate[Deadline]]:
    """Return the deadlines between two offsets, in order; lengths are counted back from `event`.

    The span is that of the date with what belongs to it ("Friday, 21 July, COB"), and the words of
    `due.written` are the words of the span. Dates of which neither day nor year is known are left
    out. `above` is the line above, which may say what a day is for ("Registration deadline");
    `is_listed` tells that a list of important dates is read.
    """
    stop = len(text) if end is None else end
    if _MAY_BE.search(text, above.start if above else start, stop) is None and not is_listed:
        return []
    told = _Told(text, Span(start, stop), event, above, is_listed)
    dated = [
        one for one in dates.find(text, start, stop, context=context) if not _struck(text, one)
    ]
    ends = [start, *(date.end for date in dated)]
    pairs = zip(dated, ends, strict=False)
    found = [one for date, clause in pairs if (one := _deadline(told, date, clause)) is not None]
    taken = [Span(date.start, date.end) for date in dated]
    loose = (one for one in _loose(told, context) if not any(one.start in span for span in taken))
    found += [deadline for one in loose if (deadline := _of_loose(told, one)) is not None]
    return _put_off(text, sorted(found, key=lambda one: one.start))


BEGINNING = "the beginning of that day"
"""Why midnight, which a deadline has at the end of its day, may be another time."""


def conditions(text: str, start: int = 0, end: int | None = None) -> str:
    """Return what is said of getting in: "Invite-only; limited seats"; empty where nothing is."""
    matches = _CONDITION.finditer(text, start, len(text) if end is None else end)
    return "; ".join(dict.fromkeys(match.group() for match in matches))


def unlimited(text: str, start: int, end: int) -> Candidate[Deadline] | None:
    """Return what one signs up for without a last day: "register; first come, first served"."""
    for match in asking.every(text, start, end, Asked.REGISTER):
        told = asking.sentence(text, Span(start, end), match.start(), match.end())
        condition = conditions(text, told.start, told.end)
        if condition:
            return Candidate(
                value=Deadline(asked=Asked.REGISTER, due=When(), condition=condition),
                start=match.start(),
                end=match.end(),
                rule="deadline.none",
                confidence=0.6,
            )
    return None


_CONDITION = re.compile(
    r"(?i:\b(?:invit(?:e|ation)[- ]only|by (?:personal )?invitation(?: only)?|by nomination only"
    r"|spaces? (?:will be allocated )?if available|spaces will be allocated if available"
    r"|(?:limited|few) (?:seats|places|spaces?|seating|capacity)"
    r"|(?:seats|places|spaces?|capacity) (?:is|are) limited"
    r"|first[- ]come,? first[- ]served|(?:on a )?rolling basis"
    r"|until (?:the room|all seats) (?:is|are) \w+"
    r"|(?:prior|advance) registration is (?:required|mandatory)"
    r"|registration is (?:required|mandatory|compulsory)"
    r"|påmelding er (?:nødvendig|påkrevd)|begrenset (?:antall )?plass(?:er)?|førstemann til mølla"
    r"|inscription obligatoire|(?:nombre de )?places (?:sont )?limitées?"
    r"|sur invitation(?: uniquement)?"
    r"|dans la limite des places disponibles"
    r"|begrenzte (?:teilnehmer|platz)zahl|(?:die )?plätze sind begrenzt|nur (?:mit|auf) einladung"
    r"|anmeldung (?:ist )?erforderlich"
    r"|inscripción (?:obligatoria|previa)|plazas limitadas|aforo limitado"
    r"|solo (?:con|por) invitación"
    r"|por orden de (?:llegada|inscripción))\b)"
)

# Words ------------------------------------------------------------------------------------------

_WIDE_GAP = r"[^\S\n]{0,40}"
_VAGUE_END = r"(?i:cob|c\.o\.b\.|eod|close of (?:business|play)|end of (?:the )?(?:business )?day)"
_LINKS = deadline_words.words(lambda row: row.link)
_LINK = rf"(?:{_WIDE_GAP}(?:(?i:{_LINKS})\b|{_VAGUE_END}\b|[,:|])){{0,4}}"
_NOUN = deadline_words.words(lambda row: row.noun)
_ENDS = deadline_words.words(lambda row: row.ends)
_IS = deadline_words.words(lambda row: row.is_)
_BY = re.compile(
    rf"(?:(?i:\b(?:{deadline_words.words(lambda row: row.by)}"
    rf"|(?P<before>{deadline_words.words(lambda row: row.before)})|{_ENDS})\b)"
    rf"|(?P<noun>(?i:\b(?:{_NOUN})\b)[^.;\n]{{0,60}}?"
    rf"(?i:\b(?:{_IS})\b|[:|–—-]|(?<=[^\W\d])(?=\s*$)))"
    r"|(?i:\br\.?s\.?v\.?p\.?)\s?:?)"
    rf"{_LINK}{_WIDE_GAP}\(?$"
)
_MAY_BE = Cue(
    rf"\b(?:(?:{deadline_words.words(lambda row: row.by)}"
    rf"|{deadline_words.words(lambda row: row.before)}|{_ENDS}|{_NOUN}"
    rf"|{deadline_words.words(lambda row: row.ahead)})\b"
    r"|r\.?s\.?v|veille|close|einreichung|innlevering|soumission|clôture|envío|cierre|submission"
    r"|open|offen|period|zeitraum|période|período|abiert|ouvert|åpen|regist|inscri|anmeld|påmeld)"
)
"""One of these is near every deadline: without it no date need be looked at."""
_IS_DEADLINE = re.compile(
    rf"{GAP}\)?,?{GAP}(?:(?i:is|ist|er|est|es) )?(?:(?i:the|la) )?"
    r"(?i:(?:final |registration |submission )?deadline|closing date)\b"
    rf"|{GAP}[:–—|-]{GAP}(?i:(?:(?:extended |final |full |draft )?(?:deadline|last day|submission"
    r"|(?:papers?|abstracts?|proposals?|applications?|nominations?) (?:due|deadline|submission)"
    r"|registration (?:closes|ends|deadline)|einreichung|anmeldeschluss|frist|innlevering"
    r"|soumission|clôture|date limite|envío|cierre|fecha límite)))\b"
)
_OPEN_THEN = re.compile(
    r"(?i:\b(?:open|offen|window|period|possible|möglich|zeitraum|runs?|période|período|periode"
    r"|plazo|registrations?|applications?|inscri\w+|anmeldung|påmelding|candidatures?"
    r"|abiert[oa]s?|ouvertes?|åpen|abierto))\b[^.;\n\d]{0,40}$"
)
"""Before the days within which one can sign up: "Registration is open from 1 May to 1 June"."""
_LABEL = re.compile(r"^\W*[^\d.;:\n]{3,60}(?::|[^\S\n]{2,}|\s[–—-]\s|\|)\s*$")
"""A label that a day alone follows, in a list of important dates."""
_MOST_LEAD = 160
"""How far before a date the word that makes it a deadline is looked for."""


# Reading ----------------------------------------------------------------------------------------


class _Told(NamedTuple):
    """What is read, and where."""

    text: str
    within: Span
    event: When | None
    above: Span | None
    is_listed: bool


def _deadline(told: _Told, date: Candidate[When], clause: int) -> Candidate[Deadline] | None:
    """Return the deadline that a date is; what is said before `clause` is said of another one."""
    if not date.value.is_dated or date.value.precision not in {Precision.DAY, Precision.MINUTE}:
        return None
    text = told.text
    sentence = asking.sentence(text, told.within, date.start, date.end)
    lead = _STRUCK.sub(" ", text[max(sentence.start, date.start - _MOST_LEAD) : date.start])
    if date.value.end_date:
        return _of_window(told, date, sentence, lead, clause)
    cue, above = _BY.search(lead), _above(told, date)
    is_one = cue is not None or bool(_IS_DEADLINE.match(text, date.end, sentence.end))
    if not is_one and above is not None:
        cue = _BY.search(text[above.start : above.end].rstrip(" :|") + " ")
        is_one = cue is not None
    is_labelled = not is_one and told.is_listed and _LABEL.match(lead) and _is_ahead(told, date)
    if not (is_one or is_labelled):
        return None
    asked = asking.asked_around(text, sentence, Span(date.start, date.end), clause)
    if asked is None and not is_labelled:
        asked = _told_before(told, date, sentence, cue)
    if asked is None or asking.is_told_of_the_past(text[sentence.start : sentence.end]):
        return None
    if asking.is_of_a_post(text, sentence, date.start) or _is_too_late(told, asked, date.value):
        return None
    if asking.is_taken_back(text, sentence, date.start):
        return None
    if asked is Asked.REGISTER and asking.is_of_a_price(text, sentence, date.start):
        asked = Asked.EARLY
    return _made(told, asked, _due(text, sentence.end, date, cue), sentence)


def _made(told: _Told, asked: Asked, due: Candidate[When], sentence: Span) -> Candidate[Deadline]:
    condition = conditions(told.text, sentence.start, sentence.end)
    return Candidate(
        value=Deadline(asked=asked, due=due.value, condition=condition),
        start=due.start,
        end=due.end,
        rule=f"deadline+{due.rule}",
        confidence=min(0.9, due.confidence),
        doubts=due.doubts,
        alternatives=due.alternatives,
    )


_STRUCK = re.compile(r"~~[^~\n]{1,60}~~")


def _struck(text: str, date: Candidate[When]) -> bool:
    """Return whether a date is struck through, as Markdown has it."""
    return text[max(0, date.start - 2) : date.start] == "~~" == text[date.end : date.end + 2]


_MOST_ABOVE = 80


def _above(told: _Told, date: Candidate[When]) -> Span | None:
    """Return the line above where a date begins its own line, and that line is a short one."""
    above = told.above
    if above is None or above.end - above.start > _MOST_ABOVE:
        return None
    before = told.text[told.within.start : date.start]
    return None if re.search(r"\w", before) else above


def _told_before(
    told: _Told, date: Candidate[When], sentence: Span, cue: re.Match[str] | None
) -> Asked | None:
    """Return what the sentence before asks for, or a short line above: "Please do so by ..."."""
    text, above = told.text, told.above
    words = text[sentence.start : date.start]
    is_open = cue is not None and (cue["noun"] is not None or len(words) <= _BARE)
    if not (is_open or _DO_SO.search(words)):
        return None
    first = max(told.within.start, sentence.start - _MOST_LEAD)
    found = asking.asked_before(text, first, sentence.start)
    is_near = above is not None and above.end - above.start <= _MOST_ABOVE
    if found is not None or above is None or not is_near or first < sentence.start:
        return found
    return asking.asked_before(text, above.start, above.end)


_BARE = 18
_DO_SO = Cue(r"\b(?:do so|this|it|gjøres|dies|cela|hacerlo|le faire)\b")


def _is_ahead(told: _Told, date: Candidate[When]) -> bool:
    event = told.event.date if told.event else None
    return event is not None and date.value.date is not None and date.value.date < event


def _is_too_late(told: _Told, asked: Asked, due: When) -> bool:
    """Return whether one would have to come after the event is over; a paper may."""
    event = told.event
    last = (event.last_date or event.date) if event else None
    return asked is not Asked.PAPER and bool(last and due.date and due.date > last)


def _of_window(
    told: _Told, date: Candidate[When], sentence: Span, lead: str, clause: int
) -> Candidate[Deadline] | None:
    """Return the last of the days within which one can sign up; it is before the event begins."""
    when, event = date.value, told.event.date if told.event else None
    if event is None or when.end_date is None or when.end_date > event or when.date == event:
        return None
    asked = asking.asked_before(told.text, sentence.start, date.start, clause)
    if asked is None or not _OPEN_THEN.search(lead):
        return None
    value = msgspec.structs.replace(
        when, date=when.end_date, time=when.end_time, end_date=None, end_time=None
    )
    return _made(told, asked, replace(date, value=value), sentence)


def _loose(told: _Told, context: DateContext) -> Iterator[Candidate[When]]:
    event, sent = told.event, context.sent
    span, day = told.within, event.date if event else None
    if event is not None and day is not None:
        yield from loose_days.lengths_ahead(told.text, span.start, span.end, event)
    yield from loose_days.weekdays(told.text, span.start, span.end, sent, day)
    yield from loose_days.ends_of_months(told.text, span.start, span.end, sent, day)
    if day is not None:
        yield from loose_days.figures(told.text, span.start, span.end, context, day)


def _of_loose(told: _Told, due: Candidate[When]) -> Candidate[Deadline] | None:
    text = told.text
    sentence = asking.sentence(text, told.within, due.start, due.end)
    if asking.HAPPENS_THEN.search(text, sentence.start, due.start):
        return None
    is_length = due.rule == "date.before"
    asked = asking.asked_before(text, sentence.start, due.start)
    if asked is None and not is_length:
        asked = asking.asked_around(text, sentence, Span(due.start, due.end), sentence.start)
    if asked is None or asking.is_told_of_the_past(text[sentence.start : sentence.end]):
        return None
    is_by = due.rule != "date.end-of-month" or _BY.search(text[sentence.start : due.start])
    return _made(told, asked, due, sentence) if is_by else None


def _put_off(text: str, found: list[Candidate[Deadline]]) -> list[Candidate[Deadline]]:
    """Return deadlines without those that the next words put off: "25 May (extended to 1 June)"."""
    kept: list[Candidate[Deadline]] = []
    for one in found:
        former = kept[-1] if kept else None
        if former is not None and former.value.asked is one.value.asked:
            between = text[former.end : one.start]
            is_former = deadline_words.FORMERLY.search(between) is not None
            is_moved = is_former or deadline_words.EXTENDED.search(between) is not None
            if len(between) <= _NEAR and "\n" not in between and is_moved:
                kept.pop()
                new, old = (former, one) if is_former else (one, former)
                before = Alternative(value=old.value.due, why="as it was before")
                kept.append(replace(new, alternatives=(*new.alternatives, before)))
                continue
        kept.append(one)
    return kept


_NEAR = 60
_THEN_VAGUE = re.compile(rf"{GAP}[,(]?{GAP}{_VAGUE_END}(?!\w)\)?")
_VAGUE_BEFORE = re.compile(rf"\b{_VAGUE_END}(?:{_WIDE_GAP}(?:(?i:{_LINKS})\b|[,:]))*{_WIDE_GAP}$")
_THEN_ON_EARTH = re.compile(rf"{GAP}[,(]?{GAP}(?i:aoe|anywhere on (?:the )?earth)\b\)?")
"""Where the day ends last; it is no zone of a time, and the day stays a day."""


def _due(text: str, end: int, date: Candidate[When], cue: re.Match[str] | None) -> Candidate[When]:
    """Return the date as a deadline means it: to the end of the day where the hour is vague."""
    vague = _THEN_VAGUE.match(text, date.end, end)
    if vague:
        date = _worded(date, text, date.start, vague.end())
    elif before := cue and _VAGUE_BEFORE.search(cue.group()):
        date = _worded(date, text, date.start - len(before.group()), date.end)
    elif earth := None if date.value.is_timed else _THEN_ON_EARTH.match(text, date.end, end):
        return _worded(date, text, date.start, earth.end())
    if vague or (cue is not None and re.search(_VAGUE_END + r"\b", cue.group())):
        doubt = Doubt(kind=DoubtKind.VAGUE_TIME, words="No hour is given for the end of that day.")
        return replace(date, doubts=(*date.doubts, doubt))
    if any(doubt.kind is DoubtKind.VAGUE_TIME for doubt in date.doubts) and _is_midnight(
        date.value
    ):
        return _to_the_end_of_the_day(date)
    if cue is not None and cue["before"]:
        return _without_the_day(date, cue)
    return date


def _worded(date: Candidate[When], text: str, start: int, end: int) -> Candidate[When]:
    value = msgspec.structs.replace(date.value, written=text[start:end])
    return replace(date, value=value, start=start, end=end)


def _is_midnight(when: When) -> bool:
    return when.time is not None and (when.time.hour, when.time.minute) == (0, 0)


def _to_the_end_of_the_day(date: Candidate[When]) -> Candidate[When]:
    """Midnight of a deadline is the end of its day; the beginning stays an alternative."""
    whole = msgspec.structs.replace(
        date.value, time=None, end_time=None, written_zone="", precision=Precision.DAY
    )
    beginning = Alternative(value=date.value, why=BEGINNING)
    return replace(date, value=whole, alternatives=(beginning, *date.alternatives))


def _without_the_day(date: Candidate[When], cue: re.Match[str]) -> Candidate[When]:
    """Return a day with the doubt whether "before" leaves it out."""
    when = date.value
    if when.date is None or when.is_timed:
        return date
    day_before = msgspec.structs.replace(when, date=when.date - dt.timedelta(days=1))
    word = cue["before"]
    doubt = Doubt(kind=DoubtKind.UNSURE, words=f"“{word}” may leave out the day itself.")
    other = Alternative(value=day_before, why="the day before")
    return replace(date, doubts=(*date.doubts, doubt), alternatives=(other, *date.alternatives))
