"""Titles: the tags taken off, other wordings beside them, the kind of event that they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Doubt, DoubtKind, EventKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import days
from briefing.reader.fields.calendar_words import WEEKDAY
from briefing.reader.lines import Line, Span
from briefing.reader.vocabulary import EVENT_NOUN, EVENT_NOUNS, any_of

_TAG = re.compile(r"\s*\[(?P<tag>[^\[\]\n]{2,30})\]\s*")
_PREFIX = re.compile(
    r"(?:re|fwd?|sv|vs|aw|wg|tr|rv|fyi|invitation|(?:quick |gentle |last )?reminder|"
    r"save the date|invitasjon|invitación|"
    r"einladung|påminnelse|call for (?:papers|abstracts|proposals|contributions|participation)|"
    r"appel à (?:communications|contributions)|convocatoria)"
    r"(?:\s*:\s+|\s[–—-]\s+)",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")
_KINDS = tuple(
    (kind, Cue(any_of(*words)))
    for kind, words in EVENT_NOUNS.items()
    if kind is not EventKind.OTHER
)


def title(
    text: str, span: Span, rule: str = "title.line", confidence: float = 0.8
) -> Candidate[str]:
    """Return a title without tags such as "[Webinar]" and without quotation marks around it."""
    start, end = span.start, span.end
    while (tag := _TAG.match(text, start, end) or _PREFIX.match(text, start, end)) is not None:
        if tag.end() >= end:
            break
        start = tag.end()
    whole = _WRAPPED.fullmatch(text, start, end)
    if whole:
        start, end = whole.span(1)
    words = " ".join(text[start:end].strip(" *_").split())
    return Candidate(value=words, start=start, end=end, rule=rule, confidence=confidence)


def again(text: str, span: Span) -> Candidate[str]:
    """Return what an event is called where a page announces it in another language as well."""
    return title(text, span, "title.again", 0.7)


def doubted_subject(text: str, found: Candidate[str], lines: Sequence[Line]) -> Candidate[str]:
    """Return a title with a doubt where only a mail's subject has it, with a day or as a note."""
    if any(line.start <= found.start < line.end for line in lines) or not lines:
        return found
    words = found.value.casefold()
    is_said = any(words in " ".join(line.text.split()).casefold() for line in lines)
    if is_said or not days.find(text, found.start, found.end):
        return found
    doubt = Doubt(kind=DoubtKind.UNSURE, words="Only the mail's subject calls it so.")
    return replace(found, rule="title.subject", confidence=0.5, doubts=(*found.doubts, doubt))


_ARTICLE = "(?:an?|the|this|our|its|et|en|eit|une?|le|la|eine?r?|das|der|die|una?|el)"
_VERB = "(?:ha(?:ve|s|r|y)|is|are|be|hosts?|hosting|gibt|er|we|vi|hold(?:s|er|es)?|do(?:es|ing)|at)"
_NAMED = re.compile(
    rf"(?:(?<![\w-])(?!(?:{_ARTICLE}|{_VERB})\s)\w[\w-]* )?{EVENT_NOUN}"
    r" (?:on|about|concerning|om|sobre|acerca de|sur|zum?|zur|über)\s[^,.;:?!\n]{5,160}",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"\son\s(?=\d|[A-Z][a-z]+day)|\s(?:this|next|tomorrow|tonight|today|on)\s(?=\d|[A-Z][a-z]{1,5}\b"
    r"|[a-z]+day\b|week|month|afternoon|morning|evening|noon|at)"
    rf"|\s(?:(?:den|le|el|am|on)\s)?{WEEKDAY}(?!\w)"
    r"|\s(?:at|in|from|to be|which|that|will|is|are|takes|taking|organi[sz]ed|hosted|held)\s"
    r"(?=the [A-Z]|[A-Z]|\d|held|take|place|by|organi)"
)


_BARE = re.compile(rf"{_ARTICLE}\s(?P<noun>{EVENT_NOUN})\s", re.IGNORECASE)
"""How a sentence begins that tells of an event without its name: "The webinar takes place"."""
_LOOSE_END = re.compile(
    r"(?:\s(?:held|hosted|taking place|which|that|is|will|this|next|on|tomorrow|today|am|den|"
    r"le|el))?"
    r"[\s,(–—-]*$"
)


def in_words(text: str, sentences: Sequence[Span], first: Line) -> Candidate[str]:
    """Return a title for an event without one: "conference on ...", else the first words."""
    doubt = Doubt(kind=DoubtKind.UNSURE, words="No line stands out as the title.")
    span, rule = Span(first.body_start, min(first.end, first.body_start + _LONGEST)), "title.first"
    for sentence in sentences:
        words = named(text, sentence)
        if words is not None:
            span, rule = words, "title.words"
            break
    else:
        bare = _BARE.match(text, span.start, span.end)
        span, rule = (
            (Span(*bare.span("noun")), "title.noun") if bare else (_undated(text, span), rule)
        )
    found = title(text, span, rule, 0.4)
    return replace(found, value=found.value[:1].upper() + found.value[1:], doubts=(doubt,))


_LONGEST, _FEWEST = 120, 8


def _undated(text: str, span: Span) -> Span:
    """Return the words before the first day in a line, or those behind it where it comes first."""
    led = _PREFIX.match(text, span.start, span.end)
    span = Span(led.end(), span.end) if led else span
    day = next(iter(days.find(text, span.start, span.end)), None)
    if day is None:
        return span
    before = _LOOSE_END.sub("", text[span.start : day.start])
    if len(before) >= _FEWEST:
        return Span(span.start, span.start + len(before))
    behind = _BEHIND_DAY.match(text, day.end, span.end)
    return Span(*behind.span("name")) if behind and len(behind["name"]) >= _FEWEST else span


_BEHIND_DAY = re.compile(
    r"[\s,:;|–—-]{0,5}(?P<name>(?:\d{1,2}(?:st|nd|rd|th|\.|e|º)\s)?[^\W\d_a-z][^,.;\n]{1,100})"
)


def named(text: str, sentence: Span) -> Span | None:
    """Return the words that a sentence names an event with: "seminar on nets"."""
    found = _NAMED.search(text, sentence.start, sentence.end)
    if found is None:
        return None
    stop = _NAME_ENDS.search(text, found.start(), found.end())
    end = stop.start() if stop else found.end()
    dated = days.find(text, found.start(), end)
    end = min([end, *(one.start for one in dated)])
    return Span(found.start(), found.start() + len(_LOOSE_END.sub("", text[found.start() : end])))


_NOUN = Cue(EVENT_NOUN)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_a-z][\w’'-]*|\d{4}|of|on|for|and|in)\s$")
_WORD_BEHIND = re.compile(
    r"\s(?:20\d\d|[^\W\d_a-z][\w’'-]*|(?:of|on|for|and|the|in|to)(?:\sthe)?(?=\s[^\W\d_a-z]))"
)
_LONGEST_WORD = 24
_PLACE_BEHIND = re.compile(r"\s(?:in|at|on|to)\s(?:the\s)?[^\W\d_a-z][\w’'-]*$")


def proper_name(text: str, sentence: Span) -> Span | None:
    """Return the words with capitals around a word for a gathering: "Second Summit on Nets"."""
    for noun in _NOUN.finditer(text, sentence.start, sentence.end):
        if not noun.group()[0].isupper():
            continue
        start, end = noun.span()
        while before := _WORD_BEFORE.search(
            text, max(sentence.start, start - _LONGEST_WORD), start
        ):
            start = before.start()
        while (behind := _WORD_BEHIND.match(text, end, sentence.end)) is not None:
            end = behind.end()
        led = re.match(r"(?:(?:of|on|for|and|in|The|This|In|On|At)\s)+", text[start:end])
        start += led.end() if led else 0
        placed = _PLACE_BEHIND.search(text, noun.end(), end)
        if placed is not None and placed.group().split()[0] in ("in", "at"):
            end = placed.start()
        if len(text[start:end].split()) > 1 and start < noun.end():
            return Span(start, end)
    return None


def other_wordings(text: str, span: Span, lines: Sequence[Line]) -> Iterator[Candidate[str]]:
    """Yield the titles in another language: a line in brackets, right below the title."""
    below = [line for line in lines if line.start > span.start][:1]
    for line in below:
        if line.gap == 0 and re.fullmatch(r"[(\[][^()\[\]]{8,200}[)\]]", line.text):
            yield Candidate(
                value=line.text[1:-1], start=line.start + 1, end=line.end - 1,
                rule="title.brackets",
                confidence=0.7,
            )  # fmt: skip


def kind(text: str, spans: Sequence[Span]) -> Candidate[EventKind] | None:
    """Return the kind of event that the first of some spans with a word for one names."""
    for span in spans:
        found = [
            (match.start(), number, kind, match)
            for number, (kind, pattern) in enumerate(_KINDS)
            if (match := pattern.search(text, span.start, span.end)) is not None
        ]
        if found:
            _, _, value, match = min(found, key=lambda one: one[1])
            return Candidate(
                value=value, start=match.start(), end=match.end(), rule="kind.word", confidence=0.8
            )
    return None
