"""What names an event, and what never does: a name in quotation marks against an addressee."""

import re
from collections.abc import Sequence

from briefing.reader import further_words, naming_words
from briefing.reader.cues import Cue
from briefing.reader.lines import Line, Span
from briefing.reader.shapes import Shaped
from briefing.reader.vocabulary import EVENT_NOUN, INVITING, NAMES_EVENT, any_of


def _any(table: dict[str, tuple[str, ...]]) -> str:
    return any_of(*(word for row in table.values() for word in row))


_NAME = r"[“\"«„]\s?(?P<name>[^“”\"«»„\n]{4,200}?)\s?[”\"»“]"
_ENTITLED = Cue(rf"{_any(naming_words.ENTITLED)}[\s:,]{{0,3}}{_NAME}")
_CALLED = Cue(rf"{_any(naming_words.CALLED)}[\s:,]{{0,3}}{_NAME}")
_OF_A_TEXT = Cue(_any(further_words.OF_A_TEXT))
_PAST = Cue(_any(naming_words.PAST))
_DISCUSSED = Cue(_any(naming_words.DISCUSSED))
_LONGEST_BEFORE, _LONGEST_BEHIND = 200, 60


def entitled(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return the name that a sentence gives to a gathering: "a seminar entitled “Nets”"."""
    for x in lines:
        found = _ENTITLED.search(text, x.line.start, x.line.end)
        if found is not None and _is_of_event(text, x, found):
            return Span(*found.span("name"))
    return None


def called_outright(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return the name that a sentence of its own gives: "It's called “Nets at Night”"."""
    for x in lines:
        found = _CALLED.search(text, x.line.start, x.line.end)
        if found is not None:
            return Span(*found.span("name"))
    return None


def _sentence(text: str, line: Line, at: int) -> int:
    ends = max(text.rfind(mark, line.start, at) for mark in (". ", "? ", "! "))
    return max(ends, line.start)


def _is_of_event(text: str, x: Shaped, found: re.Match[str]) -> bool:
    """Return whether a name is that of a gathering, and not of a paper that is spoken of."""
    begin = max(_sentence(text, x.line, found.start()), found.start() - _LONGEST_BEFORE)
    nouns = list(NAMES_EVENT.finditer(text, begin, found.start()))
    papers = list(_OF_A_TEXT.finditer(text, begin, found.start()))
    if _PAST.search(text, begin, found.start()):
        return False
    if papers and (not nouns or papers[-1].start() > nouns[-1].start()):
        return False
    behind = min(x.line.end, found.end() + _LONGEST_BEHIND)
    return bool(nouns) or _DISCUSSED.search(text, found.end(), behind) is not None


def is_of_another(text: str, line: Line, name: Span) -> bool:
    """Return whether a sentence names what is read, or a gathering that was, in quotation marks."""
    begin = _sentence(text, line, name.start)
    if _PAST.search(text, begin, name.start):
        return True
    is_read = _OF_A_TEXT.search(text, begin, name.start) is not None
    return is_read and NAMES_EVENT.search(text, begin, name.start) is None


_TO_COME_BELOW = Cue(rf"{EVENT_NOUN}[^“”\"«»„.;]{{0,60}}?{_NAME}")


def named_below(text: str, lines: Sequence[Shaped], n: int) -> Span | None:
    """Return the name right below a line that invites: "for a lunch talk,", then “Nets”."""
    line = lines[n].line
    below = lines[n + 1].line if n + 1 < len(lines) else None
    if below is None or below.gap or not below.text.startswith(("“", '"', "«", "„")):
        return None
    found = _TO_COME_BELOW.search(text, max(line.start, line.end - _LONGEST_BEFORE), below.end)
    return Span(*found.span("name")) if found is not None else None


def within_a_sentence(text: str, called: Span) -> Span:
    """Return the name in quotation marks where a heading tells who invites to it."""
    found = _TO_COME_BELOW.search(text, called.start, called.end)
    if found is None or text[found.end() : called.end].strip(" ."):
        return called
    invites = INVITING.search(text, called.start, found.start())
    invites = invites or _CONVENES.search(text, called.start, found.start())
    return Span(*found.span("name")) if invites else called


_CONVENES = Cue(_any(naming_words.CONVENES))


def is_no_name(words: str) -> bool:
    """Return whether a line is one to whom a paper goes, or its number, or a field of a form."""
    return _NO_NAME.fullmatch(words) is not None


_NO_NAME = re.compile(
    rf"(?:{_any(naming_words.ADDRESSEES)}.{{0,160}}"
    rf"|(?:{_any(naming_words.NUMBERED_PAPERS)})[\s:–—-]{{0,3}}"
    r"(?:n(?:o|r|º|°|\.º)?\.?[\sº°]{0,2})?[\w-]{0,6}\d[\d/.\s\w-]{0,20}"
    r"|(?:ref|réf|our ref|your ref|referanse|referencia|aktenzeichen|az|vår ref|deres ref)"
    r"\.?\s?:?\s.{0,40}\d.{0,40}"
    r"|call for (?:papers|abstracts|proposals|contributions)[\s:(–—-]{1,4}"
    r"(?:(?:new |extended |final )?deadline(?: extended)?|reminder|second call|extended)\)?"
    r"|[\[(]\s{0,40}[\])].{0,200}|.{2,80}\s\*)",
    re.IGNORECASE,
)


def is_only_described(words: str) -> bool:
    """Return whether a line below a name only says what it is: "A two-day workshop at ..."."""
    return _DESCRIBED.match(words) is not None


_DESCRIBED = re.compile(
    r"(?:an?|en|et|ei|eine?|une?|una?) (?:[\w-]+ ){0,4}?"
    rf"{EVENT_NOUN}(?: \w+)? "
    r"(?:at|in|by|of|for|with|hosted|held|organi[sz]ed|on|ved|på|i|for|av|med|an|am|im|in|der|des|für|mit|von|à|au|aux|de|du|des|par|pour|avec|en|del|para|por|con)\s",
    re.IGNORECASE,
)
