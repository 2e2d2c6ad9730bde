"""What must be done by when: to register, to ask for a pass, to send a paper.

A deadline is a date with a word before it that makes it one ("by", "no later than", "closes on"),
in a sentence that says what is asked for. What is merely told of the past is none: "a call was
launched with a deadline of 31 January".
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind, TaskKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates
from briefing.reader.fields.days import GAP
from briefing.reader.fields.years import DateContext
from briefing.when import Precision, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """What is asked for, by when, on what condition."""

    kind: TaskKind
    due: When
    """A whole day means by its end; the zone of a time is for `zones.resolve`."""
    condition: str = ""
    """Words said of it: "Invite-only; spaces will be allocated if available"."""


def find(
    text: str, start: int = 0, end: int | None = None, *, context: DateContext
) -> list[Candidate[Deadline]]:
    """Return the deadlines between two offsets, in order.

    The span is that of the date with what belongs to it ("Friday, 21 July, COB"), and the words of
    `due.written` are the words of the span. Dates of which neither day nor year is known are left
    out.
    """
    stop = len(text) if end is None else end
    found = dates.find(text, start, stop, context=context)
    deadlines = (_deadline(text, start, stop, date) for date in found)
    return [deadline for deadline in deadlines if deadline is not None]


def conditions(text: str, start: int = 0, end: int | None = None) -> str:
    """Return what is said of getting in: "Invite-only; limited seats"; empty where nothing is."""
    matches = _CONDITION.finditer(text, start, len(text) if end is None else end)
    return "; ".join(dict.fromkeys(match.group() for match in matches))


_CONDITION = re.compile(
    r"(?i:\b(?:invit(?:e|ation)[- ]only|by (?:personal )?invitation(?: only)?|by nomination only"
    r"|spaces? (?:will be allocated )?if available|spaces will be allocated if available"
    r"|(?:limited|few) (?:seats|places|spaces?|seating|capacity)"
    r"|(?:seats|places|spaces?|capacity) (?:is|are) limited"
    r"|first[- ]come,? first[- ]served|(?:prior|advance) registration is (?:required|mandatory)"
    r"|registration is (?:required|mandatory|compulsory)|påmelding er nødvendig)\b)"
)

# Words ------------------------------------------------------------------------------------------

_VAGUE_END = r"(?i:cob|c\.o\.b\.|eod|close of (?:business|play)|end of (?:the )?(?:business )?day)"
_LINK = (
    rf"(?:{GAP}(?:(?i:the|on|at|of|is|el|le|den|am|zum|dem|du|latest)\b|{_VAGUE_END}\b|[,:]))"
    r"{0,4}"
)
_BY = re.compile(
    r"(?:(?i:\b(?:by|until|till|no later than|not later than|(?P<before>before|prior to)"
    r"|(?:closes?|closing|ends?|due|expires?)(?: on| by| at)?"
    r"|innen|senest|til|jusqu['’]au|(?P<before_fr>avant)|au plus tard|bis|spätestens"
    r"|hasta|a más tardar|(?P<before_es>antes del?))\b)"
    r"|(?i:\b(?:deadline|closing date|cut-off date|last day|due date|date limite|fecha límite|plazo"
    r"|\w{0,20}frist(?:en)?|\w{0,12}schluss)\b)[^.;\n]{0,60}?"
    r"(?i:\b(?:is|are|of|will be|falls|to|until|er|est|es|ist)\b|[:–—-]|(?<=deadline)|(?<=date)"
    r"|(?<=frist)))"
    rf"{_LINK}{GAP}\(?$"
)
_IS_DEADLINE = re.compile(
    rf"{GAP}\)?,?{GAP}(?:(?i:is|ist|er|est|es) )?(?:(?i:the|la) )?"
    r"(?i:(?:final |registration |submission )?deadline|closing date)\b"
)
_MOST_LEAD = 160
"""How far before a date the word that makes it a deadline is looked for."""

_KINDS: tuple[tuple[TaskKind, str], ...] = (
    (TaskKind.GET_PASS, r"(?:building|access|grounds?|security) pass(?:es)?|badges?|accreditation"),
    (
        TaskKind.REGISTER,
        r"regist(?:er|ration|ering)\w*|r\.?s\.?v\.?p\.?|sign(?:ing)?[- ]?up"
        r"|confirm(?:ing)? (?:your |their )?(?:participation|attendance|presence|place)"
        r"|(?:please|kindly) (?:confirm|reply|respond|answer|let us know)|(?:confirm|respond)"
        r"(?= (?:by|before|until|not? later)\b)|confirmations?|repl(?:y|ies)"
        r"|enrol\w*|book(?:ing)?|appl(?:y|ications?)|express(?:ions?)? (?:your |of )?interest"
        r"|inscri\w*|påmeld\w*|meld(?:e)? (?:deg|dere|seg) på|anmeld\w*|s['’]inscrire",
    ),
    (
        TaskKind.SEND_PAPER,
        r"submi(?:t|ts|tting|ssions?)|abstracts?|papers?|proposals?|written inputs?|statements?"
        r"|contributions?|comments?|calls? for \w+|nominat\w+",
    ),
)
_KIND = re.compile(
    "|".join(rf"(?P<{kind.name}>\b(?:{words})(?!\w))" for kind, words in _KINDS), re.IGNORECASE
)
_EARLY_BIRD = re.compile(r"early[- ]?bird|reduced fee|rabatt", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|has been|launched|issued|received|produced|adopted|took place)\b",
    re.IGNORECASE,
)
_ASKED_NOW = re.compile(
    r"\b(?:please|kindly|must|should|can|may|will|extended"
    r"|are (?:requested|invited|asked|welcome))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Za-z]\.)[)\"”’]?\s+(?=[A-Z¿¡“\"(])|\n")


# Reading ----------------------------------------------------------------------------------------


def _deadline(text: str, start: int, end: int, date: Candidate[When]) -> Candidate[Deadline] | None:
    first, last = _sentence(text, start, end, date)
    lead = text[max(first, date.start - _MOST_LEAD) : date.start]
    cue = _BY.search(lead)
    if (cue is None and not _IS_DEADLINE.match(text, date.end, last)) or not date.value.is_dated:
        return None
    if date.value.precision not in {Precision.DAY, Precision.MINUTE} or date.value.end_date:
        return None
    sentence = text[first:last]
    kind = _kind(text, first, last, date)
    if kind is None or _EARLY_BIRD.search(lead) or _is_told_of_the_past(sentence):
        return None
    due = _due(text, last, date, cue)
    return Candidate(
        value=Deadline(kind=kind, due=due.value, condition=conditions(text, first, last)),
        start=due.start,
        end=due.end,
        rule=f"deadline+{due.rule}",
        confidence=min(0.9, due.confidence),
        doubts=due.doubts,
        alternatives=due.alternatives,
    )


def _sentence(text: str, start: int, end: int, date: Candidate[When]) -> tuple[int, int]:
    """Return the bounds of the sentence around a date, never beyond its line."""
    begin = max(start, date.start - _LONGEST_SENTENCE)
    begin = max(begin, text.rfind("\n", begin, date.start) + 1)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, begin, date.start)]
    behind = _SENTENCE_END.search(text, date.end, min(end, date.end + _LONGEST_SENTENCE))
    stop = behind.start() if behind else min(end, date.end + _LONGEST_SENTENCE)
    return (breaks or [begin])[-1], stop


_LONGEST_SENTENCE = 400


def _kind(text: str, first: int, last: int, date: Candidate[When]) -> TaskKind | None:
    """Return what is asked for: the nearest word before the date, else behind it, else a label."""
    before = list(_KIND.finditer(text, first, date.start))
    match = before[-1] if before else _KIND.search(text, date.end, last)
    return _named(match or _label(text, first))


def _label(text: str, before: int) -> re.Match[str] | None:
    """Return the label of the line: "Registration:"."""
    furthest = max(0, before - _LONGEST_SENTENCE)
    match = _KIND.match(text, text.rfind("\n", furthest, before) + 1, before)
    return match if match and text[match.end() : match.end() + 2].lstrip()[:1] == ":" else None


def _named(match: re.Match[str] | None) -> TaskKind | None:
    return TaskKind[match.lastgroup] if match is not None and match.lastgroup else None


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
    if cue is not None and any(cue.groupdict().values()):
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
    word = next(filter(None, cue.groupdict().values()))
    doubt = Doubt(kind=DoubtKind.UNSURE, words=f"“{word}” may leave out the day itself.")
    other = Alternative(value=day_before, why="the day before")
    return replace(date, doubts=(*date.doubts, doubt), alternatives=(other, *date.alternatives))
