"""What must be done by when: to register, to ask for a pass, to send a paper.

A deadline is a date with a word before it that makes it one ("by", "no later than", "closes on"),
in a sentence that says what is asked for, or a length before the event ("two weeks before"). What
is merely told of the past is none: "a call was launched with a deadline of 31 January".
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

import msgspec
from dateutil.relativedelta import relativedelta

from briefing.model import Alternative, Doubt, DoubtKind, TaskKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates, deadline_words
from briefing.reader.fields.day_patterns import GAP
from briefing.reader.fields.deadline_words import Asked
from briefing.reader.fields.spelled import apart, grouped
from briefing.reader.fields.years import DateContext
from briefing.when import Precision, When, whole_day


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
) -> list[Candidate[Deadline]]:
    """Return the deadlines between two offsets, in order; lengths are counted back from `event`.

    The span is that of the date with what belongs to it ("Friday, 21 July, COB"), and the words of
    `due.written` are the words of the span. Dates of which neither day nor year is known are left
    out.
    """
    stop = len(text) if end is None else end
    found = dates.find(text, start, stop, context=context)
    told = [_deadline(text, start, stop, date) for date in found]
    if event is not None and event.date is not None:
        told += [
            _counted_back(text, start, stop, match, event)
            for match in _LENGTH_AHEAD.finditer(text, start, stop)
        ]
    deadlines = [deadline for deadline in told if deadline is not None]
    return sorted(deadlines, key=lambda one: one.start)


def conditions(text: str, start: int = 0, end: int | None = None) -> str:
    """Return what is said of getting in: "Invite-only; limited seats"; empty where nothing is."""
    matches = _CONDITION.finditer(text, start, len(text) if end is None else end)
    return "; ".join(dict.fromkeys(match.group() for match in matches))


def unlimited(text: str, start: int, end: int) -> Candidate[Deadline] | None:
    """Return what one signs up for without a last day: "register; first come, first served"."""
    for match in _KIND.finditer(text, start, end):
        if _named(match) is Asked.REGISTER:
            condition = conditions(text, *_sentence(text, start, end, match.start(), match.end()))
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

_VAGUE_END = r"(?i:cob|c\.o\.b\.|eod|close of (?:business|play)|end of (?:the )?(?:business )?day)"
_LINKS = deadline_words.words(lambda row: row.link)
_LINK = rf"(?:{GAP}(?:(?i:{_LINKS})\b|{_VAGUE_END}\b|[,:])){{0,4}}"
_NOUN = deadline_words.words(lambda row: row.noun)
_BY = re.compile(
    rf"(?:(?i:\b(?:{deadline_words.words(lambda row: row.by)}"
    rf"|(?P<before>{deadline_words.words(lambda row: row.before)})"
    rf"|{deadline_words.words(lambda row: row.ends)})\b)"
    rf"|(?i:\b(?:{_NOUN})\b)[^.;\n]{{0,60}}?"
    rf"(?i:\b(?:{deadline_words.words(lambda row: row.is_)})\b|[:–—-]|(?<=[^\W\d])(?=\s*$))"
    r"|(?i:\br\.?s\.?v\.?p\.?)\s?:)"
    rf"{_LINK}{GAP}\(?$"
)
_IS_DEADLINE = re.compile(
    rf"{GAP}\)?,?{GAP}(?:(?i:is|ist|er|est|es) )?(?:(?i:the|la) )?"
    r"(?i:(?:final |registration |submission )?deadline|closing date)\b"
    rf"|{GAP}[:–—|-]{GAP}(?i:(?:(?:extended |final |full |draft )?(?:deadline|last day|submission"
    r"|(?:papers?|abstracts?|proposals?|applications?|nominations?) (?:due|deadline|submission)"
    r"|registration (?:closes|ends|deadline)|einreichung|anmeldeschluss|frist|innlevering"
    r"|soumission|clôture|date limite|envío|cierre|fecha límite)))\b"
)
_MOST_LEAD = 160
"""How far before a date the word that makes it a deadline is looked for."""

_ASKING = {asked: grouped(apart(deadline_words.asking(asked))) for asked in Asked}
_KIND = re.compile(
    r"\b(?=\w)(?:"
    + "|".join(rf"(?P<{asked.name}>(?:{words})(?!\w))" for asked, words in _ASKING.items())
    + ")",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has been|launched|issued|received|produced|adopted|took place)\b",
    re.IGNORECASE,
)
_ASKED_NOW = re.compile(
    r"\b(?:please|kindly|must|should|can|(?<!\d\s)may|will|extended"
    r"|are (?:requested|invited|asked|welcome))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Za-z]\.)[)\"”’]?\s+(?=[A-Z¿¡“\"(])|\n")


# Reading ----------------------------------------------------------------------------------------


def _deadline(text: str, start: int, end: int, date: Candidate[When]) -> Candidate[Deadline] | None:
    first, last = _sentence(text, start, end, date.start, date.end)
    lead = text[max(first, date.start - _MOST_LEAD) : date.start]
    cue = _BY.search(lead)
    if (cue is None and not _IS_DEADLINE.match(text, date.end, last)) or not date.value.is_dated:
        return None
    if date.value.precision not in {Precision.DAY, Precision.MINUTE} or date.value.end_date:
        return None
    asked = _asked(text, first, last, date.start, date.end)
    if asked is None or _is_told_of_the_past(text[first:last]):
        return None
    due = _due(text, last, date, cue)
    return Candidate(
        value=Deadline(asked=asked, due=due.value, condition=conditions(text, first, last)),
        start=due.start,
        end=due.end,
        rule=f"deadline+{due.rule}",
        confidence=min(0.9, due.confidence),
        doubts=due.doubts,
        alternatives=due.alternatives,
    )


def _sentence(text: str, start: int, end: int, at: int, behind: int) -> tuple[int, int]:
    """Return the bounds of the sentence around some words, never beyond its line."""
    begin = max(start, at - _LONGEST_SENTENCE)
    begin = max(begin, text.rfind("\n", begin, at) + 1)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, begin, at)]
    found = _SENTENCE_END.search(text, behind, min(end, behind + _LONGEST_SENTENCE))
    stop = found.start() if found else min(end, behind + _LONGEST_SENTENCE)
    return (breaks or [begin])[-1], stop


_LONGEST_SENTENCE = 400


_OUTRANK = (Asked.PASS, Asked.VISA, Asked.HOTEL, Asked.EARLY, Asked.NOMINATION)


def _asked(text: str, first: int, last: int, at: int, behind: int) -> Asked | None:
    """Return what is asked for: told before the day, else behind it, else by a label."""
    before = _asked_before(text, first, at)
    match = None if before else _KIND.search(text, behind, last) or _label(text, first)
    return _named(match) if match else before


def _asked_before(text: str, first: int, at: int) -> Asked | None:
    """Return what the nearest word before a day asks for.

    A badge, a letter or a reduced fee in the same words outranks the registering for it.
    """
    before = [_named(match) for match in _KIND.finditer(text, first, at)]
    special = [asked for asked in before if asked in _OUTRANK]
    return next(iter((special or before)[-1:]), None)


def _label(text: str, before: int) -> re.Match[str] | None:
    """Return the label of the line: "Registration:"."""
    furthest = max(0, before - _LONGEST_SENTENCE)
    match = _KIND.match(text, text.rfind("\n", furthest, before) + 1, before)
    return match if match and text[match.end() : match.end() + 2].lstrip()[:1] == ":" else None


def _named(match: re.Match[str]) -> Asked:
    assert match.lastgroup is not None
    return Asked[match.lastgroup]


def _is_told_of_the_past(sentence: str) -> bool:
    return bool(_PAST.search(sentence)) and not _ASKED_NOW.search(sentence)


_THEN_VAGUE = re.compile(rf"{GAP}[,(]?{GAP}{_VAGUE_END}(?!\w)\)?")


def _due(text: str, end: int, date: Candidate[When], cue: re.Match[str] | None) -> Candidate[When]:
    """Return the date as a deadline means it: to the end of the day where the hour is vague."""
    vague = _THEN_VAGUE.match(text, date.end, end)
    if vague:
        date = _worded(date, text[date.start : vague.end()], vague.end())
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


def _worded(date: Candidate[When], words: str, end: int) -> Candidate[When]:
    return replace(date, value=msgspec.structs.replace(date.value, written=words), end=end)


def _is_midnight(when: When) -> bool:
    return when.time is not None and (when.time.hour, when.time.minute) == (0, 0)


def _to_the_end_of_the_day(date: Candidate[When]) -> Candidate[When]:
    """Midnight of a deadline is the end of its day; the beginning stays an alternative."""
    whole = msgspec.structs.replace(
        date.value, time=None, end_time=None, written_zone="", precision=Precision.DAY
    )
    beginning = Alternative(value=date.value, why="the beginning of that day")
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


# Lengths before the event ------------------------------------------------------------------------

_NUMBERS = [deadline_words.nth(lambda row: row.numbers, n) for n in range(10)]
_UNITS = [deadline_words.nth(lambda row: row.units, n) for n in range(3)]
_AHEAD = deadline_words.words(lambda row: row.ahead)
_LENGTH_AHEAD = re.compile(
    rf"\b(?=\w)(?:(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s(?:(?P<hours>{_UNITS[0]})|(?P<days>{_UNITS[1]})"
    rf"|(?P<weeks>{_UNITS[2]}))|the (?P<day>day)|(?P<dagen>dagen|la veille|am tag|el día))"
    rf"(?:\s(?:{_AHEAD}))?(?:\s(?:{deadline_words.words(lambda row: row.event)}))?\b",
    re.IGNORECASE,
)
_IS_AHEAD = re.compile(rf"\b(?:{_AHEAD}|veille)\b", re.IGNORECASE)


def _counted_back(
    text: str, start: int, end: int, match: re.Match[str], event: When
) -> Candidate[Deadline] | None:
    """Return a deadline that is told as a length before the event, with a doubt that says so."""
    first, last = _sentence(text, start, end, match.start(), match.end())
    asked = _asked_before(text, first, match.start())
    if asked is None or not _IS_AHEAD.search(match.group()):
        return None
    if _HAPPENS_THEN.search(text, first, match.start()):
        return None
    due = _earlier(event, _length(match), bool(match["hours"]), match.group())
    if due is None:
        return None
    doubt = Doubt(kind=DoubtKind.UNSURE, words=f"“{match.group()}” is counted back from the event.")
    return Candidate(
        value=Deadline(asked=asked, due=due, condition=conditions(text, first, last)),
        start=match.start(),
        end=match.end(),
        rule="deadline+date.before",
        confidence=0.6,
        doubts=(doubt,),
    )


_HAPPENS_THEN = re.compile(
    r"\b(?:opens?|sent|shared|e-?mailed|receive|link|arrive|doors|starts?|begins?)\b", re.IGNORECASE
)
"""Words of what happens then, and need not be done by then."""


def _length(match: re.Match[str]) -> int:
    words = (match["n"] or "").casefold()
    if words.isdecimal():
        return int(words)
    counts = (n for n, row in enumerate(_NUMBERS, 1) if re.fullmatch(row, words))
    return next(counts, 1)


def _earlier(event: When, length: int, is_hours: bool, written: str) -> When | None:
    assert event.date is not None
    if is_hours and event.time is not None:
        moment = dt.datetime.combine(event.date, event.time) - relativedelta(hours=length)
        return msgspec.structs.replace(
            event,
            date=moment.date(),
            time=moment.time(),
            end_date=None,
            end_time=None,
            written=written,
        )
    if is_hours and length % 24:
        return None
    weeks = re.search(_UNITS[2], written, re.IGNORECASE) is not None
    days = length // 24 if is_hours else length * (7 if weeks else 1)
    return whole_day(event.date - relativedelta(days=days), written=written)
